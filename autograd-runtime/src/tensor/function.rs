//! Operations of the user's own, with their own backward formula.

use super::element::Element;
use super::error::{OrPanic, Result, TensorError};
use super::graph::node::{Call, Cotangents};
use super::graph::record::{BackwardMany, many, record_many, recording};
use super::graph::saved::Saved;
use super::handle::Tensor;
use super::mode::no_grad;
use super::shape::list;

/// A differentiable operation with a hand-written backward formula. What it needs besides tensors are its fields.
///
/// ```
/// use autograd_runtime::tensor::{Context, Function, Tensor, TensorError};
///
/// struct Cube;
///
/// impl Function<f64> for Cube {
///     fn forward(&self, ctx: &mut Context<f64>, inputs: &[Tensor<f64>]) -> Result<Vec<Tensor<f64>>, TensorError> {
///         let x = &inputs[0];
///         ctx.save_for_backward(&[x]);
///         Ok(vec![x * x * x])
///     }
///     fn backward(
///         &self,
///         ctx: &Context<f64>,
///         d_outputs: &[Option<Tensor<f64>>],
///     ) -> Result<Vec<Option<Tensor<f64>>>, TensorError> {
///         let x = &ctx.saved_tensors()?[0];
///         Ok(vec![d_outputs[0].as_ref().map(|d_y| d_y * (x * x) * 3.0)])
///     }
/// }
///
/// let x = Tensor::scalar(2.0).requires_grad_(true);
/// let y = Cube.apply(&[&x]).unwrap().remove(0);
/// y.backward();
/// assert_eq!(x.grad().unwrap().item(), 12.0);
/// assert_eq!(y.grad_fn().unwrap().name(), "CubeBackward");
/// ```
pub trait Function<T: Element>: Send + Sync + Sized + 'static {
    /// Computes the outputs. It runs without recording.
    ///
    /// # Errors
    ///
    /// Whatever the operation refuses.
    fn forward(&self, ctx: &mut Context<T>, inputs: &[Tensor<T>]) -> Result<Vec<Tensor<T>>>;

    /// Maps the cotangents of the outputs to those of the inputs, one per input, `None` for zero. Written with tensor
    /// operations it can itself be differentiated.
    ///
    /// # Errors
    ///
    /// Whatever the operation refuses.
    fn backward(&self, ctx: &Context<T>, d_outputs: &[Option<Tensor<T>>]) -> Result<Vec<Option<Tensor<T>>>>;

    /// The name its nodes have; by default the type's with `Backward`.
    fn name(&self) -> String {
        let path = std::any::type_name::<Self>();
        let path = path.split('<').next().unwrap_or(path);
        format!("{}Backward", path.rsplit("::").next().unwrap_or(path))
    }

    /// Runs the operation and records it.
    ///
    /// # Errors
    ///
    /// What `forward` returns.
    #[track_caller]
    fn apply(self, inputs: &[&Tensor<T>]) -> Result<Vec<Tensor<T>>> {
        let needs: Vec<bool> = inputs.iter().map(|x| x.requires_grad()).collect();
        let mut ctx = Context {
            pending: Vec::new(),
            saved: Vec::new(),
            freed: None,
            needs,
            constant: Vec::new(),
            materialize: true,
        };
        let owned: Vec<Tensor<T>> = inputs.iter().map(|&x| x.clone()).collect();
        let outputs = no_grad(|| self.forward(&mut ctx, &owned))?;
        // An output that is an input's handle gets a handle of its own to carry the new history.
        let outputs: Vec<Tensor<T>> = outputs
            .into_iter()
            .map(|y| if owned.iter().any(|x| x.is_same(&y)) { y.copied() } else { y.detach() })
            .collect();
        if !recording(inputs) {
            return Ok(outputs);
        }
        let constant = std::mem::take(&mut ctx.constant);
        let shapes = outputs.iter().map(|y| y.shape().to_vec()).collect();
        let plain: Vec<Tensor<T>> = outputs.iter().map(Tensor::detach).collect();
        let name = self.name();
        let mut outputs = record_many(outputs, inputs, |outputs| {
            for x in std::mem::take(&mut ctx.pending) {
                let output = outputs.iter().position(|y| y.shares_storage(&x) && y.shape() == x.shape());
                ctx.saved.push(match output {
                    Some(i) => Saved::nth_output(&outputs[i], i as u32),
                    None => Saved::input(&x),
                });
            }
            Custom {
                function: self,
                name,
                ctx,
                input_shapes: inputs.iter().map(|x| x.shape().to_vec()).collect(),
                output_shapes: shapes,
            }
        });
        for i in constant {
            outputs[i] = plain[i].clone();
        }
        Ok(outputs)
    }
}

