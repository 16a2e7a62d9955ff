//! Adjoints with a constant factor that is not multiplied in yet.
//!
//! The constants of formulas meet in it: `2.0 * (0.5 * d)` is `d`, of `-(-d)` nothing is left, and a sign that remains is
//! taken by the next sum. What is multiplied in the end is one constant. Products of constants round differently from
//! products with the adjoint, by the last bit; either is as good a derivative.

use proc_macro2::Span;

use crate::ir::{Binary, Const, Expr, Float, Operand, Type, Unary};

use super::Reverse;

/// `factor * operand`. The factor of an operand that is no float is 1.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Scaled {
    pub(super) factor: f64,
    pub(super) operand: Operand,
}

impl From<Operand> for Scaled {
    fn from(operand: Operand) -> Self {
        Scaled { factor: 1.0, operand }
    }
}

impl Scaled {
    pub(super) fn negated(self) -> Self {
        Scaled { factor: -self.factor, ..self }
    }

    /// `factor * self`, if the factors' product is a normal number of the type.
    fn times(&self, factor: f64, float: &Float) -> Option<Self> {
        let product = self.factor * factor;
        is_usable(product, float).then(|| Scaled { factor: product, operand: self.operand.clone() })
    }

    fn is_positive(&self) -> bool {
        self.factor > 0.0
    }

    fn magnitude(&self) -> Self {
        Scaled { factor: self.factor.abs(), operand: self.operand.clone() }
    }
}

/// Where the binding of a result is to go, and its type.
pub(super) struct Target<'t> {
    pub(super) hint: &'t str,
    pub(super) float: &'t Float,
    pub(super) span: Span,
}

