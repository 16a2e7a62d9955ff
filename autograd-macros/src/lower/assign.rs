//! Assignments: of promoted variables, of memory, compound ones.

use proc_macro2::Span;
use quote::quote;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, Member, UnOp};

use super::facts::through;
use super::tree::Tree;
use super::{scan, Lower, Reach};
use crate::ir::{Expr as IrExpr, Float, Operand, Path, Step, StmtKind, Type, Unary};

impl Lower<'_> {
    /// `target = value;`
    pub(super) fn assign(&mut self, target: &Expr, value: Tree, span: Span) {
        match (target, value) {
            (_, Tree::Never) => {}
            (Expr::Paren(inner), value) => self.assign(&inner.expr, value, span),
            (Expr::Infer(_), _) => {}
            (Expr::Array(array), value) => {
                // Every element is read before the first one is assigned.
                let Some(path) = self.addressed(value, span) else { return };
                let items: Vec<Tree> = (0..array.elems.len())
                    .map(|index| {
                        let element = path.join(&[Step::Index(Operand::int(index as i128))]);
                        self.read(Tree::Memory(element), span, None)
                    })
                    .collect();
                for (target, item) in array.elems.iter().zip(items) {
                    self.assign(target, item, span);
                }
            }
            (Expr::Tuple(tuple), value) => {
                let items = match value.deref() {
                    Tree::Tuple(items) => items,
                    Tree::Error => vec![Tree::Error; tuple.elems.len()],
                    other => {
                        let operand = self.operand(other, span);
                        (0..tuple.elems.len()).map(|index| self.project(&operand, index as u32, span)).collect()
                    }
                };
                for (target, item) in tuple.elems.iter().zip(items) {
                    self.assign(target, item, span);
                }
            }
            (target, value) => match self.assigned_variable(target) {
                Some((id, steps)) => {
                    let old = self.env.tree(id).clone();
                    if self.doubts_value(&value, &self.tree_type(&projected(old.clone(), &steps)), span) {
                        return;
                    }
                    let value = match value {
                        Tree::Memory(path) if self.env.is_named(path.root) => self.settle(Tree::Memory(path), span),
                        value => value,
                    };
                    let value = self.assignable(value, self.env.var(id).no_grad, span);
                    let tree = replaced(old, &steps, value, self);
                    self.env.set(id, tree);
                }
                None => {
                    let place = self.place(target);
                    self.store(target, place, value, span);
                }
            },
        }
    }

    fn assignable(&mut self, value: Tree, no_grad: bool, span: Span) -> Tree {
        if no_grad && self.tree_active(&value) {
            return self.detached(value, None, span);
        }
        value
    }

    fn store(&mut self, target: &Expr, place: Tree, value: Tree, span: Span) {
        if matches!(value, Tree::Error) {
            return;
        }
        let Tree::Memory(path) = place else {
            if !matches!(place, Tree::Error) {
                self.cx.refuse(
                    target,
                    "an assignment of this form is not differentiated yet",
                    "assign to a variable or to an element",
                );
            }
            return;
        };
        self.refuse_lost_gradient(target, &path, &value);
        let ty = self.path_type(&path);
        if self.doubts_write(&path, span) || self.doubts_value(&value, &ty, span) {
            return;
        }
        self.store_whole(&path, value, span);
    }

    /// A gradient that would silently end in memory without one.
    fn refuse_lost_gradient(&mut self, target: &Expr, path: &Path, value: &Tree) {
        let Some((name, _)) = scan::root(target) else { return };
        let no_grad = self.env.lookup(&name.to_string()).is_some_and(|id| self.env.var(id).no_grad);
        if !no_grad && self.tree_active(value) && !self.function.place_data(path.root).differentiable {
            self.presumed.note_lost(path.root);
            self.cx.refuse(
                target,
                format!("`{name}` is not known to hold floats, and gets a value that carries a gradient"),
                format!("annotate it (`let mut {name}: f64 = …`), or mark its `let` with `#[no_grad]`"),
            );
        }
    }

    /// `target op= value;`
    pub(super) fn compound_assign(&mut self, target: &Expr, op: BinOp, value: &Expr, token: &BinOp) {
        let span = token.span();
        let value = self.expr(value, None);
        if self.reach != Reach::Live {
            return;
        }
        let Some(value) = self.scalar(value, span) else { return };
        if let Some((id, steps)) = self.assigned_variable(target) {
            let old = self.env.tree(id).clone();
            let Some(current) = self.scalar(projected(old.clone(), &steps), span) else { return };
            let name = if steps.is_empty() { Some(self.env.var(id).name.clone()) } else { None };
            let current = self.known_float(current, &value);
            let result = self.arithmetic(&op, current, value, name.as_ref());
            let result = self.assignable(result, self.env.var(id).no_grad, span);
            let tree = replaced(old, &steps, result, self);
            self.env.set(id, tree);
            return;
        }
        let tree = self.place(target);
        let Some(path) = self.addressed(tree, span) else { return };
        self.refuse_lost_gradient(target, &path, &Tree::Leaf(value.clone()));
        let ty = self.path_type(&path);
        if self.doubts_write(&path, span) || self.doubts_operator(&op, &ty, &self.function.operand_type(&value)) {
            return;
        }
        self.function.places[path.root.0 as usize].mutable = true;
        if !self.function.place_data(path.root).differentiable {
            let value = self.opaque_tree(&Tree::Leaf(value));
            let place = self.opaque_tree(&Tree::Memory(path.clone()));
            let (left, right) = (&place.code, &value.code);
            let code = quote!(#left #token #right;);
            let uses = [place.uses, value.uses].concat();
            let code = crate::ir::Opaque { code, uses, places: place.places, cheap: false };
            self.region.push(span, StmtKind::Effect { code, writes: vec![path.root] });
            return;
        }
        let value = if ty.is_float() { self.coerce_operand(value, &ty) } else { value };
        self.learn_element(&path, &value);
        match op {
            BinOp::Add(_) => self.region.push(span, StmtKind::Accumulate { path, value }),
            BinOp::Sub(_) => {
                let value_ty = self.function.operand_type(&value);
                let negated = match value {
                    Operand::Const(crate::ir::Const::Float { value, ty }) => Operand::float(-value, ty),
                    value => {
                        let tree = self.bind_value(span, None, "neg", value_ty, IrExpr::Unary(Unary::Neg, value));
                        self.operand(tree, span)
                    }
                };
                self.region.push(span, StmtKind::Accumulate { path, value: negated });
            }
            op => {
                let old = self.load(path.clone(), span, None);
                let tree = self.arithmetic(&op, old, value, None);
                let value = self.operand(tree, span);
                self.region.push(span, StmtKind::Store { path, value });
            }
        }
    }

    /// Arithmetic of a float variable with something unknown yields a float.
    pub(super) fn known_float(&mut self, current: Operand, value: &Operand) -> Operand {
        let ty = self.function.operand_type(&current);
        if let (Type::Float(_), Operand::Value(value)) = (&ty, value) {
            if matches!(self.function.value_data(*value).ty, Type::Unknown(_)) {
                self.refine(*value, &ty);
            }
        }
        current
    }

    /// A promoted variable as the target of an assignment, with the way to the element.
    fn assigned_variable(&self, target: &Expr) -> Option<(super::env::VarId, Vec<usize>)> {
        match target {
            Expr::Paren(inner) => self.assigned_variable(&inner.expr),
            Expr::Path(path) => {
                let id = self.env.lookup(&scan::local_name(path)?.to_string())?;
                match self.env.tree(id) {
                    Tree::Memory(_) => None,
                    _ => Some((id, Vec::new())),
                }
            }
            Expr::Field(field) => {
                let (id, mut steps) = self.assigned_variable(&field.base)?;
                let Member::Unnamed(index) = &field.member else { return None };
                steps.push(index.index as usize);
                match projected(self.env.tree(id).clone(), &steps) {
                    Tree::Memory(_) | Tree::Ref { .. } | Tree::Never => None,
                    _ => Some((id, steps)),
                }
            }
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => None,
            _ => None,
        }
    }

    /// Memory that was filled with literals learns its float type from what is written to it.
    pub(super) fn learn_element(&mut self, path: &Path, value: &Operand) {
        if let (Type::Float(Float::Literal), Type::Float(float)) =
            (self.path_type(path), self.function.operand_type(value))
        {
            let ty = &mut self.function.places[path.root.0 as usize].ty;
            learn(ty, &path.steps, &float);
        }
    }
}

