//! `cholesky()` and what is computed from its factor.
//!
//! nalgebra reads the lower triangle of the matrix, so that is where the gradient goes: an adjoint of both triangles is folded
//! onto the lower one. The tangent of the factorization is the adjoint of both triangles.

use nalgebra::allocator::Allocator;
use nalgebra::{Cholesky, DefaultAllocator, Dim, Matrix, OMatrix, Storage};

use super::super::Entry;
use crate::{Differentiable, Mode, Tangent, Workspace};

impl<T: Entry, D: Dim> Differentiable for Cholesky<T, D>
where
    DefaultAllocator: Allocator<D, D>,
{
    type Tangent = OMatrix<T, D, D>;

    fn zero_tangent(&self) -> OMatrix<T, D, D> {
        self.l_dirty().zero_tangent()
    }
}

/// `A = L Lᵀ`, of a symmetric positive definite matrix.
pub trait CholeskyOf<T: Entry, D: Dim>: Differentiable
where
    DefaultAllocator: Allocator<D, D>,
{
    /// The factorization, `None` if the matrix is not positive definite, and the pullback.
    fn cholesky_call<M: Mode>(
        &self,
        mode: M,
        workspace: &mut Workspace,
    ) -> (
        Option<Cholesky<T, D>>,
        impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, Option<OMatrix<T, D, D>>, &mut Workspace)
        + Clone
        + use<Self, T, D, M>,
    );
}

impl<T: Entry, D: Dim, S: Storage<T, D, D>> CholeskyOf<T, D> for Matrix<T, D, D, S>
where
    DefaultAllocator: Allocator<D, D>,
{
    #[inline]
    fn cholesky_call<M: Mode>(
        &self,
        _: M,
        _: &mut Workspace,
    ) -> (
        Option<Cholesky<T, D>>,
        impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, Option<OMatrix<T, D, D>>, &mut Workspace) + Clone + use<S, T, D, M>,
    ) {
        let pullback =
            |_: &Self, mut d_a: M::Shadow<'_, Self::Tangent>, d_y: Option<OMatrix<T, D, D>>, _: &mut Workspace| {
                let Some(both) = d_y else { return };
                M::with(&mut d_a, |d_a| fold(d_a, &both));
            };
        (self.clone_owned().cholesky(), pullback)
    }
}

/// Adds the adjoint of both triangles to that of the lower one.
fn fold<T: Entry, D: Dim>(lower: &mut OMatrix<T, D, D>, both: &OMatrix<T, D, D>)
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
        $(#[$meta])*
        pub trait $Call<T: Entry, D: Dim>: Differentiable
        where
            DefaultAllocator: Allocator<D, D>,
        {
            /// The value and the pullback.
            fn $call<M: Mode>(
                &self,
                mode: M,
                workspace: &mut Workspace,
            ) -> ($Y, impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, $Y, &mut Workspace) + Clone + use<Self, T, D, M>);
        }

        impl<T: Entry, D: Dim> $Call<T, D> for Cholesky<T, D>
        where
            DefaultAllocator: Allocator<D, D>,
        {
            #[inline]
            fn $call<M: Mode>(
                &self,
                _: M,
                _: &mut Workspace,
            ) -> ($Y, impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, $Y, &mut Workspace) + Clone + use<T, D, M>) {
                let $x = self;
                let value = $value;
                let saved = value.clone();
                let pullback = move |x: &Self, mut d_x: M::Shadow<'_, Self::Tangent>, $d_y: $Y, _: &mut Workspace| {
                    let ($x, $y) = (x, &saved);
                    let _ = $x;
                    M::with(&mut d_x, |d_x| d_x.accumulate($d_x));
                };
                (value, pullback)
            }
        }
    )*};
}

of_factors! {
    /// `L`: `L⁻ᵀ Φ(Lᵀ d_L) L⁻¹`, where `Φ` takes the lower triangle and half of the diagonal.
    L, l_call(x) -> OMatrix<T, D, D> = x.l(); |l, d_y| {
        let mut inner = l.tr_mul(&d_y).lower_triangle();
        for i in 0..inner.nrows() {
            inner[(i, i)] *= nalgebra::convert::<f64, T>(0.5);
        }
        l.tr_solve_lower_triangular_mut(&mut inner);
        let mut transposed = inner.transpose();
        l.tr_solve_lower_triangular_mut(&mut transposed);
        transposed.transpose()
    };
    /// `ln det A`: `A⁻¹`.
    LnDeterminant, ln_determinant_call(x) -> T = x.ln_determinant(); |_, d_y| x.inverse() * d_y;
    /// `y = det A`: `y A⁻¹`.
    CholeskyDeterminant, determinant_call(x) -> T = x.determinant(); |y, d_y| x.inverse() * (d_y * *y);
    /// `Y = A⁻¹`: `-Y d_Y Y`.
    CholeskyInverse, inverse_call(x) -> OMatrix<T, D, D> = x.inverse(); |y, d_y| -(y * d_y * y);
}

/// `y = A⁻¹ b`: `d_b = A⁻¹ d_y`, `d_A = -d_b yᵀ`.
pub trait CholeskySolve<T: Entry, D: Dim>: Differentiable
where
    DefaultAllocator: Allocator<D, D>,
{
    /// The solution and the pullback.
    #[allow(clippy::type_complexity, reason = "the protocol of calls")]
    fn solve_call<C: Dim, SB: Storage<T, D, C>, M: Mode, N: Mode>(
        &self,
        b: &Matrix<T, D, C, SB>,
        mode: M,
        mode_b: N,
        workspace: &mut Workspace,
    ) -> (
        OMatrix<T, D, C>,
        impl FnOnce(
            &Self,
            M::Shadow<'_, Self::Tangent>,
            &Matrix<T, D, C, SB>,
            N::Shadow<'_, OMatrix<T, D, C>>,
            OMatrix<T, D, C>,
            &mut Workspace,
        ) + Clone
        + use<Self, T, D, C, SB, M, N>,
    )
    where
        DefaultAllocator: Allocator<D, C> + Allocator<C, D>;
}

impl<T: Entry, D: Dim> CholeskySolve<T, D> for Cholesky<T, D>
where
    DefaultAllocator: Allocator<D, D>,
{
    #[inline]
    fn solve_call<C: Dim, SB: Storage<T, D, C>, M: Mode, N: Mode>(
        &self,
        b: &Matrix<T, D, C, SB>,
        _: M,
        _: N,
        _: &mut Workspace,
    ) -> (
        OMatrix<T, D, C>,
        impl FnOnce(
            &Self,
            M::Shadow<'_, Self::Tangent>,
            &Matrix<T, D, C, SB>,
            N::Shadow<'_, OMatrix<T, D, C>>,
            OMatrix<T, D, C>,
            &mut Workspace,
        ) + Clone
        + use<T, D, C, SB, M, N>,
    )
    where
        DefaultAllocator: Allocator<D, C> + Allocator<C, D>,
    {
        let solution = self.solve(b);
        let saved = solution.clone();
        let pullback = move |factors: &Self,
                             mut d_factors: M::Shadow<'_, Self::Tangent>,
                             _: &Matrix<T, D, C, SB>,
                             mut d_b: N::Shadow<'_, OMatrix<T, D, C>>,
                             mut d_y: OMatrix<T, D, C>,
                             _: &mut Workspace| {
            factors.solve_mut(&mut d_y);
            M::with(&mut d_factors, |d_factors| *d_factors -= &d_y * saved.transpose());
            N::with(&mut d_b, |d_b| d_b.accumulate(d_y));
        };
        (solution, pullback)
    }
}
