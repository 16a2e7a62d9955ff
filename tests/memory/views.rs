use autograd::differentiable;

#[differentiable]
fn halves(a: &[f64]) -> f64 {
    let (left, right) = a.split_at(a.len() / 2);
    let mut sum = 0.0;
    for i in 0..left.len() {
        sum += left[i] * right[i];
    }
    sum
}
zoo! { halves(shared) -> scalar; at (vec![1.5, 2.0, -0.5, 3.0],), (vec![],) }

#[differentiable]
fn halves_written(a: &mut [f64], x: f64) {
    let (left, right) = a.split_at_mut(2);
    for i in 0..right.len() {
        right[i] *= left[i] * x;
    }
    left[0] += right[0];
}
zoo! { halves_written(exclusive, value) -> unit; at (vec![1.5, 2.0, -0.5, 3.0], 0.75) }

#[differentiable]
fn split_twice(a: &mut [f64], k: usize) -> f64 {
    let (head, tail) = a.split_at_mut(k);
    let (middle, last) = tail.split_at_mut(1);
    middle[0] = head[0] * last[0];
    last[0] = middle[0].sin() * head[0];
    middle[0] + last[0] * last[0]
}
zoo! { split_twice(exclusive, fixed) -> scalar; at (vec![1.5, 2.0, -0.5], 1) }

#[differentiable]
fn split_in_a_loop(a: &mut [f64], n: usize) {
    for k in 1..n {
        let (done, rest) = a.split_at_mut(k);
        let mut sum = 0.0;
        for x in done.iter() {
            sum += x * x;
        }
        rest[0] = rest[0] * sum.sqrt();
    }
}
zoo! { split_in_a_loop(exclusive, fixed) -> unit; at (vec![1.5, 2.0, -0.5, 3.0], 4), (vec![1.5], 1) }

#[differentiable]
fn split_of_a_local(x: f64, n: usize) -> f64 {
    let mut work = vec![x; n];
    {
        let (a, b) = work.split_at_mut(n / 2);
        a[0] = x * x;
        b[0] = a[0] * x + b[0];
    }
    work[0] * work[n / 2]
}
zoo! { split_of_a_local(value, fixed) -> scalar; at (1.5, 2), (0.5, 5) }

#[differentiable]
fn ends_of_a_slice(a: &[f64]) -> f64 {
    let first = a.first().unwrap();
    let last = a.last().unwrap();
    first * first * *last
}
zoo! { ends_of_a_slice(shared) -> scalar; at (vec![1.5, 2.0, -0.5],), (vec![3.0],) }

#[differentiable]
fn first_if_there_is_one(a: &[f64], x: f64) -> f64 {
    if let Some(first) = a.first() { first * x } else { x * x }
}
zoo! { first_if_there_is_one(shared, value) -> scalar; at (vec![1.5, 2.0], 0.5), (vec![], 0.5) }

#[differentiable]
fn last_mut_doubled(a: &mut [f64], x: f64) {
    if let Some(last) = a.last_mut() {
        *last = *last * x + x;
    }
    if let Some(first) = a.first_mut() {
        *first *= 2.0;
    }
}
zoo! { last_mut_doubled(exclusive, value) -> unit; at (vec![1.5, 2.0], 0.5), (vec![3.0], 0.25), (vec![], 0.5) }

#[differentiable]
fn elements_got(a: &[f64], i: usize) -> f64 {
    let here = a.get(i).copied().unwrap_or(1.0);
    let next = match a.get(i + 1) {
        Some(next) => *next * here,
        None => here.exp(),
    };
    here + next
}
zoo! { elements_got(shared, fixed) -> scalar; at (vec![1.5, 2.0, 0.5], 0), (vec![1.5, 2.0, 0.5], 2), (vec![1.5], 7) }

#[differentiable]
fn ranges_got(a: &[f64], i: usize) -> f64 {
    match a.get(i..i + 2) {
        Some(pair) => pair[0] * pair[1],
        None => a[0] * a[0],
    }
}
zoo! { ranges_got(shared, fixed) -> scalar; at (vec![1.5, 2.0, 0.5], 1), (vec![1.5, 2.0, 0.5], 2) }

#[differentiable]
fn got_and_written(a: &mut [f64], i: usize, x: f64) {
    if let Some(e) = a.get_mut(i) {
        *e += x * x;
    }
}
zoo! { got_and_written(exclusive, fixed, value) -> unit; at (vec![1.5, 2.0], 1, 0.5), (vec![1.5, 2.0], 2, 0.5) }

#[differentiable]
fn first_and_rest(a: &[f64]) -> f64 {
    match a.split_first() {
        Some((first, rest)) => {
            let mut sum = 0.0;
            for x in rest {
                sum += first * x;
            }
            sum
        }
        None => 0.0,
    }
}
zoo! { first_and_rest(shared) -> scalar; at (vec![1.5, 2.0, 0.5],), (vec![1.5],), (vec![],) }

#[differentiable]
fn last_and_rest(a: &mut [f64]) -> f64 {
    let Some((last, rest)) = a.split_last_mut() else { return 0.0 };
    for x in rest.iter_mut() {
        *x *= *last;
    }
    *last *= rest[0];
    *last
}
zoo! { last_and_rest(exclusive) -> scalar; at (vec![1.5, 2.0, 0.5],), (vec![],) }

#[differentiable]
fn chunk_of_three(a: &[f64]) -> f64 {
    let Some(&[x, y, z]) = a.first_chunk::<3>() else { return 1.0 };
    x * y + y * z
}
zoo! { chunk_of_three(shared) -> scalar; at (vec![1.5, 2.0, 0.5, 7.0],), (vec![1.5, 2.0],) }

