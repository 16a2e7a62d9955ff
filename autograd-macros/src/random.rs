//! Random programs of the accepted language, with inputs, and the check of their gradients against central differences.
//!
//! A program is Rust source: it goes through the whole compiler and the interpreter here, and through rustc in the root
//! package's tests (`tests/random_programs`), from the same generator.
//!
//! Programs stay bounded, because expressions carry a bound of their magnitude and large ones are wrapped, and they are
//! smooth at their inputs but for kinks that are hit by chance, which the check finds and counts.

mod calls;
mod check;
mod compile;
mod control;
mod file;
mod float;
mod generate;
mod int;
mod memory;
mod program;
mod rng;
mod scope;
mod shrink;
mod statement;
mod tests;

use check::{check, Case, Failure, Passing, Verdict};
use compile::{compile, Variant};
pub(crate) use generate::program;
use program::{Argument, ParamType, Program};
pub(crate) use rng::Rng;

use crate::interpret::{self, Data};

/// Compiles a program and checks the gradients of its entry.
fn examine(program: &Program, variant: Variant) -> Result<Verdict, Failure> {
    let compiled = compile(program, variant)?;
    check(&case(program, &compiled), program.seed)
}

/// The entry of a program at its arguments.
fn case<'p>(program: &'p Program, compiled: &'p interpret::Program) -> Case<'p> {
    let passing = |ty: ParamType| match ty {
        ParamType::Float
        | ParamType::Size(_)
        | ParamType::Pair
        | ParamType::Array(_)
        | ParamType::Matrix(..)
        | ParamType::Vector => Passing::Value,
        ParamType::SharedFloat | ParamType::SharedSlice | ParamType::SharedArray(_) | ParamType::SharedVector => {
            Passing::Shared
        }
        ParamType::ExclusiveFloat | ParamType::ExclusiveSlice | ParamType::ExclusiveArray(_) => Passing::Exclusive,
    };
    let entry = program.entry();
    Case {
        program: compiled,
        name: &entry.name,
        args: program.arguments.iter().map(data).collect(),
        passing: entry.params.iter().map(|param| passing(param.ty)).collect(),
    }
}

fn data(argument: &Argument) -> Data {
    match argument {
        Argument::Float(value) => Data::Float(*value),
        Argument::Size(value) => Data::Int(*value as i128),
        Argument::Pair(a, b) => Data::Tuple(vec![Data::Float(*a), Data::Float(*b)]),
        Argument::List(items) => Data::floats(items),
        Argument::Matrix(rows) => Data::List(rows.iter().map(|row| Data::floats(row)).collect()),
    }
}
