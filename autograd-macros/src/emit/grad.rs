//! `f_grad` and `f_value_and_grad`: zero shadows, then `f_backward`. The gradient of an `Option` or a `Result` comes in the
//! same wrapper.

use proc_macro2::{Ident, Span, TokenStream};
use quote::format_ident;
use quote::ToTokens;

use crate::ir::{Float, Type, Wrapper};
use crate::signature::{Convention, Parameter};

use super::companions::Companions;
use super::located::bracketed;
use super::shape::bare_or_tuple;
use super::tangent;

impl Companions<'_> {
    /// `f_grad` and `f_value_and_grad`.
    pub(super) fn grads(&self, joint: &TokenStream) -> TokenStream {
        let Some([grad_head, value_and_grad_head]) = self.grad_heads() else { return TokenStream::new() };
        let receiver = self.receiver();
        let both = if self.calls_siblings() { self.by_backward() } else { self.inlined_backward(joint) };
        let both = self.wrapped(both);
        let pair = if self.calls_siblings() {
            let (value_and_grad, generic_args) = (self.sibling("value_and_grad"), self.generic_args(0));
            let names = self.signature.params.iter().map(|param| &param.ident);
            quote!(#value_and_grad #generic_args(#(#names),*))
        } else {
            quote!({ #both })
        };
        let grad = match self.wrapper() {
            Some(_) => quote!(#pair.map(|(_, gradient)| gradient)),
            None => quote!(#pair.1),
        };
        quote! {
            #grad_head { #receiver #grad }

            #value_and_grad_head { #receiver #both }
        }
    }

    /// What the function wraps its scalar in.
    fn wrapper(&self) -> Option<Wrapper> {
        match &self.signature.output.kind {
            Type::Wrapped(wrapper, _) => Some(*wrapper),
            Type::Float(_)
            | Type::Int
            | Type::Bool
            | Type::Unit
            | Type::Tuple(_)
            | Type::Array(..)
            | Type::Slice(_)
            | Type::Vec(_)
            | Type::Ref(_)
            | Type::Unknown(_)
            | Type::Inactive => None,
        }
    }

    /// `(Some(value), gradient)` as `Some((value, gradient))`: where there is no value there is no gradient.
    fn wrapped(&self, both: TokenStream) -> TokenStream {
        match self.wrapper() {
            None => both,
            Some(_) => quote! {
                let (value, gradient) = { #both };
                value.map(|value| (value, gradient))
            },
        }
    }

    /// The return type with something else in the place of its scalar: `Result<(f64, G), E>` of `Result<f64, E>`.
    fn output_with(&self, inner: &TokenStream) -> TokenStream {
        let Some(syn::Type::Path(output)) = self.signature.output.ty.as_ref().filter(|_| self.wrapper().is_some())
        else {
            return inner.clone();
        };
        let mut output = output.clone();
        if let Some(segment) = output.path.segments.last_mut() {
            if let syn::PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
                let held = arguments.args.iter_mut().find(|argument| matches!(argument, syn::GenericArgument::Type(_)));
                if let Some(held) = held {
                    *held = syn::GenericArgument::Type(syn::Type::Verbatim(inner.clone()));
                }
            }
        }
        output.into_token_stream()
    }

    /// Zero shadows and a call of `f_backward`.
    fn by_backward(&self) -> TokenStream {
        let shadows = self.zero_shadows(|shadow| quote!(#shadow));
        let (backward, generic_args) = (self.sibling("backward"), self.generic_args(0));
        let (args, seed) = (self.backward_args(), self.unit_seed());
        let (bind, entries) = self.gradient_entries(|shadow| quote!(#shadow));
        quote! {
            #shadows
            let #bind = #backward #generic_args(#args #seed);
            (value, #entries)
        }
    }

    /// Zero shadows and the statements of `f_backward`.
    fn inlined_backward(&self, joint: &TokenStream) -> TokenStream {
        self.inlined_with(joint, &self.unit_seed().unwrap_or_default())
    }

    /// The same for any seed: `(value, gradients)`.
    pub(super) fn inlined_with(&self, joint: &TokenStream, seed: &TokenStream) -> TokenStream {
        let owner = |shadow: Ident| {
            let owner = format_ident!("owned_{}", shadow, span = Span::mixed_site());
            quote!(#owner)
        };
        let shadows = self.zero_shadows(owner);
        let borrows: TokenStream = self
            .references()
            .map(|param| {
                let (shadow, ty) = (self.shadow_name(param), tangent::exclusive(&self.private, param));
                let owner = owner(shadow.clone());
                quote!(let #shadow: #ty = &mut #owner;)
            })
            .collect();
        let (bind, entries) = self.gradient_entries(owner);
        quote! {
            #shadows
            let #bind = {
                #borrows
                let seed = #seed;
                #joint
            };
            (value, #entries)
        }
    }

    /// The active parameters that are references.
    pub(super) fn references(&self) -> impl Iterator<Item = &Parameter> {
        self.active().filter(|param| param.convention != Convention::Value)
    }

    /// `let mut d_a = vec![0.0; a.len()];` for every active reference.
    pub(super) fn zero_shadows(&self, name: impl Fn(Ident) -> TokenStream) -> TokenStream {
        self.references()
            .map(|param| {
                let (shadow, zero) = (name(self.shadow_name(param)), self.zero_shadow(param));
                let annotation = tangent::annotation(&self.private, &param.kind);
                quote!(let mut #shadow #annotation = #zero;)
            })
            .collect()
    }

    /// What `f_backward` returns, and the gradients of all active parameters in order.
    pub(super) fn gradient_entries(&self, name: impl Fn(Ident) -> TokenStream) -> (TokenStream, TokenStream) {
        let bind = if self.by_value().next().is_some() { quote!((value, by_value)) } else { quote!(value) };
        let entries: Vec<TokenStream> = self
            .active()
            .map(|param| match param.convention {
                Convention::Value if self.by_value().count() == 1 => quote!(by_value),
                Convention::Value => {
                    let position = self.by_value().position(|other| other.ident == param.ident).unwrap_or(0);
                    let index = syn::Index::from(position);
                    quote!(by_value.#index)
                }
                Convention::Shared | Convention::Exclusive => name(self.shadow_name(param)),
            })
            .collect();
        (bind, bare_or_tuple(&entries))
    }

    /// Attributes and signatures of `f_grad` and `f_value_and_grad`, where the return type is a real scalar.
    pub(super) fn grad_heads(&self) -> Option<[TokenStream; 2]> {
        self.signature.scalar()?;
        let (vis, params) = (self.vis, self.params());
        let scalar = match (&self.signature.output.kind, &self.signature.output.ty) {
            (Type::Wrapped(..), Some(syn::Type::Path(output))) => first_argument(output),
            _ => self.output_type(),
        };
        let (impl_generics, _, where_clause) = self.generics.split_for_impl();
        let gradient = self.gradient_type(self.active());
        let name = self.signature.ident.to_string();
        let (grad, value_and_grad) = (self.name("grad"), self.name("value_and_grad"));
        let grad_doc = self.head(&format!("Gradient of [`{name}`]: one entry for each active parameter, in order."));
        let both_doc =
            self.head(&format!("Value and gradient of [`{name}`]: one entry for each active parameter, in order."));
        let both = self.output_with(&bracketed(quote!((#scalar, #gradient)), self.anchor()));
        let gradient = self.output_with(&gradient);
        Some([
            quote!(#grad_doc #[inline] #vis fn #grad #impl_generics(#(#params),*) -> #gradient #where_clause),
            quote!(#both_doc #[inline] #vis fn #value_and_grad #impl_generics(#(#params),*) -> #both #where_clause),
        ])
    }

    /// A zeroed owned shadow of a reference parameter.
    pub(super) fn zero_shadow(&self, param: &Parameter) -> TokenStream {
        let private = &self.private;
        let ident = &param.ident;
        let zero = |ty: &Type| match ty.float() {
            Some(Float::F32) => Some(quote!(0.0_f32)),
            Some(Float::F64 | Float::Literal) => Some(quote!(0.0_f64)),
            Some(Float::Param(name)) => Some(quote!(<#name as #private::Real>::zero())),
            None => None,
        };
        match &param.kind {
            _ if self.is_elastic(param) => quote!(#private::Vec::new()),
            Type::Float(_) => zero(&param.kind).expect("a float has a zero"),
            Type::Slice(item) | Type::Vec(item) if item.is_float() => {
                let zero = zero(item).expect("a float has a zero");
                quote!(#private::vec![#zero; #ident.len()])
            }
            _ => tangent::zero(private, &param.kind, quote!(&*), ident),
        }
    }

    /// `x, a, &mut d_a, n, out, &mut d_out,`
    pub(super) fn backward_args(&self) -> TokenStream {
        self.signature
            .params
            .iter()
            .map(|param| {
                let (ident, shadow) = (&param.ident, self.shadow_name(param));
                if param.active && param.convention != Convention::Value {
                    quote!(#ident, &mut #shadow,)
                } else {
                    quote!(#ident,)
                }
            })
            .collect()
    }

    /// The seed of a scalar return; `None` where the return is no scalar.
    pub(super) fn unit_seed(&self) -> Option<TokenStream> {
        let private = &self.private;
        let one = match self.signature.scalar()? {
            Float::F32 => quote!(1.0_f32),
            Float::F64 | Float::Literal => quote!(1.0_f64),
            Float::Param(name) => quote!(<#name as #private::Real>::one()),
        };
        Some(match self.wrapper() {
            Some(_) => quote!(::core::option::Option::Some(#one)),
            None => one,
        })
    }

    /// `::<T, N>` for the generics of the function, followed by `extra` inferred arguments.
    pub(super) fn generic_args(&self, extra: usize) -> TokenStream {
        let iterators = &self.signature.generics.iterators;
        let mut args: Vec<TokenStream> = self
            .generics
            .params
            .iter()
            .filter_map(|param| match param {
                // The type of an iterator changes on the way: its items are collected.
                syn::GenericParam::Type(ty) if iterators.iter().any(|(name, _)| *name == ty.ident) => Some(quote!(_)),
                syn::GenericParam::Type(ty) => Some(ty.ident.to_token_stream()),
                syn::GenericParam::Const(constant) => Some(constant.ident.to_token_stream()),
                syn::GenericParam::Lifetime(_) => None,
            })
            .collect();
        if args.is_empty() {
            return TokenStream::new();
        }
        args.extend((0..extra).map(|_| quote!(_)));
        quote!(::<#(#args),*>)
    }
}

/// `f64` of `Option<f64>`.
fn first_argument(path: &syn::TypePath) -> TokenStream {
    let arguments = match path.path.segments.last().map(|segment| &segment.arguments) {
        Some(syn::PathArguments::AngleBracketed(arguments)) => Some(arguments),
        Some(syn::PathArguments::None | syn::PathArguments::Parenthesized(_)) | None => None,
    };
    let types = arguments.into_iter().flat_map(|arguments| &arguments.args).filter_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(ty.to_token_stream()),
        _ => None,
    });
    types.into_iter().next().unwrap_or_default()
}
