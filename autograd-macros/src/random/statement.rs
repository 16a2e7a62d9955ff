//! Statements: which one comes next, `let`s and assignments of scalars.

use super::float::VARIABLE;
use super::program::{Output, Stmt};
use super::scope::{Kind, Writer};

impl Writer<'_> {
    /// A few statements in a scope of their own.
    pub(super) fn block(&mut self, most: usize) -> Vec<Stmt> {
        self.scoped(|writer| writer.statements(most))
    }

    /// A few statements.
    pub(super) fn statements(&mut self, most: usize) -> Vec<Stmt> {
        let count = self.rng.between(1, most);
        let mut stmts = Vec::new();
        for _ in 0..count {
            if self.fuel == 0 {
                break;
            }
            self.fuel -= 1;
            stmts.extend(self.statement());
        }
        if stmts.is_empty() {
            stmts.extend(self.assign_float());
        }
        stmts
    }

    fn statement(&mut self) -> Vec<Stmt> {
        let nested = usize::from(self.depth < 4);
        let repeated = usize::from(self.repeats <= 12) * nested;
        let jumps = usize::from(!self.loops.is_empty());
        let calls = if self.callees.is_empty() { 0 } else { 9 };
        let weights = [
            16,            // let
            4,             // let tuple
            6,             // let list
            18,            // assign scalar
            14,            // assign element
            5,             // let int
            2,             // let bool
            12 * nested,   // if
            4 * nested,    // let if
            5 * nested,    // match
            16 * repeated, // for
            6 * repeated,  // while
            3 * repeated,  // loop
            6 * jumps,     // break, continue
            3,             // return
            calls,         // call
            3 * nested,    // block, view
            1,             // assert
        ];
        match self.rng.weighted(&weights) {
            0 => self.let_float(),
            1 => self.let_tuple(),
            2 => self.let_list(),
            3 => self.assign_float(),
            4 => self.assign_element(),
            5 => self.let_int(),
            6 => self.let_bool(),
            7 => self.if_stmt(),
            8 => self.let_if(),
            9 => self.match_stmt(),
            10 => self.for_stmt(),
            11 => self.while_stmt(),
            12 => self.loop_stmt(),
            13 => self.jump(),
            14 => self.early_return(),
            15 => self.call_stmt(),
            16 => self.view(),
            _ => {
                let x = self.leaf().compared();
                vec![Stmt::Line(format!("assert!({x} < 1.0e6);"))]
            }
        }
    }

    fn let_float(&mut self) -> Vec<Stmt> {
        let x = self.float(3);
        let mutable = self.rng.percent(50);
        let name = self.fresh("x");
        self.declare(&name, Kind::Float, mutable);
        let keyword = if mutable { "let mut" } else { "let" };
        // What a call returns is not known to the macro, where it gets nothing that carries a gradient.
        let annotation =
            if mutable && (x.text.contains("g1(") || x.text.contains("g2(")) { ": f64" } else { x.annotation() };
        vec![Stmt::Line(format!("{keyword} {name}{annotation} = {};", x.text))]
    }

    fn let_tuple(&mut self) -> Vec<Stmt> {
        let (a, b) = (self.float(2), self.float(2));
        match self.rng.below(3) {
            0 => {
                let (p, q) = (self.unused("p"), self.unused("q"));
                self.declare(&p, Kind::Float, true);
                self.declare(&q, Kind::Float, false);
                vec![Stmt::Line(format!("let (mut {p}, {q}): (f64, f64) = ({}, {});", a.text, b.text))]
            }
            1 => {
                let (s, c) = (self.unused("s"), self.unused("c"));
                self.declare(&s, Kind::Float, false);
                self.declare(&c, Kind::Float, false);
                let x = if a.annotation().is_empty() { a.operand(0) } else { format!("({}) * 1.0_f64", a.text) };
                let x = if x.ends_with("_f64") { format!("({x})") } else { x };
                vec![Stmt::Line(format!("let ({s}, {c}) = {x}.sin_cos();"))]
            }
            _ => {
                let name = self.unused("t");
                let mutable = self.rng.percent(50);
                self.declare(&name, Kind::Pair, mutable);
                let keyword = if mutable { "let mut" } else { "let" };
                vec![Stmt::Line(format!("{keyword} {name}: (f64, f64) = ({}, {});", a.text, b.text))]
            }
        }
    }

    fn let_int(&mut self) -> Vec<Stmt> {
        let counters = self.pick_var(|var| matches!(var.kind, Kind::Int { below: None, .. }) && var.mutable);
        if let (Some(var), true) = (counters, self.rng.percent(60)) {
            if let Kind::Int { max, .. } = var.kind {
                let value = self.int(max);
                return vec![Stmt::Line(format!("{} = {value};", var.name))];
            }
        }
        let max = self.rng.between(1, 4);
        let value = self.int(max);
        let name = self.unused("k");
        let mutable = self.rng.percent(40);
        self.declare(&name, Kind::Int { max, below: None }, mutable);
        let keyword = if mutable { "let mut" } else { "let" };
        vec![Stmt::Line(format!("{keyword} {name}: usize = {value};"))]
    }

    fn let_bool(&mut self) -> Vec<Stmt> {
        let cond = self.condition();
        let name = self.unused("flag");
        self.declare(&name, Kind::Bool, false);
        vec![Stmt::Line(format!("let {name} = {cond};"))]
    }

    /// Assigns to a float variable, what a reference refers to, or half of a tuple.
    pub(super) fn assign_float(&mut self) -> Vec<Stmt> {
        let scalar = |kind: &Kind| matches!(kind, Kind::Float | Kind::FloatRef | Kind::Pair);
        let Some(var) = self.pick_var(|var| var.mutable && scalar(&var.kind)) else {
            return self.let_float();
        };
        let target = match var.kind {
            Kind::FloatRef => format!("*{}", var.name),
            Kind::Pair => format!("{}.{}", var.name, self.rng.below(2)),
            _ => var.name,
        };
        vec![Stmt::Line(self.assignment(&target))]
    }

    /// `target = …;`, `target += …;` and their like, so that the target stays bounded when it is repeated.
    pub(super) fn assignment(&mut self, target: &str) -> String {
        let step = if self.repeats > 1 { 0.6 } else { VARIABLE };
        match self.rng.below(8) {
            0..=2 => {
                let x = self.float(3);
                format!("{target} = {};", x.text)
            }
            3 | 4 => {
                let x = self.float(2);
                let x = self.tame(x, step);
                format!("{target} {}= {};", self.rng.pick(&["+", "-"]), x.text)
            }
            5 => {
                let x = self.float(2);
                let x = self.tame(x, 1.0);
                format!("{target} *= {};", x.text)
            }
            6 => {
                let x = self.leaf().operand(0);
                format!("{target} /= {x} * {x} + 1.0;")
            }
            _ => {
                let x = self.float(1);
                format!("{target} = 0.5 * {target} + {};", self.tame(x, 1.5).operand(3))
            }
        }
    }

    /// What the function returns.
    pub(super) fn output_text(&mut self, rich: bool) -> String {
        let one = |writer: &mut Self| if rich { writer.summary().text } else { writer.float(2).text };
        match self.output {
            Output::Unit => String::new(),
            Output::Float => one(self),
            Output::Pair => format!("({}, {})", one(self), one(self)),
            Output::Array(len) => {
                let own =
                    self.pick_var(|var| var.kind == Kind::List { len: Some(len), form: super::scope::Form::Array });
                match own {
                    Some(var) if self.rng.percent(60) => var.name,
                    _ => {
                        let items: Vec<String> = (0..len).map(|_| one(self)).collect();
                        format!("[{}]", items.join(", "))
                    }
                }
            }
        }
    }
}
