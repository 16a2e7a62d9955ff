//! Gradients of tables of which few rows were used.

use super::element::{Dtype, Element};
use super::error::Result;
use super::handle::Tensor;
use super::ops::pick::{Positions, place};
use super::shape::Sizes;
use std::sync::Arc;

/// The gradient of some rows (slices along the first dimension) of a tensor; that of all others is zero.
///
/// [`Tensor::embedding_sparse`] makes it, a leaf keeps it ([`Tensor::sparse_grad`]), and
/// `SparseAdam` among others updates only the rows it names. Anything else that meets it on
/// its way, a hook or a dense gradient, makes it dense.
#[derive(Clone, Debug)]
pub struct SparseGrad<T: Dtype> {
    rows: Arc<[usize]>,
    values: Tensor<T>,
    shape: Sizes,
}

impl<T: Element> SparseGrad<T> {
    /// `values` holds the gradients of `rows`, one after the other; the caller has checked that they fit.
    pub(crate) fn new(rows: Vec<usize>, values: Tensor<T>, shape: &[usize]) -> Self {
        debug_assert!(rows.iter().all(|&row| row < shape[0]));
        debug_assert_eq!(values.numel(), rows.len() * shape[1..].iter().product::<usize>());
        Self { rows: rows.into(), values, shape: shape.into() }
    }

    /// The numbers of the rows, in the order of use; a row that was used twice is named twice.
    pub fn rows(&self) -> &[usize] {
        &self.rows
    }

    /// The gradients of the rows, `[rows, …]`.
    pub fn values(&self) -> &Tensor<T> {
        &self.values
    }

    /// The sizes of the whole tensor.
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// The gradient with every row written out.
    pub fn to_dense(&self) -> Tensor<T> {
        let width = self.shape[1..].iter().product();
        let at = Positions::new(self.rows.iter().map(|&row| row * width).collect(), width);
        place(&self.values, &at, &self.shape)
    }

    /// The sum of two gradients of one tensor.
    pub(crate) fn try_sum(&self, other: &Self) -> Result<Self> {
        let rows = self.rows.iter().chain(&*other.rows).copied().collect();
        let values = Tensor::try_cat(&[&self.values, &other.values], 0)?;
        Ok(Self { rows, values, shape: self.shape.clone() })
    }

    /// The same gradient, whose values nobody else can write to.
    pub(crate) fn copied(&self) -> Self {
        Self { values: self.values.copied(), ..self.clone() }
    }
}

/// What a leaf has gathered.
pub(crate) enum LeafGrad<T: Dtype> {
    Dense(Tensor<T>),
    Sparse(SparseGrad<T>),
}

impl<T: Element> LeafGrad<T> {
    /// The gradient with every entry written out.
    pub(crate) fn dense(&self) -> Tensor<T> {
        match self {
            Self::Dense(grad) => grad.clone(),
            Self::Sparse(grad) => grad.to_dense(),
        }
    }
}
