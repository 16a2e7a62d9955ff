//! The matrix exponential.

use super::super::super::element::Element;
use super::super::super::error::Result;
use super::super::super::graph::node::{Call, Cotangents};
use super::super::super::graph::record::{Backward, one, record};
use super::super::super::graph::saved::Saved;
use super::super::super::handle::Tensor;
use super::{Matrices, mt, place};

impl<T: Element> Tensor<T> {
    fallible! {
        /// The exponential of every matrix, `1 + a + a²/2 + …`.
        pub fn matrix_exp | try_matrix_exp(&self) -> Tensor<T> {
            let a = Matrices::square(self, "linalg.matrix_exp")?;
            let values = a.each().flat_map(|matrix| T::exponential(matrix, a.rows)).collect();
            let y = Tensor::owning(values, self.shape());
            Ok(record(y, &[self], |_| Exponential { a: Saved::input(self) }))
        }
    }
}

struct Exponential<T: Element> {
    a: Saved<T>,
}

impl<T: Element> Backward<T> for Exponential<T> {
    const NAME: &'static str = "LinalgMatrixExpBackward0";

    /// d_a is the upper right block of exp [aᵀ d_y; 0 aᵀ].
    /// Najfeld and Havel, "Derivatives of the matrix exponential and their computation" (1995).
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let a_t = mt(&self.a.get(call)?)?;
        let n = a_t.shape()[a_t.dim() - 1];
        let (first, second) = (place::<T>(2 * n, 0, n), place::<T>(2 * n, n, n));
        let (first_t, second_t) = (mt(&first)?, mt(&second)?);
        let block = |x: &Tensor<T>, rows: &Tensor<T>, columns_t: &Tensor<T>| rows.try_matmul(x)?.try_matmul(columns_t);
        let whole = block(&a_t, &first, &first_t)? + block(&d_y, &first, &second_t)? + block(&a_t, &second, &second_t)?;
        one(whole.try_matrix_exp()?.try_narrow(-2, 0, n)?.try_narrow(-1, n as isize, n)?)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape()]
    }
}
