//! Checks that a function is well formed. Tests run it after every pass.
//!
//! The invariants:
//!
//! - Ids are inside their tables, and every name belongs to one value or place: opaque code finds its operands by name.
//! - Every value that is used is visible: it was defined before in the same region or in an enclosing one, or is bound on
//!   entry to one of these. The operands of opaque code count as used, and names that it mentions are among its operands.
//! - A value is never defined where it is visible.
//! - An `if` and a `resume` yield one operand for each result from both sides; a loop's body one for each carried variable,
//!   and one boolean more if it `exits`; a `while` condition one boolean, computed without effect; the function's body one
//!   for each leaf of the output.
//! - Types agree as far as they are known: a value and what it is bound to, an operand and the result that it becomes.
//!   Conditions are booleans, arithmetic is on floats of one type, logic on booleans, comparison on floats, indices and
//!   bounds are integers, projections fit the type before them. Integers and booleans are not differentiable.
//! - A place is visible where it is used: a parameter, or declared before in the same region or in an enclosing one. It is
//!   not declared where it is visible. Declared places are locals or shadows, parameters are neither.
//! - Only mutable places are written: by `store`, `accumulate`, `append`, `remove`, `rearrange`, `effect`, or as a `&mut`
//!   argument.
//! - Before `reverse` there is none of its statements and none of its expressions, no shadow and no pullback.
//! - After it, `take` reads a shadow, and `pull` adds into shadows and mutable locals; `pull` is applied to a value that a call bound as its
//!   pullback. No shadow is an argument of a call.
//! - All pushes and pops of a stack have the same number of items, and what is popped was pushed somewhere.
//! - What a `resume` takes apart was packed with as many items on that side.
//! - The backward part yields one operand for each by-value parameter; there is one seed for each leaf of the output; the
//!   caller's shadows belong to parameters.

mod expression;
mod saved;
mod stage;
mod tests;
mod types;

use std::collections::HashSet;

use super::{
    print, Arg, Call, Function, Loop, LoopKind, Operand, Place, PlaceKind, Pull, Region, Shape, Stmt, StmtKind, Type,
    Value,
};
use crate::reverse::Differentiated;
use stage::Stage;

/// Panics, naming the invariant, the statement and the function, unless the primal `function` is well formed.
#[track_caller]
pub(crate) fn function(function: &Function) {
    if let Err(message) = try_function(function) {
        panic!("{message}");
    }
}

/// The same for both parts of a differentiated function.
#[track_caller]
pub(crate) fn differentiated(differentiated: &Differentiated) {
    if let Err(message) = try_differentiated(differentiated) {
        panic!("{message}");
    }
}

/// [`function`], with the message that it would panic with.
pub(crate) fn try_function(function: &Function) -> Result<(), String> {
    let mut verifier = Verifier::new(function, Stage::Primal);
    let checked = verifier.header().and_then(|()| verifier.body(&function.body));
    checked.map_err(|fault| fault.describe(&print::function(function)))
}

/// [`differentiated`], with the message that it would panic with.
pub(crate) fn try_differentiated(differentiated: &Differentiated) -> Result<(), String> {
    let function = &differentiated.function;
    let stage = Stage::differentiated(&[&differentiated.forward, &differentiated.backward]);
    let mut verifier = Verifier::new(function, stage);
    verifier.both(differentiated).map_err(|fault| fault.describe(&print::differentiated(differentiated)))
}

type Check = Result<(), Fault>;

/// A broken invariant, and the innermost statement where it broke.
struct Fault {
    message: String,
    stmt: Option<String>,
}

impl Fault {
    fn describe(&self, program: &str) -> String {
        let place = self.stmt.as_ref().map_or(String::new(), |stmt| format!("\nin the statement\n{stmt}"));
        format!("ill-formed IR: {}{place}\nof the function\n{program}", self.message)
    }
}

fn fault<T>(message: impl Into<String>) -> Result<T, Fault> {
    Err(Fault { message: message.into(), stmt: None })
}

fn ensure(holds: bool, message: impl FnOnce() -> String) -> Check {
    if holds {
        Ok(())
    } else {
        fault(message())
    }
}

struct Verifier<'a> {
    function: &'a Function,
    stage: Stage,
    values: HashSet<Value>,
    places: HashSet<Place>,
}

