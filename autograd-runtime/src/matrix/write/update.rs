//! Updates in place: products that are added, factors and summands.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, Matrix, OMatrix, OVector, Storage, StorageMut, U1};

use super::super::Entry;
use super::zeros_like;
use crate::method::method;
use crate::{Mode, Tangent};

/// Updates of the form `x ← α (product) + β x`.
macro_rules! update {
    ($($(#[$meta:meta])* $Update:ident, $call:ident<[$($G:ident: $GBound:path),*]> [$($extra:tt)*]
       ($x:ident: $R:ident $C:ident, $a:ident: $A:ty => $dA:ty, $b:ident: $B:ty => $dB:ty) = $update:ident;
       |$alpha:ident, $d:ident| product = $product:expr; d_a = $d_a:expr; d_b = $d_b:expr;)*) => {$(
        method! {
            $(#[$meta])*
            trait $Update<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C>]
            impl[S: StorageMut<T, R, C>] Matrix<T, R, C, S>;
            fn $call<[] [$($G: $GBound),*]>(
                &[mut] $x: d_x M, $alpha: T, d_alpha N => T,
                $a: &$A, d_a K => $dA [$a], $b: &$B, d_b L => $dB [$b], beta: T, d_beta P => T
            ) -> () where [$($extra)*]
            {
                let old = $x.clone_owned();
                $x.$update($alpha, $a, $b, beta);
                ((), (old, $alpha, beta))
            }
            |(old, $alpha, beta), ()| {
                $x.copy_from(&old);
                let Some($d) = taken!(M, d_x, |d_x| std::mem::replace(d_x, zeros_like(&old))) else { return };
                N::with(&mut d_alpha, |d_alpha| *d_alpha += $product.dot(&$d));
                P::with(&mut d_beta, |d_beta| *d_beta += old.dot(&$d));
                K::with(&mut d_a, |d_a| d_a.accumulate($d_a * $alpha));
                L::with(&mut d_b, |d_b| d_b.accumulate($d_b * $alpha));
                M::with(&mut d_x, |d_x| d_x.accumulate($d * beta));
            }
        }
    )*};
}

update! {
    /// `x ← α a b + β x`
    Gemm, gemm_call<[K1: Dim, SA: Storage<T, R, K1>, SB: Storage<T, K1, C>]>
        [DefaultAllocator: Allocator<R, K1> + Allocator<K1, C> + Allocator<K1, R> + Allocator<C, K1>]
        (x: R C, a: Matrix<T, R, K1, SA> => OMatrix<T, R, K1>, b: Matrix<T, K1, C, SB> => OMatrix<T, K1, C>) = gemm;
        |alpha, d| product = (a * b); d_a = (&d * b.transpose()); d_b = a.tr_mul(&d);
    /// `x ← α aᵀ b + β x`
    GemmTr, gemm_tr_call<[K1: Dim, SA: Storage<T, K1, R>, SB: Storage<T, K1, C>]>
        [DefaultAllocator: Allocator<R, K1> + Allocator<K1, C> + Allocator<K1, R> + Allocator<C, R>]
        (x: R C, a: Matrix<T, K1, R, SA> => OMatrix<T, K1, R>, b: Matrix<T, K1, C, SB> => OMatrix<T, K1, C>) = gemm_tr;
        |alpha, d| product = a.tr_mul(b); d_a = (b * d.transpose()); d_b = (a * &d);
    /// `x ← α a bᵀ + β x` of two vectors
    Ger, ger_call<[SA: Storage<T, R>, SB: Storage<T, C>]>
        [DefaultAllocator: Allocator<R> + Allocator<C> + Allocator<C, R> + Allocator<U1, C>]
        (x: R C, a: Matrix<T, R, U1, SA> => OVector<T, R>, b: Matrix<T, C, U1, SB> => OVector<T, C>) = ger;
        |alpha, d| product = (a * b.transpose()); d_a = (&d * b); d_b = d.tr_mul(a);
}

/// Updates of vectors: `x ← α a b + β x`.
macro_rules! update_vector {
    ($($(#[$meta:meta])* $Update:ident, $call:ident($x:ident, $a:ident: $R:ident $C:ident, $b:ident: $B:ident) = $update:ident;
       |$d:ident| product = $product:expr; d_a = $d_a:expr; d_b = $d_b:expr;)*) => {$(
        method! {
            $(#[$meta])*
            trait $Update<T: Entry, D: Dim> where [DefaultAllocator: Allocator<D>]
            impl[S: StorageMut<T, D>] Matrix<T, D, U1, S>;
            fn $call<[] [E: Dim, SA: Storage<T, $R, $C>, SB: Storage<T, E>]>(
                &[mut] $x: d_x M, alpha: T, d_alpha N => T,
                $a: &Matrix<T, $R, $C, SA>, d_a K => OMatrix<T, $R, $C> [$a],
                $b: &Matrix<T, E, U1, SB>, d_b L => OVector<T, E> [$b], beta: T, d_beta P => T
            ) -> () where [DefaultAllocator: Allocator<D, E> + Allocator<E, D> + Allocator<E> + Allocator<U1, D> + Allocator<U1, E>]
            {
                let old = $x.clone_owned();
                $x.$update(alpha, $a, $b, beta);
                ((), (old, alpha, beta))
            }
            |(old, alpha, beta), ()| {
                $x.copy_from(&old);
                let Some($d) = taken!(M, d_x, |d_x| std::mem::replace(d_x, zeros_like(&old))) else { return };
                N::with(&mut d_alpha, |d_alpha| *d_alpha += $product.dot(&$d));
                P::with(&mut d_beta, |d_beta| *d_beta += old.dot(&$d));
                K::with(&mut d_a, |d_a| d_a.accumulate($d_a * alpha));
                L::with(&mut d_b, |d_b| d_b.accumulate($d_b * alpha));
                M::with(&mut d_x, |d_x| d_x.accumulate($d * beta));
            }
        }
    )*};
}

update_vector! {
    /// `x ← α a b + β x`
    Gemv, gemv_call(x, a: D E, b: E) = gemv;
        |d| product = (a * b); d_a = (&d * b.transpose()); d_b = a.tr_mul(&d);
    /// `x ← α aᵀ b + β x`
    GemvTr, gemv_tr_call(x, a: E D, b: E) = gemv_tr;
        |d| product = a.tr_mul(b); d_a = (b * d.transpose()); d_b = (a * &d);
}

method! {
    /// `x ← α a + β x`
    trait Axpy<T: Entry, D: Dim> where [DefaultAllocator: Allocator<D>]
    impl[S: StorageMut<T, D>] Matrix<T, D, U1, S>;
    fn axpy_call<[] [SA: Storage<T, D>]>(
        &[mut] x: d_x M, alpha: T, d_alpha N => T, a: &Matrix<T, D, U1, SA>, d_a K => OVector<T, D> [a], beta: T, d_beta P => T
    ) -> () where []
    {
        let old = x.clone_owned();
        x.axpy(alpha, a, beta);
        ((), (old, alpha, beta))
    }
    |(old, alpha, beta), ()| {
        x.copy_from(&old);
        let Some(d) = taken!(M, d_x, |d_x| std::mem::replace(d_x, zeros_like(&old))) else { return };
        N::with(&mut d_alpha, |d_alpha| *d_alpha += a.dot(&d));
        P::with(&mut d_beta, |d_beta| *d_beta += old.dot(&d));
        K::with(&mut d_a, |d_a| d_a.accumulate(&d * alpha));
        M::with(&mut d_x, |d_x| d_x.accumulate(d * beta));
    }
}

/// Methods that scale or shift in place, by a scalar.
macro_rules! in_place {
    ($($(#[$meta:meta])* $Call:ident, $call:ident($x:ident, $k:ident) = $write:expr; |$old:ident, $d:ident| d_x = $d_x:expr; d_k = $d_k:expr;)*) => {$(
        method! {
            $(#[$meta])*
            trait $Call<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C>]
            impl[S: StorageMut<T, R, C>] Matrix<T, R, C, S>;
            fn $call<[] []>(&[mut] $x: d_x M, $k: T, d_k N => T) -> () where []
            {
                let old = $x.clone_owned();
                $write;
                ((), (old, $k))
            }
            |($old, $k), ()| {
                $x.copy_from(&$old);
                let Some($d) = taken!(M, d_x, |d_x| std::mem::replace(d_x, zeros_like(&$old))) else { return };
                N::with(&mut d_k, |d_k| *d_k += $d_k);
                M::with(&mut d_x, |d_x| d_x.accumulate($d_x));
            }
        }
    )*};
}

in_place! {
    /// `x ← k x`
    ScaleMut, scale_mut_call(x, k) = x.scale_mut(k); |old, d| d_x = d * k; d_k = old.dot(&d);
    /// `x ← x / k`
    UnscaleMut, unscale_mut_call(x, k) = x.unscale_mut(k); |old, d| d_x = d / k; d_k = -old.dot(&d) / (k * k);
    /// `x ← x + k`
    AddScalarMut, add_scalar_mut_call(x, k) = x.add_scalar_mut(k); |old, d| d_x = d; d_k = d.sum();
}
