//! MultiplicativeLR.

use super::{LrFunction, Moment, PerGroup, Rule};
use crate::optim::{OptimError, ParameterGroups};

/// Multiplies the learning rate by a function of the epoch: `torch.optim.lr_scheduler.MultiplicativeLR`.
#[doc(alias = "MultiplicativeLR")]
#[derive(Debug)]
pub struct MultiplicativeLr {
    /// The factor at an epoch, for all groups or for each.
    pub lr_lambda: PerGroup<LrFunction>,
}

impl MultiplicativeLr {
    /// One function for all groups.
    pub fn new(function: impl Fn(i64) -> f64 + Send + 'static) -> Self {
        Self { lr_lambda: PerGroup::All(LrFunction::new(function)) }
    }
}

impl Rule for MultiplicativeLr {
    const NAME: &'static str = "MultiplicativeLR";

    fn attach(&mut self, groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        self.lr_lambda.check("lr_lambda", groups.group_count())
    }

    fn lr(&self, moment: Moment, group: usize, current: f64, _base: f64) -> f64 {
        if moment.initial { current } else { current * self.lr_lambda.of(group).at(moment.epoch) }
    }
}
