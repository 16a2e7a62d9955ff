//! Learning-rate schedules.
//!
//! A rule ([`StepLr`], [`CosineAnnealingLr`], …) says which learning rate follows; [`Schedule`] attaches it to the groups
//! of an optimizer and counts. Schedules do not hold the optimizer: they are handed its groups at each step.
//!
//! ```
//! use autograd_runtime::optim::{Optimizer, ParameterGroups, Sgd, Variable};
//! use autograd_runtime::optim::schedule::{Schedule, Scheduler, StepLr};
//!
//! let w = Variable::new([1.0, 2.0]);
//! let mut optimizer = Optimizer::new(Sgd { lr: 0.5, ..Sgd::default() }, [&w])?;
//! let mut schedule = Schedule::new(&mut optimizer, StepLr { step_size: 2, gamma: 0.5 })?;
//! let mut rates = Vec::new();
//! for _ in 0..5 {
//!     rates.push(optimizer.lr(0));
//!     // … one epoch of training …
//!     schedule.step(&mut optimizer)?;
//! }
//! assert_eq!(rates, [0.5, 0.5, 0.25, 0.25, 0.125]);
//! # Ok::<(), autograd_runtime::optim::OptimError>(())
//! ```

use std::collections::BTreeMap;

use super::error::{py, require};
use super::{OptimError, ParameterGroups};

mod chained;
mod constant;
mod cosine_annealing;
mod cosine_annealing_warm_restarts;
mod cyclic;
mod exponential;
mod lambda;
mod linear;
mod multi_step;
mod multiplicative;
mod one_cycle;
mod per_group;
mod plateau;
mod polynomial;
mod sequential;
mod step;

pub use chained::ChainedScheduler;
pub use constant::ConstantLr;
pub use cosine_annealing::CosineAnnealingLr;
pub use cosine_annealing_warm_restarts::CosineAnnealingWarmRestarts;
pub use cyclic::{CyclicLr, CyclicMode, ScaleMode};
pub use exponential::ExponentialLr;
pub use lambda::LambdaLr;
pub use linear::LinearLr;
pub use multi_step::MultiStepLr;
pub use multiplicative::MultiplicativeLr;
pub use one_cycle::{AnnealStrategy, OneCycleLr};
pub use per_group::{LrFunction, PerGroup};
pub use plateau::{PlateauMode, PlateauSchedule, ReduceLrOnPlateau, ThresholdMode};
pub use polynomial::PolynomialLr;
pub use sequential::SequentialLr;
pub use step::StepLr;

/// Something that changes the learning rates of an optimizer's groups, one step per epoch or per batch.
///
/// [`PlateauSchedule`] is not one, because its step takes a metric.
pub trait Scheduler {
    /// Goes to the next learning rates.
    ///
    /// # Errors
    /// When the schedule has ended (OneCycleLR) or the number of groups has changed; the groups are unchanged then.
    fn step(&mut self, groups: &mut dyn ParameterGroups) -> Result<(), OptimError>;

    /// The learning rates of all groups after the last step.
    fn last_lr(&self) -> &[f64];

    /// The number of steps since the beginning.
    fn last_epoch(&self) -> i64;

    /// The counters, to be saved; what the schedule was built with is not part of it.
    fn state(&self) -> ScheduleState;

    /// Restores the counters of a schedule built with the same options. The learning rates themselves are in the
    /// optimizer's state.
    ///
    /// # Errors
    /// When the state is of another schedule, or for another number of groups. Nothing is changed then.
    fn load_state(&mut self, saved: &ScheduleState) -> Result<(), OptimError>;

    /// Jumps to an epoch, by the rule's closed form where it has one. Used when one schedule takes over from another.
    #[doc(hidden)]
    fn jump(&mut self, groups: &mut dyn ParameterGroups, epoch: i64) -> Result<(), OptimError>;

    /// Takes back the count of the step made when the schedule was attached.
    #[doc(hidden)]
    fn undo(&mut self);

    /// Makes that first step again.
    #[doc(hidden)]
    fn restart(&mut self, groups: &mut dyn ParameterGroups) -> Result<(), OptimError>;
}

/// The counters of a schedule.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ScheduleState {
    /// PyTorch's name of the schedule.
    pub scheduler: String,
    /// Steps since the beginning.
    pub last_epoch: i64,
    /// Calls of `step`, the one at the beginning included.
    pub step_count: u64,
    /// The learning rates that the schedule started from.
    pub base_lrs: Vec<f64>,
    /// The learning rates after the last step.
    pub last_lr: Vec<f64>,
    /// Further counters by name.
    pub counters: BTreeMap<String, f64>,
    /// The states of the schedules that this one is made of.
    pub schedulers: Vec<ScheduleState>,
}

