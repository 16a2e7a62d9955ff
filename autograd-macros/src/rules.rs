//! Rules of differentiation.

#[cfg(test)]
pub(crate) mod helper;
pub(crate) mod scalar;
pub(crate) mod term;
