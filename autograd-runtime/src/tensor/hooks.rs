//! Functions of the user's that see, and may replace, gradients as they pass; and `retain_grad`.

use super::element::{AnyTensor, Element};
use super::error::{OrPanic, Result, TensorError};
use super::graph::node::{Edge, Node};
use super::handle::Tensor;
use super::shape::list;
use super::sparse::LeafGrad;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Weak};

type Hook = Arc<dyn Fn(&AnyTensor) -> Result<Option<AnyTensor>> + Send + Sync>;
type Observer = Arc<dyn Fn(&AnyTensor) + Send + Sync>;
type Afterwards = Arc<dyn Fn() + Send + Sync>;

/// What has been registered on the outputs of one node.
#[derive(Default)]
pub(crate) struct NodeHooks {
    hooks: Vec<(u64, u32, Hook)>,
    retained: Vec<(u32, Observer)>,
    afterwards: Vec<(u64, Afterwards)>,
}

static NEXT_ID: AtomicU64 = AtomicU64::new(0);

/// Lets a hook be removed.
#[derive(Clone)]
pub struct HookHandle {
    node: Weak<dyn Node>,
    id: u64,
}

impl HookHandle {
    /// Removes the hook; removing it twice does nothing.
    pub fn remove(&self) {
        let Some(node) = self.node.upgrade().map(super::graph::node::NodeRef::new) else { return };
        if let Some(hooks) = node.core().hooks.get() {
            let mut hooks = hooks.lock();
            hooks.hooks.retain(|(id, ..)| *id != self.id);
            hooks.afterwards.retain(|(id, _)| *id != self.id);
        }
    }
}

/// Passes the gathered cotangents of a node's outputs through its hooks.
pub(crate) fn apply(node: &dyn Node, d_outputs: &mut [Option<AnyTensor>]) -> Result<()> {
    let Some(registered) = node.core().hooks.get() else { return Ok(()) };
    // The lock is not held while user code runs, which may register or remove hooks.
    let hooks = registered.lock().hooks.clone();
    for (_, output, hook) in hooks {
        let Some(slot) = d_outputs.get_mut(output as usize) else { continue };
        // A hook sees every entry.
        *slot = slot.take().map(AnyTensor::into_dense);
        let Some(d) = slot else { continue };
        if let Some(replacement) = hook(d)? {
            *d = replacement;
        }
    }
    let retained = registered.lock().retained.clone();
    for (output, observer) in retained {
        if let Some(Some(d)) = d_outputs.get(output as usize) {
            observer(d);
        }
    }
    Ok(())
}

/// Runs the hooks that follow an accumulation.
pub(crate) fn after_accumulation(node: &dyn Node) {
    let Some(registered) = node.core().hooks.get() else { return };
    let afterwards = registered.lock().afterwards.clone();
    for (_, hook) in afterwards {
        hook();
    }
}

impl<T: super::element::Dtype> Tensor<T> {
    /// Makes the node of this tensor's history keep the gradient that passes.
    pub(crate) fn watch(&self) {
        let Some(Edge { node, output }) = self.history() else { return };
        let (target, address) = (self.downgrade(), node.address());
        let observer: Observer = Arc::new(move |d| {
            let Some(inner) = target.upgrade() else { return };
            let tensor = Tensor(inner);
            // After an in-place operation the tensor's history, and with it its gradient, lies elsewhere.
            if tensor.history().is_some_and(|edge| edge.node.address() == address && edge.output == output) {
                tensor.retain(d);
            }
        });
        node.core().hooks().lock().retained.push((output, observer));
    }

    fn retain(&self, d: &AnyTensor) {
        let dense = d.clone().into_dense();
        let d: &dyn std::any::Any = match &dense {
            AnyTensor::F32(d) => d,
            AnyTensor::F64(d) => d,
            AnyTensor::SparseF32(_) | AnyTensor::SparseF64(_) => return,
        };
        let Some(d) = d.downcast_ref::<Self>() else { return };
        let mut state = self.0.extra().state.lock();
        let before = state.grad.take();
        // What is retained is never sparse: `retain_grad` has no effect on a leaf.
        state.grad = Some(LeafGrad::Dense(match &before {
            Some(LeafGrad::Dense(before)) if before.shape() == d.shape() => before.sum_with(d),
            Some(LeafGrad::Dense(_) | LeafGrad::Sparse(_)) | None => d.clone(),
        }));
    }

