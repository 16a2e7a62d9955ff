//! The determinant and the inverse of a matrix.

use nalgebra::allocator::Allocator;
use nalgebra::{DMatrix, DefaultAllocator, Dim, DimMin, Matrix, OMatrix, Storage};

use super::super::Entry;
use crate::{Differentiable, Mode, Tangent, Workspace};

/// `y = det A`: the transposed adjugate, which is `y A⁻ᵀ` where there is an inverse.
pub trait Determinant<T: Entry, D: DimMin<D, Output = D>>: Differentiable
where
    DefaultAllocator: Allocator<D, D> + Allocator<D>,
{
    /// The value and the pullback.
    fn determinant_call<M: Mode>(
        &self,
        mode: M,
        workspace: &mut Workspace,
    ) -> (T, impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, T, &mut Workspace) + Clone + use<Self, T, D, M>);
}

impl<T: Entry, D: DimMin<D, Output = D>, S: Storage<T, D, D>> Determinant<T, D> for Matrix<T, D, D, S>
where
    DefaultAllocator: Allocator<D, D> + Allocator<D>,
{
    #[inline]
    fn determinant_call<M: Mode>(
        &self,
        _: M,
        _: &mut Workspace,
    ) -> (T, impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, T, &mut Workspace) + Clone + use<S, T, D, M>) {
        let pullback = |a: &Self, mut d_a: M::Shadow<'_, Self::Tangent>, d_y: T, _: &mut Workspace| {
            M::with(&mut d_a, |d_a| d_a.accumulate(cofactors(a) * d_y));
        };
        (self.determinant(), pullback)
    }
}

/// `C[i, j] = (-1)^(i + j) det A` without row `i` and column `j`: right for singular matrices too.
fn cofactors<T: Entry, D: DimMin<D, Output = D>, S: Storage<T, D, D>>(a: &Matrix<T, D, D, S>) -> OMatrix<T, D, D>
where
    DefaultAllocator: Allocator<D, D> + Allocator<D>,
{
    let n = a.nrows();
    let (rows, columns) = a.shape_generic();
    match n {
        0 | 1 => OMatrix::from_element_generic(rows, columns, nalgebra::one()),
        2 => OMatrix::from_fn_generic(rows, columns, |i, j| signed(i + j, a[(1 - i, 1 - j)])),
        3 => OMatrix::from_fn_generic(rows, columns, |i, j| {
            let (i1, i2, j1, j2) = ((i + 1) % 3, (i + 2) % 3, (j + 1) % 3, (j + 2) % 3);
            a[(i1, j1)] * a[(i2, j2)] - a[(i1, j2)] * a[(i2, j1)]
        }),
        _ => match a.clone_owned().try_inverse() {
            Some(inverse) => inverse.transpose() * a.determinant(),
            None => OMatrix::from_fn_generic(rows, columns, |i, j| {
                let minor =
                    DMatrix::from_fn(n - 1, n - 1, |k, l| a[(k + usize::from(k >= i), l + usize::from(l >= j))]);
                signed(i + j, minor.determinant())
            }),
        },
    }
}

fn signed<T: Entry>(position: usize, x: T) -> T {
    if position.is_multiple_of(2) { x } else { -x }
}

/// `Y = A⁻¹`: `d_A = -Yᵀ d_Y Yᵀ`.
pub trait TryInverse<T: Entry, D: Dim>: Differentiable
where
    DefaultAllocator: Allocator<D, D>,
{
    /// The inverse, `None` if the matrix is singular, and the pullback.
    fn try_inverse_call<M: Mode>(
        &self,
        mode: M,
        workspace: &mut Workspace,
    ) -> (
        Option<OMatrix<T, D, D>>,
        impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, Option<OMatrix<T, D, D>>, &mut Workspace)
        + Clone
        + use<Self, T, D, M>,
    );
}

impl<T: Entry, D: Dim, S: Storage<T, D, D>> TryInverse<T, D> for Matrix<T, D, D, S>
where
    DefaultAllocator: Allocator<D, D>,
{
    #[inline]
    fn try_inverse_call<M: Mode>(
        &self,
        _: M,
        _: &mut Workspace,
    ) -> (
        Option<OMatrix<T, D, D>>,
        impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, Option<OMatrix<T, D, D>>, &mut Workspace) + Clone + use<S, T, D, M>,
    ) {
        let inverse = self.clone_owned().try_inverse();
        let saved = inverse.clone();
        let pullback =
            move |_: &Self, mut d_a: M::Shadow<'_, Self::Tangent>, d_y: Option<OMatrix<T, D, D>>, _: &mut Workspace| {
                let (Some(y), Some(d_y)) = (saved, d_y) else { return };
                M::with(&mut d_a, |d_a| *d_a -= y.tr_mul(&d_y) * y.transpose());
            };
        (inverse, pullback)
    }
}
