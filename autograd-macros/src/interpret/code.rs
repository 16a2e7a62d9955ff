//! Opaque user code in a form that runs, and running it.

use super::machine::Frame;
use super::{opaque, scalar, Data};
use crate::ir::{Place, Value};

/// Scalar Rust: what indices, conditions and effects are made of.
#[derive(Debug)]
pub(super) enum Code {
    Constant(Data),
    Value(Value),
    Place(Place),
    /// Bound inside the code, by `let` or a pattern.
    Local(String),
    Not(Box<Code>),
    Negate(Box<Code>),
    Binary(Operator, Box<Code>, Box<Code>),
    And(Box<Code>, Box<Code>),
    Or(Box<Code>, Box<Code>),
    /// To the type with this name.
    Cast(Box<Code>, String),
    Index(Box<Code>, Box<Code>),
    Slice(Box<Code>, Box<Code>),
    Element(Box<Code>, usize),
    /// A method, or an associated function with its receiver first.
    Method(String, Vec<Code>),
    Tuple(Vec<Code>),
    List(Vec<Code>),
    Repeat(Box<Code>, Box<Code>),
    /// Start and exclusive end; an open end is `None`.
    Range(Option<Box<Code>>, Option<Box<Code>>, bool),
    /// Everything runs; the last one is the value, unless a semicolon follows it.
    Block(Vec<Code>, bool),
    Let(Pattern, Box<Code>),
    If(Box<Code>, Box<Code>, Option<Box<Code>>),
    /// `let pattern = code` as a condition, `matches!`.
    Matches(Pattern, Option<Box<Code>>, Box<Code>),
    Match(Box<Code>, Vec<(Pattern, Option<Code>, Code)>),
    Assign(Box<Code>, Box<Code>),
    AssignWith(Operator, Box<Code>, Box<Code>),
    /// Panics with the text if false.
    Assert(Box<Code>, String),
    /// A macro that prints: its arguments are not even looked at.
    Print,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Operator {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    BitAnd,
    BitOr,
    BitXor,
    Shl,
    Shr,
    Lt,
    Le,
    Gt,
    Ge,
    Eq,
    Ne,
}

#[derive(Debug)]
pub(super) enum Pattern {
    Any,
    Bind(String),
    Constant(Data),
    /// Both ends inclusive.
    Range(Option<i128>, Option<i128>),
    Either(Vec<Pattern>),
    Tuple(Vec<Pattern>),
}

/// Names bound so far, innermost last.
type Locals = Vec<(String, Data)>;

impl Code {
    pub(super) fn run(&self, frame: &mut Frame) -> Data {
        self.eval(frame, &mut Vec::new())
    }

    fn eval(&self, frame: &mut Frame, locals: &mut Locals) -> Data {
        match self {
            Code::Constant(data) => data.clone(),
            Code::Value(value) => frame.value(*value).clone(),
            Code::Place(place) => frame.place(*place).clone(),
            Code::Local(name) => local(locals, name).clone(),
            Code::Not(code) => Data::Bool(!code.eval(frame, locals).bool()),
            Code::Negate(code) => match code.eval(frame, locals) {
                Data::Int(value) => Data::Int(-value),
                other => Data::Float(-other.float()),
            },
            Code::Binary(op, a, b) => {
                let (a, b) = (a.eval(frame, locals), b.eval(frame, locals));
                op.apply(&a, &b)
            }
            Code::And(a, b) => Data::Bool(a.eval(frame, locals).bool() && b.eval(frame, locals).bool()),
            Code::Or(a, b) => Data::Bool(a.eval(frame, locals).bool() || b.eval(frame, locals).bool()),
            Code::Cast(code, target) => convert(&code.eval(frame, locals), target),
            Code::Index(..) | Code::Element(..) => self.reach(frame, locals),
            Code::Slice(list, range) => {
                let list = list.eval(frame, locals);
                let (start, end) = range.bounds(list.items().len(), frame, locals);
                match list.items().get(start..end) {
                    Some(run) => Data::List(run.to_vec()),
                    None => panic!("range {start}..{end} of {} elements", list.items().len()),
                }
            }
            Code::Method(name, operands) => self.method(name, operands, frame, locals),
            Code::Tuple(items) if items.is_empty() => Data::Unit,
            Code::Tuple(items) => Data::Tuple(items.iter().map(|item| item.eval(frame, locals)).collect()),
            Code::List(items) => Data::List(items.iter().map(|item| item.eval(frame, locals)).collect()),
            Code::Repeat(item, len) => {
                let item = item.eval(frame, locals);
                Data::List(vec![item; len.eval(frame, locals).size()])
            }
            Code::Range(..) => panic!("a range is used as a value: {self:?}"),
            Code::Block(steps, ends_in_value) => {
                let depth = locals.len();
                let mut last = Data::Unit;
                for step in steps {
                    last = step.eval(frame, locals);
                }
                locals.truncate(depth);
                if *ends_in_value {
                    last
                } else {
                    Data::Unit
                }
            }
            Code::Let(pattern, code) => {
                let data = code.eval(frame, locals);
                assert!(pattern.matches(&data, locals), "{data:?} does not match {pattern:?}");
                Data::Unit
            }
            Code::If(cond, then, otherwise) => {
                let depth = locals.len();
                let side = cond.eval(frame, locals).bool();
                let found = match (side, otherwise) {
                    (true, _) => then.eval(frame, locals),
                    (false, Some(otherwise)) => otherwise.eval(frame, locals),
                    (false, None) => Data::Unit,
                };
                locals.truncate(depth);
                found
            }
            Code::Matches(pattern, guard, code) => {
                let data = code.eval(frame, locals);
                let holds = pattern.matches(&data, locals);
                Data::Bool(holds && guard.as_ref().is_none_or(|guard| guard.eval(frame, locals).bool()))
            }
            Code::Match(scrutinee, arms) => {
                let data = scrutinee.eval(frame, locals);
                let depth = locals.len();
                for (pattern, guard, body) in arms {
                    let holds = pattern.matches(&data, locals);
                    if holds && guard.as_ref().is_none_or(|guard| guard.eval(frame, locals).bool()) {
                        let found = body.eval(frame, locals);
                        locals.truncate(depth);
                        return found;
                    }
                    locals.truncate(depth);
                }
                panic!("no arm matches {data:?}")
            }
            Code::Assign(target, code) => {
                let data = code.eval(frame, locals);
                *target.target(frame, locals) = data;
                Data::Unit
            }
            Code::AssignWith(op, target, code) => {
                let right = code.eval(frame, locals);
                let target = target.target(frame, locals);
                *target = op.apply(target, &right);
                Data::Unit
            }
            Code::Assert(code, text) => {
                assert!(code.eval(frame, locals).bool(), "{text}");
                Data::Unit
            }
            Code::Print => Data::Unit,
        }
    }

