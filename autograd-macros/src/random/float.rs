//! Float expressions, each with a bound of its magnitude.

use super::scope::{Form, Kind, Writer};

/// What variables are taken to stay below, in magnitude.
pub(super) const VARIABLE: f64 = 3.0;

/// Source text of an expression.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) text: String,
    pub(super) bound: f64,
    /// 0: a name, a call; 1: a cast; 2: a sign; 3: a product; 4: a sum; 5: `if`, `match`, a block.
    level: u8,
    /// rustc knows that it is an `f64` without looking around it.
    typed: bool,
}

impl Text {
    fn new(text: String, bound: f64, level: u8, typed: bool) -> Self {
        Text { text, bound, level, typed }
    }

    /// In brackets unless it binds at least as tightly as `level`.
    pub(super) fn operand(&self, level: u8) -> String {
        if self.level <= level {
            self.text.clone()
        } else {
            format!("({})", self.text)
        }
    }

    /// For the left side of a comparison: `x as f64 < y` would open a list of types.
    pub(super) fn compared(&self) -> String {
        if self.text.ends_with(" as f64") {
            format!("({})", self.text)
        } else {
            self.operand(4)
        }
    }

    /// For the right side of `let`: says the type where rustc could not know it.
    pub(super) fn annotation(&self) -> &'static str {
        if self.typed {
            ""
        } else {
            ": f64"
        }
    }
}

/// Functions of one argument: name, largest magnitude of the argument (infinite: any), bound of the result.
const PLAIN: [(&str, f64, f64); 14] = [
    ("sin", f64::INFINITY, 1.0),
    ("cos", f64::INFINITY, 1.0),
    ("tanh", f64::INFINITY, 1.0),
    ("atan", f64::INFINITY, 1.6),
    ("asinh", f64::INFINITY, 4.0),
    ("exp", 1.5, 4.5),
    ("exp2", 2.0, 4.0),
    ("exp_m1", 1.5, 3.5),
    ("sinh", 1.5, 2.2),
    ("cosh", 1.5, 2.4),
    ("tan", 1.2, 2.6),
    ("asin", 0.9, 1.2),
    ("acos", 0.9, 2.8),
    ("atanh", 0.9, 1.5),
];

/// Functions of a positive argument, applied to `x * x + shift`.
const GUARDED: [(&str, f64, f64); 8] = [
    ("sqrt", 0.4, 4.0),
    ("cbrt", 0.5, 3.0),
    ("ln", 0.5, 3.0),
    ("log10", 0.5, 1.5),
    ("log2", 0.6, 4.0),
    ("recip", 0.7, 1.5),
    ("ln_1p", 0.1, 3.0),
    ("acosh", 1.3, 3.0),
];

/// Functions with kinks or jumps.
const BROKEN: [(&str, f64); 8] = [
    ("abs", VARIABLE),
    ("floor", VARIABLE + 1.0),
    ("ceil", VARIABLE + 1.0),
    ("round", VARIABLE + 1.0),
    ("trunc", VARIABLE),
    ("fract", 1.0),
    ("signum", 1.0),
    ("round_ties_even", VARIABLE + 1.0),
];

