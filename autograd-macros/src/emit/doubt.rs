//! Messages that are wanted only if rustc accepts the user's function: the macro sees tokens, and what looks like a type error
//! to it is reported by rustc on the function itself, in better words.
//!
//! ```text
//! const DOUBT: () = {
//!     let _ = |x: f64| -> f64 { x * 2 };
//!     panic!("`*` of a float and an integer …")
//! };
//! ```
//!
//! The closure is the user's function, token by token. Where it does not type-check, its errors are the same as the
//! function's own, which rustc drops as repetitions, and the constant is not evaluated. Where it does, the panic is a
//! compile-time error on the token in doubt.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use crate::primal;

/// The constant, or the doubts themselves where a constant cannot hold the function: it has generics, or stands in an `impl`.
pub(crate) fn constant(function: &syn::ItemFn, doubts: Vec<syn::Error>) -> Result<TokenStream, Vec<syn::Error>> {
    if doubts.is_empty() {
        return Ok(TokenStream::new());
    }
    let generics = &function.sig.generics;
    let in_impl = function.sig.receiver().is_some() || primal::mentions_self(function);
    if in_impl || !generics.params.is_empty() || generics.where_clause.is_some() {
        return Err(doubts);
    }
    let function = primal::cleaned(function);
    let params = function.sig.inputs.iter();
    let output = match &function.sig.output {
        syn::ReturnType::Default => quote!(-> ()),
        output => quote!(#output),
    };
    let block = &function.block;
    let closure = quote!(|#(#params),*| #output #block);
    let constants = doubts.iter().map(|doubt| {
        let message = doubt.to_string().replace('{', "{{").replace('}', "}}");
        let panic = quote_spanned!(doubt.span()=> ::core::panic!(#message));
        quote!(const DOUBT: () = { let _ = #closure; #panic };)
    });
    // Only the first doubt is reported: what follows it may be its consequence.
    Ok(constants.take(1).collect())
}
