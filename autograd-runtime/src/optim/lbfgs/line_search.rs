//! A line search for the strong Wolfe conditions.

use super::vector::{dot, max_abs};
use crate::optim::Scalar;

/// Sufficient decrease: `f(t) ≤ f(0) + C1 t f'(0)`.
const C1: f64 = 1e-4;
/// Curvature: `|f'(t)| ≤ C2 |f'(0)|`.
const C2: f64 = 0.9;
/// A bracket that moves no parameter by more than this is as good as a point. PyTorch keeps it apart from the
/// optimizer's own `tolerance_change`.
const SMALLEST_MOVE: f64 = 1e-9;
/// The largest number of evaluations after the first.
const MAX_ITERATIONS: usize = 25;

/// Where a search begins: the objective at 0 and the first length to try.
pub(super) struct Start<'a, T> {
    pub(super) t: f64,
    pub(super) loss: f64,
    pub(super) gradient: &'a [T],
    pub(super) slope: f64,
}

/// Where a search ended.
pub(super) struct Found<T> {
    pub(super) t: f64,
    pub(super) loss: f64,
    pub(super) gradient: Vec<T>,
    pub(super) evaluations: usize,
}

/// The objective at one length.
#[derive(Clone)]
struct Point<T> {
    t: f64,
    loss: f64,
    gradient: Vec<T>,
    slope: f64,
}

/// Finds a length along `d` that satisfies the strong Wolfe conditions, or comes as near as it can.
///
/// `along` evaluates the objective and its gradient at a length. First lengths grow until a point satisfies the conditions
/// or two points bracket one that does; then the bracket shrinks around it.
///
/// Source: Nocedal and Wright, "Numerical Optimization" (2006), algorithms 3.5 and 3.6; the safeguards are minFunc's as
/// PyTorch has them, down to the first two lengths not being compared with each other.
pub(super) fn strong_wolfe<T: Scalar>(
    along: &mut dyn FnMut(f64) -> (f64, Vec<T>),
    start: Start<'_, T>,
    d: &[T],
) -> Found<T> {
    let mut evaluations = 0;
    let mut evaluate = |t: f64| {
        evaluations += 1;
        let (loss, gradient) = along(t);
        let slope = dot(&gradient, d);
        Point { t, loss, gradient, slope }
    };
    let origin = Point { t: 0.0, loss: start.loss, gradient: start.gradient.to_vec(), slope: start.slope };
    let conditions = Conditions { loss: origin.loss, slope: origin.slope };
    let mut iterations = 0;
    let best = match bracket(&mut evaluate, origin, start.t, conditions, &mut iterations) {
        Bracket::Satisfied(point) => point,
        Bracket::Between(ends) => zoom(&mut evaluate, ends, max_abs(d), conditions, iterations),
    };
    Found { t: best.t, loss: best.loss, gradient: best.gradient, evaluations }
}

/// The two conditions, given the objective and its slope at 0.
#[derive(Clone, Copy)]
struct Conditions {
    loss: f64,
    slope: f64,
}

impl Conditions {
    /// The decrease is not sufficient.
    fn too_high<T>(self, point: &Point<T>) -> bool {
        point.loss > self.loss + C1 * point.t * self.slope
    }

    /// The slope is small enough.
    fn flat<T>(self, point: &Point<T>) -> bool {
        point.slope.abs() <= -C2 * self.slope
    }
}

enum Bracket<T> {
    Satisfied(Point<T>),
    Between([Point<T>; 2]),
}

/// Grows the length until it satisfies the conditions or has passed a point that does.
fn bracket<T: Scalar>(
    evaluate: &mut dyn FnMut(f64) -> Point<T>,
    origin: Point<T>,
    first: f64,
    conditions: Conditions,
    iterations: &mut usize,
) -> Bracket<T> {
    let mut previous = origin.clone();
    let mut point = evaluate(first);
    while *iterations < MAX_ITERATIONS {
        if conditions.too_high(&point) || (*iterations > 1 && point.loss >= previous.loss) {
            return Bracket::Between([previous, point]);
        }
        if conditions.flat(&point) {
            return Bracket::Satisfied(point);
        }
        if point.slope >= 0.0 {
            return Bracket::Between([previous, point]);
        }
        let bounds = (point.t + 0.01 * (point.t - previous.t), point.t * 10.0);
        let t = cubic_minimum(&previous, &point, Some(bounds));
        previous = point;
        point = evaluate(t);
        *iterations += 1;
    }
    Bracket::Between([origin, point])
}

