//! Matrices, views and points as values that have tangents, and owned matrices as tangents.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, DimName, Matrix, OMatrix, OPoint, OVector, RawStorage, StorageMut, U1};

use super::Entry;
use crate::gradcheck::{Component, Components, Path};
use crate::{Differentiable, Step, Tangent};

impl<T: Entry, R: Dim, C: Dim, S: RawStorage<T, R, C>> Differentiable for Matrix<T, R, C, S>
where
    DefaultAllocator: Allocator<R, C>,
{
    type Tangent = OMatrix<T, R, C>;

    #[inline]
    fn zero_tangent(&self) -> OMatrix<T, R, C> {
        let (rows, columns) = self.shape_generic();
        OMatrix::zeros_generic(rows, columns)
    }
}

impl<T: Entry, R: Dim, C: Dim> Tangent for OMatrix<T, R, C>
where
    DefaultAllocator: Allocator<R, C>,
{
    #[inline]
    #[track_caller]
    fn accumulate(&mut self, other: Self) {
        self.add_assign_ref(&other);
    }

    #[inline]
    #[track_caller]
    fn add_assign_ref(&mut self, other: &Self) {
        self.assert_same_shape(other);
        self.zip_apply(other, |a, b| *a += b);
    }

    #[inline]
    fn scale(&mut self, k: f64) {
        self.apply(|a| Tangent::scale(a, k));
    }

    #[track_caller]
    fn dot(&self, other: &Self) -> f64 {
        self.assert_same_shape(other);
        self.iter().zip(other.iter()).map(|(a, b)| Tangent::dot(a, b)).sum()
    }

    #[inline]
    fn reset(&mut self) {
        self.fill(nalgebra::zero());
    }

    #[inline]
    #[track_caller]
    fn assert_same_shape(&self, other: &Self) {
        if self.shape() != other.shape() {
            shape_mismatch("tangents of different shapes cannot be combined", self.shape(), other.shape());
        }
    }
}

impl<T: Entry + Step, R: Dim, C: Dim, S: StorageMut<T, R, C>> Step for Matrix<T, R, C, S>
where
    DefaultAllocator: Allocator<R, C>,
{
    #[track_caller]
    fn step(&mut self, tangent: &OMatrix<T, R, C>, scale: f64) {
        self.assert_fits(tangent);
        self.zip_apply(tangent, |x, d| Step::step(x, &d, scale));
    }

    #[track_caller]
    fn assert_fits(&self, tangent: &OMatrix<T, R, C>) {
        if self.shape() != tangent.shape() {
            shape_mismatch("a matrix cannot be moved along a tangent of another shape", self.shape(), tangent.shape());
        }
    }
}

impl<T: Entry + Components, R: Dim, C: Dim> Components for OMatrix<T, R, C>
where
    DefaultAllocator: Allocator<R, C>,
{
    /// Column after column, by linear index.
    fn visit(&mut self, path: &mut Path, visitor: &mut dyn FnMut(&Path, Component<'_>)) {
        for (index, entry) in self.iter_mut().enumerate() {
            path.index(index, |path| entry.visit(path, visitor));
        }
    }
}

/// The tangent of a point is the tangent of its coordinates.
impl<T: Entry, D: DimName> Differentiable for OPoint<T, D>
where
    DefaultAllocator: Allocator<D>,
{
    type Tangent = OVector<T, D>;

    #[inline]
    fn zero_tangent(&self) -> OVector<T, D> {
        OMatrix::zeros_generic(D::name(), U1)
    }
}

impl<T: Entry + Step, D: DimName> Step for OPoint<T, D>
where
    DefaultAllocator: Allocator<D>,
{
    fn step(&mut self, tangent: &OVector<T, D>, scale: f64) {
        self.coords.step(tangent, scale);
    }
}

impl<T: Entry + Components, D: DimName> Components for OPoint<T, D>
where
    DefaultAllocator: Allocator<D>,
{
    fn visit(&mut self, path: &mut Path, visitor: &mut dyn FnMut(&Path, Component<'_>)) {
        self.coords.visit(path, visitor);
    }
}

#[cold]
#[track_caller]
fn shape_mismatch(what: &str, (rows, columns): (usize, usize), (other_rows, other_columns): (usize, usize)) -> ! {
    panic!("{what}: {rows}x{columns} and {other_rows}x{other_columns}")
}
