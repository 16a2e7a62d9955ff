//! Fusion: the backward part of a loop or branch runs in the same iteration or arm as its forward part.
//!
//! That is right when everything the backward part needs from later statements is known before: the adjoints of the
//! results depend on seeds and earlier values only (`total += …; total / n`), and no later statement writes to the memory
//! that is read, so that shadows may be added to early. Nothing is saved then, and the data are read once.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::ir::{Binary, Carried, Expr, Loop, Operand, Place, Region, Stmt, StmtKind, Value};

use super::level::{Done, Kind, Level};
use super::Reverse;

impl<'a> Reverse<'a> {
    /// Tries to fuse a branch; says whether it did.
    pub(super) fn fuse_if(&mut self, index: usize, stmt: &'a Stmt) -> bool {
        let StmtKind::If { cond, results, then, otherwise } = &stmt.kind else { return false };
        if !self.can_fuse(index, stmt) {
            return false;
        }
        let before = self.level().hoisted.clone();
        let Some(d_results) = self.hoist_adjoints(index, results) else {
            self.level().hoisted = before;
            return false;
        };
        let span = stmt.span;
        let arms = [then, otherwise].map(|region| {
            let mut level = Level::new(region, Kind::Joint, Vec::new());
            level.adjoints = BTreeMap::new();
            self.open(level);
            for (result, d_result) in region.yields.iter().zip(&d_results) {
                if let Some(d_result) = d_result {
                    self.contribute_operand(result, d_result.clone(), span);
                }
            }
            self.reverse_region();
            self.close()
        });
        let outer = self.outer_values(&arms);
        let mut all_results = results.clone();
        let d_outer: Vec<Value> = outer.iter().map(|value| self.adjoint_result(*value)).collect();
        all_results.extend(&d_outer);
        let [then, otherwise] = [(then, &arms[0]), (otherwise, &arms[1])].map(|(region, done)| {
            let mut stmts = done.forward.clone();
            stmts.extend(done.backward.iter().cloned());
            let mut yields = region.yields.clone();
            for value in &outer {
                yields.push(match done.adjoints.get(value) {
                    Some(adjoint) => adjoint.clone(),
                    None => self.zero_of(*value),
                });
            }
            Region { stmts, yields }
        });
        let kind = StmtKind::If { cond: cond.clone(), results: all_results, then, otherwise };
        self.level().pieces[index].instead = Some(Stmt { span, kind });
        self.finish_fused(results, &outer, &d_outer, span);
        true
    }

    /// Tries to fuse a loop; says whether it did.
    pub(super) fn fuse_loop(&mut self, index: usize, stmt: &'a Stmt, inner: &'a Loop) -> bool {
        if !self.can_fuse(index, stmt) || !self.only_accumulates(inner) {
            return false;
        }
        let before = self.level().hoisted.clone();
        let results: Vec<Value> = inner.carried.iter().map(|carried| carried.result).collect();
        let Some(d_results) = self.hoist_adjoints(index, &results) else {
            self.level().hoisted = before;
            return false;
        };
        let span = stmt.span;
        let mut level = Level::new(&inner.body, Kind::Joint, inner.params());
        level.is_loop = true;
        self.open(level);
        for (result, d_result) in inner.body.yields.iter().zip(&d_results) {
            if let Some(d_result) = d_result {
                self.contribute_operand(result, d_result.clone(), span);
            }
        }
        self.reverse_region();
        // The adjoint of an accumulator is the same before and after an iteration.
        for (carried, d_result) in inner.carried.iter().zip(&d_results) {
            let d_param = self.take_adjoint(carried.param);
            assert!(d_param == *d_result, "reverse::fuse: only_accumulates should have rejected this loop");
        }
        let done = self.close();
        self.replace_fused(index, stmt, inner, done);
        // The initial values of the accumulators get the same adjoint.
        for (carried, d_result) in inner.carried.iter().zip(d_results) {
            self.take_adjoint(carried.result);
            if let Some(d_result) = d_result {
                self.contribute_operand(&carried.init, d_result, span);
            }
        }
        true
    }

