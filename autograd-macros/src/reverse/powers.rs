//! The backward part of products, some of whose factors are powers.
//!
//! `y = c x x` is `(c * x) * x` in the code. By the rule of products its two factors `x` get an adjoint each, which are equal:
//! `d_x = (c x) d + (c x) d`. So the factors that a chain of products has in common get their adjoint once, from the
//! chain's outermost product: for `y = p x` where `p` holds `x` already `k - 1` times, `d_x = k p d`.

use proc_macro2::Span;

use crate::ir::{Binary, Expr, Operand, StmtKind, Value};

use super::adjoint::Application;
use super::scaled::{Scaled, Target};
use super::Reverse;

/// How far a chain of products is followed.
const LONGEST_CHAIN: usize = 8;

impl Reverse<'_> {
    /// `y = a b`: d[a] = d b and d[b] = d a.
    pub(super) fn reverse_product(&mut self, value: Value, a: &Operand, b: &Operand, adjoint: Scaled, span: Span) {
        let float = self.float_of(value, &[a.clone(), b.clone()]);
        let args = [a.clone(), b.clone()];
        let of = Application { args: &args, result: value, adjoint, float, span };
        if a == b {
            // y = x²: d[x] = 2 x d.
            self.contribute_power(&of, a, a, 2);
            return;
        }
        let both = [a, b].into_iter().all(|side| self.wants_operand(side));
        let adjoint = if both { self.distributed(value, of.adjoint.clone()) } else { of.adjoint.clone() };
        let of = Application { adjoint, ..of };
        for (factor, other) in [(a, b), (b, a)] {
            let mut links = Vec::new();
            if let Some(factor) = factor.as_value() {
                self.find_links(other, factor, LONGEST_CHAIN, &mut links);
            }
            let count = links.iter().map(|(_, count)| count).sum::<usize>();
            self.contribute_power(&of, factor, other, 1 + count);
            if let Some(factor) = factor.as_value() {
                self.settled_links.extend(links.into_iter().map(|(link, _)| (link, factor)));
            }
        }
    }

    /// d[x] = k p d, unless a product around this one has contributed that already.
    fn contribute_power(&mut self, of: &Application<'_>, factor: &Operand, other: &Operand, power: usize) {
        let Some(active) = factor.as_value().filter(|value| self.wants(*value)) else { return };
        if self.settled_links.contains(&(of.result, active)) {
            return;
        }
        let hint = self.adjoint_hint(factor);
        let to = Target { hint: &hint, float: &of.float, span: of.span };
        // Of p = c x, where it is no more than that, the constant is known.
        let (constant, other) = match self.constant_times(other, active) {
            Some(constant) if power > 1 => (constant, factor.clone()),
            Some(_) | None => (Operand::float(1.0, of.float.clone()), other.clone()),
        };
        let other = self.ensure_operand(&other);
        let factor = Operand::float(power as f64, of.float.clone());
        let scaled = self.product(of.adjoint.clone(), factor.into(), &to);
        let scaled = self.product(scaled, constant.into(), &to);
        let d = self.product(scaled, other.into(), &to);
        self.contribute_scaled(active, d, of.span);
    }

    /// The products below `operand`, each used only by the next, that have `factor` as a factor, and how often.
    fn find_links(&self, operand: &Operand, factor: Value, fuel: usize, links: &mut Vec<(Value, usize)>) {
        let Some((link, [a, b])) = self.inner_product(operand).filter(|_| fuel > 0) else { return };
        let count = [a, b].into_iter().filter(|side| side.as_value() == Some(factor)).count();
        if count > 0 {
            links.push((link, count));
        }
        for side in [a, b] {
            if side.as_value() != Some(factor) {
                self.find_links(side, factor, fuel - 1, links);
            }
        }
    }

    /// `c`, if the operand is the product of a constant and the factor, used only once.
    fn constant_times(&self, operand: &Operand, factor: Value) -> Option<Operand> {
        let (_, [a, b]) = self.inner_product(operand)?;
        let sides = [(a, b), (b, a)];
        let found =
            sides.into_iter().find(|(constant, x)| constant.as_value().is_none() && x.as_value() == Some(factor));
        found.map(|(constant, _)| constant.clone())
    }

    /// The sides of the product that the operand names, if it belongs to the innermost level and is used only once.
    fn inner_product(&self, operand: &Operand) -> Option<(Value, [&Operand; 2])> {
        let value = operand.as_value()?;
        let level = self.levels.last()?;
        let stmt = &level.region.stmts[*level.definitions.get(&value)?];
        match &stmt.kind {
            StmtKind::Let { expr: Expr::Binary(Binary::Mul, a, b), .. } if self.uses.get(&value) == Some(&1) => {
                let symbolic = [a, b].into_iter().all(|side| self.function.operand_type(side).is_float());
                symbolic.then_some((value, [a, b]))
            }
            _ => None,
        }
    }
}
