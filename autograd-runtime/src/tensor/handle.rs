//! The handle: what a tensor is, and what the graph knows about it.

use super::element::{Dtype, Element};
use super::error::{ErrorKind, OrPanic, Result, TensorError};
use super::graph::node::{Edge, GradFn, NodeRef};
use super::mode::is_grad_enabled;
use super::shape::Layout;
use super::sparse::{LeafGrad, SparseGrad};
use super::storage::{Storage, Values};
use parking_lot::Mutex;
use std::sync::atomic::{AtomicU8, AtomicU32, Ordering, fence};
use std::sync::{Arc, OnceLock, Weak};

/// An n-dimensional array of `T` that can take part in a recorded computation.
///
/// Cloning copies the handle: both clones are the same variable, with the same elements, history and gradient.
pub struct Tensor<T: Dtype>(pub(crate) Arc<Inner<T>>);

impl<T: Dtype> Clone for Tensor<T> {
    #[inline]
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

// A panic may pass while an operation runs: values are written whole and guards put modes back.
impl<T: Dtype> std::panic::UnwindSafe for Tensor<T> {}
impl<T: Dtype> std::panic::RefUnwindSafe for Tensor<T> {}

impl<T: Dtype> Drop for Tensor<T> {
    #[inline]
    fn drop(&mut self) {
        if self.0.flags.load(Ordering::Relaxed) & REBASED != 0 {
            self.forget_unreachable_history();
        }
    }
}

/// What the clones of a handle share.
pub(crate) struct Inner<T: Dtype> {
    pub(crate) layout: Layout,
    pub(crate) storage: Storage<T>,
    /// The operation that made this tensor; `state.rebased` replaces it after an in-place operation.
    history: Option<Edge>,
    flags: AtomicU8,
    /// How many of the handles are kept by nodes of the graph, for tensors that an in-place operation may give another
    /// history.
    kept: AtomicU32,
    /// What most tensors never need, in one box.
    pub(crate) extra: OnceLock<Box<Extra<T>>>,
}

const REQUIRES_GRAD: u8 = 1;
/// The history lies in `State::rebased`.
const REBASED: u8 = 2;
/// The tensor is a view whose history follows its base's.
const VIEW: u8 = 4;

pub(crate) struct Extra<T: Dtype> {
    pub(crate) view: Option<ViewOf<T>>,
    pub(crate) state: Mutex<State<T>>,
}

/// The link of a view to the tensor that owns the storage.
pub(crate) struct ViewOf<T: Dtype> {
    pub(crate) base: Tensor<T>,
    /// Made without recording: it must not be modified with recording.
    pub(crate) unrecorded: bool,
    /// One of several views that one operation made, with the operation's name and the view's number.
    pub(crate) one_of_many: OnceLock<(&'static str, usize)>,
}

pub(crate) struct State<T: Dtype> {
    pub(crate) grad: Option<LeafGrad<T>>,
    /// The node that adds to `grad`. It points back weakly.
    pub(crate) accumulator: Option<Edge>,
    /// The history since the last in-place operation.
    rebased: Option<Edge>,
    /// The version of the storage that the history of a view describes.
    described: u32,
    pub(crate) retains_grad: bool,
}

impl<T: Dtype> State<T> {
    fn new(described: u32) -> Self {
        Self { grad: None, accumulator: None, rebased: None, described, retains_grad: false }
    }
}

impl<T: Dtype> Tensor<T> {
    /// A tensor without history.
    #[inline]
    pub(crate) fn from_parts(layout: Layout, storage: Storage<T>) -> Self {
        Self(Arc::new(Inner {
            layout,
            storage,
            history: None,
            flags: AtomicU8::new(0),
            kept: AtomicU32::new(0),
            extra: OnceLock::new(),
        }))
    }

    /// The same elements in another layout, without history and without a link to this tensor.
    pub(crate) fn share(&self, layout: Layout) -> Self {
        Self::from_parts(layout, self.0.storage.share())
    }

    /// A view: the same elements in another layout, whose history follows in-place operations on either.
    pub(crate) fn view_of(&self, layout: Layout) -> Self {
        let base = self.0.view().map_or_else(|| self.clone(), |view| view.base.clone());
        let unrecorded = !is_grad_enabled() || self.0.view().is_some_and(|view| view.unrecorded);
        let one_of_many = self.0.view().map_or_else(OnceLock::new, |view| view.one_of_many.clone());
        let view = self.share(layout);
        let described = view.version();
        let extra =
            Extra { view: Some(ViewOf { base, unrecorded, one_of_many }), state: Mutex::new(State::new(described)) };
        let _ = view.0.extra.set(Box::new(extra));
        view.0.flags.store(VIEW, Ordering::Relaxed);
        view
    }

