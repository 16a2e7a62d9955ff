//! The values of expressions over constants, exactly as they come out at run time.
//!
//! Only operations that IEEE 754 defines to the last bit are computed here: the mathematics library of the machine that
//! compiles may differ from that of the machine that runs. `f32` is computed in `f32`. Float types that the macro does not
//! know, and results that have no literal (infinities and NaN), are left alone.

use crate::{
    ir::{Binary, Const, Expr, Float, Function, Operand, Type, Unary},
    rules::scalar,
};

/// What the expression is equal to, if that is a constant or one of its operands.
pub(super) fn fold(function: &Function, expr: &Expr) -> Option<Operand> {
    match expr {
        // Rounding to nearest is symmetric, so that negation is exact in every type.
        Expr::Unary(Unary::Neg, Operand::Const(Const::Float { value, ty })) => Some(Operand::float(-value, ty.clone())),
        Expr::Unary(Unary::Not, Operand::Const(Const::Bool(value))) => Some(Operand::bool(!value)),
        Expr::Binary(Binary::And, known, other) | Expr::Binary(Binary::And, other, known) if is(known, true) => {
            Some(other.clone())
        }
        Expr::Binary(Binary::Or, known, other) | Expr::Binary(Binary::Or, other, known) if is(known, false) => {
            Some(other.clone())
        }
        Expr::Binary(Binary::And, a, b) if is(a, false) || is(b, false) => Some(Operand::bool(false)),
        Expr::Binary(Binary::Or, a, b) if is(a, true) || is(b, true) => Some(Operand::bool(true)),
        Expr::Binary(operator, Operand::Const(a), Operand::Const(b)) => binary(*operator, a, b),
        Expr::Function(name, operands) => method(name, operands),
        Expr::Cast(Operand::Const(Const::Float { value, ty }), Type::Float(target), _) => {
            Some(number(precision(ty)?.round(*value), precision(target)?)?.into_operand())
        }
        Expr::Copy(_)
        | Expr::Detach(_)
        | Expr::Borrow(_)
        | Expr::Unary(..)
        | Expr::Binary(..)
        | Expr::Cast(..)
        | Expr::Load(_)
        | Expr::Aggregate(..)
        | Expr::Project(..)
        | Expr::Opaque(_)
        | Expr::Move(_)
        | Expr::Helper(..)
        | Expr::ZeroOf(_) => None,
    }
    .filter(|operand| operand.as_value().is_none_or(|value| matches!(function.value_data(value).ty, Type::Bool)))
}

fn is(operand: &Operand, expected: bool) -> bool {
    matches!(operand, Operand::Const(Const::Bool(value)) if *value == expected)
}

fn binary(operator: Binary, a: &Const, b: &Const) -> Option<Operand> {
    let (Const::Float { value: a, ty }, Const::Float { value: b, ty: other }) = (a, b) else { return None };
    let precision = precision(ty).filter(|_| ty == other)?;
    let (a, b) = (precision.round(*a), precision.round(*b));
    // A double has more than twice the digits of a single: rounding the double result once more gives the single one.
    let arithmetic = |value: f64| Some(number(value, precision)?.into_operand());
    match operator {
        Binary::Add => arithmetic(a + b),
        Binary::Sub => arithmetic(a - b),
        Binary::Mul => arithmetic(a * b),
        Binary::Div => arithmetic(a / b),
        Binary::Rem => arithmetic(a % b),
        Binary::Lt => Some(Operand::bool(a < b)),
        Binary::Le => Some(Operand::bool(a <= b)),
        Binary::Gt => Some(Operand::bool(a > b)),
        Binary::Ge => Some(Operand::bool(a >= b)),
        Binary::Eq => Some(Operand::bool(a == b)),
        Binary::Ne => Some(Operand::bool(a != b)),
        Binary::And | Binary::Or => None,
    }
}

/// The methods whose result IEEE 754 defines. `max` and `min` are not among them, for zeros of both signs.
const EXACT: &[&str] =
    &["abs", "ceil", "copysign", "floor", "fract", "recip", "round", "round_ties_even", "signum", "sqrt", "trunc"];

fn method(name: &str, operands: &[Operand]) -> Option<Operand> {
    let rule = scalar::find(name).filter(|_| EXACT.contains(&name))?;
    let mut arguments = Vec::new();
    let mut precisions = Vec::new();
    for operand in operands {
        let Operand::Const(Const::Float { value, ty }) = operand else { return None };
        precisions.push(precision(ty)?);
        arguments.push(precision(ty)?.round(*value));
    }
    let precision = *precisions.first()?;
    if precisions.iter().any(|other| *other != precision) {
        return None;
    }
    Some(number((rule.eval)(&arguments), precision)?.into_operand())
}

/// The float types whose arithmetic is known here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Precision {
    Single,
    Double,
}

impl Precision {
    fn round(self, value: f64) -> f64 {
        match self {
            Precision::Single => f64::from(value as f32),
            Precision::Double => value,
        }
    }
}

fn precision(ty: &Float) -> Option<Precision> {
    match ty {
        Float::F32 => Some(Precision::Single),
        Float::F64 => Some(Precision::Double),
        Float::Param(_) | Float::Literal => None,
    }
}

/// The constant, if it can be written down.
fn number(value: f64, precision: Precision) -> Option<Const> {
    let value = precision.round(value);
    let ty = match precision {
        Precision::Single => Float::F32,
        Precision::Double => Float::F64,
    };
    value.is_finite().then_some(Const::Float { value, ty })
}

impl Const {
    fn into_operand(self) -> Operand {
        Operand::Const(self)
    }
}
