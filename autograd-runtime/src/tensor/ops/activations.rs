//! Activation functions. At kinks they have PyTorch's derivatives. Those made of straight pieces alone are in
//! [`piecewise`].

mod piecewise;

use super::super::element::Element;
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, record, two};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::list;
use super::binary::Fit;
use super::pointwise::{Pointwise, pointwise, whereabouts};
use super::unary::{sigmoid, unary};
use piecewise::Hardtanh;

unary! {
    /// `ln σ(x)`, without overflow on either side.
    logsigmoid(x) = x.min(T::zero()) - (-x.abs()).exp().ln_1p(), "LogSigmoidBackward0", keeps input,
        |d_y, x| d_y * (-x).sigmoid();
    /// `x · σ(x)`, also called swish.
    silu(x) = x * sigmoid(x), "SiluBackward0", keeps input, |d_y, x| {
        // y' = σ + x·σ·(1 - σ)
        let s = x.sigmoid();
        d_y * ((s.rsub(T::one()) * x + T::one()) * s)
    };
    /// `x · tanh(ln(1 + eˣ))`
    mish(x) = x * log1p_exp(x).tanh(), "MishBackward0", keeps input, |d_y, x| {
        // y' = t + x·(1 - t²)·σ, with t = tanh(softplus(x))
        let t = x.softplus().tanh();
        d_y * ((&t * &t).complement(T::one()) * x * x.sigmoid() + t)
    };
    /// `x · min(max(x + 3, 0), 6) / 6`
    hardswish(x) = x * (x + T::of(3.0)).max(T::zero()).min(T::of(6.0)) / T::of(6.0), "HardswishBackward0", keeps input,
        |d_y, x| {
            // y' = 0 up to -3, x/3 + 1/2 up to 3, 1 from there on
            let middle = whereabouts(x, |x| x > T::of(-3.0) && x < T::of(3.0));
            let slope = x / T::of(3.0) + T::of(0.5);
            (&d_y * slope).gate(&middle) + d_y.gate(&whereabouts(x, |x| x >= T::of(3.0)))
        };
    /// `min(max(x/6 + 1/2, 0), 1)`
    hardsigmoid(x) = Hardtanh { min: T::zero(), max: T::of(6.0) }.value(x + T::of(3.0)) / T::of(6.0),
        "HardsigmoidBackward0", keeps input,
        // PyTorch's sixth is the one of `f32`, for `f64` too.
        |d_y, x| (d_y * T::of(f64::from(1.0_f32 / 6.0))).gate(&whereabouts(x, |x| x > T::of(-3.0) && x < T::of(3.0)));
}

/// `ln(1 + eˣ)` without overflow.
fn log1p_exp<T: Element>(x: T) -> T {
    x.max(T::zero()) + (-x.abs()).exp().ln_1p()
}

impl<T: Element> Tensor<T> {
    /// `ln(1 + eˣ)`, and `x` itself above 20.
    #[track_caller]
    pub fn softplus(&self) -> Self {
        self.softplus_with(T::one(), T::of(20.0))
    }

    /// `ln(1 + e^(βx)) / β`, and `x` itself where `βx` is above the threshold.
    #[track_caller]
    pub fn softplus_with(&self, beta: T, threshold: T) -> Self {
        pointwise(self, Softplus { beta, threshold })
    }

    /// `x` above zero and `α·(eˣ - 1)` below.
    #[track_caller]
    pub fn elu(&self, alpha: T) -> Self {
        pointwise(self, Elu { below: alpha, above: T::one(), inner: T::one() })
    }

    /// The self-normalizing [`elu`](Self::elu) of Klambauer et al. (2017), with the constants given there.
    #[track_caller]
    pub fn selu(&self) -> Self {
        let (alpha, scale) = (T::of(1.673_263_242_354_377_2), T::of(1.050_700_987_355_480_5));
        pointwise(self, Elu { below: alpha * scale, above: scale, inner: T::one() })
    }

