//! What users call to differentiate: `backward` adds to the leaves, `grad` returns.

use super::element::Element;
use super::error::{OrPanic, Result, TensorError};
use super::graph::node::Edge;
use super::graph::walk::{self, Options};
use super::handle::Tensor;
use super::shape::list;
use super::sparse::LeafGrad;

/// How to run [`Tensor::backward_options`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BackwardOptions {
    /// Keep the saved values, so that the graph can be walked again.
    pub retain_graph: bool,
    /// Record the pass itself, so that the gradients can be differentiated; implies `retain_graph`.
    pub create_graph: bool,
}

impl From<BackwardOptions> for Options {
    fn from(options: BackwardOptions) -> Self {
        Self { retain: options.retain_graph || options.create_graph, create_graph: options.create_graph }
    }
}

/// How to run [`grad_with`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GradOptions {
    /// Keep the saved values, so that the graph can be walked again.
    pub retain_graph: bool,
    /// Record the pass itself, so that the gradients can be differentiated; implies `retain_graph`.
    pub create_graph: bool,
    /// An input the outputs do not depend on gets `None` instead of being an error.
    pub allow_unused: bool,
    /// An input the outputs do not depend on gets zeros.
    pub materialize_grads: bool,
}

impl<T: Element> Tensor<T> {
    /// Adds the gradient of this one-element tensor to every leaf it depends on, and frees the saved values.
    ///
    /// # Panics
    ///
    /// Where [`try_backward`](Self::try_backward) returns an error.
    #[track_caller]
    pub fn backward(&self) {
        self.try_backward().or_panic();
    }

    /// [`backward`](Self::backward), returning what is wrong as an error; no gradient has changed then.
    ///
    /// # Errors
    ///
    /// When the tensor has several elements, requires no gradient, or its graph was freed or written to.
    pub fn try_backward(&self) -> Result<()> {
        self.backward_options(None, BackwardOptions::default())
    }

    /// Adds `gradient`ᵀ · ∂self/∂leaf to every leaf: the vector-Jacobian product with `gradient`.
    ///
    /// # Panics
    ///
    /// Where [`try_backward_with`](Self::try_backward_with) returns an error.
    #[track_caller]
    pub fn backward_with(&self, gradient: &Self) {
        self.try_backward_with(gradient).or_panic();
    }

    /// [`backward_with`](Self::backward_with), returning what is wrong as an error.
    ///
    /// # Errors
    ///
    /// When the shapes differ, the tensor requires no gradient, or its graph was freed or written to.
    pub fn try_backward_with(&self, gradient: &Self) -> Result<()> {
        self.backward_options(Some(gradient), BackwardOptions::default())
    }

    /// [`backward`](Self::backward) keeping the saved values, so that the graph can be walked again.
    ///
    /// # Panics
    ///
    /// As [`backward`](Self::backward).
    #[track_caller]
    pub fn backward_retain_graph(&self) {
        self.backward_options(None, BackwardOptions { retain_graph: true, create_graph: false }).or_panic();
    }

    /// The general form: any gradient, any options.
    ///
    /// # Errors
    ///
    /// As [`try_backward_with`](Self::try_backward_with).
    pub fn backward_options(&self, gradient: Option<&Self>, options: BackwardOptions) -> Result<()> {
        walk::to_leaves(vec![(start(self, 0)?, T::wrap(seed(self, gradient, 0)?))], options.into())
    }

    /// Adds the gradients of `inputs` alone, leaves or not.
    ///
    /// # Errors
    ///
    /// As [`try_backward_with`](Self::try_backward_with), and when `inputs` is empty.
    pub fn backward_inputs(&self, gradient: Option<&Self>, inputs: &[&Self], options: BackwardOptions) -> Result<()> {
        if inputs.is_empty() {
            return Err(TensorError::value("`inputs` argument to `backward()` cannot be empty."));
        }
        let root = (start(self, 0)?, T::wrap(seed(self, gradient, 0)?));
        let found = walk::to_targets(vec![root], &targets(inputs)?, options.into())?;
        let _mode = super::mode::set_grad_enabled(options.create_graph);
        for (input, d) in inputs.iter().zip(found) {
            if let Some(d) = d {
                input.accumulate(d);
            }
        }
        Ok(())
    }

    /// Replaces the gradient.
    ///
    /// # Errors
    ///
    /// When its shape is not this tensor's.
    pub fn set_grad(&self, grad: Option<Self>) -> Result<()> {
        if let Some(grad) = &grad
            && grad.shape() != self.shape()
        {
            return Err(TensorError::shape(format!(
                "attempting to assign a gradient of size '{}' to a tensor of size '{}'. Please ensure that the \
                 gradient and the tensor are the same size",
                list(grad.shape()),
                list(self.shape())
            )));
        }
        let before = std::mem::replace(&mut self.0.extra().state.lock().grad, grad.map(LeafGrad::Dense));
        drop(before);
        Ok(())
    }
}

