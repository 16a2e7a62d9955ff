//! A zoo of small functions, each crossed with every companion and with central differences. `cross.rs` says how.
//!
//! The functions are written as a user might, not as clippy would.
#![allow(clippy::all, reason = "the forms that lints discourage are forms that people write")]
#![allow(unused_qualifications, reason = "paths are part of what is tested")]
#![allow(unused_braces, confusable_idents, reason = "braces and alphabets are part of what is tested")]

#[macro_use]
mod cross;

mod arrays;
mod blocks;
mod branches;
mod calls;
mod casts;
mod generics;
mod jumps;
mod kinks;
mod loops;
mod methods;
mod operators;
mod options;
mod patterns;
mod returns;
mod slices;
mod vectors;
mod writes;
