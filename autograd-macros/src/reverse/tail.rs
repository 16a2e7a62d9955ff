//! What follows a branch moves into its arms, where that leaves something out.
//!
//! A branch yields adjoints, and an arm that does not depend on a value yields zero for its adjoint. The rest of the
//! backward part would carry that zero on: `d_x = 0.0 * y`. In the arm it is known that there is nothing to carry, and the
//! contribution is left out, as a person leaves it out who writes the two cases down. A later branch on the same condition
//! disappears in the arms likewise. The rest is short or it stays where it is, because each arm gets a copy.

use std::collections::{BTreeSet, HashMap};

use crate::ir::{Binary, Const, Expr, Float, Operand, Region, Stmt, StmtKind, Unary, Value};

use super::Reverse;

/// How many statements all copies together may have.
const MOST_COPIED: usize = 48;

/// What an arm knows of a value.
#[derive(Clone)]
enum Known {
    /// There is no contribution: zero, by absence.
    Nothing(Operand),
    Is(Operand),
}

type Knowledge = HashMap<Value, Known>;

impl Reverse<'_> {
    /// Moves what follows branches, the backward part included, into their arms.
    pub(super) fn sink_tails(&mut self, forward: &mut Region, backward: &mut Region) {
        let outputs = forward.yields.len();
        let boundary = forward.stmts.len();
        let mut whole = Region { stmts: std::mem::take(&mut forward.stmts), yields: forward.yields.clone() };
        whole.stmts.append(&mut backward.stmts);
        whole.yields.append(&mut backward.yields);
        self.sink(&mut whole, MOST_COPIED);
        backward.yields = whole.yields.split_off(outputs);
        backward.stmts = whole.stmts.split_off(boundary.min(whole.stmts.len()));
        *forward = whole;
    }

    /// Tries the region's branches from last to first, then those in the arms.
    fn sink(&mut self, region: &mut Region, mut budget: usize) {
        for at in (0..region.stmts.len()).rev() {
            let StmtKind::If { cond, results, then, otherwise } = &region.stmts[at].kind else { continue };
            let tail = &region.stmts[at + 1..];
            let size: usize = tail.iter().map(size).sum();
            if 2 * size > budget || !tail.iter().all(|stmt| is_simple(&stmt.kind)) {
                return;
            }
            let shorter =
                self.lacks_a_contribution(results, [then, otherwise]) || tail.iter().any(|stmt| asks(stmt, cond));
            if size > 0 && shorter {
                budget -= 2 * size;
                self.sink_into(region, at, budget / 2);
            }
        }
    }

    fn sink_into(&mut self, region: &mut Region, at: usize, budget: usize) {
        let tail = region.stmts.split_off(at + 1);
        let (mut defined, mut pinned) = (BTreeSet::new(), BTreeSet::new());
        tail.iter().for_each(|stmt| note_names(stmt, &mut defined, &mut pinned));
        let StmtKind::If { cond, results, then, otherwise } = &mut region.stmts[at].kind else {
            unreachable!("reverse::tail: the caller found a branch")
        };
        let (cond, own) = (cond.as_value(), std::mem::take(results));
        let arms = [(true, std::mem::take(then)), (false, std::mem::take(otherwise))];
        let leaves = |value: &Value| defined.contains(value) || own.contains(value);
        let leaving: BTreeSet<Value> = region.yields.iter().filter_map(Operand::as_value).filter(leaves).collect();
        let arms = arms.map(|(taken, mut arm)| {
            let mut known = Knowledge::new();
            if let Some(cond) = cond {
                known.insert(cond, Known::Is(Operand::bool(taken)));
            }
            for (result, operand) in own.iter().zip(std::mem::take(&mut arm.yields)) {
                if pinned.contains(result) {
                    let kind = StmtKind::Let { value: *result, expr: Expr::Copy(operand.clone()) };
                    arm.stmts.push(Stmt { span: self.function.value_data(*result).ident.span(), kind });
                }
                let nothing = self.adjoint_results.contains(result) && operand.as_value().is_none();
                let operand = self.replaceable(*result, operand, &mut arm.stmts);
                known.insert(*result, if nothing { Known::Nothing(operand) } else { Known::Is(operand) });
            }
            // The second copy gets names of its own, as far as no code of the user's knows the others.
            if !taken {
                for value in defined.difference(&pinned) {
                    known.insert(*value, Known::Is(self.twin(*value).into()));
                }
            }
            // What the arm binds already, the tail need not compute again.
            let mut bound: BTreeSet<Value> = arm.stmts.iter().flat_map(|stmt| stmt.kind.defines()).collect();
            self.specialize(tail.clone(), &pinned, &mut known, &mut bound, &mut arm.stmts);
            arm.yields = leaving.iter().map(|value| resolved(&(*value).into(), &known).0).collect();
            self.sink(&mut arm, budget);
            arm
        });
        let twins: HashMap<Value, Value> = leaving.iter().map(|value| (*value, self.twin(*value))).collect();
        for operand in &mut region.yields {
            if let Some(twin) = operand.as_value().and_then(|value| twins.get(&value)) {
                *operand = (*twin).into();
            }
        }
        let StmtKind::If { results, then, otherwise, .. } = &mut region.stmts[at].kind else {
            unreachable!("reverse::tail: the branch is where it was")
        };
        *results = leaving.iter().map(|value| twins[value]).collect();
        [*then, *otherwise] = arms;
    }

    /// Whether an arm has nothing to contribute to an adjoint that the branch yields.
    fn lacks_a_contribution(&self, results: &[Value], arms: [&Region; 2]) -> bool {
        arms.iter().any(|arm| {
            let yields = results.iter().zip(&arm.yields);
            let mut adjoints = yields.filter(|(result, _)| self.adjoint_results.contains(result));
            adjoints.any(|(_, operand)| match operand {
                Operand::Const(_) => true,
                Operand::Value(value) => self.is_lacking(*value, &arm.stmts),
            })
        })
    }

    /// Whether the adjoint, or its multiple, comes out of a branch in which it has no contribution.
    fn is_lacking(&self, mut value: Value, stmts: &[Stmt]) -> bool {
        for stmt in stmts.iter().rev() {
            match &stmt.kind {
                StmtKind::Let { value: defined, expr } if *defined == value => match expr {
                    Expr::Unary(Unary::Neg, Operand::Value(x))
                    | Expr::Binary(Binary::Mul, Operand::Const(_), Operand::Value(x)) => value = *x,
                    _ => return false,
                },
                StmtKind::If { results, then, otherwise, .. } if results.contains(&value) => {
                    return self.lacks_a_contribution(results, [then, otherwise]);
                }
                _ => {}
            }
        }
        false
    }

    /// Appends the statements to an arm, with what is known there.
    fn specialize(
        &mut self,
        stmts: Vec<Stmt>,
        pinned: &BTreeSet<Value>,
        known: &mut Knowledge,
        bound: &mut BTreeSet<Value>,
        arm: &mut Vec<Stmt>,
    ) {
        for mut stmt in stmts {
            match &mut stmt.kind {
                StmtKind::Let { value, .. } if bound.contains(&renamed(*value, known)) => continue,
                StmtKind::Let { value, .. } if pinned.contains(value) => {}
                StmtKind::Let { value, expr } => {
                    if let Some(simpler) = simplified(expr, known) {
                        known.insert(*value, simpler);
                        continue;
                    }
                    if let Some(negated) = negated(expr, known) {
                        *expr = negated;
                    }
                    *value = renamed(*value, known);
                }
                StmtKind::Accumulate { value, .. } if is_nothing(value, known) => continue,
                StmtKind::If { cond, results, then, otherwise } => {
                    if let Operand::Const(Const::Bool(taken)) = resolved(cond, known).0 {
                        let taken = std::mem::take(if taken { then } else { otherwise });
                        self.specialize(taken.stmts, pinned, known, bound, arm);
                        for (result, operand) in results.iter().zip(taken.yields) {
                            let (operand, nothing) = resolved(&operand, known);
                            if pinned.contains(result) {
                                let kind = StmtKind::Let { value: *result, expr: Expr::Copy(operand.clone()) };
                                arm.push(Stmt { span: stmt.span, kind });
                            }
                            let operand = self.replaceable(*result, operand, arm);
                            known.insert(*result, if nothing { Known::Nothing(operand) } else { Known::Is(operand) });
                        }
                        continue;
                    }
                    for region in [then, otherwise] {
                        let stmts = std::mem::take(&mut region.stmts);
                        self.specialize(stmts, pinned, known, &mut bound.clone(), &mut region.stmts);
                        for (result, operand) in results.iter().zip(&mut region.yields) {
                            let nothing;
                            (*operand, nothing) = resolved(operand, known);
                            if nothing {
                                self.adjoint_results.extend([*result, renamed(*result, known)]);
                            }
                        }
                    }
                    results.iter_mut().for_each(|result| *result = renamed(*result, known));
                }
                _ => {}
            }
            for operand in stmt.kind.operands_mut() {
                *operand = resolved(operand, known).0;
            }
            bound.extend(stmt.kind.defines());
            arm.push(stmt);
        }
    }

    /// What an arm yields for a result, as it may stand where the result was used: a constant needs a type of its own there,
    /// or a name.
    fn replaceable(&mut self, result: Value, operand: Operand, arm: &mut Vec<Stmt>) -> Operand {
        let data = self.function.value_data(result);
        let float = match (&operand, data.ty.float()) {
            (Operand::Value(_) | Operand::Const(Const::Bool(_)), _) => return operand,
            (Operand::Const(Const::Float { value, ty: Float::Literal }), Some(float)) => Some((*value, float.clone())),
            (Operand::Const(Const::Float { value, ty }), _) => Some((*value, ty.clone())),
            (Operand::Const(Const::Int { .. } | Const::Unit), _) => None,
        };
        match float {
            Some((value, float)) if float != Float::Literal => Operand::float(value, float),
            Some(_) | None => {
                let span = data.ident.span();
                let value = self.twin(result);
                arm.push(Stmt { span, kind: StmtKind::Let { value, expr: Expr::Copy(operand) } });
                value.into()
            }
        }
    }

    /// A new value with the name and the type of another.
    fn twin(&mut self, value: Value) -> Value {
        let data = self.function.value_data(value).clone();
        let twin = self.fresh_value(&data.ident.to_string(), data.ty.clone(), data.ident.span());
        self.function.values[twin.0 as usize].differentiable = data.differentiable;
        self.function.values[twin.0 as usize].named = data.named;
        if self.adjoint_results.contains(&value) {
            self.adjoint_results.insert(twin);
        }
        twin
    }
}

