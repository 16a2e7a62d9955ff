//! Derivatives of scalar operations: one static table, one line per float method of std.
//!
//! In a formula `x` is the argument of a unary function, `a`, `b` and `c` are the arguments of the others, receiver first,
//! `y` is the result and `d` its adjoint. A formula reuses the result where that saves a transcendental function, shares
//! a division among the arguments, and puts constants next to the adjoint, so that a constant seed folds into them.
//!
//! Sources: the derivatives are those of Abramowitz and Stegun, chapters 3 and 4. Kinks follow PyTorch
//! (`tools/autograd/derivatives.yaml`); those that need a branch are functions of the runtime's `kinks`.

use std::f64::consts;

use super::term::Term;
use crate::ir::{Binary, Const};

/// What is known of one float method of std.
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    /// See [`Rule::is_cheap`].
    cheap: bool,
    /// What each argument's adjoint gains, receiver first: `None` where the derivative is zero almost everywhere, or
    /// where the argument is an integer.
    pub(crate) adjoints: &'static [Option<fn() -> Term>],
    /// The function itself. Integer arguments come as floats.
    pub(crate) eval: fn(&[f64]) -> f64,
}

impl Rule {
    /// Whether the backward sweep rather computes it again than keeps its result: a few instructions, no division.
    /// `constants` holds the arguments that are known.
    pub(crate) fn is_cheap(&self, constants: &[Option<Const>]) -> bool {
        match (self.name, constants.get(1)) {
            ("powi", Some(Some(Const::Int { value, .. }))) => (0..=4).contains(value),
            _ => self.cheap,
        }
    }

    /// What the adjoint of argument `index` gains, where `constants` holds the arguments that are known; `None` if nothing.
    ///
    /// Powers with a known exponent have formulas of their own: `x.powi(2)` contributes `2.0 * x * d`.
    pub(crate) fn adjoint(&self, index: usize, constants: &[Option<Const>]) -> Option<Term> {
        match (self.name, index, constants.get(1)) {
            ("powi", 0, Some(Some(Const::Int { value, .. }))) => match i32::try_from(*value) {
                Ok(exponent) => power(exponent),
                Err(_) => self.general(index),
            },
            // sqrt: d[x] = d / (2 y); x.powf(-0.5) has no such form that holds at 0.
            ("powf", 0, Some(Some(Const::Float { value, .. }))) if *value == 0.5 => Some((0.5 * d()) / y()),
            // Beyond 3, `powi` rounds differently from `powf`, so that the general form is taken.
            ("powf", 0, Some(Some(Const::Float { value, .. }))) if [-1.0, 0.0, 1.0, 2.0, 3.0].contains(value) => {
                power(*value as i32)
            }
            _ => self.general(index),
        }
    }

    fn general(&self, index: usize) -> Option<Term> {
        self.adjoints[index].map(|formula| formula())
    }
}

/// The rule of a float method of std, by its name.
pub(crate) fn find(name: &str) -> Option<&'static Rule> {
    RULES.binary_search_by(|rule| rule.name.cmp(name)).ok().map(|at| &RULES[at])
}

/// What the adjoints of the two sides of an operator gain. Comparisons and logic contribute nothing. `left` is the left side
/// where it is known.
pub(crate) fn binary(operator: Binary, left: Option<Const>) -> [Option<Term>; 2] {
    match operator {
        Binary::Add => [Some(d()), Some(d())],
        Binary::Sub => [Some(d()), Some(-d())],
        Binary::Mul => [Some(d() * b()), Some(d() * a())],
        // y = 1/b: d[b] = -y² d, which needs no division.
        Binary::Div if matches!(left, Some(Const::Float { value: 1.0, .. })) => [None, Some(-((y() * y()) * d()))],
        // y = a/b: d[b] = -(a/b²) d = -(d/b) y, which shares its division with d[a] = d/b.
        Binary::Div => [Some(d() / b()), Some(-((d() / b()) * y()))],
        // y = a - q b with q a constant integer: d[b] = -q d, and -q = (y - a)/b.
        Binary::Rem => [Some(d()), Some(d() * ((y() - a()) / b()))],
        Binary::Lt | Binary::Le | Binary::Gt | Binary::Ge | Binary::Eq | Binary::Ne | Binary::And | Binary::Or => {
            [None, None]
        }
    }
}

