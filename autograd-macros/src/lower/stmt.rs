//! Statements: `let`, assignment, effects.

use proc_macro2::Ident;
use quote::quote;
use syn::{Expr, Pat, Stmt};

use super::control::pattern_name;
use super::scan::{self, Mentions};
use super::tree::Tree;
use super::{exits, macros, refusals, Lower, Reach, VALUE};
use crate::ir::{Operand, Type};

impl Lower<'_> {
    /// A statement without jumps out of it; its value where it is the tail of a block.
    pub(super) fn stmt(&mut self, stmt: &Stmt, hint: Option<&Ident>) -> Tree {
        match stmt {
            Stmt::Item(_) => Tree::unit(),
            Stmt::Local(local) => {
                self.local(local);
                Tree::unit()
            }
            Stmt::Expr(expr, None) => self.expr(expr, hint),
            Stmt::Expr(expr, Some(_)) => {
                self.expr_stmt(stmt, expr);
                Tree::unit()
            }
            Stmt::Macro(macro_stmt) => {
                let tail = macro_stmt.semi_token.is_none();
                if tail && !macros::is_statement(&macro_stmt.mac) {
                    let expr = Expr::Macro(syn::ExprMacro { attrs: Vec::new(), mac: macro_stmt.mac.clone() });
                    return self.expr(&expr, hint);
                }
                self.macro_stmt(stmt, &macro_stmt.mac);
                if self.reach == Reach::Live {
                    Tree::unit()
                } else {
                    Tree::Never
                }
            }
        }
    }

    fn macro_stmt(&mut self, stmt: &Stmt, macro_: &syn::Macro) {
        let span = refusals::span_of(macro_);
        let mentions = Mentions::of_stmt(stmt);
        if (macros::Known::parse(macro_).is_none() || macros::name(macro_) == "dbg") && self.mentions_active(&mentions)
        {
            self.refuse_macro(macro_);
            return;
        }
        if let Some(asserted) = macros::asserted(macro_) {
            if self.type_of(&asserted).clashes_with(&Type::Bool) {
                self.cx.leave_to_rustc();
                return;
            }
        }
        let mut code = self.opaque_stmt(stmt);
        code.cheap = false;
        self.effect(code, &mentions.written, span);
        if macros::never_returns(macro_) {
            self.reach = Reach::Aborted;
        }
    }

    pub(super) fn refuse_macro(&self, macro_: &syn::Macro) {
        let shown = macros::shown(macro_);
        if macros::name(macro_) == "dbg" {
            self.cx.refuse(
                &macro_.path,
                format!("`{shown}` of values that carry a gradient is not differentiated"),
                "print them with `println!` in a statement of its own",
            );
            return;
        }
        self.cx.refuse(
            &macro_.path,
            format!("`{shown}` is not known, and values that carry a gradient are given to it"),
            "write out what it does, or pass it `detach(x)`",
        );
    }

    fn expr_stmt(&mut self, stmt: &Stmt, expr: &Expr) {
        let no_grad = attributes(expr).iter().any(|attr| attr.path().is_ident("no_grad"));
        let mentions = Mentions::of_expr(expr);
        let quiet = !self.mentions_active(&mentions);
        if let Expr::Macro(expr) = expr {
            return self.macro_stmt(stmt, &expr.mac);
        }
        let structural = !no_grad && self.is_structural(expr);
        if (quiet || no_grad) && self.verbatim(expr) && !refusals::is_outlaw(expr) && !diverges(expr) && !structural {
            let mut code = self.opaque_stmt(&crate::primal::cleaned_stmt(stmt));
            code.cheap = false;
            let written = [mentions.written, mentions.assigned].concat();
            let written: Vec<Ident> = written.into_iter().filter(|name| self.is_place(name)).collect();
            self.effect(code, &written, refusals::span_of(expr));
            return;
        }
        if no_grad {
            self.cx.refuse(
                attributes(expr).first(),
                "`#[no_grad]` on a statement of this form is not known",
                "mark the `let` of the variable that it writes, or write `detach(…)` on the right",
            );
            return;
        }
        let _: Tree = self.expr(expr, None);
    }

    fn is_place(&self, name: &Ident) -> bool {
        let id = self.env.lookup(&name.to_string());
        id.is_some_and(|id| matches!(self.env.tree(id), Tree::Memory(_) | Tree::Ref { .. }))
    }

    fn local(&mut self, local: &syn::Local) {
        let no_grad = local.attrs.iter().any(|attr| attr.path().is_ident("no_grad"));
        let Some(init) = &local.init else {
            self.declare_unset(&local.pat, no_grad);
            return;
        };
        if self.outlaws && refusals::let_holds_outlaw(local) {
            self.bind_pattern(&local.pat, Tree::Error, no_grad);
            return;
        }
        if init.diverge.is_some() {
            // Reached only without jumps, so the other branch panics.
            let _: Tree = self.let_else(local, VALUE);
            return;
        }
        let name = pattern_name(&local.pat).filter(|name| !scan::is_constant(name));
        let (mutable, ty) = pattern_facts(&local.pat);
        if let (Some(name), Some(closure)) = (name, closure_of(&init.expr)) {
            let tree = self.closure(closure, Some(name));
            self.env.declare(name, tree, no_grad);
            return;
        }
        if let Some(name) = name {
            let errors = self.cx.count();
            if let Some(tree) = self.let_inactive(name, mutable, ty, &init.expr, no_grad) {
                let tree = if self.cx.count() > errors { Tree::Error } else { tree };
                if mutable && !no_grad {
                    self.presume(name, &tree);
                }
                self.env.declare(name, tree, no_grad);
                return;
            }
        }
        if no_grad && self.verbatim(&init.expr) && name.is_none() {
            let ty = self.type_of(&init.expr);
            let mut code = self.opaque(&init.expr);
            code.cheap = false;
            let tree = self.opaque_value(code, ty, None, "value", refusals::span_of(&init.expr));
            return self.bind_pattern(&local.pat, tree, true);
        }
        self.expected = ty.filter(|_| takes_expected(&init.expr)).map(|ty| self.annotation_hint(ty));
        let value = self.expr(&init.expr, name);
        self.expected = None;
        let value = if no_grad { self.detached(value, name, local.let_token.span) } else { value };
        if self.reach != Reach::Live {
            return;
        }
        self.bind_pattern(&local.pat, value, no_grad);
    }

    /// `let pat = value;` where the value was lowered by someone else.
    pub(super) fn bind_local(&mut self, local: &syn::Local, value: Tree) {
        let no_grad = local.attrs.iter().any(|attr| attr.path().is_ident("no_grad"));
        let value = if no_grad { self.detached(value, None, local.let_token.span) } else { value };
        self.bind_pattern(&local.pat, value, no_grad);
    }

    /// A `let` without a gradient whose variable is best kept as memory or with the user's annotation.
    fn let_inactive(
        &mut self,
        name: &Ident,
        mutable: bool,
        ty: Option<&syn::Type>,
        init: &Expr,
        no_grad: bool,
    ) -> Option<Tree> {
        if refusals::is_outlaw(init) || !self.verbatim(init) || !(no_grad || self.quiet(init)) {
            return None;
        }
        // What an empty vector and a `None` will hold may carry a gradient.
        let empty = super::vectors::makes_empty(init) || matches!(init, Expr::Path(path) if path.path.is_ident("None"));
        if empty && !no_grad && ty.is_none_or(|ty| self.annotation(ty).is_differentiable()) {
            return None;
        }
        let known = ty.map(|ty| self.annotation(ty)).filter(|known| !matches!(known, Type::Unknown(None)));
        let guessed = self.type_of(init);
        let kind = match known {
            Some(Type::Unknown(_)) if self.makes_matrix(init, ty) => Type::Unknown(None),
            Some(Type::Unknown(_)) => Type::Inactive,
            Some(known) => known,
            None => guessed,
        };
        let makes_matrix =
            mutable && !no_grad && matches!(kind, Type::Inactive | Type::Unknown(_)) && self.makes_matrix(init, ty);
        let kind = if makes_matrix { Type::Unknown(None) } else { kind };
        let span = refusals::span_of(init);
        let through_reference = matches!(kind, Type::Ref(_));
        let container = match &kind {
            Type::Array(..) | Type::Vec(_) => true,
            Type::Inactive => mutable,
            Type::Float(_)
            | Type::Int
            | Type::Bool
            | Type::Unit
            | Type::Tuple(_)
            | Type::Slice(_)
            | Type::Ref(_)
            | Type::Wrapped(..) => false,
            Type::Unknown(_) => makes_matrix,
        };
        let floats = kind.is_differentiable();
        if container && !no_grad && floats && (mutable || self.mentions_memory(init)) {
            // Floats that are written to later may carry a gradient then.
            if matches!(init, Expr::Array(_) | Expr::Repeat(_) | Expr::Macro(_)) || self.mentions_memory(init) {
                return None;
            }
            let code = self.opaque(init);
            let tree = self.let_opaque(name, kind, code, ty);
            if let Tree::Memory(path) = &tree {
                let place = &mut self.function.places[path.root.0 as usize];
                place.differentiable = true;
                // A method may write to it.
                place.mutable |= makes_matrix;
            }
            return Some(tree);
        }
        if container {
            if self.mentions_memory(init) && !no_grad {
                return None;
            }
            let code = self.opaque(init);
            return Some(self.let_opaque(name, kind, code, ty));
        }
        if through_reference && !no_grad
            || is_plain_name(init)
            || matches!(kind, Type::Unit | Type::Tuple(_)) && !no_grad
        {
            return None;
        }
        if matches!(init, Expr::Tuple(_)) || diverges(init) {
            return None;
        }
        if kind.is_float() && !no_grad && super::expr::constant_of(init).is_some() {
            return None;
        }
        if kind.is_float() && mutable && !no_grad {
            return None;
        }
        if !no_grad && (is_detach_call(init) || self.generic_constant(init).is_some()) {
            return None;
        }
        let mut code = self.opaque(init);
        code.cheap &= !no_grad;
        let tree = self.opaque_value(code, kind.clone(), Some(name), "value", span);
        if let (Tree::Leaf(Operand::Value(value)), Some(ty)) = (&tree, ty) {
            if !kind.is_float() {
                self.function.values[value.0 as usize].annotation = Some(quote!(#ty));
            }
        }
        Some(self.promote_or_place(name, mutable, tree))
    }

    fn mentions_memory(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Path(path) => scan::local_name(path).is_some_and(|name| self.is_place(name)),
            Expr::MethodCall(call) => {
                matches!(call.method.to_string().as_str(), "clone" | "to_vec" | "to_owned")
                    && self.mentions_memory(&call.receiver)
            }
            Expr::Index(index) => self.mentions_memory(&index.expr),
            _ => false,
        }
    }

    fn declare_unset(&mut self, pat: &Pat, no_grad: bool) {
        for name in scan::bindings(pat) {
            self.env.declare(&name, Tree::Unset, no_grad);
        }
    }
}

