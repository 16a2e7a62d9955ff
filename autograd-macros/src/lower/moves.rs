//! Whole things that move: `std::mem::swap`, `replace` and `take`, and assignments of what may change its shape.

use proc_macro2::{Ident, Span};
use quote::quote;
use syn::{Expr, ExprPath};

use super::env::VarId;
use super::tree::Tree;
use super::{refusals, scan, Lower};
use crate::ir::{AggregateKind, Init, Opaque, Operand, Path, PlaceKind, Rearrange, Step, StmtKind, Type};

/// A function of `std::mem`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    Swap,
    Replace,
    Take,
}

/// `std::mem::swap`, `mem::swap`, `core::mem::swap`
pub(super) fn of_mem(path: &ExprPath) -> Option<Move> {
    let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    match &names.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [.., "mem", "swap"] => Some(Move::Swap),
        [.., "mem", "replace"] => Some(Move::Replace),
        [.., "mem", "take"] => Some(Move::Take),
        _ => None,
    }
}

/// The variable in `&mut x`.
pub(super) fn lent_variable(expr: &Expr) -> Option<&Ident> {
    match expr {
        Expr::Paren(inner) => lent_variable(&inner.expr),
        Expr::Reference(reference) if reference.mutability.is_some() => match &*reference.expr {
            Expr::Path(path) => scan::local_name(path),
            _ => None,
        },
        _ => None,
    }
}

/// What a `&mut` argument refers to.
enum Lent {
    Memory(Path),
    /// A variable that is a value: it is assigned.
    Variable(VarId),
}

