//! Variables that turn out to carry a gradient.
//!
//! `let mut p = Vec3::default();` says nothing of a gradient until one is stored in the variable, or until it is lent to a call
//! that is given one. Then the body is lowered once more, and the variable is taken for one that carries a gradient from the
//! start. Otherwise the gradient would end in memory without one, and nobody would hear of it.

use std::collections::{BTreeSet, HashMap};

use proc_macro2::Ident;

use super::tree::Tree;
use super::Lower;
use crate::ir::{Arg, Call, Function, Operand, Place, StmtKind, Type};

/// What is known of variables whose type the macro cannot see.
#[derive(Clone, Debug, Default)]
pub(super) struct Presumed {
    /// Variables that are taken to carry a gradient, by name.
    active: BTreeSet<String>,
    /// The memory of variables of unknown types that are taken to carry none.
    doubtful: HashMap<Place, String>,
    /// Of these, the ones that got a gradient.
    lost: BTreeSet<String>,
}

impl Presumed {
    /// What to begin again with, if a variable got a gradient that it has no place for.
    pub(super) fn after(mut self, function: &Function) -> Option<Self> {
        function.body.walk(&mut |stmt| {
            if let StmtKind::Call(call) = &stmt.kind {
                self.note_call(function, call);
            }
        });
        let known = self.active.len();
        self.active.extend(self.lost);
        (self.active.len() > known).then(|| Presumed { active: self.active, ..Presumed::default() })
    }

    /// A gradient is about to be stored in the memory; says whether that can be made good.
    pub(super) fn note_lost(&mut self, place: Place) -> bool {
        let name = self.doubtful.get(&place).cloned();
        self.lost.extend(name.clone());
        name.is_some()
    }

    /// Whether the tree is a variable of an unknown type that is taken to carry no gradient.
    pub(super) fn doubts(&self, tree: &Tree) -> bool {
        match tree {
            Tree::Memory(path) | Tree::Ref { path, .. } => self.doubtful.contains_key(&path.root),
            _ => false,
        }
    }

    /// Forgets memory that was declared in a trial.
    pub(super) fn forget(&mut self, places: u32) {
        self.doubtful.retain(|place, _| place.0 < places);
    }

    /// What a call may write to gets a gradient if another argument has one.
    fn note_call(&mut self, function: &Function, call: &Call) {
        if !call.args.iter().any(|arg| carries_gradient(function, arg)) {
            return;
        }
        for arg in &call.args {
            if let Arg::Ref { path, mutable: true } = arg {
                if !function.place_data(path.root).differentiable {
                    self.note_lost(path.root);
                }
            }
        }
    }
}

impl Lower<'_> {
    /// Remembers a `mut` variable that may turn out to carry a gradient, or takes it for one that does.
    pub(super) fn presume(&mut self, name: &Ident, tree: &Tree) {
        let Tree::Memory(path) = tree else { return };
        let place = &mut self.function.places[path.root.0 as usize];
        if place.differentiable || !path.steps.is_empty() {
            return;
        }
        let Some(ty) = opened(&place.ty) else { return };
        // A method may borrow it.
        place.mutable = true;
        if self.presumed.active.contains(&name.to_string()) {
            (place.ty, place.differentiable) = (ty, true);
        } else {
            self.presumed.doubtful.insert(path.root, name.to_string());
        }
    }
}

/// The type of memory that carries a gradient after all; `None` where it cannot hold one.
fn opened(ty: &Type) -> Option<Type> {
    Some(match ty {
        Type::Inactive => Type::Unknown(None),
        Type::Unknown(_) | Type::Float(_) => ty.clone(),
        Type::Array(item, len) => Type::Array(Box::new(opened(item)?), len.clone()),
        Type::Vec(item) => Type::Vec(Box::new(opened(item)?)),
        Type::Wrapped(wrapper, item) => Type::Wrapped(*wrapper, Box::new(opened(item)?)),
        Type::Tuple(items) => {
            let opened: Vec<Option<Type>> = items.iter().map(opened).collect();
            if opened.iter().all(Option::is_none) {
                return None;
            }
            Type::Tuple(opened.into_iter().zip(items).map(|(opened, item)| opened.unwrap_or(item.clone())).collect())
        }
        Type::Int | Type::Bool | Type::Unit | Type::Slice(_) | Type::Ref(_) => return None,
    })
}

fn carries_gradient(function: &Function, arg: &Arg) -> bool {
    match arg {
        Arg::Value(Operand::Value(value)) | Arg::RefValue(Operand::Value(value)) => {
            let data = function.value_data(*value);
            data.differentiable && data.ty.is_differentiable()
        }
        Arg::Ref { path, .. } => function.place_data(path.root).differentiable,
        Arg::Value(Operand::Const(_)) | Arg::RefValue(Operand::Const(_)) | Arg::Opaque(_) => false,
    }
}
