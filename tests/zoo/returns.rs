use autograd::differentiable;

#[differentiable]
fn pair(x: f64, y: f64) -> (f64, f64) {
    (x * y, x / y)
}
zoo! { pair(value, value) -> other; at (1.5, 2.0) }

#[differentiable]
fn array(x: f64) -> [f64; 3] {
    [x, x * x, 1.0]
}
zoo! { array(value) -> other; at (1.5,); is |x: f64| 1.0 + 2.0 * x }

#[differentiable]
fn local_array(x: f64) -> [f64; 3] {
    let mut a = [x; 3];
    for i in 1..3 {
        a[i] = a[i - 1] * x;
    }
    a
}
zoo! { local_array(value) -> other; at (1.5,); is |x: f64| 1.0 + 2.0 * x + 3.0 * x * x }

#[differentiable]
fn vec(x: f64, n: usize) -> Vec<f64> {
    let mut v = vec![0.0; n];
    for i in 0..n {
        v[i] = x.powi(i as i32);
    }
    v
}
zoo! { vec(value, fixed) -> other; at (1.5, 3), (1.5, 0) }

#[differentiable]
fn mapped(a: &[f64], k: f64) -> Vec<f64> {
    let mut v = vec![0.0; a.len()];
    for i in 0..a.len() {
        v[i] = (a[i] * k).tanh();
    }
    v
}
zoo! { mapped(shared, value) -> other; at (vec![1.5, -0.5], 0.75), (vec![], 0.75) }

#[differentiable]
fn nested(x: f64, a: [f64; 2]) -> ((f64, [f64; 2]), f64) {
    let b = [a[1] * x, a[0]];
    ((x * x, b), a[0] * a[1])
}
zoo! { nested(value, value) -> other; at (1.5, [2.0, 3.0]) }

#[differentiable]
fn with_an_integer(x: f64) -> (f64, usize) {
    let mut n = 0;
    let mut y = x;
    while y < 10.0 {
        y *= 2.0;
        n += 1;
    }
    (y, n)
}
zoo! { with_an_integer(value) -> other; at (1.5,), (12.0,) }

#[differentiable]
fn unit(a: &[f64], out: &mut [f64]) -> () {
    out[0] = a[0] * a[1];
}
zoo! { unit(shared, exclusive) -> unit; at (vec![1.5, 2.0], vec![0.0]) }

#[differentiable]
fn parameter_returned(mut a: [f64; 2], x: f64) -> [f64; 2] {
    a[0] *= x;
    a
}
zoo! { parameter_returned(value, value) -> other; at ([1.5, 2.0], 0.5) }

#[differentiable]
fn vec_returned(mut v: Vec<f64>, x: f64) -> Vec<f64> {
    for i in 0..v.len() {
        v[i] = v[i] * v[i] + x;
    }
    v
}
zoo! { vec_returned(value, value) -> other; at (vec![1.5, 2.0], 0.5), (vec![], 0.5) }

#[differentiable]
fn early_tuple(x: f64) -> (f64, f64) {
    if x < 0.0 {
        return (x * x, 0.0);
    }
    let s = x.sin();
    (s, s * x)
}
zoo! { early_tuple(value) -> other; at (1.5,), (-1.5,) }

#[differentiable]
fn same_twice(x: f64) -> (f64, f64) {
    let y = x * x;
    (y, y)
}
zoo! { same_twice(value) -> other; at (1.5,); is |x: f64| 4.0 * x }

#[differentiable]
fn matrix(x: f64) -> [[f64; 2]; 2] {
    let (s, c) = x.sin_cos();
    [[c, -s], [s, c]]
}
zoo! { matrix(value) -> other; at (1.5,) }

#[differentiable]
fn array_and_writes(x: f64, out: &mut [f64]) -> [f64; 2] {
    let y = out[0] * x;
    out[0] = y;
    [y, out[1]]
}
zoo! { array_and_writes(value, exclusive) -> other; at (1.5, vec![2.0, 3.0]) }

#[differentiable]
fn singles(x: f32, y: f64) -> (f32, f64) {
    (x * 2.0, f64::from(x) * y)
}
zoo! { singles(value, value) -> other; at (1.5, 2.5) }

#[differentiable]
fn one_tuple(x: f64) -> (f64,) {
    (x * x,)
}
zoo! { one_tuple(value) -> other; at (1.5,); is |x: f64| 2.0 * x }

#[differentiable]
fn loops_into_tuple(a: &[f64]) -> (f64, f64) {
    let (mut mean, mut spread) = (0.0, 0.0);
    for i in 0..a.len() {
        mean += a[i] / a.len() as f64;
    }
    for i in 0..a.len() {
        spread += (a[i] - mean) * (a[i] - mean);
    }
    (mean, spread.sqrt())
}
zoo! { loops_into_tuple(shared) -> other; at (vec![1.5, 2.5, -1.0],) }
