//! Memory: indexing, slicing, projections, references, whole aggregates.

use proc_macro2::{Ident, Span};
use quote::quote;
use syn::spanned::Spanned;
use syn::{Expr, Member, UnOp};

use super::tree::Tree;
use super::{macros, refusals, scan, Lower};
use crate::ir::{AggregateKind, Const, Expr as IrExpr, Init, Opaque, Operand, Path, PlaceKind, Step, Type};

impl Lower<'_> {
    /// A place expression as a tree whose memory is not read yet.
    pub(super) fn place(&mut self, expr: &Expr) -> Tree {
        let span = refusals::span_of(expr);
        match expr {
            Expr::Paren(inner) => self.place(&inner.expr),
            Expr::Group(inner) => self.place(&inner.expr),
            Expr::Path(path) => match scan::local_name(path).and_then(|name| self.env.lookup(&name.to_string())) {
                Some(id) => self.env.tree(id).clone(),
                None => self.expr(expr, None),
            },
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => match self.place(&unary.expr) {
                Tree::Ref { path, .. } => Tree::Memory(path),
                Tree::Borrow(inner) => *inner,
                other => other,
            },
            Expr::Field(field) => {
                let base = self.place(&field.base);
                self.field(base, field)
            }
            Expr::Index(index) => {
                let base = self.place(&index.expr);
                if self.doubts_indexed(&base, span) || self.doubts_width(&base, &index.index) {
                    return Tree::Error;
                }
                let Some(path) = self.addressed(base, span) else { return Tree::Error };
                match self.index_step(&index.index) {
                    Some(step) => Tree::Memory(path.join(&[step])),
                    None => Tree::Error,
                }
            }
            other => self.expr(other, None),
        }
    }

    /// A place expression by value.
    pub(super) fn place_value(&mut self, expr: &Expr, hint: Option<&Ident>) -> Tree {
        let tree = self.place(expr);
        self.read(tree, refusals::span_of(expr), hint)
    }

    fn field(&mut self, base: Tree, field: &syn::ExprField) -> Tree {
        let span = field.dot_token.span();
        let index = match &field.member {
            Member::Unnamed(index) => index.index,
            Member::Named(name) => {
                let Some(path) = self.addressed(base, span) else { return Tree::Error };
                return Tree::Memory(path.join(&[Step::Field(name.clone())]));
            }
        };
        match base.deref() {
            Tree::Tuple(items) => items.get(index as usize).cloned().unwrap_or_else(|| {
                self.doubt_at(field.member.span(), format!("the element `{index}` of a tuple of {}", items.len()));
                Tree::Error
            }),
            Tree::Memory(path) => Tree::Memory(path.join(&[Step::Element(index)])),
            Tree::Leaf(operand) => self.project(&operand, index, span),
            Tree::Ref { .. }
            | Tree::Borrow(_)
            | Tree::Closure(_)
            | Tree::Iter(_)
            | Tree::Wrapped(_)
            | Tree::Choice(_)
            | Tree::Unset
            | Tree::Never
            | Tree::Error => Tree::Error,
        }
    }

    /// The step of a range that is an argument: `copy_within(1..3, 0)`.
    pub(super) fn range_step(&mut self, index: &Expr) -> Option<Step> {
        self.index_step(index)
    }

    fn index_step(&mut self, index: &Expr) -> Option<Step> {
        match index {
            Expr::Paren(inner) => self.index_step(&inner.expr),
            Expr::Range(range) => {
                let start = match &range.start {
                    Some(start) => Some(self.index_operand(start, "start")?),
                    None => None,
                };
                let end = match &range.end {
                    Some(end) => Some(self.index_operand(end, "end")?),
                    None => None,
                };
                Some(Step::Range { start, end, inclusive: matches!(range.limits, syn::RangeLimits::Closed(_)) })
            }
            other => {
                let operand = self.index_operand(other, "index")?;
                // Matrices are indexed by a row and a column.
                let several = matches!(
                    self.function.operand_type(&operand),
                    Type::Tuple(items) if items.iter().all(|item| matches!(item, Type::Int | Type::Inactive))
                );
                if !several && self.doubts_discrete(&operand, &Type::Int, refusals::span_of(other)) {
                    return None;
                }
                Some(Step::Index(operand))
            }
        }
    }

    fn index_operand(&mut self, expr: &Expr, name: &str) -> Option<Operand> {
        let tree = self.expr_named(expr, None, name);
        self.scalar(tree, refusals::span_of(expr))
    }

    /// `&e` and `&mut e`.
    pub(super) fn reference(&mut self, reference: &syn::ExprReference, hint: Option<&Ident>, name: &str) -> Tree {
        let mutable = reference.mutability.is_some();
        let span = reference.and_token.span();
        let inner = &*reference.expr;
        let named = scan::root(inner).is_some_and(|(name, _)| self.env.lookup(&name.to_string()).is_some());
        if named && is_place(inner) {
            let tree = self.place(inner);
            return self.borrow(tree, mutable, span);
        }
        if let (false, Some(constant @ Const::Float { .. })) = (mutable, super::expr::constant_of(inner)) {
            return Tree::Borrow(Box::new(Tree::Leaf(Operand::Const(constant))));
        }
        // What a `&mut` to a temporary is written to may carry a gradient, whatever its first contents.
        if !mutable && !self.mentions_active(&scan::Mentions::of_expr(inner)) && self.verbatim(inner) {
            let ty = Type::Ref(Box::new(self.type_of(inner)));
            let code = self.opaque(&Expr::Reference(reference.clone()));
            return self.opaque_value(code, ty, hint, name, span);
        }
        let tree = self.expr(inner, None);
        if matches!(tree, Tree::Error | Tree::Never) {
            return tree;
        }
        self.borrow(tree, mutable, span)
    }

    fn borrow(&mut self, tree: Tree, mutable: bool, span: Span) -> Tree {
        match tree {
            Tree::Memory(path) => {
                if mutable {
                    self.function.places[path.root.0 as usize].mutable = true;
                }
                Tree::Ref { path, mutable }
            }
            Tree::Leaf(operand) if !mutable => match self.function.operand_type(&operand) {
                Type::Array(..) | Type::Vec(_) => match self.addressed(Tree::Leaf(operand), span) {
                    Some(path) => Tree::Ref { path, mutable },
                    None => Tree::Error,
                },
                _ => Tree::Borrow(Box::new(Tree::Leaf(operand))),
            },
            Tree::Error | Tree::Never | Tree::Unset => tree,
            tree if mutable => match self.addressed(tree, span) {
                Some(path) => {
                    let place = &mut self.function.places[path.root.0 as usize];
                    place.mutable = true;
                    place.differentiable |= place.ty.is_differentiable();
                    Tree::Ref { path, mutable }
                }
                None => Tree::Error,
            },
            tree => Tree::Borrow(Box::new(tree)),
        }
    }

    /// `.clone()`, `.to_vec()`: new memory with the same contents.
    pub(super) fn copy(&mut self, tree: Tree, method: &str, hint: Option<&Ident>, span: Span) -> Tree {
        let Some(path) = self.addressed(tree, span) else { return Tree::Error };
        let ty = match (method, self.path_type(&path)) {
            ("to_vec", Type::Array(item, _) | Type::Slice(item)) | ("to_owned", Type::Slice(item)) => Type::Vec(item),
            (_, ty) => ty,
        };
        let to_vec = matches!((&ty, self.path_type(&path)), (Type::Vec(_), Type::Slice(_) | Type::Array(..)));
        self.new_place(hint, "copy", ty, Init::CopyOf { path, to_vec }, true, span)
    }

    fn new_place(&mut self, hint: Option<&Ident>, name: &str, ty: Type, init: Init, active: bool, span: Span) -> Tree {
        let ident = match hint {
            Some(hint) => self.names.user(hint),
            None => self.names.temporary(name, span),
        };
        let path = self.declare_place(ident, ty, init, span);
        let place = &mut self.function.places[path.root.0 as usize];
        place.differentiable &= active;
        Tree::Memory(path)
    }

    /// `[a, b]`, `[a; n]`, `vec![…]`: new memory. Literals of floats can take gradients later, when they are written to.
    pub(super) fn aggregate(&mut self, expr: &Expr, hint: Option<&Ident>, span: Span) -> Tree {
        if super::vectors::makes_empty(expr) {
            let init = Init::List { kind: AggregateKind::Vec, items: Vec::new() };
            return self.new_empty(init, None, hint, span);
        }
        let ty = self.type_of(expr);
        let mut item_ty = None;
        let Some(init) = self.aggregate_init(expr, &mut item_ty) else { return Tree::Error };
        let ty = match (ty, item_ty) {
            (Type::Array(_, len), Some(item)) => Type::Array(Box::new(item), len),
            (Type::Vec(_), Some(item)) => Type::Vec(Box::new(item)),
            (ty, _) => ty,
        };
        self.new_place(hint, "memory", ty, init, true, span)
    }

    /// `item` learns the type of the elements.
    fn aggregate_init(&mut self, expr: &Expr, item: &mut Option<Type>) -> Option<Init> {
        match expr {
            Expr::Paren(inner) => self.aggregate_init(&inner.expr, item),
            Expr::Array(array) => self.list(AggregateKind::Array, array.elems.iter(), item),
            Expr::Repeat(repeat) => self.repeat(AggregateKind::Array, &repeat.expr, &repeat.len, item),
            Expr::Macro(expr) => match macros::Known::parse(&expr.mac)? {
                macros::Known::List(exprs) => self.list(AggregateKind::Vec, exprs.iter(), item),
                macros::Known::Repeat(value, len) => self.repeat(AggregateKind::Vec, &value, &len, item),
                macros::Known::Matches(..) => None,
            },
            _ => None,
        }
    }

    fn list<'e>(
        &mut self,
        kind: AggregateKind,
        exprs: impl Iterator<Item = &'e Expr>,
        item: &mut Option<Type>,
    ) -> Option<Init> {
        let mut items = Vec::new();
        for expr in exprs {
            items.push(self.item_init(expr, item)?);
        }
        // Literals learn their type from their neighbours.
        if let Some(ty) = item.clone() {
            for init in &mut items {
                if let Init::Value(operand) = init {
                    *operand = self.coerce_operand(operand.clone(), &ty);
                }
            }
        }
        Some(Init::List { kind, items })
    }

    fn repeat(&mut self, kind: AggregateKind, value: &Expr, len: &Expr, item: &mut Option<Type>) -> Option<Init> {
        let value = Box::new(self.item_init(value, item)?);
        let len = if self.quiet(len) && self.verbatim(len) {
            self.opaque(len)
        } else {
            // A field of a value that carries a gradient (`vec![0.0; net.hidden]`), a block.
            let (tree, span) = (self.expr_named(len, None, "len"), refusals::span_of(len));
            if matches!(tree, Tree::Error | Tree::Never | Tree::Unset) {
                return None;
            }
            let operand = self.operand(tree.deref(), span);
            self.opaque_tree(&Tree::Leaf(operand))
        };
        Some(Init::Repeat { kind, value, len })
    }

    fn item_init(&mut self, expr: &Expr, item: &mut Option<Type>) -> Option<Init> {
        let nested = matches!(expr, Expr::Array(_) | Expr::Repeat(_))
            || matches!(expr, Expr::Macro(expr) if macros::name(&expr.mac) == "vec");
        if nested {
            let mut inner = None;
            let init = self.aggregate_init(expr, &mut inner)?;
            let ty = match (self.type_of(expr), inner) {
                (Type::Array(_, len), Some(inner)) => Type::Array(Box::new(inner), len),
                (Type::Vec(_), Some(inner)) => Type::Vec(Box::new(inner)),
                (ty, _) => ty,
            };
            item.get_or_insert(ty);
            return Some(init);
        }
        let span = refusals::span_of(expr);
        let tree = self.expr(expr, None);
        if matches!(tree, Tree::Error | Tree::Never) {
            return None;
        }
        let ty = self.tree_type(&tree);
        if item.as_ref().is_some_and(|known| self.doubts_type(&ty, known, span)) {
            return None;
        }
        *item = Some(match item.take() {
            None => ty,
            // A call without a gradient among floats tells nothing of its type by itself.
            Some(known) if known.is_float() || ty.is_float() => super::facts::join(known, ty),
            Some(known) => known,
        });
        let tree = match tree {
            Tree::Ref { .. } | Tree::Borrow(_) => tree.deref(),
            tree => tree,
        };
        Some(self.init_of(tree, span))
    }

    /// `let name = tree;` where the tree is memory by value: an alias where the user moved it, else a copy.
    pub(super) fn let_memory(&mut self, name: &Ident, mutable: bool, path: Path) -> Tree {
        let data = self.function.place_data(path.root);
        let owned = matches!(data.kind, PlaceKind::Owned | PlaceKind::Local) && path.steps.is_empty();
        let ty = self.path_type(&path);
        let moved = match &ty {
            Type::Vec(_) | Type::Inactive | Type::Unknown(_) | Type::Wrapped(..) => true,
            Type::Array(..)
            | Type::Slice(_)
            | Type::Tuple(_)
            | Type::Ref(_)
            | Type::Float(_)
            | Type::Int
            | Type::Bool
            | Type::Unit => false,
        };
        if owned && moved {
            return Tree::Memory(path);
        }
        // What is written to a mutable copy may carry a gradient.
        let active = mutable || self.path_active(&path);
        // The middle of an array that a pattern took out: its length is known to rustc alone.
        let (ty, to_vec) = match ty {
            Type::Slice(item) => (Type::Vec(item), true),
            ty => (ty, false),
        };
        self.new_place(Some(name), "copy", ty, Init::CopyOf { path, to_vec }, active, name.span())
    }

    /// `let name = code;` of an inactive container.
    pub(super) fn let_opaque(&mut self, name: &Ident, ty: Type, code: Opaque, annotation: Option<&syn::Type>) -> Tree {
        let tree = self.new_place(Some(name), "data", ty, Init::Opaque(code), false, name.span());
        if let Tree::Memory(path) = &tree {
            self.function.places[path.root.0 as usize].annotation = annotation.map(|ty| quote!(#ty));
        }
        tree
    }

    /// A whole aggregate as one value.
    pub(super) fn whole(&mut self, path: Path, span: Span) -> Operand {
        let ty = self.path_type(&path);
        let tree = self.bind_value(span, None, "whole", ty, IrExpr::Load(path));
        self.operand(tree, span)
    }
}

fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) | Expr::Index(_) | Expr::Field(_) => true,
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)),
        Expr::Paren(inner) => is_place(&inner.expr),
        _ => false,
    }
}
