//! The network that reads digits, as functions over slices, which the macro differentiates.

use autograd::{Differentiable, differentiable, tensor::Generator};

use super::digits::{CLASSES, PIXELS};

pub(crate) const HIDDEN: usize = 96;

/// What the network learns. The weights lie input by input.
#[derive(Clone, Debug, PartialEq, Differentiable)]
pub(crate) struct Weights {
    pub(crate) w1: Vec<f64>,
    pub(crate) b1: Vec<f64>,
    pub(crate) w2: Vec<f64>,
    pub(crate) b2: Vec<f64>,
}

impl Weights {
    /// Evenly spread over `±1/√n` for `n` inputs, as in a fresh `Linear` layer.
    pub(crate) fn random(seed: u64) -> Self {
        let mut generator = Generator::seeded(seed);
        let mut draw = |count: usize, inputs: usize| -> Vec<f64> {
            let bound = 1.0 / (inputs as f64).sqrt();
            (0..count).map(|_| bound * (2.0 * generator.uniform() - 1.0)).collect()
        };
        Self {
            w1: draw(HIDDEN * PIXELS, PIXELS),
            b1: draw(HIDDEN, PIXELS),
            w2: draw(CLASSES * HIDDEN, HIDDEN),
            b2: draw(CLASSES, HIDDEN),
        }
    }
}

pub(crate) use compiled::*;

#[differentiable]
mod compiled {
    use super::{CLASSES, HIDDEN, PIXELS};

    /// `y = W x + b`. All outputs take in one input after the other: sums side by side can be vectorized, in the gradient
    /// too, and a sum along the inputs cannot.
    fn affine(w: &[f64], b: &[f64], x: &[f64], y: &mut [f64]) {
        for (y, b) in y.iter_mut().zip(b) {
            *y = *b;
        }
        for j in 0..x.len() {
            let column = &w[j * y.len()..][..y.len()];
            for i in 0..y.len() {
                y[i] += column[i] * x[j];
            }
        }
    }

    /// The scores of the classes for one image.
    pub(crate) fn scores(
        w1: &[f64],
        b1: &[f64],
        w2: &[f64],
        b2: &[f64],
        #[no_grad] image: &[f64],
        hidden: &mut [f64],
        scores: &mut [f64],
    ) {
        affine(w1, b1, image, hidden);
        for h in hidden.iter_mut() {
            *h = h.tanh();
        }
        affine(w2, b2, hidden, scores);
    }

    /// The mean of `-ln softmax(scores)` at the labels.
    pub(crate) fn loss(
        w1: &[f64],
        b1: &[f64],
        w2: &[f64],
        b2: &[f64],
        #[no_grad] images: &[f64],
        labels: &[usize],
    ) -> f64 {
        let mut hidden = [0.0; HIDDEN];
        let mut outputs = [0.0; CLASSES];
        let mut total = 0.0;
        for n in 0..labels.len() {
            scores(w1, b1, w2, b2, &images[n * PIXELS..][..PIXELS], &mut hidden, &mut outputs);
            let mut sum = 0.0;
            for score in &outputs {
                sum += score.exp();
            }
            total += sum.ln() - outputs[labels[n]];
        }
        total / labels.len() as f64
    }
}

/// The mean loss of some images, and its gradient.
pub(crate) fn loss_and_gradient(weights: &Weights, images: &[f64], labels: &[usize]) -> (f64, WeightsTangent) {
    let Weights { w1, b1, w2, b2 } = weights;
    let (loss, (w1, b1, w2, b2)) = loss_value_and_grad(w1, b1, w2, b2, images, labels);
    (loss, WeightsTangent { w1, b1, w2, b2 })
}

/// The part of the images that the network reads rightly.
pub(crate) fn accuracy(weights: &Weights, images: &[f64], labels: &[usize]) -> f64 {
    let Weights { w1, b1, w2, b2 } = weights;
    let (mut hidden, mut outputs) = ([0.0; HIDDEN], [0.0; CLASSES]);
    let right = images.chunks(PIXELS).zip(labels).filter(|(image, label)| {
        scores(w1, b1, w2, b2, image, &mut hidden, &mut outputs);
        outputs.iter().all(|score| *score <= outputs[**label])
    });
    right.count() as f64 / labels.len() as f64
}