impl<'a> Verifier<'a> {
    fn new(function: &'a Function, stage: Stage) -> Self {
        Verifier { function, stage, values: HashSet::new(), places: HashSet::new() }
    }

    /// Tables and parameters.
    fn header(&mut self) -> Check {
        let function = self.function;
        let mut names = HashSet::new();
        let values = function.values.iter().map(|data| &data.ident);
        for ident in values.chain(function.places.iter().map(|data| &data.ident)) {
            ensure(names.insert(ident.to_string()), || format!("two values or places are called `{ident}`"))?;
        }
        for data in &function.values {
            let sane = !data.differentiable || data.ty.is_differentiable();
            ensure(sane, || format!("`{}` of type {} is marked differentiable", data.ident, print::ty(&data.ty)))?;
        }
        for param in &function.params {
            for leaf in param.shape.leaves() {
                match leaf {
                    Shape::Value(value) => self.define(*value)?,
                    Shape::Place(place) => {
                        let kind = self.place_data(*place)?.kind;
                        let by_caller = matches!(kind, PlaceKind::Owned | PlaceKind::Shared | PlaceKind::Exclusive);
                        ensure(by_caller, || {
                            format!("the parameter {} is a local or a shadow", self.place_name(*place))
                        })?;
                        self.declare(*place)?;
                    }
                    Shape::Tuple(_) | Shape::Wrapped { .. } => {}
                }
            }
        }
        Ok(())
    }

    fn body(&mut self, region: &Region) -> Check {
        let leaves = self.output_leaves()?;
        self.stmts(region)?;
        self.yields(region, &leaves, "the body")
    }

    fn both(&mut self, differentiated: &Differentiated) -> Check {
        self.stage.check_stacks(self.function)?;
        saved::check(self.function, &[&differentiated.forward, &differentiated.backward])?;
        self.header()?;
        if differentiated.joint {
            self.enter_backward(differentiated)?;
        }
        self.body(&differentiated.forward)?;
        if !differentiated.joint {
            self.enter_backward(differentiated)?;
        }
        self.stmts(&differentiated.backward)?;
        let adjoints: Vec<Type> = differentiated.by_value.iter().map(|value| self.type_of(*value)).collect();
        self.yields(&differentiated.backward, &adjoints, "the backward part")
    }

    /// Seeds and the caller's shadows.
    fn enter_backward(&mut self, differentiated: &Differentiated) -> Check {
        let leaves = self.output_leaves()?.len();
        let seeds = differentiated.seeds.len();
        ensure(seeds == leaves, || format!("{seeds} seeds for {leaves} leaves of the output"))?;
        for seed in &differentiated.seeds {
            self.define(*seed)?;
        }
        for value in &differentiated.by_value {
            ensure(self.is_param(&Leaf::Value(*value)), || format!("`{}` is no parameter", self.value_name(*value)))?;
        }
        for (primal, shadow) in &differentiated.shadows {
            ensure(self.is_param(&Leaf::Place(*primal)), || format!("{} is no parameter", self.place_name(*primal)))?;
            let kind = self.place_data(*shadow)?.kind;
            ensure(kind == PlaceKind::Shadow(*primal), || {
                format!("{} is not the shadow of {}", self.place_name(*shadow), self.place_name(*primal))
            })?;
            self.declare(*shadow)?;
        }
        Ok(())
    }

    fn is_param(&self, leaf: &Leaf) -> bool {
        let leaves = self.function.params.iter().flat_map(|param| param.shape.leaves());
        leaves.into_iter().any(|found| match (found, leaf) {
            (Shape::Value(found), Leaf::Value(value)) => found == value,
            (Shape::Place(found), Leaf::Place(place)) => found == place,
            (Shape::Value(_) | Shape::Place(_) | Shape::Tuple(_) | Shape::Wrapped { .. }, _) => false,
        })
    }

    fn output_leaves(&self) -> Result<Vec<Type>, Fault> {
        let leaf = |shape: &&Shape| match shape {
            Shape::Value(value) => {
                let known = (value.0 as usize) < self.function.values.len();
                ensure(known, || format!("the output %{} is outside the table", value.0))?;
                Ok(self.type_of(*value))
            }
            Shape::Place(place) => fault(format!("a leaf of the output is the place {}", self.place_name(*place))),
            Shape::Tuple(_) | Shape::Wrapped { .. } => fault("a leaf of the output is a tuple"),
        };
        self.function.output.leaves().iter().map(leaf).collect()
    }

