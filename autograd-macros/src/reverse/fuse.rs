//! Fusion: the backward part of a loop or branch runs in the same iteration or arm as its forward part.
//!
//! That is right when everything the backward part needs from later statements is known before: the adjoints of the
//! results depend on seeds and earlier values only (`total += …; total / n`), and no later statement writes to the memory
//! that is read, so that shadows may be added to early. Nothing is saved then, and the data are read once.

use std::collections::BTreeSet;

use crate::ir::{Binary, Carried, Expr, Loop, Operand, Place, PlaceKind, Region, Stmt, StmtKind, Value};

use super::level::{Done, Kind, Level};
use super::scaled::Scaled;
use super::sums::Sums;
use super::Reverse;

impl<'a> Reverse<'a> {
    /// Tries to fuse a branch; says whether it did.
    pub(super) fn fuse_if(&mut self, index: usize, stmt: &'a Stmt) -> bool {
        let StmtKind::If { cond, results, then, otherwise } = &stmt.kind else { return false };
        if !self.can_fuse(index, stmt) {
            return false;
        }
        let mut moves = Vec::new();
        let Some(d_results) = self.hoist_adjoints(index, results, &mut moves) else {
            self.move_back(moves);
            return false;
        };
        let span = stmt.span;
        let mut arms = [then, otherwise].map(|region| {
            self.open(Level::new(region, Kind::Joint, Vec::new()));
            for (result, d_result) in region.yields.iter().zip(&d_results) {
                if let Some(d_result) = d_result {
                    self.contribute_operand(result, d_result.clone(), span);
                }
            }
            self.reverse_region();
            self.close()
        });
        // What both arms hand on alike needs no result: `d_s` of `if c { s + e } else { s }`.
        let (alike, outer): (Vec<Value>, Vec<Value>) =
            self.outer_values(&arms).into_iter().partition(|value| is_alike(*value, &arms));
        let (factors, d_yields) = self.merge_arms(&outer, &mut arms, Kind::Joint);
        let d_outer: Vec<Value> = outer.iter().map(|value| self.adjoint_result(*value)).collect();
        let handed_on: Vec<(Value, Scaled)> =
            alike.into_iter().map(|value| (value, arms[0].adjoints[&value].clone())).collect();
        let fused = |region: &Region, done: Done, d_yields: Vec<Operand>| Region {
            stmts: done.forward.into_iter().chain(done.backward).collect(),
            yields: region.yields.iter().cloned().chain(d_yields).collect(),
        };
        let ([left, right], [d_left, d_right]) = (arms, d_yields);
        let kind = StmtKind::If {
            cond: cond.clone(),
            results: results.iter().chain(&d_outer).copied().collect(),
            then: fused(then, left, d_left),
            otherwise: fused(otherwise, right, d_right),
        };
        self.level().pieces[index].instead = Some(Stmt { span, kind });
        self.level().late.extend(&d_outer);
        self.adjoint_results.extend(&d_outer);
        for result in results {
            self.take_scaled(*result);
        }
        for ((value, d_value), factor) in outer.into_iter().zip(d_outer).zip(factors) {
            self.contribute_scaled(value, Scaled { factor, operand: d_value.into() }, span);
        }
        for (value, adjoint) in handed_on {
            self.contribute_scaled(value, adjoint, span);
        }
        true
    }

