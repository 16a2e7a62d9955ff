use autograd::differentiable;
use std::f64::consts::{self, PI};

const RATE: f64 = 0.75;
const TABLE: [f64; 3] = [1.0, -2.0, 0.5];
static OFFSET: f64 = 1.5;

#[differentiable]
fn four(x: f64, y: f64) -> f64 {
    x + y - x * y + x / y
}
zoo! { four(value, value) -> scalar; at (1.5, -2.0), (0.25, 3.0);
is |x: f64, y: f64| (1.0 - y + 1.0 / y, 1.0 - x - x / (y * y)) }

#[differentiable]
fn remainder(x: f64, y: f64) -> f64 {
    x % y
}
zoo! { remainder(value, value) -> scalar; at (5.5, 2.0), (-5.5, 1.75); is |x: f64, y: f64| (1.0, -(x / y).trunc()) }

#[differentiable]
fn negations(x: f64) -> f64 {
    -(-x * -x) - -x + -2.0 * (-(-x))
}
zoo! { negations(value) -> scalar; at (1.5,); is |x: f64| -2.0 * x - 1.0 }

#[differentiable]
fn precedence(x: f64, y: f64) -> f64 {
    x - y - x * y / x - (x - (y - x)) / (y * (x / y))
}
zoo! { precedence(value, value) -> scalar; at (1.5, -2.0) }

#[differentiable]
fn constants(x: f64) -> f64 {
    PI * x + consts::E * x * x + std::f64::consts::TAU + f64::EPSILON * x + RATE * x - OFFSET * x + TABLE[1] * x
}
zoo! { constants(value) -> scalar; at (1.5,); is |x: f64| PI + 2.0 * consts::E * x + f64::EPSILON + 0.75 - 1.5 - 2.0 }

#[differentiable]
fn literals(x: f32) -> f32 {
    2. * x + 1e-1 * x + 0.5_f32 * x - 3f32 + 1_000.0 * x + 2E+0 * x
}
zoo! { literals(value) -> scalar; at (1.5,); is |_x: f32| 1005.6_f32 - 1.0 }

#[differentiable]
fn big_constants(x: f64) -> f64 {
    x / f64::MAX + x * f64::MIN_POSITIVE + x * 1e300 * 1e-300
}
zoo! { big_constants(value) -> scalar; at (1.5,) }

#[differentiable]
fn the_same_twice(x: f64) -> f64 {
    let y = x * x;
    y * y + x * x + y - y
}
zoo! { the_same_twice(value) -> scalar; at (1.5,); is |x: f64| 4.0 * x * x * x + 2.0 * x }

#[differentiable]
fn zero_and_one(x: f64, y: f64) -> f64 {
    (x + 0.0) * 1.0 + 0.0 * y + y / 1.0 - (0.0 - x) + x * (1.0 - 0.0) + 0.0 / y
}
zoo! { zero_and_one(value, value) -> scalar; at (1.5, 2.0); is |_x: f64, _y: f64| (3.0, 1.0) }

#[differentiable]
fn compound(x: f64) -> f64 {
    let mut y = x;
    y += x;
    y *= y;
    y -= 1.0;
    y /= x;
    y %= 3.0;
    y
}
zoo! { compound(value) -> scalar; at (1.125,), (0.375,) }

#[differentiable]
fn compound_of_itself(x: f64) -> f64 {
    let mut y = x * 3.0;
    y += y;
    y *= y;
    y /= y + 1.0;
    y -= y * y;
    y
}
zoo! { compound_of_itself(value) -> scalar; at (1.125,), (-0.375,) }

#[differentiable]
fn constant_function(_x: f64) -> f64 {
    3.5
}
zoo! { constant_function(value) -> scalar; at (1.5,); is |_x: f64| 0.0 }

#[differentiable]
fn identity(x: f64) -> f64 {
    x
}
zoo! { identity(value) -> scalar; at (1.5,); is |_x: f64| 1.0 }

#[differentiable]
fn unused(x: f64, _y: f64, z: f64) -> f64 {
    let _ = z;
    let _w = z * z;
    2.0 * x
}
zoo! { unused(value, value, value) -> scalar; at (1.5, 2.5, 3.5); is |_x: f64, _y: f64, _z: f64| (2.0, 0.0, 0.0) }

#[differentiable]
fn comparisons(x: f64, y: f64) -> f64 {
    let less = x < y;
    let both = less && x > 0.0 || !(y >= 2.0);
    let other = x != y && (x <= 5.0) & (y == y) ^ false;
    if both == other { x * y } else { x / y }
}
zoo! { comparisons(value, value) -> scalar; at (1.5, 2.5), (2.5, 1.5), (-1.0, 4.0) }

#[differentiable]
fn references_to_scalars(x: f64, y: f64) -> f64 {
    let p = &x;
    let q = &(x * y);
    *p * *q + p * q + *p
}
zoo! { references_to_scalars(value, value) -> scalar; at (1.5, 2.5); is |x: f64, y: f64| (4.0 * x * y + 1.0, 2.0 * x * x) }
