//! Runtime of the `autograd` crate.
