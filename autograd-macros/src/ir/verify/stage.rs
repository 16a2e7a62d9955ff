//! What may occur before `reverse` and what after it, and what has to fit together across the whole function: stacks and
//! pullbacks.

use std::collections::{HashMap, HashSet};

use super::{ensure, fault, Check};
use crate::ir::{Arg, Call, Expr, Function, PlaceKind, Region, Stack, StmtKind, Value};

/// Where in the pipeline the function stands.
pub(super) enum Stage {
    Primal,
    Differentiated(Whole),
}

/// Facts of all regions together.
#[derive(Default)]
pub(super) struct Whole {
    pullbacks: HashSet<Value>,
    pushes: HashMap<Stack, Vec<usize>>,
    pops: HashMap<Stack, Vec<usize>>,
}

impl Stage {
    pub(super) fn differentiated(regions: &[&Region]) -> Self {
        let mut whole = Whole::default();
        for region in regions {
            region.walk(&mut |stmt| match &stmt.kind {
                StmtKind::Call(call) => whole.pullbacks.extend(call.pullback),
                StmtKind::Push { stack, items } => whole.pushes.entry(*stack).or_default().push(items.len()),
                StmtKind::Pop { stack, items } => whole.pops.entry(*stack).or_default().push(items.len()),
                StmtKind::Let { .. }
                | StmtKind::Declare { .. }
                | StmtKind::Store { .. }
                | StmtKind::Accumulate { .. }
                | StmtKind::Append { .. }
                | StmtKind::Remove { .. }
                | StmtKind::Rearrange(_)
                | StmtKind::If { .. }
                | StmtKind::Loop(_)
                | StmtKind::Effect { .. }
                | StmtKind::Take { .. }
                | StmtKind::Pack { .. }
                | StmtKind::Resume { .. }
                | StmtKind::Pull(_) => {}
            });
        }
        Stage::Differentiated(whole)
    }

    pub(super) fn is_pullback(&self, value: Value) -> bool {
        match self {
            Stage::Primal => false,
            Stage::Differentiated(whole) => whole.pullbacks.contains(&value),
        }
    }

    pub(super) fn check_stacks(&self, function: &Function) -> Check {
        let Stage::Differentiated(Whole { pushes, pops, .. }) = self else { return Ok(()) };
        let mut stacks: Vec<Stack> = pushes.keys().chain(pops.keys()).copied().collect();
        stacks.sort();
        for stack in stacks {
            let Some(data) = function.stacks.get(stack.0 as usize) else {
                return fault(format!("#{} is outside the table of stacks", stack.0));
            };
            let pushed = pushes.get(&stack).cloned().unwrap_or_default();
            let popped = pops.get(&stack).cloned().unwrap_or_default();
            ensure(!pushed.is_empty(), || format!("`{}` is popped and never pushed", data.ident))?;
            ensure(!popped.is_empty(), || format!("`{}` is pushed and never popped", data.ident))?;
            let sizes: HashSet<usize> = pushed.iter().chain(&popped).copied().collect();
            ensure(sizes.len() == 1, || {
                format!("`{}` is pushed with {pushed:?} items and popped with {popped:?}", data.ident)
            })?;
        }
        Ok(())
    }

    pub(super) fn check_stmt(&self, kind: &StmtKind) -> Check {
        match (self, kind) {
            (
                Stage::Primal,
                StmtKind::Take { .. }
                | StmtKind::Pack { .. }
                | StmtKind::Resume { .. }
                | StmtKind::Push { .. }
                | StmtKind::Pop { .. }
                | StmtKind::Pull(_),
            ) => fault("a statement of `reverse` stands in a primal"),
            (
                Stage::Primal | Stage::Differentiated(_),
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
                | StmtKind::Effect { .. },
            )
            | (
                Stage::Differentiated(_),
                StmtKind::Take { .. }
                | StmtKind::Pack { .. }
                | StmtKind::Resume { .. }
                | StmtKind::Push { .. }
                | StmtKind::Pop { .. }
                | StmtKind::Pull(_),
            ) => Ok(()),
        }
    }

    pub(super) fn check_expr(&self, expr: &Expr) -> Check {
        match (self, expr) {
            (Stage::Primal, Expr::Helper(..) | Expr::ZeroOf(_) | Expr::Move(_)) => {
                fault("an expression of `reverse` stands in a primal")
            }
            (
                Stage::Primal | Stage::Differentiated(_),
                Expr::Copy(_)
                | Expr::Detach(_)
                | Expr::Borrow(_)
                | Expr::Unary(..)
                | Expr::Binary(..)
                | Expr::Function(..)
                | Expr::Cast(..)
                | Expr::Load(_)
                | Expr::Aggregate(..)
                | Expr::Project(..)
                | Expr::Opaque(_),
            )
            | (Stage::Differentiated(_), Expr::Helper(..) | Expr::ZeroOf(_) | Expr::Move(_)) => Ok(()),
        }
    }

    pub(super) fn check_place(&self, kind: PlaceKind) -> Check {
        match (self, kind) {
            (Stage::Primal, PlaceKind::Shadow(_)) => fault("a shadow is declared in a primal"),
            (
                Stage::Primal | Stage::Differentiated(_),
                PlaceKind::Owned | PlaceKind::Shared | PlaceKind::Exclusive | PlaceKind::Local,
            )
            | (Stage::Differentiated(_), PlaceKind::Shadow(_)) => Ok(()),
        }
    }

    pub(super) fn check_call(&self, call: &Call) -> Check {
        match self {
            Stage::Primal => ensure(call.pullback.is_none(), || "a call in a primal keeps its pullback".to_owned()),
            Stage::Differentiated(_) => Ok(()),
        }
    }

    /// Whether a reference may be passed on to a callee: not one to adjoints.
    pub(super) fn check_reference(arg: &Arg, kind: PlaceKind) -> Check {
        ensure(!matches!((arg, kind), (Arg::Ref { .. }, PlaceKind::Shadow(_))), || {
            "a shadow is an argument of a call".to_owned()
        })
    }
}
