//! Small programs of several operations.

use super::case::{Case, Output, one};
use autograd_runtime::tensor::Tensor;

pub(crate) const NOT_YET: &[&str] = &[];

pub(crate) fn run(case: &Case) -> Option<Vec<Output>> {
    one(match case.op.as_str() {
        "inplace" => {
            let h = case.f(0).copy();
            h.mul_(2.0);
            h.narrow(0, 1, 2).add_(case.f(0).narrow(0, 0, 2));
            h
        }
        "setitem" => {
            let h = case.f(0).copy();
            h.select(1, 2).copy_(case.f(1));
            h
        }
        "fanout" => case.f(0) * case.f(0) + case.f(0).sin() * case.f(0),
        "rosenbrock" => rosenbrock(case.f(0)),
        "mlp" => {
            let hidden = linear(case.f(0), case.f(1), Some(case.f(2))).relu();
            linear(&hidden, case.f(3), Some(case.f(4))).cross_entropy(case.i(5))
        }
        "rnn" => {
            let steps = case.f(0).size(0) as isize;
            (0..steps).fold(case.f(3).clone(), |h, t| {
                (linear(&case.f(0).select(0, t), case.f(1), None) + linear(&h, case.f(2), None)).tanh()
            })
        }
        "lstm_cell" => return lstm_cell(case),
        "attention" => attention(case.f(0), case.f(1), case.f(2)),
        _ => return None,
    })
}

/// x·wᵀ + b
fn linear(x: &Tensor<f64>, weight: &Tensor<f64>, bias: Option<&Tensor<f64>>) -> Tensor<f64> {
    let y = x.matmul(&weight.t());
    match bias {
        Some(bias) => y + bias,
        None => y,
    }
}

/// Σ 100·(xᵢ₊₁ - xᵢ²)² + (1 - xᵢ)²
fn rosenbrock(x: &Tensor<f64>) -> Tensor<f64> {
    let pairs = x.size(0) - 1;
    let (a, b) = (x.narrow(0, 0, pairs), x.narrow(0, 1, pairs));
    ((b - &a * &a).square() * 100.0 + (1.0 - a).square()).sum()
}

/// Gates i, f, g, o from x·wiᵀ + h·whᵀ; c' = σ(f)·c + σ(i)·tanh(g), h' = σ(o)·tanh(c').
fn lstm_cell(case: &Case) -> Option<Vec<Output>> {
    let gates = linear(case.f(0), case.f(3), None) + linear(case.f(1), case.f(4), None);
    let size = case.f(1).size(1);
    let gate = |k: usize| gates.narrow(1, (k * size) as isize, size);
    let c = gate(1).sigmoid() * case.f(2) + gate(0).sigmoid() * gate(2).tanh();
    let h = gate(3).sigmoid() * c.tanh();
    Some(vec![h.into(), c.into()])
}

/// softmax(q·kᵀ/√d, hidden above the diagonal)·v
fn attention(q: &Tensor<f64>, k: &Tensor<f64>, v: &Tensor<f64>) -> Tensor<f64> {
    let (rows, columns) = (q.size(-2), k.size(-2));
    let later = (0..rows * columns).map(|i| i % columns > i / columns).collect();
    let later = Tensor::from_vec(later, [rows, columns]);
    let scores = q.matmul(&k.transpose(-2, -1)) / (q.size(-1) as f64).sqrt();
    scores.masked_fill(&later, f64::NEG_INFINITY).softmax(-1).matmul(v)
}
