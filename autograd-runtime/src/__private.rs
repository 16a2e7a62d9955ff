//! Everything generated code names. Not covered by semantic versioning: macros and runtime change together.

pub use alloc::{borrow::ToOwned, boxed::Box, rc::Rc, vec, vec::Vec};

pub use crate::{
    Differentiable, Either, Mode, NoGrad, Off, On, Real, Shadow, Step, SteppedRange, Tangent, TargetOf, Workspace,
    accumulate_slice,
    adjoint::*,
    detach, gradcheck,
    gradcheck::Derived,
    kinks::*,
    no_grad::*,
    part::*,
    payload::*,
    rev_stepped_back, rules,
    rules::*,
    saved::snapshot,
    sequence::count,
    step::{StepAlong, step_tangent, variant_misfit, zero_like},
    stepped_back,
    tangent::variant_mismatch,
    views::views,
};

/// What `function!` expands to.
#[cfg(feature = "tensor")]
pub use crate::tensor::fused;

/// Rules for methods and associated functions of foreign types: traits without names, which a glob brings into scope.
pub mod methods {
    #[cfg(feature = "nalgebra")]
    pub use crate::matrix::{
        Abs as _, CholeskyDeterminant as _, CholeskyInverse as _, CholeskyOf as _, CholeskySolve as _, CloneOwned as _,
        Column as _, ComponentDiv as _, ComponentMul as _, Cross as _, Determinant as _, Diagonal as _, Dot as _,
        FixedColumns as _, FixedRows as _, FromColumnSlice as _, FromDiagonal as _, FromRowSlice as _, L as _,
        LnDeterminant as _, Lu as _, LuSolve as _, Magnitude as _, MagnitudeSquared as _, Mean as _,
        MetricDistance as _, New1 as _, New2 as _, New2x2 as _, New2x3 as _, New2x4 as _, New3 as _, New3x2 as _,
        New3x3 as _, New3x4 as _, New4 as _, New4x2 as _, New4x3 as _, New4x4 as _, New5 as _, New6 as _, NewRow2 as _,
        NewRow3 as _, NewRow4 as _, NewRow5 as _, NewRow6 as _, Norm as _, NormSquared as _, Normalize as _, Qr as _,
        QrSolve as _, Row as _, Sum as _, TrMul as _, Trace as _, Transpose as _, TryInverse as _, Unwrap as _,
    };
}
