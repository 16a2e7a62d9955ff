//! Runtime of the `autograd` crate: the traits and rules that generated gradients are written against.
//!
//! Users name the `autograd` crate, which re-exports everything public here. With `default-features = false` this
//! crate is `no_std` and has no dependencies.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(unsafe_code)]

extern crate alloc;

mod adjoint;
mod detach;
mod differentiable;
mod jacobian;
mod kinks;
#[cfg(feature = "nalgebra")]
pub mod matrix;
mod method;
mod mode;
mod no_grad;
mod part;
mod payload;
mod real;
mod saved;
mod sequence;
mod shadow;
mod step;
mod stepped;
mod tangent;
mod tuples;
mod views;
mod workspace;

#[cfg(feature = "argmin")]
pub mod argmin;
pub mod gradcheck;
#[cfg(feature = "levenberg-marquardt")]
pub mod levenberg_marquardt;
#[cfg(feature = "nn")]
pub mod nn;
#[cfg(feature = "optim")]
pub mod optim;
pub mod rules;
#[cfg(feature = "tensor")]
pub mod tensor;

#[doc(hidden)]
pub mod __private;

pub use detach::detach;
#[doc(hidden)]
pub use detach::detach_call;
pub use differentiable::Differentiable;
pub use gradcheck::gradcheck;
pub use jacobian::Outputs;
#[cfg(feature = "nalgebra")]
pub use jacobian::jacobian_matrix;
pub use mode::{Mode, Off, On, Parts, TargetOf};
pub use no_grad::NoGrad;
pub use real::{Arithmetic, Real};
pub use saved::Either;
pub use shadow::{Shadow, accumulate_slice};
pub use step::Step;
pub use stepped::{SteppedBack, SteppedForth, SteppedRange, rev_stepped_back, stepped_back};
pub use tangent::Tangent;
pub use workspace::Workspace;
