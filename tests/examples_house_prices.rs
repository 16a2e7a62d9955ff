//! The house price example finds the line of least squares.

use std::path::Path;

#[allow(dead_code, reason = "an example is a program; its `main` and its plot are not run here")]
#[path = "../examples/house_prices.rs"]
mod house_prices;

#[test]
fn gradient_descent_finds_the_closed_form() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data/house_prices.csv");
    let (areas, prices) = house_prices::read(&path).unwrap();
    assert_eq!(areas.len(), 30);
    let (slope, offset, epochs) = house_prices::fit(&areas, &prices).unwrap();
    assert!(epochs < 10_000, "gradient descent did not converge");

    // slope = cov(area, price) / var(area); the line goes through the means.
    let mean = |v: &[f64]| v.iter().sum::<f64>() / v.len() as f64;
    let (area_mean, price_mean) = (mean(&areas), mean(&prices));
    let covariance: f64 = areas.iter().zip(&prices).map(|(a, p)| (a - area_mean) * (p - price_mean)).sum();
    let variance: f64 = areas.iter().map(|a| (a - area_mean) * (a - area_mean)).sum();
    let expected = covariance / variance;
    assert!((slope - expected).abs() < 1e-9 * expected, "{slope} is not {expected}");
    let expected = price_mean - expected * area_mean;
    assert!((offset - expected).abs() < 1e-7, "{offset} is not {expected}");

    // At the minimum the gradient vanishes, on the raw data too.
    let d_theta = house_prices::loss_grad(&[slope, offset], &areas, &prices);
    assert!(d_theta.iter().all(|d| d.abs() < 1e-6), "{d_theta:?}");
}

#[test]
fn houses_that_are_all_alike_have_no_line() {
    let error = house_prices::fit(&[80.0, 80.0], &[300.0, 310.0]).unwrap_err();
    assert_eq!(error, "all 2 houses have the same area or the same price");
}
