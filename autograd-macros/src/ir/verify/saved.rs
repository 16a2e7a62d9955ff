//! Whether every `resume` takes apart what was packed. Packs reach it through results of branches and loops, through stacks, and
//! inside other packs.

use std::collections::{HashMap, HashSet};

use super::{Check, Fault};
use crate::ir::{print, Expr, Function, LoopKind, Operand, Region, Stack, Stmt, StmtKind, Value};

/// Where a value may come from.
enum Source {
    Value(Value),
    Pack(Option<u8>, Vec<Operand>),
    /// The item of a popped tuple.
    Popped(Stack, usize),
    /// The item of a side of what another value packs.
    Unpacked(Value, usize, usize),
}

#[derive(Default)]
struct Flow<'a> {
    sources: HashMap<Value, Vec<Source>>,
    pushes: HashMap<Stack, Vec<&'a [Operand]>>,
}

pub(super) fn check(function: &Function, regions: &[&Region]) -> Check {
    let mut flow = Flow::default();
    regions.iter().for_each(|region| flow.region(region));
    for region in regions {
        let mut wrong = None;
        region.walk(&mut |stmt| wrong = wrong.take().or_else(|| flow.fault(function, stmt)));
        if let Some(fault) = wrong {
            return Err(fault);
        }
    }
    Ok(())
}

impl<'a> Flow<'a> {
    fn fault(&self, function: &Function, stmt: &Stmt) -> Option<Fault> {
        let StmtKind::Resume { saved, items, .. } = &stmt.kind else { return None };
        let mut packs = Vec::new();
        self.packs(*saved, &mut HashSet::new(), &mut packs);
        let wrong = packs.iter().find(|(side, packed)| packed.len() != items[usize::from(side.unwrap_or(0))].len());
        wrong.map(|(side, packed)| {
            let side = usize::from(side.unwrap_or(0));
            let message =
                format!("side {side} is resumed with {} items and packed with {}", items[side].len(), packed.len());
            Fault { message, stmt: Some(print::stmt(function, stmt)) }
        })
    }

    /// The packs that a value may be.
    fn packs<'f>(&'f self, value: Value, seen: &mut HashSet<Value>, found: &mut Vec<(Option<u8>, &'f [Operand])>) {
        if !seen.insert(value) {
            return;
        }
        let mut follow = |operand: &Operand, found: &mut Vec<_>| {
            if let Operand::Value(value) = operand {
                self.packs(*value, seen, found);
            }
        };
        for source in self.sources.get(&value).into_iter().flatten() {
            match source {
                Source::Value(value) => follow(&Operand::Value(*value), found),
                Source::Pack(side, items) => found.push((*side, items)),
                Source::Popped(stack, at) => {
                    for pushed in self.pushes.get(stack).into_iter().flatten() {
                        if let Some(operand) = pushed.get(*at) {
                            follow(operand, found);
                        }
                    }
                }
                Source::Unpacked(outer, side, at) => {
                    let mut outers = Vec::new();
                    self.packs(*outer, &mut HashSet::new(), &mut outers);
                    for (packed, items) in outers {
                        if let (true, Some(operand)) = (usize::from(packed.unwrap_or(0)) == *side, items.get(*at)) {
                            follow(operand, found);
                        }
                    }
                }
            }
        }
    }

    fn region(&mut self, region: &'a Region) {
        region.stmts.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn add(&mut self, value: Value, source: Source) {
        self.sources.entry(value).or_default().push(source);
    }

    fn results(&mut self, results: &[Value], yields: &[Operand]) {
        for (result, operand) in results.iter().zip(yields) {
            if let Operand::Value(value) = operand {
                self.add(*result, Source::Value(*value));
            }
        }
    }

    fn stmt(&mut self, stmt: &'a Stmt) {
        match &stmt.kind {
            StmtKind::Let { value, expr: Expr::Copy(operand) } => {
                self.results(&[*value], std::slice::from_ref(operand));
            }
            StmtKind::If { results, then, otherwise, .. } => {
                for side in [then, otherwise] {
                    self.region(side);
                    self.results(results, &side.yields);
                }
            }
            StmtKind::Resume { saved, results, items, arms } => {
                for (side, (items, arm)) in items.iter().zip(arms).enumerate() {
                    for (at, item) in items.iter().enumerate() {
                        self.add(*item, Source::Unpacked(*saved, side, at));
                    }
                    self.region(arm);
                    self.results(results, &arm.yields);
                }
            }
            StmtKind::Loop(inner) => {
                match &inner.kind {
                    LoopKind::Range(_) => {}
                    LoopKind::While { cond } => self.region(cond),
                }
                self.region(&inner.body);
                for (carried, operand) in inner.carried.iter().zip(&inner.body.yields) {
                    self.results(&[carried.param], std::slice::from_ref(&carried.init));
                    self.results(&[carried.param], std::slice::from_ref(operand));
                    self.add(carried.result, Source::Value(carried.param));
                }
            }
            StmtKind::Pack { saved, variant, items } => self.add(*saved, Source::Pack(*variant, items.clone())),
            StmtKind::Push { stack, items } => self.pushes.entry(*stack).or_default().push(items),
            StmtKind::Pop { stack, items } => {
                for (at, item) in items.iter().enumerate() {
                    self.add(*item, Source::Popped(*stack, at));
                }
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
            | StmtKind::Pull(_) => {}
        }
    }
}
