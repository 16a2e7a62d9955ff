//! A European call by Monte Carlo with given normal numbers: pathwise sensitivities (Glasserman, *Monte Carlo Methods in
//! Financial Engineering*, 7.2).

use autograd::differentiable;

use crate::check;
use crate::random::Random;

objective! {
    /// The discounted mean payoff. `normals` are standard normal numbers, one per path.
    #[differentiable]
    pub(crate) fn call(
        spot: f64,
        strike: f64,
        rate: f64,
        volatility: f64,
        maturity: f64,
        #[no_grad] normals: &[f64],
    ) -> f64 {
        let mut total = 0.0;
        for &z in normals {
            total += payoff(terminal(spot, rate, volatility, maturity, z), strike);
        }
        (-rate * maturity).exp() * total / normals.len() as f64
    }

    #[differentiable]
    fn terminal(spot: f64, rate: f64, volatility: f64, maturity: f64, #[no_grad] z: f64) -> f64 {
        spot * ((rate - 0.5 * volatility * volatility) * maturity + volatility * maturity.sqrt() * z).exp()
    }

    #[differentiable]
    fn payoff(price: f64, strike: f64) -> f64 {
        (price - strike).max(0.0)
    }
}

pub(crate) fn instance(paths: usize) -> Vec<f64> {
    Random::new(8).normals(paths)
}

#[test]
fn agrees_with_central_differences() {
    let normals = instance(40);
    let point = [100.0, 95.0, 0.03, 0.2, 0.75];
    let [s, k, r, v, t] = point;
    let joined = joined::call_grad(s, k, r, v, t, &normals);
    let separate = separate::call_grad(s, k, r, v, t, &normals);
    let list = |g: (f64, f64, f64, f64, f64)| [g.0, g.1, g.2, g.3, g.4];
    check::equal("call", &[&list(joined)], &[&list(separate)]);
    // Steps are taken relative to the scale of each number, so that no path changes sides of the strike.
    let value =
        |p: &[Vec<f64>]| joined::call(s + 1e-3 * p[0][0], k, r + 1e-4 * p[0][2], v, t + 1e-4 * p[0][4], &normals);
    let scaled = [1e-3 * joined.0, 0.0, 1e-4 * joined.2, 0.0, 1e-4 * joined.4];
    check::agrees("call", &[&[0.0; 5]], &[&scaled], value);
}

/// Delta is `e^(-rT)` times the mean of `S_T / S` over the paths that end above the strike.
#[test]
fn delta_is_the_pathwise_estimate() {
    let normals = instance(1000);
    let (s, k, r, v, t) = (100.0, 95.0, 0.03, 0.2, 0.75_f64);
    let growth = |z: f64| ((r - 0.5 * v * v) * t + v * t.sqrt() * z).exp();
    let sum: f64 = normals.iter().map(|&z| growth(z)).filter(|growth| s * growth > k).sum();
    let delta = (-r * t).exp() * sum / 1000.0;
    let found = joined::call_grad(s, k, r, v, t, &normals).0;
    assert!((found - delta).abs() < 1e-12, "{found} and {delta}");
}
