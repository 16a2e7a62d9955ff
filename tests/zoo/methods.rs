//! Every float method of std, as a method of `f64` and as a function of `f32`, with its closed form.

use autograd::differentiable;

macro_rules! unary {
    ($($name:ident at $($x:literal),+ is |$v:ident| $closed:expr;)*) => {$(
        mod $name {
            use super::*;

            #[differentiable]
            fn method(x: f64) -> f64 {
                x.$name()
            }
            zoo! { method(value) -> scalar; at $(($x,)),+; is |$v: f64| $closed }

            #[differentiable]
            fn path(x: f32) -> f32 {
                f32::$name(x)
            }
            zoo! { path(value) -> scalar; at $(($x,)),+; is |$v: f32| $closed }
        }
    )*};
}

unary! {
    sin at 0.3, -2.0 is |x| x.cos();
    cos at 0.3, -2.0 is |x| -x.sin();
    tan at 0.3, -1.0 is |x| 1.0 / (x.cos() * x.cos());
    asin at 0.3, -0.6 is |x| 1.0 / (1.0 - x * x).sqrt();
    acos at 0.3, -0.6 is |x| -1.0 / (1.0 - x * x).sqrt();
    atan at 0.3, -2.0 is |x| 1.0 / (1.0 + x * x);
    sinh at 0.3, -1.5 is |x| x.cosh();
    cosh at 0.3, -1.5 is |x| x.sinh();
    tanh at 0.3, -1.5 is |x| 1.0 - x.tanh() * x.tanh();
    asinh at 0.3, -2.0 is |x| 1.0 / (x * x + 1.0).sqrt();
    acosh at 1.75, 3.0 is |x| 1.0 / (x * x - 1.0).sqrt();
    atanh at 0.3, -0.6 is |x| 1.0 / (1.0 - x * x);
    exp at 0.3, -2.0 is |x| x.exp();
    exp2 at 0.3, -2.0 is |x| x.exp2() * (x - x + 2.0).ln();
    exp_m1 at 0.3, -2.0 is |x| x.exp();
    ln at 0.3, 2.5 is |x| 1.0 / x;
    ln_1p at 0.3, -0.5 is |x| 1.0 / (1.0 + x);
    log2 at 0.375, 2.5 is |x| 1.0 / (x * (x - x + 2.0).ln());
    log10 at 0.375, 2.5 is |x| 1.0 / (x * (x - x + 10.0).ln());
    sqrt at 0.375, 2.5 is |x| 0.5 / x.sqrt();
    cbrt at 0.75, -2.5 is |x| 1.0 / (3.0 * x.cbrt() * x.cbrt());
    recip at 0.75, -2.5 is |x| -1.0 / (x * x);
    abs at 0.75, -2.5 is |x| x.signum();
    signum at 0.75, -2.5 is |x| 0.0 * x;
    floor at 0.75, -2.5 is |x| 0.0 * x;
    ceil at 0.75, -2.5 is |x| 0.0 * x;
    round at 0.75, -2.25 is |x| 0.0 * x;
    round_ties_even at 0.75, -2.25 is |x| 0.0 * x;
    trunc at 0.75, -2.5 is |x| 0.0 * x;
    fract at 0.75, -2.5 is |x| 1.0 + 0.0 * x;
    to_degrees at 0.75, -2.5 is |x| (x - x + 1.0).to_degrees();
    to_radians at 0.75, -2.5 is |x| (x - x + 1.0).to_radians();
}

macro_rules! binary {
    ($($name:ident at $($x:tt),+ is |$a:ident, $b:ident| $closed:expr;)*) => {$(
        mod $name {
            use super::*;

            #[differentiable]
            fn method(x: f64, y: f64) -> f64 {
                x.$name(y)
            }
            zoo! { method(value, value) -> scalar; at $($x),+; is |$a: f64, $b: f64| $closed }

            #[differentiable]
            fn path(x: f32, y: f32) -> f32 {
                f32::$name(x, y)
            }
            zoo! { path(value, value) -> scalar; at $($x),+; is |$a: f32, $b: f32| $closed }

            // One side is a constant.
            #[differentiable]
            fn left(x: f64) -> f64 {
                x.$name(1.75)
            }
            zoo! { left(value) -> scalar; at (0.625,), (2.5,); is |$a: f64| { let $b = 1.75_f64; $closed.0 } }

            #[differentiable]
            fn right(y: f64) -> f64 {
                f64::$name(1.375, y)
            }
            zoo! { right(value) -> scalar; at (0.625,), (2.5,); is |$b: f64| { let $a = 1.375_f64; $closed.1 } }
        }
    )*};
}

