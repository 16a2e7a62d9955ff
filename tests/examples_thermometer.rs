//! The numbers of the thermometer example, from PyTorch's run of the same model.

use std::path::Path;

use autograd::differentiable;

#[allow(dead_code, reason = "an example is a program; its `main` and its plot are not run here")]
#[path = "../examples/thermometer.rs"]
mod thermometer;

fn readings() -> (Vec<f64>, Vec<f64>) {
    thermometer::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data/thermometer.csv")).unwrap()
}

#[test]
fn the_data_is_the_published_one() {
    let (t_c, t_u) = readings();
    assert_eq!(t_c, [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]);
    assert_eq!(t_u, [35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]);
}

#[test]
fn first_gradient() {
    let (t_c, t_u) = readings();
    let (d_w, d_b) = thermometer::loss_grad(1.0, 0.0, &t_u, &t_c);
    assert_eq!((format!("{d_w:.4}"), format!("{d_b:.4}")), ("4517.2964".to_string(), "82.6000".to_string()));
}

/// The same model in single precision.
#[differentiable]
fn loss32(w: f32, b: f32, #[no_grad] t_u: &[f32], #[no_grad] t_c: &[f32]) -> f32 {
    let mut total = 0.0;
    for i in 0..t_u.len() {
        let error = w * t_u[i] + b - t_c[i];
        total += error * error;
    }
    total / t_u.len() as f32
}

#[test]
fn first_gradient_in_single_precision() {
    let (t_c, t_u) = readings();
    let single = |values: Vec<f64>| values.into_iter().map(|v| v as f32).collect::<Vec<f32>>();
    let (d_w, d_b) = loss32_grad(1.0, 0.0, &single(t_u), &single(t_c));
    // Neighbours in f32 are 0.0005 apart here; the order of the sum decides between two of them.
    assert!((f64::from(d_w) - 4517.2969).abs() < 0.001, "{d_w}");
    assert_eq!(format!("{d_b:.4}"), "82.6000");
}

#[test]
fn training() {
    let (t_c, t_u) = readings();
    let t_un: Vec<f64> = t_u.iter().map(|t| 0.1 * t).collect();
    let (w, b, history) = thermometer::train(&t_un, &t_c, 1e-2, 5000);
    let (epochs, losses): (Vec<usize>, Vec<String>) = history.iter().map(|(e, v)| (*e, format!("{v:.4}"))).unzip();
    assert_eq!(epochs, [500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500, 5000]);
    let expected = "7.8601 3.8285 3.0922 2.9577 2.9331 2.9286 2.9278 2.9277 2.9277 2.9276";
    assert_eq!(losses.join(" "), expected);
    assert_eq!((format!("{w:.4}"), format!("{b:.4}")), ("5.3671".to_string(), "-17.3012".to_string()));
}
