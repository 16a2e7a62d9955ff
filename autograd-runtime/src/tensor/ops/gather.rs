//! Elements along a dimension by an index of the result's shape, and back.

use super::super::element::{Dtype, Element};
use super::super::error::{Result, TensorError};
use super::super::handle::Tensor;
use super::super::shape::{broadcast, dimension, list, row_major};
use super::pick::{Positions, pick};
use super::write::{accumulate, fill, overwrite};
use std::sync::Arc;

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// `y[…, k, …] = self[…, index[…, k, …], …]` along a dimension. The result has the shape of the index, which
        /// has as many dimensions as this tensor and is nowhere longer but along `dim`.
        pub fn gather | try_gather(&self, dim: isize, index: &Tensor<i64>) -> Tensor<T> {
            let at = positions(self.shape(), dim, index)?;
            Ok(pick(self, &at, index.shape(), "GatherBackward0"))
        }

        /// [`gather`](Self::gather) after broadcasting this tensor and the index in all dimensions but `dim`: takes
        /// what `argsort` or `argmax_dim` with `keepdim` have found.
        pub fn take_along_dim | try_take_along_dim(&self, index: &Tensor<i64>, dim: isize) -> Tensor<T> {
            if self.dim() != index.dim() {
                return Err(TensorError::shape(format!(
                    "torch.take_along_dim(): input and indices should have the same number of dimensions, but got {} \
                     dimensions for input, and {} dimensions for indices", self.dim(), index.dim()
                )));
            }
            let d = dimension(dim, self.dim())?;
            if self.dim() == 0 {
                return self.try_gather(dim, index);
            }
            let without = |shape: &[usize]| { let mut s = shape.to_vec(); s[d] = 1; s };
            let common = broadcast(&without(self.shape()), &without(index.shape()))?;
            let with = |n: usize| { let mut s = common.clone(); s[d] = n; s };
            let x = self.expand_to(&with(self.shape()[d]))?;
            x.try_gather(dim, &index.expand_to(&with(index.shape()[d]))?)
        }

        /// A copy with `y[…, index[…, k, …], …] = source[…, k, …]` along a dimension. Of several values for one place
        /// the last stays.
        pub fn scatter | try_scatter(&self, dim: isize, index: &Tensor<i64>, source: &Tensor<T>) -> Tensor<T> {
            let at = positions(self.shape(), dim, index)?;
            Ok(overwrite(self, &at, &fitted(source, index)?, "ScatterBackward0"))
        }

        /// A copy with `y[…, index[…, k, …], …] = value` along a dimension.
        pub fn scatter_value | try_scatter_value(&self, dim: isize, index: &Tensor<i64>, value: T) -> Tensor<T> {
            Ok(fill(self, &positions(self.shape(), dim, index)?, value, "ScatterBackward1"))
        }
    }
}

impl<T: Element> Tensor<T> {
    fallible! {
        /// A copy with `y[…, index[…, k, …], …] += source[…, k, …]` along a dimension.
        pub fn scatter_add | try_scatter_add(&self, dim: isize, index: &Tensor<i64>, source: &Tensor<T>) -> Tensor<T> {
            let at = positions(self.shape(), dim, index)?;
            Ok(accumulate(self, &at, &fitted(source, index)?, T::one(), "ScatterAddBackward0"))
        }

        /// [`scatter`](Self::scatter) in place; returns the same tensor.
        pub fn scatter_ | try_scatter_(&self, dim: isize, index: &Tensor<i64>, source: &Tensor<T>) -> Tensor<T> {
            self.assign(|x| x.try_scatter(dim, index, source))
        }

        /// [`scatter_value`](Self::scatter_value) in place; returns the same tensor.
        pub fn scatter_value_ | try_scatter_value_(&self, dim: isize, index: &Tensor<i64>, value: T) -> Tensor<T> {
            self.assign(|x| x.try_scatter_value(dim, index, value))
        }

        /// [`scatter_add`](Self::scatter_add) in place; returns the same tensor.
        pub fn scatter_add_ | try_scatter_add_(&self, dim: isize, index: &Tensor<i64>, source: &Tensor<T>) -> Tensor<T> {
            self.assign(|x| x.try_scatter_add(dim, index, source))
        }
    }
}

/// The part of the source that an index of its rank covers.
#[track_caller]
fn fitted<T: Dtype>(source: &Tensor<T>, index: &Tensor<i64>) -> Result<Tensor<T>> {
    let covers = source.dim() == index.dim() && index.shape().iter().zip(source.shape()).all(|(i, s)| i <= s);
    if !covers && index.numel() > 0 {
        return Err(TensorError::shape(format!(
            "Expected index {} to be no larger than src {} in any dimension",
            list(index.shape()),
            list(source.shape())
        )));
    }
    if !covers {
        return Ok(Tensor::zeros(index.shape()));
    }
    let mut part = source.clone();
    for (d, &size) in index.shape().iter().enumerate() {
        if size != source.shape()[d] {
            part = part.try_narrow(d as isize, 0, size)?;
        }
    }
    Ok(part)
}

/// Where each element of the index points to, in a row-major tensor of this shape.
fn positions(shape: &[usize], dim: isize, index: &Tensor<i64>) -> Result<Arc<Positions>> {
    let d = dimension(dim, shape.len())?;
    if index.numel() == 0 {
        return Ok(Positions::single(Vec::new()));
    }
    if shape.len().max(1) != index.dim().max(1) {
        return Err(TensorError::shape(format!(
            "Index tensor must have the same number of dimensions as input tensor (got {} and {})",
            list(index.shape()),
            list(shape)
        )));
    }
    // A scalar counts as one dimension of one element.
    let whole = |s: &[usize]| if s.is_empty() { vec![1] } else { s.to_vec() };
    let (shape, from) = (whole(shape), whole(index.shape()));
    if (0..shape.len()).any(|k| k != d && from[k] > shape[k]) {
        return Err(TensorError::shape(format!(
            "Size does not match at dimension {} expected index {} to be no larger than self {} apart from dimension \
             {d}",
            (0..shape.len()).find(|&k| k != d && from[k] > shape[k]).unwrap_or(0),
            list(&from),
            list(&shape)
        )));
    }
    let strides = row_major(&shape);
    let mut starts = Vec::with_capacity(index.numel());
    let mut at = vec![0; from.len()];
    for i in index.to_vec() {
        let base: usize = (0..at.len()).filter(|&k| k != d).map(|k| at[k] * strides[k]).sum();
        starts.push(base + inside(i, d, shape[d])? * strides[d]);
        for k in (0..at.len()).rev() {
            at[k] += 1;
            if at[k] < from[k] {
                break;
            }
            at[k] = 0;
        }
    }
    Ok(Positions::single(starts))
}

/// An index from the front, within the size.
fn inside(index: i64, dim: usize, size: usize) -> Result<usize> {
    usize::try_from(index).ok().filter(|&i| i < size).ok_or_else(|| {
        TensorError::index(format!("index {index} is out of bounds for dimension {dim} with size {size}"))
    })
}
