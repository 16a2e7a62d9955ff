//! Generic parameters in every position.

use autograd::{Real, differentiable};

#[derive(Clone, Copy, Debug, PartialEq, autograd::Differentiable)]
struct Line<T> {
    slope: T,
    offset: T,
}

#[differentiable]
impl<T: Real> Line<T> {
    fn at(&self, x: T) -> T {
        self.slope * x + self.offset
    }

    fn through(a: (T, T), b: (T, T)) -> Self {
        let slope = (b.1 - a.1) / (b.0 - a.0);
        Line { slope, offset: a.1 - slope * a.0 }
    }

    fn residual<const N: usize>(self, xs: &[T; N], ys: [T; N]) -> T
    where
        T: PartialOrd,
    {
        let mut total = T::zero();
        for i in 0..N {
            let e = self.at(xs[i]) - ys[i];
            total += if e > T::zero() { e * e } else { -e };
        }
        total
    }
}

#[differentiable]
fn fitted(a: (f64, f64), b: (f64, f64), x: f64) -> f64 {
    let line = Line::through(a, b);
    line.at(x) + line.residual(&[x, 1.0], [0.5, x]) + Line::<f64>::through(b, (x, 2.0)).slope
}
zoo! { fitted(value, value, value) -> scalar; at ((0.5, 1.0), (2.0, 3.5), 1.25) }

#[differentiable]
fn rows<'a, T: Real, const D: usize>(data: &'a [[T; D]], w: &'a [T; D], scale: T) -> T
where
    T: Default + std::fmt::Debug,
{
    let mut total = T::default();
    for row in data {
        let dot = row.iter().zip(w.iter()).map(|(a, b)| *a * *b).fold(T::zero(), |s, v| s + v);
        total += (dot * scale).tanh();
    }
    total
}
zoo! { rows(shared, shared, value) -> scalar; at (vec![[0.5_f64, 1.0], [2.0, -0.5]], [1.5, 0.25], 0.5) }

#[differentiable]
fn nested_generic<T: Real>(pairs: &[(T, T)], out: &mut Vec<T>) -> Option<T> {
    out.clear();
    for &(a, b) in pairs {
        if b == T::zero() {
            return None;
        }
        out.push(a / b);
    }
    let first = *out.first()?;
    Some(first * T::from_f64(2.0) + out.iter().copied().sum::<T>())
}
zoo! { nested_generic(shared, exclusive) -> wrapped; at (vec![(0.5_f64, 1.0), (2.0, -0.5)], vec![1.0, 2.0]), (vec![], vec![]) }

#[differentiable]
fn generic_closures<T: Real>(xs: Vec<T>, k: T) -> [T; 2] {
    let scaled = |x: &T| *x * k;
    let ys: Vec<T> = xs.iter().map(scaled).collect();
    let mut out = [T::zero(), T::one()];
    for y in &ys {
        out[0] += y.exp();
        out[1] *= *y;
    }
    out
}
zoo! { generic_closures(value, value) -> other; at (vec![0.5_f64, 1.0], 0.75) }

#[differentiable]
fn impl_iterator(xs: impl Iterator<Item = f64>, w: f64) -> f64 {
    xs.map(|x| x * x * w).sum()
}

#[differentiable]
fn impl_iterator_loop(xs: impl Iterator<Item = f64>, w: f64) -> f64 {
    let mut total = 0.0;
    for (i, x) in xs.enumerate() {
        total = total * w + x * i as f64;
    }
    total
}

#[differentiable]
fn impl_into_iterator(xs: impl IntoIterator<Item = f64>, w: f64) -> f64 {
    let mut total = 0.0;
    for x in xs {
        total += (x * w).sin();
    }
    total
}

#[differentiable]
fn named_iterator<I>(w: f64, xs: I, n: usize) -> f64
where
    I: DoubleEndedIterator<Item = f64> + Clone,
{
    let largest = xs.clone().fold(w, f64::max);
    xs.rev().take(n).map(|x| x / largest).sum()
}

#[differentiable]
fn two_iterators(xs: impl Iterator<Item = (f64, f64)>, places: impl Iterator<Item = usize>, a: &[f64]) -> f64 {
    let picked: f64 = places.map(|i| a[i] * a[i]).sum();
    xs.map(|(x, y)| x * y).sum::<f64>() * picked
}

#[test]
fn iterators_as_arguments() {
    assert_eq!(impl_iterator_grad([1.0, 2.0].into_iter(), 3.0), (vec![6.0, 12.0], 5.0));
    assert_eq!(impl_iterator_value_and_grad(std::iter::once(2.0), 3.0), (12.0, (vec![12.0], 4.0)));
    assert_eq!(impl_iterator_backward(vec![1.0, 2.0].into_iter(), 3.0, 2.0), (15.0, (vec![12.0, 24.0], 10.0)));
    let (value, pullback) = impl_iterator_vjp((0..3).map(f64::from), 3.0);
    assert_eq!(
        (value, pullback(1.0), pullback(2.0)),
        (15.0, (vec![0.0, 6.0, 12.0], 5.0), (vec![0.0, 12.0, 24.0], 10.0))
    );
    assert_eq!(impl_iterator_loop_grad([1.0, 2.0, 3.0].into_iter(), 0.5), (vec![0.0, 0.5, 2.0], 2.0));
    assert_eq!(impl_into_iterator_grad(vec![0.0, 0.0], 2.0), (vec![2.0, 2.0], 0.0));
    let xs = [1.0, 2.0, 4.0];
    assert_eq!(named_iterator_grad(0.5, xs.iter().copied(), 2), (0.0, vec![0.0, 0.25, 0.25 - 6.0 / 16.0]));
    let (value, pullback) = named_iterator_vjp(8.0, xs.iter().copied(), 2);
    assert_eq!((value, pullback(1.0)), (0.75, (-6.0 / 64.0, vec![0.0, 0.125, 0.125])));
    let gradient = two_iterators_grad([(1.0, 2.0), (3.0, 4.0)].into_iter(), [1, 1].into_iter(), &[5.0, 1.0]);
    assert_eq!(gradient, (vec![(4.0, 2.0), (8.0, 6.0)], vec![0.0, 56.0]));
}
