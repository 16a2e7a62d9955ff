//! Adaptors and consumers of iterators.

use autograd::differentiable;

#[differentiable]
fn skip_while(xs: &[f64], w: f64) -> f64 {
    xs.iter().skip_while(|x| **x < 1.0).map(|x| x * w).sum::<f64>()
}
zoo! { skip_while(shared, value) -> scalar; at (vec![0.5, 2.0, 0.25, 3.0], 1.5), (vec![0.5], 1.5), (vec![], 1.5) }

#[differentiable]
fn map_while(xs: &[f64]) -> f64 {
    xs.iter().map_while(|x| if *x > 0.0 { Some(x.sqrt()) } else { None }).product()
}
zoo! { map_while(shared) -> scalar; at (vec![0.5, 2.0, -0.25, 3.0],), (vec![0.5],), (vec![],) }

#[differentiable]
fn filter_map(xs: &[f64], w: f64) -> f64 {
    let roots: Vec<f64> = xs.iter().filter_map(|&x| (x > 0.0).then(|| (x * w).sqrt())).collect();
    roots.iter().map(|r| r * r * r).sum::<f64>() * roots.len() as f64
}
zoo! { filter_map(shared, value) -> scalar; at (vec![0.5, 2.0, -0.25, 3.0], 1.5), (vec![-0.5], 1.5), (vec![], 1.5) }

#[differentiable]
fn scan(xs: &[f64], decay: f64) -> f64 {
    xs.iter()
        .scan(0.0, |state, x| {
            *state = *state * decay + x;
            Some(*state)
        })
        .map(|s| s * s)
        .sum()
}
zoo! { scan(shared, value) -> scalar; at (vec![0.5, 2.0, -0.25, 3.0], 0.75), (vec![], 1.5) }

#[differentiable]
fn scan_that_ends(xs: &[f64]) -> f64 {
    let sums: Vec<f64> = xs
        .iter()
        .scan(1.0, |left, x| {
            *left -= x * x;
            if *left < 0.0 { None } else { Some(*left * x) }
        })
        .collect();
    sums.iter().sum::<f64>()
}
zoo! { scan_that_ends(shared) -> scalar; at (vec![0.5, 0.25, 0.125, 3.0, 0.1],), (vec![],) }

#[differentiable]
fn flatten(rows: &[Vec<f64>], w: f64) -> f64 {
    rows.iter().flatten().map(|x| x * x * w).sum()
}
zoo! { flatten(shared, value) -> scalar; at (vec![vec![0.5, 2.0], vec![], vec![3.0]], 0.75) }

#[differentiable]
fn flat_map_over_ranges(xs: &[f64], n: usize) -> f64 {
    (0..n).flat_map(|i| (0..i).map(move |j| (i, j))).map(|(i, j)| xs[i] * xs[j]).sum()
}
zoo! { flat_map_over_ranges(shared, fixed) -> scalar; at (vec![0.5, 2.0, -0.25, 3.0], 4) }

#[differentiable]
fn cycle(xs: &[f64], ys: &[f64]) -> f64 {
    let a: f64 = xs.iter().cycle().take(5).map(|x| x * x).sum();
    let b: f64 = ys.iter().zip(xs.iter().cycle()).map(|(y, x)| y * x).sum();
    a + b * b
}
zoo! { cycle(shared, shared) -> scalar; at (vec![0.5, 2.0], vec![1.0, 2.0, 3.0]), (vec![], vec![1.0]) }

#[differentiable]
fn last_and_nth(xs: &[f64], k: usize) -> f64 {
    let last = xs.iter().last().copied().unwrap_or(1.0);
    let third = *xs.iter().nth(k).unwrap_or(&2.0);
    let next = xs.iter().map(|x| x * x).next().unwrap_or(0.5);
    last * third + next * xs.iter().skip(1).map(|x| x.sin()).last().unwrap_or(last)
}
zoo! { last_and_nth(shared, fixed) -> scalar; at (vec![0.5, 2.0, 3.0], 1), (vec![0.5], 2), (vec![], 0) }

#[differentiable]
fn reduce(xs: &[f64], w: f64) -> Option<f64> {
    let largest = xs.iter().copied().reduce(f64::max)?;
    let mixed = xs.iter().map(|x| x * w).reduce(|a, b| a * b + w)?;
    Some(largest * mixed)
}
zoo! { reduce(shared, value) -> wrapped; at (vec![0.5, 2.0, 1.0], 1.5), (vec![0.5], 1.5), (vec![], 1.5) }

#[differentiable]
fn extremes(xs: &[f64]) -> f64 {
    let low = xs.iter().min_by(|a, b| a.partial_cmp(b).unwrap()).unwrap();
    let high = xs.iter().copied().max_by(|a, b| a.total_cmp(b)).unwrap();
    let (at, most) = xs.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).unwrap();
    low * high + *most * at as f64
}
zoo! { extremes(shared) -> scalar; at (vec![0.5, 2.0, -1.0, 1.0],), (vec![0.5],) }

