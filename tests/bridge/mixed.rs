//! Both engines in one program, against each engine alone.

use autograd::{
    differentiable, function,
    tensor::{Tensor, gradcheck},
};

/// One step of a damped oscillator with a nonlinear spring.
#[differentiable]
fn step(state: [f64; 2], parameters: &[f64], dt: f64) -> [f64; 2] {
    let [x, v] = state;
    let force = -parameters[0] * x - parameters[1] * x.powi(3) - parameters[2] * v;
    let v = v + dt * force;
    [x + dt * v, v]
}

/// The same with the loop outside: until the oscillator has come to rest, which depends on the data.
#[differentiable]
fn settle(start: [f64; 2], parameters: &[f64], dt: f64) -> f64 {
    let mut state = start;
    let mut effort = 0.0;
    while state[0] * state[0] + state[1] * state[1] > 0.1 {
        state = step(state, parameters, dt);
        effort += dt * state[1] * state[1];
    }
    effort + state[0]
}

fn leaf(values: &[f64]) -> Tensor<f64> {
    Tensor::from_slice(values).requires_grad_(true)
}

fn settle_mixed(start: &Tensor<f64>, parameters: &Tensor<f64>, dt: &Tensor<f64>) -> (Tensor<f64>, usize) {
    let (mut state, mut effort, mut steps) = (start.clone(), Tensor::scalar(0.0), 0);
    while (&state * &state).sum().item() > 0.1 {
        state = function!(step(state, &parameters, dt));
        effort = effort + dt * state.select(0, 1).powi(2);
        steps += 1;
    }
    (effort + state.select(0, 0), steps)
}

fn settle_dynamic(start: &Tensor<f64>, parameters: &Tensor<f64>, dt: &Tensor<f64>) -> Tensor<f64> {
    let (mut x, mut v) = (start.select(0, 0), start.select(0, 1));
    let [a, b, c] = [0, 1, 2].map(|i| parameters.select(0, i));
    let mut effort = Tensor::scalar(0.0);
    while (&x * &x + &v * &v).item() > 0.1 {
        let force = -(&a * &x) - &b * x.powi(3) - &c * &v;
        v = v + dt * force;
        x = x + dt * &v;
        effort = effort + dt * v.powi(2);
    }
    effort + x
}

/// The largest difference between two gradients, relative to the largest entry.
fn distance(a: &[f64], b: &[f64]) -> f64 {
    assert_eq!(a.len(), b.len());
    let scale = b.iter().fold(0.0, |m: f64, v| m.max(v.abs()));
    a.iter().zip(b).fold(0.0, |m: f64, (a, b)| m.max((a - b).abs() / scale))
}

#[test]
fn a_loop_of_the_dynamic_graph_around_a_compiled_step() {
    for start in [[1.0, 0.0], [0.1, -2.0], [-3.0, 0.5]] {
        let parameters = [1.0, 0.3, 0.4];
        let (s, p, dt) = (leaf(&start), leaf(&parameters), Tensor::scalar(0.01).requires_grad_(true));
        let (mixed, steps) = settle_mixed(&s, &p, &dt);
        assert!(steps > 50, "{steps} steps");
        mixed.backward();
        let ours = [&s, &p, &dt].map(|x| x.grad().unwrap().to_vec()).concat();
        [&s, &p, &dt].into_iter().for_each(Tensor::zero_grad);

        let (value, (d_s, d_p, d_dt)) = settle_value_and_grad(start, &parameters, 0.01);
        assert!((mixed.item() - value).abs() < 1e-13);
        assert!(distance(&ours, &[&d_s[..], &d_p, &[d_dt]].concat()) < 1e-12);

        let dynamic = settle_dynamic(&s, &p, &dt);
        dynamic.backward();
        let theirs = [&s, &p, &dt].map(|x| x.grad().unwrap().to_vec()).concat();
        assert!((mixed.item() - dynamic.item()).abs() < 1e-13);
        assert!(distance(&ours, &theirs) < 1e-12);
    }
}

#[differentiable]
fn mean_square(y: &[f64], #[no_grad] target: &[f64]) -> f64 {
    let mut total = 0.0;
    for i in 0..y.len() {
        let error = y[i] - target[i];
        total += error * error;
    }
    total / y.len() as f64
}

#[differentiable]
fn softsign(x: &[f64]) -> Vec<f64> {
    x.iter().map(|v| v / (1.0 + v.abs())).collect()
}

#[test]
fn compiled_parts_of_a_network() {
    let w1 = leaf(&[0.3, -0.2, 0.5, 0.1, 0.9, -0.7]).detach().reshape([2, 3]).requires_grad_(true);
    let w2 = leaf(&[0.4, -0.6, 0.2]);
    let x = Tensor::from([[1.0, 2.0], [-0.5, 0.25], [3.0, -1.0], [0.1, 0.2]]);
    let target = Tensor::from_slice(&[1.0, -1.0, 0.5, 0.0]);

    let mixed = || {
        let hidden = function!(softsign(&x.matmul(&w1))).reshape([4, 3]);
        function!(mean_square(&hidden.matmul(&w2), &target))
    };
    let loss = mixed();
    loss.backward();
    let ours = [&w1, &w2].map(|w| w.grad().unwrap().to_vec()).concat();
    [&w1, &w2].into_iter().for_each(Tensor::zero_grad);

    let hidden = x.matmul(&w1);
    let hidden = &hidden / (hidden.abs() + 1.0);
    let dynamic = (hidden.matmul(&w2) - &target).powi(2).mean();
    dynamic.backward();
    let theirs = [&w1, &w2].map(|w| w.grad().unwrap().to_vec()).concat();
    assert!((loss.item() - dynamic.item()).abs() < 1e-15);
    assert!(distance(&ours, &theirs) < 1e-14);

    // Central differences agree as well.
    gradcheck(|x: &[Tensor<f64>]| vec![function!(mean_square(&x[0], &target))], &[leaf(&[0.5, 1.0, -1.0, 2.0])])
        .unwrap();
}

#[test]
fn one_tensor_as_several_arguments() {
    let x = leaf(&[1.0, 2.0]);
    let y = function!(mean_square(&x, &x))
        + function!(step(x, &Tensor::from_slice(&[1.0, 0.0, 0.0]), x.select(0, 0))).sum();
    y.backward();
    // With p = [1, 0, 0] and dt = x: v' = v - x², x' = x + x v', so y = (x + x v - x³) + v - x².
    let (a, v) = (1.0, 2.0);
    assert_eq!(x.grad().unwrap().to_vec(), [1.0 + v - 3.0 * a * a - 2.0 * a, a + 1.0]);
}

#[test]
fn many_threads_share_no_workspace() {
    let gradients: Vec<Vec<f64>> = std::thread::scope(|scope| {
        let run = || {
            let (s, p, dt) = (leaf(&[1.0, 0.0]), leaf(&[1.0, 0.3, 0.4]), Tensor::scalar(0.01).requires_grad_(true));
            settle_mixed(&s, &p, &dt).0.backward();
            p.grad().unwrap().to_vec()
        };
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(run)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(gradients.windows(2).all(|pair| pair[0] == pair[1]));
}
