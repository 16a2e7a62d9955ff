//! Soft dynamic time warping (Cuturi and Blondel, *Soft-DTW: a differentiable loss function for time-series*, 2017).

use autograd::differentiable;

use crate::check;
use crate::random::Random;

objective! {
    /// The smoothed cost of the best alignment of `x` and `y`, series of `d` numbers per time.
    #[differentiable]
    pub(crate) fn soft_dtw(x: &[f64], y: &[f64], d: usize, gamma: f64) -> f64 {
        let (n, m) = (x.len() / d, y.len() / d);
        let width = m + 1;
        let mut table = vec![1e10; (n + 1) * width];
        table[0] = 0.0;
        for i in 1..=n {
            for j in 1..=m {
                let cost = squared_distance(&x[(i - 1) * d..i * d], &y[(j - 1) * d..j * d]);
                let from = soft_min(
                    table[(i - 1) * width + j - 1],
                    table[(i - 1) * width + j],
                    table[i * width + j - 1],
                    gamma,
                );
                table[i * width + j] = cost + from;
            }
        }
        table[n * width + m]
    }

    #[differentiable]
    fn squared_distance(a: &[f64], b: &[f64]) -> f64 {
        a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
    }

    /// `-γ ln(e^(-a/γ) + e^(-b/γ) + e^(-c/γ))`.
    #[differentiable]
    fn soft_min(a: f64, b: f64, c: f64, gamma: f64) -> f64 {
        let least = a.min(b).min(c);
        let sum = ((least - a) / gamma).exp() + ((least - b) / gamma).exp() + ((least - c) / gamma).exp();
        least - gamma * sum.ln()
    }
}

pub(crate) struct Instance {
    pub(crate) d: usize,
    pub(crate) x: Vec<f64>,
    pub(crate) y: Vec<f64>,
}

pub(crate) fn instance(n: usize, m: usize, d: usize) -> Instance {
    let mut random = Random::new(6);
    Instance { d, x: random.list(n * d, -1.0, 1.0), y: random.list(m * d, -1.0, 1.0) }
}

#[test]
fn agrees_with_central_differences() {
    for (n, m, d) in [(1, 1, 1), (4, 5, 2), (6, 3, 1)] {
        let Instance { d, x, y } = instance(n, m, d);
        let joined = joined::soft_dtw_grad(&x, &y, d, 0.7);
        let separate = separate::soft_dtw_grad(&x, &y, d, 0.7);
        let gamma = |d_gamma: &f64| [*d_gamma];
        check::equal(
            "soft-DTW",
            &[&joined.0, &joined.1, &gamma(&joined.2)],
            &[&separate.0, &separate.1, &gamma(&separate.2)],
        );
        let value = |p: &[Vec<f64>]| joined::soft_dtw(&p[0], &p[1], d, 0.7);
        check::agrees("soft-DTW", &[&x, &y], &[&joined.0, &joined.1], value);
    }
}
