//! Expressions as keys: two expressions with the same key have the same value, to the bit.

use proc_macro2::Ident;

use super::{
    super::scope::{Atom, Kind},
    memory::Memory,
};
use crate::ir::{Binary, Expr, Function, Path, Place, Step, Type, Unary, Value};

/// The type decides how an expression computes (`f32` or `f64`), and whether a gradient passes.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Key {
    kind: Kind,
    differentiable: bool,
    form: Form,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Form {
    Unary(Unary, Atom),
    Binary(Binary, Atom, Atom),
    Function(&'static str, Vec<Atom>),
    Helper(&'static str, Vec<Atom>),
    Cast(Atom),
    /// With the version of the memory that is read.
    Load(Place, u64, Vec<Link>),
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Link {
    Index(Atom),
    Range(Option<Atom>, Option<Atom>, bool),
    Chunk(Option<Atom>, String),
    Element(u32),
    Field(Ident),
    Payload(u64, String),
}

impl Key {
    /// `None` for what is never merged.
    pub(super) fn of(function: &Function, memory: &Memory, value: Value, expr: &Expr) -> Option<Self> {
        let data = function.value_data(value);
        let kind = Kind::of(&data.ty)?;
        let atoms = |operands: &[_]| operands.iter().map(Atom::of).collect();
        let form = match expr {
            Expr::Unary(operator, operand) => Form::Unary(*operator, Atom::of(operand)),
            Expr::Binary(operator, a, b) => {
                // Operators of other types are the user's: they are not asked twice, nor once for two.
                let small = |operand| Kind::of(&function.operand_type(operand)).is_some();
                if !small(a) || !small(b) {
                    return None;
                }
                let (a, b) = (Atom::of(a), Atom::of(b));
                // IEEE 754 addition and multiplication commute, and so does equality.
                match operator {
                    Binary::Add | Binary::Mul | Binary::Eq | Binary::Ne | Binary::And | Binary::Or if b < a => {
                        Form::Binary(*operator, b, a)
                    }
                    Binary::Add
                    | Binary::Sub
                    | Binary::Mul
                    | Binary::Div
                    | Binary::Rem
                    | Binary::Lt
                    | Binary::Le
                    | Binary::Gt
                    | Binary::Ge
                    | Binary::Eq
                    | Binary::Ne
                    | Binary::And
                    | Binary::Or => Form::Binary(*operator, a, b),
                }
            }
            Expr::Function(name, operands) => Form::Function(name, atoms(operands)),
            Expr::Helper(name, operands) => Form::Helper(name, atoms(operands)),
            // Integers have many types that the macro does not tell apart.
            Expr::Cast(operand, Type::Float(_), _) => Form::Cast(Atom::of(operand)),
            Expr::Load(path) => Form::Load(path.root, memory.version(path.root), links(path)),
            Expr::Copy(_)
            | Expr::Detach(_)
            | Expr::Borrow(_)
            | Expr::Cast(..)
            | Expr::Aggregate(..)
            | Expr::Project(..)
            | Expr::Opaque(_)
            | Expr::Move(_)
            | Expr::ZeroOf(_) => return None,
        };
        Some(Key { kind, differentiable: data.differentiable, form })
    }
}

fn links(path: &Path) -> Vec<Link> {
    let links = path.steps.iter().map(|step| match step {
        Step::Index(index) => Link::Index(Atom::of(index)),
        Step::Range { start, end, inclusive } => {
            Link::Range(start.as_ref().map(Atom::of), end.as_ref().map(Atom::of), *inclusive)
        }
        Step::Chunk { start, len } => Link::Chunk(start.as_ref().map(Atom::of), len.0.to_string()),
        Step::Element(index) => Link::Element(*index),
        Step::Field(name) => Link::Field(name.clone()),
        Step::Payload(payload) => Link::Payload(payload.key(), payload.path.0.to_string()),
    });
    links.collect()
}
