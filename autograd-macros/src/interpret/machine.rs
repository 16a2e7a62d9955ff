//! Frames, regions and statements.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::code::Code;
use super::{opaque, scalar, Data, Program};
use crate::ir::{
    AggregateKind, Arg, Binary, Call, Const, Expr, Function, Init, Loop, LoopKind, Opaque, Operand, Place, PlaceKind,
    Pull, Range, Rearrange, Region, Shape, Slot, Stmt, StmtKind, Type, Unary, Value,
};
use crate::reverse::Differentiated;

/// Enums have no data here.
pub(super) const WRAPPED: &str = "the interpreter runs no `Option` and no `Result`";

/// A statement budget: a program that needs more does not end.
const BUDGET: u64 = 20_000_000;

/// The functions that can be called, and the parsed form of the opaque code met so far.
pub(super) struct Machine<'a> {
    pub(super) program: &'a Program,
    parsed: RefCell<HashMap<*const Opaque, Rc<Code>>>,
    steps: Cell<u64>,
}

/// One activation: what every id of its function holds.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    values: Vec<Data>,
    places: Vec<Data>,
    stacks: Vec<Vec<Vec<Data>>>,
}

impl Frame {
    pub(super) fn of(function: &Function) -> Self {
        Frame {
            values: vec![Data::Missing; function.values.len()],
            places: vec![Data::Missing; function.places.len()],
            stacks: vec![Vec::new(); function.stacks.len()],
        }
    }

    pub(super) fn value(&self, value: Value) -> &Data {
        match &self.values[value.0 as usize] {
            Data::Missing => panic!("%{} is used and not bound", value.0),
            data => data,
        }
    }

    pub(super) fn bind(&mut self, value: Value, data: Data) {
        self.values[value.0 as usize] = data;
    }

    pub(super) fn place_mut(&mut self, place: Place) -> &mut Data {
        match &mut self.places[place.0 as usize] {
            Data::Missing => panic!("@{} is used and not declared", place.0),
            data => data,
        }
    }

    pub(super) fn place(&self, place: Place) -> &Data {
        match &self.places[place.0 as usize] {
            Data::Missing => panic!("@{} is used and not declared", place.0),
            data => data,
        }
    }

    pub(super) fn take_place(&mut self, place: Place) -> Data {
        std::mem::replace(&mut self.places[place.0 as usize], Data::Missing)
    }

    pub(super) fn operand(&self, operand: &Operand) -> Data {
        match operand {
            Operand::Value(value) => self.value(*value).clone(),
            Operand::Const(Const::Float { value, .. }) => Data::Float(*value),
            Operand::Const(Const::Bool(value)) => Data::Bool(*value),
            Operand::Const(Const::Int { value, .. }) => Data::Int(*value),
            Operand::Const(Const::Unit) => Data::Unit,
        }
    }

    fn operands(&self, operands: &[Operand]) -> Vec<Data> {
        operands.iter().map(|operand| self.operand(operand)).collect()
    }

    pub(super) fn bind_args(&mut self, function: &Function, args: &[Data]) {
        assert_eq!(args.len(), function.params.len(), "one argument for each parameter");
        for (param, arg) in function.params.iter().zip(args) {
            self.bind_shape(&param.shape, arg);
        }
    }

    fn bind_shape(&mut self, shape: &Shape, data: &Data) {
        match shape {
            Shape::Value(value) => self.bind(*value, data.clone()),
            Shape::Place(place) => self.places[place.0 as usize] = data.clone(),
            Shape::Tuple(items) if items.is_empty() => {}
            Shape::Tuple(items) => {
                for (item, part) in items.iter().zip(data.items()) {
                    self.bind_shape(item, part);
                }
            }
            Shape::Wrapped { .. } => panic!("a parameter is no output"),
        }
    }

    /// What a pullback gets again.
    pub(super) fn bind_references(&mut self, function: &Function, args: &[Data]) {
        for (param, arg) in function.params.iter().zip(args) {
            if let Shape::Place(place) = &param.shape {
                match function.place_data(*place).kind {
                    PlaceKind::Shared | PlaceKind::Exclusive => self.places[place.0 as usize] = arg.clone(),
                    PlaceKind::Owned | PlaceKind::Local | PlaceKind::Shadow(_) => {}
                }
            }
        }
    }

