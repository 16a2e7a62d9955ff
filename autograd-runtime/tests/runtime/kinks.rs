use autograd_runtime::__private::*;

const NAN: f64 = f64::NAN;
const INFINITY: f64 = f64::INFINITY;

/// Equality in which NaN equals itself and the zeros are equal.
#[track_caller]
fn same(a: f64, b: f64) {
    assert!(a == b || (a.is_nan() && b.is_nan()), "{a} is not {b}");
}

fn central(f: impl Fn(f64) -> f64, x: f64) -> f64 {
    let h = 1e-6 * x.abs().max(1.0);
    (f(x + h) - f(x - h)) / (2.0 * h)
}

#[track_caller]
fn close(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-7 * (1.0 + b.abs()), "{a} is not near {b}");
}

#[test]
fn powi_by_its_formula_and_at_its_edges() {
    for x in [-2.5, -0.5, 0.7, 3.0] {
        for n in -6..=6 {
            close(powi_adjoint(x, n, 1.5), 1.5 * central(|x| x.powi(n), x));
        }
    }
    same(powi_adjoint(0.0, 0, 1.0), 0.0);
    same(powi_adjoint(NAN, 0, INFINITY), 0.0);
    same(powi_adjoint(0.0, 1, 2.0), 2.0);
    same(powi_adjoint(0.0, 2, 1.0), 0.0);
    same(powi_adjoint(0.0, -1, 1.0), -INFINITY);
    same(powi_adjoint(1.0, i32::MIN, 1.0), f64::from(i32::MIN));
    same(powi_adjoint(-1.0, i32::MIN, 1.0), -f64::from(i32::MIN));
    same(powi_adjoint(1.0, i32::MAX, 1.0), f64::from(i32::MAX));
    assert_eq!(powi_adjoint(3.0_f32, 2, 1.0), 6.0);
}

#[test]
fn powf_by_its_formula_and_at_its_edges() {
    for a in [0.3_f64, 1.0, 2.5] {
        for b in [-2.5, -1.0, 0.5, 3.0] {
            close(powf_adjoint(a, b, a.powf(b), 1.5), 1.5 * central(|a| a.powf(b), a));
            close(powf_exponent_adjoint(a, b, a.powf(b), 1.5), 1.5 * central(|b| a.powf(b), b));
        }
    }
    let base = |a: f64, b: f64| powf_adjoint(a, b, a.powf(b), 1.0);
    let exponent = |a: f64, b: f64| powf_exponent_adjoint(a, b, a.powf(b), 1.0);
    // PyTorch's gradients of (0, 0), (0, 1), (0, -1), (2, 3), (-2, 2).
    let points = [(0.0, 0.0), (0.0, 1.0), (0.0, -1.0), (2.0, 3.0), (-2.0, 2.0)];
    for ((a, b), (d_a, d_b)) in points.into_iter().zip([
        (0.0, 0.0),
        (1.0, 0.0),
        (-INFINITY, -INFINITY),
        (12.0, 8.0 * 2.0_f64.ln()),
        (-4.0, NAN),
    ]) {
        same(base(a, b), d_a);
        same(exponent(a, b), d_b);
    }
    same(base(NAN, 0.0), 0.0);
    same(base(0.0, 0.5), INFINITY);
    same(base(0.0, 2.0), 0.0);
    same(base(-2.0, 3.0), 12.0);
    same(base(-2.0, 0.5), NAN);
    same(exponent(1.0, 7.0), 0.0);
    // The power is zero or subnormal and has no digits left; its derivative has them.
    for a in [1e-160, 1e-170, 1e-200] {
        assert!((base(a, 2.0) / (2.0 * a) - 1.0).abs() < 1e-14);
    }
    same(base(1e200, 2.0), 2e200);
}

#[test]
fn ties_are_split_and_nan_is_ignored_as_the_value_does() {
    let max = |a, b| (max_adjoint(a, b, 2.0), max_adjoint(b, a, 2.0));
    let min = |a, b| (min_adjoint(a, b, 2.0), min_adjoint(b, a, 2.0));
    for (a, b) in [(1.0, 2.0), (2.0, 1.0), (-0.0, INFINITY), (-INFINITY, 3.0)] {
        let larger = if a > b { (2.0, 0.0) } else { (0.0, 2.0) };
        assert_eq!((max(a, b), min(a, b)), (larger, (larger.1, larger.0)));
    }
    for (a, b) in [(1.0, 1.0), (0.0, -0.0), (INFINITY, INFINITY)] {
        assert_eq!((max(a, b), min(a, b)), ((1.0, 1.0), (1.0, 1.0)));
    }
    // PyTorch's fmax of (NaN, 1) and (1, NaN): the gradient goes to the number, which is the result.
    assert_eq!((max(NAN, 1.0), min(NAN, 1.0)), ((0.0, 2.0), (0.0, 2.0)));
    assert_eq!((max(1.0, NAN), min(1.0, NAN)), ((2.0, 0.0), (2.0, 0.0)));
    // No part in the result, no gain: not 0 · ∞.
    assert_eq!((max_adjoint(1.0, 2.0, INFINITY), min_adjoint(2.0, 1.0, NAN)), (0.0, 0.0));
}

#[test]
fn kinks_as_pytorch_has_them() {
    assert_eq!([2.0, 0.0, -0.0, -2.0, NAN].map(|x| abs_adjoint(x, 3.0)), [3.0, 0.0, 0.0, -3.0, 0.0]);
    assert_eq!([(2.0, 1.0), (1.0, 1.0), (0.0, 1.0)].map(|(a, b)| abs_sub_adjoint(a, b, 3.0)), [3.0, 0.0, 0.0]);
    assert_eq!(
        [(1.0, -1.0), (-1.0, 1.0), (-3.0, -0.0), (0.0, -1.0)].map(|(x, s)| copysign_adjoint(x, s, 3.0)),
        [-3.0, -3.0, 3.0, 0.0]
    );
    assert_eq!(atan2_adjoint(3.0, 4.0, 50.0), 2.0);
    assert_eq!([(0.0, 0.0), (-0.0, -0.0)].map(|(a, b)| atan2_adjoint(a, b, 1.0)), [0.0, 0.0]);
}

#[test]
fn clamp_has_0_at_its_bounds_and_the_bound_has_the_rest() {
    let clamp = |x: f64| {
        (clamp_adjoint(x, 0.0, 1.0, 3.0), clamp_low_adjoint(x, 0.0, 3.0), clamp_high_adjoint(x, 0.0, 1.0, 3.0))
    };
    assert_eq!([-1.0, 0.0].map(clamp), [(0.0, 3.0, 0.0); 2]);
    assert_eq!([1.0, 2.0].map(clamp), [(0.0, 0.0, 3.0); 2]);
    assert_eq!(clamp(0.5), (3.0, 0.0, 0.0));
    assert_eq!(clamp(NAN), (0.0, 0.0, 0.0));
    // Where the bounds meet, one of them gains.
    assert_eq!((clamp_low_adjoint(1.0, 1.0, 3.0), clamp_high_adjoint(1.0, 1.0, 1.0, 3.0)), (3.0, 0.0));
}
