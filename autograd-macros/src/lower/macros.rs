//! Macros of std inside a body: their arguments are expressions, and names inside format strings are uses.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{quote, ToTokens};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, Macro, Pat, Token};

/// A macro of std, taken apart.
pub(super) enum Known {
    /// `name!(a, b, c)`, possibly with a format string among the arguments.
    List(Vec<Expr>),
    /// `vec![value; len]`
    Repeat(Box<Expr>, Box<Expr>),
    /// `matches!(expr, pat if guard)`
    Matches(Box<Expr>, Box<Pat>, Option<Box<Expr>>),
}

const LISTS: &[&str] = &[
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "panic",
    "unreachable",
    "todo",
    "unimplemented",
    "print",
    "println",
    "eprint",
    "eprintln",
    "format",
    "write",
    "writeln",
    "vec",
    "format_args",
    "dbg",
];

const NEVER: &[&str] = &["panic", "unreachable", "todo", "unimplemented"];

pub(super) fn name(macro_: &Macro) -> String {
    macro_.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default()
}

pub(super) fn never_returns(macro_: &Macro) -> bool {
    NEVER.contains(&name(macro_).as_str())
}

/// The condition of an `assert!`.
pub(super) fn asserted(macro_: &Macro) -> Option<Expr> {
    if !matches!(name(macro_).as_str(), "assert" | "debug_assert") {
        return None;
    }
    Known::parse(macro_)?.exprs().first().map(|condition| (*condition).clone())
}

/// Macros whose value is `()` or nothing: they stand for their effect.
pub(super) fn is_statement(macro_: &Macro) -> bool {
    let name = name(macro_);
    let prefixes = ["assert", "debug_assert", "print", "eprint"];
    prefixes.iter().any(|prefix| name.starts_with(prefix)) || never_returns(macro_)
}

impl Known {
    pub(super) fn parse(macro_: &Macro) -> Option<Self> {
        let name = name(macro_);
        let tokens = macro_.tokens.clone();
        if name == "matches" {
            return Matches::parse
                .parse2(tokens)
                .ok()
                .map(|parsed| Known::Matches(parsed.expr, parsed.pat, parsed.guard));
        }
        if name == "vec" {
            let repeat = |input: ParseStream| {
                let value = input.parse()?;
                input.parse::<Token![;]>()?;
                Ok(Known::Repeat(Box::new(value), Box::new(input.parse()?)))
            };
            if let Ok(known) = repeat.parse2(tokens.clone()) {
                return Some(known);
            }
        }
        if !LISTS.contains(&name.as_str()) {
            return None;
        }
        let exprs = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(tokens).ok()?;
        Some(Known::List(exprs.into_iter().collect()))
    }

    /// The expressions that are evaluated; of a named argument `x = e`, the `e`.
    pub(super) fn exprs(&self) -> Vec<&Expr> {
        match self {
            Known::List(exprs) => exprs.iter().map(argument).collect(),
            Known::Repeat(value, len) => vec![value, len],
            Known::Matches(expr, ..) => vec![&**expr],
        }
    }

    pub(super) fn pattern(&self) -> Option<(&Pat, Option<&Expr>)> {
        match self {
            Known::Matches(_, pat, guard) => Some((&**pat, guard.as_deref())),
            Known::List(_) | Known::Repeat(..) => None,
        }
    }

    /// Local names that the format string mentions and that no named argument gives.
    pub(super) fn captures(&self) -> Vec<Ident> {
        let Known::List(exprs) = self else { return Vec::new() };
        let Some(format) = exprs.iter().find_map(string_literal) else { return Vec::new() };
        let given: Vec<String> = exprs.iter().filter_map(named).map(|name| name.to_string()).collect();
        let names = captured_names(&format.value()).into_iter().filter(|name| !given.contains(name));
        names.map(|name| Ident::new(&name, format.span())).collect()
    }
}

