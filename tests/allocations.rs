//! What gradients ask of the allocator: nothing without loops, nothing per iteration, and as often as a vector grows where the
//! number of iterations is not known.

use std::hint::black_box;

use autograd::differentiable;

/// How often the computation allocates. The first run settles what a thread sets up once.
fn allocations<R>(run: impl Fn() -> R) -> u64 {
    black_box(run());
    allocation_counter::measure(|| drop(black_box(run()))).count_total
}

#[differentiable]
fn density(x: f64, mean: f64, width: f64) -> f64 {
    let z = (x - mean) / width;
    (-0.5 * z * z).exp() / width
}

#[differentiable]
fn huber(r: f64, delta: f64) -> f64 {
    let a = r.abs();
    if a <= delta { 0.5 * r * r } else { delta * (a - 0.5 * delta) }
}

/// A branch whose adjoint is known late only, so that it saves what its arms computed.
#[differentiable]
fn late(x: f64, y: f64) -> f64 {
    let z = if x > 0.0 { (x * y).exp() } else { y.sin() / x };
    let w = match (z * y) as i32 {
        0 => z.tanh(),
        1..=3 => return z * x,
        _ => z.ln_1p() * y,
    };
    (w + z).sqrt() * w
}

#[differentiable]
fn arrays(a: [f64; 3], m: &[[f64; 2]; 2], out: &mut [f64]) -> f64 {
    let mut b = a;
    b[1] *= m[0][1].sin();
    out[0] = b[1] * a[2] + m[1][0];
    out[1] *= b[0];
    b[0] + b[1] * out[0]
}

#[differentiable]
fn tuples(p: (f64, f64), q: (f64, f64)) -> (f64, f64) {
    (p.0 * q.0 - p.1 * q.1, p.0 * q.1 + p.1 * q.0)
}

#[differentiable]
fn calling(x: f64, y: f64) -> f64 {
    density(x, y, 1.5) * huber(x * y, 0.5) + late(y, x)
}

#[test]
fn no_loop_no_allocation() {
    assert_eq!(allocations(|| density_backward(black_box(1.0), 0.25, 1.5, 1.0)), 0);
    assert_eq!(allocations(|| density_grad(black_box(1.0), 0.25, 1.5)), 0);
    assert_eq!(allocations(|| density_vjp(black_box(1.0), 0.25, 1.5).1(1.0)), 0);
    for r in [-3.0, 0.25, 3.0] {
        assert_eq!(allocations(|| huber_backward(black_box(r), 1.0, 1.0)), 0, "r = {r}");
        assert_eq!(allocations(|| huber_vjp(black_box(r), 1.0).1(1.0)), 0, "r = {r}");
    }
    for (x, y) in [(0.5, 1.5), (2.0, 0.5), (-0.5, 1.5), (2.5, 1.5)] {
        assert_eq!(allocations(|| late_backward(black_box(x), y, 1.0)), 0, "x = {x}, y = {y}");
        assert_eq!(allocations(|| late_vjp(black_box(x), y).1(1.0)), 0, "x = {x}, y = {y}");
        assert_eq!(allocations(|| calling_backward(black_box(x), y, 1.0)), 0, "x = {x}, y = {y}");
        assert_eq!(allocations(|| calling_grad(black_box(x), y)), 0, "x = {x}, y = {y}");
    }
    assert_eq!(allocations(|| tuples_backward(black_box((1.0, 2.0)), (0.5, -1.0), (1.0, 1.0))), 0);
    let counted = allocations(|| {
        let (m, mut d_m) = ([[1.0, 2.0], [3.0, 4.0]], [[0.0; 2]; 2]);
        let (mut out, mut d_out) = ([0.5, 1.5], [1.0, 1.0]);
        arrays_backward(black_box([1.0, 2.0, 3.0]), &m, &mut d_m, &mut out, &mut d_out, 1.0)
    });
    assert_eq!(counted, 0);
}

