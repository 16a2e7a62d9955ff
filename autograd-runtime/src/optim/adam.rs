//! Adam and its AMSGrad variant.

use super::algorithm::{Layout, lr_and_momentum};
use super::options::{Decay, check_betas, check_eps, check_lr, check_not_negative, power};
use super::{Algorithm, OptimError, Scalar, Settings, State};

/// Adaptive moment estimation: `torch.optim.Adam`.
///
/// Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015); `amsgrad` by Reddi, Kale and Kumar,
/// "On the Convergence of Adam and Beyond" (2018).
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Adam {
    /// The learning rate.
    pub lr: f64,
    /// The decay rates of the running mean and of the running mean square.
    pub betas: (f64, f64),
    /// Added to the denominator.
    pub eps: f64,
    /// The factor of an L2 penalty, or of the decoupled decay.
    pub weight_decay: f64,
    /// Divides by the largest mean square so far.
    pub amsgrad: bool,
    /// Ascends instead of descending.
    pub maximize: bool,
    /// Shrinks the parameter directly, as [`AdamW`](super::AdamW) does, instead of through the gradient.
    pub decoupled_weight_decay: bool,
}

impl Default for Adam {
    fn default() -> Self {
        Self {
            lr: 1e-3,
            betas: (0.9, 0.999),
            eps: 1e-8,
            weight_decay: 0.0,
            amsgrad: false,
            maximize: false,
            decoupled_weight_decay: false,
        }
    }
}

/// The state of [`Adam`] and [`AdamW`](super::AdamW).
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AdamState<T> {
    /// Steps taken.
    pub step: u64,
    /// The running mean of the gradient.
    pub exp_avg: Vec<T>,
    /// The running mean of its square.
    pub exp_avg_sq: Vec<T>,
    /// The largest `exp_avg_sq` so far, with `amsgrad`.
    pub max_exp_avg_sq: Option<Vec<T>>,
}

impl Settings for Adam {
    const NAME: &'static str = "Adam";

    fn validate(&self) -> Result<(), OptimError> {
        check_lr(self.lr)?;
        check_eps(self.eps)?;
        check_betas(self.betas)?;
        check_not_negative("weight_decay", self.weight_decay)
    }

    lr_and_momentum!(betas);
}

impl<T: Scalar> Algorithm<T> for Adam {
    type State = AdamState<T>;

    fn init(&self, shape: &[usize]) -> AdamState<T> {
        let zeros = vec![T::ZERO; shape.iter().product()];
        AdamState { step: 0, exp_avg: zeros.clone(), exp_avg_sq: zeros, max_exp_avg_sq: None }
    }

    fn accepts(&self, layout: Layout) -> Result<(), String> {
        match layout {
            Layout::Dense => Ok(()),
            Layout::Sparse => Err("Adam does not support sparse gradients, please consider SparseAdam instead".into()),
        }
    }

    /// ```text
    /// m ← β₁ m + (1 - β₁) g
    /// v ← β₂ v + (1 - β₂) g²
    /// x ← x - lr / (1 - β₁ᵗ) · m / (√v / √(1 - β₂ᵗ) + ε)
    /// ```
    fn update(&self, state: &mut AdamState<T>, values: &mut [T], gradient: &[T], _shape: &[usize]) {
        state.step += 1;
        let (beta1, beta2) = self.betas;
        let decay = Decay::new(self.maximize, self.weight_decay, self.decoupled_weight_decay, self.lr);
        let step_size = T::from_f64(self.lr / (1.0 - power(beta1, state.step)));
        let correction2_sqrt = T::from_f64((1.0 - power(beta2, state.step)).sqrt());
        let (fresh1, keep2, fresh2) = (T::from_f64(1.0 - beta1), T::from_f64(beta2), T::from_f64(1.0 - beta2));
        let eps = T::from_f64(self.eps);

        let mix = |x: &mut T, d_x: T, m: &mut T, v: &mut T| {
            let g = decay.slope.at(d_x, *x);
            *x = decay.shrink(*x);
            *m = m.lerp(g, fresh1);
            *v = *v * keep2 + fresh2 * g * g;
        };
        let step = |x: &mut T, m: T, square: T| *x -= step_size * m / (square.sqrt() / correction2_sqrt + eps);
        let moments = state.exp_avg.iter_mut().zip(&mut state.exp_avg_sq);
        if !self.amsgrad {
            for ((x, &d_x), (m, v)) in values.iter_mut().zip(gradient).zip(moments) {
                mix(x, d_x, m, v);
                step(x, *m, *v);
            }
            return;
        }
        // Switched on in the middle of a run, the largest square so far starts from zero.
        let largest = state.max_exp_avg_sq.get_or_insert_with(|| vec![T::ZERO; gradient.len()]);
        for (((x, &d_x), (m, v)), max) in values.iter_mut().zip(gradient).zip(moments).zip(largest) {
            mix(x, d_x, m, v);
            *max = max.maximum(*v);
            step(x, *m, *max);
        }
    }
}

impl<T: Scalar> State<T> for AdamState<T> {
    fn scalars(&self) -> Vec<(&'static str, f64)> {
        vec![("step", self.step as f64)]
    }
    fn buffers(&self) -> Vec<(&'static str, &[T])> {
        let mut buffers = vec![("exp_avg", self.exp_avg.as_slice()), ("exp_avg_sq", &self.exp_avg_sq)];
        buffers.extend(self.max_exp_avg_sq.iter().map(|buffer| ("max_exp_avg_sq", buffer.as_slice())));
        buffers
    }
}
