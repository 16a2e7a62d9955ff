//! Adagrad.

use super::algorithm::{Layout, lr_and_momentum};
use super::error::py;
use super::error::require;
use super::options::{Slope, check_eps, check_lr, check_not_negative};
use super::{Algorithm, OptimError, Scalar, Settings, SparseRows, State};

/// Learning rates divided by the root of the sum of squared gradients: `torch.optim.Adagrad`.
///
/// Source: Duchi, Hazan and Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization" (2011).
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Adagrad {
    /// The learning rate.
    pub lr: f64,
    /// The learning rate is divided by `1 + (step - 1) lr_decay`.
    pub lr_decay: f64,
    /// The factor of an L2 penalty.
    pub weight_decay: f64,
    /// What the sum of squares starts from.
    pub initial_accumulator_value: f64,
    /// Added to the denominator.
    pub eps: f64,
    /// Ascends instead of descending.
    pub maximize: bool,
}

impl Default for Adagrad {
    fn default() -> Self {
        Self { lr: 1e-2, lr_decay: 0.0, weight_decay: 0.0, initial_accumulator_value: 0.0, eps: 1e-10, maximize: false }
    }
}

/// The state of [`Adagrad`].
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AdagradState<T> {
    /// Steps taken.
    pub step: u64,
    /// The sum of squared gradients.
    pub sum: Vec<T>,
}

impl Settings for Adagrad {
    const NAME: &'static str = "Adagrad";

    fn validate(&self) -> Result<(), OptimError> {
        check_lr(self.lr)?;
        check_not_negative("lr_decay", self.lr_decay)?;
        check_not_negative("weight_decay", self.weight_decay)?;
        require(0.0 <= self.initial_accumulator_value, || {
            format!("Invalid initial_accumulator_value value: {}", py(self.initial_accumulator_value))
        })?;
        check_eps(self.eps)
    }

    lr_and_momentum!();
}

impl Adagrad {
    /// The decayed learning rate and ε; counts the step.
    fn begin<T: Scalar>(&self, state: &mut AdagradState<T>) -> (T, T) {
        state.step += 1;
        let lr = self.lr / (1.0 + (state.step - 1) as f64 * self.lr_decay);
        (T::from_f64(lr), T::from_f64(self.eps))
    }
}

impl<T: Scalar> Algorithm<T> for Adagrad {
    type State = AdagradState<T>;

    fn init(&self, shape: &[usize]) -> AdagradState<T> {
        let start = T::from_f64(self.initial_accumulator_value);
        AdagradState { step: 0, sum: vec![start; shape.iter().product()] }
    }

    fn accepts(&self, layout: Layout) -> Result<(), String> {
        match layout {
            Layout::Sparse if self.weight_decay != 0.0 => {
                Err("weight_decay option is not compatible with sparse gradients".into())
            }
            Layout::Sparse | Layout::Dense => Ok(()),
        }
    }

    /// ```text
    /// s ← s + g²
    /// x ← x - lr / (1 + (t - 1) lr_decay) · g / (√s + ε)
    /// ```
    fn update(&self, state: &mut AdagradState<T>, values: &mut [T], gradient: &[T], _shape: &[usize]) {
        let (lr, eps) = self.begin(state);
        let slope = Slope::new(self.maximize, self.weight_decay);
        for ((x, &d_x), s) in values.iter_mut().zip(gradient).zip(&mut state.sum) {
            let g = slope.at(d_x, *x);
            *s += g * g;
            *x -= lr * g / (s.sqrt() + eps);
        }
    }

    /// The same for the rows named; the others keep value and sum.
    fn update_sparse(&self, state: &mut AdagradState<T>, values: &mut [T], gradient: &SparseRows<T>, _: &[usize]) {
        let (lr, eps) = self.begin(state);
        let slope = Slope::new(self.maximize, 0.0);
        for (index, d_x) in gradient.entries() {
            let (x, s) = (&mut values[index], &mut state.sum[index]);
            let g = slope.at(d_x, *x);
            *s += g * g;
            *x -= lr * (g / (s.sqrt() + eps));
        }
    }
}

impl<T: Scalar> State<T> for AdagradState<T> {
    fn scalars(&self) -> Vec<(&'static str, f64)> {
        vec![("step", self.step as f64)]
    }
    fn buffers(&self) -> Vec<(&'static str, &[T])> {
        vec![("sum", &self.sum)]
    }
}
