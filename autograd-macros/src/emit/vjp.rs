//! `f_vjp`: `f_call` with every active parameter on, and a pullback that users can call.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, ToTokens};

use crate::ir::Type;
use crate::signature::Convention;

use super::companions::Companions;
use super::shape::bare_or_tuple;
use super::tangent;

impl Companions<'_> {
    /// `f_vjp`: `f_call` with every active parameter on, and a pullback that users can call.
    pub(super) fn vjp(&self) -> TokenStream {
        let private = &self.private;
        let (impl_generics, _, where_clause) = self.generics.split_for_impl();
        let once = self.signature.params.iter().any(|param| param.convention == Convention::Exclusive);
        let modes: Vec<TokenStream> = self
            .signature
            .params
            .iter()
            .map(|param| if param.active { quote!(#private::On) } else { quote!(#private::Off) })
            .collect();
        let names: Vec<&Ident> = self.signature.params.iter().map(|param| &param.ident).collect();
        let call = self.name("call");
        let generic_args = self.generic_args(modes.len());
        let has_seed = self.signature.output.ty.is_some();
        let (mut types, mut params, mut slots) = (Vec::new(), Vec::new(), Vec::new());
        let (mut zeros, mut shadows, mut checks) = (TokenStream::new(), TokenStream::new(), TokenStream::new());
        for param in &self.signature.params {
            let (ident, shadow, ty) = (&param.ident, self.shadow_name(param), &param.ty);
            match (param.active, param.convention) {
                (true, Convention::Value) => {
                    let zero = format_ident!("zero_{}", shadow, span = Span::mixed_site());
                    zeros.extend(quote!(let #zero = #private::Differentiable::zero_tangent(&#ident);));
                    shadows.extend(quote!(let mut #shadow = #zero.clone();));
                    slots.push(quote!(&mut #shadow));
                }
                (true, Convention::Shared | Convention::Exclusive) => {
                    let target = tangent::shadow(private, param);
                    types.push(quote!(#ty));
                    types.push(quote!(&mut #target));
                    params.push(quote!(#ident: #ty));
                    params.push(quote!(#shadow: &mut #target));
                    slots.push(quote!(#ident, #shadow));
                    if matches!(param.kind, Type::Slice(_) | Type::Vec(_)) {
                        let len = format_ident!("len_{}", shadow, span = Span::mixed_site());
                        let name = ident.to_string();
                        zeros.extend(quote!(let #len = #ident.len();));
                        checks.extend(quote!(#private::check_primal(#name, #len, #ident.len());));
                        checks.extend(self.length_check(param, &shadow.to_token_stream()));
                    }
                }
                (false, Convention::Value) => slots.push(quote!(())),
                (false, Convention::Shared | Convention::Exclusive) => {
                    types.push(quote!(#ty));
                    params.push(quote!(#ident: #ty));
                    slots.push(quote!(#ident, ()));
                }
            }
        }
        let seed_type = self.seed_type();
        let seed = if has_seed {
            types.push(quote!(#seed_type));
            params.push(quote!(seed: #seed_type));
            quote!(seed)
        } else {
            quote!(())
        };
        let entries: Vec<TokenStream> = self.by_value().map(|param| self.shadow_name(param).into_token_stream()).collect();
        let (entries, gradient) = if entries.is_empty() {
            (quote!(()), quote!(()))
        } else {
            (bare_or_tuple(&entries), self.gradient_type(self.by_value()))
        };
        let pullback = if once { quote!(pullback) } else { quote!(pullback.clone()) };
        let kind = if once { quote!(FnOnce) } else { quote!(Fn) };
        let closure = quote! {
            move |#(#params),*| -> #gradient {
                #checks
                #shadows
                #pullback(#(#slots,)* #seed, &mut #private::Workspace::new());
                #entries
            }
        };
        let pullback_type = quote!(impl ::core::ops::#kind(#(#types),*) -> #gradient + ::core::clone::Clone);
        let (returns, result) = if has_seed {
            let output = self.output_type();
            (quote!((#output, #pullback_type)), quote!((value, #closure)))
        } else {
            (pullback_type, closure)
        };
        let name = self.signature.ident.to_string();
        let head = self.head(&format!(
            "Value of [`{name}`] and its pullback, which takes every reference parameter again with its shadow, then the seed."
        ));
        let (vis, vjp, outer) = (self.vis, self.name("vjp"), self.params_immutable());
        quote! {
            #head
            #[inline]
            #vis fn #vjp #impl_generics(#(#outer),*) -> #returns #where_clause {
                #zeros
                let (value, pullback) = #call #generic_args(#(#names,)* #(#modes,)* &mut #private::Workspace::new());
                #result
            }
        }
    }
}
