//! Whole matrices and diagonals that are written, and entries that change places.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, Matrix, OMatrix, OVector, Storage, StorageMut, U1};

use super::super::Entry;
use super::zeros_like;
use crate::method::method;
use crate::{Mode, Tangent};

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
