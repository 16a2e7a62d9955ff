//! Triangular systems.

use super::super::super::element::Element;
use super::super::super::error::{Result, TensorError};
use super::super::super::graph::node::{Call, Cotangents};
use super::super::super::graph::record::{Backward, record, two};
use super::super::super::graph::saved::Saved;
use super::super::super::handle::Tensor;
use super::super::super::shape::{Sizes, broadcast, list};
use super::{Matrices, mask, mt};

/// Which system [`Tensor::solve_triangular`] solves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TriangularOptions {
    /// Read the upper triangle instead of the lower one.
    pub upper: bool,
    /// Solve `x · a = b` instead of `a · x = b`.
    pub right: bool,
    /// Take the diagonal to be one without reading it.
    pub unitriangular: bool,
}

impl<T: Element> Tensor<T> {
    fallible! {
        /// The solution `x` of `self · x = b`, where only one triangle of the matrices `self` is read. A zero on the
        /// diagonal gives infinities. Batches broadcast.
        ///
        /// ```
        /// use autograd_runtime::tensor::{Tensor, TriangularOptions};
        ///
        /// let l = Tensor::from([[2.0, 0.0], [1.0, 4.0]]);
        /// let x = l.solve_triangular(&Tensor::from([[2.0], [9.0]]), TriangularOptions::default());
        /// assert_eq!(x.to_vec(), [1.0, 2.0]);
        /// ```
        pub fn solve_triangular | try_solve_triangular(&self, b: &Tensor<T>, options: TriangularOptions) -> Tensor<T> {
            let TriangularOptions { upper, right, unitriangular } = options;
            if !right {
                return solve(self, b, upper, unitriangular);
            }
            // x·a = b is aᵀ·xᵀ = bᵀ.
            let x = solve(&mt(self)?, &mt(b)?, !upper, unitriangular)?;
            mt(&x)
        }
    }
}

#[track_caller]
pub(super) fn solve<T: Element>(a: &Tensor<T>, b: &Tensor<T>, upper: bool, unit: bool) -> Result<Tensor<T>> {
    const NAME: &str = "linalg.solve_triangular";
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
    let values =
        spread_a.each().zip(spread_b.each()).flat_map(|(a, b)| T::triangular(a, n, b, right.columns, upper, unit));
    let y = Tensor::owning(values.collect(), &shape([n, right.columns]));
    Ok(record(y, &[a, b], |y| Triangular { a: Saved::input(a), b: b.shape().into(), y: Saved::output(y), upper, unit }))
}

struct Triangular<T: Element> {
    a: Saved<T>,
    b: Box<[usize]>,
    y: Saved<T>,
    upper: bool,
    unit: bool,
}

impl<T: Element> Backward<T> for Triangular<T> {
    const NAME: &'static str = "LinalgSolveTriangularBackward0";

    /// d_b = a⁻ᵀ · d_y, d_a = -(the triangle that was read of d_b · yᵀ)
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let a = self.a.get(call)?;
        let d_b = solve(&mt(&a)?, &d_y, !self.upper, self.unit)?;
        let d_a = match call.needs(0) {
            true => {
                let n = a.shape()[a.dim() - 1];
                let read = mask(n, n, |i, j| (if self.upper { i < j } else { i > j }) || (i == j && !self.unit));
                Some(-d_b.try_matmul(&mt(&self.y.get(call)?)?)?.sum_to(a.shape()).gate(&read))
            }
            false => None,
        };
        two(d_a, call.needs(1).then(|| d_b.sum_to(&self.b)))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.y.shape()]
    }
}
