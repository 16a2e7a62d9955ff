//! Types of fields, judged by their tokens, and the types of their tangents.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;

use crate::diagnostics::Diagnostics;
use crate::signature::classify::{classify, Generics};

/// Whether values of the type hold floats, as for a parameter of a function: `None` if that cannot be told, as for trait
/// objects, function pointers and interior mutability.
pub(super) fn holds_floats(ty: &syn::Type) -> Option<bool> {
    if named_container(ty).is_some_and(|(name, _)| name == "PhantomData") {
        return Some(false);
    }
    // The words of a function's refusal do not fit a field; the caller has its own.
    let scratch = Diagnostics::new();
    let found = classify(&scratch, &Generics::default(), ty);
    scratch.finish().is_empty().then(|| found.is_differentiable())
}

/// The type of the tangent of a field. It names no lifetime that it can avoid, because a gradient borrows nothing.
pub(super) fn tangent(private: &TokenStream, params: &Params, ty: &syn::Type) -> TokenStream {
    if holds_floats(ty) == Some(false) {
        return quote!(());
    }
    match ty {
        syn::Type::Paren(inner) => tangent(private, params, &inner.elem),
        syn::Type::Group(inner) => tangent(private, params, &inner.elem),
        syn::Type::Reference(inner) => tangent(private, params, &inner.elem),
        syn::Type::Array(array) => {
            let (element, len) = (tangent(private, params, &array.elem), &array.len);
            quote!([#element; #len])
        }
        syn::Type::Slice(slice) => {
            let element = tangent(private, params, &slice.elem);
            quote!(#private::Vec<#element>)
        }
        syn::Type::Tuple(tuple) => {
            let items = tuple.elems.iter().map(|item| tangent(private, params, item));
            quote!((#(#items,)*))
        }
        _ if is_float(ty) => ty.to_token_stream(),
        _ => match named_container(ty) {
            Some((name, Some(inner))) if name == "Vec" => {
                let element = tangent(private, params, inner);
                quote!(#private::Vec<#element>)
            }
            Some((name, Some(inner))) if name == "Option" => {
                let inner = tangent(private, params, inner);
                quote!(::core::option::Option<#inner>)
            }
            Some((name, Some(slice @ syn::Type::Slice(_)))) if name == "Box" => tangent(private, params, slice),
            Some((name, Some(inner))) if name == "Box" => {
                let inner = tangent(private, params, inner);
                quote!(#private::Box<#inner>)
            }
            Some(_) | None => projection(private, params, ty),
        },
    }
}

/// The tangent of a type that the macro cannot see into.
fn projection(private: &TokenStream, params: &Params, ty: &syn::Type) -> TokenStream {
    let mut ty = ty.clone();
    // `Inner<'static>` and `Inner<'a>` have the same tangent. Where a parameter is involved, it might have to outlive
    // `'static` then.
    if !mentions(&ty, &params.types) {
        MakeStatic.visit_type_mut(&mut ty);
    }
    quote!(<#ty as #private::Differentiable>::Tangent)
}

struct MakeStatic;

impl VisitMut for MakeStatic {
    fn visit_lifetime_mut(&mut self, lifetime: &mut syn::Lifetime) {
        lifetime.ident = syn::Ident::new("static", lifetime.ident.span());
    }
}

/// A type inside a field's type that the macro cannot see into: `T` of `Vec<[T; 3]>`, `Point` of `Option<Point>`.
#[derive(PartialEq)]
pub(super) struct Leaf {
    pub(super) ty: syn::Type,
    /// Whether it depends on a parameter.
    pub(super) generic: bool,
}

/// The search for the leaves of a type's fields.
pub(super) struct Leaves<'a> {
    pub(super) this: &'a syn::Ident,
    pub(super) params: &'a Params,
    /// Whether the type may contain itself by way of other types, in a `Vec`.
    pub(super) recursive: bool,
    pub(super) found: Vec<Leaf>,
}

impl Leaves<'_> {
    /// Adds those of one field. What is in a `Box` may be a type that contains this one, and would ask for itself; it is a
    /// leaf only if it is generic. So is what borrows: its tangent is that of another lifetime.
    pub(super) fn search(&mut self, ty: &syn::Type, boxed: bool) {
        match ty {
            syn::Type::Paren(inner) => self.search(&inner.elem, boxed),
            syn::Type::Group(inner) => self.search(&inner.elem, boxed),
            syn::Type::Reference(inner) => self.search(&inner.elem, boxed),
            syn::Type::Array(array) => self.search(&array.elem, boxed),
            syn::Type::Slice(slice) => self.search(&slice.elem, boxed),
            syn::Type::Tuple(tuple) => tuple.elems.iter().for_each(|item| self.search(item, boxed)),
            _ => match named_container(ty) {
                Some((name, Some(inner))) if name == "Box" => self.search(inner, true),
                Some((name, Some(inner))) if name == "Vec" => self.search(inner, boxed || self.recursive),
                Some((name, Some(inner))) if name == "Option" => self.search(inner, boxed),
                Some((name, _)) if name == "PhantomData" || *self.this == name => {}
                Some(_) | None => self.leaf(ty, boxed),
            },
        }
    }

    /// The type itself is no leaf: its other fields say what it needs. Where it is only an argument, as in
    /// `Pair<This<T>, U>`, the bare parameters stand for the whole.
    fn leaf(&mut self, ty: &syn::Type, boxed: bool) {
        if mentions(ty, std::slice::from_ref(self.this)) {
            let params = self.params;
            let bare = params.types.iter().filter(|param| mentions(ty, std::slice::from_ref(param)));
            bare.for_each(|param| self.push(syn::parse_quote!(#param), true));
        } else if mentions(ty, &self.params.all) {
            self.push(ty.clone(), true);
        } else if !boxed && !borrows(ty) && !is_float(ty) && holds_floats(ty) == Some(true) {
            self.push(ty.clone(), false);
        }
    }

    fn push(&mut self, ty: syn::Type, generic: bool) {
        let leaf = Leaf { ty, generic };
        if !self.found.contains(&leaf) {
            self.found.push(leaf);
        }
    }
}

fn is_float(ty: &syn::Type) -> bool {
    matches!(ty, syn::Type::Path(path) if path.path.is_ident("f64") || path.path.is_ident("f32"))
}

/// The names of a type's generic parameters.
pub(super) struct Params {
    pub(super) types: Vec<syn::Ident>,
    /// Types and constants.
    pub(super) all: Vec<syn::Ident>,
}

impl Params {
    pub(super) fn of(generics: &syn::Generics) -> Self {
        let types: Vec<_> = generics.type_params().map(|param| param.ident.clone()).collect();
        let all = types.iter().cloned().chain(generics.const_params().map(|param| param.ident.clone())).collect();
        Params { types, all }
    }
}

/// The last name of a path and its only type argument: `Vec` and `f64` of `std::vec::Vec<f64>`.
fn named_container(ty: &syn::Type) -> Option<(String, Option<&syn::Type>)> {
    let syn::Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last().filter(|_| path.qself.is_none())?;
    let argument = match &segment.arguments {
        syn::PathArguments::AngleBracketed(arguments) if arguments.args.len() == 1 => match &arguments.args[0] {
            syn::GenericArgument::Type(ty) => Some(ty),
            _ => None,
        },
        _ => None,
    };
    Some((segment.ident.to_string(), argument))
}

/// Whether one of the names occurs in the tokens.
pub(super) fn mentions(tokens: &impl ToTokens, names: &[syn::Ident]) -> bool {
    fn search(tokens: TokenStream, names: &[syn::Ident]) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(ident) => names.contains(&ident),
            TokenTree::Group(group) => search(group.stream(), names),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        })
    }
    search(tokens.to_token_stream(), names)
}

/// Whether the type borrows: then it may be one that cannot be moved along a tangent.
pub(super) fn borrows(ty: &syn::Type) -> bool {
    struct Borrows(bool);
    impl<'ast> Visit<'ast> for Borrows {
        fn visit_lifetime(&mut self, _: &'ast syn::Lifetime) {
            self.0 = true;
        }
        fn visit_type_reference(&mut self, _: &'ast syn::TypeReference) {
            self.0 = true;
        }
    }
    let mut found = Borrows(false);
    found.visit_type(ty);
    found.0
}