/// `y = xⁿ` for a known `n`: d[x] = n xⁿ⁻¹ d, with the few multiplications that small exponents need.
fn power(exponent: i32) -> Option<Term> {
    match exponent {
        0 => None,
        1 => Some(d()),
        2 => Some((2.0 * x()) * d()),
        3 => Some((3.0 * (x() * x())) * d()),
        // y = 1/x: d[x] = -y² d.
        -1 => Some(-((y() * y()) * d())),
        // `n - 1` does not exist; the function of the runtime knows.
        i32::MIN => find("powi").and_then(|rule| rule.general(0)),
        exponent => {
            let lower = Term::Function("powi", vec![x(), Term::Int(exponent - 1)]);
            Some((f64::from(exponent) * lower) * d())
        }
    }
}

fn x() -> Term {
    Term::Arg(0)
}

fn a() -> Term {
    Term::Arg(0)
}

fn b() -> Term {
    Term::Arg(1)
}

fn c() -> Term {
    Term::Arg(2)
}

fn y() -> Term {
    Term::Result
}

fn d() -> Term {
    Term::Adjoint
}

fn helper<const N: usize>(name: &'static str, arguments: [Term; N]) -> Term {
    Term::Helper(name, arguments.into())
}

const CHEAP: bool = true;
const COSTLY: bool = false;

/// A line of the table.
const fn rule(
    name: &'static str,
    cheap: bool,
    eval: fn(&[f64]) -> f64,
    adjoints: &'static [Option<fn() -> Term>],
) -> Rule {
    Rule { name, cheap, adjoints, eval }
}

