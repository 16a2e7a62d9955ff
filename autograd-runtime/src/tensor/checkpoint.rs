//! Checkpointing: what a closure computes on the way is forgotten and computed again when the backward pass needs it.

use super::element::Element;
use super::error::{Result, TensorError};
use super::graph::node::{Call, Cotangents, Edge, latest_number};
use super::graph::record::{BackwardMany, record_many_edges};
use super::graph::saved::Saved;
use super::graph::walk::{self, Options};
use super::handle::Tensor;
use super::mode::{enable_grad, is_grad_enabled};
use super::random::Generator;
use super::shape::list;

/// `f(inputs)` as one node, which keeps the inputs instead of what `f` saves. The backward pass runs `f` once more:
/// memory for time.
///
/// Gradients reach the inputs and whatever else `f` uses, such as parameters that it captures. `f` must compute the
/// same both times; random numbers from the default generator repeat themselves.
///
/// ```
/// use autograd_runtime::tensor::{Tensor, checkpoint};
///
/// let x = Tensor::from_slice(&[0.5, 1.5]).requires_grad_(true);
/// let w = Tensor::scalar(2.0).requires_grad_(true);
/// let captured = w.clone();
/// let y = checkpoint(move |x| vec![(&x[0] * &captured).exp().sin()], &[&x]).unwrap().remove(0);
/// y.sum().backward();
/// let slope: Vec<f64> = x.to_vec().iter().map(|x: &f64| (2.0 * x).exp().cos() * (2.0 * x).exp()).collect();
/// assert_eq!(x.grad().unwrap().to_vec(), [2.0 * slope[0], 2.0 * slope[1]]);
/// assert_eq!(w.grad().unwrap().item(), 0.5 * slope[0] + 1.5 * slope[1]);
/// ```
///
/// # Errors
///
/// None in the forward pass. The backward pass fails where `f` does not repeat itself.
#[track_caller]
pub fn checkpoint<T: Element>(
    f: impl Fn(&[Tensor<T>]) -> Vec<Tensor<T>> + Send + Sync + 'static,
    inputs: &[&Tensor<T>],
) -> Result<Vec<Tensor<T>>> {
    if !is_grad_enabled() {
        return Ok(f(&inputs.iter().map(|&x| x.clone()).collect::<Vec<_>>()));
    }
    let random = Generator::default_state();
    // The first run is recorded to see what `f` uses; its graph goes as soon as that is known.
    let run = Run::new(&f, inputs, false)?;
    let outputs: Vec<Tensor<T>> = run.outputs.iter().map(Tensor::detach).collect();
    if run.outputs.iter().all(|y| !y.requires_grad()) {
        return Ok(outputs);
    }
    let own: Vec<(usize, u32)> = run.inputs.iter().filter_map(Tensor::edge).map(|edge| key(&edge)).collect();
    let uses = walk::boundary(run.outputs.iter().filter_map(Tensor::edge), run.since);
    let captured = uses.into_iter().filter(|edge| !own.contains(&key(edge))).map(Some);
    let edges = inputs.iter().map(|x| x.edge()).chain(captured).collect();
    let constant: Vec<bool> = run.outputs.iter().map(|y| !y.requires_grad()).collect();
    drop(run);
    let plain: Vec<Tensor<T>> = outputs.iter().map(Tensor::detach).collect();
    let mut recorded = record_many_edges(outputs, edges, |outputs| Checkpoint {
        f,
        random,
        inputs: inputs.iter().map(|x| Saved::input(x)).collect(),
        shapes: outputs.iter().map(|y| y.shape().to_vec()).collect(),
    });
    for (i, y) in plain.into_iter().enumerate().filter(|(i, _)| constant[*i]) {
        recorded[i] = y;
    }
    Ok(recorded)
}

/// What identifies the output of a node while it lives.
fn key(edge: &Edge) -> (usize, u32) {
    (edge.node.address(), edge.output)
}

/// One run of the closure, with recording, on inputs of its own.
struct Run<T: Element> {
    inputs: Vec<Tensor<T>>,
    outputs: Vec<Tensor<T>>,
    /// What was there before the run has numbers up to this one.
    since: u64,
}

impl<T: Element> Run<T> {
    /// Inputs are leaves, or with `history` copies of what they are.
    fn new(f: impl Fn(&[Tensor<T>]) -> Vec<Tensor<T>>, inputs: &[&Tensor<T>], history: bool) -> Result<Self> {
        enable_grad(|| {
            let own = |x: &&Tensor<T>| {
                if history && x.requires_grad() {
                    return Ok(x.copy());
                }
                x.detach().try_requires_grad_(x.requires_grad())
            };
            let inputs = inputs.iter().map(own).collect::<Result<Vec<_>>>()?;
            let numbers = inputs.iter().filter_map(Tensor::edge).map(|edge| edge.node.core().number);
            let since = numbers.fold(latest_number(), u64::max);
            let outputs = f(&inputs);
            Ok(Self { inputs, outputs, since })
        })
    }
}

struct Checkpoint<T: Element, F> {
    f: F,
    random: Generator,
    inputs: Vec<Saved<T>>,
    shapes: Vec<Vec<usize>>,
}

impl<T, F> BackwardMany<T> for Checkpoint<T, F>
where
    T: Element,
    F: Fn(&[Tensor<T>]) -> Vec<Tensor<T>> + Send + Sync + 'static,
{
    fn name(&self) -> &str {
        "CheckpointFunctionBackward"
    }

    /// d_inputs and what was captured: a second run, walked from its outputs back to what was there before it.
    fn backward(&self, mut d_outputs: Vec<Option<Tensor<T>>>, call: &Call<'_>) -> Result<Cotangents> {
        d_outputs.resize_with(self.shapes.len(), || None);
        let saved = self.inputs.iter().map(|saved| saved.get(call)).collect::<Result<Vec<_>>>()?;
        // With `create_graph` the second run hangs on the inputs' history; otherwise on leaves of its own.
        let create_graph = is_grad_enabled();
        let inputs: Vec<&Tensor<T>> = saved.iter().collect();
        let run = Generator::with_default_state(&self.random, || Run::new(&self.f, &inputs, create_graph))?;
        let shapes: Vec<Vec<usize>> = run.outputs.iter().map(|y| y.shape().to_vec()).collect();
        if shapes != self.shapes {
            let text = |shapes: &[Vec<usize>]| shapes.iter().map(|s| list(s)).collect::<Vec<_>>().join(", ");
            return Err(TensorError::graph(format!(
                "checkpoint: the function returned tensors of shapes {} in the forward pass and {} in the backward pass",
                text(&self.shapes),
                text(&shapes)
            )));
        }
        let roots = run.outputs.iter().zip(d_outputs);
        let roots = roots.filter_map(|(y, d)| Some((y.edge()?, T::wrap(d?)))).collect();
        let options = Options { retain: create_graph, create_graph };
        let mut arrived = walk::to_boundary(roots, run.since, options)?;
        let own = run.inputs.iter().map(|x| x.edge().and_then(|edge| arrived.remove(&key(&edge))));
        let mut d_inputs: Cotangents = own.collect();
        let captured = call.node.core().edges.iter().skip(self.inputs.len());
        d_inputs.extend(captured.map(|edge| edge.as_ref().and_then(|edge| arrived.remove(&key(edge)))));
        if arrived.is_empty() {
            return Ok(d_inputs);
        }
        Err(TensorError::graph(format!(
            "checkpoint: in the backward pass the function used {} tensors that it had not used in the forward pass",
            arrived.len()
        )))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        self.inputs.iter().map(Saved::shape).collect()
    }
}