#[differentiable]
fn last_chunk_of_two(a: &[f64], x: f64) -> f64 {
    match a.last_chunk::<2>() {
        Some([u, v]) => u * v * x,
        None => x,
    }
}
zoo! { last_chunk_of_two(shared, value) -> scalar; at (vec![1.5, 2.0, 0.5], 3.0), (vec![1.5], 3.0) }

#[differentiable]
fn array_of_a_slice(a: &[f64], i: usize) -> f64 {
    let p: [f64; 3] = a[3 * i..3 * i + 3].try_into().unwrap();
    p[0] * p[1] + p[2].sin()
}
zoo! { array_of_a_slice(shared, fixed) -> scalar; at (vec![1.5, 2.0, 0.5, 1.0, -1.0, 0.25], 1) }

#[differentiable]
fn slice_patterns(a: &[f64]) -> f64 {
    match a {
        [] => 0.0,
        [x] => x * x,
        [first, .., last] => first * last,
    }
}
zoo! { slice_patterns(shared) -> scalar; at (vec![1.5, 2.0, 0.5],), (vec![1.5],), (vec![],) }

#[differentiable]
fn rest_of_a_slice(a: &[f64]) -> f64 {
    let [x, rest @ ..] = a else { return 1.0 };
    let mut sum = *x;
    for y in rest {
        sum += x * y * y;
    }
    sum
}
zoo! { rest_of_a_slice(shared) -> scalar; at (vec![1.5, 2.0, 0.5],), (vec![1.5],), (vec![],) }

#[differentiable]
fn middle_of_an_array(a: [f64; 4]) -> f64 {
    let [x, middle @ .., y] = a;
    x * middle[0] + y * middle[1]
}
zoo! { middle_of_an_array(value) -> scalar; at ([1.5, 2.0, -0.5, 3.0],); is |a: [f64; 4]| [a[1], a[0], a[3], a[2]] }

#[differentiable]
fn reborrowed(a: &mut [f64], x: f64) {
    let b = &mut *a;
    b[0] *= x;
    let c = &mut b[1..];
    let d = &mut c[0];
    *d += x * x;
    a[1] *= a[0];
}
zoo! { reborrowed(exclusive, value) -> unit; at (vec![1.5, 2.0, 0.5], 3.0) }

#[differentiable]
fn references_to_elements(a: &[f64], x: f64) -> f64 {
    let mut v = a.to_vec();
    let p = &mut v[1];
    *p += x;
    *p *= *p;
    let q = &mut v[0];
    *q = *q * x;
    let r = &v[0];
    r * v[1]
}
zoo! { references_to_elements(shared, value) -> scalar; at (vec![1.5, 2.0], 3.0) }

#[differentiable]
fn chosen_view(a: &[f64], b: &[f64], first: bool) -> f64 {
    let x: &[f64] = if first { a } else { &b[1..] };
    let mut sum = 0.0;
    for i in 0..x.len() {
        sum += x[i] * x[i] * (i + 1) as f64;
    }
    sum + x[0]
}
zoo! { chosen_view(shared, shared, fixed) -> scalar; at (vec![1.5, 2.0], vec![3.0, 0.5], true), (vec![1.5, 2.0], vec![3.0, 0.5], false) }

#[differentiable]
fn chosen_in_a_loop(x: &[f64], y: &mut [f64], steps: usize) -> f64 {
    let mut total = 0.0;
    for t in 0..steps {
        let input = if t == 0 { x } else { &*y };
        let mut sum = 0.0;
        for v in input.iter() {
            sum += v * v;
        }
        y[0] = y[0] * 0.5 + sum;
        total += sum.sqrt();
    }
    total
}
zoo! { chosen_in_a_loop(shared, exclusive, fixed) -> scalar; at (vec![1.5, 2.0], vec![3.0, 0.5], 3), (vec![1.5], vec![1.0], 0) }

#[differentiable]
fn chosen_target(a: &mut [f64], b: &mut [f64], x: f64) {
    let out = if x > 1.0 { &mut a[..2] } else { &mut b[1..] };
    out[0] += x * x;
    out[1] *= out[0];
}
zoo! { chosen_target(exclusive, exclusive, value) -> unit; at (vec![1.5, 2.0], vec![3.0, 0.5, 1.0], 2.0), (vec![1.5, 2.0], vec![3.0, 0.5, 1.0], 0.5) }

#[differentiable]
fn rows_of_a_matrix(m: &mut [f64], d: usize) -> f64 {
    for (i, row) in m.chunks_exact_mut(d).enumerate() {
        row[0] += i as f64;
        for j in 1..d {
            row[j] *= row[j - 1];
        }
    }
    let mut trace = 0.0;
    for (i, row) in m.chunks_exact(d).enumerate() {
        trace += row[i] * row[i];
    }
    trace
}
zoo! { rows_of_a_matrix(exclusive, fixed) -> scalar; at (vec![1.5, 2.0, 0.5, 1.0], 2) }

#[differentiable]
fn views_of_a_view(a: &[f64], d: usize) -> f64 {
    let mut sum = 0.0;
    for i in 0..a.len() / d {
        let row = &a[i * d..(i + 1) * d];
        let (x, y) = row.split_at(d / 2);
        if let (Some(p), Some(q)) = (x.last(), y.first()) {
            sum += p * q;
        }
    }
    sum
}
zoo! { views_of_a_view(shared, fixed) -> scalar; at (vec![1.5, 2.0, 0.5, 1.0, -1.0, 0.25], 3), (vec![1.0, 2.0], 1) }
