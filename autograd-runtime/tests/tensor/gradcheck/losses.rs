//! Losses and distances, with every reduction, weights and targets that carry gradients.

use super::check::{Domain, Entry};
use super::elementwise::entries;
use autograd_runtime::tensor::Reduction::{BatchMean, Mean, None as Each, Sum};
use autograd_runtime::tensor::{CrossEntropy, Tensor, TripletMargin};

const ANY: Domain = Domain(-2.0, 2.0, &[]);
const POSITIVE: Domain = Domain(0.3, 2.0, &[]);
const PROBABILITY: Domain = Domain(0.1, 0.9, &[]);

const PAIRS: &[&[&[usize]]] = &[&[&[2, 3], &[2, 3]], &[&[], &[]], &[&[1, 2], &[1, 2]]];
/// Also with broadcasting and without elements (whose mean is not a number, but its gradient is empty).
const STRETCHED: &[&[&[usize]]] =
    &[&[&[2, 3], &[2, 3]], &[&[], &[]], &[&[2, 3], &[3]], &[&[1], &[2, 2]], &[&[2, 1], &[1, 3]], &[&[0], &[1]]];
const SCORES: &[&[&[usize]]] = &[&[&[3, 4]], &[&[4]], &[&[2, 3, 2]], &[&[1, 2]], &[&[0, 3]], &[&[2, 3, 1, 2]]];
const VECTORS: &[&[&[usize]]] = &[&[&[3, 2], &[3, 2]], &[&[2, 3], &[1, 3]], &[&[3], &[2, 3]], &[&[0, 2], &[1, 2]]];

