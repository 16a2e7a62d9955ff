//! Activation functions made of straight pieces.

use super::super::super::element::Element;
use super::super::super::handle::Tensor;
use super::super::super::kernel;
use super::super::pointwise::{Pointwise, pointwise, whereabouts};

impl<T: Element> Tensor<T> {
    /// `min(max(x, 0), 6)`
    #[track_caller]
    pub fn relu6(&self) -> Self {
        self.hardtanh(T::zero(), T::of(6.0))
    }

    /// `x` cut to `[min, max]`, with derivative 0 at the bounds.
    #[track_caller]
    pub fn hardtanh(&self, min: T, max: T) -> Self {
        pointwise(self, Hardtanh { min, max })
    }

    /// `x` above zero and `slope·x` below.
    #[track_caller]
    pub fn leaky_relu(&self, negative_slope: T) -> Self {
        pointwise(self, LeakyRelu { slope: negative_slope })
    }

    /// `x` above the threshold and `value` elsewhere.
    #[track_caller]
    pub fn threshold(&self, threshold: T, value: T) -> Self {
        pointwise(self, Threshold { threshold, value })
    }

    /// `x` outside `[-λ, λ]` and zero inside.
    #[track_caller]
    pub fn hardshrink(&self, lambda: T) -> Self {
        pointwise(self, Hardshrink { lambda })
    }

    /// `x` moved by `λ` towards zero, and zero inside `[-λ, λ]`.
    #[track_caller]
    pub fn softshrink(&self, lambda: T) -> Self {
        pointwise(self, Softshrink { lambda })
    }
}

#[derive(Clone, Copy)]
pub(super) struct Hardtanh<T> {
    pub(super) min: T,
    pub(super) max: T,
}

impl<T: Element> Pointwise<T> for Hardtanh<T> {
    const NAME: &'static str = "HardtanhBackward0";

    fn value(self, x: T) -> T {
        if x < self.min {
            self.min
        } else if x > self.max {
            self.max
        } else {
            x
        }
    }

    /// y' = 1 between the bounds
    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
        d_y.gate(&whereabouts(x, |x| !(x <= self.min || x >= self.max)))
    }
}

#[derive(Clone, Copy)]
struct LeakyRelu<T> {
    slope: T,
}

impl<T: Element> Pointwise<T> for LeakyRelu<T> {
    const NAME: &'static str = "LeakyReluBackward0";

    fn value(self, x: T) -> T {
        if x > T::zero() { x } else { x * self.slope }
    }

    /// y' = 1 for x > 0, slope elsewhere
    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
        d_y * kernel::map(x, |x| if x > T::zero() { T::one() } else { self.slope })
    }
}

#[derive(Clone, Copy)]
struct Threshold<T> {
    threshold: T,
    value: T,
}

impl<T: Element> Pointwise<T> for Threshold<T> {
    const NAME: &'static str = "ThresholdBackward0";

    fn value(self, x: T) -> T {
        if x <= self.threshold { self.value } else { x }
    }

    /// y' = 1 above the threshold
    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
        d_y.gate(&whereabouts(x, |x| x > self.threshold))
    }
}

#[derive(Clone, Copy)]
struct Hardshrink<T> {
    lambda: T,
}

impl<T: Element> Pointwise<T> for Hardshrink<T> {
    const NAME: &'static str = "HardshrinkBackward0";

    fn value(self, x: T) -> T {
        if x >= -self.lambda && x <= self.lambda { T::zero() } else { x }
    }

    /// y' = 1 outside [-λ, λ]
    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
        d_y.gate(&whereabouts(x, |x| x < -self.lambda || x > self.lambda))
    }
}

#[derive(Clone, Copy)]
struct Softshrink<T> {
    lambda: T,
}

impl<T: Element> Pointwise<T> for Softshrink<T> {
    const NAME: &'static str = "SoftshrinkBackward0";

    fn value(self, x: T) -> T {
        if x > self.lambda {
            x - self.lambda
        } else if x < -self.lambda {
            x + self.lambda
        } else {
            // Zero inside, and NaN for NaN.
            x * T::zero()
        }
    }

    /// y' = 1 outside [-λ, λ]
    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
        d_y.gate(&whereabouts(x, |x| x < -self.lambda || x > self.lambda))
    }
}
