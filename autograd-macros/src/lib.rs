//! The procedural macros of the `autograd` crate: `#[differentiable]`.
#![forbid(unsafe_code)]

mod analysis;
mod diagnostics;
mod emit;
#[cfg(test)]
mod interpret;
mod ir;
mod lower;
mod options;
mod pipeline;
mod primal;
mod reverse;
mod rules;
mod signature;
mod simplify;

/// Differentiates a function at compile time. See the documentation of the `autograd` crate.
#[proc_macro_attribute]
pub fn differentiable(options: proc_macro::TokenStream, item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    pipeline::expand(options.into(), item.into()).into()
}
