//! How an operation enters the graph.

use super::super::element::Element;
use super::super::error::{Result, TensorError};
use super::super::handle::Tensor;
use super::super::mode::is_grad_enabled;
use super::node::{Call, Core, Cotangents, Edge, Node, NodeRef};
use parking_lot::RwLock;
use smallvec::{SmallVec, smallvec};
use std::panic::Location;
use std::sync::Arc;

/// The backward formula of an operation with one result: exactly the values it keeps, and what it does with them.
///
/// Formulas are written with tensor operations, so that a pass with `create_graph` records them in turn.
pub(crate) trait Backward<T: Element>: Send + Sync + 'static {
    /// PyTorch's name of the node.
    const NAME: &'static str;
    /// Whether the node keeps anything a pass frees; one that does not can be walked again.
    const SAVES: bool = true;

    /// The cotangents of the inputs, from that of the result. [`one`], [`two`] and [`many`] build the answer.
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents>;

    /// The name of this very node, where one formula serves several operations.
    fn name(&self) -> &'static str {
        Self::NAME
    }

    /// The shapes of what is kept, for drawing.
    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        Vec::new()
    }
}

/// The cotangent of the only input.
#[inline]
pub(crate) fn one<T: Element>(d_x: Tensor<T>) -> Result<Cotangents> {
    Ok(smallvec![Some(T::wrap(d_x))])
}

/// The cotangents of two inputs; `None` for one that is not needed.
#[inline]
pub(crate) fn two<T: Element>(d_a: Option<Tensor<T>>, d_b: Option<Tensor<T>>) -> Result<Cotangents> {
    Ok(smallvec![d_a.map(T::wrap), d_b.map(T::wrap)])
}

/// The cotangents of any number of inputs.
pub(crate) fn many<T: Element>(d_inputs: impl IntoIterator<Item = Option<Tensor<T>>>) -> Result<Cotangents> {
    Ok(d_inputs.into_iter().map(|d| d.map(T::wrap)).collect())
}

/// Whether an operation on these inputs is to be recorded.
#[inline]
pub(crate) fn recording<T: Element>(inputs: &[&Tensor<T>]) -> bool {
    is_grad_enabled() && inputs.iter().any(|x| x.requires_grad())
}

/// Gives the fresh result `y` its history, where recording is on and an input requires a gradient. `formula` is
/// called only then, with the result.
#[track_caller]
#[inline]
pub(crate) fn record<T: Element, B: Backward<T>>(
    y: Tensor<T>,
    inputs: &[&Tensor<T>],
    formula: impl FnOnce(&Tensor<T>) -> B,
) -> Tensor<T> {
    if recording(inputs) { record_edges(y, edges_of(inputs), formula) } else { y }
}

fn edges_of<T: Element>(inputs: &[&Tensor<T>]) -> SmallVec<[Option<Edge>; 2]> {
    let mut edges = SmallVec::new();
    for x in inputs {
        edges.push(x.edge());
    }
    edges
}

/// [`record`] for inputs of any types, given as edges.
#[track_caller]
#[inline]
pub(crate) fn record_edges<T: Element, B: Backward<T>>(
    mut y: Tensor<T>,
    edges: SmallVec<[Option<Edge>; 2]>,
    formula: impl FnOnce(&Tensor<T>) -> B,
) -> Tensor<T> {
    let formula = formula(&y);
    let node = Operation {
        core: Core::new(edges, Location::caller()),
        formula: RwLock::new(Some(formula)),
        element: std::marker::PhantomData::<fn() -> T>,
    };
    y.attach(Edge::first(NodeRef::new(Arc::new(node))));
    y
}

/// The node of an operation with one result.
struct Operation<T, B> {
    core: Core,
    formula: RwLock<Option<B>>,
    element: std::marker::PhantomData<fn() -> T>,
}

impl<T: Element, B: Backward<T>> Node for Operation<T, B> {
    fn core(&self) -> &Core {
        &self.core
    }

