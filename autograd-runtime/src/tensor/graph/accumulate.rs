//! The node at the end of every path: it adds what arrives to a leaf's gradient.

use super::super::element::{AnyTensor, Dtype, Element};
use super::super::error::Result;
use super::super::handle::{Inner, Tensor};
use super::super::hooks::after_accumulation;
use super::super::mode::is_grad_enabled;
use super::super::sparse::{LeafGrad, SparseGrad};
use super::node::{Call, Core, Cotangents, Edge, Node, NodeRef};
use std::any::Any;
use std::panic::Location;
use std::sync::{Arc, Weak};

/// Adds to the gradient of a leaf, which it does not keep alive: the leaf owns it.
struct Accumulate<T: Dtype> {
    core: Core,
    leaf: Weak<Inner<T>>,
}

/// The edge to a new accumulator for `leaf`.
#[track_caller]
pub(crate) fn edge<T: Dtype>(leaf: &Tensor<T>) -> Edge {
    let node = Accumulate { core: Core::last(Location::caller()), leaf: leaf.downgrade() };
    Edge::first(NodeRef::new(Arc::new(node)))
}

impl<T: Dtype> Node for Accumulate<T> {
    fn core(&self) -> &Core {
        &self.core
    }

    fn name(&self) -> &str {
        "torch::autograd::AccumulateGrad"
    }

    fn leaf(&self) -> Option<(usize, Vec<usize>)> {
        self.leaf.upgrade().map(|leaf| (Arc::as_ptr(&leaf).addr(), leaf.layout.shape.to_vec()))
    }

    fn run(&self, mut d_outputs: Cotangents, _: &Call<'_>) -> Result<Cotangents> {
        let Some(inner) = self.leaf.upgrade() else { return Ok(Cotangents::new()) };
        let leaf = Tensor(inner);
        if let Some(d) = d_outputs.pop().flatten() {
            // Only leaves of floats have accumulators.
            let any: &dyn Any = &leaf;
            match (any.downcast_ref::<Tensor<f32>>(), any.downcast_ref::<Tensor<f64>>()) {
                (Some(leaf), _) => leaf.accumulate(d),
                (_, Some(leaf)) => leaf.accumulate(d),
                (None, None) => {}
            }
            after_accumulation(self);
        }
        Ok(Cotangents::new())
    }
}

impl<T: Element> Tensor<T> {
    /// Adds to the gradient of this tensor: in place, where no graph is wanted of the gradient itself.
    pub(crate) fn accumulate(&self, d: AnyTensor) {
        if let Some(d) = T::peek_sparse(&d) {
            return self.accumulate_sparse(d);
        }
        let mut d = T::unwrap(d);
        let mut state = self.0.extra().state.lock();
        let mut before = match state.grad.take() {
            Some(LeafGrad::Dense(before)) => before,
            Some(LeafGrad::Sparse(before)) => before.to_dense(),
            None => {
                // The first contribution becomes the gradient, unless somebody else can see or write it.
                if !is_grad_enabled() && d.unique_values().is_none() {
                    d = d.copied();
                }
                state.grad = Some(LeafGrad::Dense(d));
                return;
            }
        };
        if is_grad_enabled() {
            state.grad = Some(LeafGrad::Dense(&before + &d));
            return;
        }
        if before.unique_values().is_some() {
            state.grad = Some(LeafGrad::Dense(before + &d));
            return;
        }
        let sum = before.try_add_(&d).is_ok();
        state.grad = Some(LeafGrad::Dense(if sum { before } else { &before + &d }));
    }

    /// Rows join rows; where a dense gradient is there already, they are added to it.
    fn accumulate_sparse(&self, d: &SparseGrad<T>) {
        let mut state = self.0.extra().state.lock();
        let before = state.grad.take();
        let sum = match &before {
            None if is_grad_enabled() => Some(d.clone()),
            None => Some(d.copied()),
            Some(LeafGrad::Sparse(before)) => before.try_sum(d).ok(),
            Some(LeafGrad::Dense(_)) => None,
        };
        let dense = || before.as_ref().map_or_else(|| d.to_dense(), |before| before.dense() + d.to_dense());
        state.grad = Some(sum.map_or_else(|| LeafGrad::Dense(dense()), LeafGrad::Sparse));
    }
}
