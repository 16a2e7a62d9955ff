//! Operations, one family per file.
//!
//! # How to add an operation
//!
//! An operation is declared in one place: its forward computation, its backward formula and its node's name stand
//! together in the file of its family. The walk never hears of it.
//!
//! **Elementwise functions of one tensor** are one entry of the `unary!` table ([`unary`]): the value of an element,
//! PyTorch's name of the node, what is kept (`input`, `result` or `nothing`), and the cotangent in tensor operations.
//!
//! With parameters such a function implements [`Pointwise`](pointwise::Pointwise); of two tensors it is an entry of the
//! `pairwise!` table ([`pairwise`]). In-place forms are entries of the tables in [`overwrite`].
//!
//! **Anything else** is a method and a formula:
//!
//! ```text
//! fallible! {
//!     /// What it computes, with shapes.
//!     pub fn mul | try_mul(&self, other: impl Operand<T>) -> Tensor<T> {
//!         let other = &other.operand();
//!         let y = kernel::zip(self, other, |a, b| a * b)?;             // forward: no history, checked shapes
//!         Ok(record(y, &[self, other], |y| Mul { … }))                 // history, only where it is wanted
//!     }
//! }
//!
//! struct Mul<T> { a: Saved<T>, … }                                     // exactly what the formula keeps
//!
//! impl<T: Element> Backward<T> for Mul<T> {
//!     const NAME: &'static str = "MulBackward0";
//!     /// d_a = d_y · b, d_b = d_y · a
//!     fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> { … two(d_a, d_b) }
//! }
//! ```
//!
//! - `fallible!` declares `mul` (panics) and `try_mul` (returns [`TensorError`](super::TensorError)) from one body.
//!   Check arguments before anything is written. `try_` forms and everything that records are `#[track_caller]`, for
//!   anomaly mode; `fallible!` sees to that.
//! - [`record`](super::graph::record::record) takes all inputs that can carry a gradient, in order; the formula
//!   returns one cotangent for each (`one`, `two`, `many`). Ask `call.needs(i)` before computing an expensive one.
//! - Keep values with `Saved::input(x)` or `Saved::output(y)` and read them with `saved.get(call)?`, which checks
//!   that nobody wrote to them. Indices and masks are `Saved<i64>`, `Saved<bool>`.
//! - Write formulas with tensor operations on owned values (`d_y * b`): an operand that nobody else holds is
//!   overwritten in place while recording is off, and recorded while it is on (double backward).
//! - Undo broadcasting with [`Fit`](binary::Fit) or `sum_to(shape)`.
//! - An operation whose formula keeps nothing sets `const SAVES: bool = false`; its graph can be walked twice.
//! - Several differentiable results: `record_many` with a `BackwardMany` formula.
//! - A composition of existing operations needs no formula at all.
//! - An operation that chooses elements by position, of any element type, is [`pick`](pick::pick) with its positions; one
//!   that puts them somewhere is in [`write`]. Both are differentiable to any order.
//! - In-place forms (`mul_`) go through [`inplace`](super::inplace): `self.assign_with(other, f, |old, other| …)`.
//!
//! Then take the operation off the list `NOT_YET` in `tests/tensor/op_fixtures.rs` and add its line to the dispatch
//! table of its family there: the numbers recorded from PyTorch check value, gradient and second order.

pub(crate) mod activations;
pub(crate) mod binary;
pub(crate) mod blend;
pub(crate) mod cast;
pub(crate) mod clamp;
pub(crate) mod compare;
pub(crate) mod conv;
pub(crate) mod dropout;
pub(crate) mod einsum;
pub(crate) mod embedding;
pub(crate) mod extreme;
pub(crate) mod gather;
pub(crate) mod index;
pub(crate) mod index_along;
pub(crate) mod index_with;
pub(crate) mod join;
pub(crate) mod linalg;
pub(crate) mod logsumexp;
pub(crate) mod losses;
pub(crate) mod masked;
pub(crate) mod matmul;
pub(crate) mod norm;
pub(crate) mod normalization;
pub(crate) mod operators;
pub(crate) mod order;
pub(crate) mod overwrite;
pub(crate) mod pad;
pub(crate) mod pairwise;
pub(crate) mod pick;
pub(crate) mod pointwise;
pub(crate) mod pool;
pub(crate) mod power;
pub(crate) mod product;
pub(crate) mod products;
pub(crate) mod rearrange;
pub(crate) mod reduce;
pub(crate) mod repeat;
pub(crate) mod scalar;
pub(crate) mod scan;
pub(crate) mod softmax;
pub(crate) mod special;
pub(crate) mod split;
pub(crate) mod stretch;
pub(crate) mod strided;
pub(crate) mod triangle;
pub(crate) mod truth;
pub(crate) mod unary;
pub(crate) mod variance;
pub(crate) mod view;
pub(crate) mod write;
