//! Rows, columns and blocks that are written.

use nalgebra::allocator::Allocator;
use nalgebra::{Const, DefaultAllocator, Dim, Dyn, Matrix, OMatrix, Storage, StorageMut, U1};

use super::super::Entry;
use crate::method::method;
use crate::{Mode, Tangent};

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
