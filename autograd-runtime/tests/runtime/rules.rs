use autograd_runtime::rules::*;

fn central(f: impl Fn(f64) -> f64, x: f64) -> f64 {
    let h = 1e-6 * x.abs().max(1.0);
    (f(x + h) - f(x - h)) / (2.0 * h)
}

#[track_caller]
fn close(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-7 * (1.0 + b.abs()), "{a} is not near {b}");
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
