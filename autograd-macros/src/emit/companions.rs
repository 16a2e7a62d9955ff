//! The functions that stand beside the user's: `f_backward` and `f_call` hold the generated code; `f_grad`,
//! `f_value_and_grad` and `f_vjp` are short wrappers of these.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, ToTokens};

use crate::ir::{StmtKind, Type};
use crate::reverse::Differentiated;
use crate::signature::{Convention, Parameter, Signature};

use super::located::{bracketed, name_of};
use super::shape::bare_or_tuple;
use super::tangent;

/// What all companions of one function share.
pub(crate) struct Companions<'a> {
    pub(crate) private: TokenStream,
    pub(crate) vis: &'a syn::Visibility,
    pub(crate) generics: &'a syn::Generics,
    pub(crate) signature: &'a Signature,
    /// Items that the body declares: they are copied.
    pub(crate) items: Vec<syn::Item>,
    /// `#[cfg]` and the like, which companions share with the function.
    pub(crate) attrs: Vec<syn::Attribute>,
    pub(crate) recursive: bool,
    /// `f_jacobian` was asked for.
    pub(crate) with_jacobian: bool,
    pub(crate) home: Home,
    /// The `&mut Vec` parameters whose length the function changes.
    pub(crate) elastic: Vec<Ident>,
}

/// Where the function stands, and so how its companions name each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Home {
    /// Outside of an `impl`: `f_backward`.
    Free,
    /// In an `impl`: `Self::f_backward`.
    Impl,
    /// Either: nothing in its tokens tells. Then each companion holds all the code that it needs.
    Unknown,
}

impl Companions<'_> {
    /// All companions from the two differentiated forms.
    pub(crate) fn emit(&self, joint: &Differentiated, split: &Differentiated) -> TokenStream {
        let joint = self.backward_body(joint);
        let grads = self.grads(&joint);
        let backward = self.backward(&joint);
        let jacobian = |split| if self.with_jacobian { self.jacobian(split) } else { TokenStream::new() };
        let (vjp, jacobian, call) = if self.recursive {
            (self.vjp(None), jacobian(None), self.boxed_call(split))
        } else {
            let split = self.call_body(split);
            (self.vjp(Some(&split)), jacobian(Some(&split)), self.call(&split))
        };
        quote!(#grads #backward #vjp #jacobian #call)
    }

    /// Whether companions may call each other.
    pub(super) fn calls_siblings(&self) -> bool {
        match self.home {
            Home::Free | Home::Impl => true,
            // A function that calls itself by its name stands outside of an `impl`.
            Home::Unknown => self.recursive,
        }
    }

    /// Another companion, as this one names it.
    pub(super) fn sibling(&self, suffix: &str) -> TokenStream {
        let name = self.name(suffix);
        match self.home {
            Home::Free | Home::Unknown => quote!(#name),
            Home::Impl => quote!(Self::#name),
        }
    }

    pub(super) fn name(&self, suffix: &str) -> Ident {
        let ident = &self.signature.ident;
        format_ident!("{}_{}", ident, suffix, span = ident.span())
    }

    /// Attributes of every companion: nothing in generated code may warn in the user's crate.
    pub(super) fn head(&self, doc: &str) -> TokenStream {
        let (attrs, quiet) = (&self.attrs, quiet());
        quote! {
            #(#attrs)*
            #[doc = #doc]
            #quiet
        }
    }

    /// Whether the function returns something.
    pub(super) fn has_output(&self) -> bool {
        self.signature.output.ty.is_some()
    }

    pub(super) fn output_type(&self) -> TokenStream {
        self.signature.output.ty.as_ref().map_or_else(|| quote!(()), ToTokens::to_token_stream)
    }

    /// Where it is reported that a pullback's type cannot be: at the first type that the macro does not know.
    pub(super) fn anchor(&self) -> Span {
        let unknown = self.active().find(|param| matches!(param.kind, Type::Unknown(_)));
        unknown.map_or_else(|| self.signature.ident.span(), |param| name_of(&param.referent))
    }

    /// The same with this crate's edition, in which an `impl Trait` type captures no lifetime that it does not name.
    pub(super) fn own_anchor(&self) -> Span {
        Span::mixed_site().located_at(self.anchor())
    }

    pub(super) fn seed_type(&self) -> TokenStream {
        tangent::owned(&self.private, &self.signature.output.kind)
    }

    pub(super) fn active(&self) -> impl Iterator<Item = &Parameter> {
        self.signature.params.iter().filter(|param| param.active)
    }

    pub(super) fn by_value(&self) -> impl Iterator<Item = &Parameter> {
        self.active().filter(|param| param.convention == Convention::Value)
    }

    /// The gradients of some parameters: bare if there is one.
    pub(super) fn gradient_type<'p>(&self, params: impl Iterator<Item = &'p Parameter>) -> TokenStream {
        let types: Vec<TokenStream> = params.map(|param| tangent::owned(&self.private, &param.kind)).collect();
        bracketed(bare_or_tuple(&types), self.anchor())
    }

    /// `x: f64, a: &[f64], n: usize`
    pub(super) fn params(&self) -> Vec<TokenStream> {
        self.signature.params.iter().map(Parameter::declaration).collect()
    }

    /// What brings the runtime's rules for methods and associated functions of foreign types into scope, where there are
    /// such calls. The traits are imported without their names, so that they hide none of the user's.
    pub(super) fn imports(&self, differentiated: &Differentiated) -> TokenStream {
        let mut calls = false;
        differentiated.forward.walk(&mut |stmt| {
            if let StmtKind::Call(call) = &stmt.kind {
                calls |= call.callee.method || !call.callee.prefix.is_empty();
            }
        });
        let private = &self.private;
        if calls {
            quote!(use #private::methods::*;)
        } else {
            TokenStream::new()
        }
    }

    /// `let this = self;` at the start of a method's companion.
    pub(super) fn receiver(&self) -> TokenStream {
        match self.signature.params.first() {
            Some(Parameter { receiver: Some(_), ident, mutable, .. }) => {
                let mutable = mutable.then(|| quote!(mut));
                // `self` is the caller's token: it has the hygiene of the place where the signature was written.
                let receiver = Ident::new("self", Span::call_site());
                quote!(let #mutable #ident = #receiver;)
            }
            Some(_) | None => TokenStream::new(),
        }
    }

    pub(super) fn shadow_name(&self, param: &Parameter) -> Ident {
        let name = param.ident.to_string();
        format_ident!("d_{}", name.strip_prefix("r#").unwrap_or(&name), span = Span::mixed_site())
    }

    /// A type parameter: these have no hygiene, so the name must differ from the user's.
    pub(super) fn mode_name(&self, param: &Parameter) -> Ident {
        let mut name = format_ident!("Mode_{}", param.ident, span = Span::mixed_site());
        while self.generics.type_params().any(|ty| ty.ident == name)
            || self.generics.const_params().any(|constant| constant.ident == name)
        {
            name = format_ident!("{}_", name);
        }
        name
    }
}

/// The attribute of everything that is generated.
pub(super) fn quiet() -> TokenStream {
    quote! {
        #[allow(
            warnings,
            clippy::all,
            clippy::pedantic,
            clippy::nursery,
            clippy::restriction,
            reason = "generated code"
        )]
    }
}
