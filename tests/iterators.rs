//! Chains of iterators in differentiated functions, crossed with every companion and with central differences.
//!
//! The functions are written as a user might, not as clippy would.
#![allow(
    clippy::needless_range_loop,
    clippy::unnecessary_fold,
    clippy::explicit_iter_loop,
    clippy::map_clone,
    clippy::iter_skip_zero,
    reason = "the forms that lints discourage are forms that people write"
)]

#[macro_use]
#[path = "zoo/cross.rs"]
mod cross;

use autograd::differentiable;

#[differentiable]
fn mean_square(xs: &[f64]) -> f64 {
    xs.iter().map(|x| x * x).sum::<f64>() / xs.len() as f64
}
zoo! { mean_square(shared) -> scalar; at (vec![0.5, -1.0, 2.0],), (vec![3.0],);
is |xs: Vec<f64>| xs.iter().map(|x| 2.0 * x / xs.len() as f64).collect::<Vec<f64>>() }

#[differentiable]
fn distance(xs: &[f64], ys: &[f64]) -> f64 {
    xs.iter().zip(ys).map(|(&x, y)| (x - y).powi(2)).sum::<f64>().sqrt()
}
zoo! { distance(shared, shared) -> scalar; at (vec![0.5, -1.0, 2.0], vec![1.0, 2.0, 0.25]), (vec![1.0, 2.0], vec![3.0]) }

#[differentiable]
fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |acc, c| acc * x + c)
}
zoo! { polynomial(shared, value) -> scalar; at (vec![0.5, -1.0, 2.0], 1.5), (vec![], 2.0) }

#[differentiable]
fn log_sum_exp(xs: &[f64]) -> f64 {
    let m = xs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    m + xs.iter().map(|x| (x - m).exp()).sum::<f64>().ln()
}
zoo! { log_sum_exp(shared) -> scalar; at (vec![0.5, -1.0, 2.0],) }

#[differentiable]
fn enumerated(xs: &[f64], w: f64) -> f64 {
    let mut total = 0.0;
    for (i, x) in xs.iter().enumerate() {
        if i % 2 == 1 {
            continue;
        }
        total += w * x * i as f64;
        if total > 10.0 {
            break;
        }
    }
    total
}
zoo! { enumerated(shared, value) -> scalar; at (vec![0.5, -1.0, 2.0, 1.0, 3.0, 1.0, 2.0], 1.5), (vec![], 1.0) }

#[differentiable]
fn in_place(xs: &mut [f64], w: f64) -> f64 {
    for x in xs.iter_mut() {
        *x *= w;
    }
    for (x, k) in xs.iter_mut().zip([1.0, 2.0, 3.0]) {
        *x += k * w;
    }
    for (i, x) in xs.iter_mut().enumerate().rev() {
        *x = x.sin() * i as f64;
    }
    xs.iter().sum()
}
zoo! { in_place(exclusive, value) -> scalar; at (vec![0.5, -1.0, 2.0, 0.25], 1.5), (vec![], 1.0) }

#[differentiable]
fn by_reference_and_by_value(v: Vec<f64>, a: [f64; 3]) -> f64 {
    let mut s = 1.0;
    for x in &v {
        s += x;
    }
    for x in a {
        s *= x;
    }
    for x in v {
        s -= x * x;
    }
    s
}
zoo! { by_reference_and_by_value(value, value) -> scalar; at (vec![0.5, -1.0], [1.5, 2.0, 0.25]) }

#[differentiable]
fn filtered(xs: &[f64], limit: f64) -> f64 {
    let roots: f64 = xs.iter().filter(|x| **x > 0.0).map(|x| x.sqrt()).sum();
    let large: f64 = xs.iter().copied().filter(|&x| x > 1.0).map(|x| x * limit).product();
    roots * large
}
zoo! { filtered(shared, value) -> scalar; at (vec![0.5, -1.0, 2.0, 1.5], 1.5), (vec![-1.0], 1.0), (vec![], 1.0) }

