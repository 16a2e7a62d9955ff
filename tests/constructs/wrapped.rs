//! Functions that return an `Option` or a `Result`: their gradients come in the same wrapper.

use autograd::differentiable;

#[derive(Clone, Debug, PartialEq)]
enum Mistake {
    Negative(usize),
    Empty,
    Parsed(String),
}

impl From<std::num::ParseFloatError> for Mistake {
    fn from(error: std::num::ParseFloatError) -> Self {
        Mistake::Parsed(error.to_string())
    }
}

#[differentiable]
fn root(x: f64) -> Option<f64> {
    if x < 0.0 {
        return None;
    }
    Some(x.sqrt())
}
zoo! { root(value) -> wrapped; at (2.25,), (-1.0,) }

#[differentiable]
fn roots(xs: &[f64], y: f64) -> Option<f64> {
    let mut total = 0.0;
    for x in xs {
        total += root(*x)? * y;
    }
    let last = root(total)?;
    Some(last * y)
}
zoo! { roots(shared, value) -> wrapped; at (vec![2.25, 4.0], 1.5), (vec![2.25, -4.0], 1.5), (vec![], 0.5), (vec![1.0], -2.0) }

#[differentiable]
fn checked(xs: &[f64], w: &mut [f64]) -> Result<f64, Mistake> {
    if xs.is_empty() {
        return Err(Mistake::Empty);
    }
    let mut product = 1.0;
    for (i, x) in xs.iter().enumerate() {
        if *x < 0.0 {
            return Err(Mistake::Negative(i));
        }
        product *= x.sqrt();
        w[i] *= product;
    }
    Ok(product)
}
zoo! { checked(shared, exclusive) -> wrapped;
at (vec![2.25, 4.0], vec![1.5, 0.5]), (vec![2.25, -4.0], vec![1.5, 0.5]), (vec![], vec![]) }

#[differentiable]
fn chained(xs: &[f64], text: &str) -> Result<f64, Mistake> {
    let scale: f64 = text.parse::<f64>()?;
    let mut work = vec![scale; xs.len()];
    let norm = checked(xs, &mut work)?;
    let back = checked(&work, &mut vec![1.0; xs.len()]).map(|v| v * norm)?;
    Ok(back * norm + work[0])
}
zoo! { chained(shared, fixed_ref) -> wrapped;
at (vec![2.25, 4.0], "1.5".to_owned()), (vec![2.25, -4.0], "1.5".to_owned()), (vec![2.25], "x".to_owned()) }

#[test]
fn gradients_come_in_the_same_wrapper() {
    assert_eq!(root_grad(4.0), Some(0.25));
    assert_eq!(root_grad(-4.0), None);
    assert_eq!(root_value_and_grad(4.0), Some((2.0, 0.25)));
    assert_eq!(root_value_and_grad(-4.0), None);
    assert_eq!(root_backward(4.0, Some(2.0)), (Some(2.0), 0.5));
    assert_eq!(root_backward(-4.0, None), (None, 0.0));
    let (value, pullback) = root_vjp(4.0);
    assert_eq!((value, pullback(Some(2.0)), pullback(None)), (Some(2.0), 0.5, 0.0));
    assert_eq!(chained_grad(&[], "1"), Err(Mistake::Empty));
    assert_eq!(chained_value_and_grad(&[1.0, -1.0], "1"), Err(Mistake::Negative(1)));
    assert!(matches!(chained_grad(&[1.0], "one"), Err(Mistake::Parsed(_))));
    let (value, gradient) = chained_value_and_grad(&[4.0], "1").expect("there is a value");
    assert_eq!((value, gradient), (2.0 * 2.0_f64.sqrt() * 2.0 + 2.0, vec![(2.5 * 2.0 * 2.0_f64.sqrt() + 1.0) / 4.0]));
}

type Fallible<T> = Result<T, Mistake>;

#[differentiable]
fn declared(x: f64, n: usize) -> std::result::Result<f64, String> {
    let y = if n > 2 { Err(format!("{n} is too many")) } else { Ok(x * x) }?;
    Ok(y * n as f64)
}
zoo! { declared(value, fixed) -> wrapped; at (1.5, 2), (1.5, 3) }

fn limit(n: usize) -> Fallible<usize> {
    if n > 2 { Err(Mistake::Negative(n)) } else { Ok(n) }
}

#[differentiable]
fn of_inactive(x: f64, n: usize) -> Result<f64, Mistake> {
    let n = limit(n)?;
    let first = [1.0, 2.0, 3.0].get(n).copied().ok_or(Mistake::Empty)?;
    Ok(x * first)
}
zoo! { of_inactive(value, fixed) -> wrapped; at (1.5, 2), (1.5, 3) }

#[differentiable]
fn pairs(x: f64, y: f64) -> Option<(f64, f64)> {
    (x > 0.0).then(|| (x.ln(), x * y))
}
zoo! { pairs(value, value) -> other; at (1.5, 2.0), (-1.5, 2.0) }

