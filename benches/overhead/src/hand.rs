//! The gradients written by hand, from the mathematics, in the safe Rust of somebody who does this for a living, before the
//! generated code was looked at. Each has the signature of the generated companion: it returns the value and the gradients
//! of by-value parameters, and adds to the shadows of slices.

pub mod branching;
pub mod loops;
pub mod matrices;
pub mod straight;
