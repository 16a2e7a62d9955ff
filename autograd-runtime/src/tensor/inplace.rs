//! Writing to tensors, and what that does to the graph.
//!
//! A recorded write computes its result apart, from a copy of the tensor as it was, copies it over the elements
//! and makes the tensor's history that of the result. A write through a view changes the history of the view's base;
//! other views of the base take up the new history when they are next used. Every write counts the storage's version,
//! by which saved values notice.
//!
//! A tensor that an operation keeps may then be given a history that leads through that operation (`c = b * b`,
//! `b += c`). It does not own itself, because what the operation keeps ends with the last handle of the program's:
//! [`Tensor::keep`].

use super::element::{AnyTensor, Dtype, Element};
use super::error::{Result, TensorError};
use super::graph::node::{Call, Cotangents, Edge};
use super::graph::record::{Backward, record_edges};
use super::handle::Tensor;
use super::kernel;
use super::mode::is_grad_enabled;
use super::ops::binary::{self, Operand};
use super::ops::index::{clear, part_in_base, part_of};
use super::ops::view::{Part, View};
use super::shape::{broadcast, list};
use smallvec::smallvec;
use std::any::Any;

impl<T: Element> Tensor<T> {
    fallible! {
        /// `self += other`, broadcasting `other`; returns the same tensor.
        pub fn add_ | try_add_(&self, other: impl Operand<T>) -> Tensor<T> {
            self.assign_with(&other.operand(), |a, b| a + b, binary::add)
        }

        /// `self -= other`, broadcasting `other`; returns the same tensor.
        pub fn sub_ | try_sub_(&self, other: impl Operand<T>) -> Tensor<T> {
            self.assign_with(&other.operand(), |a, b| a - b, binary::sub)
        }

        /// `self *= other`, broadcasting `other`; returns the same tensor.
        pub fn mul_ | try_mul_(&self, other: impl Operand<T>) -> Tensor<T> {
            self.assign_with(&other.operand(), |a, b| a * b, binary::mul)
        }

        /// `self /= other`, broadcasting `other`; returns the same tensor.
        pub fn div_ | try_div_(&self, other: impl Operand<T>) -> Tensor<T> {
            self.assign_with(&other.operand(), |a, b| a / b, binary::div)
        }

        /// Overwrites the elements with those of `source`, broadcasting it; returns the same tensor.
        pub fn copy_ | try_copy_(&self, source: &Tensor<T>) -> Tensor<T> {
            self.assign_with(source, |_, b| b, |old, source| Ok(source.expand_to(old.shape())?.copy()))
        }

        /// Overwrites all elements with a number; returns the same tensor.
        pub fn fill_ | try_fill_(&self, value: T) -> Tensor<T> {
            self.try_copy_(&Tensor::lone(value))
        }

        /// Overwrites all elements with zero; returns the same tensor.
        pub fn zero_ | try_zero_(&self) -> Tensor<T> {
            self.try_fill_(T::zero())
        }

        /// `self = max(self, 0)`; returns the same tensor.
        pub fn relu_ | try_relu_(&self) -> Tensor<T> {
            self.assign(|x| Ok(x.relu()))
        }
    }

    /// `self[i] = f(self[i], other[i])`: in the elements themselves while nothing is recorded, and as `recorded` says
    /// otherwise.
    #[track_caller]
    pub(crate) fn assign_with(
        &self,
        other: &Self,
        f: impl Fn(T, T) -> T + Sync,
        recorded: impl FnOnce(&Self, &Self) -> Result<Self>,
    ) -> Result<Self> {
        if is_grad_enabled() && (self.requires_grad() || other.requires_grad() || self.base_requires_grad()) {
            return self.assign(|old| recorded(old, other));
        }
        self.check_writable()?;
        let shape = broadcast(self.shape(), other.shape())?;
        self.check_result_shape(&shape)?;
        let apart = if self.shares_storage(other) { other.copied() } else { other.clone() };
        let (la, lb) = (&self.0.layout, &apart.0.layout);
        self.0.storage.write_reading(&apart.0.storage, &mut |a, b| kernel::update(la, a, lb, b, &f));
        self.0.storage.bump();
        Ok(self.clone())
    }

    /// `self = operation(self)`, recorded where recording is on.
    #[track_caller]
    pub(crate) fn assign(&self, operation: impl FnOnce(&Self) -> Result<Self>) -> Result<Self> {
        self.check_writable()?;
        let base = self.0.view().map(|view| view.base.clone());
        // A view of a tensor whose layout its own cannot be expressed in has no history to write.
        let part = match &base {
            Some(base) => Some(part_in_base(&self.0.layout, &base.0.layout).ok_or_else(|| {
                TensorError::graph(format!(
                    "a recorded in-place operation on a view needs a row-major base, and this one has strides {}; use \
                     .copy() first",
                    list(base.strides())
                ))
            })?),
            None => None,
        };
        let result = operation(&self.before_write())?;
        self.check_result_shape(result.shape())?;
        let (la, lb) = (&self.0.layout, &result.0.layout);
        let source = if self.shares_storage(&result) { result.copied() } else { result.detach() };
        self.0.storage.write_reading(&source.0.storage, &mut |a, b| kernel::assign(la, a, lb, b));
        self.0.storage.bump();
        if !is_grad_enabled() {
            return Ok(self.clone());
        }
        match (base, part) {
            (Some(base), Some(part)) => rebase_base(&base, part, &result),
            _ => {
                if let Some(edge) = result.edge() {
                    self.rebase(edge);
                }
            }
        }
        Ok(self.clone())
    }

