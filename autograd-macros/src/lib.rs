//! The procedural macros of the `autograd` crate: `#[differentiable]` and `#[derive(Differentiable)]`.
#![forbid(unsafe_code)]

mod analysis;
mod derivative;
mod derive;
mod diagnostics;
mod emit;
#[cfg(test)]
mod expansions;
mod fuse;
mod groups;
mod helpers;
#[cfg(test)]
mod interpret;
mod ir;
mod item;
mod lower;
mod options;
mod pipeline;
mod primal;
#[cfg(test)]
mod random;
mod reverse;
mod rules;
mod signature;
mod simplify;

/// Differentiates a function at compile time. See the documentation of the `autograd` crate.
#[proc_macro_attribute]
pub fn differentiable(options: proc_macro::TokenStream, item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    item::expand(options.into(), item.into()).into()
}

/// Generates the type of the gradients of a struct or enum `S`: the tangent `STangent`.
///
/// The tangent has the visibility, the generics and the field names of `S`. Left out are fields whose type holds no
/// float, judged by its tokens as for parameters of `#[differentiable]` functions (integers, `bool`, `char`, strings,
/// `PhantomData`, containers of these), and fields or variants marked `#[no_grad]`. Fields of a tuple keep their
/// numbers; a gap is a `NoGrad`. Parameters and lifetimes that no field of the tangent needs are left out too.
///
/// | for | traits |
/// |---|---|
/// | `S` | `Differentiable`, `Step`, `gradcheck::Components` |
/// | `STangent` | `Tangent`, `Differentiable` with itself as tangent, `Step`, `gradcheck::Components`, `Clone`, `Debug`, `PartialEq`, `+`, `-`, `* f64`, `+=`, `-=`, `*= f64`, unary `-` |
/// | `STangent` if all of its fields have it | `Copy`, `Default` (of structs) |
///
/// The impls ask for what the fields' types need and nothing else; a type that holds a shared reference has no
/// `Step`. Tangents of two variants of an enum cannot be combined, which panics before anything is written, unless
/// one of them holds nothing: that is the zero of every shape, as `None` is.
///
/// Options, on the type:
///
/// - `#[autograd(crate = path)]`: where the `autograd` crate is, if not at `::autograd`.
/// - `#[autograd(recursive)]`: the type contains itself in a `Vec` *by way of another type*. (rustc says "overflow evaluating the
///   requirement" without it. Types that contain themselves directly, or in a `Box`, need no option.)
#[proc_macro_derive(Differentiable, attributes(no_grad, autograd))]
pub fn derive_differentiable(item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive::expand(item.into()).into()
}

/// Gives a hand-written rule to a function that cannot be annotated. See the documentation of the `autograd` crate.
#[proc_macro_attribute]
pub fn derivative(arguments: proc_macro::TokenStream, item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derivative::expand(arguments.into(), item.into()).into()
}

/// Calls a differentiable function with tensors, as one node of their graph. See the documentation of the `autograd`
/// crate.
#[proc_macro]
pub fn function(call: proc_macro::TokenStream) -> proc_macro::TokenStream {
    fuse::expand(call.into()).into()
}

/// As `function!`, but returns what is wrong as an error.
#[proc_macro]
pub fn try_function(call: proc_macro::TokenStream) -> proc_macro::TokenStream {
    fuse::expand_fallible(call.into()).into()
}
