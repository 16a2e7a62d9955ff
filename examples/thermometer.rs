//! An old thermometer shows an unknown unit `t_u`. From a few readings beside one in °C, `t_c`, gradient descent finds
//! the line between them.
//!
//! Run it with `cargo run --release --example thermometer`, or with the path of another CSV file after `--`.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]

use std::{
    env,
    error::Error,
    path::{Path, PathBuf},
};

use autograd::differentiable;

#[path = "support/plot.rs"]
mod plot;
#[path = "support/table.rs"]
mod table;

/// The mean squared error of the model `t_c = w t_u + b`. The readings are data: no gradient is wanted for them.
#[differentiable]
pub(crate) fn loss(w: f64, b: f64, #[no_grad] t_u: &[f64], #[no_grad] t_c: &[f64]) -> f64 {
    let mut total = 0.0;
    for i in 0..t_u.len() {
        let error = w * t_u[i] + b - t_c[i];
        total += error * error;
    }
    total / t_u.len() as f64
}

/// The readings `(t_c, t_u)` of a file.
pub(crate) fn read(path: &Path) -> Result<(Vec<f64>, Vec<f64>), table::TableError> {
    let [t_c, t_u] = table::read_columns(path, ["t_c", "t_u"])?;
    Ok((t_c, t_u))
}

/// Gradient descent from `w = 1`, `b = 0`. Returns `w`, `b` and the loss at every 500th epoch.
pub(crate) fn train(t_u: &[f64], t_c: &[f64], learning_rate: f64, epochs: usize) -> (f64, f64, Vec<(usize, f64)>) {
    let (mut w, mut b) = (1.0, 0.0);
    let mut history = Vec::new();
    for epoch in 1..=epochs {
        let (value, (d_w, d_b)) = loss_value_and_grad(w, b, t_u, t_c);
        if epoch % 500 == 0 {
            history.push((epoch, value));
        }
        w -= learning_rate * d_w;
        b -= learning_rate * d_b;
    }
    (w, b, history)
}

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = env::args_os().nth(1).map_or_else(|| root.join("examples/data/thermometer.csv"), PathBuf::from);
    let (t_c, t_u) = read(&path)?;

    let (d_w, d_b) = loss_grad(1.0, 0.0, &t_u, &t_c);
    println!("gradient at w = 1, b = 0: ({d_w:.4}, {d_b:.4})");

    // The slope of the loss in `w` is 50 times that in `b`. In tenths of a unit they are alike, so one learning rate
    // suits both.
    let t_un: Vec<f64> = t_u.iter().map(|t| 0.1 * t).collect();
    let (w, b, history) = train(&t_un, &t_c, 1e-2, 5000);
    for (epoch, value) in &history {
        println!("epoch {epoch:4}: loss {value:.4}");
    }
    println!("t_c = {w:.4} * 0.1 t_u + ({b:.4})");

    let readings: Vec<(f64, f64)> = t_u.iter().copied().zip(t_c).collect();
    let line = [15.0, 90.0].map(|t| (t, w * 0.1 * t + b)).to_vec();
    let picture = root.join("target/thermometer.svg");
    plot::Plot {
        title: "The unknown thermometer",
        x_label: "reading in the unknown unit",
        y_label: "reading in °C",
        points: &readings,
        lines: &[line],
    }
    .save(&picture)?;
    println!("the fit is drawn in {}", picture.display());
    Ok(())
}
