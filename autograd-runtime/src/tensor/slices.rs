//! The elements of a tensor as one row-major slice, for code that knows no layouts.

use super::element::Dtype;
use super::handle::Tensor;
use super::kernel;

impl<T: Dtype> Tensor<T> {
    /// Calls `read` with the elements in row-major order, without copying them where they lie so already.
    ///
    /// The tensor is locked for reading meanwhile: `read` must not write to it.
    ///
    /// ```
    /// use autograd_runtime::tensor::Tensor;
    ///
    /// let x = Tensor::from([[1.0, 2.0], [3.0, 4.0]]);
    /// assert_eq!(x.with_slice(|values| values.iter().sum::<f64>()), 10.0);
    /// assert_eq!(x.t().with_slice(<[f64]>::to_vec), [1.0, 3.0, 2.0, 4.0]);
    /// ```
    pub fn with_slice<R>(&self, read: impl FnOnce(&[T]) -> R) -> R {
        kernel::row_major(self, read)
    }
}
