//! The Brusselator reaction in two dimensions with diffusion on a periodic square, discretized by central differences and
//! stepped by the classical Runge-Kutta method (Hairer and Wanner, *Solving Ordinary Differential Equations II*, IV.10).

use autograd::differentiable;

use crate::check;
use crate::random::Random;

objective! {
    /// Half of the squared distance of the state after `steps` steps of length `h` from `target`. `state`: `u`, then `v`, of
    /// `n n` each; `parameters`: `a`, `b`, the diffusion.
    #[differentiable]
    pub(crate) fn misfit(
        state: &[f64],
        parameters: &[f64; 3],
        #[no_grad] target: &[f64],
        n: usize,
        #[no_grad] h: f64,
        steps: usize,
    ) -> f64 {
        let mut y = state.to_vec();
        let mut k = vec![0.0; y.len()];
        let mut slope = vec![0.0; y.len()];
        let mut middle = vec![0.0; y.len()];
        for _ in 0..steps {
            step(&mut y, parameters, n, h, &mut k, &mut slope, &mut middle);
        }
        let mut total = 0.0;
        for i in 0..y.len() {
            total += (y[i] - target[i]).powi(2);
        }
        0.5 * total
    }

    /// One Runge-Kutta step of fourth order; `k`, `slope`, `middle` are workspace.
    #[differentiable]
    fn step(
        y: &mut [f64],
        parameters: &[f64; 3],
        n: usize,
        #[no_grad] h: f64,
        k: &mut [f64],
        slope: &mut [f64],
        middle: &mut [f64],
    ) {
        rates(y, parameters, n, k);
        for i in 0..y.len() {
            slope[i] = k[i];
            middle[i] = y[i] + 0.5 * h * k[i];
        }
        rates(middle, parameters, n, k);
        for i in 0..y.len() {
            slope[i] += 2.0 * k[i];
            middle[i] = y[i] + 0.5 * h * k[i];
        }
        rates(middle, parameters, n, k);
        for i in 0..y.len() {
            slope[i] += 2.0 * k[i];
            middle[i] = y[i] + h * k[i];
        }
        rates(middle, parameters, n, k);
        for i in 0..y.len() {
            y[i] += h / 6.0 * (slope[i] + k[i]);
        }
    }

    /// `u' = a + u² v - (b + 1) u + D Δu`, `v' = b u - u² v + D Δv`.
    #[differentiable]
    fn rates(y: &[f64], parameters: &[f64; 3], n: usize, out: &mut [f64]) {
        let (u, v) = y.split_at(n * n);
        let (d_u, d_v) = out.split_at_mut(n * n);
        let [a, b, diffusion] = *parameters;
        let scale = diffusion * ((n - 1) * (n - 1)) as f64;
        for i in 0..n {
            let up = if i == 0 { n - 1 } else { i - 1 };
            let down = if i + 1 == n { 0 } else { i + 1 };
            for j in 0..n {
                let left = if j == 0 { n - 1 } else { j - 1 };
                let right = if j + 1 == n { 0 } else { j + 1 };
                let at = i * n + j;
                let (here, there) = (u[at], v[at]);
                let reaction = here * here * there;
                let around_u = u[up * n + j] + u[down * n + j] + u[i * n + left] + u[i * n + right] - 4.0 * here;
                let around_v = v[up * n + j] + v[down * n + j] + v[i * n + left] + v[i * n + right] - 4.0 * there;
                d_u[at] = a + reaction - (b + 1.0) * here + scale * around_u;
                d_v[at] = b * here - reaction + scale * around_v;
            }
        }
    }
}

pub(crate) struct Instance {
    pub(crate) n: usize,
    pub(crate) state: Vec<f64>,
    pub(crate) parameters: [f64; 3],
    pub(crate) target: Vec<f64>,
}

pub(crate) fn instance(n: usize) -> Instance {
    let mut random = Random::new(4);
    let state = random.list(2 * n * n, 0.5, 3.0);
    let target = random.list(2 * n * n, 0.5, 3.0);
    Instance { n, state, parameters: [1.0, 3.4, 2e-3], target }
}

#[test]
fn agrees_with_central_differences() {
    let Instance { n, state, parameters, target } = instance(3);
    for steps in [0, 1, 3] {
        let joined = joined::misfit_grad(&state, &parameters, &target, n, 0.02, steps);
        let separate = separate::misfit_grad(&state, &parameters, &target, n, 0.02, steps);
        check::equal("brusselator", &[&joined.0, &joined.1], &[&separate.0, &separate.1]);
        let value =
            |p: &[Vec<f64>]| joined::misfit(&p[0], p[1][..].try_into().expect("three"), &target, n, 0.02, steps);
        check::agrees("brusselator", &[&state, &parameters], &[&joined.0, &joined.1], value);
    }
}
