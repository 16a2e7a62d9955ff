//! Adam with Nesterov momentum.

use super::algorithm::lr_and_momentum;
use super::options::{Decay, check_betas, check_eps, check_lr, check_not_negative, power};
use super::{Algorithm, OptimError, Scalar, Settings, State};

/// Adam with Nesterov momentum on a warming schedule: `torch.optim.NAdam`.
///
/// Source: Dozat, "Incorporating Nesterov Momentum into Adam" (2016).
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct NAdam {
    /// The learning rate.
    pub lr: f64,
    /// The decay rates of the running mean and of the running mean square.
    pub betas: (f64, f64),
    /// Added to the denominator.
    pub eps: f64,
    /// The factor of an L2 penalty, or of the decoupled decay.
    pub weight_decay: f64,
    /// How slowly the momentum warms up to `betas.0`.
    pub momentum_decay: f64,
    /// Shrinks the parameter directly instead of through the gradient.
    pub decoupled_weight_decay: bool,
    /// Ascends instead of descending.
    pub maximize: bool,
}

impl Default for NAdam {
    fn default() -> Self {
        Self {
            lr: 2e-3,
            betas: (0.9, 0.999),
            eps: 1e-8,
            weight_decay: 0.0,
            momentum_decay: 4e-3,
            decoupled_weight_decay: false,
            maximize: false,
        }
    }
}

/// The state of [`NAdam`].
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct NAdamState<T> {
    /// Steps taken.
    pub step: u64,
    /// The product of all momenta so far.
    pub mu_product: f64,
    /// The running mean of the gradient.
    pub exp_avg: Vec<T>,
    /// The running mean of its square.
    pub exp_avg_sq: Vec<T>,
}

impl Settings for NAdam {
    const NAME: &'static str = "NAdam";

    fn validate(&self) -> Result<(), OptimError> {
        check_lr(self.lr)?;
        check_eps(self.eps)?;
        check_betas(self.betas)?;
        check_not_negative("weight_decay", self.weight_decay)?;
        check_not_negative("momentum_decay", self.momentum_decay)
    }

    lr_and_momentum!(betas);
}

impl NAdam {
    /// `μₜ = β₁ (1 - 0.96^(t · momentum_decay) / 2)`
    fn mu(&self, step: u64) -> f64 {
        self.betas.0 * (1.0 - 0.5 * 0.96_f64.powf(step as f64 * self.momentum_decay))
    }
}

impl<T: Scalar> Algorithm<T> for NAdam {
    type State = NAdamState<T>;

    fn init(&self, shape: &[usize]) -> NAdamState<T> {
        let zeros = vec![T::ZERO; shape.iter().product()];
        NAdamState { step: 0, mu_product: 1.0, exp_avg: zeros.clone(), exp_avg_sq: zeros }
    }

    /// ```text
    /// m ← β₁ m + (1 - β₁) g
    /// v ← β₂ v + (1 - β₂) g²
    /// x ← x - lr ((1 - μₜ) / (1 - Πμ₁…μₜ) g + μₜ₊₁ / (1 - Πμ₁…μₜ₊₁) m) / (√(v / (1 - β₂ᵗ)) + ε)
    /// ```
    fn update(&self, state: &mut NAdamState<T>, values: &mut [T], gradient: &[T], _shape: &[usize]) {
        state.step += 1;
        let (beta1, beta2) = self.betas;
        let decay = Decay::new(self.maximize, self.weight_decay, self.decoupled_weight_decay, self.lr);
        let (mu, mu_next) = (self.mu(state.step), self.mu(state.step + 1));
        state.mu_product *= mu;
        let of_gradient = T::from_f64(-self.lr * (1.0 - mu) / (1.0 - state.mu_product));
        let of_mean = T::from_f64((-self.lr * mu_next) / (1.0 - state.mu_product * mu_next));
        let correction2 = T::from_f64(1.0 - power(beta2, state.step));
        let (fresh1, keep2, fresh2) = (T::from_f64(1.0 - beta1), T::from_f64(beta2), T::from_f64(1.0 - beta2));
        let eps = T::from_f64(self.eps);

        let moments = state.exp_avg.iter_mut().zip(&mut state.exp_avg_sq);
        for ((x, &d_x), (m, v)) in values.iter_mut().zip(gradient).zip(moments) {
            let g = decay.slope.at(d_x, *x);
            *x = decay.shrink(*x);
            *m = m.lerp(g, fresh1);
            *v = *v * keep2 + fresh2 * g * g;
            let denominator = (*v / correction2).sqrt() + eps;
            *x += of_gradient * g / denominator;
            *x += of_mean * *m / denominator;
        }
    }
}

impl<T: Scalar> State<T> for NAdamState<T> {
    fn scalars(&self) -> Vec<(&'static str, f64)> {
        vec![("step", self.step as f64), ("mu_product", self.mu_product)]
    }
    fn buffers(&self) -> Vec<(&'static str, &[T])> {
        vec![("exp_avg", &self.exp_avg), ("exp_avg_sq", &self.exp_avg_sq)]
    }
}
