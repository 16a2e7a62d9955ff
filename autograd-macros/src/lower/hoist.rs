//! Jumps deep inside an expression become statements of their own.

use proc_macro2::{Ident, Span};
use syn::spanned::Spanned;
use syn::{Expr, Stmt};

use super::control::is_control;
use super::tree::Tree;
use super::{exits, refusals, Lower, Rest};

impl Lower<'_> {
    /// A jump deep inside an expression: what jumps becomes a `let` of its own before the statement.
    pub(super) fn hoisted(&mut self, stmt: &Stmt, hint: Option<&Ident>, rest: Rest<'_>) -> Tree {
        let mut stmt = stmt.clone();
        let mut hoist = Hoist { lets: Vec::new(), lazy: None, count: self.function.values.len() };
        syn::visit_mut::VisitMut::visit_stmt_mut(&mut hoist, &mut stmt);
        if let Some(span) = hoist.lazy {
            self.cx.refuse_at(
                span,
                "a jump on the right of `&&` or `||`, or in a loop's condition, is not differentiated yet",
                "write the jump in an `if` of its own",
            );
            return Tree::Error;
        }
        if hoist.lets.is_empty() {
            self.cx.refuse_at(
                refusals::span_of(&stmt),
                "a jump in this position is not differentiated yet",
                "write the jump in a statement of its own",
            );
            return Tree::Error;
        }
        let mut stmts = hoist.lets;
        stmts.push(stmt);
        self.stmts(&stmts, hint, rest)
    }
}

/// Takes jumping subexpressions out of a statement, in the order in which they are evaluated.
struct Hoist {
    lets: Vec<Stmt>,
    lazy: Option<Span>,
    count: usize,
}

impl syn::visit_mut::VisitMut for Hoist {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if !exits::jumps_expr(expr) {
            return;
        }
        if is_control(expr) {
            let span = refusals::span_of(expr);
            let name =
                Ident::new(&format!("step_{}_{}", self.count, self.lets.len()), Span::mixed_site().located_at(span));
            let taken = std::mem::replace(expr, syn::parse_quote!(#name));
            self.lets.push(syn::parse_quote_spanned!(span=> let #name = #taken;));
            return;
        }
        match expr {
            Expr::Binary(binary) if super::operators::is_logic(&binary.op) && exits::jumps_expr(&binary.right) => {
                self.lazy = Some(binary.op.span());
            }
            Expr::Closure(_) | Expr::Async(_) => {}
            // What stands in their blocks is not evaluated yet.
            Expr::If(branch) => self.visit_expr_mut(&mut branch.cond),
            Expr::Match(branch) => self.visit_expr_mut(&mut branch.expr),
            Expr::ForLoop(loop_) if exits::jumps_expr(&loop_.expr) => self.visit_expr_mut(&mut loop_.expr),
            other => syn::visit_mut::visit_expr_mut(self, other),
        }
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
