//! `return`, `break` and `continue` are structured away.
//!
//! Each jump target has a hidden boolean variable that says that control is on its way to the target, and one for the
//! value that it takes along. They are variables like the user's: branches merge them, loops carry them. Where an arm of
//! a branch always jumps, the rest of the block moves into the other arm, so that no boolean is needed; elsewhere the
//! rest runs under `if`.

use proc_macro2::Span;

use super::env::VarId;
use super::tree::Tree;
use super::{Lower, Reach, Rest};
use crate::ir::{Binary, Const, Expr, Operand, Type};

/// A loop or a labelled block.
pub(super) struct Target {
    pub(super) label: Option<String>,
    pub(super) is_loop: bool,
    pub(super) broke: VarId,
    pub(super) skipped: VarId,
    pub(super) value: VarId,
}

impl Lower<'_> {
    pub(super) fn target(&mut self, label: Option<&syn::Label>, is_loop: bool) -> Target {
        Target {
            label: label.map(|label| label.name.ident.to_string()),
            is_loop,
            broke: self.env.hidden("broke", Tree::bool(false)),
            skipped: self.env.hidden("skipped", Tree::bool(false)),
            value: self.env.hidden("found", Tree::Unset),
        }
    }

    pub(super) fn return_(&mut self, value: Tree, span: Span) -> Tree {
        let value = match value {
            Tree::Wrapped(wrapped) => self.returned_wrapped(*wrapped, span),
            value if self.frame.inlined => value,
            value => self.settle_result(value, span),
        };
        let ty = self.frame.output.clone();
        let value = self.coerce(value, &ty);
        self.env.set(self.frame.result, value);
        self.env.set(self.frame.returned, Tree::bool(true));
        self.reach = Reach::Left;
        Tree::Never
    }

    /// A value that leaves its scope: memory is copied.
    fn settle_result(&mut self, value: Tree, span: Span) -> Tree {
        match value {
            Tree::Borrow(inner) => self.settle_result(*inner, span),
            Tree::Ref { path, .. } => self.settle(Tree::Memory(path), span),
            other => self.settle(other, span),
        }
    }

    pub(super) fn break_(&mut self, jump: &syn::ExprBreak) -> Tree {
        let span = jump.break_token.span;
        let value = jump.expr.as_ref().map(|expr| self.expr(expr, None));
        if self.reach != Reach::Live {
            return Tree::Never;
        }
        let Some((broke, slot)) = self.find(jump.label.as_ref(), |target| (target.broke, target.value)) else {
            return Tree::Never;
        };
        if let Some(value) = value {
            let value = match value {
                value @ Tree::Ref { .. } => value,
                value => self.settle(value, span),
            };
            self.env.set(slot, value);
        }
        self.env.set(broke, Tree::bool(true));
        self.reach = Reach::Left;
        Tree::Never
    }

    pub(super) fn continue_(&mut self, jump: &syn::ExprContinue) -> Tree {
        if let Some(skipped) = self.find(jump.label.as_ref(), |target| target.skipped) {
            self.env.set(skipped, Tree::bool(true));
            self.reach = Reach::Left;
        }
        Tree::Never
    }

    /// An unknown target is rustc's error; nothing is made of it here.
    fn find<T>(&self, label: Option<&syn::Lifetime>, get: impl Fn(&Target) -> T) -> Option<T> {
        let wanted = label.map(|label| label.ident.to_string());
        let found = self.targets.iter().rev().find(|target| match &wanted {
            Some(label) => target.label.as_ref() == Some(label),
            None => target.is_loop,
        });
        found.map(get)
    }

    /// The booleans that may be set here, as variables.
    fn pending(&self) -> Vec<VarId> {
        let targets = self.targets.iter().flat_map(|target| [target.broke, target.skipped]);
        let all = [self.frame.returned].into_iter().chain(targets);
        all.filter(|id| !matches!(self.env.tree(*id), Tree::Leaf(Operand::Const(Const::Bool(false))))).collect()
    }

    /// Lowers the rest where control falls through: at once where nothing jumped, else under the booleans.
    pub(super) fn proceed(&mut self, value: Tree, span: Span, rest: Rest<'_>) -> Tree {
        if self.reach != Reach::Live {
            return Tree::Never;
        }
        let flags = self.pending();
        if flags.is_empty() {
            return (rest.run)(self, value);
        }
        let left = self.any(&flags, span);
        self.branch(
            span,
            left,
            None,
            &|lower| {
                if let [flag] = flags[..] {
                    lower.env.set(flag, Tree::bool(true));
                }
                lower.reach = Reach::Left;
                Tree::Never
            },
            &|lower| {
                for flag in &flags {
                    lower.env.set(*flag, Tree::bool(false));
                }
                (rest.run)(lower, value.clone())
            },
        )
    }

    /// Whether one of the booleans is set.
    pub(super) fn any(&mut self, flags: &[VarId], span: Span) -> Operand {
        let mut any: Option<Operand> = None;
        for flag in flags {
            let Tree::Leaf(operand) = self.env.tree(*flag).clone() else { continue };
            any = Some(match (any, operand) {
                (None, operand) => operand,
                (Some(Operand::Const(Const::Bool(true))), _) | (Some(_), Operand::Const(Const::Bool(true))) => {
                    Operand::bool(true)
                }
                (Some(a), b) => {
                    let either = Expr::Binary(Binary::Or, a, b);
                    let tree = self.bind_value(span, None, "left", Type::Bool, either);
                    self.operand(tree, span)
                }
            });
        }
        any.unwrap_or(Operand::bool(false))
    }

    /// The booleans of everything around the innermost target that may be set, that target's `broke` included.
    pub(super) fn leaving(&self, target: &Target) -> Vec<VarId> {
        let outer = self.pending().into_iter().filter(|id| *id != target.skipped);
        outer.collect()
    }
}
