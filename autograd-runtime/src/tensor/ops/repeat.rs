//! The same elements several times over.

use super::super::create::checked_numel;
use super::super::element::{Dtype, Element};
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one};
use super::super::handle::Tensor;
use super::super::shape::{Sizes, dimension, list};
use super::pick::record_floats;

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// The whole tensor so many times along each dimension; more counts than dimensions add dimensions in front.
        pub fn repeat | try_repeat(&self, counts: &[usize]) -> Tensor<T> {
            if counts.len() < self.dim() {
                return Err(TensorError::shape(format!(
                    "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor \
                     (repeats {}, shape {})", list(counts), list(self.shape())
                )));
            }
            let lead = counts.len() - self.dim();
            // Each dimension becomes a pair, the count and the size: [c₀, n₀, c₁, n₁, …].
            let (mut from, mut to, mut shape) = (Sizes::new(), Sizes::new(), Sizes::new());
            for (d, &count) in counts.iter().enumerate() {
                let size = if d < lead { 1 } else { self.shape()[d - lead] };
                from.extend([1, size]);
                to.extend([count, size]);
                shape.push(checked_numel(&[count, size])?);
            }
            checked_numel(&shape)?;
            let values = self.detach().try_reshape_to(&from)?.expand_to(&to)?.to_vec();
            let y = Tensor::owning(values, &shape);
            Ok(record_floats(y, &[self], || Repeat { pairs: to, x: self.shape().into() }))
        }

        /// [`repeat`](Self::repeat) where fewer counts than dimensions leave the first dimensions alone.
        pub fn tile | try_tile(&self, counts: &[usize]) -> Tensor<T> {
            let lead = self.dim().saturating_sub(counts.len());
            self.try_repeat(&[&vec![1; lead], counts].concat())
        }

        /// Each layer of a dimension so many times in a row.
        pub fn repeat_interleave | try_repeat_interleave(&self, count: usize, dim: isize) -> Tensor<T> {
            let d = dimension(dim, self.dim())?;
            let mut shape = Sizes::from_slice(self.shape());
            if shape.is_empty() {
                return self.try_expand([count as isize]);
            }
            let n = checked_numel(&[shape[d], count])?;
            shape.insert(d + 1, count);
            let rows = self.try_unsqueeze(d as isize + 1)?.expand_to(&shape)?;
            shape.remove(d + 1);
            shape[d] = n;
            rows.try_reshape_to(&shape)
        }

        /// Layer `i` of a dimension `counts[i]` times in a row.
        pub fn repeat_interleave_each | try_repeat_interleave_each(&self, counts: &Tensor<i64>, dim: isize) -> Tensor<T> {
            let d = dimension(dim, self.dim())?;
            let n = self.shape().get(d).copied().unwrap_or(1);
            if counts.dim() != 1 || counts.numel() != n {
                return Err(TensorError::shape(format!(
                    "repeats must have the same size as input along dim, but got repeats.size(0) = {} and \
                     input.size({d}) = {n}", counts.numel()
                )));
            }
            let counts = counts.to_vec();
            if let Some(negative) = counts.iter().find(|&&c| c < 0) {
                return Err(TensorError::value(format!("repeats can not be negative (one is {negative})")));
            }
            let layers: Vec<i64> =
                counts.iter().enumerate().flat_map(|(i, &c)| std::iter::repeat_n(i as i64, c as usize)).collect();
            self.try_index_select(dim, &Tensor::from(layers))
        }
    }
}

struct Repeat {
    /// Count and size of each dimension of the result, in turn.
    pairs: Sizes,
    x: Box<[usize]>,
}

impl<T: Element> Backward<T> for Repeat {
    const NAME: &'static str = "RepeatBackward0";
    const SAVES: bool = false;

    /// d_x = the sum of d_y over the repetitions
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        let counts: Vec<isize> = (0..self.pairs.len()).step_by(2).map(|d| d as isize).collect();
        if counts.is_empty() {
            return one(d_y);
        }
        one(d_y.try_reshape_to(&self.pairs)?.try_sum_dim(counts, false)?.try_reshape_to(&self.x)?)
    }
}
