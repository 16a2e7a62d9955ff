//! Pooling of images.

use super::{Layer, Module, Visitor};
use crate::tensor::{Element, Pool, Tensor, TensorError};

/// The largest element of each window: `torch.nn.MaxPool2d`.
#[derive(Clone, Copy, Debug)]
pub struct MaxPool2d(pub Pool<2>);

/// The mean of each window: `torch.nn.AvgPool2d`.
#[derive(Clone, Copy, Debug)]
pub struct AvgPool2d(pub Pool<2>);

/// The means of as many windows as the output shall have places: `torch.nn.AdaptiveAvgPool2d`.
#[derive(Clone, Copy, Debug)]
pub struct AdaptiveAvgPool2d(pub [usize; 2]);

macro_rules! pooling {
    ($($name:ident by $operation:ident;)*) => {$(
        impl<T: Element> Module<T> for $name {
            fn visit<'a>(&'a self, _: &mut Visitor<'_, 'a, T>) {}
        }

        impl<T: Element> Layer<T> for $name {
            fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
                x.$operation(self.0)
            }
        }
    )*};
}

pooling! {
    MaxPool2d by try_max_pool2d;
    AvgPool2d by try_avg_pool2d;
    AdaptiveAvgPool2d by try_adaptive_avg_pool2d;
}