/// Sums are differentiated as they are made.
#[differentiable]
fn mean_square(w: &[f64], x: &[f64], y: &[f64]) -> f64 {
    let mut total = 0.0;
    for i in 0..y.len() {
        let error = w[0] + w[1] * x[i] - y[i];
        total += error * error;
    }
    total / y.len() as f64
}

/// One number is carried: tangents run along.
#[differentiable]
fn horner(c: &[f64], x: f64) -> f64 {
    let mut y = 0.0;
    for i in (0..c.len()).rev() {
        y = y * x + c[i];
    }
    y
}

#[differentiable]
fn newton(a: f64, start: f64, steps: usize) -> f64 {
    let mut x = start;
    for _ in 0..steps {
        x -= (x * x - a) / (2.0 * x);
    }
    x
}

#[differentiable]
fn doubled_until(x: f64, factor: f64, limit: f64) -> f64 {
    let mut y = x;
    while y < limit {
        y *= factor;
    }
    y
}

/// Two numbers are carried: what an iteration computed is saved.
#[differentiable]
fn swing(angle: f64, speed: f64, steps: usize) -> f64 {
    let (mut x, mut v) = (angle, speed);
    for _ in 0..steps {
        v -= 0.01 * x.sin();
        x += 0.01 * v;
    }
    x * v
}

/// The same, for a number of iterations that only the data know.
#[differentiable]
fn swing_until(angle: f64, speed: f64, time: f64) -> f64 {
    let (mut x, mut v) = (angle, speed);
    let mut t = 0.0;
    while t < time {
        v -= 0.01 * x.sin();
        x += 0.01 * v;
        t += 1.0;
    }
    x * v
}

/// The inner loop's stack is that of all outer iterations.
#[differentiable]
fn nested(x: f64, y: f64, outer: usize) -> f64 {
    let (mut a, mut b) = (x, y);
    for _ in 0..outer {
        for _ in 0..3 {
            let c = (a * b).sin();
            b += 0.01 * a;
            a -= 0.01 * c;
        }
        a = a.tanh();
    }
    a * b
}

/// What `run` allocates for few and for many iterations.
fn growth<R>(run: impl Fn(usize) -> R) -> [u64; 2] {
    [100, 10_000].map(|n| allocations(|| run(black_box(n))))
}

#[test]
fn fused_loops_and_tangents_allocate_nothing() {
    let numbers = |n: usize| (0..n).map(|i| (i as f64).sin()).collect::<Vec<f64>>();
    for n in [100, 10_000] {
        let (x, y) = (numbers(n), numbers(n));
        let mut shadows = [vec![0.0; n], vec![0.0; n]];
        let counted = allocation_counter::measure(|| {
            let [d_x, d_y] = &mut shadows;
            black_box(mean_square_backward(&[0.5, 1.5], &mut [0.0; 2], &x, d_x, &y, d_y, 1.0));
            black_box(horner_backward(&x, d_x, 0.75, 1.0));
        });
        assert_eq!(counted.count_total, 0, "{n} numbers");
    }
    assert_eq!(growth(|n| newton_backward(2.0, 1.0, n, 1.0)), [0, 0]);
    assert_eq!(growth(|n| newton_vjp(2.0, 1.0, n).1(1.0)), [0, 0]);
    assert_eq!(growth(|n| doubled_until_backward(1.0, 1.0 + 1.0 / n as f64, 50.0, 1.0)), [0, 0]);
}

#[test]
fn a_known_number_of_iterations_is_one_allocation() {
    assert_eq!(growth(|n| swing_backward(0.5, 0.25, n, 1.0)), [1, 1]);
}

#[test]
fn what_only_the_data_know_grows_as_a_vector_does() {
    for counted in
        [growth(|n| swing_until_backward(0.5, 0.25, n as f64, 1.0)), growth(|n| nested_backward(0.5, 0.25, n, 1.0))]
    {
        // From one element to 10,000 or 30,000 by doubling: 15 times at most, for two stacks.
        assert!(counted[1] <= 30 && counted[1] <= counted[0] + 16, "{counted:?}");
    }
}
