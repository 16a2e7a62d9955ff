//! Normalization and dropout.

use super::check::{Domain, Entry, T};
use super::elementwise::entries;
use autograd_runtime::tensor::{BatchNorm, Generator, Tensor};

const ANY: Domain = Domain(-2.0, 2.0, &[]);

/// Input, scale and shift per channel.
const CHANNELS: &[&[&[usize]]] =
    &[&[&[4, 2], &[2], &[2]], &[&[2, 2, 3], &[2], &[2]], &[&[2, 1, 2, 2], &[1], &[1]], &[&[0, 2], &[2], &[2]]];
const SPATIAL: &[&[&[usize]]] = &[&[&[2, 2, 4], &[2], &[2]], &[&[1, 4, 2, 2], &[4], &[4]], &[&[0, 2, 3], &[2], &[2]]];
/// Input, scale and shift over the last dimension.
const TRAILING: &[&[&[usize]]] =
    &[&[&[3, 4], &[4], &[4]], &[&[4], &[4], &[4]], &[&[0, 3], &[3], &[3]], &[&[2, 1, 3], &[3], &[3]]];

pub(crate) const NORMALIZATION: &[Entry] = entries! {
    "batch_norm", [ANY, ANY, ANY], CHANNELS, |x| x[0].batch_norm(&affine(&x[1], &x[2]));
    "batch_norm alone", [ANY], &[&[&[5, 2]], &[&[2, 2, 3]]], |x| x[0].batch_norm(&BatchNorm::default());
    "batch_norm with running statistics", [ANY, ANY, ANY], CHANNELS, |x| {
        let channels = x[1].numel();
        let statistics = |start: f64| Tensor::from_vec((0..channels).map(|c| start + 0.3 * c as f64).collect(), [channels]);
        let (mean, var) = (statistics(-0.2), statistics(0.6));
        x[0].batch_norm(&BatchNorm {
            training: false, running_mean: Some(mean), running_var: Some(var), ..affine(&x[1], &x[2])
        })
    };
    "layer_norm", [ANY, ANY, ANY], TRAILING, |x| x[0].layer_norm(x[1].shape(), Some(&x[1]), Some(&x[2]), 1e-5);
    "layer_norm without scale", [ANY, ANY], &[&[&[2, 3], &[3]]], |x| x[0].layer_norm(&[3], None, Some(&x[1]), 1e-5);
    "layer_norm over two", [ANY, ANY], &[&[&[2, 2, 3], &[2, 3]]], |x| x[0].layer_norm(&[2, 3], Some(&x[1]), None, 1e-5);
    "rms_norm", [ANY, ANY], &[&[&[3, 4], &[4]], &[&[4], &[4]], &[&[0, 3], &[3]]],
        |x| x[0].rms_norm(x[1].shape(), Some(&x[1]), 1e-6);
    "group_norm", [ANY, ANY, ANY], SPATIAL, |x| x[0].group_norm(2, Some(&x[1]), Some(&x[2]), 1e-5);
    "group_norm alone", [ANY], &[&[&[2, 4]], &[&[1, 2, 3]]], |x| x[0].group_norm(1, None, None, 1e-5);
    "instance_norm", [ANY, ANY, ANY], SPATIAL, |x| x[0].instance_norm(Some(&x[1]), Some(&x[2]), 1e-5);
    "dropout", [ANY], &[&[&[7]], &[&[3, 2]], &[&[]], &[&[0]]],
        |x| x[0].dropout_from(0.4, true, &mut Generator::seeded(3));
    "dropout of channels", [ANY], &[&[&[2, 3, 2]], &[&[2, 2]], &[&[0, 2]]],
        |x| x[0].feature_dropout_from(0.4, true, &mut Generator::seeded(3));
};

fn affine(weight: &T, bias: &T) -> BatchNorm<f64> {
    BatchNorm { weight: Some(weight.clone()), bias: Some(bias.clone()), ..BatchNorm::default() }
}
