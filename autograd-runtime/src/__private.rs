//! Everything generated code names. Not covered by semantic versioning: macros and runtime change together.

pub use alloc::{borrow::ToOwned, boxed::Box, rc::Rc, vec, vec::Vec};

pub use crate::{
    Differentiable, Either, Mode, NoGrad, Off, On, Real, Shadow, Step, SteppedRange, Tangent, TargetOf, Workspace,
    accumulate_slice,
    adjoint::*,
    detach, gradcheck,
    kinks::*,
    no_grad::*,
    part::*,
    payload::*,
    rev_stepped_back, rules,
    rules::*,
    step::{StepAlong, step_tangent, variant_misfit, zero_like},
    stepped_back,
    tangent::variant_mismatch,
    views::views,
};
