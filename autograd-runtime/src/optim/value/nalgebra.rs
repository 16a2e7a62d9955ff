//! nalgebra's owned matrices: static and dynamic, vectors included.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, OMatrix};

use super::Value;
use crate::optim::Scalar;

impl<T, R, C> Value for OMatrix<T, R, C>
where
    T: Scalar,
    R: Dim,
    C: Dim,
    DefaultAllocator: Allocator<R, C>,
{
    type Scalar = T;

    /// `[n]` for row and column vectors, `[columns, rows]` for matrices, because nalgebra stores columns contiguously.
    fn shape(&self) -> Vec<usize> {
        let (rows, columns) = nalgebra::Matrix::shape(self);
        if C::try_to_usize() == Some(1) {
            vec![rows]
        } else if R::try_to_usize() == Some(1) {
            vec![columns]
        } else {
            vec![columns, rows]
        }
    }

    fn visit(&self, visit: &mut dyn FnMut(&[T])) {
        visit(self.as_slice());
    }

    fn visit_mut(&mut self, visit: &mut dyn FnMut(&mut [T])) {
        visit(self.as_mut_slice());
    }
}
