//! Optimizers and learning-rate schedules that reproduce PyTorch's trajectories.
//!
//! Three layers, each knowing only the one below:
//!
//! - an [`Algorithm`] ([`Sgd`], [`Adam`], …) is a set of options and an update on flat slices of floats;
//! - a [`Parameter`] presents values and gradient as such slices: a [`Variable`] holding any plain Rust [`Value`], or a
//!   tensor leaf;
//! - an [`Optimizer`] holds parameters in groups with settings of their own and steps them; a [`Stepper`] does the same
//!   for one plain value that stays with the caller.
//!
//! Options have PyTorch's names and defaults, and what PyTorch refuses is refused with the same message. The
//! [`schedule`] module drives the groups of either.
//!
//! ```
//! use autograd_runtime::optim::{Lbfgs, LineSearch, Stepper};
//!
//! // Rosenbrock's function and its gradient, as a `#[differentiable]` function would return them.
//! let rosenbrock = |&[x, y]: &[f64; 2]| {
//!     let (a, b) = (1.0 - x, y - x * x);
//!     (a * a + 100.0 * b * b, [-2.0 * a - 400.0 * b * x, 200.0 * b])
//! };
//! let mut x = [-1.2, 1.0];
//! let mut lbfgs = Stepper::new(Lbfgs { line_search_fn: Some(LineSearch::StrongWolfe), ..Lbfgs::default() })?;
//! for _ in 0..4 {
//!     lbfgs.step_with(&mut x, rosenbrock)?;
//! }
//! assert!(x.iter().all(|x| (x - 1.0).abs() < 1e-4), "{x:?}");
//! # Ok::<(), autograd_runtime::optim::OptimError>(())
//! ```

mod adadelta;
mod adafactor;
mod adagrad;
mod adam;
mod adamax;
mod adamw;
mod algorithm;
mod asgd;
mod checkpoint;
mod clip;
mod error;
mod gradient;
mod group;
mod lbfgs;
mod nadam;
mod named;
mod optimizer;
mod options;
mod parameter;
mod radam;
mod rmsprop;
mod rprop;
mod scalar;
pub mod schedule;
mod sgd;
mod sparse_adam;
mod stepper;
#[cfg(feature = "tensor")]
mod tensor;
mod value;
mod variable;

pub use adadelta::{Adadelta, AdadeltaState};
pub use adafactor::{Adafactor, AdafactorState, SecondMoment};
pub use adagrad::{Adagrad, AdagradState};
pub use adam::{Adam, AdamState};
pub use adamax::{Adamax, AdamaxState};
pub use adamw::AdamW;
pub use algorithm::{Algorithm, Layout, Objective, Settings, State};
pub use asgd::{Asgd, AsgdState};
pub use checkpoint::{GroupState, OptimizerState, ParameterState};
pub use clip::{clip_grad_norm, clip_grad_value, clip_norm, clip_value};
pub use error::OptimError;
pub use gradient::{Gradient, SparseRows};
pub use group::{Group, ParameterGroups};
pub use lbfgs::{History, LastIteration, Lbfgs, LbfgsState, LineSearch, Pair};
pub use nadam::{NAdam, NAdamState};
pub use optimizer::Optimizer;
pub use parameter::{IntoParameter, Parameter};
pub use radam::{RAdam, RAdamState};
pub use rmsprop::{RmsProp, RmsPropState};
pub use rprop::{Rprop, RpropState};
pub use scalar::Scalar;
pub use sgd::{Sgd, SgdState};
pub use sparse_adam::{SparseAdam, SparseAdamState};
pub use stepper::Stepper;
pub use value::Value;
pub use variable::Variable;