impl Reverse<'_> {
    /// Multiplies the factor in.
    pub(super) fn settle(&mut self, scaled: Scaled, to: &Target<'_>) -> Operand {
        let Scaled { factor, operand } = scaled;
        if factor == 1.0 {
            return operand;
        }
        let ty = Type::Float(to.float.clone());
        self.bind(to.hint, ty, multiplied(factor, operand, to.float), to.span)
    }

    /// `a + b`.
    pub(super) fn sum(&mut self, a: Scaled, b: Scaled, to: &Target<'_>) -> Scaled {
        if a.factor.abs() == b.factor.abs() {
            // f a + f b = f (a + b), and f a - f b = f (a - b).
            let factor = a.factor.abs();
            let (expr, factor) = match (a.is_positive(), b.is_positive()) {
                (true, true) => (Expr::Binary(Binary::Add, a.operand, b.operand), factor),
                (true, false) => (Expr::Binary(Binary::Sub, a.operand, b.operand), factor),
                (false, true) => (Expr::Binary(Binary::Sub, b.operand, a.operand), factor),
                (false, false) => (Expr::Binary(Binary::Add, a.operand, b.operand), -factor),
            };
            let operand = self.bind(to.hint, Type::Float(to.float.clone()), expr, to.span);
            return Scaled { factor, operand };
        }
        if a.factor.abs() < b.factor.abs() {
            return self.sum(b, a, to);
        }
        // f a + g b = g ((f/g) a + b): no more products, and g may meet another constant later.
        let ratio = a.factor / b.factor;
        let plain = [a.factor, b.factor].into_iter().any(|factor| factor.abs() == 1.0);
        if !plain && (ratio.fract() == 0.0 || is_power_of_two(ratio)) && is_usable(ratio, to.float) {
            let a = self.settle(Scaled { factor: ratio.abs(), operand: a.operand }, to);
            let a = Scaled { factor: ratio.signum(), operand: a };
            let sum = self.sum(a, b.operand.into(), to);
            return Scaled { factor: sum.factor * b.factor, ..sum };
        }
        // The constant of `a` takes its sign for nothing.
        let factor = b.factor.signum();
        let a = self.settle(a, to);
        let b = self.settle(b.magnitude(), to);
        self.sum(a.into(), Scaled { factor, operand: b }, to)
    }

    /// `a * b`.
    pub(super) fn product(&mut self, a: Scaled, b: Scaled, to: &Target<'_>) -> Scaled {
        for (constant, other) in [(&a, &b), (&b, &a)] {
            let Operand::Const(Const::Float { value, .. }) = constant.operand else { continue };
            if let Some(product) = other.times(value * constant.factor, to.float) {
                return product;
            }
        }
        let factor = a.factor * b.factor;
        if !is_usable(factor, to.float) {
            let (a, b) = (self.settle(a, to), self.settle(b, to));
            return self.product(a.into(), b.into(), to);
        }
        let expr = |a: Operand, b: Operand| Expr::Binary(Binary::Mul, a, b);
        let ty = Type::Float(to.float.clone());
        // What does not change in a loop takes the factor, so that the loop is rid of it.
        let invariant = [&a, &b].map(|side| self.is_invariant(&side.operand));
        if factor.abs() != 1.0 && invariant[0] != invariant[1] {
            let scale = |side: Operand| Scaled { factor: factor.abs(), operand: side };
            let (a, b) = match invariant[0] {
                true => (self.settle(scale(a.operand), to), b.operand),
                false => (a.operand, self.settle(scale(b.operand), to)),
            };
            let operand = self.bind(to.hint, ty, expr(a, b), to.span);
            return Scaled { factor: factor.signum(), operand };
        }
        let operand = self.bind(to.hint, ty, expr(a.operand, b.operand), to.span);
        Scaled { factor, operand }
    }

    /// `a / b`.
    pub(super) fn quotient(&mut self, a: Scaled, b: Scaled, to: &Target<'_>) -> Scaled {
        // Dividing by a power of two is multiplying with its inverse.
        if let Operand::Const(Const::Float { value, .. }) = b.operand {
            let inverse = 1.0 / (value * b.factor);
            if is_power_of_two(inverse) {
                if let Some(quotient) = a.times(inverse, to.float) {
                    return quotient;
                }
            }
        }
        if is_power_of_two(b.factor) && is_usable(a.factor / b.factor, to.float) {
            let ty = Type::Float(to.float.clone());
            let operand = self.bind(to.hint, ty, Expr::Binary(Binary::Div, a.operand, b.operand), to.span);
            return Scaled { factor: a.factor / b.factor, operand };
        }
        let sign = b.factor.signum();
        let b = self.settle(b.magnitude(), to);
        self.quotient(Scaled { factor: a.factor * sign, operand: a.operand }, b.into(), to)
    }

    /// Whether the operand has one value in all iterations of the innermost loop.
    fn is_invariant(&self, operand: &Operand) -> bool {
        let Some(value) = operand.as_value() else { return true };
        let Some(inside) = self.levels.iter().rposition(|level| level.is_loop) else { return true };
        let bound = |value| self.levels[inside..].iter().any(|level| level.backward_definitions.contains_key(value));
        self.owner.get(&value).is_none_or(|depth| *depth < inside) && !bound(&value)
    }
}

/// `factor * operand`.
pub(super) fn multiplied(factor: f64, operand: Operand, float: &Float) -> Expr {
    if factor == -1.0 {
        Expr::Unary(Unary::Neg, operand)
    } else {
        Expr::Binary(Binary::Mul, Operand::float(factor, float.clone()), operand)
    }
}

/// Whether a factor neither vanishes nor overflows.
fn is_usable(factor: f64, float: &Float) -> bool {
    match float {
        Float::F64 => factor.is_normal(),
        // What a generic type will be, is not known.
        Float::F32 | Float::Param(_) | Float::Literal => (factor as f32).is_normal(),
    }
}

fn is_power_of_two(factor: f64) -> bool {
    const MANTISSA: u64 = (1 << 52) - 1;
    factor.is_normal() && factor.to_bits() & MANTISSA == 0
}
