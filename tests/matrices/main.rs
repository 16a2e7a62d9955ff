//! nalgebra's types inside `#[differentiable]`: each function crossed with every companion and with central differences.
#![allow(clippy::all, reason = "the forms that lints discourage are forms that people write")]

#[macro_use]
#[path = "../zoo/cross.rs"]
mod cross;

mod closures;
mod construction;
mod factors;
mod operators;
mod parts;
mod products;
mod reductions;
mod rotations;
mod writes;
