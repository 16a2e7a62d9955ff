//! Element types: what a tensor can hold, and what can carry a gradient.

use super::factor::Factor;
use super::handle::Tensor;
use super::ops::view::{View, record_view};
use super::sparse::SparseGrad;
use num_traits::{Float, FloatConst, NumAssign};
use std::fmt::Debug;
use std::iter::Sum;

mod sealed {
    pub trait Sealed {}
    impl Sealed for f32 {}
    impl Sealed for f64 {}
    impl Sealed for i64 {}
    impl Sealed for bool {}
}

/// What a tensor can hold: `f32`, `f64`, `i64` (indices) and `bool` (masks).
pub trait Dtype: sealed::Sealed + Copy + Debug + Default + PartialEq + PartialOrd + Send + Sync + 'static {
    /// The name of the type as PyTorch prints it, `torch.float64`.
    const NAME: &'static str;
    /// The name of a tensor of this type in error texts, `torch.DoubleTensor`.
    const TENSOR_NAME: &'static str;
    /// Whether values of this type can carry a gradient.
    const FLOATING: bool;
    /// Whether `Display` names the type, because it is not the one Rust literals have.
    const NAMED_IN_DISPLAY: bool = false;
    /// The value as a number: `true` is one.
    fn to_number(self) -> f64;
    /// The number one, or `true`.
    fn unit() -> Self;
    /// Records a view, where the type can carry a gradient.
    #[doc(hidden)]
    #[track_caller]
    fn record_view(y: Tensor<Self>, _x: &Tensor<Self>, _view: View) -> Tensor<Self> {
        y
    }
}

impl Dtype for f32 {
    const NAME: &'static str = "torch.float32";
    const TENSOR_NAME: &'static str = "torch.FloatTensor";
    const FLOATING: bool = true;
    const NAMED_IN_DISPLAY: bool = true;
    fn to_number(self) -> f64 {
        f64::from(self)
    }
    fn unit() -> Self {
        1.0
    }
    #[track_caller]
    fn record_view(y: Tensor<Self>, x: &Tensor<Self>, view: View) -> Tensor<Self> {
        record_view(y, x, view)
    }
}

impl Dtype for f64 {
    const NAME: &'static str = "torch.float64";
    const TENSOR_NAME: &'static str = "torch.DoubleTensor";
    const FLOATING: bool = true;
    fn to_number(self) -> f64 {
        self
    }
    fn unit() -> Self {
        1.0
    }
    #[track_caller]
    fn record_view(y: Tensor<Self>, x: &Tensor<Self>, view: View) -> Tensor<Self> {
        record_view(y, x, view)
    }
}

impl Dtype for i64 {
    const NAME: &'static str = "torch.int64";
    const TENSOR_NAME: &'static str = "torch.LongTensor";
    const FLOATING: bool = false;
    fn to_number(self) -> f64 {
        self as f64
    }
    fn unit() -> Self {
        1
    }
}

impl Dtype for bool {
    const NAME: &'static str = "torch.bool";
    const TENSOR_NAME: &'static str = "torch.BoolTensor";
    const FLOATING: bool = false;
    fn to_number(self) -> f64 {
        f64::from(u8::from(self))
    }
    fn unit() -> Self {
        true
    }
}

/// A float that can carry a gradient: `f32` or `f64`.
pub trait Element: Dtype + Float + FloatConst + NumAssign + Sum + Factor {
    /// The nearest value of this type.
    fn of(value: f64) -> Self;
    /// Wraps a tensor of this type, so that the walk can carry it without knowing the type.
    #[doc(hidden)]
    fn wrap(tensor: Tensor<Self>) -> AnyTensor;
    /// Unwraps a tensor of this type; a tensor of the other one is converted.
    #[doc(hidden)]
    fn unwrap(tensor: AnyTensor) -> Tensor<Self>;
    /// Borrows a tensor of this type, where it is one.
    #[doc(hidden)]
    fn peek(tensor: &AnyTensor) -> Option<&Tensor<Self>>;
    /// Wraps a gradient of some rows.
    #[doc(hidden)]
    fn wrap_sparse(grad: SparseGrad<Self>) -> AnyTensor;
    /// Borrows a gradient of some rows of this type, where it is one.
    #[doc(hidden)]
    fn peek_sparse(tensor: &AnyTensor) -> Option<&SparseGrad<Self>>;
}

