//! Eigenvalues of symmetric matrices and singular values. Where two of them are equal there is no derivative; the formulas
//! then give the one that belongs to the vectors that nalgebra chose.

use std::cmp::Ordering;

use nalgebra::allocator::Allocator;
use nalgebra::{
    DefaultAllocator, Dim, DimDiff, DimMin, DimMinimum, DimSub, Matrix, OVector, SVD, Storage, SymmetricEigen, U1,
};

use super::super::Entry;
use super::cholesky::fold;
use crate::method::method;
use crate::{Differentiable, Tangent};

method! {
    /// `λ` of a symmetric matrix, of which the lower triangle is read: `Σ d_λᵢ vᵢ vᵢᵀ`, folded onto that triangle.
    trait SymmetricEigenvalues<T: Entry, D: DimSub<U1>> where [DefaultAllocator: Allocator<D, D> + Allocator<D> + Allocator<DimDiff<D, U1>> + Allocator<D, DimDiff<D, U1>>]
    impl[S: Storage<T, D, D>] Matrix<T, D, D, S>;
    fn symmetric_eigenvalues_call<[] []>(&a: d_a M) -> OVector<T, D> where []
    { (a.symmetric_eigenvalues(), a.clone_owned().symmetric_eigen()) }
    |SymmetricEigen { eigenvectors, eigenvalues }, d_y| {
        M::with(&mut d_a, |d_a| {
            // The two algorithms may order them differently.
            let (from, to) = (order(&eigenvalues), order(&a.symmetric_eigenvalues()));
            let mut scaled = eigenvectors.clone();
            for (from, to) in from.into_iter().zip(to) {
                let mut column = scaled.column_mut(from);
                column *= d_y[to];
            }
            fold(d_a, &(scaled * eigenvectors.transpose()));
        });
    }
}

/// Positions from the smallest to the largest.
fn order<T: Entry, D: Dim, S: Storage<T, D>>(x: &Matrix<T, D, U1, S>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..x.len()).collect();
    order.sort_by(|i, j| x[*i].partial_cmp(&x[*j]).unwrap_or(Ordering::Equal));
    order
}

/// The tangent of a singular value decomposition: only the singular values carry a gradient.
#[derive(Clone, Debug)]
pub struct SvdTangent<T: Entry, D: Dim>
where
    DefaultAllocator: Allocator<D>,
{
    /// The adjoint of the singular values.
    pub singular_values: OVector<T, D>,
}

impl<T: Entry, D: Dim> Tangent for SvdTangent<T, D>
where
    DefaultAllocator: Allocator<D>,
{
    fn accumulate(&mut self, other: Self) {
        self.singular_values.accumulate(other.singular_values);
    }

    fn add_assign_ref(&mut self, other: &Self) {
        self.singular_values.add_assign_ref(&other.singular_values);
    }

    fn scale(&mut self, k: f64) {
        Tangent::scale(&mut self.singular_values, k);
    }

    fn dot(&self, other: &Self) -> f64 {
        Tangent::dot(&self.singular_values, &other.singular_values)
    }

    fn reset(&mut self) {
        self.singular_values.reset();
    }
}

impl<T: Entry, R: DimMin<C>, C: Dim> Differentiable for SVD<T, R, C>
where
    DefaultAllocator: Allocator<DimMinimum<R, C>> + Allocator<DimMinimum<R, C>, C> + Allocator<R, DimMinimum<R, C>>,
{
    type Tangent = SvdTangent<T, DimMinimum<R, C>>;

    fn zero_tangent(&self) -> Self::Tangent {
        SvdTangent { singular_values: self.singular_values.zero_tangent() }
    }
}

/// Two methods of one decomposition `A = U S Vᵀ`: `Σ d_sᵢ uᵢ vᵢᵀ`.
macro_rules! decomposition {
    ($($(#[$meta:meta])* $Call:ident, $call:ident($($a:ident: $d_a:ident $N:ident),*) -> $Y:ty; |$svd:ident, $d:ident| $value:expr, $d_s:expr;)*) => {$(
        method! {
            $(#[$meta])*
            trait $Call<T: Entry, R: DimMin<C>, C: Dim> where [
                DimMinimum<R, C>: DimSub<U1>,
                DefaultAllocator: Allocator<R, C> + Allocator<C> + Allocator<R> + Allocator<DimMinimum<R, C>>
                    + Allocator<DimDiff<DimMinimum<R, C>, U1>> + Allocator<DimMinimum<R, C>, C> + Allocator<R, DimMinimum<R, C>>
            ]
            impl[S: Storage<T, R, C>] Matrix<T, R, C, S>;
            fn $call<[] []>(&x: d_x M $(, $a: bool, $d_a $N => ())*) -> $Y where []
            {
                let $svd = x.clone_owned().svd(true, true);
                let kept = $svd.clone();
                ($value, kept)
            }
            |kept, $d| {
                let (Some(mut u), Some(v_t)) = (kept.u, kept.v_t) else { return };
                let d_s = $d_s;
                M::with(&mut d_x, |d_x| {
                    for (i, mut column) in u.column_iter_mut().enumerate() {
                        column *= d_s[i];
                    }
                    *d_x += u * v_t;
                });
            }
        }
    )*};
}

decomposition! {
    /// The singular values.
    SingularValues, singular_values_call() -> OVector<T, DimMinimum<R, C>>; |svd, d| svd.singular_values, d;
    /// The decomposition, of which the singular values carry a gradient.
    Svd, svd_call(compute_u: d_u N, compute_v: d_v K) -> SVD<T, R, C>;
        |svd, d| SVD { u: svd.u.filter(|_| compute_u), v_t: svd.v_t.filter(|_| compute_v), ..svd }, d.singular_values;
}
