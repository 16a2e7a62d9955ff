//! Pullbacks that are kept, moved, cloned and called late.

use autograd::differentiable;

#[differentiable]
fn f(x: f64, a: &[f64], n: usize) -> f64 {
    let mut y = x;
    for i in 0..n {
        y = y.sin() * a[i];
    }
    y
}

fn stored(x: f64) -> (f64, impl Fn(&[f64], &mut [f64], f64) -> f64 + Clone) {
    let a = vec![1.5, 2.5];
    f_vjp(x, &a, 2)
}

#[test]
fn returned_from_a_function() {
    let (value, pullback) = stored(0.75);
    let copy = pullback.clone();
    let (mut first, mut second) = ([0.0; 2], [0.0; 2]);
    let d_x = pullback(&[1.5, 2.5], &mut first, 1.0);
    assert_eq!(copy(&[1.5, 2.5], &mut second, 1.0), d_x);
    assert_eq!((value, first), (f(0.75, &[1.5, 2.5], 2), second));
    let (d, d_a) = f_grad(0.75, &[1.5, 2.5], 2);
    assert_eq!((d, d_a), (d_x, first.to_vec()));
}

#[test]
fn in_a_struct_a_vec_and_a_box() {
    struct Node<P> {
        value: f64,
        pullback: P,
    }
    let points = [0.25, 0.5, 0.75];
    let nodes: Vec<_> = points
        .iter()
        .map(|x| {
            let (value, pullback) = f_vjp(*x, &[1.5, 2.5], 2);
            Node { value, pullback }
        })
        .collect();
    let boxed: Vec<Box<dyn Fn(&[f64], &mut [f64], f64) -> f64>> =
        points.iter().map(|x| Box::new(f_vjp(*x, &[1.5, 2.5], 2).1) as Box<_>).collect();
    for ((x, node), boxed) in points.iter().zip(&nodes).zip(&boxed) {
        let mut d_a = [0.0; 2];
        let d_x = (node.pullback)(&[1.5, 2.5], &mut d_a, 2.0);
        assert_eq!(d_x, boxed(&[1.5, 2.5], &mut [0.0; 2], 2.0));
        assert_eq!(d_x, 2.0 * f_grad(*x, &[1.5, 2.5], 2).0);
        assert_eq!(node.value, f(*x, &[1.5, 2.5], 2));
    }
}

#[test]
fn on_another_thread() {
    let (_, pullback) = f_vjp(0.75, &[1.5, 2.5], 2);
    let d_x = std::thread::spawn(move || pullback(&[1.5, 2.5], &mut [0.0; 2], 1.0)).join().expect("no panic");
    assert_eq!(d_x, f_grad(0.75, &[1.5, 2.5], 2).0);
}

#[differentiable]
fn step(state: &mut [f64], k: f64) {
    for i in 0..state.len() {
        state[i] = state[i].sin() * k;
    }
}

/// A chain of pullbacks by hand, undone in reverse order.
#[test]
fn a_tape_of_pullbacks() {
    let mut state = vec![0.5, 1.5];
    let mut tape = Vec::new();
    for i in 0..4 {
        let k = 1.0 + 0.25 * f64::from(i);
        tape.push(step_vjp(&mut state, k));
    }
    let mut d_state = vec![1.0, 2.0];
    let mut d_ks = Vec::new();
    while let Some(pullback) = tape.pop() {
        d_ks.push(pullback(&mut state, &mut d_state));
    }
    assert_eq!(state, [0.5, 1.5]);
    let whole = |s: &[f64]| {
        let mut state = s.to_vec();
        (0..4).for_each(|i| step(&mut state, 1.0 + 0.25 * f64::from(i)));
        state[0] + 2.0 * state[1]
    };
    for i in 0..2 {
        let (mut right, mut left) = ([0.5, 1.5], [0.5, 1.5]);
        right[i] += 1e-6;
        left[i] -= 1e-6;
        assert!((d_state[i] - (whole(&right) - whole(&left)) / 2e-6).abs() < 1e-8);
    }
    assert_eq!(d_ks.len(), 4);
}

#[test]
fn a_pullback_of_a_mutation_can_be_cloned() {
    let mut state = vec![0.5];
    let pullback = step_vjp(&mut state, 2.0);
    let after = state.clone();
    let copy = pullback.clone();
    let mut d_state = vec![1.0];
    let d_k = pullback(&mut state, &mut d_state);
    assert_eq!(state, [0.5]);
    let (mut again, mut d_again) = (after, vec![1.0]);
    assert_eq!(copy(&mut again, &mut d_again), d_k);
    assert_eq!((again, d_again), (vec![0.5], d_state));
}

#[differentiable]
fn generic<T: autograd::Real, const N: usize>(a: [T; N], b: &[T; N]) -> T {
    let mut sum = T::zero();
    for i in 0..N {
        sum += a[i] * b[i];
    }
    sum
}

fn stored_generic<T: autograd::Real + autograd::Differentiable<Tangent = T>, const N: usize>(
    a: [T; N],
    b: &[T; N],
) -> (T, impl Fn(&[T; N], &mut [T; N], T) -> [T; N]) {
    generic_vjp(a, b)
}

#[test]
fn a_generic_pullback() {
    let (value, pullback) = stored_generic([1.0_f32, 2.0], &[3.0, 4.0]);
    let mut d_b = [0.0; 2];
    assert_eq!(pullback(&[3.0, 4.0], &mut d_b, 2.0), [6.0, 8.0]);
    assert_eq!((value, d_b), (11.0, [2.0, 4.0]));
}

#[differentiable]
fn recursive(x: f64, n: usize) -> f64 {
    if n == 0 { x } else { x * recursive(x, n - 1) }
}

#[test]
fn a_recursive_pullback_is_called_twice_and_cloned() {
    let (value, pullback) = recursive_vjp(1.5, 3);
    let copy = pullback.clone();
    assert_eq!((value, pullback(1.0), pullback(2.0), copy(1.0)), (1.5_f64.powi(4), 13.5, 27.0, 13.5));
}

#[test]
fn shadows_accumulate_over_calls() {
    let mut d_a = [1.0, 10.0];
    let (_, d_x) = f_backward(0.75, &[1.5, 2.5], &mut d_a, 2, 1.0);
    let once = [d_a[0] - 1.0, d_a[1] - 10.0];
    let (_, d_again) = f_backward(0.75, &[1.5, 2.5], &mut d_a, 2, 3.0);
    assert!((d_again - 3.0 * d_x).abs() < 1e-12);
    assert!((d_a[0] - 1.0 - 4.0 * once[0]).abs() < 1e-12 && (d_a[1] - 10.0 - 4.0 * once[1]).abs() < 1e-12);
}
