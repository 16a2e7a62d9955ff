//! Parts of matrices, as values: rows, columns, blocks. The pullback adds to the same part of the shadow.

use nalgebra::allocator::Allocator;
use nalgebra::{Const, DefaultAllocator, Dim, Dyn, Matrix, OMatrix, RawStorage, Storage, U1, Vector2, Vector3};

use super::Entry;
use crate::method::method;

/// A part of a matrix: how it is read, and the same part of the shadow.
macro_rules! part {
    ($($(#[$meta:meta])* $Part:ident, $call:ident<[$($K:ident),*]>($($index:ident: $Index:ty, $d_index:ident $N:ident),*)
       = $part:ident, $part_mut:ident => $R:ty, $C:ty;)*) => {$(
        method! {
            $(#[$meta])*
            trait $Part<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C>]
            impl[S: Storage<T, R, C>] Matrix<T, R, C, S>;
            fn $call<[$($K),*] []>(&x: d_x M $(, $index: $Index, $d_index $N => <$Index as crate::Differentiable>::Tangent)*)
                -> OMatrix<T, $R, $C> where [DefaultAllocator: Allocator<$R, $C>]
            {
                let part: Matrix<T, $R, $C, _> = x.$part($($index),*);
                (part.into_owned(), ($($index,)*))
            }
            |($($index,)*), d_y| {
                M::with(&mut d_x, |d_x| {
                    let mut part: Matrix<T, $R, $C, _> = d_x.$part_mut($($index),*);
                    part += d_y;
                });
            }
        }
    )*};
}

part! {
    /// One row.
    Row, row_call<[]>(index: usize, d_index N) = row, row_mut => U1, C;
    /// One column.
    Column, column_call<[]>(index: usize, d_index N) = column, column_mut => R, U1;
    /// Some rows.
    Rows, rows_call<[]>(first: usize, d_first N, count: usize, d_count K) = rows, rows_mut => Dyn, C;
    /// Some columns.
    Columns, columns_call<[]>(first: usize, d_first N, count: usize, d_count K) = columns, columns_mut => R, Dyn;
    /// A block.
    View, view_call<[]>(first: (usize, usize), d_first N, shape: (usize, usize), d_shape K) = view, view_mut => Dyn, Dyn;
    /// A static number of rows.
    FixedRows, fixed_rows_call<[A]>(first: usize, d_first N) = fixed_rows, fixed_rows_mut => Const<A>, C;
    /// A static number of columns.
    FixedColumns, fixed_columns_call<[A]>(first: usize, d_first N) = fixed_columns, fixed_columns_mut => R, Const<A>;
    /// A block of a static size.
    FixedView, fixed_view_call<[A, B]>(row: usize, d_row N, column: usize, d_column K) = fixed_view, fixed_view_mut => Const<A>, Const<B>;
}

/// The first entries of a vector.
macro_rules! head {
    ($($(#[$meta:meta])* $Head:ident, $call:ident -> $Y:ident($($i:literal)*);)*) => {$(
        method! {
            $(#[$meta])*
            trait $Head<T: Entry, D: Dim> where [DefaultAllocator: Allocator<D>]
            impl[S: RawStorage<T, D>] Matrix<T, D, U1, S>;
            fn $call<[] []>(&x: d_x M) -> $Y<T> where []
            { ($Y::new($(x[$i]),*), ()) }
            |(), d_y| {
                M::with(&mut d_x, |d_x| {
                    $(d_x[$i] += d_y[$i];)*
                });
            }
        }
    )*};
}

head! {
    /// `x` and `y`.
    Xy, xy_call -> Vector2(0 1);
    /// `x`, `y` and `z`.
    Xyz, xyz_call -> Vector3(0 1 2);
}
