//! Whole functions and programs.

use super::program::{Argument, Function, Output, Param, ParamType, Program, Stmt};
use super::rng::Rng;
use super::scope::{Form, Kind, Writer};

/// The program of a seed.
pub(crate) fn program(seed: u64) -> Program {
    let mut rng = Rng::new(seed);
    let mut functions: Vec<Function> = Vec::new();
    let helpers = rng.weighted(&[45, 30, 25]);
    for number in 0..helpers {
        let name = format!("g{}", number + 1);
        let made = if rng.percent(20) { recursive(&mut rng, name) } else { function(&mut rng, name, &functions, 5) };
        functions.push(made);
    }
    let fuel = rng.between(4, 16);
    let entry = function(&mut rng, "f".to_owned(), &functions, fuel);
    let arguments = entry.params.iter().map(|param| argument(&mut rng, param.ty)).collect();
    functions.push(entry);
    Program { seed, functions, arguments }
}

fn function(rng: &mut Rng, name: String, callees: &[Function], fuel: usize) -> Function {
    let params = params(rng);
    let has_memory = params.iter().any(|param| param.ty.is_exclusive());
    let output = match rng.below(10) {
        0 | 1 if has_memory => Output::Unit,
        2 => Output::Pair,
        3 => Output::Array(rng.between(2, 3)),
        _ => Output::Float,
    };
    let mut writer =
        Writer { rng, vars: Vec::new(), loops: Vec::new(), output, fuel, depth: 0, repeats: 1, names: 0, callees };
    params.iter().for_each(|param| bind(&mut writer, param));
    let mut body = Vec::new();
    while writer.fuel > 0 {
        body.extend(writer.statements(4));
    }
    finish(&mut writer, &mut body);
    Function { name, params, output, body, recursive: false }
}

/// The last expression.
fn finish(writer: &mut Writer<'_>, body: &mut Vec<Stmt>) {
    let result = writer.output_text(true);
    if writer.output != Output::Unit {
        body.push(Stmt::Kept(result));
    }
}

/// `fn g(x: f64, a: &[f64], n: usize) -> f64`, which calls itself with `n - 1`.
fn recursive(rng: &mut Rng, name: String) -> Function {
    let list = rng.percent(50);
    let mut params = vec![Param { pattern: "x".to_owned(), ty: ParamType::Float }];
    if list {
        params.push(Param { pattern: "a".to_owned(), ty: ParamType::SharedSlice });
    }
    params.push(Param { pattern: "n".to_owned(), ty: ParamType::Size(3) });
    let mut writer = Writer {
        rng,
        vars: Vec::new(),
        loops: Vec::new(),
        output: Output::Float,
        fuel: 3,
        depth: 0,
        repeats: 4,
        names: 0,
        callees: &[],
    };
    params.iter().for_each(|param| bind(&mut writer, param));
    let base = writer.float(2).text;
    let mut body = vec![Stmt::Kept(format!("if n == 0 {{ return {base}; }}"))];
    body.extend(writer.statements(2));
    let argument = writer.float(2).text;
    let rest = if list { ", a" } else { "" };
    body.push(Stmt::Kept(format!("let deeper: f64 = {name}({argument}{rest}, n - 1);")));
    writer.declare("deeper", Kind::Float, false);
    let factor = writer.float(1);
    body.push(Stmt::Kept(format!("0.5 * deeper + {}", writer.tame(factor, 1.5).operand(3))));
    Function { name, params, output: Output::Float, body, recursive: true }
}

