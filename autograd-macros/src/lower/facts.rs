//! What can be said of an expression before it is lowered: its type as far as tokens tell, and whether it is quiet, that
//! is, carries no gradient.

use syn::{BinOp, Expr, Lit, UnOp};

use super::methods::{self, is_float_function};
use super::scan::{self, Mentions};
use super::{exits, macros, operators, Lower};
use crate::ir::{Float, Type};

impl Lower<'_> {
    /// Whether the expression carries no gradient: no variable in it does, or it yields an integer or a boolean.
    pub(super) fn quiet(&self, expr: &Expr) -> bool {
        let mentions = Mentions::of_expr(expr);
        !self.mentions_active(&mentions) || self.yields_discrete(expr) && !self.mentions_callables(&mentions)
    }

    pub(super) fn mentions_active(&self, mentions: &Mentions) -> bool {
        mentions
            .used
            .iter()
            .any(|name| self.env.lookup(&name.to_string()).is_some_and(|id| self.tree_active(self.env.tree(id))))
    }

    /// Whether the expression can stay in the user's tokens: it does not jump, assign to a promoted variable, or write to
    /// memory that carries a gradient.
    pub(super) fn verbatim(&self, expr: &Expr) -> bool {
        !exits::jumps_expr(expr) && self.leaves_variables(&Mentions::of_expr(expr))
    }

    pub(super) fn leaves_variables(&self, mentions: &Mentions) -> bool {
        let promoted = mentions.assigned.iter().any(|name| {
            self.env.lookup(&name.to_string()).is_some_and(
                |id| !matches!(self.env.tree(id), super::tree::Tree::Memory(path) if !self.path_active(path)),
            )
        });
        let written = mentions.written.iter().any(|name| {
            self.env.lookup(&name.to_string()).is_some_and(|id| {
                let tree = self.env.tree(id);
                match tree {
                    super::tree::Tree::Memory(path) | super::tree::Tree::Ref { path, .. } => {
                        self.path_active(path) || self.undecided.contains(&path.root)
                    }
                    _ => false,
                }
            })
        });
        let borrowed = mentions.borrowed.iter().any(|name| {
            self.env.lookup(name).is_some_and(|id| !matches!(self.env.tree(id), super::tree::Tree::Memory(_)))
                && mentions.used.iter().any(|used| used == name)
        });
        !promoted && !written && !borrowed
    }

    /// Integers, booleans and other discrete results of active values: their derivative is zero or they have none.
    fn yields_discrete(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Paren(inner) => self.yields_discrete(&inner.expr),
            Expr::Group(inner) => self.yields_discrete(&inner.expr),
            Expr::Lit(_) => true,
            Expr::Binary(binary) => {
                operators::is_comparison(&binary.op)
                    || operators::is_logic(&binary.op)
                    || (self.quiet(&binary.left) && self.quiet(&binary.right))
            }
            Expr::Unary(unary) => match unary.op {
                UnOp::Not(_) => true,
                _ => self.yields_discrete(&unary.expr),
            },
            Expr::Cast(cast) => matches!(self.peek_type(&cast.ty), Type::Int | Type::Bool),
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                methods::is_discrete(&name)
                    || (self.quiet(&call.receiver) && call.args.iter().all(|arg| self.quiet(arg)))
            }
            Expr::Call(call) => {
                matches!(&*call.func, Expr::Path(path) if is_detach(&path.path))
                    || !call.args.is_empty() && call.args.iter().all(|arg| self.quiet(arg))
            }
            Expr::Index(index) => self.quiet(&index.expr) && self.quiet(&index.index),
            Expr::Reference(reference) => reference.mutability.is_none() && self.yields_discrete(&reference.expr),
            Expr::Field(field) => self.yields_discrete(&field.base),
            Expr::Range(range) => range.start.iter().chain(&range.end).all(|bound| self.quiet(bound)),
            Expr::If(branch) => {
                let tail = |block: &syn::Block| match &block.stmts[..] {
                    [syn::Stmt::Expr(tail, None)] => self.quiet(tail),
                    _ => false,
                };
                let otherwise = match &branch.else_branch {
                    Some((_, otherwise)) => match &**otherwise {
                        Expr::Block(block) => tail(&block.block),
                        nested => self.yields_discrete(nested),
                    },
                    None => false,
                };
                !matches!(&*branch.cond, Expr::Let(_)) && tail(&branch.then_branch) && otherwise
            }
            Expr::Macro(expr) => matches!(macros::name(&expr.mac).as_str(), "matches" | "format"),
            _ => false,
        }
    }

    /// The type of a user's type in a cast or an annotation; no messages.
    pub(super) fn peek_type(&self, ty: &syn::Type) -> Type {
        if has_infer(ty) {
            return Type::Unknown(None);
        }
        let silent = crate::diagnostics::Diagnostics::new();
        let found = crate::signature::classify::classify(&silent, &self.signature.generics, ty);
        drop(silent.finish());
        found
    }

    /// The type that the user's tokens tell of, with [`Type::Unknown`] for each `_` in them; no messages.
    pub(super) fn peek_open_type(&self, ty: &syn::Type) -> Type {
        match ty {
            syn::Type::Infer(_) => Type::Unknown(None),
            syn::Type::Array(array) => {
                let len = &array.len;
                Type::Array(Box::new(self.peek_open_type(&array.elem)), quote::quote!(#len))
            }
            syn::Type::Path(path) if has_infer(ty) => match path.path.segments.last() {
                Some(segment) if segment.ident == "Vec" => Type::Vec(Box::new(Type::Unknown(None))),
                _ => Type::Unknown(None),
            },
            other => self.peek_type(other),
        }
    }

    /// The type of an expression, as far as its tokens tell. [`Type::Inactive`] where they do not.
    pub(super) fn type_of(&self, expr: &Expr) -> Type {
        match expr {
            Expr::Paren(inner) => self.type_of(&inner.expr),
            Expr::Group(inner) => self.type_of(&inner.expr),
            Expr::Lit(literal) => match &literal.lit {
                Lit::Float(float) => Type::Float(suffix(float.suffix())),
                Lit::Int(int) if int.suffix().starts_with('f') => Type::Float(suffix(int.suffix())),
                Lit::Int(_) => Type::Int,
                Lit::Bool(_) => Type::Bool,
                _ => Type::Inactive,
            },
            Expr::Path(path) => self.type_of_path(path),
            Expr::Binary(binary) if operators::is_comparison(&binary.op) || operators::is_logic(&binary.op) => {
                Type::Bool
            }
            Expr::Binary(binary) if operators::compound(&binary.op).is_some() => Type::Unit,
            Expr::Binary(binary) => match binary.op {
                BinOp::Shl(_) | BinOp::Shr(_) => self.type_of(&binary.left),
                _ => join(self.type_of(&binary.left), self.type_of(&binary.right)),
            },
            Expr::Unary(unary) => match (unary.op, self.type_of(&unary.expr)) {
                (UnOp::Deref(_), Type::Ref(inner)) => *inner,
                (_, ty) => ty,
            },
            Expr::Cast(cast) => self.peek_type(&cast.ty),
            Expr::MethodCall(call) => self.type_of_method(call),
            Expr::Call(call) => self.type_of_call(call),
            Expr::Index(index) => {
                let base = through(self.type_of(&index.expr));
                match &*index.index {
                    Expr::Range(_) if matches!(base, Type::Inactive) => Type::Inactive,
                    Expr::Range(_) => Type::Slice(Box::new(base.element())),
                    _ => match base.element() {
                        Type::Unknown(_) => Type::Inactive,
                        element => element,
                    },
                }
            }
            Expr::Field(field) => match (through(self.type_of(&field.base)), &field.member) {
                (Type::Tuple(items), syn::Member::Unnamed(index)) => {
                    items.get(index.index as usize).cloned().unwrap_or(Type::Inactive)
                }
                _ => Type::Inactive,
            },
            Expr::Reference(reference) => Type::Ref(Box::new(self.type_of(&reference.expr))),
            Expr::Tuple(tuple) if tuple.elems.is_empty() => Type::Unit,
            Expr::Tuple(tuple) => Type::Tuple(tuple.elems.iter().map(|elem| self.type_of(elem)).collect()),
            Expr::Array(array) => {
                let len = array.elems.len();
                let item = array.elems.first().map_or(Type::Inactive, |elem| self.type_of(elem));
                Type::Array(Box::new(item), quote::quote!(#len))
            }
            Expr::Repeat(repeat) => {
                let len = &repeat.len;
                Type::Array(Box::new(self.type_of(&repeat.expr)), quote::quote!(#len))
            }
            Expr::Block(block) => self.type_of_block(&block.block),
            Expr::Const(block) => self.type_of_block(&block.block),
            Expr::If(branch) => {
                let otherwise = branch.else_branch.as_ref().map_or(Type::Unit, |(_, other)| self.type_of(other));
                join(self.type_of_block(&branch.then_branch), otherwise)
            }
            Expr::Match(branch) => {
                let live = branch.arms.iter().find(|arm| !exits::leaves_expr(&arm.body));
                live.map_or(Type::Inactive, |arm| self.type_of_arm(arm))
            }
            Expr::Macro(expr) => match (macros::name(&expr.mac).as_str(), macros::Known::parse(&expr.mac)) {
                ("vec", Some(known)) => {
                    let item = known.exprs().first().map_or(Type::Inactive, |item| self.type_of(item));
                    Type::Vec(Box::new(item))
                }
                ("matches", _) => Type::Bool,
                _ => Type::Inactive,
            },
            Expr::While(_) | Expr::ForLoop(_) | Expr::Assign(_) => Type::Unit,
            _ => Type::Inactive,
        }
    }

    /// The type of a block's tail. Names that the block declares mean what they are declared with.
    fn type_of_block(&self, block: &syn::Block) -> Type {
        let depth = self.inner.borrow().len();
        for stmt in &block.stmts {
            if let syn::Stmt::Local(local) = stmt {
                let ty = match (&local.pat, &local.init) {
                    (syn::Pat::Type(typed), _) => self.peek_type(&typed.ty),
                    (syn::Pat::Ident(_), Some(init)) => self.type_of(&init.expr),
                    _ => Type::Inactive,
                };
                self.peek_names(&local.pat, &ty);
            }
        }
        let ty = match block.stmts.last() {
            Some(syn::Stmt::Expr(tail, None)) => self.type_of(tail),
            Some(syn::Stmt::Macro(_)) => Type::Inactive,
            _ => Type::Unit,
        };
        self.inner.borrow_mut().truncate(depth);
        ty
    }

    fn peek_names(&self, pat: &syn::Pat, ty: &Type) {
        let single = match pat {
            syn::Pat::Ident(_) => true,
            syn::Pat::Type(typed) => matches!(&*typed.pat, syn::Pat::Ident(_)),
            _ => false,
        };
        for name in scan::bindings(pat) {
            let ty = if single { ty.clone() } else { Type::Inactive };
            self.inner.borrow_mut().push((name.to_string(), ty));
        }
    }

    fn type_of_arm(&self, arm: &syn::Arm) -> Type {
        let depth = self.inner.borrow().len();
        self.peek_names(&arm.pat, &Type::Inactive);
        let ty = self.type_of(&arm.body);
        self.inner.borrow_mut().truncate(depth);
        ty
    }

    fn type_of_path(&self, path: &syn::ExprPath) -> Type {
        if let Some(name) = scan::local_name(path).map(ToString::to_string) {
            if let Some((_, ty)) = self.inner.borrow().iter().rev().find(|(known, _)| *known == name) {
                return ty.clone();
            }
        }
        if let Some(id) = scan::local_name(path).and_then(|name| self.env.lookup(&name.to_string())) {
            return self.tree_type(self.env.tree(id));
        }
        if let Some(name) = scan::local_name(path) {
            if self.signature.generics.consts.contains(name) {
                return Type::Int;
            }
        }
        let segments: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        match segments.iter().rev().nth(1).map(String::as_str) {
            Some("usize" | "u8" | "u16" | "u32" | "u64" | "i8" | "i16" | "i32" | "i64" | "isize") => Type::Int,
            Some("f64") => Type::Float(Float::F64),
            Some("f32") => Type::Float(Float::F32),
            Some("consts") if segments.iter().any(|segment| segment == "f64") => Type::Float(Float::F64),
            Some("consts") if segments.iter().any(|segment| segment == "f32") => Type::Float(Float::F32),
            _ => Type::Inactive,
        }
    }

    fn type_of_method(&self, call: &syn::ExprMethodCall) -> Type {
        let name = call.method.to_string();
        let receiver = through(self.type_of(&call.receiver));
        match (name.as_str(), receiver) {
            ("len" | "count" | "capacity", _) => Type::Int,
            ("to_vec", Type::Array(item, _) | Type::Slice(item) | Type::Vec(item)) => Type::Vec(item),
            ("clone" | "to_owned" | "as_slice" | "copied", ty) => ty,
            ("sin_cos", ty) => Type::Tuple(vec![ty.clone(), ty]),
            ("is_sign_positive" | "is_empty" | "contains" | "is_nan" | "is_finite" | "is_some" | "is_none", _) => {
                Type::Bool
            }
            (method, Type::Float(float)) if is_float_function(method) => Type::Float(float),
            (method, Type::Int) if methods::keeps_int(method) => Type::Int,
            (method, Type::Unknown(_)) if methods::only_reads(method) => Type::Unknown(None),
            _ => Type::Inactive,
        }
    }

    fn type_of_call(&self, call: &syn::ExprCall) -> Type {
        let Expr::Path(path) = &*call.func else { return Type::Inactive };
        if is_detach(&path.path) {
            return call.args.first().map_or(Type::Inactive, |arg| self.type_of(arg));
        }
        match self.float_owner(path) {
            Some((Float::F64 | Float::F32, "is_nan")) => Type::Bool,
            Some((float, _)) => Type::Float(float),
            // No number: `Matrix2::identity() * x` is no number either.
            None if self.makes_matrix(&Expr::Call(call.clone()), None) => Type::Unknown(None),
            None => Type::Inactive,
        }
    }

    /// `f64::name`, `f32::name`, `T::name` of a generic float.
    pub(super) fn float_owner(&self, path: &syn::ExprPath) -> Option<(Float, &'static str)> {
        let mut segments = path.path.segments.iter().rev();
        let name = &segments.next()?.ident;
        let owner = match (&path.qself, segments.next()) {
            (None, Some(owner)) => owner.ident.clone(),
            (Some(qself), None) => match &*qself.ty {
                syn::Type::Path(ty) => ty.path.get_ident()?.clone(),
                _ => return None,
            },
            _ => return None,
        };
        let float = match owner.to_string().as_str() {
            "f64" => Float::F64,
            "f32" => Float::F32,
            _ if self.signature.generics.floats.contains(&owner) => Float::Param(owner),
            _ => return None,
        };
        Some((float, methods::interned(&name.to_string())?))
    }
}

pub(super) fn is_detach(path: &syn::Path) -> bool {
    path.segments.last().is_some_and(|segment| segment.ident == "detach")
        && (path.segments.len() == 1 || path.segments.first().is_some_and(|segment| segment.ident == "autograd"))
}

pub(super) fn has_infer(ty: &syn::Type) -> bool {
    struct Found(bool);
    impl<'ast> syn::visit::Visit<'ast> for Found {
        fn visit_type_infer(&mut self, _: &'ast syn::TypeInfer) {
            self.0 = true;
        }
    }
    let mut found = Found(false);
    syn::visit::Visit::visit_type(&mut found, ty);
    found.0
}

/// Through references.
pub(super) fn through(ty: Type) -> Type {
    match ty {
        Type::Ref(inner) => through(*inner),
        other => other,
    }
}

/// The type of an arithmetic result.
pub(super) fn join(a: Type, b: Type) -> Type {
    match (through(a), through(b)) {
        (Type::Float(Float::Literal), Type::Float(float)) | (Type::Float(float), Type::Float(_)) => Type::Float(float),
        (Type::Unknown(_), _) | (_, Type::Unknown(_)) => Type::Unknown(None),
        (Type::Float(float), _) | (_, Type::Float(float)) => Type::Float(float),
        (Type::Int, _) | (_, Type::Int) => Type::Int,
        (a, _) => a,
    }
}

pub(super) fn suffix(text: &str) -> Float {
    match text {
        "f32" => Float::F32,
        "f64" => Float::F64,
        _ => Float::Literal,
    }
}
