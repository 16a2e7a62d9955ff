//! The collector of errors: all errors of a function are reported in one run, each on the user's token.

use std::cell::RefCell;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// Errors found so far. Dropping a collector that holds errors is a bug of the macro: [`Diagnostics::finish`] takes them.
pub(crate) struct Diagnostics {
    errors: RefCell<Option<Vec<syn::Error>>>,
}

impl Diagnostics {
    pub(crate) fn new() -> Self {
        Diagnostics { errors: RefCell::new(Some(Vec::new())) }
    }

    /// Reports `message` on the tokens, with what to do instead. Lower case, no full stop.
    pub(crate) fn refuse(&self, tokens: impl ToTokens, message: impl Into<String>, help: impl AsRef<str>) {
        let text = with_help(&message.into(), help.as_ref());
        self.push(syn::Error::new_spanned(tokens, text));
    }

    /// The same on a span.
    pub(crate) fn refuse_at(&self, span: Span, message: impl Into<String>, help: impl AsRef<str>) {
        self.push(syn::Error::new(span, with_help(&message.into(), help.as_ref())));
    }

    pub(crate) fn push(&self, error: syn::Error) {
        if let Some(errors) = self.errors.borrow_mut().as_mut() {
            let text = error.to_string();
            let seen = errors.iter().any(|other| {
                other.to_string() == text && format!("{:?}", other.span()) == format!("{:?}", error.span())
            });
            if !seen {
                errors.push(error);
            }
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.errors.borrow().as_ref().is_none_or(Vec::is_empty)
    }

    /// One `compile_error!` for each error; empty where there was none.
    pub(crate) fn finish(self) -> TokenStream {
        let errors = self.errors.borrow_mut().take().unwrap_or_default();
        errors.iter().map(syn::Error::to_compile_error).collect()
    }

    /// The messages, for tests of stages.
    #[cfg(test)]
    pub(crate) fn messages(self) -> Vec<String> {
        self.errors.borrow_mut().take().unwrap_or_default().iter().map(ToString::to_string).collect()
    }
}

impl Drop for Diagnostics {
    fn drop(&mut self) {
        if !std::thread::panicking() && self.errors.borrow().is_some() {
            panic!("diagnostics were dropped without being reported");
        }
    }
}

fn with_help(message: &str, help: &str) -> String {
    if help.is_empty() {
        message.to_owned()
    } else {
        format!("{message}\n= help: {help}")
    }
}
