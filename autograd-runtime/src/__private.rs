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
    rev_stepped_back, rules,
    rules::*,
    step::{StepAlong, step_tangent, variant_misfit, zero_like},
    stepped_back,
    tangent::variant_mismatch,
};

/// Rules for methods and associated functions of foreign types: traits without names, which a glob brings into scope.
pub mod methods {
    #[cfg(feature = "nalgebra")]
    pub use crate::matrix::{
        Abs as _, CloneOwned as _, ComponentDiv as _, ComponentMul as _, Cross as _, Dot as _, Magnitude as _,
        MagnitudeSquared as _, Mean as _, MetricDistance as _, Norm as _, NormSquared as _, Normalize as _, Sum as _,
        TrMul as _, Trace as _, Transpose as _,
    };
}
