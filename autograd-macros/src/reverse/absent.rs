//! A path that was not taken contributes nothing, rather than zero times infinity.
//!
//! A branch yields zero for the adjoint of a value that the arm taken does not use. What follows it backwards multiplies that
//! zero by derivatives, and some of those may be infinite although the output never depended on the value:
//!
//! ```text
//! let n = s.sqrt();                    // d[s] = d[n] / 2n
//! if n < 1e-9 { x } else { x / n }     // at s = 0 the output is x, and d[n] is nothing
//! ```
//!
//! `0 / 0` would be NaN where a graph of the operations that ran has no path at all. So where an adjoint may be nothing, a
//! derivative that may be infinite is applied only if there is something to apply it to. (TensorFlow's and JAX's `where` are
//! known for this trap; an adjoint that absorbs infinities is called a strong zero.)
//!
//! Short tails have moved into the arms by now ([`super::tail`]), where nothing is known to be nothing: they need no test.

use std::collections::BTreeSet;

use crate::ir::{Binary, Const, Expr, Operand, Region, Stmt, StmtKind, Value};

use super::Reverse;

/// Functions whose results overflow at finite arguments; as factors of a derivative they may be infinite.
const UNBOUNDED: &[&str] = &["exp", "exp2", "exp_m1", "sinh", "cosh", "tan", "powf", "powi", "recip"];

/// What is known of values at a statement.
#[derive(Clone, Default)]
pub(super) struct Doubts {
    /// Adjoints that may be zero because nothing contributed.
    absent: BTreeSet<Value>,
    /// Primal values that may be infinite.
    unbounded: BTreeSet<Value>,
}

/// What an expression makes of an adjoint that may be nothing.
enum Use {
    /// It does not use one.
    Other,
    /// Nothing stays zero.
    Kept,
    /// Zero times something that may be infinite.
    Risked(Operand),
}

impl Reverse<'_> {
    /// Guards derivatives that may be infinite against adjoints that may be nothing.
    pub(super) fn guard_absent(&mut self, region: &mut Region, doubts: &mut Doubts) {
        for mut stmt in std::mem::take(&mut region.stmts) {
            match &mut stmt.kind {
                StmtKind::Let { value, expr } => {
                    let value = *value;
                    match doubts.about(expr) {
                        Use::Other => doubts.note_bound(value, expr),
                        Use::Kept => {
                            doubts.absent.insert(value);
                        }
                        Use::Risked(adjoint) => {
                            doubts.absent.insert(value);
                            self.guard(region, value, &adjoint, stmt);
                            continue;
                        }
                    }
                }
                StmtKind::If { results, then, otherwise, .. } => {
                    self.guard_arms(results, [then, otherwise], doubts);
                }
                StmtKind::Resume { results, arms, .. } => {
                    let [left, right] = arms;
                    self.guard_arms(results, [left, right], doubts);
                }
                StmtKind::Loop(inner) => self.guard_absent(&mut inner.body, &mut doubts.clone()),
                StmtKind::Declare { .. }
                | StmtKind::Store { .. }
                | StmtKind::Accumulate { .. }
                | StmtKind::Append { .. }
                | StmtKind::Remove { .. }
                | StmtKind::Rearrange(_)
                | StmtKind::Call(_)
                | StmtKind::Effect { .. }
                | StmtKind::Take { .. }
                | StmtKind::Pack { .. }
                | StmtKind::Push { .. }
                | StmtKind::Pop { .. }
                | StmtKind::Pull(_) => {}
            }
            region.stmts.push(stmt);
        }
    }

    /// A result is nothing where an arm yields nothing for it.
    fn guard_arms(&mut self, results: &[Value], arms: [&mut Region; 2], doubts: &mut Doubts) {
        let mut absent = BTreeSet::new();
        for arm in arms {
            let mut inner = doubts.clone();
            self.guard_absent(arm, &mut inner);
            let nothing = |operand: &Operand| is_zero(operand) || inner.is_absent(operand);
            let yields = results.iter().zip(&arm.yields);
            absent.extend(yields.filter(|(_, operand)| nothing(operand)).map(|(result, _)| *result));
        }
        doubts.absent.extend(absent.into_iter().filter(|result| self.adjoint_results.contains(result)));
    }

    /// `let value = guarded(adjoint, expr);`
    fn guard(&mut self, region: &mut Region, value: Value, adjoint: &Operand, stmt: Stmt) {
        let (span, StmtKind::Let { expr, .. }) = (stmt.span, stmt.kind) else {
            unreachable!("reverse::absent: only `let` is guarded")
        };
        let data = self.function.value_data(value).clone();
        let product = self.fresh_value(&data.ident.to_string(), data.ty, span);
        region.stmts.push(Stmt { span, kind: StmtKind::Let { value: product, expr } });
        let expr = Expr::Helper("if_present", vec![adjoint.clone(), product.into()]);
        region.stmts.push(Stmt { span, kind: StmtKind::Let { value, expr } });
    }
}

impl Doubts {
    fn is_absent(&self, operand: &Operand) -> bool {
        operand.as_value().is_some_and(|value| self.absent.contains(&value))
    }

    fn is_unbounded(&self, operand: &Operand) -> bool {
        operand.as_value().is_some_and(|value| self.unbounded.contains(&value))
    }

    fn about(&self, expr: &Expr) -> Use {
        match expr {
            Expr::Copy(x) | Expr::Unary(_, x) | Expr::Cast(x, ..) if self.is_absent(x) => Use::Kept,
            Expr::Binary(Binary::Add | Binary::Sub, a, b) if self.is_absent(a) && self.is_absent(b) => Use::Kept,
            Expr::Binary(Binary::Mul, a, b) => match (self.is_absent(a), self.is_absent(b)) {
                (true, _) if self.is_unbounded(b) => Use::Risked(a.clone()),
                (_, true) if self.is_unbounded(a) => Use::Risked(b.clone()),
                (true, _) | (_, true) => Use::Kept,
                (false, false) => Use::Other,
            },
            Expr::Binary(Binary::Div, a, Operand::Const(_)) if self.is_absent(a) => Use::Kept,
            Expr::Binary(Binary::Div, a, _) if self.is_absent(a) => Use::Risked(a.clone()),
            // The functions of `kinks` have the adjoint as their last argument.
            Expr::Helper(name, args) if name.ends_with("_adjoint") => match args.last() {
                Some(d) if self.is_absent(d) => Use::Risked(d.clone()),
                Some(_) | None => Use::Other,
            },
            _ => Use::Other,
        }
    }

    fn note_bound(&mut self, value: Value, expr: &Expr) {
        let unbounded = match expr {
            Expr::Function(name, _) => UNBOUNDED.contains(name),
            Expr::Binary(Binary::Div, _, b) => !matches!(b, Operand::Const(_)),
            Expr::Binary(Binary::Mul, a, b) => self.is_unbounded(a) || self.is_unbounded(b),
            Expr::Copy(x) | Expr::Unary(_, x) => self.is_unbounded(x),
            _ => false,
        };
        if unbounded {
            self.unbounded.insert(value);
        }
    }
}

fn is_zero(operand: &Operand) -> bool {
    matches!(operand, Operand::Const(Const::Float { value, .. }) if *value == 0.0)
}
