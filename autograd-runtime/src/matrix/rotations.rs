//! Rotations and rigid motions.
//!
//! Their tangents are those of the body frame. A rotation in space, as [`UnitQuaternion`](nalgebra::UnitQuaternion) or as
//! [`Rotation3`](nalgebra::Rotation3), is disturbed by `q exp(δ)`, where `δ` is a [`Vector3`](nalgebra::Vector3), the axis
//! of a small further rotation in the rotated frame times its angle. A rotation of the plane, as
//! [`UnitComplex`](nalgebra::UnitComplex) or as [`Rotation2`](nalgebra::Rotation2), is disturbed by an angle. An
//! [`Isometry3`](nalgebra::Isometry3) is disturbed by a [`Vector6`](nalgebra::Vector6), whose first half `v` moves the
//! translation along the rotated axes, `t + R v`, and whose second half turns the rotation, `R exp(ω)`.
//!
//! `step` does exactly that to a value (a retraction), so that a step along a gradient stays a rotation. Source: Solà,
//! Deray, Atchuthan, *A micro Lie theory for state estimation in robotics* (2018), whose right Jacobians these are.

mod isometry;
mod plane;
mod space;

pub use isometry::*;
pub use plane::*;
pub use space::*;

use nalgebra::Vector3;

use super::Entry;

/// `Jₗ(w) d`, with the left Jacobian `I + a W + b W²` of the exponential map; `a = (1 - cos θ) / θ²`,
/// `b = (θ - sin θ) / θ³`. It is the transpose of the right Jacobian.
fn left_jacobian<T: Entry>(w: &Vector3<T>, d: &Vector3<T>) -> Vector3<T> {
    let square = w.norm_squared();
    let of = |x: f64| nalgebra::convert::<f64, T>(x);
    // Below this the series is exact to rounding; above it, nothing cancels.
    let (a, b) = if square < of(1e-3) {
        (
            of(0.5) - square / of(24.0) * (of(1.0) - square / of(30.0)),
            of(1.0 / 6.0) - square / of(120.0) * (of(1.0) - square / of(42.0)),
        )
    } else {
        let angle = nalgebra::ComplexField::sqrt(square);
        let (sin, cos) = nalgebra::ComplexField::sin_cos(angle);
        ((of(1.0) - cos) / square, (angle - sin) / (square * angle))
    };
    let across = w.cross(d);
    d + across * a + w.cross(&across) * b
}

/// `Jₗ(w)⁻¹ d = d - w × d / 2 + c w × (w × d)`, `c = 1 / θ² - (1 + cos θ) / (2 θ sin θ)`.
fn left_jacobian_inverse<T: Entry>(w: &Vector3<T>, d: &Vector3<T>) -> Vector3<T> {
    let square = w.norm_squared();
    let of = |x: f64| nalgebra::convert::<f64, T>(x);
    let c = if square < of(1e-3) {
        of(1.0 / 12.0) + square / of(720.0) * (of(1.0) + square / of(42.0))
    } else {
        // (1 + cos θ) / sin θ = 1 / tan(θ / 2)
        let angle = nalgebra::ComplexField::sqrt(square);
        of(1.0) / square - of(0.5) / (angle * nalgebra::ComplexField::tan(angle * of(0.5)))
    };
    let across = w.cross(d);
    d - across * of(0.5) + w.cross(&across) * c
}
