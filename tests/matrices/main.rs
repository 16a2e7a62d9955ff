//! nalgebra's types inside `#[differentiable]`: each function crossed with every companion and with central differences.
#![allow(clippy::toplevel_ref_arg, clippy::needless_range_loop, reason = "functions are written as a user might")]

#[macro_use]
#[path = "../zoo/cross.rs"]
mod cross;

mod construction;
mod factors;
mod operators;
mod parts;
mod products;
