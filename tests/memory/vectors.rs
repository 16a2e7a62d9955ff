use autograd::differentiable;

#[differentiable]
fn pushed(x: f64, n: usize) -> f64 {
    let mut v = Vec::new();
    for i in 0..n {
        v.push(x * (i + 1) as f64);
    }
    let mut product = 1.0;
    for i in 0..v.len() {
        product *= v[i];
    }
    product
}
zoo! { pushed(value, fixed) -> scalar; at (1.5, 0), (1.5, 3) }

#[differentiable]
fn pushed_from_the_last(x: f64, n: usize) -> f64 {
    let mut v: Vec<f64> = Vec::with_capacity(n + 1);
    v.push(x);
    for _ in 0..n {
        let last = v[v.len() - 1];
        v.push(last * last * 0.5 + x);
    }
    v[v.len() - 1] * v[0]
}
zoo! { pushed_from_the_last(value, fixed) -> scalar; at (0.5, 0), (0.5, 4) }

#[differentiable]
fn stack_of_values(a: &[f64]) -> f64 {
    let mut stack = vec![];
    for x in a {
        if *x > 0.0 {
            stack.push(x * x);
        } else if let Some(top) = stack.pop() {
            stack.push(top * x);
        }
    }
    let mut sum = 0.0;
    while let Some(x) = stack.pop() {
        sum += x.sin();
    }
    sum
}
zoo! { stack_of_values(shared) -> scalar; at (vec![1.5, -2.0, 0.5, 0.25, -1.0],), (vec![-1.0],), (vec![],) }

#[differentiable]
fn reverse_polish(tokens: &[f64], ops: &[usize]) -> f64 {
    let mut stack: Vec<f64> = Vec::new();
    let mut next = 0;
    for op in ops {
        if *op == 0 {
            stack.push(tokens[next]);
            next += 1;
        } else {
            let b = stack.pop().unwrap();
            let a = stack.pop().expect("two operands");
            stack.push(if *op == 1 { a + b * b } else { a * b });
        }
    }
    stack.pop().unwrap()
}
zoo! { reverse_polish(shared, fixed_ref) -> scalar; at (vec![1.5, 2.0, 0.5], vec![0, 0, 1, 0, 2]) }

#[differentiable]
fn truncated(a: &[f64], n: usize) -> f64 {
    let mut v = a.to_vec();
    let before = v[v.len() - 1] * v[0];
    v.truncate(n);
    v.push(before * v[0]);
    v[n] + v[0]
}
zoo! { truncated(shared, fixed) -> scalar; at (vec![1.5, 2.0, 0.5], 1), (vec![1.5, 2.0, 0.5], 3) }

#[differentiable]
fn cleared_and_refilled(a: &[f64], rounds: usize) -> f64 {
    let mut v = Vec::new();
    let mut total = 0.0;
    for r in 0..rounds {
        v.clear();
        for x in a {
            v.push(x * (r + 1) as f64 + total);
        }
        total += v[0] * v[a.len() - 1];
    }
    total
}
zoo! { cleared_and_refilled(shared, fixed) -> scalar; at (vec![0.5, 0.25], 0), (vec![0.5, 0.25], 3) }

#[differentiable]
fn extended(a: &[f64], b: &[f64], x: f64) -> f64 {
    let mut v = a.to_vec();
    v.extend_from_slice(b);
    v.extend(b.iter().map(|y| y * x));
    v.extend(vec![x, x * x]);
    let mut sum = 0.0;
    for i in 0..v.len() {
        sum += v[i] * v[i] * (i + 1) as f64;
    }
    sum
}
zoo! { extended(shared, shared, value) -> scalar; at (vec![1.5, 2.0], vec![0.5], 0.25), (vec![], vec![], 2.0) }

#[differentiable]
fn inserted_and_removed(a: &[f64], x: f64) -> f64 {
    let mut v = a.to_vec();
    v.insert(1, x * v[0]);
    let gone = v.remove(0);
    v.insert(v.len(), gone * x);
    let swapped = v.swap_remove(0);
    v[0] * v[1] + swapped * v[v.len() - 1]
}
zoo! { inserted_and_removed(shared, value) -> scalar; at (vec![1.5, 2.0, 0.5], 0.75) }

#[differentiable]
fn resized(a: &[f64], n: usize, x: f64) -> f64 {
    let mut v = a.to_vec();
    v.resize(n, x * x);
    v[n - 1] *= v[0];
    v.resize(1, 0.0);
    let y = v[0];
    v.resize(3, y);
    v[0] * v[2]
}
zoo! { resized(shared, fixed, value) -> scalar; at (vec![1.5, 2.0], 4, 0.75), (vec![1.5, 2.0, 0.5], 1, 0.75) }

