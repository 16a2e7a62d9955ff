//! nalgebra's matrices inside `#[differentiable]`: their tangents, the rules of their operators and of their methods.
//!
//! The tangent of a matrix, a view or a point is the owned matrix of the same shape. The tangent of a factorization is the
//! adjoint of the matrix that was factorized, so that a solve gives its gradient by the factors that are already there.

mod calls;
mod construct;
mod factors;
mod operators;
mod option;
mod points;
mod rotations;
mod tangent;
mod views;
mod write;

pub use calls::*;
pub use construct::*;
pub use factors::*;
pub use option::*;
pub use points::*;
pub use rotations::*;
pub use views::*;
pub use write::*;

use nalgebra::RealField;

use crate::{Differentiable, Real, Tangent};

/// What the entries of a differentiable matrix are: `f32` and `f64`.
pub trait Entry: Real + RealField + Differentiable<Tangent = Self> + Tangent {}

impl Entry for f32 {}
impl Entry for f64 {}
