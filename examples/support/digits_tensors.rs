//! The network that reads digits, as layers of tensors.

use autograd::{
    nn::{Layer, Linear, Sequential, Tanh},
    tensor::{Tensor, no_grad},
};

use super::{
    digits::{CLASSES, Digits, PIXELS},
    network::{HIDDEN, Weights},
};

/// The network with the weights of the compiled one.
pub(crate) fn network(weights: &Weights) -> Sequential<f64> {
    let linear = |inputs, outputs, weight: &[f64], bias: &[f64]| {
        let layer = Linear::new(inputs, outputs);
        no_grad(|| {
            layer.weight.copy_(&Tensor::from_vec(weight.to_vec(), [inputs, outputs]).t());
            layer.bias.as_ref().map(|b| b.copy_(&Tensor::from_slice(bias)))
        });
        layer
    };
    Sequential::new().then(linear(PIXELS, HIDDEN, &weights.w1, &weights.b1)).then(Tanh).then(linear(
        HIDDEN,
        CLASSES,
        &weights.w2,
        &weights.b2,
    ))
}

/// Images `[count, 64]` and classes.
pub(crate) fn tensors(data: &Digits) -> (Tensor<f64>, Tensor<i64>) {
    let labels: Vec<i64> = data.labels.iter().map(|&label| label as i64).collect();
    (Tensor::from_vec(data.images.clone(), [data.len(), PIXELS]), Tensor::from_slice(&labels))
}

/// The part of the images that the network reads rightly.
pub(crate) fn accuracy(model: &Sequential<f64>, data: &Digits) -> f64 {
    let (images, labels) = tensors(data);
    let guesses = no_grad(|| model.forward(&images)).argmax_dim(1, false).to_vec();
    guesses.iter().zip(labels.to_vec()).filter(|(guess, label)| **guess == *label).count() as f64 / data.len() as f64
}