    /// Copies out what is behind `&mut`; a frame that lives on as a pullback holds no references.
    pub(super) fn release_args(&mut self, function: &Function, args: &mut [Data]) {
        for (param, arg) in function.params.iter().zip(args) {
            if let Shape::Place(place) = &param.shape {
                match function.place_data(*place).kind {
                    PlaceKind::Exclusive => *arg = self.take_place(*place),
                    PlaceKind::Shared => drop(self.take_place(*place)),
                    PlaceKind::Owned | PlaceKind::Local | PlaceKind::Shadow(_) => {}
                }
            }
        }
    }

    pub(super) fn bind_seeds(&mut self, form: &Differentiated, seed: &Data) {
        let mut leaves = Vec::new();
        flatten(&form.function.output, seed, &mut leaves);
        for (value, leaf) in form.seeds.iter().zip(leaves) {
            self.bind(*value, leaf);
        }
    }

    /// Shadows of references come from the caller, unless it has none; an owned parameter's starts at zero.
    pub(super) fn bind_shadows(&mut self, form: &Differentiated, shadows: &[Data]) {
        for (primal, shadow) in &form.shadows {
            self.places[shadow.0 as usize] = self.place(*primal).zero();
        }
        for (param, given) in form.function.params.iter().zip(shadows) {
            let Shape::Place(place) = &param.shape else { continue };
            let shadow = form.shadows.iter().find(|(primal, _)| primal == place);
            match (shadow, given, form.function.place_data(*place).kind) {
                (Some((_, shadow)), given, PlaceKind::Shared | PlaceKind::Exclusive) if !given.is_missing() => {
                    self.places[shadow.0 as usize] = given.clone();
                }
                (_, _, PlaceKind::Owned | PlaceKind::Shared | PlaceKind::Exclusive) => {}
                (_, _, PlaceKind::Local | PlaceKind::Shadow(_)) => unreachable!("ir::verify: it is a parameter"),
            }
        }
    }

    pub(super) fn assert_stacks_empty(&self, function: &Function) {
        for (stack, data) in self.stacks.iter().zip(&function.stacks) {
            assert!(stack.is_empty(), "`{}` holds {} entries after the backward part", data.ident, stack.len());
        }
    }
}

/// The leaves of a seed in the shape of the output.
fn flatten(shape: &Shape, seed: &Data, leaves: &mut Vec<Data>) {
    match shape {
        Shape::Value(_) => leaves.push(seed.clone()),
        Shape::Place(_) => panic!("a leaf of the output is a place"),
        Shape::Wrapped { .. } => panic!("{WRAPPED}"),
        Shape::Tuple(items) if items.is_empty() => {}
        Shape::Tuple(items) => {
            items.iter().zip(seed.items()).for_each(|(item, part)| flatten(item, part, leaves));
        }
    }
}

impl<'a> Machine<'a> {
    pub(super) fn new(program: &'a Program) -> Self {
        Machine { program, parsed: RefCell::default(), steps: Cell::new(0) }
    }

    /// Counts a statement.
    pub(super) fn step(&self) {
        self.steps.set(self.steps.get() + 1);
        assert!(self.steps.get() < BUDGET, "the program runs for more than {BUDGET} statements");
    }

    pub(super) fn stmts(&self, function: &Function, frame: &mut Frame, region: &Region) {
        for stmt in &region.stmts {
            self.stmt(function, frame, stmt);
        }
    }

    fn region(&self, function: &Function, frame: &mut Frame, region: &Region) -> Vec<Data> {
        self.stmts(function, frame, region);
        frame.operands(&region.yields)
    }

