//! PolynomialLR.

use super::{Moment, Rule};
use crate::optim::{OptimError, ParameterGroups};

/// Lets the learning rate fall to 0 by a power of what is left: `torch.optim.lr_scheduler.PolynomialLR`.
#[doc(alias = "PolynomialLR")]
#[derive(Debug, Clone, PartialEq)]
pub struct PolynomialLr {
    /// The step at which 0 is reached.
    pub total_iters: i64,
    /// The power.
    pub power: f64,
}

impl Default for PolynomialLr {
    fn default() -> Self {
        Self { total_iters: 5, power: 1.0 }
    }
}

impl Rule for PolynomialLr {
    const NAME: &'static str = "PolynomialLR";

    fn attach(&mut self, _groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        super::require_positive("total_iters", self.total_iters)
    }

    /// The ratio of two neighbouring points on the curve.
    fn lr(&self, moment: Moment, _group: usize, current: f64, _base: f64) -> f64 {
        if moment.initial || moment.epoch > self.total_iters {
            return current;
        }
        let left = |epoch: i64| 1.0 - epoch as f64 / self.total_iters as f64;
        current * (left(moment.epoch) / left(moment.epoch - 1)).powf(self.power)
    }

    /// `base · (1 - min(total, epoch) / total)^power`
    fn closed_form(&self, epoch: i64, base: f64) -> Option<f64> {
        let done = self.total_iters.min(epoch) as f64 / self.total_iters as f64;
        Some(base * (1.0 - done).powf(self.power))
    }
}
