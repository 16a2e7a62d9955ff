//! Linear algebra on batches of matrices: `[…, m, n]`, every matrix on its own.
//!
//! Values come from [`factor`](super::super::factor); backward formulas are written with tensor operations, so every
//! operation can be differentiated any number of times. Formulas are those of Giles, "Collected matrix derivative
//! results for forward and reverse mode algorithmic differentiation" (2008), except where a file names another source.

mod cholesky;
mod determinant;
mod eigen;
mod exponential;
mod qr;
mod solve;
mod svd;
mod triangular;

pub use triangular::TriangularOptions;

use super::super::element::{Dtype, Element};
use super::super::error::{ErrorKind, Result, TensorError};
use super::super::handle::Tensor;
use super::super::shape::{Sizes, list};

/// The matrices of a batch, copied into row-major order.
struct Matrices<T> {
    values: Vec<T>,
    batch: Sizes,
    rows: usize,
    columns: usize,
}

impl<T: Element> Matrices<T> {
    /// The matrices of `x`, for the operation with this name.
    fn of(x: &Tensor<T>, name: &str) -> Result<Self> {
        let rank = x.dim();
        if rank < 2 {
            return Err(TensorError::shape(format!(
                "{name}: The input tensor A must have at least 2 dimensions. (its shape is {})",
                list(x.shape())
            )));
        }
        let (batch, matrix) = x.shape().split_at(rank - 2);
        Ok(Self { values: x.to_vec(), batch: Sizes::from_slice(batch), rows: matrix[0], columns: matrix[1] })
    }

    /// [`of`](Self::of), refusing matrices that are not square.
    fn square(x: &Tensor<T>, name: &str) -> Result<Self> {
        let matrices = Self::of(x, name)?;
        if matrices.rows != matrices.columns {
            return Err(TensorError::shape(format!(
                "{name}: A must be batches of square matrices, but they are {} by {} matrices",
                matrices.rows, matrices.columns
            )));
        }
        Ok(matrices)
    }

    /// [`of`](Self::of), refusing NaN and infinities, on which iterations do not converge.
    fn finite(x: &Tensor<T>, name: &str) -> Result<Self> {
        let matrices = Self::of(x, name)?;
        if matrices.values.iter().all(|v| v.is_finite()) {
            return Ok(matrices);
        }
        Err(TensorError::new(
            ErrorKind::Numerical,
            format!("{name}: The algorithm failed to converge because the input matrix contained non-finite values."),
        ))
    }

    /// How many matrices there are.
    fn count(&self) -> usize {
        self.batch.iter().product()
    }

    /// One matrix after the other.
    fn each(&self) -> impl Iterator<Item = &[T]> {
        let size = self.rows * self.columns;
        (0..self.count()).map(move |i| &self.values[i * size..][..size])
    }

    /// The batch's sizes, followed by others.
    fn shape(&self, tail: &[usize]) -> Sizes {
        self.batch.iter().chain(tail).copied().collect()
    }
}

/// What went wrong in one matrix of a batch, as PyTorch says it.
fn failed(name: &str, index: usize, count: usize, what: &str) -> TensorError {
    let place = if count > 1 { format!("(Batch element {index}): ") } else { String::new() };
    TensorError::new(ErrorKind::Numerical, format!("{name}: {place}{what}"))
}

fn not_converged(name: &str, index: usize, count: usize) -> TensorError {
    failed(
        name,
        index,
        count,
        "The algorithm failed to converge because the input matrix is ill-conditioned or has too many repeated values.",
    )
}

/// The transpose of every matrix.
#[track_caller]
fn mt<T: Dtype>(x: &Tensor<T>) -> Result<Tensor<T>> {
    x.try_transpose(-2, -1)
}

/// A mask over matrices.
fn mask(rows: usize, columns: usize, holds: impl Fn(usize, usize) -> bool) -> Tensor<bool> {
    let values = (0..rows * columns).map(|k| holds(k / columns, k % columns)).collect();
    Tensor::owning(values, &[rows, columns])
}

/// The lower triangle of every matrix, zeros above it.
#[track_caller]
fn lower<T: Element>(x: &Tensor<T>) -> Tensor<T> {
    let n = x.shape()[x.dim() - 1];
    x.gate(&mask(n, n, |i, j| i >= j))
}

/// The lower triangle with half the diagonal.
#[track_caller]
fn lower_half<T: Element>(x: &Tensor<T>) -> Tensor<T> {
    let n = x.shape()[x.dim() - 1];
    let weights = (0..n * n).map(|k| T::of(if k / n > k % n { 1.0 } else { 0.5 })).collect();
    lower(x) * Tensor::owning(weights, &[n, n])
}

/// The `n` by `k` matrix whose columns are the unit vectors from `first` on: `s·x` places `k` rows among `n`, and
/// `x·sᵀ` places columns.
fn place<T: Element>(n: usize, first: usize, k: usize) -> Tensor<T> {
    let mut values = vec![T::zero(); n * k];
    for j in 0..k {
        values[(first + j) * k + j] = T::one();
    }
    Tensor::owning(values, &[n, k])
}
