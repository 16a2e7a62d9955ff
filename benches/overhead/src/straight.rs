//! Straight-line functions.

use autograd::differentiable;

/// Rosenbrock's valley.
#[differentiable]
pub fn rosenbrock(x: f64, y: f64) -> f64 {
    let a = 1.0 - x;
    let b = y - x * x;
    a * a + 100.0 * b * b
}

/// Himmelblau's function.
#[differentiable]
pub fn himmelblau(x: f64, y: f64) -> f64 {
    let a = x * x + y - 11.0;
    let b = x + y * y - 7.0;
    a * a + b * b
}

/// A neuron with the activation tanh.
#[differentiable]
pub fn neuron(w: f64, x: f64, b: f64) -> f64 {
    (w * x + b).tanh()
}

/// The normal density without its constant.
#[differentiable]
pub fn density(x: f64, mean: f64, width: f64) -> f64 {
    let z = (x - mean) / width;
    (-0.5 * z * z).exp() / width
}

/// The rate of Michaelis and Menten.
#[differentiable]
pub fn michaelis(v: f64, k: f64, s: f64) -> f64 {
    v * s / (k + s)
}

/// The Lennard-Jones potential.
#[differentiable]
pub fn lennard_jones(r: f64, depth: f64, sigma: f64) -> f64 {
    let q = (sigma / r).powi(6);
    4.0 * depth * (q * q - q)
}

/// The cross entropy of a prediction `p` of a probability `y`.
#[differentiable]
pub fn cross_entropy(p: f64, y: f64) -> f64 {
    -(y * p.ln() + (1.0 - y) * (1.0 - p).ln())
}

/// The energy of a pendulum of mass `m` and length `l`.
#[differentiable]
pub fn pendulum(theta: f64, omega: f64, m: f64, l: f64) -> f64 {
    let v = l * omega;
    0.5 * m * v * v + 9.81 * m * l * (1.0 - theta.cos())
}

/// The distance of two points.
#[differentiable]
pub fn distance(a: [f64; 3], b: [f64; 3]) -> f64 {
    let x = a[0] - b[0];
    let y = a[1] - b[1];
    let z = a[2] - b[2];
    (x * x + y * y + z * z).sqrt()
}

/// The square of the miss of Kepler's equation.
#[differentiable]
pub fn kepler(anomaly: f64, eccentricity: f64, mean: f64) -> f64 {
    let miss = anomaly - eccentricity * anomaly.sin() - mean;
    miss * miss
}

/// A damped oscillation.
#[differentiable]
pub fn damped(t: f64, amplitude: f64, decay: f64, frequency: f64, phase: f64) -> f64 {
    amplitude * (-decay * t).exp() * (frequency * t + phase).sin()
}
