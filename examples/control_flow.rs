//! A function whose number of iterations depends on its argument, and which branches on the result. The gradient follows
//! the path that was taken.
//!
//! Run it with `cargo run --release --example control_flow`.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]

use std::{error::Error, path::Path};

use autograd::{differentiable, gradcheck};

#[path = "support/plot.rs"]
mod plot;

/// Doubles `2a` until it reaches 1000 in magnitude, and blows up what is negative. Does not end for `a = 0`.
#[differentiable]
pub(crate) fn f(a: f64) -> f64 {
    let mut b = 2.0 * a;
    while b.abs() < 1000.0 {
        b *= 2.0;
    }
    if b > 0.0 { b } else { 100.0 * b }
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("{:>8} {:>14} {:>14} {:>14}", "a", "f(a)", "f'(a)", "f(a) / a");
    for a in [0.1, 0.7, 3.0, 400.0, 2000.0, -0.1, -3.0, -2000.0] {
        let (value, d_a) = f_value_and_grad(a);
        // On every piece f is a straight line through the origin, so the slope is f(a) / a.
        println!("{a:>8} {value:>14} {d_a:>14} {:>14}", value / a);
        gradcheck(|a| f(*a), |a| f_grad(*a), &a);
    }

    let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/control_flow.svg");
    let curve = |f: fn(f64) -> f64| (500..=4000).map(|i| 0.001 * f64::from(i)).map(|a| (a, f(a))).collect();
    plot::Plot {
        title: "f(a), a sawtooth, and its derivative, a staircase",
        x_label: "a",
        y_label: "f(a) and f'(a)",
        points: &[],
        lines: &[curve(f), curve(f_grad)],
    }
    .save(&picture)?;
    println!("function and derivative are drawn in {}", picture.display());
    Ok(())
}
