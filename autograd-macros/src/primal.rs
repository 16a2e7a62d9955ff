//! The user's function as it is emitted again: as written, without the attributes that belong to the macro.

use quote::ToTokens;
use syn::visit_mut::VisitMut;

/// Attributes of the macro inside a body or on parameters.
const MARKERS: [&str; 3] = ["no_grad", "unroll", "checkpoint"];

/// The name of an attribute that belongs to the macro.
pub(crate) fn marker(attr: &syn::Attribute) -> Option<&'static str> {
    MARKERS.into_iter().find(|name| attr.path().is_ident(name))
}

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
        syn::Stmt::Item(item) => {
            let mut item = item.clone();
            Cleaner.visit_item_mut(&mut item);
            Some(item)
        }
        _ => None,
    };
    block.stmts.iter().filter_map(item).collect()
}

/// The statement without the macro's own attributes.
pub(crate) fn cleaned_stmt(stmt: &syn::Stmt) -> syn::Stmt {
    let mut stmt = stmt.clone();
    Cleaner.visit_stmt_mut(&mut stmt);
    stmt
}

/// The attributes on an item itself.
pub(crate) fn item_attributes(item: &mut syn::Item) -> &mut [syn::Attribute] {
    attributes(item).map_or(&mut [], Vec::as_mut_slice)
}

fn attributes(item: &mut syn::Item) -> Option<&mut Vec<syn::Attribute>> {
    match item {
        syn::Item::Const(item) => Some(&mut item.attrs),
        syn::Item::Enum(item) => Some(&mut item.attrs),
        syn::Item::ExternCrate(item) => Some(&mut item.attrs),
        syn::Item::Fn(item) => Some(&mut item.attrs),
        syn::Item::ForeignMod(item) => Some(&mut item.attrs),
        syn::Item::Impl(item) => Some(&mut item.attrs),
        syn::Item::Macro(item) => Some(&mut item.attrs),
        syn::Item::Mod(item) => Some(&mut item.attrs),
        syn::Item::Static(item) => Some(&mut item.attrs),
        syn::Item::Struct(item) => Some(&mut item.attrs),
        syn::Item::Trait(item) => Some(&mut item.attrs),
        syn::Item::TraitAlias(item) => Some(&mut item.attrs),
        syn::Item::Type(item) => Some(&mut item.attrs),
        syn::Item::Union(item) => Some(&mut item.attrs),
        syn::Item::Use(item) => Some(&mut item.attrs),
        // `syn`'s enum is open; what it does not know has no attributes to it.
        _ => None,
    }
}

/// Whether `Self` occurs in the function: then it stands in an `impl`.
pub(crate) fn mentions_self(function: &syn::ItemFn) -> bool {
    fn any(tokens: proc_macro2::TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            proc_macro2::TokenTree::Ident(ident) => ident == "Self",
            proc_macro2::TokenTree::Group(group) => any(group.stream()),
            proc_macro2::TokenTree::Punct(_) | proc_macro2::TokenTree::Literal(_) => false,
        })
    }
    any(function.to_token_stream())
}

/// Whether the signature holds types that companions cannot repeat: `impl Trait`, `!` and references that are returned.
pub(crate) fn has_opaque_types(sig: &syn::Signature) -> bool {
    struct Found(bool);
    impl<'ast> syn::visit::Visit<'ast> for Found {
        fn visit_type_impl_trait(&mut self, _: &'ast syn::TypeImplTrait) {
            self.0 = true;
        }
        fn visit_return_type(&mut self, output: &'ast syn::ReturnType) {
            if let syn::ReturnType::Type(_, ty) = output {
                self.0 |= matches!(**ty, syn::Type::Reference(_) | syn::Type::Never(_));
            }
            syn::visit::visit_return_type(self, output);
        }
        // `fn(f64) -> &f64` is a type like any other.
        fn visit_type_bare_fn(&mut self, _: &'ast syn::TypeBareFn) {}
    }
    let mut found = Found(false);
    syn::visit::Visit::visit_signature(&mut found, sig);
    found.0 || sig.variadic.is_some()
}

/// The attributes that a companion must share with the function.
pub(crate) fn shared_attributes(attrs: &[syn::Attribute]) -> Vec<syn::Attribute> {
    attrs.iter().filter(|attr| attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr")).cloned().collect()
}

struct Cleaner;

impl VisitMut for Cleaner {
    fn visit_attributes_mut(&mut self, attrs: &mut Vec<syn::Attribute>) {
        attrs.retain(|attr| marker(attr).is_none());
    }

    // What is inside an item belongs to others: `#[no_grad]` on a field is the derive's.
    fn visit_item_mut(&mut self, item: &mut syn::Item) {
        if let Some(attrs) = attributes(item) {
            self.visit_attributes_mut(attrs);
        }
    }
}
