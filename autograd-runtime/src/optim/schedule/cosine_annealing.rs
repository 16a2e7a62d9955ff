//! CosineAnnealingLR.

use std::f64::consts::PI;

use super::{Moment, Rule};
use crate::optim::{OptimError, ParameterGroups};

/// Moves the learning rate along a cosine between its start and `eta_min`, down and up again:
/// `torch.optim.lr_scheduler.CosineAnnealingLR`.
///
/// Source: Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts" (2017), without the restarts.
#[doc(alias = "CosineAnnealingLR")]
#[derive(Debug, Clone, PartialEq)]
pub struct CosineAnnealingLr {
    /// Steps from top to bottom (PyTorch's `T_max`).
    pub t_max: i64,
    /// The smallest learning rate; 0 in PyTorch unless given.
    pub eta_min: f64,
}

impl CosineAnnealingLr {
    /// With PyTorch's default of 0 for `eta_min`.
    pub fn new(t_max: i64) -> Self {
        Self { t_max, eta_min: 0.0 }
    }

    /// `cos(π epoch / t_max)`
    fn cos(&self, epoch: i64) -> f64 {
        (PI * epoch as f64 / self.t_max as f64).cos()
    }
}

impl Rule for CosineAnnealingLr {
    const NAME: &'static str = "CosineAnnealingLR";

    fn attach(&mut self, _groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        super::require_positive("T_max", self.t_max)
    }

    /// The ratio of two neighbouring points on the cosine; right after the bottom, where that is 0/0, the first rise.
    fn lr(&self, moment: Moment, _group: usize, current: f64, base: f64) -> f64 {
        if moment.initial {
            return current;
        }
        if (moment.epoch - 1 - self.t_max).rem_euclid(2 * self.t_max) == 0 {
            return current + (base - self.eta_min) * (1.0 - self.cos(1)) / 2.0;
        }
        (1.0 + self.cos(moment.epoch)) / (1.0 + self.cos(moment.epoch - 1)) * (current - self.eta_min) + self.eta_min
    }

    /// `eta_min + (base - eta_min) (1 + cos(π epoch / t_max)) / 2`
    fn closed_form(&self, epoch: i64, base: f64) -> Option<f64> {
        Some(self.eta_min + (base - self.eta_min) * (1.0 + self.cos(epoch)) / 2.0)
    }
}
