//! Computes constants, sees through copies, and takes the arm of a branch whose condition is known.
//!
//! Copies stay where they are, because opaque code names them; `dead` removes those that nothing names any more. An integer
//! literal never takes the place of a name, whose uses decide its type together.

mod constant;

use std::mem;

use super::{
    scope::{self, Scoped},
    Code, Definitions,
};
use crate::ir::{Const, Expr, Float, Function, LoopKind, Operand, Region, Stmt, StmtKind, Value};

pub(super) fn run(code: &mut Code) {
    let definitions = Definitions::of(code);
    let mut fold = Fold { function: code.function, definitions, copies: Scoped::new() };
    fold.region(code.forward);
    fold.region(code.backward);
}

struct Fold<'a> {
    function: &'a Function,
    definitions: Definitions,
    /// What a value is another name for.
    copies: Scoped<Value, Operand>,
}

impl Fold<'_> {
    fn region(&mut self, region: &mut Region) {
        let stmts = mem::take(&mut region.stmts);
        region.stmts.reserve(stmts.len());
        for stmt in stmts {
            self.stmt(stmt, &mut region.stmts);
        }
        region.yields.iter_mut().for_each(|operand| self.see_through(operand));
    }

    fn inner(&mut self, region: &mut Region) {
        let scope = self.copies.open();
        self.region(region);
        self.copies.close(scope);
    }

    fn stmt(&mut self, mut stmt: Stmt, out: &mut Vec<Stmt>) {
        match &mut stmt.kind {
            StmtKind::Let { value, expr } => {
                self.operands(expr);
                if let Some(known) = constant::fold(self.function, expr) {
                    *expr = Expr::Copy(known);
                }
                if let Expr::Copy(operand) = expr {
                    self.learn(*value, operand);
                }
            }
            StmtKind::If { cond, results, then, otherwise } => {
                self.see_through(cond);
                if let Some(arm) = self.taken(cond, then, otherwise) {
                    let (results, arm) = (mem::take(results), mem::take(arm));
                    return self.splice(&stmt, results, arm, out);
                }
                self.inner(then);
                self.inner(otherwise);
            }
            StmtKind::Loop(inner) => {
                inner.carried.iter_mut().for_each(|carried| self.see_through(&mut carried.init));
                match &mut inner.kind {
                    LoopKind::Range(range) => {
                        self.see_through(&mut range.start);
                        self.see_through(&mut range.end);
                        range.step.iter_mut().for_each(|step| self.see_through(step));
                    }
                    LoopKind::While { cond } => self.inner(cond),
                }
                self.inner(&mut inner.body);
            }
            StmtKind::Resume { arms, .. } => arms.iter_mut().for_each(|arm| self.inner(arm)),
            kind @ (StmtKind::Declare { .. }
            | StmtKind::Store { .. }
            | StmtKind::Accumulate { .. }
            | StmtKind::Append { .. }
            | StmtKind::Remove { .. }
            | StmtKind::Rearrange(_)
            | StmtKind::Call(_)
            | StmtKind::Effect { .. }
            | StmtKind::Take { .. }
            | StmtKind::Pack { .. }
            | StmtKind::Push { .. }
            | StmtKind::Pop { .. }
            | StmtKind::Pull(_)) => {
                for operand in kind.operands_mut() {
                    self.see_through(operand);
                }
            }
        }
        out.push(stmt);
    }

    /// Puts the arm of a branch in the place of the branch.
    fn splice(&mut self, owner: &Stmt, results: Vec<Value>, arm: Region, out: &mut Vec<Stmt>) {
        for stmt in arm.stmts {
            self.stmt(stmt, out);
        }
        for (value, operand) in results.into_iter().zip(arm.yields) {
            let kind = StmtKind::Let { value, expr: Expr::Copy(operand) };
            self.stmt(Stmt { span: owner.span, kind }, out);
        }
    }

    /// The arm that a known condition takes, if its definitions may stand in the outer scope: none of them may be made
    /// again elsewhere. An arm that saves stays, because rustc finds the type of an `Either` in both arms.
    fn taken<'r>(&self, cond: &Operand, then: &'r mut Region, otherwise: &'r mut Region) -> Option<&'r mut Region> {
        let Operand::Const(Const::Bool(cond)) = cond else { return None };
        let saves = |region: &Region| region.stmts.iter().any(|stmt| matches!(stmt.kind, StmtKind::Pack { .. }));
        if saves(then) || saves(otherwise) {
            return None;
        }
        let arm = if *cond { then } else { otherwise };
        let movable = arm.stmts.iter().all(|stmt| match &stmt.kind {
            StmtKind::Declare { place, .. } => self.definitions.unique_place(*place),
            kind => kind.defines().into_iter().all(|value| self.definitions.unique(value)),
        });
        movable.then_some(arm)
    }

    fn learn(&mut self, value: Value, operand: &Operand) {
        match operand {
            Operand::Value(original) => {
                if scope::interchangeable(self.function, value, *original) {
                    self.copies.insert(value, operand.clone());
                }
            }
            Operand::Const(Const::Float { value: number, ty }) => {
                // A literal that a `let` gives a type has that type.
                let ty = match (ty, self.function.value_data(value).ty.float()) {
                    (Float::Literal, Some(declared)) => declared,
                    (_, _) => ty,
                };
                self.copies.insert(value, Operand::float(*number, ty.clone()));
            }
            Operand::Const(Const::Bool(_)) => self.copies.insert(value, operand.clone()),
            Operand::Const(Const::Int { .. } | Const::Unit) => {}
        }
    }

    fn operands(&self, expr: &mut Expr) {
        match expr {
            Expr::Binary(_, a, b) => {
                self.see_through(a);
                self.see_through(b);
                self.see_literal(a, b);
                self.see_literal(b, a);
            }
            Expr::Function(_, operands) => {
                let mut operands = operands.iter_mut();
                operands.next().into_iter().for_each(|receiver| self.see_receiver(receiver));
                operands.for_each(|operand| self.see_through(operand));
            }
            Expr::Helper(_, operands) | Expr::Aggregate(_, operands) => {
                operands.iter_mut().for_each(|operand| self.see_through(operand));
            }
            Expr::Copy(operand)
            | Expr::Unary(_, operand)
            | Expr::Cast(operand, ..)
            | Expr::Detach(operand)
            | Expr::Borrow(operand) => {
                self.see_through(operand);
            }
            Expr::Load(path) => {
                let mut operands = Vec::new();
                path.operands_mut(&mut operands);
                operands.into_iter().for_each(|operand| self.see_through(operand));
            }
            // These want a name.
            Expr::Project(..) | Expr::ZeroOf(_) | Expr::Opaque(_) | Expr::Move(_) => {}
        }
    }

    /// Replaces a copy by what it copies. A float constant without a type stays behind its name, because the uses of the
    /// name decide its type together.
    fn see_through(&self, operand: &mut Operand) {
        if let Some(original) = self.original(operand) {
            match original {
                Operand::Const(Const::Float { ty: Float::Literal, .. }) => {}
                Operand::Value(_) | Operand::Const(_) => *operand = original.clone(),
            }
        }
    }

    /// A float constant without a type may stand beside a name that has one.
    fn see_literal(&self, operand: &mut Operand, beside: &Operand) {
        let Operand::Value(beside) = beside else { return };
        match self.function.value_data(*beside).ty.float() {
            Some(Float::F32 | Float::F64 | Float::Param(_)) => {
                if let Some(original) = self.original(operand) {
                    *operand = original.clone();
                }
            }
            Some(Float::Literal) | None => {}
        }
    }

    /// A negative number does not read well as a receiver: `-2.0.abs()` is `-(2.0.abs())`.
    fn see_receiver(&self, operand: &mut Operand) {
        if let Some(original) = self.original(operand) {
            match original {
                Operand::Const(Const::Float { value, .. }) if value.is_sign_negative() => {}
                Operand::Value(_) | Operand::Const(_) => self.see_through(operand),
            }
        }
    }

    fn original(&self, operand: &Operand) -> Option<&Operand> {
        self.copies.get(&operand.as_value()?)
    }
}
