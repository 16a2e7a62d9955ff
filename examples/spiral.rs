//! Three arms of a spiral, told apart by a small network of tensors; its decision boundary is drawn.
//!
//! Run it with `cargo run --release --example spiral`; the pictures are in `target/spiral`.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]

use std::{error::Error, f64::consts::TAU, path::Path};

use autograd::{
    nn::{Layer, Linear, Module, Sequential, Tanh},
    optim::{
        AdamW, OptimError, Optimizer,
        schedule::{CosineAnnealingLr, Schedule, Scheduler},
    },
    tensor::{Generator, Tensor, no_grad},
};

#[path = "support/plot.rs"]
mod plot;
#[path = "support/progress.rs"]
mod progress;
#[path = "support/regions.rs"]
pub(crate) mod regions;

const ARMS: usize = 3;

/// Points of the arms, each with the number of its arm: once around the centre, with some noise.
pub(crate) fn points(per_arm: usize, generator: &mut Generator) -> Vec<((f64, f64), usize)> {
    let mut point = |arm: usize, i: usize| {
        let radius = 0.1 + 0.9 * i as f64 / per_arm as f64;
        let angle = TAU * (arm as f64 / ARMS as f64 + radius) + 0.15 * generator.normal();
        ((radius * angle.cos(), radius * angle.sin()), arm)
    };
    (0..ARMS).flat_map(|arm| (0..per_arm).map(move |i| (arm, i))).map(|(arm, i)| point(arm, i)).collect()
}

/// Coordinates `[count, 2]`.
pub(crate) fn coordinates(points: impl IntoIterator<Item = (f64, f64)>) -> Tensor<f64> {
    let values: Vec<f64> = points.into_iter().flat_map(|(x, y)| [x, y]).collect();
    let count = values.len() / 2;
    Tensor::from_vec(values, [count, 2])
}

/// Trains a network with two hidden layers on all points at once. Returns it with the loss of every step.
pub(crate) fn train(
    points: &[((f64, f64), usize)],
    steps: usize,
    generator: &mut Generator,
) -> Result<(Sequential<f64>, Vec<f64>), OptimError> {
    let model = generator.scope(|| {
        Sequential::new()
            .then(Linear::new(2, 32))
            .then(Tanh)
            .then(Linear::new(32, 32))
            .then(Tanh)
            .then(Linear::new(32, ARMS))
    });
    let x = coordinates(points.iter().map(|(point, _)| *point));
    let arms: Vec<i64> = points.iter().map(|(_, arm)| *arm as i64).collect();
    let arms = Tensor::from_slice(&arms);

    let mut adam = Optimizer::new(AdamW { lr: 0.02, ..AdamW::default() }, model.named_parameters())?;
    let mut schedule = Schedule::new(&mut adam, CosineAnnealingLr { t_max: steps as i64, eta_min: 0.0 })?;
    let progress = progress::Progress::new("spiral", steps);
    let mut losses = Vec::with_capacity(steps);
    for _ in 0..steps {
        let loss = adam.step_with(|| {
            let loss = model.forward(&x).cross_entropy(&arms);
            loss.backward();
            loss.item()
        })?;
        schedule.step(&mut adam)?;
        progress.step(loss);
        losses.push(loss);
    }
    Ok((model, losses))
}

/// The arm to which the network counts each point.
pub(crate) fn classify(model: &Sequential<f64>, points: impl IntoIterator<Item = (f64, f64)>) -> Vec<usize> {
    let scores = no_grad(|| model.forward(&coordinates(points)));
    scores.argmax_dim(1, false).to_vec().into_iter().map(|arm| arm as usize).collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut generator = Generator::seeded(0);
    let points = points(120, &mut generator);
    let (model, losses) = train(&points, 600, &mut generator)?;
    let arms = classify(&model, points.iter().map(|(point, _)| *point));
    let right = arms.iter().zip(&points).filter(|(arm, (_, expected))| *arm == expected).count();
    println!("{right} of {} points are on the right side of the boundary", points.len());

    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/spiral");
    let curve = (1..).zip(&losses).map(|(step, loss)| (f64::from(step), *loss)).collect();
    plot::Plot { title: "Three arms", x_label: "step", y_label: "loss", points: &[], lines: &[curve] }
        .save(&folder.join("loss.svg"))?;
    let picture = regions::Regions { title: "Three arms", range: -1.2..1.2, cells: 120, points: &points };
    picture.save(&folder.join("boundary.svg"), |cells| classify(&model, cells.iter().copied()))?;
    println!("the loss and the boundary are drawn in {}", folder.display());
    Ok(())
}