#[differentiable]
fn retained(a: &[f64], limit: f64) -> f64 {
    let mut v = a.to_vec();
    v.retain(|x| *x < limit);
    v.push(limit);
    let mut product = 1.0;
    for x in &v {
        product *= x;
    }
    product
}
zoo! { retained(shared, value) -> scalar; at (vec![1.5, 2.0, 0.5, 3.0], 1.75), (vec![], 1.0) }

#[differentiable]
fn split_off_and_appended(a: &[f64], k: usize) -> f64 {
    let mut v = a.to_vec();
    let mut tail = v.split_off(k);
    tail.reverse();
    tail.append(&mut v);
    let mut sum = tail.len() as f64 + v.len() as f64;
    for i in 0..tail.len() {
        sum += tail[i] * tail[i] * (i + 1) as f64;
    }
    sum
}
zoo! { split_off_and_appended(shared, fixed) -> scalar; at (vec![1.5, 2.0, 0.5], 1), (vec![1.5, 2.0, 0.5], 3) }

#[differentiable]
fn drained(a: &[f64], x: f64) -> f64 {
    let mut v = a.to_vec();
    let mut sum = 0.0;
    for y in v.drain(..) {
        sum += x * y * y;
    }
    v.push(sum);
    v[0] * x
}
zoo! { drained(shared, value) -> scalar; at (vec![1.5, 2.0, 0.5], 0.5), (vec![], 0.5) }

#[differentiable]
fn rows_pushed(x: f64, n: usize) -> f64 {
    let mut rows = Vec::new();
    for i in 0..n {
        rows.push([x, x * i as f64]);
    }
    let mut sum = 0.0;
    for [a, b] in &rows {
        sum += a * b;
    }
    sum
}
zoo! { rows_pushed(value, fixed) -> scalar; at (1.5, 0), (1.5, 3) }

#[differentiable]
fn pairs_pushed(a: &[f64]) -> f64 {
    let mut pairs = Vec::new();
    for i in 1..a.len() {
        pairs.push((a[i - 1], a[i] * a[i]));
    }
    let mut sum = 0.0;
    while let Some((x, y)) = pairs.pop() {
        sum = sum * x + y;
    }
    sum
}
zoo! { pairs_pushed(shared) -> scalar; at (vec![1.5, 2.0, 0.5],), (vec![1.0],) }

#[differentiable]
fn triangle(x: f64, n: usize) -> f64 {
    let mut rows: Vec<Vec<f64>> = Vec::new();
    for i in 0..n {
        let mut row = vec![x];
        for j in 0..i {
            let above = &rows[i - 1];
            row.push(above[j] * x + row[j]);
        }
        rows.push(row);
    }
    let mut sum = 0.0;
    for row in &rows {
        sum += row[row.len() - 1];
    }
    sum
}
zoo! { triangle(value, fixed) -> scalar; at (0.5, 0), (0.5, 1), (0.5, 4) }

#[differentiable]
fn out_parameter(a: &[f64], out: &mut Vec<f64>) {
    out[0] *= a[0];
    for x in a {
        out[1] += x * x;
    }
}
zoo! { out_parameter(shared, exclusive) -> unit; at (vec![1.5, 2.0], vec![1.0, 2.0]) }

#[differentiable]
fn grown_owned(mut v: Vec<f64>, x: f64) -> f64 {
    v.push(x);
    let n = v.len();
    v[n - 1] *= v[0];
    v.insert(0, x * x);
    let mut sum = 0.0;
    for y in v {
        sum += y * y;
    }
    sum
}
zoo! { grown_owned(value, value) -> scalar; at (vec![1.5, 2.0], 0.5) }

#[differentiable]
fn indices_and_values(a: &[f64], limit: f64) -> f64 {
    let mut chosen = Vec::new();
    for i in 0..a.len() {
        if a[i] > limit {
            chosen.push(i);
        }
    }
    let mut sum = 0.0;
    for i in chosen {
        sum += a[i] * a[i];
    }
    sum
}
zoo! { indices_and_values(shared, value) -> scalar; at (vec![1.5, 2.0, 0.5], 1.0), (vec![], 1.0) }

#[differentiable]
fn returned_vector(x: f64, n: usize) -> Vec<f64> {
    let mut v = Vec::new();
    for i in 0..n {
        v.push(x.powi(i as i32));
    }
    v
}
zoo! { returned_vector(value, fixed) -> other; at (1.5, 1), (1.5, 4) }

#[differentiable]
fn sums_of_prefixes(a: &[f64]) -> Vec<f64> {
    let mut sums = Vec::with_capacity(a.len());
    let mut sum = 0.0;
    for x in a {
        sum += x * x;
        sums.push(sum);
    }
    sums
}
zoo! { sums_of_prefixes(shared) -> other; at (vec![1.5, 2.0, 0.5],), (vec![],) }
