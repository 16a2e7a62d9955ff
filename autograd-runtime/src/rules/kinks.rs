//! Derivatives at kinks. The choices are PyTorch's, and those for NaN are those of its operation that treats NaN as
//! std's does.

use crate::Real;

/// The derivative of `x.abs()`: the sign of `x`, and 0 at 0 and at NaN.
#[inline(always)]
pub fn abs_d<T: Real>(x: T) -> T {
    if x > T::zero() {
        T::one()
    } else if x < T::zero() {
        -T::one()
    } else {
        T::zero()
    }
}

/// The derivatives of `a.max(b)` with respect to `a` and `b`: 1 for the larger, and half each for a tie.
///
/// std's `max` ignores NaN, as `torch.fmax` does; then the argument that is returned has the derivative 1.
#[inline(always)]
pub fn max_d<T: Real>(a: T, b: T) -> (T, T) {
    if a == b { halves() } else { select(a > b || b.is_nan()) }
}

/// The derivatives of `a.min(b)` with respect to `a` and `b`: 1 for the smaller, and half each for a tie.
///
/// std's `min` ignores NaN, as `torch.fmin` does; then the argument that is returned has the derivative 1.
#[inline(always)]
pub fn min_d<T: Real>(a: T, b: T) -> (T, T) {
    if a == b { halves() } else { select(a < b || b.is_nan()) }
}

#[inline(always)]
fn halves<T: Real>() -> (T, T) {
    (T::from_f64(0.5), T::from_f64(0.5))
}

#[inline(always)]
fn select<T: Real>(first: bool) -> (T, T) {
    if first { (T::one(), T::zero()) } else { (T::zero(), T::one()) }
}

/// The derivatives of `x.clamp(low, high)` with respect to `x`, `low` and `high`: 1 for the one that is returned. At a
/// bound that is the bound, as for PyTorch's `clamp` with scalar bounds. All are 0 at NaN.
#[inline(always)]
pub fn clamp_d<T: Real>(x: T, low: T, high: T) -> (T, T, T) {
    let (zero, one) = (T::zero(), T::one());
    if x <= low {
        (zero, one, zero)
    } else if x >= high {
        (zero, zero, one)
    } else if x.is_nan() {
        (zero, zero, zero)
    } else {
        (one, zero, zero)
    }
}

/// The derivative of `x.copysign(sign)` with respect to `x`: whether the sign of `x` was kept or flipped, and 0 at 0. With
/// respect to `sign` it is 0.
#[inline(always)]
pub fn copysign_d<T: Real>(x: T, sign: T) -> T {
    abs_d(x) * T::one().copysign(sign)
}
