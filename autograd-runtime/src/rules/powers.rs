//! Derivatives of powers, with PyTorch's conventions where the mathematics has none.

use crate::Real;

/// The derivative of `x.powi(n)`: `n xⁿ⁻¹`, and 0 for `n = 0` whatever `x` is.
#[inline(always)]
pub fn powi_d<T: Real>(x: T, n: i32) -> T {
    match n {
        0 => T::zero(),
        // n - 1 does not exist here.
        i32::MIN => T::from_f64(f64::from(n)) * (x.powi(n) / x),
        n => T::from_f64(f64::from(n)) * x.powi(n - 1),
    }
}

/// The derivative of `x.powf(y)` with respect to `x`: `y xʸ⁻¹`, and 0 for `y = 0` whatever `x` is (PyTorch's
/// `pow_backward_self`).
#[inline(always)]
pub fn powf_d_x<T: Real>(x: T, y: T) -> T {
    if y == T::zero() { T::zero() } else { y * x.powf(y - T::one()) }
}

/// The derivative of `x.powf(y)` with respect to `y`, from its result `r`: `xʸ ln x`, and 0 for `x = 0`, `y ≥ 0`, where the
/// formula has `0 · -∞` (PyTorch's `pow_backward_exponent`).
#[inline(always)]
pub fn powf_d_y<T: Real>(x: T, y: T, r: T) -> T {
    if x == T::zero() && y >= T::zero() { T::zero() } else { r * x.ln() }
}
