use autograd::differentiable;

#[differentiable]
fn exclusive_range(x: f64, n: usize) -> f64 {
    let mut y = 1.0;
    for i in 0..n {
        y = y * x + i as f64;
    }
    y
}
zoo! { exclusive_range(value, fixed) -> scalar; at (0.75, 0), (0.75, 1), (0.75, 5) }

#[differentiable]
fn inclusive_range(x: f64, n: i32) -> f64 {
    let mut y = x;
    for i in -2..=n {
        y += x.powi(i) / (1.0 + y * y);
    }
    y
}
zoo! { inclusive_range(value, fixed) -> scalar; at (0.75, -3), (0.75, -2), (0.75, 3) }

#[differentiable]
fn reversed_range(x: f64, n: usize) -> f64 {
    let mut y = x;
    for i in (0..n).rev() {
        y = y.sin() * x + i as f64;
    }
    y
}
zoo! { reversed_range(value, fixed) -> scalar; at (0.75, 0), (0.75, 4) }

#[differentiable]
fn stepped_range(x: f64, n: usize, k: usize) -> f64 {
    let mut y = x;
    for i in (1..n).step_by(k) {
        y = y.sin() + x * i as f64;
    }
    y
}
zoo! { stepped_range(value, fixed, fixed) -> scalar; at (0.75, 0, 1), (0.75, 10, 3), (0.75, 11, 5) }

#[differentiable]
fn reversed_steps(x: f64, n: i32) -> f64 {
    let mut y = x;
    for i in (-3..=i64::from(n)).rev().step_by(2) {
        y = y.cos() + x * i as f64;
    }
    for i in (0..n).step_by(3).rev() {
        y = y.sin() * x - i as f64;
    }
    y
}
zoo! { reversed_steps(value, fixed) -> scalar; at (0.75, 0), (0.75, 10), (0.75, 7) }

#[differentiable]
fn reversed_inclusive(x: f64, n: u8) -> f64 {
    let mut y = x;
    for i in (1..=n).rev() {
        y = (y * f64::from(i)).sin();
    }
    y
}
zoo! { reversed_inclusive(value, fixed) -> scalar; at (0.75, 0), (0.75, 5) }

#[differentiable]
fn horner(a: &[f64], x: f64) -> f64 {
    let mut y = 0.0;
    for i in (0..a.len()).rev() {
        y = y * x + a[i];
    }
    y
}
zoo! { horner(shared, value) -> scalar; at (vec![1.0, -2.0, 0.5, 3.0], 0.75), (vec![], 0.75) }

#[differentiable]
fn while_counter(x: f64, n: usize) -> f64 {
    let mut y = x;
    let mut i = 0;
    while i < n {
        y = y * y - x;
        i += 1;
    }
    y
}
zoo! { while_counter(value, fixed) -> scalar; at (0.75, 0), (0.75, 4) }

#[differentiable]
fn while_on_data(x: f64) -> f64 {
    let mut y = 2.0 * x;
    while y.abs() < 1000.0 {
        y *= 2.0;
    }
    if y > 0.0 { y } else { 100.0 * y }
}
zoo! { while_on_data(value) -> scalar; at (1.5,), (-0.3,), (600.0,) }

#[differentiable]
fn newton(x: f64) -> f64 {
    let mut y = x;
    while (y * y - x).abs() > 1e-13 * x {
        y = 0.5 * (y + x / y);
    }
    y
}
zoo! { newton(value) -> scalar; at (4.5,), (0.25,); is |x: f64| 0.5 / x.sqrt() }

#[differentiable]
fn while_let(x: f64, n: usize) -> f64 {
    let mut y = x;
    let mut left = Some(n);
    while let Some(k) = left {
        y = y.sin() + k as f64 * x;
        left = k.checked_sub(1);
    }
    y
}
zoo! { while_let(value, fixed) -> scalar; at (0.75, 0), (0.75, 4) }

#[differentiable]
fn nested_loops(x: f64, n: usize) -> f64 {
    let mut total = 0.0;
    for i in 0..n {
        let mut row = x;
        for j in 0..=i {
            row = row * x + j as f64;
            for _ in 0..j {
                row = row.sin();
            }
        }
        total += row * row;
    }
    total
}
zoo! { nested_loops(value, fixed) -> scalar; at (0.75, 0), (0.75, 1), (0.75, 4) }

#[differentiable]
fn nested_while(x: f64) -> f64 {
    let mut total = x;
    let mut a = x;
    while a < 10.0 {
        let mut b = a;
        while b > 1.0 {
            b *= 0.5;
            total += b * x;
        }
        a = a * 1.5 + 0.5;
    }
    total
}
zoo! { nested_while(value) -> scalar; at (0.75,), (2.25,) }

#[differentiable]
fn branch_in_loop(x: f64, n: usize) -> f64 {
    let mut y = x;
    for i in 0..n {
        if i % 2 == 0 {
            y = y * x + 1.0;
        } else if y > 1.0 {
            y = y.ln();
        }
    }
    y
}
zoo! { branch_in_loop(value, fixed) -> scalar; at (0.75, 5), (1.75, 6) }

