//! Recognising sums: carried variables whose next value is the old one plus something that does not depend on it.

use std::collections::HashMap;

use crate::ir::{Binary, Expr, Operand, Region, Stmt, StmtKind, Value};

/// Definitions and use counts of a loop's body.
pub(super) struct Sums<'r> {
    definitions: HashMap<Value, &'r Stmt>,
    uses: HashMap<Value, usize>,
}

impl<'r> Sums<'r> {
    pub(super) fn of(body: &'r Region) -> Self {
        let (mut definitions, mut uses) = (HashMap::new(), HashMap::new());
        body.walk(&mut |stmt| {
            for value in stmt.kind.defines() {
                definitions.insert(value, stmt);
            }
        });
        for value in body.all_uses() {
            *uses.entry(value).or_default() += 1;
        }
        Sums { definitions, uses }
    }

    /// Whether `next` is `param` plus terms, through additions and branches, and neither `param` nor a partial sum is
    /// used for anything else: then the adjoint of `next` is that of `param`, unchanged.
    pub(super) fn links(&mut self, next: &Operand, param: Value) -> bool {
        let mut links = HashMap::new();
        self.follow(next, param, &mut links) && links.iter().all(|(value, count)| self.uses.get(value) == Some(count))
    }

    /// Walks from `from` back to `param` and counts the uses of each partial sum that this walk explains.
    fn follow(&self, from: &Operand, param: Value, links: &mut HashMap<Value, usize>) -> bool {
        let Some(value) = from.as_value() else { return false };
        let count = links.entry(value).or_insert(0);
        *count += 1;
        // A partial sum that both arms of a branch continue is followed once.
        if value == param || *count > 1 {
            return true;
        }
        let Some(stmt) = self.definitions.get(&value) else { return false };
        match &stmt.kind {
            StmtKind::Let { expr: Expr::Copy(operand), .. } => self.follow(operand, param, links),
            StmtKind::Let { expr: Expr::Binary(Binary::Add, a, b), .. } => {
                let before = links.clone();
                if self.follow(a, param, links) {
                    return true;
                }
                *links = before;
                self.follow(b, param, links)
            }
            StmtKind::Let { expr: Expr::Binary(Binary::Sub, a, _), .. } => self.follow(a, param, links),
            StmtKind::If { results, then, otherwise, .. } => {
                let Some(position) = results.iter().position(|result| *result == value) else { return false };
                self.follow(&then.yields[position], param, links)
                    && self.follow(&otherwise.yields[position], param, links)
            }
            StmtKind::Loop(inner) => {
                let Some(position) = inner.carried.iter().position(|carried| carried.result == value) else {
                    return false;
                };
                let carried = &inner.carried[position];
                let mut inside = HashMap::new();
                let linked = self.follow(&inner.body.yields[position], carried.param, &mut inside)
                    && inside.iter().all(|(value, count)| self.uses.get(value) == Some(count));
                linked && self.follow(&carried.init, param, links)
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
            | StmtKind::Resume { .. }
            | StmtKind::Push { .. }
            | StmtKind::Pop { .. }
            | StmtKind::Pull(_) => false,
        }
    }
}
