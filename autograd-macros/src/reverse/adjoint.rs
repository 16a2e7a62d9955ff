//! Adjoints of values: contributions, and terms of rules turned into statements.

use proc_macro2::Span;

use crate::ir::{Binary, Const, Expr, Float, Operand, Source, StmtKind, Type, Unary, Value};
use crate::rules::term::Term;

use super::Reverse;

/// What a rule's term is evaluated over.
pub(super) struct Application<'t> {
    pub(super) args: &'t [Operand],
    pub(super) result: Value,
    /// `d_y`
    pub(super) adjoint: Operand,
    /// The float type in which the formula is computed.
    pub(super) float: Float,
    pub(super) span: Span,
}

impl Reverse<'_> {
    /// Adds to the adjoint of a value: the first contribution is assigned, later ones are added.
    pub(super) fn contribute(&mut self, value: Value, contribution: Operand, span: Span) {
        if !self.activity.value(value) {
            return;
        }
        let sum = match self.level().adjoints.remove(&value) {
            None => contribution,
            Some(adjoint) => self.add(value, adjoint, contribution, span),
        };
        self.level().adjoints.insert(value, sum);
    }

    pub(super) fn contribute_operand(&mut self, operand: &Operand, contribution: Operand, span: Span) {
        if let Some(value) = operand.as_value() {
            self.contribute(value, contribution, span);
        }
    }

    /// The sum of two tangents of `value`.
    pub(super) fn add(&mut self, value: Value, a: Operand, b: Operand, span: Span) -> Operand {
        let data = self.function.value_data(value);
        let (hint, ty) = (format!("d_{}", data.ident), data.ty.clone());
        let expr = if ty.is_float() {
            Expr::Binary(Binary::Add, a, b)
        } else {
            Expr::Helper("add_tangents", vec![a, b])
        };
        self.bind(&hint, ty, expr, span)
    }

    /// Takes the adjoint of a value out of the table, if it has one.
    pub(super) fn take_adjoint(&mut self, value: Value) -> Option<Operand> {
        self.level().adjoints.remove(&value)
    }

    /// The adjoint of a value, or its zero tangent.
    pub(super) fn adjoint_or_zero(&mut self, value: Value) -> Operand {
        match self.take_adjoint(value) {
            Some(adjoint) => adjoint,
            None => self.zero_of(value),
        }
    }

    /// The zero tangent of a value.
    pub(super) fn zero_of(&mut self, value: Value) -> Operand {
        let data = self.function.value_data(value).clone();
        match data.ty {
            Type::Float(float) => Operand::float(0.0, float),
            Type::Unit => Operand::Const(Const::Unit),
            ty => {
                self.ensure(value);
                let expr = Expr::ZeroOf(Source::Operand(value.into()));
                self.bind(&format!("d_{}", data.ident), ty, expr, data.ident.span())
            }
        }
    }

    /// Binds an expression in the backward part.
    pub(super) fn bind(&mut self, hint: &str, ty: Type, expr: Expr, span: Span) -> Operand {
        let value = self.fresh_value(hint, ty, span);
        self.push(span, StmtKind::Let { value, expr });
        value.into()
    }

    /// Evaluates a rule's term. Primal operands that it names are made visible first.
    pub(super) fn evaluate(&mut self, of: &Application<'_>, term: &Term, hint: &str) -> Operand {
        let ty = Type::Float(of.float.clone());
        match term {
            Term::Arg(index) => self.ensure_operand(&of.args[*index]),
            Term::Result => self.ensure_operand(&of.result.into()),
            Term::Adjoint => of.adjoint.clone(),
            Term::Const(value) => Operand::float(*value, of.float.clone()),
            Term::Int(value) => Operand::int(i128::from(*value)),
            Term::Neg(x) => {
                let x = self.evaluate(of, x, "t");
                self.bind(hint, ty, Expr::Unary(Unary::Neg, x), of.span)
            }
            Term::Binary(op, a, b) => {
                let a = self.evaluate(of, a, "t");
                let b = self.evaluate(of, b, "t");
                self.bind(hint, ty, Expr::Binary(*op, a, b), of.span)
            }
            Term::Function(name, args) => {
                let args = args.iter().map(|arg| self.evaluate(of, arg, "t")).collect();
                self.bind(hint, ty, Expr::Function(name, args), of.span)
            }
            Term::Helper(name, args) => {
                let args = args.iter().map(|arg| self.evaluate(of, arg, "t")).collect();
                self.bind(hint, ty, Expr::Helper(name, args), of.span)
            }
        }
    }

    /// The name hint for the adjoint of an operand.
    pub(super) fn adjoint_hint(&self, operand: &Operand) -> String {
        match operand {
            Operand::Value(value) => format!("d_{}", self.function.value_data(*value).ident),
            Operand::Const(_) => "d".to_owned(),
        }
    }
}
