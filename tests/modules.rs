//! Annotated modules and `impl` blocks, whose helpers are inlined into their callers.
#![allow(clippy::all, reason = "the forms that lints discourage are forms that people write")]
#![allow(clippy::needless_range_loop, reason = "the forms that lints discourage are forms that people write")]

#[macro_use]
#[path = "zoo/cross.rs"]
mod cross;

use autograd::differentiable;
use objectives::*;

#[differentiable]
mod objectives {
    const SCALE: f64 = 0.5;

    fn square(x: f64) -> f64 {
        x * x
    }

    /// Views of the caller's workspace are seen through.
    fn scaled(a: &[f64], out: &mut [f64], w: f64) {
        for i in 0..a.len() {
            out[i] = w * a[i] * SCALE;
        }
    }

    fn norm(a: &[f64]) -> f64 {
        let mut total = 0.0;
        for x in a {
            total += square(*x);
        }
        total.sqrt()
    }

    fn simpson(f: impl Fn(f64) -> f64, a: f64, b: f64, n: usize) -> f64 {
        let h = (b - a) / n as f64;
        let mut sum = f(a) + f(b);
        for k in 1..n {
            let weight = if k % 2 == 0 { 2.0 } else { 4.0 };
            sum += weight * f(a + k as f64 * h);
        }
        sum * h / 3.0
    }

    fn newton<F, G>(f: F, derivative: &G, start: f64) -> f64
    where
        F: Fn(f64) -> f64,
        G: Fn(f64) -> f64,
    {
        let mut x = start;
        for _ in 0..4 {
            x -= f(x) / derivative(x);
        }
        x
    }

    fn row(m: &[f64], i: usize, d: usize) -> &[f64] {
        &m[i * d..][..d]
    }

    fn dot(a: &[f64], b: &[f64]) -> f64 {
        a.iter().zip(b).map(|(a, b)| a * b).sum()
    }

    fn first_above(a: &[f64], limit: f64) -> f64 {
        for &x in a {
            if x > limit {
                return x * x;
            }
        }
        limit
    }

    fn halved(mut x: f64, mut a: [f64; 2]) -> f64 {
        x *= 0.5;
        a[0] += x;
        a[0] * a[1]
    }

    fn power(x: f64, n: usize) -> f64 {
        if n == 0 { 1.0 } else { x * power(x, n - 1) }
    }

    pub(crate) fn through_a_workspace(a: &[f64], work: &mut [f64], w: f64) -> f64 {
        let n = a.len();
        scaled(a, &mut work[..n], w);
        let first = norm(&work[..n]);
        scaled(&a[..1], &mut work[n - 1..], first);
        norm(work) + first
    }

    pub(crate) fn integral(k: f64, b: f64) -> f64 {
        let x = 2.0;
        simpson(|t| (k * t).sin() * x, 0.0, b, 8)
    }

    pub(crate) fn root(a: f64) -> f64 {
        newton(|x| x * x - a, &|x: f64| 2.0 * x, 1.0)
    }

    pub(crate) fn gram(m: &[f64], d: usize) -> f64 {
        let n = m.len() / d;
        let mut total = 0.0;
        for i in 0..n {
            for j in 0..=i {
                total += square(dot(row(m, i, d), row(m, j, d)));
            }
        }
        total
    }

    pub(crate) fn early(a: &[f64], limit: f64) -> f64 {
        let found = first_above(a, limit);
        found * first_above(&a[1..], 10.0 * limit) + halved(found, [limit, found])
    }

    pub(crate) fn recursive(x: f64) -> f64 {
        power(x, 3) + power(square(x), 2)
    }

    pub(crate) fn shadowing(total: f64, h: f64) -> f64 {
        let a = [total, h];
        let x = norm(&a);
        let sum = square(x) + total;
        sum * h
    }
}

