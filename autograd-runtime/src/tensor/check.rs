//! Checking backward formulas against central differences.

use super::backward::{GradOptions, grad_with};
use super::element::Element;
use super::error::{ErrorKind, Result, TensorError};
use super::handle::Tensor;
use super::mode::no_grad;

/// Tolerances of [`gradcheck_with`], with PyTorch's defaults for `f64`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GradcheckOptions {
    /// The step of the differences.
    pub eps: f64,
    /// The absolute tolerance.
    pub atol: f64,
    /// The relative tolerance.
    pub rtol: f64,
}

impl Default for GradcheckOptions {
    fn default() -> Self {
        Self { eps: 1e-6, atol: 1e-5, rtol: 1e-3 }
    }
}

/// What is checked: a function of tensors.
type Program<'f, T> = dyn Fn(&[Tensor<T>]) -> Vec<Tensor<T>> + 'f;

/// Compares the Jacobian that backward computes with central differences, for every input that requires a gradient.
///
/// ```
/// use autograd_runtime::tensor::{Tensor, gradcheck};
///
/// let x = Tensor::from_slice(&[0.3, 1.2]).requires_grad_(true);
/// gradcheck(|x| vec![x[0].sin() * &x[0]], &[x]).unwrap();
/// ```
///
/// # Errors
///
/// When the Jacobians differ, naming output, input and both matrices; or when no input requires a gradient.
pub fn gradcheck<T: Element>(f: impl Fn(&[Tensor<T>]) -> Vec<Tensor<T>>, inputs: &[Tensor<T>]) -> Result<()> {
    gradcheck_with(f, inputs, GradcheckOptions::default())
}

/// [`gradcheck`] with tolerances.
///
/// # Errors
///
/// As [`gradcheck`].
pub fn gradcheck_with<T: Element>(
    f: impl Fn(&[Tensor<T>]) -> Vec<Tensor<T>>,
    inputs: &[Tensor<T>],
    options: GradcheckOptions,
) -> Result<()> {
    first(&f, inputs, options)
}

fn first<T: Element>(f: &Program<'_, T>, inputs: &[Tensor<T>], options: GradcheckOptions) -> Result<()> {
    if !inputs.iter().any(Tensor::requires_grad) {
        return Err(TensorError::value(
            "gradcheck expects at least one input tensor to require gradient, but none of them have requires_grad=True.",
        ));
    }
    let outputs = f(inputs);
    for (o, output) in outputs.iter().enumerate() {
        for (i, input) in inputs.iter().enumerate().filter(|(_, input)| input.requires_grad()) {
            let analytical = analytical(output, input)?;
            let numerical = numerical(f, inputs, o, i, output.numel(), options.eps)?;
            let close = analytical.iter().zip(&numerical).all(|(a, n)| {
                let (a, n) = (a.to_number(), n.to_number());
                (a - n).abs() <= options.atol + options.rtol * n.abs() || (a.is_nan() && n.is_nan())
            });
            if !close {
                let show = |values: Vec<T>| Tensor::owning(values, &[input.numel(), output.numel()]).to_string();
                return Err(TensorError::new(
                    ErrorKind::Numerical,
                    format!(
                        "Jacobian mismatch for output {o} with respect to input {i},\nnumerical:{}\nanalytical:{}\n",
                        show(numerical),
                        show(analytical)
                    ),
                ));
            }
        }
    }
    Ok(())
}

/// Checks the second derivatives: [`gradcheck`] of the gradient, as a function of the inputs and of the outputs'
/// cotangents.
///
/// # Errors
///
/// As [`gradcheck`].
pub fn gradgradcheck<T: Element>(f: impl Fn(&[Tensor<T>]) -> Vec<Tensor<T>>, inputs: &[Tensor<T>]) -> Result<()> {
    gradgradcheck_with(f, inputs, GradcheckOptions::default())
}

