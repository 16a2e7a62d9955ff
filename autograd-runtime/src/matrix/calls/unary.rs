//! Methods without an argument beside the receiver.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, Matrix, OMatrix, Storage};

use super::super::Entry;
use crate::{Differentiable, Mode, Tangent, Workspace};

/// One method of one argument: a trait of its own, and the impl for matrices.
macro_rules! unary {
    ([$($P:ident: $Bound:ident),*] $X:ty, $S:path where [$($bounds:tt)*]
     $(#[$meta:meta])* $Call:ident, $call:ident($x:ident) -> $Y:ty, $value:expr, |$y:pat_param, $d_y:ident| $d_x:expr) => {
        $(#[$meta])*
        pub trait $Call<$($P: $Bound),*>: Differentiable
        where
            $($bounds)*
        {
            /// The value and the pullback.
            fn $call<M: Mode>(
                &self,
                mode: M,
                workspace: &mut Workspace,
            ) -> (
                $Y,
                impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, $Y, &mut Workspace) + Clone + use<Self, $($P,)* M>,
            );
        }

        impl<$($P: $Bound,)* S: $S> $Call<$($P),*> for $X
        where
            $($bounds)*
        {
            #[inline]
            fn $call<M: Mode>(
                &self,
                _: M,
                _: &mut Workspace,
            ) -> (
                $Y,
                impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, $Y, &mut Workspace) + Clone + use<$($P,)* S, M>,
            ) {
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
    };
}

/// Methods of every matrix.
macro_rules! any {
    ($($(#[$meta:meta])* $Call:ident, $call:ident($x:ident) -> $Y:ty = $value:expr; |$y:pat_param, $d_y:ident| $d_x:expr;)*) => {$(
        unary! {
            [T: Entry, R: Dim, C: Dim] Matrix<T, R, C, S>, Storage<T, R, C>
            where [DefaultAllocator: Allocator<R, C> + Allocator<C, R>]
            $(#[$meta])* $Call, $call($x) -> $Y, $value, |$y, $d_y| $d_x
        }
    )*};
}

any! {
    /// `y = |x|`: `x / y`; zero at zero.
    Norm, norm_call(x) -> T = x.norm(); |y, d_y| x * quotient(d_y, *y);
    /// The same.
    Magnitude, magnitude_call(x) -> T = x.norm(); |y, d_y| x * quotient(d_y, *y);
    /// `y = x · x`: `2 x`.
    NormSquared, norm_squared_call(x) -> T = x.norm_squared(); |_, d_y| x * (d_y + d_y);
    /// The same.
    MagnitudeSquared, magnitude_squared_call(x) -> T = x.norm_squared(); |_, d_y| x * (d_y + d_y);
    /// `y = x / |x|`: `(d_y - (y · d_y) y) / |x|`.
    Normalize, normalize_call(x) -> OMatrix<T, R, C> = x.normalize(); |y, d_y| (&d_y - y * y.dot(&d_y)) / x.norm();
    /// The sum of all entries.
    Sum, sum_call(x) -> T = x.sum(); |_, d_y| constant(x, d_y);
    /// The mean of all entries.
    Mean, mean_call(x) -> T = x.mean(); |_, d_y| constant(x, d_y / entries(x));
    /// `xᵀ`.
    Transpose, transpose_call(x) -> OMatrix<T, C, R> = x.transpose(); |_, d_y| d_y.transpose();
    /// Entry by entry; zero at zero.
    Abs, abs_call(x) -> OMatrix<T, R, C> = x.abs(); |_, d_y| x.zip_map(&d_y, |x, d_y| sign(x) * d_y);
    /// The owned matrix.
    CloneOwned, clone_owned_call(x) -> OMatrix<T, R, C> = x.clone_owned(); |_, d_y| d_y;
}

unary! {
    [T: Entry, R: Dim] Matrix<T, R, R, S>, Storage<T, R, R>
    where [DefaultAllocator: Allocator<R, R> + Allocator<R>]
    /// The sum of the diagonal.
    Trace, trace_call(x) -> T, x.trace(), |_, d_y| {
        let (rows, columns) = x.shape_generic();
        OMatrix::from_diagonal_element_generic(rows, columns, d_y)
    }
}

/// `a / b`, and zero where `b` is.
fn quotient<T: Entry>(a: T, b: T) -> T {
    if b == nalgebra::zero() { nalgebra::zero() } else { a / b }
}

fn sign<T: Entry>(x: T) -> T {
    let zero: T = nalgebra::zero();
    if x > zero {
        nalgebra::one()
    } else if x < zero {
        -nalgebra::one::<T>()
    } else {
        x
    }
}

fn constant<T: Entry, R: Dim, C: Dim, S: Storage<T, R, C>>(x: &Matrix<T, R, C, S>, entry: T) -> OMatrix<T, R, C>
where
    DefaultAllocator: Allocator<R, C>,
{
    let (rows, columns) = x.shape_generic();
    OMatrix::from_element_generic(rows, columns, entry)
}

fn entries<T: Entry, R: Dim, C: Dim, S: Storage<T, R, C>>(x: &Matrix<T, R, C, S>) -> T {
    nalgebra::convert(x.len() as f64)
}
