//! Dropping elements while training.

use super::{Layer, Module, TrainingMode, Visitor};
use crate::tensor::{Element, OrPanic, Tensor, TensorError};

/// Sets elements to zero with probability `p` while training, and scales the others to keep the mean:
/// `torch.nn.Dropout`. The choice comes from the default generator.
///
/// Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: A Simple Way to Prevent Neural Networks
/// from Overfitting" (2014).
#[derive(Debug)]
pub struct Dropout {
    p: f64,
    /// Whether anything is dropped.
    pub training: TrainingMode,
}

impl Dropout {
    /// Drops with probability `p`.
    ///
    /// # Panics
    /// Where [`try_new`](Self::try_new) returns an error.
    #[track_caller]
    pub fn new(p: f64) -> Self {
        Self::try_new(p).or_panic()
    }

    /// Drops with probability `p`.
    ///
    /// # Errors
    /// When `p` is not a probability.
    pub fn try_new(p: f64) -> Result<Self, TensorError> {
        if !(0.0..=1.0).contains(&p) {
            return Err(TensorError::value(format!("dropout probability has to be between 0 and 1, but got {p}")));
        }
        Ok(Self { p, training: TrainingMode::default() })
    }

    /// The probability.
    pub fn p(&self) -> f64 {
        self.p
    }
}

impl<T: Element> Module<T> for Dropout {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
        visitor.mode(&self.training);
    }
}

impl<T: Element> Layer<T> for Dropout {
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        x.try_dropout(self.p, self.training.is_on())
    }
}