#[differentiable]
fn several_carried(x: f64, n: usize) -> f64 {
    let (mut a, mut b, mut c) = (x, 1.0, 0.0);
    for _ in 0..n {
        let next = a * b - c;
        c = b;
        b = a.sin();
        a = next;
    }
    a + 2.0 * b + 3.0 * c
}
zoo! { several_carried(value, fixed) -> scalar; at (0.75, 0), (0.75, 1), (0.75, 5) }

#[differentiable]
fn loop_after_loop(x: f64, n: usize) -> f64 {
    let mut y = x;
    for _ in 0..n {
        y = y * x;
    }
    let mut z = y.sqrt();
    for i in 0..n {
        z += y / (z + i as f64);
    }
    z
}
zoo! { loop_after_loop(value, fixed) -> scalar; at (0.75, 3) }

#[differentiable]
fn root_of_sum(a: &[f64]) -> f64 {
    let mut sum = 0.0;
    for i in 0..a.len() {
        sum += a[i] * a[i];
    }
    sum.sqrt()
}
zoo! { root_of_sum(shared) -> scalar; at (vec![3.0, 4.0],); is |_a: Vec<f64>| vec![0.6, 0.8] }

#[differentiable]
fn mean_squared_error(w: f64, b: f64, x: &[f64], #[no_grad] y: &[f64]) -> f64 {
    let mut total = 0.0;
    for i in 0..x.len() {
        let error = w * x[i] + b - y[i];
        total += error * error;
    }
    total / x.len() as f64
}
zoo! { mean_squared_error(value, value, shared, fixed_ref) -> scalar; at (0.5, 0.25, vec![1.0, 2.0, 3.0], vec![0.5, 2.5, 1.0]) }

#[differentiable]
fn product_by_loop(a: &[f64]) -> f64 {
    let mut product = 1.0;
    for i in 0..a.len() {
        product *= a[i];
    }
    product
}
zoo! { product_by_loop(shared) -> scalar; at (vec![3.0, 0.0, -2.0],), (vec![],); is |a: Vec<f64>| vec![0.0, if a.is_empty() { 0.0 } else { -6.0 }, 0.0][..a.len()].to_vec() }

#[differentiable]
fn largest(a: &[f64]) -> f64 {
    let mut best = f64::NEG_INFINITY;
    for i in 0..a.len() {
        if a[i] > best {
            best = a[i];
        }
    }
    best
}
zoo! { largest(shared) -> scalar; at (vec![3.0, 5.0, -2.0, 4.0],); is |_a: Vec<f64>| vec![0.0, 1.0, 0.0, 0.0] }

#[differentiable]
fn log_sum_exp(a: &[f64]) -> f64 {
    let mut top = a[0];
    for i in 1..a.len() {
        top = top.max(a[i]);
    }
    let mut sum = 0.0;
    for i in 0..a.len() {
        sum += (a[i] - top).exp();
    }
    top + sum.ln()
}
zoo! { log_sum_exp(shared) -> scalar; at (vec![3.0, 5.0, -2.0, 4.0],), (vec![2.0],) }

#[differentiable]
fn runge_kutta(x: f64, v: f64, k: f64, steps: usize) -> f64 {
    let h = 0.1;
    let (mut x, mut v) = (x, v);
    for _ in 0..steps {
        let (k1x, k1v) = (v, -k * x);
        let (k2x, k2v) = (v + 0.5 * h * k1v, -k * (x + 0.5 * h * k1x));
        let (k3x, k3v) = (v + 0.5 * h * k2v, -k * (x + 0.5 * h * k2x));
        let (k4x, k4v) = (v + h * k3v, -k * (x + h * k3x));
        x += h / 6.0 * (k1x + 2.0 * k2x + 2.0 * k3x + k4x);
        v += h / 6.0 * (k1v + 2.0 * k2v + 2.0 * k3v + k4v);
    }
    x * x + v
}
zoo! { runge_kutta(value, value, value, fixed) -> scalar; at (1.0, 0.5, 2.0, 10) }

#[differentiable]
fn logistic_map(r: f64, x: f64) -> f64 {
    let mut x = x;
    let mut sum = 0.0;
    for i in 0..12_u32 {
        x = r * x * (1.0 - x);
        sum += x / f64::from(i + 1);
    }
    sum
}
zoo! { logistic_map(value, value) -> scalar; at (2.75, 0.375) }

#[differentiable]
fn indices_of_other_types(x: f64, n: u64, m: i8) -> f64 {
    let mut y = x;
    for i in 0..n {
        y += x * i as f64;
    }
    for j in m..3 {
        y *= 1.0 + x * f64::from(j);
    }
    y
}
zoo! { indices_of_other_types(value, fixed, fixed) -> scalar; at (0.75, 3, -2), (0.75, 0, 5) }

#[differentiable]
fn range_in_a_variable(x: f64, n: usize) -> f64 {
    let mut y = x;
    let bound = n * 2;
    let start = bound / 3;
    for i in start..bound {
        y = y.sin() + x * i as f64;
    }
    y
}
zoo! { range_in_a_variable(value, fixed) -> scalar; at (0.75, 3) }

#[differentiable]
fn integer_array_drives(x: f64, order: &[usize], a: &[f64]) -> f64 {
    let mut y = x;
    for k in 0..order.len() {
        y = y * a[order[k]] + x;
    }
    y
}
zoo! { integer_array_drives(value, fixed_ref, shared) -> scalar; at (0.75, vec![2, 0, 1, 2], vec![1.0, -2.0, 0.5]) }
