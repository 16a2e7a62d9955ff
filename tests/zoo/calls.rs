use autograd::differentiable;

#[differentiable]
fn square(x: f64) -> f64 {
    x * x
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
fn scale(a: &mut [f64], k: f64) {
    for i in 0..a.len() {
        a[i] *= k;
    }
}

#[differentiable]
fn polar(x: f64, y: f64) -> (f64, f64) {
    (x.hypot(y), y.atan2(x))
}

#[differentiable]
fn by_value(x: f64) -> f64 {
    square(x.sin()) + square(square(x))
}
zoo! { by_value(value) -> scalar; at (1.25,); is |x: f64| (2.0 * x).sin() + 4.0 * x.powi(3) }

#[differentiable]
fn by_reference(a: &[f64], b: &[f64]) -> f64 {
    dot(a, b) * dot(a, a)
}
zoo! { by_reference(shared, shared) -> scalar; at (vec![1.5, -0.5], vec![2.0, 3.0]) }

#[differentiable]
fn by_mutable_reference(a: &mut [f64], k: f64) -> f64 {
    scale(a, k);
    scale(a, k * k);
    a[0] * a[1]
}
zoo! { by_mutable_reference(exclusive, value) -> scalar; at (vec![1.5, -0.5], 2.0) }

#[differentiable]
fn sub_slices(a: &[f64], d: usize) -> f64 {
    let mut total = 0.0;
    for i in 0..a.len() / d {
        for j in 0..=i {
            total += dot(&a[i * d..(i + 1) * d], &a[j * d..][..d]).sin();
        }
    }
    total
}
zoo! { sub_slices(shared, fixed) -> scalar; at (vec![1.5, -0.5, 0.25, 2.0, 1.0, -1.0], 2) }

#[differentiable]
fn mutable_sub_slices(a: &mut [f64], k: f64) {
    let half = a.len() / 2;
    scale(&mut a[..half], k);
    let rest = &mut a[half..];
    scale(rest, 2.0);
    scale(a, k);
}
zoo! { mutable_sub_slices(exclusive, value) -> unit; at (vec![1.5, -0.5, 0.25, 2.0], 3.0) }

#[differentiable]
fn local_memory(x: f64) -> f64 {
    let mut a = [x, x * x, 1.0];
    scale(&mut a, x);
    let v = vec![x; 3];
    dot(&a, &v)
}
zoo! { local_memory(value) -> scalar; at (1.25,); is |x: f64| 3.0 * x * x + 4.0 * x.powi(3) + 2.0 * x }

#[differentiable]
fn tuple_result(x: f64, y: f64) -> f64 {
    let (r, phi) = polar(x, y);
    let p = polar(y, r);
    r * phi + p.0 * p.1
}
zoo! { tuple_result(value, value) -> scalar; at (1.25, 0.75) }

#[differentiable]
fn in_a_loop(x: f64, n: usize) -> f64 {
    let mut y = x;
    for i in 0..n {
        y = square(y) * 0.5 + i as f64 * square(x);
    }
    y
}
zoo! { in_a_loop(value, fixed) -> scalar; at (0.75, 0), (0.75, 4) }

#[differentiable]
fn in_branches(x: f64) -> f64 {
    if square(x) > 1.0 { square(x + 1.0) } else { x * square(x.exp()) }
}
zoo! { in_branches(value) -> scalar; at (0.75,), (1.75,) }

#[differentiable]
fn in_a_nest(a: &mut [f64], n: usize) {
    for i in 0..n {
        for j in 0..a.len() {
            if (i + j) % 2 == 0 {
                a[j] = square(a[j]) * 0.5;
            } else {
                scale(&mut a[j..], 0.75);
            }
        }
    }
}
zoo! { in_a_nest(exclusive, fixed) -> unit; at (vec![1.5, -0.5, 0.25], 3) }

#[differentiable]
fn constants_as_arguments(x: f64) -> f64 {
    square(3.0) * x + square(2.0 + 1.0) * dot(&[1.0, 2.0], &[x, x])
}
zoo! { constants_as_arguments(value) -> scalar; at (0.75,); is |_x: f64| 36.0 }

#[differentiable]
fn ignored_result(a: &mut [f64], x: f64) -> f64 {
    square(x);
    let _ = dot(a, a);
    fill_and_sum(a, x);
    a[0] * x
}
zoo! { ignored_result(exclusive, value) -> scalar; at (vec![1.0, 2.0], 0.75) }

#[differentiable]
fn fill_and_sum(a: &mut [f64], x: f64) -> f64 {
    let mut sum = 0.0;
    for i in 0..a.len() {
        a[i] = x * i as f64 + a[i] * x;
        sum += a[i];
    }
    sum
}

#[differentiable]
fn power(x: f64, n: u32) -> f64 {
    if n == 0 {
        1.0
    } else if n % 2 == 0 {
        let half = power(x, n / 2);
        half * half
    } else {
        x * power(x, n - 1)
    }
}
zoo! { power(value, fixed) -> scalar; at (1.25, 0), (1.25, 1), (1.25, 7); is |x: f64, n: u32| if n == 0 { 0.0 } else { f64::from(n) * x.powi(n as i32 - 1) } }

#[differentiable]
fn recursive_sum(a: &[f64]) -> f64 {
    if a.len() == 1 {
        return a[0] * a[0];
    }
    let half = a.len() / 2;
    recursive_sum(&a[..half]) * 0.5 + recursive_sum(&a[half..]).sin()
}
zoo! { recursive_sum(shared) -> scalar; at (vec![0.5],), (vec![0.5, 1.5, -0.25, 1.0, 2.0],) }

#[differentiable]
fn recursive_in_place(a: &mut [f64], depth: usize) {
    if depth == 0 {
        return;
    }
    let half = a.len() / 2;
    for i in 0..half {
        a[i] += a[i + half] * a[i];
    }
    recursive_in_place(&mut a[..half], depth - 1);
    recursive_in_place(&mut a[half..], depth - 1);
}
zoo! { recursive_in_place(exclusive, fixed) -> unit; at (vec![0.5, 1.5, -0.25, 1.0], 2), (vec![0.5, 1.5], 0) }

#[differentiable(recursive)]
fn even(x: f64, n: u32) -> f64 {
    if n == 0 { x } else { odd(x * 1.5, n - 1) }
}

#[differentiable(recursive)]
fn odd(x: f64, n: u32) -> f64 {
    if n == 0 { x * x } else { even(x.sin(), n - 1) }
}
zoo! { even(value, fixed) -> scalar; at (0.75, 0), (0.75, 3), (0.75, 4) }

mod geometry {
    use autograd::differentiable;

    #[differentiable]
    pub(crate) fn norm(a: &[f64]) -> f64 {
        super::dot(a, a).sqrt()
    }

    pub(crate) mod deeper {
        #[autograd::differentiable]
        pub(crate) fn cube(x: f64) -> f64 {
            crate::calls::square(x) * x
        }
    }
}

#[differentiable]
fn by_paths(a: &[f64], x: f64) -> f64 {
    geometry::norm(a) + self::geometry::deeper::cube(x) + crate::calls::geometry::norm(&a[1..])
}
zoo! { by_paths(shared, value) -> scalar; at (vec![3.0, 4.0], 0.5); is |_a: Vec<f64>, x: f64| (vec![0.6, 1.8], 3.0 * x * x) }

#[differentiable]
fn undifferentiable_with_constants(x: f64, n: usize) -> f64 {
    let order = permutation(n);
    x * order[0] as f64 + factorial(n as u64) as f64
}
zoo! { undifferentiable_with_constants(value, fixed) -> scalar; at (3.0, 4); is |_x: f64, _n: usize| 3.0 }

fn permutation(n: usize) -> Vec<usize> {
    (0..n).rev().collect()
}

fn factorial(n: u64) -> u64 {
    (1..=n).product()
}

#[differentiable]
fn vec_argument(v: Vec<f64>) -> f64 {
    v[0] * v[1] * v[0]
}

#[differentiable]
fn array_argument(a: [f64; 2], k: f64) -> [f64; 2] {
    [a[0] * k, a[1] * a[0]]
}

#[differentiable]
fn owned_arguments(x: f64) -> f64 {
    let v = vec![x, x * x];
    let a = array_argument([x, 2.0], x);
    let b = array_argument(a, 3.0);
    vec_argument(v) + b[0] * b[1]
}
zoo! { owned_arguments(value) -> scalar; at (0.75,) }

#[differentiable]
fn scalar_by_reference(x: &f64, y: &mut f64) {
    *y += x * x;
}

#[differentiable]
fn borrows_scalars(x: f64) -> f64 {
    let mut y = x;
    scalar_by_reference(&x, &mut y);
    scalar_by_reference(&(x * 2.0), &mut y);
    y
}
zoo! { borrows_scalars(value) -> scalar; at (0.75,); is |x: f64| 1.0 + 10.0 * x }