impl Writer<'_> {
    /// An expression whose bound is at most that of a variable.
    pub(super) fn float(&mut self, depth: usize) -> Text {
        let text = self.wild(depth);
        self.tame(text, VARIABLE)
    }

    /// Shrinks an expression until it stays below `limit`.
    pub(super) fn tame(&mut self, x: Text, limit: f64) -> Text {
        if x.bound <= limit {
            return x;
        }
        match self.rng.below(4) {
            0 if limit >= 1.0 => self.method("sin", x, 1.0),
            1 if limit >= 1.0 => self.method("tanh", x, 1.0),
            2 if x.bound < 20.0 * limit => {
                let divisor = (x.bound / limit).ceil();
                Text::new(format!("{} / {divisor:.1}", x.operand(3)), x.bound / divisor, 3, x.typed)
            }
            _ => {
                // Two digits, rounded down.
                let factor = (limit / x.bound * 100.0).floor() / 100.0;
                if factor < 0.01 {
                    let x = self.method("cos", x, 1.0);
                    return self.tame(x, limit);
                }
                Text::new(format!("{factor:.2} * {}", x.operand(2)), x.bound * factor, 3, x.typed)
            }
        }
    }

    fn wild(&mut self, depth: usize) -> Text {
        if depth == 0 {
            return self.leaf();
        }
        match self.rng.weighted(&[12, 26, 8, 6, 12, 6, 5, 12, 4, 4]) {
            0 => self.leaf(),
            1 => self.operator(depth - 1),
            2 => self.quotient(depth - 1),
            3 => {
                let x = self.wild(depth - 1);
                Text::new(format!("-{}", x.operand(0)), x.bound, 2, x.typed)
            }
            4 => {
                let (name, domain, bound) = *self.rng.pick(&PLAIN);
                let x = self.wild(depth - 1);
                let x = if domain.is_finite() { self.tame(x, domain) } else { x };
                self.method(name, x, bound)
            }
            5 => {
                let (name, shift, bound) = *self.rng.pick(&GUARDED);
                let x = self.leaf();
                let typed = x.typed;
                let positive = Text::new(format!("{0} * {0} + {shift:.1}", x.operand(0)), 10.0, 4, typed);
                self.method(name, positive, bound)
            }
            6 => {
                let (name, bound) = *self.rng.pick(&BROKEN);
                let x = self.float(depth - 1);
                self.method(name, x, bound)
            }
            7 => self.several(depth - 1),
            8 => self.branch(depth - 1),
            _ => self.call_for_float(depth - 1).unwrap_or_else(|| self.leaf()),
        }
    }

    /// A variable, an element, a constant.
    pub(super) fn leaf(&mut self) -> Text {
        let var = self.pick_var(|var| !matches!(var.kind, Kind::Bool));
        let constant = |writer: &mut Self| {
            let value = writer.rng.float(0.1, 2.0);
            Text::new(format!("{value:.2}"), value, 0, false)
        };
        let Some(var) = var else { return constant(self) };
        if self.rng.percent(10) {
            return constant(self);
        }
        let name = &var.name;
        let text = match &var.kind {
            Kind::Float => name.clone(),
            Kind::FloatRef => return Text::new(format!("*{name}"), VARIABLE, 2, true),
            Kind::Pair => format!("{name}.{}", self.rng.below(2)),
            Kind::Bool => return constant(self),
            Kind::Int { max, .. } => {
                // Integers are less interesting than floats.
                if self.rng.percent(60) {
                    return self.leaf();
                }
                return Text::new(format!("{name} as f64"), *max as f64, 1, true);
            }
            Kind::List { len, .. } => format!("{name}[{}]", self.index(name, *len)),
            Kind::Matrix { rows, columns } => {
                let (row, column) = (self.index("", Some(*rows)), self.index("", Some(*columns)));
                format!("{name}[{row}][{column}]")
            }
        };
        Text::new(text, VARIABLE, 0, true)
    }

    fn operator(&mut self, depth: usize) -> Text {
        let (a, b) = (self.wild(depth), self.wild(depth));
        let typed = a.typed || b.typed;
        match self.rng.below(3) {
            0 => Text::new(format!("{} + {}", a.operand(4), b.operand(3)), a.bound + b.bound, 4, typed),
            1 => Text::new(format!("{} - {}", a.operand(4), b.operand(3)), a.bound + b.bound, 4, typed),
            _ => {
                let (a, b) = (self.tame(a, 6.0), self.tame(b, 6.0));
                Text::new(format!("{} * {}", a.operand(3), b.operand(2)), a.bound * b.bound, 3, typed)
            }
        }
    }

    fn quotient(&mut self, depth: usize) -> Text {
        let (a, b) = (self.float(depth), self.leaf());
        let (divisor, typed) = match self.rng.below(3) {
            0 => (format!("({0} * {0} + 0.8)", b.operand(0)), a.typed || b.typed),
            1 => (format!("(1.8 + {})", self.method("sin", b, 1.0).text), true),
            _ => (format!("{:.1}", self.rng.float(1.0, 3.0)), a.typed),
        };
        Text::new(format!("{} / {divisor}", a.operand(3)), a.bound / 0.7, 3, typed)
    }

    /// Functions of several arguments.
    fn several(&mut self, depth: usize) -> Text {
        let x = self.float(depth);
        let y = self.leaf();
        let square = format!("{0} * {0}", y.operand(0));
        let bound = x.bound;
        match self.rng.below(15) {
            0 => self.with("max", x, &y.text, VARIABLE),
            1 => self.with("min", x, &y.text, VARIABLE),
            2 => self.with("clamp", x, "-1.25, 1.5", 1.5),
            3 => self.with("powi", x, "2", bound * bound),
            4 => self.with("powi", x, "3", bound * bound * bound),
            5 => {
                let exponent = self.int_atom(3);
                let x = self.tame(x, 2.0);
                self.with("powi", x, &format!("{exponent} as i32"), 8.0)
            }
            6 => {
                let base = Text::new(format!("{0} * {0} + 0.4", x.operand(0)), 10.0, 4, x.typed);
                let exponent = self.tame(y, 1.0);
                self.with("powf", base, &exponent.text, 10.0)
            }
            7 => self.with("hypot", x, &format!("{square} + 0.6"), 12.0),
            8 => self.with("atan2", x, &format!("{square} + 0.5"), 1.6),
            9 => self.with("atan2", x, &y.text, 3.2),
            10 => {
                let z = self.leaf();
                self.with("mul_add", x, &format!("{}, {}", y.text, z.text), bound * VARIABLE + VARIABLE)
            }
            11 => self.with("copysign", x, &y.text, bound),
            12 => self.with("rem_euclid", x, "1.3", 1.3),
            13 => Text::new(format!("{} % 1.7", x.operand(3)), 1.7, 3, x.typed),
            _ => self.with("log", Text::new(format!("{square} + 1.2"), 11.0, 4, y.typed), "2.5", 3.0),
        }
    }

    /// `x.name()`, or `f64::name(x)`, which rustc needs where the type of `x` is open.
    pub(super) fn method(&mut self, name: &str, x: Text, bound: f64) -> Text {
        let text = if !x.typed || self.rng.percent(6) {
            format!("f64::{name}({})", x.text)
        } else {
            format!("{}.{name}()", x.operand(0))
        };
        Text::new(text, bound, 0, true)
    }

    fn with(&mut self, name: &str, x: Text, arguments: &str, bound: f64) -> Text {
        let text = if !x.typed || self.rng.percent(6) {
            format!("f64::{name}({}, {arguments})", x.text)
        } else {
            format!("{}.{name}({arguments})", x.operand(0))
        };
        Text::new(text, bound, 0, true)
    }

    /// `if`, `match` and blocks as operands.
    fn branch(&mut self, depth: usize) -> Text {
        let (a, b) = (self.float(depth), self.float(depth));
        let (bound, typed) = (a.bound.max(b.bound), a.typed && b.typed);
        match self.rng.below(3) {
            0 => {
                let cond = self.condition();
                Text::new(format!("if {cond} {{ {} }} else {{ {} }}", a.text, b.text), bound, 5, typed)
            }
            1 => {
                let (scrutinee, arm) = (self.int(4), *self.rng.pick(&["0", "0 | 3", "1..=2", "k if k > 2"]));
                Text::new(format!("match {scrutinee} {{ {arm} => {}, _ => {} }}", a.text, b.text), bound, 5, typed)
            }
            _ => {
                let name = self.unused("t");
                let annotation = a.annotation();
                let rest = self.scoped(|writer| {
                    writer.declare(&name, Kind::Float, false);
                    writer.float(depth)
                });
                let text = format!("{{ let {name}{annotation} = {}; {name} * {} }}", a.text, rest.operand(2));
                Text::new(text, a.bound * rest.bound, 5, true)
            }
        }
    }

    /// A call's result.
    pub(super) fn called(text: String) -> Text {
        Text::new(text, VARIABLE, 0, true)
    }

    /// `a, b, c`
    pub(super) fn floats(&mut self, count: usize) -> String {
        (0..count).map(|_| self.float(1).text).collect::<Vec<_>>().join(", ")
    }

    /// An expression in which as many variables as possible take part: a result on which much depends.
    pub(super) fn summary(&mut self) -> Text {
        let mut text = self.float(1);
        for var in self.visible(|var| var.kind != Kind::Bool).into_iter().cloned().collect::<Vec<_>>() {
            if self.rng.percent(40) {
                continue;
            }
            let term = match &var.kind {
                Kind::Float => var.name.clone(),
                Kind::FloatRef => format!("*{}", var.name),
                Kind::Pair => format!("{0}.0 * {0}.1", var.name),
                Kind::List { len, form: Form::Array | Form::Vector | Form::Reference } => {
                    format!("{}[{}]", var.name, self.index(&var.name, *len))
                }
                Kind::Matrix { rows, columns } => {
                    let (row, column) = (self.rng.below(*rows), self.rng.below(*columns));
                    format!("{}[{row}][{column}]", var.name)
                }
                Kind::Bool | Kind::Int { .. } => continue,
            };
            let op = *self.rng.pick(&["+", "-"]);
            text = Text::new(format!("{} {op} {term}", text.operand(4)), text.bound + VARIABLE, 4, true);
        }
        text
    }
}
