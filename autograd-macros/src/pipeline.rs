//! The order of the stages; nothing else knows it.

use proc_macro2::TokenStream;
use quote::{quote, ToTokens};

use crate::diagnostics::Diagnostics;
use crate::emit::companions::Companions;
use crate::lower::lower;
use crate::options::Options;
use crate::primal;
use crate::reverse::{differentiate, Form};
use crate::signature::Signature;

/// Expands `#[differentiable(options)]` on an item.
pub(crate) fn expand(options: TokenStream, item: TokenStream) -> TokenStream {
    let cx = Diagnostics::new();
    let options = Options::read(&cx, options);
    let function = match syn::parse2::<syn::ItemFn>(item.clone()) {
        Ok(function) => function,
        Err(_) => {
            refuse_item(&cx, &item);
            let errors = cx.finish();
            return quote!(#item #errors);
        }
    };
    let original = primal::cleaned(&function);
    let signature = Signature::read(&cx, &options, &function.sig);
    let companions = Companions {
        private: options.private(),
        vis: &function.vis,
        generics: &function.sig.generics,
        signature: &signature,
        items: primal::items(&function.block),
        attrs: primal::shared_attributes(&function.attrs),
        recursive: options.recursive,
    };
    let generated = if cx.is_empty() { generate(&cx, &signature, &function.block, &companions) } else { None };
    match generated {
        Some(generated) if cx.is_empty() => {
            drop(cx.finish());
            quote!(#original #generated)
        }
        Some(_) | None => {
            let errors = cx.finish();
            let stubs = companions.stubs();
            quote!(#original #errors #stubs)
        }
    }
}

fn generate(cx: &Diagnostics, signature: &Signature, block: &syn::Block, companions: &Companions<'_>) -> Option<TokenStream> {
    let primal = lower(cx, signature, block);
    if !cx.is_empty() {
        return None;
    }
    let joint = differentiate(&primal, Form { joint: true, fuse: true });
    let split = differentiate(&primal, Form { joint: false, fuse: false });
    Some(companions.emit(&joint, &split))
}

fn refuse_item(cx: &Diagnostics, item: &TokenStream) {
    let help = "put it on a function with a body";
    match syn::parse2::<syn::Item>(item.clone()) {
        Ok(parsed) => {
            let what = match &parsed {
                syn::Item::Struct(_) | syn::Item::Enum(_) | syn::Item::Union(_) => "a type; use `#[derive(Differentiable)]`",
                syn::Item::Trait(_) => "a trait",
                syn::Item::Impl(_) => "an `impl` block yet",
                syn::Item::Mod(_) => "a module yet",
                syn::Item::Const(_) | syn::Item::Static(_) => "a constant",
                _ => "this item",
            };
            let first = item.clone().into_iter().next().map(|token| token.to_token_stream()).unwrap_or_default();
            cx.refuse(first, format!("`#[differentiable]` cannot be on {what}"), help);
        }
        Err(error) => cx.push(error),
    }
}
