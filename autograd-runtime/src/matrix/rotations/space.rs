//! Rotations in space: unit quaternions and rotation matrices.

use nalgebra::allocator::Allocator;
use nalgebra::{
    DefaultAllocator, Matrix, Matrix3, OVector, Point3, Rotation3, Storage, U1, U3, Unit, UnitQuaternion, Vector3,
};

use super::super::Entry;
use super::super::operators::rule;
use super::{left_jacobian, left_jacobian_inverse};
use crate::method::{constructor, method};
use crate::rules::MulRule;
use crate::{Differentiable, Real, Step, Tangent};

/// `y = q v`: `d_v = Rᵀ d_y` and, since `q exp(δ) v = q (v + δ × v)`, `d_q = v × Rᵀ d_y`.
///
/// `y = a b`: `a exp(α) b = a b exp(b⁻¹ α)`, so `d_a = b d_y`, and `d_b = d_y`.
macro_rules! rotation {
    ($Rotation:ident) => {
        impl<T: Entry> Differentiable for $Rotation<T> {
            type Tangent = Vector3<T>;

            #[inline]
            fn zero_tangent(&self) -> Vector3<T> {
                Vector3::zeros()
            }
        }

        impl<T: Entry> Step for $Rotation<T> {
            fn step(&mut self, tangent: &Vector3<T>, scale: f64) {
                *self *= Self::from_scaled_axis(tangent * <T as Real>::from_f64(scale));
            }
        }

        rule! {
            [T: Entry]
            MulRule: $Rotation<T>, $Rotation<T> => $Rotation<T>, Vector3<T>, Vector3<T>
            where []
            d_a = |_, b, d_y| b.transform_vector(d_y);
            d_b = |_, _, d_y| *d_y;
        }

        rule! {
            [T: Entry, S: Storage<T, U3>]
            MulRule: $Rotation<T>, Matrix<T, U3, U1, S> => Vector3<T>, Vector3<T>, OVector<T, U3>
            where [DefaultAllocator: Allocator<U3>]
            d_a = |a, b, d_y| b.cross(&a.inverse_transform_vector(d_y));
            d_b = |a, _, d_y| a.inverse_transform_vector(d_y);
        }

        rule! {
            [T: Entry]
            MulRule: $Rotation<T>, Point3<T> => Point3<T>, Vector3<T>, Vector3<T>
            where []
            d_a = |a, b, d_y| b.coords.cross(&a.inverse_transform_vector(d_y));
            d_b = |a, _, d_y| a.inverse_transform_vector(d_y);
        }
    };
}

rotation! { UnitQuaternion }
rotation! { Rotation3 }

