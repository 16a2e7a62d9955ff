//! `lu()`, `qr()` and their `solve`.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, DimMin, LU, Matrix, OMatrix, QR, Storage};

use super::super::Entry;
use crate::method::method;
use crate::{Differentiable, Tangent};

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

        method! {
            /// The factorization of a square matrix.
            trait $Make<T: Entry, D: DimMin<D, Output = D>> where [DefaultAllocator: Allocator<D, D> + Allocator<D>]
            impl[S: Storage<T, D, D>] Matrix<T, D, D, S>;
            fn $make_call<[] []>(&a: d_a M) -> $Factors<T, D, D> where []
            { (a.clone_owned().$make(), ()) }
            |(), d_factors| {
                M::with(&mut d_a, |d_a| d_a.accumulate(d_factors));
            }
        }

        method! {
            /// `y = A⁻¹ b`, `None` if the matrix is singular: `d_b = A⁻ᵀ d_y`, `d_A = -d_b yᵀ`.
            trait $Solve<T: Entry, D: DimMin<D, Output = D>> where [DefaultAllocator: Allocator<D, D> + Allocator<D>]
            impl[] $Factors<T, D, D>;
            fn solve_call<[] [C: Dim, SB: Storage<T, D, C>]>(
                &$factors: d_factors M, b: &Matrix<T, D, C, SB>, d_b N => OMatrix<T, D, C> [b]
            ) -> Option<OMatrix<T, D, C>> where [DefaultAllocator: Allocator<D, C> + Allocator<C, D>]
            {
                let y = $factors.solve(b);
                (y.clone(), y)
            }
            |y, d_y| {
                let (Some(y), Some(mut $adjoint)) = (y, d_y) else { return };
                $transposed
                M::with(&mut d_factors, |d_factors| {
                    d_factors.gemm(-nalgebra::one::<T>(), &$adjoint, &y.transpose(), nalgebra::one());
                });
                N::with(&mut d_b, |d_b| d_b.accumulate($adjoint));
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

/// `y = A⁻¹ b` of a triangular matrix, of which only that triangle is read: `d_b = A⁻ᵀ d_y`, `d_A = -d_b yᵀ` in it.
macro_rules! triangular {
    ($($Solve:ident, $call:ident = $solve:ident, $transposed:ident: $triangle:ident;)*) => {$(
        method! {
            /// `y = A⁻¹ b`, of a triangle of `A`; `None` if it is singular.
            trait $Solve<T: Entry, D: Dim> where [DefaultAllocator: Allocator<D, D>]
            impl[S: Storage<T, D, D>] Matrix<T, D, D, S>;
            fn $call<[] [C: Dim, SB: Storage<T, D, C>]>(
                &a: d_a M, b: &Matrix<T, D, C, SB>, d_b N => OMatrix<T, D, C> [b]
            ) -> Option<OMatrix<T, D, C>> where [DefaultAllocator: Allocator<D, C> + Allocator<C, D>]
            {
                let y = a.$solve(b);
                (y.clone(), y)
            }
            |y, d_y| {
                let (Some(y), Some(d_y)) = (y, d_y) else { return };
                let adjoint = a.$transposed(&d_y).expect("the matrix of a solve that succeeded");
                M::with(&mut d_a, |d_a| *d_a -= (&adjoint * y.transpose()).$triangle());
                N::with(&mut d_b, |d_b| d_b.accumulate(adjoint));
            }
        }
    )*};
}

triangular! {
    SolveLower, solve_lower_triangular_call = solve_lower_triangular, tr_solve_lower_triangular: lower_triangle;
    SolveUpper, solve_upper_triangular_call = solve_upper_triangular, tr_solve_upper_triangular: upper_triangle;
}