zoo! { through_a_workspace(shared, exclusive, value) -> scalar; at (vec![0.5, -1.0, 2.0], vec![1.0, 2.0, 3.0, 4.0], 1.5) }
zoo! { integral(value, value) -> scalar; at (1.5, 2.0) }
zoo! { root(value) -> scalar; at (2.5,) }
zoo! { gram(shared, fixed) -> scalar; at (vec![0.5, -1.0, 2.0, 0.25, 1.5, 3.0], 2), (vec![], 2) }
zoo! { early(shared, value) -> scalar; at (vec![0.5, -1.0, 2.0], 0.25), (vec![0.5, 1.0], 2.5) }
zoo! { recursive(value) -> scalar; at (1.25,) }
zoo! { shadowing(value, value) -> scalar; at (1.25, -0.5) }

#[derive(Clone, Debug, PartialEq, autograd::Differentiable)]
struct Spring {
    stiffness: f64,
    rest: f64,
}

#[differentiable]
impl Spring {
    fn stretch(&self, x: f64) -> f64 {
        x - self.rest
    }

    fn energy(&self, x: f64) -> f64 {
        let s = self.stretch(x);
        0.5 * self.stiffness * Self::squared(s)
    }

    fn squared(x: f64) -> f64 {
        x * x
    }
}

#[test]
fn methods_of_one_impl() {
    let spring = Spring { stiffness: 3.0, rest: 0.5 };
    let (d_spring, d_x) = spring.energy_grad(2.0);
    assert_eq!((d_spring.stiffness, d_spring.rest, d_x), (0.5 * 1.5 * 1.5, -3.0 * 1.5, 3.0 * 1.5));
}

#[differentiable]
mod helpers_of_all_kinds {
    fn accumulate(total: &mut f64, x: f64, w: f64) {
        *total += x * w;
        if x > 1.0 {
            return;
        }
        *total *= w;
    }

    fn both(x: f64, y: f64) -> (f64, f64) {
        (x * y, x - y)
    }

    fn each(n: usize, mut f: impl FnMut(usize)) {
        for i in 0..n {
            f(i);
        }
    }

    fn best(a: &[f64]) -> f64 {
        let better = |x: f64, y: f64| if x > y { x } else { y };
        let mut found = a[0];
        for (i, &x) in a.iter().enumerate() {
            if i == 0 {
                continue;
            }
            found = better(found, x);
            if found > 100.0 {
                return 0.0;
            }
        }
        found
    }

    fn swap_halves(a: &mut [f64], n: usize) {
        for i in 0..n {
            let t = a[i];
            a[i] = a[i + n];
            a[i + n] = t;
        }
    }

    pub(crate) fn by_mutable_reference(a: &[f64], w: f64) -> f64 {
        let mut sum = w;
        for i in 0..a.len() {
            accumulate(&mut sum, a[i], w);
        }
        let total = 2.0;
        let last = sum;
        accumulate(&mut sum, total * w, last);
        sum
    }

    pub(crate) fn tuples(x: f64, y: f64) -> f64 {
        let (a, b) = both(x, y);
        let (c, d) = both(b, both(a, x).1);
        c * d
    }

    pub(crate) fn mutable_closures(a: &[f64], out: &mut [f64]) -> f64 {
        let mut i = 0.0;
        each(a.len(), |k| {
            i += a[k] * a[k];
            out[k] *= i;
        });
        i
    }

    pub(crate) fn inside_a_chain(a: &[f64], d: usize) -> f64 {
        a.chunks_exact(d).map(|row| best(row).exp()).sum::<f64>() * best(a)
    }

    pub(crate) fn in_place(a: &mut [f64], w: f64) {
        let n = a.len() / 2;
        swap_halves(a, n);
        a[0] *= w;
        swap_halves(&mut a[..2], 1);
    }
}

use helpers_of_all_kinds::*;
zoo! { by_mutable_reference(shared, value) -> scalar; at (vec![0.5, 2.0, -1.0], 1.5) }
zoo! { tuples(value, value) -> scalar; at (0.5, 1.5) }
zoo! { mutable_closures(shared, exclusive) -> scalar; at (vec![0.5, 2.0], vec![1.5, 3.0]) }
zoo! { inside_a_chain(shared, fixed) -> scalar; at (vec![0.5, 2.0, -1.0, 0.25], 2) }
zoo! { in_place(exclusive, value) -> unit; at (vec![0.5, 2.0, -1.0, 0.25], 1.5) }
