//! Hand-written rules: for functions of another crate, which nobody can annotate, and for a method whose body has no
//! derivative that a compiler could find. Central differences check each of them.
//!
//! Run it with `cargo run --example custom_rule`.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]
#![allow(unused_qualifications, reason = "a path that is written out is what is shown")]

use std::f64::consts::{FRAC_2_SQRT_PI, SQRT_2};

use autograd::{derivative, differentiable, gradcheck};
use libm::erf;

/// erf'(x) = 2/√π exp(-x²). The companions `erf_grad`, `erf_call`, … stand beside the rule.
#[derivative(of = erf)]
pub(crate) fn erf_rule(x: f64) -> (f64, impl Fn(f64) -> f64 + Clone) {
    (erf(x), move |d_y| d_y * FRAC_2_SQRT_PI * (-x * x).exp())
}

/// Values at 0, 1, 2, …, read with a straight line between neighbours: `at` finds its place by a cast, past which no
/// gradient flows.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) values: Vec<f64>,
}

impl Table {
    fn cell(&self, x: f64) -> usize {
        (x.max(0.0) as usize).min(self.values.len() - 2)
    }

    /// The value at `x`.
    pub(crate) fn at(&self, x: f64) -> f64 {
        let i = self.cell(x);
        self.values[i] + (x - i as f64) * (self.values[i + 1] - self.values[i])
    }

    /// The slope of the cell that holds `x`. The values are data.
    #[derivative(of = Table::at)]
    pub(crate) fn at_rule(#[no_grad] &self, x: f64) -> (f64, impl Fn(f64) -> f64 + Clone) {
        let i = self.cell(x);
        let slope = self.values[i + 1] - self.values[i];
        (self.at(x), move |d_y| d_y * slope)
    }
}

/// The normal distribution function.
#[differentiable]
pub(crate) fn normal_cdf(x: f64, mean: f64, deviation: f64) -> f64 {
    0.5 * (1.0 + erf((x - mean) / (deviation * SQRT_2)))
}

/// A price by Black and Scholes, with the rate read from a table. A path that is written out finds its rule by name.
#[differentiable(rule(libm::erf = erf_rule))]
pub(crate) fn call_price(spot: f64, strike: f64, years: f64, #[no_grad] rates: &Table) -> f64 {
    let (rate, volatility) = (Table::at(rates, years), 0.2);
    let spread = volatility * years.sqrt();
    let up = ((spot / strike).ln() + (rate + 0.5 * volatility * volatility) * years) / spread;
    let paid = strike * (-rate * years).exp();
    spot * 0.5 * (1.0 + libm::erf(up / SQRT_2)) - paid * normal_cdf(up - spread, 0.0, 1.0)
}

fn main() {
    gradcheck(|x| erf(*x), |x| erf_grad(*x), &0.75);
    gradcheck(
        |x| normal_cdf(x[0], x[1], x[2]),
        |x| <[f64; 3]>::from(normal_cdf_grad(x[0], x[1], x[2])),
        &[0.5, 0.25, 1.5],
    );
    let rates = Table { values: vec![0.01, 0.02, 0.04] };
    gradcheck(
        |x: &[f64; 3]| call_price(x[0], x[1], x[2], &rates),
        |x| <[f64; 3]>::from(call_price_grad(x[0], x[1], x[2], &rates)),
        &[100.0, 95.0, 1.25],
    );
    let (price, (delta, _, theta)) = call_price_value_and_grad(100.0, 95.0, 1.25, &rates);
    println!("a call costs {price:.4}; it moves by {delta:.4} with the spot and by {theta:.4} with each year");
}
