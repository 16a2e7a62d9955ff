//! References that a branch chooses: what uses one is lowered for both, under the same condition.

use proc_macro2::Span;
use syn::Expr;

use super::env::VarId;
use super::scan::Mentions;
use super::tree::{Choice, Tree};
use super::Lower;

impl Lower<'_> {
    /// What `use_` makes of the reference that was chosen.
    pub(super) fn chosen(&mut self, choice: Choice, span: Span, use_: &dyn Fn(&mut Self, Tree) -> Tree) -> Tree {
        let [a, b] = &choice.arms;
        self.branch(span, choice.cond.clone(), None, &|lower| use_(lower, a.clone()), &|lower| use_(lower, b.clone()))
    }

    /// A variable of the expression that is a chosen reference: then the whole expression is lowered for both.
    pub(super) fn choice_in(&self, expr: &Expr) -> Option<(VarId, Choice)> {
        if self.choices == 0 || matches!(expr, Expr::Path(_) | Expr::Closure(_)) {
            return None;
        }
        let mentions = Mentions::of_expr(expr);
        mentions.used.iter().find_map(|name| {
            let id = self.env.lookup(&name.to_string())?;
            match self.env.tree(id) {
                Tree::Choice(choice) => Some((id, (**choice).clone())),
                _ => None,
            }
        })
    }

    /// Lowers an expression for both references that a variable may stand for.
    pub(super) fn specialized(
        &mut self,
        id: VarId,
        choice: &Choice,
        span: Span,
        lower_it: &dyn Fn(&mut Self) -> Tree,
    ) -> Tree {
        let whole = Tree::Choice(Box::new(choice.clone()));
        let arm = |lower: &mut Self, arm: &Tree| {
            drop(lower.env.replace(id, arm.clone()));
            let value = lower_it(lower);
            drop(lower.env.replace(id, whole.clone()));
            value
        };
        let [a, b] = &choice.arms;
        self.branch(span, choice.cond.clone(), None, &|lower| arm(lower, a), &|lower| arm(lower, b))
    }

    /// A choice between two references.
    pub(super) fn choose(&mut self, cond: crate::ir::Operand, a: Tree, b: Tree) -> Tree {
        self.choices += 1;
        Tree::Choice(Box::new(Choice { cond, arms: [a, b] }))
    }
}
