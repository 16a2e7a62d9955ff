//! Derivatives that generated code calls by name: operators on values whose type the macro cannot see.
//!
//! In all of them `a` and `b` are the arguments of a binary operation, `x` that of a unary one, `y` the result, and `d_v`
//! is the adjoint of `v`.

mod absolute;
mod operands;
mod operators;

pub use absolute::FloatAbs;
pub use operands::{Difference, Product, Quotient, Remainder, Sum};
pub use operators::{AddRule, DivRule, MulRule, NegRule, RemRule, SubRule};
