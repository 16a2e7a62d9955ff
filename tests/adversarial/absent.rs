//! Values that the path taken does not use, where their derivatives are infinite or overflow.

use autograd::differentiable;

#[differentiable]
fn direction(x: f64, y: f64, near: bool) -> f64 {
    let n = (x * x + y * y).sqrt();
    if near { x + 2.0 * y } else { x / n }
}
zoo! { direction(value, value, fixed) -> scalar; at (0.0, 0.0, true), (0.6, -0.8, false) }

#[differentiable]
fn soft_plus(x: f64, large: bool) -> f64 {
    let e = x.exp();
    if large { x * x } else { e.ln_1p() }
}
zoo! { soft_plus(value, fixed) -> scalar; at (800.0, true), (0.5, false) }

#[differentiable]
fn inverse(s: f64, zero: bool) -> f64 {
    let inverse = 1.0 / s;
    let root = s.sqrt();
    if zero { 3.0 * s } else { inverse * s * s + root }
}
zoo! { inverse(value, fixed) -> scalar; at (0.0, true), (2.0, false) }

#[differentiable]
fn entropy(p: &[f64]) -> f64 {
    let mut total = 0.0;
    for &p in p {
        let l = p.ln();
        total += if p > 0.0 { p * l } else { 0.0 };
    }
    -total
}

#[test]
fn entropy_of_a_certain_outcome() {
    assert_eq!(entropy_grad(&[0.0, 1.0]), [0.0, -1.0]);
    let (value, pullback) = entropy_vjp(&[0.0, 1.0]);
    let mut d_p = [0.0, 0.0];
    pullback(&[0.0, 1.0], &mut d_p, 2.0);
    assert_eq!((value, d_p), (0.0, [0.0, -2.0]));
}

#[differentiable]
fn roots(x: &[f64], used: &[bool]) -> f64 {
    let mut total = 0.0;
    for i in 0..x.len() {
        let d = x[i].sqrt();
        let log = (x[i] + d).ln();
        if used[i] {
            total += d * log;
        } else {
            total += x[i];
        }
    }
    total
}
zoo! { roots(shared, fixed_ref) -> scalar; at (vec![0.0, 1.5, 0.0], vec![false, true, false]) }

#[differentiable]
fn by_kind(x: f64, y: f64, kind: u8) -> f64 {
    let n = (x * x + y * y).sqrt();
    let angle = (x / n).acos();
    match kind {
        0 => x * y + x,
        1 => n,
        2 => angle * n,
        _ => 1.0 + y,
    }
}
zoo! { by_kind(value, value, fixed) -> scalar; at (0.0, 0.0, 0), (0.0, 0.0, 3), (0.6, 0.9, 1), (0.6, 0.9, 2) }

#[differentiable]
fn long_tail(x: f64, y: f64, z: &[f64], near: bool) -> f64 {
    let mut sums = [0.0; 3];
    let n = (x * x + y * y).sqrt();
    let unit = x / n;
    for i in 0..z.len() {
        sums[i % 3] += z[i] * y;
    }
    let turned = if near { x - y } else { unit + n.ln() };
    let mut total = turned;
    for i in 0..z.len() {
        total = total * 0.5 + sums[i % 3] * z[i];
    }
    total
}
zoo! { long_tail(value, value, shared, fixed) -> scalar; at (0.0, 0.0, vec![0.5, 1.5], true), (0.5, 0.2, vec![0.5, 1.5, -2.0, 1.0], false) }

#[differentiable]
fn left_early(x: f64, y: f64, near: bool) -> f64 {
    let n = (x * x + y * y).sqrt();
    let unit = y / n;
    if near {
        return x + y;
    }
    let s = unit.sin();
    if s > 2.0 {
        return n;
    }
    s * n
}
zoo! { left_early(value, value, fixed) -> scalar; at (0.0, 0.0, true), (0.5, 0.2, false) }
