//! CosineAnnealingWarmRestarts.

use std::f64::consts::PI;

use super::{Moment, Rule};
use crate::optim::error::require;
use crate::optim::{OptimError, ParameterGroups};

/// Lets the learning rate fall along a cosine and restarts it, each time after `t_mult` times as many steps:
/// `torch.optim.lr_scheduler.CosineAnnealingWarmRestarts`.
///
/// Source: Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts" (2017).
#[derive(Debug, Clone, PartialEq)]
pub struct CosineAnnealingWarmRestarts {
    /// Steps until the first restart (PyTorch's `T_0`).
    pub t_0: i64,
    /// How many times as long each period is as the one before (PyTorch's `T_mult`).
    pub t_mult: i64,
    /// The smallest learning rate.
    pub eta_min: f64,
}

impl CosineAnnealingWarmRestarts {
    /// With PyTorch's defaults: periods of the same length, down to 0.
    pub fn new(t_0: i64) -> Self {
        Self { t_0, t_mult: 1, eta_min: 0.0 }
    }

    /// Steps since the last restart (`T_cur`), and between it and the next (`T_i`).
    fn period(&self, epoch: i64) -> (i64, i64) {
        if self.t_mult == 1 {
            return (epoch.rem_euclid(self.t_0), self.t_0);
        }
        let (mut current, mut length) = (epoch, self.t_0);
        while current >= length {
            current -= length;
            length = length.saturating_mul(self.t_mult);
        }
        (current, length)
    }
}

impl Rule for CosineAnnealingWarmRestarts {
    const NAME: &'static str = "CosineAnnealingWarmRestarts";

    fn attach(&mut self, _groups: &mut dyn ParameterGroups) -> Result<(), OptimError> {
        require(self.t_0 > 0, || format!("Expected positive integer T_0, but got {}", self.t_0))?;
        require(self.t_mult >= 1, || format!("Expected integer T_mult >= 1, but got {}", self.t_mult))
    }

    fn lr(&self, moment: Moment, _group: usize, _current: f64, base: f64) -> f64 {
        self.at(moment.epoch, base)
    }

    fn closed_form(&self, epoch: i64, base: f64) -> Option<f64> {
        Some(self.at(epoch, base))
    }
}

impl CosineAnnealingWarmRestarts {
    /// `eta_min + (base - eta_min) (1 + cos(π T_cur / T_i)) / 2`
    fn at(&self, epoch: i64, base: f64) -> f64 {
        let (current, length) = self.period(epoch);
        self.eta_min + (base - self.eta_min) * (1.0 + (PI * current as f64 / length as f64).cos()) / 2.0
    }
}