    fn stmt(&self, function: &Function, frame: &mut Frame, stmt: &Stmt) {
        self.step();
        match &stmt.kind {
            StmtKind::Let { value, expr } => {
                let data = self.expr(function, frame, expr);
                frame.bind(*value, data);
            }
            StmtKind::Declare { place, init } => {
                let data = self.init(function, frame, init);
                frame.places[place.0 as usize] = data;
            }
            StmtKind::Store { path, value } => {
                let data = frame.operand(value);
                frame.view(path).store(data);
            }
            StmtKind::Accumulate { path, value } => {
                let data = frame.operand(value);
                frame.view(path).accumulate(&data);
            }
            StmtKind::If { cond, results, then, otherwise } => {
                let side = if frame.operand(cond).bool() { then } else { otherwise };
                let found = self.region(function, frame, side);
                bind_all(frame, results, found);
            }
            StmtKind::Loop(inner) => self.loop_stmt(function, frame, inner),
            StmtKind::Append { path, value } => {
                let data = frame.operand(value);
                frame.view(path).vector().push(data);
            }
            StmtKind::Remove { path, value, .. } => {
                let data = frame.view(path).vector().pop();
                frame.bind(*value, data.expect("a vector from which something is removed is not empty"));
            }
            StmtKind::Rearrange(rearrange) => self.rearrange(frame, rearrange),
            StmtKind::Call(call) => self.call(function, frame, call),
            StmtKind::Effect { code, .. } => {
                self.opaque(function, frame, code);
            }
            StmtKind::Take { value, path } => {
                let data = frame.view(path).take();
                frame.bind(*value, data);
            }
            StmtKind::Pack { saved, variant, items } => {
                let items = frame.operands(items);
                frame.bind(*saved, Data::Pack(*variant, items));
            }
            StmtKind::Resume { saved, results, items, arms } => {
                let Data::Pack(variant, saved) = frame.value(*saved).clone() else {
                    panic!("`resume` of something that is not packed");
                };
                let side = usize::from(variant.unwrap_or(0));
                bind_all(frame, &items[side], saved);
                let found = self.region(function, frame, &arms[side]);
                bind_all(frame, results, found);
            }
            StmtKind::Push { stack, items } => {
                let items = frame.operands(items);
                frame.stacks[stack.0 as usize].push(items);
            }
            StmtKind::Pop { stack, items } => {
                let found = frame.stacks[stack.0 as usize].pop();
                let found = found.unwrap_or_else(|| panic!("`{}` is empty", function.stack_data(*stack).ident));
                bind_all(frame, items, found);
            }
            StmtKind::Pull(pull) => self.pull_stmt(function, frame, pull),
        }
    }

    fn rearrange(&self, frame: &mut Frame, rearrange: &Rearrange) {
        match rearrange {
            Rearrange::Swap(a, b) => {
                let (left, right) = (frame.view(a).load(), frame.view(b).load());
                frame.view(a).store(right);
                frame.view(b).store(left);
            }
            Rearrange::Elements(path, a, b) => {
                let (a, b) = (frame.operand(a).size(), frame.operand(b).size());
                frame.view(path).items().swap(a, b);
            }
            Rearrange::Reverse(path) => frame.view(path).items().reverse(),
            Rearrange::RotateLeft(path, k) => {
                let k = frame.operand(k).size();
                frame.view(path).items().rotate_left(k);
            }
            Rearrange::RotateRight(path, k) => {
                let k = frame.operand(k).size();
                frame.view(path).items().rotate_right(k);
            }
        }
    }

    fn loop_stmt(&self, function: &Function, frame: &mut Frame, inner: &Loop) {
        let mut carried: Vec<Data> = inner.carried.iter().map(|carried| frame.operand(&carried.init)).collect();
        let params: Vec<Value> = inner.carried.iter().map(|carried| carried.param).collect();
        let mut indices = match &inner.kind {
            LoopKind::Range(range) => Some(elements(frame, range).into_iter()),
            LoopKind::While { .. } => None,
        };
        loop {
            match (&inner.kind, &mut indices) {
                (LoopKind::Range(range), Some(indices)) => match indices.next() {
                    Some(index) => frame.bind(range.index, Data::Int(index)),
                    None => break,
                },
                (LoopKind::While { cond }, _) => {
                    bind_all(frame, &params, carried.clone());
                    if !self.region(function, frame, cond)[0].bool() {
                        break;
                    }
                }
                (LoopKind::Range(_), None) => unreachable!("a range loop has indices"),
            }
            bind_all(frame, &params, carried);
            carried = self.region(function, frame, &inner.body);
            if inner.exits && !carried.pop().expect("a loop that exits yields a boolean").bool() {
                break;
            }
        }
        let results: Vec<Value> = inner.carried.iter().map(|carried| carried.result).collect();
        bind_all(frame, &results, carried);
    }

