//! Rigid motions of space: a rotation `R` and a translation `t`. In the formulas `(v, ω)` are the halves of a tangent.

use nalgebra::allocator::Allocator;
use nalgebra::{
    DefaultAllocator, Isometry3, Matrix, OVector, Point3, Storage, Translation3, U1, U3, UnitQuaternion, Vector3,
    Vector6,
};

use super::super::Entry;
use super::super::operators::rule;
use super::left_jacobian;
use crate::method::{constructor, method};
use crate::rules::MulRule;
use crate::{Differentiable, Real, Step};

impl<T: Entry> Differentiable for Isometry3<T> {
    type Tangent = Vector6<T>;

    #[inline]
    fn zero_tangent(&self) -> Vector6<T> {
        Vector6::zeros()
    }
}

impl<T: Entry> Step for Isometry3<T> {
    fn step(&mut self, tangent: &Vector6<T>, scale: f64) {
        let (v, w) = halves(&(tangent * <T as Real>::from_f64(scale)));
        self.translation.vector += self.rotation * v;
        self.rotation *= UnitQuaternion::from_scaled_axis(w);
    }
}

/// The tangent of a translation is that of its vector.
impl<T: Entry> Differentiable for Translation3<T> {
    type Tangent = Vector3<T>;

    #[inline]
    fn zero_tangent(&self) -> Vector3<T> {
        Vector3::zeros()
    }
}

impl<T: Entry> Step for Translation3<T> {
    fn step(&mut self, tangent: &Vector3<T>, scale: f64) {
        self.vector += tangent * <T as Real>::from_f64(scale);
    }
}

fn halves<T: Entry>(d: &Vector6<T>) -> (Vector3<T>, Vector3<T>) {
    (Vector3::new(d[0], d[1], d[2]), Vector3::new(d[3], d[4], d[5]))
}

fn tangent<T: Entry>(v: Vector3<T>, w: Vector3<T>) -> Vector6<T> {
    Vector6::new(v.x, v.y, v.z, w.x, w.y, w.z)
}

/// `y = R p + t`: with `d = Rᵀ d_y`, `d_p = d` and the tangent's adjoint is `(d, p × d)`.
fn acted<T: Entry>(a: &Isometry3<T>, p: &Vector3<T>, d_y: &Vector3<T>) -> Vector6<T> {
    let d = a.rotation.inverse_transform_vector(d_y);
    tangent(d, p.cross(&d))
}

rule! {
    [T: Entry]
    MulRule: Isometry3<T>, Point3<T> => Point3<T>, Vector6<T>, Vector3<T>
    where []
    d_a = |a, b, d_y| acted(a, &b.coords, d_y);
    d_b = |a, _, d_y| a.rotation.inverse_transform_vector(d_y);
}

// A vector is turned and not moved.
rule! {
    [T: Entry, S: Storage<T, U3>]
    MulRule: Isometry3<T>, Matrix<T, U3, U1, S> => Vector3<T>, Vector6<T>, OVector<T, U3>
    where [DefaultAllocator: Allocator<U3>]
    d_a = |a, b, d_y| tangent(Vector3::zeros(), b.cross(&a.rotation.inverse_transform_vector(d_y)));
    d_b = |a, _, d_y| a.rotation.inverse_transform_vector(d_y);
}

// Seen from the body of `a b`, a disturbance `(v, ω)` of `a` is `(R_bᵀ (v + ω × t_b), R_bᵀ ω)`.
rule! {
    [T: Entry]
    MulRule: Isometry3<T>, Isometry3<T> => Isometry3<T>, Vector6<T>, Vector6<T>
    where []
    d_a = |_, b, d_y| {
        let (d_v, d_w) = halves(d_y);
        let d = b.rotation * d_v;
        tangent(d, b.translation.vector.cross(&d) + b.rotation * d_w)
    };
    d_b = |_, _, d_y| *d_y;
}

method! {
    /// `y = a⁻¹`: `(R (ω × Rᵀ t - v), -R ω)`.
    trait IsometryInverse<T: Entry> where []
    impl[] Isometry3<T>;
    fn inverse_call<[] []>(&a: d_a M) -> Isometry3<T> where []
    { (a.inverse(), ()) }
    |(), d_y| {
        M::with(&mut d_a, |d_a| {
            let (d_v, d_w) = halves(&d_y);
            let d = a.rotation.inverse_transform_vector(&d_v);
            let t = a.rotation.inverse_transform_vector(&a.translation.vector);
            *d_a += tangent(-d, t.cross(&d) - a.rotation.inverse_transform_vector(&d_w));
        });
    }
}

method! {
    /// `R p + t`
    trait IsometryTransformPoint<T: Entry> where []
    impl[] Isometry3<T>;
    fn transform_point_call<[] []>(&a: d_a M, p: &Point3<T>, d_p N => Vector3<T> [p]) -> Point3<T> where []
    { (a.transform_point(p), ()) }
    |(), d_y| {
        M::with(&mut d_a, |d_a| *d_a += acted(a, &p.coords, &d_y));
        N::with(&mut d_p, |d_p| *d_p += a.rotation.inverse_transform_vector(&d_y));
    }
}

