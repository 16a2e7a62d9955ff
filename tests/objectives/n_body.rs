//! The energy of bodies under gravity, with softening, after leapfrog steps.

use autograd::differentiable;

use crate::check;
use crate::random::Random;

objective! {
    /// Kinetic and potential energy. `positions` and `velocities`: `3 n`, `masses`: `n`.
    #[differentiable]
    pub(crate) fn energy(positions: &[f64], velocities: &[f64], masses: &[f64], softening: f64) -> f64 {
        let n = masses.len();
        let mut total = 0.0;
        for i in 0..n {
            let velocity = &velocities[3 * i..3 * i + 3];
            total += 0.5 * masses[i] * velocity.iter().map(|v| v * v).sum::<f64>();
            for j in 0..i {
                let squared = squared_distance(&positions[3 * i..3 * i + 3], &positions[3 * j..3 * j + 3]);
                total -= masses[i] * masses[j] / (squared + softening * softening).sqrt();
            }
        }
        total
    }

    #[differentiable]
    fn squared_distance(a: &[f64], b: &[f64]) -> f64 {
        let mut sum = 0.0;
        for k in 0..3 {
            let difference = a[k] - b[k];
            sum += difference * difference;
        }
        sum
    }

    /// The energy of the last state after `steps` leapfrog steps of length `h`.
    #[differentiable]
    pub(crate) fn final_energy(
        positions: &[f64],
        velocities: &[f64],
        masses: &[f64],
        softening: f64,
        #[no_grad] h: f64,
        steps: usize,
    ) -> f64 {
        let mut x = positions.to_vec();
        let mut v = velocities.to_vec();
        let mut forces = vec![0.0; x.len()];
        for _ in 0..steps {
            accelerations(&x, masses, softening, &mut forces);
            for i in 0..x.len() {
                v[i] += h * forces[i];
                x[i] += h * v[i];
            }
        }
        energy(&x, &v, masses, softening)
    }

    #[differentiable]
    fn accelerations(positions: &[f64], masses: &[f64], softening: f64, out: &mut [f64]) {
        out.fill(0.0);
        for i in 0..masses.len() {
            for j in 0..i {
                let (a, b) = (&positions[3 * i..3 * i + 3], &positions[3 * j..3 * j + 3]);
                let squared = squared_distance(a, b) + softening * softening;
                let scale = 1.0 / (squared * squared.sqrt());
                for k in 0..3 {
                    let pull = (b[k] - a[k]) * scale;
                    out[3 * i + k] += masses[j] * pull;
                    out[3 * j + k] -= masses[i] * pull;
                }
            }
        }
    }
}

pub(crate) struct Instance {
    pub(crate) positions: Vec<f64>,
    pub(crate) velocities: Vec<f64>,
    pub(crate) masses: Vec<f64>,
}

pub(crate) fn instance(n: usize) -> Instance {
    let mut random = Random::new(9);
    Instance {
        positions: random.list(3 * n, -1.0, 1.0),
        velocities: random.list(3 * n, -0.5, 0.5),
        masses: random.list(n, 0.5, 1.5),
    }
}

#[test]
fn agrees_with_central_differences() {
    let Instance { positions, velocities, masses } = instance(4);
    let joined = joined::energy_grad(&positions, &velocities, &masses, 0.1);
    let separate = separate::energy_grad(&positions, &velocities, &masses, 0.1);
    check::equal(
        "energy",
        &[&joined.0, &joined.1, &joined.2, &[joined.3]],
        &[&separate.0, &separate.1, &separate.2, &[separate.3]],
    );
    let value = |p: &[Vec<f64>]| joined::energy(&p[0], &p[1], &p[2], p[3][0]);
    let gradient: [&[f64]; 4] = [&joined.0, &joined.1, &joined.2, &[joined.3]];
    check::agrees("energy", &[&positions, &velocities, &masses, &[0.1]], &gradient, value);
}

#[test]
fn agrees_with_central_differences_after_steps() {
    let Instance { positions, velocities, masses } = instance(3);
    for steps in [0, 1, 4] {
        let joined = joined::final_energy_grad(&positions, &velocities, &masses, 0.3, 0.05, steps);
        let separate = separate::final_energy_grad(&positions, &velocities, &masses, 0.3, 0.05, steps);
        let value = |p: &[Vec<f64>]| joined::final_energy(&p[0], &p[1], &p[2], p[3][0], 0.05, steps);
        let gradient: [&[f64]; 4] = [&joined.0, &joined.1, &joined.2, &[joined.3]];
        check::equal("final energy", &gradient, &[&separate.0, &separate.1, &separate.2, &[separate.3]]);
        check::agrees("final energy", &[&positions, &velocities, &masses, &[0.3]], &gradient, value);
    }
}
