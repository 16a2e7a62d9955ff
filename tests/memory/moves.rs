use autograd::differentiable;

#[differentiable]
fn swapped_elements(a: &mut [f64], i: usize, j: usize) -> f64 {
    a.swap(i, j);
    a[0] * a[0] + a[1]
}
zoo! { swapped_elements(exclusive, fixed, fixed) -> scalar; at (vec![1.5, 2.0, 0.5], 0, 2), (vec![1.5, 2.0, 0.5], 1, 1) }

#[differentiable]
fn bit_reversal(a: &[f64]) -> f64 {
    let mut v = a.to_vec();
    let n = v.len();
    let mut j = 0;
    for i in 1..n {
        let mut bit = n >> 1;
        while j & bit != 0 {
            j ^= bit;
            bit >>= 1;
        }
        j ^= bit;
        if i < j {
            v.swap(i, j);
        }
    }
    let mut sum = 0.0;
    for i in 0..n {
        sum += v[i] * v[i] * (i as f64 + 1.0);
    }
    sum
}
zoo! { bit_reversal(shared) -> scalar; at (vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0],), (vec![1.0],) }

#[differentiable]
fn read_before_and_after_a_swap(a: &mut [f64], x: f64) -> f64 {
    let before = a[0] * a[0];
    a[1] *= x;
    a.swap(0, 1);
    let after = a[0] * a[1];
    a[0] = after * x;
    before + after.sin() + a[0] * a[1]
}
zoo! { read_before_and_after_a_swap(exclusive, value) -> scalar; at (vec![1.5, 2.0], 0.75) }

#[differentiable]
fn swaps_under_a_condition(a: &mut [f64]) -> f64 {
    let n = a.len();
    for i in 0..n {
        for j in 0..n - 1 - i {
            if a[j] > a[j + 1] {
                a.swap(j, j + 1);
            }
        }
    }
    let mut sum = 0.0;
    for i in 0..n {
        sum += a[i] * a[i] * (i + 1) as f64;
    }
    sum
}
zoo! { swaps_under_a_condition(exclusive) -> scalar; at (vec![3.0, 1.0, 2.0, -1.0],), (vec![1.0],) }

#[differentiable]
fn double_buffer(u: &[f64], steps: usize) -> f64 {
    let n = u.len();
    let mut now = u.to_vec();
    let mut next = vec![0.0; n];
    for _ in 0..steps {
        for i in 0..n {
            let left = if i == 0 { now[n - 1] } else { now[i - 1] };
            next[i] = now[i] * 0.5 + left * now[i] * 0.25;
        }
        std::mem::swap(&mut now, &mut next);
    }
    let mut sum = 0.0;
    for x in &now {
        sum += x * x;
    }
    sum
}
zoo! { double_buffer(shared, fixed) -> scalar; at (vec![1.0, 2.0, 3.0], 0), (vec![1.0, 2.0, 3.0], 3), (vec![1.0, 2.0], 4) }

#[differentiable]
fn swapped_scalars(x: f64, y: f64, n: usize) -> f64 {
    let (mut a, mut b) = (x, y);
    for _ in 0..n {
        a = a * b;
        std::mem::swap(&mut a, &mut b);
    }
    a - b * b
}
zoo! { swapped_scalars(value, value, fixed) -> scalar; at (1.5, 0.5, 0), (1.5, 0.5, 3) }

#[differentiable]
fn swapped_parameters(a: &mut f64, b: &mut f64) -> f64 {
    std::mem::swap(a, b);
    *a *= *a;
    *a + *b
}
zoo! { swapped_parameters(exclusive, exclusive) -> scalar; at (1.5, 0.5) }

#[differentiable]
fn swapped_vectors(a: &mut Vec<f64>, b: &mut Vec<f64>, x: f64) {
    a[0] *= x;
    std::mem::swap(a, b);
    a[0] += x * x;
}
zoo! { swapped_vectors(exclusive, exclusive, value) -> unit; at (vec![1.5, 2.0], vec![0.5, 3.0], 0.75) }

#[differentiable]
fn swapped_between_slices(a: &mut [f64], b: &mut [f64]) -> f64 {
    std::mem::swap(&mut a[0], &mut b[1]);
    a[0] * a[0] + b[1]
}
zoo! { swapped_between_slices(exclusive, exclusive) -> scalar; at (vec![1.5, 2.0], vec![0.5, 3.0]) }

#[differentiable]
fn replaced(x: f64, y: f64) -> f64 {
    let mut a = x * x;
    let old = std::mem::replace(&mut a, y);
    let mut v = vec![x, y];
    let first = std::mem::replace(&mut v[0], old * y);
    a * first + v[0] + v[1]
}
zoo! { replaced(value, value) -> scalar; at (1.5, 0.5) }

