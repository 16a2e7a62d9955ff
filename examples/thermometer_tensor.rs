//! The thermometer of the example `thermometer`, with the dynamic tensor: the same table from SGD, and Adam, which needs
//! no scaling of the readings.
//!
//! Run it with `cargo run --release --example thermometer_tensor`.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]

use std::{error::Error, path::Path};

use autograd::{
    optim::{Adam, Algorithm, OptimError, Optimizer, Sgd},
    tensor::Tensor,
};

#[path = "support/plot.rs"]
mod plot;
#[path = "support/progress.rs"]
mod progress;
#[path = "support/table.rs"]
mod table;

/// The readings `(t_c, t_u)` of a file.
pub(crate) fn read(path: &Path) -> Result<(Tensor<f64>, Tensor<f64>), table::TableError> {
    let [t_c, t_u] = table::read_columns(path, ["t_c", "t_u"])?;
    Ok((Tensor::from_slice(&t_c), Tensor::from_slice(&t_u)))
}

/// The mean squared error of the model `t_c = w t_u + b`.
pub(crate) fn loss(w: &Tensor<f64>, b: &Tensor<f64>, t_u: &Tensor<f64>, t_c: &Tensor<f64>) -> Tensor<f64> {
    let error = w * t_u + b - t_c;
    (&error * &error).mean()
}

/// What a training run leaves behind.
pub(crate) struct Fit {
    pub(crate) w: f64,
    pub(crate) b: f64,
    /// The loss of every epoch.
    pub(crate) losses: Vec<f64>,
}

/// Trains from `w = 1`, `b = 0`.
pub(crate) fn train<A: Algorithm<f64>>(
    settings: A,
    t_u: &Tensor<f64>,
    t_c: &Tensor<f64>,
    epochs: usize,
) -> Result<Fit, OptimError> {
    let w = Tensor::scalar(1.0).requires_grad_(true);
    let b = Tensor::scalar(0.0).requires_grad_(true);
    let mut optimizer = Optimizer::new(settings, [&w, &b])?;
    let progress = progress::Progress::new(A::NAME, epochs);
    let mut losses = Vec::with_capacity(epochs);
    for _ in 0..epochs {
        let value = optimizer.step_with(|| {
            let loss = loss(&w, &b, t_u, t_c);
            loss.backward();
            loss.item()
        })?;
        progress.step(value);
        losses.push(value);
    }
    Ok(Fit { w: w.item(), b: b.item(), losses })
}

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (t_c, t_u) = read(&root.join("examples/data/thermometer.csv"))?;

    let [w, b] = [1.0, 0.0].map(|value| Tensor::scalar(value).requires_grad_(true));
    loss(&w, &b, &t_u, &t_c).backward();
    let [d_w, d_b] = [w, b].map(|x| x.grad().map_or(0.0, |d| d.item()));
    println!("gradient at w = 1, b = 0: ({d_w:.4}, {d_b:.4})");

    let sgd = train(Sgd { lr: 1e-2, ..Sgd::default() }, &(&t_u * 0.1), &t_c, 5000)?;
    for epoch in (500..=5000).step_by(500) {
        println!("epoch {epoch:4}: loss {:.4}", sgd.losses[epoch - 1]);
    }
    println!("t_c = {:.4} * 0.1 t_u + ({:.4})", sgd.w, sgd.b);

    let adam = train(Adam { lr: 0.1, ..Adam::default() }, &t_u, &t_c, 2000)?;
    println!("Adam, readings as they are: loss {:.4}, t_c = {:.4} t_u + ({:.4})", adam.losses[1999], adam.w, adam.b);

    let curve = |losses: &[f64]| (1..).zip(losses).map(|(epoch, loss)| (f64::from(epoch), loss.ln())).collect();
    let picture = root.join("target/thermometer_tensor.svg");
    plot::Plot {
        title: "SGD and Adam",
        x_label: "epoch",
        y_label: "logarithm of the loss",
        points: &[],
        lines: &[curve(&sgd.losses), curve(&adam.losses)],
    }
    .save(&picture)?;
    println!("the losses are drawn in {}", picture.display());
    Ok(())
}
