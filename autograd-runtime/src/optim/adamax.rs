//! Adam in the infinity norm.

use super::algorithm::lr_and_momentum;
use super::options::{Slope, check_betas, check_eps, check_lr, check_not_negative, power};
use super::{Algorithm, OptimError, Scalar, Settings, State};

/// Adam with the infinity norm in place of the second moment: `torch.optim.Adamax`.
///
/// Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015), section 7.1.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Adamax {
    /// The learning rate.
    pub lr: f64,
    /// The decay rates of the running mean and of the infinity norm.
    pub betas: (f64, f64),
    /// Added to each gradient's magnitude.
    pub eps: f64,
    /// The factor of an L2 penalty.
    pub weight_decay: f64,
    /// Ascends instead of descending.
    pub maximize: bool,
}

impl Default for Adamax {
    fn default() -> Self {
        Self { lr: 2e-3, betas: (0.9, 0.999), eps: 1e-8, weight_decay: 0.0, maximize: false }
    }
}

/// The state of [`Adamax`].
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AdamaxState<T> {
    /// Steps taken.
    pub step: u64,
    /// The running mean of the gradient.
    pub exp_avg: Vec<T>,
    /// The decaying largest magnitude of the gradient.
    pub exp_inf: Vec<T>,
}

impl Settings for Adamax {
    const NAME: &'static str = "Adamax";

    fn validate(&self) -> Result<(), OptimError> {
        check_lr(self.lr)?;
        check_eps(self.eps)?;
        check_betas(self.betas)?;
        check_not_negative("weight_decay", self.weight_decay)
    }

    lr_and_momentum!(betas);
}

impl<T: Scalar> Algorithm<T> for Adamax {
    type State = AdamaxState<T>;

    fn init(&self, shape: &[usize]) -> AdamaxState<T> {
        let zeros = vec![T::ZERO; shape.iter().product()];
        AdamaxState { step: 0, exp_avg: zeros.clone(), exp_inf: zeros }
    }

    /// ```text
    /// m ← β₁ m + (1 - β₁) g
    /// u ← max(β₂ u, |g| + ε)
    /// x ← x - lr / (1 - β₁ᵗ) · m / u
    /// ```
    fn update(&self, state: &mut AdamaxState<T>, values: &mut [T], gradient: &[T], _shape: &[usize]) {
        state.step += 1;
        let (beta1, beta2) = self.betas;
        let slope = Slope::new(self.maximize, self.weight_decay);
        let step_size = T::from_f64(self.lr / (1.0 - power(beta1, state.step)));
        let (fresh1, keep2, eps) = (T::from_f64(1.0 - beta1), T::from_f64(beta2), T::from_f64(self.eps));

        let moments = state.exp_avg.iter_mut().zip(&mut state.exp_inf);
        for ((x, &d_x), (m, u)) in values.iter_mut().zip(gradient).zip(moments) {
            let g = slope.at(d_x, *x);
            *m = m.lerp(g, fresh1);
            *u = (*u * keep2).maximum(g.abs() + eps);
            *x -= step_size * *m / *u;
        }
    }
}

impl<T: Scalar> State<T> for AdamaxState<T> {
    fn scalars(&self) -> Vec<(&'static str, f64)> {
        vec![("step", self.step as f64)]
    }
    fn buffers(&self) -> Vec<(&'static str, &[T])> {
        vec![("exp_avg", &self.exp_avg), ("exp_inf", &self.exp_inf)]
    }
}
