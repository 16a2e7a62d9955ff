//! Loops over elements. They know layouts and nothing of graphs. Large row-major operands are worked on by all cores.
//!
//! What depends on a function is a loop over one row and nothing else; the walk from row to row, the buffers and the
//! threads around it take that loop as `dyn Fn` and are compiled once per element type.
//!
//! - [`walk`]: from row to row of several operands.
//! - [`elementwise`]: map, zip with broadcasting, write in place.
//! - [`reduce`]: folds and sums over some dimensions.

mod elementwise;
mod reduce;
mod walk;

use super::element::Dtype;
use super::handle::Tensor;
use super::shape::Layout;

pub(crate) use elementwise::{assign, map, map_owned, update, zip, zip_owned};
pub(crate) use reduce::{reduce, sum, sums};
pub(crate) use walk::Walk;

/// The elements in row-major order.
pub(crate) fn to_vec<T: Dtype>(x: &Tensor<T>) -> Vec<T> {
    gather(&x.0.layout, &x.values())
}

/// Reads the elements as one row-major slice, which is a copy only where they do not lie so already.
pub(crate) fn row_major<T: Dtype, R>(x: &Tensor<T>, f: impl FnOnce(&[T]) -> R) -> R {
    let layout = &x.0.layout;
    let numel = layout.numel();
    if numel == 0 {
        // A view without elements may start anywhere.
        return f(&[]);
    }
    if layout.is_contiguous() {
        return f(&x.values()[layout.offset..][..numel]);
    }
    f(&to_vec(x))
}

/// The elements of a layout in row-major order.
pub(crate) fn gather<T: Dtype>(layout: &Layout, values: &[T]) -> Vec<T> {
    let numel = layout.numel();
    if numel == 0 {
        return Vec::new();
    }
    if layout.is_contiguous() {
        return values[layout.offset..][..numel].to_vec();
    }
    let mut out = Vec::with_capacity(numel);
    let walk = Walk::new(&layout.shape, [&layout.strides], [layout.offset]);
    walk.each(&mut |[at]| extend_row(&mut out, values, at, walk.size, walk.steps[0]));
    out
}

/// Appends `n` elements from `at` on that lie `step` apart.
fn extend_row<T: Copy>(out: &mut Vec<T>, values: &[T], at: usize, n: usize, step: usize) {
    match step {
        0 => out.resize(out.len() + n, values[at]),
        1 => out.extend_from_slice(&values[at..][..n]),
        _ => out.extend(values[at..].iter().step_by(step).take(n)),
    }
}

/// One row of an operand: a slice where its elements are neighbours, one element where it is broadcast along the row,
/// and otherwise a copy in `scratch`.
fn row<'a, T: Copy>(values: &'a [T], at: usize, n: usize, step: usize, scratch: &'a mut Vec<T>) -> &'a [T] {
    match step {
        0 => &values[at..][..1],
        1 => &values[at..][..n],
        _ => {
            scratch.clear();
            extend_row(scratch, values, at, n, step);
            scratch
        }
    }
}
