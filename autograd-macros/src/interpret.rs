//! Runs functions of the IR, primal and differentiated, so that tests check thousands of programs without rustc.
//!
//! A reference argument is copied in on entry and, where it is mutable, copied out on return: the borrow checker rules out
//! that anyone could tell. All floats are `f64` (a cast to `f32` rounds), all integers are `i128`.

mod code;
mod data;
mod machine;
mod opaque;
mod path;
mod scalar;
mod tests;

use std::collections::HashMap;
use std::rc::Rc;

use crate::ir::{print, Function, Operand, PlaceKind, Shape};
use crate::reverse::Differentiated;
pub(crate) use data::Data;
use machine::{Frame, Machine};

/// The functions that may call each other, by name.
#[derive(Default)]
pub(crate) struct Program {
    functions: HashMap<String, Forms>,
}

/// One function before and after differentiation.
pub(crate) struct Forms {
    pub(crate) primal: Function,
    /// As `f_backward` runs it.
    pub(crate) joint: Option<Differentiated>,
    /// As `f_call` and `f_vjp` run it.
    pub(crate) split: Option<Differentiated>,
}

/// Runs the functions of a program.
pub(crate) struct Interpreter<'a> {
    machine: Machine<'a>,
}

/// What the forward part of a function's split form leaves for its backward part. It can be pulled many times.
#[derive(Clone, Debug)]
pub(crate) struct Pullback {
    function: String,
    frame: Rc<Frame>,
}

impl Program {
    pub(crate) fn insert(&mut self, name: &str, forms: Forms) {
        self.functions.insert(name.to_owned(), forms);
    }

    /// All forms of all functions, for messages.
    pub(crate) fn print(&self) -> String {
        let mut names: Vec<&String> = self.functions.keys().collect();
        names.sort();
        let mut text = String::new();
        for name in names {
            let Forms { primal, joint, split } = &self.functions[name];
            text.push_str(&format!("{name}: {}", print::function(primal)));
            for (title, form) in [("joint", joint), ("split", split)] {
                if let Some(form) = form {
                    text.push_str(&format!("{name}, {title}: {}", print::differentiated(form)));
                }
            }
        }
        text
    }

    fn forms(&self, name: &str) -> &Forms {
        self.functions.get(name).unwrap_or_else(|| panic!("the program has no function `{name}`"))
    }
}

impl<'a> Interpreter<'a> {
    pub(crate) fn new(program: &'a Program) -> Self {
        Interpreter { machine: Machine::new(program) }
    }

    /// Calls the primal with one argument for each parameter, and returns its result. What is behind `&mut` is updated.
    pub(crate) fn primal(&self, name: &str, args: &mut [Data]) -> Data {
        self.machine.primal(name, args)
    }

    /// Calls the joint form, as `f_backward`: adds the gradient of each argument into its shadow, and returns the result.
    /// The shadow of a `&mut` argument holds the output's adjoint on entry and the input's on exit.
    pub(crate) fn joint(&self, name: &str, args: &mut [Data], shadows: &mut [Data], seed: &Data) -> Data {
        self.machine.joint(name, args, shadows, seed)
    }

    /// Calls the forward part of the split form, as `f_vjp`.
    pub(crate) fn split(&self, name: &str, args: &mut [Data]) -> (Data, Pullback) {
        self.machine.split(name, args)
    }

    /// Calls a pullback with the arguments again. What is behind `&mut` gets back what it held before `split`.
    pub(crate) fn pull(&self, pullback: &Pullback, args: &mut [Data], shadows: &mut [Data], seed: &Data) {
        self.machine.pull(pullback, args, shadows, seed);
    }
}

