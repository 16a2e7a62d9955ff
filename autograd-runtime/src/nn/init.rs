//! Initialisers with PyTorch's distributions: `torch.nn.init`.
//!
//! They overwrite a tensor in place without recording, and draw from the default generator, so that
//! [`manual_seed`](crate::tensor::manual_seed) or [`Generator::scope`](crate::tensor::Generator::scope) makes them
//! repeatable. The numbers themselves are not PyTorch's, whose generator is another.
//!
//! ```
//! use autograd_runtime::nn::{Linear, init};
//! use autograd_runtime::tensor::Tensor;
//!
//! let layer = Linear::<f64>::new(64, 10);
//! init::xavier_uniform_(&layer.weight, 1.0)?;
//! let bound = (6.0_f64 / (64.0 + 10.0)).sqrt();
//! assert!(layer.weight.to_vec().iter().all(|w| w.abs() <= bound));
//! # Ok::<(), autograd_runtime::tensor::TensorError>(())
//! ```

use crate::tensor::{Element, Generator, Tensor, TensorError, no_grad};

type Result<T = ()> = std::result::Result<T, TensorError>;

/// The activation that follows a layer, for [`gain`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Nonlinearity {
    /// None: linear layers and convolutions.
    Linear,
    /// The logistic function.
    Sigmoid,
    /// The hyperbolic tangent.
    Tanh,
    /// `max(x, 0)`
    Relu,
    /// ReLU with this slope below zero.
    LeakyRelu(f64),
    /// The self-normalizing ELU.
    Selu,
}

/// The number of connections that [`kaiming_uniform_`] and [`kaiming_normal_`] keep the variance over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fan {
    /// The inputs of one output: the variance is kept in the forward pass.
    #[default]
    In,
    /// The outputs of one input: the variance is kept in the backward pass.
    Out,
}

/// By how much weights grow to keep the variance past an activation: `torch.nn.init.calculate_gain`.
pub fn gain(nonlinearity: Nonlinearity) -> f64 {
    match nonlinearity {
        Nonlinearity::Linear | Nonlinearity::Sigmoid => 1.0,
        Nonlinearity::Tanh => 5.0 / 3.0,
        Nonlinearity::Relu => 2.0_f64.sqrt(),
        Nonlinearity::LeakyRelu(slope) => (2.0 / (1.0 + slope * slope)).sqrt(),
        Nonlinearity::Selu => 0.75,
    }
}

/// Every element equal to `value`.
///
/// # Errors
/// When elements overlap in memory.
pub fn constant_<T: Element>(tensor: &Tensor<T>, value: f64) -> Result {
    fill(tensor, |_| T::of(value))
}

/// Ones on the diagonal of a matrix, zeros elsewhere.
///
/// # Errors
/// When the tensor is no matrix.
pub fn eye_<T: Element>(tensor: &Tensor<T>) -> Result {
    let &[_, columns] = tensor.shape() else {
        return Err(TensorError::shape(format!(
            "Only tensors with 2 dimensions are supported (the shape is {:?})",
            tensor.shape()
        )));
    };
    fill(tensor, |i| if i / columns == i % columns { T::one() } else { T::zero() })
}

/// Evenly spread over `[low, high)`.
///
/// # Errors
/// When `low` is above `high`, or one of them is not finite.
pub fn uniform_<T: Element>(tensor: &Tensor<T>, low: f64, high: f64) -> Result {
    if !(low <= high && (high - low).is_finite()) {
        return Err(TensorError::value(format!(
            "uniform_ expects to return a [from, to) range, but found from={low} > to={high}"
        )));
    }
    draw(tensor, |generator| low + (high - low) * generator.uniform())
}

/// From the normal distribution with this mean and standard deviation.
///
/// # Errors
/// When the deviation is negative or not a number.
pub fn normal_<T: Element>(tensor: &Tensor<T>, mean: f64, std: f64) -> Result {
    check_std(std)?;
    draw(tensor, |generator| mean + std * generator.normal())
}

