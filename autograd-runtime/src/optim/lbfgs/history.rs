//! The curvature that L-BFGS remembers.

use std::collections::VecDeque;

use super::vector::{axpy, dot};
use crate::optim::Scalar;
use crate::optim::algorithm::expect_len;

/// Pairs of gradient changes and steps: the inverse Hessian in implicit form.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct History<T> {
    /// The pairs, oldest first.
    pub pairs: VecDeque<Pair<T>>,
    /// The inverse Hessian that the pairs correct is this times the identity.
    pub scale: f64,
}

/// One gradient change and the step that caused it.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Pair<T> {
    /// The change of the gradient.
    pub y: Vec<T>,
    /// The step.
    pub s: Vec<T>,
    /// `1 / (y · s)`
    pub rho: f64,
}

impl<T: Scalar> History<T> {
    /// No curvature known: the identity.
    pub(super) fn new() -> Self {
        Self { pairs: VecDeque::new(), scale: 1.0 }
    }

    /// Remembers a pair unless its curvature is not clearly positive; forgets the oldest beyond `size`.
    pub(super) fn push(&mut self, y: Vec<T>, s: Vec<T>, size: usize) {
        let ys = dot(&y, &s);
        if ys > 1e-10 {
            self.scale = ys / dot(&y, &y);
            self.pairs.push_back(Pair { rho: 1.0 / ys, y, s });
            while self.pairs.len() > size {
                self.pairs.pop_front();
            }
        }
    }

    /// Minus the inverse Hessian times the gradient, by the two-loop recursion.
    ///
    /// ```text
    /// q = -g;   newest to oldest:  αᵢ = ρᵢ sᵢ·q,   q ← q - αᵢ yᵢ
    /// r = H₀ q; oldest to newest:  βᵢ = ρᵢ yᵢ·r,   r ← r + (αᵢ - βᵢ) sᵢ
    /// ```
    pub(super) fn direction(&self, gradient: &[T]) -> Vec<T> {
        let mut q: Vec<T> = gradient.iter().map(|&g| -g).collect();
        let mut alphas = vec![0.0; self.pairs.len()];
        for (pair, alpha) in self.pairs.iter().zip(&mut alphas).rev() {
            *alpha = dot(&pair.s, &q) * pair.rho;
            axpy(-*alpha, &pair.y, &mut q);
        }
        let scale = T::from_f64(self.scale);
        q.iter_mut().for_each(|q| *q *= scale);
        for (pair, alpha) in self.pairs.iter().zip(alphas) {
            let beta = dot(&pair.y, &q) * pair.rho;
            axpy(alpha - beta, &pair.s, &mut q);
        }
        q
    }

    /// Refuses pairs that cannot belong to `numel` parameters.
    pub(super) fn check(&self, numel: usize) -> Result<(), String> {
        for pair in &self.pairs {
            expect_len("old_dirs", pair.y.len(), numel)?;
            expect_len("old_stps", pair.s.len(), numel)?;
        }
        Ok(())
    }
}
