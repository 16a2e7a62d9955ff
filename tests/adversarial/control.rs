//! Nesting, early exits, jumps out of strange places.

use autograd::differentiable;

#[differentiable]
fn three_labels(x: f64, n: usize) -> f64 {
    let mut y = x;
    'a: for i in 0..n {
        'b: loop {
            'c: while y < 50.0 {
                y = y * 1.5 + i as f64;
                if y > 20.0 {
                    break 'b;
                }
                if i == 1 {
                    continue 'a;
                }
                if y > 5.0 {
                    continue 'c;
                }
                if i == 3 {
                    break 'a;
                }
            }
            y *= 0.25;
            if y < 1.0 {
                return y * x;
            }
        }
        y = y.sqrt();
    }
    y * y
}
zoo! { three_labels(value, fixed) -> scalar; at (0.75, 0), (0.75, 2), (0.75, 5), (3.25, 4), (60.0, 3) }

#[differentiable]
fn return_from_five_deep(a: &[f64], limit: f64) -> f64 {
    let n = a.len();
    let mut sum = limit;
    for i in 0..n {
        for j in 0..n {
            for k in 0..n {
                if i != j {
                    while sum < 10.0 {
                        sum += a[i] * a[j] * a[k] + 1.0;
                        match k {
                            1 if sum > 7.0 => return sum.ln(),
                            _ => {
                                if sum > 9.0 {
                                    return { sum * limit };
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    sum
}
zoo! { return_from_five_deep(shared, value) -> scalar; at (vec![0.5, 0.75], 1.5), (vec![2.0, 1.75], 1.5), (vec![], 1.5), (vec![1.0], 0.5) }

#[differentiable]
fn jumps_in_operands(x: f64, n: usize) -> f64 {
    let mut y = x;
    for i in 0..n {
        y += if i == 2 { continue } else { x } * if y > 4.0 { break } else { 2.0 };
        y *= match i {
            0 => 1.5,
            3 => return y.sin(),
            _ => x,
        };
    }
    y
}
zoo! { jumps_in_operands(value, fixed) -> scalar; at (0.75, 2), (0.75, 6), (1.75, 3) }

#[differentiable]
fn jumps_in_conditions(x: f64) -> f64 {
    let mut y = x;
    loop {
        if (if y > 3.0 { break } else { y * 2.0 }) > 3.0 {
            y += 0.5;
        }
        while {
            y *= 1.25;
            if y > 10.0 {
                return y * x;
            }
            y < 1.0
        } {}
    }
    y.ln()
}
zoo! { jumps_in_conditions(value) -> scalar; at (0.75,), (2.75,), (9.5,) }

#[differentiable]
fn labelled_blocks(x: f64, n: i32) -> f64 {
    let y = 'outer: {
        let z = 'inner: {
            if n == 0 {
                break 'outer x;
            }
            if n == 1 {
                break 'inner x * x;
            }
            for i in 0..n {
                if i == 4 {
                    break 'outer x.sin() * f64::from(i);
                }
                if i as f64 * x > 1.75 {
                    break 'inner x.exp();
                }
            }
            x.cos()
        };
        z * 3.0
    };
    y * x
}
zoo! { labelled_blocks(value, fixed) -> scalar; at (0.5, 0), (0.5, 1), (0.5, 3), (0.5, 9), (0.25, 9) }

#[differentiable]
fn writes_then_leaves(a: &mut [f64], x: f64) -> f64 {
    let n = a.len();
    'rows: for i in 0..n {
        for j in 0..n {
            a[j] *= x;
            if a[j] > 4.0 {
                a[i] = a[j] * a[j];
                continue 'rows;
            }
            if i + j == 4 {
                a[0] = 1.0;
                break 'rows;
            }
        }
        a[i] += a[n - 1 - i];
    }
    a[0] * a[n - 1]
}
zoo! { writes_then_leaves(exclusive, value) -> scalar; at (vec![1.0, 2.0, 3.0], 1.25), (vec![0.5, 0.25, 0.75], 0.5) }

#[differentiable]
#[rustfmt::skip]
fn thirty_levels(x: f64) -> f64 {
    if x > 0.0 { if x > 0.1 { if x > 0.2 { if x > 0.3 { if x > 0.4 { if x > 0.5 { if x > 0.6 { if x > 0.7 { if x > 0.8 { if x > 0.9 {
    if x > 1.0 { if x > 1.1 { if x > 1.2 { if x > 1.3 { if x > 1.4 { if x > 1.5 { if x > 1.6 { if x > 1.7 { if x > 1.8 { if x > 1.9 {
    if x > 2.0 { if x > 2.1 { if x > 2.2 { if x > 2.3 { if x > 2.4 { if x > 2.5 { if x > 2.6 { if x > 2.7 { if x > 2.8 { if x > 2.9 {
        x.powi(30)
    } else { x * 30.0 } } else { x * 29.0 } } else { x * 28.0 } } else { x * 27.0 } } else { x * 26.0 } } else { x * 25.0 } } else { x * 24.0 } } else { x * 23.0 } } else { x * 22.0 } } else { x * 21.0 }
    } else { x * 20.0 } } else { x * 19.0 } } else { x * 18.0 } } else { x * 17.0 } } else { x * 16.0 } } else { x * 15.0 } } else { x * 14.0 } } else { x * 13.0 } } else { x * 12.0 } } else { x * 11.0 }
    } else { x * 10.0 } } else { x * 9.0 } } else { x * 8.0 } } else { x * 7.0 } } else { x * 6.0 } } else { x * 5.0 } } else { x * 4.0 } } else { x * 3.0 } } else { x * 2.0 } } else { x }
}
zoo! { thirty_levels(value) -> scalar; at (-1.0,), (0.55,), (1.95,), (2.95,) }

#[differentiable]
#[rustfmt::skip]
fn eight_loops(x: f64) -> f64 {
    let mut y = x;
    for a in 0..2 { for b in 0..2 { for c in 0..2 { for d in 0..2 { for e in 0..2 { for f in 0..2 { for g in 0..2 { for h in 0..2 {
        y += (y * x).sin() * (a + b + c + d + e + f + g + h) as f64 * 0.001;
    } } } } } } } }
    y
}
zoo! { eight_loops(value) -> scalar; at (0.75,) }

#[differentiable]
#[rustfmt::skip]
fn long_expression(x: f64) -> f64 {
    x + x * (x + x * (x + x * (x + x * (x + x * (x + x * (x + x * (x + x * (x + x * (x + x * (x + x * (x + x * (x + x))))))))))))
}
zoo! { long_expression(value) -> scalar; at (0.75,) }

#[differentiable]
fn empty_loops(x: f64, n: usize) -> f64 {
    for _ in 0..n {}
    for _i in (0..n).rev() {
        let _ = x * 2.0;
    }
    let mut k = 0;
    while k < n {
        k += 1;
    }
    loop {
        break;
    }
    x * k as f64
}
zoo! { empty_loops(value, fixed) -> scalar; at (0.75, 0), (0.75, 3) }

#[differentiable]
fn everything_after_return_is_dead(x: f64) -> f64 {
    let y = x * x;
    if x < 1e9 {
        return y;
    }
    let mut z = y;
    for i in 0..10 {
        z += z.sin() * i as f64;
    }
    z
}
zoo! { everything_after_return_is_dead(value) -> scalar; at (0.75,) }

#[differentiable]
fn both_arms_return(x: f64) -> f64 {
    if x > 0.0 {
        return x * x;
    } else {
        return -x;
    }
}
zoo! { both_arms_return(value) -> scalar; at (0.75,), (-0.75,) }

#[differentiable]
fn shadowing_in_arms(x: f64, n: Option<i32>) -> f64 {
    let n = match n {
        Some(n) if n > 0 => {
            let x = x * 2.0;
            let n = f64::from(n) * x;
            n
        }
        Some(n) => f64::from(n),
        None => {
            let n = x;
            n * n
        }
    };
    n * x
}
zoo! { shadowing_in_arms(value, fixed) -> scalar; at (0.75, Some(2)), (0.75, Some(-2)), (0.75, None) }

#[differentiable]
fn loop_variable_shadows(i: f64, n: usize) -> f64 {
    let mut y = i;
    for i in 0..n {
        let i = i as f64 + y;
        y = i * 0.5;
    }
    y * i
}
zoo! { loop_variable_shadows(value, fixed) -> scalar; at (0.75, 3) }

#[differentiable]
fn carried_but_unused(x: f64, n: usize) -> f64 {
    let mut unused = x;
    let mut y = x;
    let mut last = 0.0;
    for i in 0..n {
        unused = unused * x + y;
        last = y;
        y = y.sin() + i as f64;
    }
    let _ = unused;
    last
}
zoo! { carried_but_unused(value, fixed) -> scalar; at (0.75, 0), (0.75, 1), (0.75, 4) }

#[differentiable]
fn swapped_every_iteration(x: f64, y: f64, n: usize) -> f64 {
    let (mut a, mut b) = (x, y);
    for _ in 0..n {
        let t = a;
        a = b;
        b = t;
    }
    a * a + b
}
zoo! { swapped_every_iteration(value, value, fixed) -> scalar; at (0.75, 0.25, 0), (0.75, 0.25, 3), (0.75, 0.25, 4) }

#[differentiable]
fn conditionally_assigned_in_loop(x: f64, n: usize) -> f64 {
    let mut best = x;
    let mut at = 0;
    let y;
    for i in 1..n {
        let candidate = (x * i as f64).sin();
        if candidate > best {
            best = candidate;
            at = i;
        }
    }
    y = best * at as f64;
    y + best
}
zoo! { conditionally_assigned_in_loop(value, fixed) -> scalar; at (0.25, 6), (0.75, 1) }
