//! Reads opaque user code: tokens to [`Code`], with the names of values and places resolved.

use std::collections::HashMap;

use quote::ToTokens;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{BinOp, Expr, Lit, Pat, RangeLimits, Stmt, Token, UnOp};

use super::code::{Code, Operator, Pattern};
use super::Data;
use crate::ir::{Function, Opaque, Place, Value};

/// Panics, with the text, at what cannot be interpreted.
pub(super) fn parse(function: &Function, opaque: &Opaque) -> Code {
    let mut reader = Reader { names: HashMap::new() };
    for value in &opaque.uses {
        reader.names.insert(function.value_data(*value).ident.to_string(), Name::Value(*value));
    }
    for place in &opaque.places {
        reader.names.insert(function.place_data(*place).ident.to_string(), Name::Place(*place));
    }
    let tokens = opaque.code.clone();
    match syn::Block::parse_within.parse2(tokens.clone()) {
        Ok(stmts) => reader.block(&stmts),
        Err(error) => panic!("opaque code `{tokens}` is no Rust: {error}"),
    }
}

#[derive(Clone, Copy)]
enum Name {
    Value(Value),
    Place(Place),
}

struct Reader {
    names: HashMap<String, Name>,
}

fn unsupported(tokens: &impl ToTokens) -> ! {
    panic!("opaque code `{}` is not interpreted", tokens.to_token_stream())
}

impl Reader {
    fn block(&self, stmts: &[Stmt]) -> Code {
        let mut steps: Vec<Code> = stmts.iter().map(|stmt| self.stmt(stmt)).collect();
        let ends_in_value = match stmts.last() {
            Some(Stmt::Expr(_, semicolon)) => semicolon.is_none(),
            Some(Stmt::Macro(stmt)) => stmt.semi_token.is_none(),
            Some(Stmt::Local(_) | Stmt::Item(_)) | None => false,
        };
        if ends_in_value && steps.len() == 1 {
            steps.remove(0)
        } else {
            Code::Block(steps, ends_in_value)
        }
    }

    fn stmt(&self, stmt: &Stmt) -> Code {
        match stmt {
            Stmt::Local(local) => match &local.init {
                Some(init) if init.diverge.is_none() => Code::Let(pattern(&local.pat), self.boxed(&init.expr)),
                Some(_) | None => unsupported(local),
            },
            Stmt::Expr(expr, _) => self.expr(expr),
            Stmt::Macro(stmt) => self.macro_call(&stmt.mac),
            Stmt::Item(item) => unsupported(item),
        }
    }

    fn boxed(&self, expr: &Expr) -> Box<Code> {
        Box::new(self.expr(expr))
    }