/// What stands in the place of an operand, and whether it is nothing.
fn resolved(operand: &Operand, known: &Knowledge) -> (Operand, bool) {
    match operand.as_value().and_then(|value| known.get(&value)) {
        Some(Known::Nothing(operand)) => (operand.clone(), true),
        Some(Known::Is(operand)) => (operand.clone(), false),
        None => (operand.clone(), false),
    }
}

fn is_nothing(operand: &Operand, known: &Knowledge) -> bool {
    resolved(operand, known).1
}

/// The name of a definition in this copy.
fn renamed(value: Value, known: &Knowledge) -> Value {
    resolved(&value.into(), known).0.as_value().unwrap_or(value)
}

/// What is left of an expression over nothing: adjoints are linear in the adjoints that they are computed from.
fn simplified(expr: &Expr, known: &Knowledge) -> Option<Known> {
    let take = |operand: &Operand| {
        let (operand, nothing) = resolved(operand, known);
        if nothing {
            Known::Nothing(operand)
        } else {
            Known::Is(operand)
        }
    };
    let nothing = |operand: &Operand| is_nothing(operand, known);
    match expr {
        Expr::Copy(x) => Some(take(x)),
        Expr::Unary(Unary::Neg, x) if nothing(x) => Some(take(x)),
        Expr::Binary(Binary::Mul | Binary::Div, a, _) if nothing(a) => Some(take(a)),
        Expr::Binary(Binary::Mul, _, b) if nothing(b) => Some(take(b)),
        Expr::Binary(Binary::Add, a, b) if nothing(a) => Some(take(b)),
        Expr::Binary(Binary::Add | Binary::Sub, a, b) if nothing(b) => Some(take(a)),
        // The functions of `kinks` are linear in the adjoint, their last argument.
        Expr::Helper(name, args) if name.ends_with("_adjoint") => args.last().filter(|d| nothing(d)).map(take),
        _ => None,
    }
}

