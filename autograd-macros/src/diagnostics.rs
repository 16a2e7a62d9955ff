//! The collector of errors: all errors of a function are reported in one run, each on the user's token.

use std::cell::{Cell, RefCell};

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// Errors found so far. Dropping a collector that holds errors is a bug of the macro: [`Diagnostics::finish`] takes them.
pub(crate) struct Diagnostics {
    errors: RefCell<Option<Vec<syn::Error>>>,
    /// Errors were found that are reported elsewhere.
    elsewhere: Cell<bool>,
    /// What looks like a mistake that rustc reports on the user's own function: a message here would be the second one
    /// for it. The macro sees no types, so it may be wrong; then the message is needed.
    doubts: RefCell<Vec<syn::Error>>,
    /// rustc is certain to reject the function: it needs no message of the macro's.
    rejected: Cell<bool>,
}

/// What had been found at some moment.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    errors: usize,
    doubts: usize,
    elsewhere: bool,
    rejected: bool,
}

impl Diagnostics {
    pub(crate) fn new() -> Self {
        Diagnostics {
            errors: RefCell::new(Some(Vec::new())),
            elsewhere: Cell::new(false),
            doubts: RefCell::new(Vec::new()),
            rejected: Cell::new(false),
        }
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

    /// Reports `message` only if rustc accepts the user's function as it stands.
    pub(crate) fn doubt_at(&self, span: Span, message: impl Into<String>, help: impl AsRef<str>) {
        self.doubts.borrow_mut().push(syn::Error::new(span, with_help(&message.into(), help.as_ref())));
    }

    /// Leaves the function to rustc, which is certain to reject it, whatever its types are.
    pub(crate) fn leave_to_rustc(&self) {
        self.rejected.set(true);
    }

    /// Nothing was found but that rustc rejects the function.
    pub(crate) fn is_left_to_rustc(&self) -> bool {
        self.is_empty() && self.rejected.get()
    }

    /// The doubts, taken out. Beside real errors they say nothing new.
    pub(crate) fn take_doubts(&self) -> Vec<syn::Error> {
        let doubts = std::mem::take(&mut *self.doubts.borrow_mut());
        if self.is_empty() && !self.rejected.get() {
            doubts
        } else {
            Vec::new()
        }
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

    /// A moment to which the collector can be taken back.
    pub(crate) fn mark(&self) -> Mark {
        Mark {
            errors: self.count(),
            doubts: self.doubts.borrow().len(),
            elsewhere: self.elsewhere.get(),
            rejected: self.rejected.get(),
        }
    }

    /// Takes back what was found since: it will be found again.
    pub(crate) fn rewind(&self, mark: Mark) {
        if let Some(errors) = self.errors.borrow_mut().as_mut() {
            errors.truncate(mark.errors);
        }
        self.doubts.borrow_mut().truncate(mark.doubts);
        self.elsewhere.set(mark.elsewhere);
        self.rejected.set(mark.rejected);
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.errors.borrow().as_ref().map_or(0, Vec::len)
    }

    /// Leaves out what was found since there were `count`: it is reported elsewhere. Something was found all the same.
    pub(crate) fn forget_since(&self, count: usize) {
        if let Some(errors) = self.errors.borrow_mut().as_mut() {
            self.elsewhere.set(self.elsewhere.get() || errors.len() > count);
            errors.truncate(count);
        }
    }

    /// No errors; there may be doubts.
    pub(crate) fn is_empty(&self) -> bool {
        !self.elsewhere.get() && self.errors.borrow().as_ref().is_none_or(Vec::is_empty)
    }

    /// Neither errors nor doubts: the function can be differentiated.
    pub(crate) fn is_clear(&self) -> bool {
        self.is_empty() && self.doubts.borrow().is_empty() && !self.rejected.get()
    }

    /// One `compile_error!` for each error; empty where there was none. Doubts that nobody took become errors.
    pub(crate) fn finish(self) -> TokenStream {
        self.take_doubts().into_iter().for_each(|doubt| self.push(doubt));
        let mut errors = self.errors.borrow_mut().take().unwrap_or_default();
        if proc_macro::is_available() {
            // In the order of the user's lines, whichever stage found them. (Only rustc knows lines.)
            errors.sort_by_key(|error| {
                let span = error.span().unwrap();
                (span.line(), span.column())
            });
        }
        errors.iter().map(syn::Error::to_compile_error).collect()
    }

    /// The messages, for tests of stages.
    #[cfg(test)]
    pub(crate) fn messages(self) -> Vec<String> {
        self.take_doubts().into_iter().for_each(|doubt| self.push(doubt));
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
