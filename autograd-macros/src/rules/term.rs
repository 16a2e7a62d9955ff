//! The little language in which rules are written: terms over a function's arguments, its result and the adjoint.

use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::ir::Binary;

/// A formula.
#[derive(Clone, Debug)]
pub(crate) enum Term {
    /// The argument with this position: `x`, or `a` and `b`.
    Arg(usize),
    /// The result `y`.
    Result,
    /// The adjoint of the result, `d_y`.
    Adjoint,
    Const(f64),
    /// An integer: the exponent of `powi`.
    Int(i32),
    Neg(Box<Term>),
    Binary(Binary, Box<Term>, Box<Term>),
    /// A float method of std.
    Function(&'static str, Vec<Term>),
    /// A function of the runtime, `__private::name`.
    Helper(&'static str, Vec<Term>),
}

impl Term {
    /// Whether the adjoint alone, or its negative, is the term.
    pub(crate) fn is_linear(&self) -> bool {
        match self {
            Term::Adjoint => true,
            Term::Neg(x) => x.is_linear(),
            Term::Arg(_) | Term::Result | Term::Const(_) | Term::Int(_) | Term::Binary(..) => false,
            Term::Function(..) | Term::Helper(..) => false,
        }
    }

    pub(crate) fn call(self, name: &'static str) -> Term {
        Term::Function(name, vec![self])
    }
}

macro_rules! operator {
    ($operator:ident, $method:ident) => {
        impl $operator for Term {
            type Output = Term;
            fn $method(self, other: Term) -> Term {
                Term::Binary(Binary::$operator, Box::new(self), Box::new(other))
            }
        }
        impl $operator<Term> for f64 {
            type Output = Term;
            fn $method(self, other: Term) -> Term {
                Term::Binary(Binary::$operator, Box::new(Term::Const(self)), Box::new(other))
            }
        }
        impl $operator<f64> for Term {
            type Output = Term;
            fn $method(self, other: f64) -> Term {
                Term::Binary(Binary::$operator, Box::new(self), Box::new(Term::Const(other)))
            }
        }
    };
}

operator!(Add, add);
operator!(Sub, sub);
operator!(Mul, mul);
operator!(Div, div);

impl Neg for Term {
    type Output = Term;
    fn neg(self) -> Term {
        Term::Neg(Box::new(self))
    }
}
