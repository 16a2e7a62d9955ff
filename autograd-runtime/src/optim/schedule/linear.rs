//! LinearLR.

use super::{Moment, Rule};
use crate::optim::error::require;
use crate::optim::{OptimError, ParameterGroups};

/// Moves the factor on the learning rate in a straight line: `torch.optim.lr_scheduler.LinearLR`.
#[doc(alias = "LinearLR")]
#[derive(Debug, Clone, PartialEq)]
pub struct LinearLr {
    /// The factor at the beginning.
    pub start_factor: f64,
    /// The factor from `total_iters` on.
    pub end_factor: f64,
    /// The length of the line.
    pub total_iters: i64,
}

impl Default for LinearLr {
    fn default() -> Self {
        Self { start_factor: 1.0 / 3.0, end_factor: 1.0, total_iters: 5 }
    }
}

impl Rule for LinearLr {
    const NAME: &'static str = "LinearLR";

    fn attach(&mut self, _groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        require(0.0 < self.start_factor && self.start_factor <= 1.0, || {
            "Starting multiplicative factor expected to be greater than 0 and less or equal to 1.".into()
        })?;
        require((0.0..=1.0).contains(&self.end_factor), || {
            "Ending multiplicative factor expected to be between 0 and 1.".into()
        })
    }

    /// The ratio of two neighbouring points on the line.
    fn lr(&self, moment: Moment, _group: usize, current: f64, _base: f64) -> f64 {
        if moment.epoch == 0 {
            return current * self.start_factor;
        }
        if moment.initial || moment.epoch > self.total_iters {
            return current;
        }
        let rise = self.end_factor - self.start_factor;
        let before = self.total_iters as f64 * self.start_factor + (moment.epoch - 1) as f64 * rise;
        current * (1.0 + rise / before)
    }

    /// `base · (start + (end - start) · min(total, epoch) / total)`
    fn closed_form(&self, epoch: i64, base: f64) -> Option<f64> {
        let (done, total) = (self.total_iters.min(epoch) as f64, self.total_iters as f64);
        Some(base * (self.start_factor + (self.end_factor - self.start_factor) * done / total))
    }
}