/// Nothing minus `x`.
fn negated(expr: &Expr, known: &Knowledge) -> Option<Expr> {
    match expr {
        Expr::Binary(Binary::Sub, a, b) if is_nothing(a, known) => Some(Expr::Unary(Unary::Neg, b.clone())),
        _ => None,
    }
}

/// The number of statements, inner ones included.
fn size(stmt: &Stmt) -> usize {
    1 + stmt.kind.regions().iter().flat_map(|(_, region)| &region.stmts).map(size).sum::<usize>()
}

/// Whether the statement, or one inside it, branches on the condition.
fn asks(stmt: &Stmt, condition: &Operand) -> bool {
    let own = matches!(&stmt.kind, StmtKind::If { cond, .. } if cond == condition && cond.as_value().is_some());
    own || stmt.kind.regions().iter().flat_map(|(_, region)| &region.stmts).any(|inner| asks(inner, condition))
}

/// What the statement defines, and what code of the user's in it calls by name; inner statements included.
fn note_names(stmt: &Stmt, defined: &mut BTreeSet<Value>, pinned: &mut BTreeSet<Value>) {
    defined.extend(stmt.kind.defines());
    match &stmt.kind {
        StmtKind::Let { expr: Expr::Opaque(code), .. } | StmtKind::Effect { code, .. } => pinned.extend(&code.uses),
        _ => {}
    }
    let inner = stmt.kind.regions().into_iter().flat_map(|(_, region)| &region.stmts);
    inner.for_each(|stmt| note_names(stmt, defined, pinned));
}

