//! Variables that say nothing of a gradient when they are made, and get one later.

use autograd::{Differentiable, differentiable};

#[derive(Clone, Copy, Debug, Default, PartialEq, Differentiable)]
struct Point {
    x: f64,
    y: f64,
}

#[differentiable]
impl Point {
    fn add(&mut self, v: f64) {
        self.x += v * v;
    }

    fn scaled(&self, k: f64) -> f64 {
        self.x * k - self.y
    }
}

#[differentiable]
fn fill(p: &mut Point, x: f64) {
    p.x = x * x;
}

#[differentiable]
fn fill_all(points: &mut [Point], x: f64) {
    for p in points.iter_mut() {
        p.y = x * x;
    }
}

#[differentiable]
fn lent(x: f64) -> f64 {
    let mut p = Point::default();
    fill(&mut p, x);
    p.x
}
zoo! { lent(value) -> scalar; at (3.0,); is |x: f64| 2.0 * x }

#[differentiable]
fn lent_in_a_loop(x: f64, n: usize) -> f64 {
    let mut points = vec![Point::default(); n];
    let mut total = 0.0;
    for i in 0..n {
        fill_all(&mut points[i..], x * i as f64);
        total += points[n - 1].y;
    }
    total
}
zoo! { lent_in_a_loop(value, fixed) -> scalar; at (0.75, 3), (0.75, 1) }

#[differentiable]
fn an_array(x: f64) -> f64 {
    let mut points = [Point { x: 0.0, y: 1.0 }; 3];
    fill_all(&mut points, x);
    points[0].y * points[2].y
}
zoo! { an_array(value) -> scalar; at (0.75,) }

#[differentiable]
fn a_field(x: f64) -> f64 {
    let mut p: Point = Point::default();
    p.x = x;
    p.x * x
}
zoo! { a_field(value) -> scalar; at (0.75,); is |x: f64| 2.0 * x }

#[differentiable]
fn elements(x: f64) -> f64 {
    let mut points = vec![Point::default(); 3];
    for p in points.iter_mut() {
        p.x = x;
    }
    points[1].x * x
}
zoo! { elements(value) -> scalar; at (0.75,) }

#[differentiable]
fn by_method(x: f64) -> f64 {
    let mut p = Point::default();
    p.add(x);
    let mut q = p;
    q.add(p.scaled(2.0));
    q.scaled(x)
}
zoo! { by_method(value) -> scalar; at (0.75,) }

#[differentiable]
fn in_a_tuple(x: f64) -> f64 {
    let (mut p, k) = (Point::default(), 2.0);
    fill(&mut p, x);
    p.x * k
}
zoo! { in_a_tuple(value) -> scalar; at (0.75,) }

#[differentiable]
fn through_a_reference(x: f64) -> f64 {
    let mut p = Point::default();
    let r = &mut p;
    fill(r, x);
    r.add(x);
    p.x
}
zoo! { through_a_reference(value) -> scalar; at (0.75,) }

#[differentiable]
fn constant_receiver(x: f64, #[no_grad] model: &Point) -> f64 {
    let p = Point::default();
    p.scaled(x) + model.scaled(x * x)
}
zoo! { constant_receiver(value, fixed_ref) -> scalar; at (0.75, Point { x: 2.0, y: 0.5 }) }

#[differentiable]
fn assigned_whole(x: f64, n: usize) -> f64 {
    let mut best = Point::default();
    for i in 0..n {
        let p = Point { x: x * i as f64, y: 1.0 };
        if p.scaled(x) > best.scaled(1.0) {
            best = p;
        }
    }
    best.x * best.x
}
zoo! { assigned_whole(value, fixed) -> scalar; at (0.75, 4), (0.75, 0) }

const LIMIT: f64 = 1.5;

#[differentiable]
fn from_a_constant(x: f64, n: usize) -> f64 {
    let mut y = LIMIT;
    y += x;
    for _ in 0..n {
        y *= x;
    }
    y
}
zoo! { from_a_constant(value, fixed) -> scalar; at (0.75, 0), (0.75, 3) }
