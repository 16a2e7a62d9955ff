//! Points and unit vectors.
//!
//! The tangent of a point is the tangent of its coordinates. The tangent of a unit vector is a vector of the surrounding
//! space, of which only the part across the unit vector is ever used; a step normalizes again.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, DimName, Matrix, OPoint, OVector, Point2, Point3, SVector, Storage, U1, Unit};

use super::Entry;
use super::operators::rule;
use crate::method::{constructor, method};
use crate::rules::{AddRule, SubRule};
use crate::{Differentiable, Real, Step, Tangent};

rule! {
    [T: Entry, D: DimName]
    SubRule: OPoint<T, D>, OPoint<T, D> => OVector<T, D>, OVector<T, D>, OVector<T, D>
    where [DefaultAllocator: Allocator<D>]
    d_a = |_, _, d_y| d_y.clone();
    d_b = |_, _, d_y| -d_y;
}

rule! {
    [T: Entry, D: DimName, S: Storage<T, D>]
    AddRule: OPoint<T, D>, Matrix<T, D, U1, S> => OPoint<T, D>, OVector<T, D>, OVector<T, D>
    where [DefaultAllocator: Allocator<D>]
    d_a = |_, _, d_y| d_y.clone();
    d_b = |_, _, d_y| d_y.clone();
}

rule! {
    [T: Entry, D: DimName, S: Storage<T, D>]
    SubRule: OPoint<T, D>, Matrix<T, D, U1, S> => OPoint<T, D>, OVector<T, D>, OVector<T, D>
    where [DefaultAllocator: Allocator<D>]
    d_a = |_, _, d_y| d_y.clone();
    d_b = |_, _, d_y| -d_y;
}

constructor! {
    /// `Point3::new`
    trait NewPoint3<[] T: Entry> where []
    impl Point3<T>;
    fn new_call<[]>(x: T, d_x L => T, y: T, d_y M => T, z: T, d_z N => T) where []
    { (Self::new(x, y, z), ()) }
    |(), d| {
        L::with(&mut d_x, |d_x| *d_x += d.x);
        M::with(&mut d_y, |d_y| *d_y += d.y);
        N::with(&mut d_z, |d_z| *d_z += d.z);
    }
}

constructor! {
    /// `Point2::new`
    trait NewPoint2<[] T: Entry> where []
    impl Point2<T>;
    fn new_call<[]>(x: T, d_x L => T, y: T, d_y M => T) where []
    { (Self::new(x, y), ()) }
    |(), d| {
        L::with(&mut d_x, |d_x| *d_x += d.x);
        M::with(&mut d_y, |d_y| *d_y += d.y);
    }
}

constructor! {
    /// `Point::from(vector)`
    trait PointFromVector<[const D: usize] T: Entry> where []
    impl OPoint<T, nalgebra::Const<D>>;
    fn from_call<[]>(x: SVector<T, D>, d_x M => SVector<T, D>) where []
    { (Self::from(x), ()) }
    |(), d| {
        M::with(&mut d_x, |d_x| *d_x += d);
    }
}

impl<T: Entry, D: Dim> Differentiable for Unit<OVector<T, D>>
where
    DefaultAllocator: Allocator<D>,
{
    type Tangent = OVector<T, D>;

    fn zero_tangent(&self) -> OVector<T, D> {
        self.as_ref().zero_tangent()
    }
}

impl<T: Entry, D: Dim> Step for Unit<OVector<T, D>>
where
    DefaultAllocator: Allocator<D>,
{
    fn step(&mut self, tangent: &OVector<T, D>, scale: f64) {
        let moved = self.as_ref() + tangent * <T as Real>::from_f64(scale);
        *self = Unit::new_normalize(moved);
    }
}

constructor! {
    /// `Unit::new_normalize(x)`: `(d_y - (y · d_y) y) / |x|`.
    trait NewNormalize<[const D: usize] T: Entry> where []
    impl Unit<SVector<T, D>>;
    fn new_normalize_call<[]>(x: SVector<T, D>, d_x M => SVector<T, D>) where []
    {
        let (y, norm) = Unit::new_and_get(x);
        (y, (y, norm))
    }
    |(y, norm), d_y| {
        M::with(&mut d_x, |d_x| *d_x += (d_y - *y * y.dot(&d_y)) / norm);
    }
}

method! {
    /// `into_inner`
    trait IntoInner<T: Entry, D: Dim> where [DefaultAllocator: Allocator<D>]
    impl[] Unit<OVector<T, D>>;
    fn into_inner_call<[] []>(&x: d_x M) -> OVector<T, D> where []
    { (x.clone().into_inner(), ()) }
    |(), d_y| {
        M::with(&mut d_x, |d_x| d_x.accumulate(d_y));
    }
}
