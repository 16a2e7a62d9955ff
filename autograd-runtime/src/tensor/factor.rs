//! Factorisations of one matrix: the only place that knows which library computes them.
//!
//! It is nalgebra, not faer: the crate depends on nalgebra anyway, it adds seconds to a build where faer adds
//! minutes, and at the sizes of models in this engine (covariances, Jacobians, small systems) it is as fast. Large
//! products, which dominate everything else, go through `gemm`.
//!
//! Matrices go in and come out row-major.

use nalgebra::{Cholesky, DMatrix, LU, QR, SVD, SymmetricEigen};

/// A determinant in the forms users ask for.
pub struct Determinant<T> {
    /// The determinant itself.
    pub value: T,
    /// -1, 0 or 1.
    pub sign: T,
    /// The logarithm of the absolute value, which does not overflow.
    pub log: T,
}

/// What the linear algebra of an element type needs computed.
pub trait Factor: Sized {
    /// `a⁻¹·b` for `a` with `n` rows; the number, from one, of the pivot that is zero if there is one.
    fn solve(a: &[Self], n: usize, b: &[Self], columns: usize) -> Result<Vec<Self>, usize>;
    /// The determinant of a matrix with `n` rows.
    fn determinant(a: &[Self], n: usize) -> Determinant<Self>;
    /// The lower factor of a symmetric matrix, whose lower triangle is read; the order of the leading minor that is
    /// not positive if there is one.
    fn cholesky(a: &[Self], n: usize) -> Result<Vec<Self>, usize>;
    /// `a⁻¹·b`, where only one triangle of `a` is read; `unit` takes its diagonal to be one.
    fn triangular(a: &[Self], n: usize, b: &[Self], columns: usize, upper: bool, unit: bool) -> Vec<Self>;
    /// `q` (`m` by `k`) and `r` (`k` by `n`) with `k = min(m, n)` and the signs LAPACK gives them.
    fn qr(a: &[Self], m: usize, n: usize) -> (Vec<Self>, Vec<Self>);
    /// The eigenvalues of a symmetric matrix, ascending, and the eigenvectors as columns. The lower triangle is read.
    fn symmetric_eigen(a: &[Self], n: usize) -> Option<(Vec<Self>, Vec<Self>)>;
    /// `u` (`m` by `k`), the singular values, descending, and `vᵀ` (`k` by `n`), with `k = min(m, n)`.
    fn svd(a: &[Self], m: usize, n: usize) -> Option<(Vec<Self>, Vec<Self>, Vec<Self>)>;
    /// The exponential of a matrix with `n` rows, by scaling and squaring with Padé approximants.
    fn exponential(a: &[Self], n: usize) -> Vec<Self>;
}

/// The elements in row-major order.
fn rows<T: nalgebra::Scalar + Copy>(a: &DMatrix<T>) -> Vec<T> {
    a.transpose().as_slice().to_vec()
}

