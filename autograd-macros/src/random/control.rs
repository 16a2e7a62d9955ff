//! Branches, loops and jumps.

use super::program::{Output, Stmt};
use super::scope::{Around, Form, Kind, Writer};

fn nest(head: String, body: Vec<Stmt>) -> Stmt {
    Stmt::Nest { parts: vec![(head, body)], end: String::new() }
}

impl Writer<'_> {
    pub(super) fn if_stmt(&mut self) -> Vec<Stmt> {
        let head = match self.rng.below(8) {
            0 => format!("if let {} = {}", self.rng.pick(&["0", "1..=2", "0 | 2"]), self.int(3)),
            _ => format!("if {}", self.condition()),
        };
        let mut parts = vec![(head, self.block(3))];
        if self.rng.percent(20) {
            let head = format!("else if {}", self.condition());
            parts.push((head, self.block(2)));
        }
        if self.rng.percent(60) {
            parts.push(("else".to_owned(), self.block(3)));
        }
        vec![Stmt::Nest { parts, end: String::new() }]
    }

    /// A block that ends in a float.
    fn valued_block(&mut self) -> Vec<Stmt> {
        self.scoped(|writer| {
            let mut stmts = if writer.rng.percent(60) { writer.statements(2) } else { Vec::new() };
            let x = writer.float(2);
            stmts.push(Stmt::Kept(x.text));
            stmts
        })
    }

    pub(super) fn let_if(&mut self) -> Vec<Stmt> {
        let (name, mutable) = (self.unused("y"), self.rng.percent(40));
        let keyword = if mutable { "let mut" } else { "let" };
        let head = format!("{keyword} {name}: f64 = if {}", self.condition());
        let parts = vec![(head, self.valued_block()), ("else".to_owned(), self.valued_block())];
        self.declare(&name, Kind::Float, mutable);
        vec![Stmt::Nest { parts, end: ";".to_owned() }]
    }

    pub(super) fn match_stmt(&mut self) -> Vec<Stmt> {
        let pair = self.rng.percent(20);
        let scrutinee = if pair { format!("({}, {})", self.int(2), self.int(2)) } else { self.int(4) };
        let (valued, name) = (self.rng.percent(50), self.unused("m"));
        let mut arms = Vec::new();
        let patterns: &[&str] = if pair {
            &["(0, _)", "(1, 1) | (2, 0)", "(_, k) if k > 0"]
        } else {
            &["0", "1 | 3", "2..=3", "4..", "k if k % 2 == 1"]
        };
        let first = self.rng.below(patterns.len());
        let second = self.rng.below(patterns.len());
        let mut chosen = vec![patterns[first]];
        if second > first {
            chosen.push(patterns[second]);
        }
        chosen.push("_");
        for pattern in chosen {
            let body = if valued { self.valued_block() } else { self.block(2) };
            arms.push(nest(format!("{pattern} =>"), body));
        }
        if valued {
            self.declare(&name, Kind::Float, false);
            vec![Stmt::Nest {
                parts: vec![(format!("let {name}: f64 = match {scrutinee}"), arms)],
                end: ";".to_owned(),
            }]
        } else {
            vec![nest(format!("match {scrutinee}"), arms)]
        }
    }

    /// Runs `inside` as the body of a loop of at most `count` iterations.
    fn around<T>(&mut self, around: Around, count: usize, inside: impl FnOnce(&mut Self) -> T) -> T {
        let repeats = self.repeats;
        self.repeats *= count.max(1);
        self.loops.push(around);
        let found = self.scoped(inside);
        self.loops.pop();
        self.repeats = repeats;
        found
    }

    fn label(&mut self) -> (Option<String>, String) {
        if self.rng.percent(25) {
            let label = self.unused("'l");
            (Some(label.clone()), format!("{label}: "))
        } else {
            (None, String::new())
        }
    }

    pub(super) fn for_stmt(&mut self) -> Vec<Stmt> {
        let (label, prefix) = self.label();
        let index = self.unused("i");
        let list = self.pick_var(|var| matches!(var.kind, Kind::List { len: None, .. }));
        // The range, the largest index, the list that it stays below, how often it runs.
        let (range, max, below, count) = match (self.rng.below(10), list) {
            (0..=4, Some(var)) => {
                let name = var.name;
                match self.rng.below(3) {
                    0 => (format!("(0..{name}.len()).rev()"), 5, Some(name), 4),
                    1 => (format!("1..{name}.len()"), 5, Some(name), 3),
                    _ => (format!("0..{name}.len()"), 5, Some(name), 4),
                }
            }
            (0 | 1, None) => ("0..=2".to_owned(), 2, None, 3),
            (2, _) => {
                let end = self.int_atom(3);
                (format!("0..{end}"), 2, None, 3)
            }
            (3, _) => {
                let start = self.int_atom(2);
                (format!("{start}..=3"), 3, None, 4)
            }
            (4, _) => ("(0..4).rev()".to_owned(), 3, None, 4),
            (5, _) => {
                let step = self.rng.between(2, 3);
                (format!("(0..5).step_by({step})"), 4, None, 3)
            }
            (6, _) => ("(0..=4).rev().step_by(2)".to_owned(), 4, None, 3),
            (7, _) => ("(1..6).step_by(2).rev()".to_owned(), 5, None, 3),
            _ => {
                let end = self.rng.between(1, 4);
                (format!("0..{end}"), end - 1, None, end)
            }
        };
        let around = Around { label, valued: false };
        let body = self.around(around, count, |writer| {
            writer.declare(&index, Kind::Int { max, below }, false);
            writer.statements(4)
        });
        vec![nest(format!("{prefix}for {index} in {range}"), body)]
    }

    pub(super) fn while_stmt(&mut self) -> Vec<Stmt> {
        let (label, prefix) = self.label();
        let around = Around { label, valued: false };
        if self.rng.percent(40) {
            // Grows by at least 0.4 in each iteration.
            let (name, x) = (self.unused("w"), self.float(2));
            let start = self.tame(x, 1.0);
            let first = Stmt::Line(format!("let mut {name}: f64 = {};", start.text));
            self.declare(&name, Kind::Float, false);
            let body = self.around(around, 6, |writer| {
                let x = writer.leaf().operand(0);
                let mut body = vec![Stmt::Kept(format!("{name} += 0.4 + 0.1 * {x} * {x};"))];
                body.extend(writer.statements(3));
                body
            });
            return vec![first, nest(format!("{prefix}while {name} < 1.3"), body)];
        }
        let (name, most) = (self.unused("n"), self.rng.between(1, 4));
        let first = Stmt::Line(format!("let mut {name}: usize = 0;"));
        let cond = if self.rng.percent(50) { format!(" && {}", self.condition()) } else { String::new() };
        let cond = if cond.contains("||") { String::new() } else { cond };
        self.declare(&name, Kind::Int { max: most, below: None }, false);
        let body = self.around(around, most, |writer| {
            let mut body = vec![Stmt::Kept(format!("{name} += 1;"))];
            body.extend(writer.statements(3));
            body
        });
        vec![first, nest(format!("{prefix}while {name} < {most}{cond}"), body)]
    }

    pub(super) fn loop_stmt(&mut self) -> Vec<Stmt> {
        let (label, prefix) = self.label();
        let valued = self.rng.percent(50);
        let (counter, most) = (self.unused("n"), self.rng.between(1, 4));
        let first = Stmt::Line(format!("let mut {counter}: usize = 0;"));
        self.declare(&counter, Kind::Int { max: most, below: None }, false);
        let around = Around { label, valued };
        let body = self.around(around, most, |writer| {
            let value = if valued { format!(" {}", writer.float(1).text) } else { String::new() };
            let mut body = vec![
                nest(format!("if {counter} == {most}"), vec![Stmt::Kept(format!("break{value};"))]),
                Stmt::Kept(format!("{counter} += 1;")),
            ];
            if let Stmt::Nest { parts, end } = &body[0] {
                // The way out stays: it is one undeletable line.
                let Stmt::Kept(exit) = &parts[0].1[0] else { unreachable!("made above") };
                body[0] = Stmt::Kept(format!("{} {{ {exit} }}{end}", parts[0].0));
            }
            body.extend(writer.statements(3));
            body
        });
        if valued {
            let name = self.unused("v");
            self.declare(&name, Kind::Float, false);
            let head = format!("let {name}: f64 = {prefix}loop");
            vec![first, Stmt::Nest { parts: vec![(head, body)], end: ";".to_owned() }]
        } else {
            vec![first, nest(format!("{prefix}loop"), body)]
        }
    }

    /// `break` or `continue` of the innermost loop or of a labelled one, under a condition.
    pub(super) fn jump(&mut self) -> Vec<Stmt> {
        let inner = self.loops.len() - 1;
        let labelled: Vec<usize> = (0..=inner).filter(|at| self.loops[*at].label.is_some()).collect();
        let target = if labelled.is_empty() || self.rng.percent(50) { inner } else { *self.rng.pick(&labelled) };
        let Around { label, valued } = self.loops[target].clone();
        let label = match label {
            Some(label) if target != inner || self.rng.percent(50) => format!(" {label}"),
            Some(_) | None => String::new(),
        };
        let cond = self.condition();
        let line = if self.rng.percent(60) {
            let value = if valued { format!(" {}", self.float(1).text) } else { String::new() };
            format!("break{label}{value};")
        } else {
            format!("continue{label};")
        };
        let mut body = if self.rng.percent(30) { self.block(1) } else { Vec::new() };
        body.push(Stmt::Line(line));
        vec![nest(format!("if {cond}"), body)]
    }

    pub(super) fn early_return(&mut self) -> Vec<Stmt> {
        let cond = self.condition();
        let value = self.output_text(false);
        let line = if self.output == Output::Unit { "return;".to_owned() } else { format!("return {value};") };
        let mut body = if self.rng.percent(30) { self.block(1) } else { Vec::new() };
        // What the block declares is gone, and what it writes may be read by the result.
        body.push(Stmt::Line(line));
        vec![nest(format!("if {cond}"), body)]
    }

    /// Whether a list is an array: it can be passed by value.
    pub(super) fn is_array(kind: &Kind, len: usize) -> bool {
        *kind == Kind::List { len: Some(len), form: Form::Array }
    }
}
