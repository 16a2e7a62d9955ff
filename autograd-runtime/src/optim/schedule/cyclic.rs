//! CyclicLR.

use super::{LrFunction, Moment, PerGroup, Rule};
use crate::optim::{OptimError, ParameterGroups};

/// Moves the learning rate up and down between two bounds, with the momentum mirrored:
/// `torch.optim.lr_scheduler.CyclicLR`.
///
/// Source: Smith, "Cyclical Learning Rates for Training Neural Networks" (2017).
#[doc(alias = "CyclicLR")]
#[derive(Debug)]
pub struct CyclicLr {
    /// The lower bound, where the cycle starts.
    pub base_lr: PerGroup<f64>,
    /// The upper bound.
    pub max_lr: PerGroup<f64>,
    /// Steps up.
    pub step_size_up: f64,
    /// Steps down; `None` for as many as up.
    pub step_size_down: Option<f64>,
    /// How the height of the cycles changes.
    pub mode: CyclicMode,
    /// The base of [`CyclicMode::ExpRange`].
    pub gamma: f64,
    /// Whether the momentum is driven too.
    pub cycle_momentum: bool,
    /// The lower bound of the momentum.
    pub base_momentum: PerGroup<f64>,
    /// The upper bound of the momentum, where the cycle starts.
    pub max_momentum: PerGroup<f64>,
}

/// How the height of the cycles changes.
#[derive(Debug)]
pub enum CyclicMode {
    /// Not at all.
    Triangular,
    /// Halved by every cycle.
    Triangular2,
    /// `gamma` to the power of the steps taken.
    ExpRange,
    /// A function of the caller's (PyTorch's `scale_fn` and `scale_mode`).
    Scaled(LrFunction, ScaleMode),
}

/// What a height is a function of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScaleMode {
    /// The number of the cycle, from 1.
    Cycle,
    /// The steps taken.
    Iterations,
}

impl CyclicLr {
    /// With PyTorch's defaults.
    pub fn new(base_lr: impl Into<PerGroup<f64>>, max_lr: impl Into<PerGroup<f64>>) -> Self {
        Self {
            base_lr: base_lr.into(),
            max_lr: max_lr.into(),
            step_size_up: 2000.0,
            step_size_down: None,
            mode: CyclicMode::Triangular,
            gamma: 1.0,
            cycle_momentum: true,
            base_momentum: PerGroup::All(0.8),
            max_momentum: PerGroup::All(0.9),
        }
    }

    /// How far between the bounds, 0 to 1, and the factor on that.
    fn position(&self, epoch: i64) -> (f64, f64) {
        let total = self.step_size_up + self.step_size_down.unwrap_or(self.step_size_up);
        let ratio = self.step_size_up / total;
        let cycle = (1.0 + epoch as f64 / total).floor();
        let x = 1.0 + epoch as f64 / total - cycle;
        let height = if x <= ratio { x / ratio } else { (x - 1.0) / (ratio - 1.0) };
        let scale = match &self.mode {
            CyclicMode::Triangular => 1.0,
            CyclicMode::Triangular2 => 1.0 / 2.0_f64.powf(cycle - 1.0),
            CyclicMode::ExpRange => self.gamma.powf(epoch as f64),
            CyclicMode::Scaled(function, ScaleMode::Cycle) => function.at(cycle as i64),
            CyclicMode::Scaled(function, ScaleMode::Iterations) => function.at(epoch),
        };
        (height, scale)
    }
}

impl Rule for CyclicLr {
    const NAME: &'static str = "CyclicLR";

    fn attach(&mut self, groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        let count = groups.group_count();
        self.base_lr.check("base_lr", count)?;
        self.max_lr.check("max_lr", count)?;
        super::require_positive_size("step_size_up", self.step_size_up)?;
        if let Some(down) = self.step_size_down {
            super::require_positive_size("step_size_down", down)?;
        }
        if self.cycle_momentum {
            self.base_momentum.check("base_momentum", count)?;
            self.max_momentum.check("max_momentum", count)?;
            super::require_momentum(groups)?;
        }
        for group in 0..count {
            groups.set_lr(group, *self.base_lr.of(group));
        }
        Ok(())
    }

    /// `base + (max - base) · height · scale`
    fn lr(&self, moment: Moment, group: usize, _current: f64, _base: f64) -> f64 {
        let (height, scale) = self.position(moment.epoch);
        let (base, max) = (*self.base_lr.of(group), *self.max_lr.of(group));
        base + (max - base) * height * scale
    }

    /// `max - (max - base) · height · scale`
    fn momentum(&self, epoch: i64, group: usize) -> Option<f64> {
        self.cycle_momentum.then(|| {
            let (height, scale) = self.position(epoch);
            let (base, max) = (*self.base_momentum.of(group), *self.max_momentum.of(group));
            max - (max - base) * height * scale
        })
    }
}
