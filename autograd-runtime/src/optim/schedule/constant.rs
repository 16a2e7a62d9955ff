//! ConstantLR.

use super::{Moment, Rule};
use crate::optim::error::require;
use crate::optim::{OptimError, ParameterGroups};

/// Multiplies the learning rate by `factor` until `total_iters`: `torch.optim.lr_scheduler.ConstantLR`.
#[doc(alias = "ConstantLR")]
#[derive(Debug, Clone, PartialEq)]
pub struct ConstantLr {
    /// The factor.
    pub factor: f64,
    /// The step at which the factor is taken back.
    pub total_iters: i64,
}

impl Default for ConstantLr {
    fn default() -> Self {
        Self { factor: 1.0 / 3.0, total_iters: 5 }
    }
}

impl Rule for ConstantLr {
    const NAME: &'static str = "ConstantLR";

    fn attach(&mut self, _groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        require((0.0..=1.0).contains(&self.factor), || {
            "Constant multiplicative factor expected to be between 0 and 1.".into()
        })
    }

    fn lr(&self, moment: Moment, _group: usize, current: f64, _base: f64) -> f64 {
        if moment.epoch == 0 {
            current * self.factor
        } else if moment.epoch == self.total_iters {
            current * (1.0 / self.factor)
        } else {
            current
        }
    }

    /// `base · factor` before `total_iters`, `base` from there on.
    fn closed_form(&self, epoch: i64, base: f64) -> Option<f64> {
        let rest = if epoch >= self.total_iters { 1.0 - self.factor } else { 0.0 };
        Some(base * (self.factor + rest))
    }
}