method! {
    /// `R v`
    trait IsometryTransformVector<T: Entry> where []
    impl[] Isometry3<T>;
    fn transform_vector_call<[] []>(&a: d_a M, v: &Vector3<T>, d_v N => Vector3<T> [v]) -> Vector3<T> where []
    { (a.transform_vector(v), ()) }
    |(), d_y| {
        let d = a.rotation.inverse_transform_vector(&d_y);
        M::with(&mut d_a, |d_a| *d_a += tangent(Vector3::zeros(), v.cross(&d)));
        N::with(&mut d_v, |d_v| *d_v += d);
    }
}

method! {
    /// `y = Rᵀ (p - t)`: `y + y × ω - v`.
    trait IsometryInversePoint<T: Entry> where []
    impl[] Isometry3<T>;
    fn inverse_transform_point_call<[] []>(&a: d_a M, p: &Point3<T>, d_p N => Vector3<T> [p]) -> Point3<T> where []
    {
        let y = a.inverse_transform_point(p);
        (y, y)
    }
    |y, d_y| {
        M::with(&mut d_a, |d_a| *d_a += tangent(-d_y, d_y.cross(&y.coords)));
        N::with(&mut d_p, |d_p| *d_p += a.rotation * d_y);
    }
}

method! {
    /// `y = Rᵀ v`: `y + y × ω`.
    trait IsometryInverseVector<T: Entry> where []
    impl[] Isometry3<T>;
    fn inverse_transform_vector_call<[] []>(&a: d_a M, v: &Vector3<T>, d_v N => Vector3<T> [v]) -> Vector3<T> where []
    {
        let y = a.inverse_transform_vector(v);
        (y, y)
    }
    |y, d_y| {
        M::with(&mut d_a, |d_a| *d_a += tangent(Vector3::zeros(), d_y.cross(&y)));
        N::with(&mut d_v, |d_v| *d_v += a.rotation * d_y);
    }
}

constructor! {
    /// `new(translation, scaled axis)`: `d_t = R d_v`.
    trait NewIsometry<[] T: Entry> where []
    impl Isometry3<T>;
    fn new_call<[]>(t: Vector3<T>, d_t M => Vector3<T>, w: Vector3<T>, d_w N => Vector3<T>) where []
    {
        let y = Self::new(t, w);
        (y, (y.rotation, w))
    }
    |(rotation, w), d_y| {
        let (d_v, d_r) = halves(&d_y);
        M::with(&mut d_t, |d_t| *d_t += rotation * d_v);
        N::with(&mut d_w, |d_w| *d_w += left_jacobian(&w, &d_r));
    }
}

constructor! {
    /// `from_parts(translation, rotation)`
    trait IsometryFromParts<[] T: Entry> where []
    impl Isometry3<T>;
    fn from_parts_call<[]>(
        t: Translation3<T>, d_t M => Vector3<T>, q: UnitQuaternion<T>, d_q N => Vector3<T>
    ) where []
    { (Self::from_parts(t, q), q) }
    |q, d_y| {
        let (d_v, d_r) = halves(&d_y);
        M::with(&mut d_t, |d_t| *d_t += q * d_v);
        N::with(&mut d_q, |d_q| *d_q += d_r);
    }
}

constructor! {
    /// `translation(x, y, z)`
    trait IsometryTranslation<[] T: Entry> where []
    impl Isometry3<T>;
    fn translation_call<[]>(x: T, d_x L => T, y: T, d_y M => T, z: T, d_z N => T) where []
    { (Self::translation(x, y, z), ()) }
    |(), d| {
        L::with(&mut d_x, |d_x| *d_x += d[0]);
        M::with(&mut d_y, |d_y| *d_y += d[1]);
        N::with(&mut d_z, |d_z| *d_z += d[2]);
    }
}

constructor! {
    /// `rotation(scaled axis)`
    trait IsometryRotation<[] T: Entry> where []
    impl Isometry3<T>;
    fn rotation_call<[]>(w: Vector3<T>, d_w N => Vector3<T>) where []
    { (Self::rotation(w), w) }
    |w, d_y| {
        N::with(&mut d_w, |d_w| *d_w += left_jacobian(&w, &halves(&d_y).1));
    }
}

constructor! {
    /// `Translation3::new`
    trait NewTranslation<[] T: Entry> where []
    impl Translation3<T>;
    fn new_call<[]>(x: T, d_x L => T, y: T, d_y M => T, z: T, d_z N => T) where []
    { (Self::new(x, y, z), ()) }
    |(), d| {
        L::with(&mut d_x, |d_x| *d_x += d.x);
        M::with(&mut d_y, |d_y| *d_y += d.y);
        N::with(&mut d_z, |d_z| *d_z += d.z);
    }
}

constructor! {
    /// `Translation3::from(vector)`
    trait TranslationFromVector<[] T: Entry> where []
    impl Translation3<T>;
    fn from_call<[]>(t: Vector3<T>, d_t M => Vector3<T>) where []
    { (Self::from(t), ()) }
    |(), d| {
        M::with(&mut d_t, |d_t| *d_t += d);
    }
}
