//! The determinant and the inverse of a matrix.

use nalgebra::allocator::Allocator;
use nalgebra::{DMatrix, DefaultAllocator, Dim, DimMin, Matrix, OMatrix, Storage};

use super::super::Entry;
use crate::Tangent;
use crate::method::method;

method! {
    /// `y = det A`: the transposed adjugate, which is `y A⁻ᵀ` where there is an inverse.
    trait Determinant<T: Entry, D: DimMin<D, Output = D>> where [DefaultAllocator: Allocator<D, D> + Allocator<D>]
    impl[S: Storage<T, D, D>] Matrix<T, D, D, S>;
    fn determinant_call<[] []>(&a: d_a M) -> T where []
    { (a.determinant(), ()) }
    |(), d_y| {
        M::with(&mut d_a, |d_a| d_a.accumulate(cofactors(a) * d_y));
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

method! {
    /// `Y = A⁻¹`, `None` if there is none: `d_A = -Yᵀ d_Y Yᵀ`.
    trait TryInverse<T: Entry, D: Dim> where [DefaultAllocator: Allocator<D, D>]
    impl[S: Storage<T, D, D>] Matrix<T, D, D, S>;
    fn try_inverse_call<[] []>(&a: d_a M) -> Option<OMatrix<T, D, D>> where []
    {
        let inverse = a.clone_owned().try_inverse();
        (inverse.clone(), inverse)
    }
    |y, d_y| {
        let (Some(y), Some(d_y)) = (y, d_y) else { return };
        M::with(&mut d_a, |d_a| {
            d_a.gemm(-nalgebra::one::<T>(), &y.tr_mul(&d_y), &y.transpose(), nalgebra::one());
        });
    }
}
