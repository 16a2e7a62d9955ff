//! Whether control can leave a piece of syntax other than by its end, and whether it must.

use syn::visit::{self, Visit};
use syn::{Block, Expr, Stmt};

use super::macros;

/// Whether control can leave the syntax by `return`, or by a `break` or `continue` of a loop around it.
pub(super) fn jumps_expr(expr: &Expr) -> bool {
    let mut jumps = Jumps::default();
    jumps.visit_expr(expr);
    jumps.found
}

pub(super) fn jumps_stmt(stmt: &Stmt) -> bool {
    let mut jumps = Jumps::default();
    jumps.visit_stmt(stmt);
    jumps.found
}

/// Whether control can leave a loop with this body before its end.
pub(super) fn breaks_block(block: &Block) -> bool {
    let mut jumps = Jumps::default();
    jumps.visit_block(block);
    jumps.found
}

#[derive(Default)]
struct Jumps {
    loops: usize,
    labels: Vec<String>,
    found: bool,
}

impl Jumps {
    fn target(&mut self, label: Option<&syn::Lifetime>) {
        let inside = match label {
            Some(label) => self.labels.contains(&label.ident.to_string()),
            None => self.loops > 0,
        };
        self.found |= !inside;
    }

    fn inside(&mut self, label: Option<&syn::Label>, is_loop: bool, body: impl FnOnce(&mut Self)) {
        let depth = self.labels.len();
        self.labels.extend(label.map(|label| label.name.ident.to_string()));
        self.loops += usize::from(is_loop);
        body(self);
        self.loops -= usize::from(is_loop);
        self.labels.truncate(depth);
    }
}

impl<'ast> Visit<'ast> for Jumps {
    fn visit_expr_return(&mut self, _: &'ast syn::ExprReturn) {
        self.found = true;
    }
    fn visit_expr_try(&mut self, _: &'ast syn::ExprTry) {
        self.found = true;
    }
    fn visit_expr_break(&mut self, jump: &'ast syn::ExprBreak) {
        self.target(jump.label.as_ref());
        visit::visit_expr_break(self, jump);
    }
    fn visit_expr_continue(&mut self, jump: &'ast syn::ExprContinue) {
        self.target(jump.label.as_ref());
    }
    fn visit_expr_loop(&mut self, loop_: &'ast syn::ExprLoop) {
        self.inside(loop_.label.as_ref(), true, |jumps| jumps.visit_block(&loop_.body));
    }
    fn visit_expr_while(&mut self, loop_: &'ast syn::ExprWhile) {
        self.inside(loop_.label.as_ref(), true, |jumps| {
            jumps.visit_expr(&loop_.cond);
            jumps.visit_block(&loop_.body);
        });
    }
    fn visit_expr_for_loop(&mut self, loop_: &'ast syn::ExprForLoop) {
        self.visit_expr(&loop_.expr);
        self.inside(loop_.label.as_ref(), true, |jumps| jumps.visit_block(&loop_.body));
    }
    fn visit_expr_block(&mut self, block: &'ast syn::ExprBlock) {
        self.inside(block.label.as_ref(), false, |jumps| jumps.visit_block(&block.block));
    }
    fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &'ast syn::ExprAsync) {}
    fn visit_item(&mut self, _: &'ast syn::Item) {}
}

/// Whether control certainly does not fall out of the end of the block.
pub(super) fn leaves_block(block: &Block) -> bool {
    block.stmts.iter().any(|stmt| match stmt {
        Stmt::Expr(expr, _) => leaves_expr(expr),
        Stmt::Macro(stmt) => macros::never_returns(&stmt.mac),
        Stmt::Local(local) => local.init.as_ref().is_some_and(|init| leaves_expr(&init.expr)),
        Stmt::Item(_) => false,
    })
}

pub(super) fn leaves_expr(expr: &Expr) -> bool {
    match expr {
        Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) => true,
        Expr::Macro(expr) => macros::never_returns(&expr.mac),
        Expr::Paren(inner) => leaves_expr(&inner.expr),
        Expr::Group(inner) => leaves_expr(&inner.expr),
        Expr::Block(block) => block.label.is_none() && leaves_block(&block.block),
        Expr::If(branch) => {
            let otherwise = branch.else_branch.as_ref();
            leaves_block(&branch.then_branch) && otherwise.is_some_and(|(_, otherwise)| leaves_expr(otherwise))
        }
        Expr::Match(branch) => !branch.arms.is_empty() && branch.arms.iter().all(|arm| leaves_expr(&arm.body)),
        _ => false,
    }
}
