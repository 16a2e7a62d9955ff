//! Activations: tables of those without parameters, and PReLU.

use super::{Layer, Module, Visitor};
use crate::tensor::{Element, Tensor, TensorError};

/// Each line: documentation, PyTorch's name, our name, the value at `x`.
macro_rules! plain {
    ($($(#[doc = $doc:literal])* $alias:literal $name:ident => |$x:ident| $value:expr;)*) => {$(
        $(#[doc = $doc])*
        #[doc = concat!(" `torch.nn.", $alias, "`.")]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $name;

        layer!($name => |_, $x| $value);
    )*};
}

/// As [`plain`], with options and their defaults.
macro_rules! with_options {
    ($(
        $(#[doc = $doc:literal])*
        $alias:literal $name:ident { $($(#[doc = $option_doc:literal])* $option:ident: $ty:ty = $default:expr),* }
            => |$this:ident, $x:ident| $value:expr;
    )*) => {$(
        $(#[doc = $doc])*
        #[doc = concat!(" `torch.nn.", $alias, "`.")]
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name {
            $($(#[doc = $option_doc])* pub $option: $ty,)*
        }

        impl Default for $name {
            fn default() -> Self {
                Self { $($option: $default),* }
            }
        }

        layer!($name => |$this, $x| $value);
    )*};
}

macro_rules! layer {
    ($name:ident => |$this:pat_param, $x:ident| $value:expr) => {
        impl<T: Element> Module<T> for $name {
            fn visit<'a>(&'a self, _: &mut Visitor<'_, 'a, T>) {}
        }

        impl<T: Element> Layer<T> for $name {
            fn try_forward(&self, $x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
                let $this = self;
                $value
            }
        }
    };
}

plain! {
    /// `max(x, 0)`:
    "ReLU" Relu => |x| Ok(x.relu());
    /// `min(max(x, 0), 6)`:
    "ReLU6" Relu6 => |x| Ok(x.relu6());
    /// `1 / (1 + e⁻ˣ)`:
    "Sigmoid" Sigmoid => |x| Ok(x.sigmoid());
    /// The hyperbolic tangent:
    "Tanh" Tanh => |x| Ok(x.tanh());
    /// `x · sigmoid(x)`:
    "SiLU" Silu => |x| Ok(x.silu());
    /// `x · tanh(ln(1 + eˣ))`:
    "Mish" Mish => |x| Ok(x.mish());
    /// `x · Φ(x)` with the normal distribution's `Φ`:
    "GELU" Gelu => |x| Ok(x.gelu());
    /// GELU with `Φ` approximated by a hyperbolic tangent: `approximate='tanh'` of
    "GELU" GeluTanh => |x| Ok(x.gelu_tanh());
    /// The self-normalizing ELU:
    "SELU" Selu => |x| Ok(x.selu());
    /// `ln(sigmoid(x))`:
    "LogSigmoid" LogSigmoid => |x| Ok(x.logsigmoid());
    /// `x / (1 + |x|)`:
    "Softsign" Softsign => |x| Ok(x.softsign());
    /// `x - tanh(x)`:
    "Tanhshrink" Tanhshrink => |x| Ok(x.tanhshrink());
    /// `x · min(max(x + 3, 0), 6) / 6`:
    "Hardswish" Hardswish => |x| Ok(x.hardswish());
    /// `min(max(x + 3, 0), 6) / 6`:
    "Hardsigmoid" Hardsigmoid => |x| Ok(x.hardsigmoid());
}

with_options! {
    /// `x` where it is positive, else `negative_slope · x`:
    "LeakyReLU" LeakyRelu {
        /// The slope below zero.
        negative_slope: f64 = 0.01
    } => |this, x| Ok(x.leaky_relu(T::of(this.negative_slope)));
    /// `x` where it is positive, else `α (eˣ - 1)`:
    "ELU" Elu {
        /// Minus the limit far below zero.
        alpha: f64 = 1.0
    } => |this, x| Ok(x.elu(T::of(this.alpha)));
    /// `x` where it is positive, else `α (e^(x/α) - 1)`:
    "CELU" Celu {
        /// Minus the limit far below zero.
        alpha: f64 = 1.0
    } => |this, x| Ok(x.celu(T::of(this.alpha)));
    /// `ln(1 + e^(βx)) / β`, and `x` itself where `βx` is above the threshold:
    "Softplus" Softplus {
        /// The sharpness of the bend.
        beta: f64 = 1.0,
        /// From where on the function is the identity.
        threshold: f64 = 20.0
    } => |this, x| Ok(x.softplus_with(T::of(this.beta), T::of(this.threshold)));
    /// `x`, but at least `min` and at most `max`:
    "Hardtanh" Hardtanh {
        /// The least value.
        min: f64 = -1.0,
        /// The largest value.
        max: f64 = 1.0
    } => |this, x| Ok(x.hardtanh(T::of(this.min), T::of(this.max)));
    /// `eˣ` over its sum along a dimension:
    "Softmax" Softmax {
        /// The dimension, counted from either end.
        dim: isize = -1
    } => |this, x| x.try_softmax(this.dim);
    /// The logarithm of the softmax along a dimension:
    "LogSoftmax" LogSoftmax {
        /// The dimension, counted from either end.
        dim: isize = -1
    } => |this, x| x.try_log_softmax(this.dim);
    /// The first half along a dimension times the sigmoid of the second:
    "GLU" Glu {
        /// The dimension, counted from either end.
        dim: isize = -1
    } => |this, x| x.try_glu(this.dim);
}

/// `x` where it is positive, else a learned slope times `x`: `torch.nn.PReLU`.
///
/// Source: He, Zhang, Ren and Sun, "Delving Deep into Rectifiers" (2015).
#[doc(alias = "PReLU")]
pub struct Prelu<T: Element> {
    /// The slopes below zero: one for all, or one per channel (dimension 1). They start as 0.25.
    pub weight: Tensor<T>,
}

impl<T: Element> Prelu<T> {
    /// One slope for all channels, or one for each of several.
    pub fn new(num_parameters: usize) -> Self {
        Self { weight: Tensor::full([num_parameters], T::of(0.25)).requires_grad_(true) }
    }
}

impl<T: Element> Module<T> for Prelu<T> {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
        visitor.parameter("weight", &self.weight);
    }
}

impl<T: Element> Layer<T> for Prelu<T> {
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        x.try_prelu(&self.weight)
    }
}
