//! Conversions between tensors and nalgebra's vectors and matrices, in both directions. They copy, and carry no
//! history: a compiled function over matrices is differentiated through `autograd::function!`.

use super::element::Dtype;
use super::error::{Result, TensorError};
use super::handle::Tensor;
use super::shape::list;
use ::nalgebra::{DMatrix, DVector, Dim, Matrix, RawStorage, SMatrix, Scalar, Vector};

/// A vector becomes a tensor of one dimension.
impl<T: Dtype + Scalar, R: Dim, S: RawStorage<T, R>> From<&Vector<T, R, S>> for Tensor<T> {
    fn from(vector: &Vector<T, R, S>) -> Self {
        Self::owning(vector.iter().copied().collect(), &[vector.len()])
    }
}

impl<T: Dtype> Tensor<T> {
    /// A matrix as a tensor of two dimensions. It need not be owned, and may be a vector, which keeps its shape of
    /// one column or one row.
    ///
    /// ```
    /// use autograd_runtime::tensor::Tensor;
    /// use nalgebra::{Matrix2x3, Vector3};
    ///
    /// let a = Tensor::from_matrix(&Matrix2x3::new(1.0, 2.0, 3.0, 4.0, 5.0, 6.0));
    /// assert_eq!(a.shape(), [2, 3]);
    /// assert_eq!(a.to_vec(), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    /// let x = Tensor::from(&Vector3::new(1.0, 0.0, -1.0));
    /// assert_eq!(a.matmul(&x).to_dvector().unwrap()[1], -2.0);
    /// ```
    pub fn from_matrix<R: Dim, C: Dim, S: RawStorage<T, R, C>>(matrix: &Matrix<T, R, C, S>) -> Self
    where
        T: Scalar,
    {
        let (rows, columns) = matrix.shape();
        let values = (0..rows * columns).map(|k| matrix[(k / columns, k % columns)]).collect();
        Self::owning(values, &[rows, columns])
    }

    /// The elements of a tensor of one dimension.
    ///
    /// # Errors
    ///
    /// When the tensor has another number of dimensions.
    pub fn to_dvector(&self) -> Result<DVector<T>>
    where
        T: Scalar,
    {
        self.check_rank(1, "vector")?;
        Ok(DVector::from_vec(self.to_vec()))
    }

    /// The elements of a tensor of two dimensions.
    ///
    /// # Errors
    ///
    /// When the tensor has another number of dimensions.
    pub fn to_dmatrix(&self) -> Result<DMatrix<T>>
    where
        T: Scalar,
    {
        self.check_rank(2, "matrix")?;
        Ok(DMatrix::from_row_iterator(self.shape()[0], self.shape()[1], self.to_vec()))
    }

    /// The elements as a matrix of fixed size. A tensor of one dimension fits a matrix with one column.
    ///
    /// # Errors
    ///
    /// When the sizes differ.
    pub fn to_smatrix<const R: usize, const C: usize>(&self) -> Result<SMatrix<T, R, C>>
    where
        T: Scalar,
    {
        let fits = self.shape() == [R, C] || (C == 1 && self.shape() == [R]);
        if !fits {
            return Err(TensorError::shape(format!(
                "a tensor of shape {} is not a matrix of {R} rows and {C} columns",
                list(self.shape())
            )));
        }
        Ok(SMatrix::from_row_iterator(self.to_vec()))
    }

    fn check_rank(&self, rank: usize, what: &str) -> Result<()> {
        if self.dim() == rank {
            return Ok(());
        }
        Err(TensorError::shape(format!(
            "a {what} has {rank} dimensions, but the tensor has shape {}",
            list(self.shape())
        )))
    }
}

impl<T: Dtype + Scalar> From<DVector<T>> for Tensor<T> {
    fn from(vector: DVector<T>) -> Self {
        Self::from(&vector)
    }
}

impl<T: Dtype + Scalar> From<&DMatrix<T>> for Tensor<T> {
    fn from(matrix: &DMatrix<T>) -> Self {
        Self::from_matrix(matrix)
    }
}

impl<T: Dtype + Scalar> From<DMatrix<T>> for Tensor<T> {
    fn from(matrix: DMatrix<T>) -> Self {
        Self::from_matrix(&matrix)
    }
}
