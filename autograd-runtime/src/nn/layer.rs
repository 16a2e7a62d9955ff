//! Modules that map one tensor to another.

use std::sync::Arc;

use super::{Module, Visitor};
use crate::tensor::{Element, OrPanic, Tensor, TensorError};

/// A module that maps one tensor to another. Modules with other arguments (indices, several tensors) have a method of
/// their own instead.
pub trait Layer<T: Element>: Module<T> {
    /// The output for an input.
    ///
    /// # Errors
    /// When the input does not fit the layer.
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError>;

    /// [`try_forward`](Layer::try_forward), which panics with the error's text.
    ///
    /// # Panics
    /// When the input does not fit the layer.
    #[track_caller]
    fn forward(&self, x: &Tensor<T>) -> Tensor<T> {
        self.try_forward(x).or_panic()
    }
}

impl<T: Element, L: Layer<T> + ?Sized> Layer<T> for Box<L> {
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        (**self).try_forward(x)
    }
}

impl<T: Element, L: Layer<T> + ?Sized> Layer<T> for Arc<L> {
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        (**self).try_forward(x)
    }
}

/// A layer that is not there passes its input on.
impl<T: Element, L: Layer<T>> Layer<T> for Option<L> {
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        match self {
            Some(layer) => layer.try_forward(x),
            None => Ok(x.clone()),
        }
    }
}

/// A function without parameters as a layer.
///
/// ```
/// use autograd_runtime::nn::{Lambda, Layer, Sequential};
/// use autograd_runtime::tensor::Tensor;
///
/// let model = Sequential::new().then(Lambda(|x: &Tensor<f64>| x.try_matmul(x)));
/// assert_eq!(model.forward(&Tensor::from([[2.0]])).to_vec(), [4.0]);
/// ```
pub struct Lambda<F>(pub F);

impl<T: Element, F: Send + Sync> Module<T> for Lambda<F> {
    fn visit<'a>(&'a self, _: &mut Visitor<'_, 'a, T>) {}
}

impl<T, F> Layer<T> for Lambda<F>
where
    T: Element,
    F: Fn(&Tensor<T>) -> Result<Tensor<T>, TensorError> + Send + Sync,
{
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        (self.0)(x)
    }
}
