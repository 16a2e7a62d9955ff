//! Prints functions as text close to Rust, stable from run to run, for snapshots and for messages of the verifier.
//!
//! ```text
//! fn(x: f64, a: &[f64], n: int) -> (s_2: f64) {
//!     loop i in 0..n carrying (s: f64 = 0.0) {
//!         let t: f64 = a[i]
//!         let t_1: f64 = t * x
//!         let s_1: f64 = s + t_1
//!         yield s_1
//!     } -> s_2: f64
//!     yield s_2
//! }
//! ```
//!
//! A type follows a name where the name is bound. `#[no_grad]` marks what could carry a gradient by its type and does not.
//! User code that the IR keeps as tokens stands in backticks, after the word `costly` where it is not cheap.

mod tests;
mod tokens;

use super::{
    AggregateKind, Arg, Binary, Call, Callee, Const, Expr, Float, Function, Init, Loop, LoopKind, Opaque, Operand,
    Path, Place, PlaceKind, Pull, Range, Rearrange, Region, Shape, Slot, Stack, Step, Stmt, StmtKind, Type, Unary,
    Value, Wrapper,
};
use crate::reverse::Differentiated;
use tokens::readable;

/// The whole function.
pub(crate) fn function(function: &Function) -> String {
    let mut printer = Printer::new(function);
    let params: Vec<String> = function.params.iter().map(|param| printer.shape(&param.shape)).collect();
    printer.line(&format!("fn({}) -> {} {{", params.join(", "), printer.output(&function.output)));
    printer.indent += 1;
    printer.stacks();
    printer.region(&function.body);
    printer.indent -= 1;
    printer.line("}");
    printer.text
}

/// Both parts of a differentiated function.
pub(crate) fn differentiated(differentiated: &Differentiated) -> String {
    let function = &differentiated.function;
    let forward = region(function, "forward", &differentiated.forward);
    let backward = region(function, "backward", &differentiated.backward);
    format!("{forward}{backward}")
}

/// A region of the function, under a heading: `forward {`, …, `}`.
pub(crate) fn region(function: &Function, heading: &str, region: &Region) -> String {
    let mut printer = Printer::new(function);
    printer.line(&format!("{heading} {{"));
    printer.indented(region);
    printer.line("}");
    printer.text
}

/// One statement with its inner regions.
pub(crate) fn stmt(function: &Function, stmt: &Stmt) -> String {
    let mut printer = Printer::new(function);
    printer.stmt(stmt);
    printer.text
}

/// A type as the other printers show it.
pub(crate) fn ty(ty: &Type) -> String {
    match ty {
        Type::Float(Float::F32) => "f32".to_owned(),
        Type::Float(Float::F64) => "f64".to_owned(),
        Type::Float(Float::Param(name)) => name.to_string(),
        Type::Float(Float::Literal) => "float".to_owned(),
        Type::Int => "int".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Unit => "()".to_owned(),
        Type::Tuple(items) => format!("({})", items.iter().map(self::ty).collect::<Vec<_>>().join(", ")),
        Type::Array(item, len) => format!("[{}; {}]", self::ty(item), readable(len)),
        Type::Slice(item) => format!("[{}]", self::ty(item)),
        Type::Vec(item) => format!("Vec<{}>", self::ty(item)),
        Type::Ref(item) => format!("&{}", self::ty(item)),
        Type::Wrapped(Wrapper::Option, item) => format!("Option<{}>", self::ty(item)),
        Type::Wrapped(Wrapper::Result, item) => format!("Result<{}>", self::ty(item)),
        Type::Unknown(Some(tokens)) => readable(tokens),
        Type::Unknown(None) => "_".to_owned(),
        Type::Inactive => "inactive".to_owned(),
    }
}

struct Printer<'a> {
    function: &'a Function,
    text: String,
    indent: usize,
}

