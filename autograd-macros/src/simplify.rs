//! Symbolic work at compile time: fewer instructions and fewer saved values, and not one rounding changed.
//!
//! Every pass keeps what the code computes, to the bit: its values, its panics in the forward part, its effects. (The sign of
//! a NaN is the one thing that Rust itself leaves open.) The backward part may lose a panic, because whatever it indexes the
//! forward part has indexed before.
//!
//! Each pass walks the code a fixed number of times with hash tables, so that it is linear in the size of the function. A value
//! may have several definitions in scopes that do not see each other; passes therefore keep what they know of values in
//! tables that forget at the end of a scope ([`scope::Scoped`]).

mod algebra;
mod carried;
mod common;
mod dead;
mod fold;
mod scope;

use std::{
    collections::{HashMap, HashSet},
    mem,
};

use crate::{
    ir::{Function, Operand, Place, Region, Stack, StmtKind, Value},
    reverse::Differentiated,
};

/// Which passes run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Passes {
    /// Constants are computed and copies see through.
    pub(crate) fold: bool,
    /// What a loop or a branch does not change does not pass through it.
    pub(crate) carried: bool,
    /// Exact identities of arithmetic.
    pub(crate) algebra: bool,
    /// Nothing is computed twice.
    pub(crate) common: bool,
    /// Nothing is computed in vain.
    pub(crate) dead: bool,
}

impl Passes {
    pub(crate) const ALL: Passes = Passes { fold: true, carried: true, algebra: true, common: true, dead: true };
    #[cfg(test)]
    pub(crate) const NONE: Passes = Passes { fold: false, carried: false, algebra: false, common: false, dead: false };
}

/// What the passes work on: forward and backward part see one set of tables, and the backward part sees the top-level
/// values of the forward part.
struct Code<'a> {
    function: &'a Function,
    forward: &'a mut Region,
    backward: &'a mut Region,
    /// The backward part runs right after the forward part, in its scope.
    joint: bool,
    /// Memory whose contents the caller sees afterwards.
    visible: HashSet<Place>,
}

/// Simplifies a function with its derivative.
pub(crate) fn differentiated(target: &mut Differentiated, passes: Passes) {
    let shadows = target.shadows.iter().map(|(_, shadow)| *shadow);
    let mut code = Code {
        function: &target.function,
        visible: exclusive(&target.function).chain(shadows).collect(),
        forward: &mut target.forward,
        backward: &mut target.backward,
        joint: target.joint,
    };
    code.simplify(passes);
    let used = stacks_used(&[code.forward, code.backward]);
    target.stacks.retain(|stack| used.contains(stack));
}

/// Simplifies a primal function, before it is differentiated: what it loses here is neither differentiated nor saved.
pub(crate) fn primal(function: &mut Function, passes: Passes) {
    let mut body = mem::take(&mut function.body);
    let mut code = Code {
        function,
        visible: exclusive(function).collect(),
        forward: &mut body,
        backward: &mut Region::default(),
        joint: true,
    };
    code.simplify(passes);
    function.body = body;
}

impl Code<'_> {
    fn simplify(&mut self, passes: Passes) {
        let fold = |code: &mut Self| {
            if passes.fold {
                fold::run(code);
            }
        };
        fold(self);
        if passes.carried {
            carried::run(self);
            fold(self);
        }
        if passes.algebra {
            algebra::run(self);
            fold(self);
        }
        if passes.common {
            common::run(self);
            fold(self);
        }
        if passes.dead {
            dead::run(self);
        }
    }

    fn parts(&mut self) -> [&mut Region; 2] {
        [self.forward, self.backward]
    }
}

fn exclusive(function: &Function) -> impl Iterator<Item = Place> + '_ {
    let kinds = function.places.iter().zip(0..);
    kinds.filter(|(data, _)| data.kind == crate::ir::PlaceKind::Exclusive).map(|(_, index)| Place(index))
}

fn stacks_used(regions: &[&mut Region]) -> HashSet<Stack> {
    let mut used = HashSet::new();
    for region in regions {
        region.walk(&mut |stmt| match &stmt.kind {
            StmtKind::Push { stack, .. } | StmtKind::Pop { stack, .. } => {
                used.insert(*stack);
            }
            StmtKind::Let { .. }
            | StmtKind::Declare { .. }
            | StmtKind::Store { .. }
            | StmtKind::Accumulate { .. }
            | StmtKind::Append { .. }
            | StmtKind::Remove { .. }
            | StmtKind::Rearrange(_)
            | StmtKind::If { .. }
            | StmtKind::Loop(_)
            | StmtKind::Call(_)
            | StmtKind::Effect { .. }
            | StmtKind::Take { .. }
            | StmtKind::Pack { .. }
            | StmtKind::Resume { .. }
            | StmtKind::Pull(_) => {}
        });
    }
    used
}

/// How often each value is defined and each place declared.
#[derive(Default)]
struct Definitions {
    values: HashMap<Value, u32>,
    places: HashMap<Place, u32>,
}

impl Definitions {
    fn of(code: &mut Code) -> Self {
        let mut definitions = Definitions::default();
        for part in code.parts() {
            part.walk(&mut |stmt| {
                let entered = stmt.kind.regions().into_iter().map(|(bound, _)| bound);
                // A `while` shows its parameters to two regions; they are bound once.
                let entered: HashSet<Value> = entered.flatten().collect();
                for value in stmt.kind.defines().into_iter().chain(entered) {
                    *definitions.values.entry(value).or_default() += 1;
                }
                if let StmtKind::Declare { place, .. } = &stmt.kind {
                    *definitions.places.entry(*place).or_default() += 1;
                }
            });
        }
        definitions
    }

    /// Whether there is one definition, so that every use means it.
    fn unique(&self, value: Value) -> bool {
        self.values.get(&value) == Some(&1)
    }

    fn unique_place(&self, place: Place) -> bool {
        self.places.get(&place) == Some(&1)
    }
}

/// Whether one operand is the other.
fn same(a: &Operand, b: &Operand) -> bool {
    scope::Atom::of(a) == scope::Atom::of(b)
}

#[cfg(test)]
mod tests;
