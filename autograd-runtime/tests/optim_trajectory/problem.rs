//! The objectives of the recorded runs, with their gradients by hand.

use autograd_runtime::tensor::Tensor;

use crate::fixture::{Fixture, Run};

/// One objective; the sparse one changes from step to step.
pub(crate) enum Problem {
    /// `xᵀAx/2 - bᵀx`
    Quadratic { a: Vec<Vec<f64>>, b: Vec<f64> },
    /// `Σ 100 (xᵢ₊₁ - xᵢ²)² + (1 - xᵢ)²`
    Rosenbrock,
    /// `Σ (x_r - target_r)² / 2` over the rows of the step
    Sparse { targets: Vec<f64>, rows: Vec<Vec<usize>> },
}

/// A gradient as the problem gives it.
pub(crate) enum ProblemGradient {
    Dense(Vec<f64>),
    Sparse { rows: Vec<usize>, values: Vec<f64> },
}

impl Problem {
    pub(crate) fn of(run: &Run, fixture: &Fixture) -> Self {
        match run.problem.as_str() {
            "quadratic" => Self::quadratic(fixture),
            "rosenbrock" => Self::Rosenbrock,
            "sparse" => Self::Sparse { targets: fixture.sparse_targets.clone(), rows: fixture.sparse_idx.clone() },
            other => panic!("unknown problem `{other}`"),
        }
    }

    pub(crate) fn quadratic(fixture: &Fixture) -> Self {
        Self::Quadratic { a: fixture.A.clone(), b: fixture.b.clone() }
    }

    /// The shape in which a tensor with `len` elements is used: a table has rows.
    pub(crate) fn shape(&self, len: usize) -> Vec<usize> {
        match self {
            Self::Quadratic { .. } | Self::Rosenbrock => vec![len],
            Self::Sparse { .. } => vec![len, 1],
        }
    }

    /// The value at `x` in a step, recorded.
    pub(crate) fn record(&self, x: &Tensor<f64>, step: usize) -> Tensor<f64> {
        match self {
            Self::Quadratic { a, b } => {
                let (a, b) = (Tensor::from_vec(a.concat(), [b.len(), b.len()]), Tensor::from_slice(b));
                x.dot(&a.matmul(x)) * 0.5 - b.dot(x)
            }
            Self::Rosenbrock => {
                let n = x.numel() - 1;
                let (here, next) = (x.narrow(0, 0, n), x.narrow(0, 1, n));
                ((next - here.powi(2)).powi(2) * 100.0 + (1.0 - here).powi(2)).sum()
            }
            Self::Sparse { targets, rows } => {
                let rows: Vec<i64> = rows[step % rows.len()].iter().map(|&row| row as i64).collect();
                let rows = Tensor::from_slice(&rows);
                let targets = Tensor::from_vec(targets.clone(), x.shape()).embedding(&rows, None);
                (x.embedding_sparse(&rows, None) - targets).powi(2).sum() * 0.5
            }
        }
    }

    /// Value and gradient at `x` in a step.
    pub(crate) fn evaluate(&self, x: &[f64], step: usize) -> (f64, ProblemGradient) {
        match self {
            Self::Quadratic { a, b } => {
                let dot = |u: &[f64], v: &[f64]| u.iter().zip(v).map(|(u, v)| u * v).sum::<f64>();
                let ax: Vec<f64> = a.iter().map(|row| dot(row, x)).collect();
                let gradient = ax.iter().zip(b).map(|(ax, b)| ax - b).collect();
                (0.5 * dot(x, &ax) - dot(b, x), ProblemGradient::Dense(gradient))
            }
            Self::Rosenbrock => {
                // In the order in which autograd adds up the recorded gradients: LBFGS amplifies a difference in the
                // last bit by nine orders of magnitude.
                let (mut loss, mut gradient) = (0.0, vec![0.0; x.len()]);
                for i in 0..x.len() - 1 {
                    let (rise, gap) = (x[i + 1] - x[i] * x[i], 1.0 - x[i]);
                    loss += 100.0 * (rise * rise) + gap * gap;
                    let d_rise = 100.0 * (2.0 * rise);
                    gradient[i] += -d_rise * (2.0 * x[i]) - 2.0 * gap;
                    gradient[i + 1] = d_rise;
                }
                (loss, ProblemGradient::Dense(gradient))
            }
            Self::Sparse { targets, rows } => {
                let rows = rows[step % rows.len()].clone();
                let values: Vec<f64> = rows.iter().map(|&row| x[row] - targets[row]).collect();
                let loss = values.iter().map(|gap| 0.5 * gap * gap).sum();
                (loss, ProblemGradient::Sparse { rows, values })
            }
        }
    }
}
