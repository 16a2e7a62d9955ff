//! Loops that carry one number: the adjoints of what is outside come from tangents that run along with the loop.
//!
//! An iteration computes `y' = f(y, a, b, …)` with one number `y` that carries a gradient from iteration to iteration. By the
//! chain rule `dy'/da = ∂f/∂y dy/da + ∂f/∂a`, one product and one sum for each outer `a`: as many as the backward part of
//! an iteration needs for `d_a`. So the tangents `dy/da` are carried beside `y`, and after the loop `d_a += d_y dy/da`.
//! Nothing is saved, and no second loop runs. (With several numbers to carry, each outer one would need a tangent
//! for each of them: there reverse mode is cheaper.) The partial derivatives of one iteration are those of reverse mode, with
//! the seed 1.
//!
//! Memory outside the loop has many elements and cannot have a tangent for each. Its adjoint needs the loop the other way
//! round, but only with what depends on memory: of Horner's scheme `y' = y x + c[i]`, the part of `c` needs `x` alone, and
//! nothing is saved either.

use std::collections::HashSet;

use crate::ir::{Carried, Loop, Operand, Stmt, StmtKind, Type, Value};

use super::level::{Done, Kind, Level};
use super::scaled::Target;
use super::Reverse;

/// For how many outer values tangents are carried: each occupies a register.
const MOST_TANGENTS: usize = 8;

/// What a loop of this kind consists of.
struct Recurrence {
    /// Which carried variable carries the gradient.
    position: usize,
    /// The outer values to which an iteration contributes, the initial value included.
    outer: Vec<Value>,
    /// The body reads memory that carries a gradient and lies outside.
    reads_memory: bool,
}

impl<'a> Reverse<'a> {
    /// Tries to carry tangents along with a loop; says whether it did.
    pub(super) fn carry_tangents(&mut self, index: usize, stmt: &'a Stmt, inner: &'a Loop) -> bool {
        if !self.form.fuse {
            return false;
        }
        let Some(recurrence) = self.recurrence(stmt, inner) else { return false };
        let carried = &inner.carried[recurrence.position];
        let Some(adjoint) = self.take_adjoint(carried.result) else { return false };
        let stacks = self.stacks.len();
        if recurrence.reads_memory {
            // The backward loop, for memory alone, and the adjoint of the initial value.
            self.level().adjoints.insert(carried.result, adjoint.clone().into());
            self.settled_outside = Some(&inner.body);
            self.reverse_loop(index, stmt, inner);
            self.settled_outside = None;
            if self.stacks.len() > stacks {
                self.notes.saving_recurrences.insert(&inner.body);
            }
        }
        let tangents = self.forward_loop(index, stmt, inner, &recurrence);
        for (value, tangent) in tangents {
            self.ensure(tangent);
            let data = self.function.value_data(value);
            let (hint, ty, span) = (format!("d_{}", data.ident), data.ty.clone(), stmt.span);
            if let Type::Float(float) = &ty {
                let to = Target { hint: &hint, float, span };
                let d = self.product(adjoint.clone().into(), Operand::from(tangent).into(), &to);
                self.contribute_scaled(value, d, span);
            }
        }
        true
    }

    /// Whether the loop is of this kind.
    fn recurrence(&self, stmt: &'a Stmt, inner: &Loop) -> Option<Recurrence> {
        let active = |carried: &Carried| self.activity.value(carried.param) || self.activity.value(carried.result);
        let mut positions = (0..inner.carried.len()).filter(|position| active(&inner.carried[*position]));
        let (position, None) = (positions.next()?, positions.next()) else { return None };
        let carried = &inner.carried[position];
        let float = self.function.value_data(carried.param).ty.float()?.clone();
        let (read, written) = self.touched(stmt);
        if !written.is_empty() || self.plan.saves_for(&inner.body) {
            return None;
        }
        let reads_memory = !read.is_empty();
        let simple = |stmt: &Stmt| matches!(stmt.kind, StmtKind::Let { .. } | StmtKind::Effect { .. });
        if reads_memory && !inner.body.stmts.iter().all(simple) {
            return None;
        }
        let inside = bound_inside(inner);
        let mut outer: Vec<Value> = inner.body.all_uses();
        outer.retain(|value| !inside.contains(value));
        if !reads_memory {
            outer.extend(carried.init.as_value());
        }
        outer.retain(|value| self.activity.value(*value));
        outer.sort_unstable();
        outer.dedup();
        let same_float = |value: &Value| self.function.value_data(*value).ty.float() == Some(&float);
        let few = (1..=MOST_TANGENTS).contains(&outer.len());
        (few && outer.iter().all(same_float)).then_some(Recurrence { position, outer, reads_memory })
    }

