//! Local closures in differentiated functions, crossed with every companion and with central differences.
//!
//! The functions are written as a user might, not as clippy would.
#![allow(clippy::all, reason = "the forms that lints discourage are forms that people write")]
#![allow(
    clippy::needless_range_loop,
    clippy::redundant_closure_call,
    clippy::let_and_return,
    clippy::ptr_arg,
    reason = "the forms that lints discourage are forms that people write"
)]

#[macro_use]
#[path = "zoo/cross.rs"]
mod cross;

use autograd::differentiable;

#[differentiable]
fn captured(x: f64, y: f64) -> f64 {
    let scaled = |a: f64| a * x.sin();
    scaled(y) + scaled(scaled(2.0))
}
zoo! { captured(value, value) -> scalar; at (0.5, 1.5) }

#[differentiable]
fn captured_mutably(a: &[f64], w: f64) -> f64 {
    let mut total = w;
    let mut add = |v: f64| total += v * v * w;
    for i in 0..a.len() {
        add(a[i]);
    }
    add(1.0);
    total.sqrt()
}
zoo! { captured_mutably(shared, value) -> scalar; at (vec![0.5, -1.0, 2.0], 1.5), (vec![], 2.0) }

#[differentiable]
fn captured_memory(a: &[f64], out: &mut [f64]) {
    let mut put = |i: usize, v: f64| {
        out[i] *= v;
        out[0] += v;
    };
    for i in 0..a.len() {
        put(i, a[i].exp());
    }
}
zoo! { captured_memory(shared, exclusive) -> unit; at (vec![0.5, -1.0], vec![1.5, 2.0]) }

#[differentiable]
fn moved_captures(x: f64) -> f64 {
    let mut a = 2.0 * x;
    let mut next = move |y: f64| {
        a += y;
        a * x
    };
    let first = next(1.0);
    let second = next(x);
    a = first * second;
    a
}
zoo! { moved_captures(value) -> scalar; at (0.5,), (-1.25,) }

#[differentiable]
fn moved_array(x: f64) -> f64 {
    let mut a = [x, 2.0];
    let first = move |k: usize| a[k] * x;
    a[0] = 5.0 * x * x;
    first(0) + first(1) * a[0]
}
zoo! { moved_array(value) -> scalar; at (0.5,), (-1.25,) }

#[differentiable]
fn early_return(x: f64, y: f64) -> f64 {
    let f = |a: f64| {
        if a < 0.0 {
            return -a * y;
        }
        for k in 1..10 {
            let k = k as f64;
            if a * k > 2.0 {
                return a * k;
            }
        }
        a.exp()
    };
    let once = f(x);
    f(once) + f(-y)
}
zoo! { early_return(value, value) -> scalar; at (0.55, 1.5), (-0.75, 1.25), (0.13, -0.55) }

#[differentiable]
fn closures_calling_closures(x: f64) -> f64 {
    let square = |a: f64| a * a;
    let k = 3.0;
    let quad = |a| square(square(a)) + k * x;
    let k = 100.0 * x;
    quad(x) * k
}
zoo! { closures_calling_closures(value) -> scalar; at (0.5,) }

#[differentiable]
fn tuples_in_and_out(a: (f64, f64), v: &[f64]) -> f64 {
    let turn = |(c, s): (f64, f64), p: &[f64]| (c * p[0] - s * p[1], s * p[0] + c * p[1]);
    let (x, y) = turn(a, &v[1..]);
    let (x, y) = turn((y, x), v);
    x * y
}
zoo! { tuples_in_and_out(value, shared) -> scalar; at ((0.5, -1.5), vec![2.0, 0.25, 1.0]) }

#[differentiable]
fn views_from_closures(a: &[f64], d: usize) -> f64 {
    let row = |i: usize| &a[i * d..(i + 1) * d];
    let mut total = 0.0;
    for i in 0..a.len() / d {
        for j in 0..i {
            total += row(i)[0] * row(j)[d - 1];
        }
    }
    total
}
zoo! { views_from_closures(shared, fixed) -> scalar; at (vec![1.0, 2.0, -0.5, 0.75, 1.25, 3.0], 2) }

#[differentiable]
fn arrays_from_closures(x: f64, y: f64) -> f64 {
    let pair = |a: f64| [a, a * y];
    let p = pair(x);
    let mut q = pair(p[1]);
    q[0] *= 2.0;
    p[0] * q[1] + q[0]
}
zoo! { arrays_from_closures(value, value) -> scalar; at (0.5, 1.5) }

#[differentiable]
fn in_a_loop_that_repeats(x: f64, n: usize) -> f64 {
    let step = |y: f64, h: f64| y + h * (x - y * y);
    let mut y = 0.25;
    let mut calls = 0;
    while calls < n {
        y = step(y, 0.125);
        calls += 1;
    }
    y
}
zoo! { in_a_loop_that_repeats(value, fixed) -> scalar; at (2.0, 5), (2.0, 0) }

#[differentiable]
fn counting(x: f64, n: usize) -> f64 {
    let mut count = 0;
    let mut seen = |k: usize| {
        if k % 2 == 0 {
            count += k;
        }
    };
    for k in 0..n {
        seen(k);
    }
    x * count as f64
}
zoo! { counting(value, fixed) -> scalar; at (2.0, 5) }

#[differentiable]
fn inactive_and_active_calls(x: f64, n: usize) -> f64 {
    let half = |a: f64| 0.5 * a;
    let index = |k: usize| (k + 1) % n;
    half(x) * half(3.0) + x * index(n) as f64
}
zoo! { inactive_and_active_calls(value, fixed) -> scalar; at (2.0, 3) }

#[differentiable]
fn immediately_called(x: f64) -> f64 {
    (|a: f64| a * a)(x) + (|| x.sin())()
}
zoo! { immediately_called(value) -> scalar; at (2.0,) }

#[differentiable]
fn never_called_closure(x: f64) -> f64 {
    let _unused = |a: f64| a * a;
    x * x
}
zoo! { never_called_closure(value) -> scalar; at (2.0,) }

#[differentiable]
fn panics_inside(x: f64) -> f64 {
    let checked = |a: f64| {
        if a < 0.0 {
            panic!("negative: {a}");
        }
        a.sqrt()
    };
    checked(x) * checked(x + 1.0)
}
zoo! { panics_inside(value) -> scalar; at (2.0,) }
