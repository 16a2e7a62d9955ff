//! The convolution of images.

use super::init::{fan_in_uniform, fan_in_uniform_bias};
use super::{Layer, Module, Visitor};
use crate::tensor::{Conv, Element, OrPanic, Tensor, TensorError};

/// Options of [`Conv2d`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conv2dOptions {
    /// How the window moves.
    pub conv: Conv<2>,
    /// Whether a number per output channel is added.
    pub bias: bool,
}

impl Default for Conv2dOptions {
    fn default() -> Self {
        Self { conv: Conv::default(), bias: true }
    }
}

/// Convolves `[batch, in_channels, height, width]`: `torch.nn.Conv2d`.
///
/// Weight and bias start evenly spread over `±1/√n`, where `n` is the number of inputs of one output.
///
/// ```
/// use autograd_runtime::nn::{Conv2d, Layer};
/// use autograd_runtime::tensor::Tensor;
///
/// let layer = Conv2d::<f32>::new(3, 8, [5, 5]);
/// assert_eq!(layer.forward(&Tensor::ones([2, 3, 12, 12])).shape(), [2, 8, 8, 8]);
/// ```
pub struct Conv2d<T: Element> {
    /// `[out_channels, in_channels / groups, kernel height, kernel width]`
    pub weight: Tensor<T>,
    /// `[out_channels]`
    pub bias: Option<Tensor<T>>,
    /// How the window moves.
    pub conv: Conv<2>,
}

impl<T: Element> Conv2d<T> {
    /// A convolution with stride 1, without padding, with a bias.
    ///
    /// # Panics
    /// When the number of weights overflows.
    #[track_caller]
    pub fn new(in_channels: usize, out_channels: usize, kernel: [usize; 2]) -> Self {
        Self::with(in_channels, out_channels, kernel, Conv2dOptions::default())
    }

    /// A convolution with these options.
    ///
    /// # Panics
    /// Where [`try_with`](Self::try_with) returns an error, and when the number of weights overflows.
    #[track_caller]
    pub fn with(in_channels: usize, out_channels: usize, kernel: [usize; 2], options: Conv2dOptions) -> Self {
        Self::try_with(in_channels, out_channels, kernel, options).or_panic()
    }

    /// A convolution with these options.
    ///
    /// # Errors
    /// When the groups do not divide the channels.
    #[track_caller]
    pub fn try_with(
        in_channels: usize,
        out_channels: usize,
        kernel: [usize; 2],
        options: Conv2dOptions,
    ) -> Result<Self, TensorError> {
        let groups = options.conv.groups;
        for (what, channels) in [("in_channels", in_channels), ("out_channels", out_channels)] {
            if groups == 0 || !channels.is_multiple_of(groups) {
                return Err(TensorError::value(format!(
                    "{what} must be divisible by groups ({what} is {channels}, groups is {groups})"
                )));
            }
        }
        let [height, width] = kernel;
        let inputs = in_channels / groups;
        let weight = fan_in_uniform(&[out_channels, inputs, height, width]);
        let bias = options.bias.then(|| fan_in_uniform_bias(out_channels, inputs * height * width));
        Ok(Self { weight, bias, conv: options.conv })
    }
}

impl<T: Element> Module<T> for Conv2d<T> {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
        visitor.parameter("weight", &self.weight).parameter("bias", &self.bias);
    }
}

impl<T: Element> Layer<T> for Conv2d<T> {
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        x.try_conv2d(&self.weight, self.bias.as_ref(), self.conv)
    }
}