#[differentiable]
fn by_function(xs: &[f64]) -> f64 {
    let low = xs.iter().copied().min_by(f64::total_cmp).unwrap_or(f64::NAN);
    low * xs.iter().copied().fold(f64::NEG_INFINITY, f64::max) - xs.iter().copied().fold(f64::INFINITY, |a, b| a.min(b))
}
zoo! { by_function(shared) -> scalar; at (vec![0.5, 2.0, -1.0, 1.0],), (vec![0.5],) }

#[differentiable]
fn found(xs: &[f64], limit: f64) -> f64 {
    let place = xs.iter().position(|x| *x > 1.0);
    let value = xs.iter().find(|x| **x > 1.0).copied().unwrap_or(limit);
    let mapped = xs.iter().find_map(|x| if *x > 1.0 { Some(x * limit) } else { None }).unwrap_or(0.5);
    match place {
        Some(i) => value * xs[i] * mapped,
        None => value * value,
    }
}
zoo! { found(shared, value) -> scalar; at (vec![0.5, 2.0, 3.0], 1.5), (vec![0.5], 1.5), (vec![], 1.5) }

#[differentiable]
fn unzip(xs: &[f64], w: f64) -> f64 {
    let (squares, sines): (Vec<f64>, Vec<f64>) = xs.iter().map(|x| (x * x, (x * w).sin())).unzip();
    squares.iter().zip(&sines).map(|(a, b)| a * b).sum()
}
zoo! { unzip(shared, value) -> scalar; at (vec![0.5, 2.0, 3.0], 1.5), (vec![], 1.5) }

#[differentiable]
fn partition(xs: &[f64], w: f64) -> f64 {
    let (low, high): (Vec<f64>, Vec<f64>) = xs.iter().partition(|x| **x < 1.0);
    low.iter().sum::<f64>() * w - high.iter().product::<f64>()
}
zoo! { partition(shared, value) -> scalar; at (vec![0.5, 2.0, 3.0], 1.5), (vec![], 1.5) }

#[differentiable]
fn chunk_sums(xs: &[f64], n: usize) -> f64 {
    let sums: Vec<f64> = xs.chunks(n).map(|c| c.iter().sum::<f64>()).collect();
    let products = xs.chunks_exact(n).map(|c| c.iter().product::<f64>()).sum::<f64>();
    let steps: f64 = xs.windows(2).map(|w| (w[1] - w[0]).powi(2)).sum();
    sums.iter().map(|s| s * s).sum::<f64>() + products * steps
}
zoo! { chunk_sums(shared, fixed) -> scalar; at (vec![0.5, 2.0, 3.0, 1.0, -0.5], 2), (vec![0.5], 3), (vec![], 1) }

#[differentiable]
fn destructured_windows(xs: &[f64]) -> f64 {
    xs.windows(3)
        .map(|w| {
            let [a, b, c] = w else { return 0.0 };
            a * b - c
        })
        .sum()
}
zoo! { destructured_windows(shared) -> scalar; at (vec![0.5, 2.0, 3.0, 1.0, -0.5],) }

#[differentiable]
fn reversed(xs: &[f64]) -> f64 {
    let mut v: Vec<f64> = xs.iter().rev().map(|x| x * x).collect();
    for (i, x) in v.iter_mut().rev().enumerate() {
        *x *= i as f64;
    }
    let horner = xs.iter().rev().fold(0.0, |acc, c| acc * 0.5 + c);
    let pairs: f64 = xs.iter().zip(xs.iter().rev()).rev().map(|(a, b)| a * b * b).sum();
    let chunks: f64 = xs.chunks(2).rev().enumerate().map(|(i, c)| c[0] * (i + 1) as f64).sum();
    horner * v.iter().sum::<f64>() + pairs + chunks
}
zoo! { reversed(shared) -> scalar; at (vec![0.5, 2.0, 3.0],), (vec![],) }

#[differentiable]
fn chains(xs: &[f64], ys: &[f64], x: f64) -> f64 {
    let a: f64 = xs.iter().chain(ys.iter()).copied().sum();
    let b: f64 = xs.iter().chain(std::iter::once(&x)).map(|v| v * v).sum();
    let all: Vec<f64> = ys.iter().chain(xs).map(|v| v * x).collect();
    a * b + all[0]
}
zoo! { chains(shared, shared, value) -> scalar; at (vec![0.5, 2.0], vec![1.0, 2.0, 3.0], 1.5) }

#[differentiable]
fn sources(x: f64, n: usize) -> f64 {
    let repeated: f64 = std::iter::repeat(x).take(n).map(|v| v * v).sum();
    let three: f64 = std::iter::repeat_n(x, 3).chain(std::iter::once(2.0 * x)).product();
    let held: f64 = Some(x * x).iter().chain(&[x]).map(|v| v.sin()).sum();
    repeated * three + held
}
zoo! { sources(value, fixed) -> scalar; at (2.5, 2), (1.5, 0) }