    fn replace_fused(&mut self, index: usize, stmt: &'a Stmt, inner: &Loop, done: Done) {
        let span = stmt.span;
        let mut fused = inner.clone();
        fused.body.stmts = done.forward.clone();
        fused.body.stmts.extend(done.backward.iter().cloned());
        let flag = inner.exits.then(|| fused.body.yields.pop()).flatten();
        let outer = self.outer_values(std::slice::from_ref(&done));
        for value in outer {
            let contribution = done.adjoints[&value].clone();
            let sum = self.adjoint_result(value);
            let next = self.adjoint_result(value);
            let ty = self.function.value_data(value).ty.clone();
            let expr = if ty.is_float() {
                Expr::Binary(Binary::Add, sum.into(), contribution)
            } else {
                Expr::Helper("add_tangents", vec![sum.into(), contribution])
            };
            fused.body.push_let(span, next, expr);
            fused.body.yields.push(next.into());
            let result = self.adjoint_result(value);
            let init = self.zero_of(value);
            fused.carried.push(Carried { param: sum, init, result });
            self.contribute(value, result.into(), span);
        }
        fused.body.yields.extend(flag);
        self.level().pieces[index].instead = Some(Stmt { span, kind: StmtKind::Loop(fused) });
    }

    /// Hands the adjoints of outer values on, and drops those of the results, which have been used.
    fn finish_fused(&mut self, results: &[Value], outer: &[Value], d_outer: &[Value], span: proc_macro2::Span) {
        for result in results {
            self.take_adjoint(*result);
        }
        for (value, d_value) in outer.iter().zip(d_outer) {
            self.contribute(*value, (*d_value).into(), span);
        }
    }

    /// The values outside the closed levels to which these contributed.
    fn outer_values(&self, done: &[Done]) -> Vec<Value> {
        let all: BTreeSet<Value> = done.iter().flat_map(|done| done.adjoints.keys().copied()).collect();
        all.into_iter().filter(|value| self.is_outer(*value)).collect()
    }

    /// The conditions on scope and memory.
    fn can_fuse(&mut self, index: usize, stmt: &'a Stmt) -> bool {
        let form = self.form;
        if !form.joint || !form.fuse || self.level().kind != Kind::Joint {
            return false;
        }
        let (reads, writes) = self.touched(stmt);
        reads.iter().all(|place| !self.is_written_later(index, *place, false))
            && writes.iter().all(|place| !self.is_written_later(index, *place, true))
    }

