//! The types of gradients and shadows.

use proc_macro2::TokenStream;
use quote::{quote, ToTokens};

use crate::ir::{Float, Type};
use crate::signature::{Convention, Parameter};

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
        Type::Unknown(Some(tokens)) => quote!(<#tokens as #private::Differentiable>::Tangent),
        Type::Unknown(None) => quote!(_),
    }
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