    /// Runs `inside` in a scope of its own.
    fn scope(&mut self, bound: &[Value], inside: impl FnOnce(&mut Self) -> Check) -> Check {
        let outer = (self.values.clone(), self.places.clone());
        for value in bound {
            self.define(*value)?;
        }
        inside(self)?;
        (self.values, self.places) = outer;
        Ok(())
    }

    fn stmts(&mut self, region: &Region) -> Check {
        for stmt in &region.stmts {
            self.stmt(stmt).map_err(|fault| Fault {
                stmt: fault.stmt.or_else(|| Some(print::stmt(self.function, stmt))),
                message: fault.message,
            })?;
        }
        Ok(())
    }

    fn yields(&self, region: &Region, expected: &[Type], what: &str) -> Check {
        let (found, wanted) = (region.yields.len(), expected.len());
        ensure(found == wanted, || format!("{what} yields {found} operands where {wanted} are expected"))?;
        for (operand, ty) in region.yields.iter().zip(expected) {
            self.operand(operand)?;
            self.agree(&self.function.operand_type(operand), ty, what)?;
        }
        Ok(())
    }

    /// A region with its own scope, whose yields become `results`.
    fn inner(&mut self, bound: &[Value], region: &Region, results: &[Type], what: &str) -> Check {
        self.scope(bound, |verifier| {
            verifier.stmts(region)?;
            verifier.yields(region, results, what)
        })
    }

    fn stmt(&mut self, stmt: &Stmt) -> Check {
        self.stage.check_stmt(&stmt.kind)?;
        match &stmt.kind {
            StmtKind::Let { value, expr } => {
                self.stage.check_expr(expr)?;
                let ty = self.expr(expr)?;
                self.define(*value)?;
                self.agree(&ty, &self.type_of(*value), "a `let`")
            }
            StmtKind::Declare { place, init } => {
                self.init(init)?;
                let kind = self.place_data(*place)?.kind;
                let local = matches!(kind, PlaceKind::Local | PlaceKind::Shadow(_));
                ensure(local, || format!("the parameter {} is declared", self.place_name(*place)))?;
                self.stage.check_place(kind)?;
                self.declare(*place)
            }
            StmtKind::Store { path, value } | StmtKind::Accumulate { path, value } => {
                self.written(path.root)?;
                let target = self.path(path)?;
                self.operand(value)?;
                self.agree(&self.function.operand_type(value), &target, "a write")
            }
            StmtKind::If { cond, results, then, otherwise } => {
                self.condition(cond)?;
                let types = self.types_of(results)?;
                self.inner(&[], then, &types, "the `then` side")?;
                self.inner(&[], otherwise, &types, "the `else` side")?;
                self.define_all(results)
            }
            StmtKind::Loop(inner) => self.loop_stmt(inner),
            StmtKind::Append { path, value } => {
                self.written(path.root)?;
                let vector = self.path(path)?;
                self.operand(value)?;
                self.agree(&self.function.operand_type(value), &vector.element(), "what is appended")
            }
            StmtKind::Remove { path, value, .. } => {
                self.written(path.root)?;
                let vector = self.path(path)?;
                self.define(*value)?;
                self.agree(&vector.element(), &self.type_of(*value), "what is removed")
            }
            StmtKind::Rearrange(rearrange) => {
                for path in rearrange.paths() {
                    self.written(path.root)?;
                    self.path(path)?;
                }
                rearrange.positions().into_iter().try_for_each(|position| self.index(position))
            }
            StmtKind::Call(call) => self.call(call),
            StmtKind::Effect { code, writes } => {
                self.opaque(code)?;
                writes.iter().try_for_each(|place| {
                    self.visible_place(*place)?;
                    self.written(*place)
                })
            }
            StmtKind::Take { value, path } => {
                self.shadow(path)?;
                let ty = self.path(path)?;
                self.define(*value)?;
                self.agree(&ty, &self.type_of(*value), "a `take`")
            }
            StmtKind::Pack { saved, variant, items } => {
                ensure(variant.is_none_or(|variant| variant < 2), || "a `pack` has two variants, 0 and 1".to_owned())?;
                items.iter().try_for_each(|item| self.operand(item))?;
                self.define(*saved)
            }
            StmtKind::Resume { saved, results, items, arms } => {
                self.visible(*saved)?;
                let types = self.types_of(results)?;
                for (bound, arm) in items.iter().zip(arms) {
                    self.inner(bound, arm, &types, "a side of `resume`")?;
                }
                self.define_all(results)
            }
            StmtKind::Push { items, .. } => items.iter().try_for_each(|item| self.operand(item)),
            StmtKind::Pop { items, .. } => self.define_all(items),
            StmtKind::Pull(pull) => self.pull(pull),
        }
    }