/// Methods of both kinds of rotation, which differ in the names of their traits alone.
macro_rules! methods {
    ($Rotation:ident: $Inverse:ident $Transform:ident $TransformPoint:ident $InverseTransform:ident $InversePoint:ident
     $ScaledAxis:ident $Angle:ident $AngleTo:ident $FromScaledAxis:ident $FromAxisAngle:ident $FromEuler:ident) => {
        method! {
            /// `q⁻¹`: `(q exp(δ))⁻¹ = q⁻¹ exp(-q δ)`.
            trait $Inverse<T: Entry> where []
            impl[] $Rotation<T>;
            fn inverse_call<[] []>(&q: d_q M) -> $Rotation<T> where []
            { (q.inverse(), ()) }
            |(), d_y| {
                M::with(&mut d_q, |d_q| *d_q -= q.inverse_transform_vector(&d_y));
            }
        }

        method! {
            /// `q v`
            trait $Transform<T: Entry> where []
            impl[] $Rotation<T>;
            fn transform_vector_call<[] []>(&q: d_q M, v: &Vector3<T>, d_v N => Vector3<T> [v]) -> Vector3<T> where []
            { (q.transform_vector(v), ()) }
            |(), d_y| {
                let d = q.inverse_transform_vector(&d_y);
                M::with(&mut d_q, |d_q| *d_q += v.cross(&d));
                N::with(&mut d_v, |d_v| *d_v += d);
            }
        }

        method! {
            /// `q p`
            trait $TransformPoint<T: Entry> where []
            impl[] $Rotation<T>;
            fn transform_point_call<[] []>(&q: d_q M, p: &Point3<T>, d_p N => Vector3<T> [p]) -> Point3<T> where []
            { (q.transform_point(p), ()) }
            |(), d_y| {
                let d = q.inverse_transform_vector(&d_y);
                M::with(&mut d_q, |d_q| *d_q += p.coords.cross(&d));
                N::with(&mut d_p, |d_p| *d_p += d);
            }
        }

        method! {
            /// `y = q⁻¹ v`: `y + y × δ`, so `d_q = d_y × y`.
            trait $InverseTransform<T: Entry> where []
            impl[] $Rotation<T>;
            fn inverse_transform_vector_call<[] []>(&q: d_q M, v: &Vector3<T>, d_v N => Vector3<T> [v]) -> Vector3<T> where []
            {
                let y = q.inverse_transform_vector(v);
                (y, y)
            }
            |y, d_y| {
                M::with(&mut d_q, |d_q| *d_q += d_y.cross(&y));
                N::with(&mut d_v, |d_v| *d_v += q.transform_vector(&d_y));
            }
        }

        method! {
            /// The same for a point.
            trait $InversePoint<T: Entry> where []
            impl[] $Rotation<T>;
            fn inverse_transform_point_call<[] []>(&q: d_q M, p: &Point3<T>, d_p N => Vector3<T> [p]) -> Point3<T> where []
            {
                let y = q.inverse_transform_point(p);
                (y, y)
            }
            |y, d_y| {
                M::with(&mut d_q, |d_q| *d_q += d_y.cross(&y.coords));
                N::with(&mut d_p, |d_p| *d_p += q.transform_vector(&d_y));
            }
        }

        method! {
            /// `w` with `q = exp(w)`: `d_q = Jᵣ(w)⁻ᵀ d_w`.
            trait $ScaledAxis<T: Entry> where []
            impl[] $Rotation<T>;
            fn scaled_axis_call<[] []>(&q: d_q M) -> Vector3<T> where []
            {
                let w = q.scaled_axis();
                (w, w)
            }
            |w, d_y| {
                M::with(&mut d_q, |d_q| *d_q += left_jacobian_inverse(&w, &d_y));
            }
        }

        method! {
            /// `|w|` with `q = exp(w)`: the axis; zero where there is none.
            trait $Angle<T: Entry> where []
            impl[] $Rotation<T>;
            fn angle_call<[] []>(&q: d_q M) -> T where []
            { (q.angle(), q.axis()) }
            |axis, d_y| {
                if let Some(axis) = axis {
                    M::with(&mut d_q, |d_q| *d_q += *axis * d_y);
                }
            }
        }

        method! {
            /// The angle of `r = a⁻¹ b`: its axis for `b`, and the axis backwards, `-(r axis) = -axis`, for `a`.
            trait $AngleTo<T: Entry> where []
            impl[] $Rotation<T>;
            fn angle_to_call<[] []>(&a: d_a M, b: &$Rotation<T>, d_b N => Vector3<T> [b]) -> T where []
            { (a.angle_to(b), (a.inverse() * b).axis()) }
            |axis, d_y| {
                if let Some(axis) = axis {
                    M::with(&mut d_a, |d_a| *d_a -= *axis * d_y);
                    N::with(&mut d_b, |d_b| *d_b += *axis * d_y);
                }
            }
        }

        constructor! {
            /// `exp(w)`: `exp(w + δ) = exp(w) exp(Jᵣ(w) δ)`.
            trait $FromScaledAxis<[] T: Entry> where []
            impl $Rotation<T>;
            fn from_scaled_axis_call<[]>(w: Vector3<T>, d_w M => Vector3<T>) where []
            { (Self::from_scaled_axis(w), w) }
            |w, d_y| {
                M::with(&mut d_w, |d_w| *d_w += left_jacobian(&w, &d_y));
            }
        }

        constructor! {
            /// `exp(angle axis)`
            trait $FromAxisAngle<[] T: Entry> where []
            impl $Rotation<T>;
            fn from_axis_angle_call<[]>(
                axis: &Unit<Vector3<T>>, d_axis M => Vector3<T> [axis], angle: T, d_angle N => T
            ) where []
            { (Self::from_axis_angle(axis, angle), angle) }
            |angle, d_y| {
                N::with(&mut d_angle, |d_angle| *d_angle += axis.dot(&d_y));
                M::with(&mut d_axis, |d_axis| *d_axis += left_jacobian(&(**axis * angle), &d_y) * angle);
            }
        }

        constructor! {
            /// `Rz(yaw) Ry(pitch) Rx(roll)`: each angle turns about its own axis, seen from the body.
            trait $FromEuler<[] T: Entry> where []
            impl $Rotation<T>;
            fn from_euler_angles_call<[]>(roll: T, d_roll L => T, pitch: T, d_pitch M => T, yaw: T, d_yaw N => T) where []
            {
                let of_roll = Self::from_scaled_axis(Vector3::x() * roll);
                let of_pitch = Self::from_scaled_axis(Vector3::y() * pitch);
                (Self::from_euler_angles(roll, pitch, yaw), (of_roll, of_pitch))
            }
            |(of_roll, of_pitch), d_y| {
                let after_roll = of_roll.transform_vector(&d_y);
                L::with(&mut d_roll, |d_roll| *d_roll += d_y.x);
                M::with(&mut d_pitch, |d_pitch| *d_pitch += after_roll.y);
                N::with(&mut d_yaw, |d_yaw| *d_yaw += of_pitch.transform_vector(&after_roll).z);
            }
        }
    };
}

