//! A function that rounds to `f32` is a staircase to central differences in `f64`: the closed form decides.

use autograd::differentiable;

#[differentiable]
fn narrow_and_widen(x: f64) -> f64 {
    let y = x as f32;
    f64::from(y * y) + y as f64
}
zoo! { narrow_and_widen(value) -> scalar; kink at (1.5,); is |x: f64| 2.0 * x + 1.0 }

#[differentiable]
fn mixed_precision(x: f32, y: f64) -> f64 {
    f64::from(x) * y + (x as f64).sin() + (y as f32 * x) as f64
}
zoo! { mixed_precision(value, value) -> scalar; at (1.5, 0.75) }

#[differentiable]
fn integers(x: f64, n: usize, k: i32, small: u8) -> f64 {
    x * n as f64 + k as f64 * x * x + f64::from(small) / x + (n * 2 + 1) as f64
}
zoo! { integers(value, fixed, fixed, fixed) -> scalar; at (1.5, 3, -2, 5);
is |x: f64, n: usize, k: i32, s: u8| n as f64 + 2.0 * f64::from(k) * x - f64::from(s) / (x * x) }

#[differentiable]
fn through_an_integer(x: f64) -> f64 {
    let n = x as i64;
    let whole = n as f64;
    (x - whole) * x
}
zoo! { through_an_integer(value) -> scalar; at (2.75,); is |x: f64| 2.0 * x - 2.0 }

#[differentiable]
fn index_from_a_float(x: f64, a: &[f64]) -> f64 {
    let i = (x * 2.0) as usize;
    a[i] * x
}
zoo! { index_from_a_float(value, shared) -> scalar; at (0.75, vec![1.0, 2.0, 3.0]);
is |_x: f64, _a: Vec<f64>| (2.0, vec![0.0, 0.75, 0.0]) }

#[differentiable]
fn bool_as_number(x: f64) -> f64 {
    let positive = u8::from(x > 0.0) as f64;
    positive * x + (x < 3.0) as i32 as f64 * x
}
zoo! { bool_as_number(value) -> scalar; at (1.5,), (-1.0,), (4.0,) }

#[differentiable]
fn cast_chain(x: f64) -> f64 {
    ((x as f32) as f64 as f32) as f64 * 2.0
}
zoo! { cast_chain(value) -> scalar; kink at (1.5,); is |_x: f64| 2.0 }
