//! Expressions.

use proc_macro2::{Ident, Span};
use quote::quote;
use syn::{Expr, Lit, UnOp};

use super::facts::{self, suffix, through};
use super::scan::{self, Mentions};
use super::tree::Tree;
use super::{macros, refusals, Lower, Reach, VALUE};
use crate::ir::{Const, Expr as IrExpr, Float, Operand, Type, Unary};

impl Lower<'_> {
    /// Lowers an expression; `hint` is the name of the variable that it is bound to.
    pub(super) fn expr(&mut self, expr: &Expr, hint: Option<&Ident>) -> Tree {
        self.expr_named(expr, hint, "value")
    }

    /// The same with a name for what stays opaque.
    pub(super) fn expr_named(&mut self, expr: &Expr, hint: Option<&Ident>, name: &str) -> Tree {
        let span = refusals::span_of(expr);
        if let Some((id, choice)) = self.choice_in(expr) {
            return self.specialized(id, &choice, span, &|lower| lower.expr_named(expr, hint, name));
        }
        match expr {
            Expr::Paren(inner) => return self.expr_named(&inner.expr, hint, name),
            Expr::Group(inner) => return self.expr_named(&inner.expr, hint, name),
            Expr::Lit(literal) => {
                if let Some(constant) = constant(&literal.lit) {
                    return Tree::Leaf(Operand::Const(constant));
                }
            }
            Expr::Unary(unary) => {
                if let (UnOp::Neg(_), Some(constant)) = (&unary.op, negative(&unary.expr)) {
                    return Tree::Leaf(Operand::Const(constant));
                }
            }
            Expr::Tuple(tuple) => {
                return Tree::Tuple(tuple.elems.iter().map(|elem| self.element(elem)).collect());
            }
            Expr::Path(path) => {
                if let Some(id) = scan::local_name(path).and_then(|name| self.env.lookup(&name.to_string())) {
                    let tree = self.env.tree(id).clone();
                    return self.read(tree, span, None);
                }
                if path.path.is_ident("None") {
                    return super::tree::Wrapped::absent().into_tree();
                }
            }
            Expr::Call(call) if self.is_made_for_return(call) => {
                if let Expr::Path(path) = &*call.func {
                    if let Some(tree) = self.wrap(path, call) {
                        return tree;
                    }
                }
            }
            Expr::MethodCall(_) | Expr::Range(_) if self.frame.iterates && super::iterators::is_chain(expr) => {
                match self.iterable(expr) {
                    Some(Some(iter)) => return Tree::Iter(Box::new(iter)),
                    Some(None) => return Tree::Error,
                    None => {}
                }
            }
            Expr::Reference(reference) => return self.reference(reference, hint, name),
            Expr::Closure(closure) => return self.closure(closure, hint),
            _ => {}
        }
        if refusals::is_outlaw(expr) {
            return Tree::Error;
        }
        if self.quiet(expr) && self.verbatim(expr) && !self.is_memory(expr) && !self.is_structural(expr) {
            return self.inactive(expr, hint, name, span);
        }
        self.active(expr, hint, span)
    }

    /// `Err(e)`, `Ok(0.0)`, `Some(0.0)` in a function that returns such: without a gradient in it, it is taken apart all the
    /// same, because only together with what other returns hold does its type become known.
    fn is_made_for_return(&self, call: &syn::ExprCall) -> bool {
        let (Expr::Path(path), Type::Wrapped(wrapper, _), 1) = (&*call.func, &self.frame.output, call.args.len())
        else {
            return false;
        };
        let constant = |expr: Option<&Expr>| expr.is_some_and(|expr| matches!(self.type_of(expr), Type::Float(_)));
        match (path.path.segments.last().map(|last| last.ident.to_string()).as_deref(), wrapper) {
            (Some("Err"), crate::ir::Wrapper::Result) => self.quiet(&call.args[0]),
            (Some("Ok"), crate::ir::Wrapper::Result) | (Some("Some"), crate::ir::Wrapper::Option) => {
                constant(call.args.first())
            }
            _ => false,
        }
    }

    fn element(&mut self, expr: &Expr) -> Tree {
        match self.expr(expr, None) {
            // A copy of memory inside a tuple keeps its own contents.
            tree @ Tree::Memory(_) => self.settle(tree, refusals::span_of(expr)),
            tree => tree,
        }
    }

    /// An expression without a gradient, in the user's tokens.
    fn inactive(&mut self, expr: &Expr, hint: Option<&Ident>, name: &str, span: Span) -> Tree {
        if let Some(tree) = self.generic_constant(expr) {
            return tree;
        }
        match expr {
            Expr::Call(call) => {
                if let (Expr::Path(path), [arg]) = (&*call.func, &call.args.iter().collect::<Vec<_>>()[..]) {
                    if facts::is_detach(&path.path) && !self.quiet(arg) {
                        return self.detach(arg, hint, span);
                    }
                }
            }
            Expr::Macro(expr) if macros::never_returns(&expr.mac) => {
                let stmt = syn::Stmt::Expr(Expr::Macro(expr.clone()), Some(syn::Token![;](span)));
                let code = self.opaque_stmt(&stmt);
                self.effect(code, &[], span);
                self.reach = Reach::Aborted;
                return Tree::Never;
            }
            _ => {}
        }
        let ty = self.type_of(expr);
        if matches!(ty, Type::Unit) {
            let mentions = Mentions::of_expr(expr);
            let mut code = self.opaque(expr);
            code.code.extend(quote!(;));
            self.effect(code, &[mentions.written, mentions.assigned].concat(), span);
            return Tree::unit();
        }
        let name = match expr {
            Expr::Path(path) => path.path.segments.last().map(|last| last.ident.to_string().to_lowercase()),
            Expr::MethodCall(call) if call.method == "len" => Some("len".to_owned()),
            _ => None,
        }
        .unwrap_or_else(|| name.to_owned());
        let code = self.opaque(expr);
        self.opaque_value(code, ty, hint, &name, span)
    }

    /// `detach(e)`
    fn detach(&mut self, arg: &Expr, hint: Option<&Ident>, span: Span) -> Tree {
        let tree = self.expr(arg, None);
        self.detached(tree, hint, span)
    }

    pub(super) fn detached(&mut self, tree: Tree, hint: Option<&Ident>, span: Span) -> Tree {
        match tree {
            Tree::Tuple(items) => Tree::Tuple(items.into_iter().map(|item| self.detached(item, None, span)).collect()),
            Tree::Error => Tree::Error,
            Tree::Never => Tree::Never,
            tree => {
                let operand = self.operand(tree, span);
                let ty = self.function.operand_type(&operand);
                let value = self.fresh(hint, "detached", span, ty);
                self.function.values[value.0 as usize].differentiable = false;
                self.region.push_let(span, value, IrExpr::Detach(operand));
                Tree::Leaf(value.into())
            }
        }
    }

    /// `T::from_f64(2.0)`, `T::zero()`, `T::one()`.
    pub(super) fn generic_constant(&self, expr: &Expr) -> Option<Tree> {
        let Expr::Call(call) = expr else { return None };
        let Expr::Path(path) = &*call.func else { return None };
        let (ty @ Float::Param(_), name) = self.float_owner(path)? else { return None };
        let value = match (name, call.args.first()) {
            ("zero" | "default", None) => 0.0,
            ("one", None) => 1.0,
            ("from_f64", Some(arg)) => {
                let constant = match arg {
                    Expr::Lit(literal) => constant(&literal.lit),
                    Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => negative(&unary.expr),
                    _ => None,
                };
                match constant {
                    Some(Const::Float { value, .. }) => value,
                    _ => return None,
                }
            }
            _ => return None,
        };
        Some(Tree::Leaf(Operand::float(value, ty)))
    }

    fn active(&mut self, expr: &Expr, hint: Option<&Ident>, span: Span) -> Tree {
        match expr {
            Expr::Binary(binary) => self.binary(binary, hint),
            Expr::Unary(unary) => match unary.op {
                UnOp::Deref(_) => self.place_value(expr, hint),
                UnOp::Neg(_) => self.unary(unary, Unary::Neg, hint),
                UnOp::Not(_) => self.unary(unary, Unary::Not, hint),
                _ => self.unsupported(expr, "this operator"),
            },
            Expr::Path(_) | Expr::Field(_) | Expr::Index(_) => self.place_value(expr, hint),
            Expr::Cast(cast) => self.cast(cast, hint),
            Expr::MethodCall(call) => self.method(call, hint),
            Expr::Call(call) => self.call(call, hint),
            Expr::If(_)
            | Expr::Match(_)
            | Expr::Block(_)
            | Expr::Loop(_)
            | Expr::While(_)
            | Expr::ForLoop(_)
            | Expr::Return(_)
            | Expr::Break(_)
            | Expr::Continue(_) => self.control(expr, hint, VALUE),
            Expr::Const(block) => self.block(&block.block, hint, VALUE),
            Expr::Assign(assign) => {
                let value = match &*assign.left {
                    Expr::Tuple(_) => self.expr(&assign.right, None),
                    left => self.expr(&assign.right, super::control::assigned_name(left)),
                };
                if self.reach != Reach::Live {
                    return Tree::Never;
                }
                self.assign(&assign.left, value, assign.eq_token.span);
                Tree::unit()
            }
            Expr::Array(_) | Expr::Repeat(_) => self.aggregate(expr, hint, span),
            Expr::Macro(expr_macro) => match macros::name(&expr_macro.mac).as_str() {
                "vec" => self.aggregate(expr, hint, span),
                _ => self.active_macro(expr_macro, hint, span),
            },
            Expr::Struct(literal) => self.structure(literal, hint, span),
            Expr::Let(condition) => {
                self.cx.refuse(condition.let_token, "`let` in this position is not differentiated", "write `if let`");
                Tree::Error
            }
            Expr::Range(range) => {
                self.cx.refuse(
                    range,
                    "a range over values that carry a gradient is not differentiated",
                    "range over integers, and compute with floats inside",
                );
                Tree::Error
            }
            Expr::Tuple(_) | Expr::Lit(_) | Expr::Paren(_) | Expr::Group(_) | Expr::Reference(_) | Expr::Closure(_) => {
                unreachable!("handled in lower/expr.rs: expr_named")
            }
            other => self.unsupported(other, "an expression of this form"),
        }
    }

    fn unsupported(&mut self, expr: &Expr, what: &str) -> Tree {
        self.cx.refuse(
            expr,
            format!("{what} over a value that carries a gradient is not differentiated yet"),
            "use arithmetic, float methods, `if`, `match` and loops",
        );
        Tree::Error
    }

    /// Macros of std read their arguments without a gradient.
    fn active_macro(&mut self, expr: &syn::ExprMacro, hint: Option<&Ident>, span: Span) -> Tree {
        let name = macros::name(&expr.mac);
        if macros::Known::parse(&expr.mac).is_none() || name == "dbg" {
            self.refuse_macro(&expr.mac);
            return Tree::Error;
        }
        if macros::is_statement(&expr.mac) {
            let stmt = syn::Stmt::Expr(Expr::Macro(expr.clone()), Some(syn::Token![;](span)));
            let mut code = self.opaque_stmt(&stmt);
            code.cheap = false;
            self.effect(code, &[], span);
            if macros::never_returns(&expr.mac) {
                self.reach = Reach::Aborted;
                return Tree::Never;
            }
            return Tree::unit();
        }
        let code = self.opaque(&Expr::Macro(expr.clone()));
        self.opaque_value(code, Type::Inactive, hint, &name, span)
    }

    /// One scalar operand, through references; `None` after an error.
    pub(super) fn scalar(&mut self, tree: Tree, span: Span) -> Option<Operand> {
        match tree.deref() {
            Tree::Error | Tree::Never | Tree::Unset => None,
            tree => Some(self.operand(tree, span)),
        }
    }

    /// Whether the expression asks something of an `Option` that was taken apart, or makes an empty vector: these have a
    /// better form than an opaque value, whether they carry a gradient or not.
    pub(super) fn is_structural(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Paren(inner) => self.is_structural(&inner.expr),
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                super::wrapper_methods::is_wrapper_method(&name) && self.names_wrapped(&call.receiver)
                    || (super::vectors::is_changer(&name) || super::sequences::is_writer(&name))
                        && self.names_undecided(&call.receiver)
            }
            Expr::Call(_) | Expr::Macro(_) => super::vectors::makes_empty(expr),
            _ => false,
        }
    }

    /// Whether the expression is an empty vector of which it is not known yet whether it will carry a gradient.
    fn names_undecided(&self, expr: &Expr) -> bool {
        let root = scan::root(expr).and_then(|(name, _)| self.env.lookup(&name.to_string()));
        root.is_some_and(|id| match self.env.tree(id) {
            Tree::Memory(path) | Tree::Ref { path, .. } => self.undecided.contains(&path.root),
            _ => false,
        })
    }

    fn names_wrapped(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Paren(inner) => self.names_wrapped(&inner.expr),
            Expr::Reference(reference) => self.names_wrapped(&reference.expr),
            Expr::MethodCall(call) => {
                super::wrapper_methods::is_wrapper_method(&call.method.to_string())
                    && self.names_wrapped(&call.receiver)
            }
            Expr::Path(path) => scan::local_name(path)
                .and_then(|name| self.env.lookup(&name.to_string()))
                .is_some_and(|id| super::variants::holds_wrapped(self.env.tree(id))),
            _ => false,
        }
    }

    /// Whether the expression is memory or an aggregate, which has a better form than an opaque value.
    fn is_memory(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Path(path) => scan::local_name(path).is_some_and(|name| self.env.lookup(&name.to_string()).is_some()),
            Expr::Field(field) => self.is_memory(&field.base) && !matches!(self.type_of(expr), Type::Inactive),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => self.is_memory(&unary.expr),
            Expr::Index(index) => {
                self.is_memory(&index.expr)
                    && matches!(self.type_of(expr), Type::Slice(_) | Type::Array(..) | Type::Vec(_) | Type::Tuple(_))
            }
            Expr::Array(_) | Expr::Repeat(_) => self.type_of(expr).is_differentiable(),
            Expr::Macro(expr) if macros::name(&expr.mac) == "vec" => {
                self.type_of(&Expr::Macro(expr.clone())).is_differentiable()
            }
            Expr::MethodCall(call) => {
                matches!(
                    call.method.to_string().as_str(),
                    "clone" | "to_vec" | "to_owned" | "as_slice" | "as_mut_slice"
                ) && self.is_memory(&call.receiver)
                    && through(self.type_of(&call.receiver)).is_differentiable()
            }
            _ => false,
        }
    }
}

