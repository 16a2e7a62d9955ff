//! The switch between training and evaluation.

use std::sync::atomic::{AtomicBool, Ordering};

/// Whether a module trains; it does at first. [`Module::train`](super::Module::train) and
/// [`Module::eval`](super::Module::eval) set it everywhere in a model.
#[derive(Debug)]
pub struct TrainingMode(AtomicBool);

impl TrainingMode {
    /// Whether the module trains.
    pub fn is_on(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Switches between training and evaluation.
    pub fn set(&self, training: bool) {
        self.0.store(training, Ordering::Relaxed);
    }
}

impl Default for TrainingMode {
    fn default() -> Self {
        Self(AtomicBool::new(true))
    }
}
