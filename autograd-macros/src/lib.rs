//! Procedural macros of the `autograd` crate.
