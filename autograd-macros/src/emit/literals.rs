//! The types of the user's bare literals. In the user's function rustc infers them from a use that generated code may lack:
//! `let a = [0.0; 4];` is an array of `f64` there because of what is stored in it later.

use proc_macro2::{TokenStream, TokenTree};

use crate::ir::{Float, Type};

/// `: f64`, for a variable of this type whose initializer is the user's code, where bare literals leave it open.
pub(super) fn annotation(private: &TokenStream, ty: &Type, code: &TokenStream) -> Option<TokenStream> {
    let ty = if holds_bare_float(code.clone()) { named(private, ty)? } else { return None };
    Some(quote!(: #ty))
}

/// Whether a float literal without a suffix is in the code.
fn holds_bare_float(code: TokenStream) -> bool {
    code.into_iter().any(|token| match token {
        TokenTree::Group(group) => holds_bare_float(group.stream()),
        TokenTree::Literal(literal) => match syn::Lit::new(literal) {
            syn::Lit::Float(float) => float.suffix().is_empty(),
            _ => false,
        },
        TokenTree::Ident(_) | TokenTree::Punct(_) => false,
    })
}

/// A type that the macro knows to the bottom, lengths of arrays aside.
fn named(private: &TokenStream, ty: &Type) -> Option<TokenStream> {
    Some(match ty {
        Type::Float(Float::F32) => quote!(f32),
        Type::Float(Float::F64) => quote!(f64),
        Type::Array(item, _) => {
            let item = named(private, item)?;
            quote!([#item; _])
        }
        Type::Vec(item) => {
            let item = named(private, item)?;
            quote!(#private::Vec<#item>)
        }
        Type::Tuple(items) => {
            let items = items.iter().map(|item| named(private, item)).collect::<Option<Vec<_>>>()?;
            quote!((#(#items,)*))
        }
        Type::Float(Float::Param(_) | Float::Literal)
        | Type::Int
        | Type::Bool
        | Type::Unit
        | Type::Slice(_)
        | Type::Ref(_)
        | Type::Wrapped(..)
        | Type::Unknown(_)
        | Type::Inactive => return None,
    })
}
