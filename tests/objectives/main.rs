//! The programs by which this field measures itself, written as a user would write them first, in two forms: every function
//! annotated by itself, and all of them in one annotated module. Benches share the files.
#![allow(clippy::needless_range_loop, reason = "what people write first")]

#[macro_use]
mod forms;
mod check;
mod random;

mod black_scholes;
mod brusselator;
mod bundle_adjustment;
mod factorizations;
mod fourier;
mod gmm;
mod hand;
mod lstm;
mod n_body;
mod network;
mod soft_dtw;