#[differentiable]
fn roughness(xs: &[f64]) -> f64 {
    let neighbours = xs.iter().zip(xs.iter().skip(1)).map(|(a, b)| (b - a).powi(2)).sum::<f64>();
    let windows: f64 = xs.windows(3).map(|w| (w[0] - 2.0 * w[1] + w[2]).powi(2)).sum();
    neighbours + 0.5 * windows
}
zoo! { roughness(shared) -> scalar; at (vec![0.5, -1.0, 2.0, 1.5],), (vec![1.0],), (vec![],) }

#[differentiable]
fn rows(m: &[f64], d: usize) -> f64 {
    let exact: f64 = m.chunks_exact(d).map(|row| row.iter().sum::<f64>().powi(2)).sum();
    let all = m.chunks(d).map(|row| row[0] * row[row.len() - 1]).sum::<f64>();
    exact * all
}
zoo! { rows(shared, fixed) -> scalar; at (vec![0.5, -1.0, 2.0, 1.5, 3.0], 2), (vec![1.0, 2.0, 3.0], 3), (vec![], 2) }

#[differentiable]
fn rows_in_place(m: &mut [f64], w: &[f64]) {
    for (i, row) in m.chunks_exact_mut(w.len()).enumerate() {
        for (x, w) in row.iter_mut().zip(w) {
            *x = *x * w + i as f64;
        }
        row[0] *= row[1];
    }
}
zoo! { rows_in_place(exclusive, shared) -> unit; at (vec![0.5, -1.0, 2.0, 1.5, 3.0], vec![2.0, 0.5]) }

#[differentiable]
fn collected(xs: &[f64], w: f64) -> f64 {
    let ys: Vec<f64> = xs.iter().map(|x| (x * w).sin()).collect();
    let positive = ys.iter().filter(|y| **y > 0.0).map(|y| y.ln()).collect::<Vec<_>>();
    ys.iter().zip(&positive).map(|(a, b)| a * b).sum::<f64>() * positive.len() as f64
}
zoo! { collected(shared, value) -> scalar; at (vec![0.5, -1.0, 2.0, 0.25], 1.25), (vec![], 1.0) }

#[differentiable]
fn returned_vector(xs: &[f64], w: f64) -> Vec<f64> {
    xs.iter().rev().map(|x| x * w).collect()
}
zoo! { returned_vector(shared, value) -> other; at (vec![0.5, -1.0, 2.0], 1.25) }

#[differentiable]
fn captured_sums(xs: &[f64], out: &mut [f64]) -> f64 {
    let mut total = 0.0;
    let mut count = 0;
    xs.iter().for_each(|x| {
        total += x * x;
        count += 1;
    });
    out.iter_mut().zip(xs).for_each(|(o, x)| *o += total * x);
    total * count as f64
}
zoo! { captured_sums(shared, exclusive) -> scalar; at (vec![0.5, -1.0], vec![2.0, 0.25]) }

#[differentiable]
fn gathered(xs: &[f64], index: &[usize]) -> f64 {
    let by_range = (0..xs.len()).map(|i| xs[i] * i as f64).sum::<f64>();
    let by_index: f64 = index.iter().map(|&i| xs[i].exp()).sum();
    let inclusive = (1..=2).rev().map(|k| xs[k]).fold(1.0, |a, b| 2.0 * a + b);
    by_range * by_index + inclusive
}
zoo! { gathered(shared, fixed_ref) -> scalar; at (vec![0.5, -1.0, 2.0], vec![2, 0, 2]) }

#[differentiable]
fn first_ones(xs: &[f64]) -> f64 {
    let head: f64 = xs.iter().take_while(|x| **x > 0.0).map(|x| x * x).sum();
    let odd: f64 = xs.iter().skip(1).step_by(2).take(2).map(|x| x.cos()).sum();
    let back = xs.iter().rev().skip(1).take(2).enumerate().map(|(i, x)| x * (i + 1) as f64).sum::<f64>();
    head * odd + back
}
zoo! { first_ones(shared) -> scalar; at (vec![0.5, 1.0, -2.0, 1.5, 3.0, 0.75],), (vec![1.0, 2.0],), (vec![],) }