impl Lower<'_> {
    /// `mem::swap(a, b)`, `mem::replace(a, x)`, `mem::take(a)`
    pub(super) fn mem_call(&mut self, kind: Move, call: &syn::ExprCall, span: Span) -> Tree {
        let args: Vec<&Expr> = call.args.iter().collect();
        match (kind, &args[..]) {
            (Move::Swap, [a, b]) => {
                let (Some(a), Some(b)) = (self.lent(a), self.lent(b)) else { return Tree::Error };
                self.swap(a, b, span)
            }
            (Move::Replace, [place, value]) => {
                let Some(place) = self.lent(place) else { return Tree::Error };
                let value_tree = self.expr(value, None);
                if matches!(value_tree, Tree::Error | Tree::Never) {
                    return value_tree;
                }
                self.replace(place, value_tree, span)
            }
            (Move::Take, [place]) => {
                let Some(place) = self.lent(place) else { return Tree::Error };
                let ty = match &place {
                    Lent::Memory(path) => self.path_type(path),
                    Lent::Variable(id) => self.tree_type(self.env.tree(*id)),
                };
                let value = self.default_tree(&ty, span);
                self.replace(place, value, span)
            }
            _ => Tree::Error,
        }
    }

    fn lent(&mut self, expr: &Expr) -> Option<Lent> {
        let span = refusals::span_of(expr);
        if let Some(id) = lent_variable(expr).and_then(|name| self.env.lookup(&name.to_string())) {
            if matches!(self.env.tree(id), Tree::Leaf(_) | Tree::Tuple(_) | Tree::Wrapped(_)) {
                return Some(Lent::Variable(id));
            }
        }
        let tree = self.expr(expr, None);
        match tree.deref() {
            Tree::Memory(path) => {
                if self.doubts_write(&path, span) {
                    return None;
                }
                self.function.places[path.root.0 as usize].mutable = true;
                Some(Lent::Memory(path))
            }
            Tree::Error | Tree::Never => None,
            _ => {
                self.cx.refuse(
                    expr,
                    "what this refers to is not memory of this function",
                    "name the variable or the element: `&mut x`, `&mut a[i]`",
                );
                None
            }
        }
    }

    fn swap(&mut self, a: Lent, b: Lent, span: Span) -> Tree {
        match (a, b) {
            (Lent::Variable(a), Lent::Variable(b)) => {
                let (left, right) = (self.env.tree(a).clone(), self.env.tree(b).clone());
                self.env.set(a, right);
                self.env.set(b, left);
            }
            (Lent::Variable(id), Lent::Memory(path)) | (Lent::Memory(path), Lent::Variable(id)) => {
                let value = self.env.tree(id).clone();
                let old = self.replace(Lent::Memory(path), value, span);
                let old = self.settle(old, span);
                self.env.set(id, old);
            }
            (Lent::Memory(a), Lent::Memory(b)) => {
                let active = [&a, &b].into_iter().any(|path| self.path_active(path));
                for path in [&a, &b] {
                    let place = &mut self.function.places[path.root.0 as usize];
                    let own = matches!(place.kind, PlaceKind::Local | PlaceKind::Owned);
                    place.differentiable |= active && own && place.ty.is_differentiable();
                }
                if active && [&a, &b].into_iter().any(|path| !self.function.place_data(path.root).differentiable) {
                    self.cx.refuse_at(
                        span,
                        "memory that carries a gradient is swapped with memory that carries none",
                        "remove `#[no_grad]`, or swap a copy",
                    );
                    return Tree::Error;
                }
                // Elements of one slice.
                if let (Some((Step::Index(i), prefix)), Some((Step::Index(j), other))) =
                    (a.steps.split_last(), b.steps.split_last())
                {
                    if a.root == b.root && prefix == other {
                        let slice = Path { root: a.root, steps: prefix.to_vec() };
                        self.rearrange(Rearrange::Elements(slice, i.clone(), j.clone()), span);
                        return Tree::unit();
                    }
                }
                self.rearrange(Rearrange::Swap(a, b), span);
            }
        }
        Tree::unit()
    }

    /// Puts something in a place; what was there before.
    fn replace(&mut self, place: Lent, value: Tree, span: Span) -> Tree {
        match place {
            Lent::Variable(id) => {
                let old = self.env.tree(id).clone();
                let ty = self.tree_type(&old);
                let value = self.settle(value, span);
                let value = self.coerce(value, &ty);
                self.env.set(id, value);
                old
            }
            Lent::Memory(path) => self.exchanged(&path, value, span),
        }
    }

    /// Puts a value into memory; what was there before.
    pub(super) fn exchanged(&mut self, path: &Path, value: Tree, span: Span) -> Tree {
        let ty = self.path_type(path);
        match ty {
            Type::Float(_) | Type::Int | Type::Bool => {
                let old = self.load(path.clone(), span, None);
                self.store_whole(path, value, span);
                Tree::Leaf(old)
            }
            _ => {
                let other = self.moved(value, ty, span);
                self.rearrange(Rearrange::Swap(path.clone(), other.clone()), span);
                Tree::Memory(other)
            }
        }
    }

    /// Memory of its own with what the tree holds.
    fn moved(&mut self, tree: Tree, ty: Type, span: Span) -> Path {
        if let Tree::Memory(path) = &tree {
            let local = self.function.place_data(path.root).kind == PlaceKind::Local;
            if path.steps.is_empty() && local && !self.env.is_named(path.root) {
                self.function.places[path.root.0 as usize].mutable = true;
                return path.clone();
            }
        }
        let active = self.tree_active(&tree) || ty.is_differentiable();
        let tree = self.coerce(tree, &ty);
        let init = self.init_of(tree, span);
        let ident = self.names.temporary("moved", span);
        let path = self.declare_place(ident, ty, init, span);
        let place = &mut self.function.places[path.root.0 as usize];
        place.mutable = true;
        place.differentiable = active;
        path
    }

    /// `path = tree;` of a whole thing. What may change its shape changes places with the old contents, so that the backward
    /// part finds these again, and with them the shape of their adjoint.
    pub(super) fn store_whole(&mut self, path: &Path, tree: Tree, span: Span) {
        let ty = self.path_type(path);
        let tree = match tree {
            Tree::Ref { path, .. } => Tree::Memory(path),
            Tree::Borrow(inner) => *inner,
            tree => tree,
        };
        let tree = self.coerce(tree, &ty);
        if !self.function.place_data(path.root).differentiable {
            return self.store_inactive(path, tree, span);
        }
        self.function.places[path.root.0 as usize].mutable = true;
        match (&ty, tree) {
            (_, Tree::Error | Tree::Never) => {}
            (Type::Tuple(types), Tree::Tuple(items)) if types.len() == items.len() => {
                for (index, item) in items.into_iter().enumerate() {
                    self.store_whole(&path.join(&[Step::Element(index as u32)]), item, span);
                }
            }
            (ty, tree) => {
                let found = self.tree_type(&tree);
                let fixed = matches!(found, Type::Float(_) | Type::Int | Type::Bool);
                if ty.is_elastic() && !fixed {
                    let ty = if matches!(ty, Type::Unknown(None)) { found } else { ty.clone() };
                    let other = self.moved(tree, ty, span);
                    self.rearrange(Rearrange::Swap(path.clone(), other), span);
                    return;
                }
                let value = self.operand(tree, span);
                self.learn_element(path, &value);
                self.region.push(span, StmtKind::Store { path: path.clone(), value });
            }
        }
    }

    /// The same for memory without a gradient: code in tokens.
    fn store_inactive(&mut self, path: &Path, tree: Tree, span: Span) {
        if matches!(tree, Tree::Error | Tree::Never) {
            return;
        }
        self.function.places[path.root.0 as usize].mutable = true;
        let operand = self.operand(tree, span);
        let value = self.opaque_tree(&Tree::Leaf(operand));
        let place = self.opaque_tree(&Tree::Memory(path.clone()));
        let (left, right) = (&place.code, &value.code);
        let code = quote!(#left = #right;);
        let uses = [place.uses, value.uses].concat();
        let code = Opaque { code, uses, places: place.places, cheap: false };
        self.region.push(span, StmtKind::Effect { code, writes: vec![path.root] });
    }

    /// `Default::default()` of a type.
    fn default_tree(&mut self, ty: &Type, span: Span) -> Tree {
        match ty {
            Type::Float(float) => Tree::Leaf(Operand::float(0.0, float.clone())),
            Type::Int => Tree::Leaf(Operand::int(0)),
            Type::Bool => Tree::bool(false),
            Type::Tuple(items) => Tree::Tuple(items.iter().map(|item| self.default_tree(item, span)).collect()),
            Type::Vec(_) => {
                let init = Init::List { kind: AggregateKind::Vec, items: Vec::new() };
                let ident = self.names.temporary("empty", span);
                Tree::Memory(self.declare_place(ident, ty.clone(), init, span))
            }
            Type::Wrapped(crate::ir::Wrapper::Option, _) => super::tree::Wrapped::absent().into_tree(),
            ty => {
                let code = quote!(::core::default::Default::default());
                let init = Init::Opaque(Opaque { code, uses: Vec::new(), places: Vec::new(), cheap: false });
                let ident = self.names.temporary("empty", span);
                Tree::Memory(self.declare_place(ident, ty.clone(), init, span))
            }
        }
    }
}