binary! {
    powf at (1.5, 2.25), (0.75, -1.5) is |a, b| (b * a.powf(b - 1.0), a.powf(b) * a.ln());
    log at (1.5, 2.25), (0.75, 3.5) is |a, b| (1.0 / (a * b.ln()), -a.ln() / (b * b.ln() * b.ln()));
    hypot at (1.5, 2.25), (-0.75, 3.5) is |a, b| (a / a.hypot(b), b / a.hypot(b));
    atan2 at (1.5, 2.25), (-0.75, -3.5) is |a, b| (b / (a * a + b * b), -a / (a * a + b * b));
    max at (1.5, 2.25), (0.75, -3.5) is |a, b| if a > b { (1.0, 0.0) } else { (0.0, 1.0) };
    min at (1.5, 2.25), (0.75, -3.5) is |a, b| if a < b { (1.0, 0.0) } else { (0.0, 1.0) };
    copysign at (1.5, 2.25), (0.75, -3.5) is |a, b| (a.signum() * b.signum(), 0.0);
    rem_euclid at (5.5, 2.25), (-0.75, 3.5) is |a, b| (1.0, -a.div_euclid(b));
    div_euclid at (5.5, 2.25), (-0.75, 3.5) is |a, b| (0.0 * a * b, 0.0);
    midpoint at (1.5, 2.25), (-0.75, 3.5) is |a, b| (0.5 + 0.0 * a, 0.5 + 0.0 * b);
}

#[differentiable]
fn mul_add(a: f64, b: f64, c: f64) -> f64 {
    a.mul_add(b, c)
}
zoo! { mul_add(value, value, value) -> scalar; at (1.5, -2.0, 0.5); is |a: f64, b: f64, _c: f64| (b, a, 1.0) }

#[differentiable]
fn mul_add_path(a: f32, b: f32, c: f32) -> f32 {
    f32::mul_add(a, b, c)
}
zoo! { mul_add_path(value, value, value) -> scalar; at (1.5, -2.0, 0.5); is |a: f32, b: f32, _c: f32| (b, a, 1.0) }

#[differentiable]
fn clamp(x: f64, low: f64, high: f64) -> f64 {
    x.clamp(low, high)
}
zoo! { clamp(value, value, value) -> scalar; at (0.5, 0.0, 1.0), (-0.5, 0.25, 1.0), (1.5, 0.25, 1.0) }

#[differentiable]
fn clamp_path(x: f32) -> f32 {
    f32::clamp(x * x, 0.25, 1.0)
}
zoo! { clamp_path(value) -> scalar; at (0.25,), (0.75,), (1.5,) }

#[differentiable]
fn sin_cos(x: f64) -> f64 {
    let (s, c) = x.sin_cos();
    s * c * c
}
zoo! { sin_cos(value) -> scalar; at (0.3,); is |x: f64| x.cos().powi(3) - 2.0 * x.sin().powi(2) * x.cos() }

#[differentiable]
fn sin_cos_path(x: f32) -> f32 {
    let (s, _) = f32::sin_cos(2.0 * x);
    s
}
zoo! { sin_cos_path(value) -> scalar; at (0.3,); is |x: f32| 2.0 * (2.0 * x).cos() }

#[differentiable]
fn powi_by_constant(x: f64) -> f64 {
    x.powi(0) + x.powi(1) + x.powi(2) + x.powi(3) + x.powi(5) + x.powi(-1) + x.powi(-3)
}
zoo! { powi_by_constant(value) -> scalar; at (1.25,), (-0.75,);
is |x: f64| 1.0 + 2.0 * x + 3.0 * x * x + 5.0 * x.powi(4) - x.powi(-2) - 3.0 * x.powi(-4) }

#[differentiable]
fn powi_by_variable(x: f64, n: i32) -> f64 {
    x.powi(n) + f64::powi(2.0 * x, n - 1)
}
zoo! { powi_by_variable(value, fixed) -> scalar; at (1.25, 3), (0.5, -2), (-0.75, 1), (2.0, 0) }

#[differentiable]
fn powi_of_u8(x: f32, n: u8) -> f32 {
    x.powi(i32::from(n)) * x.powi(n as i32 + 1)
}
zoo! { powi_of_u8(value, fixed) -> scalar; at (1.25, 2); is |x: f32, _n: u8| 5.0 * x.powi(4) }

#[differentiable]
fn powf_of_constants(x: f64) -> f64 {
    x.powf(0.0) + x.powf(0.5) + x.powf(1.0) + x.powf(1.5) + x.powf(2.0) + x.powf(-1.0) + 2.0_f64.powf(x)
}
zoo! { powf_of_constants(value) -> scalar; at (1.25,), (3.0,) }

#[differentiable]
fn chain_of_methods(x: f64) -> f64 {
    x.abs().sqrt().ln_1p().exp().recip().atan()
}
zoo! { chain_of_methods(value) -> scalar; at (1.25,), (-0.75,) }

#[differentiable]
fn method_of_a_literal(x: f64) -> f64 {
    2.0_f64.sqrt() * x + 3f64.powi(2).ln() * x * x
}
zoo! { method_of_a_literal(value) -> scalar; at (1.25,); is |x: f64| 2.0_f64.sqrt() + 2.0 * 9.0_f64.ln() * x }

#[differentiable]
fn discrete_methods(x: f64) -> f64 {
    if x.is_nan() || !x.is_finite() || x.is_sign_negative() { -x * x } else { x * x }
}
zoo! { discrete_methods(value) -> scalar; at (1.25,), (-0.75,); is |x: f64| 2.0 * x.abs() }

#[differentiable]
fn qualified(x: f64) -> f64 {
    <f64>::sin(x) + core::primitive::f64::cos(x) + std::primitive::f64::exp(x)
}
zoo! { qualified(value) -> scalar; at (1.25,); is |x: f64| x.cos() - x.sin() + x.exp() }
