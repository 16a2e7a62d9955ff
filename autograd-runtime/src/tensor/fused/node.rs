//! The node: a pullback, and a walk that calls it.

use super::super::element::AnyTensor;
use super::super::error::{OrPanic, Result, TensorError};
use super::super::graph::node::{Call, Cotangents, Edge};
use super::super::graph::record::{BackwardMany, freed, record_many_edges};
use super::super::handle::Tensor;
use super::super::mode::is_grad_enabled;
use super::super::shape::Sizes;
use super::{Output, Source};
use crate::Workspace;
use parking_lot::Mutex;
use smallvec::SmallVec;
use std::cell::Cell;

thread_local! {
    /// Storage for saved values, which one call takes and the next one's pullback gives back.
    static WORKSPACE: Cell<Workspace> = const { Cell::new(Workspace::new()) };
}

/// A pullback that the walk may run on any thread.
#[diagnostic::on_unimplemented(
    message = "a recursive function cannot be a node of a graph",
    label = "what this function keeps for its gradient is tied to a thread",
    note = "write the recursion as a loop, inside the function or around it"
)]
pub trait Movable: Send {}

#[diagnostic::do_not_recommend]
impl<P: Send> Movable for P {}

/// What the backward part is told when it runs.
pub struct Pass<'a> {
    pub(super) call: &'a Call<'a>,
}

/// Runs the forward part with the thread's workspace.
///
/// # Errors
/// What the forward part returns.
pub fn forward<R>(run: impl FnOnce(&mut Workspace) -> Result<R>) -> Result<R> {
    // Taken out meanwhile, so that nothing that the function does can find it in use.
    let mut workspace = WORKSPACE.take();
    let result = run(&mut workspace);
    WORKSPACE.set(workspace);
    result
}

/// The result where nothing is recorded.
pub fn unrecorded<R: Output>(value: R) -> R::Tensors {
    R::gather(value.tensors())
}

/// The result with its history. `backward` calls the pullback and returns the cotangents of the sources.
#[track_caller]
pub fn record<R, P, B>(
    names: [&'static str; 2],
    value: R,
    sources: impl IntoIterator<Item = Source>,
    pullback: P,
    backward: B,
) -> R::Tensors
where
    R: Output + 'static,
    P: Clone + Movable + 'static,
    B: Fn(P, &Pass<'_>, R, &mut Workspace) -> Result<Vec<Option<AnyTensor>>> + Send + Sync + 'static,
{
    let edges: SmallVec<[Option<Edge>; 2]> = sources.into_iter().map(|Source(edge)| edge).collect();
    let tensors = value.tensors();
    let shapes = tensors.iter().map(|y| y.shape().into()).collect();
    let [function, name] = names;
    R::gather(record_many_edges(tensors, edges, |_| Fused {
        function,
        name,
        shapes,
        pullback: Mutex::new(Some(pullback)),
        backward,
        output: std::marker::PhantomData::<fn() -> R>,
    }))
}

/// The result, or a panic with the error's text.
#[track_caller]
pub fn or_panic<R>(result: Result<R>) -> R {
    result.or_panic()
}

struct Fused<R, P, B> {
    function: &'static str,
    /// As PyTorch names nodes: `LossBackward`.
    name: &'static str,
    shapes: Vec<Sizes>,
    /// Taken by the last pass, so that what it saved is not copied.
    pullback: Mutex<Option<P>>,
    backward: B,
    output: std::marker::PhantomData<fn() -> R>,
}

impl<R, P, B> BackwardMany<R::Element> for Fused<R, P, B>
where
    R: Output + 'static,
    P: Clone + Movable + 'static,
    B: Fn(P, &Pass<'_>, R, &mut Workspace) -> Result<Vec<Option<AnyTensor>>> + Send + Sync + 'static,
{
    fn name(&self) -> &str {
        self.name
    }

    fn backward(&self, d_outputs: Vec<Option<Tensor<R::Element>>>, call: &Call<'_>) -> Result<Cotangents> {
        let mut given = d_outputs.into_iter();
        let cotangents: Vec<Tensor<R::Element>> =
            self.shapes.iter().map(|shape| given.next().flatten().unwrap_or_else(|| Tensor::zeros(shape))).collect();
        let pullback = {
            let mut pullback = self.pullback.lock();
            if call.release { pullback.take() } else { pullback.clone() }
        };
        let (pullback, seed) = (pullback.ok_or_else(freed)?, R::seed(&cotangents));
        let d_inputs = forward(|workspace| (self.backward)(pullback, &Pass { call }, seed, workspace))?;
        let d_inputs = d_inputs.into_iter().enumerate().map(|(i, d)| d.filter(|_| call.needs(i)));
        if !is_grad_enabled() {
            return Ok(d_inputs.collect());
        }
        Ok(d_inputs.map(|d| d.map(|d| self.once(d, call))).collect())
    }
}

impl<R: Output, P, B> Fused<R, P, B> {
    /// A cotangent that cannot be differentiated: it depends on the arguments and on the cotangents of the results, but
    /// how is known only to a second derivative, which the compiler was not asked for.
    fn once(&self, d: AnyTensor, call: &Call<'_>) -> AnyTensor {
        let edges: SmallVec<[Option<Edge>; 2]> = call.node.core().edges.clone();
        let once = Once { function: self.function };
        match d {
            AnyTensor::F32(d) => AnyTensor::F32(record_many_edges(vec![d], edges, |_| once).remove(0)),
            AnyTensor::F64(d) => AnyTensor::F64(record_many_edges(vec![d], edges, |_| once).remove(0)),
            sparse @ (AnyTensor::SparseF32(_) | AnyTensor::SparseF64(_)) => sparse,
        }
    }
}

/// Stands behind a gradient that cannot be differentiated again.
struct Once {
    function: &'static str,
}

impl<T: super::super::element::Element> BackwardMany<T> for Once {
    fn name(&self) -> &str {
        "Error"
    }

    fn backward(&self, _: Vec<Option<Tensor<T>>>, _: &Call<'_>) -> Result<Cotangents> {
        Err(TensorError::graph(format!(
            "trying to differentiate twice the function `{}`, which was compiled for one derivative: its gradient cannot \
             be differentiated. For second derivatives, write it with tensor operations",
            self.function
        )))
    }
}
