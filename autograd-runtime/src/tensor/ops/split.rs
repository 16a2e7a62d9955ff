//! A tensor apart along a dimension. The parts are views.

use super::super::element::Dtype;
use super::super::error::{Result, TensorError};
use super::super::handle::Tensor;
use super::super::shape::{dimension, list};

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// Parts of this size along a dimension; the last one may be smaller.
        pub fn split | try_split(&self, size: usize, dim: isize) -> Vec<Tensor<T>> {
            let n = length(self, dim, "split")?;
            if size == 0 && n > 0 {
                return Err(TensorError::value(format!(
                    "split_size can only be 0 if dimension size is 0, but got dimension size of {n}"
                )));
            }
            parts(self, dim, n, size.max(1))
        }

        /// Parts of these sizes along a dimension, which they fill.
        pub fn split_with_sizes | try_split_with_sizes(&self, sizes: &[usize], dim: isize) -> Vec<Tensor<T>> {
            let n = length(self, dim, "split_with_sizes")?;
            if sizes.iter().try_fold(0_usize, |sum, &size| sum.checked_add(size)) != Some(n) {
                return Err(TensorError::shape(format!(
                    "split_with_sizes expects split_sizes to sum exactly to {n} (input tensor's size at dimension \
                     {dim}), but got split_sizes={}", list(sizes)
                )));
            }
            let mut start = 0;
            sizes.iter().enumerate().map(|(i, &size)| {
                start += size;
                Ok(self.try_narrow(dim, (start - size) as isize, size)?.one_of_many("SplitWithSizes", i))
            }).collect()
        }

        /// At most this many parts of equal size along a dimension; the last one may be smaller.
        pub fn chunk | try_chunk(&self, chunks: usize, dim: isize) -> Vec<Tensor<T>> {
            let n = length(self, dim, "chunk")?;
            if chunks == 0 {
                return Err(TensorError::value("chunk expects `chunks` to be greater than 0, got: 0"));
            }
            if n == 0 {
                // Each part is as empty as the whole.
                return (0..chunks).map(|_| self.try_narrow(dim, 0, 0)).collect();
            }
            parts(self, dim, n, n.div_ceil(chunks))
        }

        /// The layers of a dimension, which disappears.
        pub fn unbind | try_unbind(&self, dim: isize) -> Vec<Tensor<T>> {
            let n = length(self, dim, "unbind")?;
            (0..n).map(|i| Ok(self.try_select(dim, i as isize)?.one_of_many("Unbind", i))).collect()
        }
    }
}

#[track_caller]
fn parts<T: Dtype>(x: &Tensor<T>, dim: isize, n: usize, size: usize) -> Result<Vec<Tensor<T>>> {
    let part = |i: usize| x.try_narrow(dim, (i * size) as isize, size.min(n - i * size));
    (0..n.div_ceil(size).max(1)).map(|i| Ok(part(i)?.one_of_many("Split", i))).collect()
}

fn length<T: Dtype>(x: &Tensor<T>, dim: isize, name: &str) -> Result<usize> {
    if x.dim() == 0 {
        return Err(TensorError::index(format!("{name} expects at least a 1-dimensional tensor")));
    }
    Ok(x.shape()[dimension(dim, x.dim())?])
}
