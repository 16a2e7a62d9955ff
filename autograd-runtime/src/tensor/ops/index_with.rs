//! Places by index tensors and masks: taking them, and putting values there.

use super::super::element::{Dtype, Element};
use super::super::error::{Result, TensorError};
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Sizes, broadcast, list, row_major};
use super::index::{Index, place, unnamed};
use super::pick::{Positions, pick};
use super::write::{accumulate, overwrite};
use std::sync::Arc;

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// The elements with these numbers in row-major order, counted from either end, in the shape of the index.
        pub fn take | try_take(&self, index: &Tensor<i64>) -> Tensor<T> {
            Ok(pick(self, &numbered(self.numel(), index)?, index.shape(), "TakeBackward0"))
        }

        /// The indices of all nonzero elements, one per row: `[count, dimensions]`.
        pub fn nonzero | try_nonzero(&self) -> Tensor<i64> {
            let strides = row_major(self.shape());
            let mut rows = Vec::new();
            let mut count = 0;
            kernel::row_major(self, |values| {
                for (at, _) in values.iter().enumerate().filter(|&(_, &v)| v != T::default()) {
                    count += 1;
                    rows.extend(strides.iter().zip(self.shape()).map(|(stride, size)| ((at / stride) % size) as i64));
                }
            });
            Ok(Tensor::owning(rows, &[count, self.dim()]))
        }
    }
}

impl<T: Element> Tensor<T> {
    fallible! {
        /// A copy with these values, broadcast, at the places that [`index`](Self::index) would take. Where a place
        /// occurs more than once the last value stays, or all are added up if `accumulate`.
        ///
        /// ```
        /// use autograd_runtime::tensor::Tensor;
        ///
        /// let counts = Tensor::<f64>::zeros([3]);
        /// let places = Tensor::from([0_i64, 2, 2]);
        /// assert_eq!(counts.index_put(&[(&places).into()], &Tensor::scalar(1.0), true).to_vec(), [1.0, 0.0, 2.0]);
        /// ```
        pub fn index_put | try_index_put(&self, positions: &[Index], values: &Tensor<T>, accumulate: bool) -> Tensor<T> {
            let (at, shape) = targets(self.shape(), positions)?;
            let values = values.expand_to(&shape).map_err(|_| TensorError::shape(format!(
                "shape mismatch: value tensor of shape {} cannot be broadcast to indexing result of shape {}",
                list(values.shape()), list(&shape)
            )))?;
            Ok(written(self, &at, &values, accumulate, "IndexPutBackward0"))
        }

        /// [`index_put`](Self::index_put) in place; returns the same tensor.
        pub fn index_put_ | try_index_put_(&self, positions: &[Index], values: &Tensor<T>, accumulate: bool) -> Tensor<T> {
            self.assign(|x| x.try_index_put(positions, values, accumulate))
        }

        /// A copy with the values of `source` at the elements with these numbers in row-major order, counted from
        /// either end. Where one occurs more than once the last value stays, or all are added up if `accumulate`.
        pub fn put | try_put(&self, index: &Tensor<i64>, source: &Tensor<T>, accumulate: bool) -> Tensor<T> {
            if index.numel() != source.numel() {
                return Err(TensorError::shape(format!(
                    "put_(): Expected source and index to have the same number of elements, but got source.numel() = \
                     {}, index.numel() = {}", source.numel(), index.numel()
                )));
            }
            Ok(written(self, &numbered(self.numel(), index)?, source, accumulate, "PutBackward0"))
        }

        /// [`put`](Self::put) in place; returns the same tensor.
        pub fn put_ | try_put_(&self, index: &Tensor<i64>, source: &Tensor<T>, accumulate: bool) -> Tensor<T> {
            self.assign(|x| x.try_put(index, source, accumulate))
        }
    }
}

#[track_caller]
fn written<T: Element>(
    x: &Tensor<T>,
    at: &Arc<Positions>,
    values: &Tensor<T>,
    add: bool,
    node: &'static str,
) -> Tensor<T> {
    if add { accumulate(x, at, values, T::one(), node) } else { overwrite(x, at, values, node) }
}

/// Positions from numbers in row-major order, counted from either end.
fn numbered(numel: usize, index: &Tensor<i64>) -> Result<Arc<Positions>> {
    let starts = index.to_vec().into_iter().map(|i| {
        let at = if i < 0 { i.checked_add(numel as i64) } else { Some(i) };
        at.and_then(|at| usize::try_from(at).ok()).filter(|&at| at < numel).ok_or_else(|| {
            TensorError::index(format!("out of range: tried to access index {i} on a tensor of {numel} elements."))
        })
    });
    Ok(Positions::single(starts.collect::<Result<Vec<_>>>()?))
}

/// Whether an index tensor or a mask is among the positions.
pub(crate) fn is_advanced(positions: &[Index]) -> bool {
    positions.iter().any(|p| matches!(p, Index::Tensor(_) | Index::Mask(_)))
}

