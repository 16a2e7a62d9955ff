//! A tensor that stands for an argument of a compiled function.

use super::super::element::Dtype;
use super::super::error::{Result, TensorError};
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::list;
use super::super::storage::Values;
use super::{Owned, Place};
use std::any::Any;
use std::cell::OnceCell;

/// A tensor, locked for reading, and what had to be made of its elements where they could not be lent as they are.
pub struct Argument<'t, T: Dtype> {
    /// What the user wrote.
    pub(super) name: &'static str,
    pub(super) tensor: &'t Tensor<T>,
    values: Values<'t, T>,
    row_major: OnceCell<Vec<T>>,
    built: OnceCell<Box<dyn Any>>,
}

impl<'t, T: Dtype> Argument<'t, T> {
    pub(super) fn new(name: &'static str, tensor: &'t Tensor<T>) -> Self {
        Self { name, tensor, values: tensor.values(), row_major: OnceCell::new(), built: OnceCell::new() }
    }

    /// What a function borrows.
    pub(super) fn lend<P: Place<Element = T> + ?Sized>(&self) -> Result<&P> {
        P::lent(self)
    }

    /// What a function takes by value.
    pub(super) fn value<P: Owned<Element = T>>(&self) -> Result<P> {
        P::taken(self)
    }

    pub(super) fn shape(&self) -> &[usize] {
        self.tensor.shape()
    }

    /// The elements in row-major order, copied only where they lie otherwise.
    pub(super) fn elements(&self) -> &[T] {
        let layout = &self.tensor.0.layout;
        let numel = layout.numel();
        if numel == 0 {
            // A view without elements may start anywhere.
            return &[];
        }
        if layout.is_contiguous() {
            return &self.values[layout.offset..][..numel];
        }
        self.row_major.get_or_init(|| kernel::gather(layout, &self.values))
    }

    /// A value made of the elements, which lives as long as the argument.
    pub(super) fn built<P: 'static>(&self, build: impl FnOnce() -> Result<P>) -> Result<&P> {
        if self.built.get().is_none() {
            let _ = self.built.set(Box::new(build()?));
        }
        let built = self.built.get().and_then(|built| built.downcast_ref());
        Ok(built.unwrap_or_else(|| unreachable!("an argument stands for one type")))
    }

    /// That the shape is not what the function takes.
    #[cold]
    pub(super) fn misfit(&self, wanted: impl std::fmt::Display) -> TensorError {
        let shape = list(self.shape());
        TensorError::shape(format!("the tensor `{}` of shape {shape} cannot stand for {wanted}", self.name))
    }
}
