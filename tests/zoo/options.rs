//! `#[no_grad]`, `detach`, `wrt` and the other options.

use autograd::{detach, differentiable};

#[differentiable]
fn no_grad_parameters(x: f64, #[no_grad] k: f64, #[no_grad] a: &[f64], #[no_grad] b: [f64; 2]) -> f64 {
    x * k + a[0] * x * b[1]
}
zoo! { no_grad_parameters(value, fixed, fixed_ref, fixed) -> scalar; at (1.5, 2.0, vec![3.0], [4.0, 5.0]); is |_x: f64, k: f64, a: Vec<f64>, b: [f64; 2]| k + a[0] * b[1] }

#[differentiable(wrt(x, a))]
fn wrt(k: f64, x: f64, b: &[f64], a: &[f64]) -> f64 {
    k * x * b[0] + a[0] * x
}
zoo! { wrt(fixed, value, fixed_ref, shared) -> scalar; at (1.5, 2.0, vec![3.0], vec![4.0]); is |k: f64, x: f64, b: Vec<f64>, a: Vec<f64>| (k * b[0] + a[0], vec![x]) }

#[differentiable(wrt(out))]
fn wrt_output(x: f64, out: &mut [f64]) -> f64 {
    out[0] *= x;
    out[0] * out[0]
}
zoo! { wrt_output(fixed, exclusive) -> scalar; at (1.5, vec![2.0]) }

#[differentiable]
fn detached(x: f64) -> f64 {
    x * detach(x * x) + autograd::detach(x.sin())
}
zoo! { detached(value) -> scalar; kink at (1.5,); is |x: f64| x * x }

#[differentiable]
fn no_grad_let(x: f64) -> f64 {
    #[no_grad]
    let scale = x * x + 1.0;
    #[no_grad]
    let (a, b) = (x, 2.0);
    x / scale + a * b
}
zoo! { no_grad_let(value) -> scalar; kink at (1.5,); is |x: f64| 1.0 / (x * x + 1.0) }

#[differentiable]
fn no_grad_mutable(x: f64) -> f64 {
    #[no_grad]
    let mut largest = 0.0;
    for i in 0..3 {
        if x * i as f64 > largest {
            largest = x * i as f64;
        }
    }
    x * largest
}
zoo! { no_grad_mutable(value) -> scalar; kink at (1.5,); is |x: f64| 2.0 * x }

#[differentiable]
fn straight_through(x: f64) -> f64 {
    let rounded = x + detach(x.round() - x);
    rounded * rounded
}
zoo! { straight_through(value) -> scalar; kink at (1.625,); is |_x: f64| 4.0 }

#[differentiable]
fn undifferentiable_helper(x: f64) -> f64 {
    #[no_grad]
    let key = bits(x);
    let half = helper(detach(x));
    x * half + key as f64 * 0.0
}
zoo! { undifferentiable_helper(value) -> scalar; kink at (1.5,); is |x: f64| 0.5 * x }

fn bits(x: f64) -> u64 {
    x.to_bits() >> 40
}

fn helper(x: f64) -> f64 {
    0.5 * x
}

#[differentiable(crate = autograd)]
fn crate_path(x: f64) -> f64 {
    let mut y = x;
    for _ in 0..3 {
        y = y.abs() * x;
    }
    y
}
zoo! { crate_path(value) -> scalar; at (1.5,) }

#[differentiable]
fn inactive_mutable_parameter(x: f64, #[no_grad] log: &mut [f64]) -> f64 {
    let y = x * x;
    log[0] += detach(y);
    y * log[0]
}
zoo! { inactive_mutable_parameter(value, fixed_mut) -> scalar; kink at (1.5, vec![0.5]); is |x: f64, l: Vec<f64>| 2.0 * x * (l[0] + x * x) }
