//! Problems for the crate `levenberg-marquardt`, from a function and its generated Jacobian.

use levenberg_marquardt::LeastSquaresProblem;
use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, OMatrix, OVector, Owned, U1};

use crate::matrix::Entry;
use crate::{Outputs, Real};

/// The sum of the squares of residuals, to be minimized.
///
/// `residuals` is a function with `#[differentiable(jacobian)]` from a vector of parameters to a vector of residuals, and
/// `jacobian` is what is generated for it. Both are of a static size or of a dynamic one.
///
/// ```
/// use autograd_runtime::levenberg_marquardt::LeastSquares;
/// use levenberg_marquardt::LevenbergMarquardt;
/// use nalgebra::{SVector, Vector2};
///
/// // A function with `#[differentiable(jacobian)]`, and what is generated for it.
/// fn residuals(p: &Vector2<f64>) -> Vector2<f64> {
///     Vector2::new(10.0 * (p.y - p.x * p.x), 1.0 - p.x)
/// }
/// fn residuals_jacobian(p: &Vector2<f64>) -> (Vector2<f64>, [Vector2<f64>; 2]) {
///     (residuals(p), [Vector2::new(-20.0 * p.x, 10.0), Vector2::new(-1.0, 0.0)])
/// }
///
/// let problem = LeastSquares::new(Vector2::new(-1.2, 1.0), residuals, residuals_jacobian);
/// let (solved, report) = LevenbergMarquardt::new().minimize(problem);
/// assert!(report.termination.was_successful());
/// assert!((solved.params() - Vector2::new(1.0, 1.0)).norm() < 1e-10);
/// ```
#[derive(Clone, Debug)]
pub struct LeastSquares<T: Entry, N: Dim, F, J>
where
    DefaultAllocator: Allocator<N>,
{
    params: OVector<T, N>,
    residuals: F,
    jacobian: J,
}

impl<T: Entry, N: Dim, F, J> LeastSquares<T, N, F, J>
where
    DefaultAllocator: Allocator<N>,
{
    /// A problem that is to be solved from `start` on.
    pub fn new<R>(start: OVector<T, N>, residuals: F, jacobian: J) -> Self
    where
        R: Outputs,
        F: Fn(&OVector<T, N>) -> R,
        J: Fn(&OVector<T, N>) -> (R, R::Rows<OVector<T, N>>),
    {
        LeastSquares { params: start, residuals, jacobian }
    }

    /// The parameters: those that were found, after the problem was solved.
    pub fn params(&self) -> &OVector<T, N> {
        &self.params
    }
}

impl<T, M, N, F, J, Rows> LeastSquaresProblem<T, M, N> for LeastSquares<T, N, F, J>
where
    T: Entry + Real,
    M: Dim,
    N: Dim,
    DefaultAllocator: Allocator<N> + Allocator<M> + Allocator<M, N>,
    OVector<T, M>: Outputs<Rows<OVector<T, N>> = Rows>,
    Rows: AsRef<[OVector<T, N>]>,
    F: Fn(&OVector<T, N>) -> OVector<T, M>,
    J: Fn(&OVector<T, N>) -> (OVector<T, M>, Rows),
{
    type ResidualStorage = Owned<T, M, U1>;
    type JacobianStorage = Owned<T, M, N>;
    type ParameterStorage = Owned<T, N, U1>;

    fn set_params(&mut self, params: &OVector<T, N>) {
        self.params.copy_from(params);
    }

    fn params(&self) -> OVector<T, N> {
        self.params.clone()
    }

    fn residuals(&self) -> Option<OVector<T, M>> {
        Some((self.residuals)(&self.params))
    }

    fn jacobian(&self) -> Option<OMatrix<T, M, N>> {
        let (residuals, rows) = (self.jacobian)(&self.params);
        let ((count, _), (columns, _)) = (residuals.shape_generic(), self.params.shape_generic());
        let rows = rows.as_ref();
        Some(OMatrix::from_fn_generic(count, columns, |i, j| rows[i][j]))
    }
}
