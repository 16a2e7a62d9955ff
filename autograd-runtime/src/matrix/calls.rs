//! Methods of matrices, as generated code calls them: `x.norm()` becomes `x.norm_call(mode, workspace)`, which returns the
//! value and a pullback.
//!
//! Each method has a trait of its own, declared and implemented by one entry of a table: its value, and the adjoint of each
//! argument. In the formulas `y` is the value and `d_y` its adjoint.

mod binary;
mod unary;

pub use binary::*;
pub use unary::*;
