//! A compiled function as one node of a dynamic graph: what `autograd::function!` expands to.
//!
//! The forward part of the function runs when the node is recorded; its pullback is kept in the node and runs when the
//! walk comes by. What the user [gave](Given) for an argument is a tensor, which stands for what the function takes by the
//! rules of [`Place`], or a plain value; a [`Gradient`] is the adjoint that the pullback adds to; an [`Output`] becomes
//! tensors. Only the macro names these.

mod argument;
mod given;
mod gradient;
#[cfg(feature = "nalgebra")]
mod matrix;
mod node;
mod output;
mod place;

pub use super::error::TensorError;
pub use argument::Argument;
pub use given::{
    Active, Fixed, Given, KeptActive, KeptFixed, KeptPlain, Nothing, Outline, Plain, PlainGiven, Source, TensorGiven,
};
pub use gradient::Gradient;
pub use node::{Movable, Pass, forward, or_panic, record, unrecorded};
pub use output::{Output, Part};
pub use place::{Owned, Packed, Place};
