//! Constructs of the language, one by one and combined, each crossed with every companion and with central differences as
//! in the zoo, and the table in `docs/constructs.md` that lists them.
//!
//! The functions are written as a user might, not as clippy would.
#![allow(clippy::all, reason = "the forms that lints discourage are forms that people write")]
#![allow(unused_qualifications, reason = "paths are part of what is tested")]

#[path = "../zoo/cross.rs"]
#[macro_use]
mod cross;

mod adaptors;
mod combined;
mod positions;
mod table;
mod wrapped;
