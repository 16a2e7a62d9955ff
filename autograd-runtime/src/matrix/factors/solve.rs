//! `lu()`, `qr()` and their `solve`.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, DimMin, LU, Matrix, OMatrix, QR, Storage};

use super::super::Entry;
use crate::{Differentiable, Mode, Tangent, Workspace};

/// A factorization of a square matrix: the method that makes it, and its `solve`, which may fail.
macro_rules! factorization {
    ($Factors:ident, $make:ident: $Make:ident, $make_call:ident; $Solve:ident; zero = |$of:ident| $zero:expr;
     |$factors:ident, $adjoint:ident| $transposed:block) => {
        /// The tangent of the factors is the adjoint of the matrix.
        impl<T: Entry, D: DimMin<D, Output = D>> Differentiable for $Factors<T, D, D>
        where
            DefaultAllocator: Allocator<D, D> + Allocator<D>,
        {
            type Tangent = OMatrix<T, D, D>;

            fn zero_tangent(&self) -> OMatrix<T, D, D> {
                let $of = self;
                $zero.zero_tangent()
            }
        }

        /// The factorization of a square matrix.
        pub trait $Make<T: Entry, D: DimMin<D, Output = D>>: Differentiable
        where
            DefaultAllocator: Allocator<D, D> + Allocator<D>,
        {
            /// The factors and the pullback.
            fn $make_call<M: Mode>(
                &self,
                mode: M,
                workspace: &mut Workspace,
            ) -> (
                $Factors<T, D, D>,
                impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, OMatrix<T, D, D>, &mut Workspace)
                + Clone
                + use<Self, T, D, M>,
            );
        }

        impl<T: Entry, D: DimMin<D, Output = D>, S: Storage<T, D, D>> $Make<T, D> for Matrix<T, D, D, S>
        where
            DefaultAllocator: Allocator<D, D> + Allocator<D>,
        {
            #[inline]
            fn $make_call<M: Mode>(
                &self,
                _: M,
                _: &mut Workspace,
            ) -> (
                $Factors<T, D, D>,
                impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, OMatrix<T, D, D>, &mut Workspace)
                + Clone
                + use<S, T, D, M>,
            ) {
                let pullback =
                    |_: &Self, mut d_a: M::Shadow<'_, Self::Tangent>, d_factors: OMatrix<T, D, D>, _: &mut Workspace| {
                        M::with(&mut d_a, |d_a| d_a.accumulate(d_factors));
                    };
                (self.clone_owned().$make(), pullback)
            }
        }

        /// `y = A⁻¹ b`: `d_b = A⁻ᵀ d_y`, `d_A = -d_b yᵀ`.
        pub trait $Solve<T: Entry, D: DimMin<D, Output = D>>: Differentiable
        where
            DefaultAllocator: Allocator<D, D> + Allocator<D>,
        {
            /// The solution, `None` if the matrix is singular, and the pullback.
            #[allow(clippy::type_complexity, reason = "the protocol of calls")]
            fn solve_call<C: Dim, SB: Storage<T, D, C>, M: Mode, N: Mode>(
                &self,
                b: &Matrix<T, D, C, SB>,
                mode: M,
                mode_b: N,
                workspace: &mut Workspace,
            ) -> (
                Option<OMatrix<T, D, C>>,
                impl FnOnce(
                    &Self,
                    M::Shadow<'_, Self::Tangent>,
                    &Matrix<T, D, C, SB>,
                    N::Shadow<'_, OMatrix<T, D, C>>,
                    Option<OMatrix<T, D, C>>,
                    &mut Workspace,
                ) + Clone
                + use<Self, T, D, C, SB, M, N>,
            )
            where
                DefaultAllocator: Allocator<D, C> + Allocator<C, D>;
        }

        impl<T: Entry, D: DimMin<D, Output = D>> $Solve<T, D> for $Factors<T, D, D>
        where
            DefaultAllocator: Allocator<D, D> + Allocator<D>,
        {
            #[inline]
            fn solve_call<C: Dim, SB: Storage<T, D, C>, M: Mode, N: Mode>(
                &self,
                b: &Matrix<T, D, C, SB>,
                _: M,
                _: N,
                _: &mut Workspace,
            ) -> (
                Option<OMatrix<T, D, C>>,
                impl FnOnce(
                    &Self,
                    M::Shadow<'_, Self::Tangent>,
                    &Matrix<T, D, C, SB>,
                    N::Shadow<'_, OMatrix<T, D, C>>,
                    Option<OMatrix<T, D, C>>,
                    &mut Workspace,
                ) + Clone
                + use<T, D, C, SB, M, N>,
            )
            where
                DefaultAllocator: Allocator<D, C> + Allocator<C, D>,
            {
                let solution = self.solve(b);
                let saved = solution.clone();
                let pullback = move |$factors: &Self,
                                     mut d_factors: M::Shadow<'_, Self::Tangent>,
                                     _: &Matrix<T, D, C, SB>,
                                     mut d_b: N::Shadow<'_, OMatrix<T, D, C>>,
                                     d_y: Option<OMatrix<T, D, C>>,
                                     _: &mut Workspace| {
                    let (Some(y), Some(mut $adjoint)) = (saved, d_y) else { return };
                    $transposed
                    M::with(&mut d_factors, |d_factors| *d_factors -= &$adjoint * y.transpose());
                    N::with(&mut d_b, |d_b| d_b.accumulate($adjoint));
                };
                (solution, pullback)
            }
        }
    };
}

// Aᵀ = Uᵀ Lᵀ P.
factorization! {
    LU, lu: Lu, lu_call; LuSolve; zero = |factors| factors.lu_internal();
    |factors, adjoint| {
        factors.lu_internal().tr_solve_upper_triangular_mut(&mut adjoint);
        factors.l().tr_solve_lower_triangular_mut(&mut adjoint);
        factors.p().inv_permute_rows(&mut adjoint);
    }
}

// Aᵀ = Rᵀ Qᵀ.
factorization! {
    QR, qr: Qr, qr_call; QrSolve; zero = |factors| factors.r();
    |factors, adjoint| {
        factors.r().tr_solve_upper_triangular_mut(&mut adjoint);
        adjoint = factors.q() * adjoint;
    }
}
