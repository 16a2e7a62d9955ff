// Nothing that the macro leaves behind warns, under the strictest lints.
#![deny(warnings, missing_docs, unused, nonstandard_style, future_incompatible, rust_2018_idioms, let_underscore)]
#![deny(unused_qualifications, unreachable_pub, missing_debug_implementations, single_use_lifetimes, unused_lifetimes)]
#![deny(unused_results, trivial_casts, trivial_numeric_casts, variant_size_differences)]
#![forbid(unsafe_code)]

//! A strict crate.

use autograd::differentiable;

/// Control flow, memory and calls.
#[differentiable]
pub fn everything<'a>(x: f64, a: &'a [f64], out: &'a mut [f64], n: usize) -> f64 {
    let mut y = x as f32 as f64;
    for i in 0..n {
        if a[i] > 0.0 {
            y *= a[i].ln();
        } else {
            out[i] = helper(y, n);
            continue;
        }
    }
    y
}

#[differentiable]
fn helper(x: f64, n: usize) -> f64 {
    if n == 0 { x } else { x * helper(x, n - 1) }
}

macro_rules! generated {
    ($name:ident, $e:expr) => {
        /// Made by a macro.
        #[differentiable]
        pub fn $name(x: f64) -> f64 {
            ($e + x) * 2.0
        }
    };
}
generated!(plus_one, 1.0 * 1.0 - 0.5);

#[differentiable]
fn only_its_companions_are_used(x: f64) -> f64 {
    x * x
}

fn main() {
    let mut out = vec![0.0; 2];
    let (d_x, d_a, d_out) = everything_grad(1.5, &[2.0, -1.0], &mut out, 2);
    assert!(d_x.is_finite() && d_a.len() == d_out.len());
    assert_eq!(plus_one_grad(3.0), 2.0);
    assert_eq!(only_its_companions_are_used_grad(3.0), 6.0);
}