/// Arithmetic, updates of shadows and branches over these, which may stand in an arm as well, over operands that can be
/// replaced.
fn is_simple(kind: &StmtKind) -> bool {
    match kind {
        StmtKind::Let { expr, .. } => match expr {
            Expr::Copy(operand) => !matches!(operand, Operand::Const(Const::Int { .. } | Const::Unit)),
            Expr::Unary(..)
            | Expr::Binary(..)
            | Expr::Function(..)
            | Expr::Helper(..)
            | Expr::Cast(..)
            | Expr::Load(_)
            | Expr::Opaque(_) => true,
            Expr::Borrow(_)
            | Expr::Detach(_)
            | Expr::Aggregate(..)
            | Expr::Project(..)
            | Expr::Move(_)
            | Expr::ZeroOf(_) => false,
        },
        StmtKind::Store { .. } | StmtKind::Accumulate { .. } | StmtKind::Effect { .. } => true,
        StmtKind::If { then, otherwise, .. } => {
            [then, otherwise].iter().all(|arm| arm.stmts.iter().all(|stmt| is_simple(&stmt.kind)))
        }
        StmtKind::Declare { .. }
        | StmtKind::Loop(_)
        | StmtKind::Append { .. }
        | StmtKind::Remove { .. }
        | StmtKind::Rearrange(_)
        | StmtKind::Call(_)
        | StmtKind::Take { .. }
        | StmtKind::Pack { .. }
        | StmtKind::Resume { .. }
        | StmtKind::Push { .. }
        | StmtKind::Pop { .. }
        | StmtKind::Pull(_) => false,
    }
}