    fn call(&self, function: &Function, frame: &mut Frame, call: &Call) {
        let name = call.callee.name.to_string();
        let mut args: Vec<Data> = call.args.iter().map(|arg| self.arg(function, frame, arg)).collect();
        let result = match call.pullback {
            None => self.primal(&name, &mut args),
            Some(pullback) => {
                let (result, closure) = self.split(&name, &mut args);
                frame.bind(pullback, Data::Pullback(closure));
                result
            }
        };
        for (arg, data) in call.args.iter().zip(args) {
            copy_out(frame, arg, data);
        }
        frame.bind(call.result, result);
    }

    fn pull_stmt(&self, function: &Function, frame: &mut Frame, pull: &Pull) {
        let Data::Pullback(pullback) = frame.value(pull.pullback).clone() else {
            panic!("`pull` of something that is no pullback");
        };
        let again = |slot: &Slot, frame: &mut Frame| match &slot.arg {
            Arg::Value(_) => Data::Missing,
            Arg::Ref { .. } | Arg::RefValue(_) | Arg::Opaque(_) => self.arg(function, frame, &slot.arg),
        };
        let mut args: Vec<Data> = pull.slots.iter().map(|slot| again(slot, frame)).collect();
        let shadow = |slot: &Slot| slot.shadow.as_ref().map_or(Data::Missing, |path| frame.view(path).load());
        let mut shadows: Vec<Data> = pull.slots.iter().map(shadow).collect();
        let seed = frame.operand(&pull.seed);
        self.pull(&pullback, &mut args, &mut shadows, &seed);
        for ((slot, arg), shadow) in pull.slots.iter().zip(args).zip(shadows) {
            copy_out(frame, &slot.arg, arg);
            if let Some(path) = &slot.shadow {
                frame.view(path).store(shadow);
            }
        }
    }

    fn arg(&self, function: &Function, frame: &mut Frame, arg: &Arg) -> Data {
        match arg {
            Arg::Value(operand) | Arg::RefValue(operand) => frame.operand(operand),
            Arg::Ref { path, .. } => frame.view(path).load(),
            Arg::Opaque(opaque) => self.opaque(function, frame, opaque),
        }
    }

    fn expr(&self, function: &Function, frame: &mut Frame, expr: &Expr) -> Data {
        match expr {
            Expr::Copy(operand) | Expr::Detach(operand) | Expr::Borrow(operand) => frame.operand(operand),
            Expr::Unary(Unary::Neg, operand) => frame.operand(operand).map(&|x| -x),
            Expr::Unary(Unary::Not, operand) => Data::Bool(!frame.operand(operand).bool()),
            Expr::Binary(op, a, b) => binary(*op, frame.operand(a), frame.operand(b)),
            Expr::Function(name, operands) => scalar::method(name, &frame.operands(operands)),
            Expr::Helper(name, operands) => scalar::helper(name, &frame.operands(operands)),
            Expr::Cast(operand, ty, tokens) => cast(&frame.operand(operand), ty, &tokens.to_string()),
            Expr::Load(path) => frame.view(path).load(),
            // What is moved out is never read again: a copy serves as well.
            Expr::Move(place) => frame.place(*place).clone(),
            Expr::Aggregate(kind, operands) => aggregate(*kind, frame.operands(operands)),
            Expr::Project(operand, index) => frame.operand(operand).items()[*index as usize].clone(),
            Expr::Opaque(opaque) => self.opaque(function, frame, opaque),
            Expr::ZeroOf(operand) => frame.operand(operand).zero(),
        }
    }

    fn init(&self, function: &Function, frame: &mut Frame, init: &Init) -> Data {
        match init {
            Init::Repeat { value, len, .. } => {
                let item = self.init(function, frame, value);
                Data::List(vec![item; self.opaque(function, frame, len).size()])
            }
            Init::List { kind, items } => {
                aggregate(*kind, items.iter().map(|item| self.init(function, frame, item)).collect())
            }
            Init::Struct { name, .. } => unreachable!("the interpreter runs no user types: {name}"),
            Init::Value(operand) => frame.operand(operand),
            Init::CopyOf { path, .. } => frame.view(path).load(),
            Init::Opaque(opaque) => self.opaque(function, frame, opaque),
            Init::ZeroOf(path) => frame.view(path).load().zero(),
        }
    }