#[differentiable]
fn vectors(xs: &[f64]) -> Result<Vec<f64>, usize> {
    let mut roots = Vec::new();
    for (i, x) in xs.iter().enumerate() {
        roots.push(root(*x).ok_or(i)?);
    }
    Ok(roots)
}
zoo! { vectors(shared) -> other; at (vec![1.5, 2.0],), (vec![1.5, -2.0],) }

#[differentiable]
fn largest(xs: &[f64]) -> Option<f64> {
    let mut best: Option<f64> = None;
    for &x in xs {
        best = match best {
            None => Some(x),
            Some(b) if b >= x => Some(b),
            Some(_) => Some(x),
        };
    }
    best.map(|b| b * b)
}
zoo! { largest(shared) -> wrapped; at (vec![1.5, 2.0, 0.5],), (vec![],) }

#[differentiable]
fn let_else(x: f64, y: Option<f64>) -> f64 {
    let Some(y) = y else {
        return x * x;
    };
    let Some(z) = root(x * y) else { return x };
    z * y
}
zoo! { let_else(value, value) -> scalar; at (1.5, Some(2.0)), (1.5, Some(-2.0)), (1.5, None) }

#[differentiable]
fn guards(a: Option<f64>, b: Result<f64, i32>) -> f64 {
    match (a, b) {
        (Some(x), Ok(y)) if x > y => x * y,
        (Some(x), Ok(_)) if x < 0.0 => x,
        (Some(x), Ok(y)) => x / y,
        (Some(x), Err(code)) if code > 3 => x * code as f64,
        (None, Ok(y)) => y * y,
        (Some(x), Err(_)) => x,
        (None, Err(_)) => 0.0,
    }
}
zoo! { guards(value, value) -> scalar;
at (Some(3.0), Ok(2.0)), (Some(-3.0), Ok(2.0)), (Some(1.5), Ok(2.0)), (Some(1.5), Err(4)), (None, Ok(2.0)), (Some(2.0), Err(1)), (None, Err(1)) }

#[differentiable]
fn methods(a: Option<f64>, x: f64) -> f64 {
    let b = a.map(|v| v * x).filter(|v| *v > 1.0);
    let c = b.or(Some(x)).unwrap_or(0.0);
    let d = a.and_then(|v| root(v)).map_or(x, |v| v * c);
    let e = a.zip(b).map(|(p, q)| p * q).unwrap_or_default();
    let f = a.unwrap_or_else(|| x.sin()) + a.iter().map(|v| v * v).sum::<f64>();
    if let Some(v) = a.as_ref()
        && *v > 2.0
    {
        d * e + f * v
    } else {
        d + e * f
    }
}
zoo! { methods(value, value) -> scalar; at (Some(1.5), 2.0), (Some(2.5), 2.0), (Some(-1.5), 2.0), (None, 2.0) }

#[derive(Clone, Debug, PartialEq, autograd::Differentiable)]
enum Shape {
    Circle(f64),
    Rectangle { width: f64, height: f64 },
    Polygon(Vec<(f64, f64)>),
    Nothing,
}

#[differentiable]
impl Shape {
    fn area(&self) -> Option<f64> {
        match self {
            Shape::Circle(r) => Some(std::f64::consts::PI * r * r),
            Shape::Rectangle { width, height } if *width < *height => Some(width * height),
            Shape::Rectangle { width: w, .. } => Some(w * w),
            Shape::Polygon(corners) => {
                let mut twice = 0.0;
                for i in 0..corners.len() {
                    let (a, b) = (corners[i], corners[(i + 1) % corners.len()]);
                    twice += a.0 * b.1 - a.1 * b.0;
                }
                Some(twice / 2.0)
            }
            Shape::Nothing => None,
        }
    }
}

#[differentiable]
fn total_area(shapes: &[Shape], scale: f64) -> Option<f64> {
    let mut total = 0.0;
    for shape in shapes {
        total += shape.area()? * scale;
    }
    Some(total)
}

#[test]
fn enums_with_payloads() {
    let shapes = [
        Shape::Circle(2.0),
        Shape::Rectangle { width: 2.0, height: 3.0 },
        Shape::Polygon(vec![(0.0, 0.0), (1.0, 0.0), (0.0, 2.0)]),
    ];
    let (value, (d_shapes, d_scale)) = total_area_value_and_grad(&shapes, 2.0).expect("every shape has an area");
    assert!((value - 2.0 * d_scale).abs() < 1e-12);
    let expected = [
        ShapeTangent::Circle(8.0 * std::f64::consts::PI),
        ShapeTangent::Rectangle { width: 6.0, height: 4.0 },
        ShapeTangent::Polygon(vec![(-2.0, -1.0), (2.0, 0.0), (0.0, 1.0)]),
    ];
    assert_eq!(d_shapes, expected);
    assert_eq!(total_area_grad(&[Shape::Nothing], 2.0), None);
    assert_eq!(shapes[0].area_grad(), Some(ShapeTangent::Circle(4.0 * std::f64::consts::PI)));
}