/// What a [`Function`] keeps between forward and backward.
pub struct Context<T: Element> {
    pending: Vec<Tensor<T>>,
    saved: Vec<Saved<T>>,
    /// The saved tensors, read back for the pass that runs.
    freed: Option<Result<Vec<Tensor<T>>>>,
    needs: Vec<bool>,
    constant: Vec<usize>,
    materialize: bool,
}

impl<T: Element> Context<T> {
    /// Keeps inputs, outputs or anything else for the backward formula, with a check that nobody writes to them.
    pub fn save_for_backward(&mut self, tensors: &[&Tensor<T>]) {
        self.pending = tensors.iter().map(|&t| t.clone()).collect();
    }

    /// What [`save_for_backward`](Self::save_for_backward) kept.
    ///
    /// # Errors
    ///
    /// When one of them has been modified in place.
    pub fn saved_tensors(&self) -> Result<Vec<Tensor<T>>> {
        self.freed.clone().unwrap_or_else(|| Ok(self.pending.clone()))
    }

    /// Which inputs need a gradient.
    pub fn needs_input_grad(&self) -> &[bool] {
        &self.needs
    }

    /// Declares that the output with this index carries no gradient.
    pub fn mark_non_differentiable(&mut self, output: usize) {
        self.constant.push(output);
    }

    /// Whether an output nobody used has zeros for its cotangent (the default) or `None`.
    pub fn set_materialize_grads(&mut self, materialize: bool) {
        self.materialize = materialize;
    }
}

struct Custom<T: Element, F> {
    function: F,
    name: String,
    ctx: Context<T>,
    input_shapes: Vec<Vec<usize>>,
    output_shapes: Vec<Vec<usize>>,
}

impl<T: Element, F: Function<T>> BackwardMany<T> for Custom<T, F> {
    fn name(&self) -> &str {
        &self.name
    }

    fn backward(&self, mut d_outputs: Vec<Option<Tensor<T>>>, call: &Call<'_>) -> Result<Cotangents> {
        d_outputs.resize_with(self.output_shapes.len(), || None);
        if self.ctx.materialize {
            for (d, shape) in d_outputs.iter_mut().zip(&self.output_shapes) {
                d.get_or_insert_with(|| Tensor::zeros(shape));
            }
        }
        let ctx = Context {
            pending: Vec::new(),
            saved: Vec::new(),
            freed: Some(self.ctx.saved.iter().map(|saved| saved.get(call)).collect()),
            needs: self.ctx.needs.clone(),
            constant: Vec::new(),
            materialize: self.ctx.materialize,
        };
        let d_inputs = self.function.backward(&ctx, &d_outputs)?;
        if d_inputs.len() != self.input_shapes.len() {
            return Err(TensorError::value(format!(
                "function {} returned an incorrect number of gradients (expected {}, got {})",
                self.name,
                self.input_shapes.len(),
                d_inputs.len()
            )));
        }
        let fitted =
            d_inputs.into_iter().zip(&self.input_shapes).enumerate().map(|(i, (d, shape))| self.fit(i, d, shape));
        many(fitted.collect::<Result<Vec<_>>>()?)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        self.ctx.saved.iter().map(Saved::shape).collect()
    }
}

impl<T: Element, F: Function<T>> Custom<T, F> {
    /// Sums a cotangent that is broadcast from the input's shape.
    fn fit(&self, i: usize, d: Option<Tensor<T>>, shape: &[usize]) -> Result<Option<Tensor<T>>> {
        let Some(d) = d else { return Ok(None) };
        if d.shape() == shape {
            return Ok(Some(d));
        }
        match super::shape::broadcast(d.shape(), shape) {
            Ok(both) if *both == *d.shape() => Ok(Some(d.sum_to(shape))),
            _ => Err(TensorError::shape(format!(
                "Function {} returned an invalid gradient at index {i} - got {} but expected shape compatible with {}",
                self.name,
                list(d.shape()),
                list(shape)
            ))),
        }
    }
}

impl<T: Element> Tensor<T> {
    /// Runs a [`Function`] with one output on this tensor.
    ///
    /// # Panics
    ///
    /// When the function fails or does not return exactly one output.
    #[track_caller]
    pub fn apply<F: Function<T>>(&self, function: F) -> Self {
        let mut outputs = function.apply(&[self]).or_panic();
        assert_eq!(outputs.len(), 1, "the function returned {} outputs", outputs.len());
        outputs.remove(0)
    }
}
