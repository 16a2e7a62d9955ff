//! The singular value decomposition and what rests on it.

use super::super::super::element::Element;
use super::super::super::error::Result;
use super::super::super::graph::node::{Call, Cotangents};
use super::super::super::graph::record::{Backward, BackwardMany, many, one, record, record_many};
use super::super::super::graph::saved::Saved;
use super::super::super::handle::Tensor;
use super::{Matrices, mask, mt, not_converged};

impl<T: Element> Tensor<T> {
    fallible! {
        /// `(u, s, vᵀ)` with `u · diag(s) · vᵀ = self` for every matrix `[…, m, n]`: `u` is `[…, m, k]`, `s` is
        /// `[…, k]` and descends, `vᵀ` is `[…, k, n]`, where `k = min(m, n)`. Only functions that do not depend on the
        /// common sign of a pair of singular vectors have a gradient.
        pub fn svd | try_svd(&self) -> (Tensor<T>, Tensor<T>, Tensor<T>) {
            const NAME: &str = "linalg.svd";
            let a = Matrices::finite(self, NAME)?;
            let (m, n) = (a.rows, a.columns);
            let k = m.min(n);
            let (mut u, mut s, mut vt) = (Vec::new(), Vec::new(), Vec::new());
            for (i, matrix) in a.each().enumerate() {
                let factors = T::svd(matrix, m, n).ok_or_else(|| not_converged(NAME, i, a.count()))?;
                u.extend(factors.0);
                s.extend(factors.1);
                vt.extend(factors.2);
            }
            let outputs = vec![
                Tensor::owning(u, &a.shape(&[m, k])),
                Tensor::owning(s, &a.shape(&[k])),
                Tensor::owning(vt, &a.shape(&[k, n])),
            ];
            let mut outputs = record_many(outputs, &[self], |y| Svd {
                u: Saved::nth_output(&y[0], 0),
                s: Saved::nth_output(&y[1], 1),
                vt: Saved::nth_output(&y[2], 2),
            })
            .into_iter();
            match (outputs.next(), outputs.next(), outputs.next()) {
                (Some(u), Some(s), Some(vt)) => Ok((u, s, vt)),
                _ => unreachable!("`record_many` returns the results it was given"),
            }
        }

        /// The singular values, descending, of every matrix.
        pub fn svdvals | try_svdvals(&self) -> Tensor<T> {
            Ok(self.try_svd()?.1)
        }

        /// The pseudoinverse of every matrix. Singular values below `max(m, n)·ε` of the largest count as zero.
        pub fn pinv | try_pinv(&self) -> Tensor<T> {
            let a = Matrices::of(self, "linalg.pinv")?;
            let (u, s, vt) = self.detach().try_svd()?;
            let tolerance = T::of(a.rows.max(a.columns) as f64) * T::epsilon();
            let k = a.rows.min(a.columns);
            let inverted = s.to_vec().chunks(k.max(1)).flat_map(|s| {
                let least = s.iter().fold(T::zero(), |m, &s| m.max(s)) * tolerance;
                s.iter().map(move |&s| if s > least { s.recip() } else { T::zero() }).collect::<Vec<_>>()
            }).collect();
            let inverted = Tensor::owning(inverted, s.shape()).try_unsqueeze(-2)?;
            let y = (mt(&vt)? * inverted).try_matmul(&mt(&u)?)?;
            let y = Tensor::owning(y.to_vec(), y.shape());
            Ok(record(y, &[self], |y| Pseudoinverse { a: Saved::input(self), y: Saved::output(y) }))
        }

        /// The number of singular values above `max(m, n)·ε` of the largest, for every matrix.
        pub fn matrix_rank | try_matrix_rank(&self) -> Tensor<i64> {
            let a = Matrices::of(self, "linalg.matrix_rank")?;
            let tolerance = T::of(a.rows.max(a.columns) as f64) * T::epsilon();
            let k = a.rows.min(a.columns);
            let s = self.detach().try_svdvals()?.to_vec();
            let rank = |s: &[T]| {
                let least = s.iter().fold(T::zero(), |m, &s| m.max(s)) * tolerance;
                s.iter().filter(|&&s| s > least).count() as i64
            };
            Ok(Tensor::owning((0..a.count()).map(|i| rank(&s[i * k..][..k])).collect(), &a.batch))
        }

        /// The ratio of the largest to the smallest singular value, for every matrix.
        pub fn cond | try_cond(&self) -> Tensor<T> {
            let s = self.try_svdvals()?;
            s.try_select(-1, 0)?.try_div(s.try_select(-1, -1)?)
        }

        /// The `x` of least norm that minimises `|self · x - b|²`, for every matrix: `pinv(self) · b`.
        pub fn lstsq | try_lstsq(&self, b: &Tensor<T>) -> Tensor<T> {
            self.try_pinv()?.try_matmul(b)
        }
    }
}

