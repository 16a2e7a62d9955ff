//! The procedural macros of the `autograd` crate: `#[differentiable]`.
#![forbid(unsafe_code)]

mod diagnostics;
#[cfg(test)]
mod interpret;
mod ir;
mod options;
mod reverse;
mod rules;
mod signature;
