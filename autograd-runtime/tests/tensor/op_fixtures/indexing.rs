//! Parts of a tensor, by position, by index tensor and by mask.

use super::case::{Case, Output, one};
use autograd_runtime::tensor::Index;

pub(crate) const NOT_YET: &[&str] = &[];

pub(crate) fn run(case: &Case) -> Option<Vec<Output>> {
    let dim = || case.integer("dim").expect("dim");
    one(match case.op.as_str() {
        "index" => case.f(0).index(&positions(case)),
        "index_select" => case.f(0).index_select(dim(), case.i(1)),
        "gather" => case.f(0).gather(dim(), case.i(1)),
        "scatter" => case.f(0).scatter(dim(), case.i(1), case.f(2)),
        "scatter_add" => case.f(0).scatter_add(dim(), case.i(1), case.f(2)),
        "index_add" => case.f(0).index_add(dim(), case.i(1), case.f(2), case.number("alpha").expect("alpha")),
        "index_copy" => case.f(0).index_copy(dim(), case.i(1), case.f(2)),
        "index_fill" => case.f(0).index_fill(dim(), case.i(1), case.number("value").expect("value")),
        "index_put" => case.f(0).index_put(&[case.i(1).into()], case.f(2), case.flag("accumulate")),
        "take_along_dim" => case.f(0).take_along_dim(&case.f(0).argsort(dim(), false), dim()),
        "embedding" => case.f(1).embedding(case.i(0), case.integer("padding_idx")),
        "one_hot" => return one(case.i(0).one_hot(case.integer("num_classes").map(|n| n as usize))),
        _ => return None,
    })
}

/// The positions of an index written as in Python, `x[1:,None,-1]`. Names stand for the further inputs, in order.
fn positions(case: &Case) -> Vec<Index> {
    let text = case.text("index").expect("index");
    let inside = text.trim_start_matches("x[").split(']').next().expect("an index");
    let mut further = 1..case.len();
    inside
        .split(',')
        .map(|part| match part.trim() {
            "..." => Index::Ellipsis,
            "None" => Index::NewAxis,
            "mask" => case.b(further.next().expect("a mask")).into(),
            part if part.chars().all(char::is_alphabetic) => case.i(further.next().expect("an index tensor")).into(),
            part if part.contains(':') => {
                let bounds: Vec<Option<isize>> = part.split(':').map(|bound| bound.parse().ok()).collect();
                let step = bounds.get(2).copied().flatten().unwrap_or(1);
                Index::Slice { start: bounds[0], end: bounds[1], step: step as usize }
            }
            part => Index::Select(part.parse().expect("an index")),
        })
        .collect()
}
