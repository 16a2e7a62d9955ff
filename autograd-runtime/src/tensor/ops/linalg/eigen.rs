//! Eigenvalues and eigenvectors of symmetric matrices.

use super::super::super::element::Element;
use super::super::super::error::Result;
use super::super::super::graph::node::{Call, Cotangents};
use super::super::super::graph::record::{BackwardMany, many, record_many};
use super::super::super::graph::saved::Saved;
use super::super::super::handle::Tensor;
use super::{Matrices, mask, mt, not_converged};

impl<T: Element> Tensor<T> {
    fallible! {
        /// The eigenvalues, ascending, and the eigenvectors as columns, of every symmetric matrix. The lower triangle
        /// is read; gradients are those with respect to symmetric changes. Eigenvectors are determined up to their
        /// sign, so only functions that do not depend on it have a gradient.
        pub fn eigh | try_eigh(&self) -> (Tensor<T>, Tensor<T>) {
            const NAME: &str = "linalg.eigh";
            Matrices::square(self, NAME)?;
            let a = Matrices::finite(self, NAME)?;
            let n = a.rows;
            let (mut values, mut vectors) = (Vec::new(), Vec::new());
            for (i, matrix) in a.each().enumerate() {
                let (w, v) = T::symmetric_eigen(matrix, n).ok_or_else(|| not_converged(NAME, i, a.count()))?;
                values.extend(w);
                vectors.extend(v);
            }
            let outputs = vec![Tensor::owning(values, &a.shape(&[n])), Tensor::owning(vectors, self.shape())];
            let mut outputs = record_many(outputs, &[self], |y| Eigen {
                w: Saved::nth_output(&y[0], 0),
                v: Saved::nth_output(&y[1], 1),
            })
            .into_iter();
            match (outputs.next(), outputs.next()) {
                (Some(w), Some(v)) => Ok((w, v)),
                _ => unreachable!("`record_many` returns the results it was given"),
            }
        }

        /// The eigenvalues, ascending, of every symmetric matrix. The lower triangle is read.
        pub fn eigvalsh | try_eigvalsh(&self) -> Tensor<T> {
            Ok(self.try_eigh()?.0)
        }
    }
}

struct Eigen<T: Element> {
    w: Saved<T>,
    v: Saved<T>,
}

impl<T: Element> BackwardMany<T> for Eigen<T> {
    fn name(&self) -> &str {
        "LinalgEighBackward0"
    }

    /// d_a = v · (diag d_w + (vᵀ · d_v) / e) · vᵀ, where e[i, j] = w[j] - w[i] and the diagonal does not count
    fn backward(&self, d_outputs: Vec<Option<Tensor<T>>>, call: &Call<'_>) -> Result<Cotangents> {
        let (w, v) = (self.w.get(call)?, self.v.get(call)?);
        let v_t = mt(&v)?;
        let mut d_outputs = d_outputs.into_iter();
        let (d_w, d_v) = (d_outputs.next().flatten(), d_outputs.next().flatten());
        let from_w = d_w.map(|d_w| (&v * d_w.try_unsqueeze(-2)?).try_matmul(&v_t)).transpose()?;
        let from_v = match d_v {
            None => None,
            Some(d_v) => {
                let n = v.shape()[v.dim() - 1];
                let gaps = w.try_unsqueeze(-2)? - w.try_unsqueeze(-1)? + Tensor::eye(n);
                let inner = (v_t.try_matmul(&d_v)? / gaps).gate(&mask(n, n, |i, j| i != j));
                let d_a = v.try_matmul(&inner)?.try_matmul(&v_t)?;
                Some((&d_a + mt(&d_a)?) * T::of(0.5))
            }
        };
        many([match (from_w, from_v) {
            (Some(a), Some(b)) => Some(a + b),
            (Some(a), None) | (None, Some(a)) => Some(a),
            (None, None) => None,
        }])
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.w.shape(), self.v.shape()]
    }
}
