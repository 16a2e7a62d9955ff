//! `cholesky()` and what is computed from its factor.
//!
//! nalgebra reads the lower triangle of the matrix, so that is where the gradient goes: an adjoint of both triangles is folded
//! onto the lower one. The tangent of the factorization is the adjoint of both triangles.

use nalgebra::allocator::Allocator;
use nalgebra::{Cholesky, DefaultAllocator, Dim, Matrix, OMatrix, Storage};

use super::super::Entry;
use crate::method::method;
use crate::{Differentiable, Tangent};

impl<T: Entry, D: Dim> Differentiable for Cholesky<T, D>
where
    DefaultAllocator: Allocator<D, D>,
{
    type Tangent = OMatrix<T, D, D>;

    fn zero_tangent(&self) -> OMatrix<T, D, D> {
        self.l_dirty().zero_tangent()
    }
}

method! {
    /// `A = L Lᵀ`, of a symmetric positive definite matrix; `None` of any other.
    trait CholeskyOf<T: Entry, D: Dim> where [DefaultAllocator: Allocator<D, D>]
    impl[S: Storage<T, D, D>] Matrix<T, D, D, S>;
    fn cholesky_call<[] []>(&a: d_a M) -> Option<Cholesky<T, D>> where []
    { (a.clone_owned().cholesky(), ()) }
    |(), d_y| {
        let Some(both) = d_y else { return };
        M::with(&mut d_a, |d_a| fold(d_a, &both));
    }
}

/// Adds the adjoint of both triangles to that of the lower one.
pub(super) fn fold<T: Entry, D: Dim>(lower: &mut OMatrix<T, D, D>, both: &OMatrix<T, D, D>)
where
    DefaultAllocator: Allocator<D, D>,
{
    for j in 0..both.ncols() {
        lower[(j, j)] += both[(j, j)];
        for i in j + 1..both.nrows() {
            lower[(i, j)] += both[(i, j)] + both[(j, i)];
        }
    }
}

/// Methods of the factorization without an argument; `$d_x` is added to the adjoint of both triangles.
macro_rules! of_factors {
    ($($(#[$meta:meta])* $Call:ident, $call:ident($x:ident) -> $Y:ty = $value:expr; |$y:pat_param, $d_y:ident| $d_x:expr;)*) => {$(
        method! {
            $(#[$meta])*
            trait $Call<T: Entry, D: Dim> where [DefaultAllocator: Allocator<D, D>]
            impl[] Cholesky<T, D>;
            fn $call<[] []>(&$x: d_x M) -> $Y where []
            {
                let value = $value;
                (value.clone(), value)
            }
            |$y, $d_y| {
                M::with(&mut d_x, |d_x| d_x.accumulate($d_x));
            }
        }
    )*};
}

of_factors! {
    /// `L`: `L⁻ᵀ Φ(Lᵀ d_L) L⁻¹`, where `Φ` takes the lower triangle and half of the diagonal.
    L, l_call(x) -> OMatrix<T, D, D> = x.l(); |l, d_y| pulled_factor(&l, &d_y);
    /// `L`, consuming the factorization.
    Unpack, unpack_call(x) -> OMatrix<T, D, D> = x.l(); |l, d_y| pulled_factor(&l, &d_y);
    /// `ln det A`: `A⁻¹`.
    LnDeterminant, ln_determinant_call(x) -> T = x.ln_determinant(); |_, d_y| x.inverse() * d_y;
    /// `y = det A`: `y A⁻¹`.
    CholeskyDeterminant, determinant_call(x) -> T = x.determinant(); |y, d_y| x.inverse() * (d_y * y);
    /// `Y = A⁻¹`: `-Y d_Y Y`.
    CholeskyInverse, inverse_call(x) -> OMatrix<T, D, D> = x.inverse(); |y, d_y| -(&y * d_y * &y);
}

/// `L⁻ᵀ Φ(Lᵀ d_L) L⁻¹`
fn pulled_factor<T: Entry, D: Dim>(l: &OMatrix<T, D, D>, d_l: &OMatrix<T, D, D>) -> OMatrix<T, D, D>
where
    DefaultAllocator: Allocator<D, D>,
{
    let mut inner = l.tr_mul(d_l).lower_triangle();
    for i in 0..inner.nrows() {
        inner[(i, i)] *= nalgebra::convert::<f64, T>(0.5);
    }
    l.tr_solve_lower_triangular_mut(&mut inner);
    let mut transposed = inner.transpose();
    l.tr_solve_lower_triangular_mut(&mut transposed);
    transposed.transpose()
}

method! {
    /// `y = A⁻¹ b`: `d_b = A⁻¹ d_y`, `d_A = -d_b yᵀ`.
    trait CholeskySolve<T: Entry, D: Dim> where [DefaultAllocator: Allocator<D, D>]
    impl[] Cholesky<T, D>;
    fn solve_call<[] [C: Dim, SB: Storage<T, D, C>]>(
        &factors: d_factors M, b: &Matrix<T, D, C, SB>, d_b N => OMatrix<T, D, C> [b]
    ) -> OMatrix<T, D, C> where [DefaultAllocator: Allocator<D, C> + Allocator<C, D>]
    {
        let y = factors.solve(b);
        (y.clone(), y)
    }
    |y, mut d_y| {
        factors.solve_mut(&mut d_y);
        M::with(&mut d_factors, |d_factors| {
            d_factors.gemm(-nalgebra::one::<T>(), &d_y, &y.transpose(), nalgebra::one());
        });
        N::with(&mut d_b, |d_b| d_b.accumulate(d_y));
    }
}
