use autograd::differentiable;

#[differentiable]
fn step(input: &[f64], out: &mut [f64]) {
    for i in 0..out.len() {
        out[i] = out[i] * input[i] + input[i].sin();
    }
}

#[differentiable]
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sum = 0.0;
    for i in 0..a.len() {
        sum += a[i] * b[i];
    }
    sum
}

#[differentiable]
fn both(a: &mut [f64], b: &mut [f64], x: f64) -> f64 {
    a[0] *= x;
    b[0] += a[0] * b[0];
    b[0]
}

#[differentiable]
fn layers(s: &mut [f64], k: usize, n: usize) -> f64 {
    for _ in 0..n {
        let (left, right) = s.split_at_mut(k);
        step(left, right);
        left[0] += right[0];
    }
    s[0] * s[k]
}
zoo! { layers(exclusive, fixed, fixed) -> scalar; at (vec![0.5, 1.5, 2.0, 0.25], 2, 0), (vec![0.5, 1.5, 2.0, 0.25], 2, 3) }

#[differentiable]
fn two_exclusive_views(s: &mut [f64], x: f64) -> f64 {
    let (left, right) = s.split_at_mut(1);
    let y = both(right, left, x);
    y * s[1] + both(&mut s[..1], &mut [x, 2.0], y)
}
zoo! { two_exclusive_views(exclusive, value) -> scalar; at (vec![0.5, 1.5, 2.0], 0.75) }

#[differentiable]
fn chunks_together(s: &mut [f64], d: usize) -> f64 {
    let mut total = 0.0;
    for pair in s.chunks_exact_mut(2 * d) {
        let (h, c) = pair.split_at_mut(d);
        total += both(h, c, 1.5);
    }
    total
}
zoo! { chunks_together(exclusive, fixed) -> scalar; at (vec![0.5, 1.5, 2.0, 0.25], 1), (vec![0.5, 1.5, 2.0, 0.25], 2) }

#[differentiable]
fn overlapping_shared_views(a: &[f64], n: usize) -> f64 {
    let mut sum = 0.0;
    for i in 0..n {
        sum += dot(&a[i + 1..], &a[n - i - 1..]) * dot(a, a);
    }
    sum
}
zoo! { overlapping_shared_views(shared, fixed) -> scalar; at (vec![0.5, 1.5, 2.0], 0), (vec![0.5, 1.5, 2.0, 1.0], 1), (vec![0.5, 1.5, 2.0, 1.0], 2) }

#[differentiable]
fn shared_beside_exclusive(s: &mut [f64]) -> f64 {
    let (w, rest) = s.split_at_mut(2);
    let (x, y) = rest.split_at_mut(2);
    step(x, y);
    step(w, y);
    let t = dot(&w[..1], &w[1..]);
    let (a, b) = y.split_at_mut(1);
    step(b, a);
    t * y[0]
}
zoo! { shared_beside_exclusive(exclusive) -> scalar; at (vec![0.5, 1.5, 2.0, 0.25, 0.75, 1.25],) }

#[differentiable]
fn three(w: &[f64], v: &[f64], h: &mut [f64]) {
    for i in 0..h.len() {
        h[i] = h[i] * w[i] + v[i];
    }
}

#[differentiable]
fn two_shared_one_exclusive(s: &mut [f64], d: usize) -> f64 {
    let (weights, h) = s.split_at_mut(2 * d);
    three(&weights[..d], &weights[d..], h);
    three(weights, &weights[1..], &mut h[..1]);
    h[0] * h[d - 1]
}
zoo! { two_shared_one_exclusive(exclusive, fixed) -> scalar; at (vec![0.5, 1.5, 2.0, 0.25, 0.75, 1.25], 2) }

#[differentiable]
fn rows_of_vectors(m: &mut Vec<Vec<f64>>) -> f64 {
    let (top, bottom) = m.split_at_mut(1);
    step(&top[0], &mut bottom[0]);
    dot(&m[0], &m[1])
}
zoo! { rows_of_vectors(exclusive) -> scalar; at (vec![vec![0.5, 1.5], vec![2.0, 0.25]],) }

#[differentiable]
fn tuple_parts(p: &mut ([f64; 2], [f64; 2])) -> f64 {
    step(&p.0, &mut p.1);
    both(&mut p.0, &mut p.1, 0.5)
}
zoo! { tuple_parts(exclusive) -> scalar; at (([0.5, 1.5], [2.0, 0.25]),) }

#[differentiable]
fn filled_by_a_callee(out: &mut Vec<f64>, x: f64) {
    out.push(x * x);
    let n = out.len();
    out[0] *= out[n - 1];
}

#[differentiable]
fn vectors_grown_elsewhere(x: f64, n: usize) -> f64 {
    let mut v = vec![x];
    for _ in 0..n {
        let last = v[v.len() - 1];
        filled_by_a_callee(&mut v, last * 0.5);
    }
    let mut sum = 0.0;
    for y in &v {
        sum += y * y;
    }
    sum
}
zoo! { vectors_grown_elsewhere(value, fixed) -> scalar; at (1.5, 0), (1.5, 1), (1.5, 3) }

#[test]
fn a_vector_that_grows_has_a_shadow_of_the_final_length() {
    // d/dv, d/dx of out = [v0 * x², v1, x²] with the adjoints 1, 2, 3.
    let (mut v, mut d_v) = (vec![2.0, 5.0], vec![1.0, 2.0, 3.0]);
    let d_x = filled_by_a_callee_backward(&mut v, &mut d_v, 1.5);
    assert_eq!(v, [2.0 * 2.25, 5.0, 2.25]);
    assert_eq!(d_v, [2.25, 2.0]);
    assert_eq!(d_x, 2.0 * 1.5 * (3.0 + 2.0));
    let pullback = filled_by_a_callee_vjp(&mut vec![2.0, 5.0], 1.5);
    let (mut v, mut d_v) = (vec![4.5, 5.0, 2.25], vec![1.0, 2.0, 3.0]);
    assert_eq!(pullback(&mut v, &mut d_v), d_x);
    assert_eq!((v, d_v), (vec![2.0, 5.0], vec![2.25, 2.0]));
}
