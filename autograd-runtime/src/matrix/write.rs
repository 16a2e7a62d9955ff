//! Methods that write to a matrix. Each pullback leaves the matrix as it was before, and turns the adjoint of what was
//! written into that of what it was written from.

use nalgebra::allocator::Allocator;
use nalgebra::{Const, DefaultAllocator, Dim, Dyn, Matrix, OMatrix, OVector, Storage, StorageMut, U1};

use super::Entry;
use crate::method::method;
use crate::{Mode, Tangent};

/// What is left of `adjoint` where nobody holds one.
macro_rules! taken {
    ($M:ident, $shadow:ident, |$d:ident| $taken:expr) => {
        <$M as Mode>::read(&mut $shadow, || None, |$d| Some($taken))
    };
}

/// Writes one part: the old contents are kept, and the adjoint of the part goes to what was written.
macro_rules! set_part {
    ($($(#[$meta:meta])* $Set:ident, $call:ident<[$($K:ident),*]>($($index:ident: $Index:ty, $d_index:ident $N:ident),*)
       = $part:ident, $part_mut:ident => $R:ty, $C:ty;)*) => {$(
        method! {
            $(#[$meta])*
            trait $Set<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C>]
            impl[S: StorageMut<T, R, C>] Matrix<T, R, C, S>;
            fn $call<[$($K),*] [SB: Storage<T, $R, $C>]>(
                &[mut] x: d_x M
                $(, $index: $Index, $d_index $N => <$Index as crate::Differentiable>::Tangent)*,
                b: &Matrix<T, $R, $C, SB>, d_b L => OMatrix<T, $R, $C> [b]
            ) -> () where [DefaultAllocator: Allocator<$R, $C>]
            {
                let mut part: Matrix<T, $R, $C, _> = x.$part_mut($($index),*);
                let old = part.clone_owned();
                part.copy_from(b);
                ((), (old, $($index,)*))
            }
            |(old, $($index,)*), ()| {
                let mut part: Matrix<T, $R, $C, _> = x.$part_mut($($index),*);
                part.copy_from(&old);
                let d_part = taken!(M, d_x, |d_x| {
                    let mut part: Matrix<T, $R, $C, _> = d_x.$part_mut($($index),*);
                    let d_part = part.clone_owned();
                    part.fill(nalgebra::zero());
                    d_part
                });
                if let Some(d_part) = d_part {
                    L::with(&mut d_b, |d_b| d_b.accumulate(d_part));
                }
            }
        }
    )*};
}

set_part! {
    /// `set_column`
    SetColumn, set_column_call<[]>(index: usize, d_index N) = column, column_mut => R, U1;
    /// `set_row`
    SetRow, set_row_call<[]>(index: usize, d_index N) = row, row_mut => U1, C;
    /// `rows_mut(first, count).copy_from(b)`
    SetRows, set_rows_call<[]>(first: usize, d_first N, count: usize, d_count K) = rows, rows_mut => Dyn, C;
    /// `columns_mut(first, count).copy_from(b)`
    SetColumns, set_columns_call<[]>(first: usize, d_first N, count: usize, d_count K) = columns, columns_mut => R, Dyn;
    /// `view_mut(first, shape).copy_from(b)`
    SetView, set_view_call<[]>(first: (usize, usize), d_first N, shape: (usize, usize), d_shape K) = view, view_mut => Dyn, Dyn;
}

/// The same for parts of a static size, whose arguments come before the type of what is written.
macro_rules! set_fixed_part {
    ($($(#[$meta:meta])* $Set:ident, $call:ident<[$($K:ident),*]>($($index:ident: usize, $d_index:ident $N:ident),*)
       = $part_mut:ident => $R:ty, $C:ty;)*) => {$(
        method! {
            $(#[$meta])*
            trait $Set<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C>]
            impl[S: StorageMut<T, R, C>] Matrix<T, R, C, S>;
            fn $call<[$($K),*] []>(
                &[mut] x: d_x M
                $(, $index: usize, $d_index $N => ())*,
                b: &OMatrix<T, $R, $C>, d_b L => OMatrix<T, $R, $C> [b]
            ) -> () where [DefaultAllocator: Allocator<$R, $C>]
            {
                let mut part: Matrix<T, $R, $C, _> = x.$part_mut($($index),*);
                let old = part.clone_owned();
                part.copy_from(b);
                ((), (old, $($index,)*))
            }
            |(old, $($index,)*), ()| {
                let mut part: Matrix<T, $R, $C, _> = x.$part_mut($($index),*);
                part.copy_from(&old);
                let d_part = taken!(M, d_x, |d_x| {
                    let mut part: Matrix<T, $R, $C, _> = d_x.$part_mut($($index),*);
                    let d_part = part.clone_owned();
                    part.fill(nalgebra::zero());
                    d_part
                });
                if let Some(d_part) = d_part {
                    L::with(&mut d_b, |d_b| d_b.accumulate(d_part));
                }
            }
        }
    )*};
}

set_fixed_part! {
    /// `fixed_rows_mut::<A>(first).copy_from(b)`
    SetFixedRows, set_fixed_rows_call<[A]>(first: usize, d_first N) = fixed_rows_mut => Const<A>, C;
    /// `fixed_columns_mut::<A>(first).copy_from(b)`
    SetFixedColumns, set_fixed_columns_call<[A]>(first: usize, d_first N) = fixed_columns_mut => R, Const<A>;
    /// `fixed_view_mut::<A, B>(row, column).copy_from(b)`
    SetFixedView, set_fixed_view_call<[A, B]>(row: usize, d_row N, column: usize, d_column K) = fixed_view_mut => Const<A>, Const<B>;
}

/// Writes the whole matrix: `$d_b` is added to the adjoint of what was written, given the adjoint `$d` of the matrix.
macro_rules! overwrite {
    ($($(#[$meta:meta])* $Set:ident, $call:ident<[$($G:ident: $GBound:path),*]>($x:ident, $b:ident: $B:ty => $D:ty $([$again:ident])?)
       = $write:expr; |$d:ident| $d_b:expr;)*) => {$(
        method! {
            $(#[$meta])*
            trait $Set<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C>]
            impl[S: StorageMut<T, R, C>] Matrix<T, R, C, S>;
            fn $call<[] [$($G: $GBound),*]>(&[mut] $x: d_x M, $b: $B, d_b L => $D $([$again])?) -> () where []
            {
                let old = $x.clone_owned();
                $write;
                ((), old)
            }
            |old, ()| {
                $x.copy_from(&old);
                let taken = taken!(M, d_x, |d_x| std::mem::replace(d_x, zeros_like(&old)));
                if let Some($d) = taken {
                    L::with(&mut d_b, |d_b| d_b.accumulate($d_b));
                }
            }
        }
    )*};
}

overwrite! {
    /// `copy_from`
    CopyFrom, copy_from_call<[SB: Storage<T, R, C>]>(x, b: &Matrix<T, R, C, SB> => OMatrix<T, R, C> [b]) = x.copy_from(b); |d| d;
    /// `fill`
    Fill, fill_call<[]>(x, b: T => T) = x.fill(b); |d| d.sum();
}

method! {
    /// `tr_copy_from`
    trait TrCopyFrom<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C> + Allocator<C, R>]
    impl[S: StorageMut<T, R, C>] Matrix<T, R, C, S>;
    fn tr_copy_from_call<[] [SB: Storage<T, C, R>]>(
        &[mut] x: d_x M, b: &Matrix<T, C, R, SB>, d_b N => OMatrix<T, C, R> [b]
    ) -> () where []
    {
        let old = x.clone_owned();
        x.tr_copy_from(b);
        ((), old)
    }
    |old, ()| {
        x.copy_from(&old);
        if let Some(d) = taken!(M, d_x, |d_x| std::mem::replace(d_x, zeros_like(&old))) {
            N::with(&mut d_b, |d_b| d_b.accumulate(d.transpose()));
        }
    }
}

/// Entries off the written ones keep their adjoints.
macro_rules! diagonal {
    ($($(#[$meta:meta])* $Set:ident, $call:ident<[$($G:ident: $GBound:path),*]>($x:ident, $b:ident: $B:ty => $D:ty $([$again:ident])?)
       = $write:ident; |$d_b:ident, $i:ident, $d:ident| $add:expr;)*) => {$(
        method! {
            $(#[$meta])*
            trait $Set<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C> + Allocator<R> + Allocator<C>]
            impl[S: StorageMut<T, R, C>] Matrix<T, R, C, S>;
            fn $call<[] [$($G: $GBound),*]>(&[mut] $x: d_x M, $b: $B, d_b L => $D $([$again])?) -> () where []
            {
                let old = $x.clone_owned();
                $x.$write($b);
                ((), old)
            }
            |old, ()| {
                $x.copy_from(&old);
                for $i in 0..old.nrows().min(old.ncols()) {
                    if let Some($d) = taken!(M, d_x, |d_x| std::mem::replace(&mut d_x[($i, $i)], nalgebra::zero())) {
                        L::with(&mut d_b, |$d_b| $add);
                    }
                }
            }
        }
    )*};
}

diagonal! {
    /// `fill_diagonal`
    FillDiagonal, fill_diagonal_call<[]>(x, b: T => T) = fill_diagonal; |d_b, i, d| *d_b += d;
}

method! {
    /// `set_diagonal`
    trait SetDiagonal<T: Entry, D: nalgebra::DimMin<D, Output = D>> where [DefaultAllocator: Allocator<D, D> + Allocator<D>]
    impl[S: StorageMut<T, D, D>] Matrix<T, D, D, S>;
    fn set_diagonal_call<[] [SB: Storage<T, D>]>(
        &[mut] x: d_x M, b: &Matrix<T, D, U1, SB>, d_b N => OVector<T, D> [b]
    ) -> () where []
    {
        let old = x.diagonal();
        for i in 0..b.len() {
            x[(i, i)] = b[i];
        }
        ((), old)
    }
    |old, ()| {
        for i in 0..old.len() {
            x[(i, i)] = old[i];
            if let Some(d) = taken!(M, d_x, |d_x| std::mem::replace(&mut d_x[(i, i)], nalgebra::zero())) {
                N::with(&mut d_b, |d_b| d_b[i] += d);
            }
        }
    }
}

method! {
    /// `swap_rows`
    trait SwapRows<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C>]
    impl[S: StorageMut<T, R, C>] Matrix<T, R, C, S>;
    fn swap_rows_call<[] []>(&[mut] x: d_x M, i: usize, d_i N => (), j: usize, d_j K => ()) -> () where []
    {
        x.swap_rows(i, j);
        ((), (i, j))
    }
    |(i, j), ()| {
        x.swap_rows(i, j);
        M::with(&mut d_x, |d_x| d_x.swap_rows(i, j));
    }
}

method! {
    /// `swap_columns`
    trait SwapColumns<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C>]
    impl[S: StorageMut<T, R, C>] Matrix<T, R, C, S>;
    fn swap_columns_call<[] []>(&[mut] x: d_x M, i: usize, d_i N => (), j: usize, d_j K => ()) -> () where []
    {
        x.swap_columns(i, j);
        ((), (i, j))
    }
    |(i, j), ()| {
        x.swap_columns(i, j);
        M::with(&mut d_x, |d_x| d_x.swap_columns(i, j));
    }
}

method! {
    /// `swap` of two entries.
    trait SwapEntries<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C>]
    impl[S: StorageMut<T, R, C>] Matrix<T, R, C, S>;
    fn swap_call<[] []>(
        &[mut] x: d_x M, i: (usize, usize), d_i N => ((), ()), j: (usize, usize), d_j K => ((), ())
    ) -> () where []
    {
        x.swap(i, j);
        ((), (i, j))
    }
    |(i, j), ()| {
        x.swap(i, j);
        M::with(&mut d_x, |d_x| d_x.swap(i, j));
    }
}

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

