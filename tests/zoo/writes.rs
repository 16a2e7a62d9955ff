//! Whatever may be written to, in every way it may be written.

use autograd::differentiable;

#[differentiable]
fn every_compound(a: &mut [f64], x: f64) {
    a[0] += x;
    a[1] -= x * a[0];
    a[2] *= a[1];
    a[3] /= a[2] + x;
    a[4] %= x;
}
zoo! { every_compound(exclusive, value) -> unit; at (vec![1.5, 2.5, 0.5, 3.0, 7.0], 2.25) }

#[differentiable]
fn compound_of_the_element_itself(a: &mut [f64]) {
    a[0] += a[0];
    a[0] *= a[0];
    a[1] /= a[1] * a[1];
    a[1] -= a[0] * a[1];
}
zoo! { compound_of_the_element_itself(exclusive) -> unit; at (vec![1.5, 2.5],) }

#[differentiable]
fn same_place_twice(a: &mut [f64], i: usize, j: usize) {
    a[i] = a[j] * 2.0;
    a[j] = a[i] * a[i];
    a[i] += a[j];
}
zoo! { same_place_twice(exclusive, fixed, fixed) -> unit; at (vec![1.5, 2.5], 0, 1), (vec![1.5, 2.5], 1, 1) }

#[differentiable]
fn overwritten_with_constant(a: &mut [f64], x: f64) -> f64 {
    let before = a[0] * x;
    a[0] = 1.0;
    let after = a[0] * x;
    a[0] = 0.0;
    before * after
}
zoo! { overwritten_with_constant(exclusive, value) -> scalar; at (vec![1.5], 2.5) }

#[differentiable]
fn dead_store(a: &mut [f64], x: f64) {
    a[0] = x.exp();
    a[0] = x.sin();
    a[0] = x;
}
zoo! { dead_store(exclusive, value) -> unit; at (vec![1.5], 2.5) }

#[differentiable]
fn index_changes(a: &mut [f64], mut i: usize) -> f64 {
    a[i] *= 2.0;
    i += 1;
    a[i] *= a[i - 1];
    i -= 1;
    a[i] = a[i + 1] * a[i];
    a[i]
}
zoo! { index_changes(exclusive, fixed) -> scalar; at (vec![1.5, 2.5, 0.5], 1) }

#[differentiable]
fn index_from_data(a: &mut [f64], n: usize) {
    for _ in 0..n {
        let i = if a[0] > a[1] { 0 } else { 1 };
        a[i] = a[i] * 0.5 + 0.1 * a[1 - i];
    }
}
zoo! { index_from_data(exclusive, fixed) -> unit; at (vec![1.5, 2.625], 4) }

#[differentiable]
fn write_in_branch(a: &mut [f64], x: f64) {
    if x > 1.0 {
        a[0] = x * a[1];
    } else {
        a[1] *= a[0];
        a[0] = 0.0;
    }
    a[1] += a[0];
}
zoo! { write_in_branch(exclusive, value) -> unit; at (vec![1.5, 2.5], 2.0), (vec![1.5, 2.5], 0.5) }

#[differentiable]
fn write_in_match_in_loop(a: &mut [f64], codes: &[u8]) {
    for k in 0..codes.len() {
        match codes[k] {
            0 => a[0] = a[1].sin(),
            1 => a[1] += a[0] * a[0],
            2 => {
                let t = a[0];
                a[0] = a[1];
                a[1] = t;
            }
            _ => continue,
        }
    }
}
zoo! { write_in_match_in_loop(exclusive, fixed_ref) -> unit; at (vec![1.5, 2.5], vec![1, 2, 0, 9, 1, 1, 2, 0]) }

#[differentiable]
fn gauss_seidel(x: &mut [f64], b: &[f64], sweeps: usize) -> f64 {
    let n = x.len();
    for _ in 0..sweeps {
        for i in 0..n {
            let left = if i > 0 { x[i - 1] } else { 0.0 };
            let right = if i + 1 < n { x[i + 1] } else { 0.0 };
            x[i] = (b[i] + left + right) / 2.5;
        }
    }
    x[n / 2]
}
zoo! { gauss_seidel(exclusive, shared, fixed) -> scalar; at (vec![0.0, 0.5, 1.0], vec![1.0, -1.0, 2.0], 3) }

#[differentiable]
fn cholesky(a: &mut [f64], n: usize) -> f64 {
    let mut log_det = 0.0;
    for j in 0..n {
        for k in 0..j {
            for i in j..n {
                a[i * n + j] -= a[i * n + k] * a[j * n + k];
            }
        }
        let d = a[j * n + j].sqrt();
        for i in j..n {
            a[i * n + j] /= d;
        }
        log_det += 2.0 * d.ln();
    }
    log_det
}
zoo! { cholesky(exclusive, fixed) -> scalar; at (vec![4.0, 0.0, 0.0, 1.0, 3.0, 0.0, 0.5, -0.5, 2.0], 3) }

#[differentiable]
fn scalar_by_mutable_borrow(x: f64) -> f64 {
    let mut y = x;
    let r = &mut y;
    *r *= x;
    *r += 1.0;
    y * y
}
zoo! { scalar_by_mutable_borrow(value) -> scalar; at (1.5,); is |x: f64| 4.0 * x * (x * x + 1.0) }

#[differentiable]
fn counter_and_data(a: &[f64], out: &mut [f64], used: &mut usize) {
    for i in 0..a.len() {
        if a[i] > 0.0 {
            out[*used] = a[i].ln();
            *used += 1;
        }
    }
}
zoo! { counter_and_data(shared, exclusive, fixed_mut) -> unit; at (vec![1.5, -2.0, 0.5], vec![7.0, 8.0, 9.0], 0) }

#[differentiable]
fn prefix_sums_in_place(a: &mut [f64]) {
    let n = a.len();
    let mut i = 1;
    while i < n {
        a[i] += a[i - 1];
        i += 1;
    }
}
zoo! { prefix_sums_in_place(exclusive) -> unit; at (vec![1.5, -2.0, 0.5],), (vec![],) }

#[differentiable]
fn deep_path(m: &mut [[[f64; 2]; 2]; 2], x: f64) {
    m[0][1][0] = x * m[1][0][1];
    m[1][0][1] *= m[0][1][0];
    m[1] = m[0];
    m[1][1][1] += x;
}
zoo! { deep_path(exclusive, value) -> unit; at ([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]], 0.5) }

#[differentiable]
fn overwritten_in_the_last_branch(a: &mut [f64], x: f64) -> f64 {
    if x > 0.0 {
        a[0] = a[0] * a[0] * x;
        a[0] = a[0].sin() * a[1];
        a[0] * x
    } else {
        x
    }
}
zoo! { overwritten_in_the_last_branch(exclusive, value) -> scalar; at (vec![1.5, 2.5], 0.75), (vec![1.5, 2.5], -0.75) }
