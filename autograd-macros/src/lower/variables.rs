//! What a `let` declares: a value, memory, or a name for either.

use proc_macro2::Ident;
use quote::quote;

use super::facts::has_infer;
use super::tree::Tree;
use super::Lower;
use crate::ir::{Expr as IrExpr, Init, Operand, Path, PlaceKind, Type};

impl Lower<'_> {
    /// The type of an annotation. [`Type::Unknown`] where it leaves something to rustc.
    pub(super) fn annotation(&self, ty: &syn::Type) -> Type {
        if has_infer(ty) {
            return Type::Unknown(None);
        }
        crate::signature::classify::classify(self.cx, &self.signature.generics, ty)
    }

    /// The same, with what is left open inside it (`Vec<_>`).
    pub(super) fn annotation_hint(&self, ty: &syn::Type) -> Type {
        self.peek_open_type(ty)
    }

    /// `let [mut] name[: ty] = tree;`
    pub(super) fn declare_local(
        &mut self,
        name: &Ident,
        mutable: bool,
        tree: Tree,
        ty: Option<&syn::Type>,
        no_grad: bool,
    ) {
        let known = ty.map(|ty| self.annotation(ty));
        let tree = match &known {
            Some(known) => self.coerce(tree, known),
            None => tree,
        };
        let tree = self.promote_or_place(name, mutable, tree);
        let tree = self.named(name, tree, ty);
        let tree = match tree {
            Tree::Memory(path) if !self.is_fresh(&path) => self.let_memory(name, mutable, path),
            Tree::Leaf(Operand::Value(value)) => self.house(name, value, mutable),
            tree => tree,
        };
        if let (Some(known), Tree::Memory(path)) = (&known, &tree) {
            self.learn_place(path, known);
        }
        if let (Some(ty), Tree::Memory(path)) = (ty, &tree) {
            let place = &mut self.function.places[path.root.0 as usize];
            if path.steps.is_empty() && matches!(place.ty, Type::Vec(_)) && place.kind == PlaceKind::Local {
                place.annotation = Some(quote!(#ty));
            }
        }
        if mutable && !no_grad {
            self.presume(name, &tree);
        }
        self.may_be_written(mutable, &tree);
        self.env.declare(name, tree, no_grad);
    }

    /// A method of a type that the macro does not know may write to its receiver, where the user's binding lets it.
    pub(super) fn may_be_written(&mut self, mutable: bool, tree: &Tree) {
        if let Tree::Memory(path) = tree {
            let place = &mut self.function.places[path.root.0 as usize];
            place.mutable |= mutable && matches!(place.ty, Type::Unknown(_));
        }
    }

    /// Memory that the initialiser made for this very variable, and that no other variable stands for.
    fn is_fresh(&self, path: &Path) -> bool {
        let local = self.function.place_data(path.root).kind == PlaceKind::Local;
        path.steps.is_empty() && local && !self.env.is_named(path.root)
    }

    fn learn_place(&mut self, path: &Path, ty: &Type) {
        if path.steps.is_empty() && !matches!(ty, Type::Unknown(None) | Type::Ref(_)) {
            let place = &mut self.function.places[path.root.0 as usize];
            if matches!(
                place.ty,
                Type::Array(..) | Type::Vec(_) | Type::Float(_) | Type::Unknown(_) | Type::Wrapped(..)
            ) {
                // Elements whose own tokens did not tell that they are floats: `let a: [f64; 2] = [g(1.0), g(2.0)];`
                place.differentiable |= !place.ty.is_differentiable() && ty.is_differentiable();
                place.ty = ty.clone();
            }
            if self.undecided.remove(&path.root) {
                place.differentiable = ty.is_differentiable();
            }
        }
    }

    /// Constants become values, so that rustc infers their types as in the user's program.
    fn named(&mut self, name: &Ident, tree: Tree, ty: Option<&syn::Type>) -> Tree {
        match tree {
            Tree::Leaf(Operand::Const(constant)) => {
                let operand = Operand::Const(constant);
                let kind = self.function.operand_type(&operand);
                if matches!(kind, Type::Unit) {
                    return Tree::unit();
                }
                let float = kind.is_float();
                let tree = self.bind_value(name.span(), Some(name), "value", kind, IrExpr::Copy(operand));
                if let Tree::Leaf(Operand::Value(value)) = &tree {
                    let data = &mut self.function.values[value.0 as usize];
                    data.differentiable = false;
                    data.annotation = ty.filter(|_| !float).map(|ty| quote!(#ty));
                }
                tree
            }
            Tree::Tuple(items) => {
                let items = items.into_iter().enumerate().map(|(index, item)| {
                    let leaf = quote::format_ident!("{}_{}", name, index, span = name.span());
                    self.named(&leaf, item, None)
                });
                Tree::Tuple(items.collect())
            }
            other => other,
        }
    }

    /// A value that is indexed or borrowed later goes into memory.
    fn house(&mut self, name: &Ident, value: crate::ir::Value, mutable: bool) -> Tree {
        let data = self.function.value_data(value);
        let (ty, active) = (data.ty.clone(), data.differentiable);
        let wanted = match &ty {
            Type::Array(..) | Type::Vec(_) | Type::Wrapped(..) => true,
            Type::Unknown(_) => active && self.indexed.contains(&name.to_string()),
            Type::Inactive => mutable,
            Type::Float(_) | Type::Int | Type::Bool | Type::Unit | Type::Tuple(_) | Type::Slice(_) | Type::Ref(_) => {
                false
            }
        };
        if !wanted {
            return Tree::Leaf(value.into());
        }
        let ident = self.names.user(name);
        let path = self.declare_place(ident, ty, Init::Value(value.into()), name.span());
        let place = &mut self.function.places[path.root.0 as usize];
        place.differentiable = active;
        place.mutable |= mutable;
        Tree::Memory(path)
    }
}