    /// Adds the tangents to the forward loop. Returns the outer values with their tangents after the loop.
    fn forward_loop(
        &mut self,
        index: usize,
        stmt: &'a Stmt,
        inner: &'a Loop,
        recurrence: &Recurrence,
    ) -> Vec<(Value, Value)> {
        let span = stmt.span;
        let carried = &inner.carried[recurrence.position];
        let data = self.function.value_data(carried.param).clone();
        let float =
            data.ty.float().cloned().unwrap_or_else(|| unreachable!("reverse::tangents: a recurrence of floats"));
        let constant = |value: f64| Operand::float(value, float.clone());
        // This code runs in the forward part, where everything outside is in sight.
        let outside = self.enter_forward();
        let mut level = Level::new(&inner.body, Kind::Joint, inner.params());
        level.is_loop = true;
        level.scalars_only = recurrence.reads_memory;
        self.open(level);
        self.contribute_operand(&inner.body.yields[recurrence.position], constant(1.0), span);
        self.reverse_region();
        // ∂f/∂y; nothing where the next value does not depend on this one.
        let slope = self.take_scaled(carried.param);
        let mut variables = Vec::new();
        let mut next = Vec::new();
        for value in &recurrence.outer {
            let partial = self.take_scaled(*value);
            let starts = carried.init.as_value() == Some(*value) && !recurrence.reads_memory;
            if partial.is_none() && !starts {
                continue;
            }
            let hint = format!("d{}_d{}", data.ident, self.function.value_data(*value).ident);
            let [param, result] = [0, 1].map(|_| self.fresh_value(&hint, data.ty.clone(), span));
            self.define_forward(self.levels.len() - 1, param);
            let to = Target { hint: &hint, float: &float, span };
            let along = slope.clone().map(|slope| self.product(slope, Operand::from(param).into(), &to));
            let sum = match (along, partial) {
                (Some(along), Some(partial)) => self.sum(along, partial, &to),
                (Some(only), None) | (None, Some(only)) => only,
                (None, None) => constant(0.0).into(),
            };
            next.push(self.settle(sum, &to));
            variables.push((*value, Carried { param, init: constant(if starts { 1.0 } else { 0.0 }), result }));
        }
        let done = self.close();
        self.leave_forward(outside);
        self.add_tangents(index, stmt, done, next, &variables);
        variables.into_iter().map(|(value, carried)| (value, carried.result)).collect()
    }

    /// Puts the iteration's tangents after its own statements.
    fn add_tangents(
        &mut self,
        index: usize,
        stmt: &Stmt,
        done: Done,
        next: Vec<Operand>,
        variables: &[(Value, Carried)],
    ) {
        let depth = self.levels.len() - 1;
        // The backward loop may have changed the forward one: it may save, and it may count.
        let replaced = self.level().pieces[index].instead.take();
        let is_replaced = replaced.is_some();
        let Stmt { kind: StmtKind::Loop(mut forward), span } = replaced.unwrap_or_else(|| stmt.clone()) else {
            unreachable!("reverse::tangents: a loop is replaced by a loop")
        };
        if is_replaced {
            let end = forward.body.stmts.iter().position(|stmt| matches!(stmt.kind, StmtKind::Push { .. }));
            let end = end.unwrap_or(forward.body.stmts.len());
            forward.body.stmts.splice(end..end, done.backward);
        } else {
            forward.body.stmts = done.forward;
            forward.body.stmts.extend(done.backward);
        }
        for (next, (_, carried)) in next.into_iter().zip(variables) {
            let position = forward.carried.len();
            forward.body.yields.insert(position, next);
            forward.carried.push(carried.clone());
            self.define_forward(depth, carried.result);
            self.level().late.insert(carried.result);
        }
        self.level().pieces[index].instead = Some(Stmt { span, kind: StmtKind::Loop(forward) });
    }

    /// From here on, all open levels are forward code.
    fn enter_forward(&mut self) -> (bool, Vec<Kind>) {
        let kinds = self.levels.iter_mut().map(|level| std::mem::replace(&mut level.kind, Kind::Joint)).collect();
        (std::mem::replace(&mut self.form.joint, true), kinds)
    }

    fn leave_forward(&mut self, (joint, kinds): (bool, Vec<Kind>)) {
        self.form.joint = joint;
        for (level, kind) in self.levels.iter_mut().zip(kinds) {
            level.kind = kind;
        }
    }
}

/// The values that the loop binds in an iteration.
fn bound_inside(inner: &Loop) -> HashSet<Value> {
    let mut inside: HashSet<Value> = inner.params().into_iter().collect();
    inner.body.walk(&mut |stmt| {
        inside.extend(stmt.kind.defines());
        inside.extend(stmt.kind.regions().into_iter().flat_map(|(bound, _)| bound));
    });
    inside
}