#[differentiable]
fn flattened(rows: &[[f64; 2]], tail: &[f64]) -> f64 {
    let squares = rows.iter().flat_map(|row| row.iter()).map(|x| x * x).sum::<f64>();
    let all: f64 = rows[0].iter().chain(tail).map(|x| x.sin()).sum();
    squares * all
}
zoo! { flattened(shared, shared) -> scalar; at (vec![[0.5, -1.0], [2.0, 1.5]], vec![0.25, 3.0]) }

#[differentiable]
fn matrix_vector(m: &[f64], v: &[f64]) -> f64 {
    let n = v.len();
    (0..n).map(|i| v[i] * (0..n).map(|j| m[i * n + j] * v[j]).sum::<f64>()).sum()
}
zoo! { matrix_vector(shared, shared) -> scalar; at (vec![0.5, -1.0, 2.0, 1.5], vec![0.25, 3.0]) }

#[differentiable]
fn tuples(points: &[(f64, f64)], w: f64) -> f64 {
    let (a, b) = points.iter().fold((0.0, 1.0), |(s, p), (x, y)| (s + w * x, p * y));
    let c: f64 = points.iter().map(|&(x, y)| x * y).sum();
    let mut d = 0.0;
    for (x, y) in points {
        d += x / y;
    }
    a * b + c * d
}
zoo! { tuples(shared, value) -> scalar; at (vec![(0.5, -1.0), (2.0, 1.5)], 0.75) }

#[differentiable]
fn arrays_from_fn(x: f64) -> f64 {
    let powers: [f64; 4] = std::array::from_fn(|i| x.powi(i as i32 + 1));
    powers.iter().zip(&powers[1..]).map(|(a, b)| a * b).sum()
}
zoo! { arrays_from_fn(value) -> scalar; at (0.75,) }

#[differentiable]
fn searched(xs: &[f64], w: f64) -> f64 {
    let square = |v: f64| v * w;
    let large = xs.iter().any(|x| square(*x) > 2.0);
    let small = xs.iter().all(|x| *x < 100.0);
    let count = xs.iter().filter(|x| **x > 0.0).count();
    if large && small { w * xs[0] * count as f64 } else { w * w }
}
zoo! { searched(shared, value) -> scalar; at (vec![0.5, 3.0], 1.5), (vec![0.5], 1.5) }

#[differentiable]
fn folded_arrays(xs: &[f64]) -> f64 {
    let moments = xs.iter().fold([0.0, 0.0], |mut m, x| {
        m[0] += x;
        m[1] += x * x;
        m
    });
    moments[1] - moments[0] * moments[0]
}
zoo! { folded_arrays(shared) -> scalar; at (vec![0.5, 3.0, -1.0],) }

#[differentiable]
fn in_single_precision(xs: &[f32]) -> f32 {
    xs.iter().map(|x| x * x).sum::<f32>()
}
zoo! { in_single_precision(shared) -> scalar; at (vec![0.5f32, 3.0, -1.0],) }

#[differentiable]
fn over_types<T: autograd::Real>(xs: &[T]) -> T {
    let mut total = T::zero();
    for (i, &x) in xs.iter().enumerate() {
        total += x * T::from_f64(i as f64);
    }
    total
}

#[differentiable]
fn over_types_at_f64(xs: &[f64]) -> f64 {
    over_types(xs)
}
zoo! { over_types_at_f64(shared) -> scalar; at (vec![0.5, 3.0, -1.0],) }

#[differentiable]
fn helpers_by_path(xs: &[f64]) -> f64 {
    xs.iter().copied().map(f64::sin).map(square).sum()
}
zoo! { helpers_by_path(shared) -> scalar; at (vec![0.5, 3.0, -1.0],) }

#[differentiable]
fn square(x: f64) -> f64 {
    x * x
}

#[differentiable]
fn jumps_under_a_filter(xs: &[f64], limit: f64) -> f64 {
    let mut total = 0.0;
    for (i, x) in xs.iter().enumerate().filter(|(i, x)| i % 2 == 0 && **x > 0.0) {
        if total > 5.0 {
            break;
        }
        if *x > 50.0 {
            return limit * x;
        }
        total += x * x * i as f64;
    }
    total * limit
}
zoo! { jumps_under_a_filter(shared, value) -> scalar;
at (vec![0.5, 3.0, 2.0, 1.0, 3.0, 2.0, 7.0], 1.5), (vec![0.5, 3.0, 60.0, 1.0], 1.5), (vec![], 1.0) }

