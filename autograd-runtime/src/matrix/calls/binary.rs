//! Methods with a matrix as argument.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, Matrix, OMatrix, Storage};

use super::super::Entry;
use super::unary::quotient;
use crate::Tangent;
use crate::method::method;

/// Methods of two matrices of one shape.
macro_rules! alike {
    ($($(#[$meta:meta])* $Call:ident, $call:ident($a:ident, $b:ident) -> $Y:ty = $value:expr;
       |$y:pat_param, $d_y:ident| $d_a:expr, $d_b:expr;)*) => {$(
        method! {
            $(#[$meta])*
            trait $Call<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C>]
            impl[S: Storage<T, R, C>] Matrix<T, R, C, S>;
            fn $call<[] [SB: Storage<T, R, C>]>(
                &$a: d_a M, $b: &Matrix<T, R, C, SB>, d_b N => OMatrix<T, R, C> [$b]
            ) -> $Y where []
            {
                let value = $value;
                (value.clone(), value)
            }
            |$y, $d_y| {
                M::with(&mut d_a, |d_a| d_a.accumulate($d_a));
                N::with(&mut d_b, |d_b| d_b.accumulate($d_b));
            }
        }
    )*};
}

alike! {
    /// `y = a · b`.
    Dot, dot_call(a, b) -> T = a.dot(b); |_, d_y| b * d_y, a * d_y;
    /// `y = |a - b|`; zero at zero.
    MetricDistance, metric_distance_call(a, b) -> T = a.metric_distance(b);
        |y, d_y| (a - b) * quotient(d_y, y), (b - a) * quotient(d_y, y);
    /// Entry by entry.
    ComponentMul, component_mul_call(a, b) -> OMatrix<T, R, C> = a.component_mul(b);
        |_, d_y| d_y.component_mul(b), d_y.component_mul(a);
    /// Entry by entry: `d_b = -y d_y / b`.
    ComponentDiv, component_div_call(a, b) -> OMatrix<T, R, C> = a.component_div(b);
        |y, d_y| d_y.component_div(b), -y.component_mul(&d_y).component_div(b);
    /// The smaller of each two entries; ties share.
    Inf, inf_call(a, b) -> OMatrix<T, R, C> = a.zip_map(b, |a, b| nalgebra::RealField::min(a, b));
        |_, d_y| a.zip_zip_map(b, &d_y, |a, b, d_y| d_y * larger(b, a)), a.zip_zip_map(b, &d_y, |a, b, d_y| d_y * larger(a, b));
    /// The larger of each two entries; ties share.
    Sup, sup_call(a, b) -> OMatrix<T, R, C> = a.zip_map(b, |a, b| nalgebra::RealField::max(a, b));
        |_, d_y| a.zip_zip_map(b, &d_y, |a, b, d_y| d_y * larger(a, b)), a.zip_zip_map(b, &d_y, |a, b, d_y| d_y * larger(b, a));
    /// `d_a = b × d_y`, `d_b = d_y × a`.
    Cross, cross_call(a, b) -> OMatrix<T, R, C> = a.cross(b); |_, d_y| b.cross(&d_y), d_y.cross(a);
}

method! {
    /// `y = aᵀ · b`: `d_a = bᵀ d_y`, `d_b = aᵀ d_y`.
    trait TrDot<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C> + Allocator<C, R>]
    impl[S: Storage<T, R, C>] Matrix<T, R, C, S>;
    fn tr_dot_call<[] [SB: Storage<T, C, R>]>(
        &a: d_a M, b: &Matrix<T, C, R, SB>, d_b N => OMatrix<T, C, R> [b]
    ) -> T where []
    { (a.tr_dot(b), ()) }
    |(), d_y| {
        M::with(&mut d_a, |d_a| d_a.accumulate(b.transpose() * d_y));
        N::with(&mut d_b, |d_b| d_b.accumulate(a.transpose() * d_y));
    }
}

method! {
    /// `y = aᵀ b`: `d_a = b d_yᵀ`, `d_b = a d_y`.
    trait TrMul<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C> + Allocator<C, R>]
    impl[S: Storage<T, R, C>] Matrix<T, R, C, S>;
    fn tr_mul_call<[] [D: Dim, SB: Storage<T, R, D>]>(
        &a: d_a M, b: &Matrix<T, R, D, SB>, d_b N => OMatrix<T, R, D> [b]
    ) -> OMatrix<T, C, D> where [DefaultAllocator: Allocator<C, D> + Allocator<R, D> + Allocator<D, C>]
    { (a.tr_mul(b), ()) }
    |(), d_y| {
        M::with(&mut d_a, |d_a| d_a.gemm(nalgebra::one(), b, &d_y.transpose(), nalgebra::one()));
        N::with(&mut d_b, |d_b| d_b.gemm(nalgebra::one(), a, &d_y, nalgebra::one()));
    }
}

/// Arguments that are scalars.
macro_rules! scaled {
    ($($(#[$meta:meta])* $Call:ident, $call:ident($a:ident, $k:ident) = $value:expr; |$d_y:ident| $d_a:expr, $d_k:expr;)*) => {$(
        method! {
            $(#[$meta])*
            trait $Call<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C>]
            impl[S: Storage<T, R, C>] Matrix<T, R, C, S>;
            fn $call<[] []>(&$a: d_a M, $k: T, d_k N => T) -> OMatrix<T, R, C> where []
            { ($value, $k) }
            |$k, $d_y| {
                N::with(&mut d_k, |d_k| d_k.accumulate($d_k));
                M::with(&mut d_a, |d_a| d_a.accumulate($d_a));
            }
        }
    )*};
}

scaled! {
    /// `k a`.
    Scale, scale_call(a, k) = a * k; |d_y| d_y * k, a.dot(&d_y);
    /// `a / k`.
    Unscale, unscale_call(a, k) = a / k; |d_y| d_y / k, -a.dot(&d_y) / (k * k);
    /// `a + k` in every entry.
    AddScalar, add_scalar_call(a, k) = a.add_scalar(k); |d_y| d_y, d_y.sum();
}

method! {
    /// `y = a (1 - t) + b t`.
    trait Lerp<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C>]
    impl[S: Storage<T, R, C>] Matrix<T, R, C, S>;
    fn lerp_call<[] [SB: Storage<T, R, C>]>(
        &a: d_a M, b: &Matrix<T, R, C, SB>, d_b N => OMatrix<T, R, C> [b], t: T, d_t K => T
    ) -> OMatrix<T, R, C> where []
    { (a * (nalgebra::one::<T>() - t) + b * t, t) }
    |t, d_y| {
        K::with(&mut d_t, |d_t| *d_t += b.dot(&d_y) - a.dot(&d_y));
        M::with(&mut d_a, |d_a| d_a.accumulate(&d_y * (nalgebra::one::<T>() - t)));
        N::with(&mut d_b, |d_b| d_b.accumulate(d_y * t));
    }
}

/// 1 where `a` is the larger, one half at a tie.
fn larger<T: Entry>(a: T, b: T) -> T {
    if a > b {
        nalgebra::one()
    } else if a == b {
        nalgebra::convert(0.5)
    } else {
        nalgebra::zero()
    }
}