/// A literal as a constant.
pub(super) fn constant(literal: &Lit) -> Option<Const> {
    match literal {
        Lit::Float(float) => {
            let value: f64 = float.base10_digits().parse().ok()?;
            Some(Const::Float { value, ty: suffix(float.suffix()) })
        }
        Lit::Int(int) if int.suffix().starts_with('f') => {
            let value: f64 = int.base10_digits().parse().ok()?;
            Some(Const::Float { value, ty: suffix(int.suffix()) })
        }
        Lit::Int(int) => {
            let value: i128 = int.base10_digits().parse().ok()?;
            let suffix = Some(int.suffix().to_owned()).filter(|suffix| !suffix.is_empty());
            Some(Const::Int { value, suffix })
        }
        Lit::Bool(value) => Some(Const::Bool(value.value)),
        _ => None,
    }
}

fn negative(expr: &Expr) -> Option<Const> {
    let Expr::Lit(literal) = expr else { return None };
    match constant(&literal.lit)? {
        Const::Float { value, ty } => Some(Const::Float { value: -value, ty }),
        Const::Int { value, suffix } => Some(Const::Int { value: -value, suffix }),
        Const::Bool(_) | Const::Unit => None,
    }
}

/// A literal, possibly negative or in parentheses.
pub(super) fn constant_of(expr: &Expr) -> Option<Const> {
    match expr {
        Expr::Lit(literal) => constant(&literal.lit),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => negative(&unary.expr),
        Expr::Paren(inner) => constant_of(&inner.expr),
        _ => None,
    }
}
