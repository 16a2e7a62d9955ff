//! Parameters: by-value tuples and patterns are taken apart, references and aggregates are memory.

use proc_macro2::Ident;
use quote::format_ident;
use syn::Pat;

use super::locals::Renames;
use super::tree::Tree;
use super::Lower;
use crate::ir::{Init, Param, Path, PlaceKind, Shape, Type};
use crate::signature::{Convention, Parameter};

impl Lower<'_> {
    pub(super) fn parameters(&mut self, renames: &Renames) {
        let signature = self.signature;
        for param in &signature.params {
            let pat = renames.pattern(&param.pat);
            if let Pat::Ident(pat) = &pat {
                if self.indexed.contains(&pat.ident.to_string()) {
                    self.indexed.insert(param.ident.to_string());
                }
            }
            let (shape, tree) = self.parameter(param);
            self.function.params.push(Param { shape });
            match &pat {
                Pat::Ident(pat) if pat.by_ref.is_none() => {
                    let tree = self.promote_or_place(&pat.ident, param.mutable, tree);
                    self.may_be_written(param.mutable, &tree);
                    self.env.declare(&pat.ident, tree, param.no_grad);
                }
                Pat::Wild(_) => {}
                pat => self.bind_pattern(pat, tree, param.no_grad),
            }
        }
    }

    fn parameter(&mut self, param: &Parameter) -> (Shape, Tree) {
        match param.convention {
            Convention::Value => {
                let binding = match &param.pat {
                    Pat::Ident(pat) => Pat::Ident(syn::PatIdent { mutability: pat.mutability, ..pat.clone() }),
                    pat => pat.clone(),
                };
                self.by_value(&param.ident, Some(&binding), &param.kind, param.mutable, !param.no_grad)
            }
            Convention::Shared | Convention::Exclusive => {
                let exclusive = param.convention == Convention::Exclusive;
                let kind = if exclusive { PlaceKind::Exclusive } else { PlaceKind::Shared };
                let ident = self.names.user(&param.ident);
                let place = self.function.place(ident, param.kind.clone(), kind);
                self.function.places[place.0 as usize].differentiable &= !param.no_grad;
                (Shape::Place(place), Tree::Ref { path: Path::whole(place), mutable: exclusive })
            }
        }
    }

    /// The leaves of a by-value parameter are called as its pattern calls them, or `p_0`, `p_1`.
    fn by_value(&mut self, ident: &Ident, pat: Option<&Pat>, ty: &Type, mutable: bool, active: bool) -> (Shape, Tree) {
        match ty {
            Type::Tuple(items) => {
                let elems = match pat {
                    Some(Pat::Tuple(tuple)) if tuple.elems.len() == items.len() => Some(&tuple.elems),
                    _ => None,
                };
                let leaves = items.iter().enumerate().map(|(index, item)| {
                    let pat = elems.map(|elems| &elems[index]);
                    let name = match pat {
                        Some(Pat::Ident(pat)) => pat.ident.clone(),
                        _ => format_ident!("{}_{}", ident, index),
                    };
                    self.by_value(&name, pat, item, mutable, active)
                });
                let (shapes, trees): (Vec<Shape>, Vec<Tree>) = leaves.unzip();
                (Shape::Tuple(shapes), Tree::Tuple(trees))
            }
            Type::Array(..) | Type::Vec(_) | Type::Slice(_) | Type::Wrapped(..) => {
                self.owned(ident, ty, PlaceKind::Owned, active)
            }
            Type::Ref(inner) => {
                let (shape, tree) = self.owned(ident, inner, PlaceKind::Shared, active);
                let tree = match tree {
                    Tree::Memory(path) => Tree::Ref { path, mutable: false },
                    other => other,
                };
                (shape, tree)
            }
            // A receiver is called `self` in the body and `this` in companions.
            Type::Unknown(_) if self.indexed.contains(&written_name(ident, pat)) => {
                self.owned(ident, ty, PlaceKind::Owned, active)
            }
            Type::Inactive if mutable => self.owned(ident, ty, PlaceKind::Owned, active),
            Type::Unit => {
                let ident = self.names.user(ident);
                let value = self.function.value(ident, Type::Unit);
                (Shape::Value(value), Tree::unit())
            }
            Type::Float(_) | Type::Int | Type::Bool | Type::Unknown(_) | Type::Inactive => {
                let ident = self.names.user(ident);
                let value = self.function.value(ident, ty.clone());
                self.function.values[value.0 as usize].differentiable &= active;
                (Shape::Value(value), Tree::Leaf(value.into()))
            }
        }
    }

    fn owned(&mut self, ident: &Ident, ty: &Type, kind: PlaceKind, active: bool) -> (Shape, Tree) {
        let ident = self.names.user(ident);
        let place = self.function.place(ident, ty.clone(), kind);
        self.function.places[place.0 as usize].differentiable &= active;
        (Shape::Place(place), Tree::Memory(Path::whole(place)))
    }

    /// A variable whose `&mut` is taken lies in memory.
    pub(super) fn promote_or_place(&mut self, name: &Ident, mutable: bool, tree: Tree) -> Tree {
        let promoted = matches!(tree, Tree::Leaf(_) | Tree::Tuple(_) | Tree::Wrapped(_));
        if !(mutable && promoted && self.borrowed.contains(&name.to_string())) {
            return tree;
        }
        let ty = self.tree_type(&tree);
        let span = name.span();
        let init: Init = self.init_of(tree, span);
        let ident = self.names.user(name);
        let path = self.declare_place(ident, ty, init, span);
        self.function.places[path.root.0 as usize].mutable = true;
        Tree::Memory(path)
    }
}

fn written_name(ident: &Ident, pat: Option<&Pat>) -> String {
    match pat {
        Some(Pat::Ident(pat)) => pat.ident.to_string(),
        Some(_) | None => ident.to_string(),
    }
}