#[differentiable]
fn nested_vectors(rows: &Vec<Vec<f64>>, w: f64) -> f64 {
    let mut total = 0.0;
    for row in rows {
        for (a, b) in row.iter().zip(row.iter().rev()) {
            total += a * b * w;
        }
    }
    let sums: Vec<f64> = rows.iter().map(|row| row.iter().map(|x| x * x).sum::<f64>()).collect();
    total + sums.iter().product::<f64>()
}
zoo! { nested_vectors(shared, value) -> scalar; at (vec![vec![0.5, 3.0], vec![1.5], vec![2.0, 0.25, 1.0]], 0.75) }

#[differentiable]
fn tuples_in_place(points: &mut [(f64, f64)], w: f64) {
    for p in points.iter_mut() {
        p.0 *= w;
        p.1 += p.0;
    }
    for (x, y) in points.iter_mut() {
        *x *= *y;
    }
}
zoo! { tuples_in_place(exclusive, value) -> unit; at (vec![(0.5, 3.0), (1.5, -1.0)], 0.75) }

#[differentiable]
fn collected_tuples(xs: &[f64]) -> f64 {
    let pairs: Vec<(f64, f64)> = xs.iter().map(|&x| (x.sin(), x * x)).collect();
    let mut total = 0.0;
    for _ in 0..2 {
        let scaled: Vec<f64> = pairs.iter().map(|(a, b)| a * b + total).collect();
        total += scaled.iter().sum::<f64>();
    }
    total
}
zoo! { collected_tuples(shared) -> scalar; at (vec![0.5, 3.0],) }

#[differentiable]
fn constants_and_counts(xs: &[f64], x: f64) -> f64 {
    let weighted: f64 = [0.25, 0.5, 1.0].iter().zip(xs).map(|(w, v)| w * v).sum();
    let repeated: f64 = (0..3).map(|_| x).sum();
    let largest = xs.iter().map(|v| v.abs()).fold(0.0, |a: f64, b| a.max(b));
    let squares = xs.iter().zip(1..).map(|(v, k)| v * k as f64).inspect(|v| assert!(v.is_finite())).sum::<f64>();
    weighted * repeated + largest * squares
}
zoo! { constants_and_counts(shared, value) -> scalar; at (vec![0.5, -3.0, 1.0, 2.0], 1.25) }

#[differentiable]
fn closures_in_conditions(xs: &[f64], limit: f64) -> f64 {
    let at = |i: usize| xs[i] * xs[i];
    let mut i = 0;
    while i < xs.len() && at(i) < limit {
        i += 1;
    }
    let tail: f64 = xs[..i].iter().map(|x| x * limit).sum();
    match at(0) {
        v if v > 0.1 => tail * v,
        _ => tail,
    }
}
zoo! { closures_in_conditions(shared, value) -> scalar; at (vec![0.5, 1.0, 3.0], 2.0), (vec![0.1, 1.0], 2.0) }

#[derive(Clone, Debug, PartialEq, autograd::Differentiable)]
struct Layer {
    weights: Vec<f64>,
    bias: f64,
}

#[differentiable]
fn of_a_field(layer: &Layer, xs: &[f64]) -> f64 {
    let dot = layer.weights.iter().zip(xs).map(|(w, x)| w * x).sum::<f64>();
    (dot + layer.bias).tanh()
}

#[test]
fn fields_are_sequences() {
    let layer = Layer { weights: vec![0.5, -1.0], bias: 0.25 };
    let (d_layer, d_xs) = of_a_field_grad(&layer, &[2.0, 0.5]);
    let slope = 1.0 - 0.75f64.tanh().powi(2);
    let close = |a: &[f64], b: [f64; 2]| a.iter().zip(b).all(|(a, b)| (a - slope * b).abs() < 1e-15);
    assert!(close(&d_layer.weights, [2.0, 0.5]) && close(&d_xs, [0.5, -1.0]), "{d_layer:?} {d_xs:?}");
}
