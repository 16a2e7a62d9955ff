//! ReduceLROnPlateau.

use super::{PerGroup, ScheduleState};
use crate::optim::error::require;
use crate::optim::{OptimError, ParameterGroups};

/// Multiplies the learning rate by `factor` when a metric has stopped improving:
/// `torch.optim.lr_scheduler.ReduceLROnPlateau`.
///
/// These are the options; [`attach`](ReduceLrOnPlateau::attach) makes a [`PlateauSchedule`] of them.
#[doc(alias = "ReduceLROnPlateau")]
#[derive(Debug, Clone, PartialEq)]
pub struct ReduceLrOnPlateau {
    /// Whether smaller or larger is better.
    pub mode: PlateauMode,
    /// The factor.
    pub factor: f64,
    /// How many epochs without improvement are waited for.
    pub patience: u64,
    /// How much counts as an improvement.
    pub threshold: f64,
    /// Whether the threshold is a part of the best metric or a difference to it.
    pub threshold_mode: ThresholdMode,
    /// Epochs after a change in which nothing is counted.
    pub cooldown: u64,
    /// The smallest learning rate.
    pub min_lr: PerGroup<f64>,
    /// Changes not larger than this are not made.
    pub eps: f64,
}

/// Whether smaller or larger is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlateauMode {
    /// Smaller.
    Min,
    /// Larger.
    Max,
}

/// What a threshold is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThresholdMode {
    /// Parts of the best metric.
    Rel,
    /// The metric's own unit.
    Abs,
}

/// [`ReduceLrOnPlateau`] attached to the groups of an optimizer.
#[derive(Debug, Clone, PartialEq)]
pub struct PlateauSchedule {
    rule: ReduceLrOnPlateau,
    progress: Progress,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Progress {
    /// `None` before the first metric, so that saved states hold no infinity.
    best: Option<f64>,
    bad_epochs: u64,
    cooldown_left: u64,
    last_epoch: i64,
    last_lr: Vec<f64>,
}

impl Default for ReduceLrOnPlateau {
    fn default() -> Self {
        Self {
            mode: PlateauMode::Min,
            factor: 0.1,
            patience: 10,
            threshold: 1e-4,
            threshold_mode: ThresholdMode::Rel,
            cooldown: 0,
            min_lr: PerGroup::All(0.0),
            eps: 1e-8,
        }
    }
}

impl ReduceLrOnPlateau {
    /// Checks the options against the groups.
    ///
    /// # Errors
    /// A factor of 1 or more, or not as many smallest learning rates as groups.
    pub fn attach(self, groups: &dyn ParameterGroups) -> Result<PlateauSchedule, OptimError> {
        require(self.factor < 1.0, || "Factor should be < 1.0.".into())?;
        if let PerGroup::Each(rates) = &self.min_lr {
            require(rates.len() == groups.group_count(), || {
                format!("expected {} min_lrs, got {}", groups.group_count(), rates.len())
            })?;
        }
        let progress = Progress { last_lr: super::current_rates(groups), ..Progress::default() };
        Ok(PlateauSchedule { rule: self, progress })
    }

    /// Whether `metric` improves on the best so far; the first one does, unless it is NaN.
    fn is_better(&self, metric: f64, best: Option<f64>) -> bool {
        let none_yet = match self.mode {
            PlateauMode::Min => f64::INFINITY,
            PlateauMode::Max => f64::NEG_INFINITY,
        };
        let best = best.unwrap_or(none_yet);
        match (self.mode, self.threshold_mode) {
            (PlateauMode::Min, ThresholdMode::Rel) => metric < best * (1.0 - self.threshold),
            (PlateauMode::Min, ThresholdMode::Abs) => metric < best - self.threshold,
            (PlateauMode::Max, ThresholdMode::Rel) => metric > best * (self.threshold + 1.0),
            (PlateauMode::Max, ThresholdMode::Abs) => metric > best + self.threshold,
        }
    }

    fn reduce(&self, groups: &mut dyn ParameterGroups) {
        for group in 0..groups.group_count() {
            let old = groups.lr(group);
            let new = (old * self.factor).max(*self.min_lr.of(group));
            if old - new > self.eps {
                groups.set_lr(group, new);
            }
        }
    }
}

impl PlateauSchedule {
    const NAME: &'static str = "ReduceLROnPlateau";

    /// Takes the metric of one epoch and reduces the learning rates when it is time.
    ///
    /// # Errors
    /// When the number of groups has changed and `min_lr` was given for each; nothing is changed then.
    pub fn step(&mut self, groups: &mut dyn ParameterGroups, metric: f64) -> Result<(), OptimError> {
        self.rule.min_lr.check("min_lr", groups.group_count())?;
        self.progress.last_epoch += 1;
        if self.rule.is_better(metric, self.progress.best) {
            self.progress.best = Some(metric);
            self.progress.bad_epochs = 0;
        } else {
            self.progress.bad_epochs += 1;
        }
        if self.progress.cooldown_left > 0 {
            self.progress.cooldown_left -= 1;
            self.progress.bad_epochs = 0;
        }
        if self.progress.bad_epochs > self.rule.patience {
            self.rule.reduce(groups);
            self.progress.cooldown_left = self.rule.cooldown;
            self.progress.bad_epochs = 0;
        }
        self.progress.last_lr = super::current_rates(groups);
        Ok(())
    }

    /// The learning rates of all groups after the last step.
    pub fn last_lr(&self) -> &[f64] {
        &self.progress.last_lr
    }

    /// The best metric so far.
    pub fn best(&self) -> Option<f64> {
        self.progress.best
    }

    /// The counters, to be saved.
    pub fn state(&self) -> ScheduleState {
        let progress = &self.progress;
        let mut counters = [
            ("num_bad_epochs".to_string(), progress.bad_epochs as f64),
            ("cooldown_counter".to_string(), progress.cooldown_left as f64),
        ]
        .into_iter()
        .collect::<std::collections::BTreeMap<_, _>>();
        counters.extend(progress.best.map(|best| ("best".to_string(), best)));
        ScheduleState {
            scheduler: Self::NAME.into(),
            last_epoch: progress.last_epoch,
            step_count: 0,
            base_lrs: Vec::new(),
            last_lr: progress.last_lr.clone(),
            counters,
            schedulers: Vec::new(),
        }
    }

    /// Restores the counters.
    ///
    /// # Errors
    /// When the state is of another schedule, or for another number of groups. Nothing is changed then.
    pub fn load_state(&mut self, saved: &ScheduleState) -> Result<(), OptimError> {
        saved.expect(Self::NAME, self.progress.last_lr.len(), 0)?;
        let count = |name: &str| saved.counters.get(name).map_or(0, |&count| count as u64);
        self.progress = Progress {
            best: saved.counters.get("best").copied(),
            bad_epochs: count("num_bad_epochs"),
            cooldown_left: count("cooldown_counter"),
            last_epoch: saved.last_epoch,
            last_lr: saved.last_lr.clone(),
        };
        Ok(())
    }
}
