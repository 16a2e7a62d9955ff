//! The items that `#[differentiable]` can stand on: a function, a module, an `impl` block.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use proc_macro2::{TokenStream, TokenTree};
use quote::{quote, ToTokens};

use crate::diagnostics::Diagnostics;
use crate::emit::companions::Home;
use crate::emit::doubt;
use crate::emit::operator::{rule_trait, Operator};
use crate::groups;
use crate::helpers::{self, Helper, Helpers, Use};
use crate::options::Options;
use crate::pipeline::{self, Expansion, Site};
use crate::primal;

const PLACES: &str = "put it on a function, an `impl` block or an inline module";

/// Expands `#[differentiable(options)]` on an item.
pub(crate) fn expand(options: TokenStream, item: TokenStream) -> TokenStream {
    let cx = Diagnostics::new();
    let options = Options::read(&cx, options);
    let item = groups::visible(item);
    let expanded = match syn::parse2::<syn::Item>(item.clone()) {
        Ok(syn::Item::Fn(function)) => free_function(&cx, &options, &function),
        Ok(syn::Item::Mod(module)) if module.content.is_some() => {
            self::module(&cx, &options, module).into_token_stream()
        }
        Ok(syn::Item::Impl(block)) => implementation(&cx, &options, &Helpers::default(), block),
        Ok(other) => refused(&cx, &other),
        // A method with a receiver is no item by itself.
        Err(error) => match syn::parse2::<syn::ImplItemFn>(item.clone()) {
            Ok(method) => self::method(&options, &as_function(&method)),
            Err(_) => unread(&cx, item, &error),
        },
    };
    let errors = cx.finish();
    quote!(#errors #expanded)
}

/// What `syn` cannot read. rustc has read it before, and has said what is wrong with the syntax of a function; only where
/// it found nothing, because `syn` knows less, is a message wanted.
fn unread(cx: &Diagnostics, item: TokenStream, error: &syn::Error) -> TokenStream {
    let mut tokens =
        item.clone().into_iter().skip_while(|token| !matches!(token, TokenTree::Ident(ident) if ident == "fn"));
    if let (Some(_), Some(TokenTree::Ident(name))) = (tokens.next(), tokens.next()) {
        let message = doubt::unread(&name, error);
        return quote!(#item #message);
    }
    let first: TokenStream = item.clone().into_iter().take(1).collect();
    cx.refuse(first, "`#[differentiable]` cannot stand here", PLACES);
    item
}

fn free_function(cx: &Diagnostics, options: &Options, function: &syn::ItemFn) -> TokenStream {
    // Only a receiver or a `Self` tells that a function stands in an `impl`.
    let in_impl = function.sig.receiver().is_some() || primal::mentions_self(function);
    let home = if in_impl { Home::Impl } else { Home::Unknown };
    if let Some(again) = function.attrs.iter().find(|attr| is_own(attr)) {
        cx.refuse(again.path(), "`#[differentiable]` stands here twice", "remove one of the two, and keep its options");
        // The other one makes the companions.
        return function.to_token_stream();
    }
    if let Some(attr) = function.attrs.iter().find(|attr| primal::marker(attr).is_some()) {
        cx.refuse(
            attr,
            format!("`#[{}]` on a function that is differentiated", attr.path().to_token_stream()),
            "remove one of the two attributes, or mark a parameter or a `let`",
        );
    }
    tokens(pipeline::function(options, Site::of(home), &Helpers::default(), function))
}

fn method(options: &Options, function: &syn::ItemFn) -> TokenStream {
    tokens(pipeline::function(options, Site::of(Home::Impl), &Helpers::default(), function))
}

fn tokens(expansion: Expansion) -> TokenStream {
    let Expansion { original, companions } = expansion;
    // Of two unknown functions at the same place rustc reports the later one. So a misspelt call is reported as the user
    // wrote it, and a call of a function that has no companions by the companion's name.
    quote!(#companions #original)
}

/// Every function of the module, also in its inner modules and `impl` blocks.
fn module(cx: &Diagnostics, options: &Options, mut module: syn::ItemMod) -> syn::ItemMod {
    let Some((brace, items)) = module.content.take() else { return module };
    let functions: Vec<syn::ItemFn> = items
        .iter()
        .filter_map(|item| match item {
            syn::Item::Fn(function) => Some(function.clone()),
            _ => None,
        })
        .collect();
    let helpers = Helpers { functions: helpers_of(options, None, &functions), ..Helpers::default() };
    let items = items.into_iter().flat_map(|item| module_item(cx, options, &helpers, item)).collect();
    module.content = Some((brace, items));
    module
}

/// What callers in the same module or `impl` block may do with each function.
fn helpers_of(options: &Options, outer: Option<&syn::Generics>, functions: &[syn::ItemFn]) -> HashMap<String, Helper> {
    Helpers::collect(functions.iter().map(|function| {
        let mut attrs = function.attrs.clone();
        let silent = Diagnostics::new();
        let own = own_options(&silent, options, &mut attrs);
        drop(silent.finish());
        let use_ = match own {
            Own::Out => Use::Out,
            Own::Inherited => helpers::use_of(function, pipeline::is_differentiable(options, outer, function)),
            Own::Given(_) => Use::Call,
        };
        (function, use_)
    }))
}

fn module_item(cx: &Diagnostics, options: &Options, helpers: &Helpers, item: syn::Item) -> Vec<syn::Item> {
    match item {
        syn::Item::Fn(mut function) => match own_options(cx, options, &mut function.attrs) {
            Own::Out => vec![syn::Item::Fn(primal::cleaned(&function))],
            Own::Inherited if !pipeline::is_differentiable(options, None, &function) => {
                vec![syn::Item::Fn(primal::cleaned(&function))]
            }
            Own::Inherited => expanded(pipeline::function(options, Site::of(Home::Free), helpers, &function)),
            Own::Given(own) => expanded(pipeline::function(&own, Site::of(Home::Free), helpers, &function)),
        },
        syn::Item::Mod(inner) if inner.content.is_some() && !is_out(&inner.attrs) => {
            vec![syn::Item::Mod(module(cx, options, inner))]
        }
        syn::Item::Impl(block) if !is_out(&block.attrs) => {
            vec![syn::Item::Verbatim(implementation(cx, options, helpers, block))]
        }
        other => vec![other],
    }
}

fn expanded(expansion: Expansion) -> Vec<syn::Item> {
    vec![syn::Item::Verbatim(expansion.companions), syn::Item::Fn(expansion.original)]
}

/// Every method. The companions of a trait's methods stand in an inherent `impl` of their own, since a trait `impl` cannot
/// hold more items than the trait declares.
fn implementation(cx: &Diagnostics, options: &Options, outer: &Helpers, mut block: syn::ItemImpl) -> TokenStream {
    let methods: Vec<syn::ItemFn> = block
        .items
        .iter()
        .filter_map(|item| match item {
            syn::ImplItem::Fn(method) => Some(as_function(method)),
            _ => None,
        })
        .collect();
    let methods = helpers_of(options, Some(&block.generics), &methods);
    let helpers = Helpers { functions: outer.functions.clone(), methods };
    if let Some(rule) = operator(options, &block) {
        block.items.iter_mut().for_each(clean);
        return quote!(#block #rule);
    }
    let generics = block.generics.clone();
    let site = Site { home: Home::Impl, generics: Some(&generics) };
    let mut companions = Vec::new();
    let inherent = block.trait_.is_none();
    let mut items = Vec::new();
    for item in std::mem::take(&mut block.items) {
        let syn::ImplItem::Fn(mut method) = item else {
            items.push(item);
            continue;
        };
        let own = own_options(cx, options, &mut method.attrs);
        let function = as_function(&method);
        let expansion = match &own {
            Own::Out => None,
            Own::Inherited if !pipeline::is_differentiable(options, site.generics, &function) => None,
            Own::Inherited => Some(pipeline::function(options, site, &helpers, &function)),
            Own::Given(own) => Some(pipeline::function(own, site, &helpers, &function)),
        };
        let original = expansion.as_ref().map_or_else(|| primal::cleaned(&function), |done| done.original.clone());
        items.push(syn::ImplItem::Verbatim(original.into_token_stream()));
        companions.extend(expansion.map(|done| done.companions));
    }
    block.items = items;
    if inherent {
        block.items.extend(companions.into_iter().map(syn::ImplItem::Verbatim));
        return block.into_token_stream();
    }
    let (generics, ty) = (&block.generics, &block.self_ty);
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    quote! {
        #block
        impl #impl_generics #ty #where_clause { #(#companions)* }
    }
}

/// `impl Mul<B> for A`: the rule's impl.
fn operator(options: &Options, block: &syn::ItemImpl) -> Option<TokenStream> {
    let (_, path, _) = block.trait_.as_ref()?;
    let segment = path.segments.last()?;
    let rule = rule_trait(&segment.ident)?;
    let method = block.items.iter().find_map(|item| match item {
        syn::ImplItem::Fn(method) => Some(method),
        _ => None,
    })?;
    let output = block.items.iter().find_map(|item| match item {
        syn::ImplItem::Type(ty) if ty.ident == "Output" => Some(ty.ty.clone()),
        _ => None,
    })?;
    let mut function = as_function(method);
    // The rule is an impl of its own, where `Self::Output` means something else.
    function.sig.output = syn::parse_quote!(-> #output);
    function.sig.inputs.iter_mut().skip(1).for_each(|input| {
        if let syn::FnArg::Typed(typed) = input {
            *typed.ty = with_self(&typed.ty, &block.self_ty);
        }
    });
    let right = function.sig.inputs.iter().nth(1).and_then(|input| match input {
        syn::FnArg::Typed(typed) => Some((*typed.ty).clone()),
        syn::FnArg::Receiver(_) => None,
    });
    let operator = Operator { generics: &block.generics, left: &block.self_ty, right, rule };
    Some(pipeline::operator(options, &operator, &function))
}

/// The type with the `impl`'s type in the place of a bare `Self`.
fn with_self(ty: &syn::Type, own: &syn::Type) -> syn::Type {
    match ty {
        syn::Type::Path(path) if path.path.is_ident("Self") => own.clone(),
        other => other.clone(),
    }
}

fn clean(item: &mut syn::ImplItem) {
    if let syn::ImplItem::Fn(method) = item {
        let cleaned = primal::cleaned(&as_function(method));
        *item = syn::ImplItem::Verbatim(cleaned.into_token_stream());
    }
}

fn as_function(method: &syn::ImplItemFn) -> syn::ItemFn {
    syn::ItemFn {
        attrs: method.attrs.clone(),
        vis: method.vis.clone(),
        sig: method.sig.clone(),
        block: Box::new(method.block.clone()),
    }
}

/// What a function inside an annotated module or `impl` says for itself.
enum Own {
    /// `#[no_grad]`
    Out,
    Inherited,
    /// `#[differentiable(…)]` of its own.
    Given(Options),
}

fn own_options(cx: &Diagnostics, outer: &Options, attrs: &mut Vec<syn::Attribute>) -> Own {
    if is_out(attrs) {
        return Own::Out;
    }
    let Some(position) = attrs.iter().position(is_own) else { return Own::Inherited };
    let attr = attrs.remove(position);
    let arguments = match attr.meta {
        syn::Meta::List(list) => list.tokens,
        syn::Meta::Path(_) | syn::Meta::NameValue(_) => TokenStream::new(),
    };
    Own::Given(Options::read(cx, arguments).inside(outer))
}

/// `#[differentiable]`, `#[autograd::differentiable]`
fn is_own(attr: &syn::Attribute) -> bool {
    attr.path().segments.last().is_some_and(|segment| segment.ident == "differentiable")
}

fn is_out(attrs: &[syn::Attribute]) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident("no_grad"))
}

/// A method that a trait declares.
fn is_bodiless(tokens: &TokenStream) -> bool {
    syn::parse2::<syn::TraitItemFn>(tokens.clone()).is_ok_and(|method| method.default.is_none())
}

fn refused(cx: &Diagnostics, item: &syn::Item) -> TokenStream {
    let (what, help) = match item {
        syn::Item::Struct(_) | syn::Item::Enum(_) | syn::Item::Union(_) => {
            ("a type", "put `#[derive(Differentiable)]` on the type, and `#[differentiable]` on functions that use it")
        }
        syn::Item::Trait(_) => ("a trait", "put it on the `impl` blocks"),
        syn::Item::Mod(_) => ("a module in another file", "put it on the functions in that file"),
        syn::Item::Const(_) | syn::Item::Static(_) => ("a constant", "put it on a function"),
        syn::Item::Type(_) => ("a type alias", "put it on functions that use the type"),
        syn::Item::Use(_) => ("a `use`", "put it on the function where it is defined"),
        syn::Item::Macro(_) => ("a macro", "put it on the functions that the macro makes"),
        syn::Item::ForeignMod(_) => (
            "foreign functions",
            "call them from plain Rust functions that have hand-written rules: `#[derivative(of = path)]`",
        ),
        syn::Item::Verbatim(tokens) if is_bodiless(tokens) => {
            ("a method without a body", "put it on the `impl` blocks of the trait")
        }
        _ => ("this item", PLACES),
    };
    let tokens = item.to_token_stream();
    let first: TokenStream = tokens.clone().into_iter().take(1).collect();
    cx.refuse(first, format!("`#[differentiable]` cannot stand on {what}"), help);
    tokens
}
