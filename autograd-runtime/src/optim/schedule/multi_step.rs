//! MultiStepLR.

use super::{Moment, Rule};
use crate::optim::{OptimError, ParameterGroups};

/// Multiplies the learning rate by `gamma` at each milestone: `torch.optim.lr_scheduler.MultiStepLR`.
#[doc(alias = "MultiStepLR")]
#[derive(Debug, Clone, PartialEq)]
pub struct MultiStepLr {
    /// The epochs of the changes; one that is named twice counts twice.
    pub milestones: Vec<i64>,
    /// The factor; 0.1 in PyTorch unless given.
    pub gamma: f64,
}

impl MultiStepLr {
    /// With PyTorch's default of 0.1 for `gamma`.
    pub fn new(milestones: impl Into<Vec<i64>>) -> Self {
        Self { milestones: milestones.into(), gamma: 0.1 }
    }
}

impl Rule for MultiStepLr {
    const NAME: &'static str = "MultiStepLR";

    fn attach(&mut self, _groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        Ok(())
    }

    fn lr(&self, moment: Moment, _group: usize, current: f64, _base: f64) -> f64 {
        match self.milestones.iter().filter(|&&milestone| milestone == moment.epoch).count() {
            0 => current,
            times => current * self.gamma.powf(times as f64),
        }
    }

    /// `base · gamma^(milestones passed)`
    fn closed_form(&self, epoch: i64, base: f64) -> Option<f64> {
        let passed = self.milestones.iter().filter(|&&milestone| milestone <= epoch).count();
        Some(base * self.gamma.powf(passed as f64))
    }
}
