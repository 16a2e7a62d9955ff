//! What the macro knows of types. It sees tokens, not types: [`Type::Unknown`] is the honest answer for most of Rust.

use proc_macro2::{Ident, TokenStream};

use super::{Payload, Step};

#[derive(Clone, Debug)]
pub(crate) enum Type {
    /// A float scalar: arithmetic and std's methods on it have symbolic rules.
    Float(Float),
    /// An integer of any width.
    Int,
    Bool,
    Unit,
    Tuple(Vec<Type>),
    /// `[T; len]`
    Array(Box<Type>, TokenStream),
    Slice(Box<Type>),
    Vec(Box<Type>),
    /// `&T` and `&mut T` inside other types; a reference parameter is a place of the referent's type.
    Ref(Box<Type>),
    /// `Option<T>`, `Result<T, _>`: the gradient is that of the `T`.
    Wrapped(Wrapper, Box<Type>),
    /// A type that can carry a gradient and that the macro cannot see into: a struct, an alias, the result of a call.
    /// With its tokens where the user wrote them.
    Unknown(Option<TokenStream>),
    /// A type without floats (`String`, `Option<usize>`, …), or the type of an inactive expression.
    Inactive,
}

/// Which float.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Float {
    F32,
    F64,
    /// A type parameter bounded by `Real`: its literals are written `T::from_f64(…)`.
    Param(Ident),
    /// Decided by rustc's inference (`let mut s = 0.0;`), printed without a suffix.
    Literal,
}

/// A type of std that holds one thing or none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Wrapper {
    Option,
    Result,
}

/// Tokens that are compared by how they print.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tokens(pub(crate) TokenStream);

impl PartialEq for Tokens {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_string() == other.0.to_string()
    }
}

