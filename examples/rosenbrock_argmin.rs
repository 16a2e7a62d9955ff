//! The banana-shaped valley of Rosenbrock in ten dimensions, minimized by `argmin`'s L-BFGS with a generated gradient.
//!
//! Run it with `cargo run --release --example rosenbrock_argmin`.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]

use argmin::core::{Error, Executor, State};
use argmin::solver::linesearch::MoreThuenteLineSearch;
use argmin::solver::quasinewton::LBFGS;
use autograd::{argmin::Objective, differentiable};

/// `Σ (1 - xᵢ)² + 100 (xᵢ₊₁ - xᵢ²)²`, with its minimum of 0 at (1, …, 1).
#[differentiable]
pub(crate) fn rosenbrock(x: &[f64]) -> f64 {
    let mut total = 0.0;
    for i in 0..x.len() - 1 {
        let (a, b) = (1.0 - x[i], x[i + 1] - x[i] * x[i]);
        total += a * a + 100.0 * b * b;
    }
    total
}

/// The minimum, its place, and how many iterations it took to get there from `start`.
pub(crate) fn minimize(start: Vec<f64>) -> Result<(f64, Vec<f64>, u64), Error> {
    let problem = Objective::new(|x: &Vec<f64>| rosenbrock(x), |x: &Vec<f64>| rosenbrock_grad(x));
    let solver = LBFGS::new(MoreThuenteLineSearch::new(), 10).with_tolerance_grad(1e-10)?;
    let result = Executor::new(problem, solver).configure(|state| state.param(start).max_iters(500)).run()?;
    let state = result.state();
    let place = state.get_best_param().cloned().unwrap_or_default();
    Ok((state.get_best_cost(), place, state.get_iter()))
}

fn main() -> Result<(), Error> {
    let start: Vec<f64> = (0..10).map(|i| if i % 2 == 0 { -1.2 } else { 1.0 }).collect();
    println!("start    {:12.4e}", rosenbrock(&start));
    let (least, place, iterations) = minimize(start)?;
    println!("minimum  {least:12.4e} after {iterations} iterations");
    println!("at       {place:.9?}");
    Ok(())
}
