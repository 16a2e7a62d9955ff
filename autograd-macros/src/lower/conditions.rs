//! Conditions, and the patterns that `if let` chains bind.

use syn::{Expr, Pat};

use super::tree::Tree;
use super::{refusals, Lower};
use crate::ir::{Operand, Type};

impl Lower<'_> {
    /// The condition of an `if`, with the patterns that it binds.
    pub(super) fn chain<'e>(&mut self, conditions: &[&'e Expr]) -> Option<(Operand, Vec<Binding<'e>>)> {
        if let [Expr::Let(single)] = conditions {
            let tree = self.scrutinee(&single.expr);
            let tree = self.housed_for(tree, std::iter::once(&*single.pat), single.let_token.span);
            let cond = self.matches(&tree, &single.pat, None);
            return Some((cond.unwrap_or(Operand::bool(true)), vec![Binding::Tree(&single.pat, tree)]));
        }
        if !conditions.iter().any(|condition| matches!(condition, Expr::Let(_))) {
            if let [single] = conditions {
                return Some((self.condition(single), Vec::new()));
            }
        }
        // `a && let P = e && b`: later parts see the names of earlier ones, and are only looked at where those match.
        let [first, later @ ..] = conditions else { return None };
        for condition in later {
            if let Expr::Let(condition) = condition {
                if !(self.verbatim(&condition.expr) && self.opaque(&condition.expr).cheap) {
                    self.cx.refuse(
                        condition.let_token,
                        "a `let` chain over computed values is not differentiated yet",
                        "nest the `if let`s",
                    );
                    return None;
                }
            }
        }
        let (start, first_let) = match first {
            Expr::Let(first) => {
                let tree = self.scrutinee(&first.expr);
                let tree = self.housed_for(tree, std::iter::once(&*first.pat), first.let_token.span);
                let cond = self.matches(&tree, &first.pat, None).unwrap_or(Operand::bool(true));
                (cond, Some((&*first.pat, tree)))
            }
            plain => (self.condition(plain), None),
        };
        let lets: Vec<Binding<'e>> = first_let.into_iter().map(|(pat, tree)| Binding::Tree(pat, tree)).collect();
        Some(self.chain_later(start, lets, later))
    }

    fn chain_later<'e>(
        &mut self,
        so_far: Operand,
        mut lets: Vec<Binding<'e>>,
        later: &[&'e Expr],
    ) -> (Operand, Vec<Binding<'e>>) {
        let [next, later @ ..] = later else { return (so_far, lets) };
        let span = refusals::span_of(next);
        let tree = self.branch(
            span,
            so_far,
            None,
            &|lower| {
                let depth = lower.env.depth();
                lower.bind_all(&lets);
                let cond = match next {
                    Expr::Let(next) => {
                        let tree = lower.scrutinee(&next.expr);
                        lower.matches(&tree, &next.pat, None).unwrap_or(Operand::bool(true))
                    }
                    plain => lower.condition(plain),
                };
                drop(lower.env.leave(depth));
                Tree::Leaf(cond)
            },
            &|_| Tree::bool(false),
        );
        if let Expr::Let(next) = next {
            lets.push(Binding::Again(&next.pat, &next.expr));
        }
        let so_far = self.operand(tree, span);
        self.chain_later(so_far, lets, later)
    }

    pub(super) fn bind_all(&mut self, lets: &[Binding<'_>]) {
        for binding in lets {
            match binding {
                Binding::Tree(pat, tree) => self.bind_refutable(pat, tree.clone(), false, true),
                Binding::Again(pat, expr) => {
                    let tree = self.scrutinee(expr);
                    self.bind_refutable(pat, tree, false, true);
                }
            }
        }
    }

    /// A condition: one boolean operand.
    pub(super) fn condition(&mut self, cond: &Expr) -> Operand {
        let tree = self.expr_named(cond, None, "cond");
        match tree.deref() {
            Tree::Error | Tree::Never => Operand::bool(true),
            tree => {
                let span = refusals::span_of(cond);
                let operand = self.operand(tree, span);
                if self.doubts_discrete(&operand, &Type::Bool, span) {
                    return Operand::bool(true);
                }
                operand
            }
        }
    }
}

/// A pattern of an `if let` whose names the first arm sees.
pub(super) enum Binding<'e> {
    Tree(&'e Pat, Tree),
    /// A later part of a chain, looked at again where the chain is known to match.
    Again(&'e Pat, &'e Expr),
}

pub(super) fn conditions(cond: &Expr) -> Vec<&Expr> {
    fn has_let(expr: &Expr) -> bool {
        match expr {
            Expr::Let(_) => true,
            Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
            _ => false,
        }
    }
    match cond {
        Expr::Binary(binary) if matches!(binary.op, syn::BinOp::And(_)) && has_let(cond) => {
            [conditions(&binary.left), conditions(&binary.right)].concat()
        }
        other => vec![other],
    }
}
