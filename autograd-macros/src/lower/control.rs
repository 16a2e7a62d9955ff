//! Blocks, `if`, `match` and `let else`: where control splits, and where the rest of a block goes.

use proc_macro2::{Ident, Span};
use syn::spanned::Spanned;
use syn::{Arm, Block, Expr, Pat, Stmt};

use super::conditions::conditions;
use super::exits::{self, jumps_stmt, leaves_block, leaves_expr};
use super::scan;
use super::tree::Tree;
use super::{refusals, Lower, Reach, Rest, VALUE};
use crate::ir::Operand;

impl Lower<'_> {
    /// A block, then the rest, which does not see the block's names.
    pub(super) fn block(&mut self, block: &Block, hint: Option<&Ident>, rest: Rest<'_>) -> Tree {
        let depth = self.env.depth();
        let value = self.stmts(&block.stmts, hint, rest.wrap(&|lower, value| lower.outside(depth, value, rest)));
        drop(self.env.leave(depth));
        value
    }

    /// Lowers the rest with the names that were there at `depth`.
    fn outside(&mut self, depth: usize, value: Tree, rest: Rest<'_>) -> Tree {
        let inner = self.env.leave(depth);
        let value = (rest.run)(self, value);
        drop(self.env.leave(depth));
        self.env.restore(inner);
        value
    }

    pub(super) fn stmts(&mut self, stmts: &[Stmt], hint: Option<&Ident>, rest: Rest<'_>) -> Tree {
        let mut value = Tree::unit();
        for (index, stmt) in stmts.iter().enumerate() {
            let last = index + 1 == stmts.len();
            if jumps_stmt(stmt) {
                let after = &stmts[index + 1..];
                if after.is_empty() {
                    return self.jumping_stmt(stmt, hint, rest);
                }
                let later = |lower: &mut Lower<'_>, _: Tree| lower.stmts(after, hint, rest);
                return self.jumping_stmt(stmt, hint, Rest::once(&later));
            }
            value = self.stmt(stmt, if last { hint } else { None });
            if self.reach != Reach::Live {
                return Tree::Never;
            }
        }
        (rest.run)(self, value)
    }

    /// A statement that may jump out of its block.
    fn jumping_stmt(&mut self, stmt: &Stmt, hint: Option<&Ident>, rest: Rest<'_>) -> Tree {
        match stmt {
            Stmt::Expr(Expr::Assign(assign), _) if is_control(&assign.right) && !exits::jumps_expr(&assign.left) => {
                let name = assigned_name(&assign.left);
                let after = |lower: &mut Lower<'_>, value: Tree| {
                    lower.assign(&assign.left, value, assign.eq_token.span);
                    (rest.run)(lower, Tree::unit())
                };
                self.control(&assign.right, name, Rest::once(&after))
            }
            Stmt::Expr(expr, semi) if is_control(expr) => {
                let hint = if semi.is_some() { None } else { hint };
                let after = |lower: &mut Lower<'_>, value: Tree| {
                    let value = if semi.is_some() { Tree::unit() } else { value };
                    (rest.run)(lower, value)
                };
                self.control(expr, hint, rest.wrap(&after))
            }
            Stmt::Local(local) => match &local.init {
                Some(init) if init.diverge.is_some() && !exits::jumps_expr(&init.expr) => self.let_else(local, rest),
                Some(init) if init.diverge.is_none() && is_control(&init.expr) => {
                    let name = pattern_name(&local.pat);
                    let after = |lower: &mut Lower<'_>, value: Tree| {
                        lower.bind_local(local, value);
                        (rest.run)(lower, Tree::unit())
                    };
                    self.control(&init.expr, name, Rest::once(&after))
                }
                _ => self.hoisted(stmt, hint, rest),
            },
            Stmt::Expr(..) => self.hoisted(stmt, hint, rest),
            Stmt::Macro(stmt) => {
                self.cx.refuse(
                    &stmt.mac.path,
                    "a jump inside a macro is not differentiated",
                    "move the jump into a statement of its own",
                );
                Tree::Error
            }
            Stmt::Item(_) => (rest.run)(self, Tree::unit()),
        }
    }

    /// Control flow in statement position, then the rest.
    pub(super) fn control(&mut self, expr: &Expr, hint: Option<&Ident>, rest: Rest<'_>) -> Tree {
        let span = refusals::span_of(expr);
        match expr {
            Expr::Paren(inner) => self.control(&inner.expr, hint, rest),
            Expr::Group(inner) => self.control(&inner.expr, hint, rest),
            Expr::If(branch) => {
                if exits::jumps_expr(&branch.cond) {
                    let value = self.refuse_jump(&branch.cond);
                    return (rest.run)(self, value);
                }
                self.if_(branch, hint, rest)
            }
            Expr::Match(branch) => {
                if exits::jumps_expr(&branch.expr) {
                    let value = self.refuse_jump(&branch.expr);
                    return (rest.run)(self, value);
                }
                self.match_(branch, hint, rest)
            }
            Expr::Block(block) => match &block.label {
                None => self.block(&block.block, hint, rest),
                Some(label) => {
                    let value = self.labelled(label, &block.block, hint, span);
                    self.proceed(value, span, rest)
                }
            },
            Expr::Loop(loop_) => {
                let value = self.forever(loop_);
                self.proceed(value, span, rest)
            }
            Expr::While(loop_) => {
                let value = self.while_loop(loop_);
                self.proceed(value, span, rest)
            }
            Expr::ForLoop(loop_) => {
                let value = self.for_loop(loop_);
                self.proceed(value, span, rest)
            }
            Expr::Return(jump) => match &jump.expr {
                Some(value) if exits::jumps_expr(value) && is_control(value) => {
                    self.control(value, None, Rest::light(&|lower, value| lower.return_(value, jump.return_token.span)))
                }
                Some(value) if exits::jumps_expr(value) => self.refuse_jump(value),
                Some(value) => {
                    let value = self.expr(value, None);
                    if self.reach == Reach::Live {
                        self.return_(value, jump.return_token.span)
                    } else {
                        Tree::Never
                    }
                }
                None => self.return_(Tree::unit(), jump.return_token.span),
            },
            Expr::Break(jump) => self.break_(jump),
            Expr::Continue(jump) => self.continue_(jump),
            Expr::Try(try_) if !exits::jumps_expr(&try_.expr) => self.question(try_, rest),
            Expr::Try(try_) if is_control(&try_.expr) => {
                // The question is asked of what the control flow yields.
                let ask = |lower: &mut Lower<'_>, value: Tree| {
                    let name = Ident::new("asked", Span::mixed_site());
                    let depth = lower.env.depth();
                    lower.env.declare(&name, value, false);
                    let asked = syn::ExprTry { expr: Box::new(syn::parse_quote!(#name)), ..try_.clone() };
                    let outside = |lower: &mut Lower<'_>, value: Tree| lower.outside(depth, value, rest);
                    let value = lower.question(&asked, rest.wrap(&outside));
                    drop(lower.env.leave(depth));
                    value
                };
                self.control(&try_.expr, None, Rest::once(&ask))
            }
            other => {
                let value = self.expr(other, hint);
                self.proceed(value, span, rest)
            }
        }
    }

    fn refuse_jump(&mut self, expr: &Expr) -> Tree {
        self.cx.refuse(
            expr,
            "a jump in this position is not differentiated yet",
            "bind the value with a `let` of its own first",
        );
        Tree::Error
    }

    /// A labelled block: falling off its end is a `break` with its value.
    fn labelled(&mut self, label: &syn::Label, block: &Block, hint: Option<&Ident>, span: Span) -> Tree {
        let target = self.target(Some(label), false);
        let (broke, slot) = (target.broke, target.value);
        self.targets.push(target);
        let leave = |lower: &mut Lower<'_>, value: Tree| {
            let value = lower.settle(value, span);
            lower.env.set(slot, value);
            lower.env.set(broke, Tree::bool(true));
            lower.reach = Reach::Left;
            Tree::Never
        };
        let _: Tree = self.block(block, hint, Rest::light(&leave));
        self.targets.pop();
        if !matches!(self.env.tree(broke), Tree::Leaf(Operand::Const(crate::ir::Const::Bool(false)))) {
            self.reach = Reach::Live;
        }
        match self.env.tree(slot).clone() {
            Tree::Unset => Tree::unit(),
            value => value,
        }
    }

    /// The rest goes into the only arm that falls through; where both do, it comes after them.
    fn if_(&mut self, branch: &syn::ExprIf, hint: Option<&Ident>, rest: Rest<'_>) -> Tree {
        let span = branch.if_token.span;
        let chain = conditions(&branch.cond);
        let then_leaves = leaves_block(&branch.then_branch);
        let else_leaves = branch.else_branch.as_ref().is_some_and(|(_, otherwise)| leaves_expr(otherwise));
        let jumps = exits::jumps_expr(&Expr::If(branch.clone()));
        let (for_then, for_else, after) = match (then_leaves, else_leaves) {
            _ if rest.light && jumps => (rest, rest, None),
            (true, _) => (VALUE, rest, None),
            (false, true) => (rest, VALUE, None),
            (false, false) => (VALUE, VALUE, Some(rest)),
        };
        let hint_inside = if after.is_some() { hint } else { None };
        let Some((cond, lets)) = self.chain(&chain) else { return Tree::Error };
        let depth = self.env.depth();
        let value = self.branch(
            span,
            cond,
            hint_inside,
            &|lower| {
                lower.bind_all(&lets);
                let outside = |lower: &mut Lower<'_>, value: Tree| lower.outside(depth, value, for_then);
                lower.block(&branch.then_branch, hint, for_then.wrap(&outside))
            },
            &|lower| match &branch.else_branch {
                Some((_, otherwise)) => lower.control_or_expr(otherwise, hint, for_else),
                None => (for_else.run)(lower, Tree::unit()),
            },
        );
        match after {
            Some(rest) => self.proceed(value, span, rest),
            None => value,
        }
    }

    fn control_or_expr(&mut self, expr: &Expr, hint: Option<&Ident>, rest: Rest<'_>) -> Tree {
        if is_control(expr) {
            return self.control(expr, hint, rest);
        }
        let value = self.expr(expr, hint);
        if self.reach != Reach::Live {
            return Tree::Never;
        }
        (rest.run)(self, value)
    }

    fn match_(&mut self, branch: &syn::ExprMatch, hint: Option<&Ident>, rest: Rest<'_>) -> Tree {
        let span = branch.match_token.span;
        let scrutinee = self.scrutinee(&branch.expr);
        if self.reach != Reach::Live {
            return Tree::Never;
        }
        let scrutinee = self.housed_for(scrutinee, branch.arms.iter().map(|arm| &arm.pat), span);
        if branch.arms.is_empty() {
            self.reach = Reach::Aborted;
            return Tree::Never;
        }
        let falling = branch.arms.iter().filter(|arm| !leaves_expr(&arm.body)).count();
        let jumps = branch.arms.iter().any(|arm| exits::jumps_expr(&arm.body));
        if jumps && (falling == 1 || rest.light) {
            return self.arms(span, &scrutinee, &branch.arms, None, rest);
        }
        let value = self.arms(span, &scrutinee, &branch.arms, hint, VALUE);
        self.proceed(value, span, rest)
    }

    /// A value that patterns look into lies in memory, where its parts have paths.
    pub(super) fn housed_for<'p>(&mut self, tree: Tree, pats: impl Iterator<Item = &'p Pat>, span: Span) -> Tree {
        let Tree::Leaf(operand) = &tree else { return tree };
        let inside = super::variants::any_looks_inside(pats);
        let ty = self.function.operand_type(operand);
        let opens = matches!(ty, crate::ir::Type::Unknown(_) | crate::ir::Type::Wrapped(..));
        if !(inside && opens && self.tree_active(&tree)) {
            return tree;
        }
        match self.addressed(tree, span) {
            Some(path) => Tree::Memory(path),
            None => Tree::Error,
        }
    }

    /// The arms as a chain of branches; the last one needs no condition, because rustc knows the match to be exhaustive.
    fn arms(&mut self, span: Span, scrutinee: &Tree, arms: &[Arm], hint: Option<&Ident>, rest: Rest<'_>) -> Tree {
        let [arm, later @ ..] = arms else { return Tree::Never };
        let body = |lower: &mut Self| {
            let depth = lower.env.depth();
            lower.bind_refutable(&arm.pat, scrutinee.clone(), false, true);
            let outside = |lower: &mut Lower<'_>, value: Tree| lower.outside(depth, value, rest);
            let after = if leaves_expr(&arm.body) { VALUE } else { rest.wrap(&outside) };
            let value = lower.control_or_expr(&arm.body, hint, after);
            drop(lower.env.leave(depth));
            value
        };
        let guard = arm.guard.as_ref().map(|(_, guard)| &**guard);
        let cond = if later.is_empty() { None } else { self.matches(scrutinee, &arm.pat, guard) };
        match cond {
            None => body(self),
            Some(cond) => self.branch(arm.pat.span().located_at(span), cond, hint, &body, &|lower| {
                lower.arms(span, scrutinee, later, hint, rest)
            }),
        }
    }

    /// `let PAT = init else { … };` then the rest.
    pub(super) fn let_else(&mut self, local: &syn::Local, rest: Rest<'_>) -> Tree {
        let Some((init, (_, diverge))) = local.init.as_ref().and_then(|init| Some((init, init.diverge.as_ref()?)))
        else {
            return Tree::Error;
        };
        let tree = self.scrutinee(&init.expr);
        let span = local.let_token.span;
        let tree = self.housed_for(tree, std::iter::once(&local.pat), span);
        match self.matches(&tree, &local.pat, None) {
            None => {
                self.bind_refutable(&local.pat, tree, false, true);
                (rest.run)(self, Tree::unit())
            }
            Some(cond) => self.branch(
                span,
                cond,
                None,
                &|lower| {
                    lower.bind_refutable(&local.pat, tree.clone(), false, true);
                    (rest.run)(lower, Tree::unit())
                },
                &|lower| {
                    let _: Tree = lower.control_or_expr(diverge, None, Rest::light(&|_, _| Tree::Never));
                    if lower.reach == Reach::Live {
                        lower.reach = Reach::Aborted;
                    }
                    Tree::Never
                },
            ),
        }
    }
}

