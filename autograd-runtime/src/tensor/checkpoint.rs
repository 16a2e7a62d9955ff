//! Checkpointing: what a closure computes on the way is forgotten and computed again when the backward pass needs it.

use super::backward::{GradOptions, grad_with};
use super::element::Element;
use super::error::{Result, TensorError};
use super::function::{Context, Function};
use super::handle::Tensor;
use super::mode::{enable_grad, is_grad_enabled};

/// `f(inputs)` as one node, which keeps the inputs instead of what `f` saves. The backward pass runs `f` once more:
/// memory for time.
///
/// Gradients reach `inputs` and nothing else: parameters that `f` captures must be among them. `f` must compute the
/// same both times.
///
/// ```
/// use autograd_runtime::tensor::{Tensor, checkpoint};
///
/// let x = Tensor::from_slice(&[0.5, 1.5]).requires_grad_(true);
/// let y = checkpoint(|x| vec![x[0].exp().sin()], &[&x]).unwrap().remove(0);
/// y.sum().backward();
/// let expected: Vec<f64> = x.to_vec().iter().map(|x| x.exp().cos() * x.exp()).collect();
/// assert_eq!(x.grad().unwrap().to_vec(), expected);
/// ```
///
/// # Errors
///
/// When `f` returns something that is not the result of a first run.
#[track_caller]
pub fn checkpoint<T: Element>(
    f: impl Fn(&[Tensor<T>]) -> Vec<Tensor<T>> + Send + Sync + 'static,
    inputs: &[&Tensor<T>],
) -> Result<Vec<Tensor<T>>> {
    Checkpoint { f }.apply(inputs)
}

struct Checkpoint<F> {
    f: F,
}

impl<T: Element, F: Fn(&[Tensor<T>]) -> Vec<Tensor<T>> + Send + Sync + 'static> Function<T> for Checkpoint<F> {
    fn forward(&self, ctx: &mut Context<T>, inputs: &[Tensor<T>]) -> Result<Vec<Tensor<T>>> {
        ctx.save_for_backward(&inputs.iter().collect::<Vec<_>>());
        ctx.set_materialize_grads(false);
        Ok((self.f)(inputs))
    }

    fn backward(&self, ctx: &Context<T>, d_outputs: &[Option<Tensor<T>>]) -> Result<Vec<Option<Tensor<T>>>> {
        let saved = ctx.saved_tensors()?;
        // With `create_graph` the second run hangs on the inputs' history; otherwise on leaves of its own.
        let create_graph = is_grad_enabled();
        let inputs: Vec<Tensor<T>> = saved
            .iter()
            .zip(ctx.needs_input_grad())
            .map(|(x, &needed)| if create_graph { Ok(x.clone()) } else { x.detach().try_requires_grad_(needed) })
            .collect::<Result<_>>()?;
        let outputs = enable_grad(|| (self.f)(&inputs));
        if outputs.len() != d_outputs.len() {
            return Err(TensorError::graph(format!(
                "checkpoint: the function returned {} tensors in the backward pass and {} in the forward pass",
                outputs.len(),
                d_outputs.len()
            )));
        }
        let (roots, seeds): (Vec<_>, Vec<_>) =
            outputs.iter().zip(d_outputs).filter(|(y, d)| y.requires_grad() && d.is_some()).unzip();
        let active: Vec<&Tensor<T>> = inputs.iter().filter(|x| x.requires_grad()).collect();
        let mut found = Vec::new().into_iter();
        if !roots.is_empty() && !active.is_empty() {
            let seeds: Vec<Option<&Tensor<T>>> = seeds.into_iter().map(Option::as_ref).collect();
            let options = GradOptions { create_graph, allow_unused: true, ..GradOptions::default() };
            found = grad_with(&roots, &active, &seeds, options)?.into_iter();
        }
        Ok(inputs.iter().map(|x| if x.requires_grad() { found.next().flatten() } else { None }).collect())
    }

    fn name(&self) -> String {
        "CheckpointFunctionBackward".into()
    }
}
