//! Whether any or all elements are nonzero, and how many are.

use super::super::element::Dtype;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Dims, Reduction};

impl<T: Dtype> Tensor<T> {
    /// Whether any element is nonzero (or true).
    pub fn any(&self) -> bool {
        kernel::row_major(self, |values| values.iter().any(|&v| v != T::default()))
    }

    /// Whether all elements are nonzero (or true).
    pub fn all(&self) -> bool {
        kernel::row_major(self, |values| values.iter().all(|&v| v != T::default()))
    }

    /// How many elements are nonzero (or true).
    pub fn count_nonzero(&self) -> usize {
        kernel::row_major(self, |values| values.iter().filter(|&&v| v != T::default()).count())
    }

    fallible! {
        /// Whether any element over the named dimensions is nonzero; they stay with size one if `keepdim`. None named
        /// means all.
        pub fn any_dim | try_any_dim(&self, dims: impl Dims, keepdim: bool) -> Tensor<bool> {
            let reduction = Reduction::new(self.shape(), dims.dims(), keepdim)?;
            let values = kernel::reduce(self, &reduction.mask, false, |any, v| any || v != T::default());
            Ok(Tensor::owning(values, &reduction.shape))
        }

        /// Whether all elements over the named dimensions are nonzero; they stay with size one if `keepdim`. None
        /// named means all.
        pub fn all_dim | try_all_dim(&self, dims: impl Dims, keepdim: bool) -> Tensor<bool> {
            let reduction = Reduction::new(self.shape(), dims.dims(), keepdim)?;
            let values = kernel::reduce(self, &reduction.mask, true, |all, v| all && v != T::default());
            Ok(Tensor::owning(values, &reduction.shape))
        }

        /// How many elements over the named dimensions are nonzero. None named means all.
        pub fn count_nonzero_dim | try_count_nonzero_dim(&self, dims: impl Dims) -> Tensor<i64> {
            let reduction = Reduction::new(self.shape(), dims.dims(), false)?;
            let values = kernel::reduce(self, &reduction.mask, 0, |n, v| n + i64::from(v != T::default()));
            Ok(Tensor::owning(values, &reduction.shape))
        }
    }
}
