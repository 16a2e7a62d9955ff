//! Adam that touches only the rows a sparse gradient names.

use super::algorithm::{Layout, lr_and_momentum};
use super::error::{py, require};
use super::options::{check_betas, power};
use super::{Algorithm, OptimError, Scalar, Settings, SparseRows, State};

/// Adam for sparse gradients: moments and parameters of the other rows stay as they are. `torch.optim.SparseAdam`.
///
/// Source: as [`Adam`](super::Adam); the lazy update is PyTorch's.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct SparseAdam {
    /// The learning rate.
    pub lr: f64,
    /// The decay rates of the running mean and of the running mean square.
    pub betas: (f64, f64),
    /// Added to the denominator.
    pub eps: f64,
    /// Ascends instead of descending.
    pub maximize: bool,
}

impl Default for SparseAdam {
    fn default() -> Self {
        Self { lr: 1e-3, betas: (0.9, 0.999), eps: 1e-8, maximize: false }
    }
}

/// The state of [`SparseAdam`].
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SparseAdamState<T> {
    /// Steps taken, counted for the parameter as a whole.
    pub step: u64,
    /// The running mean of the gradient.
    pub exp_avg: Vec<T>,
    /// The running mean of its square.
    pub exp_avg_sq: Vec<T>,
}

impl Settings for SparseAdam {
    const NAME: &'static str = "SparseAdam";

    fn validate(&self) -> Result<(), OptimError> {
        require(0.0 < self.lr, || format!("Invalid learning rate: {}", py(self.lr)))?;
        require(0.0 < self.eps, || format!("Invalid epsilon value: {}", py(self.eps)))?;
        check_betas(self.betas)
    }

    lr_and_momentum!(betas);
}

impl<T: Scalar> Algorithm<T> for SparseAdam {
    type State = SparseAdamState<T>;

    fn init(&self, shape: &[usize]) -> SparseAdamState<T> {
        let zeros = vec![T::ZERO; shape.iter().product()];
        SparseAdamState { step: 0, exp_avg: zeros.clone(), exp_avg_sq: zeros }
    }

    fn accepts(&self, layout: Layout) -> Result<(), String> {
        match layout {
            Layout::Sparse => Ok(()),
            Layout::Dense => Err("SparseAdam does not support dense gradients, please consider Adam instead".into()),
        }
    }

    fn update(&self, _: &mut SparseAdamState<T>, _: &mut [T], _: &[T], _: &[usize]) {
        unreachable!("`accepts` refuses dense gradients before any update")
    }

    /// ```text
    /// m ← m + (1 - β₁) (g - m)
    /// v ← v + (1 - β₂) (g² - v)
    /// x ← x - lr √(1 - β₂ᵗ) / (1 - β₁ᵗ) · m / (√v + ε)      on the rows named
    /// ```
    fn update_sparse(&self, state: &mut SparseAdamState<T>, values: &mut [T], gradient: &SparseRows<T>, _: &[usize]) {
        state.step += 1;
        let (beta1, beta2) = self.betas;
        let corrections = (1.0 - power(beta2, state.step)).sqrt() / (1.0 - power(beta1, state.step));
        let step_size = T::from_f64(self.lr * corrections);
        let (fresh1, fresh2, eps) = (T::from_f64(1.0 - beta1), T::from_f64(1.0 - beta2), T::from_f64(self.eps));
        for (index, d_x) in gradient.entries() {
            let g = if self.maximize { -d_x } else { d_x };
            let (m, v) = (&mut state.exp_avg[index], &mut state.exp_avg_sq[index]);
            *m += (g - *m) * fresh1;
            *v += (g * g - *v) * fresh2;
            values[index] -= step_size * (*m / (v.sqrt() + eps));
        }
    }
}

impl<T: Scalar> State<T> for SparseAdamState<T> {
    fn scalars(&self) -> Vec<(&'static str, f64)> {
        vec![("step", self.step as f64)]
    }
    fn buffers(&self) -> Vec<(&'static str, &[T])> {
        vec![("exp_avg", &self.exp_avg), ("exp_avg_sq", &self.exp_avg_sq)]
    }
}
