//! nalgebra's matrices and vectors. They lie column by column, so they are copied.

use super::super::element::Element;
use super::super::error::Result;
use super::super::shape::Sizes;
use super::{Argument, Gradient, Owned, Part, Place};
use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, OMatrix, Scalar};
use std::any::Any;

impl<T: Element + Scalar, R: Dim, C: Dim> Place for OMatrix<T, R, C>
where
    DefaultAllocator: Allocator<R, C>,
    Self: 'static,
{
    type Element = T;

    fn lent<'a>(argument: &'a Argument<'_, T>) -> Result<&'a Self> {
        argument.built(|| Self::taken(argument))
    }

    fn shadow(gradient: &mut Gradient<T>) -> Result<&mut Self> {
        let (rows, columns) = sizes::<R, C>(&gradient.shape)
            .unwrap_or_else(|| unreachable!("the forward part has refused a tensor that is no such matrix"));
        let zero = OMatrix::from_element_generic(rows, columns, T::zero());
        Ok(gradient.built(zero, |value: &dyn Any| match value.downcast_ref::<Self>() {
            Some(matrix) => row_major(matrix),
            None => unreachable!("the shadow is a matrix"),
        }))
    }
}

impl<T: Element + Scalar, R: Dim, C: Dim> Owned for OMatrix<T, R, C>
where
    DefaultAllocator: Allocator<R, C>,
    Self: 'static,
{
    fn taken(argument: &Argument<'_, T>) -> Result<Self> {
        let Some((rows, columns)) = sizes::<R, C>(argument.shape()) else {
            let size = |size: Option<usize>| size.map_or("any number of".to_owned(), |size| size.to_string());
            let (rows, columns) = (size(R::try_to_usize()), size(C::try_to_usize()));
            return Err(argument.misfit(format_args!("a matrix of {rows} rows and {columns} columns")));
        };
        Ok(Self::from_row_iterator_generic(rows, columns, argument.elements().iter().copied()))
    }
}

impl<T: Element + Scalar, R: Dim, C: Dim> Part for OMatrix<T, R, C>
where
    DefaultAllocator: Allocator<R, C>,
    Self: 'static,
{
    fn split(self) -> (Sizes, Vec<T>) {
        let (rows, columns) = self.shape();
        let shape = match C::try_to_usize() {
            Some(1) => Sizes::from_slice(&[rows]),
            Some(_) | None => Sizes::from_slice(&[rows, columns]),
        };
        (shape, row_major(&self))
    }
}

/// The sizes of a matrix that a tensor of this shape can stand for.
fn sizes<R: Dim, C: Dim>(shape: &[usize]) -> Option<(R, C)> {
    let (rows, columns) = match *shape {
        [rows, columns] => (rows, columns),
        [rows] if C::try_to_usize() == Some(1) => (rows, 1),
        _ => return None,
    };
    let fits = |wanted: Option<usize>, size| wanted.is_none_or(|wanted| wanted == size);
    let fit = fits(R::try_to_usize(), rows) && fits(C::try_to_usize(), columns);
    fit.then(|| (R::from_usize(rows), C::from_usize(columns)))
}

fn row_major<T: Scalar, R: Dim, C: Dim>(matrix: &OMatrix<T, R, C>) -> Vec<T>
where
    DefaultAllocator: Allocator<R, C>,
{
    matrix.row_iter().flat_map(|row| row.iter().cloned().collect::<Vec<T>>()).collect()
}
