//! What the companions and `lower` need of a function's signature: for every parameter its name, how it is passed, what its
//! type holds, whether it is active.

pub(crate) mod classify;
mod readable;
mod refusals;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, ToTokens};

use crate::diagnostics::Diagnostics;
use crate::ir::{Float, Type};
use crate::options::Options;
use classify::{classify, Generics};
use refusals::{refuse_attributes, refuse_bare, refuse_borrowed_iterator, refuse_inner_reference, refuse_qualifiers};

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
    /// An iterator, whose items companions collect first: `referent` is the vector.
    pub(crate) collected: bool,
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
    /// Reads the signature; refuses what cannot be differentiated. `outer` are the parameters of the `impl` around it.
    pub(crate) fn read(
        cx: &Diagnostics,
        options: &Options,
        outer: Option<&syn::Generics>,
        sig: &syn::Signature,
    ) -> Self {
        refuse_qualifiers(cx, sig);
        let mut generics = Generics::read(cx, &sig.generics);
        outer.into_iter().for_each(|outer| generics.add_outer(outer));
        let mut params = Parameter::read_all(cx, options, &generics, sig);
        if refuse_bare(cx, &mut generics, &params) {
            let silent = Diagnostics::new();
            params = Parameter::read_all(&silent, options, &generics, sig);
            drop(silent.finish());
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

    /// Whether two parameters bind the same name. rustc says so; companions would say it again.
    pub(crate) fn repeats_a_name(&self) -> bool {
        let mut names: Vec<String> = Vec::new();
        let binds = self.params.iter().flat_map(|param| names_in(&param.pat));
        binds.into_iter().any(|name| {
            let seen = names.contains(&name);
            names.push(name);
            seen
        })
    }

    /// The float that the function returns, bare or in an `Option` or a `Result`.
    pub(crate) fn scalar(&self) -> Option<&Float> {
        match &self.output.kind {
            Type::Wrapped(_, held) => held.float(),
            kind => kind.float(),
        }
    }
}

impl Parameter {
    fn read_all(cx: &Diagnostics, options: &Options, generics: &Generics, sig: &syn::Signature) -> Vec<Self> {
        let read = |(position, input): (usize, &syn::FnArg)| match input {
            syn::FnArg::Receiver(receiver) => Parameter::of_receiver(cx, options, generics, receiver),
            syn::FnArg::Typed(typed) => Parameter::read(cx, options, generics, position, typed),
        };
        sig.inputs.iter().enumerate().map(read).collect()
    }

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
        let (convention, referent, collected) = match generics.iterator(&referent) {
            Some(item) => {
                let item = item.clone();
                refuse_borrowed_iterator(cx, convention, written, &item);
                (Convention::Value, syn::parse_quote!(Vec<#item>), true)
            }
            None => (convention, referent, false),
        };
        let kind = classify(cx, generics, &referent);
        let active = !no_grad && kind.is_differentiable();
        if active && convention == Convention::Value && !collected {
            refuse_inner_reference(cx, &referent);
        }
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
            collected,
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
            ident: Ident::new("this", Span::mixed_site().located_at(receiver.self_token.span)),
            receiver: Some(written.to_token_stream()),
            mutable: receiver.reference.is_none() && receiver.mutability.is_some(),
            ..Parameter::read(cx, options, generics, 0, &typed)
        }
    }

    /// What the user calls it.
    pub(crate) fn written_name(&self) -> String {
        match self.receiver {
            Some(_) => "self".to_owned(),
            None => self.ident.to_string(),
        }
    }

    pub(crate) fn is_called(&self, name: &Ident) -> bool {
        *name == self.written_name()
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

    /// `let xs = Vec::from_iter(xs);` where the argument is an iterator.
    pub(crate) fn collection(&self, private: &TokenStream) -> TokenStream {
        if !self.collected {
            return TokenStream::new();
        }
        let (ident, referent) = (&self.ident, &self.referent);
        let mutable = self.mutable.then(|| quote::quote!(mut));
        quote::quote!(let #mutable #ident: #private::#referent = ::core::iter::FromIterator::from_iter(#ident);)
    }

    /// The argument as it is passed on to another companion after it was collected.
    pub(crate) fn passed_on(&self) -> TokenStream {
        let ident = &self.ident;
        if self.collected {
            quote::quote!(::core::iter::IntoIterator::into_iter(#ident))
        } else {
            ident.to_token_stream()
        }
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
        if let syn::Type::ImplTrait(opaque) = &ty {
            cx.refuse(
                opaque,
                "a returned `impl Trait` cannot carry a gradient",
                "return a float, a tuple, an array, a `Vec` or a type that derives `Differentiable`",
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

/// Tokens as the user would write them, for messages.
pub(crate) fn readable(tokens: &impl ToTokens) -> String {
    readable::text(tokens.to_token_stream())
}

fn names_in(pat: &syn::Pat) -> Vec<String> {
    struct Names(Vec<String>);
    impl<'ast> syn::visit::Visit<'ast> for Names {
        fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
            self.0.push(pat.ident.to_string());
            syn::visit::visit_pat_ident(self, pat);
        }
    }
    let mut names = Names(Vec::new());
    syn::visit::Visit::visit_pat(&mut names, pat);
    names.0
}

fn pat_span(pat: &syn::Pat) -> Span {
    let tokens: TokenStream = pat.to_token_stream();
    tokens.into_iter().next().map_or_else(Span::call_site, |token| token.span())
}
