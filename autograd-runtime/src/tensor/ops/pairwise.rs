//! Further elementwise functions of two tensors, as a table: value, name of the node, and a cotangent for each side.

use super::super::element::Element;
use super::super::error::Result;
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, record, two};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::binary::{Fit, Operand};
use super::pointwise::whereabouts;

/// One entry per function: documentation, value of a pair, name of the node, cotangents of both sides. Broadcasting is
/// undone after them.
macro_rules! pairwise {
    ($(
        $(#[$meta:meta])*
        $name:ident | $try_name:ident ($a:ident, $b:ident) = $value:expr, $node:literal,
        |$d:ident| $d_a:expr, $d_b:expr;
    )*) => {
        impl<T: Element> Tensor<T> {$(
            fallible! {
                $(#[$meta])*
                pub fn $name | $try_name(&self, other: impl Operand<T>) -> Tensor<T> {
                    struct Formula<T: Element> {
                        fit_a: Fit,
                        fit_b: Fit,
                        a: Saved<T>,
                        b: Saved<T>,
                    }

                    impl<T: Element> Backward<T> for Formula<T> {
                        const NAME: &'static str = $node;

                        fn backward(&self, $d: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
                            let ($a, $b) = (&self.a.get(call)?, &self.b.get(call)?);
                            let $d = &$d;
                            let d_a = if call.needs(0) { Some(self.fit_a.apply($d_a)) } else { None };
                            let d_b = if call.needs(1) { Some(self.fit_b.apply($d_b)) } else { None };
                            two(d_a, d_b)
                        }

                        fn saved_shapes(&self) -> Vec<Vec<usize>> {
                            vec![self.a.shape(), self.b.shape()]
                        }
                    }

                    let other = &other.operand();
                    let y = kernel::zip(self, other, |$a: T, $b: T| $value)?;
                    Ok(record(y, &[self, other], |y| Formula {
                        fit_a: Fit::new(self, y),
                        fit_b: Fit::new(other, y),
                        a: Saved::input(self),
                        b: Saved::input(other),
                    }))
                }
            }
        )*}
    };
}

pairwise! {
    /// The angle of the point `(other, self)`, in `[-π, π]`; the derivative at the origin is 0.
    atan2 | try_atan2(a, b) = a.atan2(b), "Atan2Backward0",
        |d_y| d_y * (b * inverse_square(a, b)), d_y * (-a * inverse_square(a, b));
    /// `√(self² + other²)` without overflow.
    hypot | try_hypot(a, b) = a.hypot(b), "HypotBackward0",
        |d_y| d_y * (a / a.hypot(b)), d_y * (b / a.hypot(b));
    /// The remainder of the division, with the sign of `self` (C's `fmod`).
    fmod | try_fmod(a, b) = a % b, "FmodBackward1",
        |d_y| d_y.clone(), -d_y * (a / b).trunc();
    /// The remainder of the division, with the sign of `other` (Python's `%`).
    remainder | try_remainder(a, b) = remainder(a, b), "RemainderBackward1",
        |d_y| d_y.clone(), -d_y * (a / b).floor();
    /// `ln(eᵃ + eᵇ)` without overflow.
    logaddexp | try_logaddexp(a, b) = logaddexp(a, b), "LogaddexpBackward0",
        |d_y| d_y * (a - b).sigmoid(), d_y * (b - a).sigmoid();
    /// `log₂(2ᵃ + 2ᵇ)` without overflow.
    logaddexp2 | try_logaddexp2(a, b) = logaddexp(a * T::LN_2(), b * T::LN_2()) / T::LN_2(), "Logaddexp2Backward0",
        |d_y| d_y * ((a - b) * T::LN_2()).sigmoid(), d_y * ((b - a) * T::LN_2()).sigmoid();
    /// `self · ln other`, and 0 where `self` is 0, whatever number the other is.
    xlogy | try_xlogy(a, b) = xlogy(a, b), "XlogyBackward0",
        |d_y| (d_y * b.log()).gate(&kernel::zip(a, b, |a, b| !(a == T::zero() && b <= T::zero()))?), d_y * (a / b);
    /// The absolute value of `self` with the sign of `other`, whose derivative is 0.
    copysign | try_copysign(a, b) = a.abs().copysign(b), "CopysignBackward0",
        |d_y| d_y * kernel::zip(a, b, |a, b| if a == T::zero() { T::zero() } else { a.signum() * T::one().copysign(b) })?,
        Tensor::<T>::zeros(d_y.shape());
}

/// 1 / (a² + b²), and 0 at the origin
fn inverse_square<T: Element>(a: &Tensor<T>, b: &Tensor<T>) -> Tensor<T> {
    let square = a * a + b * b;
    let away = whereabouts(&square, |s| s != T::zero());
    square.reciprocal().gate(&away)
}

fn remainder<T: Element>(a: T, b: T) -> T {
    let r = a % b;
    if r != T::zero() && (r < T::zero()) != (b < T::zero()) { r + b } else { r }
}

fn logaddexp<T: Element>(a: T, b: T) -> T {
    // Equal infinities have no difference.
    if a == b && a.is_infinite() {
        return a;
    }
    a.max(b) + (-(a - b).abs()).exp().ln_1p()
}

fn xlogy<T: Element>(a: T, b: T) -> T {
    if a == T::zero() && !b.is_nan() { T::zero() } else { a * b.ln() }
}