    /// Marks this view as one of several that an operation returned, which must not be modified with recording.
    pub(crate) fn one_of_many(self, operation: &'static str, number: usize) -> Self {
        if let Some(view) = self.0.view() {
            let _ = view.one_of_many.set((operation, number));
        }
        self
    }

    /// This tensor as it is now: the same elements and history, out of reach of a later in-place operation.
    pub(crate) fn snapshot(&self) -> Self {
        let mut alias = self.share(self.0.layout.clone());
        if let Some(edge) = self.edge() {
            alias.attach(edge);
        }
        alias
    }

    /// A handle for a node to keep, and whether [`release`](Self::release) is to be told when the node lets go of it.
    ///
    /// It must not own a history that an in-place operation gives the tensor later: that history may lead through the
    /// very node, which would then own itself. So a tensor whose history may change is kept under count, and what has
    /// been overwritten already, or follows a base, as a snapshot.
    #[inline]
    pub(crate) fn keep(&self) -> (Self, bool) {
        let flags = self.0.flags.load(Ordering::Acquire);
        if flags & (REBASED | VIEW) != 0 {
            return (self.snapshot(), false);
        }
        let handle = self.clone();
        // A leaf that requires a gradient cannot be modified with recording.
        let may_change = flags & REQUIRES_GRAD == 0 || self.0.history.is_some();
        if may_change {
            self.0.kept.fetch_add(1, Ordering::Relaxed);
        }
        (handle, may_change)
    }

    /// The node that kept this handle under count is about to drop it.
    #[inline]
    pub(crate) fn release(&self) {
        self.0.kept.fetch_sub(1, Ordering::Release);
    }

    /// Drops the history that an in-place operation gave this tensor, where this is the last handle but for those that
    /// nodes keep: those were kept before the operation and see the tensor as it was.
    ///
    /// The number of handles is read before the number of kept ones, which only falls once the history has changed: so
    /// the difference is never smaller than the number of other handles.
    #[cold]
    fn forget_unreachable_history(&self) {
        let handles = Arc::strong_count(&self.0);
        fence(Ordering::Acquire);
        let kept = self.0.kept.load(Ordering::Acquire) as usize;
        if kept > 0 && handles == kept + 1 {
            let history = self.0.extra().state.lock().rebased.take();
            drop(history);
        }
    }

    /// Gives a fresh tensor its history.
    #[inline]
    pub(crate) fn attach(&mut self, edge: Edge) {
        match Arc::get_mut(&mut self.0) {
            Some(inner) => {
                inner.history = Some(edge);
                *inner.flags.get_mut() |= REQUIRES_GRAD;
            }
            None => self.rebase(edge),
        }
    }

    /// Replaces the history after an in-place operation. What `retain_grad` asked for moves along.
    pub(crate) fn rebase(&self, edge: Edge) {
        let mut state = self.0.extra().state.lock();
        let before = state.rebased.replace(edge);
        state.described = self.version();
        self.0.flags.fetch_or(REQUIRES_GRAD | REBASED, Ordering::AcqRel);
        let retained = state.retains_grad;
        drop(state);
        drop(before);
        if retained {
            self.watch();
        }
    }

    /// The edge along which gradients of this tensor travel: to the node that made it, or to its accumulator.
    #[inline]
    pub(crate) fn edge(&self) -> Option<Edge> {
        let flags = self.0.flags.load(Ordering::Acquire);
        if flags == REQUIRES_GRAD {
            return match &self.0.history {
                Some(edge) => Some(edge.clone()),
                None => Some(self.accumulator()),
            };
        }
        if flags & VIEW != 0 {
            self.follow_base();
        }
        if self.0.flags.load(Ordering::Acquire) & REQUIRES_GRAD == 0 {
            return None;
        }
        self.history().or_else(|| Some(self.accumulator()))
    }

    /// The edge to the node that made this tensor, if one did.
    pub(crate) fn history(&self) -> Option<Edge> {
        let flags = self.0.flags.load(Ordering::Acquire);
        if flags & VIEW != 0 {
            self.follow_base();
        }
        if self.0.flags.load(Ordering::Acquire) & REBASED != 0 {
            let state = self.0.extra().state.lock();
            return state.rebased.clone();
        }
        self.0.history.clone()
    }

