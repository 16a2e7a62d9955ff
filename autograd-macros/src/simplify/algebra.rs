//! Exact identities of float arithmetic. Each law stands above the rewrite, with what it says of zeros, infinities and NaN.
//!
//! Not among them, because they are not exact: `x + 0.0 = x` (wrong for `x = -0.0`), `0.0 * x = 0.0` (wrong for infinities,
//! NaN and negative numbers), `x - x = 0.0` (wrong for infinities and NaN), `x / y = x * (1 / y)`, and every
//! reassociation.
//!
//! Negations also travel: `x + (-a) * b` becomes `x - a * b`. A product whose factor is negated computes its own negative
//! instead, if its only use passes the sign on to a sum or a negation that can take it for nothing.

mod sign;

use super::{
    scope::{self, Kind, Scoped},
    Code,
};
use crate::ir::{Binary, Const, Expr, Function, Operand, Region, StmtKind, Unary, Value};
use sign::Signs;

pub(super) fn run(code: &mut Code) {
    let signs = Signs::of(code);
    let mut algebra = Algebra { function: code.function, negations: Scoped::new(), signs };
    for part in code.parts() {
        algebra.region(part);
    }
}

struct Algebra<'a> {
    function: &'a Function,
    /// What a value is the negative of.
    negations: Scoped<Value, Operand>,
    signs: Signs,
}

