//! The procedural macros of the `autograd` crate: `#[differentiable]`.
#![forbid(unsafe_code)]

mod analysis;
mod diagnostics;
<<<<<<< HEAD
mod emit;
=======
#[cfg(test)]
mod interpret;
>>>>>>> interp
mod ir;
mod lower;
mod options;
<<<<<<< HEAD
mod pipeline;
mod primal;
=======
>>>>>>> interp
mod reverse;
mod rules;
mod signature;

/// Differentiates a function at compile time. See the documentation of the `autograd` crate.
#[proc_macro_attribute]
pub fn differentiable(options: proc_macro::TokenStream, item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    pipeline::expand(options.into(), item.into()).into()
}
