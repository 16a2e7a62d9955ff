//! The types of gradients and shadows.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};

use crate::ir::{Float, Type};
use crate::signature::{Convention, Parameter};

use super::located::{located, moved, name_of, parenthesized};

/// The owned gradient of a type: `f64` of `f64`, `Vec<f64>` of `[f64]`.
pub(super) fn owned(private: &TokenStream, ty: &Type) -> TokenStream {
    match ty {
        Type::Float(float) => match float {
            Float::F32 => quote!(f32),
            Float::F64 | Float::Literal => quote!(f64),
            Float::Param(param) => param.to_token_stream(),
        },
        Type::Int | Type::Bool | Type::Unit | Type::Inactive => quote!(()),
        Type::Tuple(items) => {
            let items = items.iter().map(|item| owned(private, item));
            quote!((#(#items,)*))
        }
        Type::Array(item, len) => {
            let item = owned(private, item);
            quote!([#item; #len])
        }
        Type::Slice(item) | Type::Vec(item) => {
            let item = owned(private, item);
            quote!(#private::Vec<#item>)
        }
        Type::Ref(item) => owned(private, item),
        Type::Wrapped(_, item) => {
            let item = owned(private, item);
            quote!(::core::option::Option<#item>)
        }
        Type::Unknown(Some(tokens)) => {
            let span = name_of(tokens);
            let tokens = without_elision(tokens);
            let (open, close) =
                (located(quote!(<), span), located(quote!(as #private::Differentiable>::Tangent), span));
            quote!(#open #tokens #close)
        }
        Type::Unknown(None) => quote!(_),
    }
}

/// The type with `'static` for every lifetime that is left out. A tangent owns what it holds, so that its type does not
/// depend on them; where a gradient is returned there may be several lifetimes that could be meant, or none.
fn without_elision(ty: &TokenStream) -> TokenStream {
    struct Elided;
    impl VisitMut for Elided {
        fn visit_lifetime_mut(&mut self, lifetime: &mut syn::Lifetime) {
            if lifetime.ident == "_" {
                *lifetime = syn::Lifetime::new("'static", lifetime.span());
            }
        }
        fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
            if reference.lifetime.is_none() {
                reference.lifetime = Some(syn::Lifetime::new("'static", reference.and_token.span));
            }
            visit_mut::visit_type_reference_mut(self, reference);
        }
    }
    match syn::parse2::<syn::Type>(ty.clone()) {
        Ok(mut parsed) => {
            Elided.visit_type_mut(&mut parsed);
            parsed.into_token_stream()
        }
        Err(_) => ty.clone(),
    }
}

/// The zero tangent of what `ident` stands for: `borrow` is `&` or `&*`.
pub(super) fn zero(private: &TokenStream, kind: &Type, borrow: TokenStream, ident: &Ident) -> TokenStream {
    let span = match kind {
        Type::Unknown(Some(ty)) => name_of(ty),
        _ => ident.span(),
    };
    let function = located(quote!(#private::Differentiable::zero_tangent), span);
    let (borrow, ident) = (located(borrow, span), moved(ident.to_token_stream(), span));
    let args = parenthesized(quote!(#borrow #ident), span);
    quote!(#function #args)
}

/// `: <S as Differentiable>::Tangent`, for the variable of a zero tangent. If `S` has no tangent, rustc says so of the
/// annotation, and of nothing else at the same place.
pub(super) fn annotation(private: &TokenStream, kind: &Type) -> TokenStream {
    match kind {
        Type::Unknown(Some(_)) => {
            let ty = owned(private, kind);
            quote!(: #ty)
        }
        _ => TokenStream::new(),
    }
}

/// `&mut shadow`
pub(super) fn exclusive(private: &TokenStream, param: &Parameter) -> TokenStream {
    let (target, borrow) = (shadow(private, param), located(quote!(&mut), name_of(&param.referent)));
    quote!(#borrow #target)
}

/// What the shadow of a reference parameter points to: `[f64]` for `&[f64]` and `&Vec<f64>`.
pub(super) fn shadow(private: &TokenStream, param: &Parameter) -> TokenStream {
    match (&param.kind, param.convention) {
        (Type::Slice(item), _) | (Type::Vec(item), Convention::Shared) => {
            let item = owned(private, item);
            quote!([#item])
        }
        (kind, _) => owned(private, kind),
    }
}
