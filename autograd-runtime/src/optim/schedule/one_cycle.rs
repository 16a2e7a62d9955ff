//! OneCycleLR.

use std::f64::consts::PI;

use super::{Moment, PerGroup, Rule};
use crate::optim::error::{py, require};
use crate::optim::{OptimError, ParameterGroups};

/// Raises the learning rate to `max_lr` and lets it fall far below where it started, with the momentum mirrored:
/// `torch.optim.lr_scheduler.OneCycleLR`.
///
/// Source: Smith and Topin, "Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates" (2018).
#[doc(alias = "OneCycleLR")]
#[derive(Debug, Clone, PartialEq)]
pub struct OneCycleLr {
    /// The peak.
    pub max_lr: PerGroup<f64>,
    /// The length of the cycle.
    pub total_steps: Option<i64>,
    /// With `steps_per_epoch`, another way to give the length.
    pub epochs: Option<i64>,
    /// With `epochs`, another way to give the length.
    pub steps_per_epoch: Option<i64>,
    /// The part of the cycle that rises.
    pub pct_start: f64,
    /// The shape of rise and fall.
    pub anneal_strategy: AnnealStrategy,
    /// Whether the momentum is driven too.
    pub cycle_momentum: bool,
    /// The momentum at the peak.
    pub base_momentum: PerGroup<f64>,
    /// The momentum at both ends.
    pub max_momentum: PerGroup<f64>,
    /// The peak is this many times the start.
    pub div_factor: f64,
    /// The start is this many times the end.
    pub final_div_factor: f64,
    /// Falls to the start as long as it rose, and then to the end.
    pub three_phase: bool,
}

/// The shape of a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnnealStrategy {
    /// Half a cosine.
    Cos,
    /// A straight line.
    Linear,
}

impl OneCycleLr {
    /// With PyTorch's defaults; the length is still to be given.
    pub fn new(max_lr: impl Into<PerGroup<f64>>) -> Self {
        Self {
            max_lr: max_lr.into(),
            total_steps: None,
            epochs: None,
            steps_per_epoch: None,
            pct_start: 0.3,
            anneal_strategy: AnnealStrategy::Cos,
            cycle_momentum: true,
            base_momentum: PerGroup::All(0.85),
            max_momentum: PerGroup::All(0.95),
            div_factor: 25.0,
            final_div_factor: 1e4,
            three_phase: false,
        }
    }

    fn length(&self) -> Result<i64, OptimError> {
        let positive = |name: &str, value: i64| {
            require(value > 0, || format!("Expected positive integer {name}, but got {value}")).map(|()| value)
        };
        match (self.total_steps, self.epochs, self.steps_per_epoch) {
            (Some(total), _, _) => positive("total_steps", total),
            (None, Some(epochs), Some(steps)) => {
                let product = positive("epochs", epochs)?.checked_mul(positive("steps_per_epoch", steps)?);
                product.ok_or_else(|| {
                    OptimError::InvalidOption(format!("{epochs} epochs of {steps} steps are more than can be counted"))
                })
            }
            (None, None | Some(_), None) | (None, None, Some(_)) => Err(OptimError::InvalidOption(
                "You must define either total_steps OR (epochs AND steps_per_epoch)".into(),
            )),
        }
    }

    /// The last step of each phase and what it moves between.
    fn phases(&self, total: i64) -> Vec<Phase> {
        let rise = self.pct_start * total as f64;
        let phase = |end, from, to| Phase { end, from, to };
        let end = (total - 1) as f64;
        if self.three_phase {
            vec![
                phase(rise - 1.0, Level::Initial, Level::Max),
                phase(2.0 * self.pct_start * total as f64 - 2.0, Level::Max, Level::Initial),
                phase(end, Level::Initial, Level::Min),
            ]
        } else {
            vec![phase(rise - 1.0, Level::Initial, Level::Max), phase(end, Level::Max, Level::Min)]
        }
    }

    /// The phase that an epoch is in, and how far: 0 at its beginning, 1 at its end.
    fn locate(&self, epoch: i64) -> (Phase, f64) {
        let (step, mut start) = (epoch as f64, 0.0);
        // `attach` has refused options without a length.
        let phases = self.phases(self.length().unwrap_or(1));
        let last = phases.len() - 1;
        for (index, phase) in phases.iter().enumerate() {
            if step <= phase.end || index == last {
                return (*phase, (step - start) / (phase.end - start));
            }
            start = phase.end;
        }
        unreachable!("there is a last phase, and the search stops there")
    }

    /// `end + (start - end) (1 + cos(π p)) / 2`, or `start + (end - start) p`
    fn anneal(&self, start: f64, end: f64, p: f64) -> f64 {
        match self.anneal_strategy {
            AnnealStrategy::Cos => end + (start - end) / 2.0 * ((PI * p).cos() + 1.0),
            AnnealStrategy::Linear => (end - start) * p + start,
        }
    }

    fn level(&self, level: Level, group: usize) -> f64 {
        let max = *self.max_lr.of(group);
        match level {
            Level::Max => max,
            Level::Initial => max / self.div_factor,
            Level::Min => max / self.div_factor / self.final_div_factor,
        }
    }

    /// The momentum is lowest where the learning rate is highest.
    fn momentum_level(&self, level: Level, group: usize) -> f64 {
        match level {
            Level::Max => *self.base_momentum.of(group),
            Level::Initial | Level::Min => *self.max_momentum.of(group),
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Phase {
    end: f64,
    from: Level,
    to: Level,
}

#[derive(Debug, Clone, Copy)]
enum Level {
    Initial,
    Max,
    Min,
}

impl Rule for OneCycleLr {
    const NAME: &'static str = "OneCycleLR";

    fn attach(&mut self, groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        self.length()?;
        require((0.0..=1.0).contains(&self.pct_start), || {
            format!("Expected float between 0 and 1 pct_start, but got {}", py(self.pct_start))
        })?;
        let count = groups.group_count();
        self.max_lr.check("max_lr", count)?;
        if self.cycle_momentum {
            self.base_momentum.check("base_momentum", count)?;
            self.max_momentum.check("max_momentum", count)?;
            super::require_momentum(groups)?;
        }
        for group in 0..count {
            groups.set_initial_lr(group, self.level(Level::Initial, group));
        }
        Ok(())
    }

    fn check_epoch(&self, epoch: i64) -> Result<(), OptimError> {
        let total = self.length()?;
        if epoch > total {
            return Err(OptimError::Schedule(format!(
                "Tried to step {epoch} times. The specified number of total steps is {total}"
            )));
        }
        Ok(())
    }

    fn lr(&self, moment: Moment, group: usize, _current: f64, _base: f64) -> f64 {
        let (phase, p) = self.locate(moment.epoch);
        self.anneal(self.level(phase.from, group), self.level(phase.to, group), p)
    }

    fn momentum(&self, epoch: i64, group: usize) -> Option<f64> {
        self.cycle_momentum.then(|| {
            let (phase, p) = self.locate(epoch);
            self.anneal(self.momentum_level(phase.from, group), self.momentum_level(phase.to, group), p)
        })
    }
}
