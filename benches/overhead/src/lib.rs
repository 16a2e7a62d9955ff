//! Functions whose generated gradients are measured, in instructions, beside gradients written by hand.
//!
//! - [`straight`], [`branching`], [`loops`] and [`matrices`] hold the functions, as a user writes them.
//! - [`hand`] holds their gradients as an expert writes them.
//! - [`subjects`] lists all of them with the arguments that they are measured at.

pub mod branching;
pub mod hand;
pub mod loops;
pub mod matrices;
pub mod straight;
pub mod subjects;
