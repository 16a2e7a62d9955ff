//! The functions that stand beside the user's: `f_backward` and `f_call` hold the generated code; `f_grad`,
//! `f_value_and_grad` and `f_vjp` are short wrappers of these.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, ToTokens};

use crate::reverse::Differentiated;
use crate::signature::{Convention, Parameter, Signature};

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
}

impl Companions<'_> {
    /// All companions from the two differentiated forms.
    pub(crate) fn emit(&self, joint: &Differentiated, split: &Differentiated) -> TokenStream {
        let backward = self.backward(joint);
        let call = self.call(split);
        let vjp = self.vjp();
        let grads = if self.signature.output.ty.is_some() { self.grads() } else { TokenStream::new() };
        quote!(#grads #backward #vjp #call)
    }

    pub(super) fn name(&self, suffix: &str) -> Ident {
        let ident = &self.signature.ident;
        format_ident!("{}_{}", ident, suffix, span = ident.span())
    }

    /// Attributes of every companion: nothing in generated code may warn in the user's crate.
    pub(super) fn head(&self, doc: &str) -> TokenStream {
        let attrs = &self.attrs;
        quote! {
            #(#attrs)*
            #[doc = #doc]
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

    pub(super) fn output_type(&self) -> TokenStream {
        self.signature.output.ty.as_ref().map_or_else(|| quote!(()), ToTokens::to_token_stream)
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
        bare_or_tuple(&types)
    }

    /// `x: f64, a: &[f64], n: usize`
    pub(super) fn params(&self) -> Vec<TokenStream> {
        self.signature
            .params
            .iter()
            .map(|param| {
                let (ident, ty) = (&param.ident, &param.ty);
                let mutable = param.mutable.then(|| quote!(mut));
                quote!(#mutable #ident: #ty)
            })
            .collect()
    }

    pub(super) fn shadow_name(&self, param: &Parameter) -> Ident {
        let name = param.ident.to_string();
        format_ident!("d_{}", name.strip_prefix("r#").unwrap_or(&name), span = Span::mixed_site())
    }

    pub(super) fn mode_name(param: &Parameter) -> Ident {
        let name = param.ident.to_string();
        format_ident!("Mode_{}", name.strip_prefix("r#").unwrap_or(&name), span = Span::mixed_site())
    }
}
