//! One row for each operation of nalgebra's types: at twenty random points, in static sizes from 1 to 6 and in dynamic sizes
//! from 1 to 40, the gradient along a random direction is that of central differences, and both kinds of size agree.
#![allow(clippy::all, reason = "the forms that lints discourage are forms that people write")]
#![allow(unused_variables, reason = "no row uses all arguments")]

mod driver;
mod rows;
mod singular;
mod turned;
