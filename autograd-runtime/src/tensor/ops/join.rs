//! Tensors one after the other: along a dimension they have, or along a new one.

use super::super::element::{Dtype, Element};
use super::super::error::{OrPanic, Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, many};
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Sizes, dimension, list};
use super::pick::record_floats;

impl<T: Dtype> Tensor<T> {
    /// The tensors one after the other along a dimension; all other sizes agree. Empty vectors are left out.
    ///
    /// # Panics
    ///
    /// Where [`try_cat`](Self::try_cat) returns an error.
    #[track_caller]
    pub fn cat(tensors: &[&Self], dim: isize) -> Self {
        Self::try_cat(tensors, dim).or_panic()
    }

    /// [`cat`](Self::cat), returning what is wrong as an error.
    ///
    /// # Errors
    ///
    /// When there is no tensor, a scalar among them, no such dimension, or another size differs.
    #[track_caller]
    pub fn try_cat(tensors: &[&Self], dim: isize) -> Result<Self> {
        if tensors.is_empty() {
            return Err(TensorError::value("torch.cat(): expected a non-empty list of Tensors"));
        }
        if let Some(i) = tensors.iter().position(|x| x.dim() == 0) {
            return Err(TensorError::shape(format!(
                "zero-dimensional tensor (at position {i}) cannot be concatenated"
            )));
        }
        let counts = |x: &Self| x.shape() != [0];
        let first = tensors.iter().find(|x| counts(x)).unwrap_or(&tensors[0]);
        let d = dimension(dim, first.dim())?;
        let mut shape = Sizes::from_slice(first.shape());
        shape[d] = 0;
        for (i, x) in tensors.iter().enumerate().filter(|(_, x)| counts(x)) {
            if x.dim() != first.dim() {
                return Err(TensorError::shape(format!(
                    "Tensors must have same number of dimensions: got {} and {} (tensor number {i} has shape {})",
                    first.dim(),
                    x.dim(),
                    list(x.shape())
                )));
            }
            if let Some(k) = (0..x.dim()).find(|&k| k != d && x.shape()[k] != first.shape()[k]) {
                return Err(TensorError::shape(format!(
                    "Sizes of tensors must match except in dimension {d}. Expected size {} but got size {} for tensor \
                     number {i} in the list.",
                    first.shape()[k],
                    x.shape()[k]
                )));
            }
            shape[d] += x.shape()[d];
        }
        let y = Self::owning(joined(tensors, &shape, d), &shape);
        let lengths = || tensors.iter().map(|x| if counts(x) { x.shape()[d] } else { 0 }).collect();
        Ok(record_floats(y, tensors, || Cat {
            d,
            lengths: lengths(),
            flat: tensors.iter().map(|x| !counts(x)).collect(),
        }))
    }

    /// The tensors, all of one shape, one after the other along a new dimension.
    ///
    /// # Panics
    ///
    /// Where [`try_stack`](Self::try_stack) returns an error.
    #[track_caller]
    pub fn stack(tensors: &[&Self], dim: isize) -> Self {
        Self::try_stack(tensors, dim).or_panic()
    }

    /// [`stack`](Self::stack), returning what is wrong as an error.
    ///
    /// # Errors
    ///
    /// When there is no tensor, no such dimension, or the shapes differ.
    #[track_caller]
    pub fn try_stack(tensors: &[&Self], dim: isize) -> Result<Self> {
        let Some(first) = tensors.first() else {
            return Err(TensorError::value("stack expects a non-empty TensorList"));
        };
        let d = dimension(dim, first.dim() + 1)?;
        if let Some(i) = tensors.iter().position(|x| x.shape() != first.shape()) {
            return Err(TensorError::shape(format!(
                "stack expects each tensor to be equal size, but got {} at entry 0 and {} at entry {i}",
                list(first.shape()),
                list(tensors[i].shape())
            )));
        }
        let mut shape = Sizes::from_slice(first.shape());
        shape.insert(d, tensors.len());
        // Along the new dimension each tensor has one layer, which begins where its dimension `d` did.
        let y = Self::owning(joined(tensors, &shape, d), &shape);
        Ok(record_floats(y, tensors, || Stack { d }))
    }
}

/// The elements of the result: for every outer index the run of each tensor in turn.
fn joined<T: Dtype>(tensors: &[&Tensor<T>], shape: &[usize], d: usize) -> Vec<T> {
    let numel: usize = shape.iter().product();
    let outer: usize = shape[..d].iter().product();
    let mut values = vec![T::default(); numel];
    if numel == 0 {
        return values;
    }
    let row = numel / outer;
    let mut from = 0;
    for x in tensors {
        let run = x.numel() / outer;
        if run == 0 {
            continue;
        }
        kernel::row_major(x, |source| {
            for (target, source) in values.chunks_exact_mut(row).zip(source.chunks_exact(run)) {
                target[from..from + run].copy_from_slice(source);
            }
        });
        from += run;
    }
    values
}

struct Cat {
    d: usize,
    lengths: Vec<usize>,
    /// The empty vectors that were left out.
    flat: Vec<bool>,
}

impl<T: Element> Backward<T> for Cat {
    const NAME: &'static str = "CatBackward0";
    const SAVES: bool = false;

    /// Each input gets the part of d_y where it lies.
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let mut start = 0;
        let mut parts = Vec::with_capacity(self.lengths.len());
        for (i, &length) in self.lengths.iter().enumerate() {
            parts.push(match (call.needs(i), self.flat[i]) {
                (false, _) => None,
                (true, true) => Some(Tensor::zeros([0])),
                (true, false) => Some(d_y.try_narrow(self.d as isize, start, length)?),
            });
            start += length as isize;
        }
        many(parts)
    }
}

struct Stack {
    d: usize,
}

impl<T: Element> Backward<T> for Stack {
    const NAME: &'static str = "StackBackward0";
    const SAVES: bool = false;

    /// Each input gets its layer of d_y.
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let layers = (0..d_y.shape()[self.d]).map(|i| match call.needs(i) {
            true => d_y.try_select(self.d as isize, i as isize).map(Some),
            false => Ok(None),
        });
        many(layers.collect::<Result<Vec<_>>>()?)
    }
}
