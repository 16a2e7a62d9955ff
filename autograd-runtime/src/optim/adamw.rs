//! Adam with decoupled weight decay.

use super::adam::AdamState;
use super::algorithm::{Layout, lr_and_momentum};
use super::{Adam, Algorithm, OptimError, Scalar, Settings};

/// Adam whose weight decay shrinks the parameter directly: `torch.optim.AdamW`.
///
/// Source: Loshchilov and Hutter, "Decoupled Weight Decay Regularization" (2019).
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct AdamW {
    /// The learning rate.
    pub lr: f64,
    /// The decay rates of the running mean and of the running mean square.
    pub betas: (f64, f64),
    /// Added to the denominator.
    pub eps: f64,
    /// The parameter shrinks by `lr · weight_decay` per step.
    pub weight_decay: f64,
    /// Divides by the largest mean square so far.
    pub amsgrad: bool,
    /// Ascends instead of descending.
    pub maximize: bool,
}

impl Default for AdamW {
    fn default() -> Self {
        Self { lr: 1e-3, betas: (0.9, 0.999), eps: 1e-8, weight_decay: 1e-2, amsgrad: false, maximize: false }
    }
}

impl AdamW {
    /// The same method in Adam's terms.
    fn as_adam(&self) -> Adam {
        let Self { lr, betas, eps, weight_decay, amsgrad, maximize } = *self;
        Adam { lr, betas, eps, weight_decay, amsgrad, maximize, decoupled_weight_decay: true }
    }
}

impl Settings for AdamW {
    const NAME: &'static str = "AdamW";

    fn validate(&self) -> Result<(), OptimError> {
        self.as_adam().validate()
    }

    lr_and_momentum!(betas);
}

impl<T: Scalar> Algorithm<T> for AdamW {
    type State = AdamState<T>;

    fn init(&self, shape: &[usize]) -> AdamState<T> {
        self.as_adam().init(shape)
    }

    fn accepts(&self, layout: Layout) -> Result<(), String> {
        Algorithm::<T>::accepts(&self.as_adam(), layout)
    }

    /// `x ← (1 - lr · weight_decay) x`, then Adam's step with the gradient as it is.
    fn update(&self, state: &mut AdamState<T>, values: &mut [T], gradient: &[T], shape: &[usize]) {
        self.as_adam().update(state, values, gradient, shape);
    }
}
