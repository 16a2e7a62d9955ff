//! Where there is no derivative: PyTorch's choices.

use autograd::differentiable;

#[differentiable]
fn abs(x: f64) -> f64 {
    x.abs()
}
zoo! { abs(value) -> scalar; kink at (0.0,), (-0.0,); is |_x: f64| 0.0 }

#[differentiable]
fn max(x: f64, y: f64) -> f64 {
    x.max(y)
}
zoo! { max(value, value) -> scalar; kink at (1.5, 1.5); is |_x: f64, _y: f64| (0.5, 0.5) }

#[differentiable]
fn min(x: f32, y: f32) -> f32 {
    f32::min(x, y)
}
zoo! { min(value, value) -> scalar; kink at (1.5, 1.5); is |_x: f32, _y: f32| (0.5, 0.5) }

#[differentiable]
fn relu(x: f64) -> f64 {
    x.max(0.0)
}
zoo! { relu(value) -> scalar; kink at (0.0,); is |_x: f64| 0.5 }

#[differentiable]
fn clamp(x: f64) -> f64 {
    x.clamp(-1.0, 1.0)
}
zoo! { clamp(value) -> scalar; kink at (1.0,), (-1.0,); is |_x: f64| 0.0 }

#[differentiable]
fn sqrt_at_zero(x: f64) -> f64 {
    x.sqrt()
}
zoo! { sqrt_at_zero(value) -> scalar; kink at (0.0,); is |_x: f64| f64::INFINITY }

#[differentiable]
fn branch_at_its_edge(x: f64) -> f64 {
    if x > 0.0 { x * 2.0 } else { x * 3.0 }
}
zoo! { branch_at_its_edge(value) -> scalar; kink at (0.0,); is |_x: f64| 3.0 }

#[differentiable]
fn signum_and_rounding(x: f64) -> f64 {
    x.signum() * x + x.floor() + x.ceil() * x.round()
}
zoo! { signum_and_rounding(value) -> scalar; kink at (2.0,); is |_x: f64| 1.0 }

#[differentiable]
fn not_a_number(x: f64) -> f64 {
    x.sqrt() * 2.0
}
zoo! { not_a_number(value) -> scalar; kink at (-1.0,), (f64::NAN,); is |_x: f64| f64::NAN }

#[differentiable]
fn infinite(x: f64) -> f64 {
    x * x
}
zoo! { infinite(value) -> scalar; kink at (f64::INFINITY,), (f64::NEG_INFINITY,); is |x: f64| 2.0 * x }

#[differentiable]
fn unused_branch_is_infinite(x: f64) -> f64 {
    if x > 0.0 { x.sqrt() } else { 0.0 }
}
zoo! { unused_branch_is_infinite(value) -> scalar; kink at (0.0,), (-1.0,); is |_x: f64| 0.0 }

#[differentiable]
fn ln_at_zero(x: f64) -> f64 {
    x.ln()
}
zoo! { ln_at_zero(value) -> scalar; kink at (0.0,); is |_x: f64| f64::INFINITY }

#[differentiable]
fn powers_of_zero(x: f64) -> f64 {
    x.powi(2) + x.powi(1) + x.powi(0) + x.powf(3.0) + x.powf(2.0)
}
zoo! { powers_of_zero(value) -> scalar; kink at (0.0,); is |_x: f64| 1.0 }

#[differentiable]
fn power_of_zero_by_variable(x: f64, y: f64) -> f64 {
    x.powf(y)
}
zoo! { power_of_zero_by_variable(value, value) -> scalar; kink at (0.0, 2.0); is |_x: f64, _y: f64| (0.0, 0.0) }
