//! Derivatives that generated code calls by name: operators on values whose type the macro cannot see, and scalar
//! functions whose derivative is more than one expression.
//!
//! In all of them `a` and `b` are the arguments of a binary operation, `x` that of a unary one, `y` the result, and `d_v`
//! is the adjoint of `v`.

mod kinks;
mod operators;
#[cfg(feature = "std")]
mod powers;

pub use kinks::{abs_d, clamp_d, copysign_d, max_d, min_d};
pub use operators::{AddRule, DivRule, MulRule, NegRule, RemRule, SubRule};
#[cfg(feature = "std")]
pub use powers::{powf_d_x, powf_d_y, powi_d};
