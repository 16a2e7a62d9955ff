//! Functions of nalgebra's types of a static size.

use autograd::differentiable;
use nalgebra::{Matrix3, UnitQuaternion, Vector3};

/// A quadratic form.
#[differentiable]
pub fn quadratic(a: Matrix3<f64>, x: Vector3<f64>) -> f64 {
    x.dot(&(a * x))
}

/// The square of the distance of Mahalanobis.
#[differentiable]
pub fn mahalanobis(x: Vector3<f64>, mean: Vector3<f64>, precision: Matrix3<f64>) -> f64 {
    let d = x - mean;
    d.dot(&(precision * d))
}

/// The square of the distance of a reprojected point from where it was seen.
#[differentiable]
pub fn reprojection(q: UnitQuaternion<f64>, t: Vector3<f64>, p: Vector3<f64>, u: f64, v: f64) -> f64 {
    let c = q * p + t;
    let (a, b) = (800.0 * c.x / c.z - u, 800.0 * c.y / c.z - v);
    a * a + b * b
}

/// How far a rotated vector is from its target, squared.
#[differentiable]
pub fn rotation_loss(q: UnitQuaternion<f64>, p: Vector3<f64>, target: Vector3<f64>) -> f64 {
    (q * p - target).norm_squared()
}

/// One number of the solution of three linear equations.
#[differentiable]
pub fn solve(a: Matrix3<f64>, b: Vector3<f64>, c: Vector3<f64>) -> f64 {
    a.lu().solve(&b).unwrap().dot(&c)
}

/// A spring between two points.
#[differentiable]
pub fn tether(p: Vector3<f64>, q: Vector3<f64>, k: f64, rest: f64) -> f64 {
    let stretch = (p - q).norm() - rest;
    0.5 * k * stretch * stretch
}

/// The area of a triangle.
#[differentiable]
pub fn triangle(a: Vector3<f64>, b: Vector3<f64>, c: Vector3<f64>) -> f64 {
    0.5 * (b - a).cross(&(c - a)).norm()
}

/// Twice the surprise of a normal distribution, without its constant.
#[differentiable]
pub fn gaussian(x: Vector3<f64>, covariance: Matrix3<f64>) -> f64 {
    let factors = covariance.cholesky().unwrap();
    x.dot(&factors.solve(&x)) + factors.ln_determinant()
}
