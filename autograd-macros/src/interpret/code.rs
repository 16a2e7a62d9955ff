//! Opaque user code in a form that runs, and running it.

use super::machine::{Frame, Machine};
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
    For(Option<String>, Pattern, Box<Code>, Box<Code>),
    /// `while`, and `loop` with a condition that holds.
    While(Option<String>, Box<Code>, Box<Code>),
    Break(Option<String>, Box<Code>),
    Continue(Option<String>),
    /// A call of a function of the program.
    Call(String, Vec<Code>),
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

/// A way out of a loop.
#[derive(Debug)]
pub(super) enum Jump {
    Break(Option<String>, Data),
    Continue(Option<String>),
}

impl Jump {
    /// Whether it is meant for the loop with this label.
    fn is_for(&self, label: &Option<String>) -> bool {
        match self {
            Jump::Break(target, _) | Jump::Continue(target) => target.is_none() || target == label,
        }
    }
}

/// What running code needs.
struct Run<'r, 'a> {
    machine: &'r Machine<'a>,
    frame: &'r mut Frame,
    locals: Locals,
}

impl Code {
    pub(super) fn run(&self, machine: &Machine<'_>, frame: &mut Frame) -> Data {
        match (Run { machine, frame, locals: Vec::new() }).eval(self) {
            Ok(data) => data,
            Err(jump) => panic!("{jump:?} outside of a loop"),
        }
    }
}

impl Run<'_, '_> {
    fn eval(&mut self, code: &Code) -> Result<Data, Jump> {
        Ok(match code {
            Code::Constant(data) => data.clone(),
            Code::Value(value) => self.frame.value(*value).clone(),
            Code::Place(place) => self.frame.place(*place).clone(),
            Code::Local(name) => local(&self.locals, name).clone(),
            Code::Not(code) => Data::Bool(!self.eval(code)?.bool()),
            Code::Negate(code) => match self.eval(code)? {
                Data::Int(value) => Data::Int(-value),
                other => Data::Float(-other.float()),
            },
            Code::Binary(op, a, b) => {
                let (a, b) = (self.eval(a)?, self.eval(b)?);
                op.apply(&a, &b)
            }
            Code::And(a, b) => Data::Bool(self.eval(a)?.bool() && self.eval(b)?.bool()),
            Code::Or(a, b) => Data::Bool(self.eval(a)?.bool() || self.eval(b)?.bool()),
            Code::Cast(code, target) => convert(&self.eval(code)?, target),
            Code::Index(..) | Code::Element(..) => self.reach(code)?,
            Code::Slice(list, range) => {
                let list = self.eval(list)?;
                let (start, end) = self.bounds(range, list.items().len())?;
                match list.items().get(start..end) {
                    Some(run) => Data::List(run.to_vec()),
                    None => panic!("range {start}..{end} of {} elements", list.items().len()),
                }
            }
            Code::Method(name, operands) => self.method(name, operands)?,
            Code::Call(name, operands) => {
                let mut args = self.all(operands)?;
                self.machine.primal(name, &mut args)
            }
            Code::Tuple(items) if items.is_empty() => Data::Unit,
            Code::Tuple(items) => Data::Tuple(self.all(items)?),
            Code::List(items) => Data::List(self.all(items)?),
            Code::Repeat(item, len) => {
                let item = self.eval(item)?;
                Data::List(vec![item; self.eval(len)?.size()])
            }
            // As the elements that a loop takes.
            Code::Range(Some(start), Some(end), inclusive) => {
                let (start, end) = (self.eval(start)?.int(), self.eval(end)?.int());
                Data::List((start..end + i128::from(*inclusive)).map(Data::Int).collect())
            }
            Code::Range(..) => panic!("an open range is used as a value"),
            Code::Block(steps, ends_in_value) => {
                let depth = self.locals.len();
                let mut last = Data::Unit;
                for step in steps {
                    last = self.eval(step)?;
                }
                self.locals.truncate(depth);
                if *ends_in_value {
                    last
                } else {
                    Data::Unit
                }
            }
            Code::Let(pattern, code) => {
                let data = self.eval(code)?;
                assert!(pattern.matches(&data, &mut self.locals), "{data:?} does not match {pattern:?}");
                Data::Unit
            }
            Code::For(label, pattern, elements, body) => {
                let elements = self.eval(elements)?;
                for element in elements.items() {
                    let depth = self.locals.len();
                    assert!(pattern.matches(element, &mut self.locals), "{element:?} does not match {pattern:?}");
                    let ended = self.iteration(label, body, depth)?;
                    if ended.is_some() {
                        break;
                    }
                }
                Data::Unit
            }
            Code::While(label, cond, body) => loop {
                let depth = self.locals.len();
                self.machine.step();
                if !self.eval(cond)?.bool() {
                    break Data::Unit;
                }
                if let Some(value) = self.iteration(label, body, depth)? {
                    break value;
                }
            },
            Code::Break(label, value) => return Err(Jump::Break(label.clone(), self.eval(value)?)),
            Code::Continue(label) => return Err(Jump::Continue(label.clone())),
            Code::If(cond, then, otherwise) => {
                let depth = self.locals.len();
                let side = self.eval(cond)?.bool();
                let found = match (side, otherwise) {
                    (true, _) => self.eval(then)?,
                    (false, Some(otherwise)) => self.eval(otherwise)?,
                    (false, None) => Data::Unit,
                };
                self.locals.truncate(depth);
                found
            }
            Code::Matches(pattern, guard, code) => {
                let data = self.eval(code)?;
                let holds = pattern.matches(&data, &mut self.locals);
                Data::Bool(holds && self.guard(guard.as_deref())?)
            }
            Code::Match(scrutinee, arms) => {
                let data = self.eval(scrutinee)?;
                let depth = self.locals.len();
                for (pattern, guard, body) in arms {
                    if pattern.matches(&data, &mut self.locals) && self.guard(guard.as_ref())? {
                        let found = self.eval(body)?;
                        self.locals.truncate(depth);
                        return Ok(found);
                    }
                    self.locals.truncate(depth);
                }
                panic!("no arm matches {data:?}")
            }
            Code::Assign(target, code) => {
                let data = self.eval(code)?;
                *self.target(target)? = data;
                Data::Unit
            }
            Code::AssignWith(op, target, code) => {
                let right = self.eval(code)?;
                let target = self.target(target)?;
                *target = op.apply(target, &right);
                Data::Unit
            }
            Code::Assert(code, text) => {
                assert!(self.eval(code)?.bool(), "{text}");
                Data::Unit
            }
            Code::Print => Data::Unit,
        })
    }

