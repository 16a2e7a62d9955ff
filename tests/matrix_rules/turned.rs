//! The rows of points, rotations and rigid motions, of three vectors and a number each.

use autograd::differentiable;
use nalgebra::{
    Isometry3, Point2, Point3, Rotation2, Rotation3, Translation3, Unit, UnitComplex, UnitQuaternion, Vector3,
};

use crate::driver::{Case, Flat, Random, along};

type V = Vector3<f64>;

macro_rules! rows {
    ($($name:ident($w:ident, $v:ident, $t:ident, $k:ident) -> $Y:ty { $($body:tt)* })*) => {$(
        mod $name {
            use super::*;

            #[differentiable]
            pub(super) fn f($w: &V, $v: &V, $t: &V, $k: f64) -> $Y {
                $($body)*
            }

            pub(super) const CASE: Case = Case {
                value: |n, at| {
                    let from = &mut at.iter().copied();
                    let (w, v, t) = (V::read(n, from), V::read(n, from), V::read(n, from));
                    let mut value = Vec::new();
                    f(&w, &v, &t, f64::read(n, from)).write(&mut value);
                    value
                },
                pulled: |n, at, seed| {
                    let from = &mut at.iter().copied();
                    let (w, v, t) = (V::read(n, from), V::read(n, from), V::read(n, from));
                    let (mut d_w, mut d_v, mut d_t) = (V::zeros(), V::zeros(), V::zeros());
                    let seed = Flat::read(n, &mut seed.iter().copied());
                    let k = f64::read(n, from);
                    let (_, d_k) = f_backward(&w, &mut d_w, &v, &mut d_v, &t, &mut d_t, k, seed);
                    let mut gradient = Vec::new();
                    (d_w.write(&mut gradient), d_v.write(&mut gradient));
                    (d_t.write(&mut gradient), d_k.write(&mut gradient));
                    gradient
                },
            };
        }

        #[test]
        fn $name() {
            let mut random = Random::of(stringify!($name), 3);
            for trial in 0..20 {
                // The first half of the trials turns far, the second by little.
                let mut at = random.list(10);
                at[..3].iter_mut().for_each(|w| *w *= if trial < 10 { 1.7 } else { 0.02 });
                along(&format!("{}, trial {trial}", stringify!($name)), 3, &at, &$name::CASE, &mut random);
            }
        }
    )*};
}

rows! {
    quaternion_on_vector(w, v, t, k) -> V { UnitQuaternion::from_scaled_axis(*w) * v * k }
    quaternion_on_point(w, v, t, k) -> f64 {
        let p = UnitQuaternion::from_scaled_axis(*w) * Point3::new(v.x, v.y, k);
        p.x * p.y + p.z
    }
    quaternion_composed(w, v, t, k) -> V {
        let (q, r) = (UnitQuaternion::from_scaled_axis(*w), UnitQuaternion::from_scaled_axis(*t));
        (q * r * q) * v
    }
    quaternion_inverse(w, v, t, k) -> V {
        let q = UnitQuaternion::from_scaled_axis(*w);
        q.inverse() * v + q.inverse_transform_vector(t) * k + q.transform_vector(t)
    }
    quaternion_scaled_axis(w, v, t, k) -> V {
        (UnitQuaternion::from_scaled_axis(*w) * UnitQuaternion::from_scaled_axis(t * 0.1)).scaled_axis() * k
    }
    quaternion_from_axis_angle(w, v, t, k) -> V {
        let axis = Unit::new_normalize(*t);
        UnitQuaternion::from_axis_angle(&axis, k) * v
    }
    quaternion_from_euler_angles(w, v, t, k) -> V { UnitQuaternion::from_euler_angles(w.x, k, t.x) * v }
    quaternion_angle(w, v, t, k) -> f64 {
        let q = UnitQuaternion::from_scaled_axis(w + Vector3::new(0.4, 0.0, 0.0));
        q.angle() * k + q.angle_to(&UnitQuaternion::from_scaled_axis(-t))
    }
    rotation_on_vector(w, v, t, k) -> V { Rotation3::from_scaled_axis(*w) * v * k }
    rotation_composed(w, v, t, k) -> V {
        let (q, r) = (Rotation3::from_scaled_axis(*w), Rotation3::from_euler_angles(t.x, t.y, k));
        (q * r.inverse() * q.transpose()) * v
    }
    rotation_scaled_axis(w, v, t, k) -> V { Rotation3::from_scaled_axis(*w).scaled_axis() * k }
    rotation_matrix(w, v, t, k) -> V { Rotation3::from_scaled_axis(*w).into_inner() * v }
    rotation_of_quaternion(w, v, t, k) -> V { UnitQuaternion::from_scaled_axis(*w).to_rotation_matrix() * v * k }
    isometry_on_point(w, v, t, k) -> f64 {
        let p = Isometry3::new(*t, *w) * Point3::from(*v);
        p.x * p.y + p.z * k
    }
    isometry_on_vector(w, v, t, k) -> V { Isometry3::new(*t, *w) * v * k }
    isometry_composed(w, v, t, k) -> f64 {
        let (a, b) = (Isometry3::new(*t, *w), Isometry3::new(*w, *t));
        let p = (a * b * a) * Point3::from(*v);
        p.x * p.y + p.z * k
    }
    isometry_inverse(w, v, t, k) -> f64 {
        let a = Isometry3::new(*t, *w);
        let (p, q) = (a.inverse() * Point3::from(*v), a.inverse_transform_point(&Point3::new(k, v.x, t.y)));
        p.x * p.y + p.z * q.x + q.y * q.z + a.inverse_transform_vector(t).x
    }
    isometry_from_parts(w, v, t, k) -> V {
        let a = Isometry3::from_parts(Translation3::new(k, t.x, t.y), UnitQuaternion::from_scaled_axis(*w));
        let b = Isometry3::from_parts(Translation3::from(*t), UnitQuaternion::from_euler_angles(k, w.x, w.y));
        a * Point3::from(*v) - b * Point3::from(*v)
    }
    isometry_of_one_kind(w, v, t, k) -> V {
        let a = Isometry3::translation(k, t.x, t.y) * Isometry3::rotation(*w);
        a.transform_point(&Point3::from(*v)) - Point3::from(*t) + a.transform_vector(v)
    }
    points(w, v, t, k) -> V {
        let (p, q) = (Point3::from(*v), Point3::new(k, w.x, t.x));
        (p + w) - (q - t) + (p - q) * k
    }
    plane(w, v, t, k) -> f64 {
        let (q, r) = (UnitComplex::new(k), Rotation2::new(w.x));
        let p = q * Point2::new(v.x, v.y);
        p.x * t.x + r.angle() * p.y + (r * r.inverse() * r * v.xy()).y + (q.inverse() * q * q * v.xy()).x
    }
}
