use autograd_runtime::rules::*;

const NAN: f64 = f64::NAN;
const INFINITY: f64 = f64::INFINITY;

/// Equality in which NaN equals itself.
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
            close(powi_d(x, n), central(|x| x.powi(n), x));
        }
    }
    same(powi_d(0.0, 0), 0.0);
    same(powi_d(NAN, 0), 0.0);
    same(powi_d(0.0, 1), 1.0);
    same(powi_d(0.0, 2), 0.0);
    same(powi_d(0.0, -1), -INFINITY);
    same(powi_d(1.0, i32::MIN), f64::from(i32::MIN));
    same(powi_d(-1.0, i32::MIN), -f64::from(i32::MIN));
    same(powi_d(1.0, i32::MAX), f64::from(i32::MAX));
    same(f64::from(powi_d(3.0_f32, 2)), 6.0);
}

#[test]
fn powf_by_its_formula_and_at_its_edges() {
    for x in [0.3, 1.0, 2.5] {
        for y in [-2.5, -1.0, 0.5, 3.0] {
            close(powf_d_x(x, y), central(|x| x.powf(y), x));
            close(powf_d_y(x, y, x.powf(y)), central(|y| x.powf(y), y));
        }
    }
    // With respect to the base.
    same(powf_d_x(0.0, 0.0), 0.0);
    same(powf_d_x(NAN, 0.0), 0.0);
    same(powf_d_x(0.0, 0.5), INFINITY);
    same(powf_d_x(0.0, 1.0), 1.0);
    same(powf_d_x(-2.0, 2.0), -4.0);
    // With respect to the exponent: 0 at x = 0, y ≥ 0, not 0 · -∞.
    same(powf_d_y(0.0, 0.0, 1.0), 0.0);
    same(powf_d_y(0.0, 2.0, 0.0), 0.0);
    same(powf_d_y(0.0, -1.0, INFINITY), -INFINITY);
    same(powf_d_y(-2.0, 2.0, 4.0), NAN);
    same(powf_d_y(1.0, 7.0, 1.0), 0.0);
}

#[test]
fn ties_are_split_and_nan_is_ignored_as_the_value_does() {
    for (a, b) in [(1.0, 2.0), (2.0, 1.0), (-0.0, INFINITY), (-INFINITY, 3.0)] {
        let larger = if a > b { (1.0, 0.0) } else { (0.0, 1.0) };
        assert_eq!((max_d(a, b), min_d(a, b)), (larger, (larger.1, larger.0)));
    }
    for (a, b) in [(1.0, 1.0), (0.0, -0.0), (INFINITY, INFINITY)] {
        assert_eq!((max_d(a, b), min_d(a, b)), ((0.5, 0.5), (0.5, 0.5)));
    }
    // PyTorch's fmax of (NaN, 1) and (1, NaN): the gradient goes to the number, which is the result.
    assert_eq!((max_d(NAN, 1.0), min_d(NAN, 1.0)), ((0.0, 1.0), (0.0, 1.0)));
    assert_eq!((max_d(1.0, NAN), min_d(1.0, NAN)), ((1.0, 0.0), (1.0, 0.0)));
}

#[test]
fn kinks_as_pytorch_has_them() {
    assert_eq!([2.0, 0.0, -0.0, -2.0, NAN].map(abs_d), [1.0, 0.0, 0.0, -1.0, 0.0]);
    // PyTorch's clamp of 0, 1, -1, 2 and 0.5 to [0, 1], with scalar bounds.
    assert_eq!([0.0, 1.0, -1.0, 2.0, 0.5].map(|x| clamp_d(x, 0.0, 1.0).0), [0.0, 0.0, 0.0, 0.0, 1.0]);
    assert_eq!([-1.0, 0.0].map(|x| clamp_d(x, 0.0, 1.0)), [(0.0, 1.0, 0.0); 2]);
    assert_eq!([1.0, 2.0].map(|x| clamp_d(x, 0.0, 1.0)), [(0.0, 0.0, 1.0); 2]);
    assert_eq!(clamp_d(NAN, 0.0, 1.0), (0.0, 0.0, 0.0));
    // PyTorch's copysign of 1, -1 and 0 by -1 … in its fixtures: -1 and 0 at 0.
    assert_eq!(copysign_d(1.0, -1.0), -1.0);
    assert_eq!(copysign_d(-1.0, 1.0), -1.0);
    assert_eq!(copysign_d(-3.0, -0.0), 1.0);
    assert_eq!(copysign_d(0.0, -1.0), 0.0);
}

/// The rule of an operator against central differences, for all ways of passing the arguments.
macro_rules! operator {
    ($name:ident, $Rule:ident, $op:tt) => {
        #[test]
        fn $name() {
            for (a, b) in [(1.5, 0.7), (-2.3, 1.1), (7.9, -2.0), (0.25, 3.0)] {
                let seed = 1.75;
                let (d_a, d_b) = (central(|a| a $op b, a) * seed, central(|b| a $op b, b) * seed);
                close($Rule::d_a(&a, &b, &seed), d_a);
                close($Rule::d_b(&a, &b, &seed), d_b);
                close($Rule::d_a(&&a, &b, &seed), d_a);
                close($Rule::d_b(&a, &&b, &seed), d_b);
                close($Rule::d_a(&&a, &&b, &seed), d_a);
                close(f64::from($Rule::d_b(&(a as f32), &(b as f32), &(seed as f32))), f64::from(d_b as f32));
            }
            let () = $Rule::d_a(&3_usize, &2_usize, &());
            let () = $Rule::d_b(&&3_i32, &2, &());
        }
    };
}

operator! { add, AddRule, + }
operator! { sub, SubRule, - }
operator! { mul, MulRule, * }
operator! { div, DivRule, / }
operator! { rem, RemRule, % }

#[test]
fn neg() {
    assert_eq!((NegRule::d_x(&2.0, &3.0), NegRule::d_x(&&2.0_f32, &3.0)), (-3.0, -3.0));
    let () = NegRule::d_x(&2_i8, &());
}
