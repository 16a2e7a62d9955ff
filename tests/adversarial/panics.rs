//! A panic of the primal is the same panic in every companion, and a misuse of a companion is a clear one.

use std::panic::{AssertUnwindSafe, catch_unwind};

use autograd::differentiable;

/// The message of the panic.
#[track_caller]
fn message<R>(run: impl FnOnce() -> R) -> String {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let result = catch_unwind(AssertUnwindSafe(run));
    std::panic::set_hook(hook);
    match result {
        Ok(_) => panic!("it did not panic"),
        Err(payload) => match payload.downcast::<String>() {
            Ok(message) => *message,
            Err(payload) => (*payload.downcast::<&'static str>().expect("a message")).to_owned(),
        },
    }
}

#[differentiable]
fn indexed(a: &[f64], i: usize) -> f64 {
    let mut y = 1.0;
    for k in 0..=i {
        y *= a[k];
    }
    y
}

#[test]
fn index_out_of_bounds() {
    let primal = message(|| indexed(&[1.0, 2.0], 2));
    assert_eq!(primal, "index out of bounds: the len is 2 but the index is 2");
    assert_eq!(message(|| indexed_grad(&[1.0, 2.0], 2)), primal);
    assert_eq!(message(|| indexed_value_and_grad(&[1.0, 2.0], 2)), primal);
    assert_eq!(message(|| indexed_backward(&[1.0, 2.0], &mut [0.0; 2], 2, 1.0)), primal);
    assert_eq!(message(|| indexed_vjp(&[1.0, 2.0], 2).0), primal);
}

#[test]
fn nothing_is_written_before_the_panic() {
    let mut shadow = [0.5, 0.25];
    message(|| indexed_backward(&[1.0, 2.0], &mut shadow, 2, 1.0));
    assert_eq!(shadow, [0.5, 0.25]);
}

#[differentiable]
fn asserted(x: f64, n: i32) -> f64 {
    assert!(x > 0.0, "x must be positive, it is {x}");
    let y = x.ln();
    assert_eq!(n % 2, 0, "n = {n}");
    y * f64::from(n)
}

#[test]
fn assertions() {
    assert_eq!(message(|| asserted_grad(-1.0, 2)), "x must be positive, it is -1");
    assert_eq!(message(|| asserted_vjp(-1.0, 2).0), "x must be positive, it is -1");
    assert_eq!(message(|| asserted_grad(1.0, 3)), message(|| asserted(1.0, 3)));
    assert_eq!(asserted_grad(2.0, 4), 2.0);
}

#[differentiable]
fn unwrapped(x: f64, n: Option<usize>, k: Result<i32, String>) -> f64 {
    let n = n.expect("a number");
    let k = k.unwrap();
    x.powi(k) * n as f64
}

#[test]
fn unwraps() {
    assert_eq!(message(|| unwrapped_grad(2.0, None, Ok(1))), "a number");
    let primal = message(|| unwrapped(2.0, Some(1), Err("no".to_owned())));
    assert_eq!(message(|| unwrapped_grad(2.0, Some(1), Err("no".to_owned()))), primal);
    assert_eq!(unwrapped_grad(2.0, Some(3), Ok(2)), 12.0);
}

#[differentiable]
fn divides(x: f64, n: i32, d: i32) -> f64 {
    x * f64::from(n / d) + x * f64::from(n % d)
}

#[test]
fn integer_division_by_zero() {
    assert_eq!(message(|| divides_grad(1.0, 7, 0)), "attempt to divide by zero");
    assert_eq!(divides_grad(1.0, 7, 2), 4.0);
}

#[differentiable]
fn overflows(x: f64, n: u8) -> f64 {
    let mut y = x;
    let mut k = n;
    while y < 100.0 {
        k += 1;
        y *= f64::from(k);
    }
    y
}

#[test]
fn integer_overflow() {
    assert_eq!(message(|| overflows_grad(-1.0, 250)), message(|| overflows(-1.0, 250)));
    assert_eq!(overflows_grad(1.0, 9), 110.0);
}

#[differentiable]
fn sliced(a: &[f64], from: usize, to: usize) -> f64 {
    let view = &a[from..to];
    view[0] * view[0]
}

#[test]
fn slices_out_of_range() {
    for (from, to) in [(0, 3), (2, 1), (1, 1)] {
        let primal = message(|| sliced(&[1.0, 2.0], from, to));
        assert_eq!(message(|| sliced_grad(&[1.0, 2.0], from, to)), primal);
        assert_eq!(message(|| sliced_vjp(&[1.0, 2.0], from, to).0), primal);
    }
}

#[differentiable]
fn explicit(x: f64, kind: u8) -> f64 {
    match kind {
        0 => x,
        1 => unreachable!(),
        2 => unimplemented!("kind {}", kind),
        3 => todo!(),
        _ => panic!("kind {kind} at {x}"),
    }
}

#[test]
fn explicit_panics() {
    for kind in 1..5 {
        assert_eq!(message(|| explicit_grad(1.5, kind)), message(|| explicit(1.5, kind)));
    }
    assert_eq!(explicit_grad(1.5, 0), 1.0);
}

#[differentiable]
fn weighted(x: f64, a: &[f64], out: &mut [f64]) -> f64 {
    for i in 0..a.len() {
        out[i] += x * a[i];
    }
    out[0]
}

#[test]
fn shadows_of_another_length() {
    let (mut out, mut d_out, mut d_a) = ([1.0, 2.0], [0.5; 2], [0.25; 2]);
    let short = message(|| weighted_backward(1.0, &[1.0, 2.0], &mut [0.0; 1], &mut out, &mut d_out, 1.0));
    assert!(short.contains("`a`") && short.contains('2') && short.contains('1'), "{short}");
    let long = message(|| weighted_backward(1.0, &[1.0, 2.0], &mut d_a, &mut out, &mut [0.0; 3], 1.0));
    assert!(long.contains("`out`") && long.contains('2') && long.contains('3'), "{long}");
    assert_eq!((out, d_out, d_a), ([1.0, 2.0], [0.5; 2], [0.25; 2]));
    let (_, pullback) = weighted_vjp(1.0, &[1.0, 2.0], &mut out);
    let late = message(|| pullback(&[1.0, 2.0], &mut d_a, &mut [2.0, 4.0], &mut [0.0; 1], 1.0));
    assert!(late.contains("`out`"), "{late}");
    assert_eq!(d_a, [0.25; 2]);
}

#[test]
fn a_pullback_gets_a_primal_of_another_length() {
    let (_, pullback) = indexed_vjp(&[1.0, 2.0], 1);
    let text = message(|| pullback(&[1.0, 2.0, 3.0], &mut [0.0; 3], 1.0));
    assert!(text.contains("`a`") && text.contains('2') && text.contains('3'), "{text}");
}

#[test]
fn a_seed_of_another_length() {
    let text = message(|| listed_backward(1.5, 3, vec![1.0; 2]));
    assert!(text.contains('2') && text.contains('3'), "{text}");
    assert_eq!(listed_backward(1.5, 3, vec![1.0; 3]), (vec![1.5, 3.0, 4.5], 6.0));
    let (_, pullback) = listed_vjp(1.5, 3);
    let text = message(|| pullback(vec![1.0; 4]));
    assert!(text.contains('4') && text.contains('3'), "{text}");
}

#[differentiable]
fn listed(x: f64, n: usize) -> Vec<f64> {
    let mut v = vec![0.0; n];
    for i in 0..n {
        v[i] = x * (i + 1) as f64;
    }
    v
}

#[differentiable]
fn calls_a_panicking_function(x: f64, a: &[f64]) -> f64 {
    x * indexed(a, 5)
}

#[test]
fn a_panic_in_a_callee() {
    let text = message(|| calls_a_panicking_function_grad(1.0, &[1.0]));
    assert_eq!(text, "index out of bounds: the len is 1 but the index is 1");
}

#[differentiable]
fn jagged(m: &[Vec<f64>]) -> f64 {
    m[0][0] * m[1][1]
}

#[test]
fn a_jagged_shadow() {
    let m = vec![vec![1.0], vec![2.0, 3.0]];
    assert_eq!(jagged_grad(&m), [vec![3.0], vec![0.0, 1.0]]);
    let mut shadow = vec![vec![0.0], vec![0.0]];
    let text = message(|| jagged_backward(&m, &mut shadow, 1.0));
    assert_ne!(text, "");
    assert_eq!(shadow, [vec![0.0], vec![0.0]]);
}
