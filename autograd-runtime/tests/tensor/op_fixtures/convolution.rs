//! Convolution and pooling.

use super::case::{Case, Output, one};
use autograd_runtime::tensor::{Conv, ConvTranspose, Pool};

pub(crate) const NOT_YET: &[&str] = &[];

pub(crate) fn run(case: &Case) -> Option<Vec<Output>> {
    let x = || case.f(0);
    let bias = || (case.len() > 2).then(|| case.f(2));
    let groups = case.integer("groups").map_or(1, |n| n as usize);
    let (stride, padding, dilation) = (sizes(case, "stride", 1), sizes(case, "padding", 0), sizes(case, "dilation", 1));
    one(match case.op.as_str() {
        "conv2d" => x().conv2d(case.f(1), bias(), Conv { stride, padding, dilation, groups }),
        "conv1d" => {
            let (stride, padding, dilation) = ([stride[0]], [padding[0]], [dilation[0]]);
            x().conv1d(case.f(1), bias(), Conv { stride, padding, dilation, groups })
        }
        "conv_transpose2d" => {
            let output_padding = sizes(case, "output_padding", 0);
            x().conv_transpose2d(case.f(1), bias(), ConvTranspose { stride, padding, output_padding, dilation, groups })
        }
        "max_pool2d" => x().max_pool2d(pool(case)),
        "avg_pool2d" => x().avg_pool2d(pool(case)),
        "adaptive_avg_pool2d" => x().adaptive_avg_pool2d(sizes(case, "output", 1)),
        _ => return None,
    })
}

fn pool(case: &Case) -> Pool<2> {
    let kernel = sizes(case, "kernel", 1);
    Pool {
        stride: case.integers("stride").map_or(kernel, |_| sizes(case, "stride", 1)),
        padding: sizes(case, "padding", 0),
        count_include_pad: case.args["count_include_pad"] != false,
        ..Pool::new(kernel)
    }
}

/// Two sizes; a single one counts for both.
fn sizes(case: &Case, name: &str, default: usize) -> [usize; 2] {
    match case.integers(name).as_deref() {
        Some(&[a, b]) => [a as usize, b as usize],
        Some(&[a]) => [a as usize; 2],
        _ => [default; 2],
    }
}
