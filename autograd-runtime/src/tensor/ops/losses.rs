//! Losses.
//!
//! - [`reduction`]: what becomes of the losses of single elements.
//! - [`regression`]: distances of predictions from numbers.
//! - [`binary`]: probabilities of one event.
//! - [`classification`]: scores of classes.
//! - [`likelihood`]: divergences and likelihoods of distributions.
//! - [`embedding`]: losses of pairs and triplets of vectors, and the distances they rest on.

pub(crate) mod binary;
pub(crate) mod classification;
pub(crate) mod embedding;
pub(crate) mod likelihood;
pub(crate) mod reduction;
pub(crate) mod regression;
