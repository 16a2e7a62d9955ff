//! Compiled functions as nodes of a dynamic graph: gradients through the mixed graph are those of either engine alone.

mod errors;
mod kinds;
mod mixed;