/// Zeros in the shape of `x`: what the macro fills where a closure makes each entry.
#[inline]
pub fn zeros_like<T: Entry, R: Dim, C: Dim, S: Storage<T, R, C>>(x: &Matrix<T, R, C, S>) -> OMatrix<T, R, C>
where
    DefaultAllocator: Allocator<R, C>,
{
    let (rows, columns) = x.shape_generic();
    OMatrix::zeros_generic(rows, columns)
}

/// The names under which the macro writes a part back, for calls that carry no gradient.
macro_rules! plain_parts {
    ($($set:ident<[$($K:ident),*] [$($SB:ident)?]>($($index:ident: $Index:ty),*) = $part_mut:ident => $R:ty, $C:ty, $B:ty;)*) => {
        /// `set_column` for parts that nalgebra has no such method for.
        pub trait SetParts<T: Entry, R: Dim, C: Dim> {
            $(
                /// Writes the part.
                fn $set<$(const $K: usize,)* $($SB: Storage<T, $R, $C>)?>(&mut self, $($index: $Index,)* b: &$B)
                where
                    DefaultAllocator: Allocator<$R, $C>;
            )*
        }

        impl<T: Entry, R: Dim, C: Dim, S: StorageMut<T, R, C>> SetParts<T, R, C> for Matrix<T, R, C, S> {
            $(
                fn $set<$(const $K: usize,)* $($SB: Storage<T, $R, $C>)?>(&mut self, $($index: $Index,)* b: &$B)
                where
                    DefaultAllocator: Allocator<$R, $C>,
                {
                    let mut part: Matrix<T, $R, $C, _> = self.$part_mut($($index),*);
                    part.copy_from(b);
                }
            )*
        }
    };
}

plain_parts! {
    set_rows<[] [SB]>(first: usize, count: usize) = rows_mut => Dyn, C, Matrix<T, Dyn, C, SB>;
    set_columns<[] [SB]>(first: usize, count: usize) = columns_mut => R, Dyn, Matrix<T, R, Dyn, SB>;
    set_view<[] [SB]>(first: (usize, usize), shape: (usize, usize)) = view_mut => Dyn, Dyn, Matrix<T, Dyn, Dyn, SB>;
    set_fixed_rows<[A] []>(first: usize) = fixed_rows_mut => Const<A>, C, OMatrix<T, Const<A>, C>;
    set_fixed_columns<[A] []>(first: usize) = fixed_columns_mut => R, Const<A>, OMatrix<T, R, Const<A>>;
    set_fixed_view<[A, B] []>(row: usize, column: usize) = fixed_view_mut => Const<A>, Const<B>, OMatrix<T, Const<A>, Const<B>>;
}
