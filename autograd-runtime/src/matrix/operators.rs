//! Operators of matrices and scalars, by value and by reference.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, Matrix, OMatrix, Storage};

use super::Entry;
use crate::rules::{AddRule, DivRule, MulRule, NegRule, SubRule};

/// One rule for every way of passing the two arguments; the formulas see references.
macro_rules! rule {
    ([$($generics:tt)*] $Rule:ident: $A:ty, $B:ty => $Y:ty, $d_a:ty, $d_b:ty where [$($bounds:tt)*]
     d_a = |$a1:pat_param, $b1:pat_param, $d_y1:ident| $da:expr;
     d_b = |$a2:pat_param, $b2:pat_param, $d_y2:ident| $db:expr;) => {
        rule! { @ [$($generics)*] $Rule: $A; $B; => $Y, $d_a, $d_b where [$($bounds)*] |$a1, $b1, $d_y1| $da; |$a2, $b2, $d_y2| $db }
        rule! { @ [$($generics)*] $Rule: &$A; $B; => $Y, $d_a, $d_b where [$($bounds)*] |$a1, $b1, $d_y1| $da; |$a2, $b2, $d_y2| $db }
        rule! { @ [$($generics)*] $Rule: $A; &$B; => $Y, $d_a, $d_b where [$($bounds)*] |$a1, $b1, $d_y1| $da; |$a2, $b2, $d_y2| $db }
        rule! { @ [$($generics)*] $Rule: &$A; &$B; => $Y, $d_a, $d_b where [$($bounds)*] |$a1, $b1, $d_y1| $da; |$a2, $b2, $d_y2| $db }
    };
    (@ [$($generics:tt)*] $Rule:ident: $A:ty; $B:ty; => $Y:ty, $d_a:ty, $d_b:ty where [$($bounds:tt)*]
     |$a1:pat_param, $b1:pat_param, $d_y1:ident| $da:expr; |$a2:pat_param, $b2:pat_param, $d_y2:ident| $db:expr) => {
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> $Rule<$B> for $A
        where
            $($bounds)*
        {
            type Output = $Y;

            #[inline]
            fn d_a($a1: &$A, $b1: &$B, $d_y1: &<$Y as crate::Differentiable>::Tangent) -> $d_a {
                $da
            }

            #[inline]
            fn d_b($a2: &$A, $b2: &$B, $d_y2: &<$Y as crate::Differentiable>::Tangent) -> $d_b {
                $db
            }
        }
    };
}

pub(super) use rule;

rule! {
    [T: Entry, R: Dim, C: Dim, SA: Storage<T, R, C>, SB: Storage<T, R, C>]
    AddRule: Matrix<T, R, C, SA>, Matrix<T, R, C, SB> => OMatrix<T, R, C>, OMatrix<T, R, C>, OMatrix<T, R, C>
    where [DefaultAllocator: Allocator<R, C>]
    d_a = |_, _, d_y| d_y.clone();
    d_b = |_, _, d_y| d_y.clone();
}

rule! {
    [T: Entry, R: Dim, C: Dim, SA: Storage<T, R, C>, SB: Storage<T, R, C>]
    SubRule: Matrix<T, R, C, SA>, Matrix<T, R, C, SB> => OMatrix<T, R, C>, OMatrix<T, R, C>, OMatrix<T, R, C>
    where [DefaultAllocator: Allocator<R, C>]
    d_a = |_, _, d_y| d_y.clone();
    d_b = |_, _, d_y| -d_y;
}

// y = a b: d_a = d_y bᵀ, d_b = aᵀ d_y.
rule! {
    [T: Entry, R: Dim, K: Dim, C: Dim, SA: Storage<T, R, K>, SB: Storage<T, K, C>]
    MulRule: Matrix<T, R, K, SA>, Matrix<T, K, C, SB> => OMatrix<T, R, C>, OMatrix<T, R, K>, OMatrix<T, K, C>
    where [DefaultAllocator: Allocator<R, C> + Allocator<R, K> + Allocator<K, C>]
    d_a = |a, b, d_y| {
        let (rows, columns) = a.shape_generic();
        let mut d_a = OMatrix::zeros_generic(rows, columns);
        for column in 0..b.ncols() {
            d_a.ger(nalgebra::one(), &d_y.column(column), &b.column(column), nalgebra::one());
        }
        d_a
    };
    d_b = |a, b, d_y| {
        let (rows, columns) = b.shape_generic();
        let mut d_b = OMatrix::zeros_generic(rows, columns);
        d_b.gemm_tr(nalgebra::one(), a, d_y, nalgebra::zero());
        d_b
    };
}

/// Products and quotients with a scalar of one type.
macro_rules! scalars {
    ($($T:ty)*) => {$(
        rule! {
            [R: Dim, C: Dim, S: Storage<$T, R, C>]
            MulRule: Matrix<$T, R, C, S>, $T => OMatrix<$T, R, C>, OMatrix<$T, R, C>, $T
            where [DefaultAllocator: Allocator<R, C>]
            d_a = |_, b, d_y| d_y * scalar::<$T>(b);
            d_b = |a, _, d_y| a.dot(d_y);
        }
        rule! {
            [R: Dim, C: Dim, S: Storage<$T, R, C>]
            MulRule: $T, Matrix<$T, R, C, S> => OMatrix<$T, R, C>, $T, OMatrix<$T, R, C>
            where [DefaultAllocator: Allocator<R, C>]
            d_a = |_, b, d_y| b.dot(d_y);
            d_b = |a, _, d_y| d_y * scalar::<$T>(a);
        }
        // y = a / b: d_b = -(a · d_y) / b².
        rule! {
            [R: Dim, C: Dim, S: Storage<$T, R, C>]
            DivRule: Matrix<$T, R, C, S>, $T => OMatrix<$T, R, C>, OMatrix<$T, R, C>, $T
            where [DefaultAllocator: Allocator<R, C>]
            d_a = |_, b, d_y| d_y / scalar::<$T>(b);
            d_b = |a, b, d_y| -a.dot(d_y) / (scalar::<$T>(b) * scalar::<$T>(b));
        }
    )*};
}

scalars! { f32 f64 }

/// A number that is held, or referred to.
fn scalar<T: Copy>(x: &impl core::borrow::Borrow<T>) -> T {
    *x.borrow()
}

macro_rules! negation {
    ($X:ty) => {
        #[diagnostic::do_not_recommend]
        impl<T: Entry, R: Dim, C: Dim, S: Storage<T, R, C>> NegRule for $X
        where
            DefaultAllocator: Allocator<R, C>,
        {
            type Output = OMatrix<T, R, C>;

            #[inline]
            fn d_x(_x: &Self, d_y: &OMatrix<T, R, C>) -> OMatrix<T, R, C> {
                -d_y
            }
        }
    };
}

negation! { Matrix<T, R, C, S> }
negation! { &Matrix<T, R, C, S> }