impl Type {
    pub(crate) fn float(&self) -> Option<&Float> {
        match self {
            Type::Float(float) => Some(float),
            Type::Int
            | Type::Bool
            | Type::Unit
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

    pub(crate) fn is_float(&self) -> bool {
        self.float().is_some()
    }

    /// The type of the floats in nested arrays and vectors.
    pub(crate) fn innermost_float(&self) -> Option<&Float> {
        match self {
            Type::Float(float) => Some(float),
            Type::Array(item, _) | Type::Slice(item) | Type::Vec(item) => item.innermost_float(),
            Type::Int
            | Type::Bool
            | Type::Unit
            | Type::Tuple(_)
            | Type::Ref(_)
            | Type::Wrapped(..)
            | Type::Unknown(_)
            | Type::Inactive => None,
        }
    }

    /// Whether a value of this type can carry a gradient.
    pub(crate) fn is_differentiable(&self) -> bool {
        match self {
            Type::Float(_) | Type::Unknown(_) => true,
            Type::Int | Type::Bool | Type::Unit | Type::Inactive => false,
            Type::Tuple(items) => items.iter().any(Type::is_differentiable),
            Type::Array(item, _) | Type::Slice(item) | Type::Vec(item) | Type::Ref(item) | Type::Wrapped(_, item) => {
                item.is_differentiable()
            }
        }
    }

    /// Whether it holds something that the macro does not know.
    pub(crate) fn is_opaque(&self) -> bool {
        match self {
            Type::Unknown(_) => true,
            Type::Float(_) | Type::Int | Type::Bool | Type::Unit | Type::Inactive => false,
            Type::Tuple(items) => items.iter().any(Type::is_opaque),
            Type::Array(item, _) | Type::Slice(item) | Type::Vec(item) | Type::Ref(item) | Type::Wrapped(_, item) => {
                item.is_opaque()
            }
        }
    }

    /// Whether no value is of both types, whatever rustc infers. References are looked through.
    pub(crate) fn clashes_with(&self, other: &Type) -> bool {
        match (self, other) {
            (Type::Ref(a), b) | (b, Type::Ref(a)) => a.clashes_with(b),
            (Type::Float(Float::F64), Type::Float(Float::F32)) | (Type::Float(Float::F32), Type::Float(Float::F64)) => {
                true
            }
            // A generic float may have operators that its bounds declare.
            (Type::Float(Float::Param(_)), _) | (_, Type::Float(Float::Param(_))) => false,
            (Type::Unknown(_) | Type::Inactive, _) | (_, Type::Unknown(_) | Type::Inactive) => false,
            (Type::Tuple(a), Type::Tuple(b)) => a.len() != b.len() || a.iter().zip(b).any(|(a, b)| a.clashes_with(b)),
            (Type::Array(_, a), Type::Array(_, b)) if differ(a, b) => true,
            (Type::Array(a, _) | Type::Slice(a) | Type::Vec(a), Type::Array(b, _) | Type::Slice(b) | Type::Vec(b)) => {
                a.clashes_with(b)
            }
            (a, b) => a.family() != b.family(),
        }
    }

    /// A number for types that may turn out to be the same.
    fn family(&self) -> u8 {
        match self {
            Type::Float(_) => 0,
            Type::Int => 1,
            Type::Bool => 2,
            Type::Unit => 3,
            Type::Tuple(_) => 4,
            Type::Array(..) | Type::Slice(_) | Type::Vec(_) => 5,
            Type::Wrapped(Wrapper::Option, _) => 6,
            Type::Wrapped(Wrapper::Result, _) => 7,
            Type::Ref(_) | Type::Unknown(_) | Type::Inactive => 8,
        }
    }

    /// The type of `[i]` of this type.
    pub(crate) fn element(&self) -> Type {
        match self {
            Type::Array(item, _) | Type::Slice(item) | Type::Vec(item) => (**item).clone(),
            Type::Ref(item) => item.element(),
            Type::Inactive => Type::Inactive,
            Type::Float(_)
            | Type::Int
            | Type::Bool
            | Type::Unit
            | Type::Tuple(_)
            | Type::Wrapped(..)
            | Type::Unknown(_) => Type::Unknown(None),
        }
    }

    /// The type at the end of one more step. References are looked through.
    pub(crate) fn step(&self, step: &Step) -> Type {
        match (step, self) {
            (_, Type::Ref(inner)) => inner.step(step),
            (_, Type::Inactive) => Type::Inactive,
            (Step::Index(_), ty) => ty.element(),
            (Step::Range { .. }, ty) => Type::Slice(Box::new(ty.element())),
            (Step::Chunk { len, .. }, ty) => Type::Array(Box::new(ty.element()), len.0.clone()),
            (Step::Element(index), Type::Tuple(items)) => {
                items.get(*index as usize).cloned().unwrap_or(Type::Unknown(None))
            }
            (Step::Element(_) | Step::Field(_), _) => Type::Unknown(None),
            (Step::Payload(payload), ty) => ty.payload(payload),
        }
    }

    /// The type of what a variant holds.
    pub(crate) fn payload(&self, payload: &Payload) -> Type {
        match self {
            Type::Ref(item) => item.payload(payload),
            Type::Wrapped(_, item) if payload.is_wrapped() => (**item).clone(),
            Type::Inactive => Type::Inactive,
            _ if payload.is_error() => Type::Inactive,
            Type::Float(_)
            | Type::Int
            | Type::Bool
            | Type::Unit
            | Type::Tuple(_)
            | Type::Array(..)
            | Type::Slice(_)
            | Type::Vec(_)
            | Type::Wrapped(..)
            | Type::Unknown(_) => Type::Unknown(None),
        }
    }

    /// Whether values of this type may differ in their shape (lengths, variants), so that a tangent of one does not fit
    /// another one.
    pub(crate) fn is_elastic(&self) -> bool {
        match self {
            Type::Vec(_) | Type::Wrapped(..) | Type::Unknown(_) => true,
            Type::Float(_) | Type::Int | Type::Bool | Type::Unit | Type::Inactive => false,
            Type::Tuple(items) => items.iter().any(Type::is_elastic),
            Type::Array(item, _) | Type::Slice(item) | Type::Ref(item) => item.is_elastic(),
        }
    }
}

/// Whether two lengths are different literals.
fn differ(a: &TokenStream, b: &TokenStream) -> bool {
    let number = |len: &TokenStream| syn::parse2::<syn::LitInt>(len.clone()).ok()?.base10_parse::<u64>().ok();
    matches!((number(a), number(b)), (Some(a), Some(b)) if a != b)
}
