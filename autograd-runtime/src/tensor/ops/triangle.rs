//! Triangles and diagonals of matrices.

use super::super::create::checked_numel;
use super::super::element::{Dtype, Element};
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record};
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Layout, Sizes, dimension, list};
use super::index::embed;
use super::pick::record_floats;
use super::strided::diagonal_of;
use super::view::Part;

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// The lower triangle of the last two dimensions, zero above the diagonal that lies `diagonal` above the main.
        pub fn tril | try_tril(&self, diagonal: isize) -> Tensor<T> {
            triangle(self, diagonal, true)
        }

        /// The upper triangle of the last two dimensions, zero below the diagonal that lies `diagonal` above the main.
        pub fn triu | try_triu(&self, diagonal: isize) -> Tensor<T> {
            triangle(self, diagonal, false)
        }

        /// The vectors along the last dimension as diagonals of matrices, zero elsewhere; dimensions `dim1` and `dim2` of
        /// the result are the matrices'.
        pub fn diag_embed | try_diag_embed(&self, offset: isize, dim1: isize, dim2: isize) -> Tensor<T> {
            let Some(&length) = self.shape().last() else {
                return Err(TensorError::shape("diag_embed expects at least a 1-dimensional tensor"));
            };
            let rank = self.dim() + 1;
            let (a, b) = (dimension(dim1, rank)?, dimension(dim2, rank)?);
            if a == b {
                return Err(TensorError::value(format!("diagonal dimensions cannot be identical {dim1}, {dim2}")));
            }
            let n = length.saturating_add(offset.unsigned_abs());
            let mut shape = Sizes::from_slice(&self.shape()[..rank - 2]);
            for d in [a.min(b), a.max(b)] {
                shape.insert(d, n);
            }
            let layout = diagonal_of(Layout::contiguous(&shape), offset, a, b);
            let mut values = vec![T::default(); checked_numel(&shape)?];
            let from = &self.0.layout;
            kernel::assign(&layout, &mut values, from, &self.values());
            Ok(record_floats(Tensor::owning(values, &shape), &[self], || DiagEmbed { offset, a, b }))
        }

        /// The matrix that has this vector on a diagonal, or the diagonal of this matrix.
        pub fn diag | try_diag(&self, diagonal: isize) -> Tensor<T> {
            match self.dim() {
                1 => self.try_diag_embed(diagonal, 0, 1),
                2 => self.try_diagonal(diagonal, 0, 1),
                n => Err(TensorError::shape(format!(
                    "diag(): Supports 1D or 2D tensors. Got {n}D (its shape is {})", list(self.shape())
                ))),
            }
        }

        /// The matrix that has all elements, in row-major order, on a diagonal.
        pub fn diagflat | try_diagflat(&self, offset: isize) -> Tensor<T> {
            self.try_reshape_to(&[self.numel()])?.try_diag_embed(offset, 0, 1)
        }
    }
}

impl<T: Element> Tensor<T> {
    fallible! {
        /// The sum of the main diagonal of a matrix.
        pub fn trace | try_trace(&self) -> Tensor<T> {
            if self.dim() != 2 {
                return Err(TensorError::shape(format!("trace: expected a matrix, but got shape {}", list(self.shape()))));
            }
            let y = Tensor::lone(kernel::sum(&self.detach().try_diagonal(0, 0, 1)?));
            Ok(record(y, &[self], |_| Trace { shape: self.shape().into() }))
        }

        /// [`tril`](Self::tril) in place; returns the same tensor.
        pub fn tril_ | try_tril_(&self, diagonal: isize) -> Tensor<T> {
            self.assign(|x| x.try_tril(diagonal))
        }

        /// [`triu`](Self::triu) in place; returns the same tensor.
        pub fn triu_ | try_triu_(&self, diagonal: isize) -> Tensor<T> {
            self.assign(|x| x.try_triu(diagonal))
        }
    }
}

#[track_caller]
fn triangle<T: Dtype>(x: &Tensor<T>, diagonal: isize, lower: bool) -> Result<Tensor<T>> {
    let &[.., rows, columns] = x.shape() else {
        return Err(TensorError::shape(format!(
            "{}: input tensor must have at least 2 dimensions (its shape is {})",
            if lower { "tril" } else { "triu" },
            list(x.shape())
        )));
    };
    let mut values = x.to_vec();
    if !values.is_empty() {
        for (r, row) in values.chunks_exact_mut(columns).enumerate() {
            let at = ((r % rows) as isize).saturating_add(diagonal);
            if lower {
                row[at.saturating_add(1).clamp(0, columns as isize) as usize..].fill(T::default());
            } else {
                row[..at.clamp(0, columns as isize) as usize].fill(T::default());
            }
        }
    }
    Ok(record_floats(Tensor::owning(values, x.shape()), &[x], || Triangle { diagonal, lower }))
}

/// It is its own transpose.
struct Triangle {
    diagonal: isize,
    lower: bool,
}

impl<T: Element> Backward<T> for Triangle {
    const NAME: &'static str = "TrilBackward0";
    const SAVES: bool = false;

    fn name(&self) -> &'static str {
        if self.lower { "TrilBackward0" } else { "TriuBackward0" }
    }

    /// d_x = the same triangle of d_y
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(triangle(&d_y, self.diagonal, self.lower)?)
    }
}

struct DiagEmbed {
    offset: isize,
    a: usize,
    b: usize,
}

impl<T: Element> Backward<T> for DiagEmbed {
    const NAME: &'static str = "DiagEmbedBackward0";
    const SAVES: bool = false;

    /// d_x = the diagonal of d_y
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(d_y.try_diagonal(self.offset, self.a as isize, self.b as isize)?)
    }
}

struct Trace {
    shape: Box<[usize]>,
}

impl<T: Element> Backward<T> for Trace {
    const NAME: &'static str = "TraceBackward0";
    const SAVES: bool = false;

    /// d_x = d_y on the diagonal
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        let diagonal = diagonal_of(Layout::contiguous(&self.shape), 0, 0, 1);
        one(embed(&d_y.expand_to(&diagonal.shape)?, &self.shape, &Part(diagonal)))
    }
}
