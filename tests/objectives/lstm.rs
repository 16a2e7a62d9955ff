//! ADBench's LSTM: stacked layers whose state is carried through a sequence, with element-by-element weights.

use autograd::differentiable;

use crate::check;
use crate::random::Random;

objective! {
    /// `main`: `layers` times four weights and four biases of `b` each; `extra`: `3 b`; `state`: `layers` times hidden and
    /// cell state of `b` each; `sequence`: a multiple of `b`.
    #[differentiable]
    pub(crate) fn loss(
        main: &[f64],
        extra: &[f64],
        #[no_grad] state: &[f64],
        #[no_grad] sequence: &[f64],
        layers: usize,
        b: usize,
    ) -> f64 {
        let steps = sequence.len() / b - 1;
        let mut state = state.to_vec();
        let mut predicted = vec![0.0; b];
        let mut total = 0.0;
        for t in 0..steps {
            predict(layers, b, main, extra, &mut state, &sequence[t * b..(t + 1) * b], &mut predicted);
            let normalizer = log_sum_exp(&predicted);
            for i in 0..b {
                total += sequence[(t + 1) * b + i] * (predicted[i] - normalizer);
            }
        }
        -total / (b * steps) as f64
    }

    #[differentiable]
    fn predict(
        layers: usize,
        b: usize,
        main: &[f64],
        extra: &[f64],
        state: &mut [f64],
        #[no_grad] x: &[f64],
        predicted: &mut [f64],
    ) {
        for i in 0..b {
            predicted[i] = x[i] * extra[i];
        }
        for k in 0..layers {
            let weights = &main[8 * b * k..8 * b * (k + 1)];
            let (before, rest) = state.split_at_mut(2 * b * k);
            let (hidden, cell) = rest[..2 * b].split_at_mut(b);
            if k == 0 {
                layer(b, &weights[..4 * b], &weights[4 * b..], hidden, cell, predicted);
            } else {
                layer(b, &weights[..4 * b], &weights[4 * b..], hidden, cell, &before[2 * b * (k - 1)..2 * b * k - b]);
            }
        }
        let hidden = &state[2 * b * (layers - 1)..];
        for i in 0..b {
            predicted[i] = hidden[i] * extra[b + i] + extra[2 * b + i];
        }
    }

    #[differentiable]
    fn layer(b: usize, weights: &[f64], biases: &[f64], hidden: &mut [f64], cell: &mut [f64], input: &[f64]) {
        for i in 0..b {
            let forget = sigmoid(input[i] * weights[i] + biases[i]);
            let ingate = sigmoid(hidden[i] * weights[b + i] + biases[b + i]);
            let outgate = sigmoid(input[i] * weights[2 * b + i] + biases[2 * b + i]);
            let change = (hidden[i] * weights[3 * b + i] + biases[3 * b + i]).tanh();
            cell[i] = cell[i] * forget + ingate * change;
            hidden[i] = outgate * cell[i].tanh();
        }
    }

    #[differentiable]
    fn sigmoid(x: f64) -> f64 {
        1.0 / (1.0 + (-x).exp())
    }

    #[differentiable]
    fn log_sum_exp(x: &[f64]) -> f64 {
        let mut sum = 0.0;
        for i in 0..x.len() {
            sum += x[i].exp();
        }
        (sum + 2.0).ln()
    }
}

pub(crate) struct Instance {
    pub(crate) layers: usize,
    pub(crate) b: usize,
    pub(crate) main: Vec<f64>,
    pub(crate) extra: Vec<f64>,
    pub(crate) state: Vec<f64>,
    pub(crate) sequence: Vec<f64>,
}

pub(crate) fn instance(layers: usize, b: usize, steps: usize) -> Instance {
    let mut random = Random::new(3);
    Instance {
        layers,
        b,
        main: random.list(8 * b * layers, -1.0, 1.0),
        extra: random.list(3 * b, -1.0, 1.0),
        state: random.list(2 * b * layers, -1.0, 1.0),
        sequence: random.list(b * (steps + 1), 0.0, 1.0),
    }
}

#[test]
fn agrees_with_central_differences() {
    for (layers, b, steps) in [(1, 2, 3), (2, 4, 5), (3, 3, 4)] {
        let Instance { layers, b, main, extra, state, sequence } = instance(layers, b, steps);
        let joined = joined::loss_grad(&main, &extra, &state, &sequence, layers, b);
        let separate = separate::loss_grad(&main, &extra, &state, &sequence, layers, b);
        check::equal("lstm", &[&joined.0, &joined.1], &[&separate.0, &separate.1]);
        let value = |p: &[Vec<f64>]| joined::loss(&p[0], &p[1], &state, &sequence, layers, b);
        check::agrees("lstm", &[&main, &extra], &[&joined.0, &joined.1], value);
    }
}
