use core::{
    fmt::{Debug, Display, LowerExp},
    iter::{Product, Sum},
    num::FpCategory,
    ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Rem, RemAssign, Sub, SubAssign},
};

use crate::rules::{AddRule, DivRule, MulRule, NegRule, RemRule, SubRule};
use crate::{Differentiable, Step, Tangent};

/// The operators of std's floats, with the right side by value and by reference.
pub trait Arithmetic:
    Sized
    + Neg<Output = Self>
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Rem<Output = Self>
    + AddAssign
    + SubAssign
    + MulAssign
    + DivAssign
    + RemAssign
    + for<'a> Add<&'a Self, Output = Self>
    + for<'a> Sub<&'a Self, Output = Self>
    + for<'a> Mul<&'a Self, Output = Self>
    + for<'a> Div<&'a Self, Output = Self>
    + for<'a> Rem<&'a Self, Output = Self>
    + for<'a> AddAssign<&'a Self>
    + for<'a> SubAssign<&'a Self>
    + for<'a> MulAssign<&'a Self>
    + for<'a> DivAssign<&'a Self>
    + for<'a> RemAssign<&'a Self>
    + Sum
    + Product
    + for<'a> Sum<&'a Self>
    + for<'a> Product<&'a Self>
{
}

impl Arithmetic for f32 {}
impl Arithmetic for f64 {}

