//! The backward part of straight-line statements.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::ir::{
    AggregateKind, Binary, Const, Expr, Float, Init, Operand, Path, Step, Stmt, StmtKind, Type, Unary, Value,
};
use crate::rules::scalar;
use crate::rules::term::Term;

use super::adjoint::Application;
use super::scaled::{Scaled, Target};
use super::Reverse;

impl<'a> Reverse<'a> {
    pub(super) fn reverse_stmt(&mut self, index: usize, stmt: &'a Stmt) {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::Let { value, expr } => {
                if let Some(adjoint) = self.take_scaled(*value) {
                    self.reverse_let(*value, expr, adjoint, span);
                }
            }
            StmtKind::Declare { place, init } => self.reverse_declare(*place, init, span),
            StmtKind::Store { path, value } => self.reverse_store(index, stmt, path, value),
            StmtKind::Accumulate { path, value } => self.reverse_accumulate(index, stmt, path, value),
            StmtKind::If { cond, results, then, otherwise } => {
                if !self.fuse_if(index, stmt) {
                    self.reverse_if(index, stmt, cond, results, [then, otherwise]);
                }
            }
            StmtKind::Loop(inner) => {
                if !self.fuse_loop(index, stmt, inner) && !self.carry_tangents(index, stmt, inner) {
                    self.reverse_loop(index, stmt, inner);
                }
            }
            StmtKind::Append { path, value } => self.reverse_append(stmt, path, value),
            StmtKind::Remove { path, value, .. } => self.reverse_remove(stmt, path, *value),
            StmtKind::Rearrange(rearrange) => self.reverse_rearrange(stmt, rearrange),
            StmtKind::Call(call) => self.reverse_call(index, stmt, call),
            StmtKind::Effect { .. } => {}
            StmtKind::Take { .. }
            | StmtKind::Pack { .. }
            | StmtKind::Resume { .. }
            | StmtKind::Push { .. }
            | StmtKind::Pop { .. }
            | StmtKind::Pull(_) => unreachable!("lower: a primal function holds no statement of `reverse`"),
        }
    }

    fn reverse_let(&mut self, value: Value, expr: &Expr, adjoint: Scaled, span: Span) {
        match expr {
            // A reference has the tangent of what it refers to.
            Expr::Copy(operand) | Expr::Borrow(operand) => {
                if let Some(operand) = operand.as_value() {
                    let symbolic = self.function.value_data(operand).ty.is_float();
                    let adjoint = if symbolic { adjoint } else { self.settle_for(value, adjoint).into() };
                    self.contribute_scaled(operand, adjoint, span);
                }
            }
            Expr::Detach(_) | Expr::Opaque(_) => {}
            Expr::Unary(Unary::Neg, x) => self.reverse_neg(value, x, adjoint, span),
            Expr::Unary(Unary::Not, _) => {}
            Expr::Binary(op, a, b) => self.reverse_binary(*op, value, a, b, adjoint, span),
            Expr::Function(name, args) => self.reverse_function(name, value, args, adjoint, span),
            Expr::Cast(operand, ..) => {
                let adjoint = self.settle_for(value, adjoint);
                self.reverse_cast(operand, adjoint, span);
            }
            Expr::Load(path) => {
                if self.activity.place(path.root) && !self.level().scalars_only {
                    let path = self.shadow_path(path);
                    let value = self.settle_for(value, adjoint);
                    self.push(span, StmtKind::Accumulate { path, value });
                }
            }
            Expr::Aggregate(kind, items) => self.reverse_aggregate(*kind, value, items, adjoint.operand, span),
            Expr::Project(..) => unreachable!("reverse: projections were given memory"),
            Expr::Move(_) | Expr::Helper(..) | Expr::ZeroOf(_) => {
                unreachable!("lower: a primal function holds no expression of `reverse`")
            }
        }
    }

    fn reverse_neg(&mut self, value: Value, x: &Operand, adjoint: Scaled, span: Span) {
        if !self.activity.operand(x) {
            return;
        }
        let (hint, ty) = (self.adjoint_hint(x), self.function.operand_type(x));
        let d_x = if ty.is_float() && self.function.value_data(value).ty.is_float() {
            adjoint.negated()
        } else {
            let (x, adjoint) = (self.ensure_operand(x), self.settle_for(value, adjoint));
            self.bind(&hint, ty, Expr::Helper("NegRule::d_x", vec![x, adjoint]), span).into()
        };
        if let Some(x) = x.as_value() {
            self.contribute_scaled(x, d_x, span);
        }
    }

    fn reverse_binary(&mut self, op: Binary, value: Value, a: &Operand, b: &Operand, adjoint: Scaled, span: Span) {
        let types = [self.function.operand_type(a), self.function.operand_type(b)];
        let symbolic = types.iter().all(Type::is_float);
        if symbolic {
            if op == Binary::Mul {
                self.reverse_product(value, a, b, adjoint, span);
                return;
            }
            let terms = scalar::binary(op, constant(a));
            self.apply(&terms, value, &[a.clone(), b.clone()], adjoint, span);
            return;
        }
        let adjoint = self.settle_for(value, adjoint);
        let Some(names) = rule_names(op) else { return };
        for ((operand, name), ty) in [a, b].into_iter().zip(names).zip(types) {
            if self.activity.operand(operand) {
                let args = vec![self.ensure_operand(a), self.ensure_operand(b), adjoint.clone()];
                let d = self.bind(&self.adjoint_hint(operand), ty, Expr::Helper(name, args), span);
                self.contribute_operand(operand, d, span);
            }
        }
    }

    fn reverse_function(&mut self, name: &str, value: Value, args: &[Operand], adjoint: Scaled, span: Span) {
        let rule = scalar::find(name).unwrap_or_else(|| unreachable!("lower: `{name}` is in no line of rules::scalar"));
        let constants: Vec<Option<Const>> = args.iter().map(constant).collect();
        let terms: Vec<Option<Term>> = (0..args.len()).map(|index| rule.adjoint(index, &constants)).collect();
        self.apply(&terms, value, args, adjoint, span);
    }

    /// Contributes to every active argument what its term says.
    fn apply(&mut self, terms: &[Option<Term>], value: Value, args: &[Operand], adjoint: Scaled, span: Span) {
        let float = self.float_of(value, args);
        let active = args.iter().zip(terms).filter(|(arg, term)| term.is_some() && self.wants_operand(arg)).count();
        let sums = terms.iter().flatten().all(Term::is_linear);
        let adjoint = if active > 1 && !sums { self.distributed(value, adjoint) } else { adjoint };
        let of = Application { args, result: value, adjoint, float, span };
        for (arg, term) in args.iter().zip(terms) {
            let Some(active) = arg.as_value().filter(|value| self.wants(*value)) else { continue };
            if let Some(term) = term {
                let hint = self.adjoint_hint(arg);
                let mut d_arg = self.evaluate(&of, term, &hint);
                if !self.function.operand_type(arg).is_float() {
                    let to = Target { hint: &hint, float: &of.float, span };
                    d_arg = self.settle(d_arg, &to).into();
                }
                self.contribute_scaled(active, d_arg, span);
            }
        }
    }

    /// The float type of an operation: the first one that is not a bare literal.
    pub(super) fn float_of(&self, value: Value, args: &[Operand]) -> Float {
        let types = std::iter::once(self.function.value_data(value).ty.clone())
            .chain(args.iter().map(|arg| self.function.operand_type(arg)));
        types.filter_map(|ty| ty.float().cloned()).find(|float| *float != Float::Literal).unwrap_or(Float::Literal)
    }

    fn reverse_cast(&mut self, operand: &Operand, adjoint: Operand, span: Span) {
        if !self.activity.operand(operand) {
            return;
        }
        let ty = self.function.operand_type(operand);
        let target: TokenStream = match ty.float() {
            Some(Float::F32) => quote!(f32),
            Some(Float::F64) => quote!(f64),
            Some(Float::Param(_) | Float::Literal) | None => quote!(_),
        };
        let hint = self.adjoint_hint(operand);
        if !ty.is_float() {
            // The operand may turn out to be an integer, which has no adjoint.
            let x = self.ensure_operand(operand);
            let d = self.bind(&hint, ty, Expr::Helper("cast_adjoint", vec![x, adjoint]), span);
            self.contribute_operand(operand, d, span);
            return;
        }
        let d = self.bind(&hint, ty.clone(), Expr::Cast(adjoint, ty, target), span);
        self.contribute_operand(operand, d, span);
    }

    /// `d_item += d_y[i]`: the adjoint gets memory, so that its parts can be read.
    fn reverse_aggregate(
        &mut self,
        kind: AggregateKind,
        value: Value,
        items: &[Operand],
        adjoint: Operand,
        span: Span,
    ) {
        let data = self.function.value_data(value).clone();
        let ident = self.names.temporary(&format!("d_{}", data.ident), span);
        let parts = self.function.place(ident, data.ty, crate::ir::PlaceKind::Local);
        self.push(span, StmtKind::Declare { place: parts, init: Init::Value(adjoint) });
        for (index, item) in items.iter().enumerate() {
            if self.activity.operand(item) {
                let path = Path { root: parts, steps: vec![part(kind, index)] };
                let (hint, ty) = (self.adjoint_hint(item), self.function.operand_type(item));
                let d = self.bind(&hint, ty, Expr::Load(path), span);
                self.contribute_operand(item, d, span);
            }
        }
    }
}

/// The step to the `index`th part of an aggregate.
pub(super) fn part(kind: AggregateKind, index: usize) -> Step {
    match kind {
        AggregateKind::Tuple => Step::Element(index as u32),
        AggregateKind::Array | AggregateKind::Vec => Step::Index(Operand::int(index as i128)),
    }
}

pub(super) fn constant(operand: &Operand) -> Option<Const> {
    match operand {
        Operand::Const(constant) => Some(constant.clone()),
        Operand::Value(_) => None,
    }
}

/// The rule trait's functions for an operator on types that the macro cannot see.
fn rule_names(op: Binary) -> Option<[&'static str; 2]> {
    match op {
        Binary::Add => Some(["AddRule::d_a", "AddRule::d_b"]),
        Binary::Sub => Some(["SubRule::d_a", "SubRule::d_b"]),
        Binary::Mul => Some(["MulRule::d_a", "MulRule::d_b"]),
        Binary::Div => Some(["DivRule::d_a", "DivRule::d_b"]),
        Binary::Rem => Some(["RemRule::d_a", "RemRule::d_b"]),
        Binary::Lt | Binary::Le | Binary::Gt | Binary::Ge | Binary::Eq | Binary::Ne | Binary::And | Binary::Or => None,
    }
}
