//! The dynamic tensor, one module per subject. All in one program, because each program that uses the tensor compiles it
//! anew for its element types; only what counts allocations or seeds the default generator has a program of its own.

#![cfg(feature = "tensor")]

mod choice;
mod convolution;
mod deep_chain;
mod draw;
mod functional;
mod gradcheck;
mod kinks;
mod linalg;
mod names;
mod op_edges;
mod op_fixtures;
mod record;
mod semantics;
mod semantics_table;
mod shape_gradients;
mod torch;