methods! {
    UnitQuaternion: QuaternionInverse QuaternionTransform QuaternionTransformPoint QuaternionInverseTransform QuaternionInversePoint
    QuaternionScaledAxis QuaternionAngle QuaternionAngleTo QuaternionFromScaledAxis QuaternionFromAxisAngle QuaternionFromEuler
}

methods! {
    Rotation3: RotationInverse RotationTransform RotationTransformPoint RotationInverseTransform RotationInversePoint
    RotationScaledAxis RotationAngle RotationAngleTo RotationFromScaledAxis RotationFromAxisAngle RotationFromEuler
}

method! {
    /// The same rotation as a matrix type.
    trait ToRotationMatrix<T: Entry> where []
    impl[] UnitQuaternion<T>;
    fn to_rotation_matrix_call<[] []>(&q: d_q M) -> Rotation3<T> where []
    { (q.to_rotation_matrix(), ()) }
    |(), d_y| {
        M::with(&mut d_q, |d_q| *d_q += d_y);
    }
}

method! {
    /// The transpose, which is the inverse.
    trait RotationTranspose<T: Entry> where []
    impl[] Rotation3<T>;
    fn transpose_call<[] []>(&q: d_q M) -> Rotation3<T> where []
    { (q.transpose(), ()) }
    |(), d_y| {
        M::with(&mut d_q, |d_q| *d_q -= q.inverse_transform_vector(&d_y));
    }
}

method! {
    /// The entries: `R exp(δ) = R (I + [δ])`, so `d_q` is the axial vector of `Rᵀ d_R`.
    trait RotationIntoInner<T: Entry> where []
    impl[] Rotation3<T>;
    fn into_inner_call<[] []>(&q: d_q M) -> Matrix3<T> where []
    { ((*q).into_inner(), ()) }
    |(), d_y| {
        M::with(&mut d_q, |d_q| {
            let g = q.matrix().tr_mul(&d_y);
            d_q.accumulate(Vector3::new(g[(2, 1)] - g[(1, 2)], g[(0, 2)] - g[(2, 0)], g[(1, 0)] - g[(0, 1)]));
        });
    }
}
