//! The four companions of a differentiable function.
//!
//! Run it with `cargo run --release --example quickstart`.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]

use autograd::{differentiable, gradcheck};

/// How far `a sin(b t)` is from the measurement `y` at time `t`, squared. The gradient is wanted for `a` and `b`.
#[differentiable(wrt(a, b))]
fn miss(a: f64, b: f64, t: f64, y: f64) -> f64 {
    let error = a * (b * t).sin() - y;
    error * error
}

/// `k` times the sum of the squares of `x`, weighted by `w`, for which no gradient is wanted.
#[differentiable]
fn weighted(k: f64, #[no_grad] w: &[f64], x: &[f64]) -> f64 {
    let mut sum = 0.0;
    for i in 0..x.len() {
        sum += w[i] * x[i] * x[i];
    }
    k * sum
}

fn main() {
    // The gradient: one entry per active parameter.
    let (d_a, d_b) = miss_grad(2.0, 0.5, 1.2, 1.0);
    println!("miss_grad            d_a = {d_a:.6}, d_b = {d_b:.6}");

    // Value and gradient in one pass.
    let (value, (d_a, d_b)) = miss_value_and_grad(2.0, 0.5, 1.2, 1.0);
    println!("miss_value_and_grad  {value:.6}, d_a = {d_a:.6}, d_b = {d_b:.6}");

    // A slice has a `Vec` as its gradient.
    let (w, x) = ([1.0, 10.0, 100.0], [1.0, -2.0, 3.0]);
    let (d_k, d_x) = weighted_grad(0.5, &w, &x);
    println!("weighted_grad        d_k = {d_k}, d_x = {d_x:?}");

    // Without allocation: the caller owns the gradient of `x`, and contributions are added to it. The last argument
    // is the seed, the derivative of the whole with respect to this result.
    let mut d_x = [0.25; 3];
    let (value, d_k) = weighted_backward(0.5, &w, &x, &mut d_x, 2.0);
    println!("weighted_backward    {value}, d_k = {d_k}, d_x = {d_x:?}");

    // Forward now, backward later, as often as wanted.
    let (value, pullback) = miss_vjp(2.0, 0.5, 1.2, 1.0);
    println!("miss_vjp             {value:.6}, seed 1: {:.6?}, seed 10: {:.6?}", pullback(1.0), pullback(10.0));

    // Any of them can be checked against central differences; this would panic and show the worst component.
    gradcheck(|(a, b)| miss(*a, *b, 1.2, 1.0), |(a, b)| miss_grad(*a, *b, 1.2, 1.0), &(2.0, 0.5));
    gradcheck(|(k, x)| weighted(*k, &w, x), |(k, x)| weighted_grad(*k, &w, x), &(0.5, x.to_vec()));
    println!("all gradients agree with central differences");
}
