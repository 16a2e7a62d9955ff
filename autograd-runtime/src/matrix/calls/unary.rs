//! Methods without an argument beside the receiver, by their values and adjoints.

use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, Matrix, OMatrix, OVector, RowOVector, Storage, U1};

use super::super::Entry;
use crate::Tangent;
use crate::method::method;

/// Methods of every matrix; `more` is what their results need to be allocated.
macro_rules! any {
    ($more:tt $($(#[$meta:meta])* $Call:ident, $call:ident($x:ident) -> $Y:ty = $value:expr; |$y:pat_param, $d_y:ident| $d_x:expr;)*) => {
        $(any! { @ $more $(#[$meta])* $Call, $call($x) -> $Y = $value; |$y, $d_y| $d_x })*
    };
    (@ [$($more:tt)*] $(#[$meta:meta])* $Call:ident, $call:ident($x:ident) -> $Y:ty = $value:expr; |$y:pat_param, $d_y:ident| $d_x:expr) => {
        method! {
            $(#[$meta])*
            trait $Call<T: Entry, R: Dim, C: Dim> where [DefaultAllocator: Allocator<R, C> $($more)*]
            impl[S: Storage<T, R, C>] Matrix<T, R, C, S>;
            fn $call<[] []>(&$x: d_x M) -> $Y where []
            {
                let value = $value;
                (value.clone(), value)
            }
            |$y, $d_y| {
                M::with(&mut d_x, |d_x| d_x.accumulate($d_x));
            }
        }
    };
}

any! { []
    /// `y = |x|`: `x / y`; zero at zero.
    Norm, norm_call(x) -> T = x.norm(); |y, d_y| x * quotient(d_y, y);
    /// The same.
    Magnitude, magnitude_call(x) -> T = x.norm(); |y, d_y| x * quotient(d_y, y);
    /// `y = x · x`: `2 x`.
    NormSquared, norm_squared_call(x) -> T = x.norm_squared(); |_, d_y| x * (d_y + d_y);
    /// The same.
    MagnitudeSquared, magnitude_squared_call(x) -> T = x.norm_squared(); |_, d_y| x * (d_y + d_y);
    /// `y = x / |x|`: `(d_y - (y · d_y) y) / |x|`.
    Normalize, normalize_call(x) -> OMatrix<T, R, C> = x.normalize(); |y, d_y| (&d_y - &y * y.dot(&d_y)) / x.norm();
    /// The sum of all entries.
    Sum, sum_call(x) -> T = x.sum(); |_, d_y| constant(x, d_y);
    /// The product of all entries: the product of the others, without a division.
    Product, product_call(x) -> T = x.product(); |_, d_y| others(x) * d_y;
    /// The mean of all entries.
    Mean, mean_call(x) -> T = x.mean(); |_, d_y| constant(x, d_y / count::<T>(x.len()));
}

any! { [+ Allocator<C, R>]
    /// `xᵀ`.
    Transpose, transpose_call(x) -> OMatrix<T, C, R> = x.transpose(); |_, d_y| d_y.transpose();
}

any! { []
    /// Entry by entry; zero at zero.
    MatrixAbs, abs_call(x) -> OMatrix<T, R, C> = x.abs(); |_, d_y| x.zip_map(&d_y, |x, d_y| sign(x) * d_y);
    /// The owned matrix.
    CloneOwned, clone_owned_call(x) -> OMatrix<T, R, C> = x.clone_owned(); |_, d_y| d_y;
    /// The same.
    IntoOwned, into_owned_call(x) -> OMatrix<T, R, C> = x.clone_owned(); |_, d_y| d_y;
}

any! { [+ Allocator<C> + Allocator<R> + Allocator<U1, C>]
    /// Each column's sum.
    RowSum, row_sum_call(x) -> RowOVector<T, C> = x.row_sum(); |_, d_y| spread(x, |_, j| d_y[j]);
    /// The same, as a column.
    RowSumTr, row_sum_tr_call(x) -> OVector<T, C> = x.row_sum_tr(); |_, d_y| spread(x, |_, j| d_y[j]);
    /// Each row's sum.
    ColumnSum, column_sum_call(x) -> OVector<T, R> = x.column_sum(); |_, d_y| spread(x, |i, _| d_y[i]);
    /// Each column's mean.
    RowMean, row_mean_call(x) -> RowOVector<T, C> = x.row_mean(); |_, d_y| spread(x, |_, j| d_y[j] / count::<T>(x.nrows()));
    /// Each row's mean.
    ColumnMean, column_mean_call(x) -> OVector<T, R> = x.column_mean(); |_, d_y| spread(x, |i, _| d_y[i] / count::<T>(x.ncols()));
}

any! { []
    /// The variance of all entries, with `n` as divisor: `2 (x - mean) / n`.
    Variance, variance_call(x) -> T = x.variance(); |_, d_y| {
        let (mean, k) = (x.mean(), (d_y + d_y) / count::<T>(x.len()));
        x.map(|x| (x - mean) * k)
    };
    /// The largest entry; ties share.
    Max, max_call(x) -> T = x.max(); |y, d_y| shared(x, d_y, |x| if x == y { nalgebra::one::<T>() } else { nalgebra::zero() });
    /// The smallest entry; ties share.
    Min, min_call(x) -> T = x.min(); |y, d_y| shared(x, d_y, |x| if x == y { nalgebra::one::<T>() } else { nalgebra::zero() });
    /// The largest absolute value; ties share.
    AbsMax, amax_call(x) -> T = x.amax(); |y, d_y| shared(x, d_y, |x| if RealAbs::of(x) == y { sign(x) } else { nalgebra::zero() });
    /// The smallest absolute value; ties share.
    AbsMin, amin_call(x) -> T = x.amin(); |y, d_y| shared(x, d_y, |x| if RealAbs::of(x) == y { sign(x) } else { nalgebra::zero() });
    /// The lower triangle, zero above.
    LowerTriangle, lower_triangle_call(x) -> OMatrix<T, R, C> = x.lower_triangle(); |_, d_y| d_y.lower_triangle();
    /// The upper triangle, zero below.
    UpperTriangle, upper_triangle_call(x) -> OMatrix<T, R, C> = x.upper_triangle(); |_, d_y| d_y.upper_triangle();
}

method! {
    /// The sum of the diagonal.
    trait Trace<T: Entry, R: Dim> where [DefaultAllocator: Allocator<R, R> + Allocator<R>]
    impl[S: Storage<T, R, R>] Matrix<T, R, R, S>;
    fn trace_call<[] []>(&x: d_x M) -> T where []
    { (x.trace(), ()) }
    |(), d_y| {
        M::with(&mut d_x, |d_x| {
            for i in 0..d_x.nrows() {
                d_x[(i, i)] += d_y;
            }
        });
    }
}

method! {
    /// `xⁿ` of a square matrix: `Σ (xᵀ)ⁱ d_y (xᵀ)ⁿ⁻¹⁻ⁱ`.
    trait Pow<T: Entry, R: nalgebra::DimMin<R, Output = R>> where [DefaultAllocator: Allocator<R, R> + Allocator<R>]
    impl[S: Storage<T, R, R>] Matrix<T, R, R, S>;
    fn pow_call<[] []>(&x: d_x M, exponent: u32, d_exponent N => ()) -> OMatrix<T, R, R> where []
    { (x.clone_owned().pow(exponent), exponent) }
    |exponent, d_y| {
        M::with(&mut d_x, |d_x| {
            // d_x = d_y (xᵀ)ⁿ⁻¹ + xᵀ (…), one power at a time: s ← xᵀ s + d_y (xᵀ)ᵏ.
            let transposed = x.transpose();
            let mut term = d_y;
            for power in 0..exponent {
                if power > 0 {
                    term = &term * &transposed;
                }
                let left = transposed.pow(exponent - 1 - power);
                *d_x += left * &term;
            }
        });
    }
}

/// Absolute values under a name that neither nalgebra nor std has.
trait RealAbs {
    fn of(self) -> Self;
}

impl<T: Entry> RealAbs for T {
    #[inline(always)]
    fn of(self) -> T {
        nalgebra::ComplexField::abs(self)
    }
}

/// `a / b`, and zero where `b` is.
pub(super) fn quotient<T: Entry>(a: T, b: T) -> T {
    if b == nalgebra::zero() { nalgebra::zero() } else { a / b }
}

pub(super) fn sign<T: Entry>(x: T) -> T {
    let zero: T = nalgebra::zero();
    if x > zero {
        nalgebra::one()
    } else if x < zero {
        -nalgebra::one::<T>()
    } else {
        x
    }
}

fn constant<T: Entry, R: Dim, C: Dim, S: Storage<T, R, C>>(x: &Matrix<T, R, C, S>, entry: T) -> OMatrix<T, R, C>
where
    DefaultAllocator: Allocator<R, C>,
{
    let (rows, columns) = x.shape_generic();
    OMatrix::from_element_generic(rows, columns, entry)
}

/// A matrix of the shape of `x`, entry by entry.
fn spread<T: Entry, R: Dim, C: Dim, S: Storage<T, R, C>>(
    x: &Matrix<T, R, C, S>,
    entry: impl FnMut(usize, usize) -> T,
) -> OMatrix<T, R, C>
where
    DefaultAllocator: Allocator<R, C>,
{
    let (rows, columns) = x.shape_generic();
    OMatrix::from_fn_generic(rows, columns, entry)
}

/// `d_y` times the weights, which are divided by how many are not zero.
fn shared<T: Entry, R: Dim, C: Dim, S: Storage<T, R, C>>(
    x: &Matrix<T, R, C, S>,
    d_y: T,
    weight: impl FnMut(T) -> T,
) -> OMatrix<T, R, C>
where
    DefaultAllocator: Allocator<R, C>,
{
    let weights = x.map(weight);
    let ties = weights.iter().filter(|weight| **weight != nalgebra::zero()).count();
    weights * (d_y / count::<T>(ties.max(1)))
}

/// At each entry the product of all others.
fn others<T: Entry, R: Dim, C: Dim, S: Storage<T, R, C>>(x: &Matrix<T, R, C, S>) -> OMatrix<T, R, C>
where
    DefaultAllocator: Allocator<R, C>,
{
    let mut products = constant(x, nalgebra::one());
    let (mut before, mut after): (T, T) = (nalgebra::one(), nalgebra::one());
    let last = x.len();
    let entries = x.clone_owned();
    for i in 0..last {
        products[i] *= before;
        before *= entries[i];
        products[last - 1 - i] *= after;
        after *= entries[last - 1 - i];
    }
    products
}

fn count<T: Entry>(n: usize) -> T {
    nalgebra::convert(n as f64)
}
