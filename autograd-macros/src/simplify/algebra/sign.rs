//! Where a negation may travel along a chain of products to a sum or another negation.

use std::collections::{HashMap, HashSet};

use crate::ir::{Binary, Expr, Operand, StmtKind, Unary, Value};

use super::super::{Code, Definitions};

/// What the only use of a value does with its sign.
#[derive(Clone, Copy)]
enum Use {
    /// A sum (either side), a difference (right side) or a negation: it takes the sign for nothing.
    Absorbs,
    /// A product or quotient: its result has the sign.
    PassesOn,
}

pub(super) struct Signs {
    /// For a value whose sign can travel: the statement's value that absorbs it.
    ends: HashMap<Value, Value>,
    /// Sums that absorb a sign already: they cannot take two.
    claimed: HashSet<Value>,
    /// Values that compute their own negative by now.
    flipped: HashSet<Value>,
}

impl Signs {
    pub(super) fn of(code: &mut Code) -> Self {
        let definitions = Definitions::of(code);
        let function = code.function;
        let mut counts: HashMap<Value, u32> = HashMap::new();
        // In the order of the code: operand, user, what the user does with the sign.
        let mut uses: Vec<(Value, Value, Use)> = Vec::new();
        for part in code.parts() {
            for value in part.all_uses() {
                *counts.entry(value).or_default() += 1;
            }
            part.walk(&mut |stmt| {
                if let StmtKind::Let { value, expr } = &stmt.kind {
                    let float = |user: Value| function.value_data(user).ty.is_float();
                    let (sides, signs) = roles(expr);
                    let found =
                        sides.into_iter().zip(signs).filter_map(|(side, sign)| Some((side?.as_value()?, sign?)));
                    uses.extend(
                        found
                            .filter(|(operand, _)| float(*operand) && float(*value))
                            .map(|(op, sign)| (op, *value, sign)),
                    );
                }
            });
        }
        let mut ends = HashMap::new();
        // A use stands after its definition, so that from the end of the code each user is settled before its operands.
        for (operand, user, sign) in uses.into_iter().rev() {
            if counts.get(&operand) == Some(&1) && definitions.unique(operand) && definitions.unique(user) {
                let end = match sign {
                    Use::Absorbs => Some(user),
                    Use::PassesOn => ends.get(&user).copied(),
                };
                if let Some(end) = end {
                    ends.insert(operand, end);
                }
            }
        }
        Signs { ends, claimed: HashSet::new(), flipped: HashSet::new() }
    }

    pub(super) fn is_flipped(&self, operand: &Operand) -> bool {
        operand.as_value().is_some_and(|value| self.flipped.contains(&value))
    }

    /// Turns the value into its negative if its uses allow that.
    pub(super) fn flip(&mut self, value: Value) -> bool {
        let possible = self.ends.get(&value).is_some_and(|end| self.claimed.insert(*end));
        if possible {
            self.flipped.insert(value);
        }
        possible
    }

    /// The value has the flipped sign of its operand, on the way to the same end.
    pub(super) fn inherit(&mut self, value: Value) {
        self.flipped.insert(value);
    }
}

/// The operands of an expression and what it does with the sign of each.
fn roles(expr: &Expr) -> ([Option<&Operand>; 2], [Option<Use>; 2]) {
    match expr {
        Expr::Unary(Unary::Neg, x) => ([Some(x), None], [Some(Use::Absorbs), None]),
        Expr::Binary(operator, a, b) => {
            let signs = match operator {
                Binary::Add => [Some(Use::Absorbs); 2],
                Binary::Sub => [None, Some(Use::Absorbs)],
                Binary::Mul | Binary::Div => [Some(Use::PassesOn); 2],
                Binary::Rem
                | Binary::Lt
                | Binary::Le
                | Binary::Gt
                | Binary::Ge
                | Binary::Eq
                | Binary::Ne
                | Binary::And
                | Binary::Or => [None; 2],
            };
            ([Some(a), Some(b)], signs)
        }
        Expr::Copy(_)
        | Expr::Detach(_)
        | Expr::Borrow(_)
        | Expr::Unary(Unary::Not, _)
        | Expr::Function(..)
        | Expr::Cast(..)
        | Expr::Load(_)
        | Expr::Aggregate(..)
        | Expr::Project(..)
        | Expr::Opaque(_)
        | Expr::Move(_)
        | Expr::Helper(..)
        | Expr::ZeroOf(_) => ([None, None], [None, None]),
    }
}
