//! Inactive code stays in the user's tokens; only the names of local variables in it become those of the IR.

use std::collections::HashSet;

use proc_macro2::{Ident, Span};
use quote::{quote, ToTokens};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Pat};

use super::rename::Rename;
use super::tree::Tree;
use super::{scan, Lower};
use crate::ir::{self, Opaque, PlaceKind, StmtKind, Type};

impl Lower<'_> {
    /// The expression in tokens of the IR.
    pub(super) fn opaque(&self, expr: &Expr) -> Opaque {
        self.opaque_beside(expr, &[])
    }

    /// The same where `hidden` names are bound by the code around the expression.
    fn opaque_beside(&self, expr: &Expr, hidden: &[Ident]) -> Opaque {
        let mut rename = Rename::new(self);
        rename.scopes.push(hidden.iter().map(ToString::to_string).collect());
        let mut expr = unparenthesized(expr).clone();
        rename.visit_expr_mut(&mut expr);
        rename.finish(expr.into_token_stream())
    }

    pub(super) fn opaque_stmt(&self, stmt: &syn::Stmt) -> Opaque {
        let mut rename = Rename::new(self);
        let mut stmt = stmt.clone();
        rename.scopes.push(HashSet::new());
        rename.visit_stmt_mut(&mut stmt);
        rename.finish(stmt.into_token_stream())
    }

    /// A tree in tokens.
    pub(super) fn opaque_tree(&self, tree: &Tree) -> Opaque {
        let mut rename = Rename::new(self);
        let code = rename.tokens(tree, None, Span::call_site());
        rename.finish(code)
    }

    /// A tree in tokens, in front of a `.`.
    pub(super) fn opaque_receiver(&self, tree: &Tree) -> Opaque {
        let mut rename = Rename::new(self);
        let code = rename.receiver_tokens(tree, Span::call_site());
        rename.finish(code)
    }

    /// `matches!(tree, pat if guard)`
    pub(super) fn opaque_matches(&self, tree: &Tree, pat: &Pat, guard: Option<&Expr>) -> Opaque {
        let mut rename = Rename::new(self);
        let scrutinee = if dereferences(pat) {
            rename.tokens(tree, None, pat.span())
        } else {
            rename.receiver_tokens(tree, pat.span())
        };
        let guard = guard.map(|guard| {
            rename.scopes.push(scan::bindings(pat).iter().map(ToString::to_string).collect());
            let mut guard = guard.clone();
            rename.visit_expr_mut(&mut guard);
            rename.scopes.pop();
            quote!(if #guard)
        });
        let pat = if guard.is_none() { without_bindings(pat, None) } else { pat.clone() };
        let cheap = rename.cheap;
        let mut code = rename.finish(quote!(::core::matches!(#scrutinee, #pat #guard)));
        code.cheap = cheap;
        code
    }

    /// What a pattern binds to one of its names.
    pub(super) fn opaque_projection(&self, tree: &Tree, pat: &Pat, name: &Ident, refutable: bool) -> Opaque {
        let mut rename = Rename::new(self);
        let scrutinee = rename.tokens(tree, None, name.span());
        let pat = without_bindings(pat, Some(name));
        let cheap = rename.cheap;
        let mut code = if refutable {
            rename.finish(quote!(match #scrutinee { #pat => #name, _ => ::core::unreachable!() }))
        } else {
            rename.finish(quote!({ let #pat = #scrutinee; #name }))
        };
        code.cheap = cheap;
        code
    }

    /// `let value = code;`
    pub(super) fn opaque_value(
        &mut self,
        code: Opaque,
        ty: Type,
        hint: Option<&Ident>,
        name: &str,
        span: Span,
    ) -> Tree {
        let value = self.fresh(hint, name, span, ty);
        self.function.values[value.0 as usize].differentiable = false;
        self.region.push_let(span, value, ir::Expr::Opaque(code));
        Tree::Leaf(value.into())
    }

    /// A statement for its effect.
    pub(super) fn effect(&mut self, code: Opaque, written: &[Ident], span: Span) {
        let mut writes = Vec::new();
        for name in written {
            let Some(id) = self.env.lookup(&name.to_string()) else { continue };
            if let Tree::Memory(path) | Tree::Ref { path, mutable: true } = self.env.tree(id) {
                let shared = self.function.place_data(path.root).kind == PlaceKind::Shared;
                if !shared && !writes.contains(&path.root) {
                    writes.push(path.root);
                }
            }
        }
        for place in &writes {
            self.function.places[place.0 as usize].mutable = true;
        }
        self.region.push(span, StmtKind::Effect { code, writes });
    }
}

fn unparenthesized(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => unparenthesized(&inner.expr),
        Expr::Group(inner) => unparenthesized(&inner.expr),
        other => other,
    }
}

/// Whether the pattern takes a reference off.
fn dereferences(pat: &Pat) -> bool {
    match pat {
        Pat::Reference(_) => true,
        Pat::Paren(inner) => dereferences(&inner.pat),
        Pat::Or(or) => or.cases.iter().any(dereferences),
        Pat::Ident(pat) => pat.subpat.as_ref().is_some_and(|(_, inner)| dereferences(inner)),
        _ => false,
    }
}

/// The pattern with every binding replaced by a wildcard.
pub(super) fn without_names(pat: &Pat) -> Pat {
    without_bindings(pat, None)
}

/// The pattern with every binding but `kept` replaced by a wildcard.
fn without_bindings(pat: &Pat, kept: Option<&Ident>) -> Pat {
    struct Erase<'a>(Option<&'a Ident>);
    impl VisitMut for Erase<'_> {
        fn visit_pat_mut(&mut self, pat: &mut Pat) {
            if let Pat::Ident(ident) = pat {
                if !scan::is_constant(&ident.ident) && self.0 != Some(&ident.ident) {
                    let span = ident.ident.span();
                    *pat = match ident.subpat.take() {
                        Some((_, inner)) => *inner,
                        None => Pat::Wild(syn::PatWild { attrs: Vec::new(), underscore_token: syn::Token![_](span) }),
                    };
                    self.visit_inner(pat);
                    return;
                }
                ident.mutability = None;
            }
            self.visit_inner(pat);
        }
        fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
            if field.colon_token.is_none() {
                field.colon_token = Some(syn::Token![:](field.member.span()));
            }
            visit_mut::visit_field_pat_mut(self, field);
        }
    }
    impl Erase<'_> {
        fn visit_inner(&mut self, pat: &mut Pat) {
            visit_mut::visit_pat_mut(self, pat);
        }
    }
    let mut pat = pat.clone();
    Erase(kept).visit_pat_mut(&mut pat);
    pat
}
