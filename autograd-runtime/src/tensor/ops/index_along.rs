//! Whole layers of one dimension, by a vector of their numbers.

use super::super::element::{Dtype, Element};
use super::super::error::{Result, TensorError};
use super::super::handle::Tensor;
use super::super::shape::{Lanes, Sizes, dimension, list};
use super::pick::{Positions, pick};
use super::write::{accumulate, fill, overwrite};
use std::sync::Arc;

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// The layers of a dimension with these numbers, in their order; one may occur more than once.
        pub fn index_select | try_index_select(&self, dim: isize, index: &Tensor<i64>) -> Tensor<T> {
            let (at, shape) = layers(self.shape(), dim, index, "index_select")?;
            Ok(pick(self, &at, &shape, "IndexSelectBackward0"))
        }

        /// A copy whose layers with these numbers are those of `source`; of several for one place the last stays.
        pub fn index_copy | try_index_copy(&self, dim: isize, index: &Tensor<i64>, source: &Tensor<T>) -> Tensor<T> {
            let (at, shape) = layers(self.shape(), dim, index, "index_copy_")?;
            check_source("index_copy_", dim, index, source.shape(), &shape)?;
            Ok(overwrite(self, &at, source, "IndexCopyBackward0"))
        }

        /// A copy whose layers with these numbers hold `value`.
        pub fn index_fill | try_index_fill(&self, dim: isize, index: &Tensor<i64>, value: T) -> Tensor<T> {
            let (at, _) = layers(self.shape(), dim, index, "index_fill_")?;
            Ok(fill(self, &at, value, "IndexFillBackward0"))
        }
    }
}

impl<T: Element> Tensor<T> {
    fallible! {
        /// A copy to whose layers with these numbers `alpha` times those of `source` are added.
        pub fn index_add | try_index_add(&self, dim: isize, index: &Tensor<i64>, source: &Tensor<T>, alpha: T) -> Tensor<T> {
            let (at, shape) = layers(self.shape(), dim, index, "index_add_")?;
            check_source("index_add_", dim, index, source.shape(), &shape)?;
            Ok(accumulate(self, &at, source, alpha, "IndexAddBackward0"))
        }

        /// [`index_add`](Self::index_add) in place; returns the same tensor.
        pub fn index_add_ | try_index_add_(&self, dim: isize, index: &Tensor<i64>, source: &Tensor<T>, alpha: T) -> Tensor<T> {
            self.assign(|x| x.try_index_add(dim, index, source, alpha))
        }

        /// [`index_copy`](Self::index_copy) in place; returns the same tensor.
        pub fn index_copy_ | try_index_copy_(&self, dim: isize, index: &Tensor<i64>, source: &Tensor<T>) -> Tensor<T> {
            self.assign(|x| x.try_index_copy(dim, index, source))
        }

        /// [`index_fill`](Self::index_fill) in place; returns the same tensor.
        pub fn index_fill_ | try_index_fill_(&self, dim: isize, index: &Tensor<i64>, value: T) -> Tensor<T> {
            self.assign(|x| x.try_index_fill(dim, index, value))
        }
    }
}

/// The positions of the layers with these numbers, and the shape they have together.
fn layers(shape: &[usize], dim: isize, index: &Tensor<i64>, name: &str) -> Result<(Arc<Positions>, Sizes)> {
    let d = dimension(dim, shape.len())?;
    if index.dim() > 1 {
        return Err(TensorError::index(format!(
            "{name}(): Index is supposed to be a vector, but got dim: {} with type: Long and size: {}",
            index.dim(),
            list(index.shape())
        )));
    }
    let lanes = Lanes::new(shape, d);
    let numbers = index.to_vec();
    for &i in &numbers {
        if i < 0 || i as usize >= lanes.size {
            return Err(TensorError::index(format!(
                "index out of range in self ({name}: index {i} is out of bounds for dimension {d} with size {})",
                lanes.size
            )));
        }
    }
    let start = |o: usize, i: i64| (o * lanes.size + i as usize) * lanes.inner;
    let starts = (0..lanes.outer).flat_map(|o| numbers.iter().map(move |&i| start(o, i))).collect();
    let mut shape = Sizes::from_slice(shape);
    match shape.get_mut(d) {
        Some(size) => *size = numbers.len(),
        // A scalar stays one where one layer of it is taken.
        None if numbers.len() == 1 => {}
        None => shape.push(numbers.len()),
    }
    Ok((Positions::new(starts, lanes.inner), shape))
}

fn check_source(name: &str, dim: isize, index: &Tensor<i64>, source: &[usize], expected: &[usize]) -> Result<()> {
    if source == expected || (index.numel() == 1 && source.iter().product::<usize>() == 1 && expected.is_empty()) {
        return Ok(());
    }
    Err(TensorError::shape(format!(
        "{name}(): Number of indices ({}) should be equal to source.size(dim), and the other sizes to self's, for dim: \
         {dim} (source has shape {}, expected {})",
        index.numel(),
        list(source),
        list(expected)
    )))
}
