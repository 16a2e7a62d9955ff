//! Facts about a function, in side tables keyed by id.

pub(crate) mod active;
pub(crate) mod memory;
