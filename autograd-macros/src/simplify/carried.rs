//! Takes out of loops and branches what they do not change.
//!
//! A carried variable that every iteration hands on unchanged becomes a binding before the loop, and a result on which
//! both arms agree becomes a binding after the branch. `fold` then sees through the bindings.

use std::mem;

use super::{same, scope::Scoped, Code, Definitions};
use crate::ir::{Carried, Expr, Loop, Operand, Region, Stmt, StmtKind, Value};

pub(super) fn run(code: &mut Code) {
    let definitions = Definitions::of(code);
    let mut carried = Unchanged { definitions, visible: Scoped::new() };
    for part in code.parts() {
        carried.region(part);
    }
}

struct Unchanged {
    definitions: Definitions,
    /// The values that statements above have bound in the open scopes.
    visible: Scoped<Value, ()>,
}

impl Unchanged {
    fn region(&mut self, region: &mut Region) {
        let stmts = mem::take(&mut region.stmts);
        region.stmts.reserve(stmts.len());
        for mut stmt in stmts {
            let entered: Vec<Vec<Value>> = stmt.kind.regions().into_iter().map(|(bound, _)| bound).collect();
            for (inner, bound) in stmt.kind.regions_mut().into_iter().zip(entered) {
                let scope = self.visible.open();
                bound.into_iter().for_each(|value| self.visible.insert(value, ()));
                self.region(inner);
                self.visible.close(scope);
            }
            let mut before = Vec::new();
            let mut after = Vec::new();
            match &mut stmt.kind {
                StmtKind::Loop(inner) => self.invariant(inner, &mut before, &mut after),
                StmtKind::If { results, then, otherwise, .. } => self.agreed(results, [then, otherwise], &mut after),
                StmtKind::Resume { results, arms: [left, right], .. } => {
                    self.agreed(results, [left, right], &mut after);
                }
                StmtKind::Let { .. }
                | StmtKind::Declare { .. }
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
                | StmtKind::Pull(_) => {}
            }
            let bind =
                |(value, operand)| Stmt { span: stmt.span, kind: StmtKind::Let { value, expr: Expr::Copy(operand) } };
            let before: Vec<Stmt> = before.into_iter().map(bind).collect();
            let after: Vec<Stmt> = after.into_iter().map(bind).collect();
            let first = region.stmts.len();
            region.stmts.extend(before);
            region.stmts.push(stmt);
            region.stmts.extend(after);
            for stmt in &region.stmts[first..] {
                stmt.kind.defines().into_iter().for_each(|value| self.visible.insert(value, ()));
            }
        }
    }

    /// An iteration that hands on its parameter hands on the initial value, whatever the number of iterations. A parameter
    /// that is bound again elsewhere stays: its binding would move into the sight of the other.
    fn invariant(&self, inner: &mut Loop, before: &mut Vec<(Value, Operand)>, after: &mut Vec<(Value, Operand)>) {
        let keep: Vec<bool> = inner
            .carried
            .iter()
            .zip(&inner.body.yields)
            .map(|(carried, next)| {
                let unchanged = same(next, &Operand::Value(carried.param)) || same(next, &carried.init);
                !unchanged || !self.definitions.unique(carried.param)
            })
            .collect();
        for (Carried { param, init, result }, keep) in inner.carried.iter().zip(&keep) {
            if !keep {
                before.push((*param, init.clone()));
                after.push((*result, init.clone()));
            }
        }
        retain(&mut inner.carried, &keep);
        // The last yield may be the wish for another iteration.
        retain(&mut inner.body.yields, &keep);
    }

    fn agreed(&self, results: &mut Vec<Value>, arms: [&mut Region; 2], after: &mut Vec<(Value, Operand)>) {
        let [then, otherwise] = arms;
        let keep: Vec<bool> = then
            .yields
            .iter()
            .zip(&otherwise.yields)
            .map(|(a, b)| !same(a, b) || a.as_value().is_some_and(|value| !self.is_visible(value, then, otherwise)))
            .collect();
        for ((result, operand), keep) in results.iter().zip(&then.yields).zip(&keep) {
            if !keep {
                after.push((*result, operand.clone()));
            }
        }
        retain(results, &keep);
        retain(&mut then.yields, &keep);
        retain(&mut otherwise.yields, &keep);
    }

    /// Whether the value is bound outside of both arms. Parameters and seeds, which no statement binds, are.
    fn is_visible(&self, value: Value, then: &Region, otherwise: &Region) -> bool {
        let binds = |region: &Region| region.stmts.iter().any(|stmt| stmt.kind.defines().contains(&value));
        self.visible.get(&value).is_some()
            || !(self.definitions.values.contains_key(&value) || binds(then) || binds(otherwise))
    }
}

/// Keeps the items whose flag is set, and those beyond the flags.
fn retain<T>(items: &mut Vec<T>, keep: &[bool]) {
    let mut flags = keep.iter().copied().chain(std::iter::repeat(true));
    items.retain(|_| flags.next().unwrap_or(true));
}