impl ScheduleState {
    /// Refuses the state of another schedule, or of one for another number of groups or parts.
    fn expect(&self, name: &str, groups: usize, parts: usize) -> Result<(), OptimError> {
        let mismatch = |message| Err(OptimError::StateMismatch(message));
        if self.scheduler != name {
            return mismatch(format!("the saved state is of {}, the scheduler is {name}", self.scheduler));
        }
        if self.last_lr.len() != groups {
            return mismatch(format!(
                "the saved state of {name} is for {} parameter groups, the scheduler for {groups}",
                self.last_lr.len()
            ));
        }
        if self.schedulers.len() != parts {
            return mismatch(format!(
                "the saved state of {name} has {} schedulers, this one is made of {parts}",
                self.schedulers.len()
            ));
        }
        Ok(())
    }
}

/// Where a schedule is when it asks its rule for the next learning rates.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// Steps since the beginning.
    pub epoch: i64,
    /// Whether this is the step made when the schedule is attached.
    pub initial: bool,
}

/// One way of changing learning rates.
pub trait Rule {
    /// PyTorch's name.
    const NAME: &'static str;

    /// Checks the options and prepares the groups; called once, when the schedule is attached.
    ///
    /// # Errors
    /// An option outside its range, or options that do not fit the groups. The groups are unchanged then.
    fn attach(&mut self, groups: &mut dyn ParameterGroups) -> Result<(), OptimError>;

    /// Refuses an epoch beyond the schedule's end.
    ///
    /// # Errors
    /// The refusal.
    fn check_epoch(&self, epoch: i64) -> Result<(), OptimError> {
        let _ = epoch;
        Ok(())
    }

    /// The next learning rate of a group from its current one and the one it started from.
    fn lr(&self, moment: Moment, group: usize, current: f64, base: f64) -> f64;

    /// The learning rate of a group at an epoch, for rules that know it without what came before.
    fn closed_form(&self, epoch: i64, base: f64) -> Option<f64> {
        let _ = (epoch, base);
        None
    }

    /// The momentum that goes with the learning rate, for rules that drive it.
    fn momentum(&self, epoch: i64, group: usize) -> Option<f64> {
        let _ = (epoch, group);
        None
    }
}

/// A rule attached to the groups of an optimizer: PyTorch's `LRScheduler`.
#[derive(Debug, Clone)]
pub struct Schedule<R> {
    rule: R,
    last_epoch: i64,
    step_count: u64,
    base_lrs: Vec<f64>,
    last_lr: Vec<f64>,
}

impl<R: Rule> Schedule<R> {
    /// Attaches a rule and sets the first learning rates.
    ///
    /// The groups' learning rates as they are become the ones the schedule starts from, unless another schedule was
    /// attached before.
    ///
    /// # Errors
    /// An option outside its range, or options that do not fit the groups; the groups are unchanged then.
    pub fn new(groups: &mut dyn ParameterGroups, mut rule: R) -> Result<Self, OptimError> {
        rule.attach(groups)?;
        for group in 0..groups.group_count() {
            if groups.initial_lr(group).is_none() {
                groups.set_initial_lr(group, groups.lr(group));
            }
        }
        let base_lrs: Vec<f64> =
            (0..groups.group_count()).map(|group| groups.initial_lr(group).unwrap_or(groups.lr(group))).collect();
        let mut schedule = Self { rule, last_epoch: -1, step_count: 0, last_lr: base_lrs.clone(), base_lrs };
        schedule.restart(groups)?;
        Ok(schedule)
    }

    /// The rule.
    pub fn rule(&self) -> &R {
        &self.rule
    }

    fn step_as(&mut self, groups: &mut dyn ParameterGroups, initial: bool) -> Result<(), OptimError> {
        self.check_groups(groups)?;
        self.rule.check_epoch(self.last_epoch + 1)?;
        self.step_count += 1;
        self.last_epoch += 1;
        let moment = Moment { epoch: self.last_epoch, initial };
        let next = |(group, &base): (usize, &f64)| self.rule.lr(moment, group, groups.lr(group), base);
        let rates = self.base_lrs.iter().enumerate().map(next).collect();
        self.apply(groups, rates);
        Ok(())
    }

