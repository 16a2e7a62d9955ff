//! The adjoint of an argument, to which a pullback adds.

use super::super::element::{AnyTensor, Dtype, Element};
use super::super::error::Result;
use super::super::handle::Tensor;
use super::super::shape::Sizes;
use super::Place;
use std::any::Any;

/// Zeros of an argument's shape, lent to a pullback in the type that it wants.
pub struct Gradient<T> {
    pub(super) shape: Sizes,
    /// In row-major order.
    pub(super) elements: Vec<T>,
    built: Option<Built<T>>,
}

/// A gradient whose type has another layout, and how to bring it into row-major order.
struct Built<T> {
    value: Box<dyn Any>,
    flatten: fn(&dyn Any) -> Vec<T>,
}

impl<T: Dtype> Gradient<T> {
    pub(super) fn zero(shape: &[usize]) -> Self {
        let numel = shape.iter().product();
        Self { shape: shape.into(), elements: vec![T::default(); numel], built: None }
    }

    /// The shadow of an argument.
    ///
    /// # Errors
    /// When the shape does not fit, which the forward part has found out before.
    pub fn lend<P: Place<Element = T> + ?Sized>(&mut self) -> Result<&mut P> {
        P::shadow(self)
    }

    /// A shadow that is not made of the elements as they lie.
    pub(super) fn built<P: 'static>(&mut self, zero: P, flatten: fn(&dyn Any) -> Vec<T>) -> &mut P {
        let built = self.built.insert(Built { value: Box::new(zero), flatten });
        built.value.downcast_mut().unwrap_or_else(|| unreachable!("it has just been made"))
    }
}

impl<T: Element> Gradient<T> {
    /// The cotangent of the argument.
    pub fn finish(self) -> Option<AnyTensor> {
        let elements = match self.built {
            Some(Built { value, flatten }) => flatten(&*value),
            None => self.elements,
        };
        Some(T::wrap(Tensor::owning(elements, &self.shape)))
    }
}
