use autograd::differentiable;

#[differentiable]
fn two_sides(x: f64) -> f64 {
    if x > 0.0 { x * x } else { -x }
}
zoo! { two_sides(value) -> scalar; at (1.5,), (-1.5,) }

#[differentiable]
fn ladder(x: f64) -> f64 {
    if x < -1.0 {
        -1.0
    } else if x < 0.0 {
        x * x * x
    } else if x < 1.0 {
        x.sin()
    } else {
        x.ln()
    }
}
zoo! { ladder(value) -> scalar; at (-2.0,), (-0.5,), (0.5,), (1.5,) }

#[differentiable]
fn without_else(x: f64) -> f64 {
    let mut y = x;
    if x > 1.0 {
        y *= x;
    }
    if y > 2.0 {
        y = y.sqrt();
    }
    y
}
zoo! { without_else(value) -> scalar; at (0.5,), (1.25,), (2.5,) }

#[differentiable]
fn nested(x: f64, y: f64) -> f64 {
    let mut z = 1.0;
    if x > 0.0 {
        if y > 0.0 {
            z = x.exp() * y;
        } else {
            z -= x / y;
            if z > 2.0 {
                z = z * z;
            }
        }
    }
    z * x
}
zoo! { nested(value, value) -> scalar; at (0.5, 1.0), (0.5, -1.0), (2.0, -1.0), (-1.0, 1.0) }

#[differentiable]
fn branch_as_operand(x: f64) -> f64 {
    2.0 * if x > 0.0 { x } else { x * x } + (if x > 1.0 { 1.0 } else { x }).exp()
}
zoo! { branch_as_operand(value) -> scalar; at (0.5,), (1.5,), (-1.5,) }

#[differentiable]
fn condition_with_block(x: f64) -> f64 {
    if {
        let y = x * 2.0;
        y > 1.0
    } && x.sin() > 0.0
    {
        x.ln()
    } else {
        x * x
    }
}
zoo! { condition_with_block(value) -> scalar; at (0.25,), (1.5,) }

#[differentiable]
fn on_integers(x: f64, n: i32) -> f64 {
    match n {
        0 => x,
        1 | 2 => x * x,
        3..=9 => x.sin(),
        k if k < 0 => x * k as f64,
        _ => 1.0 / x,
    }
}
zoo! { on_integers(value, fixed) -> scalar; at (0.5, 0), (0.5, 2), (0.5, 7), (0.5, -4), (0.5, 100) }

#[differentiable]
fn on_tuples(x: f64, a: bool, n: u8) -> f64 {
    match (a, n) {
        (true, 0) => x,
        (true, _) => x * x,
        (false, 1..) => x.exp(),
        (false, m) => x * f64::from(m + 3),
    }
}
zoo! { on_tuples(value, fixed, fixed) -> scalar; at (0.5, true, 0), (0.5, true, 1), (0.5, false, 1), (0.5, false, 0) }

#[differentiable]
fn on_floats(x: f64) -> f64 {
    match x {
        y if y < 0.0 => y * y,
        0.0..=1.0 => x * 3.0,
        y => y.ln(),
    }
}
zoo! { on_floats(value) -> scalar; at (-0.5,), (0.5,), (2.5,) }

#[differentiable]
fn match_binds(x: f64) -> f64 {
    match (x * x, x + 1.0) {
        (a, b) if a > b => a * b,
        (a, b) => a / b,
    }
}
zoo! { match_binds(value) -> scalar; at (0.5,), (2.5,) }

#[differentiable]
fn match_with_statements(x: f64, n: usize) -> f64 {
    let mut y = x;
    match n % 3 {
        0 => {
            y *= 2.0;
            y += 1.0;
        }
        1 => y = y.sin(),
        _ => {}
    }
    y * x
}
zoo! { match_with_statements(value, fixed) -> scalar; at (0.5, 0), (0.5, 1), (0.5, 2) }

#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Square,
    Circle,
    Polygon(usize),
    Box { sides: u8 },
}

#[differentiable]
fn on_an_enum(x: f64, #[no_grad] shape: Shape) -> f64 {
    match shape {
        Shape::Square => x * x,
        Shape::Circle => std::f64::consts::PI * x * x,
        Shape::Polygon(n) if n > 4 => x * n as f64,
        Shape::Polygon(n) => x / n as f64,
        Shape::Box { sides } => x * f64::from(sides),
    }
}
zoo! { on_an_enum(value, fixed) -> scalar;
at (0.5, Shape::Square), (0.5, Shape::Circle), (0.5, Shape::Polygon(6)), (0.5, Shape::Polygon(2)), (0.5, Shape::Box { sides: 3 }) }

#[differentiable]
fn if_let(x: f64, n: Option<usize>) -> f64 {
    if let Some(n) = n { x.powi(n as i32) } else { x.sin() }
}
zoo! { if_let(value, fixed) -> scalar; at (0.5, Some(3)), (0.5, None) }

#[differentiable]
fn if_let_chain(x: f64, n: Option<usize>) -> f64 {
    if let Some(n) = n
        && n > 2
        && x > 0.0
    {
        x * n as f64
    } else {
        x * x
    }
}
zoo! { if_let_chain(value, fixed) -> scalar; at (0.5, Some(3)), (0.5, Some(1)), (-0.5, Some(3)), (0.5, None) }

#[differentiable]
fn let_else(x: f64, n: Option<i32>) -> f64 {
    let Some(n) = n else {
        return x.exp();
    };
    let y = x * f64::from(n);
    y * y
}
zoo! { let_else(value, fixed) -> scalar; at (0.5, Some(3)), (0.5, None) }

#[differentiable]
fn returns_early(x: f64) -> f64 {
    if x < 0.0 {
        return -x;
    }
    let y = x * x;
    if y > 4.0 {
        return y.ln();
    } else if y > 1.0 {
        return y;
    }
    y.sin()
}
zoo! { returns_early(value) -> scalar; at (-1.5,), (2.5,), (1.5,), (0.5,) }

#[differentiable]
fn return_as_expression(x: f64) -> f64 {
    let y = if x > 1.0 { x * x } else { return x.cos() };
    let z = match y as i32 {
        2 => return y,
        _ => y * 3.0,
    };
    return z * x;
}
zoo! { return_as_expression(value) -> scalar; at (0.5,), (1.5,), (2.5,) }

#[differentiable]
fn panicking_arm(x: f64, n: i32) -> f64 {
    match n {
        0 => x * x,
        1 => x.sin(),
        _ => panic!("no such case: {n}"),
    }
}
zoo! { panicking_arm(value, fixed) -> scalar; at (0.5, 0), (0.5, 1) }

#[differentiable]
fn matches_macro(x: f64, c: char) -> f64 {
    if matches!(c, 'a'..='f' | 'z') { x * x } else { x.exp() }
}
zoo! { matches_macro(value, fixed) -> scalar; at (0.5, 'b'), (0.5, 'q') }

#[differentiable]
fn on_strings(x: f64, name: &str) -> f64 {
    match name {
        "relu" => x.max(0.0),
        "tanh" => x.tanh(),
        other if other.is_empty() => x,
        _ => x * name.len() as f64,
    }
}
zoo! { on_strings(value, fixed) -> scalar; at (0.5, "relu"), (0.5, "tanh"), (0.5, ""), (0.5, "other") }