    /// Gives a view the history that its base got by an in-place operation since.
    fn follow_base(&self) {
        let Some(view) = self.0.view() else { return };
        let version = self.version();
        if self.0.extra().state.lock().described == version {
            return;
        }
        let edge = super::inplace::regenerate(self, &view.base);
        let mut state = self.0.extra().state.lock();
        state.described = version;
        if let Some(edge) = edge {
            state.rebased = Some(edge);
            self.0.flags.fetch_or(REQUIRES_GRAD | REBASED, Ordering::AcqRel);
        }
    }

    /// The node that adds to this leaf's gradient, made at the first call.
    pub(crate) fn accumulator(&self) -> Edge {
        let mut state = self.0.extra().state.lock();
        state.accumulator.get_or_insert_with(|| super::graph::accumulate::edge(self)).clone()
    }

    pub(crate) fn downgrade(&self) -> Weak<Inner<T>> {
        Arc::downgrade(&self.0)
    }

    /// How many in-place operations the elements have seen (PyTorch's `_version`). Views and `detach`ed tensors
    /// share the count.
    #[inline]
    pub fn version(&self) -> u32 {
        self.0.storage.version()
    }

    /// The sizes; a scalar has none.
    #[inline]
    pub fn shape(&self) -> &[usize] {
        &self.0.layout.shape
    }

    /// The size of one dimension, counted from either end.
    ///
    /// # Panics
    ///
    /// When there is no such dimension.
    #[track_caller]
    pub fn size(&self, dim: isize) -> usize {
        let d = super::shape::dimension(dim, self.dim()).or_panic();
        self.shape().get(d).copied().unwrap_or(1)
    }

    /// The distance in elements between neighbours along each dimension.
    pub fn strides(&self) -> &[usize] {
        &self.0.layout.strides
    }

    /// The number of dimensions.
    #[inline]
    pub fn dim(&self) -> usize {
        self.0.layout.shape.len()
    }

    /// The number of elements.
    #[inline]
    pub fn numel(&self) -> usize {
        self.0.layout.numel()
    }

    /// Whether the elements lie in row-major order without gaps.
    pub fn is_contiguous(&self) -> bool {
        self.0.layout.is_contiguous()
    }

    /// Whether both tensors read the same storage, as a view and its base do.
    pub fn shares_storage(&self, other: &Self) -> bool {
        self.0.storage.same(&other.0.storage)
    }

    /// Whether both handles are the same variable.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// What identifies the variable while it lives.
    pub(crate) fn variable(&self) -> usize {
        Arc::as_ptr(&self.0).addr()
    }

    /// Whether operations on this tensor are recorded.
    #[inline]
    pub fn requires_grad(&self) -> bool {
        let flags = self.0.flags.load(Ordering::Acquire);
        if flags & VIEW != 0 {
            self.follow_base();
            return self.0.flags.load(Ordering::Acquire) & REQUIRES_GRAD != 0;
        }
        flags & REQUIRES_GRAD != 0
    }

    /// Whether the user made this tensor, rather than a recorded operation.
    pub fn is_leaf(&self) -> bool {
        self.history().is_none()
    }

    /// The operation that made this tensor, if it was recorded.
    pub fn grad_fn(&self) -> Option<GradFn> {
        self.history().map(|edge| GradFn::new(edge.node))
    }

    /// Forgets the gradient, as PyTorch does by default: the next backward pass starts anew.
    pub fn zero_grad(&self) {
        if let Some(extra) = self.0.extra.get() {
            let grad = extra.state.lock().grad.take();
            drop(grad);
        }
    }

    /// Asks for, or refuses, a gradient for this leaf, and returns it.
    ///
    /// # Panics
    ///
    /// Where [`try_requires_grad_`](Self::try_requires_grad_) returns an error.
    #[track_caller]
    pub fn requires_grad_(self, requires_grad: bool) -> Self {
        self.try_requires_grad_(requires_grad).or_panic()
    }

