//! ADBench's Gaussian mixture model: the log likelihood of points under a mixture with inverse covariance factors, and a
//! Wishart prior on those (Srajer, Kukelova and Fitzgibbon, *A benchmark of selected algorithmic differentiation tools*, 2018).

use std::f64::consts::{LN_2, PI};

use autograd::differentiable;

use crate::check;
use crate::random::Random;

objective! {
    /// `alphas`: `k`; `means`: `k d`; `factors`: `k d (d + 1) / 2`, the logarithms of a diagonal, then a lower triangle;
    /// `points`: `n d`.
    #[differentiable]
    pub(crate) fn log_likelihood(
        alphas: &[f64],
        means: &[f64],
        factors: &[f64],
        #[no_grad] points: &[f64],
        d: usize,
        #[no_grad] gamma: f64,
        m: usize,
    ) -> f64 {
        let k = alphas.len();
        let n = points.len() / d;
        let size = d * (d + 1) / 2;
        let constant = -((n * d) as f64) * 0.5 * (2.0 * PI).ln();
        let mut diagonals = vec![0.0; d * k];
        let mut sums = vec![0.0; k];
        let mut centered = vec![0.0; d];
        let mut transformed = vec![0.0; d];
        let mut terms = vec![0.0; k];
        prepare(d, factors, &mut sums, &mut diagonals);
        let mut total = 0.0;
        for point in 0..n {
            let x = &points[point * d..(point + 1) * d];
            for component in 0..k {
                subtract(x, &means[component * d..(component + 1) * d], &mut centered);
                transform(
                    &diagonals[component * d..(component + 1) * d],
                    &factors[component * size + d..(component + 1) * size],
                    &centered,
                    &mut transformed,
                );
                terms[component] = alphas[component] + sums[component] - 0.5 * squared_norm(&transformed);
            }
            total += log_sum_exp(&terms);
        }
        constant + total - n as f64 * log_sum_exp(alphas) + log_prior(d, &sums, &diagonals, factors, gamma, m)
    }

    #[differentiable]
    fn prepare(d: usize, factors: &[f64], sums: &mut [f64], diagonals: &mut [f64]) {
        let size = d * (d + 1) / 2;
        for component in 0..sums.len() {
            sums[component] = 0.0;
            for i in 0..d {
                let q = factors[component * size + i];
                sums[component] += q;
                diagonals[component * d + i] = q.exp();
            }
        }
    }

    #[differentiable]
    fn subtract(#[no_grad] x: &[f64], y: &[f64], out: &mut [f64]) {
        for i in 0..out.len() {
            out[i] = x[i] - y[i];
        }
    }

    /// `out = Q x` with a lower triangular `Q`, stored column by column below its diagonal.
    #[differentiable]
    fn transform(diagonal: &[f64], lower: &[f64], x: &[f64], out: &mut [f64]) {
        let d = x.len();
        for i in 0..d {
            out[i] = diagonal[i] * x[i];
        }
        let mut at = 0;
        for i in 0..d {
            for j in i + 1..d {
                out[j] += lower[at] * x[i];
                at += 1;
            }
        }
    }

    #[differentiable]
    fn squared_norm(x: &[f64]) -> f64 {
        let mut sum = 0.0;
        for i in 0..x.len() {
            sum += x[i] * x[i];
        }
        sum
    }

    #[differentiable]
    fn log_sum_exp(x: &[f64]) -> f64 {
        let mut largest = x[0];
        for i in 1..x.len() {
            if largest < x[i] {
                largest = x[i];
            }
        }
        let mut sum = 0.0;
        for i in 0..x.len() {
            sum += (x[i] - largest).exp();
        }
        sum.ln() + largest
    }

    #[differentiable]
    fn log_prior(
        d: usize,
        sums: &[f64],
        diagonals: &[f64],
        factors: &[f64],
        #[no_grad] gamma: f64,
        m: usize,
    ) -> f64 {
        let n = d + m + 1;
        let size = d * (d + 1) / 2;
        let constant = (n * d) as f64 * (gamma.ln() - 0.5 * LN_2) - log_gamma_distribution(0.5 * n as f64, d);
        let mut out = 0.0;
        for k in 0..sums.len() {
            let frobenius = squared_norm(&diagonals[k * d..(k + 1) * d]) + squared_norm(&factors[k * size + d..(k + 1) * size]);
            out += 0.5 * gamma * gamma * frobenius - m as f64 * sums[k];
        }
        out - sums.len() as f64 * constant
    }
}

/// The logarithm of the multivariate gamma function of `d` dimensions.
fn log_gamma_distribution(a: f64, d: usize) -> f64 {
    let first = 0.25 * (d * (d - 1)) as f64 * PI.ln();
    first + (1..=d).map(|j| log_gamma(a + 0.5 * (1.0 - j as f64))).sum::<f64>()
}

/// Stirling's series, for `x > 0`, after a shift to where it is good to 1e-15.
fn log_gamma(x: f64) -> f64 {
    if x < 12.0 {
        return log_gamma(x + 1.0) - x.ln();
    }
    let r = 1.0 / (x * x);
    let series = (1.0 / 12.0 - r * (1.0 / 360.0 - r * (1.0 / 1260.0 - r / 1680.0))) / x;
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * PI).ln() + series
}

pub(crate) struct Instance {
    pub(crate) d: usize,
    pub(crate) alphas: Vec<f64>,
    pub(crate) means: Vec<f64>,
    pub(crate) factors: Vec<f64>,
    pub(crate) points: Vec<f64>,
}

pub(crate) fn instance(d: usize, k: usize, n: usize) -> Instance {
    let mut random = Random::new(1);
    Instance {
        d,
        alphas: random.list(k, -0.5, 0.5),
        means: random.list(k * d, -0.5, 0.5),
        factors: random.list(k * d * (d + 1) / 2, -0.5, 0.5),
        points: random.list(n * d, -1.0, 1.0),
    }
}

#[test]
fn agrees_with_central_differences() {
    for (d, k, n) in [(1, 1, 3), (2, 5, 9), (4, 3, 6)] {
        let Instance { d, alphas, means, factors, points } = instance(d, k, n);
        let (gamma, m) = (1.5, 2);
        let joined = joined::log_likelihood_grad(&alphas, &means, &factors, &points, d, gamma, m);
        let separate = separate::log_likelihood_grad(&alphas, &means, &factors, &points, d, gamma, m);
        check::equal("gmm", &[&joined.0, &joined.1, &joined.2], &[&separate.0, &separate.1, &separate.2]);
        let value = |p: &[Vec<f64>]| joined::log_likelihood(&p[0], &p[1], &p[2], &points, d, gamma, m);
        check::agrees("gmm", &[&alphas, &means, &factors], &[&joined.0, &joined.1, &joined.2], value);
    }
}
