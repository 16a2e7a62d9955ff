//! A whole number that is saved with a model.

use std::sync::atomic::{AtomicI64, Ordering};

/// A whole number that belongs to the state of a model, as `num_batches_tracked` does. In a file it is a scalar of type
/// `int64`.
#[derive(Debug, Default)]
pub struct Counter(AtomicI64);

impl Counter {
    /// The number.
    pub fn get(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Replaces the number.
    pub fn set(&self, value: i64) {
        self.0.store(value, Ordering::Relaxed);
    }
}
