use autograd::differentiable;

#[differentiable]
fn owned(v: Vec<f64>) -> f64 {
    v[0] * v[1]
}
zoo! { owned(value) -> scalar; at (vec![1.5, 2.5],); is |v: Vec<f64>| vec![v[1], v[0]] }

#[differentiable]
fn reference(v: &Vec<f64>) -> f64 {
    let mut sum = 0.0;
    for i in 0..v.len() {
        sum += v[i].exp();
    }
    sum
}
zoo! { reference(shared) -> scalar; at (vec![1.5, 0.5],), (vec![],); is |v: Vec<f64>| v.iter().map(|x| x.exp()).collect::<Vec<_>>() }

#[differentiable]
fn mutated_owned(mut v: Vec<f64>) -> f64 {
    for i in 0..v.len() {
        v[i] *= v[0];
    }
    v[v.len() - 1]
}
zoo! { mutated_owned(value) -> scalar; at (vec![1.5, 2.5],), (vec![2.0],) }

#[differentiable]
fn workspace_vec(a: &[f64]) -> f64 {
    let n = a.len();
    let mut sums = vec![0.0; n + 1];
    for i in 0..n {
        sums[i + 1] = sums[i] + a[i] * a[i];
    }
    let mut total = 0.0;
    for i in 0..=n {
        total += sums[i] * sums[n - i];
    }
    total
}
zoo! { workspace_vec(shared) -> scalar; at (vec![1.5, 2.5, -0.5],), (vec![],) }

#[differentiable]
fn vec_literal(x: f64, y: f64) -> f64 {
    let v = vec![x, y, x * y];
    v[0] + v[1] * v[2]
}
zoo! { vec_literal(value, value) -> scalar; at (1.5, 2.5); is |x: f64, y: f64| (1.0 + y * y, 2.0 * x * y) }

#[differentiable]
fn vec_of_active(x: f64, n: usize) -> f64 {
    let mut v = vec![x.sin(); n];
    v[0] += 1.0;
    let mut product = 1.0;
    for i in 0..n {
        product *= v[i];
    }
    product
}
zoo! { vec_of_active(value, fixed) -> scalar; at (1.5, 1), (1.5, 4) }

#[differentiable]
fn vec_of_arrays(x: f64, n: usize) -> f64 {
    let mut rows = vec![[0.0; 2]; n];
    for i in 0..n {
        rows[i][0] = x * i as f64;
        rows[i][1] = rows[i][0].sin();
    }
    let mut sum = 0.0;
    for i in 0..n {
        sum += rows[i][0] * rows[i][1];
    }
    sum
}
zoo! { vec_of_arrays(value, fixed) -> scalar; at (1.5, 0), (1.5, 3) }

#[differentiable]
fn vec_of_vecs(x: f64, n: usize) -> f64 {
    let mut m = vec![vec![0.0; n]; n];
    for i in 0..n {
        for j in 0..n {
            m[i][j] = x.powi((i + j) as i32);
        }
    }
    m[0][n - 1] * m[n - 1][n - 1]
}
zoo! { vec_of_vecs(value, fixed) -> scalar; at (1.5, 3) }

#[differentiable]
fn rows_of_a_reference(m: &[Vec<f64>], v: &[f64]) -> f64 {
    let mut total = 0.0;
    for i in 0..m.len() {
        let row = &m[i];
        for j in 0..row.len() {
            total += row[j] * v[j] * m[i][j];
        }
    }
    total
}
zoo! { rows_of_a_reference(shared, shared) -> scalar; at (vec![vec![1.5, 2.5], vec![0.5, -1.0], vec![]], vec![2.0, 3.0]) }

#[differentiable]
fn vec_in_loop(x: f64, n: usize) -> f64 {
    let mut y = x;
    for i in 0..n {
        let mut w = vec![y; i + 1];
        for j in 1..w.len() {
            w[j] = w[j - 1].sin() * x;
        }
        y = w[i] + 0.5;
    }
    y
}
zoo! { vec_in_loop(value, fixed) -> scalar; at (1.5, 0), (1.5, 4) }

#[differentiable]
fn annotated_vec(x: f32, n: usize) -> f32 {
    let mut w: Vec<f32> = vec![1.0; n];
    w[n - 1] = x;
    w[0] * w[n - 1] * x
}
zoo! { annotated_vec(value, fixed) -> scalar; at (1.5, 1), (1.5, 2) }

#[differentiable]
fn dynamic_programming(costs: &[f64], n: usize) -> f64 {
    let mut best = vec![0.0; n * n];
    for i in 0..n {
        for j in 0..n {
            let cost = costs[i * n + j];
            best[i * n + j] = if i == 0 && j == 0 {
                cost
            } else if i == 0 {
                best[j - 1] + cost
            } else if j == 0 {
                best[(i - 1) * n] + cost
            } else {
                best[(i - 1) * n + j].min(best[i * n + j - 1]) + cost * cost
            };
        }
    }
    best[n * n - 1]
}
zoo! { dynamic_programming(shared, fixed) -> scalar; at (vec![1.0, 2.0, 0.5, 1.5, 0.25, 3.0, 0.75, 1.25, 2.5], 3) }

#[differentiable]
fn vec_passed_on(v: &mut Vec<f64>, x: f64) {
    let w = v;
    w[0] *= x;
    w[1] += w[0];
}
zoo! { vec_passed_on(exclusive, value) -> unit; at (vec![1.5, 2.5], 3.0) }

#[differentiable]
fn counts(a: &[f64], k: usize) -> f64 {
    let mut hits = vec![0_usize; k];
    let mut sum = 0.0;
    for i in 0..a.len() {
        let bin = i % k;
        hits[bin] += 1;
        sum += a[i] * hits[bin] as f64;
    }
    sum
}
zoo! { counts(shared, fixed) -> scalar; at (vec![1.5, 2.5, 0.5, 1.0, -1.0], 2); is |_a: Vec<f64>, _k: usize| vec![1.0, 1.0, 2.0, 2.0, 3.0] }
