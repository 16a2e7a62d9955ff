//! A network of two layers with plain slices, and its cross entropy on a batch of pictures.

use autograd::differentiable;

use crate::check;
use crate::random::Random;

/// The widths of a network.
#[derive(Clone, Copy)]
pub(crate) struct Widths {
    pub(crate) inputs: usize,
    pub(crate) hidden: usize,
    pub(crate) classes: usize,
}

objective! {
    /// The mean cross entropy. `w1`: `hidden inputs`, `w2`: `classes hidden`, `pictures`: `inputs` for each label.
    #[differentiable]
    pub(crate) fn loss(
        w1: &[f64],
        b1: &[f64],
        w2: &[f64],
        b2: &[f64],
        #[no_grad] pictures: &[f64],
        labels: &[usize],
    ) -> f64 {
        let inputs = w1.len() / b1.len();
        let mut hidden = vec![0.0; b1.len()];
        let mut scores = vec![0.0; b2.len()];
        let mut total = 0.0;
        for (picture, &label) in pictures.chunks_exact(inputs).zip(labels) {
            affine(w1, b1, picture, &mut hidden);
            for h in hidden.iter_mut() {
                *h = h.tanh();
            }
            affine(w2, b2, &hidden, &mut scores);
            total += log_sum_exp(&scores) - scores[label];
        }
        total / labels.len() as f64
    }

    /// `out = W x + b`.
    #[differentiable]
    fn affine(w: &[f64], b: &[f64], x: &[f64], out: &mut [f64]) {
        for (i, row) in w.chunks_exact(x.len()).enumerate() {
            let mut sum = b[i];
            for j in 0..x.len() {
                sum += row[j] * x[j];
            }
            out[i] = sum;
        }
    }

    #[differentiable]
    fn log_sum_exp(x: &[f64]) -> f64 {
        let largest = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = x.iter().map(|x| (x - largest).exp()).sum();
        largest + sum.ln()
    }
}

pub(crate) struct Instance {
    pub(crate) w1: Vec<f64>,
    pub(crate) b1: Vec<f64>,
    pub(crate) w2: Vec<f64>,
    pub(crate) b2: Vec<f64>,
    pub(crate) pictures: Vec<f64>,
    pub(crate) labels: Vec<usize>,
}

pub(crate) fn instance(widths: Widths, n: usize) -> Instance {
    let Widths { inputs, hidden, classes } = widths;
    let mut random = Random::new(10);
    Instance {
        w1: random.list(hidden * inputs, -0.5, 0.5),
        b1: random.list(hidden, -0.5, 0.5),
        w2: random.list(classes * hidden, -0.5, 0.5),
        b2: random.list(classes, -0.5, 0.5),
        pictures: random.list(n * inputs, 0.0, 1.0),
        labels: (0..n).map(|_| (random.uniform() * classes as f64) as usize).collect(),
    }
}

#[test]
fn agrees_with_central_differences() {
    let widths = Widths { inputs: 5, hidden: 4, classes: 3 };
    let Instance { w1, b1, w2, b2, pictures, labels } = instance(widths, 6);
    let joined = joined::loss_grad(&w1, &b1, &w2, &b2, &pictures, &labels);
    let separate = separate::loss_grad(&w1, &b1, &w2, &b2, &pictures, &labels);
    let gradient: [&[f64]; 4] = [&joined.0, &joined.1, &joined.2, &joined.3];
    check::equal("network", &gradient, &[&separate.0, &separate.1, &separate.2, &separate.3]);
    let value = |p: &[Vec<f64>]| joined::loss(&p[0], &p[1], &p[2], &p[3], &pictures, &labels);
    check::agrees("network", &[&w1, &b1, &w2, &b2], &gradient, value);
}
