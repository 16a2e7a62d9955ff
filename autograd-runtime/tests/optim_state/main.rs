//! State of optimizers: inspected, saved, loaded, refused; gradients clipped; parameters of every kind.

mod clipping;
mod kinds;
mod resume;
mod tensors;
