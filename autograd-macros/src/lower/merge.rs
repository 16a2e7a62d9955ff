//! Branches: two arms start from the same variables, and what they make of them is merged into results of an `If`.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span};
use quote::quote;

use super::env::VarId;
use super::tree::{Fault, Tree, Wrapped};
use super::{Lower, Reach};
use crate::ir::{Const, Expr, Float, Init, Opaque, Operand, Path, Region, Step, StmtKind, Type, Unary, Value, Wrapper};

/// One side of a branch, lowered.
struct Arm {
    region: Region,
    value: Tree,
    changes: BTreeMap<VarId, Tree>,
    reach: Reach,
}

/// The two sides while they are merged.
struct Join {
    span: Span,
    cond: Operand,
    arms: [Region; 2],
    aborted: [bool; 2],
    results: Vec<Value>,
    /// Values with a smaller number were there before the branch.
    before: u32,
    /// Negations of the condition that a result turned out to be.
    negated: Option<Value>,
}

impl Lower<'_> {
    /// `if cond { then } else { otherwise }`, and the value of the whole.
    pub(super) fn branch(
        &mut self,
        span: Span,
        cond: Operand,
        hint: Option<&Ident>,
        then: &dyn Fn(&mut Self) -> Tree,
        otherwise: &dyn Fn(&mut Self) -> Tree,
    ) -> Tree {
        // Whether an `Option` holds something may be known: then there is one arm only.
        if let Operand::Const(Const::Bool(known)) = cond {
            let depth = self.env.depth();
            let value = if known { then(self) } else { otherwise(self) };
            drop(self.env.leave(depth));
            return value;
        }
        let before = self.function.values.len() as u32;
        let a = self.arm(span, then);
        let b = self.arm(span, otherwise);
        let mut join = Join {
            span,
            cond,
            arms: [a.region, b.region],
            aborted: [a.reach == Reach::Aborted, b.reach == Reach::Aborted],
            results: Vec::new(),
            before,
            negated: None,
        };
        let ids: std::collections::BTreeSet<VarId> = a.changes.keys().chain(b.changes.keys()).copied().collect();
        let mut merged = Vec::new();
        for id in ids {
            let now = self.env.tree(id).clone();
            let left = a.changes.get(&id).cloned().unwrap_or_else(|| now.clone());
            let right = b.changes.get(&id).cloned().unwrap_or(now);
            let name = self.env.var(id).name.clone();
            let tree = self.join(&mut join, left, right, Some(&name), name.span());
            merged.push((id, tree));
        }
        let value = self.join(&mut join, a.value, b.value, hint, span);
        self.reach = a.reach.or(b.reach);
        let Join { cond, arms: [then, otherwise], results, negated, .. } = join;
        if !(results.is_empty() && then.stmts.is_empty() && otherwise.stmts.is_empty()) {
            self.region.push(span, StmtKind::If { cond: cond.clone(), results, then, otherwise });
        }
        if let Some(value) = negated {
            self.region.push_let(span, value, Expr::Unary(Unary::Not, cond));
        }
        for (id, tree) in merged {
            let tree = self.rehouse(tree, id, span);
            self.env.set(id, tree);
        }
        value
    }

    fn arm(&mut self, span: Span, body: &dyn Fn(&mut Self) -> Tree) -> Arm {
        let mark = self.env.mark();
        let places = self.function.places.len() as u32;
        let outer = std::mem::take(&mut self.region);
        self.reach = Reach::Live;
        let depth = self.env.depth();
        let value = body(self);
        drop(self.env.leave(depth));
        let value = match value {
            // What lies in memory from before the branch can be handed out as it is, a reference too.
            Tree::Ref { path, mutable } if path.root.0 < places => Tree::Ref { path, mutable },
            value @ Tree::Choice(_) => value,
            value => self.settle(value, span),
        };
        let mut changes = self.env.changes(mark);
        for tree in changes.values_mut() {
            if matches!(tree, Tree::Memory(path) if path.root.0 >= places) {
                *tree = self.settle(std::mem::replace(tree, Tree::Never), span);
            }
        }
        drop(self.env.roll_back(mark));
        let region = std::mem::replace(&mut self.region, outer);
        Arm { region, value, changes, reach: std::mem::replace(&mut self.reach, Reach::Live) }
    }

    /// An aggregate that a branch chose goes back into memory, where it can be indexed.
    pub(super) fn rehouse(&mut self, tree: Tree, id: VarId, span: Span) -> Tree {
        let var = self.env.var(id);
        let name = var.name.to_string();
        match tree {
            tree if var.hidden => tree,
            Tree::Leaf(Operand::Value(value)) => {
                let data = self.function.value_data(value);
                if !matches!(data.ty, Type::Array(..) | Type::Vec(_) | Type::Wrapped(..)) {
                    return Tree::Leaf(value.into());
                }
                let (ty, differentiable) = (data.ty.clone(), data.differentiable);
                let ident = self.names.temporary(&name, span);
                let path = self.declare_place(ident, ty, Init::Value(value.into()), span);
                self.function.places[path.root.0 as usize].differentiable = differentiable;
                Tree::Memory(path)
            }
            other => other,
        }
    }

    fn join(&mut self, join: &mut Join, a: Tree, b: Tree, hint: Option<&Ident>, span: Span) -> Tree {
        match (a, b) {
            (Tree::Error, _) | (_, Tree::Error) => Tree::Error,
            (Tree::Never, Tree::Never) => Tree::Never,
            (Tree::Unset | Tree::Never, Tree::Unset | Tree::Never) => Tree::Unset,
            (Tree::Unset | Tree::Never, tree) => self.join_default(join, 1, tree, hint),
            (tree, Tree::Unset | Tree::Never) => self.join_default(join, 0, tree, hint),
            (Tree::Tuple(a), Tree::Tuple(b)) if a.len() == b.len() => {
                let items = a.into_iter().zip(b);
                Tree::Tuple(items.map(|(a, b)| self.join(join, a, b, hint, span)).collect())
            }
            (Tree::Leaf(a), Tree::Leaf(b)) => Tree::Leaf(self.join_leaf(join, Some(a), Some(b), hint)),
            (Tree::Leaf(a), Tree::Tuple(b)) => {
                let a = self.explode(&mut join.arms[0], a, b.len(), span);
                self.join(join, a, Tree::Tuple(b), hint, span)
            }
            (Tree::Tuple(a), Tree::Leaf(b)) => {
                let b = self.explode(&mut join.arms[1], b, a.len(), span);
                self.join(join, Tree::Tuple(a), b, hint, span)
            }
            (Tree::Closure(a), Tree::Closure(b)) if a.is_same(&b) => Tree::Closure(a),
            (Tree::Closure(_) | Tree::Iter(_), _) | (_, Tree::Closure(_) | Tree::Iter(_)) => {
                self.cx.refuse_at(
                    span,
                    "a closure or an iterator that a branch chooses is not differentiated",
                    "call it in both arms",
                );
                Tree::Error
            }
            (Tree::Memory(a), Tree::Leaf(b)) => {
                let a = self.load_in(&mut join.arms[0], a, span);
                Tree::Leaf(self.join_leaf(join, Some(a), Some(b), hint))
            }
            (Tree::Leaf(a), Tree::Memory(b)) => {
                let b = self.load_in(&mut join.arms[1], b, span);
                Tree::Leaf(self.join_leaf(join, Some(a), Some(b), hint))
            }
            (Tree::Wrapped(a), Tree::Wrapped(b)) => self.join_wrapped(join, *a, *b, hint, span),
            // `None` beside something without a gradient is a value like any other.
            (Tree::Wrapped(a), Tree::Leaf(b)) if is_late(&a) && !self.tree_active(&Tree::Leaf(b.clone())) => {
                let a = self.inside(join, 0, |lower| lower.bare_none(span));
                Tree::Leaf(self.join_leaf(join, Some(a), Some(b), hint))
            }
            (Tree::Leaf(a), Tree::Wrapped(b)) if is_late(&b) && !self.tree_active(&Tree::Leaf(a.clone())) => {
                let b = self.inside(join, 1, |lower| lower.bare_none(span));
                Tree::Leaf(self.join_leaf(join, Some(a), Some(b), hint))
            }
            (Tree::Wrapped(a), b) => {
                let kind = a.wrapper;
                match self.apart_in(join, 1, b, kind, span) {
                    Some(b) => self.join_wrapped(join, *a, b, hint, span),
                    None => Tree::Error,
                }
            }
            (a, Tree::Wrapped(b)) => {
                let kind = b.wrapper;
                match self.apart_in(join, 0, a, kind, span) {
                    Some(a) => self.join_wrapped(join, a, *b, hint, span),
                    None => Tree::Error,
                }
            }
            (Tree::Borrow(a), Tree::Borrow(b)) => Tree::Borrow(Box::new(self.join(join, *a, *b, hint, span))),
            (Tree::Memory(a), Tree::Memory(b)) => match self.join_path(join, &a, &b, hint) {
                Some(path) => Tree::Memory(path),
                None => {
                    let a = self.load_in(&mut join.arms[0], a, span);
                    let b = self.load_in(&mut join.arms[1], b, span);
                    Tree::Leaf(self.join_leaf(join, Some(a), Some(b), hint))
                }
            },
            (Tree::Ref { path: a, mutable }, Tree::Ref { path: b, mutable: other }) => {
                match self.join_path(join, &a, &b, hint) {
                    Some(path) => Tree::Ref { path, mutable },
                    None => {
                        let (a, b) = (Tree::Ref { path: a, mutable }, Tree::Ref { path: b, mutable: other });
                        self.choose_one(join, a, b, span)
                    }
                }
            }
            (a @ (Tree::Ref { .. } | Tree::Choice(_)), b @ (Tree::Ref { .. } | Tree::Choice(_))) => {
                self.choose_one(join, a, b, span)
            }
            // What is borrowed for reading only may be read.
            (Tree::Borrow(a), Tree::Ref { path, mutable: false }) => {
                let b = self.load_in(&mut join.arms[1], path, span);
                Tree::Borrow(Box::new(self.join(join, *a, Tree::Leaf(b), hint, span)))
            }
            (Tree::Ref { path, mutable: false }, Tree::Borrow(b)) => {
                let a = self.load_in(&mut join.arms[0], path, span);
                Tree::Borrow(Box::new(self.join(join, Tree::Leaf(a), *b, hint, span)))
            }
            _ => self.refuse_reference(span),
        }
    }

    /// A reference that the branch chooses: what its path names was there before.
    fn choose_one(&mut self, join: &Join, a: Tree, b: Tree, span: Span) -> Tree {
        if is_same_choice(&a, &b) {
            return a;
        }
        let outer = |tree: &Tree| self.was_there(tree, join.before);
        if matches!(join.cond, Operand::Value(_)) && outer(&a) && outer(&b) {
            return self.choose(join.cond.clone(), a, b);
        }
        self.refuse_reference(span)
    }

    /// Whether everything that a reference's path names was defined before the branch.
    fn was_there(&self, tree: &Tree, before: u32) -> bool {
        match tree {
            Tree::Ref { path, .. } => path.uses().iter().all(|value| value.0 < before),
            Tree::Choice(choice) => {
                let known = choice.cond.as_value().is_none_or(|value| value.0 < before);
                known && choice.arms.iter().all(|arm| self.was_there(arm, before))
            }
            _ => false,
        }
    }

    fn join_wrapped(&mut self, join: &mut Join, a: Wrapped, b: Wrapped, hint: Option<&Ident>, span: Span) -> Tree {
        let payload = if is_late(&a) { &b.payload } else { &a.payload };
        // A payload that cannot stand where nobody looks at it stays in its wrapper.
        let refers = matches!(payload, Tree::Ref { .. } | Tree::Choice(_));
        let whole = (is_late(&a) || is_late(&b)) && !refers && !self.has_default(&self.tree_type(payload));
        if whole {
            let [a, b] =
                [(0, a), (1, b)].map(|(side, wrapped)| self.inside(join, side, |lower| lower.packed(wrapped, span)));
            return Tree::Leaf(self.join_leaf(join, Some(a), Some(b), hint));
        }
        let present = self.join_leaf(join, Some(a.present), Some(b.present), None);
        let wrapper = a.wrapper;
        let fault = match (wrapper, &a.fault, &b.fault) {
            (Wrapper::Option, ..) | (_, Fault::None, Fault::None) => Fault::None,
            (Wrapper::Result, _, _) => {
                let left = self.inside(join, 0, |lower| lower.fault_operand(&a.fault, span));
                let right = self.inside(join, 1, |lower| lower.fault_operand(&b.fault, span));
                Fault::Value(self.join_leaf(join, Some(left), Some(right), None))
            }
        };
        let payload = self.join(join, a.payload, b.payload, hint, span);
        if matches!(payload, Tree::Error) {
            return Tree::Error;
        }
        Wrapped { wrapper, present, payload, fault }.into_tree()
    }

    /// Takes apart, in one arm, what the other arm has in parts.
    fn apart_in(&mut self, join: &mut Join, side: usize, tree: Tree, wrapper: Wrapper, span: Span) -> Option<Wrapped> {
        self.inside(join, side, |lower| {
            let wrapped = lower.taken_apart(tree, Some(wrapper), span)?;
            match lower.settle_wrapped(wrapped, span) {
                Tree::Wrapped(wrapped) => Some(*wrapped),
                Tree::Leaf(operand) => {
                    let path = lower.addressed(Tree::Leaf(operand), span)?;
                    lower.taken_apart(Tree::Memory(path), Some(wrapper), span)
                }
                _ => None,
            }
        })
    }

    /// Lowers something at the end of one arm.
    fn inside<T>(&mut self, join: &mut Join, side: usize, run: impl FnOnce(&mut Self) -> T) -> T {
        let region = std::mem::take(&mut join.arms[side]);
        let outer = std::mem::replace(&mut self.region, region);
        let value = run(self);
        join.arms[side] = std::mem::replace(&mut self.region, outer);
        value
    }

    fn bare_none(&mut self, span: Span) -> Operand {
        let code = quote!(::core::option::Option::None);
        let code = Opaque { code, uses: Vec::new(), places: Vec::new(), cheap: true };
        let tree = self.opaque_value(code, Type::Inactive, None, "none", span);
        self.operand(tree, span)
    }

    fn refuse_reference(&mut self, span: Span) -> Tree {
        self.cx.refuse_at(
            span,
            "a reference that a branch chooses is not differentiated yet",
            "choose an index instead, or repeat the statements that use it in both arms",
        );
        Tree::Error
    }

    /// One arm (`side`) has the tree, control never falls out of the other one with the variable set.
    fn join_default(&mut self, join: &mut Join, side: usize, tree: Tree, hint: Option<&Ident>) -> Tree {
        let mut leaf = |lower: &mut Self, operand: Operand| match side {
            0 => lower.join_leaf(join, Some(operand), None, hint),
            _ => lower.join_leaf(join, None, Some(operand), hint),
        };
        match tree {
            Tree::Leaf(operand) => Tree::Leaf(leaf(self, operand)),
            Tree::Memory(path) => Tree::Memory(self.map_path(path, &mut leaf)),
            Tree::Ref { path, mutable } => Tree::Ref { path: self.map_path(path, &mut leaf), mutable },
            Tree::Tuple(items) => {
                Tree::Tuple(items.into_iter().map(|item| self.join_default(join, side, item, hint)).collect())
            }
            Tree::Borrow(inner) => Tree::Borrow(Box::new(self.join_default(join, side, *inner, hint))),
            Tree::Wrapped(wrapped) => {
                let present = leaf(self, wrapped.present);
                let fault = match wrapped.fault {
                    Fault::Value(operand) => Fault::Value(leaf(self, operand)),
                    fault => fault,
                };
                let payload = self.join_default(join, side, wrapped.payload, hint);
                Wrapped { wrapper: wrapped.wrapper, present, payload, fault }.into_tree()
            }
            Tree::Closure(_) | Tree::Iter(_) | Tree::Choice(_) => tree,
            Tree::Unset | Tree::Never => Tree::Unset,
            Tree::Error => Tree::Error,
        }
    }

    fn map_path(&mut self, path: Path, map: &mut dyn FnMut(&mut Self, Operand) -> Operand) -> Path {
        let mut steps = Vec::new();
        for step in path.steps {
            steps.push(match step {
                Step::Index(index) => Step::Index(map(self, index)),
                Step::Range { start, end, inclusive } => {
                    let start = start.map(|start| map(self, start));
                    Step::Range { start, end: end.map(|end| map(self, end)), inclusive }
                }
                Step::Chunk { start, len } => Step::Chunk { start: start.map(|start| map(self, start)), len },
                other @ (Step::Element(_) | Step::Field(_) | Step::Payload(_)) => other,
            });
        }
        Path { root: path.root, steps }
    }

    /// Paths that differ in their indices only become one path whose indices the branch chooses.
    fn join_path(&mut self, join: &mut Join, a: &Path, b: &Path, hint: Option<&Ident>) -> Option<Path> {
        if a.root != b.root || a.steps.len() != b.steps.len() {
            return None;
        }
        let mut steps = Vec::new();
        for (a, b) in a.steps.iter().zip(&b.steps) {
            steps.push(match (a, b) {
                (Step::Index(a), Step::Index(b)) => {
                    Step::Index(self.join_leaf(join, Some(a.clone()), Some(b.clone()), hint))
                }
                (
                    Step::Range { start: from_a, end: to_a, inclusive },
                    Step::Range { start: from_b, end: to_b, inclusive: other },
                ) if inclusive == other && to_a.is_some() == to_b.is_some() => {
                    let from = |start: &Option<Operand>| start.clone().unwrap_or(Operand::int(0));
                    let start = match (from_a, from_b) {
                        (None, None) => None,
                        _ => Some(self.join_leaf(join, Some(from(from_a)), Some(from(from_b)), hint)),
                    };
                    let end = to_a.as_ref().map(|a| self.join_leaf(join, Some(a.clone()), to_b.clone(), hint));
                    Step::Range { start, end, inclusive: *inclusive }
                }
                (Step::Chunk { start: from_a, len }, Step::Chunk { start: from_b, len: other }) if len == other => {
                    let from = |start: &Option<Operand>| start.clone().unwrap_or(Operand::int(0));
                    let start = self.join_leaf(join, Some(from(from_a)), Some(from(from_b)), hint);
                    Step::Chunk { start: Some(start), len: len.clone() }
                }
                (a, b) if a == b => a.clone(),
                _ => return None,
            });
        }
        Some(Path { root: a.root, steps })
    }

    fn join_leaf(&mut self, join: &mut Join, a: Option<Operand>, b: Option<Operand>, hint: Option<&Ident>) -> Operand {
        match (&a, &b) {
            (Some(a), Some(b)) if same(a, b) => return a.clone(),
            (Some(Operand::Const(Const::Bool(true))), Some(Operand::Const(Const::Bool(false)))) => {
                return join.cond.clone();
            }
            (Some(Operand::Const(Const::Bool(false))), Some(Operand::Const(Const::Bool(true)))) => {
                if let Operand::Value(_) = join.cond {
                    let value = match join.negated {
                        Some(value) => value,
                        None => self.fresh(None, "not", join.span, Type::Bool),
                    };
                    join.negated = Some(value);
                    self.negations.insert(value, join.cond.clone());
                    return value.into();
                }
            }
            // The condition itself is true in the first arm.
            (Some(Operand::Value(a)), Some(Operand::Const(Const::Bool(false)))) if Some(*a) == join.cond.as_value() => {
                return join.cond.clone();
            }
            (Some(op), None) | (None, Some(op)) => match op {
                Operand::Const(_) => return op.clone(),
                Operand::Value(value) if value.0 < join.before => return op.clone(),
                Operand::Value(_) => {}
            },
            _ => {}
        }
        if let (Some(a), Some(b)) = (&a, &b) {
            let (found, expected) = (self.function.operand_type(b), self.function.operand_type(a));
            self.doubts_type(&found, &expected, join.span);
        }
        let ty = match (&a, &b) {
            (Some(a), Some(b)) => self.unify(a, b),
            (Some(op), None) | (None, Some(op)) => self.defaultable(op),
            (None, None) => Type::Unit,
        };
        let carries = |operand: &Option<Operand>| {
            operand
                .as_ref()
                .and_then(Operand::as_value)
                .is_some_and(|value| self.function.value_data(value).differentiable)
        };
        let differentiable = (carries(&a) || carries(&b)) && ty.is_differentiable();
        for (side, operand) in [a, b].into_iter().enumerate() {
            let operand = match operand {
                Some(operand) => self.coerce_operand(operand, &ty),
                None => {
                    let aborted = join.aborted[side];
                    self.default_operand(&mut join.arms[side], &ty, aborted, join.span)
                }
            };
            join.arms[side].yields.push(operand);
        }
        let value = self.fresh(hint, "value", join.span, ty);
        self.function.values[value.0 as usize].differentiable = differentiable;
        join.results.push(value);
        value.into()
    }

    /// The type of an operand that needs a default on another path. Of a call's result nothing is known: it is taken for a
    /// float, as nearly all of them are; rustc rejects the default where it is none.
    pub(super) fn defaultable(&mut self, operand: &Operand) -> Type {
        if let (Type::Unknown(None), Operand::Value(value)) = (self.function.operand_type(operand), operand) {
            self.function.values[value.0 as usize].ty = Type::Float(Float::Literal);
        }
        self.function.operand_type(operand)
    }

    /// Memory as a value of one arm.
    fn load_in(&mut self, region: &mut Region, path: Path, span: Span) -> Operand {
        let outer = std::mem::replace(&mut self.region, std::mem::take(region));
        let operand = self.load(path, span, None);
        *region = std::mem::replace(&mut self.region, outer);
        operand
    }

    /// A value that stands for a tuple, taken apart.
    fn explode(&mut self, region: &mut Region, operand: Operand, len: usize, span: Span) -> Tree {
        let outer = std::mem::replace(&mut self.region, std::mem::take(region));
        let items = (0..len).map(|index| self.project(&operand, index as u32, span)).collect();
        *region = std::mem::replace(&mut self.region, outer);
        Tree::Tuple(items)
    }

    /// The common type of two operands; literals learn theirs from the other one.
    pub(super) fn unify(&mut self, a: &Operand, b: &Operand) -> Type {
        let (left, right) = (self.function.operand_type(a), self.function.operand_type(b));
        match (&left, &right) {
            (Type::Float(_), Type::Float(_)) => super::facts::join(left, right),
            (Type::Unknown(_), _) => right,
            (Type::Inactive, _) => right,
            _ => left,
        }
    }
}