    fn opaque(&self, function: &Function, frame: &mut Frame, opaque: &Opaque) -> Data {
        // Functions are borrowed for as long as the machine lives, so an address stands for one piece of code.
        let known = self.parsed.borrow().get(&std::ptr::from_ref(opaque)).cloned();
        let code = known.unwrap_or_else(|| {
            let code = Rc::new(opaque::parse(function, opaque));
            self.parsed.borrow_mut().insert(std::ptr::from_ref(opaque), Rc::clone(&code));
            code
        });
        code.run(self, frame)
    }
}

fn bind_all(frame: &mut Frame, values: &[Value], data: Vec<Data>) {
    assert_eq!(values.len(), data.len(), "one result for each value that it is bound to");
    values.iter().zip(data).for_each(|(value, data)| frame.bind(*value, data));
}

/// A `&mut` argument after the call.
fn copy_out(frame: &mut Frame, arg: &Arg, data: Data) {
    match arg {
        Arg::Ref { path, mutable: true } => frame.view(path).store(data),
        Arg::Ref { mutable: false, .. } | Arg::Value(_) | Arg::RefValue(_) | Arg::Opaque(_) => {}
    }
}

/// The elements of a range, in the order of the loop.
fn elements(frame: &Frame, range: &Range) -> Vec<i128> {
    let (start, end) = (frame.operand(&range.start).int(), frame.operand(&range.end).int());
    let end = if range.inclusive { end + 1 } else { end };
    let step = range.step.as_ref().map_or(1, |step| frame.operand(step).size());
    let mut elements: Vec<i128> = (start..end).step_by(step).collect();
    if range.reversed {
        elements.reverse();
    }
    elements
}

fn aggregate(kind: AggregateKind, items: Vec<Data>) -> Data {
    match kind {
        AggregateKind::Tuple if items.is_empty() => Data::Unit,
        AggregateKind::Tuple => Data::Tuple(items),
        AggregateKind::Array | AggregateKind::Vec => Data::List(items),
    }
}

fn binary(op: Binary, a: Data, b: Data) -> Data {
    match op {
        Binary::Add => match (a, b) {
            (Data::Float(a), Data::Float(b)) => Data::Float(a + b),
            (mut a, b) => {
                a.add(&b);
                a
            }
        },
        Binary::Sub => match (a, b) {
            (Data::Float(a), Data::Float(b)) => Data::Float(a - b),
            (mut a, b) => {
                a.add(&b.map(&|x| -x));
                a
            }
        },
        Binary::Mul => Data::Float(a.float() * b.float()),
        Binary::Div => Data::Float(a.float() / b.float()),
        Binary::Rem => Data::Float(a.float() % b.float()),
        Binary::Lt => Data::Bool(a.float() < b.float()),
        Binary::Le => Data::Bool(a.float() <= b.float()),
        Binary::Gt => Data::Bool(a.float() > b.float()),
        Binary::Ge => Data::Bool(a.float() >= b.float()),
        Binary::Eq => Data::Bool(a.float() == b.float()),
        Binary::Ne => Data::Bool(a.float() != b.float()),
        Binary::And => Data::Bool(a.bool() && b.bool()),
        Binary::Or => Data::Bool(a.bool() || b.bool()),
    }
}

fn cast(operand: &Data, ty: &Type, target: &str) -> Data {
    match (operand, ty) {
        (Data::Float(value), Type::Float(_)) => Data::Float(opaque::round_to(target, *value)),
        (Data::Int(value), Type::Float(_)) => Data::Float(opaque::round_to(target, *value as f64)),
        (Data::Float(value), _) => Data::Int(opaque::saturate(target, *value)),
        (Data::Int(value), _) => Data::Int(opaque::wrap(target, *value)),
        (other, _) => panic!("{other:?} is cast to {target}"),
    }
}
