use autograd::{differentiable, prelude::*};
use nalgebra::{
    Isometry3, Point2, Point3, Rotation2, Rotation3, Translation3, Unit, UnitComplex, UnitQuaternion, Vector2, Vector3,
};

fn w() -> Vector3<f64> {
    Vector3::new(0.3, -0.2, 0.7)
}

fn v() -> Vector3<f64> {
    Vector3::new(1.0, 2.0, -0.5)
}

#[differentiable]
fn by_quaternion(w: Vector3<f64>, v: &Vector3<f64>) -> Vector3<f64> {
    let q = UnitQuaternion::from_scaled_axis(w);
    let r = q * q.inverse() * q;
    r * v + q.inverse_transform_vector(v) * q.angle() + q.scaled_axis()
}
zoo! { by_quaternion(value, shared) -> other; at (w(), v()), (w() * 0.02, v()), (w() * 3.0, v()) }

#[differentiable]
fn by_matrix(w: Vector3<f64>, v: &Vector3<f64>) -> Vector3<f64> {
    let r = Rotation3::from_scaled_axis(w);
    let twice = r * r;
    twice.transpose() * v + r.transform_vector(v) * twice.angle() + r.inverse().into_inner() * v
}
zoo! { by_matrix(value, shared) -> other; at (w(), v()) }

#[differentiable]
fn by_angles(roll: f64, pitch: f64, yaw: f64, v: &Vector3<f64>) -> f64 {
    let q = UnitQuaternion::from_euler_angles(roll, pitch, yaw);
    let r = Rotation3::from_euler_angles(yaw, roll, pitch);
    (q * v).x + (r * v).y * q.scaled_axis().norm() + q.to_rotation_matrix().angle_to(&r)
}
zoo! { by_angles(value, value, value, shared) -> scalar; at (0.3, -0.5, 1.1, v()) }

#[differentiable]
fn by_axis(axis: Vector3<f64>, angle: f64, p: Point3<f64>) -> Point3<f64> {
    let axis = Unit::new_normalize(axis);
    let q = UnitQuaternion::from_axis_angle(&axis, angle);
    q * p
}

#[differentiable]
fn axis_loss(axis: Vector3<f64>, angle: f64, p: Vector3<f64>) -> f64 {
    let moved = by_axis(axis, angle, Point3::from(p));
    moved.x * moved.y + moved.z
}
zoo! { axis_loss(value, value, value) -> scalar; at (w(), 0.8, v()) }

#[differentiable]
fn by_isometry(t: Vector3<f64>, w: Vector3<f64>, p: Vector3<f64>) -> f64 {
    let iso = Isometry3::new(t, w);
    let other = Isometry3::from_parts(Translation3::from(p), UnitQuaternion::from_scaled_axis(t));
    let y = iso.inverse() * (iso * other * iso * Point3::from(p));
    let z = other.inverse_transform_point(&y) - iso.transform_point(&y);
    let turned = iso * (other * p) + iso.inverse_transform_vector(&p);
    y.x * y.y + y.z + z.norm() + turned.dot(&p)
}
zoo! { by_isometry(value, value, value) -> scalar; at (v(), w(), Vector3::new(0.2, -0.4, 0.9)) }

#[differentiable]
fn in_the_plane(angle: f64, v: Vector2<f64>) -> f64 {
    let q = UnitComplex::new(angle);
    let r = Rotation2::new(angle * angle);
    let p = q * Point2::new(v.x, v.y);
    (q * q * v).x + (r.inverse() * v).y * r.angle() + p.x * p.y + r.transform_vector(&v).x
}
zoo! { in_the_plane(value, value) -> scalar; at (0.7, Vector2::new(1.0, -2.0)) }

#[differentiable]
fn turned(q: UnitQuaternion<f64>, p: &Point3<f64>) -> f64 {
    let y = q * p;
    y.x * y.y + y.z
}

#[differentiable]
fn moved(pose: &Isometry3<f64>, p: &Point3<f64>) -> f64 {
    let y = pose * p;
    y.x * y.y + y.z
}

/// The gradient is that of `q exp(δ)` at zero, which is where `step` goes.
#[test]
fn gradients_are_those_along_steps() {
    let p = Point3::new(1.0, 2.0, -0.5);
    let q = UnitQuaternion::from_scaled_axis(w());
    let (d_q, _) = turned_grad(q, &p);
    let pose = Isometry3::new(v(), w());
    let (d_pose, _) = moved_grad(&pose, &p);
    let h = 1e-6;
    for i in 0..3 {
        let at = |k: f64| {
            let mut moved = q;
            moved.step(&Vector3::ith(i, 1.0), k * h);
            turned(moved, &p)
        };
        assert!((d_q[i] - (at(1.0) - at(-1.0)) / (2.0 * h)).abs() < 1e-8);
    }
    for i in 0..6 {
        let at = |k: f64| {
            let mut stepped = pose;
            stepped.step(&nalgebra::Vector6::ith(i, 1.0), k * h);
            moved(&stepped, &p)
        };
        assert!((d_pose[i] - (at(1.0) - at(-1.0)) / (2.0 * h)).abs() < 1e-8);
    }
}

#[test]
fn descent_on_rotations_stays_on_rotations() {
    let target = UnitQuaternion::from_scaled_axis(v());
    let mut q = UnitQuaternion::identity();
    for _ in 0..200 {
        let (d_q, _) = misfit_grad(&q, &target);
        q.step(&d_q, -0.1);
        assert!((q.norm() - 1.0).abs() < 1e-12);
    }
    assert!(q.angle_to(&target) < 1e-6);
}

#[differentiable]
fn misfit(q: &UnitQuaternion<f64>, target: &UnitQuaternion<f64>) -> f64 {
    let mut total = 0.0;
    for axis in [Vector3::x(), Vector3::y(), Vector3::z()] {
        total += (q * axis - target * axis).norm_squared();
    }
    total
}

#[differentiable]
fn accumulated(w: Vector3<f64>, v: &[Vector3<f64>]) -> f64 {
    let mut pose = Isometry3::identity();
    let mut total = Vector3::zeros();
    let mut q = UnitQuaternion::identity();
    for i in 0..v.len() {
        pose = pose * Isometry3::new(v[i], w);
        q *= UnitQuaternion::from_scaled_axis(w * 0.5);
        total += v[i] * (i as f64);
        total -= pose * v[i] + q * v[i];
    }
    total.norm_squared()
}
zoo! { accumulated(value, shared) -> scalar; at (w(), vec![v(), w(), v() - w()]) }
