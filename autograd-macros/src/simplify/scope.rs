//! What passes know of values: tables that forget at the end of a scope, and operands and types as keys.

use std::{collections::HashMap, hash::Hash};

use crate::ir::{Const, Float, Function, Operand, Type, Value};

/// A table with scopes. What is entered inside a scope is gone after it.
pub(super) struct Scoped<K, V> {
    entries: HashMap<K, V>,
    /// What to put back, newest last.
    log: Vec<(K, Option<V>)>,
}

impl<K: Eq + Hash + Clone, V> Scoped<K, V> {
    pub(super) fn new() -> Self {
        Scoped { entries: HashMap::new(), log: Vec::new() }
    }

    pub(super) fn get(&self, key: &K) -> Option<&V> {
        self.entries.get(key)
    }

    pub(super) fn insert(&mut self, key: K, entry: V) {
        let before = self.entries.insert(key.clone(), entry);
        self.log.push((key, before));
    }

    /// Opens a scope.
    pub(super) fn open(&self) -> usize {
        self.log.len()
    }

    /// Closes the scope that `open` named.
    pub(super) fn close(&mut self, scope: usize) {
        for (key, before) in self.log.drain(scope..).rev() {
            match before {
                Some(before) => self.entries.insert(key, before),
                None => self.entries.remove(&key),
            };
        }
    }
}

/// An operand as a key. Floats are compared by their bits.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(super) enum Atom {
    Value(Value),
    Float(u64, Kind),
    Bool(bool),
    Int(i128, Option<String>),
    Unit,
}

impl Atom {
    pub(super) fn of(operand: &Operand) -> Self {
        match operand {
            Operand::Value(value) => Atom::Value(*value),
            Operand::Const(Const::Float { value, ty }) => Atom::Float(value.to_bits(), Kind::of_float(ty)),
            Operand::Const(Const::Bool(value)) => Atom::Bool(*value),
            Operand::Const(Const::Int { value, suffix }) => Atom::Int(*value, suffix.clone()),
            Operand::Const(Const::Unit) => Atom::Unit,
        }
    }
}

/// A type of small values that are copied, as a key. Values of other types are left alone: to use one twice may mean to
/// move it twice.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    F32,
    F64,
    Param(String),
    Literal,
    Int,
    Bool,
}

impl Kind {
    pub(super) fn of(ty: &Type) -> Option<Self> {
        match ty {
            Type::Float(float) => Some(Kind::of_float(float)),
            Type::Int => Some(Kind::Int),
            Type::Bool => Some(Kind::Bool),
            Type::Unit
            | Type::Tuple(_)
            | Type::Array(..)
            | Type::Slice(_)
            | Type::Vec(_)
            | Type::Ref(_)
            | Type::Wrapped(..)
            | Type::Unknown(_)
            | Type::Inactive => None,
        }
    }

    fn of_float(float: &Float) -> Self {
        match float {
            Float::F32 => Kind::F32,
            Float::F64 => Kind::F64,
            Float::Param(name) => Kind::Param(name.to_string()),
            Float::Literal => Kind::Literal,
        }
    }
}

/// Whether `copy` may be replaced by `original` in the code: the types are the same small one, so that inference finds what
/// it found, and a gradient that stops at one stops at the other.
pub(super) fn interchangeable(function: &Function, copy: Value, original: Value) -> bool {
    let (copy, original) = (function.value_data(copy), function.value_data(original));
    let kind = Kind::of(&copy.ty);
    kind.is_some() && kind == Kind::of(&original.ty) && copy.differentiable == original.differentiable
}
