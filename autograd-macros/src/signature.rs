//! What the companions and `lower` need of a function's signature: for every parameter its name, how it is passed, what its
//! type holds, whether it is active.

pub(crate) mod classify;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident};

use crate::diagnostics::Diagnostics;
use crate::ir::Type;
use crate::options::Options;
use classify::{Generics, classify};

/// A function's signature, taken apart.
pub(crate) struct Signature {
    pub(crate) ident: Ident,
    pub(crate) params: Vec<Parameter>,
    pub(crate) output: Output,
    pub(crate) generics: Generics,
    /// Hand-written rules for functions that the body calls by these paths.
    pub(crate) rules: Vec<(syn::Path, syn::Path)>,
    /// The path of the runtime's hidden module.
    pub(crate) private: TokenStream,
}

/// One parameter.
pub(crate) struct Parameter {
    /// The user's pattern: an identifier in most programs.
    pub(crate) pat: syn::Pat,
    /// Its name in companions: the identifier of the pattern, or `argument_2` where the pattern is none.
    pub(crate) ident: Ident,
    /// `&self` as written, where the parameter is the receiver: it is called `this` in companions, because closures have it
    /// as a parameter too.
    pub(crate) receiver: Option<TokenStream>,
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
                syn::FnArg::Receiver(receiver) => params.push(Parameter::of_receiver(cx, options, &generics, receiver)),
                syn::FnArg::Typed(typed) => params.push(Parameter::read(cx, options, &generics, position, typed)),
            }
        }
        options.check_wrt(cx, &params);
        let output = Output::read(cx, &generics, &sig.output);
        if params.iter().all(|param| !param.active) && cx.is_empty() {
            cx.refuse(
                &sig.ident,
                format!("`{}` has no parameter that can carry a gradient", sig.ident),
                "give it a parameter that holds floats, or remove the attribute",
            );
        }
        let (ident, rules, private) = (sig.ident.clone(), options.rules.clone(), options.private());
        Signature { ident, params, output, generics, rules, private }
    }

    /// Whether the return type is a single float.
    pub(crate) fn returns_scalar(&self) -> bool {
        self.output.kind.is_float()
    }
}

impl Parameter {
    fn read(cx: &Diagnostics, options: &Options, generics: &Generics, position: usize, typed: &syn::PatType) -> Self {
        let written = ungrouped(&typed.ty);
        let (convention, referent) = match written {
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
        refuse_attributes(cx, &typed.attrs);
        let no_grad = marked || options.leaves_out(&ident);
        let kind = classify(cx, generics, &referent);
        let active = !no_grad && kind.is_differentiable();
        Parameter {
            pat: (*typed.pat).clone(),
            ident,
            receiver: None,
            mutable,
            ty: written.clone(),
            referent,
            convention,
            kind,
            active,
            no_grad,
        }
    }
}

impl Parameter {
    fn of_receiver(cx: &Diagnostics, options: &Options, generics: &Generics, receiver: &syn::Receiver) -> Self {
        let name = Ident::new("self", receiver.self_token.span);
        if receiver.colon_token.is_some() {
            cx.refuse(
                &receiver.ty,
                format!("a receiver of the type `{}` cannot be differentiated", readable(&receiver.ty)),
                "take `self`, `&self` or `&mut self`",
            );
        }
        let typed = syn::PatType {
            attrs: receiver.attrs.clone(),
            pat: Box::new(syn::Pat::Ident(syn::PatIdent {
                attrs: Vec::new(),
                by_ref: None,
                mutability: None,
                ident: name,
                subpat: None,
            })),
            colon_token: Default::default(),
            ty: receiver.ty.clone(),
        };
        let written = syn::Receiver { attrs: Vec::new(), ..receiver.clone() };
        Parameter {
            ident: Ident::new("this", Span::mixed_site()),
            receiver: Some(written.to_token_stream()),
            mutable: receiver.reference.is_none() && receiver.mutability.is_some(),
            ..Parameter::read(cx, options, generics, 0, &typed)
        }
    }

    /// Whether a pullback gets the argument again: every reference, and every receiver, because a caller cannot see how
    /// a method takes it.
    pub(crate) fn has_place(&self) -> bool {
        self.convention != Convention::Value || self.receiver.is_some()
    }

    /// The parameter in a companion's signature.
    pub(crate) fn declaration(&self) -> TokenStream {
        if let Some(receiver) = &self.receiver {
            return receiver.clone();
        }
        let (ident, ty) = (&self.ident, &self.ty);
        let mutable = self.mutable.then(|| quote::quote!(mut));
        quote::quote!(#mutable #ident: #ty)
    }

    /// The type without a name for the lifetime of an outermost reference.
    pub(crate) fn elided_type(&self) -> TokenStream {
        let referent = &self.referent;
        match self.convention {
            Convention::Value => referent.to_token_stream(),
            Convention::Shared => quote::quote!(&#referent),
            Convention::Exclusive => quote::quote!(&mut #referent),
        }
    }
}

impl Output {
    fn read(cx: &Diagnostics, generics: &Generics, output: &syn::ReturnType) -> Self {
        let ty = match output {
            syn::ReturnType::Default => None,
            syn::ReturnType::Type(_, ty) => match ungrouped(ty) {
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
                "return a float or something that holds floats, or remove the attribute",
            );
        }
        Output { ty: Some(ty), kind }
    }
}

/// The type without parentheses, and without the invisible ones around a `$t:ty` of a macro.
fn ungrouped(ty: &syn::Type) -> &syn::Type {
    match ty {
        syn::Type::Group(inner) => ungrouped(&inner.elem),
        syn::Type::Paren(inner) => ungrouped(&inner.elem),
        other => other,
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

/// The macro's attributes on a parameter.
fn refuse_attributes(cx: &Diagnostics, attrs: &[syn::Attribute]) {
    for attr in attrs {
        match crate::primal::marker(attr) {
            Some("no_grad") if matches!(attr.meta, syn::Meta::Path(_)) => {}
            Some("no_grad") => cx.refuse(attr, "`#[no_grad]` takes no arguments", "write `#[no_grad]`"),
            Some(name) => {
                cx.refuse(attr, format!("`#[{name}]` means nothing here"), "put it on a `for`, `while` or `loop`");
            }
            None => {}
        }
    }
}

fn refuse_qualifiers(cx: &Diagnostics, sig: &syn::Signature) {
    if let Some(variadic) = &sig.variadic {
        // It has to be `unsafe` and `extern` too.
        cx.refuse(&variadic.dots, "a variadic function cannot be differentiated", "take a slice");
        return;
    }
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
    let foreign = |abi: &&syn::Abi| abi.name.as_ref().is_none_or(|name| name.value() != "Rust");
    if let Some(abi) = sig.abi.as_ref().filter(foreign) {
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
}