/// Walks from several roots at once. A root without a gradient of its own must have one element.
///
/// # Errors
///
/// As [`Tensor::try_backward_with`], for any of the roots.
pub fn backward_all<T: Element>(
    roots: &[&Tensor<T>],
    gradients: &[Option<&Tensor<T>>],
    options: BackwardOptions,
) -> Result<()> {
    walk::to_leaves(start_all(roots, gradients)?, options.into())
}

/// The gradients of one-element outputs, summed, with respect to `inputs`. Nothing is accumulated.
///
/// ```
/// use autograd_runtime::tensor::{Tensor, grad};
///
/// let x = Tensor::scalar(3.0).requires_grad_(true);
/// let y = &x * &x;
/// assert_eq!(grad(&[&y], &[&x]).unwrap()[0].item(), 6.0);
/// ```
///
/// # Errors
///
/// As [`grad_with`] with no options set.
pub fn grad<T: Element>(outputs: &[&Tensor<T>], inputs: &[&Tensor<T>]) -> Result<Vec<Tensor<T>>> {
    let found = grad_with(outputs, inputs, &[], GradOptions::default())?;
    Ok(found.into_iter().flatten().collect())
}

/// The gradients of `outputs`, weighted with `grad_outputs`, with respect to `inputs`. Nothing is accumulated.
/// `grad_outputs` may be empty when every output has one element.
///
/// # Errors
///
/// When shapes differ, an output or input requires no gradient, an input is unused (see
/// [`GradOptions::allow_unused`]), or the graph was freed or written to.
pub fn grad_with<T: Element>(
    outputs: &[&Tensor<T>],
    inputs: &[&Tensor<T>],
    grad_outputs: &[Option<&Tensor<T>>],
    options: GradOptions,
) -> Result<Vec<Option<Tensor<T>>>> {
    let edges = targets(inputs)?;
    let roots = start_all(outputs, grad_outputs)?;
    let walked = Options { retain: options.retain_graph || options.create_graph, create_graph: options.create_graph };
    let found = walk::to_targets(roots, &edges, walked)?;
    let mut gradients = Vec::with_capacity(inputs.len());
    for (i, (d, input)) in found.into_iter().zip(inputs).enumerate() {
        gradients.push(match d {
            Some(d) => Some(T::unwrap(d)),
            None if options.materialize_grads => Some(Tensor::zeros(input.shape())),
            None if options.allow_unused => None,
            None => {
                return Err(TensorError::graph(format!(
                    "The differentiated Tensor at index {i} appears to not have been used in the graph. Set \
                     allow_unused=True if this is the desired behavior."
                )));
            }
        });
    }
    Ok(gradients)
}

fn start_all<T: Element>(
    roots: &[&Tensor<T>],
    gradients: &[Option<&Tensor<T>>],
) -> Result<Vec<(Edge, super::element::AnyTensor)>> {
    if !gradients.is_empty() && gradients.len() != roots.len() {
        return Err(TensorError::value(format!("got {} tensors and {} gradients", roots.len(), gradients.len())));
    }
    let gradient = |i: usize| gradients.get(i).copied().flatten();
    roots.iter().enumerate().map(|(i, root)| Ok((start(root, i)?, T::wrap(seed(root, gradient(i), i)?)))).collect()
}

/// Where the walk starts from a root.
fn start<T: Element>(root: &Tensor<T>, i: usize) -> Result<Edge> {
    root.edge().ok_or_else(|| {
        TensorError::graph(format!("element {i} of tensors does not require grad and does not have a grad_fn"))
    })
}

/// The root's own cotangent: as given, or one.
fn seed<T: Element>(root: &Tensor<T>, gradient: Option<&Tensor<T>>, i: usize) -> Result<Tensor<T>> {
    match gradient {
        Some(gradient) if gradient.shape() != root.shape() => Err(TensorError::shape(format!(
            "Mismatch in shape: grad_output[{i}] has a shape of torch.Size({}) and output[{i}] has a shape of \
             torch.Size({}).",
            list(gradient.shape()),
            list(root.shape())
        ))),
        Some(gradient) => Ok(gradient.clone()),
        None if root.numel() == 1 => Ok(Tensor::ones(root.shape())),
        None => Err(TensorError::graph(format!(
            "grad can be implicitly created only for scalar outputs (this one has shape {})",
            list(root.shape())
        ))),
    }
}

fn targets<T: Element>(inputs: &[&Tensor<T>]) -> Result<Vec<Edge>> {
    inputs
        .iter()
        .map(|input| {
            input.edge().ok_or_else(|| TensorError::graph("One of the differentiated Tensors does not require grad"))
        })
        .collect()
}
