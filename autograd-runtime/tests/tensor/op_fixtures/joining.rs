//! Putting tensors together, apart and in another order.

use super::case::{Case, Output, one};
use autograd_runtime::tensor::{Indexing, Pad, Tensor};

pub(crate) const NOT_YET: &[&str] = &[];

pub(crate) fn run(case: &Case) -> Option<Vec<Output>> {
    let x = || case.f(0);
    let dim = || case.integer("dim").expect("dim");
    let counts = |name| case.integers(name).expect(name).into_iter().map(|n| n as usize).collect::<Vec<_>>();
    let all = || (0..case.len()).map(|i| case.f(i)).collect::<Vec<_>>();
    one(match case.op.as_str() {
        "cat" => Tensor::cat(&all(), dim()),
        "stack" => Tensor::stack(&all(), dim()),
        "split" => {
            return parts(match case.integer("split_size") {
                Some(size) => x().split(size as usize, dim()),
                None => x().split_with_sizes(&counts("sections"), dim()),
            });
        }
        "chunk" => return parts(x().chunk(counts("chunks")[0], dim())),
        "unbind" => return parts(x().unbind(dim())),
        "repeat" => x().repeat(&counts("repeats")),
        "repeat_interleave" => x().repeat_interleave(counts("repeats")[0], dim()),
        "flip" => x().flip(case.integers("dims").expect("dims")),
        "roll" => x().roll(case.integer("shift").expect("shift"), dim()),
        "pad" => {
            let mode = match case.text("mode") {
                Some("reflect") => Pad::Reflect,
                Some("replicate") => Pad::Replicate,
                Some("circular") => Pad::Circular,
                Some("constant") | None => Pad::Constant(case.number("value").unwrap_or(0.0)),
                Some(other) => panic!("padding mode {other}"),
            };
            x().pad(&case.integers("pad").expect("pad"), mode)
        }
        "meshgrid" => {
            let indexing = if case.text("indexing") == Some("xy") { Indexing::Xy } else { Indexing::Ij };
            return parts(Tensor::meshgrid(&all(), indexing));
        }
        _ => return None,
    })
}

fn parts(parts: Vec<Tensor<f64>>) -> Option<Vec<Output>> {
    Some(parts.into_iter().map(Output::from).collect())
}
