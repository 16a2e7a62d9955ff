//! Rectified Adam.

use super::algorithm::lr_and_momentum;
use super::options::{Decay, check_betas, check_eps, check_lr, check_not_negative, power};
use super::{Algorithm, OptimError, Scalar, Settings, State};

/// Adam with a rectified adaptive learning rate: `torch.optim.RAdam`.
///
/// Source: Liu, Jiang, He, Chen, Liu, Gao and Han, "On the Variance of the Adaptive Learning Rate and Beyond" (2020).
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct RAdam {
    /// The learning rate.
    pub lr: f64,
    /// The decay rates of the running mean and of the running mean square.
    pub betas: (f64, f64),
    /// Added to the denominator.
    pub eps: f64,
    /// The factor of an L2 penalty, or of the decoupled decay.
    pub weight_decay: f64,
    /// Ascends instead of descending.
    pub maximize: bool,
    /// Shrinks the parameter directly instead of through the gradient.
    pub decoupled_weight_decay: bool,
}

impl Default for RAdam {
    fn default() -> Self {
        Self {
            lr: 1e-3,
            betas: (0.9, 0.999),
            eps: 1e-8,
            weight_decay: 0.0,
            maximize: false,
            decoupled_weight_decay: false,
        }
    }
}

/// The state of [`RAdam`].
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RAdamState<T> {
    /// Steps taken.
    pub step: u64,
    /// The running mean of the gradient.
    pub exp_avg: Vec<T>,
    /// The running mean of its square.
    pub exp_avg_sq: Vec<T>,
}

impl Settings for RAdam {
    const NAME: &'static str = "RAdam";

    fn validate(&self) -> Result<(), OptimError> {
        check_lr(self.lr)?;
        check_eps(self.eps)?;
        check_betas(self.betas)?;
        check_not_negative("weight_decay", self.weight_decay)
    }

    lr_and_momentum!(betas);
}

impl RAdam {
    /// The rectification, or `None` while the variance of the adaptive rate is unbounded (`ρₜ ≤ 5`).
    ///
    /// ```text
    /// ρ∞ = 2 / (1 - β₂) - 1
    /// ρₜ = ρ∞ - 2 t β₂ᵗ / (1 - β₂ᵗ)
    /// rₜ = √((ρₜ - 4) (ρₜ - 2) ρ∞ / ((ρ∞ - 4) (ρ∞ - 2) ρₜ))
    /// ```
    fn rectification(&self, step: u64) -> Option<f64> {
        let beta2 = self.betas.1;
        let rho_inf = 2.0 / (1.0 - beta2) - 1.0;
        let decayed = power(beta2, step);
        let rho = rho_inf - 2.0 * step as f64 * decayed / (1.0 - decayed);
        (rho > 5.0).then(|| ((rho - 4.0) * (rho - 2.0) * rho_inf / ((rho_inf - 4.0) * (rho_inf - 2.0) * rho)).sqrt())
    }
}

impl<T: Scalar> Algorithm<T> for RAdam {
    type State = RAdamState<T>;

    fn init(&self, shape: &[usize]) -> RAdamState<T> {
        let zeros = vec![T::ZERO; shape.iter().product()];
        RAdamState { step: 0, exp_avg: zeros.clone(), exp_avg_sq: zeros }
    }

    /// ```text
    /// m ← β₁ m + (1 - β₁) g
    /// v ← β₂ v + (1 - β₂) g²
    /// x ← x - lr m / (1 - β₁ᵗ) · rₜ √(1 - β₂ᵗ) / (√v + ε)     where rₜ is defined
    /// x ← x - lr m / (1 - β₁ᵗ)                                otherwise
    /// ```
    fn update(&self, state: &mut RAdamState<T>, values: &mut [T], gradient: &[T], _shape: &[usize]) {
        state.step += 1;
        let (beta1, beta2) = self.betas;
        let decay = Decay::new(self.maximize, self.weight_decay, self.decoupled_weight_decay, self.lr);
        let correction1 = T::from_f64(1.0 - power(beta1, state.step));
        let correction2_sqrt = T::from_f64((1.0 - power(beta2, state.step)).sqrt());
        let rectification = self.rectification(state.step).map(T::from_f64);
        let (lr, eps) = (T::from_f64(self.lr), T::from_f64(self.eps));
        let (fresh1, keep2, fresh2) = (T::from_f64(1.0 - beta1), T::from_f64(beta2), T::from_f64(1.0 - beta2));

        let moments = state.exp_avg.iter_mut().zip(&mut state.exp_avg_sq);
        for ((x, &d_x), (m, v)) in values.iter_mut().zip(gradient).zip(moments) {
            let g = decay.slope.at(d_x, *x);
            *x = decay.shrink(*x);
            *m = m.lerp(g, fresh1);
            *v = *v * keep2 + fresh2 * g * g;
            let step = *m / correction1 * lr;
            *x -= match rectification {
                Some(r) => step * (correction2_sqrt / (v.sqrt() + eps)) * r,
                None => step,
            };
        }
    }
}

impl<T: Scalar> State<T> for RAdamState<T> {
    fn scalars(&self) -> Vec<(&'static str, f64)> {
        vec![("step", self.step as f64)]
    }
    fn buffers(&self) -> Vec<(&'static str, &[T])> {
        vec![("exp_avg", &self.exp_avg), ("exp_avg_sq", &self.exp_avg_sq)]
    }
}