/// From the normal distribution, as often as it takes to be within `[low, high]`.
///
/// # Errors
/// When the deviation is negative, or the interval is empty or more than ten deviations from the mean.
pub fn trunc_normal_<T: Element>(tensor: &Tensor<T>, mean: f64, std: f64, low: f64, high: f64) -> Result {
    check_std(std)?;
    let reachable = low < high && low - mean < 4.0 * std && mean - high < 4.0 * std;
    if !reachable {
        return Err(TensorError::value(format!(
            "trunc_normal_ expects an interval within 4 standard deviations of the mean, but got [{low}, {high}] for mean \
             {mean} and standard deviation {std}"
        )));
    }
    draw(tensor, |generator| {
        loop {
            let value = mean + std * generator.normal();
            if (low..=high).contains(&value) {
                return value;
            }
        }
    })
}

/// Evenly spread over `±gain √(6 / (fan_in + fan_out))`.
///
/// Source: Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010).
///
/// # Errors
/// When the tensor has fewer than two dimensions.
pub fn xavier_uniform_<T: Element>(tensor: &Tensor<T>, gain: f64) -> Result {
    let bound = gain * (6.0 / joint_fan(tensor)?).sqrt();
    uniform_(tensor, -bound, bound)
}

/// From the normal distribution with deviation `gain √(2 / (fan_in + fan_out))`.
///
/// Source: as [`xavier_uniform_`].
///
/// # Errors
/// When the tensor has fewer than two dimensions.
pub fn xavier_normal_<T: Element>(tensor: &Tensor<T>, gain: f64) -> Result {
    let std = gain * (2.0 / joint_fan(tensor)?).sqrt();
    normal_(tensor, 0.0, std)
}

/// Evenly spread over `±gain √(3 / fan)`.
///
/// Source: He, Zhang, Ren and Sun, "Delving Deep into Rectifiers" (2015).
///
/// # Errors
/// When the tensor has fewer than two dimensions.
pub fn kaiming_uniform_<T: Element>(tensor: &Tensor<T>, fan: Fan, nonlinearity: Nonlinearity) -> Result {
    let bound = gain(nonlinearity) * (3.0 / fan_of(tensor, fan)?).sqrt();
    uniform_(tensor, -bound, bound)
}

/// From the normal distribution with deviation `gain / √fan`.
///
/// Source: as [`kaiming_uniform_`].
///
/// # Errors
/// When the tensor has fewer than two dimensions.
pub fn kaiming_normal_<T: Element>(tensor: &Tensor<T>, fan: Fan, nonlinearity: Nonlinearity) -> Result {
    let std = gain(nonlinearity) / fan_of(tensor, fan)?.sqrt();
    normal_(tensor, 0.0, std)
}

/// A random orthogonal matrix of all but the first dimension against the first, times `gain`.
///
/// Source: Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep linear neural
/// networks" (2013).
///
/// # Errors
/// When the tensor has fewer than two dimensions.
pub fn orthogonal_<T: Element>(tensor: &Tensor<T>, gain: f64) -> Result {
    let shape = tensor.shape();
    if shape.len() < 2 {
        return Err(TensorError::shape(format!(
            "Only tensors with 2 or more dimensions are supported (the shape is {shape:?})"
        )));
    }
    if tensor.numel() == 0 {
        return Ok(());
    }
    let (rows, columns) = (shape[0], tensor.numel() / shape[0]);
    let wide = rows < columns;
    let flat = Tensor::<T>::randn(if wide { [columns, rows] } else { [rows, columns] });
    let (q, r) = flat.try_qr()?;
    // The sign of R's diagonal makes the distribution uniform.
    let signs = r.try_diagonal(0, 0, 1)?.sign();
    let q = q.try_mul(&signs)?;
    let values = if wide { q.t().to_vec() } else { q.to_vec() };
    fill(tensor, |i| values[i] * T::of(gain))
}

/// A convolution of three to five dimensions that passes its input on, as far as there are channels, in each of `groups`
/// groups.
///
/// # Errors
/// When the tensor has another number of dimensions, or the groups do not divide the outputs.
pub fn dirac_<T: Element>(tensor: &Tensor<T>, groups: usize) -> Result {
    let shape = tensor.shape();
    let ([outputs, inputs, window @ ..], 3..=5) = (shape, shape.len()) else {
        return Err(TensorError::shape(format!(
            "Only tensors with 3, 4, or 5 dimensions are supported (the shape is {shape:?})"
        )));
    };
    if groups == 0 || !outputs.is_multiple_of(groups) {
        return Err(TensorError::value(format!(
            "dim 0 must be divisible by groups (it is {outputs}, groups is {groups})"
        )));
    }
    let places: usize = window.iter().product();
    let middle = window.iter().fold(0, |at, &size| at * size + size / 2);
    let per_group = outputs / groups;
    fill(tensor, |i| {
        let (output, input, place) = (i / places / inputs, i / places % inputs, i % places);
        if place == middle && output % per_group == input { T::one() } else { T::zero() }
    })
}

