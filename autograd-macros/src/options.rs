//! The options of `#[differentiable(…)]`.

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::token::Paren;
use syn::Token;

use crate::diagnostics::Diagnostics;
use crate::signature::{Convention, Parameter, Signature};

const KNOWN: &str = "the options are `wrt(a, b)`, `rule(path = rule)`, `crate = path`, `jacobian` and `recursive`";

/// What the user asked for.
#[derive(Default)]
pub(crate) struct Options {
    /// `wrt(w, b)`: the only active parameters.
    wrt: Option<Vec<Ident>>,
    /// `rule(path = rule)`: hand-written rules for functions that are called by these paths.
    pub(crate) rules: Vec<(syn::Path, syn::Path)>,
    /// `crate = path`: where the facade lives.
    krate: Option<syn::Path>,
    /// `jacobian`: `f_jacobian` is wanted too.
    pub(crate) jacobian: bool,
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
            // An error without help is the parser's own.
            Err(error) if error.to_string().contains("= help") => cx.push(error),
            Err(error) => cx.refuse_at(error.span(), error.to_string(), KNOWN),
        }
        options
    }

    /// Nothing but where the facade lives.
    pub(crate) fn located(krate: Option<syn::Path>) -> Self {
        Options { krate, ..Options::default() }
    }

    /// Options of a function inside an annotated module or `impl`, which hands on where the facade lives.
    pub(crate) fn inside(self, outer: &Options) -> Self {
        Options { krate: self.krate.or_else(|| outer.krate.clone()), ..self }
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
        for (position, name) in self.wrt.iter().flatten().enumerate() {
            if self.wrt.iter().flatten().take(position).any(|other| other == name) {
                cx.refuse(name, format!("`{name}` is named twice"), "once is enough");
                continue;
            }
            match params.iter().find(|param| param.is_called(name)) {
                None => {
                    cx.refuse(name, format!("no parameter is called `{name}`"), listing(params));
                }
                Some(param) if param.no_grad => {
                    cx.refuse(
                        name,
                        format!("`{name}` is marked `#[no_grad]`"),
                        "remove the mark, or leave it out of `wrt(…)`",
                    );
                }
                Some(param) if !param.active => {
                    cx.refuse(name, format!("`{name}` cannot carry a gradient"), "name parameters that hold floats");
                }
                Some(_) => {}
            }
        }
    }

    /// Refuses a Jacobian of what has a gradient, and of what is written to.
    pub(crate) fn check_jacobian(&self, cx: &Diagnostics, signature: &Signature) {
        if !self.jacobian {
            return;
        }
        if signature.output.kind.is_float() {
            let name = &signature.ident;
            cx.refuse(
                name,
                format!("`{name}` returns one number: its Jacobian is its gradient"),
                format!("call `{name}_grad`"),
            );
        }
        if signature.output.ty.is_none() {
            cx.refuse(
                &signature.ident,
                "a function that returns nothing has no Jacobian",
                "return what it writes, or leave `jacobian` out",
            );
        }
        for param in signature.params.iter().filter(|param| param.convention == Convention::Exclusive) {
            cx.refuse(
                &param.ident,
                "a function with `&mut` parameters has no Jacobian",
                "return what it writes, or leave `jacobian` out",
            );
        }
    }

    fn set(&mut self, cx: &Diagnostics, argument: Argument) {
        match argument {
            Argument::Wrt(name, names) => {
                if names.is_empty() {
                    cx.refuse(&name, "`wrt` names no parameter", "name the active parameters, or leave `wrt(…)` out");
                }
                if self.wrt.is_some() {
                    cx.refuse(name, "`wrt` is given twice", "name all active parameters in one `wrt(…)`");
                }
                self.wrt = Some(names).filter(|names| !names.is_empty());
            }
            Argument::Crate(token, path) => {
                if self.krate.is_some() {
                    cx.refuse(token, "`crate` is given twice", "name one path");
                }
                self.krate = Some(path);
            }
            Argument::Recursive(name) => {
                if self.recursive {
                    cx.refuse(name, "`recursive` is given twice", "once is enough");
                }
                self.recursive = true;
            }
            Argument::Jacobian(name) => {
                if self.jacobian {
                    cx.refuse(name, "`jacobian` is given twice", "once is enough");
                }
                self.jacobian = true;
            }
            Argument::Rules(rules) => self.rules.extend(rules),
            Argument::Unknown(name) => {
                cx.refuse(&name, format!("unknown option `{name}`"), KNOWN);
            }
        }
    }
}