/// Shrinks the bracket around a point that satisfies the conditions; returns the best point found.
fn zoom<T: Scalar>(
    evaluate: &mut dyn FnMut(f64) -> Point<T>,
    mut ends: [Point<T>; 2],
    d_norm: f64,
    conditions: Conditions,
    mut iterations: usize,
) -> Point<T> {
    let lower = |ends: &[Point<T>; 2]| if ends[0].loss <= ends[1].loss { 0 } else { 1 };
    let mut low = lower(&ends);
    let mut little_progress = false;
    let mut done = false;
    while !done && iterations < MAX_ITERATIONS {
        if (ends[1].t - ends[0].t).abs() * d_norm < SMALLEST_MOVE {
            break;
        }
        let t = guard(cubic_minimum(&ends[0], &ends[1], None), &ends, &mut little_progress);
        let point = evaluate(t);
        iterations += 1;
        let high = 1 - low;
        if conditions.too_high(&point) || point.loss >= ends[low].loss {
            ends[high] = point;
            low = lower(&ends);
        } else {
            if conditions.flat(&point) {
                done = true;
            } else if point.slope * (ends[high].t - ends[low].t) >= 0.0 {
                // The minimum lies between the old best point and the new one.
                ends[high] = ends[low].clone();
            }
            ends[low] = point;
        }
    }
    let [a, b] = ends;
    if low == 0 { a } else { b }
}

/// Moves a length that hugs an end of the bracket a tenth of the way inside, on the second offence or when it is at or
/// beyond the end.
fn guard<T>(t: f64, ends: &[Point<T>; 2], little_progress: &mut bool) -> f64 {
    let (min, max) = (smaller(ends[0].t, ends[1].t), larger(ends[0].t, ends[1].t));
    let margin = 0.1 * (max - min);
    if smaller(max - t, t - min) >= margin || t.is_nan() {
        *little_progress = false;
        return t;
    }
    if !*little_progress && t < max && t > min {
        *little_progress = true;
        return t;
    }
    *little_progress = false;
    if (t - max).abs() < (t - min).abs() { max - margin } else { min + margin }
}

/// The minimum of the cubic through two points with their slopes, kept within bounds (by default, between the points); the
/// middle of the bounds where the cubic has none.
///
/// ```text
/// d₁ = g₁ + g₂ - 3 (f₁ - f₂) / (x₁ - x₂)
/// d₂ = √(d₁² - g₁ g₂)
/// x  = x₂ - (x₂ - x₁) (g₂ + d₂ - d₁) / (g₂ - g₁ + 2 d₂)     for x₁ ≤ x₂
/// ```
fn cubic_minimum<T>(a: &Point<T>, b: &Point<T>, bounds: Option<(f64, f64)>) -> f64 {
    let (left, right) = if a.t <= b.t { (a, b) } else { (b, a) };
    let (min, max) = bounds.unwrap_or((left.t, right.t));
    let d1 = a.slope + b.slope - 3.0 * (a.loss - b.loss) / (a.t - b.t);
    let square = d1 * d1 - a.slope * b.slope;
    if square >= 0.0 {
        let d2 = square.sqrt();
        let ratio = (right.slope + d2 - d1) / (right.slope - left.slope + 2.0 * d2);
        smaller(larger(right.t - (right.t - left.t) * ratio, min), max)
    } else {
        (min + max) / 2.0
    }
}

/// The first unless the second is larger, so that a NaN in front stays, as in Python.
fn larger(a: f64, b: f64) -> f64 {
    if b > a { b } else { a }
}

/// The first unless the second is smaller, so that a NaN in front stays, as in Python.
fn smaller(a: f64, b: f64) -> f64 {
    if b < a { b } else { a }
}
