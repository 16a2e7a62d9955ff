//! Names of local variables that text alone would confuse.
//!
//! Later stages know a variable by its text, and take a name with a capital for a constant. Two things are therefore put
//! right before: variables of the same text and different macro hygiene (`let y` inside of a `macro_rules!`, beside the `y`
//! that its caller passes) are different variables, and `let A = …` or a parameter `X` are variables and no constants.

use std::collections::{BTreeMap, HashMap, HashSet};

use proc_macro2::{Group, Ident, Literal, TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Pat};

use super::scan;
use crate::signature::Signature;

/// The new names.
#[derive(Default)]
pub(super) struct Renames {
    by_context: HashMap<(String, Context), Ident>,
    /// Names with a capital, whatever their context.
    capitals: HashMap<String, Ident>,
}

/// The macro expansion that an identifier comes from. Stable Rust cannot compare hygiene; the only witness is how a span
/// prints (`#4 bytes(20..21)`). Should that form change, all contexts look the same.
type Context = String;

fn context(ident: &Ident) -> Context {
    let shown = format!("{:?}", ident.span());
    shown.split(' ').next().filter(|first| first.starts_with('#')).unwrap_or_default().to_owned()
}

impl Renames {
    /// What has to be renamed in a function.
    pub(super) fn of(signature: &Signature, block: &Block) -> Self {
        let mut bound = Bound::default();
        signature.params.iter().for_each(|param| bound.plain(&param.pat));
        bound.visit_block(block);
        let mut renames = Renames::default();
        let mut taken: Option<HashSet<String>> = None;
        for (name, contexts) in bound.contexts {
            let capital = bound.plain.contains(&name);
            if contexts.len() < 2 && !capital {
                continue;
            }
            let taken = taken.get_or_insert_with(|| all_idents(signature, block));
            if capital {
                let ident = &contexts[0];
                renames.capitals.insert(name.clone(), unused(taken, &format!("_{name}"), ident));
            }
            for ident in &contexts[1..] {
                renames.by_context.insert((name.clone(), context(ident)), unused(taken, &format!("_{name}"), ident));
            }
        }
        renames
    }

    /// The block with the new names.
    pub(super) fn block(&self, block: &Block) -> Block {
        let mut block = block.clone();
        if !self.is_empty() {
            Rename(self).visit_block_mut(&mut block);
        }
        block
    }

    /// The pattern of a parameter with the new names.
    pub(super) fn pattern(&self, pat: &Pat) -> Pat {
        let mut pat = pat.clone();
        if !self.is_empty() {
            Rename(self).visit_pat_mut(&mut pat);
        }
        pat
    }

    fn is_empty(&self) -> bool {
        self.by_context.is_empty() && self.capitals.is_empty()
    }

    fn new_name(&self, ident: &Ident) -> Option<Ident> {
        let name = ident.to_string();
        let by_context = || self.by_context.get(&(name.clone(), context(ident)));
        let new = by_context().or_else(|| self.capitals.get(&name))?;
        Some(Ident::new(&new.to_string(), ident.span()))
    }
}

/// `wanted`, with further underscores in front until no identifier of the function is called so.
fn unused(taken: &mut HashSet<String>, wanted: &str, like: &Ident) -> Ident {
    let mut name = wanted.replace("r#", "");
    while !taken.insert(name.clone()) {
        name.insert(0, '_');
    }
    Ident::new(&name, like.span())
}

fn all_idents(signature: &Signature, block: &Block) -> HashSet<String> {
    fn collect(tokens: TokenStream, found: &mut HashSet<String>) {
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    found.insert(ident.to_string());
                }
                TokenTree::Group(group) => collect(group.stream(), found),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
    let mut found = HashSet::new();
    signature.params.iter().for_each(|param| collect(param.pat.to_token_stream(), &mut found));
    collect(block.to_token_stream(), &mut found);
    found
}

/// The variables of a function.
#[derive(Default)]
struct Bound {
    /// One identifier for each context, in order of appearance.
    contexts: BTreeMap<String, Vec<Ident>>,
    /// Names with a capital that patterns bind which always match: a constant could not stand there.
    plain: HashSet<String>,
}

