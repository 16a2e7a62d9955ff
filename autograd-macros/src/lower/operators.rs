//! Operators and casts.

use proc_macro2::Ident;
use quote::{quote, ToTokens};
use syn::spanned::Spanned;
use syn::BinOp;

use super::facts;
use super::tree::Tree;
use super::Lower;
use crate::ir::{Binary, Expr as IrExpr, Opaque, Operand, Type, Unary};

impl Lower<'_> {
    pub(super) fn unary(&mut self, unary: &syn::ExprUnary, op: Unary, hint: Option<&Ident>) -> Tree {
        let span = unary.op.span();
        let tree = self.expr(&unary.expr, None);
        let Some(operand) = self.scalar(tree, span) else { return Tree::Error };
        let ty = self.function.operand_type(&operand);
        if let (Unary::Neg, Type::Int | Type::Inactive) = (op, &ty) {
            let inner = self.opaque_tree(&Tree::Leaf(operand));
            let code = inner.code;
            return self.opaque_value(Opaque { code: quote!(-#code), ..inner }, ty, hint, "value", span);
        }
        self.bind_value(span, hint, if op == Unary::Neg { "neg" } else { "not" }, ty, IrExpr::Unary(op, operand))
    }

    pub(super) fn cast(&mut self, cast: &syn::ExprCast, hint: Option<&Ident>) -> Tree {
        let span = cast.as_token.span;
        let tree = self.expr(&cast.expr, None);
        let Some(operand) = self.scalar(tree, span) else { return Tree::Error };
        let ty = self.peek_type(&cast.ty);
        let from = self.function.operand_type(&operand);
        if !ty.is_float() || matches!(from, Type::Int | Type::Bool) {
            let inner = self.opaque_tree(&Tree::Leaf(operand));
            let (code, target) = (inner.code, &cast.ty);
            return self.opaque_value(Opaque { code: quote!((#code as #target)), ..inner }, ty, hint, "value", span);
        }
        if let (Type::Float(to), Type::Float(from)) = (&ty, &from) {
            if to == from {
                return Tree::Leaf(operand);
            }
        }
        let tokens = cast.ty.to_token_stream();
        self.bind_value(span, hint, "cast", ty.clone(), IrExpr::Cast(operand, ty, tokens))
    }

    pub(super) fn binary(&mut self, binary: &syn::ExprBinary, hint: Option<&Ident>) -> Tree {
        let span = binary.op.span();
        if let Some(op) = compound(&binary.op) {
            self.compound_assign(&binary.left, op, &binary.right, &binary.op);
            return Tree::unit();
        }
        if is_logic(&binary.op) {
            return self.logic(binary, hint);
        }
        let left = self.expr(&binary.left, None);
        let right = self.expr(&binary.right, None);
        let (Some(a), Some(b)) = (self.by_reference(left, span), self.by_reference(right, span)) else {
            return Tree::Error;
        };
        self.arithmetic(&binary.op, a, b, hint)
    }

    /// An operand of an operator. A reference to a user type stays one: its operators may be implemented for references only.
    fn by_reference(&mut self, tree: Tree, span: proc_macro2::Span) -> Option<Operand> {
        let referred = matches!(tree, Tree::Ref { .. } | Tree::Borrow(_));
        let known = !matches!(facts::through(self.tree_type(&tree)), Type::Unknown(_));
        let operand = self.scalar(tree, span)?;
        if !referred || known {
            return Some(operand);
        }
        let ty = Type::Ref(Box::new(self.function.operand_type(&operand)));
        let borrowed = self.bind_value(span, None, "borrowed", ty, IrExpr::Borrow(operand));
        self.scalar(borrowed, span)
    }

    /// `a && b` where one of them cannot stay opaque.
    fn logic(&mut self, binary: &syn::ExprBinary, hint: Option<&Ident>) -> Tree {
        let span = binary.op.span();
        let left = self.condition(&binary.left);
        let and = matches!(binary.op, BinOp::And(_));
        let right = |lower: &mut Self| Tree::Leaf(lower.condition(&binary.right));
        if and {
            self.branch(span, left, hint, &right, &|_| Tree::bool(false))
        } else {
            self.branch(span, left, hint, &|_| Tree::bool(true), &right)
        }
    }

    /// A binary operator on two operands.
    pub(super) fn arithmetic(&mut self, op: &BinOp, a: Operand, b: Operand, hint: Option<&Ident>) -> Tree {
        let span = op.span();
        let (left, right) = (self.function.operand_type(&a), self.function.operand_type(&b));
        let discrete = |ty: &Type| matches!(ty, Type::Int | Type::Bool | Type::Inactive);
        let known = operator(op);
        if known.is_some() && self.doubts_operator(op, &left, &right) {
            return Tree::Error;
        }
        if known.is_none() || (discrete(&left) && discrete(&right)) {
            let (x, y) = (self.opaque_tree(&Tree::Leaf(a)), self.opaque_tree(&Tree::Leaf(b)));
            let (left_code, right_code) = (&x.code, &y.code);
            let code = quote!(#left_code #op #right_code);
            let uses = [x.uses, y.uses].concat();
            let ty = if is_comparison(op) { Type::Bool } else { facts::join(left, right) };
            return self.opaque_value(Opaque { code, uses, places: Vec::new(), cheap: true }, ty, hint, "value", span);
        }
        let Some((op, name)) = known else { return Tree::Error };
        let ty = facts::join(left.clone(), right.clone());
        let a = self.coerce_operand_to_float(a, &ty);
        let b = self.coerce_operand_to_float(b, &ty);
        let ty = if matches!(op, Binary::Lt | Binary::Le | Binary::Gt | Binary::Ge | Binary::Eq | Binary::Ne) {
            Type::Bool
        } else {
            ty
        };
        self.bind_value(span, hint, name, ty, IrExpr::Binary(op, a, b))
    }

    fn coerce_operand_to_float(&mut self, operand: Operand, ty: &Type) -> Operand {
        if ty.is_float() {
            self.coerce_operand(operand, ty)
        } else {
            operand
        }
    }
}

pub(super) fn is_comparison(op: &BinOp) -> bool {
    matches!(op, BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) | BinOp::Eq(_) | BinOp::Ne(_))
}

pub(super) fn is_logic(op: &BinOp) -> bool {
    matches!(op, BinOp::And(_) | BinOp::Or(_))
}

fn operator(op: &BinOp) -> Option<(Binary, &'static str)> {
    Some(match op {
        BinOp::Add(_) => (Binary::Add, "sum"),
        BinOp::Sub(_) => (Binary::Sub, "difference"),
        BinOp::Mul(_) => (Binary::Mul, "product"),
        BinOp::Div(_) => (Binary::Div, "quotient"),
        BinOp::Rem(_) => (Binary::Rem, "remainder"),
        BinOp::Lt(_) => (Binary::Lt, "cond"),
        BinOp::Le(_) => (Binary::Le, "cond"),
        BinOp::Gt(_) => (Binary::Gt, "cond"),
        BinOp::Ge(_) => (Binary::Ge, "cond"),
        BinOp::Eq(_) => (Binary::Eq, "cond"),
        BinOp::Ne(_) => (Binary::Ne, "cond"),
        _ => return None,
    })
}

/// The operator of a compound assignment.
pub(super) fn compound(op: &BinOp) -> Option<BinOp> {
    let span = op.span();
    Some(match op {
        BinOp::AddAssign(_) => BinOp::Add(syn::Token![+](span)),
        BinOp::SubAssign(_) => BinOp::Sub(syn::Token![-](span)),
        BinOp::MulAssign(_) => BinOp::Mul(syn::Token![*](span)),
        BinOp::DivAssign(_) => BinOp::Div(syn::Token![/](span)),
        BinOp::RemAssign(_) => BinOp::Rem(syn::Token![%](span)),
        BinOp::BitXorAssign(_) => BinOp::BitXor(syn::Token![^](span)),
        BinOp::BitAndAssign(_) => BinOp::BitAnd(syn::Token![&](span)),
        BinOp::BitOrAssign(_) => BinOp::BitOr(syn::Token![|](span)),
        BinOp::ShlAssign(_) => BinOp::Shl(syn::Token![<<](span)),
        BinOp::ShrAssign(_) => BinOp::Shr(syn::Token![>>](span)),
        _ => return None,
    })
}