    fn apply(&mut self, groups: &mut dyn ParameterGroups, rates: Vec<f64>) {
        for (group, &lr) in rates.iter().enumerate() {
            groups.set_lr(group, lr);
            if let Some(momentum) = self.rule.momentum(self.last_epoch, group) {
                groups.set_momentum(group, momentum);
            }
        }
        self.last_lr = rates;
    }

    fn check_groups(&self, groups: &dyn ParameterGroups) -> Result<(), OptimError> {
        let (expected, found) = (self.base_lrs.len(), groups.group_count());
        if expected == found {
            return Ok(());
        }
        Err(OptimError::Schedule(format!(
            "{} was attached to {expected} parameter groups, the optimizer has {found}",
            R::NAME
        )))
    }
}

impl<R: Rule> Scheduler for Schedule<R> {
    fn step(&mut self, groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        self.step_as(groups, false)
    }

    fn last_lr(&self) -> &[f64] {
        &self.last_lr
    }

    fn last_epoch(&self) -> i64 {
        self.last_epoch
    }

    fn state(&self) -> ScheduleState {
        ScheduleState {
            scheduler: R::NAME.into(),
            last_epoch: self.last_epoch,
            step_count: self.step_count,
            base_lrs: self.base_lrs.clone(),
            last_lr: self.last_lr.clone(),
            ..ScheduleState::default()
        }
    }

    fn load_state(&mut self, saved: &ScheduleState) -> Result<(), OptimError> {
        saved.expect(R::NAME, self.base_lrs.len(), 0)?;
        if saved.base_lrs.len() != self.base_lrs.len() {
            return Err(OptimError::StateMismatch(format!(
                "the saved state of {} has {} base learning rates for {} parameter groups",
                R::NAME,
                saved.base_lrs.len(),
                self.base_lrs.len()
            )));
        }
        (self.last_epoch, self.step_count) = (saved.last_epoch, saved.step_count);
        (self.base_lrs, self.last_lr) = (saved.base_lrs.clone(), saved.last_lr.clone());
        Ok(())
    }

    fn jump(&mut self, groups: &mut dyn ParameterGroups, epoch: i64) -> Result<(), OptimError> {
        self.check_groups(groups)?;
        self.rule.check_epoch(epoch)?;
        self.last_epoch = epoch;
        let moment = Moment { epoch, initial: false };
        let at = |(group, &base): (usize, &f64)| {
            (self.rule.closed_form(epoch, base)).unwrap_or_else(|| self.rule.lr(moment, group, groups.lr(group), base))
        };
        let rates = self.base_lrs.iter().enumerate().map(at).collect();
        self.apply(groups, rates);
        Ok(())
    }

    fn undo(&mut self) {
        self.last_epoch -= 1;
    }

    fn restart(&mut self, groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        self.step_count = 0;
        self.step_as(groups, true)
    }
}

/// The learning rates as they are now, for schedules made of others.
fn current_rates(groups: &dyn ParameterGroups) -> Vec<f64> {
    (0..groups.group_count()).map(|group| groups.lr(group)).collect()
}

/// Loads the parts of a composed schedule; when one refuses, those before it get back what they had.
fn load_parts(schedulers: &mut [Box<dyn Scheduler>], saved: &[ScheduleState]) -> Result<(), OptimError> {
    let before: Vec<ScheduleState> = schedulers.iter().map(|scheduler| scheduler.state()).collect();
    for (index, state) in saved.iter().enumerate() {
        if let Err(error) = schedulers[index].load_state(state) {
            for (scheduler, old) in schedulers[..index].iter_mut().zip(&before) {
                scheduler.load_state(old)?;
            }
            return Err(error);
        }
    }
    Ok(())
}

/// Refuses a count that is not positive: a period of no steps has no meaning.
fn require_positive(name: &str, value: i64) -> Result<(), OptimError> {
    require(value > 0, || format!("Expected positive integer {name}, but got {value}"))
}

/// Refuses a length that is not positive.
fn require_positive_size(name: &str, value: f64) -> Result<(), OptimError> {
    require(value > 0.0, || format!("Expected positive {name}, but got {}", py(value)))
}

/// Refuses to drive the momentum of an optimizer that has none.
fn require_momentum(groups: &dyn ParameterGroups) -> Result<(), OptimError> {
    require((0..groups.group_count()).all(|group| groups.momentum(group).is_some()), || {
        "optimizer must support momentum or beta1 with `cycle_momentum` option enabled".into()
    })
}
