//! Options that are one number or function for all groups, or one per group.

use std::fmt;

use crate::optim::OptimError;

/// One value for all groups, or one for each.
#[derive(Debug, Clone, PartialEq)]
pub enum PerGroup<V> {
    /// The same for all.
    All(V),
    /// One for each, in order.
    Each(Vec<V>),
}

impl<V> From<V> for PerGroup<V> {
    fn from(value: V) -> Self {
        Self::All(value)
    }
}

impl<V> From<Vec<V>> for PerGroup<V> {
    fn from(values: Vec<V>) -> Self {
        Self::Each(values)
    }
}

impl<V> PerGroup<V> {
    /// The value for a group; the caller has checked that there is one.
    pub(super) fn of(&self, group: usize) -> &V {
        match self {
            Self::All(value) => value,
            Self::Each(values) => &values[group],
        }
    }

    /// Refuses a list that is not as long as there are groups.
    pub(super) fn check(&self, name: &str, groups: usize) -> Result<(), OptimError> {
        match self {
            Self::Each(values) if values.len() != groups => {
                Err(OptimError::InvalidOption(format!("Expected {groups} values for {name}, but got {}", values.len())))
            }
            Self::Each(_) | Self::All(_) => Ok(()),
        }
    }
}

/// A function of the epoch, or of the cycle, that gives a factor.
pub struct LrFunction(Box<dyn Fn(i64) -> f64 + Send>);

impl LrFunction {
    /// Wraps a closure.
    pub fn new(function: impl Fn(i64) -> f64 + Send + 'static) -> Self {
        Self(Box::new(function))
    }

    /// The factor.
    pub fn at(&self, epoch: i64) -> f64 {
        (self.0)(epoch)
    }
}

impl fmt::Debug for LrFunction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LrFunction")
    }
}
