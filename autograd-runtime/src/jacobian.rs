//! Jacobians: one forward pass, then one backward pass for each component of the result.

use alloc::vec::Vec;

use crate::{Differentiable, Real};

/// The result of a function that has a Jacobian: a list of floats.
///
/// The rows of a Jacobian are gradients, each of the type that `f_grad` of a scalar function with the same parameters would
/// return. There is one for each component of the result: an array of rows where the number of components is in the type
/// (`[T; N]`, `SVector<T, N>`), a `Vec` of rows where it is not (`Vec<T>`, `DVector<T>`).
///
/// ```
/// use autograd_runtime::Outputs;
///
/// // y = (x₀ x₁, x₀) at x = (2, 3), by a pullback.
/// let rows: [[f64; 2]; 2] = [6.0, 2.0].rows(|[d_0, d_1]: [f64; 2]| [3.0 * d_0 + d_1, 2.0 * d_0]);
/// assert_eq!(rows, [[3.0, 2.0], [1.0, 0.0]]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no Jacobian: it is no list of floats",
    label = "not a list of floats",
    note = "a function with `#[differentiable(jacobian)]` returns `[T; N]`, `Vec<T>`, `SVector<T, N>` or `DVector<T>` of floats"
)]
pub trait Outputs: Differentiable {
    /// A row of type `G` for each component.
    type Rows<G>;

    /// Pulls back one after the other the seeds that have a one at one component.
    fn rows<G>(&self, pull: impl FnMut(Self::Tangent) -> G) -> Self::Rows<G>;
}

impl<T: Real, const N: usize> Outputs for [T; N] {
    type Rows<G> = [G; N];

    fn rows<G>(&self, mut pull: impl FnMut([T; N]) -> G) -> [G; N] {
        core::array::from_fn(|i| {
            let mut seed = [T::zero(); N];
            seed[i] = T::one();
            pull(seed)
        })
    }
}

impl<T: Real> Outputs for Vec<T> {
    type Rows<G> = Vec<G>;

    fn rows<G>(&self, mut pull: impl FnMut(Vec<T>) -> G) -> Vec<G> {
        let row = |i: usize| {
            let mut seed = alloc::vec![T::zero(); self.len()];
            seed[i] = T::one();
            pull(seed)
        };
        (0..self.len()).map(row).collect()
    }
}

#[cfg(feature = "nalgebra")]
mod vectors {
    use nalgebra::allocator::Allocator;
    use nalgebra::{DVector, DefaultAllocator, Dim, Dyn, OMatrix, OVector, SVector};

    use super::{Outputs, Vec};
    use crate::matrix::Entry;

    impl<T: Entry, const N: usize> Outputs for SVector<T, N> {
        type Rows<G> = [G; N];

        fn rows<G>(&self, mut pull: impl FnMut(SVector<T, N>) -> G) -> [G; N] {
            core::array::from_fn(|i| {
                let mut seed = SVector::zeros();
                seed[i] = nalgebra::one();
                pull(seed)
            })
        }
    }

    impl<T: Entry> Outputs for DVector<T> {
        type Rows<G> = Vec<G>;

        fn rows<G>(&self, mut pull: impl FnMut(DVector<T>) -> G) -> Vec<G> {
            let row = |i: usize| {
                let mut seed = DVector::zeros(self.len());
                seed[i] = nalgebra::one();
                pull(seed)
            };
            (0..self.len()).map(row).collect()
        }
    }

    /// The rows of a Jacobian with respect to one vector, as a matrix with a row for each component of the result.
    ///
    /// # Panics
    ///
    /// If the rows differ in length, naming both.
    pub fn jacobian_matrix<T: Entry, N: Dim>(columns: N, rows: &[OVector<T, N>]) -> OMatrix<T, Dyn, N>
    where
        DefaultAllocator: Allocator<N> + Allocator<Dyn, N>,
    {
        if let Some(odd) = rows.iter().find(|row| row.len() != columns.value()) {
            panic!("a row of a Jacobian with {} columns has {} entries", columns.value(), odd.len());
        }
        OMatrix::from_fn_generic(Dyn(rows.len()), columns, |i, j| rows[i][j])
    }
}

#[cfg(feature = "nalgebra")]
pub use vectors::jacobian_matrix;