    fn name(&self) -> &str {
        self.formula.read_recursive().as_ref().map_or(B::NAME, |formula| formula.name())
    }

    fn run(&self, mut d_outputs: Cotangents, call: &Call<'_>) -> Result<Cotangents> {
        let Some(d_y) = d_outputs.pop().flatten() else {
            return Ok(SmallVec::from_elem(None, self.core.edges.len()));
        };
        let d_y = T::unwrap(d_y);
        if call.release && B::SAVES {
            let formula = self.formula.write().take().ok_or_else(freed)?;
            return formula.backward(d_y, call);
        }
        self.formula.read_recursive().as_ref().ok_or_else(freed)?.backward(d_y, call)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        self.formula.read_recursive().as_ref().map(|formula| formula.saved_shapes()).unwrap_or_default()
    }
}

/// The backward formula of an operation with several differentiable results.
pub(crate) trait BackwardMany<T: Element>: Send + Sync + 'static {
    /// PyTorch's name of the node.
    fn name(&self) -> &str;

    /// The cotangents of the inputs, from those of the results; `None` stands for zero.
    fn backward(&self, d_outputs: Vec<Option<Tensor<T>>>, call: &Call<'_>) -> Result<Cotangents>;

    /// The shapes of what is kept, for drawing.
    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        Vec::new()
    }
}

/// [`record`] for several fresh results of one node. `formula` keeps results by [`Saved::nth_output`].
///
/// [`Saved::nth_output`]: super::saved::Saved::nth_output
#[track_caller]
pub(crate) fn record_many<T: Element, B: BackwardMany<T>>(
    outputs: Vec<Tensor<T>>,
    inputs: &[&Tensor<T>],
    formula: impl FnOnce(&[Tensor<T>]) -> B,
) -> Vec<Tensor<T>> {
    if !recording(inputs) {
        return outputs;
    }
    record_many_edges(outputs, edges_of(inputs), formula)
}

/// [`record_many`] for inputs given as edges.
#[track_caller]
pub(crate) fn record_many_edges<T: Element, B: BackwardMany<T>>(
    mut outputs: Vec<Tensor<T>>,
    edges: SmallVec<[Option<Edge>; 2]>,
    formula: impl FnOnce(&[Tensor<T>]) -> B,
) -> Vec<Tensor<T>> {
    let formula = formula(&outputs);
    let name = formula.name().to_owned();
    let node = NodeRef::new(Arc::new(ManyOperation {
        core: Core::new(edges, Location::caller()),
        name,
        formula: RwLock::new(Some(formula)),
        element: std::marker::PhantomData::<fn() -> T>,
    }));
    for (output, y) in outputs.iter_mut().enumerate() {
        y.attach(Edge { node: node.clone(), output: output as u32 });
    }
    outputs
}

/// The node of an operation with several results.
struct ManyOperation<T, B> {
    core: Core,
    name: String,
    formula: RwLock<Option<B>>,
    element: std::marker::PhantomData<fn() -> T>,
}

impl<T: Element, B: BackwardMany<T>> Node for ManyOperation<T, B> {
    fn core(&self) -> &Core {
        &self.core
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn run(&self, d_outputs: Cotangents, call: &Call<'_>) -> Result<Cotangents> {
        let d_outputs = d_outputs.into_iter().map(|d| d.map(T::unwrap)).collect();
        if call.release {
            let formula = self.formula.write().take().ok_or_else(freed)?;
            return formula.backward(d_outputs, call);
        }
        self.formula.read_recursive().as_ref().ok_or_else(freed)?.backward(d_outputs, call)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        self.formula.read_recursive().as_ref().map(|formula| formula.saved_shapes()).unwrap_or_default()
    }
}

#[cold]
pub(crate) fn freed() -> TensorError {
    TensorError::graph(
        "Trying to backward through the graph a second time (or directly access saved tensors after they have already \
         been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). \
         Specify retain_graph=True if you need to backward through the graph a second time or if you need to access \
         saved tensors after calling backward.",
    )
}
