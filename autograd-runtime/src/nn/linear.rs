//! The affine map.

use super::init::{fan_in_uniform, fan_in_uniform_bias};
use super::{Layer, Module, Visitor};
use crate::tensor::{Element, Tensor, TensorError};

/// `y = x Wᵀ + b` over the last dimension: `torch.nn.Linear`.
///
/// Weight and bias start evenly spread over `±1/√in_features`.
///
/// ```
/// use autograd_runtime::nn::{Layer, Linear};
/// use autograd_runtime::tensor::Tensor;
///
/// let layer = Linear::<f64>::new(3, 2);
/// assert_eq!(layer.weight.shape(), [2, 3]);
/// assert_eq!(layer.forward(&Tensor::ones([5, 3])).shape(), [5, 2]);
/// ```
pub struct Linear<T: Element> {
    /// `[out_features, in_features]`
    pub weight: Tensor<T>,
    /// `[out_features]`
    pub bias: Option<Tensor<T>>,
}

impl<T: Element> Linear<T> {
    /// A map from `in_features` to `out_features` numbers.
    ///
    /// # Panics
    /// When the number of weights overflows.
    #[track_caller]
    pub fn new(in_features: usize, out_features: usize) -> Self {
        let bias = fan_in_uniform_bias(out_features, in_features);
        Self { bias: Some(bias), ..Self::without_bias(in_features, out_features) }
    }

    /// The same without a bias.
    ///
    /// # Panics
    /// When the number of weights overflows.
    #[track_caller]
    pub fn without_bias(in_features: usize, out_features: usize) -> Self {
        Self { weight: fan_in_uniform(&[out_features, in_features]), bias: None }
    }
}

impl<T: Element> Module<T> for Linear<T> {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
        visitor.parameter("weight", &self.weight).parameter("bias", &self.bias);
    }
}

impl<T: Element> Layer<T> for Linear<T> {
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        x.try_linear(&self.weight, self.bias.as_ref())
    }
}
