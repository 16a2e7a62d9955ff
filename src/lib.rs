//! Gradients of ordinary Rust functions at compile time, on stable Rust.

#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]

#[doc(hidden)]
pub use autograd_runtime::__private;
pub use autograd_runtime::{Differentiable, Real, Step, Tangent, Workspace, detach, gradcheck};

/// What a program that differentiates usually needs: `use autograd::prelude::*;`.
pub mod prelude {
    pub use crate::{Differentiable, Real, Step, Tangent, detach};
}
