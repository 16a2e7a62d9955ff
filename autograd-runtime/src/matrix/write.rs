//! Methods that write to a matrix. Each pullback leaves the matrix as it was before, and turns the adjoint of what was
//! written into that of what it was written from.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, Matrix, OMatrix, Storage};

use super::Entry;

/// What an expression takes out of a shadow; `None` where nobody holds one.
macro_rules! taken {
    ($M:ident, $shadow:ident, |$d:ident| $taken:expr) => {
        <$M as Mode>::read(&mut $shadow, || None, |$d| Some($taken))
    };
}

mod parts;
mod update;
mod whole;

pub use parts::*;
pub use update::*;
pub use whole::*;

/// Zeros in the shape of `x`.
#[inline]
fn zeros_like<T: Entry, R: Dim, C: Dim, S: Storage<T, R, C>>(x: &Matrix<T, R, C, S>) -> OMatrix<T, R, C>
where
    DefaultAllocator: Allocator<R, C>,
{
    let (rows, columns) = x.shape_generic();
    OMatrix::zeros_generic(rows, columns)
}
