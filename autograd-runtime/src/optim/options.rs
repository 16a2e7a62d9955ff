//! Range checks and small pieces that several algorithms share.

use super::error::{py, require};
use super::{OptimError, Scalar};

/// `0 <= lr`.
pub(super) fn check_lr(lr: f64) -> Result<(), OptimError> {
    require(0.0 <= lr, || format!("Invalid learning rate: {}", py(lr)))
}

/// `0 <= eps`.
pub(super) fn check_eps(eps: f64) -> Result<(), OptimError> {
    require(0.0 <= eps, || format!("Invalid epsilon value: {}", py(eps)))
}

/// `0 <= beta < 1` for both.
pub(super) fn check_betas(betas: (f64, f64)) -> Result<(), OptimError> {
    for (index, beta) in [betas.0, betas.1].into_iter().enumerate() {
        require((0.0..1.0).contains(&beta), || format!("Invalid beta parameter at index {index}: {}", py(beta)))?;
    }
    Ok(())
}

/// `0 <= value` for the option called `name`.
pub(super) fn check_not_negative(name: &str, value: f64) -> Result<(), OptimError> {
    require(0.0 <= value, || format!("Invalid {name} value: {}", py(value)))
}

/// The gradient that a minimiser follows: negated to maximise, with `weight_decay` times the parameter added.
///
/// `g = ±gradient + weight_decay · x`
#[derive(Clone, Copy)]
pub(super) struct Slope<T> {
    /// 1 or -1: a factor costs less in a loop than a branch, and is as exact.
    sign: T,
    weight_decay: Option<T>,
}

impl<T: Scalar> Slope<T> {
    /// A weight decay of 0 adds nothing at all, so that an infinite parameter does not turn into NaN.
    pub(super) fn new(maximize: bool, weight_decay: f64) -> Self {
        let sign = if maximize { -T::ONE } else { T::ONE };
        Self { sign, weight_decay: (weight_decay != 0.0).then(|| T::from_f64(weight_decay)) }
    }

    #[inline]
    pub(super) fn at(self, gradient: T, x: T) -> T {
        let g = self.sign * gradient;
        match self.weight_decay {
            Some(decay) => g + decay * x,
            None => g,
        }
    }
}

/// How a weight decay acts: through the gradient (L2 regularisation), or on the parameter directly (decoupled).
#[derive(Clone, Copy)]
pub(super) struct Decay<T> {
    /// The gradient with the coupled part.
    pub(super) slope: Slope<T>,
    /// 1 where nothing is decoupled.
    shrink: T,
}

impl<T: Scalar> Decay<T> {
    /// Decoupled: `x ← (1 - lr · weight_decay) x`.
    pub(super) fn new(maximize: bool, weight_decay: f64, decoupled: bool, lr: f64) -> Self {
        let coupled = if decoupled { 0.0 } else { weight_decay };
        let decoupled = if decoupled { weight_decay } else { 0.0 };
        let shrink = T::from_f64(1.0 - lr * decoupled);
        Self { slope: Slope::new(maximize, coupled), shrink }
    }

    /// The parameter after the decoupled part.
    #[inline]
    pub(super) fn shrink(self, x: T) -> T {
        x * self.shrink
    }
}

/// A counter as the exponent of a float, as PyTorch has it (`beta ** step`).
pub(super) fn power(base: f64, step: u64) -> f64 {
    base.powf(step as f64)
}
