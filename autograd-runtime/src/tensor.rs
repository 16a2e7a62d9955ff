//! The dynamic-graph tensor: PyTorch's semantics and names, in Rust's manner.
//!
//! A [`Tensor`] is a cheap handle to an n-dimensional array. Operations on tensors that require a gradient are
//! recorded as they run; [`Tensor::backward`] walks the record and accumulates gradients into the leaves.
//!
//! ```
//! use autograd_runtime::tensor::Tensor;
//!
//! let x = Tensor::from_slice(&[1.0, 2.0, 3.0]).requires_grad_(true);
//! let y = (&x * &x).sum();
//! y.backward();
//! assert_eq!(x.grad().unwrap().to_vec(), [2.0, 4.0, 6.0]);
//! ```
//!
//! # Errors
//!
//! Every operation that can fail has two forms: `try_name` returns [`TensorError`], and `name` panics with the same
//! text. The text carries the phrase PyTorch uses, so that a search for it finds the explanation, and the shapes.
//!
//! # Element types
//!
//! [`Element`] (`f32`, `f64`) is what can carry a gradient. [`Dtype`] adds `i64` for indices and `bool` for masks:
//! `Tensor<i64>` and `Tensor<bool>` are the same handle with the same views, but `requires_grad_` refuses them.

#[macro_use]
mod error;

mod anomaly;
mod backward;
mod check;
mod checkpoint;
mod create;
mod display;
mod draw;
mod element;
mod factor;
mod function;
mod functional;
#[doc(hidden)]
pub mod fused;
mod graph;
mod handle;
mod hooks;
mod inplace;
mod kernel;
#[cfg(feature = "optim")]
mod leaf;
mod mode;
#[cfg(feature = "nalgebra")]
mod nalgebra;
mod ops;
mod parallel;
mod random;
mod read;
mod shape;
mod slices;
mod sparse;
mod storage;

pub use anomaly::{AnomalyGuard, detect_anomaly};
pub use backward::{BackwardOptions, GradOptions, backward_all, grad, grad_with};
pub use check::{GradcheckOptions, gradcheck, gradcheck_with, gradgradcheck, gradgradcheck_with};
pub use checkpoint::checkpoint;
pub use draw::{DrawError, Graph};
pub use element::{AnyTensor, Dtype, Element};
#[cfg(feature = "nn")]
pub(crate) use error::OrPanic;
pub use error::{ErrorKind, TensorError};
pub use function::{Context, Function};
pub use functional::{Products, hessian, hvp, jacobian, jvp, vhp, vjp};
pub use graph::node::GradFn;
pub use handle::Tensor;
pub use hooks::HookHandle;
#[cfg(feature = "optim")]
pub(crate) use leaf::GradSlice;
pub use mode::{GradModeGuard, enable_grad, is_grad_enabled, no_grad, set_grad_enabled};
pub use ops::conv::{Conv, ConvTranspose};
pub use ops::index::Index;
pub use ops::linalg::TriangularOptions;
pub use ops::losses::classification::{ClassTarget, CrossEntropy};
pub use ops::losses::embedding::TripletMargin;
pub use ops::losses::reduction::Reduction;
pub use ops::normalization::BatchNorm;
pub use ops::pad::Pad;
pub use ops::pool::Pool;
pub use ops::stretch::Indexing;
pub use random::{Generator, manual_seed};
pub use shape::Dims;
pub use sparse::SparseGrad;