/// In the order of their names.
#[rustfmt::skip]
pub(crate) static RULES: &[Rule] = &[
    rule("abs",             CHEAP,  |v| v[0].abs(),             &[Some(|| helper("abs_adjoint", [x(), d()]))]),
    rule("abs_sub",         CHEAP,  |v| positive(v[0], v[1]),   &[Some(|| helper("abs_sub_adjoint", [a(), b(), d()])),
                                                                  Some(|| -helper("abs_sub_adjoint", [a(), b(), d()]))]),
    rule("acos",            COSTLY, |v| v[0].acos(),            &[Some(|| -(d() / (1.0 - x() * x()).call("sqrt")))]),
    rule("acosh",           COSTLY, |v| v[0].acosh(),           &[Some(|| d() / (x() * x() - 1.0).call("sqrt"))]),
    rule("asin",            COSTLY, |v| v[0].asin(),            &[Some(|| d() / (1.0 - x() * x()).call("sqrt"))]),
    rule("asinh",           COSTLY, |v| v[0].asinh(),           &[Some(|| d() / (x() * x() + 1.0).call("sqrt"))]),
    rule("atan",            COSTLY, |v| v[0].atan(),            &[Some(|| d() / (x() * x() + 1.0))]),
    rule("atan2",           COSTLY, |v| v[0].atan2(v[1]),       &[Some(|| helper("atan2_adjoint", [a(), b(), d()]) * b()),
                                                                  Some(|| -(helper("atan2_adjoint", [a(), b(), d()]) * a()))]),
    rule("atanh",           COSTLY, |v| v[0].atanh(),           &[Some(|| d() / (1.0 - x() * x()))]),
    rule("cbrt",            COSTLY, |v| v[0].cbrt(),            &[Some(|| d() / (3.0 * (y() * y())))]),
    rule("ceil",            CHEAP,  |v| v[0].ceil(),            &[None]),
    rule("clamp",           CHEAP,  |v| v[0].clamp(v[1], v[2]), &[Some(|| helper("clamp_adjoint", [a(), b(), c(), d()])),
                                                                  Some(|| helper("clamp_low_adjoint", [a(), b(), d()])),
                                                                  Some(|| helper("clamp_high_adjoint", [a(), b(), c(), d()]))]),
    rule("copysign",        CHEAP,  |v| v[0].copysign(v[1]),    &[Some(|| helper("copysign_adjoint", [a(), b(), d()])), None]),
    rule("cos",             COSTLY, |v| v[0].cos(),             &[Some(|| -(d() * x().call("sin")))]),
    rule("cosh",            COSTLY, |v| v[0].cosh(),            &[Some(|| d() * x().call("sinh"))]),
    rule("div_euclid",      COSTLY, |v| v[0].div_euclid(v[1]),  &[None, None]),
    rule("exp",             COSTLY, |v| v[0].exp(),             &[Some(|| d() * y())]),
    rule("exp2",            COSTLY, |v| v[0].exp2(),            &[Some(|| (consts::LN_2 * d()) * y())]),
    rule("exp_m1",          COSTLY, |v| v[0].exp_m1(),          &[Some(|| d() * (y() + 1.0))]),
    rule("floor",           CHEAP,  |v| v[0].floor(),           &[None]),
    rule("fract",           CHEAP,  |v| v[0].fract(),           &[Some(d)]),
    rule("hypot",           COSTLY, |v| v[0].hypot(v[1]),       &[Some(|| (d() / y()) * a()), Some(|| (d() / y()) * b())]),
    rule("ln",              COSTLY, |v| v[0].ln(),              &[Some(|| d() / x())]),
    rule("ln_1p",           COSTLY, |v| v[0].ln_1p(),           &[Some(|| d() / (x() + 1.0))]),
    rule("log",             COSTLY, |v| v[0].log(v[1]),         &[Some(|| d() / (a() * b().call("ln"))),
                                                                  Some(|| -((d() * y()) / (b() * b().call("ln"))))]),
    rule("log10",           COSTLY, |v| v[0].log10(),           &[Some(|| (consts::LOG10_E * d()) / x())]),
    rule("log2",            COSTLY, |v| v[0].log2(),            &[Some(|| (consts::LOG2_E * d()) / x())]),
    rule("max",             CHEAP,  |v| v[0].max(v[1]),         &[Some(|| helper("max_adjoint", [a(), b(), d()])),
                                                                  Some(|| helper("max_adjoint", [b(), a(), d()]))]),
    rule("midpoint",        CHEAP,  |v| v[0].midpoint(v[1]),    &[Some(|| 0.5 * d()), Some(|| 0.5 * d())]),
    rule("min",             CHEAP,  |v| v[0].min(v[1]),         &[Some(|| helper("min_adjoint", [a(), b(), d()])),
                                                                  Some(|| helper("min_adjoint", [b(), a(), d()]))]),
    rule("mul_add",         CHEAP,  |v| v[0].mul_add(v[1], v[2]), &[Some(|| d() * b()), Some(|| d() * a()), Some(d)]),
    rule("next_down",       CHEAP,  |v| v[0].next_down(),       &[Some(d)]),
    rule("next_up",         CHEAP,  |v| v[0].next_up(),         &[Some(d)]),
    rule("powf",            COSTLY, |v| v[0].powf(v[1]),        &[Some(|| helper("powf_adjoint", [a(), b(), y(), d()])),
                                                                  Some(|| helper("powf_exponent_adjoint", [a(), b(), y(), d()]))]),
    rule("powi",            COSTLY, |v| v[0].powi(v[1] as i32), &[Some(|| helper("powi_adjoint", [a(), b(), d()])), None]),
    rule("recip",           COSTLY, |v| v[0].recip(),           &[Some(|| -((y() * y()) * d()))]),
    rule("rem_euclid",      COSTLY, |v| v[0].rem_euclid(v[1]),  &[Some(d), Some(|| d() * ((y() - a()) / b()))]),
    rule("round",           CHEAP,  |v| v[0].round(),           &[None]),
    rule("round_ties_even", CHEAP,  |v| v[0].round_ties_even(), &[None]),
    rule("signum",          CHEAP,  |v| v[0].signum(),          &[None]),
    rule("sin",             COSTLY, |v| v[0].sin(),             &[Some(|| d() * x().call("cos"))]),
    rule("sinh",            COSTLY, |v| v[0].sinh(),            &[Some(|| d() * x().call("cosh"))]),
    rule("sqrt",            COSTLY, |v| v[0].sqrt(),            &[Some(|| (0.5 * d()) / y())]),
    rule("tan",             COSTLY, |v| v[0].tan(),             &[Some(|| d() * (1.0 + y() * y()))]),
    rule("tanh",            COSTLY, |v| v[0].tanh(),            &[Some(|| d() * (1.0 - y() * y()))]),
    rule("to_degrees",      CHEAP,  |v| v[0].to_degrees(),      &[Some(|| d().call("to_degrees"))]),
    rule("to_radians",      CHEAP,  |v| v[0].to_radians(),      &[Some(|| d().call("to_radians"))]),
    rule("trunc",           CHEAP,  |v| v[0].trunc(),           &[None]),
];

/// `abs_sub` of std, which is deprecated: `a - b` above zero, else zero; NaN for NaN.
fn positive(a: f64, b: f64) -> f64 {
    if a <= b {
        0.0
    } else {
        a - b
    }
}

#[cfg(test)]
mod tests;