#[differentiable]
fn nested_closures(xs: &[f64], w: f64) -> f64 {
    let scale = |k: f64| move |x: f64| x * k * w;
    let by_two = scale(2.0);
    let twice = |x: f64| {
        let inner = |y: f64| y * x;
        inner(x) + inner(w)
    };
    xs.iter().map(|x| twice(*x) + xs.iter().map(|y| twice(*y) * x).sum::<f64>()).sum::<f64>() + by_two(w)
}
zoo! { nested_closures(shared, value) -> scalar; at (vec![0.5, 2.0], 1.5) }

#[differentiable]
fn nested_sums(m: &[Vec<f64>]) -> f64 {
    m.iter()
        .enumerate()
        .map(|(i, row)| row.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, v)| v.abs()).sum::<f64>())
        .fold(0.0, f64::max)
}
zoo! { nested_sums(shared) -> scalar; at (vec![vec![0.5, 2.0], vec![-3.0, 1.0]],) }

#[differentiable]
fn while_let_next(xs: &[f64]) -> f64 {
    let mut total = 0.0;
    for pair in xs.chunks_exact(2).filter(|p| p[0] > p[1]) {
        total += pair[0] * pair[1];
    }
    total
}
zoo! { while_let_next(shared) -> scalar; at (vec![0.5, 0.25, 1.0, 2.0],) }

#[differentiable]
fn average(xs: Vec<f64>) -> f64 {
    let n = xs.iter().count() as f64;
    let mean = xs.iter().sum::<f64>() / n;
    xs.into_iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n
}
zoo! { average(value) -> scalar; at (vec![0.5, 0.25, 1.0],) }

#[differentiable]
fn extended(xs: &[f64], w: f64) -> f64 {
    let mut v = Vec::with_capacity(xs.len());
    v.extend(xs.iter().map(|x| x * w));
    v.extend_from_slice(xs);
    v.retain(|x| *x > 0.0);
    v.iter().product()
}
zoo! { extended(shared, value) -> scalar; at (vec![0.5, -0.25, 1.0], 1.5) }

#[differentiable]
fn arrays_mapped(a: [f64; 3], w: f64) -> [f64; 3] {
    let squares = a.map(|x| x * x * w);
    let total: f64 = squares.iter().sum();
    squares.map(|s| s / total)
}
zoo! { arrays_mapped(value, value) -> other; at ([0.5, -0.25, 1.0], 1.5) }

#[differentiable]
fn more_sources(xs: &[f64], n: usize) -> f64 {
    let every: f64 = xs.iter().skip(1).step_by(2).cloned().map(|x| x * x).sum();
    let some: f64 = xs.iter().enumerate().skip(n).take(2).map(|(i, x)| x * i as f64).sum();
    let rest: f64 = xs[n..].iter().rev().take(2).product();
    every * some + rest
}
zoo! { more_sources(shared, fixed) -> scalar; at (vec![0.5, -0.25, 1.0, 2.0], 1), (vec![0.5, 3.0], 1), (vec![], 0) }

#[differentiable]
fn more_sources_in_place(xs: &mut [f64], w: f64) {
    for (i, chunk) in xs.chunks_mut(2).enumerate() {
        let first = chunk[0];
        for x in chunk.iter_mut().skip(1) {
            *x += first * w * i as f64;
        }
        chunk[0] *= w;
    }
}
zoo! { more_sources_in_place(exclusive, value) -> unit; at (vec![0.5, -0.25, 1.0, 2.0, 3.0], 1.5), (vec![], 1.5) }

#[differentiable]
fn collected_in_order(rows: &[Vec<f64>], w: f64) -> Vec<f64> {
    let scaled: Vec<f64> = rows.iter().flat_map(|row| row.iter().map(|x| x * w)).collect();
    let positive: Vec<f64> = rows.iter().flatten().copied().filter(|x| *x > 0.0).collect();
    scaled.iter().zip(positive.iter().cycle()).map(|(a, b)| a * b).collect()
}
zoo! { collected_in_order(shared, value) -> other; at (vec![vec![0.5, -0.25], vec![], vec![1.0]], 1.5), (vec![], 1.5) }

#[differentiable]
fn popped_and_mapped(xs: &[f64], w: f64) -> f64 {
    let mut stack = xs.to_vec();
    let first = stack.pop().map(|x| x * w).unwrap_or(w);
    let second = stack.pop().filter(|x| *x > 0.0).map_or(first, |x| x * first);
    second + stack.len() as f64 * w
}
zoo! { popped_and_mapped(shared, value) -> scalar; at (vec![0.5, 2.0, 3.0], 1.5), (vec![2.0], 1.5), (vec![], 1.5) }