struct Svd<T: Element> {
    u: Saved<T>,
    s: Saved<T>,
    vt: Saved<T>,
}

impl<T: Element> BackwardMany<T> for Svd<T> {
    fn name(&self) -> &str {
        "LinalgSvdBackward0"
    }

    /// d_a = u · (diag d_s + (skew(uᵀ·d_u)/e) · s + s · (skew(vᵀ·d_v)/e)) · vᵀ
    ///       + (1 - u·uᵀ) · d_u · s⁻¹ · vᵀ + u · s⁻¹ · d_vᵀ · (1 - v·vᵀ),
    /// where skew(x) = x - xᵀ and e[i, j] = s[j]² - s[i]².
    /// Townsend, "Differentiating the singular value decomposition" (2016).
    fn backward(&self, d_outputs: Vec<Option<Tensor<T>>>, call: &Call<'_>) -> Result<Cotangents> {
        let (u, s, vt) = (self.u.get(call)?, self.s.get(call)?, self.vt.get(call)?);
        let mut d_outputs = d_outputs.into_iter();
        let (d_u, d_s, d_vt) = (d_outputs.next().flatten(), d_outputs.next().flatten(), d_outputs.next().flatten());
        let s_columns = &s.try_unsqueeze(-2)?;
        let (ut, v) = (mt(&u)?, mt(&vt)?);
        let mut terms = Vec::new();
        if let Some(d_s) = d_s {
            terms.push((&u * d_s.try_unsqueeze(-2)?).try_matmul(&vt)?);
        }
        if let Some(d_u) = d_u {
            let ut_d = ut.try_matmul(&d_u)?;
            let inner = skew_over_gaps(&ut_d, &s)? * s_columns;
            terms.push(u.try_matmul(&inner)?.try_matmul(&vt)?);
            if u.shape()[u.dim() - 2] > u.shape()[u.dim() - 1] {
                let rest = d_u - u.try_matmul(&ut_d)?;
                terms.push((rest / s_columns).try_matmul(&vt)?);
            }
        }
        if let Some(d_vt) = d_vt {
            let d_v = mt(&d_vt)?;
            let vt_d = vt.try_matmul(&d_v)?;
            let inner = s.try_unsqueeze(-1)? * skew_over_gaps(&vt_d, &s)?;
            terms.push(u.try_matmul(&inner)?.try_matmul(&vt)?);
            if v.shape()[v.dim() - 2] > v.shape()[v.dim() - 1] {
                let rest = d_v - v.try_matmul(&vt_d)?;
                terms.push((&u / s_columns).try_matmul(&mt(&rest)?)?);
            }
        }
        many([terms.into_iter().reduce(|a, b| a + b)])
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.u.shape(), self.s.shape(), self.vt.shape()]
    }
}

/// (x - xᵀ)[i, j] / (s[j]² - s[i]²), with a zero diagonal.
#[track_caller]
fn skew_over_gaps<T: Element>(x: &Tensor<T>, s: &Tensor<T>) -> Result<Tensor<T>> {
    let k = x.shape()[x.dim() - 1];
    let squares = s * s;
    let gaps = squares.try_unsqueeze(-2)? - squares.try_unsqueeze(-1)? + Tensor::eye(k);
    Ok(((x - mt(x)?) / gaps).gate(&mask(k, k, |i, j| i != j)))
}

struct Pseudoinverse<T: Element> {
    a: Saved<T>,
    y: Saved<T>,
}

impl<T: Element> Backward<T> for Pseudoinverse<T> {
    const NAME: &'static str = "LinalgPinvBackward0";

    /// d_a = -yᵀ·d_y·yᵀ + (1 - a·y)·d_yᵀ·y·yᵀ + yᵀ·y·d_yᵀ·(1 - y·a).
    /// Golub and Pereyra, "The differentiation of pseudo-inverses and nonlinear least squares problems whose variables
    /// separate" (1973).
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (a, y) = (self.a.get(call)?, self.y.get(call)?);
        let (y_t, d_t) = (mt(&y)?, mt(&d_y)?);
        let main = y_t.try_matmul(&d_y)?.try_matmul(&y_t)?;
        let left = d_t.try_matmul(&y)?.try_matmul(&y_t)?;
        let left = &left - a.try_matmul(&y.try_matmul(&left)?)?;
        let right = y_t.try_matmul(&y)?.try_matmul(&d_t)?;
        let right = &right - right.try_matmul(&y)?.try_matmul(&a)?;
        one(left + right - main)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.y.shape()]
    }
}