    /// Reads an element without copying the container.
    fn reach(&self, frame: &mut Frame, locals: &mut Locals) -> Data {
        let mut indices = Vec::new();
        let mut code = self;
        loop {
            match code {
                Code::Index(inner, index) => {
                    indices.push(index.eval(frame, locals).size());
                    code = inner;
                }
                Code::Element(inner, index) => {
                    indices.push(*index);
                    code = inner;
                }
                _ => break,
            }
        }
        let owned;
        let mut data = match code {
            Code::Place(place) => frame.place(*place),
            Code::Value(value) => frame.value(*value),
            Code::Local(name) => local(locals, name),
            other => {
                owned = other.eval(frame, locals);
                &owned
            }
        };
        for index in indices.into_iter().rev() {
            let items = data.items();
            data = items.get(index).unwrap_or_else(|| panic!("index {index} of {} elements", items.len()));
        }
        data.clone()
    }

    /// What an assignment writes to.
    fn target<'f>(&self, frame: &'f mut Frame, locals: &'f mut Locals) -> &'f mut Data {
        match self {
            Code::Place(place) => frame.place_mut(*place),
            Code::Local(name) => {
                let found = locals.iter_mut().rev().find(|(local, _)| local == name);
                &mut found.unwrap_or_else(|| panic!("`{name}` is not bound")).1
            }
            Code::Index(inner, index) => {
                let index = index.eval(frame, locals).size();
                &mut inner.target(frame, locals).items_mut()[index]
            }
            Code::Element(inner, index) => &mut inner.target(frame, locals).items_mut()[*index],
            other => panic!("an assignment to {other:?}"),
        }
    }

    fn bounds(&self, len: usize, frame: &mut Frame, locals: &mut Locals) -> (usize, usize) {
        let Code::Range(start, end, inclusive) = self else { panic!("{self:?} is used as a range") };
        let mut at = |bound: &Option<Box<Code>>| bound.as_ref().map(|bound| bound.eval(frame, locals).size());
        let start = at(start).unwrap_or(0);
        (start, at(end).map_or(len, |end| end + usize::from(*inclusive)))
    }

    fn method(&self, name: &str, operands: &[Code], frame: &mut Frame, locals: &mut Locals) -> Data {
        let (receiver, rest) = operands.split_first().expect("a method has a receiver");
        if let (Code::Range(start, end, inclusive), "contains") = (receiver, name) {
            let x = rest[0].eval(frame, locals);
            let above = start.as_ref().is_none_or(|start| Operator::Ge.apply(&x, &start.eval(frame, locals)).bool());
            let op = if *inclusive { Operator::Le } else { Operator::Lt };
            let below = end.as_ref().is_none_or(|end| op.apply(&x, &end.eval(frame, locals)).bool());
            return Data::Bool(above && below);
        }
        let rest: Vec<Data> = rest.iter().map(|operand| operand.eval(frame, locals)).collect();
        if let "push" | "swap" | "fill" | "pop" = name {
            return opaque::mutate(name, receiver.target(frame, locals).items_mut(), rest);
        }
        if let ("len", Code::Place(place)) = (name, receiver) {
            return Data::Int(frame.place(*place).items().len() as i128);
        }
        let receiver = receiver.eval(frame, locals);
        match &receiver {
            Data::List(items) => match name {
                "len" => Data::Int(items.len() as i128),
                "is_empty" => Data::Bool(items.is_empty()),
                "clone" | "to_vec" => receiver,
                _ => panic!("the method `{name}` of a list is not interpreted"),
            },
            Data::Int(x) => opaque::integer_method(name, *x, &rest),
            Data::Float(_) if name == "clone" => receiver,
            Data::Float(_) => {
                let operands: Vec<Data> = std::iter::once(receiver).chain(rest).collect();
                scalar::method(name, &operands)
            }
            other => panic!("the method `{name}` of {other:?} is not interpreted"),
        }
    }
}

fn local<'l>(locals: &'l Locals, name: &str) -> &'l Data {
    let found = locals.iter().rev().find(|(local, _)| local == name);
    &found.unwrap_or_else(|| panic!("`{name}` is not bound")).1
}

