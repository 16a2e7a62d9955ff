//! Change of element type, which gradients cross, and copies.

use super::super::element::{Dtype, Element};
use super::super::error::Result;
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, record, record_edges};
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::mode::is_grad_enabled;
use smallvec::smallvec;
use std::any::TypeId;
use std::marker::PhantomData;

impl<T: Element> Tensor<T> {
    /// The same numbers as another float type (PyTorch's `to`); the same tensor if it has that type already.
    #[track_caller]
    pub fn to_dtype<U: Element>(&self) -> Tensor<U> {
        if TypeId::of::<T>() == TypeId::of::<U>() {
            return U::unwrap(T::wrap(self.clone()));
        }
        let y = kernel::map(self, |x| U::of(x.to_number()));
        if !is_grad_enabled() || !self.requires_grad() {
            return y;
        }
        record_edges(y, smallvec![self.edge()], |_| Cast(PhantomData::<fn() -> T>))
    }

    /// A row-major copy with its own storage, through which gradients flow (PyTorch's `clone`; Rust's `clone` copies
    /// the handle).
    #[track_caller]
    pub fn copy(&self) -> Self {
        record(self.copied(), &[self], |_| Copy)
    }

    /// This tensor if it is row-major, and a copy that is if not.
    #[track_caller]
    pub fn contiguous(&self) -> Self {
        if self.is_contiguous() { self.clone() } else { self.copy() }
    }
}

impl<T: Dtype> Tensor<T> {
    /// The values as floats, without history.
    pub fn to_float<U: Element>(&self) -> Tensor<U> {
        kernel::map(self, |x| U::of(x.to_number()))
    }
}

struct Cast<T>(PhantomData<fn() -> T>);

impl<T: Element, U: Element> Backward<U> for Cast<T> {
    const NAME: &'static str = "ToCopyBackward0";
    const SAVES: bool = false;

    /// d_x = d_y, in the type of x
    fn backward(&self, d_y: Tensor<U>, _: &Call<'_>) -> Result<Cotangents> {
        Ok(smallvec![Some(T::wrap(d_y.to_dtype::<T>()))])
    }
}

struct Copy;

impl<T: Element> Backward<T> for Copy {
    const NAME: &'static str = "CloneBackward0";
    const SAVES: bool = false;

    /// d_x = d_y
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        super::super::graph::record::one(d_y)
    }
}