impl Bound {
    fn plain(&mut self, pat: &Pat) {
        struct Capitals<'a>(&'a mut Bound);
        impl<'ast> Visit<'ast> for Capitals<'_> {
            fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
                if scan::is_constant(&pat.ident) {
                    self.0.plain.insert(pat.ident.to_string());
                    self.0.bind(&pat.ident);
                }
            }
            fn visit_expr(&mut self, _: &'ast Expr) {}
        }
        Capitals(self).visit_pat(pat);
        self.visit_pat(pat);
    }

    fn bind(&mut self, ident: &Ident) {
        let known = self.contexts.entry(ident.to_string()).or_default();
        if known.iter().all(|other| context(other) != context(ident)) {
            known.push(ident.clone());
        }
    }
}

impl<'ast> Visit<'ast> for Bound {
    fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
        if !scan::is_constant(&pat.ident) {
            self.bind(&pat.ident);
        }
        visit::visit_pat_ident(self, pat);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if local.init.as_ref().is_none_or(|init| init.diverge.is_none()) {
            self.plain(&local.pat);
        }
        visit::visit_local(self, local);
    }

    fn visit_item(&mut self, _: &'ast syn::Item) {}
}

struct Rename<'r>(&'r Renames);

impl Rename<'_> {
    fn ident(&self, ident: &mut Ident) {
        if let Some(new) = self.0.new_name(ident) {
            *ident = new;
        }
    }

    fn tokens(&self, tokens: TokenStream) -> TokenStream {
        let mut out: Vec<TokenTree> = Vec::new();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            let is =
                |token: Option<&TokenTree>, c: char| matches!(token, Some(TokenTree::Punct(p)) if p.as_char() == c);
            let part = is(out.last(), '.') || is(out.last(), ':') || is(tokens.peek(), ':') || is(tokens.peek(), '!');
            out.push(match token {
                TokenTree::Ident(mut ident) if !part => {
                    self.ident(&mut ident);
                    TokenTree::Ident(ident)
                }
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.tokens(group.stream()));
                    inner.set_span(group.span());
                    TokenTree::Group(inner)
                }
                TokenTree::Literal(literal) => TokenTree::Literal(self.literal(literal)),
                other => other,
            });
        }
        out.into_iter().collect()
    }

    /// `"{A}"` captures `A`.
    fn literal(&self, literal: Literal) -> Literal {
        let shown = literal.to_string();
        let mut text = shown.clone();
        for (name, new) in &self.0.capitals {
            for end in ['}', ':'] {
                text = text.replace(&format!("{{{name}{end}"), &format!("{{{new}{end}"));
            }
        }
        match text.parse::<Literal>() {
            Ok(mut renamed) if text != shown => {
                renamed.set_span(literal.span());
                renamed
            }
            _ => literal,
        }
    }
}

impl VisitMut for Rename<'_> {
    fn visit_pat_ident_mut(&mut self, pat: &mut syn::PatIdent) {
        self.ident(&mut pat.ident);
        visit_mut::visit_pat_ident_mut(self, pat);
    }

    fn visit_expr_path_mut(&mut self, path: &mut syn::ExprPath) {
        if path.qself.is_none() && path.path.segments.len() == 1 && path.path.leading_colon.is_none() {
            let segment = &mut path.path.segments[0];
            if segment.arguments.is_none() {
                self.ident(&mut segment.ident);
            }
        }
    }

    fn visit_field_value_mut(&mut self, field: &mut syn::FieldValue) {
        field.colon_token.get_or_insert_with(Default::default);
        self.visit_expr_mut(&mut field.expr);
    }

    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        field.colon_token.get_or_insert_with(Default::default);
        self.visit_pat_mut(&mut field.pat);
    }

    fn visit_macro_mut(&mut self, macro_: &mut syn::Macro) {
        macro_.tokens = self.tokens(std::mem::take(&mut macro_.tokens));
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