#[differentiable]
fn taken(a: &[f64], n: usize) -> f64 {
    let mut queue = a.to_vec();
    let mut total = 0.0;
    for _ in 0..n {
        let batch = std::mem::take(&mut queue);
        for x in &batch {
            total += x * x;
        }
        queue = vec![total, batch[0]];
    }
    total + queue[0]
}
zoo! { taken(shared, fixed) -> scalar; at (vec![1.5, 2.0, 0.5], 0), (vec![1.5, 2.0, 0.5], 2) }

#[differentiable]
fn reassigned_vector(a: &[f64], n: usize) -> f64 {
    let mut v = a.to_vec();
    for k in 0..n {
        let mut w = vec![0.0; v.len() + 1];
        for i in 0..v.len() {
            w[i] += v[i] * v[i] * 0.5;
            w[i + 1] += v[i] * (k + 1) as f64;
        }
        v = w;
    }
    let mut sum = 0.0;
    for x in v.iter() {
        sum += x.sin();
    }
    sum
}
zoo! { reassigned_vector(shared, fixed) -> scalar; at (vec![1.5, 2.0], 0), (vec![1.5, 2.0], 3), (vec![], 2) }

#[differentiable]
fn filled(x: f64, n: usize) -> f64 {
    let mut v = vec![1.0; n];
    v[0] = x;
    let y = v[0] * x;
    v.fill(y);
    v[n - 1] *= x;
    v[1..].fill(x);
    v[0] * v[n - 1]
}
zoo! { filled(value, fixed) -> scalar; at (1.5, 2), (0.5, 4) }

#[differentiable]
fn copied(a: &[f64], out: &mut [f64], x: f64) -> f64 {
    let before = out[0] * x;
    out.copy_from_slice(a);
    out[0] *= out[1];
    let (l, r) = out.split_at_mut(1);
    l.clone_from_slice(&r[..1]);
    before + l[0] * r[0]
}
zoo! { copied(shared, exclusive, value) -> scalar; at (vec![1.5, 2.0, 0.5], vec![1.0, 2.0, 3.0], 0.25) }

#[differentiable]
fn copied_rows(m: &[f64], d: usize) -> f64 {
    let mut row = vec![0.0; d];
    let mut sum = 0.0;
    for i in 0..m.len() / d {
        row.copy_from_slice(&m[i * d..(i + 1) * d]);
        for j in 1..d {
            row[j] = row[j] * row[j - 1];
        }
        sum += row[d - 1] * row[0];
    }
    sum
}
zoo! { copied_rows(shared, fixed) -> scalar; at (vec![1.5, 2.0, 0.5, 1.0, -1.0, 0.25], 3), (vec![], 3) }

#[differentiable]
fn turned_around(a: &mut [f64], x: f64) -> f64 {
    a.reverse();
    a[0] *= x;
    a.rotate_left(1);
    a[0] *= a[1];
    a[1..].reverse();
    a.rotate_right(2);
    a[0] * x + a[1] * a[2]
}
zoo! { turned_around(exclusive, value) -> scalar; at (vec![1.5, 2.0, 0.5, 3.0], 0.75) }

#[differentiable]
fn moved_within(a: &mut [f64]) -> f64 {
    a.copy_within(1..3, 0);
    a[1] *= a[2];
    a[0] + a[1] * a[1]
}
zoo! { moved_within(exclusive) -> scalar; at (vec![1.5, 2.0, 0.5, 3.0],) }

#[differentiable]
fn sorted(a: &[f64]) -> f64 {
    let mut v = a.to_vec();
    v.sort_by(|p, q| p.partial_cmp(q).unwrap());
    let n = v.len();
    let mut sum = 0.0;
    for i in 0..n {
        sum += (i + 1) as f64 * v[i] * v[i];
    }
    sum + v[n / 2]
}
zoo! { sorted(shared) -> scalar; at (vec![3.0, 1.0, 2.0, -1.0],), (vec![1.0],) }

#[differentiable]
fn sorted_in_place(a: &mut [f64]) -> f64 {
    let largest = a[0] * a[0];
    a.sort_unstable_by(f64::total_cmp);
    a[0] *= a[1];
    a[2] + largest
}
zoo! { sorted_in_place(exclusive) -> scalar; at (vec![3.0, 1.0, 2.0],) }

#[differentiable]
fn quantile(a: Vec<f64>, q: f64) -> f64 {
    let mut sorted = a;
    sorted.sort_by(f64::total_cmp);
    let place = q * (sorted.len() - 1) as f64;
    let low = place.floor() as usize;
    let high = (low + 1).min(sorted.len() - 1);
    let t = place - low as f64;
    sorted[low] * (1.0 - t) + sorted[high] * t
}
zoo! { quantile(value, value) -> scalar; at (vec![3.0, 1.0, 2.0, 5.0], 0.4) }

#[differentiable]
fn slices_swapped(a: &mut [f64], b: &mut [f64]) -> f64 {
    a.swap_with_slice(b);
    a[0] * b[1]
}
zoo! { slices_swapped(exclusive, exclusive) -> scalar; at (vec![1.5, 2.0], vec![0.5, 3.0]) }
