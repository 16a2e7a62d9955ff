//! Prints programs as modules of the root package's test `tests/random_programs.rs`, which compiles them with rustc.
//!
//! Each module holds the annotated functions of one program and a `CASE`: its inputs as one flat list, and functions from flat
//! lists to flat lists that call the entry and its companions.

use super::program::{Argument, Output, ParamType, Program};

/// One file with a module for each program.
pub(crate) fn file(programs: &[Program]) -> String {
    let names: Vec<String> = programs.iter().map(|program| format!("seed_{}", program.seed)).collect();
    let cases: Vec<String> = names.iter().map(|name| format!("{name}::CASE")).collect();
    let mut source = format!(
        "use super::super::{{flat, Case}};\n\npub(crate) const CASES: [Case; {}] = [{}];\n",
        cases.len(),
        cases.join(", ")
    );
    for (name, program) in names.iter().zip(programs) {
        source.push_str(&format!("mod {name} {{\n{}\n}}\n", module(name, program)));
    }
    let parsed = syn::parse_file(&source).unwrap_or_else(|error| panic!("{error} in\n{source}"));
    let heading =
        "//! Made by `autograd-macros/src/random`; `UPDATE_EXPECT=1 cargo test -p autograd-macros` makes it again.\n\n";
    // A blank line between modules.
    format!("{heading}{}", prettyplease::unparse(&parsed).replace("\n}\nmod ", "\n}\n\nmod "))
}

fn module(name: &str, program: &Program) -> String {
    let entry = program.entry();
    let slots = Slot::all(program);
    let result = entry.output;
    let exclusive: Vec<&Slot> = slots.iter().filter(|slot| slot.ty.is_exclusive()).collect();
    let prelude: String = slots.iter().map(Slot::primal).collect();
    let shadows: String = slots.iter().map(Slot::shadow).collect();
    let args = join(slots.iter().map(Slot::argument));
    let with_shadows = join(slots.iter().flat_map(Slot::argument_and_shadow).chain(result.seed()));
    let references = slots.iter().filter(|slot| slot.is_reference());
    let again = join(references.flat_map(Slot::argument_and_shadow).chain(result.seed()));
    let gradients: Vec<String> = slots.iter().filter(|slot| slot.is_by_value()).map(Slot::gradient).collect();
    let outputs = {
        let own = if result == Output::Unit { None } else { Some("flat(&y)".to_owned()) };
        concat(own.into_iter().chain(exclusive.iter().map(|slot| format!("flat(&{})", slot.name))))
    };
    let gradient =
        concat(slots.iter().filter(|slot| slot.is_active()).map(|slot| format!("flat(&{})", slot.gradient())));
    let by_value = match gradients.as_slice() {
        [one] => one.clone(),
        several => format!("({})", several.join(", ")),
    };
    let bound = match (result, gradients.is_empty()) {
        (Output::Unit, true) => "let () =".to_owned(),
        (Output::Unit, false) => format!("let {by_value} ="),
        (_, true) => "let y =".to_owned(),
        (_, false) => format!("let (y, {by_value}) ="),
    };
    let pulled = if gradients.is_empty() { "let () =".to_owned() } else { format!("let {by_value} =") };
    let split = if result == Output::Unit { "let pullback" } else { "let (y, pullback)" };
    let called = if result == Output::Unit { "" } else { "let y = " };
    let restored: String = exclusive.iter().map(|slot| slot.assert_restored()).collect();
    let point: Vec<String> = program.arguments.iter().flat_map(numbers).map(|x| format!("{x:?}")).collect();
    let grad = if result == Output::Float && exclusive.is_empty() { "Some(grad)" } else { "None" };
    let functions = program.source("#[autograd::differentiable]");
    let mut text = format!(
        "use super::{{flat, Case}};
        pub(crate) const CASE: Case = Case {{ name: \"{name}\", point: &[{}], value, backward, vjp, grad: {grad} }};
        {functions}
        fn value(x: &[f64]) -> Vec<f64> {{ {prelude} {called} f({args}); {outputs} }}
        fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {{
            {prelude} {shadows} {bound} f_backward({with_shadows}); ({outputs}, {gradient})
        }}
        fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {{
            {prelude} {shadows} {split} = f_vjp({args}); let outputs = {outputs};
            {pulled} pullback({again}); {restored} (outputs, {gradient})
        }}",
        point.join(", ")
    );
    if grad == "Some(grad)" {
        let all = join(slots.iter().filter(|slot| slot.is_active()).map(Slot::gradient));
        let all = if all.contains(',') { format!("({all})") } else { all };
        text.push_str(&format!(
            "fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {{
                {prelude} let {all} = f_grad({args}); let alone = {gradient};
                let (y, {all}) = f_value_and_grad({args}); assert_eq!(alone, {gradient}); (flat(&y), {gradient})
            }}"
        ));
    }
    text
}

