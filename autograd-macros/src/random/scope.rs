//! The variables that a statement may use, and the writer of a function's statements.

use super::program::{Function, Output};
use super::rng::Rng;

#[derive(Clone, Debug)]
pub(super) struct Var {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// It, or what it refers to, may be assigned.
    pub(super) mutable: bool,
}

#[derive(Clone, PartialEq, Debug)]
pub(super) enum Kind {
    Float,
    /// Read and written as `*x`.
    FloatRef,
    Pair,
    Bool,
    /// A `usize`: its largest value, and a list whose length it stays below.
    Int {
        max: usize,
        below: Option<String>,
    },
    /// Elements are `x[i]`; `len` is known for arrays and is at least 2 everywhere.
    List {
        len: Option<usize>,
        form: Form,
    },
    Matrix {
        rows: usize,
        columns: usize,
    },
}

/// How a list is owned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Array,
    Vector,
    /// `&[f64]`, `&mut [f64]`, `&[f64; N]`, `&mut [f64; N]`, `&Vec<f64>`.
    Reference,
}

/// An enclosing loop.
#[derive(Clone, Debug)]
pub(super) struct Around {
    pub(super) label: Option<String>,
    /// `break` needs a value.
    pub(super) valued: bool,
}

/// Writes one function.
pub(super) struct Writer<'r> {
    pub(super) rng: &'r mut Rng,
    pub(super) vars: Vec<Var>,
    pub(super) loops: Vec<Around>,
    pub(super) output: Output,
    /// Statements left to write.
    pub(super) fuel: usize,
    /// Blocks around the statement.
    pub(super) depth: usize,
    /// How many times the statement may run.
    pub(super) repeats: usize,
    /// The number of the next name.
    pub(super) names: usize,
    pub(super) callees: &'r [Function],
}

impl Writer<'_> {
    /// A name that is new or, sometimes, shadows a variable that may be shadowed.
    pub(super) fn fresh(&mut self, hint: &str) -> String {
        if self.rng.percent(8) {
            let floats: Vec<&Var> = self.visible(|var| var.kind == Kind::Float);
            let names: Vec<String> = floats.iter().map(|var| var.name.clone()).collect();
            if !names.is_empty() {
                return self.rng.pick(&names).clone();
            }
        }
        self.unused(hint)
    }

    pub(super) fn unused(&mut self, hint: &str) -> String {
        self.names += 1;
        format!("{hint}{}", self.names)
    }

    pub(super) fn declare(&mut self, name: &str, kind: Kind, mutable: bool) {
        self.vars.push(Var { name: name.to_owned(), kind, mutable });
    }

    /// Variables that no later one shadows.
    pub(super) fn visible(&self, wanted: impl Fn(&Var) -> bool) -> Vec<&Var> {
        let shadowed = |at: usize, var: &Var| self.vars[at + 1..].iter().any(|later| later.name == var.name);
        let visible = self.vars.iter().enumerate().filter(|(at, var)| !shadowed(*at, var));
        visible.map(|(_, var)| var).filter(|var| wanted(var)).collect()
    }

    pub(super) fn pick_var(&mut self, wanted: impl Fn(&Var) -> bool) -> Option<Var> {
        let found: Vec<Var> = self.visible(wanted).into_iter().cloned().collect();
        if found.is_empty() {
            None
        } else {
            Some(self.rng.pick(&found).clone())
        }
    }

    /// Runs `inside` with the variables of now, and forgets those that it declares.
    pub(super) fn scoped<T>(&mut self, inside: impl FnOnce(&mut Self) -> T) -> T {
        let vars = self.vars.clone();
        self.depth += 1;
        let found = inside(self);
        self.depth -= 1;
        self.vars = vars;
        found
    }

    /// Runs `inside` while a variable cannot be named, because it is borrowed mutably.
    pub(super) fn without<T>(&mut self, name: &str, inside: impl FnOnce(&mut Self) -> T) -> T {
        self.without_any(&[name], inside)
    }

    pub(super) fn without_any<T>(&mut self, names: &[&str], inside: impl FnOnce(&mut Self) -> T) -> T {
        let vars = self.vars.clone();
        self.vars.retain(|var| !names.contains(&var.name.as_str()));
        // An index that stays below a hidden list is still a number.
        let found = inside(self);
        self.vars = vars;
        found
    }

    /// Runs `inside` while a variable cannot be assigned.
    pub(super) fn frozen<T>(&mut self, name: &str, inside: impl FnOnce(&mut Self) -> T) -> T {
        let mutable: Vec<bool> = self.vars.iter().map(|var| var.mutable).collect();
        self.vars.iter_mut().filter(|var| var.name == name).for_each(|var| var.mutable = false);
        let found = inside(self);
        self.vars.iter_mut().zip(mutable).for_each(|(var, mutable)| var.mutable = mutable);
        found
    }
}
