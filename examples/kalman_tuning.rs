//! How noisy a process and its two sensors are, by maximum likelihood: the gradient goes through every step of a Kalman
//! filter, through its Cholesky factors and its solves.
//!
//! Run it with `cargo run --release --example kalman_tuning`.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]

use autograd::differentiable;
use autograd::optim::{Lbfgs, LineSearch, OptimError, Stepper};
use nalgebra::{Matrix2, Vector2};

#[path = "support/noise.rs"]
mod noise;

const STEP: f64 = 0.1;

/// The negative log-likelihood of what two sensors saw of a position, whose velocity drifts with spectral density
/// `exp(2 log[0])`; the sensors have the deviations `exp(log[1])` and `exp(log[2])`.
#[differentiable]
pub(crate) fn surprise(log: &[f64; 3], #[no_grad] seen: &[Vector2<f64>]) -> f64 {
    let (q, a, b) = ((2.0 * log[0]).exp(), (2.0 * log[1]).exp(), (2.0 * log[2]).exp());
    let transition = Matrix2::new(1.0, STEP, 0.0, 1.0);
    let process = Matrix2::new(STEP * STEP * STEP / 3.0, STEP * STEP / 2.0, STEP * STEP / 2.0, STEP) * q;
    let sensors = Matrix2::new(a, 0.0, 0.0, b);
    let view = Matrix2::new(1.0, 0.0, 1.0, 0.0);
    let mut state = Vector2::zeros();
    let mut covariance = Matrix2::identity();
    let mut total = 0.0;
    for measured in seen {
        let predicted = transition * state;
        let spread = transition * covariance * transition.transpose() + process;
        let innovation = measured - view * predicted;
        let factors = (view * spread * view.transpose() + sensors).cholesky().expect("a positive definite covariance");
        let gain = factors.solve(&(view * spread)).transpose();
        state = predicted + gain * innovation;
        covariance = spread - gain * view * spread;
        total += innovation.dot(&factors.solve(&innovation)) + factors.ln_determinant();
    }
    0.5 * total + seen.len() as f64 * std::f64::consts::TAU.ln()
}

/// What the sensors see, for given deviations.
pub(crate) fn simulate(n: usize, [drift, a, b]: [f64; 3]) -> Vec<Vector2<f64>> {
    let mut noise = noise::Noise::new(11);
    let (mut position, mut velocity) = (0.0, 0.0);
    let mut seen = Vec::new();
    for _ in 0..n {
        velocity += drift * STEP.sqrt() * noise.normal();
        position += STEP * velocity;
        seen.push(Vector2::new(position + a * noise.normal(), position + b * noise.normal()));
    }
    seen
}

/// The deviations that make the measurements most likely.
pub(crate) fn tune(seen: &[Vector2<f64>], steps: usize) -> Result<[f64; 3], OptimError> {
    let mut log = [0.0; 3];
    let mut lbfgs = Stepper::new(Lbfgs { line_search_fn: Some(LineSearch::StrongWolfe), ..Lbfgs::default() })?;
    for _ in 0..steps {
        lbfgs.step_with(&mut log, |log: &[f64; 3]| surprise_value_and_grad(log, seen))?;
    }
    Ok(log.map(f64::exp))
}

fn main() -> Result<(), OptimError> {
    let truth = [0.5, 0.1, 0.4];
    let seen = simulate(2000, truth);
    let found = tune(&seen, 5)?;
    println!("deviations of the drift and of the two sensors");
    println!("true   {truth:.4?}");
    println!("found  {found:.4?}");
    println!("gradient left  {:.6?}", surprise_grad(&found.map(f64::ln), &seen));
    Ok(())
}