/// A tensor of either element type: what travels along the edges of a graph, which may change type on the way.
#[derive(Clone, Debug)]
pub enum AnyTensor {
    /// A tensor of `f32`.
    F32(Tensor<f32>),
    /// A tensor of `f64`.
    F64(Tensor<f64>),
    /// Some rows of a tensor of `f32`.
    SparseF32(Box<SparseGrad<f32>>),
    /// Some rows of a tensor of `f64`.
    SparseF64(Box<SparseGrad<f64>>),
}

macro_rules! element {
    ($float:ty, $mine:ident, $other:ident, $my_sparse:ident, $other_sparse:ident) => {
        impl Element for $float {
            fn of(value: f64) -> Self {
                value as Self
            }
            fn wrap(tensor: Tensor<Self>) -> AnyTensor {
                AnyTensor::$mine(tensor)
            }
            fn unwrap(tensor: AnyTensor) -> Tensor<Self> {
                match tensor {
                    AnyTensor::$mine(tensor) => tensor,
                    AnyTensor::$other(tensor) => tensor.to_dtype(),
                    AnyTensor::$my_sparse(grad) => grad.to_dense(),
                    AnyTensor::$other_sparse(grad) => grad.to_dense().to_dtype(),
                }
            }
            fn peek(tensor: &AnyTensor) -> Option<&Tensor<Self>> {
                match tensor {
                    AnyTensor::$mine(tensor) => Some(tensor),
                    AnyTensor::$other(_) | AnyTensor::$my_sparse(_) | AnyTensor::$other_sparse(_) => None,
                }
            }
            fn wrap_sparse(grad: SparseGrad<Self>) -> AnyTensor {
                AnyTensor::$my_sparse(Box::new(grad))
            }
            fn peek_sparse(tensor: &AnyTensor) -> Option<&SparseGrad<Self>> {
                match tensor {
                    AnyTensor::$my_sparse(grad) => Some(grad),
                    AnyTensor::$mine(_) | AnyTensor::$other(_) | AnyTensor::$other_sparse(_) => None,
                }
            }
        }
    };
}

element!(f32, F32, F64, SparseF32, SparseF64);
element!(f64, F64, F32, SparseF64, SparseF32);

impl AnyTensor {
    /// The sizes of the tensor.
    pub fn shape(&self) -> &[usize] {
        match self {
            Self::F32(t) => t.shape(),
            Self::F64(t) => t.shape(),
            Self::SparseF32(t) => t.shape(),
            Self::SparseF64(t) => t.shape(),
        }
    }

    /// The sum of two contributions to one cotangent; the first one's buffer is reused where nobody else holds it.
    pub(crate) fn accumulate(self, other: Self) -> Self {
        match self {
            Self::F32(a) => Self::F32(a + f32::unwrap(other)),
            Self::F64(a) => Self::F64(a + f64::unwrap(other)),
            Self::SparseF32(a) => sum_sparse(&a, other),
            Self::SparseF64(a) => sum_sparse(&a, other),
        }
    }

    /// The same cotangent with every entry written out.
    pub(crate) fn into_dense(self) -> Self {
        match self {
            dense @ (Self::F32(_) | Self::F64(_)) => dense,
            Self::SparseF32(t) => Self::F32(t.to_dense()),
            Self::SparseF64(t) => Self::F64(t.to_dense()),
        }
    }

    /// Whether an element is NaN.
    pub(crate) fn has_nan(&self) -> bool {
        match self {
            Self::F32(t) => has_nan(t),
            Self::F64(t) => has_nan(t),
            Self::SparseF32(t) => has_nan(t.values()),
            Self::SparseF64(t) => has_nan(t.values()),
        }
    }
}

fn has_nan<T: Element>(t: &Tensor<T>) -> bool {
    t.values().iter().any(|v| v.is_nan())
}

/// Two gradients of some rows stay one; with anything else the sum is dense.
fn sum_sparse<T: Element>(a: &SparseGrad<T>, b: AnyTensor) -> AnyTensor {
    match T::peek_sparse(&b).map(|b| a.try_sum(b)) {
        Some(Ok(sum)) => T::wrap_sparse(sum),
        Some(Err(_)) | None => T::wrap(a.to_dense() + T::unwrap(b)),
    }
}