/// The macro again, with other expressions and with further named arguments for its format string.
///
/// A captured name that is called otherwise now is renamed in the format string too: `{x}` becomes `{x_1}`.
pub(super) fn rebuild(
    macro_: &Macro,
    known: &Known,
    mut exprs: Vec<TokenStream>,
    captured: &[(Ident, TokenStream)],
) -> TokenStream {
    let path = &macro_.path;
    let tokens = match known {
        Known::List(old) => {
            let mut named_args = Vec::new();
            let at = old.iter().position(|expr| string_literal(expr).is_some());
            let mut format = at.and_then(|at| string_literal(&old[at]));
            for (name, value) in captured {
                let renamed = syn::parse2::<Ident>(value.clone()).ok();
                if let (Some(renamed), Some(format)) = (&renamed, &mut format) {
                    let text = rename(&format.value(), &name.to_string(), &renamed.to_string());
                    *format = syn::LitStr::new(&text, format.span());
                }
                named_args.push((renamed.unwrap_or_else(|| name.clone()), value.clone()));
            }
            if let (Some(at), Some(format)) = (at, format) {
                exprs[at] = format.to_token_stream();
            }
            let args = old.iter().zip(&exprs).map(|(old, new)| match named(old) {
                Some(name) => quote!(#name = #new),
                None => new.clone(),
            });
            let extra = named_args.iter().map(|(name, value)| quote!(#name = #value));
            let all: Vec<TokenStream> = args.chain(extra).collect();
            quote!(#(#all),*)
        }
        Known::Repeat(..) => {
            let (value, len) = (&exprs[0], &exprs[1]);
            quote!(#value; #len)
        }
        Known::Matches(_, pat, _) => {
            let scrutinee = &exprs[0];
            let guard = exprs.get(1).map(|guard| quote!(if #guard));
            quote!(#scrutinee, #pat #guard)
        }
    };
    match &macro_.delimiter {
        syn::MacroDelimiter::Paren(_) => quote!(#path!(#tokens)),
        syn::MacroDelimiter::Brace(_) => quote!(#path! { #tokens }),
        syn::MacroDelimiter::Bracket(_) => quote!(#path![#tokens]),
    }
}

fn argument(expr: &Expr) -> &Expr {
    match expr {
        Expr::Assign(assign) if named(expr).is_some() => &assign.right,
        other => other,
    }
}

fn named(expr: &Expr) -> Option<Ident> {
    match expr {
        Expr::Assign(assign) => match &*assign.left {
            Expr::Path(path) => path.path.get_ident().cloned(),
            _ => None,
        },
        _ => None,
    }
}

fn string_literal(expr: &Expr) -> Option<syn::LitStr> {
    match expr {
        Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(string), .. }) => Some(string.clone()),
        _ => None,
    }
}

/// The variables that a format string captures: `{x}`, `{x:?}`, `{:width$}`, `{:.precision$}`.
pub(super) fn captured_names(format: &str) -> Vec<String> {
    let mut names = BTreeSet::new();
    let text = format.replace("{{", "").replace("}}", "");
    for piece in text.split('{').skip(1) {
        let Some((inside, _)) = piece.split_once('}') else { continue };
        let (name, spec) = inside.split_once(':').unwrap_or((inside, ""));
        names.extend(identifier(name.trim()));
        for part in spec.split('$').take(spec.matches('$').count()) {
            let start = part.rfind(|c: char| !(c.is_alphanumeric() || c == '_')).map_or(0, |at| at + 1);
            names.extend(identifier(part[start..].trim_start_matches(|c: char| c == '0' && part.len() > 1)));
        }
    }
    names.into_iter().collect()
}

/// Renames a captured variable in a format string.
fn rename(format: &str, from: &str, to: &str) -> String {
    let mut out = String::new();
    let mut rest = format;
    while let Some(at) = rest.find('{') {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        if let Some(escaped) = after.strip_prefix("{{") {
            out.push_str("{{");
            rest = escaped;
            continue;
        }
        let Some(end) = after.find('}') else { break };
        let (name, spec) =
            after[1..end].split_once(':').map_or((&after[1..end], None), |(name, spec)| (name, Some(spec)));
        out.push('{');
        out.push_str(if name.trim() == from { to } else { name });
        if let Some(spec) = spec {
            let from = format!("{from}$");
            let whole = spec
                .find(&from)
                .is_some_and(|at| !spec[..at].ends_with(|c: char| c.is_alphanumeric() && c != '0' || c == '_'));
            out.push(':');
            out.push_str(&if whole { spec.replace(&from, &format!("{to}$")) } else { spec.to_owned() });
        }
        rest = &after[end..];
    }
    out.push_str(rest);
    out
}

fn identifier(text: &str) -> Option<String> {
    syn::parse_str::<Ident>(text).ok().map(|ident| ident.to_string())
}

struct Matches {
    expr: Box<Expr>,
    pat: Box<Pat>,
    guard: Option<Box<Expr>>,
}

impl Parse for Matches {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let expr = input.parse()?;
        input.parse::<Token![,]>()?;
        let pat = Pat::parse_multi_with_leading_vert(input)?;
        let guard = match input.parse::<Option<Token![if]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        input.parse::<Option<Token![,]>>()?;
        Ok(Matches { expr, pat: Box::new(pat), guard })
    }
}

/// For messages: `name!`.
pub(super) fn shown(macro_: &Macro) -> String {
    format!("{}!", macro_.path.to_token_stream().to_string().replace(' ', ""))
}