    /// [`requires_grad_`](Self::requires_grad_), returning what is wrong as an error.
    ///
    /// # Errors
    ///
    /// For elements that are not floats, and for results of recorded operations.
    pub fn try_requires_grad_(self, requires_grad: bool) -> Result<Self> {
        if !T::FLOATING {
            return if requires_grad {
                Err(TensorError::new(
                    ErrorKind::Dtype,
                    format!("only Tensors of floating point dtype can require gradients (this one holds {})", T::NAME),
                ))
            } else {
                Ok(self)
            };
        }
        if !self.is_leaf() {
            if requires_grad {
                return Ok(self);
            }
            return Err(TensorError::graph(
                "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in \
                 a subgraph that doesn't require differentiation use var_no_grad = var.detach().",
            ));
        }
        if requires_grad {
            self.0.flags.fetch_or(REQUIRES_GRAD, Ordering::AcqRel);
        } else {
            self.0.flags.fetch_and(!REQUIRES_GRAD, Ordering::AcqRel);
        }
        Ok(self)
    }

    /// The same elements without history. Writes to either are seen, and counted, by both.
    pub fn detach(&self) -> Self {
        self.share(self.0.layout.clone())
    }

    /// Forgets the history of this tensor, which becomes a leaf that requires no gradient. Other handles to it see that
    /// too.
    ///
    /// # Panics
    ///
    /// Where [`try_detach_`](Self::try_detach_) returns an error.
    #[track_caller]
    pub fn detach_(&mut self) {
        self.try_detach_().or_panic();
    }

    /// [`detach_`](Self::detach_), returning what is wrong as an error.
    ///
    /// # Errors
    ///
    /// For a view, whose history is its base's.
    pub fn try_detach_(&mut self) -> Result<()> {
        if self.0.view().is_some() {
            return Err(TensorError::graph("Can't detach views in-place. Use detach() instead."));
        }
        if let Some(extra) = self.0.extra.get() {
            let mut state = extra.state.lock();
            state.retains_grad = false;
            let before = state.rebased.take();
            drop(state);
            drop(before);
        }
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            // Nobody else knows the tensor: the graph behind it is freed right away.
            inner.history = None;
            *inner.flags.get_mut() &= !(REQUIRES_GRAD | REBASED);
        } else {
            self.0.flags.fetch_or(REBASED, Ordering::AcqRel);
            self.0.flags.fetch_and(!REQUIRES_GRAD, Ordering::AcqRel);
        }
        Ok(())
    }

    /// Whether nothing but this handle knows the tensor and its elements, and no history hangs on it.
    pub(crate) fn unique_values(&mut self) -> Option<&mut [T]> {
        let inner = Arc::get_mut(&mut self.0)?;
        if *inner.flags.get_mut() != 0 || inner.extra.get().is_some() {
            return None;
        }
        if inner.layout.shape.is_empty() && inner.layout.offset == 0 {
            return inner.storage.unique().filter(|values| values.len() == 1);
        }
        let numel = inner.layout.numel();
        if inner.layout.offset != 0 || !inner.layout.is_contiguous() {
            return None;
        }
        inner.storage.unique().filter(|values| values.len() == numel)
    }

    /// The storage for reading; elements lie where [`Layout`] says.
    #[inline]
    pub(crate) fn values(&self) -> Values<'_, T> {
        self.0.storage.values()
    }

    /// The first element; the only one of a scalar.
    #[inline]
    pub(crate) fn first(&self) -> T {
        self.values()[self.0.layout.offset]
    }
}

impl<T: Element> Tensor<T> {
    /// The gradient accumulated so far. A [sparse](Self::sparse_grad) one is written out.
    pub fn grad(&self) -> Option<Self> {
        self.0.extra.get().and_then(|extra| extra.state.lock().grad.as_ref().map(LeafGrad::dense))
    }

    /// The gradient accumulated so far, where it is one of some rows only.
    pub fn sparse_grad(&self) -> Option<SparseGrad<T>> {
        match &self.0.extra.get()?.state.lock().grad {
            Some(LeafGrad::Sparse(grad)) => Some(grad.clone()),
            Some(LeafGrad::Dense(_)) | None => None,
        }
    }
}

impl<T: Dtype> Inner<T> {
    pub(crate) fn view(&self) -> Option<&ViewOf<T>> {
        self.extra.get().and_then(|extra| extra.view.as_ref())
    }

    pub(crate) fn extra(&self) -> &Extra<T> {
        self.extra.get_or_init(|| Box::new(Extra { view: None, state: Mutex::new(State::new(self.storage.version())) }))
    }
}

impl Edge {
    /// An edge to the first output of a node.
    #[inline]
    pub(crate) fn first(node: NodeRef) -> Self {
        Self { node, output: 0 }
    }
}
