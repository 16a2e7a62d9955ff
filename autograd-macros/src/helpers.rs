//! Functions whose bodies a caller can see: those of the same annotated module or `impl` block.

use std::collections::HashMap;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit::{self, Visit};

/// Functions by their name.
#[derive(Default)]
pub(crate) struct Helpers {
    /// Functions of the module, called by their plain name or `self::name`.
    pub(crate) functions: HashMap<String, Helper>,
    /// Methods and associated functions of the `impl` block, called on `self` or by `Self::name`.
    pub(crate) methods: HashMap<String, Helper>,
}

/// A function that a caller can see.
#[derive(Clone)]
pub(crate) struct Helper {
    pub(crate) function: syn::ItemFn,
    pub(crate) use_: Use,
}

/// What a caller may do with a helper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Use {
    /// Its body can be lowered in place. Without companions of its own it must be.
    Inline { companions: bool },
    /// It has companions: it is called through them.
    Call,
    /// `#[no_grad]`: it has none.
    Out,
}

impl Helpers {
    /// The functions of a list; `read` tells of each what a caller may do with it.
    pub(crate) fn collect<'a>(functions: impl Iterator<Item = (&'a syn::ItemFn, Use)>) -> HashMap<String, Helper> {
        let mut found = HashMap::new();
        for (function, use_) in functions {
            let name = function.sig.ident.to_string();
            // Several functions of one name are chosen by `cfg`.
            let use_ = if found.contains_key(&name) { Use::Call } else { use_ };
            found.insert(name, Helper { function: function.clone(), use_ });
        }
        found
    }
}

/// What a caller may do with a function that is not opted out. `companions` says whether it gets any.
pub(crate) fn use_of(function: &syn::ItemFn, companions: bool) -> Use {
    // A call of itself would be a call of another function inside the caller.
    let recursive = companions && mentions(function.block.to_token_stream(), &function.sig.ident);
    if is_self_contained(function) && !recursive {
        Use::Inline { companions }
    } else {
        Use::Call
    }
}

fn mentions(tokens: TokenStream, name: &syn::Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => mentions(group.stream(), name),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Whether a body can stand in another function: it names no generic type, constant or item that exists only in its own.
fn is_self_contained(function: &syn::ItemFn) -> bool {
    let generic = function.sig.generics.params.iter().any(|param| match param {
        syn::GenericParam::Type(ty) => !is_closure(&function.sig.generics, ty),
        syn::GenericParam::Const(_) => true,
        syn::GenericParam::Lifetime(_) => false,
    });
    let by_cfg = function.attrs.iter().any(|attr| attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr"));
    let plain = function.sig.asyncness.is_none() && function.sig.unsafety.is_none() && function.sig.variadic.is_none();
    plain && !generic && !by_cfg && !has_items(&function.block)
}

/// Whether a type parameter stands for a closure.
fn is_closure(generics: &syn::Generics, param: &syn::TypeParam) -> bool {
    let predicates = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let in_where = predicates.filter_map(|predicate| match predicate {
        syn::WherePredicate::Type(bounded) if is_name(&bounded.bounded_ty, &param.ident) => Some(&bounded.bounds),
        _ => None,
    });
    param.bounds.iter().chain(in_where.flatten()).any(is_fn)
}

fn is_name(ty: &syn::Type, name: &syn::Ident) -> bool {
    matches!(ty, syn::Type::Path(path) if path.path.is_ident(name))
}

fn is_fn(bound: &syn::TypeParamBound) -> bool {
    match bound {
        syn::TypeParamBound::Trait(bound) => {
            let last = bound.path.segments.last();
            last.is_some_and(|segment| ["Fn", "FnMut", "FnOnce"].iter().any(|name| segment.ident == name))
        }
        _ => false,
    }
}

/// Whether a parameter's type is a closure: `impl Fn(f64) -> f64`, `F` or `&F` with `F: Fn(f64) -> f64`.
pub(crate) fn takes_closure(generics: &syn::Generics, ty: &syn::Type) -> bool {
    match ty {
        syn::Type::ImplTrait(opaque) => opaque.bounds.iter().any(is_fn),
        syn::Type::Reference(reference) => takes_closure(generics, &reference.elem),
        syn::Type::Paren(inner) => takes_closure(generics, &inner.elem),
        syn::Type::Path(_) => {
            generics.type_params().any(|param| is_name(ty, &param.ident) && is_closure(generics, param))
        }
        _ => false,
    }
}

fn has_items(block: &syn::Block) -> bool {
    struct Found(bool);
    impl<'ast> Visit<'ast> for Found {
        fn visit_item(&mut self, _: &'ast syn::Item) {
            self.0 = true;
        }
        fn visit_block(&mut self, block: &'ast syn::Block) {
            visit::visit_block(self, block);
        }
    }
    let mut found = Found(false);
    found.visit_block(block);
    found.0
}
