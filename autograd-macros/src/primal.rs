//! The user's function as it is emitted again: as written, without the attributes that belong to the macro.

use quote::ToTokens;
use syn::visit_mut::VisitMut;

/// Attributes of the macro inside a body or on parameters.
const MARKERS: [&str; 3] = ["no_grad", "unroll", "checkpoint"];

/// The function without the macro's own attributes.
pub(crate) fn cleaned(function: &syn::ItemFn) -> syn::ItemFn {
    let mut function = function.clone();
    Cleaner.visit_item_fn_mut(&mut function);
    // A function that is used only through its companions is used.
    function.attrs.push(syn::parse_quote!(#[allow(dead_code)]));
    function
}

/// Items that the body declares at its top level.
pub(crate) fn items(block: &syn::Block) -> Vec<syn::Item> {
    let item = |stmt: &syn::Stmt| match stmt {
        syn::Stmt::Item(item) => Some(item.clone()),
        _ => None,
    };
    block.stmts.iter().filter_map(item).collect()
}

/// The attributes that a companion must share with the function.
pub(crate) fn shared_attributes(attrs: &[syn::Attribute]) -> Vec<syn::Attribute> {
    attrs.iter().filter(|attr| attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr")).cloned().collect()
}

struct Cleaner;

impl VisitMut for Cleaner {
    fn visit_attributes_mut(&mut self, attrs: &mut Vec<syn::Attribute>) {
        attrs.retain(|attr| {
            let path = attr.path().to_token_stream().to_string();
            !MARKERS.contains(&path.as_str())
        });
    }
}