    /// This tensor as it is before a write. A recorded operation may keep it for its backward formula, so that it gets
    /// elements of its own, which the write does not reach.
    fn before_write(&self) -> Self {
        if !is_grad_enabled() {
            return self.snapshot();
        }
        let mut before = self.copied();
        if let Some(edge) = self.edge() {
            before.attach(edge);
        }
        before
    }

    fn base_requires_grad(&self) -> bool {
        self.0.view().is_some_and(|view| view.base.requires_grad())
    }

    fn check_writable(&self) -> Result<()> {
        if self.0.layout.overlaps() {
            return Err(TensorError::graph(format!(
                "unsupported operation: more than one element of the written-to tensor refers to a single memory \
                 location. Please clone() the tensor before performing the operation. (sizes {}, strides {})",
                list(self.shape()),
                list(self.strides())
            )));
        }
        if !is_grad_enabled() {
            return Ok(());
        }
        if let Some(view) = self.0.view() {
            if let Some((operation, number)) = view.one_of_many.get()
                && (view.base.requires_grad() || self.requires_grad())
            {
                return Err(TensorError::graph(format!(
                    "Output {number} of {operation} is a view and is being modified inplace. This view is the output \
                     of a function that returns multiple views. Such functions do not allow the output views to be \
                     modified inplace. You should replace the inplace operation by an out-of-place one."
                )));
            }
            if view.unrecorded && (view.base.requires_grad() || self.requires_grad()) {
                return Err(TensorError::graph(
                    "A view was created in no_grad mode and is being modified inplace with grad mode enabled. Given \
                     that this use case is ambiguous and error-prone, it is forbidden. You can clarify your code by \
                     moving both the view and the inplace either both inside the no_grad block (if you don't want the \
                     inplace to be tracked) or both outside (if you want the inplace to be tracked).",
                ));
            }
            if view.base.requires_grad() && view.base.is_leaf() {
                return Err(TensorError::graph(
                    "a view of a leaf Variable that requires grad is being used in an in-place operation.",
                ));
            }
        } else if self.requires_grad() && self.is_leaf() {
            return Err(TensorError::graph(
                "a leaf Variable that requires grad is being used in an in-place operation.",
            ));
        }
        Ok(())
    }

    fn check_result_shape(&self, shape: &[usize]) -> Result<()> {
        if shape == self.shape() {
            return Ok(());
        }
        Err(TensorError::shape(format!(
            "output with shape {} doesn't match the broadcast shape {}",
            list(self.shape()),
            list(shape)
        )))
    }
}

/// Makes the history of `base` that of its old elements with the part replaced by `result`.
#[track_caller]
fn rebase_base<T: Element>(base: &Tensor<T>, part: Part, result: &Tensor<T>) {
    let edges: smallvec::SmallVec<[Option<Edge>; 2]> = smallvec![base.edge(), result.edge()];
    if edges.iter().all(Option::is_none) {
        return;
    }
    let carrier =
        Tensor::from_parts(super::shape::Layout::contiguous(&[0]), super::storage::Storage::buffer(Vec::new()));
    let carrier = record_edges(carrier, edges, |_: &Tensor<T>| CopySlices { base: base.shape().into(), part });
    if let Some(edge) = carrier.edge() {
        base.rebase(edge);
    }
}

/// What a write through a view does to the base.
struct CopySlices {
    base: Box<[usize]>,
    part: Part,
}

impl<T: Element> Backward<T> for CopySlices {
    const NAME: &'static str = "torch::autograd::CopySlices";
    const SAVES: bool = false;

    /// d_old = d_base with zeros where the part lies, d_part = the part of d_base
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let wrap = |d: Tensor<T>| -> AnyTensor { T::wrap(d) };
        let d_part = call.needs(1).then(|| wrap(part_of(&d_y, &self.base, &self.part)));
        Ok(smallvec![call.needs(0).then(|| wrap(clear(&d_y, &self.part))), d_part])
    }
}

/// The history of a view after its base was written to: the part of the base that it is.
pub(crate) fn regenerate<T: Dtype>(view: &Tensor<T>, base: &Tensor<T>) -> Option<Edge> {
    let (view, base): (&dyn Any, &dyn Any) = (view, base);
    if let (Some(view), Some(base)) = (view.downcast_ref::<Tensor<f64>>(), base.downcast_ref()) {
        return part_edge(view, base);
    }
    part_edge::<f32>(view.downcast_ref()?, base.downcast_ref()?)
}

fn part_edge<T: Element>(view: &Tensor<T>, base: &Tensor<T>) -> Option<Edge> {
    let edge = base.edge()?;
    let part = part_in_base(&view.0.layout, &base.0.layout)?;
    let carrier =
        Tensor::from_parts(super::shape::Layout::contiguous(&[0]), super::storage::Storage::buffer(Vec::new()));
    let shape = base.shape().into();
    record_edges(carrier, smallvec![Some(edge)], |_: &Tensor<T>| View::Part(shape, part, "AsStridedBackward0")).edge()
}
