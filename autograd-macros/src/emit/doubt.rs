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
//!
//! Inside of a `for` or a macro rustc does not see that an error is a repetition: what is doubtful there is left to it
//! ([`crate::diagnostics::Diagnostics::leave_to_rustc`]).

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote_spanned};

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

/// A statement of a stub of a function that rustc is taken to reject. If it does, it does not come to its lints; else this
/// one keeps the stub from being called.
pub(crate) fn left(name: &Ident) -> TokenStream {
    let message = format!(
        "`#[differentiable]` took `{name}` for a function with a type error\n= help: write its types out, and its statements \
         as simpler ones, one operation each"
    );
    let call = quote_spanned!(name.span()=> taken_for_an_error());
    quote! {
        {
            #[must_use = #message]
            fn taken_for_an_error() -> u8 { 0 }
            #[deny(unused_must_use)]
            #call;
        }
    }
}

/// The parser's message on a function that `syn` cannot read. Mostly rustc could not either, and has said so; then it does
/// not come to its lints, of which this is one.
pub(crate) fn unread(name: &Ident, error: &syn::Error) -> TokenStream {
    let message = format!("`#[differentiable]` does not know this syntax: {error}");
    let function = format_ident!("{name}_unread");
    let call = quote_spanned!(error.span()=> unknown_syntax());
    quote! {
        #[allow(dead_code)]
        fn #function() {
            #[must_use = #message]
            fn unknown_syntax() -> u8 { 0 }
            #[deny(unused_must_use)]
            #call;
        }
    }
}
