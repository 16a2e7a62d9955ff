//! `f_vjp`: `f_call` with every active parameter on, and a pullback that users can call.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, ToTokens};

use crate::ir::Type;
use crate::signature::{Convention, Parameter};

use super::companions::Companions;
use super::located::{bracketed, located, parenthesized};
use super::shape::bare_or_tuple;
use super::tangent;

/// What one parameter adds to `f_vjp`.
#[derive(Default)]
struct Part {
    /// Before the forward part.
    before: TokenStream,
    /// Between the forward part and the making of the pullback.
    after: TokenStream,
    /// Types and names of the pullback's own parameters.
    types: Vec<TokenStream>,
    params: Vec<TokenStream>,
    /// At the start of the pullback.
    checks: TokenStream,
    shadows: TokenStream,
    /// What the hidden pullback gets.
    slot: TokenStream,
}

impl Companions<'_> {
    /// `split` holds the statements of `f_call`, for a companion that cannot name it.
    pub(super) fn vjp(&self, split: Option<&TokenStream>) -> TokenStream {
        let (head, receiver, body) = (self.vjp_head(), self.receiver(), self.vjp_body(split));
        quote! {
            #head {
                #receiver
                #body
            }
        }
    }

    /// The statements of `f_vjp`.
    pub(super) fn vjp_body(&self, split: Option<&TokenStream>) -> TokenStream {
        let private = &self.private;
        let parts: Vec<Part> = self.signature.params.iter().map(|param| self.vjp_part(param)).collect();
        let modes: Vec<TokenStream> = self
            .signature
            .params
            .iter()
            .map(|param| if param.active { quote!(#private::On) } else { quote!(#private::Off) })
            .collect();
        let forward = match split {
            Some(split) if !self.calls_siblings() => {
                let names = self.signature.params.iter().map(|param| self.mode_name(param));
                quote!({
                    #(type #names = #modes;)*
                    let workspace = &mut #private::Workspace::new();
                    #split
                })
            }
            Some(_) | None => {
                let names = self.signature.params.iter().map(Parameter::passed_on);
                let (call, generic_args) = (self.sibling("call"), self.generic_args(modes.len()));
                quote!(#call #generic_args(#(#names,)* #(#modes,)* &mut #private::Workspace::new()))
            }
        };
        let collections = self.collections();
        let (before, after) = (parts.iter().map(|part| &part.before), parts.iter().map(|part| &part.after));
        let closure = self.pullback(&parts);
        // Memory of its own that the pullback swaps back belongs to it, not to a copy.
        let mutable = self.is_once().then(|| quote!(mut));
        let result = if self.has_output() { quote!((value, #closure)) } else { closure };
        quote! {
            #collections
            #(#before)*
            let (value, #mutable pullback) = #forward;
            #(#after)*
            #result
        }
    }

    /// Attributes and signature of `f_vjp`.
    pub(super) fn vjp_head(&self) -> TokenStream {
        let (impl_generics, _, where_clause) = self.generics.split_for_impl();
        let mut types: Vec<TokenStream> =
            self.signature.params.iter().flat_map(|param| self.vjp_part(param).types).collect();
        if self.has_output() {
            types.push(self.seed_type());
        }
        let gradient = self.pulled_type();
        let kind = if self.is_once() { quote!(FnOnce) } else { quote!(Fn) };
        let span = self.own_anchor();
        let (pullback, types) =
            (located(quote!(impl ::core::ops::#kind), span), parenthesized(quote!(#(#types),*), span));
        let clone = located(quote!(::core::clone::Clone), span);
        let pullback = quote!(#pullback #types -> #gradient + #clone);
        let returns = if self.has_output() {
            let output = self.output_type();
            bracketed(quote!((#output, #pullback)), span)
        } else {
            pullback
        };
        let name = self.signature.ident.to_string();
        let attributes = self.head(&format!(
            "Value of [`{name}`] and its pullback, which takes every active reference again with its shadow, then the seed."
        ));
        let (vis, vjp, params) = (self.vis, self.name("vjp"), self.params());
        quote! {
            #attributes
            #[inline]
            #vis fn #vjp #impl_generics(#(#params),*) -> #returns #where_clause
        }
    }

    /// The closure that users call.
    fn pullback(&self, parts: &[Part]) -> TokenStream {
        let private = &self.private;
        let mut params: Vec<&TokenStream> = parts.iter().flat_map(|part| &part.params).collect();
        let seed_type = self.seed_type();
        let seed_param = quote!(seed: #seed_type);
        let seed = if self.has_output() {
            params.push(&seed_param);
            quote!(seed)
        } else {
            quote!(())
        };
        let (checks, shadows) = (parts.iter().map(|part| &part.checks), parts.iter().map(|part| &part.shadows));
        let slots = parts.iter().map(|part| &part.slot);
        let entries: Vec<TokenStream> =
            self.by_value().map(|param| self.shadow_name(param).into_token_stream()).collect();
        let (entries, gradient) = (bare_or_tuple(&entries), self.pulled_type());
        let pullback = if self.is_once() { quote!(pullback) } else { quote!(::core::clone::Clone::clone(&pullback)) };
        quote! {
            move |#(#params),*| -> #gradient {
                #(#checks)*
                #(#shadows)*
                #pullback(#(#slots,)* #seed, &mut #private::Workspace::new());
                #entries
            }
        }
    }

    /// A body that never runs, for a function that was refused.
    pub(super) fn vjp_stub(&self) -> TokenStream {
        let parts = self.signature.params.iter().map(|param| self.vjp_part(param));
        let mut types: Vec<TokenStream> = parts.flat_map(|part| part.types).collect();
        if self.has_output() {
            types.push(self.seed_type());
        }
        let gradient = self.pulled_type();
        let closure = quote!(|#(_: #types),*| -> #gradient { ::core::unreachable!() });
        if self.has_output() {
            quote!((::core::unreachable!(), #closure))
        } else {
            closure
        }
    }

    fn pulled_type(&self) -> TokenStream {
        if self.by_value().next().is_none() {
            quote!(())
        } else {
            self.gradient_type(self.by_value())
        }
    }

    /// A pullback over `&mut` parameters restores their contents: it can run once.
    fn is_once(&self) -> bool {
        self.signature.params.iter().any(|param| param.convention == Convention::Exclusive)
    }

    fn vjp_part(&self, param: &Parameter) -> Part {
        match (param.active, param.convention) {
            (true, Convention::Value) => self.value_part(param),
            (true, Convention::Shared | Convention::Exclusive) => self.reference_part(param),
            (false, Convention::Value) if param.receiver.is_none() => Part { slot: quote!(()), ..Part::default() },
            (false, _) => self.kept_part(param),
        }
    }

    fn value_part(&self, param: &Parameter) -> Part {
        let private = &self.private;
        let (ident, shadow) = (&param.ident, self.shadow_name(param));
        let zero = format_ident!("zero_{}", shadow, span = Span::mixed_site());
        let mut part = Part {
            before: {
                let made = tangent::zero(private, &param.kind, quote!(&), ident);
                let annotation = tangent::annotation(private, &param.kind);
                quote!(let #zero #annotation = #made;)
            },
            shadows: quote!(let mut #shadow = ::core::clone::Clone::clone(&#zero);),
            slot: quote!(&mut #shadow),
            ..Part::default()
        };
        if param.receiver.is_some() {
            let kept: Ident = format_ident!("kept_{}", ident, span = Span::mixed_site());
            part.before.extend(kept_receiver(&kept, param));
            part.slot = quote!(&#kept, &mut #shadow);
        }
        part
    }

    fn reference_part(&self, param: &Parameter) -> Part {
        let private = &self.private;
        let (ident, shadow) = (&param.ident, self.shadow_name(param));
        let (ty, target) = (param.elided_type(), tangent::exclusive(private, param));
        let mut part = Part {
            types: vec![quote!(#ty), quote!(#target)],
            params: vec![quote!(#ident: #ty), quote!(#shadow: #target)],
            slot: quote!(#ident, #shadow),
            ..Part::default()
        };
        if matches!(param.kind, Type::Slice(_) | Type::Vec(_)) {
            let len: Ident = format_ident!("len_{}", shadow, span = Span::mixed_site());
            let name = ident.to_string();
            part.checks = quote!(#private::check_primal(#name, #len, #ident.len()););
            if self.is_elastic(param) {
                part.after = quote!(let #len = #ident.len(););
                part.checks.extend(self.fit(param));
            } else {
                part.before = quote!(let #len = #ident.len(););
                part.checks.extend(self.length_check(param, &shadow.to_token_stream()));
            }
        }
        part
    }

    /// An inactive reference is not passed again: the pullback owns a copy of what it refers to.
    fn kept_part(&self, param: &Parameter) -> Part {
        let private = &self.private;
        let ident = &param.ident;
        let kept: Ident = format_ident!("kept_{}", ident, span = Span::mixed_site());
        match param.convention {
            Convention::Exclusive => Part {
                after: quote!(let mut #kept = #private::ToOwned::to_owned(&*#ident);),
                slot: quote!(&mut #kept, ()),
                ..Part::default()
            },
            Convention::Value => {
                Part { before: kept_receiver(&kept, param), slot: quote!(&#kept, ()), ..Part::default() }
            }
            Convention::Shared => Part {
                before: quote!(let #kept = #private::ToOwned::to_owned(#ident);),
                slot: quote!(&#kept, ()),
                ..Part::default()
            },
        }
    }
}

/// `let kept_this = Clone::clone(&this);` reported, where the type is not `Clone`, on the user's `self`.
fn kept_receiver(kept: &Ident, param: &Parameter) -> TokenStream {
    let ident = &param.ident;
    let span = param
        .receiver
        .clone()
        .and_then(|receiver| receiver.into_iter().last())
        .map_or(ident.span(), |token| token.span());
    let clone = located(quote!(::core::clone::Clone::clone), span);
    let borrow = located(quote!(&), span);
    let args = parenthesized(quote!(#borrow #ident), span);
    quote!(let #kept = #clone #args;)
}
