//! ExponentialLR.

use super::{Moment, Rule};
use crate::optim::{OptimError, ParameterGroups};

/// Multiplies the learning rate by `gamma` every step: `torch.optim.lr_scheduler.ExponentialLR`.
#[doc(alias = "ExponentialLR")]
#[derive(Debug, Clone, PartialEq)]
pub struct ExponentialLr {
    /// The factor.
    pub gamma: f64,
}

impl Rule for ExponentialLr {
    const NAME: &'static str = "ExponentialLR";

    fn attach(&mut self, _groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        Ok(())
    }

    fn lr(&self, moment: Moment, _group: usize, current: f64, _base: f64) -> f64 {
        if moment.initial { current } else { current * self.gamma }
    }

    /// `base · gamma^epoch`
    fn closed_form(&self, epoch: i64, base: f64) -> Option<f64> {
        Some(base * self.gamma.powf(epoch as f64))
    }
}
