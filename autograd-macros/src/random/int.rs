//! Integer expressions, indices and conditions.

use super::scope::{Kind, Writer};

impl Writer<'_> {
    /// A `usize` expression and its largest value, which is at most `limit`.
    pub(super) fn int(&mut self, limit: usize) -> String {
        let var = self.pick_var(|var| matches!(var.kind, Kind::Int { .. }));
        let Some((name, max)) = var.and_then(|var| match var.kind {
            Kind::Int { max, .. } => Some((var.name, max)),
            _ => None,
        }) else {
            return self.rng.between(0, limit).to_string();
        };
        match self.rng.below(6) {
            0 => self.rng.between(0, limit).to_string(),
            1 if max <= limit => name,
            2 if limit > 0 => format!("{name}.min({limit})"),
            3 => {
                let (scale, offset) = (self.rng.between(2, 5), self.rng.between(1, 3));
                format!("({name} * {scale} + {offset}) % {}", limit + 1)
            }
            4 if max < limit => format!("{name} + {}", limit - max),
            _ => format!("{name} % {}", limit + 1),
        }
    }

    /// The same as an operand of a method or an operator.
    pub(super) fn int_atom(&mut self, limit: usize) -> String {
        let text = self.int(limit);
        if text.contains(' ') {
            format!("({text})")
        } else {
            text
        }
    }

    /// An index into a list called `name`, of known length or else of at least 2.
    pub(super) fn index(&mut self, name: &str, len: Option<usize>) -> String {
        let inside = |kind: &Kind| match kind {
            Kind::Int { max, below } => len.is_some_and(|len| *max < len) || below.as_deref() == Some(name),
            _ => false,
        };
        if let Some(var) = self.pick_var(|var| inside(&var.kind)) {
            let below = matches!(&var.kind, Kind::Int { below: Some(below), .. } if below == name);
            match self.rng.below(10) {
                0 if below => return format!("{name}.len() - 1 - {}", var.name),
                1 if len.is_none() => return format!("({} + 1) % {name}.len()", var.name),
                0..=7 => return var.name,
                _ => {}
            }
        }
        match (len, self.rng.below(10)) {
            (Some(len), 0..=4) => self.rng.below(len).to_string(),
            (Some(len), 5) => {
                let x = self.leaf();
                format!("({} * 3.0) as usize % {len}", self.method("abs", x, f64::INFINITY).text)
            }
            (Some(len), _) => self.int(len - 1),
            (None, 0..=3) => self.rng.below(2).to_string(),
            (None, 4) => format!("{name}.len() - {}", self.rng.between(1, 2)),
            (None, _) => format!("{} % {name}.len()", self.int_atom(7)),
        }
    }

    pub(super) fn condition(&mut self) -> String {
        match self.rng.below(14) {
            0..=6 => {
                let op = *self.rng.pick(&["<", ">", "<=", ">="]);
                let (a, b) = (self.float(1).compared(), self.leaf().text);
                format!("{a} {op} {b}")
            }
            7 | 8 => {
                let op = *self.rng.pick(&["==", "!=", "<", ">="]);
                let (modulus, other) = (self.rng.between(2, 3), self.rng.between(0, 2));
                format!("{} % {modulus} {op} {other}", self.int_atom(5))
            }
            9 => format!("{} && {}", self.simple_condition(), self.simple_condition()),
            10 => format!("{} || {}", self.simple_condition(), self.simple_condition()),
            11 => format!("!({})", self.simple_condition()),
            12 => match self.pick_var(|var| var.kind == Kind::Bool) {
                Some(var) => var.name,
                None => self.simple_condition(),
            },
            _ => {
                let atom = self.int_atom(5);
                format!("matches!({atom}, {})", self.rng.pick(&["0 | 2", "1..=3", "..2"]))
            }
        }
    }

    fn simple_condition(&mut self) -> String {
        let op = *self.rng.pick(&["<", ">"]);
        let constant = self.rng.float(-1.0, 1.0);
        format!("{} {op} {constant:.2}", self.leaf().compared())
    }
}