fn params(rng: &mut Rng) -> Vec<Param> {
    let count = rng.between(1, 4);
    let mut params: Vec<Param> = Vec::new();
    for number in 0..count {
        let len = rng.between(2, 3);
        let ty = match rng.weighted(&[30, 10, 4, 6, 4, 3, 4, 14, 12, 4, 4, 4, 3]) {
            0 => ParamType::Float,
            1 => ParamType::Size(3),
            2 => ParamType::Pair,
            3 => ParamType::Array(len),
            4 => ParamType::Matrix(2, len),
            5 => ParamType::SharedFloat,
            6 => ParamType::ExclusiveFloat,
            7 => ParamType::SharedSlice,
            8 => ParamType::ExclusiveSlice,
            9 => ParamType::SharedArray(len),
            10 => ParamType::ExclusiveArray(len),
            11 => ParamType::Vector,
            _ => ParamType::SharedVector,
        };
        let owned = matches!(ty, ParamType::Float | ParamType::Array(_) | ParamType::Matrix(..) | ParamType::Vector);
        let mutable = if owned && rng.percent(40) { "mut " } else { "" };
        let pattern = match ty {
            ParamType::Pair if rng.percent(50) => format!("(u{number}, v{number})"),
            _ => format!("{mutable}{}{number}", hint(ty)),
        };
        params.push(Param { pattern, ty });
    }
    if params.iter().all(|param| matches!(param.ty, ParamType::Size(_))) {
        params.push(Param { pattern: "z".to_owned(), ty: ParamType::Float });
    }
    params
}

fn hint(ty: ParamType) -> &'static str {
    match ty {
        ParamType::Float | ParamType::SharedFloat | ParamType::ExclusiveFloat => "z",
        ParamType::Size(_) => "n",
        ParamType::Pair => "t",
        ParamType::Array(_) | ParamType::SharedArray(_) | ParamType::ExclusiveArray(_) => "c",
        ParamType::Matrix(..) => "m",
        ParamType::SharedSlice | ParamType::ExclusiveSlice => "d",
        ParamType::Vector | ParamType::SharedVector => "v",
    }
}

fn bind(writer: &mut Writer<'_>, param: &Param) {
    let (name, mutable) = match param.pattern.strip_prefix("mut ") {
        Some(name) => (name, true),
        None => (param.pattern.as_str(), param.ty.is_exclusive()),
    };
    let reference = |len| Kind::List { len, form: Form::Reference };
    let kind = match param.ty {
        ParamType::Float => Kind::Float,
        ParamType::Size(max) => Kind::Int { max, below: None },
        ParamType::Pair => match name.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            Some(both) => {
                both.split(", ").for_each(|half| writer.declare(half, Kind::Float, false));
                return;
            }
            None => Kind::Pair,
        },
        ParamType::Array(len) => Kind::List { len: Some(len), form: Form::Array },
        ParamType::Matrix(rows, columns) => Kind::Matrix { rows, columns },
        ParamType::SharedFloat | ParamType::ExclusiveFloat => Kind::FloatRef,
        ParamType::SharedSlice | ParamType::ExclusiveSlice | ParamType::SharedVector => reference(None),
        ParamType::SharedArray(len) | ParamType::ExclusiveArray(len) => reference(Some(len)),
        ParamType::Vector => Kind::List { len: None, form: Form::Vector },
    };
    writer.declare(name, kind, mutable);
}

fn argument(rng: &mut Rng, ty: ParamType) -> Argument {
    let float = |rng: &mut Rng| {
        let magnitude = (rng.float(0.2, 1.6) * 1000.0).round() / 1000.0;
        if rng.percent(40) {
            -magnitude
        } else {
            magnitude
        }
    };
    let list = |rng: &mut Rng, len: usize| (0..len).map(|_| float(rng)).collect::<Vec<f64>>();
    match ty {
        ParamType::Float | ParamType::SharedFloat | ParamType::ExclusiveFloat => Argument::Float(float(rng)),
        ParamType::Size(max) => Argument::Size(rng.between(0, max)),
        ParamType::Pair => Argument::Pair(float(rng), float(rng)),
        ParamType::Array(len) | ParamType::SharedArray(len) | ParamType::ExclusiveArray(len) => {
            Argument::List(list(rng, len))
        }
        ParamType::Matrix(rows, columns) => Argument::Matrix((0..rows).map(|_| list(rng, columns)).collect()),
        ParamType::SharedSlice | ParamType::ExclusiveSlice | ParamType::Vector | ParamType::SharedVector => {
            let len = rng.between(2, 5);
            Argument::List(list(rng, len))
        }
    }
}