fn projected(tree: Tree, steps: &[usize]) -> Tree {
    match (tree, steps) {
        (tree, []) => tree,
        (Tree::Tuple(items), [first, rest @ ..]) => match items.into_iter().nth(*first) {
            Some(item) => projected(item, rest),
            None => Tree::Never,
        },
        _ => Tree::Never,
    }
}

fn replaced(tree: Tree, steps: &[usize], value: Tree, lower: &mut Lower<'_>) -> Tree {
    match (tree, steps) {
        (tree, []) => {
            let ty = lower.tree_type(&tree);
            match tree {
                Tree::Unset | Tree::Error | Tree::Never => value,
                _ => lower.coerce(value, &through(ty)),
            }
        }
        (Tree::Tuple(items), [first, rest @ ..]) => {
            let items = items.into_iter().enumerate().map(|(index, item)| {
                if index == *first {
                    replaced(item, rest, value.clone(), lower)
                } else {
                    item
                }
            });
            Tree::Tuple(items.collect())
        }
        (tree, _) => tree,
    }
}

fn learn(ty: &mut Type, steps: &[Step], float: &Float) {
    match (ty, steps) {
        (ty @ Type::Float(Float::Literal), []) => *ty = Type::Float(float.clone()),
        (Type::Ref(inner), steps) => learn(inner, steps, float),
        (Type::Array(item, _) | Type::Slice(item) | Type::Vec(item), [Step::Index(_), rest @ ..]) => {
            learn(item, rest, float);
        }
        (ty, [Step::Range { .. }, rest @ ..]) => learn(ty, rest, float),
        (Type::Tuple(items), [Step::Element(index), rest @ ..]) => {
            if let Some(item) = items.get_mut(*index as usize) {
                learn(item, rest, float);
            }
        }
        _ => {}
    }
}
