//! Parts of matrices, as values: rows, columns, blocks. The pullback adds to the same part of the shadow.

use nalgebra::allocator::Allocator;
use nalgebra::{Const, DefaultAllocator, Dim, Matrix, OMatrix, Storage, U1};

use super::Entry;
use crate::{Differentiable, Mode, Workspace};

/// A part by one index.
macro_rules! part {
    ($($(#[$meta:meta])* $Part:ident, $call:ident: [$($K:ident)?] $part:ident $(::<$L:ident>)?, $part_mut:ident => $R:ty, $C:ty;)*) => {$(
        $(#[$meta])*
        pub trait $Part<T: Entry, R: Dim, C: Dim>: Differentiable
        where
            DefaultAllocator: Allocator<R, C>,
        {
            /// The part and the pullback.
            fn $call<$(const $K: usize,)? M: Mode, N: Mode>(
                &self,
                index: usize,
                mode: M,
                mode_index: N,
                workspace: &mut Workspace,
            ) -> (
                OMatrix<T, $R, $C>,
                impl FnOnce(&Self, M::Shadow<'_, OMatrix<T, R, C>>, N::Shadow<'_, ()>, OMatrix<T, $R, $C>, &mut Workspace)
                + Clone
                + use<Self, T, R, C, M, N, $($K)?>,
            )
            where
                DefaultAllocator: Allocator<$R, $C>;
        }

        impl<T: Entry, R: Dim, C: Dim, S: Storage<T, R, C>> $Part<T, R, C> for Matrix<T, R, C, S>
        where
            DefaultAllocator: Allocator<R, C>,
        {
            #[inline]
            fn $call<$(const $K: usize,)? M: Mode, N: Mode>(
                &self,
                index: usize,
                _: M,
                _: N,
                _: &mut Workspace,
            ) -> (
                OMatrix<T, $R, $C>,
                impl FnOnce(&Self, M::Shadow<'_, OMatrix<T, R, C>>, N::Shadow<'_, ()>, OMatrix<T, $R, $C>, &mut Workspace)
                + Clone
                + use<S, T, R, C, M, N, $($K)?>,
            )
            where
                DefaultAllocator: Allocator<$R, $C>,
            {
                let pullback = move |_: &Self,
                                     mut d_x: M::Shadow<'_, OMatrix<T, R, C>>,
                                     _: N::Shadow<'_, ()>,
                                     d_y: OMatrix<T, $R, $C>,
                                     _: &mut Workspace| {
                    M::with(&mut d_x, |d_x| {
                        let mut part = d_x.$part_mut $(::<$L>)?(index);
                        part += d_y;
                    });
                };
                (self.$part $(::<$L>)?(index).into_owned(), pullback)
            }
        }
    )*};
}

part! {
    /// One row.
    Row, row_call: [] row, row_mut => U1, C;
    /// One column.
    Column, column_call: [] column, column_mut => R, U1;
    /// A static number of rows.
    FixedRows, fixed_rows_call: [K] fixed_rows::<K>, fixed_rows_mut => Const<K>, C;
    /// A static number of columns.
    FixedColumns, fixed_columns_call: [K] fixed_columns::<K>, fixed_columns_mut => R, Const<K>;
}
