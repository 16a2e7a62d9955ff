//! Common subexpressions: what is computed already in a scope that is visible is not computed again.
//!
//! The backward part sees the top-level values of the forward part, so that an `exp(x)` or `1 - y * y` that value and
//! derivative share is computed once. A load is the same as an earlier one if nothing wrote to its root in between. Code in
//! the user's tokens and `detach` are never merged, nor are values of types that may not be copied.

mod key;
mod memory;

use super::{
    scope::{self, Scoped},
    Code,
};
use crate::ir::{Expr, Function, LoopKind, Operand, Place, PlaceKind, Region, Stmt, StmtKind, Value};
use key::Key;
use memory::{Memory, Writes};

pub(super) fn run(code: &mut Code) {
    let writes = Writes::of(code);
    let mut common = Common {
        function: code.function,
        known: Scoped::new(),
        copies: Scoped::new(),
        memory: Memory::default(),
        writes,
    };
    common.region(code.forward);
    if !code.joint {
        // The backward part runs later, from a closure: what memory held it has saved or reads again.
        common.memory.forget();
    }
    common.region(code.backward);
}

struct Common<'a> {
    function: &'a Function,
    /// The value that holds an expression.
    known: Scoped<Key, Value>,
    /// The value that holds the same expression and was there before.
    copies: Scoped<Value, Value>,
    memory: Memory,
    writes: Writes,
}

impl Common<'_> {
    fn region(&mut self, region: &mut Region) {
        for stmt in &mut region.stmts {
            self.stmt(stmt);
        }
        region.yields.iter_mut().for_each(|operand| self.substitute(operand));
    }

    fn inner(&mut self, region: &mut Region) {
        let (known, copies) = (self.known.open(), self.copies.open());
        self.region(region);
        self.known.close(known);
        self.copies.close(copies);
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        for operand in stmt.kind.operands_mut() {
            self.substitute(operand);
        }
        match &mut stmt.kind {
            StmtKind::Let { value, expr } => {
                self.merge(*value, expr);
                memory::written_by_expr(expr).into_iter().for_each(|place| self.write(place));
            }
            StmtKind::Loop(inner) => {
                // An iteration sees what earlier iterations wrote.
                let written = self.writes.next_loop();
                written.iter().for_each(|place| self.memory.write(*place));
                let scopes = (self.known.open(), self.copies.open());
                if let LoopKind::While { cond } = &mut inner.kind {
                    self.inner(cond);
                }
                self.region(&mut inner.body);
                self.known.close(scopes.0);
                self.copies.close(scopes.1);
                // After the last iteration the memory is another one than before it, and than inside.
                written.iter().for_each(|place| self.memory.write(*place));
            }
            StmtKind::If { then, otherwise, .. } => self.arms([then, otherwise]),
            StmtKind::Resume { arms: [left, right], .. } => self.arms([left, right]),
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
                memory::written_by(kind).into_iter().for_each(|place| self.write(place));
            }
        }
    }

    /// One arm does not see what the other wrote, but nothing is lost if it takes it to be written; so does what follows.
    fn arms(&mut self, arms: [&mut Region; 2]) {
        for arm in arms {
            let first = self.memory.log_len();
            self.inner(arm);
            self.memory.write_again(first);
        }
    }

    fn write(&mut self, place: Place) {
        // What user code names behind a shared reference it can only read.
        if self.function.place_data(place).kind != PlaceKind::Shared {
            self.memory.write(place);
        }
    }

    fn merge(&mut self, value: Value, expr: &mut Expr) {
        if let Expr::Copy(Operand::Value(original)) = expr {
            if scope::interchangeable(self.function, value, *original) {
                self.copies.insert(value, *original);
            }
            return;
        }
        let Some(key) = Key::of(self.function, &self.memory, value, expr) else { return };
        match self.known.get(&key).copied() {
            Some(earlier) => {
                *expr = Expr::Copy(earlier.into());
                self.copies.insert(value, earlier);
            }
            None => self.known.insert(key, value),
        }
    }

    fn substitute(&self, operand: &mut Operand) {
        if let Some(earlier) = operand.as_value().and_then(|value| self.copies.get(&value)) {
            *operand = (*earlier).into();
        }
    }
}
