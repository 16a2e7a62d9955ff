//! SequentialLR.

use super::{ScheduleState, Scheduler, current_rates};
use crate::optim::{OptimError, ParameterGroups};

/// One schedule after another, changing at milestones: `torch.optim.lr_scheduler.SequentialLR`.
#[doc(alias = "SequentialLR")]
pub struct SequentialLr {
    schedulers: Vec<Box<dyn Scheduler>>,
    milestones: Vec<i64>,
    last_epoch: i64,
    last_lr: Vec<f64>,
}

impl SequentialLr {
    const NAME: &'static str = "SequentialLR";

    /// Joins schedules that are attached to the same groups. What attaching them did to the learning rates is undone.
    ///
    /// # Errors
    /// No schedules, or not one milestone fewer than schedules; the groups are unchanged then.
    pub fn new(
        groups: &mut dyn ParameterGroups,
        mut schedulers: Vec<Box<dyn Scheduler>>,
        milestones: impl Into<Vec<i64>>,
    ) -> Result<Self, OptimError> {
        let milestones = milestones.into();
        if schedulers.is_empty() {
            return Err(OptimError::InvalidOption(
                "SequentialLR expects at least one scheduler to be chained, but got no scheduler.".into(),
            ));
        }
        if milestones.len() != schedulers.len() - 1 {
            return Err(OptimError::InvalidOption(format!(
                "Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone \
                 points, but got number of schedulers {} and the number of milestones to be equal to {}",
                schedulers.len(),
                milestones.len()
            )));
        }
        for group in 0..groups.group_count() {
            if let Some(lr) = groups.initial_lr(group) {
                groups.set_lr(group, lr);
            }
        }
        schedulers.iter_mut().for_each(|scheduler| scheduler.undo());
        schedulers[0].restart(groups)?;
        let last_lr = schedulers[0].last_lr().to_vec();
        Ok(Self { schedulers, milestones, last_epoch: 0, last_lr })
    }
}

impl Scheduler for SequentialLr {
    fn step(&mut self, groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        let epoch = self.last_epoch + 1;
        let index = self.milestones.partition_point(|&milestone| milestone <= epoch);
        let scheduler = &mut self.schedulers[index];
        if index > 0 && self.milestones[index - 1] == epoch {
            scheduler.jump(groups, 0)?;
        } else {
            scheduler.step(groups)?;
        }
        self.last_epoch = epoch;
        self.last_lr = scheduler.last_lr().to_vec();
        Ok(())
    }

    fn last_lr(&self) -> &[f64] {
        &self.last_lr
    }

    fn last_epoch(&self) -> i64 {
        self.last_epoch
    }

    fn state(&self) -> ScheduleState {
        ScheduleState {
            scheduler: Self::NAME.into(),
            last_epoch: self.last_epoch,
            last_lr: self.last_lr.clone(),
            schedulers: self.schedulers.iter().map(|scheduler| scheduler.state()).collect(),
            ..ScheduleState::default()
        }
    }

    fn load_state(&mut self, saved: &ScheduleState) -> Result<(), OptimError> {
        saved.expect(Self::NAME, self.last_lr.len(), self.schedulers.len())?;
        super::load_parts(&mut self.schedulers, &saved.schedulers)?;
        (self.last_epoch, self.last_lr) = (saved.last_epoch, saved.last_lr.clone());
        Ok(())
    }

    /// As a part of another sequence it starts over where it is.
    fn jump(&mut self, groups: &mut dyn ParameterGroups, epoch: i64) -> Result<(), OptimError> {
        let index = self.milestones.partition_point(|&milestone| milestone <= epoch);
        let start = if index == 0 { 0 } else { self.milestones[index - 1] };
        self.schedulers[index].jump(groups, epoch - start)?;
        self.last_epoch = epoch;
        self.last_lr = current_rates(groups);
        Ok(())
    }

    fn undo(&mut self) {
        self.schedulers.iter_mut().for_each(|scheduler| scheduler.undo());
    }

    fn restart(&mut self, groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        self.last_epoch = 0;
        self.schedulers[0].restart(groups)?;
        self.last_lr = current_rates(groups);
        Ok(())
    }
}
