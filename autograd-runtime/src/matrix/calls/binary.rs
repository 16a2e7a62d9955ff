//! Methods with a matrix as argument.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, Matrix, OMatrix, Storage};

use super::super::Entry;
use crate::{Differentiable, Mode, Tangent, Workspace};

/// One method of two matrices: a trait of its own, and the impl.
macro_rules! binary {
    ([$($P:ident: $Bound:ident),*] $A:ty, $S:path; [$($Q:ident: $Extra:ident),*] $B:ty, $SB:path => $d_B:ty
     where [$($bounds:tt)*] [$($extra:tt)*]
     $(#[$meta:meta])* $Call:ident, $call:ident($a:ident, $b:ident) -> $Y:ty, $value:expr,
     |$y:pat_param, $d_y:ident| $d_a:expr, $d_b:expr) => {
        $(#[$meta])*
        pub trait $Call<$($P: $Bound),*>: Differentiable
        where
            $($bounds)*
        {
            /// The value and the pullback.
            fn $call<$($Q: $Extra,)* SB: $SB, M: Mode, N: Mode>(
                &self,
                b: &$B,
                mode: M,
                mode_b: N,
                workspace: &mut Workspace,
            ) -> (
                $Y,
                impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, &$B, N::Shadow<'_, $d_B>, $Y, &mut Workspace)
                + Clone
                + use<Self, $($P,)* $($Q,)* SB, M, N>,
            )
            where
                $($extra)*;
        }

        impl<$($P: $Bound,)* S: $S> $Call<$($P),*> for $A
        where
            $($bounds)*
        {
            #[inline]
            fn $call<$($Q: $Extra,)* SB: $SB, M: Mode, N: Mode>(
                &self,
                $b: &$B,
                _: M,
                _: N,
                _: &mut Workspace,
            ) -> (
                $Y,
                impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, &$B, N::Shadow<'_, $d_B>, $Y, &mut Workspace)
                + Clone
                + use<$($P,)* S, $($Q,)* SB, M, N>,
            )
            where
                $($extra)*
            {
                let $a = self;
                let value = $value;
                let saved = value.clone();
                let pullback = move |a: &Self,
                                     mut d_a: M::Shadow<'_, Self::Tangent>,
                                     b: &$B,
                                     mut d_b: N::Shadow<'_, $d_B>,
                                     $d_y: $Y,
                                     _: &mut Workspace| {
                    let ($a, $b, $y) = (a, b, &saved);
                    let _ = ($a, $b);
                    M::with(&mut d_a, |d_a| d_a.accumulate($d_a));
                    N::with(&mut d_b, |d_b| d_b.accumulate($d_b));
                };
                (value, pullback)
            }
        }
    };
}

/// Methods of two matrices of one shape.
macro_rules! alike {
    ($($(#[$meta:meta])* $Call:ident, $call:ident($a:ident, $b:ident) -> $Y:ty = $value:expr;
       |$y:pat_param, $d_y:ident| $d_a:expr, $d_b:expr;)*) => {$(
        binary! {
            [T: Entry, R: Dim, C: Dim] Matrix<T, R, C, S>, Storage<T, R, C>;
            [] Matrix<T, R, C, SB>, Storage<T, R, C> => OMatrix<T, R, C>
            where [DefaultAllocator: Allocator<R, C>] []
            $(#[$meta])* $Call, $call($a, $b) -> $Y, $value, |$y, $d_y| $d_a, $d_b
        }
    )*};
}

alike! {
    /// `y = a · b`.
    Dot, dot_call(a, b) -> T = a.dot(b); |_, d_y| b * d_y, a * d_y;
    /// `y = |a - b|`; zero at zero.
    MetricDistance, metric_distance_call(a, b) -> T = a.metric_distance(b);
        |y, d_y| (a - b) * quotient(d_y, *y), (b - a) * quotient(d_y, *y);
    /// Entry by entry.
    ComponentMul, component_mul_call(a, b) -> OMatrix<T, R, C> = a.component_mul(b);
        |_, d_y| d_y.component_mul(b), d_y.component_mul(a);
    /// Entry by entry: `d_b = -y d_y / b`.
    ComponentDiv, component_div_call(a, b) -> OMatrix<T, R, C> = a.component_div(b);
        |y, d_y| d_y.component_div(b), -y.component_mul(&d_y).component_div(b);
    /// `d_a = b × d_y`, `d_b = d_y × a`.
    Cross, cross_call(a, b) -> OMatrix<T, R, C> = a.cross(b); |_, d_y| b.cross(&d_y), d_y.cross(a);
}

binary! {
    [T: Entry, R: Dim, C: Dim] Matrix<T, R, C, S>, Storage<T, R, C>;
    [D: Dim] Matrix<T, R, D, SB>, Storage<T, R, D> => OMatrix<T, R, D>
    where [DefaultAllocator: Allocator<R, C> + Allocator<C, R>]
    [DefaultAllocator: Allocator<C, D> + Allocator<R, D> + Allocator<D, C>]
    /// `y = aᵀ b`: `d_a = b d_yᵀ`, `d_b = a d_y`.
    TrMul, tr_mul_call(a, b) -> OMatrix<T, C, D>, a.tr_mul(b), |_, d_y| b * d_y.transpose(), a * d_y
}

/// `a / b`, and zero where `b` is.
fn quotient<T: Entry>(a: T, b: T) -> T {
    if b == nalgebra::zero() { nalgebra::zero() } else { a / b }
}
