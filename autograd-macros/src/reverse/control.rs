//! The backward part of branches and loops that cannot be fused: it resumes from what the forward part saved.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Span;
use quote::quote;

use crate::analysis::memory::RegionId;
use crate::ir::{Carried, Expr, Hints, Loop, LoopKind, Opaque, Operand, Range, Region, Stmt, StmtKind, Type, Value};

use super::level::{Done, Kind, Level};
use super::scaled::Scaled;
use super::Reverse;

impl<'a> Reverse<'a> {
    /// Each arm becomes a forward arm that packs what it saved and a backward arm that starts from it. The arms update the
    /// adjoints of outer values: `d_x = match saved { Left(…) => d_x + t, Right(…) => d_x }`.
    pub(super) fn reverse_if(
        &mut self,
        index: usize,
        stmt: &'a Stmt,
        cond: &Operand,
        results: &[Value],
        regions: [&'a Region; 2],
    ) {
        let span = stmt.span;
        let d_results: Vec<Option<Operand>> = results.iter().map(|result| self.take_adjoint(*result)).collect();
        let outer = self.adjoints_used_in(regions);
        let mut arms = regions.map(|region| self.reverse_arm(region, &d_results, &outer, span));
        let unchanged =
            |arm: &Done| arm.adjoints.iter().all(|(value, d)| !self.is_outer(*value) || outer.get(value) == Some(d));
        if arms.iter().all(|arm| arm.backward.is_empty() && unchanged(arm)) {
            self.replace_arms(index, stmt, arms, None);
            return;
        }
        let changed = self.changed_adjoints(&outer, &arms);
        let (factors, yields) = self.merge_arms(&changed, &mut arms, Kind::Split);
        let d_changed: Vec<Value> = changed.iter().map(|value| self.adjoint_result(*value)).collect();
        let [left, right] = [0, 1].map(|arm| arms[arm].saved.clone());
        let [left_backward, right_backward] = [0, 1].map(|arm| arms[arm].backward.clone());
        let backward = [
            Region { stmts: left_backward, yields: yields[0].clone() },
            Region { stmts: right_backward, yields: yields[1].clone() },
        ];
        if left.is_empty() && right.is_empty() {
            self.replace_arms(index, stmt, arms, None);
            let cond = self.ensure_operand(cond);
            let [then, otherwise] = backward;
            self.push(span, StmtKind::If { cond, results: d_changed.clone(), then, otherwise });
        } else {
            let saved = self.fresh_value("saved", Type::Inactive, span);
            let depth = self.levels.len() - 1;
            self.define_forward(depth, saved);
            self.replace_arms(index, stmt, arms, Some(saved));
            self.ensure(saved);
            let items = [left, right];
            self.push(span, StmtKind::Resume { saved, results: d_changed.clone(), items, arms: backward });
        }
        self.adjoint_results.extend(&d_changed);
        for ((value, d_value), factor) in changed.iter().zip(d_changed).zip(factors) {
            self.level().adjoints.insert(*value, Scaled { factor, operand: d_value.into() });
        }
    }

    /// The adjoints so far of the values that the arms use: what they may add to.
    fn adjoints_used_in(&mut self, arms: [&Region; 2]) -> BTreeMap<Value, Scaled> {
        let used: BTreeSet<Value> = arms.into_iter().flat_map(Region::all_uses).collect();
        let used: Vec<Value> = used.into_iter().filter(|value| self.level().adjoints.contains_key(value)).collect();
        self.settle_adjoints(&used);
        used.into_iter().map(|value| (value, self.level().adjoints[&value].clone())).collect()
    }

    fn reverse_arm(
        &mut self,
        region: &'a Region,
        d_results: &[Option<Operand>],
        outer: &BTreeMap<Value, Scaled>,
        span: Span,
    ) -> Done {
        let mut level = Level::new(region, Kind::Split, Vec::new());
        level.adjoints = outer.clone();
        self.open(level);
        for (result, d_result) in region.yields.iter().zip(d_results) {
            if let Some(d_result) = d_result {
                self.contribute_operand(result, d_result.clone(), span);
            }
        }
        self.reverse_region();
        self.close()
    }

    /// The outer values whose adjoint some arm changed.
    fn changed_adjoints(&self, outer: &BTreeMap<Value, Scaled>, arms: &[Done; 2]) -> Vec<Value> {
        let touched: BTreeSet<Value> = arms.iter().flat_map(|arm| arm.adjoints.keys().copied()).collect();
        touched
            .into_iter()
            .filter(|value| self.is_outer(*value))
            .filter(|value| arms.iter().any(|arm| arm.adjoints.get(value) != outer.get(value)))
            .collect()
    }

    /// What each arm yields for the adjoint of each value. A constant factor that both arms have stays outside. The arms of
    /// a fused branch see the value itself; a backward part sees only what was saved for it.
    pub(super) fn merge_arms(
        &mut self,
        values: &[Value],
        arms: &mut [Done; 2],
        kind: Kind,
    ) -> (Vec<f64>, [Vec<Operand>; 2]) {
        let mut factors = Vec::new();
        let mut yields = [Vec::new(), Vec::new()];
        for value in values {
            let factor = common_factor([0, 1].map(|arm| arms[arm].adjoints.get(value).map(|adjoint| adjoint.factor)));
            factors.push(factor);
            for (arm, yields) in arms.iter_mut().zip(&mut yields) {
                yields.push(match arm.adjoints.get(value).cloned() {
                    Some(Scaled { factor: own, operand }) => {
                        let rest = Scaled { factor: own / factor, operand };
                        self.settle_before(*value, rest, &mut arm.backward)
                    }
                    None => match kind {
                        Kind::Joint => self.zero_before(*value, &mut arm.backward),
                        Kind::Split => self.zero_of(*value),
                    },
                });
            }
        }
        (factors, yields)
    }

    /// Whether a value is defined outside the levels that are closed by now: the adjoint of an inner one ended with its region.
    pub(super) fn is_outer(&self, value: Value) -> bool {
        self.owner.get(&value).is_none_or(|depth| *depth < self.levels.len())
    }

    pub(super) fn adjoint_result(&mut self, value: Value) -> Value {
        let data = self.function.value_data(value).clone();
        self.fresh_value(&format!("d_{}", data.ident), data.ty, data.ident.span())
    }

    /// Puts the arms' forward parts in place of the statement; with `saved`, each packs what it saved.
    fn replace_arms(&mut self, index: usize, stmt: &'a Stmt, arms: [Done; 2], saved: Option<Value>) {
        let StmtKind::If { cond, results, then, otherwise } = &stmt.kind else {
            unreachable!("reverse::statement: only an `if` has arms")
        };
        let mut results = results.clone();
        results.extend(saved);
        let mut variant = 0;
        let [then, otherwise] = [(then, &arms[0]), (otherwise, &arms[1])].map(|(region, done)| {
            let mut forward = Region { stmts: done.forward.clone(), yields: region.yields.clone() };
            if saved.is_some() {
                let pack = self.fresh_value("saved", Type::Inactive, stmt.span);
                let items = done.saved.iter().map(|value| Operand::Value(*value)).collect();
                forward.push(stmt.span, StmtKind::Pack { saved: pack, variant: Some(variant), items });
                forward.yields.push(pack.into());
                variant += 1;
            }
            forward
        });
        let kind = StmtKind::If { cond: cond.clone(), results, then, otherwise };
        self.level().pieces[index].instead = Some(Stmt { span: stmt.span, kind });
    }

    /// A loop runs backwards over its iterations; each pops what its forward iteration pushed. Adjoints of carried variables
    /// are carried; adjoints of outer values are accumulated in carried variables and handed on once.
    pub(super) fn reverse_loop(&mut self, index: usize, stmt: &'a Stmt, inner: &'a Loop) {
        let span = stmt.span;
        let d_results: Vec<Option<Operand>> =
            inner.carried.iter().map(|carried| self.take_adjoint(carried.result)).collect();
        let body = self.reverse_body(stmt, inner, d_results);
        if body.done.backward.is_empty() && body.carried.is_empty() {
            self.replace_loop(index, stmt, inner, body.done.forward, &[], None);
            for (operand, adjoint) in body.invariant {
                self.contribute_operand(&operand, adjoint, span);
            }
            return;
        }
        let mut stmts = Vec::new();
        let stack = (!body.done.saved.is_empty()).then(|| {
            let ident = self.names.temporary("stack", span);
            let stack = self.function.stack(ident);
            self.stacks.push(stack);
            stmts.push(Stmt { span, kind: StmtKind::Pop { stack, items: body.done.saved.clone() } });
            stack
        });
        let forwards = stack.is_none() && body.independent;
        stmts.extend(body.done.backward);
        let counted = self.is_counted(inner);
        let count = counted.then(|| self.count_result(span));
        let saved = body.done.saved;
        let pushes: Vec<Stmt> = stack
            .map(|stack| {
                let items = saved.iter().map(|value| Operand::Value(*value)).collect();
                Stmt { span, kind: StmtKind::Push { stack, items } }
            })
            .into_iter()
            .collect();
        self.replace_loop(index, stmt, inner, body.done.forward, &pushes, count);
        let kind = self.backward_kind(inner, count, forwards);
        let backward = Loop {
            kind,
            body: Region { stmts, yields: body.next },
            carried: body.carried.clone(),
            exits: false,
            hints: Hints::default(),
        };
        self.push(span, StmtKind::Loop(backward));
        // Plain sums went in with the adjoints so far and replace them; the others are added, as is what belongs to an initial
        // value.
        for (target, carried) in body.targets.iter().zip(&body.carried) {
            if let Target::Outer(value, 1.0) = target {
                self.level().adjoints.insert(*value, Operand::from(carried.result).into());
            }
        }
        for (target, carried) in body.targets.iter().zip(&body.carried) {
            match target {
                Target::Init(operand) => self.contribute_operand(operand, carried.result.into(), span),
                Target::Outer(_, 1.0) => {}
                Target::Outer(value, factor) => {
                    self.contribute_scaled(*value, Scaled { factor: *factor, operand: carried.result.into() }, span);
                }
            }
        }
        for (operand, adjoint) in body.invariant {
            self.contribute_operand(&operand, adjoint, span);
        }
    }

    fn reverse_body(&mut self, stmt: &'a Stmt, inner: &'a Loop, d_results: Vec<Option<Operand>>) -> Body {
        let span = stmt.span;
        let mut level = Level::new(&inner.body, Kind::Split, inner.params());
        level.is_loop = true;
        level.memory_only = self.settled_outside == Some(&inner.body as RegionId);
        if let (LoopKind::Range(range), false) = (&inner.kind, self.is_counted(inner)) {
            level.visible.insert(range.index);
        }
        self.open(level);
        // The adjoint of each active carried variable, at the end of an iteration.
        let mut adjoints = Vec::new();
        for (position, carried) in inner.carried.iter().enumerate() {
            if self.activity.value(carried.param) {
                let d_next = self.adjoint_result(carried.param);
                adjoints.push((position, d_next));
                self.contribute_operand(&inner.body.yields[position], d_next.into(), span);
            }
        }
        self.reverse_region();
        let depth = self.levels.len() - 1;
        let mut body = Body::default();
        let mut seeds = Vec::new();
        for (position, d_next) in adjoints {
            let carried = &inner.carried[position];
            let d_param = self.take_adjoint(carried.param);
            seeds.push((carried, d_next, d_param, d_results[position].clone()));
        }
        // What is left belongs to values outside the loop. A constant factor is multiplied in after it.
        let outer: Vec<(Value, Scaled)> = std::mem::take(&mut self.level().adjoints)
            .into_iter()
            .filter(|(value, _)| self.owner.get(value).is_none_or(|owner| *owner < depth))
            .collect();
        let mut sums = Vec::new();
        for (value, contribution) in outer {
            let sum = self.adjoint_result(value);
            let (inside, outside) = split_factor(contribution.factor);
            let next = self.add(value, Operand::from(sum).into(), Scaled { factor: inside, ..contribution }, span);
            sums.push((value, sum, next, outside));
        }
        let zeros: Vec<Operand> = seeds
            .iter()
            .filter(|(_, d_next, d_param, _)| !is_same(d_param.as_ref(), *d_next))
            .map(|(carried, _, d_param, _)| match d_param {
                Some(d_param) => d_param.clone(),
                None => self.zero_of(carried.param),
            })
            .collect();
        body.independent = are_order_free(&self.level().backward);
        body.done = self.close();
        let mut zeros = zeros.into_iter();
        for (carried, d_next, d_param, d_result) in seeds {
            let init = match d_result {
                Some(d_result) => d_result,
                None => self.zero_of(carried.result),
            };
            if is_same(d_param.as_ref(), d_next) {
                // `d_s` is the same in every iteration: it is bound once, outside.
                self.push(span, StmtKind::Let { value: d_next, expr: Expr::Copy(init.clone()) });
                body.invariant.push((carried.init.clone(), init));
                continue;
            }
            body.independent = false;
            let result = self.adjoint_result(carried.param);
            body.carried.push(Carried { param: d_next, init, result });
            body.next.push(zeros.next().expect("reverse: one next adjoint for each carried one"));
            body.targets.push(Target::Init(carried.init.clone()));
        }
        for (value, sum, next, factor) in sums {
            let init = if factor == 1.0 { self.adjoint_or_zero(value) } else { self.zero_of(value) };
            let result = self.adjoint_result(value);
            body.carried.push(Carried { param: sum, init, result });
            body.next.push(next);
            body.targets.push(Target::Outer(value, factor));
        }
        body
    }

    /// Whether the backward loop needs the number of iterations that the forward loop made.
    fn is_counted(&self, inner: &Loop) -> bool {
        match &inner.kind {
            LoopKind::Range(_) => inner.exits,
            LoopKind::While { .. } => true,
        }
    }

    fn count_result(&mut self, span: Span) -> Value {
        let count = self.fresh_value("count", Type::Int, span);
        let depth = self.levels.len() - 1;
        self.define_forward(depth, count);
        count
    }

    fn replace_loop(
        &mut self,
        index: usize,
        stmt: &Stmt,
        inner: &Loop,
        forward: Vec<Stmt>,
        pushes: &[Stmt],
        count: Option<Value>,
    ) {
        let span = stmt.span;
        let mut replaced = Loop {
            kind: inner.kind.clone(),
            carried: inner.carried.clone(),
            body: Region { stmts: forward, yields: inner.body.yields.clone() },
            exits: inner.exits,
            hints: inner.hints,
        };
        replaced.body.stmts.extend_from_slice(pushes);
        if let Some(result) = count {
            let param = self.fresh_value("count", Type::Int, span);
            let next = self.fresh_value("count", Type::Int, span);
            let ident = self.function.value_data(param).ident.clone();
            let code = Opaque { code: quote!(#ident + 1), uses: vec![param], places: Vec::new(), cheap: true };
            replaced.body.push_let(span, next, Expr::Opaque(code));
            let position = replaced.carried.len();
            replaced.body.yields.insert(position, next.into());
            let zero = crate::ir::Const::Int { value: 0, suffix: Some("usize".to_owned()) };
            replaced.carried.push(Carried { param, init: Operand::Const(zero), result });
        }
        self.level().pieces[index].instead = Some(Stmt { span, kind: StmtKind::Loop(replaced) });
    }

    /// The header of the backward loop: the same range the other way round, or as many iterations as were counted.
    fn backward_kind(&mut self, inner: &Loop, count: Option<Value>, forwards: bool) -> LoopKind {
        match (&inner.kind, count) {
            (LoopKind::Range(range), None) => {
                let start = self.ensure_operand(&range.start);
                let end = self.ensure_operand(&range.end);
                let step = range.step.as_ref().map(|step| self.ensure_operand(step));
                let reversed = if forwards { range.reversed } else { !range.reversed };
                LoopKind::Range(Range { start, end, step, reversed, ..range.clone() })
            }
            (LoopKind::Range(_) | LoopKind::While { .. }, Some(count)) => {
                self.ensure(count);
                let index = self.fresh_value("_k", Type::Int, Span::call_site());
                let start = Operand::int(0);
                let end = Operand::Value(count);
                LoopKind::Range(Range { index, start, end, inclusive: false, step: None, reversed: false })
            }
            (LoopKind::While { .. }, None) => unreachable!("reverse: the iterations of a `while` are counted"),
        }
    }
}

/// The factor that need not be multiplied in inside of the arms; an arm without a contribution has any factor.
fn common_factor(arms: [Option<f64>; 2]) -> f64 {
    match arms {
        [Some(left), Some(right)] if left == right => left,
        [Some(only), None] | [None, Some(only)] => only,
        [Some(_), Some(_)] | [None, None] => 1.0,
    }
}

/// The backward part of a loop's body, and what surrounds it.
#[derive(Default)]
struct Body {
    done: Done,
    carried: Vec<Carried>,
    next: Vec<Operand>,
    targets: Vec<Target>,
    /// Adjoints of carried variables that no iteration changes.
    invariant: Vec<(Operand, Operand)>,
    /// The iterations only add to shadows and sums: their order does not matter.
    independent: bool,
}

/// To whom the result of a carried adjoint belongs.
enum Target {
    Init(Operand),
    /// With a constant factor.
    Outer(Value, f64),
}

/// A factor as a sign that a sum takes for nothing, and what is multiplied in after the loop.
pub(super) fn split_factor(factor: f64) -> (f64, f64) {
    if factor.abs() == 1.0 {
        (factor, 1.0)
    } else {
        (1.0, factor)
    }
}

fn is_same(adjoint: Option<&Operand>, value: Value) -> bool {
    adjoint.and_then(Operand::as_value) == Some(value)
}

/// Whether running iterations of these statements in another order gives the same result, up to rounding: no iteration reads
/// what another one adds to.
fn are_order_free(stmts: &[Stmt]) -> bool {
    let (mut added, mut read, mut own) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut visit = |stmt: &Stmt| match &stmt.kind {
        StmtKind::Accumulate { path, .. } => drop(added.insert(path.root)),
        StmtKind::Declare { place, init } => {
            own.insert(*place);
            read.extend(init.touches());
        }
        kind => read.extend(kind.touches()),
    };
    for stmt in stmts {
        visit(stmt);
        stmt.kind.regions().into_iter().for_each(|(_, region)| region.walk(&mut visit));
    }
    let shared = added.intersection(&read).any(|place| !own.contains(place));
    !shared && stmts.iter().all(|stmt| is_order_free(&stmt.kind))
}

/// The same for a single statement, as far as its kind tells.
fn is_order_free(kind: &StmtKind) -> bool {
    let own = match kind {
        StmtKind::Let { .. } | StmtKind::Declare { .. } | StmtKind::Accumulate { .. } => true,
        StmtKind::If { .. } | StmtKind::Loop(_) => true,
        StmtKind::Store { .. }
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
    };
    own && kind.regions().iter().all(|(_, region)| region.stmts.iter().all(|stmt| is_order_free(&stmt.kind)))
}