    fn all(&mut self, codes: &[Code]) -> Result<Vec<Data>, Jump> {
        codes.iter().map(|code| self.eval(code)).collect()
    }

    fn guard(&mut self, guard: Option<&Code>) -> Result<bool, Jump> {
        match guard {
            Some(guard) => Ok(self.eval(guard)?.bool()),
            None => Ok(true),
        }
    }

    /// Runs a loop's body once; the value of a `break` of this loop.
    fn iteration(&mut self, label: &Option<String>, body: &Code, depth: usize) -> Result<Option<Data>, Jump> {
        let ended = self.eval(body);
        self.locals.truncate(depth);
        match ended {
            Err(Jump::Break(target, value)) if (Jump::Continue(target.clone())).is_for(label) => Ok(Some(value)),
            Err(jump @ Jump::Continue(_)) if jump.is_for(label) => Ok(None),
            Err(jump) => Err(jump),
            Ok(_) => Ok(None),
        }
    }

    /// Reads an element without copying the container.
    fn reach(&mut self, code: &Code) -> Result<Data, Jump> {
        let mut indices = Vec::new();
        let mut code = code;
        loop {
            match code {
                Code::Index(inner, index) => {
                    indices.push(self.eval(index)?.size());
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
            Code::Place(place) => self.frame.place(*place),
            Code::Value(value) => self.frame.value(*value),
            Code::Local(name) => local(&self.locals, name),
            other => {
                owned = self.eval(other)?;
                &owned
            }
        };
        for index in indices.into_iter().rev() {
            let items = data.items();
            data = items.get(index).unwrap_or_else(|| panic!("index {index} of {} elements", items.len()));
        }
        Ok(data.clone())
    }

    /// What an assignment writes to.
    fn target(&mut self, code: &Code) -> Result<&mut Data, Jump> {
        Ok(match code {
            Code::Place(place) => self.frame.place_mut(*place),
            Code::Local(name) => {
                let found = self.locals.iter_mut().rev().find(|(local, _)| local == name);
                &mut found.unwrap_or_else(|| panic!("`{name}` is not bound")).1
            }
            Code::Index(inner, index) => {
                let index = self.eval(index)?.size();
                &mut self.target(inner)?.items_mut()[index]
            }
            Code::Element(inner, index) => &mut self.target(inner)?.items_mut()[*index],
            other => panic!("an assignment to {other:?}"),
        })
    }

    fn bounds(&mut self, code: &Code, len: usize) -> Result<(usize, usize), Jump> {
        let Code::Range(start, end, inclusive) = code else { panic!("{code:?} is used as a range") };
        let mut at = |bound: &Option<Box<Code>>| match bound {
            Some(bound) => Ok(Some(self.eval(bound)?.size())),
            None => Ok(None),
        };
        let start = at(start)?.unwrap_or(0);
        Ok((start, at(end)?.map_or(len, |end| end + usize::from(*inclusive))))
    }

    fn method(&mut self, name: &str, operands: &[Code]) -> Result<Data, Jump> {
        let (receiver, rest) = operands.split_first().expect("a method has a receiver");
        if let (Code::Range(start, end, inclusive), "contains") = (receiver, name) {
            let x = self.eval(&rest[0])?;
            let below = if *inclusive { Operator::Le } else { Operator::Lt };
            let mut holds = true;
            for (op, bound) in [(Operator::Ge, start), (below, end)] {
                if let Some(bound) = bound {
                    holds &= op.apply(&x, &self.eval(bound)?).bool();
                }
            }
            return Ok(Data::Bool(holds));
        }
        let rest = self.all(rest)?;
        if let "push" | "swap" | "fill" | "pop" = name {
            return Ok(opaque::mutate(name, self.target(receiver)?.items_mut(), rest));
        }
        if let ("len", Code::Place(place)) = (name, receiver) {
            return Ok(Data::Int(self.frame.place(*place).items().len() as i128));
        }
        let receiver = self.eval(receiver)?;
        Ok(match &receiver {
            Data::List(items) => opaque::list_method(name, items, &rest),
            Data::Int(x) => opaque::integer_method(name, *x, &rest),
            Data::Float(_) if name == "clone" => receiver,
            Data::Float(_) => {
                let operands: Vec<Data> = std::iter::once(receiver).chain(rest).collect();
                scalar::method(name, &operands)
            }
            other => panic!("the method `{name}` of {other:?} is not interpreted"),
        })
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
