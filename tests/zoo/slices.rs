use autograd::differentiable;

#[differentiable]
fn ends(a: &[f64]) -> f64 {
    a[0] * a[a.len() - 1]
}
zoo! { ends(shared) -> scalar; at (vec![1.5, 2.0, -0.5],), (vec![3.0],) }

#[differentiable]
fn view(a: &[f64], i: usize) -> f64 {
    let row = &a[i * 2..i * 2 + 2];
    row[0] * row[1]
}
zoo! { view(shared, fixed) -> scalar; at (vec![1.5, 2.0, -0.5, 3.0], 1) }

#[differentiable]
fn views_of_all_forms(a: &[f64]) -> f64 {
    let head = &a[..2];
    let tail = &a[2..];
    let all = &a[..];
    let middle = &a[1..=2];
    let inner = &tail[1..];
    head[1] * tail[0] + all[3] * middle[1] * middle.len() as f64 + inner[0]
}
zoo! { views_of_all_forms(shared) -> scalar; at (vec![1.5, 2.0, -0.5, 3.0],) }

#[differentiable]
fn two_views_of_one(a: &[f64], d: usize) -> f64 {
    let mut total = 0.0;
    for i in 0..a.len() / d {
        let p = &a[i * d..(i + 1) * d];
        for j in 0..i {
            let q = &a[j * d..][..d];
            let mut s = 0.0;
            for k in 0..d {
                let t = p[k] - q[k];
                s += t * t;
            }
            total += s.sqrt();
        }
    }
    total
}
zoo! { two_views_of_one(shared, fixed) -> scalar; at (vec![1.5, 2.0, -0.5, 3.0, 0.25, 1.0], 2) }

#[differentiable]
fn matrix_vector(m: &[f64], v: &[f64]) -> f64 {
    let n = v.len();
    let mut total = 0.0;
    for i in 0..m.len() / n {
        let mut sum = 0.0;
        for j in 0..n {
            sum += m[i * n + j] * v[j];
        }
        total += sum * sum;
    }
    total
}
zoo! { matrix_vector(shared, shared) -> scalar; at (vec![1.5, 2.0, -0.5, 3.0], vec![0.5, 1.5]), (vec![], vec![1.0]) }

#[differentiable]
fn written(a: &[f64], out: &mut [f64]) {
    for i in 0..a.len() {
        out[i] = a[i] * a[i];
    }
}
zoo! { written(shared, exclusive) -> unit; at (vec![1.5, 2.0], vec![9.0, 8.0]), (vec![], vec![]) }

#[differentiable]
fn accumulated(a: &[f64], out: &mut [f64], x: f64) {
    for i in 0..a.len() {
        out[i] += x * a[i];
        out[0] -= a[i];
    }
}
zoo! { accumulated(shared, exclusive, value) -> unit; at (vec![1.5, 2.0], vec![9.0, 8.0], 0.5) }

#[differentiable]
fn in_place(a: &mut [f64]) -> f64 {
    for i in 1..a.len() {
        a[i] = a[i] * a[i - 1];
    }
    a[a.len() - 1]
}
zoo! { in_place(exclusive) -> scalar; at (vec![1.5, 2.0, -0.5],), (vec![2.0],) }

#[differentiable]
fn view_written(a: &mut [f64], x: f64) {
    let (n, half) = (a.len(), a.len() / 2);
    let low = &mut a[..half];
    low[0] = x * low[1];
    let high = &mut a[half..n];
    high[0] += x;
    high[1] *= high[0];
}
zoo! { view_written(exclusive, value) -> unit; at (vec![1.5, 2.0, -0.5, 3.0], 0.75) }

#[differentiable]
fn elements_by_reference(a: &[f64], out: &mut [f64]) {
    let x = &a[0];
    let y = &a[1];
    let z = &mut out[0];
    *z += x * y;
    *z *= *x;
}
zoo! { elements_by_reference(shared, exclusive) -> unit; at (vec![1.5, 2.0], vec![0.5]) }

#[differentiable]
fn reference_to_scalar(x: &f64, out: &mut f64) -> f64 {
    *out = *out * x + 1.0;
    *out * *out
}
zoo! { reference_to_scalar(shared, exclusive) -> scalar; at (1.5, 2.0) }

#[differentiable]
fn overwritten_while_read(a: &mut [f64], steps: usize) -> f64 {
    for _ in 0..steps {
        let n = a.len();
        for i in 1..n - 1 {
            a[i] = 0.5 * a[i] + 0.25 * (a[i - 1] * a[i + 1]);
        }
    }
    let mut sum = 0.0;
    for i in 0..a.len() {
        sum += a[i] * a[i];
    }
    sum
}
zoo! { overwritten_while_read(exclusive, fixed) -> scalar; at (vec![1.5, 2.0, -0.5, 3.0], 0), (vec![1.5, 2.0, -0.5, 3.0], 3) }

#[differentiable]
fn early_return_with_writes(a: &mut [f64], limit: f64) {
    for i in 0..a.len() {
        if a[i] > limit {
            a[i] = limit * limit;
            return;
        }
        a[i] *= a[i];
    }
}
zoo! { early_return_with_writes(exclusive, value) -> unit; at (vec![1.5, 2.5, 3.5, 0.5], 2.0), (vec![1.5, 0.5], 2.0) }

#[differentiable]
fn shadowed_slice(a: &[f64]) -> f64 {
    let a = &a[1..];
    let a = &a[..2];
    a[0] * a[1]
}
zoo! { shadowed_slice(shared) -> scalar; at (vec![1.5, 2.5, 3.5, 0.5],); is |_a: Vec<f64>| vec![0.0, 3.5, 2.5, 0.0] }

#[differentiable]
fn slice_of_arrays(points: &[[f64; 2]]) -> f64 {
    let mut total = 0.0;
    for i in 0..points.len() {
        let p = &points[i];
        let [x, y] = points[i];
        total += p[0] * y + x * x;
    }
    total
}
zoo! { slice_of_arrays(shared) -> scalar; at (vec![[1.5, 2.5], [3.5, 0.5]],), (vec![],) }

#[differentiable]
fn singles(a: &[f32], out: &mut [f32], k: f32) -> f32 {
    let mut sum = 0.0;
    for i in 0..a.len() {
        out[i] = a[i] * k;
        sum += out[i] * a[i];
    }
    sum
}
zoo! { singles(shared, exclusive, value) -> scalar; at (vec![1.5, 2.5], vec![3.5, 0.5], 0.75) }

#[differentiable]
fn guarded_length(a: &[f64], b: &[f64]) -> f64 {
    assert_eq!(a.len(), b.len(), "lengths differ");
    if a.is_empty() {
        return 0.0;
    }
    let mut sum = 0.0;
    for i in 0..a.len().min(b.len()) {
        sum += a[i] / b[i];
    }
    sum / a.len() as f64
}
zoo! { guarded_length(shared, shared) -> scalar; at (vec![1.5, 2.5], vec![3.5, 0.5]), (vec![], vec![]) }
