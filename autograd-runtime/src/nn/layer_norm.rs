//! Normalization over the last dimensions.

use super::{Layer, Module, Visitor};
use crate::tensor::{Element, Tensor, TensorError};

/// Normalizes over the last dimensions, with a scale and a shift per element of them: `torch.nn.LayerNorm`.
///
/// Source: Ba, Kiros and Hinton, "Layer Normalization" (2016).
///
/// ```
/// use autograd_runtime::nn::{Layer, LayerNorm};
/// use autograd_runtime::tensor::Tensor;
///
/// let y = LayerNorm::new([2]).forward(&Tensor::from([[1.0, 3.0], [-5.0, 5.0]]));
/// assert!(y.to_vec().iter().zip([-1.0, 1.0, -1.0, 1.0]).all(|(y, expected): (&f64, f64)| (y - expected).abs() < 1e-4));
/// ```
pub struct LayerNorm<T: Element> {
    /// The scale, of the normalized shape, which starts as one.
    pub weight: Tensor<T>,
    /// The shift, of the normalized shape, which starts as zero.
    pub bias: Option<Tensor<T>>,
    /// What is added to the variance; 1e-5 at first.
    pub eps: f64,
}

impl<T: Element> LayerNorm<T> {
    /// A normalization over last dimensions of these sizes.
    ///
    /// # Panics
    /// When the number of elements overflows.
    #[track_caller]
    pub fn new(normalized_shape: impl AsRef<[usize]>) -> Self {
        let shape = normalized_shape.as_ref();
        Self {
            weight: Tensor::ones(shape).requires_grad_(true),
            bias: Some(Tensor::zeros(shape).requires_grad_(true)),
            eps: 1e-5,
        }
    }
}

impl<T: Element> Module<T> for LayerNorm<T> {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
        visitor.parameter("weight", &self.weight).parameter("bias", &self.bias);
    }
}

impl<T: Element> Layer<T> for LayerNorm<T> {
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        x.try_layer_norm(self.weight.shape(), Some(&self.weight), self.bias.as_ref(), T::of(self.eps))
    }
}
