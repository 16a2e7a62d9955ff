//! Integers at the ends of their range, floats that are none, sizes of zero and of millions.

use autograd::differentiable;

#[differentiable]
fn to_the_last_integer(x: f64, first: u8, last: i64) -> f64 {
    let mut y = x;
    for i in first..=u8::MAX {
        y = y * 0.5 + f64::from(i) * x;
    }
    for i in last..=i64::MAX {
        y = y.sin() * (i % 7) as f64;
    }
    y
}
zoo! { to_the_last_integer(value, fixed, fixed) -> scalar; at (0.75, 250, i64::MAX - 2), (0.75, 255, i64::MAX) }

#[differentiable]
fn from_the_first_integer(x: f64, n: i8) -> f64 {
    let mut y = x;
    for i in (i8::MIN..=n).rev() {
        y = y * 0.5 + f64::from(i) * x;
    }
    for i in (i8::MIN..=i8::MAX).step_by(100) {
        y = y.sin() + f64::from(i) * x;
    }
    for i in (i8::MIN..=i8::MAX).rev().step_by(127) {
        y = y.cos() * f64::from(i);
    }
    y
}
zoo! { from_the_first_integer(value, fixed) -> scalar; at (0.75, -126), (0.75, -128) }

#[differentiable]
fn steps_over_the_end(x: f64, step: usize) -> f64 {
    let mut y = x;
    for i in (u64::MAX - 5..u64::MAX).step_by(step) {
        y = y.sin() + (i % 3) as f64;
    }
    for i in (usize::MAX - 5..=usize::MAX).step_by(step) {
        y = y.cos() + (i % 3) as f64;
    }
    for i in (0..10_u8).step_by(step) {
        y = y.tanh() + x * f64::from(i);
    }
    y
}
zoo! { steps_over_the_end(value, fixed) -> scalar; at (0.75, 1), (0.75, 4), (0.75, 200), (0.75, usize::MAX) }

#[differentiable]
fn backwards_is_empty(x: f64, from: i32, to: i32) -> f64 {
    let mut y = x;
    for i in from..to {
        y = y * x + f64::from(i);
    }
    for i in (from..=to).rev() {
        y = y * y + f64::from(i);
    }
    y
}
zoo! { backwards_is_empty(value, fixed, fixed) -> scalar; at (0.75, 5, 2), (0.75, i32::MAX, i32::MIN), (0.75, 2, 2) }

#[differentiable]
fn wide_integers(x: f64, n: i128, m: u64) -> f64 {
    let mut y = x;
    for i in n..n + 3 {
        y = y.sin() * (i as f64 + 1.0);
    }
    for i in m - 2..m {
        y *= (i as f64).sqrt() * 1e-9;
    }
    y
}
zoo! { wide_integers(value, fixed, fixed) -> scalar; at (0.75, -1, u64::MAX), (0.75, 40, 2) }

#[differentiable]
fn wrapping_arithmetic(x: f64, mut state: u64, n: usize) -> f64 {
    let mut y = x;
    for _ in 0..n {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        let u = (state >> 11) as f64 / (1_u64 << 53) as f64;
        y += (x * u).sin();
        state ^= state << 13 | 1;
    }
    y
}
zoo! { wrapping_arithmetic(value, fixed, fixed) -> scalar; at (0.75, 42, 10) }

#[differentiable]
fn sum_of_many(x: f64, n: usize) -> f64 {
    let mut y = 0.0;
    for i in 0..n {
        y += x / (1.0 + i as f64);
    }
    y
}

#[differentiable]
fn chain_of_many(x: f64, n: usize) -> f64 {
    let mut y = x;
    for _ in 0..n {
        y = y - y * y * 1e-7;
    }
    y
}

#[differentiable]
fn while_of_many(x: f64) -> f64 {
    let mut y = x;
    while y > 1.0 {
        y *= 0.999_999;
    }
    y
}

#[test]
fn millions_of_iterations() {
    let harmonic: f64 = (0..3_000_000).map(|i| 1.0 / (1.0 + f64::from(i))).sum();
    assert!((sum_of_many_grad(2.0, 3_000_000) - harmonic).abs() < 1e-6);
    let slope = (chain_of_many(0.5 + 1e-4, 1_000_000) - chain_of_many(0.5 - 1e-4, 1_000_000)) / 2e-4;
    assert!((chain_of_many_grad(0.5, 1_000_000) - slope).abs() < 1e-6);
    assert!((chain_of_many_vjp(0.5, 1_000_000).1(2.0) - 2.0 * slope).abs() < 1e-6);
    let x = 3.0;
    assert!((while_of_many_grad(x) - while_of_many(x) / x).abs() < 1e-9);
}

#[differentiable]
fn deep_recursion(x: f64, n: usize) -> f64 {
    if n == 0 { x } else { deep_recursion(x * 0.999, n - 1) + x }
}
zoo! { deep_recursion(value, fixed) -> scalar; at (0.75, 500) }

