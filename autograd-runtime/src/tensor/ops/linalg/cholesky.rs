//! The Cholesky factorisation and what is solved with it.

use super::super::super::element::Element;
use super::super::super::error::Result;
use super::super::super::graph::node::{Call, Cotangents};
use super::super::super::graph::record::{Backward, one, record};
use super::super::super::graph::saved::Saved;
use super::super::super::handle::Tensor;
use super::{Matrices, failed, lower_half, mt, triangular};

impl<T: Element> Tensor<T> {
    fallible! {
        /// The lower triangular `l` with `l · lᵀ = self` for every symmetric positive definite matrix. The lower
        /// triangle is read; the gradient is symmetric.
        pub fn cholesky | try_cholesky(&self) -> Tensor<T> {
            const NAME: &str = "linalg.cholesky";
            let a = Matrices::square(self, NAME)?;
            let mut values = Vec::with_capacity(a.values.len());
            for (i, matrix) in a.each().enumerate() {
                values.extend(T::cholesky(matrix, a.rows).map_err(|order| {
                    failed(NAME, i, a.count(), &format!(
                        "The factorization could not be completed because the input is not positive-definite (the \
                         leading minor of order {order} is not positive-definite)."
                    ))
                })?);
            }
            let y = Tensor::owning(values, self.shape());
            Ok(record(y, &[self], |y| Cholesky { y: Saved::output(y) }))
        }

        /// The solution `x` of `l · lᵀ · x = self`, with the factor that [`cholesky`](Self::cholesky) returns.
        pub fn cholesky_solve | try_cholesky_solve(&self, l: &Tensor<T>) -> Tensor<T> {
            let half = triangular::solve(l, self, false, false)?;
            triangular::solve(&mt(l)?, &half, true, false)
        }

        /// The inverse of `self · selfᵀ`, for a factor that [`cholesky`](Self::cholesky) returns.
        pub fn cholesky_inverse | try_cholesky_inverse(&self) -> Tensor<T> {
            let n = Matrices::square(self, "cholesky_inverse")?.rows;
            Tensor::eye(n).try_cholesky_solve(self)
        }
    }
}

struct Cholesky<T: Element> {
    y: Saved<T>,
}

impl<T: Element> Backward<T> for Cholesky<T> {
    const NAME: &'static str = "LinalgCholeskyExBackward0";

    /// d_a = sym(l⁻ᵀ · Φ(lᵀ · d_l) · l⁻¹), where Φ takes the lower triangle with half the diagonal
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let l = self.y.get(call)?;
        let l_t = mt(&l)?;
        let phi = lower_half(&l_t.try_matmul(&d_y)?);
        let left = triangular::solve(&l_t, &phi, true, false)?;
        // s · l = left
        let s = mt(&triangular::solve(&l_t, &mt(&left)?, true, false)?)?;
        one((&s + mt(&s)?) * T::of(0.5))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.y.shape()]
    }
}