    /// `x` above zero and `α·(e^(x/α) - 1)` below: [`elu`](Self::elu) with a continuous derivative.
    #[track_caller]
    pub fn celu(&self, alpha: T) -> Self {
        pointwise(self, Elu { below: alpha, above: T::one(), inner: alpha.recip() })
    }

    /// `x·Φ(x)`, with the distribution function of the normal distribution.
    #[track_caller]
    pub fn gelu(&self) -> Self {
        pointwise(self, Gelu)
    }

    /// [`gelu`](Self::gelu) by the approximation `x/2 · (1 + tanh(√(2/π)·(x + 0.044715·x³)))`.
    #[track_caller]
    pub fn gelu_tanh(&self) -> Self {
        pointwise(self, GeluTanh)
    }

    /// `x / (1 + |x|)`
    #[track_caller]
    pub fn softsign(&self) -> Self {
        self / (self.abs() + T::one())
    }

    /// `x - tanh x`
    #[track_caller]
    pub fn tanhshrink(&self) -> Self {
        self - self.tanh()
    }

    fallible! {
        /// `x` above zero and `weight·x` below, with one weight for all or one for each place of dimension 1.
        pub fn prelu | try_prelu(&self, weight: &Tensor<T>) -> Tensor<T> {
            if weight.dim() > 1 {
                return Err(TensorError::shape(format!(
                    "prelu: Expected `weight` to be a scalar or 1D tensor, but got: ndim = {} (its shape is {})",
                    weight.dim(), list(weight.shape())
                )));
            }
            let weights = weight.numel();
            let channels = self.shape().get(1).copied().unwrap_or(1);
            if weights != 1 && weights != channels {
                return Err(TensorError::shape(format!(
                    "Mismatch of parameter numbers and input channel size. Found parameter numbers = {weights}, and \
                     channel size = {channels}. (the input's shape is {})", list(self.shape())
                )));
            }
            let mut shape = vec![1; self.dim()];
            if weights != 1 {
                shape[1] = weights;
            }
            let weight = &weight.try_reshape_to(&shape)?;
            let y = kernel::zip(self, weight, |x, w| if x > T::zero() { x } else { w * x })?;
            Ok(record(y, &[self, weight], |y| Prelu {
                fit: Fit::new(weight, y),
                x: Saved::input(self),
                weight: Saved::input(weight),
            }))
        }

        /// The first half of a dimension times the logistic function of the second half.
        pub fn glu | try_glu(&self, dim: isize) -> Tensor<T> {
            if self.dim() == 0 {
                return Err(TensorError::shape("glu does not support 0-dimensional tensors"));
            }
            let size = self.shape()[super::super::shape::dimension(dim, self.dim())?];
            if !size.is_multiple_of(2) {
                return Err(TensorError::shape(format!(
                    "Halving dimension must be even, but dimension {dim} is size {size} (the shape is {})",
                    list(self.shape())
                )));
            }
            let (a, b) = (self.try_narrow(dim, 0, size / 2)?, self.try_narrow(dim, (size / 2) as isize, size / 2)?);
            a.try_mul(b.sigmoid())
        }
    }
}

#[derive(Clone, Copy)]
struct Softplus<T> {
    beta: T,
    threshold: T,
}

impl<T: Element> Pointwise<T> for Softplus<T> {
    const NAME: &'static str = "SoftplusBackward0";

    fn value(self, x: T) -> T {
        let z = x * self.beta;
        if z > self.threshold { x } else { z.exp().ln_1p() / self.beta }
    }

    /// y' = σ(βx), and 1 above the threshold
    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
        let linear = whereabouts(x, |x| x * self.beta > self.threshold);
        let curved = (&d_y * (x * self.beta).sigmoid()).gate(&linear.logical_not());
        curved + d_y.gate(&linear)
    }
}

/// `above·x` above zero, `below·(e^(inner·x) - 1)` elsewhere.
#[derive(Clone, Copy)]
struct Elu<T> {
    below: T,
    above: T,
    inner: T,
}