    /// The sum, for element types that have one.
    fn sum_with(&self, d: &Self) -> Self {
        let (a, b): (&dyn std::any::Any, &dyn std::any::Any) = (self, d);
        let sum: Option<Box<dyn std::any::Any>> =
            if let (Some(a), Some(b)) = (a.downcast_ref::<Tensor<f64>>(), b.downcast_ref::<Tensor<f64>>()) {
                Some(Box::new(a + b))
            } else if let (Some(a), Some(b)) = (a.downcast_ref::<Tensor<f32>>(), b.downcast_ref::<Tensor<f32>>()) {
                Some(Box::new(a + b))
            } else {
                None
            };
        sum.and_then(|sum| sum.downcast::<Self>().ok()).map_or_else(|| d.clone(), |sum| *sum)
    }
}

impl<T: Element> Tensor<T> {
    /// Keeps the gradient of a result too, which backward otherwise passes on and forgets. No effect on a leaf.
    ///
    /// # Panics
    ///
    /// When the tensor does not require a gradient.
    #[track_caller]
    pub fn retain_grad(&self) {
        self.try_retain_grad().or_panic();
    }

    /// [`retain_grad`](Self::retain_grad), returning what is wrong as an error.
    ///
    /// # Errors
    ///
    /// When the tensor does not require a gradient.
    pub fn try_retain_grad(&self) -> Result<()> {
        if !self.requires_grad() {
            return Err(TensorError::graph("can't retain_grad on Tensor that has requires_grad=False"));
        }
        if self.is_leaf() || std::mem::replace(&mut self.0.extra().state.lock().retains_grad, true) {
            return Ok(());
        }
        self.watch();
        Ok(())
    }

    /// Whether [`retain_grad`](Self::retain_grad) was called on this result.
    pub fn retains_grad(&self) -> bool {
        self.0.extra().state.lock().retains_grad
    }

    /// Calls `hook` with the gradient of this tensor, summed over its uses, when a backward pass has computed it.
    /// What the hook returns takes the gradient's place.
    ///
    /// ```
    /// use autograd_runtime::tensor::Tensor;
    ///
    /// let x = Tensor::from_slice(&[1.0, 2.0]).requires_grad_(true);
    /// let handle = x.register_hook(|d_x| Some(d_x * 10.0));
    /// (&x * 2.0).sum().backward();
    /// assert_eq!(x.grad().unwrap().to_vec(), [20.0, 20.0]);
    /// handle.remove();
    /// ```
    ///
    /// # Panics
    ///
    /// When the tensor does not require a gradient.
    #[track_caller]
    pub fn register_hook(&self, hook: impl Fn(&Self) -> Option<Self> + Send + Sync + 'static) -> HookHandle {
        self.try_register_hook(hook).or_panic()
    }

    /// [`register_hook`](Self::register_hook), returning what is wrong as an error.
    ///
    /// # Errors
    ///
    /// When the tensor does not require a gradient.
    pub fn try_register_hook(
        &self,
        hook: impl Fn(&Self) -> Option<Self> + Send + Sync + 'static,
    ) -> Result<HookHandle> {
        let Some(edge) = self.edge() else {
            return Err(TensorError::graph("cannot register a hook on a tensor that doesn't require gradient"));
        };
        let hook: Hook = Arc::new(move |d| {
            let Some(d) = T::peek(d) else { return Ok(None) };
            match hook(d) {
                Some(new) if new.shape() != d.shape() => Err(TensorError::shape(format!(
                    "hook has changed the size of value: got {} for a gradient of {}",
                    list(new.shape()),
                    list(d.shape())
                ))),
                new => Ok(new.map(T::wrap)),
            }
        });
        let id = NEXT_ID.fetch_add(1, Ordering::Relaxed);
        edge.node.core().hooks().lock().hooks.push((id, edge.output, hook));
        Ok(HookHandle { node: edge.node.downgrade(), id })
    }

    /// Calls `hook` with this leaf after a backward pass has added to its gradient.
    ///
    /// # Errors
    ///
    /// When the tensor is not a leaf that requires a gradient.
    pub fn register_post_accumulate_grad_hook(
        &self,
        hook: impl Fn(&Self) + Send + Sync + 'static,
    ) -> Result<HookHandle> {
        if !self.requires_grad() {
            return Err(TensorError::graph("cannot register a hook on a tensor that doesn't require gradient"));
        }
        if !self.is_leaf() {
            return Err(TensorError::graph("post accumulate grad hooks cannot be registered on non-leaf tensors"));
        }
        let edge = self.accumulator();
        let leaf = self.downgrade();
        let afterwards: Afterwards = Arc::new(move || {
            if let Some(inner) = leaf.upgrade() {
                hook(&Tensor(inner));
            }
        });
        let id = NEXT_ID.fetch_add(1, Ordering::Relaxed);
        edge.node.core().hooks().lock().afterwards.push((id, afterwards));
        Ok(HookHandle { node: edge.node.downgrade(), id })
    }
}
