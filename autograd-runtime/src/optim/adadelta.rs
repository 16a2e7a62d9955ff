//! Adadelta.

use super::algorithm::lr_and_momentum;
use super::error::{py, require};
use super::options::{Slope, check_eps, check_lr, check_not_negative};
use super::{Algorithm, OptimError, Scalar, Settings, State};

/// Steps scaled by the ratio of past steps to past gradients: `torch.optim.Adadelta`.
///
/// Source: Zeiler, "ADADELTA: An Adaptive Learning Rate Method" (2012).
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Adadelta {
    /// A factor on every step.
    pub lr: f64,
    /// The decay rate of both running means.
    pub rho: f64,
    /// Added under both roots.
    pub eps: f64,
    /// The factor of an L2 penalty.
    pub weight_decay: f64,
    /// Ascends instead of descending.
    pub maximize: bool,
}

impl Default for Adadelta {
    fn default() -> Self {
        Self { lr: 1.0, rho: 0.9, eps: 1e-6, weight_decay: 0.0, maximize: false }
    }
}

/// The state of [`Adadelta`].
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AdadeltaState<T> {
    /// Steps taken.
    pub step: u64,
    /// The running mean of squared gradients.
    pub square_avg: Vec<T>,
    /// The running mean of squared steps.
    pub acc_delta: Vec<T>,
}

impl Settings for Adadelta {
    const NAME: &'static str = "Adadelta";

    fn validate(&self) -> Result<(), OptimError> {
        check_lr(self.lr)?;
        require((0.0..=1.0).contains(&self.rho), || format!("Invalid rho value: {}", py(self.rho)))?;
        check_eps(self.eps)?;
        check_not_negative("weight_decay", self.weight_decay)
    }

    lr_and_momentum!();
}

impl<T: Scalar> Algorithm<T> for Adadelta {
    type State = AdadeltaState<T>;

    fn init(&self, shape: &[usize]) -> AdadeltaState<T> {
        let zeros = vec![T::ZERO; shape.iter().product()];
        AdadeltaState { step: 0, square_avg: zeros.clone(), acc_delta: zeros }
    }

    /// ```text
    /// v ← ρ v + (1 - ρ) g²
    /// Δ = √(u + ε) / √(v + ε) · g
    /// u ← ρ u + (1 - ρ) Δ²
    /// x ← x - lr Δ
    /// ```
    fn update(&self, state: &mut AdadeltaState<T>, values: &mut [T], gradient: &[T], _shape: &[usize]) {
        state.step += 1;
        let slope = Slope::new(self.maximize, self.weight_decay);
        let (lr, eps) = (T::from_f64(self.lr), T::from_f64(self.eps));
        let (keep, fresh) = (T::from_f64(self.rho), T::from_f64(1.0 - self.rho));

        let means = state.square_avg.iter_mut().zip(&mut state.acc_delta);
        for ((x, &d_x), (v, u)) in values.iter_mut().zip(gradient).zip(means) {
            let g = slope.at(d_x, *x);
            *v = *v * keep + fresh * g * g;
            let delta = (*u + eps).sqrt() / (*v + eps).sqrt() * g;
            *u = *u * keep + fresh * delta * delta;
            *x -= lr * delta;
        }
    }
}

impl<T: Scalar> State<T> for AdadeltaState<T> {
    fn scalars(&self) -> Vec<(&'static str, f64)> {
        vec![("step", self.step as f64)]
    }
    fn buffers(&self) -> Vec<(&'static str, &[T])> {
        vec![("square_avg", &self.square_avg), ("acc_delta", &self.acc_delta)]
    }
}