    /// Tries to fuse a loop; says whether it did.
    pub(super) fn fuse_loop(&mut self, index: usize, stmt: &'a Stmt, inner: &'a Loop) -> bool {
        // A later iteration may read or overwrite what an earlier one wrote.
        if !self.touched(stmt).1.is_empty() || !self.can_fuse(index, stmt) || !self.only_accumulates(inner) {
            return false;
        }
        let mut moves = Vec::new();
        let results: Vec<Value> = inner.carried.iter().map(|carried| carried.result).collect();
        let Some(d_results) = self.hoist_adjoints(index, &results, &mut moves) else {
            self.move_back(moves);
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
        // The adjoint of an accumulator is the same before and after an iteration; where it is not, this was no sum.
        let mut unchanged = true;
        for (carried, d_result) in inner.carried.iter().zip(&d_results) {
            unchanged &= self.take_adjoint(carried.param) == *d_result;
        }
        let done = self.close();
        if !unchanged {
            self.move_back(moves);
            return false;
        }
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
        let mut before = Vec::new();
        for value in outer {
            let Scaled { factor, operand: contribution } = done.adjoints[&value].clone();
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
            let init = self.zero_before(value, &mut before);
            fused.carried.push(Carried { param: sum, init, result });
            self.level().late.insert(result);
            self.contribute_scaled(value, Scaled { factor, operand: result.into() }, span);
        }
        fused.body.yields.extend(flag);
        self.level().pieces[index].before.append(&mut before);
        self.level().pieces[index].instead = Some(Stmt { span, kind: StmtKind::Loop(fused) });
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
            && !writes.iter().any(|place| self.memory.is_reshaped(*place))
            && !reads.iter().any(|place| self.is_fitted_late(*place))
            && !writes.iter().any(|place| self.is_handed_back(stmt, *place))
    }

    /// Whether the place is a parameter whose length changes: its shadow has the final length only after the forward part.
    fn is_fitted_late(&self, place: Place) -> bool {
        self.memory.is_reshaped(place) && self.function.place_data(place).kind != PlaceKind::Local
    }

    /// Whether the backward part of the statement writes older contents to a `&mut` parameter, of which the caller sees what
    /// the forward part leaves in it.
    fn is_handed_back(&self, stmt: &'a Stmt, place: Place) -> bool {
        let mut found = false;
        let mut visit = |stmt: &'a Stmt| {
            let writes = crate::analysis::memory::writes(self.activity, &stmt.kind);
            let undone = matches!(stmt.kind, StmtKind::Call(_)) || self.plan.restores(stmt);
            found |= undone && writes.iter().any(|(written, _)| *written == place);
        };
        visit(stmt);
        for (_, region) in stmt.kind.regions() {
            region.walk(&mut visit);
        }
        found && self.function.place_data(place).kind == PlaceKind::Exclusive
    }

