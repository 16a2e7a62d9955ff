//! Determinants.

use super::super::super::element::Element;
use super::super::super::error::Result;
use super::super::super::graph::node::{Call, Cotangents};
use super::super::super::graph::record::{Backward, one, record, recording};
use super::super::super::graph::saved::Saved;
use super::super::super::handle::Tensor;
use super::{Matrices, mt, place};

impl<T: Element> Tensor<T> {
    fallible! {
        /// The determinant of every matrix. Its gradient is the matrix of cofactors, for singular matrices too.
        pub fn det | try_det(&self) -> Tensor<T> {
            let a = Matrices::square(self, "linalg.det")?;
            let values = a.each().map(|matrix| T::determinant(matrix, a.rows).value).collect();
            let y = Tensor::owning(values, &a.batch);
            Ok(record(y, &[self], |y| Determinant { a: Saved::input(self), y: Saved::output(y) }))
        }

        /// The sign and the logarithm of the absolute value of every determinant; the logarithm of zero is negative
        /// infinity. The sign carries no gradient.
        pub fn slogdet | try_slogdet(&self) -> (Tensor<T>, Tensor<T>) {
            let a = Matrices::square(self, "linalg.slogdet")?;
            let (signs, logs): (Vec<T>, Vec<T>) = a
                .each()
                .map(|matrix| {
                    let det = T::determinant(matrix, a.rows);
                    (det.sign, det.log)
                })
                .unzip();
            let log = Tensor::owning(logs, &a.batch);
            let log = record(log, &[self], |_| LogDeterminant { a: Saved::input(self) });
            Ok((Tensor::owning(signs, &a.batch), log))
        }

        /// The logarithm of every determinant; NaN for a negative one.
        pub fn logdet | try_logdet(&self) -> Tensor<T> {
            let (sign, log) = self.try_slogdet()?;
            let negative = sign.lt(T::zero());
            Tensor::lone(T::nan()).try_where_(&negative, &log)
        }
    }
}

struct Determinant<T: Element> {
    a: Saved<T>,
    y: Saved<T>,
}

impl<T: Element> Backward<T> for Determinant<T> {
    const NAME: &'static str = "LinalgDetBackward0";

    /// d_a = d_y · cof a, where cof a = y · a⁻ᵀ if a is regular
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let a = self.a.get(call)?;
        let d_y = matrices(&d_y)?;
        if singular(&a)? {
            return one(d_y * cofactors(&a)?);
        }
        let y = matrices(&self.y.get(call)?)?;
        one(d_y * y * mt(&a.try_inv()?)?)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.y.shape()]
    }
}

struct LogDeterminant<T: Element> {
    a: Saved<T>,
}

impl<T: Element> Backward<T> for LogDeterminant<T> {
    const NAME: &'static str = "LinalgSlogdetBackward0";

    /// d_a = d_y · a⁻ᵀ, which is cof a / det a and thus infinite if a is singular
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let a = self.a.get(call)?;
        let d_y = matrices(&d_y)?;
        if singular(&a)? {
            return one(d_y * (cofactors(&a)? / matrices(&a.try_det()?)?));
        }
        one(d_y * mt(&a.try_inv()?)?)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape()]
    }
}

/// A number per matrix, as a one by one matrix.
#[track_caller]
fn matrices<T: Element>(x: &Tensor<T>) -> Result<Tensor<T>> {
    x.try_unsqueeze(-1)?.try_unsqueeze(-1)
}

/// Whether any matrix of the batch is singular to the last bit.
fn singular<T: Element>(a: &Tensor<T>) -> Result<bool> {
    let a = Matrices::square(a, "linalg.det")?;
    Ok(a.each().any(|matrix| T::solve(matrix, a.rows, &vec![T::zero(); a.rows], 1).is_err()))
}

/// The matrix of cofactors, which exists where the inverse does not: entry (i, j) is (-1)ⁱ⁺ʲ times the determinant
/// without row i and column j. As a polynomial it can be differentiated, which costs n² determinants; where nothing
/// is recorded, a factorisation gives all entries at once.
#[track_caller]
fn cofactors<T: Element>(a: &Tensor<T>) -> Result<Tensor<T>> {
    let n = a.shape()[a.dim() - 1];
    if !recording(&[a]) {
        return cofactors_by_svd(a, n);
    }
    let mut sum = Tensor::zeros(a.shape());
    for i in 0..n {
        for j in 0..n {
            let minor = without::<T>(n, i).try_matmul(a)?.try_matmul(&mt(&without(n, j))?)?;
            let sign = if (i + j) % 2 == 0 { T::one() } else { -T::one() };
            let unit = place::<T>(n, i, 1).try_matmul(&mt(&place(n, j, 1))?)? * sign;
            sum = sum + matrices(&minor.try_det()?)? * unit;
        }
    }
    Ok(sum)
}

/// The identity without one row.
fn without<T: Element>(n: usize, row: usize) -> Tensor<T> {
    let mut values = vec![T::zero(); (n - 1) * n];
    for k in 0..n - 1 {
        values[k * n + k + usize::from(k >= row)] = T::one();
    }
    Tensor::owning(values, &[n - 1, n])
}

/// With a = u · diag(s) · vᵀ: cof a = det u · det v · u · diag(∏ of the other s) · vᵀ.
fn cofactors_by_svd<T: Element>(a: &Tensor<T>, n: usize) -> Result<Tensor<T>> {
    let (u, s, vt) = a.detach().try_svd()?;
    let others = s.to_vec();
    let products = others.chunks(n.max(1)).flat_map(|s| {
        (0..n).map(move |i| s.iter().enumerate().filter(|&(j, _)| j != i).map(|(_, &s)| s).fold(T::one(), |p, s| p * s))
    });
    let products = Tensor::owning(products.collect(), s.shape()).try_unsqueeze(-2)?;
    let orientation = matrices(&(u.try_det()? * vt.try_det()?).sign())?;
    Ok((u * products).try_matmul(&vt)? * orientation)
}
