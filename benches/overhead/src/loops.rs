//! Functions with loops.

use autograd::differentiable;

/// The sum of squares.
#[differentiable]
pub fn sum_of_squares(x: &[f64]) -> f64 {
    let mut sum = 0.0;
    for i in 0..x.len() {
        sum += x[i] * x[i];
    }
    sum
}

/// A polynomial with the coefficients `c`, lowest first, by Horner's scheme.
#[differentiable]
pub fn horner(c: &[f64], x: f64) -> f64 {
    let mut y = 0.0;
    for i in (0..c.len()).rev() {
        y = y * x + c[i];
    }
    y
}

/// Newton's iteration for a zero of `a + b x + c x² + d x³`, from `start`.
#[differentiable]
pub fn newton(a: f64, b: f64, c: f64, d: f64, start: f64, steps: usize) -> f64 {
    let mut x = start;
    for _ in 0..steps {
        let value = a + x * (b + x * (c + x * d));
        let slope = b + x * (2.0 * c + x * (3.0 * d));
        x -= value / slope;
    }
    x
}

/// Predator and prey by the classical method of Runge and Kutta: the squared distance of the last state from (1, 1).
#[differentiable]
pub fn rk4(x0: f64, y0: f64, alpha: f64, beta: f64, gamma: f64, delta: f64, #[no_grad] h: f64, steps: usize) -> f64 {
    let mut x = x0;
    let mut y = y0;
    for _ in 0..steps {
        let kx1 = x * (alpha - beta * y);
        let ky1 = y * (delta * x - gamma);
        let x2 = x + 0.5 * h * kx1;
        let y2 = y + 0.5 * h * ky1;
        let kx2 = x2 * (alpha - beta * y2);
        let ky2 = y2 * (delta * x2 - gamma);
        let x3 = x + 0.5 * h * kx2;
        let y3 = y + 0.5 * h * ky2;
        let kx3 = x3 * (alpha - beta * y3);
        let ky3 = y3 * (delta * x3 - gamma);
        let x4 = x + h * kx3;
        let y4 = y + h * ky3;
        let kx4 = x4 * (alpha - beta * y4);
        let ky4 = y4 * (delta * x4 - gamma);
        x += h / 6.0 * (kx1 + 2.0 * kx2 + 2.0 * kx3 + kx4);
        y += h / 6.0 * (ky1 + 2.0 * ky2 + 2.0 * ky3 + ky4);
    }
    (x - 1.0) * (x - 1.0) + (y - 1.0) * (y - 1.0)
}

/// The squared norm of `w x - y`, where `w` holds its rows one after the other.
#[differentiable]
pub fn matrix_vector(w: &[f64], x: &[f64], y: &[f64]) -> f64 {
    let n = x.len();
    let mut loss = 0.0;
    for i in 0..y.len() {
        let row = &w[i * n..][..n];
        let mut r = -y[i];
        for j in 0..n {
            r += row[j] * x[j];
        }
        loss += r * r;
    }
    loss
}
