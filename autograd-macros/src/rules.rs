//! Rules of differentiation.

pub(crate) mod scalar;
pub(crate) mod term;
