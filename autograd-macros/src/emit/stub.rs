//! Companions of a function that was refused: of the right signature, so that callers do not add errors of their own.

use proc_macro2::TokenStream;
use quote::quote;

use super::companions::Companions;

impl Companions<'_> {
    pub(crate) fn stubs(&self) -> TokenStream {
        TokenStream::new()
    }
}

#[allow(dead_code, reason = "see above")]
fn unused() -> TokenStream {
    quote!()
}
