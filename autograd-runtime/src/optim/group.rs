//! Parameter groups: settings of their own, and what schedulers may change in them.

use super::Settings;

/// The settings of one parameter group, and the learning rate that schedules start from.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Group<A> {
    /// The options that apply to the group's parameters; free to be changed between steps.
    pub settings: A,
    /// The learning rate when the first scheduler was attached.
    pub initial_lr: Option<f64>,
}

impl<A> Group<A> {
    /// A group that no scheduler drives yet.
    pub(super) fn new(settings: A) -> Self {
        Self { settings, initial_lr: None }
    }
}

/// The groups of any optimizer, as a scheduler sees them.
pub trait ParameterGroups {
    /// The number of groups.
    fn group_count(&self) -> usize;
    /// The learning rate of a group.
    fn lr(&self, group: usize) -> f64;
    /// Changes the learning rate of a group.
    fn set_lr(&mut self, group: usize, lr: f64);
    /// The learning rate that schedules start from, once one was attached.
    fn initial_lr(&self, group: usize) -> Option<f64>;
    /// Changes the learning rate that schedules start from.
    fn set_initial_lr(&mut self, group: usize, lr: f64);
    /// The momentum, or the first of `betas`; `None` for an optimizer with neither.
    fn momentum(&self, group: usize) -> Option<f64>;
    /// Changes the momentum, or the first of `betas`.
    fn set_momentum(&mut self, group: usize, momentum: f64);
}

impl<A: Settings> ParameterGroups for [Group<A>] {
    fn group_count(&self) -> usize {
        self.len()
    }
    fn lr(&self, group: usize) -> f64 {
        self[group].settings.lr()
    }
    fn set_lr(&mut self, group: usize, lr: f64) {
        self[group].settings.set_lr(lr);
    }
    fn initial_lr(&self, group: usize) -> Option<f64> {
        self[group].initial_lr
    }
    fn set_initial_lr(&mut self, group: usize, lr: f64) {
        self[group].initial_lr = Some(lr);
    }
    fn momentum(&self, group: usize) -> Option<f64> {
        self[group].settings.momentum()
    }
    fn set_momentum(&mut self, group: usize, momentum: f64) {
        self[group].settings.set_momentum(momentum);
    }
}

/// Implements [`ParameterGroups`] for a type by the `[Group<A>]` in its field `groups`.
macro_rules! delegate_groups {
    ($owner:ident < $a:ident, $t:ident >) => {
        impl<$a: super::Algorithm<$t>, $t: super::Scalar> super::ParameterGroups for $owner<$a, $t> {
            fn group_count(&self) -> usize {
                self.groups.group_count()
            }
            fn lr(&self, group: usize) -> f64 {
                self.groups.lr(group)
            }
            fn set_lr(&mut self, group: usize, lr: f64) {
                self.groups.set_lr(group, lr);
            }
            fn initial_lr(&self, group: usize) -> Option<f64> {
                self.groups.initial_lr(group)
            }
            fn set_initial_lr(&mut self, group: usize, lr: f64) {
                self.groups.set_initial_lr(group, lr);
            }
            fn momentum(&self, group: usize) -> Option<f64> {
                self.groups.momentum(group)
            }
            fn set_momentum(&mut self, group: usize, momentum: f64) {
                self.groups.set_momentum(group, momentum);
            }
        }
    };
}
pub(super) use delegate_groups;
