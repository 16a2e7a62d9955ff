// A crate that forbids what it can.
#![forbid(unsafe_code, dead_code, missing_docs, non_camel_case_types, unused_variables)]
#![deny(warnings, missing_debug_implementations, unused_qualifications, unreachable_pub, unused_lifetimes)]
#![deny(single_use_lifetimes, unused_results, trivial_casts, explicit_outlives_requirements, let_underscore_drop)]
//! Nothing that the derive writes warns.

use autograd::prelude::*;

/// A struct.
#[derive(Debug, Differentiable)]
pub struct Named<T> {
    /// Public.
    pub x: T,
    y: Vec<f64>,
    #[no_grad]
    z: Vec<f64>,
    n: usize,
}

/// A tuple.
#[derive(Debug, Differentiable)]
pub struct Tuple<'a>(usize, pub &'a [f64], usize);

/// Nothing.
#[derive(Debug, Differentiable)]
pub struct Unit;

/// Nothing that is active.
#[derive(Debug, Differentiable)]
pub struct Inactive {
    /// How many.
    pub n: usize,
}

/// An enum.
#[derive(Debug, Differentiable)]
pub enum Sum {
    /// One.
    One(f64, String),
    /// Another.
    Other {
        /// Public.
        x: Box<Named<f64>>,
    },
    /// Nothing.
    Neither,
}

fn main() {
    let named = Named { x: 1.0, y: vec![2.0], z: vec![3.0], n: 4 };
    assert_eq!(named.zero_tangent(), NamedTangent { x: 0.0, y: vec![0.0] });
    assert_eq!((named.z.len(), named.n), (1, 4));
    let tuple = Tuple(1, &[2.0], 3);
    assert_eq!((tuple.zero_tangent().1, tuple.0, tuple.2), (vec![0.0], 1, 3));
}