impl Machine<'_> {
    fn primal(&self, name: &str, args: &mut [Data]) -> Data {
        let function = &self.program.forms(name).primal;
        let mut frame = Frame::of(function);
        frame.bind_args(function, args);
        self.stmts(function, &mut frame, &function.body);
        let result = self.result(&frame, &function.output, &mut function.body.yields.iter());
        frame.release_args(function, args);
        result
    }

    fn joint(&self, name: &str, args: &mut [Data], shadows: &mut [Data], seed: &Data) -> Data {
        let joint = self.program.forms(name).joint.as_ref();
        let joint = joint.unwrap_or_else(|| panic!("`{name}` has no joint form"));
        let function = &joint.function;
        let mut frame = Frame::of(function);
        frame.bind_args(function, args);
        frame.bind_seeds(joint, seed);
        frame.bind_shadows(joint, shadows);
        self.stmts(function, &mut frame, &joint.forward);
        let result = self.result(&frame, &function.output, &mut joint.forward.yields.iter());
        self.stmts(function, &mut frame, &joint.backward);
        self.release_shadows(&mut frame, joint, shadows);
        frame.release_args(function, args);
        frame.assert_stacks_empty(function);
        result
    }

    fn split(&self, name: &str, args: &mut [Data]) -> (Data, Pullback) {
        let split = self.split_form(name);
        let function = &split.function;
        let mut frame = Frame::of(function);
        frame.bind_args(function, args);
        self.stmts(function, &mut frame, &split.forward);
        let result = self.result(&frame, &function.output, &mut split.forward.yields.iter());
        frame.release_args(function, args);
        (result, Pullback { function: name.to_owned(), frame: Rc::new(frame) })
    }

    fn pull(&self, pullback: &Pullback, args: &mut [Data], shadows: &mut [Data], seed: &Data) {
        let split = self.split_form(&pullback.function);
        let function = &split.function;
        let mut frame = (*pullback.frame).clone();
        frame.bind_references(function, args);
        frame.bind_seeds(split, seed);
        frame.bind_shadows(split, shadows);
        self.stmts(function, &mut frame, &split.backward);
        self.release_shadows(&mut frame, split, shadows);
        frame.release_args(function, args);
        frame.assert_stacks_empty(function);
    }

    fn split_form(&self, name: &str) -> &Differentiated {
        let split = self.program.forms(name).split.as_ref();
        split.unwrap_or_else(|| panic!("`{name}` has no split form"))
    }

    /// The yields in the shape of the return value.
    fn result<'y>(&self, frame: &Frame, shape: &Shape, yields: &mut impl Iterator<Item = &'y Operand>) -> Data {
        match shape {
            Shape::Value(_) => frame.operand(yields.next().expect("one yield for each leaf of the output")),
            Shape::Place(_) => panic!("a leaf of the output is a place"),
            Shape::Wrapped { .. } => panic!("{}", machine::WRAPPED),
            Shape::Tuple(items) if items.is_empty() => Data::Unit,
            Shape::Tuple(items) => {
                let mut leaves = Vec::new();
                for item in items {
                    leaves.push(self.result(frame, item, &mut *yields));
                }
                Data::Tuple(leaves)
            }
        }
    }

    /// Adds what the backward part found into the caller's shadows.
    fn release_shadows(&self, frame: &mut Frame, form: &Differentiated, shadows: &mut [Data]) {
        let adjoints: Vec<Data> = form.backward.yields.iter().map(|operand| frame.operand(operand)).collect();
        for (param, shadow) in form.function.params.iter().zip(shadows) {
            release_shadow(frame, form, &adjoints, &param.shape, shadow);
        }
    }
}

fn release_shadow(frame: &mut Frame, form: &Differentiated, adjoints: &[Data], shape: &Shape, shadow: &mut Data) {
    match shape {
        _ if shadow.is_missing() => {}
        Shape::Value(value) => {
            if let Some(at) = form.by_value.iter().position(|by_value| by_value == value) {
                shadow.add(&adjoints[at]);
            }
        }
        Shape::Place(place) => {
            if let Some((_, inner)) = form.shadows.iter().find(|(primal, _)| primal == place) {
                let found = frame.take_place(*inner);
                match form.function.place_data(*place).kind {
                    PlaceKind::Owned => shadow.add(&found),
                    PlaceKind::Shared | PlaceKind::Exclusive | PlaceKind::Local | PlaceKind::Shadow(_) => {
                        *shadow = found
                    }
                }
            }
        }
        Shape::Tuple(items) => {
            for (item, part) in items.iter().zip(shadow.items_mut()) {
                release_shadow(frame, form, adjoints, item, part);
            }
        }
        Shape::Wrapped { .. } => panic!("a parameter is no output"),
    }
}
