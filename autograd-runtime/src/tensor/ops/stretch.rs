//! Broadcasting by name: to a shape, to each other, to a grid.

use super::super::element::Dtype;
use super::super::error::{OrPanic, Result, TensorError};
use super::super::handle::Tensor;
use super::super::shape::{Sizes, broadcast, list};

/// Which dimension of a [`meshgrid`](Tensor::meshgrid) the first tensor runs along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Indexing {
    /// The first dimension, as in matrices.
    #[default]
    Ij,
    /// The second, as in the plane; the second tensor has the first.
    Xy,
}

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// A view stretched to this shape along dimensions of size one and new ones in front.
        pub fn broadcast_to | try_broadcast_to(&self, shape: &[usize]) -> Tensor<T> {
            self.expand_to(shape)
        }

        /// [`broadcast_to`](Self::broadcast_to) the shape of another tensor.
        pub fn expand_as | try_expand_as(&self, other: &Tensor<T>) -> Tensor<T> {
            self.expand_to(other.shape())
        }
    }

    /// All tensors as views of the shape they have together.
    ///
    /// # Panics
    ///
    /// Where [`try_broadcast_tensors`](Self::try_broadcast_tensors) returns an error.
    #[track_caller]
    pub fn broadcast_tensors(tensors: &[&Self]) -> Vec<Self> {
        Self::try_broadcast_tensors(tensors).or_panic()
    }

    /// [`broadcast_tensors`](Self::broadcast_tensors), returning what is wrong as an error.
    ///
    /// # Errors
    ///
    /// When the shapes do not broadcast.
    #[track_caller]
    pub fn try_broadcast_tensors(tensors: &[&Self]) -> Result<Vec<Self>> {
        let shape = tensors.iter().try_fold(Sizes::new(), |shape, x| broadcast(&shape, x.shape()))?;
        tensors.iter().map(|x| x.expand_to(&shape)).collect()
    }

    /// The coordinates of a grid: each vector stretched along the dimensions of the others. The results are views.
    ///
    /// # Panics
    ///
    /// Where [`try_meshgrid`](Self::try_meshgrid) returns an error.
    #[track_caller]
    pub fn meshgrid(tensors: &[&Self], indexing: Indexing) -> Vec<Self> {
        Self::try_meshgrid(tensors, indexing).or_panic()
    }

    /// [`meshgrid`](Self::meshgrid), returning what is wrong as an error.
    ///
    /// # Errors
    ///
    /// When there is no tensor, or one has more than one dimension.
    #[track_caller]
    pub fn try_meshgrid(tensors: &[&Self], indexing: Indexing) -> Result<Vec<Self>> {
        if tensors.is_empty() {
            return Err(TensorError::value("meshgrid expects a non-empty TensorList"));
        }
        if let Some(x) = tensors.iter().find(|x| x.dim() > 1) {
            return Err(TensorError::shape(format!(
                "torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: {}",
                list(x.shape())
            )));
        }
        let place = |i: usize| match (indexing, i) {
            (Indexing::Xy, 0 | 1) if tensors.len() > 1 => 1 - i,
            (Indexing::Ij | Indexing::Xy, i) => i,
        };
        let mut shape = Sizes::from_elem(1, tensors.len());
        for (i, x) in tensors.iter().enumerate() {
            shape[place(i)] = x.numel();
        }
        let grid = tensors.iter().enumerate().map(|(i, x)| {
            let mut own = Sizes::from_elem(1, tensors.len());
            own[place(i)] = x.numel();
            x.try_reshape_to(&own)?.expand_to(&shape)
        });
        grid.collect()
    }
}