#[differentiable]
fn nan_in_a_branch(x: f64) -> f64 {
    let y = x.ln();
    if y.is_nan() { x * x } else { y }
}
zoo! { nan_in_a_branch(value) -> scalar; at (-1.5,), (1.5,); is |x: f64| if x < 0.0 { 2.0 * x } else { 1.0 / x } }

#[differentiable]
fn comparisons_with_nan(x: f64, y: f64) -> f64 {
    let mut z = 0.0;
    if x < y {
        z += x;
    }
    if !(x < y) {
        z += 10.0 * x;
    }
    if !(x >= y) {
        z += 100.0 * x;
    }
    if x != y {
        z += 1000.0 * x;
    }
    while !(z > 0.0) && !(z <= 0.0) {
        z = 1.0;
    }
    z
}
zoo! { comparisons_with_nan(value, value) -> scalar; kink at (1.5, f64::NAN), (1.5, f64::INFINITY), (1.5, f64::NEG_INFINITY), (1.5, 1.5) }

#[test]
fn a_nan_takes_the_branch_of_the_primal() {
    assert_eq!(comparisons_with_nan_value_and_grad(1.5, f64::NAN), (1665.0, (1110.0, 0.0)));
}

#[differentiable]
fn max_of_nan(x: f64, y: f64) -> f64 {
    x.max(y) + x.min(2.0) * y.max(0.0)
}

#[test]
fn values_are_those_of_the_primal_at_nan_and_infinity() {
    let points = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -0.0, 1e308, 5e-324];
    for x in points {
        for y in points {
            let same = |a: f64, b: f64| a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan();
            assert!(same(max_of_nan_value_and_grad(x, y).0, max_of_nan(x, y)), "{x} {y}");
            assert!(same(max_of_nan_vjp(x, y).0, max_of_nan(x, y)), "{x} {y}");
            assert!(same(four_value_and_grad(x, y).0, four(x, y)), "{x} {y}");
            assert!(same(four_vjp(x, y).0, four(x, y)), "{x} {y}");
        }
    }
}

#[differentiable]
fn four(x: f64, y: f64) -> f64 {
    (x + 0.0) * 1.0 - 0.0 * y + (y - y) / (x * 0.0 + 1.0) - -x
}

#[differentiable]
fn nothing_to_read(a: &[f64], m: &[[f64; 0]], v: Vec<f64>, e: [f64; 0], x: f64) -> f64 {
    let mut sum = x;
    for i in 0..a.len() {
        sum += a[i];
    }
    for i in 0..v.len() + e.len() + m.len() {
        sum *= v[i];
    }
    sum
}
zoo! { nothing_to_read(shared, shared, value, value, value) -> scalar; at (Vec::<f64>::new(), Vec::<[f64; 0]>::new(), Vec::<f64>::new(), [0.0_f64; 0], 1.5) }

#[differentiable]
fn empty_locals(x: f64, n: usize) -> f64 {
    let mut v = vec![x; n];
    let w = vec![0.0; v.len()];
    let e: [f64; 0] = [];
    for i in 0..n {
        v[i] += w[i] * x;
    }
    let view = &v[n..];
    x * x + view.len() as f64 + e.len() as f64
}
zoo! { empty_locals(value, fixed) -> scalar; at (1.5, 0), (1.5, 2) }

#[test]
fn gradients_of_nothing_are_empty() {
    assert_eq!(only_slices_grad(&[], &mut []), (vec![], vec![]));
    assert_eq!(only_slices_value_and_grad(&[], &mut []), (1.0, (vec![], vec![])));
    assert_eq!(only_slices_backward(&[], &mut [], &mut [], &mut [], 3.0), 1.0);
    let (value, pullback) = only_slices_vjp(&[], &mut []);
    pullback(&[], &mut [], &mut [], &mut [], 3.0);
    assert_eq!(value, 1.0);
}

#[differentiable]
fn only_slices(a: &[f64], b: &mut [f64]) -> f64 {
    let mut product = 1.0;
    for i in 0..a.len() {
        b[i] *= a[i];
        product *= b[i];
    }
    product
}

#[differentiable]
fn literals_of_every_form(x: f64) -> f64 {
    x * 0x10 as f64
        + 0b11 as f64 * x
        + 0o17 as f64
        + 1_0.0_1e-1_f64 * x
        + 1f64 * x
        + i64::MAX as f64 * 1e-18 * x
        + (-128_i8) as f64
        + b'a' as f64 * x
        + 'a' as u32 as f64 * x
}
zoo! { literals_of_every_form(value) -> scalar; at (1.5,) }

#[differentiable]
fn shift_and_mask(x: f64, bits: u32) -> f64 {
    let mut y = 1.0;
    let mut square = x;
    let mut rest = bits;
    while rest != 0 {
        if rest & 1 == 1 {
            y *= square;
        }
        square *= square;
        rest >>= 1;
    }
    y
}
zoo! { shift_and_mask(value, fixed) -> scalar; at (1.25, 0), (1.25, 13); is |x: f64, n: u32| if n == 0 { 0.0 } else { 13.0 * x.powi(12) } }
