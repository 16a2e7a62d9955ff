//! LambdaLR.

use super::{LrFunction, Moment, PerGroup, Rule};
use crate::optim::{OptimError, ParameterGroups};

/// Sets the learning rate to its start times a function of the epoch: `torch.optim.lr_scheduler.LambdaLR`.
#[doc(alias = "LambdaLR")]
#[derive(Debug)]
pub struct LambdaLr {
    /// The factor at an epoch, for all groups or for each.
    pub lr_lambda: PerGroup<LrFunction>,
}

impl LambdaLr {
    /// One function for all groups.
    pub fn new(function: impl Fn(i64) -> f64 + Send + 'static) -> Self {
        Self { lr_lambda: PerGroup::All(LrFunction::new(function)) }
    }
}

impl Rule for LambdaLr {
    const NAME: &'static str = "LambdaLR";

    fn attach(&mut self, groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        self.lr_lambda.check("lr_lambda", groups.group_count())
    }

    fn lr(&self, moment: Moment, group: usize, _current: f64, base: f64) -> f64 {
        base * self.lr_lambda.of(group).at(moment.epoch)
    }
}
