//! Random points and directions, and what is compared there.

use nalgebra::{DMatrix, DVector, SMatrix};

/// Numbers in (-1, 1), the same in every run.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn of(name: &str, n: usize) -> Self {
        let seed = name.bytes().fold(n as u64 + 1, |seed, byte| seed.wrapping_mul(0x100_0000_01b3) ^ u64::from(byte));
        Random(seed)
    }

    pub(crate) fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    }

    pub(crate) fn list(&mut self, n: usize) -> Vec<f64> {
        (0..n).map(|_| self.next()).collect()
    }
}

/// What the first matrix is.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Domain {
    Regular,
    /// Symmetric and positive definite.
    Positive,
}

/// A value as a list of floats.
pub(crate) trait Flat {
    fn read(n: usize, from: &mut dyn Iterator<Item = f64>) -> Self;
    fn write(&self, into: &mut Vec<f64>);
}

impl Flat for f64 {
    fn read(_: usize, from: &mut dyn Iterator<Item = f64>) -> f64 {
        from.next().expect("a number")
    }

    fn write(&self, into: &mut Vec<f64>) {
        into.push(*self);
    }
}

impl<const R: usize, const C: usize> Flat for SMatrix<f64, R, C> {
    fn read(_: usize, from: &mut dyn Iterator<Item = f64>) -> Self {
        SMatrix::from_iterator(from.take(R * C))
    }

    fn write(&self, into: &mut Vec<f64>) {
        into.extend(self.iter());
    }
}

impl Flat for DMatrix<f64> {
    fn read(n: usize, from: &mut dyn Iterator<Item = f64>) -> Self {
        DMatrix::from_iterator(n, n, from.take(n * n))
    }

    fn write(&self, into: &mut Vec<f64>) {
        into.extend(self.iter());
    }
}

impl Flat for DVector<f64> {
    fn read(n: usize, from: &mut dyn Iterator<Item = f64>) -> Self {
        DVector::from_iterator(n, from.take(n))
    }

    fn write(&self, into: &mut Vec<f64>) {
        into.extend(self.iter());
    }
}

/// A function in one size: its value, and a seed pulled back, both flat. The point is `(a, b, x, y, k)`.
pub(crate) struct Case {
    pub(crate) value: fn(usize, &[f64]) -> Vec<f64>,
    pub(crate) pulled: fn(usize, &[f64], &[f64]) -> Vec<f64>,
}

/// A point whose first matrix is well conditioned and of the domain.
fn point(domain: Domain, n: usize, random: &mut Random) -> Vec<f64> {
    let mut point = random.list(2 * n * n + 2 * n + 1);
    let scale = 1.0 / (n as f64).sqrt();
    let a = DMatrix::from_column_slice(n, n, &point[..n * n]) * scale;
    let a = match domain {
        Domain::Regular => a + DMatrix::identity(n, n) * 2.0,
        Domain::Positive => (&a + a.transpose()) * 0.5 + DMatrix::identity(n, n) * 2.0,
    };
    point[..n * n].copy_from_slice(a.as_slice());
    // The scalar is a divisor, and no entry of `b` is: away from zero.
    for entry in &mut point[n * n..] {
        *entry += 0.25_f64.copysign(*entry);
    }
    point
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Runs a row in one size; `other` is the same function in the other kind of size.
pub(crate) fn check(name: &str, domain: Domain, n: usize, case: &Case, other: Option<&Case>) {
    let mut random = Random::of(name, n);
    for trial in 0..20 {
        let at = point(domain, n, &mut random);
        along(&format!("{name} of size {n}, trial {trial}"), n, &at, case, &mut random);
        if let Some(other) = other {
            let value = (case.value)(n, &at);
            let seed = random.list(value.len());
            close(&format!("{name}: values in size {n}"), &value, &(other.value)(n, &at));
            let (here, there) = ((case.pulled)(n, &at, &seed), (other.pulled)(n, &at, &seed));
            close(&format!("{name}: gradients in size {n}"), &here, &there);
        }
    }
}

/// The gradient along a random direction is that of central differences.
pub(crate) fn along(what: &str, n: usize, at: &[f64], case: &Case, random: &mut Random) {
    let direction = random.list(at.len());
    let seed = random.list((case.value)(n, at).len());
    let gradient = (case.pulled)(n, at, &seed);
    assert_eq!(gradient.len(), at.len(), "{what}");
    let moved = |h: f64| -> f64 {
        let at: Vec<f64> = at.iter().zip(&direction).map(|(x, d)| x + h * d).collect();
        dot(&(case.value)(n, &at), &seed)
    };
    let h = 1e-5;
    // Two steps, extrapolated: what is left is of fourth order.
    let coarse = (moved(2.0 * h) - moved(-2.0 * h)) / (4.0 * h);
    let fine = (moved(h) - moved(-h)) / (2.0 * h);
    let (numeric, analytic) = ((4.0 * fine - coarse) / 3.0, dot(&gradient, &direction));
    let size = numeric.abs().max(dot(&(case.value)(n, at), &seed).abs()).max(1.0);
    assert!((numeric - analytic).abs() <= 1e-7 * size, "{what}: {analytic} by the rule, {numeric} by differences");
}

fn close(what: &str, a: &[f64], b: &[f64]) {
    assert_eq!(a.len(), b.len(), "{what}");
    let size = a.iter().fold(1.0_f64, |size, a| size.max(a.abs()));
    for (i, (a, b)) in a.iter().zip(b).enumerate() {
        assert!((a - b).abs() <= 1e-10 * size, "{what}: number {i} is {a} in a static and {b} in a dynamic size");
    }
}
