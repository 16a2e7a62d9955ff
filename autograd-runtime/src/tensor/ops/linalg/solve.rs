//! Inverses and linear systems.

use super::super::super::element::Element;
use super::super::super::error::{Result, TensorError};
use super::super::super::graph::node::{Call, Cotangents};
use super::super::super::graph::record::{Backward, one, record, two};
use super::super::super::graph::saved::Saved;
use super::super::super::handle::Tensor;
use super::super::super::shape::{Sizes, broadcast, list};
use super::{Matrices, failed, mt};

impl<T: Element> Tensor<T> {
    fallible! {
        /// The inverse of every matrix.
        pub fn inv | try_inv(&self) -> Tensor<T> {
            const NAME: &str = "linalg.inv";
            let a = Matrices::square(self, NAME)?;
            let n = a.rows;
            let identity = Tensor::<T>::eye(n).to_vec();
            let mut values = Vec::with_capacity(a.values.len());
            for (i, matrix) in a.each().enumerate() {
                values.extend(T::solve(matrix, n, &identity, n).map_err(|pivot| {
                    failed(NAME, i, a.count(), &format!(
                        "The diagonal element {pivot} is zero, the inversion could not be completed because the input \
                         matrix is singular."
                    ))
                })?);
            }
            let y = Tensor::owning(values, self.shape());
            Ok(record(y, &[self], |y| Inverse { y: Saved::output(y) }))
        }

        /// The solution `x` of `self · x = b` for every matrix `[…, n, n]`; `b` holds vectors `[…, n]` if it is one
        /// vector or has exactly the batch's sizes, and matrices `[…, n, k]` otherwise. Batches broadcast.
        pub fn solve | try_solve(&self, b: &Tensor<T>) -> Tensor<T> {
            let vectors = b.dim() == 1
                || (self.dim() >= 2 && b.dim() == self.dim() - 1 && b.shape() == &self.shape()[..b.dim()]);
            if vectors {
                return solve(self, &b.try_unsqueeze(-1)?)?.try_squeeze_dim(-1);
            }
            solve(self, b)
        }
    }
}

struct Inverse<T: Element> {
    y: Saved<T>,
}

impl<T: Element> Backward<T> for Inverse<T> {
    const NAME: &'static str = "LinalgInvExBackward0";

    /// d_a = -yᵀ · d_y · yᵀ
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let y_t = mt(&self.y.get(call)?)?;
        one(-y_t.try_matmul(&d_y)?.try_matmul(&y_t)?)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.y.shape()]
    }
}

/// Solves with matrices on both sides.
#[track_caller]
pub(super) fn solve<T: Element>(a: &Tensor<T>, b: &Tensor<T>) -> Result<Tensor<T>> {
    const NAME: &str = "linalg.solve";
    let square = Matrices::square(a, NAME)?;
    let right = Matrices::of(b, NAME)?;
    let n = square.rows;
    if right.rows != n {
        return Err(TensorError::shape(format!(
            "{NAME}: Incompatible shapes of A and B for the equation AX = B (shapes {} and {})",
            list(a.shape()),
            list(b.shape())
        )));
    }
    let batch = broadcast(&square.batch, &right.batch)?;
    let shape = |tail: [usize; 2]| batch.iter().copied().chain(tail).collect::<Sizes>();
    let spread_a = Matrices::of(&a.detach().expand_to(&shape([n, n]))?, NAME)?;
    let spread_b = Matrices::of(&b.detach().expand_to(&shape([n, right.columns]))?, NAME)?;
    let mut values = Vec::with_capacity(spread_b.values.len());
    for (i, (matrix, b)) in spread_a.each().zip(spread_b.each()).enumerate() {
        let x = T::solve(matrix, n, b, right.columns).map_err(|_| {
            let what = "The solver failed because the input matrix is singular.";
            failed("torch.linalg.solve", i, spread_a.count(), what)
        })?;
        values.extend(x);
    }
    let y = Tensor::owning(values, &shape([n, right.columns]));
    Ok(record(y, &[a, b], |y| Solve { a: Saved::input(a), b: b.shape().into(), y: Saved::output(y) }))
}

struct Solve<T: Element> {
    a: Saved<T>,
    b: Box<[usize]>,
    y: Saved<T>,
}

impl<T: Element> Backward<T> for Solve<T> {
    const NAME: &'static str = "LinalgSolveExBackward0";

    /// d_b = a⁻ᵀ · d_y, d_a = -d_b · yᵀ
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let a = self.a.get(call)?;
        let d_b = solve(&mt(&a)?, &d_y)?;
        let d_a = match call.needs(0) {
            true => Some(-d_b.try_matmul(&mt(&self.y.get(call)?)?)?.sum_to(a.shape())),
            false => None,
        };
        two(d_a, call.needs(1).then(|| d_b.sum_to(&self.b)))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.y.shape()]
    }
}
