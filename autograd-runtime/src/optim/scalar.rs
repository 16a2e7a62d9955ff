//! The two float types an optimizer computes in.

use std::fmt::Debug;
use std::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Sub, SubAssign};

mod sealed {
    pub trait Sealed {}
    impl Sealed for f32 {}
    impl Sealed for f64 {}
}

/// `f32` or `f64`: what parameters, gradients and moments are made of.
///
/// Hyperparameters are always `f64`; combinations of them (bias corrections, step sizes) are computed in `f64` and
/// rounded once where they meet a parameter, as PyTorch does with Python's floats.
pub trait Scalar:
    sealed::Sealed
    + Copy
    + Default
    + Debug
    + PartialOrd
    + Send
    + Sync
    + 'static
    + super::Value<Scalar = Self>
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + AddAssign
    + SubAssign
    + MulAssign
    + DivAssign
{
    /// 0.
    const ZERO: Self;
    /// 1.
    const ONE: Self;
    /// The distance from 1 to the next larger number.
    const EPSILON: Self;

    /// Rounds a hyperparameter to this type.
    fn from_f64(x: f64) -> Self;
    /// The exact value in `f64`.
    fn to_f64(self) -> f64;
    /// The square root.
    fn sqrt(self) -> Self;
    /// The absolute value.
    fn abs(self) -> Self;
    /// Neither infinite nor NaN.
    fn is_finite(self) -> bool;
    /// Not a number.
    fn is_nan(self) -> bool;
    /// `self` to the power of `exponent`.
    fn powf(self, exponent: Self) -> Self;

    /// `self · factor + term`, rounded once.
    fn mul_add(self, factor: Self, term: Self) -> Self;

    /// The larger of two; NaN if either is NaN, as `torch.maximum` has it and `f64::max` does not.
    fn maximum(self, other: Self) -> Self {
        if self.is_nan() || self > other { self } else { other }
    }

    /// `self` limited to `[low, high]`; NaN stays NaN, where `f64::clamp` would panic on NaN bounds.
    fn limited(self, low: Self, high: Self) -> Self {
        if self < low {
            low
        } else if self > high {
            high
        } else {
            self
        }
    }

    /// -1, 0 or 1; 0 for either zero, where `f64::signum` gives 1 or -1.
    fn sign(self) -> Self {
        if self > Self::ZERO {
            Self::ONE
        } else if self < Self::ZERO {
            -Self::ONE
        } else {
            self
        }
    }

    /// `self + weight (end - self)`, evaluated from the nearer end as `torch.lerp` does.
    fn lerp(self, end: Self, weight: Self) -> Self {
        let half = Self::ONE / (Self::ONE + Self::ONE);
        if weight.abs() < half { self + weight * (end - self) } else { end - (end - self) * (Self::ONE - weight) }
    }
}

macro_rules! scalar {
    ($t:ident) => {
        impl Scalar for $t {
            const ZERO: Self = 0.0;
            const ONE: Self = 1.0;
            const EPSILON: Self = $t::EPSILON;

            #[inline]
            fn from_f64(x: f64) -> Self {
                x as $t
            }
            #[inline]
            fn to_f64(self) -> f64 {
                f64::from(self)
            }
            #[inline]
            fn sqrt(self) -> Self {
                $t::sqrt(self)
            }
            #[inline]
            fn abs(self) -> Self {
                $t::abs(self)
            }
            #[inline]
            fn is_finite(self) -> bool {
                $t::is_finite(self)
            }
            #[inline]
            fn is_nan(self) -> bool {
                $t::is_nan(self)
            }
            #[inline]
            fn mul_add(self, factor: Self, term: Self) -> Self {
                $t::mul_add(self, factor, term)
            }
            #[inline]
            fn powf(self, exponent: Self) -> Self {
                $t::powf(self, exponent)
            }
        }
    };
}
scalar!(f32);
scalar!(f64);
