//! Whether types agree, as far as the macro knows them.

use super::{ensure, fault, Check, Fault, Verifier};
use crate::ir::{print, Float, Type, Value};

impl Verifier<'_> {
    pub(super) fn type_of(&self, value: Value) -> Type {
        self.function.value_data(value).ty.clone()
    }

    pub(super) fn types_of(&self, values: &[Value]) -> Result<Vec<Type>, Fault> {
        let known = |value: &Value| match self.function.values.get(value.0 as usize) {
            Some(data) => Ok(data.ty.clone()),
            None => fault(format!("%{} is outside the table of values", value.0)),
        };
        values.iter().map(known).collect()
    }

    pub(super) fn agree(&self, found: &Type, expected: &Type, what: &str) -> Check {
        ensure(agree(found, expected), || {
            format!("{what} has the type {} where {} is expected", print::ty(found), print::ty(expected))
        })
    }

    /// Refuses arithmetic on what is known not to be a float: integer arithmetic is opaque.
    pub(super) fn arithmetic(&self, ty: &Type) -> Check {
        let sane = match ty {
            Type::Float(_) | Type::Unknown(_) | Type::Inactive => true,
            Type::Ref(inner) => return self.arithmetic(inner),
            // Adjoints of arrays and tuples are added as wholes.
            Type::Tuple(_) | Type::Array(..) | Type::Slice(_) | Type::Vec(_) | Type::Wrapped(..) => true,
            Type::Int | Type::Bool | Type::Unit => false,
        };
        ensure(sane, || format!("arithmetic on a {}", print::ty(ty)))
    }

    pub(super) fn indexable(&self, ty: &Type) -> Check {
        let sane = match ty {
            Type::Array(..) | Type::Slice(_) | Type::Vec(_) | Type::Unknown(_) | Type::Inactive => true,
            Type::Ref(inner) => return self.indexable(inner),
            Type::Float(_) | Type::Int | Type::Bool | Type::Unit | Type::Tuple(_) | Type::Wrapped(..) => false,
        };
        ensure(sane, || format!("an index into a {}", print::ty(ty)))
    }
}

/// Whether one value could have both types. Lengths are tokens and stay unread.
fn agree(a: &Type, b: &Type) -> bool {
    match (a, b) {
        (Type::Unknown(_) | Type::Inactive, _) | (_, Type::Unknown(_) | Type::Inactive) => true,
        (Type::Ref(a), b) => agree(a, b),
        (a, Type::Ref(b)) => agree(a, b),
        (Type::Float(a), Type::Float(b)) => a == b || *a == Float::Literal || *b == Float::Literal,
        (Type::Int, Type::Int) | (Type::Bool, Type::Bool) | (Type::Unit, Type::Unit) => true,
        (Type::Tuple(a), Type::Tuple(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| agree(a, b)),
        (Type::Array(a, _) | Type::Slice(a) | Type::Vec(a), Type::Array(b, _) | Type::Slice(b) | Type::Vec(b)) => {
            agree(a, b)
        }
        // The tangent of a `Result` is an `Option`.
        (Type::Wrapped(_, a), Type::Wrapped(_, b)) => agree(a, b),
        (
            Type::Float(_)
            | Type::Int
            | Type::Bool
            | Type::Unit
            | Type::Tuple(_)
            | Type::Array(..)
            | Type::Slice(_)
            | Type::Vec(_)
            | Type::Wrapped(..),
            _,
        ) => false,
    }
}
