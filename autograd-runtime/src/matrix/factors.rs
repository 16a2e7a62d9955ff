//! Factorizations, solves, inverses and determinants. The pullback of a solve uses the factors of the forward part.
//!
//! Sources: Giles, *Collected matrix derivative results for forward and reverse mode algorithmic differentiation* (2008);
//! Murray, *Differentiation of the Cholesky decomposition* (2016).

mod cholesky;
mod determinant;
mod solve;
mod spectrum;

pub use cholesky::*;
pub use determinant::*;
pub use solve::*;
pub use spectrum::*;
