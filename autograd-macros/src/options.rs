//! The options of `#[differentiable(…)]`.

use proc_macro2::{Ident, TokenStream};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::Token;

use crate::diagnostics::Diagnostics;
use crate::signature::Parameter;

/// What the user asked for.
#[derive(Default)]
pub(crate) struct Options {
    /// `wrt(w, b)`: the only active parameters.
    wrt: Option<Vec<Ident>>,
    /// `crate = path`: where the facade lives.
    krate: Option<syn::Path>,
    /// `recursive`: pullbacks of this function are boxed where they are saved.
    pub(crate) recursive: bool,
}

impl Options {
    /// Parses the arguments of the attribute; unknown ones are refused with the known ones named.
    pub(crate) fn read(cx: &Diagnostics, tokens: TokenStream) -> Self {
        let mut options = Options::default();
        let parser = Punctuated::<Argument, Token![,]>::parse_terminated;
        match syn::parse::Parser::parse2(parser, tokens) {
            Ok(arguments) => arguments.into_iter().for_each(|argument| options.set(cx, argument)),
            Err(error) => cx.push(error),
        }
        options
    }

    /// The path of the runtime's hidden module.
    pub(crate) fn private(&self) -> TokenStream {
        match &self.krate {
            Some(path) => quote::quote!(#path::__private),
            None => quote::quote!(::autograd::__private),
        }
    }

    /// Whether `wrt(…)` was given and does not name the parameter.
    pub(crate) fn leaves_out(&self, param: &Ident) -> bool {
        self.wrt.as_ref().is_some_and(|wrt| !wrt.contains(param))
    }

    /// Refuses names in `wrt(…)` that are no active parameter.
    pub(crate) fn check_wrt(&self, cx: &Diagnostics, params: &[Parameter]) {
        for name in self.wrt.iter().flatten() {
            match params.iter().find(|param| param.ident == *name) {
                None => {
                    let known: Vec<String> = params.iter().map(|param| format!("`{}`", param.ident)).collect();
                    cx.refuse(
                        name,
                        format!("no parameter is called `{name}`"),
                        format!("the parameters are {}", known.join(", ")),
                    );
                }
                Some(param) if !param.active => {
                    cx.refuse(name, format!("`{name}` cannot carry a gradient"), "name parameters that hold floats");
                }
                Some(_) => {}
            }
        }
    }

    fn set(&mut self, cx: &Diagnostics, argument: Argument) {
        match argument {
            Argument::Wrt(name, names) => {
                if self.wrt.is_some() {
                    cx.refuse(name, "`wrt` is given twice", "name all active parameters in one `wrt(…)`");
                }
                self.wrt = Some(names);
            }
            Argument::Crate(path) => self.krate = Some(path),
            Argument::Recursive => self.recursive = true,
            Argument::Unknown(name) => {
                cx.refuse(
                    &name,
                    format!("unknown option `{name}`"),
                    "the options are `wrt(a, b)`, `crate = path` and `recursive`",
                );
            }
        }
    }
}

enum Argument {
    Wrt(Ident, Vec<Ident>),
    Crate(syn::Path),
    Recursive,
    Unknown(Ident),
}

impl Parse for Argument {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.peek(Token![crate]) {
            input.parse::<Token![crate]>()?;
            input.parse::<Token![=]>()?;
            return Ok(Argument::Crate(input.call(syn::Path::parse_mod_style)?));
        }
        let name: Ident = input.parse()?;
        if name == "wrt" {
            let content;
            syn::parenthesized!(content in input);
            let names = Punctuated::<Ident, Token![,]>::parse_terminated(&content)?;
            return Ok(Argument::Wrt(name, names.into_iter().collect()));
        }
        if name == "recursive" {
            return Ok(Argument::Recursive);
        }
        // Whatever follows an unknown name belongs to it: one error is enough.
        if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            input.parse::<syn::Expr>()?;
        } else if input.peek(syn::token::Paren) {
            input.parse::<proc_macro2::Group>()?;
        }
        Ok(Argument::Unknown(name))
    }
}
