//! Scalar derivatives that need a branch, called by name from generated code: kinks, ties, bounds and powers.
//!
//! Each function returns what one argument's adjoint gains, where `d` is the adjoint of the result. An argument that has no
//! part in the result gains 0 whatever `d` is, as PyTorch's masks have it (a product with 0 would be NaN for an infinite
//! `d`). The choices at kinks are PyTorch's (`tools/autograd/derivatives.yaml`); those for NaN are those of its operation
//! that treats NaN as std's does.

use crate::Real;

/// A contribution `d_x = d ∂y/∂x` where `d` may be zero because the path taken does not lead through `y`: then the
/// contribution is zero as well, even if the derivative is infinite there.
#[inline(always)]
pub fn if_present<T: Real>(d: T, d_x: T) -> T {
    if d == T::zero() { T::zero() } else { d_x }
}

/// For `x.abs()`: `d` with the sign of `x`; 0 at 0 and at NaN.
#[inline(always)]
pub fn abs_adjoint<T: Real>(x: T, d: T) -> T {
    if x > T::zero() {
        d
    } else if x < T::zero() {
        -d
    } else {
        T::zero()
    }
}

/// For `a` in `a.abs_sub(b)`, the positive part of `a - b`: 0 at a tie, like PyTorch's `relu`.
#[inline(always)]
pub fn abs_sub_adjoint<T: Real>(a: T, b: T, d: T) -> T {
    if a <= b { T::zero() } else { d }
}

/// For `a.atan2(b)`: `d / (a² + b²)`, which times `b` is the gain of `a` and times `-a` that of `b`; 0 at the origin.
#[inline(always)]
pub fn atan2_adjoint<T: Real>(a: T, b: T, d: T) -> T {
    let square = a * a + b * b;
    if square == T::zero() { T::zero() } else { d / square }
}

/// For `x` in `x.clamp(low, high)`: `d` strictly between the bounds, 0 at the bounds, outside and at NaN, as for PyTorch's
/// `clamp` with scalar bounds.
#[inline(always)]
pub fn clamp_adjoint<T: Real>(x: T, low: T, high: T, d: T) -> T {
    if low < x && x < high { d } else { T::zero() }
}

/// For `low` in `x.clamp(low, high)`: `d` at and below the bound. So the three gains of a clamp have the sum `d`.
#[inline(always)]
pub fn clamp_low_adjoint<T: Real>(x: T, low: T, d: T) -> T {
    if x <= low { d } else { T::zero() }
}

/// For `high` in `x.clamp(low, high)`: `d` at and above the bound, but nothing where `low` has it.
#[inline(always)]
pub fn clamp_high_adjoint<T: Real>(x: T, low: T, high: T, d: T) -> T {
    if x >= high && low < x { d } else { T::zero() }
}

/// For `x` in `x.copysign(sign)`: `d` where the sign was kept, `-d` where it was flipped, 0 at 0.
#[inline(always)]
pub fn copysign_adjoint<T: Real>(x: T, sign: T, d: T) -> T {
    abs_adjoint(x, if sign.is_sign_negative() { -d } else { d })
}

/// For `a` in `a.max(b)`, and for `b` with the two exchanged: `d` for the larger, half of it for a tie.
///
/// std's `max` ignores NaN, as `torch.fmax` does; then the argument that is returned gains `d`.
#[inline(always)]
pub fn max_adjoint<T: Real>(a: T, b: T, d: T) -> T {
    if a > b || b.is_nan() {
        d
    } else if a == b {
        T::from_f64(0.5) * d
    } else {
        T::zero()
    }
}

/// For `a` in `a.min(b)`, and for `b` with the two exchanged: `d` for the smaller, half of it for a tie.
///
/// std's `min` ignores NaN, as `torch.fmin` does; then the argument that is returned gains `d`.
#[inline(always)]
pub fn min_adjoint<T: Real>(a: T, b: T, d: T) -> T {
    if a < b || b.is_nan() {
        d
    } else if a == b {
        T::from_f64(0.5) * d
    } else {
        T::zero()
    }
}

/// For `a` in `y = a.powf(b)`: `b aᵇ⁻¹ d`, and 0 for `b = 0` whatever `a` is (PyTorch's `pow_backward_self`).
///
/// Where `y` is a normal number, `b (y / a)` is the same within a rounding and costs no second power. Where `y` is zero,
/// subnormal or infinite it has lost what the derivative needs.
#[cfg(feature = "std")]
#[inline(always)]
pub fn powf_adjoint<T: Real>(a: T, b: T, y: T, d: T) -> T {
    if b == T::zero() {
        T::zero()
    } else if y.is_normal() {
        (b * (y / a)) * d
    } else {
        (b * a.powf(b - T::one())) * d
    }
}

/// For `b` in `y = a.powf(b)`: `y ln(a) d`, and 0 for `a = 0`, `b ≥ 0`, where the formula has `0 · -∞` (PyTorch's
/// `pow_backward_exponent`).
#[cfg(feature = "std")]
#[inline(always)]
pub fn powf_exponent_adjoint<T: Real>(a: T, b: T, y: T, d: T) -> T {
    if a == T::zero() && b >= T::zero() { T::zero() } else { (y * a.ln()) * d }
}

/// For `x` in `x.powi(n)`: `n xⁿ⁻¹ d`, and 0 for `n = 0` whatever `x` is.
#[cfg(feature = "std")]
#[inline(always)]
pub fn powi_adjoint<T: Real>(x: T, n: i32, d: T) -> T {
    match n {
        0 => T::zero(),
        // `n - 1` does not exist here.
        i32::MIN => (T::from_f64(f64::from(n)) * (x.powi(n) / x)) * d,
        n => (T::from_f64(f64::from(n)) * x.powi(n - 1)) * d,
    }
}