/// One table of std's float methods: it declares them in the trait, and implements them by the inherent ones.
macro_rules! real {
    ($(#[$trait_doc:meta])*
     pub trait Real {
        constants { $($(#[$const_doc:meta])* $constant:ident;)* }
        methods { $($(#[$meta:meta])* fn $name:ident(self $(, $arg:ident: $ty:ty)*) -> $ret:ty;)* }
     }) => {
        $(#[$trait_doc])*
        pub trait Real:
            Copy
            + 'static
            + Send
            + Sync
            + Default
            + Arithmetic
            + PartialEq
            + PartialOrd
            + Debug
            + Display
            + LowerExp
            + Differentiable<Tangent = Self>
            // Code that does not see that a type is a float goes by these.
            + AddRule<Self, Output = Self>
            + SubRule<Self, Output = Self>
            + MulRule<Self, Output = Self>
            + DivRule<Self, Output = Self>
            + RemRule<Self, Output = Self>
            + NegRule<Output = Self>
            + Tangent
            + Step
        {
            $(
                $(#[$const_doc])*
                const $constant: Self;
            )*

            /// 0.
            fn zero() -> Self;

            /// 1.
            fn one() -> Self;

            /// The nearest value of this type: exact in `f64`, rounded in `f32`.
            fn from_f64(x: f64) -> Self;

            /// The same value in `f64`, which is exact.
            fn to_f64(self) -> f64;

            /// The total order of IEEE 754, in which NaN has a place.
            fn total_cmp(&self, other: &Self) -> core::cmp::Ordering;

            $(
                $(#[$meta])*
                fn $name(self $(, $arg: $ty)*) -> $ret;
            )*
        }

        real! { @impl f32: [$($constant)*] $(($(#[$meta])* $name(self $(, $arg: $ty)*) -> $ret))* }
        real! { @impl f64: [$($constant)*] $(($(#[$meta])* $name(self $(, $arg: $ty)*) -> $ret))* }
    };
    (@impl $float:ident: [$($constant:ident)*]
     $(($(#[$meta:meta])* $name:ident($self:ident $(, $arg:ident: $ty:ty)*) -> $ret:ty))*) => {
        impl Real for $float {
            $(const $constant: $float = $float::$constant;)*

            #[inline(always)]
            fn zero() -> $float {
                0.0
            }

            #[inline(always)]
            fn one() -> $float {
                1.0
            }

            #[inline(always)]
            fn from_f64(x: f64) -> $float {
                x as $float
            }

            #[inline(always)]
            fn to_f64(self) -> f64 {
                f64::from(self)
            }

            #[inline(always)]
            fn total_cmp(&self, other: &$float) -> core::cmp::Ordering {
                $float::total_cmp(self, other)
            }

            $(
                $(#[$meta])*
                #[inline(always)]
                fn $name($self $(, $arg: $ty)*) -> $ret {
                    $float::$name($self $(, $arg)*)
                }
            )*
        }
    };
}

real! {
    /// A float type: `f32` or `f64`. The bound for generic functions that are to be differentiated.
    ///
    /// It has std's operators and methods under std's names and signatures, so generic code reads like concrete code.
    /// Literals are written `T::from_f64(2.5)`. Without the feature `std` it has the methods that `core` has.
    ///
    /// ```
    /// use autograd_runtime::Real;
    ///
    /// fn logistic<T: Real>(x: T) -> T {
    ///     T::one() / (T::one() + (-x).exp())
    /// }
    ///
    /// assert_eq!(logistic(0.0_f32), 0.5);
    /// assert_eq!(logistic(0.0_f64), 0.5);
    /// ```
    #[diagnostic::on_unimplemented(
        message = "`{Self}` is not a float type",
        label = "`Real` is implemented for `f32` and `f64`",
    )]
    pub trait Real {
        constants {
            /// The difference between 1 and the next larger number.
            EPSILON;
            /// The smallest finite value.
            MIN;
            /// The smallest positive normal value.
            MIN_POSITIVE;
            /// The largest finite value.
            MAX;
            /// ∞.
            INFINITY;
            /// -∞.
            NEG_INFINITY;
            /// Not a number.
            NAN;
        }

        methods {
            /// The absolute value.
            fn abs(self) -> Self;
            /// 1 with the sign of `self`, also for zeros; NaN for NaN.
            fn signum(self) -> Self;
            /// `self` with the sign of `sign`.
            fn copysign(self, sign: Self) -> Self;
            /// 1 / `self`.
            fn recip(self) -> Self;
            /// The larger one; a NaN is ignored.
            fn max(self, other: Self) -> Self;
            /// The smaller one; a NaN is ignored.
            fn min(self, other: Self) -> Self;
            /// The nearest value between `min` and `max`. Panics if `min > max` or one of them is NaN.
            fn clamp(self, min: Self, max: Self) -> Self;
            /// The middle between `self` and `other`.
            fn midpoint(self, other: Self) -> Self;
            /// From radians to degrees.
            fn to_degrees(self) -> Self;
            /// From degrees to radians.
            fn to_radians(self) -> Self;
            /// The next larger representable value.
            fn next_up(self) -> Self;
            /// The next smaller representable value.
            fn next_down(self) -> Self;
            /// Whether this is NaN.
            fn is_nan(self) -> bool;
            /// Whether this is ∞ or -∞.
            fn is_infinite(self) -> bool;
            /// Whether this is neither infinite nor NaN.
            fn is_finite(self) -> bool;
            /// Whether this is neither zero, subnormal, infinite nor NaN.
            fn is_normal(self) -> bool;
            /// Whether this is subnormal.
            fn is_subnormal(self) -> bool;
            /// Whether the sign bit is clear.
            fn is_sign_positive(self) -> bool;
            /// Whether the sign bit is set.
            fn is_sign_negative(self) -> bool;
            /// The kind of number.
            fn classify(self) -> FpCategory;

            /// `self - other` where that is positive, else 0. Deprecated in std for its name; it is here because code that
            /// uses it should become generic without a change.
            #[cfg(feature = "std")]
            #[allow(deprecated, reason = "std's method under std's name")]
            fn abs_sub(self, other: Self) -> Self;
            /// The largest integer not above `self`.
            #[cfg(feature = "std")]
            fn floor(self) -> Self;
            /// The smallest integer not below `self`.
            #[cfg(feature = "std")]
            fn ceil(self) -> Self;
            /// The nearest integer, halves away from zero.
            #[cfg(feature = "std")]
            fn round(self) -> Self;
            /// The nearest integer, halves to the even one.
            #[cfg(feature = "std")]
            fn round_ties_even(self) -> Self;
            /// The integer part.
            #[cfg(feature = "std")]
            fn trunc(self) -> Self;
            /// `self - self.trunc()`.
            #[cfg(feature = "std")]
            fn fract(self) -> Self;
            /// `self * a + b` with one rounding.
            #[cfg(feature = "std")]
            fn mul_add(self, a: Self, b: Self) -> Self;
            /// The quotient of the Euclidean division.
            #[cfg(feature = "std")]
            fn div_euclid(self, rhs: Self) -> Self;
            /// The remainder of the Euclidean division, never negative.
            #[cfg(feature = "std")]
            fn rem_euclid(self, rhs: Self) -> Self;
            /// The power with an integer exponent.
            #[cfg(feature = "std")]
            fn powi(self, n: i32) -> Self;
            /// The power with a float exponent.
            #[cfg(feature = "std")]
            fn powf(self, n: Self) -> Self;
            /// The square root; NaN below zero.
            #[cfg(feature = "std")]
            fn sqrt(self) -> Self;
            /// The cube root.
            #[cfg(feature = "std")]
            fn cbrt(self) -> Self;
            /// `(self² + other²)` under the root, without overflow on the way.
            #[cfg(feature = "std")]
            fn hypot(self, other: Self) -> Self;
            /// `eˣ`.
            #[cfg(feature = "std")]
            fn exp(self) -> Self;
            /// `2ˣ`.
            #[cfg(feature = "std")]
            fn exp2(self) -> Self;
            /// `eˣ - 1`, accurate near 0.
            #[cfg(feature = "std")]
            fn exp_m1(self) -> Self;
            /// The natural logarithm.
            #[cfg(feature = "std")]
            fn ln(self) -> Self;
            /// `ln(1 + x)`, accurate near 0.
            #[cfg(feature = "std")]
            fn ln_1p(self) -> Self;
            /// The logarithm to the given base.
            #[cfg(feature = "std")]
            fn log(self, base: Self) -> Self;
            /// The logarithm to base 2.
            #[cfg(feature = "std")]
            fn log2(self) -> Self;
            /// The logarithm to base 10.
            #[cfg(feature = "std")]
            fn log10(self) -> Self;
            /// The sine, of radians.
            #[cfg(feature = "std")]
            fn sin(self) -> Self;
            /// The cosine, of radians.
            #[cfg(feature = "std")]
            fn cos(self) -> Self;
            /// The tangent, of radians.
            #[cfg(feature = "std")]
            fn tan(self) -> Self;
            /// The sine and the cosine.
            #[cfg(feature = "std")]
            fn sin_cos(self) -> (Self, Self);
            /// The arcsine, in radians; NaN outside [-1, 1].
            #[cfg(feature = "std")]
            fn asin(self) -> Self;
            /// The arccosine, in radians; NaN outside [-1, 1].
            #[cfg(feature = "std")]
            fn acos(self) -> Self;
            /// The arctangent, in radians.
            #[cfg(feature = "std")]
            fn atan(self) -> Self;
            /// The angle of the point (`other`, `self`), in radians.
            #[cfg(feature = "std")]
            fn atan2(self, other: Self) -> Self;
            /// The hyperbolic sine.
            #[cfg(feature = "std")]
            fn sinh(self) -> Self;
            /// The hyperbolic cosine.
            #[cfg(feature = "std")]
            fn cosh(self) -> Self;
            /// The hyperbolic tangent.
            #[cfg(feature = "std")]
            fn tanh(self) -> Self;
            /// The inverse hyperbolic sine.
            #[cfg(feature = "std")]
            fn asinh(self) -> Self;
            /// The inverse hyperbolic cosine.
            #[cfg(feature = "std")]
            fn acosh(self) -> Self;
            /// The inverse hyperbolic tangent.
            #[cfg(feature = "std")]
            fn atanh(self) -> Self;
        }
    }
}
