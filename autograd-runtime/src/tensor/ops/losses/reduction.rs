//! What becomes of the losses of single elements.

use super::super::super::element::Element;
use super::super::super::error::{Result, TensorError};
use super::super::super::handle::Tensor;

/// What a loss returns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reduction {
    /// The loss of each element.
    None,
    /// Their mean (for classes, weighted by the class weights).
    #[default]
    Mean,
    /// Their sum.
    Sum,
    /// Their sum, divided by the size of the first dimension: the mean that a divergence is defined with.
    BatchMean,
}

impl Reduction {
    /// Reduces the losses of the elements; recorded where they are.
    #[track_caller]
    pub(super) fn apply<T: Element>(self, losses: Tensor<T>) -> Tensor<T> {
        match self {
            Self::None => losses,
            Self::Mean => losses.mean(),
            Self::Sum => losses.sum(),
            Self::BatchMean => {
                let examples = losses.shape().first().copied().unwrap_or(1);
                losses.sum() / T::of(examples as f64)
            }
        }
    }

    /// The transpose: the cotangent of each element's loss, from that of the result. It broadcasts.
    pub(super) fn spread<T: Element>(self, d_y: Tensor<T>, shape: &[usize]) -> Tensor<T> {
        match self {
            Self::None | Self::Sum => d_y,
            Self::Mean => d_y / T::of(shape.iter().product::<usize>() as f64),
            Self::BatchMean => d_y / T::of(shape.first().copied().unwrap_or(1) as f64),
        }
    }

    /// Refuses the mean over a batch where no divergence is meant.
    pub(super) fn check(self) -> Result<()> {
        match self {
            Self::None | Self::Mean | Self::Sum => Ok(()),
            Self::BatchMean => Err(TensorError::value("batchmean is not a valid value for reduction of this loss")),
        }
    }
}
