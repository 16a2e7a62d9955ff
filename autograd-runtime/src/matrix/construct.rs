//! Constructors of matrices from their entries and parts.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, DimName, Matrix, OMatrix, OVector, SMatrix, Storage, U1};

use super::Entry;
use crate::{Differentiable, Mode, Tangent, Workspace};

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

/// `from_row_slice` and `from_column_slice` of a static size: entries row by row, or column by column.
macro_rules! from_slice {
    ($($From:ident, $from:ident, $call:ident: |$d_x:ident, $d_y:ident| $add:expr;)*) => {$(
        /// The matrix of the entries in a slice.
        pub trait $From<T: Entry, const R: usize, const C: usize>: Sized {
            /// The matrix and the pullback.
            fn $call<M: Mode>(
                entries: &[T],
                mode: M,
                workspace: &mut Workspace,
            ) -> (
                Self,
                impl FnOnce(&[T], M::Shadow<'_, [T]>, SMatrix<T, R, C>, &mut Workspace) + Clone + use<Self, T, M, R, C>,
            );
        }

        impl<T: Entry, const R: usize, const C: usize> $From<T, R, C> for SMatrix<T, R, C> {
            #[inline]
            fn $call<M: Mode>(
                entries: &[T],
                _: M,
                _: &mut Workspace,
            ) -> (Self, impl FnOnce(&[T], M::Shadow<'_, [T]>, SMatrix<T, R, C>, &mut Workspace) + Clone + use<T, M, R, C>)
            {
                let pullback =
                    |_: &[T], mut d_x: M::Shadow<'_, [T]>, $d_y: SMatrix<T, R, C>, _: &mut Workspace| {
                        M::with(&mut d_x, |$d_x| $add);
                    };
                (Self::$from(entries), pullback)
            }
        }
    )*};
}

from_slice! {
    FromRowSlice, from_row_slice, from_row_slice_call: |d_x, d_y| {
        for (d_x, d_y) in d_x.iter_mut().zip(d_y.transpose().iter()) {
            d_x.accumulate(*d_y);
        }
    };
    FromColumnSlice, from_column_slice, from_column_slice_call: |d_x, d_y| {
        for (d_x, d_y) in d_x.iter_mut().zip(d_y.iter()) {
            d_x.accumulate(*d_y);
        }
    };
}

/// The square matrix with a given diagonal.
pub trait FromDiagonal<T: Entry, D: DimName>: Sized
where
    DefaultAllocator: Allocator<D, D> + Allocator<D>,
{
    /// The matrix and the pullback.
    fn from_diagonal_call<S: Storage<T, D>, M: Mode>(
        diagonal: &Matrix<T, D, U1, S>,
        mode: M,
        workspace: &mut Workspace,
    ) -> (
        Self,
        impl FnOnce(&Matrix<T, D, U1, S>, M::Shadow<'_, OVector<T, D>>, OMatrix<T, D, D>, &mut Workspace)
        + Clone
        + use<Self, T, D, S, M>,
    );
}

impl<T: Entry, D: DimName> FromDiagonal<T, D> for OMatrix<T, D, D>
where
    DefaultAllocator: Allocator<D, D> + Allocator<D>,
{
    #[inline]
    fn from_diagonal_call<S: Storage<T, D>, M: Mode>(
        diagonal: &Matrix<T, D, U1, S>,
        _: M,
        _: &mut Workspace,
    ) -> (
        Self,
        impl FnOnce(&Matrix<T, D, U1, S>, M::Shadow<'_, OVector<T, D>>, OMatrix<T, D, D>, &mut Workspace)
        + Clone
        + use<T, D, S, M>,
    ) {
        let pullback = |_: &Matrix<T, D, U1, S>,
                        mut d_x: M::Shadow<'_, OVector<T, D>>,
                        d_y: OMatrix<T, D, D>,
                        _: &mut Workspace| {
            M::with(&mut d_x, |d_x| d_x.accumulate(d_y.diagonal()));
        };
        (Self::from_diagonal(diagonal), pullback)
    }
}

/// `diagonal` of a square matrix.
pub trait Diagonal<T: Entry, D: Dim>: Differentiable
where
    DefaultAllocator: Allocator<D, D> + Allocator<D>,
{
    /// The vector and the pullback.
    fn diagonal_call<M: Mode>(
        &self,
        mode: M,
        workspace: &mut Workspace,
    ) -> (
        OVector<T, D>,
        impl FnOnce(&Self, M::Shadow<'_, OMatrix<T, D, D>>, OVector<T, D>, &mut Workspace) + Clone + use<Self, T, D, M>,
    );
}

impl<T: Entry, D: nalgebra::DimMin<D, Output = D>, S: Storage<T, D, D>> Diagonal<T, D> for Matrix<T, D, D, S>
where
    DefaultAllocator: Allocator<D, D> + Allocator<D>,
{
    #[inline]
    fn diagonal_call<M: Mode>(
        &self,
        _: M,
        _: &mut Workspace,
    ) -> (
        OVector<T, D>,
        impl FnOnce(&Self, M::Shadow<'_, OMatrix<T, D, D>>, OVector<T, D>, &mut Workspace) + Clone + use<S, T, D, M>,
    ) {
        let pullback = |_: &Self, mut d_x: M::Shadow<'_, OMatrix<T, D, D>>, d_y: OVector<T, D>, _: &mut Workspace| {
            M::with(&mut d_x, |d_x| {
                for i in 0..d_y.len() {
                    d_x[(i, i)] += d_y[i];
                }
            });
        };
        (self.diagonal(), pullback)
    }
}