/// [`gradgradcheck`] with tolerances.
///
/// # Errors
///
/// As [`gradcheck`].
pub fn gradgradcheck_with<T: Element>(
    f: impl Fn(&[Tensor<T>]) -> Vec<Tensor<T>>,
    inputs: &[Tensor<T>],
    options: GradcheckOptions,
) -> Result<()> {
    second(&f, inputs, options)
}

fn second<T: Element>(f: &Program<'_, T>, inputs: &[Tensor<T>], options: GradcheckOptions) -> Result<()> {
    let n = inputs.len();
    let mut all = inputs.to_vec();
    for output in no_grad(|| f(inputs)) {
        // Cotangents that differ from element to element and are far from symmetric.
        let values = (0..output.numel()).map(|k| T::of(0.7 + (1.3 * k as f64 + 0.4).sin())).collect();
        all.push(Tensor::owning(values, output.shape()).try_requires_grad_(true)?);
    }
    // `gradcheck` wants outputs; what went wrong in computing them waits here.
    let failure = std::cell::RefCell::new(None);
    let gradient = |all: &[Tensor<T>]| {
        let (inputs, d_outputs) = all.split_at(n);
        let outputs = f(inputs);
        let active: Vec<&Tensor<T>> = inputs.iter().filter(|x| x.requires_grad()).collect();
        let (outputs, d_outputs): (Vec<&Tensor<T>>, Vec<Option<&Tensor<T>>>) =
            outputs.iter().zip(d_outputs).filter(|(y, _)| y.requires_grad()).map(|(y, d)| (y, Some(d))).unzip();
        let options = GradOptions { create_graph: true, materialize_grads: true, ..GradOptions::default() };
        let found = crate::tensor::enable_grad(|| grad_with(&outputs, &active, &d_outputs, options));
        match found {
            Ok(found) => found.into_iter().flatten().collect(),
            Err(error) => {
                failure.borrow_mut().get_or_insert(error);
                Vec::new()
            }
        }
    };
    drop(gradient(&all));
    if let Some(error) = failure.take() {
        return Err(error);
    }
    first(&gradient, &all, options)
}

/// The Jacobian from backward, `[input element, output element]`.
fn analytical<T: Element>(output: &Tensor<T>, input: &Tensor<T>) -> Result<Vec<T>> {
    let (rows, columns) = (input.numel(), output.numel());
    let mut jacobian = vec![T::zero(); rows * columns];
    if !output.requires_grad() {
        return Ok(jacobian);
    }
    for j in 0..columns {
        let mut unit = vec![T::zero(); columns];
        unit[j] = T::one();
        let unit = Tensor::owning(unit, output.shape());
        let options = GradOptions { retain_graph: true, materialize_grads: true, ..GradOptions::default() };
        let column = grad_with(&[output], &[input], &[Some(&unit)], options)?;
        for (i, value) in column.iter().flatten().flat_map(Tensor::to_vec).enumerate() {
            jacobian[i * columns + j] = value;
        }
    }
    Ok(jacobian)
}

/// The Jacobian from central differences, `[input element, output element]`.
fn numerical<T: Element>(
    f: &Program<'_, T>,
    inputs: &[Tensor<T>],
    output: usize,
    input: usize,
    columns: usize,
    eps: f64,
) -> Result<Vec<T>> {
    let at = |element: usize, step: f64| -> Result<Vec<T>> {
        let mut values = inputs[input].to_vec();
        values[element] += T::of(step);
        let mut moved = inputs.to_vec();
        moved[input] = Tensor::owning(values, inputs[input].shape()).try_requires_grad_(true)?;
        Ok(f(&moved)[output].to_vec())
    };
    let mut jacobian = Vec::with_capacity(inputs[input].numel() * columns);
    for element in 0..inputs[input].numel() {
        let (above, below) = (at(element, eps)?, at(element, -eps)?);
        jacobian.extend(above.iter().zip(&below).map(|(a, b)| (*a - *b) / T::of(2.0 * eps)));
    }
    Ok(jacobian)
}
