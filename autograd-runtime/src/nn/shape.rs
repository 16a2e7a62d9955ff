//! Layers that change nothing but the shape, or nothing at all.

use super::{Layer, Module, Visitor};
use crate::tensor::{Element, Tensor, TensorError};

/// Joins the dimensions from `start` to `end`, which are all but the first by default: `torch.nn.Flatten`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flatten {
    /// The first dimension to join, counted from either end.
    pub start: isize,
    /// The last dimension to join, counted from either end.
    pub end: isize,
}

impl Default for Flatten {
    fn default() -> Self {
        Self { start: 1, end: -1 }
    }
}

/// Passes its input on: `torch.nn.Identity`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Identity;

impl<T: Element> Module<T> for Flatten {
    fn visit<'a>(&'a self, _: &mut Visitor<'_, 'a, T>) {}
}

impl<T: Element> Layer<T> for Flatten {
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        x.try_flatten(self.start, self.end)
    }
}

impl<T: Element> Module<T> for Identity {
    fn visit<'a>(&'a self, _: &mut Visitor<'_, 'a, T>) {}
}

impl<T: Element> Layer<T> for Identity {
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        Ok(x.clone())
    }
}
