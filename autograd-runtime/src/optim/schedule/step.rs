//! StepLR.

use super::{Moment, Rule};
use crate::optim::{OptimError, ParameterGroups};

/// Multiplies the learning rate by `gamma` every `step_size` steps: `torch.optim.lr_scheduler.StepLR`.
#[doc(alias = "StepLR")]
#[derive(Debug, Clone, PartialEq)]
pub struct StepLr {
    /// Steps between two changes.
    pub step_size: i64,
    /// The factor; 0.1 in PyTorch unless given.
    pub gamma: f64,
}

impl StepLr {
    /// With PyTorch's default of 0.1 for `gamma`.
    pub fn new(step_size: i64) -> Self {
        Self { step_size, gamma: 0.1 }
    }
}

impl Rule for StepLr {
    const NAME: &'static str = "StepLR";

    fn attach(&mut self, _groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        super::require_positive("step_size", self.step_size)
    }

    fn lr(&self, moment: Moment, _group: usize, current: f64, _base: f64) -> f64 {
        if moment.epoch == 0 || moment.epoch % self.step_size != 0 { current } else { current * self.gamma }
    }

    /// `base · gamma^⌊epoch / step_size⌋`
    fn closed_form(&self, epoch: i64, base: f64) -> Option<f64> {
        Some(base * self.gamma.powf(epoch.div_euclid(self.step_size) as f64))
    }
}
