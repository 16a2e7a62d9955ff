//! Removes what is not alive.

use std::mem;

use super::{
    super::Code,
    graph::{Live, Node, Positions},
};
use crate::ir::{Call, Loop, LoopKind, Operand, Region, Stmt, StmtKind, Value};

pub(super) fn run(code: &mut Code, live: Live) {
    let mut sweep = Sweep { live, positions: Positions::default() };
    for part in code.parts() {
        sweep.region(part);
    }
}

struct Sweep {
    live: Live,
    positions: Positions,
}

impl Sweep {
    fn region(&mut self, region: &mut Region) {
        region.stmts.retain_mut(|stmt| self.stmt(stmt));
    }

    /// Walks the statement, alive or not, so that the positions stay those of the graph.
    fn stmt(&mut self, stmt: &mut Stmt) -> bool {
        let position = self.positions.stmts;
        self.positions.stmts += 1;
        match &mut stmt.kind {
            StmtKind::Let { .. } | StmtKind::Take { .. } | StmtKind::Remove { .. } => {
                self.definition();
            }
            StmtKind::Call(Call { pullback, error, .. }) => {
                if pullback.is_some() && !self.definition() {
                    *pullback = None;
                }
                self.definition();
                if error.is_some() {
                    self.definition();
                }
            }
            StmtKind::Pack { variant, items, .. } => {
                let packed = self.positions.definitions;
                self.definition();
                self.items(packed, variant.unwrap_or(0), items);
            }
            StmtKind::Push { stack, items } => {
                let stack = *stack;
                self.stack_items(|position| Node::StackItem(stack, position), items);
            }
            StmtKind::Pop { stack, items } => {
                self.positions.definitions += items.len();
                let stack = *stack;
                self.stack_items(|position| Node::StackItem(stack, position), items);
            }
            StmtKind::If { results, then, otherwise, .. } => {
                self.region(then);
                self.region(otherwise);
                self.results(results, [then, otherwise]);
            }
            StmtKind::Resume { results, items, arms, .. } => {
                for (items, arm) in items.iter_mut().zip(&mut *arms) {
                    self.resumed(items);
                    self.region(arm);
                }
                let [left, right] = arms;
                self.results(results, [left, right]);
            }
            StmtKind::Loop(inner) => self.loop_stmt(inner),
            StmtKind::Declare { .. }
            | StmtKind::Store { .. }
            | StmtKind::Accumulate { .. }
            | StmtKind::Append { .. }
            | StmtKind::Rearrange(_)
            | StmtKind::Effect { .. }
            | StmtKind::Pull(_) => {}
        }
        self.live.contains(Node::Stmt(position))
    }

    /// Whether the next definition is alive.
    fn definition(&mut self) -> bool {
        let definition = self.positions.definitions;
        self.positions.definitions += 1;
        self.live.contains(Node::Definition(definition))
    }

    fn items(&mut self, packed: usize, variant: u8, items: &mut Vec<Operand>) {
        let all = mem::take(items).into_iter().enumerate();
        *items = all.filter(|(at, _)| self.live.pack_item(packed, variant, *at)).map(|(_, item)| item).collect();
    }

    /// What is got has a definition per item. It is alive for the whole family or for none.
    fn resumed(&mut self, items: &mut Vec<Value>) {
        let first = self.positions.definitions;
        self.positions.definitions += items.len();
        let all = mem::take(items).into_iter().zip(first..);
        *items = all.filter(|(_, at)| self.live.resumed_item(*at)).map(|(item, _)| item).collect();
    }

    fn stack_items<T>(&self, node: impl Fn(usize) -> Node, items: &mut Vec<T>) {
        let mut position = 0;
        items.retain(|_| {
            position += 1;
            self.live.contains(node(position - 1))
        });
    }

    fn results(&mut self, results: &mut Vec<Value>, arms: [&mut Region; 2]) {
        let keep: Vec<bool> = results.iter().map(|_| self.definition()).collect();
        retain(results, &keep);
        for arm in arms {
            retain(&mut arm.yields, &keep);
        }
    }

    fn loop_stmt(&mut self, inner: &mut Loop) {
        if let LoopKind::Range(_) = &inner.kind {
            self.definition();
        }
        let params: Vec<bool> = inner.carried.iter().map(|_| self.definition()).collect();
        if let LoopKind::While { cond } = &mut inner.kind {
            self.region(cond);
        }
        self.region(&mut inner.body);
        let keep: Vec<bool> = params.into_iter().map(|param| self.definition() | param).collect();
        retain(&mut inner.carried, &keep);
        // The last yield may be the wish for another iteration.
        retain(&mut inner.body.yields, &keep);
    }
}

/// Keeps the items whose flag is set, and those beyond the flags.
fn retain<T>(items: &mut Vec<T>, keep: &[bool]) {
    let mut flags = keep.iter().copied().chain(std::iter::repeat(true));
    items.retain(|_| flags.next().unwrap_or(true));
}