    /// The active places declared outside the statement that it reads, and those that it writes.
    fn touched(&self, stmt: &'a Stmt) -> (BTreeSet<Place>, BTreeSet<Place>) {
        let (mut touched, mut written, mut own) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let mut visit = |stmt: &'a Stmt| {
            touched.extend(stmt.kind.touches());
            written.extend(crate::analysis::memory::writes(self.activity, &stmt.kind).into_iter().map(|(place, _)| place));
            if let StmtKind::Declare { place, .. } = &stmt.kind {
                own.insert(*place);
            }
        };
        visit(stmt);
        for (_, region) in stmt.kind.regions() {
            region.walk(&mut visit);
        }
        let outside = |place: &Place| !own.contains(place) && self.activity.place(*place);
        let written: BTreeSet<Place> = written.into_iter().filter(outside).collect();
        let read = touched.into_iter().filter(outside).filter(|place| !written.contains(place)).collect();
        (read, written)
    }

    /// Whether a statement that runs after `index` writes to the place (or, with `touch`, reads it either). In a loop, all its
    /// statements run after.
    fn is_written_later(&self, index: usize, place: Place, touch: bool) -> bool {
        let mut after = index + 1;
        for (depth, level) in self.levels.iter().enumerate().rev() {
            if depth + 1 < self.levels.len() {
                after = level.position + 1;
            }
            if level.is_loop && touch && self.home.get(&place).is_none_or(|home| *home < depth) {
                return true;
            }
            let first = if level.is_loop { 0 } else { after };
            let conflicts = |stmt: &Stmt| self.conflicts(stmt, place, touch);
            if level.region.stmts.iter().skip(first).any(conflicts) {
                return true;
            }
            if self.home.get(&place) == Some(&depth) {
                return false;
            }
        }
        false
    }

    fn conflicts(&self, stmt: &Stmt, place: Place, touch: bool) -> bool {
        let mut found = false;
        let mut visit = |stmt: &Stmt| {
            let declares = matches!(stmt.kind, StmtKind::Declare { place: declared, .. } if declared == place);
            let writes = crate::analysis::memory::writes(self.activity, &stmt.kind);
            found |= writes.iter().any(|(written, _)| *written == place);
            found |= touch && !declares && stmt.kind.touches().contains(&place);
        };
        visit(stmt);
        for (_, region) in stmt.kind.regions() {
            walk_any(region, &mut visit);
        }
        found
    }

    /// The adjoints of the results, with the statements that compute them moved before the statement; `None` where one
    /// depends on something that is known only later.
    fn hoist_adjoints(&mut self, index: usize, results: &[Value]) -> Option<Vec<Option<Operand>>> {
        let adjoints: Vec<Option<Operand>> =
            results.iter().map(|result| self.level().adjoints.get(result).cloned()).collect();
        let mut open: Vec<Value> = adjoints.iter().flatten().filter_map(Operand::as_value).collect();
        let depth = self.levels.len() - 1;
        while let Some(value) = open.pop() {
            let level = &self.levels[depth];
            if let Some(at) = level.backward_definitions.get(&value).copied() {
                let StmtKind::Let { expr, .. } = &level.backward[at].kind else { return None };
                if !is_movable(expr) {
                    return None;
                }
                let uses = expr.uses();
                let level = &mut self.levels[depth];
                if level.hoisted.get(&at).is_none_or(|position| *position > index) {
                    level.hoisted.insert(at, index);
                    open.extend(uses);
                }
            } else if self.owner.get(&value) == Some(&depth) {
                // Defined by the forward part of this level: it must come before.
                match level.definitions.get(&value) {
                    Some(defined) if *defined < index => {}
                    Some(_) => return None,
                    None if level.params.contains(&value) => {}
                    None => return None,
                }
            }
        }
        Some(adjoints)
    }

    /// Whether the active carried variables are sums: `s' = s + e`, and `s` is used for nothing else.
    fn only_accumulates(&self, inner: &Loop) -> bool {
        let mut counts: HashMap<Value, usize> = HashMap::new();
        for value in inner.body.all_uses() {
            *counts.entry(value).or_default() += 1;
        }
        inner.carried.iter().enumerate().filter(|(_, carried)| self.activity.value(carried.param)).all(
            |(position, carried)| {
                let mut chain: HashMap<Value, usize> = HashMap::new();
                let linked = is_sum(&inner.body, &inner.body.yields[position], carried.param, &mut chain);
                linked && chain.iter().all(|(value, expected)| counts.get(value) == Some(expected))
            },
        )
    }
}

/// Follows a sum from its next value back to the parameter, and counts the uses of each partial sum on the way.
fn is_sum(region: &Region, from: &Operand, param: Value, chain: &mut HashMap<Value, usize>) -> bool {
    let Some(value) = from.as_value() else { return false };
    *chain.entry(value).or_default() += 1;
    if value == param {
        return true;
    }
    // A partial sum that is reached twice is used twice: its adjoint is not one operand.
    if chain[&value] > 1 {
        return false;
    }
    let Some(stmt) = region.stmts.iter().find(|stmt| stmt.kind.defines().contains(&value)) else { return false };
    match &stmt.kind {
        StmtKind::Let { expr: Expr::Copy(operand), .. } => is_sum(region, operand, param, chain),
        StmtKind::Let { expr: Expr::Binary(Binary::Add, a, b), .. } => {
            let mut trial = chain.clone();
            if is_sum(region, a, param, &mut trial) {
                *chain = trial;
                return true;
            }
            is_sum(region, b, param, chain)
        }
        StmtKind::Let { expr: Expr::Binary(Binary::Sub, a, _), .. } => is_sum(region, a, param, chain),
        _ => false,
    }
}

/// Pure arithmetic, which may run earlier.
fn is_movable(expr: &Expr) -> bool {
    match expr {
        Expr::Copy(_) | Expr::Unary(..) | Expr::Binary(..) | Expr::Function(..) | Expr::Helper(..) | Expr::Cast(..) => true,
        Expr::Opaque(code) => code.cheap && code.places.is_empty(),
        Expr::Detach(_)
        | Expr::Load(_)
        | Expr::Aggregate(..)
        | Expr::Project(..)
        | Expr::Move(_)
        | Expr::ZeroOf(_) => false,
    }
}

fn walk_any(region: &Region, visit: &mut dyn FnMut(&Stmt)) {
    for stmt in &region.stmts {
        visit(stmt);
        for (_, inner) in stmt.kind.regions() {
            walk_any(inner, visit);
        }
    }
}
