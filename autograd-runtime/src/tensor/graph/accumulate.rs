//! The node at the end of every path: it adds what arrives to a leaf's gradient.

use super::super::element::{AnyTensor, Dtype, Element};
use super::super::error::Result;
use super::super::handle::{Inner, Tensor};
use super::super::hooks::after_accumulation;
use super::super::mode::is_grad_enabled;
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
        let mut d = T::unwrap(d);
        let mut state = self.0.extra().state.lock();
        let Some(mut before) = state.grad.take() else {
            // The first contribution becomes the gradient, unless somebody else can see or write it.
            if !is_grad_enabled() && d.unique_values().is_none() {
                d = d.copied();
            }
            state.grad = Some(d);
            return;
        };
        if is_grad_enabled() {
            state.grad = Some(&before + &d);
            return;
        }
        if before.unique_values().is_some() {
            state.grad = Some(before + &d);
            return;
        }
        let sum = before.try_add_(&d).is_ok();
        state.grad = Some(if sum { before } else { &before + &d });
    }
}
