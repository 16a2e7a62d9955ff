//! Special functions: error function, gamma function and relatives. The numbers come from [`scalar`] and `libm`.

mod scalar;

use super::super::element::Element;
use super::super::handle::Tensor;
use super::super::kernel;
use super::pointwise::{Pointwise, pointwise, whereabouts};
use super::unary::unary;
use std::f64::consts::FRAC_2_SQRT_PI;

unary! {
    /// The error function `2/√π ∫₀ˣ e^(-t²) dt`.
    erf(x) = T::of(libm::erf(x.to_number())), "ErfBackward0", keeps input,
        |d_y, x| d_y * (-(x * x)).exp() * T::of(FRAC_2_SQRT_PI);
    /// `1 - erf(x)`, exact where `erf` is close to one.
    erfc(x) = T::of(libm::erfc(x.to_number())), "ErfcBackward0", keeps input,
        |d_y, x| d_y * (-(x * x)).exp() * T::of(-FRAC_2_SQRT_PI);
    /// The inverse of [`erf`](Self::erf); infinite at ±1 and NaN beyond.
    erfinv(x) = T::of(scalar::erfinv(x.to_number())), "ErfinvBackward0", keeps result,
        |d_y, y| d_y * (y * y).exp() * T::of(1.0 / FRAC_2_SQRT_PI);
    /// `ln |Γ(x)|`
    lgamma(x) = T::of(libm::lgamma(x.to_number())), "LgammaBackward0", keeps input, |d_y, x| d_y * x.digamma();
    /// The logarithmic derivative of the gamma function.
    digamma(x) = T::of(scalar::polygamma(0, x.to_number())), "DigammaBackward0", keeps input,
        |d_y, x| d_y * x.polygamma(1);
}

impl<T: Element> Tensor<T> {
    /// The `n`-th derivative of [`digamma`](Self::digamma). The first is the one PyTorch computes, with nine digits; the
    /// others have all.
    #[track_caller]
    pub fn polygamma(&self, n: u32) -> Self {
        pointwise(self, Polygamma { n })
    }

    /// `sin(πx) / (πx)`, and 1 at zero.
    #[track_caller]
    pub fn sinc(&self) -> Self {
        pointwise(self, Sinc { order: 0 })
    }

    /// `ln(x / (1 - x))`, the inverse of [`sigmoid`](Self::sigmoid); NaN outside `[0, 1]`.
    #[track_caller]
    pub fn logit(&self) -> Self {
        pointwise(self, Logit { eps: None })
    }

    /// [`logit`](Self::logit) of `x` cut to `[eps, 1 - eps]`; the derivative is 0 outside.
    #[track_caller]
    pub fn logit_eps(&self, eps: T) -> Self {
        pointwise(self, Logit { eps: Some(eps) })
    }
}

#[derive(Clone, Copy)]
struct Polygamma {
    n: u32,
}

impl<T: Element> Pointwise<T> for Polygamma {
    const NAME: &'static str = "PolygammaBackward0";

    fn value(self, x: T) -> T {
        T::of(scalar::polygamma(self.n, x.to_number()))
    }

    /// ψₙ' = ψₙ₊₁
    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
        d_y * x.polygamma(self.n + 1)
    }
}

/// A derivative of `sin(πx)/(πx)`. The textbook quotient has no value at zero; the derivatives themselves do.
#[derive(Clone, Copy)]
struct Sinc {
    order: u32,
}

impl<T: Element> Pointwise<T> for Sinc {
    const NAME: &'static str = "SincBackward0";

    fn value(self, x: T) -> T {
        T::of(scalar::sinc(self.order, x.to_number()))
    }

    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
        d_y * pointwise(x, Self { order: self.order + 1 })
    }
}

#[derive(Clone, Copy)]
struct Logit<T> {
    eps: Option<T>,
}

impl<T: Element> Pointwise<T> for Logit<T> {
    const NAME: &'static str = "LogitBackward0";

    fn value(self, x: T) -> T {
        let x = match self.eps {
            Some(eps) if x < eps => eps,
            Some(eps) if x > T::one() - eps => T::one() - eps,
            _ => x,
        };
        (x / (T::one() - x)).ln()
    }

    /// y' = 1 / (x·(1 - x)) inside; outside 0 where the argument was cut, NaN where there is no value
    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
        let d_x = d_y / (x.rsub(T::one()) * x);
        match self.eps {
            Some(eps) => d_x.gate(&whereabouts(x, |x| x >= eps && x <= T::one() - eps)),
            None => d_x * kernel::map(x, |x| if x >= T::zero() && x <= T::one() { T::one() } else { T::nan() }),
        }
    }
}