/// What positions with index tensors or masks select.
#[track_caller]
pub(crate) fn chosen<T: Dtype>(x: &Tensor<T>, positions: &[Index]) -> Result<Tensor<T>> {
    let (view, indices) = separated(x.shape(), positions)?;
    let part = x.try_index(&view)?;
    let (at, shape) = product_of(part.shape(), &indices)?;
    Ok(pick(&part, &at, &shape, "IndexBackward0"))
}

/// Where in a row-major tensor of this shape the positions lie, and the shape of what they select.
fn targets(shape: &[usize], positions: &[Index]) -> Result<(Arc<Positions>, Sizes)> {
    let (view, indices) = separated(shape, positions)?;
    let whole = |p: &Index| matches!(p, Index::Slice { start: None, end: None, step: 1 } | Index::Ellipsis);
    if !indices.is_empty() && view.iter().all(whole) {
        return product_of(shape, &indices);
    }
    // Views move positions about: the tensor of all numbers, indexed the same way, tells where they come from.
    let numel: usize = shape.iter().product();
    let numbers = Tensor::owning((0..numel as i64).collect(), shape).try_index(positions)?;
    let starts = numbers.to_vec().into_iter().map(|n| n as usize).collect();
    Ok((Positions::single(starts), Sizes::from_slice(numbers.shape())))
}

/// An index tensor and the dimension it stands for.
type Places = (usize, Tensor<i64>);

/// The positions with a full slice for every indexed dimension, and the index tensors with their dimensions after
/// the view is taken. A mask counts as one index tensor for each of its dimensions.
fn separated(shape: &[usize], positions: &[Index]) -> Result<(Vec<Index>, Vec<Places>)> {
    let left = unnamed(shape, positions)?;
    let (mut view, mut indices) = (Vec::new(), Vec::new());
    let (mut dim, mut source) = (0, 0);
    for position in positions {
        match position {
            Index::Select(_) => source += 1,
            Index::Slice { .. } => (dim, source) = (dim + 1, source + 1),
            Index::NewAxis => dim += 1,
            Index::Ellipsis => (dim, source) = (dim + left, source + left),
            Index::Tensor(places) => {
                indices.push((dim, places.clone()));
                view.push((..).into());
                (dim, source) = (dim + 1, source + 1);
                continue;
            }
            Index::Mask(mask) => {
                let covered = &shape[source..source + mask.dim()];
                if mask.dim() == 0 || mask.shape() != covered {
                    return Err(TensorError::index(format!(
                        "The shape of the mask {} at index {source} does not match the shape of the indexed tensor {} \
                         at index {source}",
                        list(mask.shape()),
                        list(shape)
                    )));
                }
                let places = mask.try_nonzero()?;
                for k in 0..mask.dim() {
                    indices.push((dim + k, places.try_select(1, k as isize)?));
                    view.push((..).into());
                }
                (dim, source) = (dim + mask.dim(), source + mask.dim());
                continue;
            }
        }
        view.push(position.clone());
    }
    Ok((view, indices))
}

/// The positions that index tensors select together, in a row-major tensor of this shape, and the resulting shape.
fn product_of(shape: &[usize], indices: &[Places]) -> Result<(Arc<Positions>, Sizes)> {
    let common = indices.iter().try_fold(Sizes::new(), |common, (_, places)| broadcast(&common, places.shape()));
    let common = common.map_err(|_| {
        let shapes: Vec<String> = indices.iter().map(|(_, places)| list(places.shape())).collect();
        TensorError::index(format!(
            "shape mismatch: indexing tensors could not be broadcast together with shapes {}",
            shapes.join(", ")
        ))
    })?;
    let strides = row_major(shape);
    let mut offsets = vec![0; common.iter().product()];
    for (d, places) in indices {
        let places = places.expand_to(&common)?.to_vec();
        for (offset, i) in offsets.iter_mut().zip(places) {
            *offset += place(i as isize, *d, shape[*d])? * strides[*d];
        }
    }
    let (Some(&(first, _)), Some(&(last, _))) = (indices.first(), indices.last()) else {
        unreachable!("`targets` and `chosen` come here with an index tensor");
    };
    let indexed = |d: usize| indices.iter().any(|&(k, _)| k == d);
    let together = (first..=last).all(indexed);
    // The free dimensions before the last index vary the start of a block; those behind it are the block.
    let free: Vec<usize> = (0..last).filter(|&d| !indexed(d)).collect();
    let mut bases = vec![0];
    for &d in &free {
        bases =
            bases.iter().flat_map(|base| (0..shape[d]).map(|i| base + i * strides[d]).collect::<Vec<_>>()).collect();
    }
    let starts: Vec<usize> = if together {
        bases.iter().flat_map(|base| offsets.iter().map(move |offset| base + offset)).collect()
    } else {
        offsets.iter().flat_map(|offset| bases.iter().map(move |base| base + offset)).collect()
    };
    let free: Sizes = free.into_iter().map(|d| shape[d]).collect();
    let mut out = Sizes::new();
    let parts: [&[usize]; 3] = if together { [&free, &common, &[]] } else { [&common, &free, &[]] };
    parts.iter().for_each(|part| out.extend_from_slice(part));
    out.extend_from_slice(&shape[last + 1..]);
    let block = shape[last + 1..].iter().product();
    Ok((Positions::new(starts, block), out))
}
