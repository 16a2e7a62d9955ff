use autograd::differentiable;

#[differentiable]
fn break_when_large(x: f64) -> f64 {
    let mut y = x;
    for i in 0..100 {
        y = y * 1.5 + i as f64;
        if y > 20.0 {
            break;
        }
    }
    y
}
zoo! { break_when_large(value) -> scalar; at (0.75,), (30.0,) }

#[differentiable]
fn continue_on_odd(x: f64, n: usize) -> f64 {
    let mut y = x;
    for i in 0..n {
        if i % 2 == 1 {
            continue;
        }
        y = y.sin() + x;
    }
    y
}
zoo! { continue_on_odd(value, fixed) -> scalar; at (0.75, 5) }

#[differentiable]
fn loop_with_value(x: f64) -> f64 {
    let mut y = x;
    let found = loop {
        y = y * y + 0.5;
        if y > 5.0 {
            break y * x;
        }
        if y < 0.0 {
            break x;
        }
    };
    found + y
}
zoo! { loop_with_value(value) -> scalar; at (0.75,), (2.5,) }

#[differentiable]
fn break_out_of_two(x: f64, n: usize) -> f64 {
    let mut y = x;
    'outer: for i in 0..n {
        for j in 0..n {
            y = y * x + (i * j) as f64;
            if y > 3.0 {
                break 'outer;
            }
            if j > i {
                continue 'outer;
            }
        }
        y += 0.5;
    }
    y
}
zoo! { break_out_of_two(value, fixed) -> scalar; at (0.75, 4), (1.25, 4), (0.25, 3) }

#[differentiable]
fn return_from_a_loop(x: f64, n: usize) -> f64 {
    let mut y = x;
    for i in 0..n {
        y = y * y + x;
        if y > 4.0 {
            return y.sqrt() * i as f64;
        }
    }
    y
}
zoo! { return_from_a_loop(value, fixed) -> scalar; at (0.25, 3), (1.25, 6) }

#[differentiable]
fn return_from_nested(a: &[f64], limit: f64) -> f64 {
    let mut sum = 0.0;
    for i in 0..a.len() {
        for j in i..a.len() {
            sum += a[i] * a[j];
            if sum > limit {
                return sum * limit;
            }
        }
    }
    sum.sin()
}
zoo! { return_from_nested(shared, value) -> scalar; at (vec![1.0, 2.0, 3.0], 5.5), (vec![1.0, 2.0, 3.0], 500.0) }

#[differentiable]
fn while_with_break_and_continue(x: f64) -> f64 {
    let mut y = x;
    let mut i = 0;
    while i < 10 {
        i += 1;
        if i == 3 {
            continue;
        }
        y = y.cos() + 0.25 * i as f64;
        if y.abs() > 2.0 {
            y *= 2.0;
            break;
        }
    }
    y
}
zoo! { while_with_break_and_continue(value) -> scalar; at (0.75,), (0.25,) }

#[differentiable]
fn loop_with_label_and_value(x: f64) -> f64 {
    let r = 'search: loop {
        let mut z = x;
        loop {
            z *= 1.5;
            if z > 10.0 {
                break 'search z.ln();
            }
            if z < 0.0 {
                break;
            }
        }
        break z * z;
    };
    r * x
}
zoo! { loop_with_label_and_value(value) -> scalar; at (0.75,), (-1.25,) }

#[differentiable]
fn break_before_anything(x: f64) -> f64 {
    let mut y = x;
    loop {
        if x > 0.0 {
            break;
        }
        y *= 2.0;
        break;
    }
    y
}
zoo! { break_before_anything(value) -> scalar; at (0.75,), (-1.25,) }

#[differentiable]
fn continue_in_match(x: f64, codes: &[u8]) -> f64 {
    let mut y = x;
    for i in 0..codes.len() {
        let factor = match codes[i] {
            0 => continue,
            1 => x,
            2 => break,
            n => f64::from(n),
        };
        y = y.sin() * factor;
    }
    y
}
zoo! { continue_in_match(value, fixed_ref) -> scalar; at (0.75, vec![1, 0, 5, 1, 2, 7]), (0.75, vec![]) }

#[differentiable]
fn let_else_in_loop(x: f64, items: &[Option<i32>]) -> f64 {
    let mut y = x;
    for i in 0..items.len() {
        let Some(k) = items[i] else { continue };
        if k > 9 {
            return y * 100.0;
        }
        y = y * x + f64::from(k);
    }
    y
}
zoo! { let_else_in_loop(value, fixed_ref) -> scalar; at (0.75, vec![Some(1), None, Some(3)]), (0.75, vec![Some(1), Some(12), None]) }

#[differentiable]
fn bisection(c: f64) -> f64 {
    let (mut low, mut high) = (0.0, 2.0 * c);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if middle * middle * middle > c {
            high = middle;
        } else {
            low = middle;
        }
    }
    low * c
}
zoo! { bisection(value) -> scalar; kink at (1.7,) }

#[differentiable]
fn collatz(x: f64, mut n: u64) -> f64 {
    let mut y = x;
    let steps = loop {
        if n == 1 {
            break y;
        }
        n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
        y = (y + n as f64).sqrt();
    };
    steps
}
zoo! { collatz(value, fixed) -> scalar; at (0.75, 1), (0.75, 7) }