pub(crate) const LOSSES: &[Entry] = entries! {
    "mse", [ANY, ANY], STRETCHED, |x| x[0].mse_loss(&x[1], Sum);
    "mse mean", [ANY, ANY], PAIRS, |x| x[0].mse_loss(&x[1], Mean);
    "mse of each", [ANY, ANY], STRETCHED, |x| x[0].mse_loss(&x[1], Each);
    "l1", [ANY, ANY], STRETCHED, |x| x[0].l1_loss(&x[1], Sum);
    "huber", [ANY, ANY], STRETCHED, |x| x[0].huber_loss(&x[1], 0.7, Sum);
    "huber mean", [ANY, ANY], PAIRS, |x| x[0].huber_loss(&x[1], 0.7, Mean);
    "smooth l1", [ANY, ANY], STRETCHED, |x| x[0].smooth_l1_loss(&x[1], 0.5, Each);
    "smooth l1 without a curve", [ANY, ANY], STRETCHED, |x| x[0].smooth_l1_loss(&x[1], 0.0, Sum);
    "bce", [PROBABILITY, PROBABILITY], PAIRS, |x| x[0].binary_cross_entropy(&x[1], None, Mean);
    "bce of none", [PROBABILITY, PROBABILITY], &[&[&[0], &[0]]], |x| x[0].binary_cross_entropy(&x[1], None, Each);
    "bce weighted", [PROBABILITY, PROBABILITY], &[&[&[2, 3], &[2, 3]]],
        |x| x[0].binary_cross_entropy(&x[1], Some(&Tensor::from_slice(&[0.5, 2.0, 1.5])), Sum);
    "bce logits", [ANY, PROBABILITY], PAIRS, |x| x[0].binary_cross_entropy_with_logits(&x[1], None, None, Each);
    "bce logits weighted", [ANY, PROBABILITY], &[&[&[2, 3], &[2, 3]]], |x| {
        let (weight, positive) = (Tensor::from_slice(&[0.5, 2.0, 1.5]), Tensor::from_slice(&[3.0, 0.5, 1.0]));
        x[0].binary_cross_entropy_with_logits(&x[1], Some(&weight), Some(&positive), Mean)
    };
    "nll", [ANY], SCORES, |x| x[0].nll_loss_with(&classes(&x[0]), &CrossEntropy { reduction: Sum, ..none() });
    "nll of each", [ANY], SCORES, |x| x[0].nll_loss_with(&classes(&x[0]), &CrossEntropy { reduction: Each, ..none() });
    "nll weighted", [ANY], SCORES,
        |x| x[0].nll_loss_with(&classes(&x[0]), &CrossEntropy { reduction: Each, ..weighted(&x[0]) });
    "cross entropy", [ANY], &[&[&[3, 4]], &[&[4]], &[&[2, 3, 2]]], |x| x[0].cross_entropy(&classes(&x[0]));
    "cross entropy of each", [ANY], SCORES,
        |x| x[0].cross_entropy_with(&classes(&x[0]), &CrossEntropy { reduction: Each, ..weighted(&x[0]) });
    "cross entropy with everything", [ANY], &[&[&[3, 4]], &[&[2, 3, 2]]], |x| {
        let options = CrossEntropy { label_smoothing: 0.2, ..weighted(&x[0]) };
        x[0].cross_entropy_with(&classes(&x[0]), &options)
    };
    "cross entropy of probabilities", [ANY, PROBABILITY], &[&[&[3, 4], &[3, 4]], &[&[2, 3, 2], &[2, 3, 2]], &[&[3], &[3]]],
        |x| x[0].cross_entropy_with(&x[1], &CrossEntropy { label_smoothing: 0.1, ..weighted(&x[0]) });
    "cross entropy of probabilities of each", [ANY, PROBABILITY], &[&[&[3, 4], &[3, 4]], &[&[0, 2], &[0, 2]]],
        |x| x[0].cross_entropy_with(&x[1], &CrossEntropy { reduction: Each, ..none() });
    "kl", [ANY, POSITIVE], STRETCHED, |x| x[0].kl_div(&x[1], false, Sum);
    "kl of logarithms", [ANY, ANY], PAIRS, |x| x[0].kl_div(&x[1], true, BatchMean);
    "gaussian", [ANY, ANY, POSITIVE], &[&[&[2, 3], &[2, 3], &[2, 3]], &[&[2, 3], &[3], &[2, 1]], &[&[0], &[0], &[1]]],
        |x| x[0].gaussian_nll_loss(&x[1], &x[2], true, 1e-6, Sum);
    "poisson", [ANY, POSITIVE], STRETCHED, |x| x[0].poisson_nll_loss(&x[1], true, false, 1e-8, Sum);
    "poisson of rates", [POSITIVE, Domain(0.5, 3.0, &[1.0])], STRETCHED,
        |x| x[0].poisson_nll_loss(&x[1], false, true, 1e-8, Sum);
    "hinge", [Domain(-2.0, 3.0, &[1.0])], &[&[&[4]], &[&[1]], &[&[0]], &[&[2, 3]]],
        |x| x[0].hinge_embedding_loss(&signs(&x[0]), 1.0, Sum);
    "ranking", [ANY, ANY], STRETCHED, |x| x[0].margin_ranking_loss(&x[1], &Tensor::scalar(-1.0), 0.5, Sum);
    "soft margin", [ANY], &[&[&[4]], &[&[2, 3]], &[&[0]]], |x| x[0].soft_margin_loss(&signs(&x[0]), Sum);
    "normalize", [POSITIVE], &[&[&[3, 2]], &[&[2, 2, 3]], &[&[2, 0]], &[&[1, 2]]], |x| x[0].normalize(2.0, 1, 1e-12);
    "normalize by cubes", [POSITIVE], &[&[&[3, 2]], &[&[2, 1]]], |x| x[0].normalize(3.0, 0, 1e-12);
    "cosine", [POSITIVE, ANY], VECTORS, |x| x[0].cosine_similarity(&x[1], -1, 1e-8);
    "cosine embedding", [POSITIVE, POSITIVE], &[&[&[3, 2], &[3, 2]], &[&[0, 2], &[0, 2]]],
        |x| x[0].cosine_embedding_loss(&x[1], &signs(&x[0].select(1, 0)), 0.1, Sum);
    "pairwise", [ANY, ANY], VECTORS, |x| x[0].pairwise_distance(&x[1], 2.0, 1e-6, true);
    "triplet", [ANY, ANY, ANY], &[&[&[2, 3], &[2, 3], &[2, 3]], &[&[2, 3], &[1, 3], &[3]], &[&[0, 3], &[0, 3], &[1, 3]]],
        |x| x[0].triplet_margin_loss(&x[1], &x[2], TripletMargin { swap: true, reduction: Sum, ..TripletMargin::default() });
};

fn none() -> CrossEntropy<f64> {
    CrossEntropy::default()
}

fn weighted(scores: &Tensor<f64>) -> CrossEntropy<f64> {
    let classes = if scores.dim() == 1 { scores.size(0) } else { scores.size(1) };
    let weight = Tensor::from_vec((0..classes).map(|c| 0.5 + 0.4 * c as f64).collect(), [classes]);
    CrossEntropy { weight: Some(weight), ..none() }
}

/// A class for each example, of which some are the default's ignored one.
fn classes(scores: &Tensor<f64>) -> Tensor<i64> {
    let mut shape = scores.shape().to_vec();
    let classes = shape.remove(if scores.dim() == 1 { 0 } else { 1 });
    let class = |i: usize| if i % 4 == 3 { -100 } else { ((5 * i + 2) % classes) as i64 };
    Tensor::from_vec((0..shape.iter().product()).map(class).collect(), shape)
}

/// 1, -1, 1, …
fn signs(x: &Tensor<f64>) -> Tensor<f64> {
    Tensor::from_vec((0..x.numel()).map(|i| if i % 2 == 0 { 1.0 } else { -1.0 }).collect(), x.shape())
}