impl<T: Element> Pointwise<T> for Elu<T> {
    const NAME: &'static str = "EluBackward0";

    fn value(self, x: T) -> T {
        if x > T::zero() { x * self.above } else { (x * self.inner).exp_m1() * self.below }
    }

    /// y' = above for x > 0, below·inner·e^(inner·x) elsewhere
    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
        d_y * pointwise(x, EluSlope { below: self.below * self.inner, above: self.above, inner: self.inner })
    }
}

/// `above` above zero, `below·e^(inner·x)` elsewhere: its derivative has the same form.
#[derive(Clone, Copy)]
struct EluSlope<T> {
    below: T,
    above: T,
    inner: T,
}

impl<T: Element> Pointwise<T> for EluSlope<T> {
    const NAME: &'static str = "EluBackwardBackward0";

    fn value(self, x: T) -> T {
        if x > T::zero() { self.above } else { (x * self.inner).exp() * self.below }
    }

    /// y' = 0 for x > 0, below·inner·e^(inner·x) elsewhere
    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
        d_y * pointwise(x, Self { below: self.below * self.inner, above: T::zero(), inner: self.inner })
    }
}

#[derive(Clone, Copy)]
struct Gelu;

impl<T: Element> Pointwise<T> for Gelu {
    const NAME: &'static str = "GeluBackward0";

    fn value(self, x: T) -> T {
        // Φ(x) = erfc(-x/√2)/2 keeps its digits for negative x, where 1 + erf(x/√2) cancels.
        x * T::of(0.5 * libm::erfc(-x.to_number() * std::f64::consts::FRAC_1_SQRT_2))
    }

    /// y' = Φ(x) + x·φ(x)
    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
        let distribution = (x * -T::FRAC_1_SQRT_2()).erfc() * T::of(0.5);
        // φ(x) = e^(-x²/2) / √(2π)
        let density = (x * x * T::of(-0.5)).exp()
            * T::of(0.5 * std::f64::consts::FRAC_2_SQRT_PI * std::f64::consts::FRAC_1_SQRT_2);
        d_y * (density * x + distribution)
    }
}

#[derive(Clone, Copy)]
struct GeluTanh;

/// √(2/π)
fn gelu_scale<T: Element>() -> T {
    T::FRAC_2_SQRT_PI() * T::FRAC_1_SQRT_2()
}

impl<T: Element> Pointwise<T> for GeluTanh {
    const NAME: &'static str = "GeluBackward0";

    fn value(self, x: T) -> T {
        let inner = gelu_scale::<T>() * (x + T::of(0.044_715) * (x * x * x));
        T::of(0.5) * x * (T::one() + inner.tanh())
    }

    /// y' = (1 + t)/2 + x/2·(1 - t²)·u', with t = tanh u, u = √(2/π)·(x + 0.044715·x³)
    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
        let square = x * x;
        let t = ((&square * T::of(0.044_715) + T::one()) * x * gelu_scale::<T>()).tanh();
        let slope = (square * T::of(3.0 * 0.044_715) + T::one()) * gelu_scale::<T>();
        let right = (&t * &t).complement(T::one()) * slope * x;
        d_y * ((right + t + T::one()) * T::of(0.5))
    }
}

struct Prelu<T: Element> {
    fit: Fit,
    x: Saved<T>,
    weight: Saved<T>,
}

impl<T: Element> Backward<T> for Prelu<T> {
    const NAME: &'static str = "PreluKernelBackward0";

    /// d_x = d_y for x > 0 and weight·d_y elsewhere, d_weight = x·d_y where x ≤ 0
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (x, weight) = (&self.x.get(call)?, &self.weight.get(call)?);
        let above = &whereabouts(x, |x| x > T::zero());
        let below = &above.logical_not();
        let d_x = call.needs(0).then(|| d_y.gate(above) + (&d_y * weight).gate(below));
        two(d_x, call.needs(1).then(|| self.fit.apply((d_y * x).gate(below))))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.x.shape(), self.weight.shape()]
    }
}
