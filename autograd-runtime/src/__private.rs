//! Everything generated code names. Not covered by semantic versioning: macros and runtime change together.

pub use alloc::{boxed::Box, rc::Rc, vec, vec::Vec};

pub use crate::{
    Differentiable, Either, Mode, Off, On, Real, Shadow, Step, SteppedRange, Tangent, Workspace, accumulate_slice,
    detach, kinks::*, rev_stepped_back, rules, rules::*, stepped_back,
};
