//! Functions with branches.

use autograd::differentiable;

/// Huber's loss.
#[differentiable]
pub fn huber(r: f64, delta: f64) -> f64 {
    let a = r.abs();
    if a <= delta { 0.5 * r * r } else { delta * (a - 0.5 * delta) }
}

/// The exponential linear unit.
#[differentiable]
pub fn elu(x: f64, alpha: f64) -> f64 {
    if x > 0.0 { x } else { alpha * x.exp_m1() }
}

/// The sigmoid that never overflows.
#[differentiable]
pub fn sigmoid(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + (-x).exp())
    } else {
        let e = x.exp();
        e / (1.0 + e)
    }
}

/// The cubic spline kernel of smoothed particles.
#[differentiable]
pub fn spline_kernel(r: f64, h: f64) -> f64 {
    let q = r / h;
    if q < 1.0 {
        1.0 - 1.5 * q * q + 0.75 * q * q * q
    } else if q < 2.0 {
        let u = 2.0 - q;
        0.25 * u * u * u
    } else {
        0.0
    }
}

/// Gravity inside and outside a ball of radius `radius`.
#[differentiable]
pub fn gravity(r: f64, radius: f64, surface: f64) -> f64 {
    if r < radius {
        return surface * r / radius;
    }
    let q = radius / r;
    surface * q * q
}

/// A valve's flow: linear, then of the square root, after a branch that decides the pressure.
#[differentiable]
pub fn valve(up: f64, down: f64, opening: f64) -> f64 {
    let mut drop = up - down;
    let mut sign = 1.0;
    if drop < 0.0 {
        drop = -drop;
        sign = -1.0;
    }
    let flow = if drop < 0.01 { 10.0 * drop } else { drop.sqrt() };
    sign * opening * flow
}

/// The force of a spring chosen by its kind.
#[differentiable]
pub fn spring(kind: u32, x: f64, k: f64) -> f64 {
    match kind {
        0 => 0.5 * k * x * x,
        1 => 0.25 * k * x * x * x * x,
        _ => k * (x.cosh() - 1.0),
    }
}

/// The squared hinge loss.
#[differentiable]
pub fn squared_hinge(score: f64, label: f64) -> f64 {
    let margin = 1.0 - label * score;
    if margin > 0.0 { margin * margin } else { 0.0 }
}