/// `the parameters are `a`, `b` and `c``
fn listing(params: &[Parameter]) -> String {
    let names: Vec<String> = params.iter().map(|param| format!("`{}`", param.written_name())).collect();
    match names.as_slice() {
        [] => "the function has no parameters".to_owned(),
        [only] => format!("the only parameter is {only}"),
        [others @ .., last] => format!("the parameters are {} and {last}", others.join(", ")),
    }
}

enum Argument {
    Wrt(Ident, Vec<Ident>),
    Crate(Token![crate], syn::Path),
    Recursive(Ident),
    Jacobian(Ident),
    Rules(Vec<(syn::Path, syn::Path)>),
    Unknown(Ident),
}

impl Parse for Argument {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.peek(Token![crate]) {
            let token = input.parse::<Token![crate]>()?;
            input.parse::<Token![=]>()?;
            let path = input.call(syn::Path::parse_mod_style);
            return Ok(Argument::Crate(token, path.map_err(|error| helped(&error, CRATE))?));
        }
        let name: Ident =
            input.parse().map_err(|error| helped(&error, &format!("an option is a name\n= help: {KNOWN}")))?;
        if name == "wrt" {
            const FORM: &str = "`wrt` takes the names of parameters\n= help: write `wrt(w, b)`";
            let names = input.peek(Paren).then(|| listed::<Name>(input));
            let names = names.unwrap_or_else(|| Err(syn::Error::new(name.span(), FORM)));
            let names = names.map_err(|error| helped(&error, FORM))?;
            return Ok(Argument::Wrt(name, names.into_iter().map(|Name(ident)| ident).collect()));
        }
        if name == "rule" {
            const FORM: &str = "`rule` takes paths of functions and of their rules\n= help: write `rule(path = rule)`";
            let rules = input.peek(Paren).then(|| listed::<RuleFor>(input));
            let rules = rules.unwrap_or_else(|| Err(syn::Error::new(name.span(), FORM)));
            let rules = rules.map_err(|error| helped(&error, FORM))?;
            return Ok(Argument::Rules(rules.into_iter().map(|rule| (rule.path, rule.rule)).collect()));
        }
        if name == "recursive" {
            return Ok(Argument::Recursive(name));
        }
        if name == "jacobian" {
            return Ok(Argument::Jacobian(name));
        }
        // Whatever follows an unknown name belongs to it: one error is enough.
        if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            input.parse::<syn::Expr>()?;
        } else if input.peek(Paren) {
            input.parse::<proc_macro2::Group>()?;
        }
        Ok(Argument::Unknown(name))
    }
}

/// What `crate` takes, for messages.
pub(crate) const CRATE: &str = "`crate` takes a path\n= help: write `crate = path::to::autograd`";

/// The parser's error in the words of the option that it is in.
pub(crate) fn helped(error: &syn::Error, text: &str) -> syn::Error {
    syn::Error::new(error.span(), text)
}

/// `(a, b)`
fn listed<T: Parse>(input: ParseStream<'_>) -> syn::Result<Vec<T>> {
    let content;
    syn::parenthesized!(content in input);
    Ok(Punctuated::<T, Token![,]>::parse_terminated(&content)?.into_iter().collect())
}

/// A parameter's name, which may be `self`.
struct Name(Ident);

impl Parse for Name {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![self]) {
            return Ok(Name(input.call(Ident::parse_any)?));
        }
        Ok(Name(input.parse()?))
    }
}

/// `path = rule`
struct RuleFor {
    path: syn::Path,
    rule: syn::Path,
}

impl Parse for RuleFor {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path = input.call(syn::Path::parse_mod_style)?;
        input.parse::<Token![=]>()?;
        Ok(RuleFor { path, rule: input.call(syn::Path::parse_mod_style)? })
    }
}
