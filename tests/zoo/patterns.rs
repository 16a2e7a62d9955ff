use autograd::differentiable;

#[differentiable]
fn nested_tuple_pattern(p: ((f64, f64), f64)) -> f64 {
    let ((a, _), c) = p;
    let (_, b) = p.0;
    a * b + c * c
}
zoo! { nested_tuple_pattern(value) -> scalar; at (((1.5, 2.0), 3.0),) }

#[differentiable]
fn mixed_tuple(p: (f64, usize, f64)) -> f64 {
    let (x, n, y) = p;
    x * n as f64 + y * y
}
zoo! { mixed_tuple(value) -> scalar; at ((1.5, 2, 3.0),) }

#[differentiable]
fn rest_pattern(x: f64) -> f64 {
    let (a, .., d) = (x, x * x, 3.0, x.sin());
    let (first, ..) = (a * d, 1.0);
    first
}
zoo! { rest_pattern(value) -> scalar; at (1.5,); is |x: f64| x.sin() + x * x.cos() }

#[differentiable]
fn array_pattern(a: [f64; 3]) -> f64 {
    let [x, y, z] = a;
    x * y - z * x
}
zoo! { array_pattern(value) -> scalar; at ([1.5, 2.0, -0.5],); is |a: [f64; 3]| [a[1] - a[2], a[0], -a[0]] }

#[differentiable]
fn reference_to_array_pattern(a: &[f64; 3]) -> f64 {
    let [x, y, z] = a;
    x * y - *z * x
}
zoo! { reference_to_array_pattern(shared) -> scalar; at ([1.5, 2.0, -0.5],); is |a: [f64; 3]| [a[1] - a[2], a[0], -a[0]] }

#[differentiable]
fn array_parameter_pattern([x, y]: [f64; 2]) -> f64 {
    x * y + x
}
zoo! { array_parameter_pattern(value) -> scalar; at ([1.5, 2.0],); is |a: [f64; 2]| [a[1] + 1.0, a[0]] }

#[differentiable]
fn reference_pattern(&x: &f64, y: &f64) -> f64 {
    x * y * *y
}
zoo! { reference_pattern(shared, shared) -> scalar; at (1.5, 2.0); is |x: f64, y: f64| (y * y, 2.0 * x * y) }

#[differentiable]
fn at_pattern(x: f64, n: u32) -> f64 {
    match n {
        k @ 1..=5 => x * f64::from(k),
        k @ (7 | 9) => x.powi(k as i32),
        _ => x,
    }
}
zoo! { at_pattern(value, fixed) -> scalar; at (1.5, 3), (1.25, 9), (0.5, 6) }

#[differentiable]
fn tuple_of_integers(x: f64, p: (usize, bool)) -> f64 {
    let (n, negate) = p;
    let y = x * n as f64;
    if negate { -y } else { y * y }
}
zoo! { tuple_of_integers(value, fixed) -> scalar; at (1.5, (3, true)), (1.5, (3, false)) }

#[differentiable]
fn typed_patterns(x: f64) -> f64 {
    let (a, b): (f64, f64) = (x, x * x);
    let c: f64 = a + b;
    let n: usize = 3;
    let list: [f64; 2] = [c, a];
    list[0] * list[1] + n as f64 * b
}
zoo! { typed_patterns(value) -> scalar; at (1.5,) }

#[differentiable]
fn wild_parameters(_: f64, x: f64, _: usize) -> f64 {
    x * x
}
zoo! { wild_parameters(value, value, fixed) -> scalar; at (1.5, 2.0, 3); is |_a: f64, x: f64, _n: usize| (0.0, 2.0 * x) }

#[differentiable]
fn if_let_on_tuple(x: f64, p: Option<(usize, i32)>) -> f64 {
    if let Some((n, k)) = p {
        x * n as f64 - f64::from(k)
    } else if let None = p {
        x.exp()
    } else {
        0.0
    }
}
zoo! { if_let_on_tuple(value, fixed) -> scalar; at (1.5, Some((3, -1))), (1.5, None) }