macro_rules! factor {
    ($float:ty) => {
        impl Factor for $float {
            fn solve(a: &[Self], n: usize, b: &[Self], columns: usize) -> Result<Vec<Self>, usize> {
                if n == 0 || columns == 0 {
                    return Ok(Vec::new());
                }
                let lu = LU::new(DMatrix::from_row_slice(n, n, a));
                if let Some(zero) = lu.u().diagonal().iter().position(|&pivot| pivot == 0.0) {
                    return Err(zero + 1);
                }
                let mut x = DMatrix::from_row_slice(n, columns, b);
                if lu.solve_mut(&mut x) { Ok(rows(&x)) } else { Err(n) }
            }

            fn determinant(a: &[Self], n: usize) -> Determinant<Self> {
                if n == 0 {
                    return Determinant { value: 1.0, sign: 1.0, log: 0.0 };
                }
                let lu = LU::new(DMatrix::from_row_slice(n, n, a));
                let order: Self = lu.p().determinant();
                let diagonal = lu.u().diagonal();
                let value = diagonal.iter().product::<Self>() * order;
                let sign = diagonal.iter().map(|&d| if d == 0.0 { 0.0 } else { d.signum() }).product::<Self>() * order;
                Determinant { value, sign, log: diagonal.iter().map(|d| d.abs().ln()).sum() }
            }

            fn cholesky(a: &[Self], n: usize) -> Result<Vec<Self>, usize> {
                let a = DMatrix::from_row_slice(n, n, a);
                match Cholesky::new(a.clone()) {
                    Some(factor) => Ok(rows(&factor.l())),
                    None => {
                        Err((1..n).find(|&k| Cholesky::new(a.view((0, 0), (k, k)).into_owned()).is_none()).unwrap_or(n))
                    }
                }
            }

            fn triangular(a: &[Self], n: usize, b: &[Self], columns: usize, upper: bool, unit: bool) -> Vec<Self> {
                if n == 0 || columns == 0 {
                    return Vec::new();
                }
                let mut a = DMatrix::from_row_slice(n, n, a);
                if unit {
                    a.fill_diagonal(1.0);
                }
                let mut x = DMatrix::from_row_slice(n, columns, b);
                // A zero on the diagonal divides, as in PyTorch: the result is infinite, not refused.
                if upper {
                    a.solve_upper_triangular_unchecked_mut(&mut x);
                } else {
                    a.solve_lower_triangular_unchecked_mut(&mut x);
                }
                rows(&x)
            }

            fn qr(a: &[Self], m: usize, n: usize) -> (Vec<Self>, Vec<Self>) {
                let k = m.min(n);
                if k == 0 {
                    return (Vec::new(), Vec::new());
                }
                let qr = QR::new(DMatrix::from_row_slice(m, n, a));
                let (mut q, mut r) = (qr.q(), qr.r());
                // The library makes the diagonal of R positive: each of its reflections carries a sign, which all later
                // ones see. LAPACK lets reflection i send the head of its column to minus its sign times the norm, and
                // leaves a column alone that has nothing below its head.
                let packed = qr.qr_internal();
                let mut carried = 1.0;
                for i in 0..k {
                    let head = packed[(i, i)] * carried;
                    if packed[(i, i)] != 0.0 {
                        carried *= -packed[(i, i)].signum();
                    }
                    let reflected = (i + 1..m).any(|row| packed[(row, i)] != 0.0);
                    if (reflected && head > 0.0) || (!reflected && head < 0.0) {
                        q.column_mut(i).neg_mut();
                        r.row_mut(i).neg_mut();
                    }
                }
                (rows(&q), rows(&r))
            }

            fn symmetric_eigen(a: &[Self], n: usize) -> Option<(Vec<Self>, Vec<Self>)> {
                if n == 0 {
                    return Some((Vec::new(), Vec::new()));
                }
                let mut a = DMatrix::from_row_slice(n, n, a);
                a.fill_upper_triangle_with_lower_triangle();
                let eigen = SymmetricEigen::try_new(a, Self::EPSILON, iterations(n))?;
                let mut order: Vec<usize> = (0..n).collect();
                order.sort_by(|&i, &j| eigen.eigenvalues[i].total_cmp(&eigen.eigenvalues[j]));
                let values = order.iter().map(|&i| eigen.eigenvalues[i]).collect();
                Some((values, rows(&eigen.eigenvectors.select_columns(&order))))
            }

            fn svd(a: &[Self], m: usize, n: usize) -> Option<(Vec<Self>, Vec<Self>, Vec<Self>)> {
                if m == 0 || n == 0 {
                    return Some((Vec::new(), Vec::new(), Vec::new()));
                }
                let a = DMatrix::from_row_slice(m, n, a);
                let svd = SVD::try_new(a, true, true, Self::EPSILON * 5.0, iterations(m.max(n)))?;
                Some((rows(&svd.u?), svd.singular_values.as_slice().to_vec(), rows(&svd.v_t?)))
            }

            fn exponential(a: &[Self], n: usize) -> Vec<Self> {
                if n == 0 { Vec::new() } else { rows(&DMatrix::from_row_slice(n, n, a).exp()) }
            }
        }
    };
}

factor!(f32);
factor!(f64);

/// LAPACK gives up after 30 sweeps per eigenvalue; so do we, with room to spare.
fn iterations(n: usize) -> usize {
    n.saturating_mul(200).max(2000)
}