/// From the normal distribution, with this part of each column of a matrix set to zero.
///
/// Source: Martens, "Deep learning via Hessian-free optimization" (2010).
///
/// # Errors
/// When the tensor is no matrix, the part is none, or the deviation is negative.
pub fn sparse_<T: Element>(tensor: &Tensor<T>, sparsity: f64, std: f64) -> Result {
    let &[rows, columns] = tensor.shape() else {
        return Err(TensorError::shape(format!(
            "Only tensors with 2 dimensions are supported (the shape is {:?})",
            tensor.shape()
        )));
    };
    if !(0.0..=1.0).contains(&sparsity) {
        return Err(TensorError::value(format!("the sparsity has to be between 0 and 1, but got {sparsity}")));
    }
    normal_(tensor, 0.0, std)?;
    let zeros = (sparsity * rows as f64).ceil() as usize;
    let mut values = tensor.to_vec();
    for column in 0..columns {
        for row in Tensor::randperm(rows).to_vec().into_iter().take(zeros) {
            values[row as usize * columns + column] = T::zero();
        }
    }
    fill(tensor, |i| values[i])
}

/// The fan-in and fan-out of a weight: what one output depends on, and what depends on one input.
fn fans<T: Element>(tensor: &Tensor<T>) -> Result<(f64, f64)> {
    let [outputs, inputs, window @ ..] = tensor.shape() else {
        return Err(TensorError::shape(format!(
            "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions (the shape is {:?})",
            tensor.shape()
        )));
    };
    let window = window.iter().product::<usize>() as f64;
    Ok((*inputs as f64 * window, *outputs as f64 * window))
}

fn fan_of<T: Element>(tensor: &Tensor<T>, fan: Fan) -> Result<f64> {
    let (fan_in, fan_out) = fans(tensor)?;
    let fan = match fan {
        Fan::In => fan_in,
        Fan::Out => fan_out,
    };
    // A weight without elements has nothing to be filled.
    Ok(fan.max(1.0))
}

fn joint_fan<T: Element>(tensor: &Tensor<T>) -> Result<f64> {
    fans(tensor).map(|(fan_in, fan_out)| (fan_in + fan_out).max(1.0))
}

/// A parameter evenly spread over `±1/√fan_in`, where PyTorch's layers start: it is [`kaiming_uniform_`] for a leaky ReLU
/// of slope `√5`.
#[track_caller]
pub(super) fn fan_in_uniform<T: Element>(shape: &[usize]) -> Tensor<T> {
    uniform_parameter(shape, shape[1..].iter().product())
}

/// The bias that goes with it.
#[track_caller]
pub(super) fn fan_in_uniform_bias<T: Element>(outputs: usize, fan_in: usize) -> Tensor<T> {
    uniform_parameter(&[outputs], fan_in)
}

#[track_caller]
fn uniform_parameter<T: Element>(shape: &[usize], fan_in: usize) -> Tensor<T> {
    let bound = if fan_in == 0 { 0.0 } else { 1.0 / (fan_in as f64).sqrt() };
    let unit = Tensor::<T>::rand(shape);
    no_grad(|| unit * T::of(2.0 * bound) - T::of(bound)).requires_grad_(true)
}

fn check_std(std: f64) -> Result {
    if std >= 0.0 {
        return Ok(());
    }
    Err(TensorError::value(format!("normal expects std >= 0.0, but found std {std}")))
}

fn draw<T: Element>(tensor: &Tensor<T>, mut next: impl FnMut(&mut Generator) -> f64) -> Result {
    Generator::with_default(|generator| fill(tensor, |_| T::of(next(generator))))
}

/// Overwrites every element by its row-major number.
fn fill<T: Element>(tensor: &Tensor<T>, value: impl FnMut(usize) -> T) -> Result {
    let values = (0..tensor.numel()).map(value).collect();
    no_grad(|| tensor.try_copy_(&Tensor::from_vec(values, tensor.shape()))).map(drop)
}