impl<'a> Printer<'a> {
    fn new(function: &'a Function) -> Self {
        Printer { function, text: String::new(), indent: 0 }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(&"    ".repeat(self.indent));
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn stacks(&mut self) {
        for index in 0..self.function.stacks.len() {
            let stack = format!("stack {}", self.function.stacks[index].ident);
            self.line(&stack);
        }
    }

    fn indented(&mut self, region: &Region) {
        self.indent += 1;
        self.region(region);
        self.indent -= 1;
    }

    fn region(&mut self, region: &Region) {
        for stmt in &region.stmts {
            self.stmt(stmt);
        }
        if !region.yields.is_empty() {
            self.line(&format!("yield {}", self.operands(&region.yields)));
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let { value, expr } => {
                self.line(&format!("let {} = {}", self.binding(*value), self.expr(expr)));
            }
            StmtKind::Declare { place, init } => {
                self.line(&format!("{} = {}", self.declaration(*place), self.init(init)));
            }
            StmtKind::Store { path, value } => {
                self.line(&format!("store {} = {}", self.path(path), self.operand(value)));
            }
            StmtKind::Accumulate { path, value } => {
                self.line(&format!("{} += {}", self.path(path), self.operand(value)));
            }
            StmtKind::If { cond, results, then, otherwise } => {
                self.line(&format!("if {} {{", self.operand(cond)));
                self.indented(then);
                if !otherwise.stmts.is_empty() || !otherwise.yields.is_empty() {
                    self.line("} else {");
                    self.indented(otherwise);
                }
                self.line(&format!("}}{}", self.results(results)));
            }
            StmtKind::Loop(inner) => self.loop_stmt(inner),
            StmtKind::Append { path, value } => {
                self.line(&format!("append {} to {}", self.operand(value), self.path(path)));
            }
            StmtKind::Remove { path, value, .. } => {
                self.line(&format!("let {} = remove last of {}", self.binding(*value), self.path(path)));
            }
            StmtKind::Rearrange(rearrange) => self.line(&self.rearrange(rearrange)),
            StmtKind::Call(call) => self.line(&self.call(call)),
            StmtKind::Effect { code, writes } => {
                let writes: Vec<String> = writes.iter().map(|place| self.place(*place)).collect();
                let writes = if writes.is_empty() { String::new() } else { format!(" writes {}", writes.join(", ")) };
                self.line(&format!("effect {}{writes}", self.opaque(code)));
            }
            StmtKind::Take { value, path } => {
                self.line(&format!("let {} = take {}", self.binding(*value), self.path(path)));
            }
            StmtKind::Pack { saved, variant, items } => {
                let side = variant.map_or("", |variant| if variant == 0 { "left " } else { "right " });
                self.line(&format!("let {} = pack {side}({})", self.binding(*saved), self.operands(items)));
            }
            StmtKind::Resume { saved, results, items, arms } => {
                self.line(&format!("resume {} {{", self.value(*saved)));
                self.indent += 1;
                for (side, (items, arm)) in ["left", "right"].iter().zip(items.iter().zip(arms)) {
                    self.line(&format!("{side} ({}) => {{", self.bindings(items)));
                    self.indented(arm);
                    self.line("}");
                }
                self.indent -= 1;
                self.line(&format!("}}{}", self.results(results)));
            }
            StmtKind::Push { stack, items } => {
                self.line(&format!("push {} ({})", self.stack(*stack), self.operands(items)));
            }
            StmtKind::Pop { stack, items } => {
                self.line(&format!("pop {} -> ({})", self.stack(*stack), self.bindings(items)));
            }
            StmtKind::Pull(pull) => self.line(&self.pull(pull)),
        }
    }

    fn loop_stmt(&mut self, inner: &Loop) {
        let carried: Vec<String> = inner
            .carried
            .iter()
            .map(|carried| format!("{} = {}", self.binding(carried.param), self.operand(&carried.init)))
            .collect();
        let carrying = if carried.is_empty() { String::new() } else { format!(" carrying ({})", carried.join(", ")) };
        let mut marks = String::new();
        for (set, mark) in
            [(inner.exits, " exits"), (inner.hints.unroll, " unroll"), (inner.hints.checkpoint, " checkpoint")]
        {
            marks.push_str(if set { mark } else { "" });
        }
        match &inner.kind {
            LoopKind::Range(range) => {
                self.line(&format!("loop {} in {}{carrying}{marks} {{", self.value(range.index), self.range(range)));
            }
            LoopKind::While { cond } if cond.stmts.is_empty() => {
                self.line(&format!("loop while {}{carrying}{marks} {{", self.operands(&cond.yields)));
            }
            LoopKind::While { cond } => {
                self.line(&format!("loop{carrying}{marks} while {{"));
                self.indented(cond);
                self.line("} do {");
            }
        }
        self.indented(&inner.body);
        let results: Vec<Value> = inner.carried.iter().map(|carried| carried.result).collect();
        self.line(&format!("}}{}", self.results(&results)));
    }

    fn range(&self, range: &Range) -> String {
        let dots = if range.inclusive { "..=" } else { ".." };
        let mut text = format!("{}{dots}{}", self.operand(&range.start), self.operand(&range.end));
        if let Some(step) = &range.step {
            text = format!("{text} step {}", self.operand(step));
        }
        if range.reversed {
            text.push_str(" reversed");
        }
        text
    }

    fn call(&self, call: &Call) -> String {
        let args: Vec<String> = call.args.iter().map(|arg| self.arg(arg)).collect();
        let callee = self.callee(&call.callee);
        let error = call.error.map(|error| format!(" else {}", self.binding(error))).unwrap_or_default();
        let result = format!("{}{error}", self.binding(call.result));
        match call.pullback {
            None => format!("let {result} = call {callee}({})", args.join(", ")),
            Some(pullback) => {
                format!("let ({result}, {}) = forward {callee}({})", self.value(pullback), args.join(", "))
            }
        }
    }

    fn rearrange(&self, rearrange: &Rearrange) -> String {
        match rearrange {
            Rearrange::Swap(a, b) => format!("swap {}, {}", self.path(a), self.path(b)),
            Rearrange::Elements(path, a, b) => {
                format!("swap {} and {} of {}", self.operand(a), self.operand(b), self.path(path))
            }
            Rearrange::Reverse(path) => format!("reverse {}", self.path(path)),
            Rearrange::RotateLeft(path, k) => format!("rotate {} left by {}", self.path(path), self.operand(k)),
            Rearrange::RotateRight(path, k) => format!("rotate {} right by {}", self.path(path), self.operand(k)),
        }
    }

    fn callee(&self, callee: &Callee) -> String {
        let recursive = if callee.recursive { "recursive " } else { "" };
        format!("{recursive}{}{}{}", readable(&callee.prefix), callee.name, readable(&callee.generics))
    }

    fn arg(&self, arg: &Arg) -> String {
        match arg {
            Arg::Value(operand) => self.operand(operand),
            Arg::Ref { path, mutable } => format!("&{}{}", if *mutable { "mut " } else { "" }, self.path(path)),
            Arg::RefValue(operand) => format!("&{}", self.operand(operand)),
            Arg::Opaque(opaque) => self.opaque(opaque),
        }
    }

    fn pull(&self, pull: &Pull) -> String {
        let slot = |Slot { arg, shadow }: &Slot| match shadow {
            None => self.arg(arg),
            Some(shadow) => format!("{} into {}", self.arg(arg), self.path(shadow)),
        };
        let slots: Vec<String> = pull.slots.iter().map(slot).collect();
        format!("pull {}({}; seed {})", self.value(pull.pullback), slots.join(", "), self.operand(&pull.seed))
    }

    fn expr(&self, expr: &Expr) -> String {
        match expr {
            Expr::Copy(operand) => self.operand(operand),
            Expr::Borrow(operand) => format!("&{}", self.operand(operand)),
            Expr::Detach(operand) => format!("detach({})", self.operand(operand)),
            Expr::Unary(Unary::Neg, operand) => format!("-{}", self.operand(operand)),
            Expr::Unary(Unary::Not, operand) => format!("!{}", self.operand(operand)),
            Expr::Binary(op, a, b) => format!("{} {} {}", self.operand(a), symbol(*op), self.operand(b)),
            Expr::Function(name, operands) => match operands.split_first() {
                Some((receiver, rest)) => format!("{}.{name}({})", self.operand(receiver), self.operands(rest)),
                None => format!("{name}()"),
            },
            Expr::Cast(operand, target, _) => format!("{} as {}", self.operand(operand), ty(target)),
            Expr::Load(path) => self.path(path),
            Expr::Aggregate(kind, operands) => aggregate(*kind, &self.operands(operands)),
            Expr::Project(operand, index) => format!("{}.{index}", self.operand(operand)),
            Expr::Opaque(opaque) => self.opaque(opaque),
            Expr::Move(place) => format!("move {}", self.place(*place)),
            Expr::Helper(name, operands) => format!("helper {name}({})", self.operands(operands)),
            Expr::ZeroOf(operand) => format!("zero of {}", self.operand(operand)),
        }
    }

    fn init(&self, init: &Init) -> String {
        let copy = |to_vec: bool| if to_vec { "vec of" } else { "copy of" };
        match init {
            Init::Repeat { kind, value, len } => {
                aggregate(*kind, &format!("{}; {}", self.init(value), self.opaque(len)))
            }
            Init::List { kind, items } => {
                let items: Vec<String> = items.iter().map(|item| self.init(item)).collect();
                aggregate(*kind, &items.join(", "))
            }
            Init::Struct { name, fields } => {
                let fields: Vec<String> = fields.iter().map(|(_, field)| self.init(field)).collect();
                format!("{name}({})", fields.join(", "))
            }
            Init::Value(operand) => self.operand(operand),
            Init::CopyOf { path, to_vec } => format!("{} {}", copy(*to_vec), self.path(path)),
            Init::Opaque(opaque) => self.opaque(opaque),
            Init::ZeroOf(path) => format!("zero of {}", self.path(path)),
        }
    }

    fn path(&self, path: &Path) -> String {
        let mut text = self.place(path.root);
        for step in &path.steps {
            match step {
                Step::Index(index) => text.push_str(&format!("[{}]", self.operand(index))),
                Step::Range { start, end, inclusive } => {
                    let side =
                        |side: &Option<Operand>| side.as_ref().map(|side| self.operand(side)).unwrap_or_default();
                    let dots = if *inclusive { "..=" } else { ".." };
                    text.push_str(&format!("[{}{dots}{}]", side(start), side(end)));
                }
                Step::Chunk { start, len } => {
                    let start = start.as_ref().map(|start| self.operand(start)).unwrap_or_default();
                    text.push_str(&format!("[{start}; {}]", readable(&len.0)));
                }
                Step::Element(index) => text.push_str(&format!(".{index}")),
                Step::Field(name) => text.push_str(&format!(".{name}")),
                Step::Payload(payload) => {
                    let variant = readable(&payload.path.0);
                    let variant = if variant.is_empty() { "_".to_owned() } else { variant };
                    text.push_str(&format!(".{variant}.{}", payload.member.text()));
                }
            }
        }
        text
    }

    fn opaque(&self, opaque: &Opaque) -> String {
        let costly = if opaque.cheap { "" } else { "costly " };
        format!("{costly}`{}`", readable(&opaque.code))
    }

    fn operands(&self, operands: &[Operand]) -> String {
        operands.iter().map(|operand| self.operand(operand)).collect::<Vec<_>>().join(", ")
    }

    fn operand(&self, operand: &Operand) -> String {
        match operand {
            Operand::Value(value) => self.value(*value),
            Operand::Const(Const::Float { value, ty }) => match ty {
                Float::F64 | Float::Literal => format!("{value:?}"),
                Float::F32 => format!("{value:?}_f32"),
                Float::Param(name) => format!("{name}({value:?})"),
            },
            Operand::Const(Const::Bool(value)) => value.to_string(),
            Operand::Const(Const::Int { value, suffix }) => {
                format!("{value}{}", suffix.as_ref().map(|suffix| format!("_{suffix}")).unwrap_or_default())
            }
            Operand::Const(Const::Unit) => "()".to_owned(),
        }
    }

    /// ` -> x: f64, y: f64`, or nothing.
    fn results(&self, results: &[Value]) -> String {
        if results.is_empty() {
            String::new()
        } else {
            format!(" -> {}", self.bindings(results))
        }
    }

    fn bindings(&self, values: &[Value]) -> String {
        values.iter().map(|value| self.binding(*value)).collect::<Vec<_>>().join(", ")
    }

    /// A name where it is bound, with its type.
    fn binding(&self, value: Value) -> String {
        let Some(data) = self.function.values.get(value.0 as usize) else { return self.value(value) };
        let mark = if data.ty.is_differentiable() && !data.differentiable { "#[no_grad] " } else { "" };
        format!("{mark}{}: {}", data.ident, ty(&data.ty))
    }

    fn declaration(&self, place: Place) -> String {
        let Some(data) = self.function.places.get(place.0 as usize) else { return self.place(place) };
        let mark = if data.ty.is_differentiable() && !data.differentiable { "#[no_grad] " } else { "" };
        let word = match data.kind {
            PlaceKind::Shadow(_) => "shadow",
            PlaceKind::Owned | PlaceKind::Shared | PlaceKind::Exclusive | PlaceKind::Local if data.mutable => {
                "place mut"
            }
            PlaceKind::Owned | PlaceKind::Shared | PlaceKind::Exclusive | PlaceKind::Local => "place",
        };
        format!("{mark}{word} {}: {}", data.ident, ty(&data.ty))
    }

    /// A parameter: `x: f64`, `a: &mut [f64]`, `(p: f64, n: int)`.
    fn shape(&self, shape: &Shape) -> String {
        match shape {
            Shape::Value(value) => self.binding(*value),
            Shape::Place(place) => {
                let Some(data) = self.function.places.get(place.0 as usize) else { return self.place(*place) };
                let mark = if data.ty.is_differentiable() && !data.differentiable { "#[no_grad] " } else { "" };
                let (own, by) = match data.kind {
                    PlaceKind::Owned | PlaceKind::Local => (if data.mutable { "mut " } else { "" }, ""),
                    PlaceKind::Shared => ("", "&"),
                    PlaceKind::Exclusive => ("", "&mut "),
                    PlaceKind::Shadow(_) => ("shadow ", ""),
                };
                format!("{mark}{own}{}: {by}{}", data.ident, ty(&data.ty))
            }
            Shape::Tuple(items) => self.tuple(items),
            Shape::Wrapped { present, payload, error } => {
                let error = error.as_ref().map(|error| format!(" else {}", self.shape(error)));
                format!("if {}: {}{}", self.shape(present), self.shape(payload), error.unwrap_or_default())
            }
        }
    }

    fn output(&self, output: &Shape) -> String {
        match output {
            Shape::Value(_) | Shape::Place(_) | Shape::Wrapped { .. } => format!("({})", self.shape(output)),
            Shape::Tuple(items) => self.tuple(items),
        }
    }

    fn tuple(&self, items: &[Shape]) -> String {
        format!("({})", items.iter().map(|item| self.shape(item)).collect::<Vec<_>>().join(", "))
    }

    // Ids outside the tables print as numbers: the verifier shows broken functions.

    fn value(&self, value: Value) -> String {
        self.function.values.get(value.0 as usize).map_or(format!("%{}", value.0), |data| data.ident.to_string())
    }

    fn place(&self, place: Place) -> String {
        self.function.places.get(place.0 as usize).map_or(format!("@{}", place.0), |data| data.ident.to_string())
    }

    fn stack(&self, stack: Stack) -> String {
        self.function.stacks.get(stack.0 as usize).map_or(format!("#{}", stack.0), |data| data.ident.to_string())
    }
}

fn aggregate(kind: AggregateKind, items: &str) -> String {
    match kind {
        AggregateKind::Tuple => format!("({items})"),
        AggregateKind::Array => format!("[{items}]"),
        AggregateKind::Vec => format!("vec![{items}]"),
    }
}

fn symbol(op: Binary) -> &'static str {
    match op {
        Binary::Add => "+",
        Binary::Sub => "-",
        Binary::Mul => "*",
        Binary::Div => "/",
        Binary::Rem => "%",
        Binary::Lt => "<",
        Binary::Le => "<=",
        Binary::Gt => ">",
        Binary::Ge => ">=",
        Binary::Eq => "==",
        Binary::Ne => "!=",
        Binary::And => "&&",
        Binary::Or => "||",
    }
}
