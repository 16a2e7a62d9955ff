use autograd::differentiable;

#[differentiable]
fn shadowing(x: f64) -> f64 {
    let x = x * x;
    let x = x + 1.0;
    let x = x.sqrt() * x;
    x
}
zoo! { shadowing(value) -> scalar; at (1.5,) }

#[differentiable]
fn inner_shadowing(x: f64) -> f64 {
    let y = {
        let x = x * 2.0;
        let y = x * x;
        y + x
    };
    x * y
}
zoo! { inner_shadowing(value) -> scalar; at (1.5,); is |x: f64| 12.0 * x * x + 4.0 * x }

#[differentiable]
fn block_values(x: f64) -> f64 {
    let a = { x };
    let b = { { x * x } };
    a + { b * a } + {
        let c = b;
        c * c
    }
}
zoo! { block_values(value) -> scalar; at (1.5,) }

#[differentiable]
fn assigned_in_a_block(x: f64) -> f64 {
    let mut y = 1.0;
    {
        y = y * x;
        let mut z = y;
        z *= 2.0;
        y += z;
    }
    y
}
zoo! { assigned_in_a_block(value) -> scalar; at (1.5,); is |_x: f64| 3.0 }

#[differentiable]
fn late_initialisation(x: f64) -> f64 {
    let y;
    let z: f64;
    if x > 0.0 {
        y = x * x;
        z = 1.0;
    } else {
        y = -x;
        z = x;
    }
    y * z
}
zoo! { late_initialisation(value) -> scalar; at (1.5,), (-1.5,); is |x: f64| 2.0 * x.abs() }

#[differentiable]
fn tuples(x: f64, y: f64) -> f64 {
    let (a, b) = (x * y, x + y);
    let pair = (a * b, a);
    let ((c, d), e) = ((pair.0, b), pair.1);
    c + d * e
}
zoo! { tuples(value, value) -> scalar; at (1.5, 0.5) }

#[differentiable]
fn tuple_parameter(p: (f64, f64), (a, b): (f64, f64)) -> f64 {
    p.0 * a + p.1 * b * b
}
zoo! { tuple_parameter(value, value) -> scalar; at ((1.5, 0.5), (2.0, 3.0));
is |p: (f64, f64), q: (f64, f64)| ((q.0, q.1 * q.1), (p.0, 2.0 * p.1 * q.1)) }

#[differentiable]
fn mutable_tuple(x: f64) -> f64 {
    let mut state = (x, 1.0);
    state.1 *= x;
    state.0 += state.1;
    state = (state.1, state.0 * state.0);
    state.0 * state.1
}
zoo! { mutable_tuple(value) -> scalar; at (1.5,); is |x: f64| 12.0 * x * x }

#[differentiable]
fn destructuring_assignment(x: f64, y: f64) -> f64 {
    let (mut a, mut b) = (x, y);
    (a, b) = (b, a * b);
    (a, _) = (a * b, 1.0);
    a * b
}
zoo! { destructuring_assignment(value, value) -> scalar; at (1.5, 0.5) }

#[differentiable]
fn fibonacci_like(x: f64) -> f64 {
    let (mut a, mut b) = (x, 1.0);
    for _ in 0..5 {
        (a, b) = (b + a * x, a);
    }
    a + b
}
zoo! { fibonacci_like(value) -> scalar; at (0.75,) }

#[differentiable]
fn labelled_block(x: f64) -> f64 {
    let y = 'found: {
        if x > 2.0 {
            break 'found x * x;
        }
        if x > 1.0 {
            break 'found x * 3.0;
        }
        x + 1.0
    };
    y * x
}
zoo! { labelled_block(value) -> scalar; at (3.0,), (1.5,), (0.5,) }

#[differentiable]
fn mutable_parameter(mut x: f64, mut n: usize) -> f64 {
    while n > 0 {
        x = x * x + 0.25;
        n -= 1;
    }
    x
}
zoo! { mutable_parameter(value, fixed) -> scalar; at (0.5, 3), (0.5, 0) }

#[differentiable]
fn nested_items(x: f64) -> f64 {
    const SCALE: f64 = 2.5;
    fn constant() -> f64 {
        1.5
    }
    SCALE * x * constant()
}
zoo! { nested_items(value) -> scalar; at (0.5,); is |_x: f64| 3.75 }

#[differentiable]
fn unit_statements(x: f64) -> f64 {
    ();
    let () = ();
    {};
    let _unit = ();
    let _ = x * 2.0;
    x * 3.0
}
zoo! { unit_statements(value) -> scalar; at (0.5,); is |_x: f64| 3.0 }
