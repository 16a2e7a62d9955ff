//! Fine-tuning: a ResNet-18 with frozen weights gets a new head that reads digits.
//!
//! Run it with `cargo run --release --example finetune -- resnet18.safetensors`, where the file holds torchvision's weights
//! for 1000 classes. Without a file the example writes random weights to `target/finetune` and loads those.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use autograd::{
    nn::{self, Layer, Linear, Module, StateError},
    optim::{Adam, OptimError, Optimizer},
    tensor::{Generator, Tensor, no_grad},
};

#[allow(dead_code, reason = "shared with another example")]
#[path = "support/digits.rs"]
pub(crate) mod digits;
#[path = "support/plot.rs"]
mod plot;
#[path = "support/progress.rs"]
mod progress;
#[path = "support/resnet18.rs"]
mod resnet18;

use digits::{CLASSES, Digits, PIXELS};
use resnet18::ResNet18;

const BATCH: usize = 16;
const SIZE: usize = 64;
/// Mean and deviation of the three colours in the images for which torchvision's weights are made.
const COLOURS: [(f32, f32); 3] = [(0.485, 0.229), (0.456, 0.224), (0.406, 0.225)];
/// How many pixels of the enlarged image are one of the original's.
const SCALE: usize = 9;

/// Writes random weights for 1000 classes.
pub(crate) fn write_random_weights(path: &Path) -> Result<(), StateError> {
    nn::save(&Generator::seeded(0).scope(|| ResNet18::<f32>::new(1000)), path)
}

/// The network with the weights of a file, all of which stay as they are, and a new head.
pub(crate) fn load(path: &Path) -> Result<ResNet18<f32>, StateError> {
    let mut model = ResNet18::new(1000);
    nn::load(&model, path)?;
    model.freeze();
    model.fc = Generator::seeded(1).scope(|| Linear::new(512, CLASSES));
    // The running statistics of the normalizations are frozen as well.
    model.eval();
    Ok(model)
}

/// A random crop of 64x64 pixels from each digit, enlarged to 72x72, in the three colours of a grey image: `[count, 3, 64, 64]`.
pub(crate) fn crops(data: &Digits, generator: &mut Generator) -> Tensor<f32> {
    let room = (8 * SCALE - SIZE + 1) as f64;
    let mut pixels = Vec::with_capacity(data.len() * 3 * SIZE * SIZE);
    for image in data.images.chunks(PIXELS) {
        let [top, left] = [(); 2].map(|()| (generator.uniform() * room) as usize);
        for (mean, deviation) in COLOURS {
            for place in 0..SIZE * SIZE {
                let (row, column) = ((top + place / SIZE) / SCALE, (left + place % SIZE) / SCALE);
                pixels.push((image[row * 8 + column] as f32 - mean) / deviation);
            }
        }
    }
    Tensor::from_vec(pixels, [data.len(), 3, SIZE, SIZE])
}

/// Trains what is not frozen. Returns the loss of every step.
pub(crate) fn train(
    model: &ResNet18<f32>,
    data: &Digits,
    epochs: usize,
    generator: &mut Generator,
) -> Result<Vec<f64>, OptimError> {
    let mut adam = Optimizer::new(Adam { lr: 3e-3, ..Adam::default() }, model.named_parameters())?;
    let progress = progress::Progress::new("finetune", epochs * data.len().div_ceil(BATCH));
    let mut losses = Vec::new();
    for _ in 0..epochs {
        for batch in Tensor::<i64>::randperm_from(data.len(), generator).to_vec().chunks(BATCH) {
            let batch = data.select(&batch.iter().map(|&n| n as usize).collect::<Vec<_>>());
            let (images, labels) = (crops(&batch, generator), labels(&batch));
            let loss = adam.step_with(|| {
                let loss = model.forward(&images).cross_entropy(&labels);
                loss.backward();
                loss.item()
            })?;
            losses.push(loss.into());
            progress.step(loss.into());
        }
    }
    Ok(losses)
}

fn labels(data: &Digits) -> Tensor<i64> {
    Tensor::from_slice(&data.labels.iter().map(|&label| label as i64).collect::<Vec<_>>())
}

/// The part of the digits that the network reads rightly.
pub(crate) fn accuracy(model: &ResNet18<f32>, data: &Digits, generator: &mut Generator) -> f64 {
    let guesses = no_grad(|| model.forward(&crops(data, generator))).argmax_dim(1, false).to_vec();
    guesses.iter().zip(&data.labels).filter(|(guess, label)| **guess == **label as i64).count() as f64
        / data.len() as f64
}

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("target/finetune");
    let path = match env::args_os().nth(1) {
        Some(path) => PathBuf::from(path),
        None => {
            fs::create_dir_all(&folder)?;
            let path = folder.join("random.safetensors");
            write_random_weights(&path)?;
            println!("random weights, which see little, are in {}", path.display());
            path
        }
    };
    let model = load(&path)?;
    let (training, held_out) = digits::read(&root.join("examples/data/digits.csv.gz"))?.split();
    let (training, held_out) =
        (training.select(&(0..480).collect::<Vec<_>>()), held_out.select(&(0..120).collect::<Vec<_>>()));

    let mut generator = Generator::seeded(2);
    let losses = train(&model, &training, 4, &mut generator)?;
    println!("{:.1} % of {} digits right", 100.0 * accuracy(&model, &held_out, &mut generator), held_out.len());

    let curve = (1..).zip(&losses).map(|(step, loss)| (f64::from(step), *loss)).collect();
    plot::Plot { title: "A new head", x_label: "step", y_label: "loss", points: &[], lines: &[curve] }
        .save(&folder.join("loss.svg"))?;
    nn::save(&model, folder.join("finetuned.safetensors"))?;
    println!("the loss is drawn and the weights are saved in {}", folder.display());
    Ok(())
}
