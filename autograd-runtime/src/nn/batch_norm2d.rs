//! Normalization of channels over a batch of images.

use super::{Counter, Layer, Module, TrainingMode, Visitor};
use crate::tensor::{BatchNorm, Element, Tensor, TensorError};

/// Options of [`BatchNorm2d`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BatchNormOptions {
    /// What is added to the variance.
    pub eps: f64,
    /// The weight of a batch in the running statistics; `None` makes them the mean over all batches.
    pub momentum: Option<f64>,
    /// Whether there are a scale and a shift per channel.
    pub affine: bool,
    /// Whether running statistics are kept, to be used in evaluation.
    pub track_running_stats: bool,
}

impl Default for BatchNormOptions {
    fn default() -> Self {
        Self { eps: 1e-5, momentum: Some(0.1), affine: true, track_running_stats: true }
    }
}

/// Normalizes each channel of `[batch, channels, height, width]`: `torch.nn.BatchNorm2d`.
///
/// Source: Ioffe and Szegedy, "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate
/// Shift" (2015).
///
/// ```
/// use autograd_runtime::nn::{BatchNorm2d, Layer, Module};
/// use autograd_runtime::tensor::Tensor;
///
/// let layer = BatchNorm2d::<f64>::new(1);
/// let x = Tensor::from_vec(vec![1.0, 3.0], [1, 1, 1, 2]);
/// assert!((layer.forward(&x).to_vec()[1] - 1.0).abs() < 1e-4);
/// layer.eval(); // The running mean is 0.1 · 2, the running variance 0.9 + 0.1 · 2.
/// assert!((layer.forward(&x).to_vec()[1] - 2.8 / 1.1_f64.sqrt()).abs() < 1e-4);
/// ```
pub struct BatchNorm2d<T: Element> {
    /// The scale per channel, which starts as one.
    pub weight: Option<Tensor<T>>,
    /// The shift per channel, which starts as zero.
    pub bias: Option<Tensor<T>>,
    /// Mean and unbiased variance per channel over the batches seen, and how many those were.
    pub running: Option<RunningStatistics<T>>,
    /// Whether the statistics of the batch are used and recorded.
    pub training: TrainingMode,
    eps: f64,
    momentum: Option<f64>,
}

/// What [`BatchNorm2d`] remembers of the batches it has seen.
pub struct RunningStatistics<T: Element> {
    /// The mean per channel, which starts as zero.
    pub mean: Tensor<T>,
    /// The unbiased variance per channel, which starts as one.
    pub var: Tensor<T>,
    /// The number of batches seen.
    pub num_batches_tracked: Counter,
}

impl<T: Element> BatchNorm2d<T> {
    /// A normalization with scale and shift and with running statistics.
    ///
    /// # Panics
    /// When there is no memory for so many channels.
    #[track_caller]
    pub fn new(channels: usize) -> Self {
        Self::with(channels, BatchNormOptions::default())
    }

    /// A normalization with these options.
    ///
    /// # Panics
    /// When there is no memory for so many channels.
    #[track_caller]
    pub fn with(channels: usize, options: BatchNormOptions) -> Self {
        let BatchNormOptions { eps, momentum, affine, track_running_stats } = options;
        Self {
            weight: affine.then(|| Tensor::ones([channels]).requires_grad_(true)),
            bias: affine.then(|| Tensor::zeros([channels]).requires_grad_(true)),
            running: track_running_stats.then(|| RunningStatistics {
                mean: Tensor::zeros([channels]),
                var: Tensor::ones([channels]),
                num_batches_tracked: Counter::default(),
            }),
            training: TrainingMode::default(),
            eps,
            momentum,
        }
    }
}

impl<T: Element> Module<T> for BatchNorm2d<T> {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
        visitor.parameter("weight", &self.weight).parameter("bias", &self.bias);
        if let Some(RunningStatistics { mean, var, num_batches_tracked }) = &self.running {
            visitor.buffer("running_mean", mean).buffer("running_var", var);
            visitor.counter("num_batches_tracked", num_batches_tracked);
        }
        visitor.mode(&self.training);
    }
}

impl<T: Element> Layer<T> for BatchNorm2d<T> {
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        if x.dim() != 4 {
            return Err(TensorError::shape(format!(
                "expected 4D input (got {}D input of shape {:?})",
                x.dim(),
                x.shape()
            )));
        }
        let training = self.training.is_on();
        let seen = self.running.as_ref().map_or(0, |running| running.num_batches_tracked.get()) + 1;
        // Without a momentum every batch counts alike: mean ← mean + (batch's mean - mean) / seen.
        let momentum = self.momentum.unwrap_or(1.0 / seen as f64);
        let y = x.try_batch_norm(&BatchNorm {
            running_mean: self.running.as_ref().map(|running| running.mean.clone()),
            running_var: self.running.as_ref().map(|running| running.var.clone()),
            weight: self.weight.clone(),
            bias: self.bias.clone(),
            training: training || self.running.is_none(),
            momentum: T::of(momentum),
            eps: T::of(self.eps),
        })?;
        if let (true, Some(running)) = (training, &self.running) {
            running.num_batches_tracked.set(seen);
        }
        Ok(y)
    }
}
