//! The same memory under several names.

use autograd::differentiable;

#[differentiable]
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sum = 0.0;
    for i in 0..a.len() {
        sum += a[i] * b[i];
    }
    sum
}

#[differentiable]
fn axpy(k: f64, a: &[f64], out: &mut [f64]) {
    for i in 0..a.len() {
        out[i] += k * a[i];
    }
}

#[differentiable]
fn same_slice_twice(a: &[f64]) -> f64 {
    dot(a, a)
}
zoo! { same_slice_twice(shared) -> scalar; at (vec![1.5, 2.5],), (vec![],); is |a: Vec<f64>| a.iter().map(|x| 2.0 * x).collect::<Vec<_>>() }

#[differentiable]
fn overlapping_views(a: &[f64]) -> f64 {
    let n = a.len();
    dot(&a[1..], &a[..n - 1])
}

zoo! { overlapping_views(shared) -> scalar; at (vec![1.5, 2.5, 3.5],) }

#[differentiable]
fn same_mutable_twice(a: &mut [f64]) -> f64 {
    let before = dot(a, a);
    a[0] *= 2.0;
    let after = dot(&a[..], a);
    before * after
}
zoo! { same_mutable_twice(exclusive) -> scalar; at (vec![1.5, 2.5],) }

#[differentiable]
fn three_views(a: &[f64], k: f64) -> f64 {
    let (x, y, z) = (&a[..2], &a[1..], a);
    let w = x;
    x[0] * y[0] * z[2] * w[1] * k
}
zoo! { three_views(shared, value) -> scalar; at (vec![1.5, 2.5, 3.5], 0.5) }

#[differentiable]
fn read_and_written_by_calls(a: &mut [f64], b: &mut [f64]) -> f64 {
    axpy(2.0, a, b);
    axpy(b[0], b, a);
    axpy(a[1], &[1.0, 2.0], a);
    dot(a, b)
}
zoo! { read_and_written_by_calls(exclusive, exclusive) -> scalar; at (vec![1.5, 2.5], vec![-1.0, 0.5]) }

#[differentiable]
fn scalar_twice(x: f64) -> f64 {
    by_references(&x, &x)
}
zoo! { scalar_twice(value) -> scalar; at (1.5,); is |x: f64| 3.0 * x * x }

#[differentiable]
fn by_references(x: &f64, y: &f64) -> f64 {
    x * x * y
}

#[differentiable]
fn element_and_slice(a: &[f64]) -> f64 {
    scaled(&a[1], a) + scaled(&a[0], &a[..1])
}
zoo! { element_and_slice(shared) -> scalar; at (vec![1.5, 2.5],) }

#[differentiable]
fn scaled(k: &f64, a: &[f64]) -> f64 {
    k * dot(a, a)
}

#[differentiable]
fn reference_outlives_a_copy(a: &mut [f64; 2]) -> f64 {
    let copy = *a;
    let r = &mut a[0];
    *r *= copy[1];
    *r += copy[0];
    a[0] * copy[0]
}
zoo! { reference_outlives_a_copy(exclusive) -> scalar; at ([1.5, 2.5],) }

#[differentiable]
fn reborrowed(a: &mut [f64], x: f64) {
    let b = &mut a[..];
    b[0] *= x;
    let c = &mut b[1..];
    c[0] += x;
    b[0] += b[1];
    a[1] *= a[0];
}
zoo! { reborrowed(exclusive, value) -> unit; at (vec![1.5, 2.5], 0.5) }

#[differentiable]
fn moved_vec(v: Vec<f64>) -> f64 {
    let mut w = v;
    w[0] *= w[1];
    let u = w;
    u[0] + u[1]
}
zoo! { moved_vec(value) -> scalar; at (vec![1.5, 2.5],) }

#[differentiable]
fn row_while_matrix_changes(m: &mut [[f64; 2]; 2]) -> f64 {
    let row = m[0];
    m[0][0] = row[1] * m[1][0];
    m[1] = row;
    m[0][0] * m[1][0] * row[0]
}
zoo! { row_while_matrix_changes(exclusive) -> scalar; at ([[1.5, 2.5], [0.5, -1.0]],) }