fn join(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

fn concat(items: impl Iterator<Item = String>) -> String {
    format!("[{}].concat()", items.collect::<Vec<_>>().join(", "))
}

fn numbers(argument: &Argument) -> Vec<f64> {
    match argument {
        Argument::Float(value) => vec![*value],
        Argument::Size(_) => Vec::new(),
        Argument::Pair(a, b) => vec![*a, *b],
        Argument::List(items) => items.clone(),
        Argument::Matrix(rows) => rows.concat(),
    }
}

impl Output {
    /// The last argument of `f_backward` and of a pullback, from the weights `w`.
    fn seed(self) -> Option<String> {
        match self {
            Output::Unit => None,
            Output::Float => Some("w[0]".to_owned()),
            Output::Pair => Some("(w[0], w[1])".to_owned()),
            Output::Array(len) => Some(format!("[{}]", places("w", 0, len))),
        }
    }

    fn len(self) -> usize {
        match self {
            Output::Unit => 0,
            Output::Float => 1,
            Output::Pair => 2,
            Output::Array(len) => len,
        }
    }
}

/// `x[3], x[4]`
fn places(list: &str, start: usize, len: usize) -> String {
    join((start..start + len).map(|at| format!("{list}[{at}]")))
}

/// A parameter of the entry and its part of the flat lists.
struct Slot {
    name: String,
    number: usize,
    ty: ParamType,
    argument: Argument,
    /// Where its floats start in `x`.
    start: usize,
    /// How many floats it has.
    len: usize,
    /// Where its weights start in `w`.
    weights: usize,
}

impl Slot {
    fn all(program: &Program) -> Vec<Slot> {
        let entry = program.entry();
        let (mut start, mut weights) = (0, entry.output.len());
        let mut slots = Vec::new();
        for (number, (param, argument)) in entry.params.iter().zip(&program.arguments).enumerate() {
            let len = numbers(argument).len();
            slots.push(Slot {
                name: format!("p{number}"),
                number,
                ty: param.ty,
                argument: argument.clone(),
                start,
                len,
                weights,
            });
            start += len;
            weights += if param.ty.is_exclusive() { len } else { 0 };
        }
        slots
    }

    fn is_active(&self) -> bool {
        !matches!(self.ty, ParamType::Size(_))
    }

    fn is_reference(&self) -> bool {
        self.ty.text().starts_with('&')
    }

    fn is_by_value(&self) -> bool {
        self.is_active() && !self.is_reference()
    }

    /// The gradient's name: what is returned of it, or its shadow.
    fn gradient(&self) -> String {
        if self.is_reference() {
            format!("d{}", self.number)
        } else {
            format!("g{}", self.number)
        }
    }

    /// Declares what the argument refers to, or is.
    fn primal(&self) -> String {
        let mutable = if self.ty.is_exclusive() { "mut " } else { "" };
        format!("let {mutable}{} = {};", self.name, self.contents("x", self.start))
    }

    /// Declares the shadow of a reference: the output's weights for `&mut`, zero for `&`.
    fn shadow(&self) -> String {
        if !self.is_reference() {
            return String::new();
        }
        let value = if self.ty.is_exclusive() {
            self.contents("w", self.weights)
        } else {
            match self.ty {
                ParamType::SharedFloat => "0.0".to_owned(),
                ParamType::SharedArray(len) => format!("[0.0; {len}]"),
                ParamType::SharedSlice
                | ParamType::SharedVector
                | ParamType::ExclusiveFloat
                | ParamType::ExclusiveSlice
                | ParamType::ExclusiveArray(_)
                | ParamType::Float
                | ParamType::Size(_)
                | ParamType::Pair
                | ParamType::Array(_)
                | ParamType::Matrix(..)
                | ParamType::Vector => format!("vec![0.0; {}]", self.len),
            }
        };
        format!("let mut d{} = {value};", self.number)
    }

    fn contents(&self, list: &str, start: usize) -> String {
        match self.ty {
            ParamType::Float | ParamType::SharedFloat | ParamType::ExclusiveFloat => format!("{list}[{start}]"),
            ParamType::Size(_) => match self.argument {
                Argument::Size(value) => format!("{value}_usize"),
                Argument::Float(_) | Argument::Pair(..) | Argument::List(_) | Argument::Matrix(_) => {
                    unreachable!("a `usize` has a `usize` for its argument")
                }
            },
            ParamType::Pair => format!("({})", places(list, start, 2)),
            ParamType::Array(len) | ParamType::SharedArray(len) | ParamType::ExclusiveArray(len) => {
                format!("[{}]", places(list, start, len))
            }
            ParamType::Matrix(rows, columns) => {
                format!(
                    "[{}]",
                    join((0..rows).map(|row| format!("[{}]", places(list, start + row * columns, columns))))
                )
            }
            ParamType::SharedSlice | ParamType::ExclusiveSlice | ParamType::Vector | ParamType::SharedVector => {
                format!("{list}[{start}..{}].to_vec()", start + self.len)
            }
        }
    }

    fn argument(&self) -> String {
        match (self.is_reference(), self.ty.is_exclusive(), self.ty) {
            (true, true, _) => format!("&mut {}", self.name),
            (true, false, _) => format!("&{}", self.name),
            (false, _, ParamType::Vector) => format!("{}.clone()", self.name),
            (false, _, _) => self.name.clone(),
        }
    }

    fn argument_and_shadow(&self) -> Vec<String> {
        let shadow = self.is_reference().then(|| format!("&mut d{}", self.number));
        std::iter::once(self.argument()).chain(shadow).collect()
    }

    fn assert_restored(&self) -> String {
        format!("assert_eq!(flat(&{}), x[{}..{}]);", self.name, self.start, self.start + self.len)
    }
}
