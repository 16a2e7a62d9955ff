//! Elementwise functions of one tensor that have parameters: a value, a node's name and a cotangent.

use super::super::element::Element;
use super::super::error::Result;
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;

/// A function of one number with its parameters.
pub(crate) trait Pointwise<T: Element>: Copy + Send + Sync + 'static {
    /// PyTorch's name of the node.
    const NAME: &'static str;

    /// The value at `x`.
    fn value(self, x: T) -> T;

    /// `d_y · f'(x)`, in tensor operations.
    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T>;
}

/// Applies the function to every element and records it.
#[track_caller]
pub(crate) fn pointwise<T: Element, F: Pointwise<T>>(x: &Tensor<T>, f: F) -> Tensor<T> {
    record(kernel::map(x, |x| f.value(x)), &[x], |_| Formula { f, x: Saved::input(x) })
}

struct Formula<T: Element, F> {
    f: F,
    x: Saved<T>,
}

impl<T: Element, F: Pointwise<T>> Backward<T> for Formula<T, F> {
    const NAME: &'static str = F::NAME;

    /// d_x = d_y · f'(x)
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        one(self.f.cotangent(d_y, &self.x.get(call)?))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.x.shape()]
    }
}

/// Where a condition on the elements of `x` holds, without history.
pub(crate) fn whereabouts<T: Element>(x: &Tensor<T>, holds: impl Fn(T) -> bool + Sync) -> Tensor<bool> {
    kernel::map(x, holds)
}
