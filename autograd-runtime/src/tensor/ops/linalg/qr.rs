//! The QR factorisation.

use super::super::super::element::Element;
use super::super::super::error::Result;
use super::super::super::graph::node::{Call, Cotangents};
use super::super::super::graph::record::{BackwardMany, many, record_many};
use super::super::super::graph::saved::Saved;
use super::super::super::handle::Tensor;
use super::{Matrices, lower_half, mt, place, triangular};

impl<T: Element> Tensor<T> {
    fallible! {
        /// `(q, r)` with `q · r = self` for every matrix `[…, m, n]`: `q` is `[…, m, k]` with orthonormal columns and
        /// `r` is `[…, k, n]`, zero below the diagonal, where `k = min(m, n)`. Signs are LAPACK's.
        pub fn qr | try_qr(&self) -> (Tensor<T>, Tensor<T>) {
            let (m, n) = {
                let a = Matrices::of(self, "linalg.qr")?;
                (a.rows, a.columns)
            };
            if m >= n {
                return tall(self);
            }
            // [x y] with a square x: q and u come from x, and r = [u qᵀ·y].
            let (x, y) = (self.try_narrow(-1, 0, m)?, self.try_narrow(-1, m as isize, n - m)?);
            let (q, u) = tall(&x)?;
            let v = mt(&q)?.try_matmul(&y)?;
            let r = u.try_matmul(&mt(&place(n, 0, m))?)? + v.try_matmul(&mt(&place(n, m, n - m))?)?;
            Ok((q, r))
        }
    }
}

/// The factors of matrices with at least as many rows as columns.
#[track_caller]
fn tall<T: Element>(x: &Tensor<T>) -> Result<(Tensor<T>, Tensor<T>)> {
    let a = Matrices::of(x, "linalg.qr")?;
    let (m, n) = (a.rows, a.columns);
    let (q, r): (Vec<Vec<T>>, Vec<Vec<T>>) = a.each().map(|matrix| T::qr(matrix, m, n)).unzip();
    let q = Tensor::owning(q.concat(), &a.shape(&[m, n]));
    let r = Tensor::owning(r.concat(), &a.shape(&[n, n]));
    let mut factors =
        record_many(vec![q, r], &[x], |y| Factors { q: Saved::nth_output(&y[0], 0), r: Saved::nth_output(&y[1], 1) })
            .into_iter();
    match (factors.next(), factors.next()) {
        (Some(q), Some(r)) => Ok((q, r)),
        _ => unreachable!("`record_many` returns the results it was given"),
    }
}

struct Factors<T: Element> {
    q: Saved<T>,
    r: Saved<T>,
}

impl<T: Element> BackwardMany<T> for Factors<T> {
    fn name(&self) -> &str {
        "LinalgQrBackward0"
    }

    /// d_a = (d_q + q · s) · r⁻ᵀ, where s is symmetric with the lower triangle of r · d_rᵀ - d_qᵀ · q.
    /// Walter and Lehmann, "Algorithmic differentiation of linear algebra functions" (2010), in the symmetric form.
    fn backward(&self, d_outputs: Vec<Option<Tensor<T>>>, call: &Call<'_>) -> Result<Cotangents> {
        let (q, r) = (self.q.get(call)?, self.r.get(call)?);
        let mut d_outputs = d_outputs.into_iter();
        let (d_q, d_r) = (d_outputs.next().flatten(), d_outputs.next().flatten());
        let from_r = d_r.map(|d_r| r.try_matmul(&mt(&d_r)?)).transpose()?;
        let from_q = d_q.as_ref().map(|d_q| mt(d_q)?.try_matmul(&q)).transpose()?;
        let m = match (from_r, from_q) {
            (Some(from_r), Some(from_q)) => from_r - from_q,
            (Some(from_r), None) => from_r,
            (None, Some(from_q)) => -from_q,
            (None, None) => return many::<T>([None]),
        };
        let half = lower_half(&m);
        let inner = q.try_matmul(&(&half + mt(&half)?))?;
        let inner = match d_q {
            Some(d_q) => inner + d_q,
            None => inner,
        };
        // d_a · rᵀ = inner
        many([Some(mt(&triangular::solve(&r, &mt(&inner)?, true, false)?)?)])
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.q.shape(), self.r.shape()]
    }
}
