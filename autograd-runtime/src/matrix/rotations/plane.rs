//! Rotations of the plane: unit complex numbers and rotation matrices. Their tangent is an angle.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Matrix, OVector, Point2, Rotation2, Storage, U1, U2, UnitComplex, Vector2};

use super::super::Entry;
use super::super::operators::rule;
use crate::method::{constructor, method};
use crate::rules::MulRule;
use crate::{Differentiable, Real, Step};

/// `a × b`
fn perp<T: Entry, SA: Storage<T, U2>, SB: Storage<T, U2>>(a: &Matrix<T, U2, U1, SA>, b: &Matrix<T, U2, U1, SB>) -> T {
    a[0] * b[1] - a[1] * b[0]
}

/// `y = q v`: `d_v = Rᵀ d_y` and `d_q = v × Rᵀ d_y`. Angles add up.
macro_rules! rotation {
    ($Rotation:ident: $New:ident $Inverse:ident $Angle:ident $Transform:ident $InverseTransform:ident) => {
        impl<T: Entry> Differentiable for $Rotation<T> {
            type Tangent = T;

            #[inline]
            fn zero_tangent(&self) -> T {
                nalgebra::zero()
            }
        }

        impl<T: Entry> Step for $Rotation<T> {
            fn step(&mut self, tangent: &T, scale: f64) {
                *self *= Self::new(*tangent * <T as Real>::from_f64(scale));
            }
        }

        rule! {
            [T: Entry]
            MulRule: $Rotation<T>, $Rotation<T> => $Rotation<T>, T, T
            where []
            d_a = |_, _, d_y| *d_y;
            d_b = |_, _, d_y| *d_y;
        }

        rule! {
            [T: Entry, S: Storage<T, U2>]
            MulRule: $Rotation<T>, Matrix<T, U2, U1, S> => Vector2<T>, T, OVector<T, U2>
            where [DefaultAllocator: Allocator<U2>]
            d_a = |a, b, d_y| perp(b, &a.inverse_transform_vector(d_y));
            d_b = |a, _, d_y| a.inverse_transform_vector(d_y);
        }

        rule! {
            [T: Entry]
            MulRule: $Rotation<T>, Point2<T> => Point2<T>, T, Vector2<T>
            where []
            d_a = |a, b, d_y| perp(&b.coords, &a.inverse_transform_vector(d_y));
            d_b = |a, _, d_y| a.inverse_transform_vector(d_y);
        }

        constructor! {
            /// `new(angle)`
            trait $New<[] T: Entry> where []
            impl $Rotation<T>;
            fn new_call<[]>(angle: T, d_angle M => T) where []
            { (Self::new(angle), ()) }
            |(), d_y| {
                M::with(&mut d_angle, |d_angle| *d_angle += d_y);
            }
        }

        method! {
            /// `q⁻¹`
            trait $Inverse<T: Entry> where []
            impl[] $Rotation<T>;
            fn inverse_call<[] []>(&q: d_q M) -> $Rotation<T> where []
            { (q.inverse(), ()) }
            |(), d_y| {
                M::with(&mut d_q, |d_q| *d_q -= d_y);
            }
        }

        method! {
            /// The angle.
            trait $Angle<T: Entry> where []
            impl[] $Rotation<T>;
            fn angle_call<[] []>(&q: d_q M) -> T where []
            { (q.angle(), ()) }
            |(), d_y| {
                M::with(&mut d_q, |d_q| *d_q += d_y);
            }
        }

        method! {
            /// `q v`
            trait $Transform<T: Entry> where []
            impl[] $Rotation<T>;
            fn transform_vector_call<[] []>(&q: d_q M, v: &Vector2<T>, d_v N => Vector2<T> [v]) -> Vector2<T> where []
            { (q.transform_vector(v), ()) }
            |(), d_y| {
                let d = q.inverse_transform_vector(&d_y);
                M::with(&mut d_q, |d_q| *d_q += perp(v, &d));
                N::with(&mut d_v, |d_v| *d_v += d);
            }
        }

        method! {
            /// `y = q⁻¹ v`
            trait $InverseTransform<T: Entry> where []
            impl[] $Rotation<T>;
            fn inverse_transform_vector_call<[] []>(&q: d_q M, v: &Vector2<T>, d_v N => Vector2<T> [v]) -> Vector2<T> where []
            {
                let y = q.inverse_transform_vector(v);
                (y, y)
            }
            |y, d_y| {
                M::with(&mut d_q, |d_q| *d_q += perp(&d_y, &y));
                N::with(&mut d_v, |d_v| *d_v += q.transform_vector(&d_y));
            }
        }
    };
}

rotation! { UnitComplex: NewComplex ComplexInverse ComplexAngle ComplexTransform ComplexInverseTransform }
rotation! { Rotation2: NewRotation2 Rotation2Inverse Rotation2Angle Rotation2Transform Rotation2InverseTransform }
