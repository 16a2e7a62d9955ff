//! ChainedScheduler.

use super::{ScheduleState, Scheduler, current_rates};
use crate::optim::{OptimError, ParameterGroups};

/// Several schedules at once, each changing what the one before leaves: `torch.optim.lr_scheduler.ChainedScheduler`.
pub struct ChainedScheduler {
    schedulers: Vec<Box<dyn Scheduler>>,
    last_lr: Vec<f64>,
}

impl ChainedScheduler {
    const NAME: &'static str = "ChainedScheduler";

    /// Joins schedules that are attached to the same groups, in the order in which they were attached.
    ///
    /// # Errors
    /// No schedules.
    pub fn new(groups: &dyn ParameterGroups, schedulers: Vec<Box<dyn Scheduler>>) -> Result<Self, OptimError> {
        if schedulers.is_empty() {
            return Err(OptimError::InvalidOption(
                "ChainedScheduler expects at least one scheduler to be chained, but got no scheduler.".into(),
            ));
        }
        Ok(Self { schedulers, last_lr: current_rates(groups) })
    }

    /// Does the same to all parts.
    fn each(
        &mut self,
        groups: &mut dyn ParameterGroups,
        act: impl Fn(&mut dyn Scheduler, &mut dyn ParameterGroups) -> Result<(), OptimError>,
    ) -> Result<(), OptimError> {
        for scheduler in &mut self.schedulers {
            act(&mut **scheduler, groups)?;
        }
        self.last_lr = current_rates(groups);
        Ok(())
    }
}

impl Scheduler for ChainedScheduler {
    fn step(&mut self, groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        self.each(groups, |scheduler, groups| scheduler.step(groups))
    }

    fn last_lr(&self) -> &[f64] {
        &self.last_lr
    }

    fn last_epoch(&self) -> i64 {
        self.schedulers[0].last_epoch()
    }

    fn state(&self) -> ScheduleState {
        ScheduleState {
            scheduler: Self::NAME.into(),
            last_epoch: self.last_epoch(),
            last_lr: self.last_lr.clone(),
            schedulers: self.schedulers.iter().map(|scheduler| scheduler.state()).collect(),
            ..ScheduleState::default()
        }
    }

    fn load_state(&mut self, saved: &ScheduleState) -> Result<(), OptimError> {
        saved.expect(Self::NAME, self.last_lr.len(), self.schedulers.len())?;
        super::load_parts(&mut self.schedulers, &saved.schedulers)?;
        self.last_lr = saved.last_lr.clone();
        Ok(())
    }

    fn jump(&mut self, groups: &mut dyn ParameterGroups, epoch: i64) -> Result<(), OptimError> {
        self.each(groups, |scheduler, groups| scheduler.jump(groups, epoch))
    }

    fn undo(&mut self) {
        self.schedulers.iter_mut().for_each(|scheduler| scheduler.undo());
    }

    fn restart(&mut self, groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        self.each(groups, |scheduler, groups| scheduler.restart(groups))
    }
}