/// Whether both are the same reference, or the same choice between references.
fn is_same_choice(a: &Tree, b: &Tree) -> bool {
    let same_path = |a: &Path, b: &Path| a.root == b.root && a.steps == b.steps;
    match (a, b) {
        (Tree::Ref { path: a, .. }, Tree::Ref { path: b, .. }) => same_path(a, b),
        (Tree::Choice(a), Tree::Choice(b)) => {
            same(&a.cond, &b.cond) && a.arms.iter().zip(&b.arms).all(|(a, b)| is_same_choice(a, b))
        }
        _ => false,
    }
}

pub(super) fn same(a: &Operand, b: &Operand) -> bool {
    match (a, b) {
        (Operand::Value(a), Operand::Value(b)) => a == b,
        (Operand::Const(Const::Bool(a)), Operand::Const(Const::Bool(b))) => a == b,
        (Operand::Const(Const::Unit), Operand::Const(Const::Unit)) => true,
        (Operand::Const(Const::Float { value: a, ty }), Operand::Const(Const::Float { value: b, ty: other })) => {
            a.to_bits() == b.to_bits() && ty == other
        }
        (Operand::Const(Const::Int { value: a, suffix }), Operand::Const(Const::Int { value: b, suffix: other })) => {
            a == b && suffix == other
        }
        _ => false,
    }
}

/// Whether it is a `None` that says nothing of what it would hold.
fn is_late(wrapped: &Wrapped) -> bool {
    matches!(wrapped.payload, Tree::Never | Tree::Unset)
}
