//! A network that reads handwritten digits, trained twice: compiled from a function over slices, and with the dynamic
//! tensor. Both start from the same weights and see the same images, so they learn the same.
//!
//! Run it with `cargo run --release --example digits`.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]

use std::{error::Error, path::Path, time::Instant};

use autograd::{
    nn::{Layer, Module, Sequential},
    optim::{
        AdamW, OptimError, Optimizer, Stepper,
        schedule::{CosineAnnealingLr, Schedule, Scheduler},
    },
    tensor::{Generator, Tensor},
};

#[path = "support/digits.rs"]
pub(crate) mod digits;
#[path = "support/digits_tensors.rs"]
pub(crate) mod dynamic;
#[path = "support/digits_network.rs"]
pub(crate) mod network;
#[path = "support/plot.rs"]
mod plot;
#[path = "support/progress.rs"]
mod progress;

use digits::Digits;
use network::Weights;

const BATCH: usize = 64;
const SETTINGS: AdamW =
    AdamW { lr: 2e-2, betas: (0.9, 0.999), eps: 1e-8, weight_decay: 0.02, amsgrad: false, maximize: false };

/// What an epoch shows: all images in another order, each moved by up to a pixel in both directions, in batches.
pub(crate) fn batches(data: &Digits, epoch: usize) -> Vec<Digits> {
    let mut generator = Generator::seeded(epoch as u64);
    let order = Tensor::<i64>::randperm_from(data.len(), &mut generator).to_vec();
    let order: Vec<usize> = order.into_iter().map(|n| n as usize).collect();
    order.chunks(BATCH).map(|batch| data.select(batch).moved(&mut generator)).collect()
}

/// Trains the compiled network. Returns its weights and the mean loss of every epoch.
pub(crate) fn train_compiled(data: &Digits, epochs: usize) -> Result<(Weights, Vec<f64>), OptimError> {
    let mut weights = Weights::random(1);
    let mut adam = Stepper::new(SETTINGS)?;
    let mut schedule = Schedule::new(&mut adam, CosineAnnealingLr { t_max: epochs as i64, eta_min: 0.0 })?;
    let progress = progress::Progress::new("compiled", epochs);
    let mut losses = Vec::new();
    for epoch in 0..epochs {
        let mut total = 0.0;
        for batch in batches(data, epoch) {
            let (loss, d_weights) = network::loss_and_gradient(&weights, &batch.images, &batch.labels);
            adam.step(&mut weights, &d_weights)?;
            total += loss * batch.len() as f64;
        }
        schedule.step(&mut adam)?;
        losses.push(total / data.len() as f64);
        progress.step(losses[epoch]);
    }
    Ok((weights, losses))
}

/// Trains the network of tensors.
pub(crate) fn train_dynamic(data: &Digits, epochs: usize) -> Result<(Sequential<f64>, Vec<f64>), OptimError> {
    let model = dynamic::network(&Weights::random(1));
    let mut adam = Optimizer::new(SETTINGS, model.named_parameters())?;
    let mut schedule = Schedule::new(&mut adam, CosineAnnealingLr { t_max: epochs as i64, eta_min: 0.0 })?;
    let progress = progress::Progress::new("dynamic", epochs);
    let mut losses = Vec::new();
    for epoch in 0..epochs {
        let mut total = 0.0;
        for batch in batches(data, epoch) {
            let (images, labels) = dynamic::tensors(&batch);
            let loss = adam.step_with(|| {
                let loss = model.forward(&images).cross_entropy(&labels);
                loss.backward();
                loss.item()
            })?;
            total += loss * batch.len() as f64;
        }
        schedule.step(&mut adam)?;
        losses.push(total / data.len() as f64);
        progress.step(losses[epoch]);
    }
    Ok((model, losses))
}

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (training, held_out) = digits::read(&root.join("examples/data/digits.csv.gz"))?.split();
    println!("{} images to learn from, {} held out", training.len(), held_out.len());
    let epochs = 120;

    let start = Instant::now();
    let (weights, compiled) = train_compiled(&training, epochs)?;
    let accuracy = network::accuracy(&weights, &held_out.images, &held_out.labels);
    println!("compiled: {:.2} % right, {:.2} s", 100.0 * accuracy, start.elapsed().as_secs_f64());

    let start = Instant::now();
    let (model, dynamic) = train_dynamic(&training, epochs)?;
    let accuracy = dynamic::accuracy(&model, &held_out);
    println!("dynamic:  {:.2} % right, {:.2} s", 100.0 * accuracy, start.elapsed().as_secs_f64());

    let curve = |losses: &[f64]| (1..).zip(losses).map(|(epoch, loss)| (f64::from(epoch), loss.ln())).collect();
    let picture = root.join("target/digits.svg");
    plot::Plot {
        title: "Reading digits",
        x_label: "epoch",
        y_label: "logarithm of the loss",
        points: &[],
        lines: &[curve(&compiled), curve(&dynamic)],
    }
    .save(&picture)?;
    println!("the losses are drawn in {}", picture.display());
    Ok(())
}