impl Algebra<'_> {
    fn region(&mut self, region: &mut Region) {
        for stmt in &mut region.stmts {
            if let StmtKind::Let { value, expr } = &mut stmt.kind {
                // The laws hold for floats; what operators of other types do, the macro does not know.
                if self.function.value_data(*value).ty.is_float() {
                    self.rewrite(*value, expr);
                }
            }
            for inner in stmt.kind.regions_mut() {
                let scope = self.negations.open();
                self.region(inner);
                self.negations.close(scope);
            }
        }
    }

    fn rewrite(&mut self, value: Value, expr: &mut Expr) {
        match expr {
            Expr::Unary(Unary::Neg, x) => {
                if let Some(rewritten) = self.negation(value, x) {
                    *expr = rewritten;
                }
            }
            Expr::Binary(operator, a, b) => {
                if let Some(rewritten) = self.binary(value, *operator, a, b) {
                    *expr = rewritten;
                }
            }
            Expr::Copy(_)
            | Expr::Detach(_)
            | Expr::Borrow(_)
            | Expr::Unary(Unary::Not, _)
            | Expr::Function(..)
            | Expr::Cast(..)
            | Expr::Load(_)
            | Expr::Aggregate(..)
            | Expr::Project(..)
            | Expr::Opaque(_)
            | Expr::Move(_)
            | Expr::Helper(..)
            | Expr::ZeroOf(_) => {}
        }
        if let Expr::Unary(Unary::Neg, x) = expr {
            // Where a gradient stops at the negative, the original must not stand in its place.
            if x.as_value().is_none_or(|x| scope::interchangeable(self.function, value, x)) {
                self.negations.insert(value, x.clone());
            }
        }
    }

    fn negation(&mut self, value: Value, x: &Operand) -> Option<Expr> {
        if self.signs.is_flipped(x) {
            return Some(Expr::Copy(x.clone()));
        }
        // -(-x) = x: only the sign bit changes, twice. Exact for every x.
        if let Some(inner) = self.negated(x) {
            return Some(Expr::Copy(inner.clone()));
        }
        // The only use of -x can take x instead.
        self.signs.flip(value).then(|| Expr::Copy(x.clone()))
    }

    fn binary(&mut self, value: Value, operator: Binary, a: &Operand, b: &Operand) -> Option<Expr> {
        match operator {
            Binary::Add => self.sum(a, b),
            Binary::Sub => self.difference(a, b),
            Binary::Mul => self.product(value, a, b),
            Binary::Div => self.quotient(value, a, b),
            Binary::Rem
            | Binary::Lt
            | Binary::Le
            | Binary::Gt
            | Binary::Ge
            | Binary::Eq
            | Binary::Ne
            | Binary::And
            | Binary::Or => None,
        }
    }

    fn sum(&self, a: &Operand, b: &Operand) -> Option<Expr> {
        let minus = |a: &Operand, b: &Operand| Some(Expr::Binary(Binary::Sub, a.clone(), b.clone()));
        // a + (-y) = a - y: IEEE 754 defines subtraction as addition of the negation. Exact, zeros and infinities included.
        if self.signs.is_flipped(b) {
            return minus(a, b);
        }
        // (-y) + b = b - y: the same, and addition commutes.
        if self.signs.is_flipped(a) {
            return minus(b, a);
        }
        match (self.negated(a), self.negated(b)) {
            (_, Some(y)) => minus(a, y),
            (Some(y), None) => minus(b, y),
            (None, None) => None,
        }
    }

    fn difference(&self, a: &Operand, b: &Operand) -> Option<Expr> {
        // a - (-y) = a + y: by the definition of subtraction. Exact, zeros and infinities included.
        if self.signs.is_flipped(b) {
            return Some(Expr::Binary(Binary::Add, a.clone(), b.clone()));
        }
        self.negated(b).map(|y| Expr::Binary(Binary::Add, a.clone(), y.clone()))
    }

    fn product(&mut self, value: Value, a: &Operand, b: &Operand) -> Option<Expr> {
        for (x, one) in [(a, b), (b, a)] {
            // x * 1 = x: exact for every x; a NaN stays one.
            if is(one, 1.0) && self.has_type_of(value, x) {
                return Some(self.pass_on(value, x));
            }
            // x * -1 = -x: rounding has nothing to do; only the sign changes.
            if is(one, -1.0) && self.has_type_of(value, x) && !self.signs.is_flipped(x) {
                return Some(Expr::Unary(Unary::Neg, x.clone()));
            }
        }
        self.signed(value, Binary::Mul, a, b)
    }

    fn quotient(&mut self, value: Value, a: &Operand, b: &Operand) -> Option<Expr> {
        // x / 1 = x: exact for every x; a NaN stays one.
        if is(b, 1.0) && self.has_type_of(value, a) {
            return Some(self.pass_on(value, a));
        }
        // x / -1 = -x: rounding has nothing to do; only the sign changes.
        if is(b, -1.0) && self.has_type_of(value, a) && !self.signs.is_flipped(a) {
            return Some(Expr::Unary(Unary::Neg, a.clone()));
        }
        self.signed(value, Binary::Div, a, b)
    }

    /// A copy; if its original computes its own negative, so does the copy.
    fn pass_on(&mut self, value: Value, x: &Operand) -> Expr {
        if self.signs.is_flipped(x) {
            self.signs.inherit(value);
        }
        Expr::Copy(x.clone())
    }

    /// (-x) * (-y) = x * y and (-x) / (-y) = x / y, and with one sign the result has it: the sign of a product is the product of
    /// the signs, and rounding to nearest is symmetric. Exact, zeros and infinities included.
    fn signed(&mut self, value: Value, operator: Binary, a: &Operand, b: &Operand) -> Option<Expr> {
        let plain = |a: &Operand, b: &Operand| Some(Expr::Binary(operator, a.clone(), b.clone()));
        match (self.signs.is_flipped(a), self.signs.is_flipped(b)) {
            (true, true) => None,
            (true, false) => match self.negated(b) {
                Some(y) => plain(a, y),
                None => {
                    self.signs.inherit(value);
                    None
                }
            },
            (false, true) => match self.negated(a) {
                Some(x) => plain(x, b),
                None => {
                    self.signs.inherit(value);
                    None
                }
            },
            (false, false) => match (self.negated(a), self.negated(b)) {
                (Some(x), Some(y)) => plain(x, y),
                // A constant takes the sign for nothing.
                (Some(x), None) => opposite(b).and_then(|b| plain(x, &b)),
                (None, Some(y)) => opposite(a).and_then(|a| plain(&a, y)),
                (None, None) => None,
            },
        }
    }

    fn negated(&self, operand: &Operand) -> Option<&Operand> {
        self.negations.get(&operand.as_value()?)
    }

    /// Whether the operand alone gives the value its type, so that a constant beside it may go.
    fn has_type_of(&self, value: Value, operand: &Operand) -> bool {
        operand.as_value().is_some_and(|operand| {
            Kind::of(&self.function.value_data(operand).ty) == Kind::of(&self.function.value_data(value).ty)
        })
    }
}

/// The negative of a constant.
fn opposite(operand: &Operand) -> Option<Operand> {
    match operand {
        Operand::Const(Const::Float { value, ty }) => Some(Operand::float(-value, ty.clone())),
        Operand::Const(Const::Bool(_) | Const::Int { .. } | Const::Unit) | Operand::Value(_) => None,
    }
}

fn is(operand: &Operand, number: f64) -> bool {
    matches!(operand, Operand::Const(Const::Float { value, .. }) if *value == number)
}
