//! The recorded graph and the walk through it.
//!
//! - [`node`]: what a node is, its number and its edges.
//! - [`record`]: how an operation enters the graph.
//! - [`saved`]: values kept for the backward pass, with their versions.
//! - [`accumulate`]: the node at the end of every path, which adds to a leaf's gradient.
//! - [`frontier`]: the nodes the walk has reached and not run.
//! - [`walk`]: the backward pass. It knows no operation.
//! - [`drop_queue`]: freeing a graph of any depth without recursion.

pub(crate) mod accumulate;
pub(crate) mod drop_queue;
pub(crate) mod frontier;
pub(crate) mod node;
pub(crate) mod record;
pub(crate) mod saved;
pub(crate) mod walk;
