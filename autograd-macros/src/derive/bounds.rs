//! Generic parameters and `where` clauses of impls.
//!
//! An impl asks for what its fields need and no more: `Point<T>: Step` rather than `T: Step` for a field of type
//! `Point<T>`. It asks even where no parameter is involved, so that a type without a tangent is reported once, on the field,
//! and not in every impl. Only a type that may contain this one is not asked for, or it would ask for itself.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

use super::container::{Container, Field, Space};
use super::types::{self, Leaf, Leaves, Params};

/// What the parts of a type must be for an impl.
pub(super) enum Bound<'a> {
    /// Differentiable, as everywhere.
    Differentiable,
    /// The parts of the primal can be moved. One that borrows may not: then the whole cannot, which is no error.
    Step,
    /// The floats of the primal's parts can be visited, with the same exception.
    Components,
    /// The parts of the tangent implement this trait.
    Tangent(&'a TokenStream),
    /// All fields of the tangent implement this trait, which is no error if they do not.
    IfFields(&'a TokenStream),
}

/// `impl<…> Trait for Type where …`, in three parts.
pub(super) struct Header {
    pub(super) generics: TokenStream,
    pub(super) ty: TokenStream,
    pub(super) bounds: TokenStream,
}

impl Container {
    /// The head of an impl for one of the two types.
    pub(super) fn header(&self, space: Space, bound: &Bound<'_>) -> Header {
        let mut generics = match space {
            Space::Primal => self.generics.clone(),
            Space::Tangent => self.tangent_generics(),
        };
        let predicates = self.predicates(bound);
        if !predicates.is_empty() {
            generics.make_where_clause().predicates.extend(predicates);
        }
        let (impl_generics, arguments, bounds) = generics.split_for_impl();
        let name = self.name(space);
        Header {
            generics: impl_generics.to_token_stream(),
            ty: quote!(#name #arguments),
            bounds: bounds.to_token_stream(),
        }
    }

    /// The tangent with the arguments that the primal gives it.
    pub(super) fn tangent_type(&self) -> TokenStream {
        self.header(Space::Tangent, &Bound::Differentiable).ty
    }

    /// The parameters that the tangent's fields mention, without the bounds that are about others.
    pub(super) fn tangent_generics(&self) -> syn::Generics {
        let fields: TokenStream = self.active_fields().map(|field| self.field_tangent(field)).collect();
        let lifetimes = lifetimes(&fields);
        let mut dropped_names = Vec::new();
        let mut dropped_lifetimes = Vec::new();
        let mut generics = self.generics.clone();
        generics.params = std::mem::take(&mut generics.params)
            .into_iter()
            .filter(|param| {
                let (ident, dropped, kept) = match param {
                    syn::GenericParam::Lifetime(found) => {
                        let ident = &found.lifetime.ident;
                        (ident, &mut dropped_lifetimes, lifetimes.contains(ident))
                    }
                    syn::GenericParam::Type(syn::TypeParam { ident, .. })
                    | syn::GenericParam::Const(syn::ConstParam { ident, .. }) => {
                        (ident, &mut dropped_names, types::mentions(&fields, std::slice::from_ref(ident)))
                    }
                };
                if !kept {
                    dropped.push(ident.clone());
                }
                kept
            })
            .collect();
        let is_kept = |tokens: &dyn ToTokens| {
            let tokens = tokens.to_token_stream();
            !types::mentions(&tokens, &dropped_names)
                && self::lifetimes(&tokens).iter().all(|lifetime| !dropped_lifetimes.contains(lifetime))
        };
        for param in &mut generics.params {
            match param {
                syn::GenericParam::Lifetime(param) => param.bounds = retain(&param.bounds, is_kept),
                syn::GenericParam::Type(param) => param.bounds = retain(&param.bounds, is_kept),
                syn::GenericParam::Const(_) => {}
            }
        }
        if let Some(clause) = &mut generics.where_clause {
            clause.predicates = retain(&clause.predicates, is_kept);
        }
        generics
    }

    /// The type of a field in the tangent.
    pub(super) fn field_tangent(&self, field: &Field) -> TokenStream {
        types::tangent(&self.private, &self.params(), &field.ty)
    }

    pub(super) fn predicates(&self, bound: &Bound<'_>) -> Vec<syn::WherePredicate> {
        let private = &self.private;
        let leaves = self.leaves();
        let of_primal = |bound: TokenStream| leaves.iter().map(move |leaf| predicate(leaf, &leaf.ty, &bound));
        let mut found: Vec<syn::WherePredicate> = match bound {
            Bound::Step => of_primal(quote!(#private::Step)).collect(),
            Bound::Components => {
                of_primal(quote!(#private::Differentiable + #private::gradcheck::Components)).collect()
            }
            Bound::Differentiable | Bound::Tangent(_) | Bound::IfFields(_) => {
                of_primal(quote!(#private::Differentiable)).collect()
            }
        };
        match bound {
            Bound::Differentiable => {}
            Bound::Step => found.extend(self.doubtful_fields().map(|field| {
                let (ty, tangent) = (&field.ty, self.field_tangent(field));
                conditional(ty, &quote!(#private::StepAlong<#tangent>))
            })),
            Bound::Components => {
                let components = quote!(#private::gradcheck::Components);
                found.extend(self.doubtful_fields().map(|field| conditional(&field.ty, &components)));
            }
            Bound::Tangent(bound) => found.extend(leaves.iter().map(|leaf| {
                let ty = &leaf.ty;
                predicate(leaf, &quote!(<#ty as #private::Differentiable>::Tangent), bound)
            })),
            Bound::IfFields(bound) => {
                let tangents = self.active_fields().map(|field| self.field_tangent(field));
                let doubtful = tangents.filter(|ty| !["f32", "f64"].contains(&ty.to_string().as_str()));
                found.extend(doubtful.map(|ty| conditional(&ty, bound)));
            }
        }
        let mut unique = Vec::new();
        for predicate in found {
            if !unique.contains(&predicate) {
                unique.push(predicate);
            }
        }
        unique
    }

    /// The one place where rustc reports a field whose type has no tangent: impls only depend on it.
    pub(super) fn assertion(&self) -> TokenStream {
        let private = &self.private;
        let leaves = self.leaves();
        let concrete: Vec<_> = leaves.iter().filter(|leaf| !leaf.generic).map(|leaf| &leaf.ty).collect();
        if concrete.is_empty() {
            return TokenStream::new();
        }
        quote! {
            const _: () = {
                const fn differentiable<T: #private::Differentiable>() {}
                #(differentiable::<#concrete>();)*
            };
        }
    }

    /// Whether a field might be of a type that cannot be moved along a tangent, because it borrows. Recursive types do not
    /// ask for themselves.
    pub(super) fn is_doubtful(&self, field: &Field) -> bool {
        types::borrows(&field.ty) && !types::mentions(&field.ty, std::slice::from_ref(&self.ident))
    }

    fn doubtful_fields(&self) -> impl Iterator<Item = &Field> {
        self.active_fields().filter(|field| self.is_doubtful(field))
    }

    pub(super) fn leaves(&self) -> Vec<Leaf> {
        let params = self.params();
        let mut leaves = Leaves { this: &self.ident, params: &params, recursive: self.recursive, found: Vec::new() };
        self.active_fields().for_each(|field| leaves.search(&field.ty, false));
        leaves.found
    }

    fn params(&self) -> Params {
        Params::of(&self.generics)
    }
}

/// What an impl asks of a leaf or its tangent.
fn predicate(leaf: &Leaf, ty: &impl ToTokens, bound: &TokenStream) -> syn::WherePredicate {
    if leaf.generic {
        syn::parse_quote!(#ty: #bound)
    } else {
        conditional(ty, bound)
    }
}

/// A bound that may not hold. Over a lifetime, although it does not use it, it is not an error where it does not.
fn conditional(ty: &impl ToTokens, bound: &TokenStream) -> syn::WherePredicate {
    syn::parse_quote!(for<'__any> #ty: #bound)
}

fn retain<T: ToTokens + Clone, P: Default>(
    items: &syn::punctuated::Punctuated<T, P>,
    is_kept: impl Fn(&dyn ToTokens) -> bool,
) -> syn::punctuated::Punctuated<T, P> {
    items.iter().filter(|item| is_kept(item)).cloned().collect()
}

/// The names of all lifetimes in the tokens.
fn lifetimes(tokens: &TokenStream) -> Vec<syn::Ident> {
    let mut found = Vec::new();
    let mut after_quote = false;
    for token in tokens.clone() {
        match token {
            TokenTree::Punct(punct) => after_quote = punct.as_char() == '\'',
            TokenTree::Ident(ident) => {
                if std::mem::take(&mut after_quote) {
                    found.push(ident);
                }
            }
            TokenTree::Group(group) => found.extend(lifetimes(&group.stream())),
            TokenTree::Literal(_) => after_quote = false,
        }
    }
    found
}
