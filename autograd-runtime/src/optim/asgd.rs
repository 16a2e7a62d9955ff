//! Averaged stochastic gradient descent.

use super::algorithm::lr_and_momentum;
use super::options::{Slope, check_lr, check_not_negative};
use super::{Algorithm, OptimError, Scalar, Settings, State};

/// Stochastic gradient descent with an average of the iterates kept beside it: `torch.optim.ASGD`.
///
/// The average is in the state (`ax`); the parameter itself follows the plain iterates.
///
/// Source: Polyak and Juditsky, "Acceleration of stochastic approximation by averaging" (1992).
#[doc(alias = "ASGD")]
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Asgd {
    /// The learning rate.
    pub lr: f64,
    /// The decay of parameters and step size.
    pub lambd: f64,
    /// The power of the step size's decay.
    pub alpha: f64,
    /// The step at which averaging starts.
    pub t0: f64,
    /// The factor of an L2 penalty.
    pub weight_decay: f64,
    /// Ascends instead of descending.
    pub maximize: bool,
}

impl Default for Asgd {
    fn default() -> Self {
        Self { lr: 1e-2, lambd: 1e-4, alpha: 0.75, t0: 1e6, weight_decay: 0.0, maximize: false }
    }
}

/// The state of [`Asgd`].
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AsgdState<T> {
    /// Steps taken.
    pub step: u64,
    /// The next step size.
    pub eta: f64,
    /// The weight of the newest iterate in the average.
    pub mu: f64,
    /// The averaged parameter.
    pub ax: Vec<T>,
}

impl Settings for Asgd {
    const NAME: &'static str = "ASGD";

    fn validate(&self) -> Result<(), OptimError> {
        check_lr(self.lr)?;
        check_not_negative("weight_decay", self.weight_decay)
    }

    lr_and_momentum!();
}

impl<T: Scalar> Algorithm<T> for Asgd {
    type State = AsgdState<T>;

    fn init(&self, shape: &[usize]) -> AsgdState<T> {
        AsgdState { step: 0, eta: self.lr, mu: 1.0, ax: vec![T::ZERO; shape.iter().product()] }
    }

    /// ```text
    /// x ← (1 - λ ηₜ) x - ηₜ g
    /// a ← a + μₜ (x - a)
    /// ηₜ₊₁ = lr / (1 + λ lr t)^α,   μₜ₊₁ = 1 / max(1, t - t₀)
    /// ```
    fn update(&self, state: &mut AsgdState<T>, values: &mut [T], gradient: &[T], _shape: &[usize]) {
        state.step += 1;
        let slope = Slope::new(self.maximize, self.weight_decay);
        let (shrink, eta, mu) =
            (T::from_f64(1.0 - self.lambd * state.eta), T::from_f64(state.eta), T::from_f64(state.mu));
        for ((x, &d_x), a) in values.iter_mut().zip(gradient).zip(&mut state.ax) {
            let g = slope.at(d_x, *x);
            *x = *x * shrink - eta * g;
            *a = if state.mu == 1.0 { *x } else { *a + (*x - *a) * mu };
        }
        let step = state.step as f64;
        state.eta = self.lr / (1.0 + self.lambd * self.lr * step).powf(self.alpha);
        state.mu = 1.0 / (step - self.t0).max(1.0);
    }
}

impl<T: Scalar> State<T> for AsgdState<T> {
    fn scalars(&self) -> Vec<(&'static str, f64)> {
        vec![("step", self.step as f64), ("eta", self.eta), ("mu", self.mu)]
    }
    fn buffers(&self) -> Vec<(&'static str, &[T])> {
        vec![("ax", &self.ax)]
    }
}
