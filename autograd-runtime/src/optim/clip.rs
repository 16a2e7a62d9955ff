//! Gradient clipping.

use super::error::py;
use super::value::Value;
use super::{Gradient, IntoParameter, OptimError, Parameter, Scalar};

/// Scales the gradients of all parameters so that their joint norm is at most `max_norm`; returns the norm before.
/// `norm_type` is 2 for the Euclidean norm, infinity for the largest entry. Parameters without a gradient do not count.
///
/// PyTorch's `torch.nn.utils.clip_grad_norm_`: the factor is `min(1, max_norm / (norm + 1e-6))`.
///
/// # Errors
/// With `error_if_nonfinite`, when the norm is infinite or NaN; no gradient is changed then.
pub fn clip_grad_norm<P: IntoParameter>(
    parameters: impl IntoIterator<Item = P>,
    max_norm: f64,
    norm_type: f64,
    error_if_nonfinite: bool,
) -> Result<P::Scalar, OptimError> {
    let parameters: Vec<_> = parameters.into_iter().map(IntoParameter::into_parameter).collect();
    let parameters: Vec<&dyn Parameter<P::Scalar>> = parameters.iter().map(|parameter| &**parameter).collect();
    if error_if_nonfinite && !joint_norm(&parameters, norm_type).is_finite() {
        return Err(OptimError::NonFiniteNorm { norm_type: py(norm_type) });
    }
    Ok(scale_to_norm(&parameters, max_norm, norm_type))
}

/// Limits every entry of every gradient to `[-clip_value, clip_value]`: PyTorch's `torch.nn.utils.clip_grad_value_`.
pub fn clip_grad_value<P: IntoParameter>(parameters: impl IntoIterator<Item = P>, clip_value: f64) {
    for parameter in parameters {
        limit_entries(&*parameter.into_parameter(), clip_value);
    }
}

/// Scales a plain gradient so that its norm is at most `max_norm`; returns the norm before. The same formula as
/// [`clip_grad_norm`].
pub fn clip_norm<G: Value + ?Sized>(gradient: &mut G, max_norm: f64, norm_type: f64) -> G::Scalar {
    super::value::with_flat_mut(gradient, |entries| {
        let total = norm(entries, norm_type);
        let coefficient = coefficient(total, max_norm);
        entries.iter_mut().for_each(|d| *d *= coefficient);
        total
    })
}

/// Limits every entry of a plain gradient to `[-clip_value, clip_value]`.
pub fn clip_value<G: Value + ?Sized>(gradient: &mut G, clip_value: f64) {
    let bound = G::Scalar::from_f64(clip_value);
    gradient.visit_mut(&mut |run| run.iter_mut().for_each(|d| *d = d.limited(-bound, bound)));
}

/// Scales gradients so that their joint norm is at most `max_norm`; returns the norm before.
pub(super) fn scale_to_norm<T: Scalar>(parameters: &[&dyn Parameter<T>], max_norm: f64, norm_type: f64) -> T {
    let total = joint_norm(parameters, norm_type);
    let coefficient = coefficient(total, max_norm);
    for parameter in parameters {
        parameter.update_gradient(&mut |entries| entries.iter_mut().for_each(|d| *d *= coefficient));
    }
    total
}

/// Limits every stored entry of a gradient.
pub(super) fn limit_entries<T: Scalar>(parameter: &dyn Parameter<T>, clip_value: f64) {
    let bound = T::from_f64(clip_value);
    parameter.update_gradient(&mut |entries| entries.iter_mut().for_each(|d| *d = d.limited(-bound, bound)));
}

/// `min(1, max_norm / (total + 1e-6))`; NaN stays NaN, so that a broken gradient shows.
fn coefficient<T: Scalar>(total: T, max_norm: f64) -> T {
    let ratio = T::from_f64(max_norm) / (total + T::from_f64(1e-6));
    if ratio > T::ONE { T::ONE } else { ratio }
}

/// The norm of the parameters' norms, as PyTorch takes it.
fn joint_norm<T: Scalar>(parameters: &[&dyn Parameter<T>], norm_type: f64) -> T {
    let mut norms = Vec::new();
    for parameter in parameters {
        parameter.read(&mut |_, gradient| match gradient {
            Gradient::Missing => {}
            Gradient::Dense(entries) | Gradient::Sparse { values: entries, .. } => norms.push(norm(entries, norm_type)),
        });
    }
    norm(&norms, norm_type)
}

/// `(Σ|x|^p)^(1/p)`, or the largest `|x|` for an infinite `p`.
fn norm<T: Scalar>(entries: &[T], norm_type: f64) -> T {
    let magnitudes = entries.iter().map(|x| x.abs());
    if norm_type == f64::INFINITY {
        return magnitudes.fold(T::ZERO, Scalar::maximum);
    }
    if norm_type == 2.0 {
        return magnitudes.fold(T::ZERO, |sum, x| sum + x * x).sqrt();
    }
    let p = T::from_f64(norm_type);
    magnitudes.fold(T::ZERO, |sum, x| sum + x.powf(p)).powf(T::ONE / p)
}
