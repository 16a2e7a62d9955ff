//! What a node of the graph is: a number, edges to the nodes before it, and a way to run backwards.

use super::super::element::AnyTensor;
use super::super::error::TensorError;
use super::super::hooks::NodeHooks;
use super::drop_queue;
use parking_lot::Mutex;
use smallvec::SmallVec;
use std::cell::Cell;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::panic::Location;
use std::sync::{Arc, OnceLock, Weak};

/// Cotangents, one per output or input of a node; `None` stands for zero.
pub(crate) type Cotangents = SmallVec<[Option<AnyTensor>; 2]>;

/// A recorded operation, or the accumulator of a leaf.
pub(crate) trait Node: Send + Sync {
    /// What every node has.
    fn core(&self) -> &Core;

    /// The name PyTorch gives this operation's node, `MulBackward0`.
    fn name(&self) -> &str;

    /// Maps the cotangents of the outputs to those of the inputs.
    fn run(&self, d_outputs: Cotangents, call: &Call<'_>) -> Result<Cotangents, TensorError>;

    /// The shapes of the tensors the node keeps, for drawing.
    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        Vec::new()
    }

    /// The leaf whose gradient the node adds to, and its sizes, for drawing.
    fn leaf(&self) -> Option<(usize, Vec<usize>)> {
        None
    }
}

/// What every node has.
pub(crate) struct Core {
    /// Larger than the number of every node this one depends on; zero for accumulators.
    pub(crate) number: u64,
    /// Where the cotangent of each input goes; `None` for inputs that need no gradient.
    pub(crate) edges: SmallVec<[Option<Edge>; 2]>,
    /// Where the user called the operation.
    pub(crate) location: &'static Location<'static>,
    /// Hooks and retained gradients, where there are any.
    pub(crate) hooks: OnceLock<Box<Mutex<NodeHooks>>>,
}

/// An output of a node.
#[derive(Clone)]
pub(crate) struct Edge {
    pub(crate) node: NodeRef,
    pub(crate) output: u32,
}

/// What a node is told when it runs.
pub(crate) struct Call<'a> {
    /// The node itself, which results that it saved have as their history.
    pub(crate) node: &'a NodeRef,
    /// Free the saved values: this is the last pass.
    pub(crate) release: bool,
    /// Which inputs' cotangents the walk will use, where it does not use all.
    pub(crate) wanted: Option<&'a dyn Fn(&Edge) -> bool>,
}

impl Call<'_> {
    /// Whether anybody needs the cotangent of the input with this index.
    #[inline]
    pub(crate) fn needs(&self, input: usize) -> bool {
        match self.node.core().edges.get(input) {
            Some(Some(edge)) => self.wanted.is_none_or(|wanted| wanted(edge)),
            _ => false,
        }
    }
}

thread_local! {
    static NUMBER: Cell<u64> = const { Cell::new(0) };
}

/// The largest number given on this thread so far: nodes made here from now on have larger ones.
pub(crate) fn latest_number() -> u64 {
    NUMBER.get()
}

impl Core {
    /// The part every operation's node has. Its number is one more than the thread's counter and its inputs'
    /// numbers, so that the largest number in a frontier never waits for anything else in it.
    #[inline]
    pub(crate) fn new(edges: SmallVec<[Option<Edge>; 2]>, location: &'static Location<'static>) -> Self {
        let mut number = NUMBER.get();
        for edge in edges.iter().flatten() {
            number = number.max(edge.node.core().number);
        }
        number += 1;
        NUMBER.set(number);
        Self { number, edges, location, hooks: OnceLock::new() }
    }

    /// The part of an accumulator, which runs after everything else.
    pub(crate) fn last(location: &'static Location<'static>) -> Self {
        Self { number: 0, edges: SmallVec::new(), location, hooks: OnceLock::new() }
    }

    pub(crate) fn hooks(&self) -> &Mutex<NodeHooks> {
        self.hooks.get_or_init(Box::default)
    }
}

/// A handle to a node. Dropping the last one goes through the queue, so that no chain recurses.
pub(crate) struct NodeRef(ManuallyDrop<Arc<dyn Node>>);

impl NodeRef {
    #[inline]
    pub(crate) fn new(node: Arc<dyn Node>) -> Self {
        Self(ManuallyDrop::new(node))
    }

    pub(crate) fn downgrade(&self) -> Weak<dyn Node> {
        Arc::downgrade(&self.0)
    }

    /// What identifies the node.
    #[inline]
    pub(crate) fn address(&self) -> usize {
        Arc::as_ptr(&self.0).cast::<()>().addr()
    }
}

impl Clone for NodeRef {
    #[inline]
    fn clone(&self) -> Self {
        Self::new(Arc::clone(&self.0))
    }
}

impl Deref for NodeRef {
    type Target = dyn Node;

    #[inline]
    fn deref(&self) -> &(dyn Node + 'static) {
        &**self.0
    }
}

impl Drop for NodeRef {
    #[allow(unsafe_code, reason = "the node is moved out of a value that is being dropped")]
    #[inline]
    fn drop(&mut self) {
        // SAFETY: the field is not used again, since `self` is being dropped.
        let node = unsafe { ManuallyDrop::take(&mut self.0) };
        if Arc::strong_count(&node) == 1 {
            drop_queue::release(node);
        }
    }
}

/// The operation that made a tensor, as [`Tensor::grad_fn`](crate::tensor::Tensor::grad_fn) shows it.
#[derive(Clone)]
pub struct GradFn(pub(crate) NodeRef);

impl GradFn {
    pub(crate) fn new(node: NodeRef) -> Self {
        Self(node)
    }

    /// The name, as PyTorch's: `MulBackward0`.
    pub fn name(&self) -> String {
        self.0.name().to_owned()
    }

    /// The nodes this one passes cotangents to, with the index of their output; `None` for inputs that need none.
    pub fn next_functions(&self) -> Vec<Option<(GradFn, usize)>> {
        let edges = &self.0.core().edges;
        edges.iter().map(|e| e.as_ref().map(|e| (Self(e.node.clone()), e.output as usize))).collect()
    }

    /// Where the program called the operation.
    pub fn location(&self) -> &'static Location<'static> {
        self.0.core().location
    }

    /// The shapes of the tensors kept for the backward pass; empty once they are freed.
    pub fn saved_shapes(&self) -> Vec<Vec<usize>> {
        self.0.saved_shapes()
    }

    /// What identifies the node while it lives.
    pub fn id(&self) -> usize {
        self.0.address()
    }
}

impl std::fmt::Debug for GradFn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{}>", self.0.name())
    }
}
