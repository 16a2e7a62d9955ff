//! `#[derivative(of = path)]`: a hand-written rule for a function that cannot be annotated.
//!
//! The rule has the signature of `f_vjp`. The companions of the function are emitted beside it, so that `f` can be called
//! in differentiated code by its name wherever the companions are imported.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{format_ident, quote, ToTokens};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::Token;

use crate::diagnostics::Diagnostics;
use crate::emit::companions::{Companions, Home};
use crate::emit::rule::Rule;
use crate::ir::Type;
use crate::options::{helped, Options, CRATE};
use crate::primal;
use crate::signature::classify::classify;
use crate::signature::{readable, Convention, Parameter, Signature};

const KNOWN: &str = "the options are `of = path` and `crate = path`";

const FORM: &str =
    "write it as `fn rule(x: f64) -> (f64, impl Fn(f64) -> f64)`: the value, and the pullback of `f_vjp`";

/// Expands `#[derivative(of = path)]`.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let cx = Diagnostics::new();
    let expanded = read(&cx, arguments, &item);
    let errors = cx.finish();
    match expanded {
        Some(expanded) => quote!(#errors #expanded),
        None => quote!(#item #errors),
    }
}

fn read(cx: &Diagnostics, arguments: TokenStream, item: &TokenStream) -> Option<TokenStream> {
    let parser = Punctuated::<Argument, Token![,]>::parse_terminated;
    let arguments = match syn::parse::Parser::parse2(parser, arguments) {
        Ok(arguments) => arguments,
        Err(error) if error.to_string().contains("= help") => {
            cx.push(error);
            return None;
        }
        Err(error) => {
            cx.refuse_at(error.span(), error.to_string(), KNOWN);
            return None;
        }
    };
    let (mut of, mut krate) = (None, None);
    for argument in arguments {
        match argument {
            Argument::Of(name, path) => {
                if of.is_some() {
                    cx.refuse(name, "`of` is given twice", "write one rule for each function");
                }
                of = Some(path);
            }
            Argument::Crate(name, path) => {
                if krate.is_some() {
                    cx.refuse_at(name.span(), "`crate` is given twice", "name one path");
                }
                krate = Some(path);
            }
            Argument::Unknown(name) => {
                cx.refuse(&name, format!("unknown option `{name}`"), KNOWN);
            }
        }
    }
    let function = match syn::parse2::<syn::Item>(item.clone()) {
        Ok(syn::Item::Fn(function)) => function,
        Ok(other) => {
            let first: TokenStream = other.to_token_stream().into_iter().take(1).collect();
            cx.refuse(first, "`#[derivative]` cannot stand here", FORM);
            return None;
        }
        Err(_) => {
            // rustc has said what is wrong with the syntax of a function.
            if !item.clone().into_iter().any(|token| matches!(token, TokenTree::Ident(ident) if ident == "fn")) {
                let first: TokenStream = item.clone().into_iter().take(1).collect();
                cx.refuse(first, "`#[derivative]` cannot stand here", FORM);
            }
            return None;
        }
    };
    let Some(of) = of else {
        cx.refuse(
            &function.sig.ident,
            "the rule does not say whose derivative it is",
            "write `#[derivative(of = path)]`",
        );
        return None;
    };
    expand_rule(cx, &Options::located(krate), &of, &function)
}

fn expand_rule(cx: &Diagnostics, options: &Options, of: &syn::Path, function: &syn::ItemFn) -> Option<TokenStream> {
    let target = of.segments.last()?.ident.clone();
    let returned = returned(cx, function)?;
    let mut sig = function.sig.clone();
    sig.ident = target.clone();
    sig.output = match &returned.value {
        Some(value) => syn::parse_quote!(-> #value),
        None => syn::ReturnType::Default,
    };
    let signature = Signature::read(cx, options, None, &sig);
    if !cx.is_empty() {
        return None;
    }
    refuse_other_gradient(cx, &signature, &returned.pullback);
    if !cx.is_empty() {
        return None;
    }
    let original = owning(primal::cleaned(function));
    let companions = Companions {
        private: options.private(),
        vis: &function.vis,
        generics: &function.sig.generics,
        signature: &signature,
        items: Vec::new(),
        attrs: primal::shared_attributes(&function.attrs),
        recursive: false,
        with_jacobian: false,
        home: if sig.receiver().is_some() { Home::Impl } else { Home::Unknown },
        elastic: Vec::new(),
    };
    let rule = Rule { companions: &companions, function: &function.sig.ident, clones: returned.clones };
    let generated = rule.emit();
    Some(quote!(#original #generated))
}

/// A pullback owns what it needs: unlike other `impl Trait` types of edition 2024, it captures no lifetime of the arguments.
fn owning(mut function: syn::ItemFn) -> syn::ItemFn {
    let params = function.sig.generics.params.iter().filter_map(|param| match param {
        syn::GenericParam::Type(ty) => Some(ty.ident.clone()),
        syn::GenericParam::Const(constant) => Some(constant.ident.clone()),
        syn::GenericParam::Lifetime(_) => None,
    });
    let captures: syn::TypeParamBound = syn::parse_quote!(use<#(#params),*>);
    if let syn::ReturnType::Type(_, ty) = &mut function.sig.output {
        let pullback = match &mut **ty {
            syn::Type::Tuple(tuple) => tuple.elems.last_mut(),
            ty => Some(ty),
        };
        if let Some(syn::Type::ImplTrait(opaque)) = pullback {
            let captured = opaque.bounds.iter().any(|bound| matches!(bound, syn::TypeParamBound::PreciseCapture(_)));
            if !captured {
                opaque.bounds.push(captures);
            }
        }
    }
    function
}

struct Returned {
    /// The type of the value; `None` where the function returns `()`.
    value: Option<syn::Type>,
    /// The pullback's type says that it is `Clone`.
    clones: bool,
    /// It is `FnOnce` or `FnMut`, not `Fn`.
    once: bool,
    pullback: syn::Type,
}

/// Takes the rule's return type apart: `(R, impl Fn(…) -> G)`, or the bare pullback.
fn returned(cx: &Diagnostics, function: &syn::ItemFn) -> Option<Returned> {
    let returned = value_and_pullback(cx, function)?;
    if returned.once && !returned.clones {
        cx.refuse(
            &returned.pullback,
            "a pullback that can be called once must be `Clone`",
            "write `impl FnOnce(…) + Clone`: a loop keeps one pullback for each iteration, and gradients can be asked for again",
        );
        return None;
    }
    Some(returned)
}

fn value_and_pullback(cx: &Diagnostics, function: &syn::ItemFn) -> Option<Returned> {
    let syn::ReturnType::Type(_, ty) = &function.sig.output else {
        cx.refuse(&function.sig.ident, "the rule returns no pullback", FORM);
        return None;
    };
    match &**ty {
        syn::Type::Tuple(tuple) if tuple.elems.len() == 2 && is_pullback(&tuple.elems[1]) => Some(Returned {
            value: Some(tuple.elems[0].clone()),
            clones: clones(&tuple.elems[1]),
            once: !has_bound(&tuple.elems[1], &["Fn"]),
            pullback: tuple.elems[1].clone(),
        }),
        pullback if is_pullback(pullback) => Some(Returned {
            value: None,
            clones: clones(pullback),
            once: !has_bound(pullback, &["Fn"]),
            pullback: pullback.clone(),
        }),
        other => {
            cx.refuse(other, format!("`{}` is not what a rule returns", readable(other)), FORM);
            None
        }
    }
}

/// Refuses a pullback that returns something else than the gradients of the by-value parameters, as far as tokens tell.
fn refuse_other_gradient(cx: &Diagnostics, signature: &Signature, pullback: &syn::Type) {
    let Some(returned) = returned_by(pullback) else { return };
    let by_value = signature.params.iter().filter(|param| param.active && param.convention == Convention::Value);
    let expected: Vec<&Parameter> = by_value.collect();
    let kinds = expected.iter().map(|param| param.kind.clone()).collect::<Vec<_>>();
    let kind = match <[Type; 1]>::try_from(kinds) {
        Ok([single]) => single,
        Err(kinds) if kinds.is_empty() => Type::Unit,
        Err(kinds) => Type::Tuple(kinds),
    };
    let found = match &returned {
        syn::ReturnType::Default => Type::Unit,
        syn::ReturnType::Type(_, ty) => classify(cx, &signature.generics, ty),
    };
    if !found.clashes_with(&kind) {
        return;
    }
    let names: Vec<String> = expected.iter().map(|param| format!("`{}`", param.ident)).collect();
    let help = match &names[..] {
        [] => "return `()`: no parameter is active and passed by value; the others have shadows".to_owned(),
        [name] => format!("return the gradient of {name} alone"),
        _ => format!("return a tuple of the gradients of {}", names.join(", ")),
    };
    let message = "the pullback returns something else than the gradients of the parameters that are passed by value";
    match &returned {
        syn::ReturnType::Default => cx.refuse(pullback, message, help),
        syn::ReturnType::Type(_, ty) => cx.refuse(ty, message, help),
    }
}

/// `G` of `impl Fn(…) -> G`.
fn returned_by(pullback: &syn::Type) -> Option<syn::ReturnType> {
    let syn::Type::ImplTrait(opaque) = pullback else { return None };
    opaque.bounds.iter().find_map(|bound| match bound {
        syn::TypeParamBound::Trait(bound) => match &bound.path.segments.last()?.arguments {
            syn::PathArguments::Parenthesized(arguments) => Some(arguments.output.clone()),
            _ => None,
        },
        _ => None,
    })
}

fn is_pullback(ty: &syn::Type) -> bool {
    has_bound(ty, &["Fn", "FnMut", "FnOnce"])
}

fn clones(ty: &syn::Type) -> bool {
    has_bound(ty, &["Clone", "Copy"])
}

fn has_bound(ty: &syn::Type, names: &[&str]) -> bool {
    let syn::Type::ImplTrait(opaque) = ty else { return false };
    opaque.bounds.iter().any(|bound| match bound {
        syn::TypeParamBound::Trait(bound) => {
            bound.path.segments.last().is_some_and(|segment| names.iter().any(|name| segment.ident == name))
        }
        _ => false,
    })
}

enum Argument {
    Of(Ident, syn::Path),
    Crate(Ident, syn::Path),
    Unknown(Ident),
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let is_crate = input.peek(Token![crate]);
        let name = if is_crate {
            let token = input.parse::<Token![crate]>()?;
            format_ident!("krate", span = token.span)
        } else {
            let text = format!("an option is a name\n= help: {KNOWN}");
            input.parse::<Ident>().map_err(|error| helped(&error, &text))?
        };
        let text = match (is_crate, name == "of") {
            (true, _) => CRATE.to_owned(),
            (false, true) => "`of` takes the path of a function\n= help: write `of = path`".to_owned(),
            (false, false) => format!("unknown option `{name}`\n= help: {KNOWN}"),
        };
        if !input.peek(Token![=]) {
            return Err(syn::Error::new(name.span(), text));
        }
        input.parse::<Token![=]>()?;
        let path = input.call(syn::Path::parse_mod_style).map_err(|error| helped(&error, &text))?;
        Ok(match (is_crate, name == "of") {
            (true, _) => Argument::Crate(name, path),
            (false, true) => Argument::Of(name, path),
            (false, false) => Argument::Unknown(name),
        })
    }
}
