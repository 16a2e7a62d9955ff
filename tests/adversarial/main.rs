//! Programs written to break the macro: clashing names, aliasing, panics, extremes, strange surroundings.
//!
//! Those that need a crate of their own (lint levels, editions, no prelude) are in `ui-tests/pass`.
#![allow(
    clippy::all,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::todo,
    clippy::unimplemented,
    unused_qualifications,
    non_snake_case,
    non_upper_case_globals,
    non_camel_case_types,
    confusable_idents,
    unused_braces,
    unused_parens,
    unused_macros,
    unused_variables,
    reason = "the programs are strange on purpose"
)]

#[macro_use]
#[path = "../zoo/cross.rs"]
mod cross;

mod absent;
mod aliasing;
mod control;
mod extremes;
mod generic;
mod items;
mod lost;
mod names;
mod panics;
mod pullbacks;
