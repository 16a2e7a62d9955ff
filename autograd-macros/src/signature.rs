//! What the companions and `lower` need of a function's signature: for every parameter its name, how it is passed, what its
//! type holds, whether it is active.

pub(crate) mod classify;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, ToTokens};

use crate::diagnostics::Diagnostics;
use crate::ir::Type;
use crate::options::Options;
use classify::{classify, Generics};

/// A function's signature, taken apart.
pub(crate) struct Signature {
    pub(crate) ident: Ident,
    pub(crate) params: Vec<Parameter>,
    pub(crate) output: Output,
    pub(crate) generics: Generics,
}

/// One parameter.
pub(crate) struct Parameter {
    /// The user's pattern: an identifier in most programs.
    pub(crate) pat: syn::Pat,
    /// Its name in companions: the identifier of the pattern, or `argument_2` where the pattern is none.
    pub(crate) ident: Ident,
    /// `mut x: f64`
    pub(crate) mutable: bool,
    /// The whole type as written: `&mut [f64]`.
    pub(crate) ty: syn::Type,
    /// The type behind the reference, or the type itself.
    pub(crate) referent: syn::Type,
    pub(crate) convention: Convention,
    /// What the referent holds.
    pub(crate) kind: Type,
    pub(crate) active: bool,
    /// `#[no_grad]`, or not among `wrt(…)`: its floats carry no gradient.
    pub(crate) no_grad: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Convention {
    Value,
    Shared,
    Exclusive,
}

/// The return type.
pub(crate) struct Output {
    /// `None` where the function returns `()`.
    pub(crate) ty: Option<syn::Type>,
    pub(crate) kind: Type,
}

impl Signature {
    /// Reads the signature; refuses what cannot be differentiated.
    pub(crate) fn read(cx: &Diagnostics, options: &Options, sig: &syn::Signature) -> Self {
        refuse_qualifiers(cx, sig);
        let generics = Generics::read(cx, &sig.generics);
        let mut params = Vec::new();
        for (position, input) in sig.inputs.iter().enumerate() {
            match input {
                syn::FnArg::Receiver(receiver) => cx.refuse(
                    receiver,
                    "methods are not differentiated yet",
                    "write a free function that takes the receiver as its first parameter",
                ),
                syn::FnArg::Typed(typed) => params.push(Parameter::read(cx, options, &generics, position, typed)),
            }
        }
        options.check_wrt(cx, &params);
        let output = Output::read(cx, &generics, &sig.output);
        if params.iter().all(|param| !param.active) && cx.is_empty() {
            cx.refuse(
                &sig.ident,
                format!("`{}` has no parameter that can carry a gradient", sig.ident),
                "give it a parameter that holds floats, or remove `#[differentiable]`",
            );
        }
        Signature { ident: sig.ident.clone(), params, output, generics }
    }

    /// Whether the return type is a single float.
    pub(crate) fn returns_scalar(&self) -> bool {
        self.output.kind.is_float()
    }
}

impl Parameter {
    fn read(cx: &Diagnostics, options: &Options, generics: &Generics, position: usize, typed: &syn::PatType) -> Self {
        let (convention, referent) = match &*typed.ty {
            syn::Type::Reference(reference) if reference.mutability.is_some() => {
                (Convention::Exclusive, (*reference.elem).clone())
            }
            syn::Type::Reference(reference) => (Convention::Shared, (*reference.elem).clone()),
            other => (Convention::Value, other.clone()),
        };
        let (ident, mutable) = match &*typed.pat {
            syn::Pat::Ident(pat) => (pat.ident.clone(), pat.mutability.is_some()),
            other => (format_ident!("argument_{}", position + 1, span = pat_span(other)), false),
        };
        let marked = typed.attrs.iter().any(|attr| attr.path().is_ident("no_grad"));
        let no_grad = marked || options.leaves_out(&ident);
        let kind = classify(cx, generics, &referent);
        let active = !no_grad && kind.is_differentiable();
        Parameter {
            pat: (*typed.pat).clone(),
            ident,
            mutable,
            ty: (*typed.ty).clone(),
            referent,
            convention,
            kind,
            active,
            no_grad,
        }
    }
}

impl Output {
    fn read(cx: &Diagnostics, generics: &Generics, output: &syn::ReturnType) -> Self {
        let ty = match output {
            syn::ReturnType::Default => None,
            syn::ReturnType::Type(_, ty) => match &**ty {
                syn::Type::Tuple(tuple) if tuple.elems.is_empty() => None,
                ty => Some(ty.clone()),
            },
        };
        let Some(ty) = ty else { return Output { ty: None, kind: Type::Unit } };
        if let syn::Type::Reference(reference) = &ty {
            cx.refuse(
                reference,
                "a returned reference cannot carry a gradient",
                "return the value itself, or take a `&mut` parameter and write to it",
            );
            return Output { ty: Some(ty), kind: Type::Inactive };
        }
        let kind = classify(cx, generics, &ty);
        if !kind.is_differentiable() && cx.is_empty() {
            cx.refuse(
                &ty,
                format!("the return type `{}` cannot carry a gradient", readable(&ty)),
                "return a float or something that holds floats, or remove `#[differentiable]`",
            );
        }
        Output { ty: Some(ty), kind }
    }
}

/// A type as the user would write it, for messages.
pub(crate) fn readable(tokens: &impl ToTokens) -> String {
    let text = tokens.to_token_stream().to_string();
    text.replace(" < ", "<")
        .replace(" >", ">")
        .replace("& ", "&")
        .replace(" :: ", "::")
        .replace(" ,", ",")
        .replace("[ ", "[")
        .replace(" ]", "]")
        .replace(" ;", ";")
}

fn pat_span(pat: &syn::Pat) -> Span {
    let tokens: TokenStream = pat.to_token_stream();
    tokens.into_iter().next().map_or_else(Span::call_site, |token| token.span())
}

fn refuse_qualifiers(cx: &Diagnostics, sig: &syn::Signature) {
    if let Some(asyncness) = &sig.asyncness {
        cx.refuse(
            asyncness,
            "an `async` function cannot be differentiated",
            "compute the value in a plain function and call it from the `async` one",
        );
    }
    if let Some(unsafety) = &sig.unsafety {
        cx.refuse(
            unsafety,
            "an `unsafe` function cannot be differentiated",
            "differentiate a safe function, and give the unsafe part a hand-written rule",
        );
    }
    if let Some(abi) = &sig.abi {
        cx.refuse(
            abi,
            "a function of a foreign ABI cannot be differentiated",
            "call it from a plain Rust function that has a hand-written rule",
        );
    }
    if let Some(constness) = &sig.constness {
        cx.refuse(
            constness,
            "a `const fn` cannot be differentiated: its companions cannot be `const`",
            "remove `const`, or differentiate a plain function beside it",
        );
    }
    if let Some(variadic) = &sig.variadic {
        cx.refuse(variadic, "a variadic function cannot be differentiated", "take a slice");
    }
}