    fn all<'e>(&self, exprs: impl IntoIterator<Item = &'e Expr>) -> Vec<Code> {
        exprs.into_iter().map(|expr| self.expr(expr)).collect()
    }

    fn expr(&self, expr: &Expr) -> Code {
        match expr {
            Expr::Lit(lit) => Code::Constant(literal(&lit.lit)),
            Expr::Path(path) => self.path(path),
            Expr::Paren(paren) => self.expr(&paren.expr),
            Expr::Group(group) => self.expr(&group.expr),
            Expr::Reference(reference) => self.expr(&reference.expr),
            Expr::Unary(unary) => match unary.op {
                UnOp::Deref(_) => self.expr(&unary.expr),
                UnOp::Not(_) => Code::Not(self.boxed(&unary.expr)),
                UnOp::Neg(_) => Code::Negate(self.boxed(&unary.expr)),
                _ => unsupported(unary),
            },
            Expr::Binary(binary) => self.binary(binary),
            Expr::Cast(cast) => Code::Cast(self.boxed(&cast.expr), cast.ty.to_token_stream().to_string()),
            Expr::Index(index) => match &*index.index {
                Expr::Range(_) => Code::Slice(self.boxed(&index.expr), self.boxed(&index.index)),
                _ => Code::Index(self.boxed(&index.expr), self.boxed(&index.index)),
            },
            Expr::Range(range) => {
                let inclusive = matches!(range.limits, RangeLimits::Closed(_));
                let side = |side: &Option<Box<Expr>>| side.as_ref().map(|side| self.boxed(side));
                Code::Range(side(&range.start), side(&range.end), inclusive)
            }
            Expr::Field(field) => match &field.member {
                syn::Member::Unnamed(index) => Code::Element(self.boxed(&field.base), index.index as usize),
                syn::Member::Named(_) => unsupported(field),
            },
            Expr::MethodCall(call) => {
                let operands = std::iter::once(&*call.receiver).chain(&call.args);
                Code::Method(call.method.to_string(), self.all(operands))
            }
            Expr::Call(call) => self.call(call),
            Expr::Tuple(tuple) => Code::Tuple(self.all(&tuple.elems)),
            Expr::Array(array) => Code::List(self.all(&array.elems)),
            Expr::Repeat(repeat) => Code::Repeat(self.boxed(&repeat.expr), self.boxed(&repeat.len)),
            Expr::Block(block) => self.block(&block.block.stmts),
            Expr::If(branch) => Code::If(
                self.boxed(&branch.cond),
                Box::new(self.block(&branch.then_branch.stmts)),
                branch.else_branch.as_ref().map(|(_, otherwise)| self.boxed(otherwise)),
            ),
            Expr::Let(condition) => Code::Matches(pattern(&condition.pat), None, self.boxed(&condition.expr)),
            Expr::Match(matched) => {
                let arm = |arm: &syn::Arm| {
                    let guard = arm.guard.as_ref().map(|(_, guard)| self.expr(guard));
                    (pattern(&arm.pat), guard, self.expr(&arm.body))
                };
                Code::Match(self.boxed(&matched.expr), matched.arms.iter().map(arm).collect())
            }
            Expr::ForLoop(inner) => Code::For(
                label(&inner.label),
                pattern(&inner.pat),
                self.boxed(&inner.expr),
                Box::new(self.block(&inner.body.stmts)),
            ),
            Expr::While(inner) => {
                Code::While(label(&inner.label), self.boxed(&inner.cond), Box::new(self.block(&inner.body.stmts)))
            }
            Expr::Loop(inner) => {
                let cond = Box::new(Code::Constant(Data::Bool(true)));
                Code::While(label(&inner.label), cond, Box::new(self.block(&inner.body.stmts)))
            }
            Expr::Break(inner) => {
                let value = inner.expr.as_ref().map_or(Code::Constant(Data::Unit), |value| self.expr(value));
                Code::Break(inner.label.as_ref().map(ToString::to_string), Box::new(value))
            }
            Expr::Continue(inner) => Code::Continue(inner.label.as_ref().map(ToString::to_string)),
            Expr::Assign(assign) => Code::Assign(self.boxed(&assign.left), self.boxed(&assign.right)),
            Expr::Macro(call) => self.macro_call(&call.mac),
            other => unsupported(other),
        }
    }

    fn path(&self, path: &syn::ExprPath) -> Code {
        if let Some(ident) = path.path.get_ident() {
            return match self.names.get(&ident.to_string()) {
                Some(Name::Value(value)) => Code::Value(*value),
                Some(Name::Place(place)) => Code::Place(*place),
                None => Code::Local(ident.to_string()),
            };
        }
        let text = path.to_token_stream().to_string().replace(' ', "");
        let text = text.trim_start_matches("std::").trim_start_matches("core::");
        Code::Constant(match text {
            "f64::consts::PI" => Data::Float(std::f64::consts::PI),
            "f64::consts::E" => Data::Float(std::f64::consts::E),
            "f64::EPSILON" => Data::Float(f64::EPSILON),
            "f64::INFINITY" => Data::Float(f64::INFINITY),
            "f64::MAX" => Data::Float(f64::MAX),
            "f64::MIN" => Data::Float(f64::MIN),
            "usize::MAX" | "u64::MAX" => Data::Int(i128::from(u64::MAX)),
            "i32::MAX" => Data::Int(i128::from(i32::MAX)),
            _ => unsupported(path),
        })
    }

    /// `usize::min(a, b)`, `f64::sin(x)`, and functions of the program.
    fn call(&self, call: &syn::ExprCall) -> Code {
        match &*call.func {
            Expr::Path(path) if path.path.get_ident().is_some() => {
                Code::Call(path.to_token_stream().to_string(), self.all(&call.args))
            }
            Expr::Path(path) if path.path.segments.len() >= 2 => {
                let name = path.path.segments.last().expect("a path has segments").ident.to_string();
                match (name.as_str(), call.args.len()) {
                    // Stands for what is never read.
                    ("default", 0) => Code::Constant(Data::Unit),
                    ("from", 1) => {
                        let target = path.path.segments[path.path.segments.len() - 2].ident.to_string();
                        Code::Cast(self.boxed(&call.args[0]), target)
                    }
                    (_, 0) => unsupported(call),
                    _ => Code::Method(name, self.all(&call.args)),
                }
            }
            _ => unsupported(call),
        }
    }

    fn binary(&self, binary: &syn::ExprBinary) -> Code {
        let (a, b) = (self.boxed(&binary.left), self.boxed(&binary.right));
        let plain = |op: Operator, a, b| Code::Binary(op, a, b);
        match binary.op {
            BinOp::And(_) => Code::And(a, b),
            BinOp::Or(_) => Code::Or(a, b),
            BinOp::Add(_) => plain(Operator::Add, a, b),
            BinOp::Sub(_) => plain(Operator::Sub, a, b),
            BinOp::Mul(_) => plain(Operator::Mul, a, b),
            BinOp::Div(_) => plain(Operator::Div, a, b),
            BinOp::Rem(_) => plain(Operator::Rem, a, b),
            BinOp::BitAnd(_) => plain(Operator::BitAnd, a, b),
            BinOp::BitOr(_) => plain(Operator::BitOr, a, b),
            BinOp::BitXor(_) => plain(Operator::BitXor, a, b),
            BinOp::Shl(_) => plain(Operator::Shl, a, b),
            BinOp::Shr(_) => plain(Operator::Shr, a, b),
            BinOp::Lt(_) => plain(Operator::Lt, a, b),
            BinOp::Le(_) => plain(Operator::Le, a, b),
            BinOp::Gt(_) => plain(Operator::Gt, a, b),
            BinOp::Ge(_) => plain(Operator::Ge, a, b),
            BinOp::Eq(_) => plain(Operator::Eq, a, b),
            BinOp::Ne(_) => plain(Operator::Ne, a, b),
            BinOp::AddAssign(_) => Code::AssignWith(Operator::Add, a, b),
            BinOp::SubAssign(_) => Code::AssignWith(Operator::Sub, a, b),
            BinOp::MulAssign(_) => Code::AssignWith(Operator::Mul, a, b),
            BinOp::DivAssign(_) => Code::AssignWith(Operator::Div, a, b),
            BinOp::RemAssign(_) => Code::AssignWith(Operator::Rem, a, b),
            BinOp::BitAndAssign(_) => Code::AssignWith(Operator::BitAnd, a, b),
            BinOp::BitOrAssign(_) => Code::AssignWith(Operator::BitOr, a, b),
            BinOp::BitXorAssign(_) => Code::AssignWith(Operator::BitXor, a, b),
            BinOp::ShlAssign(_) => Code::AssignWith(Operator::Shl, a, b),
            BinOp::ShrAssign(_) => Code::AssignWith(Operator::Shr, a, b),
            _ => unsupported(binary),
        }
    }

    fn macro_call(&self, mac: &syn::Macro) -> Code {
        let name = mac.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
        let text = mac.to_token_stream().to_string();
        let args = || {
            let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
            parser.parse2(mac.tokens.clone()).unwrap_or_else(|_| unsupported(mac))
        };
        match name.as_str() {
            "assert" | "debug_assert" => Code::Assert(self.boxed(&args()[0]), text),
            "assert_eq" | "debug_assert_eq" => {
                let args = args();
                let equal = Code::Binary(Operator::Eq, self.boxed(&args[0]), self.boxed(&args[1]));
                Code::Assert(Box::new(equal), text)
            }
            "panic" | "unreachable" => Code::Assert(Box::new(Code::Constant(Data::Bool(false))), text),
            "matches" => self.matches(mac),
            "vec" => {
                let tokens = &mac.tokens;
                match syn::parse2::<Expr>(quote::quote!([#tokens])) {
                    Ok(expr) => self.expr(&expr),
                    Err(_) => unsupported(mac),
                }
            }
            "println" | "print" | "eprintln" | "eprint" | "dbg" => Code::Print,
            _ => unsupported(mac),
        }
    }

    fn matches(&self, mac: &syn::Macro) -> Code {
        let parser = |input: syn::parse::ParseStream| {
            let expr: Expr = input.parse()?;
            let _: Token![,] = input.parse()?;
            let pat = Pat::parse_multi_with_leading_vert(input)?;
            let guard = if input.peek(Token![if]) {
                let _: Token![if] = input.parse()?;
                Some(input.parse::<Expr>()?)
            } else {
                None
            };
            let _: Option<Token![,]> = input.parse()?;
            Ok((expr, pat, guard))
        };
        let (expr, pat, guard) = parser.parse2(mac.tokens.clone()).unwrap_or_else(|_| unsupported(mac));
        let guard = guard.map(|guard| self.boxed(&guard));
        // The block ends the scope of what the pattern binds.
        Code::Block(vec![Code::Matches(pattern(&pat), guard, self.boxed(&expr))], true)
    }
}

fn label(label: &Option<syn::Label>) -> Option<String> {
    label.as_ref().map(|label| label.name.to_string())
}

fn literal(lit: &Lit) -> Data {
    match lit {
        Lit::Int(lit) if lit.suffix().starts_with('f') => Data::Float(lit.base10_parse().expect("a literal of Rust")),
        Lit::Int(lit) => Data::Int(lit.base10_parse().expect("a literal of Rust")),
        Lit::Float(lit) => Data::Float(lit.base10_parse().expect("a literal of Rust")),
        Lit::Bool(lit) => Data::Bool(lit.value),
        other => unsupported(other),
    }
}

fn pattern(pat: &Pat) -> Pattern {
    match pat {
        Pat::Wild(_) => Pattern::Any,
        Pat::Ident(ident) if ident.subpat.is_none() => Pattern::Bind(ident.ident.to_string()),
        Pat::Lit(lit) => Pattern::Constant(literal(&lit.lit)),
        Pat::Or(or) => Pattern::Either(or.cases.iter().map(pattern).collect()),
        Pat::Tuple(tuple) => Pattern::Tuple(tuple.elems.iter().map(pattern).collect()),
        Pat::Paren(paren) => pattern(&paren.pat),
        Pat::Type(typed) => pattern(&typed.pat),
        Pat::Reference(reference) => pattern(&reference.pat),
        Pat::Range(range) => {
            let reader = Reader { names: HashMap::new() };
            let side = |side: &Option<Box<Expr>>| {
                side.as_ref().map(|side| match reader.expr(side) {
                    Code::Constant(Data::Int(value)) => value,
                    Code::Negate(inner) => match *inner {
                        Code::Constant(Data::Int(value)) => -value,
                        _ => unsupported(side),
                    },
                    _ => unsupported(side),
                })
            };
            let inclusive = matches!(range.limits, RangeLimits::Closed(_));
            Pattern::Range(side(&range.start), side(&range.end).map(|end| if inclusive { end } else { end - 1 }))
        }
        other => unsupported(other),
    }
}

/// A method of integers. Wrapping arithmetic is that of `u64`, because the widths of integers are not known here.
pub(super) fn integer_method(name: &str, x: i128, rest: &[Data]) -> Data {
    let other = || rest[0].int();
    let wrapped = |value: i128| Data::Int(wrap("u64", value));
    match name {
        "min" => Data::Int(x.min(other())),
        "max" => Data::Int(x.max(other())),
        "clamp" => Data::Int(x.clamp(other(), rest[1].int())),
        "abs" => Data::Int(x.abs()),
        "abs_diff" => Data::Int((x - other()).abs()),
        "signum" => Data::Int(x.signum()),
        "pow" => Data::Int(x.pow(u32::try_from(other()).expect("an exponent of 32 bits"))),
        "div_ceil" => Data::Int(-(-x).div_euclid(other())),
        "rem_euclid" => Data::Int(x.rem_euclid(other())),
        "div_euclid" => Data::Int(x.div_euclid(other())),
        "saturating_sub" => Data::Int((x - other()).max(0)),
        "saturating_add" => Data::Int(x + other()),
        "wrapping_add" => wrapped(x + other()),
        "wrapping_sub" => wrapped(x - other()),
        "wrapping_mul" => wrapped(x.wrapping_mul(other())),
        "count_ones" => Data::Int(i128::from(x.count_ones())),
        "is_power_of_two" => Data::Bool(x.count_ones() == 1),
        "clone" => Data::Int(x),
        _ => panic!("the method `{name}` of an integer is not interpreted"),
    }
}

/// A method that reads a list, or the elements of a range.
pub(super) fn list_method(name: &str, items: &[Data], rest: &[Data]) -> Data {
    match name {
        "len" => Data::Int(items.len() as i128),
        "is_empty" => Data::Bool(items.is_empty()),
        "clone" | "to_vec" | "iter" | "into_iter" | "copied" => Data::List(items.to_vec()),
        // An option is a list of at most one.
        "last" => Data::List(items.last().cloned().into_iter().collect()),
        "first" => Data::List(items.first().cloned().into_iter().collect()),
        "unwrap_or" => items.first().unwrap_or(&rest[0]).clone(),
        "unwrap" => items.first().expect("an option that is unwrapped holds something").clone(),
        "rev" => Data::List(items.iter().rev().cloned().collect()),
        "step_by" => Data::List(items.iter().step_by(rest[0].size()).cloned().collect()),
        _ => panic!("the method `{name}` of a list is not interpreted"),
    }
}

/// A method that changes a list.
pub(super) fn mutate(name: &str, items: &mut Vec<Data>, rest: Vec<Data>) -> Data {
    match name {
        "push" => items.extend(rest),
        "swap" => items.swap(rest[0].size(), rest[1].size()),
        "fill" => items.fill(rest[0].clone()),
        _ => panic!("the method `{name}` of a list is not interpreted"),
    }
    Data::Unit
}

/// A float as the target type keeps it.
pub(super) fn round_to(target: &str, value: f64) -> f64 {
    if target == "f32" {
        f64::from(value as f32)
    } else {
        value
    }
}

/// `value as target`, from a float.
pub(super) fn saturate(target: &str, value: f64) -> i128 {
    let (low, high) = limits(target);
    (value as i128).clamp(low, high)
}

/// `value as target`, from an integer.
pub(super) fn wrap(target: &str, value: i128) -> i128 {
    match target {
        "i8" => i128::from(value as i8),
        "i16" => i128::from(value as i16),
        "i32" => i128::from(value as i32),
        "i64" | "isize" => i128::from(value as i64),
        "u8" => i128::from(value as u8),
        "u16" => i128::from(value as u16),
        "u32" => i128::from(value as u32),
        "u64" | "usize" => i128::from(value as u64),
        "i128" => value,
        _ => panic!("a cast to `{target}` is not interpreted"),
    }
}

fn limits(target: &str) -> (i128, i128) {
    match target {
        "i8" => (i8::MIN.into(), i8::MAX.into()),
        "i16" => (i16::MIN.into(), i16::MAX.into()),
        "i32" => (i32::MIN.into(), i32::MAX.into()),
        "i64" | "isize" => (i64::MIN.into(), i64::MAX.into()),
        "u8" => (0, u8::MAX.into()),
        "u16" => (0, u16::MAX.into()),
        "u32" => (0, u32::MAX.into()),
        "u64" | "usize" => (0, u64::MAX.into()),
        "i128" => (i128::MIN, i128::MAX),
        _ => panic!("a cast to `{target}` is not interpreted"),
    }
}
