//! Removes what nobody asks for: mark and sweep.
//!
//! `graph` walks the code once and notes what keeps what alive: a use its definition, a definition its statement, a statement
//! what it reads and the statement that it stands in, memory that is read the writes to it, an item that is popped what was
//! pushed. `sweep` walks the code in the same order and keeps what can be reached from the roots: results, effects,
//! memory that the caller sees, and whatever can panic in the forward part. So carried variables that only feed themselves go
//! together, and so do both ends of a saved value.

mod graph;
mod sweep;

use super::Code;

pub(super) fn run(code: &mut Code) {
    let live = graph::Graph::of(code).mark();
    sweep::run(code, live);
}