    /// The active places declared outside the statement that it reads, and those that it writes.
    pub(super) fn touched(&self, stmt: &'a Stmt) -> (BTreeSet<Place>, BTreeSet<Place>) {
        let (mut touched, mut written, mut own) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let mut visit = |stmt: &'a Stmt| {
            touched.extend(stmt.kind.touches());
            written
                .extend(crate::analysis::memory::writes(self.activity, &stmt.kind).into_iter().map(|(place, _)| place));
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
            let written = self.memory.is_written_from(level.region, place, first);
            if written || (touch && level.region.stmts.iter().skip(first).any(|stmt| touches(stmt, place))) {
                return true;
            }
            if self.home.get(&place) == Some(&depth) {
                return false;
            }
        }
        false
    }

    /// The adjoints of the results, with the statements that compute them moved before the statement; `None` where one
    /// depends on something that is known only later.
    fn hoist_adjoints(
        &mut self,
        index: usize,
        results: &[Value],
        moves: &mut Vec<Move>,
    ) -> Option<Vec<Option<Operand>>> {
        self.settle_adjoints(results);
        let settled = |result: &Value| self.levels.last()?.adjoints.get(result).map(|adjoint| adjoint.operand.clone());
        let adjoints: Vec<Option<Operand>> = results.iter().map(settled).collect();
        let mut open: Vec<Value> = adjoints.iter().flatten().filter_map(Operand::as_value).collect();
        let depth = self.levels.len() - 1;
        while let Some(value) = open.pop() {
            if self.levels.iter().any(|level| level.late.contains(&value)) {
                return None;
            }
            let level = &self.levels[depth];
            if let Some(at) = level.backward_definitions.get(&value).copied() {
                let StmtKind::Let { expr, .. } = &level.backward[at].kind else { return None };
                if !is_movable(expr) {
                    return None;
                }
                let uses = expr.uses();
                let level = &mut self.levels[depth];
                if level.hoisted.get(&at).is_none_or(|position| *position > index) {
                    let before = level.hoisted.insert(at, index);
                    moves.push(Move { backward: true, statement: at, before });
                    open.extend(uses);
                }
            } else if self.owner.get(&value) == Some(&depth) && !level.params.contains(&value) {
                // Defined by the forward part of this level: it must come before, or be moved there (`n as f64`).
                let defined = *level.definitions.get(&value)?;
                if defined >= index {
                    let StmtKind::Let { expr, .. } = &level.region.stmts[defined].kind else { return None };
                    if !self.is_movable_forward(expr) {
                        return None;
                    }
                    let uses = expr.uses();
                    let level = &mut self.levels[depth];
                    if level.pulled.get(&defined).is_none_or(|position| *position > index) {
                        let before = level.pulled.insert(defined, index);
                        moves.push(Move { backward: false, statement: defined, before });
                        open.extend(uses);
                    }
                }
            }
        }
        Some(adjoints)
    }

    /// Whether a statement of the forward part may run earlier: pure, and reads no memory that changes.
    fn is_movable_forward(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Opaque(code) => code.cheap && code.places.iter().all(|place| !self.memory.is_written(*place)),
            other => is_movable(other),
        }
    }

    /// Undoes moves in the innermost level, the last one first.
    fn move_back(&mut self, moves: Vec<Move>) {
        let level = self.level();
        for Move { backward, statement, before } in moves.into_iter().rev() {
            let table = if backward { &mut level.hoisted } else { &mut level.pulled };
            match before {
                Some(position) => table.insert(statement, position),
                None => table.remove(&statement),
            };
        }
    }

    /// Whether the active carried variables are sums: `s' = s + e`, and `s` is used for nothing else.
    fn only_accumulates(&self, inner: &Loop) -> bool {
        let active: Vec<usize> =
            (0..inner.carried.len()).filter(|position| self.activity.value(inner.carried[*position].param)).collect();
        if active.is_empty() {
            return true;
        }
        let mut sums = Sums::of(&inner.body);
        active.into_iter().all(|position| {
            let (next, param) = (&inner.body.yields[position], inner.carried[position].param);
            sums.links(next, param)
        })
    }
}

/// A statement that was moved before another one, and where it had been moved before that.
struct Move {
    /// It belongs to the backward part, else to the forward part.
    backward: bool,
    statement: usize,
    before: Option<usize>,
}

/// Whether the same operand, known outside of both arms, is the adjoint that both hand on.
fn is_alike(value: Value, arms: &[Done; 2]) -> bool {
    let [Some(left), Some(right)] = [arms[0].adjoints.get(&value), arms[1].adjoints.get(&value)] else { return false };
    let inner = |operand: Value| {
        let stmts = arms.iter().flat_map(|arm| arm.forward.iter().chain(&arm.backward));
        stmts.into_iter().any(|stmt| stmt.kind.defines().contains(&operand))
    };
    left == right && left.operand.as_value().is_none_or(|operand| !inner(operand))
}

/// Pure arithmetic, which may run earlier.
fn is_movable(expr: &Expr) -> bool {
    match expr {
        Expr::Copy(_) | Expr::Unary(..) | Expr::Binary(..) | Expr::Function(..) | Expr::Helper(..) | Expr::Cast(..) => {
            true
        }
        Expr::Opaque(code) => code.cheap && code.places.is_empty(),
        Expr::Detach(_)
        | Expr::Borrow(_)
        | Expr::Load(_)
        | Expr::Aggregate(..)
        | Expr::Project(..)
        | Expr::Move(_)
        | Expr::ZeroOf(_) => false,
    }
}

/// Whether the statement, or one inside it, names the place (other than to declare it).
fn touches(stmt: &Stmt, place: Place) -> bool {
    let declares = matches!(stmt.kind, StmtKind::Declare { place: declared, .. } if declared == place);
    (!declares && stmt.kind.touches().contains(&place))
        || stmt.kind.regions().iter().any(|(_, region)| region.stmts.iter().any(|inner| touches(inner, place)))
}
