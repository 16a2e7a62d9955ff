//! Getting numbers out.

use super::element::Dtype;
use super::error::{Result, TensorError};
use super::handle::Tensor;
use super::kernel;
use super::shape::list;

impl<T: Dtype> Tensor<T> {
    /// The elements in row-major order.
    pub fn to_vec(&self) -> Vec<T> {
        kernel::to_vec(self)
    }

    fallible! {
        /// The only element.
        pub fn item | try_item(&self) -> T {
            if self.numel() != 1 {
                return Err(TensorError::value(format!(
                    "a Tensor with {} elements cannot be converted to Scalar (its shape is {})",
                    self.numel(),
                    list(self.shape())
                )));
            }
            Ok(self.first())
        }
    }

    /// A row-major copy of the elements without history, whose storage nobody else shares.
    pub(crate) fn copied(&self) -> Self {
        kernel::map(self, |x| x)
    }
}

impl Tensor<bool> {
    /// The only element, as a condition.
    ///
    /// # Errors
    ///
    /// When there is not exactly one element.
    pub fn try_bool(&self) -> Result<bool> {
        if self.numel() != 1 {
            return Err(TensorError::value(format!(
                "Boolean value of Tensor with more than one value is ambiguous (its shape is {})",
                list(self.shape())
            )));
        }
        self.try_item()
    }
}
