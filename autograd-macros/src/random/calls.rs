//! Calls of earlier functions: by value, by `&` and by `&mut`.

use super::float::Text;
use super::program::{Function, Output, ParamType, Stmt};
use super::scope::{Form, Kind, Var, Writer};

impl Writer<'_> {
    /// A call that returns one float, as an expression, without `&mut` arguments.
    pub(super) fn call_for_float(&mut self, depth: usize) -> Option<Text> {
        let pure = |callee: &&Function| {
            callee.output == Output::Float && callee.params.iter().all(|param| !param.ty.is_exclusive())
        };
        let callees: Vec<&Function> = self.callees.iter().filter(pure).collect();
        if callees.is_empty() || self.repeats > 12 {
            return None;
        }
        let callee = *self.rng.pick(&callees);
        let args = self.arguments(callee, depth.min(1))?;
        Some(Self::called(format!("{}({args})", callee.name)))
    }

    /// A call as a statement, with its result bound.
    pub(super) fn call_stmt(&mut self) -> Vec<Stmt> {
        let callees: Vec<&Function> = self.callees.iter().collect();
        let callee = *self.rng.pick(&callees);
        let Some(args) = self.arguments(callee, 1) else { return self.let_list() };
        let call = format!("{}({args})", callee.name);
        match callee.output {
            Output::Unit => vec![Stmt::Line(format!("{call};"))],
            Output::Float => {
                let name = self.unused("r");
                self.declare(&name, Kind::Float, false);
                vec![Stmt::Line(format!("let {name}: f64 = {call};"))]
            }
            Output::Pair => {
                let (p, q) = (self.unused("p"), self.unused("q"));
                self.declare(&p, Kind::Float, false);
                self.declare(&q, Kind::Float, false);
                vec![Stmt::Line(format!("let ({p}, {q}): (f64, f64) = {call};"))]
            }
            Output::Array(len) => {
                let name = self.unused("b");
                self.declare(&name, Kind::List { len: Some(len), form: Form::Array }, true);
                vec![Stmt::Line(format!("let mut {name}: [f64; {len}] = {call};"))]
            }
        }
    }

    /// Arguments for a callee; `None` where no variable fits a `&mut` parameter.
    pub(super) fn arguments(&mut self, callee: &Function, depth: usize) -> Option<String> {
        let mut taken: Vec<String> = Vec::new();
        let mut texts: Vec<Option<String>> = vec![None; callee.params.len()];
        // Mutable borrows first: nothing else may name their variables.
        for (position, param) in callee.params.iter().enumerate() {
            if param.ty.is_exclusive() {
                let fits = |var: &Var| var.mutable && !taken.contains(&var.name) && Self::lends(var, param.ty);
                let var = self.pick_var(fits)?;
                texts[position] = Some(exclusive(&var));
                taken.push(var.name);
            }
        }
        let taken: Vec<&str> = taken.iter().map(String::as_str).collect();
        self.without_any(&taken, |writer| {
            for (param, text) in callee.params.iter().zip(&mut texts) {
                if text.is_none() {
                    *text = Some(writer.argument(param.ty, depth));
                }
            }
        });
        let texts: Vec<String> = texts.into_iter().flatten().collect();
        Some(texts.join(", "))
    }

    /// Whether the variable can be lent as a `&mut` parameter of this type.
    fn lends(var: &Var, ty: ParamType) -> bool {
        match ty {
            ParamType::ExclusiveFloat => matches!(var.kind, Kind::Float | Kind::FloatRef),
            ParamType::ExclusiveSlice => matches!(var.kind, Kind::List { .. }),
            ParamType::ExclusiveArray(len) => Self::is_array(&var.kind, len),
            ParamType::Float
            | ParamType::Size(_)
            | ParamType::Pair
            | ParamType::Array(_)
            | ParamType::Matrix(..)
            | ParamType::SharedFloat
            | ParamType::SharedSlice
            | ParamType::SharedArray(_)
            | ParamType::Vector
            | ParamType::SharedVector => false,
        }
    }

    fn argument(&mut self, ty: ParamType, depth: usize) -> String {
        match ty {
            ParamType::Float => self.float(depth).text,
            ParamType::Size(max) => self.int(max),
            ParamType::Pair => match self.pick_var(|var| var.kind == Kind::Pair) {
                Some(var) if self.rng.percent(60) => var.name,
                _ => format!("({})", self.floats(2)),
            },
            ParamType::Array(len) => match self.pick_var(|var| Self::is_array(&var.kind, len)) {
                Some(var) if self.rng.percent(70) => var.name,
                _ => format!("[{}]", self.floats(len)),
            },
            ParamType::Matrix(rows, columns) => match self.pick_var(|var| var.kind == Kind::Matrix { rows, columns }) {
                Some(var) => var.name,
                None => {
                    let rows: Vec<String> = (0..rows).map(|_| format!("[{}]", self.floats(columns))).collect();
                    format!("[{}]", rows.join(", "))
                }
            },
            ParamType::SharedFloat => match self.pick_var(|var| matches!(var.kind, Kind::Float)) {
                Some(var) => format!("&{}", var.name),
                None => format!("&({})", self.float(depth).text),
            },
            ParamType::SharedSlice => match self.pick_var(|var| matches!(var.kind, Kind::List { .. })) {
                Some(var) => self.shared(&var),
                None => format!("&[{}]", self.floats(2)),
            },
            ParamType::SharedArray(len) => match self.pick_var(|var| Self::is_array(&var.kind, len)) {
                Some(var) => format!("&{}", var.name),
                None => format!("&[{}]", self.floats(len)),
            },
            ParamType::Vector => match self.pick_var(|var| matches!(var.kind, Kind::List { .. })) {
                Some(var) if self.rng.percent(60) => format!("{}.to_vec()", var.name),
                _ => format!("vec![{}]", self.floats(3)),
            },
            ParamType::SharedVector => {
                match self.pick_var(|var| matches!(var.kind, Kind::List { form: Form::Vector, .. })) {
                    Some(var) => format!("&{}", var.name),
                    None => format!("&vec![{}]", self.floats(3)),
                }
            }
            ParamType::ExclusiveFloat | ParamType::ExclusiveSlice | ParamType::ExclusiveArray(_) => {
                unreachable!("`&mut` arguments are chosen first")
            }
        }
    }

    /// A list, or a part of it, as `&[f64]`.
    fn shared(&mut self, var: &Var) -> String {
        let name = &var.name;
        let Kind::List { len, form } = &var.kind else { unreachable!("the variable is a list") };
        match (len, form) {
            (Some(len), _) if *len > 2 && self.rng.percent(40) => {
                format!("&{name}[{}..]", self.rng.between(1, len - 2))
            }
            (_, Form::Reference) => name.clone(),
            (_, Form::Array | Form::Vector) => format!("&{name}"),
        }
    }
}

fn exclusive(var: &Var) -> String {
    match &var.kind {
        Kind::FloatRef | Kind::List { form: Form::Reference, .. } => var.name.clone(),
        Kind::Float | Kind::Pair | Kind::Bool | Kind::Int { .. } | Kind::List { .. } | Kind::Matrix { .. } => {
            format!("&mut {}", var.name)
        }
    }
}
