//! Adjoints of values: contributions, and terms of rules turned into statements.

use proc_macro2::Span;

use crate::ir::{Binary, Const, Expr, Float, Operand, Stmt, StmtKind, Type, Value};
use crate::rules::term::Term;

use super::scaled::{self, Scaled, Target};
use super::Reverse;

/// What a rule's term is evaluated over.
pub(super) struct Application<'t> {
    pub(super) args: &'t [Operand],
    pub(super) result: Value,
    /// `d_y`
    pub(super) adjoint: Scaled,
    /// The float type in which the formula is computed.
    pub(super) float: Float,
    pub(super) span: Span,
}

impl Reverse<'_> {
    /// Adds to the adjoint of a value: the first contribution is assigned, later ones are added.
    pub(super) fn contribute(&mut self, value: Value, contribution: Operand, span: Span) {
        self.contribute_scaled(value, contribution.into(), span);
    }

    pub(super) fn contribute_operand(&mut self, operand: &Operand, contribution: Operand, span: Span) {
        if let Some(value) = operand.as_value() {
            self.contribute(value, contribution, span);
        }
    }

    pub(super) fn contribute_scaled(&mut self, value: Value, contribution: Scaled, span: Span) {
        if !self.wants(value) {
            return;
        }
        debug_assert!(
            contribution.factor == 1.0 || self.function.value_data(value).ty.is_float(),
            "a factor of the adjoint of something that is no float would be lost"
        );
        let sum = match self.level().adjoints.remove(&value) {
            None => contribution,
            Some(adjoint) => self.add_scaled(value, adjoint, contribution, span),
        };
        self.level().adjoints.insert(value, sum);
    }

    /// Whether contributions to the adjoint of a value are asked for here.
    pub(super) fn wants(&self, value: Value) -> bool {
        let depth = self.levels.len() - 1;
        let outside = || self.owner.get(&value).is_none_or(|owner| *owner < depth);
        self.activity.value(value) && !(self.levels[depth].memory_only && outside())
    }

    pub(super) fn wants_operand(&self, operand: &Operand) -> bool {
        operand.as_value().is_some_and(|value| self.wants(value))
    }

    fn add_scaled(&mut self, value: Value, a: Scaled, b: Scaled, span: Span) -> Scaled {
        let data = self.function.value_data(value);
        let (hint, ty) = (format!("d_{}", data.ident), data.ty.clone());
        match ty.float() {
            Some(float) => self.sum(a, b, &Target { hint: &hint, float, span }),
            None => self.bind(&hint, ty, Expr::Helper("add_tangents", vec![a.operand, b.operand]), span).into(),
        }
    }

    /// The sum of two tangents of `value`.
    pub(super) fn add(&mut self, value: Value, a: Scaled, b: Scaled, span: Span) -> Operand {
        let sum = self.add_scaled(value, a, b, span);
        self.settle_for(value, sum)
    }

    /// Takes the adjoint of a value out of the table, if it has one.
    pub(super) fn take_adjoint(&mut self, value: Value) -> Option<Operand> {
        let adjoint = self.take_scaled(value)?;
        Some(self.settle_for(value, adjoint))
    }

    /// The same, with its constant factor beside it.
    pub(super) fn take_scaled(&mut self, value: Value) -> Option<Scaled> {
        self.level().adjoints.remove(&value)
    }

    /// Multiplies the factors of the innermost level's adjoints in: those of the values given, or of all outer values.
    pub(super) fn settle_adjoints(&mut self, values: &[Value]) {
        for value in values {
            if let Some(adjoint) = self.take_adjoint(*value) {
                self.level().adjoints.insert(*value, adjoint.into());
            }
        }
    }

    /// An adjoint that goes into several products: its constant is multiplied in once, before. A mere sign stays, because
    /// the sums after the products take it for nothing.
    pub(super) fn distributed(&mut self, value: Value, adjoint: Scaled) -> Scaled {
        if adjoint.factor.abs() == 1.0 {
            adjoint
        } else {
            self.settle_for(value, adjoint).into()
        }
    }

    /// Multiplies the factor of an adjoint of the value in.
    pub(super) fn settle_for(&mut self, value: Value, adjoint: Scaled) -> Operand {
        let data = self.function.value_data(value);
        let Some(float) = data.ty.float().cloned() else { return adjoint.operand };
        let (hint, span) = (format!("d_{}", data.ident), data.ident.span());
        self.settle(adjoint, &Target { hint: &hint, float: &float, span })
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
                let expr = Expr::ZeroOf(value.into());
                self.bind(&format!("d_{}", data.ident), ty, expr, data.ident.span())
            }
        }
    }

    /// The zero tangent of a value, bound at the end of `stmts`, where the value is visible.
    pub(super) fn zero_before(&mut self, value: Value, stmts: &mut Vec<Stmt>) -> Operand {
        let data = self.function.value_data(value).clone();
        match data.ty {
            Type::Float(float) => Operand::float(0.0, float),
            Type::Unit => Operand::Const(Const::Unit),
            ty => {
                let span = data.ident.span();
                let zero = self.fresh_value(&format!("d_{}", data.ident), ty, span);
                let expr = Expr::ZeroOf(value.into());
                stmts.push(Stmt { span, kind: StmtKind::Let { value: zero, expr } });
                zero.into()
            }
        }
    }

    /// Multiplies the factor of an adjoint of the value in, at the end of `stmts`.
    pub(super) fn settle_before(&mut self, value: Value, adjoint: Scaled, stmts: &mut Vec<Stmt>) -> Operand {
        let Scaled { factor, operand } = adjoint;
        let data = self.function.value_data(value).clone();
        let (Some(float), true) = (data.ty.float(), factor != 1.0) else { return operand };
        let span = data.ident.span();
        let settled = self.fresh_value(&format!("d_{}", data.ident), data.ty.clone(), span);
        stmts.push(Stmt {
            span,
            kind: StmtKind::Let { value: settled, expr: scaled::multiplied(factor, operand, float) },
        });
        settled.into()
    }

    /// Binds an expression in the backward part.
    pub(super) fn bind(&mut self, hint: &str, ty: Type, expr: Expr, span: Span) -> Operand {
        let value = self.fresh_value(hint, ty, span);
        self.push(span, StmtKind::Let { value, expr });
        value.into()
    }

    /// Evaluates a rule's term. Primal operands that it names are made visible first.
    pub(super) fn evaluate(&mut self, of: &Application<'_>, term: &Term, hint: &str) -> Scaled {
        let ty = Type::Float(of.float.clone());
        let to = Target { hint, float: &of.float, span: of.span };
        match term {
            Term::Arg(index) => self.ensure_operand(&of.args[*index]).into(),
            Term::Result => self.ensure_operand(&of.result.into()).into(),
            Term::Adjoint => of.adjoint.clone(),
            Term::Const(value) => Operand::float(*value, of.float.clone()).into(),
            Term::Int(value) => Operand::int(i128::from(*value)).into(),
            Term::Neg(x) => self.evaluate(of, x, hint).negated(),
            Term::Binary(op, a, b) => {
                let a = self.evaluate(of, a, "t");
                let b = self.evaluate(of, b, "t");
                match op {
                    Binary::Add => self.sum(a, b, &to),
                    Binary::Sub => self.sum(a, b.negated(), &to),
                    Binary::Mul => self.product(a, b, &to),
                    Binary::Div => self.quotient(a, b, &to),
                    Binary::Rem
                    | Binary::Lt
                    | Binary::Le
                    | Binary::Gt
                    | Binary::Ge
                    | Binary::Eq
                    | Binary::Ne
                    | Binary::And
                    | Binary::Or => unreachable!("rules::scalar: formulas are made of + - * /"),
                }
            }
            Term::Function(name, args) => {
                let args = self.settled(of, args);
                self.bind(hint, ty, Expr::Function(name, args), of.span).into()
            }
            Term::Helper(name, args) => {
                let args = self.settled(of, args);
                self.bind(hint, ty, Expr::Helper(name, args), of.span).into()
            }
        }
    }

    fn settled(&mut self, of: &Application<'_>, args: &[Term]) -> Vec<Operand> {
        let to = Target { hint: "t", float: &of.float, span: of.span };
        let mut operands = Vec::with_capacity(args.len());
        for arg in args {
            let arg = self.evaluate(of, arg, "t");
            operands.push(self.settle(arg, &to));
        }
        operands
    }

    /// The name hint for the adjoint of an operand.
    pub(super) fn adjoint_hint(&self, operand: &Operand) -> String {
        match operand {
            Operand::Value(value) => format!("d_{}", self.function.value_data(*value).ident),
            Operand::Const(_) => "d".to_owned(),
        }
    }
}
