//! The example of hand-written rules: for functions of another crate and for a method.

#[allow(dead_code, reason = "an example is a program; its `main` is not run here")]
#[path = "../examples/custom_rule.rs"]
mod custom_rule;

use autograd::gradcheck;
use custom_rule::{Table, call_price, call_price_grad, erf_grad, normal_cdf_grad};

#[test]
fn a_function_of_another_crate_has_its_rule() {
    let slope = std::f64::consts::FRAC_2_SQRT_PI * (-0.25_f64).exp();
    assert_eq!(erf_grad(0.5), slope);
    let density = (-0.125_f64).exp() / std::f64::consts::TAU.sqrt();
    let (d_x, d_mean, d_deviation) = normal_cdf_grad(0.5, 0.0, 1.0);
    assert!((d_x - density).abs() < 1e-15 && d_mean == -d_x, "{d_x} {density}");
    assert!((d_deviation + 0.5 * density).abs() < 1e-15, "{d_deviation}");
}

#[test]
fn a_method_has_its_rule() {
    let rates = Table { values: vec![0.01, 0.02, 0.04] };
    assert_eq!(rates.at_grad(1.25), 0.04 - 0.02);
    gradcheck(
        |x: &[f64; 3]| call_price(x[0], x[1], x[2], &rates),
        |x| <[f64; 3]>::from(call_price_grad(x[0], x[1], x[2], &rates)),
        &[100.0, 95.0, 1.25],
    );
}