fn closure_of(expr: &Expr) -> Option<&syn::ExprClosure> {
    match expr {
        Expr::Closure(closure) => Some(closure),
        Expr::Paren(inner) => closure_of(&inner.expr),
        _ => None,
    }
}

/// Whether the expression asks the annotation what it makes.
fn takes_expected(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(_) | Expr::Call(_) => true,
        Expr::Paren(inner) => takes_expected(&inner.expr),
        _ => false,
    }
}

fn is_plain_name(expr: &Expr) -> bool {
    match expr {
        Expr::Path(path) => scan::local_name(path).is_some_and(|name| !scan::is_constant(name)),
        Expr::Paren(inner) => is_plain_name(&inner.expr),
        _ => false,
    }
}

fn is_detach_call(expr: &Expr) -> bool {
    match expr {
        Expr::Call(call) => matches!(&*call.func, Expr::Path(path) if super::facts::is_detach(&path.path)),
        _ => false,
    }
}

fn diverges(expr: &Expr) -> bool {
    match expr {
        Expr::Macro(expr) => macros::never_returns(&expr.mac),
        Expr::Block(_) | Expr::If(_) | Expr::Match(_) | Expr::Loop(_) => exits::leaves_expr(expr),
        _ => false,
    }
}

/// The attributes of an expression statement: `syn` hangs them on the leftmost part of an assignment or operator.
pub(super) fn attributes(expr: &Expr) -> &[syn::Attribute] {
    match expr {
        Expr::Assign(assign) => attributes(&assign.left),
        Expr::Binary(binary) => attributes(&binary.left),
        Expr::Cast(cast) => attributes(&cast.expr),
        Expr::Block(block) => &block.attrs,
        Expr::Call(call) => &call.attrs,
        Expr::Field(field) => &field.attrs,
        Expr::ForLoop(loop_) => &loop_.attrs,
        Expr::If(branch) => &branch.attrs,
        Expr::Index(index) => &index.attrs,
        Expr::Loop(loop_) => &loop_.attrs,
        Expr::Macro(expr) => &expr.attrs,
        Expr::Match(branch) => &branch.attrs,
        Expr::MethodCall(call) => &call.attrs,
        Expr::Path(path) => &path.attrs,
        Expr::Unary(unary) => &unary.attrs,
        Expr::While(loop_) => &loop_.attrs,
        _ => &[],
    }
}

fn pattern_facts(pat: &Pat) -> (bool, Option<&syn::Type>) {
    match pat {
        Pat::Ident(pat) => (pat.mutability.is_some(), None),
        Pat::Type(typed) => (pattern_facts(&typed.pat).0, Some(&typed.ty)),
        Pat::Paren(inner) => pattern_facts(&inner.pat),
        _ => (false, None),
    }
}
