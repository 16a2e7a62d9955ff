//! Arrays, vectors, nested arrays, elements and views.

use super::program::Stmt;
use super::scope::{Form, Kind, Writer};

impl Writer<'_> {
    pub(super) fn let_list(&mut self) -> Vec<Stmt> {
        let mutable = self.rng.percent(75);
        let keyword = if mutable { "let mut" } else { "let" };
        let name = self.unused("a");
        let len = self.rng.between(2, 4);
        let array = Kind::List { len: Some(len), form: Form::Array };
        let vector = Kind::List { len: None, form: Form::Vector };
        let (kind, ty, value) = match self.rng.below(9) {
            0 | 1 => (array, format!("[f64; {len}]"), format!("[{}]", self.floats(len))),
            2 => (array, format!("[f64; {len}]"), format!("[0.0; {len}]")),
            3 => (array, format!("[f64; {len}]"), format!("[{}; {len}]", self.float(1).text)),
            4 => (vector, "Vec<f64>".to_owned(), format!("vec![{}]", self.floats(len))),
            5 => {
                let count = self.int_atom(2);
                (vector, "Vec<f64>".to_owned(), format!("vec![{}; {count} + 2]", self.float(1).text))
            }
            6 => {
                let (rows, columns) = (self.rng.between(2, 3), self.rng.between(2, 3));
                let row = |writer: &mut Self| format!("[{}]", writer.floats(columns));
                let value = if self.rng.percent(50) {
                    format!("[[0.0; {columns}]; {rows}]")
                } else {
                    let rows: Vec<String> = (0..rows).map(|_| row(self)).collect();
                    format!("[{}]", rows.join(", "))
                };
                (Kind::Matrix { rows, columns }, format!("[[f64; {columns}]; {rows}]"), value)
            }
            7 => match self.pick_var(|var| matches!(var.kind, Kind::List { form: Form::Array, .. })) {
                Some(var) => {
                    let Kind::List { len: Some(len), .. } = var.kind else { return self.let_list() };
                    (var.kind, format!("[f64; {len}]"), var.name)
                }
                None => return self.let_list(),
            },
            _ => match self.pick_var(|var| matches!(var.kind, Kind::List { .. })) {
                Some(var) => (vector, "Vec<f64>".to_owned(), format!("{}.to_vec()", var.name)),
                None => return self.let_list(),
            },
        };
        self.declare(&name, kind, mutable);
        vec![Stmt::Line(format!("{keyword} {name}: {ty} = {value};"))]
    }

    pub(super) fn assign_element(&mut self) -> Vec<Stmt> {
        let memory = |kind: &Kind| matches!(kind, Kind::List { .. } | Kind::Matrix { .. });
        let Some(var) = self.pick_var(|var| var.mutable && memory(&var.kind)) else {
            return self.let_list();
        };
        let name = &var.name;
        match &var.kind {
            Kind::List { len, form } => {
                let index = self.index(name, *len);
                // An element of a `Vec` is borrowed mutably before its index is evaluated.
                let own = *form == Form::Vector && index.contains(name.as_str());
                let index = if own { self.rng.below(2).to_string() } else { index };
                vec![Stmt::Line(self.assignment(&format!("{name}[{index}]")))]
            }
            Kind::Matrix { rows, columns } if self.rng.percent(15) => {
                let (row, items) = (self.index("", Some(*rows)), self.floats(*columns));
                vec![Stmt::Line(format!("{name}[{row}] = [{items}];"))]
            }
            Kind::Matrix { rows, columns } => {
                let (row, column) = (self.index("", Some(*rows)), self.index("", Some(*columns)));
                vec![Stmt::Line(self.assignment(&format!("{name}[{row}][{column}]")))]
            }
            Kind::Float | Kind::FloatRef | Kind::Pair | Kind::Bool | Kind::Int { .. } => self.let_list(),
        }
    }

    /// A block with a reference to a part of a list, read or written through.
    pub(super) fn view(&mut self) -> Vec<Stmt> {
        let list = |kind: &Kind| matches!(kind, Kind::List { .. } | Kind::Matrix { .. });
        let Some(var) = self.pick_var(|var| list(&var.kind)) else {
            return vec![Stmt::Nest { parts: vec![(String::new(), self.block(3))], end: String::new() }];
        };
        let (name, row) = (&var.name, self.unused("row"));
        let (part, len) = match &var.kind {
            Kind::List { len: Some(len), .. } if *len > 2 => match self.rng.below(3) {
                0 => (format!("{name}[1..]"), len - 1),
                1 => (format!("{name}[..{}]", len - 1), len - 1),
                _ => {
                    let start = self.int(len - 2);
                    let start = if start.contains('%') { format!("({start})") } else { start };
                    (format!("{name}[{start}..][..2]"), 2)
                }
            },
            Kind::Matrix { rows, columns } => (format!("{name}[{}]", self.index("", Some(*rows))), *columns),
            _ => (format!("{name}[..2]"), 2),
        };
        let kind = Kind::List { len: Some(len), form: Form::Reference };
        let exclusive = var.mutable && self.rng.percent(60);
        let borrow = if exclusive { "&mut " } else { "&" };
        let mut body = vec![Stmt::Line(format!("let {row} = {borrow}{part};"))];
        let inside = |writer: &mut Self| {
            writer.declare(&row, kind, exclusive);
            let mut stmts = writer.assign_element();
            stmts.extend(writer.statements(2));
            stmts
        };
        body.extend(self.scoped(
            |writer| {
                if exclusive {
                    writer.without(name, inside)
                } else {
                    writer.frozen(name, inside)
                }
            },
        ));
        vec![Stmt::Nest { parts: vec![(String::new(), body)], end: String::new() }]
    }
}