#[differentiable]
fn generic_result<T: autograd::Real>(x: T, n: usize) -> Result<T, Mistake> {
    if n == 0 {
        return Err(Mistake::Empty);
    }
    Ok(x.powi(n as i32))
}
zoo! { generic_result(value, fixed) -> wrapped; at (1.5_f64, 2), (1.5, 0) }

#[differentiable]
fn question_in_a_closure(xs: &[f64], k: usize) -> Option<f64> {
    let at = |i: usize| -> Option<f64> {
        let x = xs.get(i)?;
        root(*x)
    };
    Some(at(k)? * at(k + 1).unwrap_or(2.0))
}
zoo! { question_in_a_closure(shared, fixed) -> wrapped; at (vec![1.5, 2.0], 0), (vec![1.5, 2.0], 1), (vec![1.5, 2.0], 2) }

#[differentiable]
fn first_and_last(xs: &[f64]) -> Option<f64> {
    let first = xs.first()?;
    let last = xs.last().copied()?;
    let (head, tail) = xs.split_first()?;
    let middle = xs.get(1)?;
    Some(first * last + head * middle * tail.len() as f64)
}
zoo! { first_and_last(shared) -> wrapped; at (vec![1.5, 2.0, 0.5],), (vec![1.5],), (vec![],) }

#[differentiable]
fn options_in_a_slice(rows: &[Option<f64>], x: f64) -> f64 {
    let mut total = x;
    for row in rows {
        if let Some(v) = row {
            total += v * x;
        }
    }
    for v in rows.iter().flatten() {
        total *= v;
    }
    total
}
zoo! { options_in_a_slice(shared, value) -> scalar; at (vec![Some(1.5), None, Some(2.0)], 0.5), (vec![], 0.5) }

#[differentiable]
fn by_condition(x: f64, n: usize) -> Result<f64, String> {
    let root = (x > 0.0).then(|| x.sqrt()).ok_or("negative")?;
    let scale = (n > 1).then_some(x * n as f64).ok_or_else(|| format!("{n} is too few"))?;
    Ok(root * scale)
}
zoo! { by_condition(value, fixed) -> wrapped; at (1.5, 2), (-1.5, 2), (1.5, 1) }

#[differentiable]
fn nested_options(x: Option<f64>, rows: &[(Option<f64>, f64)]) -> Option<f64> {
    let mut total = x?;
    for &(weight, value) in rows {
        let Some(weight) = weight else { continue };
        if weight < 0.0 {
            return Some(total * value);
        }
        total += weight * value;
    }
    match (x, rows.first()) {
        (Some(a), Some((Some(b), c))) if a > *b => Some(total * a * b + c),
        (Some(a), _) => Some(total / a),
        (None, _) => None,
    }
}
zoo! { nested_options(value, shared) -> wrapped;
at (Some(1.5), vec![(Some(0.5), 2.0), (None, 3.0)]), (Some(1.5), vec![(Some(2.5), 2.0), (Some(-1.0), 3.0)]), (None, vec![]) }

#[differentiable]
fn first_of_grown(n: usize, x: f64, out: &mut Vec<f64>) -> Option<f64> {
    for _ in 0..n {
        out.push(x);
    }
    let first = *out.first()?;
    Some(first * x)
}
zoo! { first_of_grown(fixed, value, exclusive) -> wrapped; at (0, 1.5, vec![1.5]), (0, 1.5, vec![]) }

#[differentiable]
fn first_of_cleared(x: f64, out: &mut Vec<f64>) -> Option<f64> {
    out.clear();
    let first = *out.first()?;
    Some(first * x)
}
zoo! { first_of_cleared(value, exclusive) -> wrapped; at (1.5, vec![]) }

#[differentiable]
fn first_of_all(x: f64, out: &[f64]) -> Option<f64> {
    let first = *out.first()?;
    Some(first * x)
}
zoo! { first_of_all(value, shared) -> wrapped; at (1.5, vec![]) }

#[differentiable]
fn first_after_writes(x: f64, out: &mut [f64]) -> Option<f64> {
    for v in out.iter_mut() {
        if *v == 0.0 {
            return None;
        }
        *v *= x;
    }
    let first = *out.first()?;
    Some(first * x)
}
zoo! { first_after_writes(value, exclusive) -> wrapped; at (1.5, vec![]), (1.5, vec![1.0]) }

#[differentiable]
fn first_or_return(x: f64, out: &mut [f64]) -> f64 {
    for v in out.iter_mut() {
        if *v > 10.0 {
            return x;
        }
        *v *= x;
    }
    if out.is_empty() {
        return x * x;
    }
    out[0] * x
}
zoo! { first_or_return(value, exclusive) -> scalar; at (1.5, vec![]), (1.5, vec![1.0]), (1.5, vec![1.0, 11.0]) }