fn convert(data: &Data, target: &str) -> Data {
    match (data, target) {
        (Data::Float(value), "f32" | "f64") => Data::Float(opaque::round_to(target, *value)),
        (Data::Int(value), "f32" | "f64") => Data::Float(opaque::round_to(target, *value as f64)),
        (Data::Float(value), _) => Data::Int(opaque::saturate(target, *value)),
        (Data::Int(value), _) => Data::Int(opaque::wrap(target, *value)),
        (Data::Bool(value), _) => Data::Int(i128::from(*value)),
        (other, _) => panic!("{other:?} is cast to {target}"),
    }
}

impl Operator {
    pub(super) fn apply(self, a: &Data, b: &Data) -> Data {
        match (a, b) {
            (Data::Int(a), Data::Int(b)) => self.integers(*a, *b),
            (Data::Bool(a), Data::Bool(b)) => self.booleans(*a, *b),
            (a, b) => self.floats(a.float(), b.float()),
        }
    }

    fn integers(self, a: i128, b: i128) -> Data {
        assert!(b != 0 || !matches!(self, Operator::Div | Operator::Rem), "{a} is divided by zero");
        match self {
            Operator::Add => Data::Int(a + b),
            Operator::Sub => Data::Int(a - b),
            Operator::Mul => Data::Int(a * b),
            Operator::Div => Data::Int(a / b),
            Operator::Rem => Data::Int(a % b),
            Operator::BitAnd => Data::Int(a & b),
            Operator::BitOr => Data::Int(a | b),
            Operator::BitXor => Data::Int(a ^ b),
            Operator::Shl => Data::Int(a << b),
            Operator::Shr => Data::Int(a >> b),
            Operator::Lt => Data::Bool(a < b),
            Operator::Le => Data::Bool(a <= b),
            Operator::Gt => Data::Bool(a > b),
            Operator::Ge => Data::Bool(a >= b),
            Operator::Eq => Data::Bool(a == b),
            Operator::Ne => Data::Bool(a != b),
        }
    }

    fn floats(self, a: f64, b: f64) -> Data {
        match self {
            Operator::Add => Data::Float(a + b),
            Operator::Sub => Data::Float(a - b),
            Operator::Mul => Data::Float(a * b),
            Operator::Div => Data::Float(a / b),
            Operator::Rem => Data::Float(a % b),
            Operator::Lt => Data::Bool(a < b),
            Operator::Le => Data::Bool(a <= b),
            Operator::Gt => Data::Bool(a > b),
            Operator::Ge => Data::Bool(a >= b),
            Operator::Eq => Data::Bool(a == b),
            Operator::Ne => Data::Bool(a != b),
            Operator::BitAnd | Operator::BitOr | Operator::BitXor | Operator::Shl | Operator::Shr => {
                panic!("{self:?} of floats")
            }
        }
    }

    fn booleans(self, a: bool, b: bool) -> Data {
        Data::Bool(match self {
            Operator::BitAnd => a & b,
            Operator::BitOr => a | b,
            Operator::BitXor | Operator::Ne => a != b,
            Operator::Eq => a == b,
            Operator::Add
            | Operator::Sub
            | Operator::Mul
            | Operator::Div
            | Operator::Rem
            | Operator::Shl
            | Operator::Shr
            | Operator::Lt
            | Operator::Le
            | Operator::Gt
            | Operator::Ge => panic!("{self:?} of booleans"),
        })
    }
}

impl Pattern {
    fn matches(&self, data: &Data, locals: &mut Locals) -> bool {
        match self {
            Pattern::Any => true,
            Pattern::Bind(name) => {
                locals.push((name.clone(), data.clone()));
                true
            }
            Pattern::Constant(constant) => constant == data,
            Pattern::Range(low, high) => {
                let x = data.int();
                low.is_none_or(|low| low <= x) && high.is_none_or(|high| x <= high)
            }
            Pattern::Either(patterns) => patterns.iter().any(|pattern| pattern.matches(data, locals)),
            Pattern::Tuple(patterns) => {
                patterns.iter().zip(data.items()).all(|(pattern, item)| pattern.matches(item, locals))
            }
        }
    }
}