pub(super) fn is_control(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => is_control(&inner.expr),
        Expr::Group(inner) => is_control(&inner.expr),
        Expr::If(branch) => !exits::jumps_expr(&branch.cond),
        Expr::Match(branch) => !exits::jumps_expr(&branch.expr),
        Expr::Return(jump) => jump.expr.as_ref().is_none_or(|value| !exits::jumps_expr(value) || is_control(value)),
        Expr::Break(jump) => jump.expr.as_ref().is_none_or(|value| !exits::jumps_expr(value)),
        Expr::Block(_) | Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_) | Expr::Continue(_) => true,
        Expr::Try(try_) => !exits::jumps_expr(&try_.expr) || is_control(&try_.expr),
        _ => false,
    }
}

pub(super) fn pattern_name(pat: &Pat) -> Option<&Ident> {
    match pat {
        Pat::Ident(pat) => Some(&pat.ident),
        Pat::Type(typed) => pattern_name(&typed.pat),
        Pat::Paren(inner) => pattern_name(&inner.pat),
        _ => None,
    }
}

pub(super) fn assigned_name(target: &Expr) -> Option<&Ident> {
    match target {
        Expr::Path(path) => scan::local_name(path),
        Expr::Paren(inner) => assigned_name(&inner.expr),
        _ => None,
    }
}