    fn loop_stmt(&mut self, inner: &Loop) -> Check {
        let params: Vec<Value> = inner.carried.iter().map(|carried| carried.param).collect();
        let results: Vec<Value> = inner.carried.iter().map(|carried| carried.result).collect();
        let mut types = self.types_of(&params)?;
        for (carried, ty) in inner.carried.iter().zip(&types) {
            self.operand(&carried.init)?;
            self.agree(&self.function.operand_type(&carried.init), ty, "a carried variable")?;
        }
        let result_types = self.types_of(&results)?;
        for (ty, result) in types.iter().zip(&result_types) {
            self.agree(ty, result, "a carried variable")?;
        }
        match &inner.kind {
            LoopKind::Range(range) => {
                for bound in [Some(&range.start), Some(&range.end), range.step.as_ref()].into_iter().flatten() {
                    self.index(bound)?;
                }
            }
            LoopKind::While { cond } => {
                cond.stmts.iter().try_for_each(pure)?;
                self.inner(&params, cond, &[Type::Bool], "a loop's condition")?;
            }
        }
        if inner.exits {
            types.push(Type::Bool);
        }
        self.inner(&inner.params(), &inner.body, &types, "a loop's body")?;
        self.define_all(&results)
    }

    fn call(&mut self, call: &Call) -> Check {
        for arg in &call.args {
            self.arg(arg)?;
        }
        self.stage.check_call(call)?;
        self.define(call.result)?;
        call.error.iter().try_for_each(|error| self.define(*error))?;
        call.pullback.iter().try_for_each(|pullback| self.define(*pullback))
    }

    fn pull(&mut self, pull: &Pull) -> Check {
        self.visible(pull.pullback)?;
        let name = || format!("`{}` is pulled and was bound by no call", self.value_name(pull.pullback));
        ensure(self.stage.is_pullback(pull.pullback), name)?;
        for slot in &pull.slots {
            // A by-value argument is not passed again: only its shadow is.
            match &slot.arg {
                Arg::Value(_) => {}
                Arg::Ref { .. } | Arg::RefValue(_) | Arg::Opaque(_) => self.arg(&slot.arg)?,
            }
            if let Some(shadow) = &slot.shadow {
                self.target_of_pull(shadow)?;
                self.path(shadow)?;
            }
        }
        self.operand(&pull.seed)
    }

    fn define_all(&mut self, values: &[Value]) -> Check {
        values.iter().try_for_each(|value| self.define(*value))
    }

    fn define(&mut self, value: Value) -> Check {
        let known = (value.0 as usize) < self.function.values.len();
        ensure(known, || format!("%{} is outside the table of values", value.0))?;
        let fresh = self.values.insert(value);
        ensure(fresh, || format!("`{}` is defined where it is visible", self.value_name(value)))
    }

    fn declare(&mut self, place: Place) -> Check {
        self.place_data(place)?;
        let fresh = self.places.insert(place);
        ensure(fresh, || format!("{} is declared where it is visible", self.place_name(place)))
    }
}

enum Leaf {
    Value(Value),
    Place(Place),
}

/// The condition of a loop runs once more than the body, and again in the backward sweep.
fn pure(stmt: &Stmt) -> Check {
    match &stmt.kind {
        StmtKind::Let { .. } => Ok(()),
        StmtKind::If { then, otherwise, .. } => then.stmts.iter().chain(&otherwise.stmts).try_for_each(pure),
        StmtKind::Declare { .. }
        | StmtKind::Store { .. }
        | StmtKind::Accumulate { .. }
        | StmtKind::Loop(_)
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
        | StmtKind::Pull(_) => fault("a loop's condition has an effect"),
    }
}

impl Verifier<'_> {
    fn condition(&self, cond: &Operand) -> Check {
        self.operand(cond)?;
        self.agree(&self.function.operand_type(cond), &Type::Bool, "a condition")
    }
}
