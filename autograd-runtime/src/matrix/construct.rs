//! Constructors of matrices from their entries and parts.

use nalgebra::allocator::Allocator;
use nalgebra::{
    DMatrix, DVector, DefaultAllocator, Dim, DimMin, Matrix, OMatrix, OVector, SMatrix, SVector, Storage, U1,
};

use super::Entry;
use crate::method::{constructor, method};
use crate::{Mode, Workspace};

/// `new` of one size: its entries row by row.
macro_rules! new {
    ($($New:ident: $rows:literal x $columns:literal ($($x:ident $M:ident $row:literal $column:literal),*);)*) => {$(
        /// `new`, by entries in the order of rows.
        pub trait $New<T: Entry>: Sized {
            /// The matrix and the pullback.
            #[allow(clippy::too_many_arguments, clippy::type_complexity, reason = "the protocol of calls")]
            fn new_call<$($M: Mode),*>(
                $($x: T,)*
                $(_: $M,)*
                workspace: &mut Workspace,
            ) -> (Self, impl FnOnce($($M::Shadow<'_, T>,)* SMatrix<T, $rows, $columns>, &mut Workspace) + Clone + use<Self, T, $($M),*>);
        }

        impl<T: Entry> $New<T> for SMatrix<T, $rows, $columns> {
            #[inline]
            fn new_call<$($M: Mode),*>(
                $($x: T,)*
                $(_: $M,)*
                _: &mut Workspace,
            ) -> (Self, impl FnOnce($($M::Shadow<'_, T>,)* SMatrix<T, $rows, $columns>, &mut Workspace) + Clone + use<T, $($M),*>)
            {
                let pullback = |$(mut $x: $M::Shadow<'_, T>,)* d_y: SMatrix<T, $rows, $columns>, _: &mut Workspace| {
                    $($M::with(&mut $x, |d_x| d_x.accumulate(d_y[($row, $column)]));)*
                };
                (Self::new($($x),*), pullback)
            }
        }
    )*};
}

new! {
    New1: 1 x 1 (x0 M0 0 0);
    New2: 2 x 1 (x0 M0 0 0, x1 M1 1 0);
    New3: 3 x 1 (x0 M0 0 0, x1 M1 1 0, x2 M2 2 0);
    New4: 4 x 1 (x0 M0 0 0, x1 M1 1 0, x2 M2 2 0, x3 M3 3 0);
    New5: 5 x 1 (x0 M0 0 0, x1 M1 1 0, x2 M2 2 0, x3 M3 3 0, x4 M4 4 0);
    New6: 6 x 1 (x0 M0 0 0, x1 M1 1 0, x2 M2 2 0, x3 M3 3 0, x4 M4 4 0, x5 M5 5 0);
    NewRow2: 1 x 2 (x0 M0 0 0, x1 M1 0 1);
    NewRow3: 1 x 3 (x0 M0 0 0, x1 M1 0 1, x2 M2 0 2);
    NewRow4: 1 x 4 (x0 M0 0 0, x1 M1 0 1, x2 M2 0 2, x3 M3 0 3);
    NewRow5: 1 x 5 (x0 M0 0 0, x1 M1 0 1, x2 M2 0 2, x3 M3 0 3, x4 M4 0 4);
    NewRow6: 1 x 6 (x0 M0 0 0, x1 M1 0 1, x2 M2 0 2, x3 M3 0 3, x4 M4 0 4, x5 M5 0 5);
    New2x2: 2 x 2 (x0 M0 0 0, x1 M1 0 1, x2 M2 1 0, x3 M3 1 1);
    New2x3: 2 x 3 (x0 M0 0 0, x1 M1 0 1, x2 M2 0 2, x3 M3 1 0, x4 M4 1 1, x5 M5 1 2);
    New2x4: 2 x 4 (x0 M0 0 0, x1 M1 0 1, x2 M2 0 2, x3 M3 0 3, x4 M4 1 0, x5 M5 1 1, x6 M6 1 2, x7 M7 1 3);
    New3x2: 3 x 2 (x0 M0 0 0, x1 M1 0 1, x2 M2 1 0, x3 M3 1 1, x4 M4 2 0, x5 M5 2 1);
    New3x3: 3 x 3 (x0 M0 0 0, x1 M1 0 1, x2 M2 0 2, x3 M3 1 0, x4 M4 1 1, x5 M5 1 2, x6 M6 2 0, x7 M7 2 1, x8 M8 2 2);
    New3x4: 3 x 4 (x0 M0 0 0, x1 M1 0 1, x2 M2 0 2, x3 M3 0 3, x4 M4 1 0, x5 M5 1 1, x6 M6 1 2, x7 M7 1 3, x8 M8 2 0, x9 M9 2 1, x10 M10 2 2, x11 M11 2 3);
    New4x2: 4 x 2 (x0 M0 0 0, x1 M1 0 1, x2 M2 1 0, x3 M3 1 1, x4 M4 2 0, x5 M5 2 1, x6 M6 3 0, x7 M7 3 1);
    New4x3: 4 x 3 (x0 M0 0 0, x1 M1 0 1, x2 M2 0 2, x3 M3 1 0, x4 M4 1 1, x5 M5 1 2, x6 M6 2 0, x7 M7 2 1, x8 M8 2 2, x9 M9 3 0, x10 M10 3 1, x11 M11 3 2);
    New4x4: 4 x 4 (x0 M0 0 0, x1 M1 0 1, x2 M2 0 2, x3 M3 0 3, x4 M4 1 0, x5 M5 1 1, x6 M6 1 2, x7 M7 1 3, x8 M8 2 0, x9 M9 2 1, x10 M10 2 2, x11 M11 2 3, x12 M12 3 0, x13 M13 3 1, x14 M14 3 2, x15 M15 3 3);
}

/// Matrices of the entries in a slice: `$add` adds the adjoint of the matrix, which is `$d_y`, to that of the slice.
macro_rules! from_slice {
    ($($(#[$meta:meta])* $From:ident, $DFrom:ident, $from:ident, $call:ident: |$d_y:ident| $entries:expr;)*) => {$(
        constructor! {
            $(#[$meta])*
            trait $From<[const R: usize, const C: usize] T: Entry> where []
            impl SMatrix<T, R, C>;
            fn $call<[]>(entries: &[T], d_x N => [T] [entries]) where []
            { (Self::$from(entries), ()) }
            |(), $d_y| {
                N::with(&mut d_x, |d_x| add_entries(d_x, $entries.as_slice()));
            }
        }

        constructor! {
            /// The same with a number of rows and columns.
            trait $DFrom<[] T: Entry> where []
            impl DMatrix<T>;
            fn $call<[]>(rows: usize, d_rows K => (), columns: usize, d_columns L => (), entries: &[T], d_x N => [T] [entries]) where []
            { (Self::$from(rows, columns, entries), ()) }
            |(), $d_y| {
                N::with(&mut d_x, |d_x| add_entries(d_x, $entries.as_slice()));
            }
        }
    )*};
}

from_slice! {
    /// Row by row.
    FromRowSlice, DFromRowSlice, from_row_slice, from_row_slice_call: |d_y| d_y.transpose();
    /// Column by column.
    FromColumnSlice, DFromColumnSlice, from_column_slice, from_column_slice_call: |d_y| d_y;
}

/// Vectors of a length that is only known at run time.
macro_rules! dynamic_vector {
    ($($(#[$meta:meta])* $From:ident, $call:ident($x:ident: $X:ty => $D:ty $([$again:ident])?) = $value:expr;)*) => {$(
        constructor! {
            $(#[$meta])*
            trait $From<[] T: Entry> where []
            impl DVector<T>;
            fn $call<[]>($x: $X, d_x N => $D $([$again])?) where []
            { ($value, ()) }
            |(), d_y| {
                N::with(&mut d_x, |d_x| add_entries(d_x, d_y.as_slice()));
            }
        }
    )*};
}

dynamic_vector! {
    /// Of the entries in a slice.
    DVectorFromColumnSlice, from_column_slice_call(x: &[T] => [T] [x]) = Self::from_column_slice(x);
    /// The same.
    DVectorFromRowSlice, from_row_slice_call(x: &[T] => [T] [x]) = Self::from_row_slice(x);
    /// Of the entries in a `Vec`.
    DVectorFromVec, from_vec_call(x: Vec<T> => Vec<T>) = Self::from_vec(x);
}

fn add_entries<T: Entry>(d_x: &mut [T], d_y: &[T]) {
    for (d_x, d_y) in d_x.iter_mut().zip(d_y) {
        d_x.accumulate(*d_y);
    }
}

/// The same number everywhere, or on the diagonal.
macro_rules! repeated {
    ($($(#[$meta:meta])* $From:ident, $call:ident = $from:ident: |$d_y:ident| $d_x:expr;)*) => {$(
        constructor! {
            $(#[$meta])*
            trait $From<[const R: usize, const C: usize] T: Entry> where []
            impl SMatrix<T, R, C>;
            fn $call<[]>(x: T, d_x N => T) where []
            { (Self::$from(x), ()) }
            |(), $d_y| {
                N::with(&mut d_x, |d_x| *d_x += $d_x);
            }
        }
    )*};
}

repeated! {
    /// The same number everywhere.
    Repeat, repeat_call = repeat: |d_y| d_y.sum();
    /// The same.
    FromElement, from_element_call = from_element: |d_y| d_y.sum();
    /// The same number on the diagonal.
    FromDiagonalElement, from_diagonal_element_call = from_diagonal_element: |d_y| diagonal_sum(&d_y);
}

fn diagonal_sum<T: Entry, const R: usize, const C: usize>(x: &SMatrix<T, R, C>) -> T {
    (0..R.min(C)).fold(nalgebra::zero(), |sum: T, i| sum + x[(i, i)])
}

constructor! {
    /// The same number everywhere, in a length that is only known at run time.
    trait DVectorFromElement<[] T: Entry> where []
    impl DVector<T>;
    fn from_element_call<[]>(n: usize, d_n K => (), x: T, d_x N => T) where []
    { (Self::from_element(n, x), ()) }
    |(), d_y| {
        N::with(&mut d_x, |d_x| *d_x += d_y.sum());
    }
}

constructor! {
    /// The same number everywhere, in a shape that is only known at run time.
    trait DMatrixFromElement<[] T: Entry> where []
    impl DMatrix<T>;
    fn from_element_call<[]>(rows: usize, d_rows K => (), columns: usize, d_columns L => (), x: T, d_x N => T) where []
    { (Self::from_element(rows, columns, x), ()) }
    |(), d_y| {
        N::with(&mut d_x, |d_x| *d_x += d_y.sum());
    }
}

/// A matrix of its rows or columns.
macro_rules! from_parts {
    ($($(#[$meta:meta])* $From:ident, $call:ident = $from:ident of $Part:ty, $part:ident;)*) => {$(
        constructor! {
            $(#[$meta])*
            trait $From<[const R: usize, const C: usize] T: Entry> where []
            impl SMatrix<T, R, C>;
            fn $call<[]>(parts: &[$Part], d_x N => [$Part] [parts]) where []
            { (Self::$from(parts), ()) }
            |(), d_y| {
                N::with(&mut d_x, |d_x| {
                    for (i, d_x) in d_x.iter_mut().enumerate() {
                        *d_x += d_y.$part(i);
                    }
                });
            }
        }
    )*};
}

from_parts! {
    /// Of its columns.
    FromColumns, from_columns_call = from_columns of SVector<T, R>, column;
    /// Of its rows.
    FromRows, from_rows_call = from_rows of RowSVector<T, C>, row;
}

/// A row of a static length.
type RowSVector<T, const C: usize> = SMatrix<T, 1, C>;

constructor! {
    /// The square matrix with a given diagonal.
    trait FromDiagonal<[] T: Entry, D: Dim> where [DefaultAllocator: Allocator<D, D> + Allocator<D>]
    impl OMatrix<T, D, D>;
    fn from_diagonal_call<[S: Storage<T, D>]>(
        diagonal: &Matrix<T, D, U1, S>, d_x N => OVector<T, D> [diagonal]
    ) where []
    { (Self::from_diagonal(diagonal), ()) }
    |(), d_y| {
        N::with(&mut d_x, |d_x| {
            for i in 0..d_x.len() {
                d_x[i] += d_y[(i, i)];
            }
        });
    }
}

method! {
    /// `diagonal` of a square matrix.
    trait Diagonal<T: Entry, D: DimMin<D, Output = D>> where [DefaultAllocator: Allocator<D, D> + Allocator<D>]
    impl[S: Storage<T, D, D>] Matrix<T, D, D, S>;
    fn diagonal_call<[] []>(&x: d_x M) -> OVector<T, D> where []
    { (x.diagonal(), ()) }
    |(), d_y| {
        M::with(&mut d_x, |d_x| {
            for i in 0..d_y.len() {
                d_x[(i, i)] += d_y[i];
            }
        });
    }
}

/// A vector with one more entry.
macro_rules! push {
    ($($Push:ident $n:literal $more:literal;)*) => {$(
        method! {
            /// `push`: the entries and one more.
            trait $Push<T: Entry> where []
            impl[] SVector<T, $n>;
            fn push_call<[] []>(&x: d_x M, last: T, d_last N => T) -> SVector<T, $more> where []
            { (x.push(last), ()) }
            |(), d_y| {
                M::with(&mut d_x, |d_x| *d_x += d_y.fixed_rows::<$n>(0));
                N::with(&mut d_last, |d_last| *d_last += d_y[$n]);
            }
        }
    )*};
}

push! {
    Push1 1 2;
    Push2 2 3;
    Push3 3 4;
}
