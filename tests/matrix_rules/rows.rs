//! The table.

use autograd::differentiable;
use nalgebra::{DMatrix, DVector, SMatrix, SVector};

use crate::driver::{Case, Domain, Flat, check};

/// One module for each kind of size, with all functions in it.
macro_rules! sizes {
    ($rows:tt $($size:ident: $M:ty, $V:ty;)*) => {$(
        mod $size {
            use super::*;

            type M = $M;
            type V = $V;

            functions! { $rows }
        }
    )*};
}

macro_rules! functions {
    ({ $($(#[$domain:ident])? $name:ident($a:ident, $b:ident, $x:ident, $y:ident, $k:ident) -> $Y:ty { $($body:tt)* })* }) => {$(
        pub(super) mod $name {
            use super::*;

            #[differentiable]
            pub(super) fn f($a: &M, $b: &M, $x: &V, $y: &V, $k: f64) -> $Y {
                $($body)*
            }

            pub(in super::super) const CASE: Case = Case {
                value: |n, at| {
                    let from = &mut at.iter().copied();
                    let (a, b, x, y) = (M::read(n, from), M::read(n, from), V::read(n, from), V::read(n, from));
                    let mut value = Vec::new();
                    f(&a, &b, &x, &y, f64::read(n, from)).write(&mut value);
                    value
                },
                pulled: |n, at, seed| {
                    let from = &mut at.iter().copied();
                    let (a, b, x, y) = (M::read(n, from), M::read(n, from), V::read(n, from), V::read(n, from));
                    let (mut d_a, mut d_b, mut d_x, mut d_y) = (&a * 0.0, &b * 0.0, &x * 0.0, &y * 0.0);
                    let seed = Flat::read(n, &mut seed.iter().copied());
                    let k = f64::read(n, from);
                    let (_, d_k) = f_backward(&a, &mut d_a, &b, &mut d_b, &x, &mut d_x, &y, &mut d_y, k, seed);
                    let mut gradient = Vec::new();
                    (d_a.write(&mut gradient), d_b.write(&mut gradient));
                    (d_x.write(&mut gradient), d_y.write(&mut gradient), d_k.write(&mut gradient));
                    gradient
                },
            };
        }
    )*};
}

macro_rules! tests {
    ({ $($(#[$domain:ident])? $name:ident($($arg:ident),*) -> $Y:ty { $($body:tt)* })* }) => {$(
        #[test]
        fn $name() {
            let domain = [$(Domain::$domain,)? Domain::Regular][0];
            let cases = [
                &s1::$name::CASE, &s2::$name::CASE, &s3::$name::CASE, &s4::$name::CASE, &s5::$name::CASE, &s6::$name::CASE,
            ];
            for (n, case) in cases.into_iter().enumerate() {
                check(stringify!($name), domain, n + 1, case, Some(&dynamic::$name::CASE));
            }
            for n in [7, 13, 40] {
                check(stringify!($name), domain, n, &dynamic::$name::CASE, None);
            }
        }
    )*};
}

macro_rules! table {
    ($($rows:tt)*) => {
        sizes! {
            { $($rows)* }
            s1: SMatrix<f64, 1, 1>, SVector<f64, 1>;
            s2: SMatrix<f64, 2, 2>, SVector<f64, 2>;
            s3: SMatrix<f64, 3, 3>, SVector<f64, 3>;
            s4: SMatrix<f64, 4, 4>, SVector<f64, 4>;
            s5: SMatrix<f64, 5, 5>, SVector<f64, 5>;
            s6: SMatrix<f64, 6, 6>, SVector<f64, 6>;
            dynamic: DMatrix<f64>, DVector<f64>;
        }

        tests! { { $($rows)* } }
    };
}

table! {
    sum_and_difference(a, b, x, y, k) -> M { a + b - a * b.clone() }
    negation(a, b, x, y, k) -> M { -a + -(b * k) }
    product(a, b, x, y, k) -> M { a * b }
    matrix_times_vector(a, b, x, y, k) -> V { a * x + b * (a * y) }
    scaling(a, b, x, y, k) -> M { k * 1.0 * a + b * k - a / k }
    compound(a, b, x, y, k) -> M {
        let mut m = a.clone();
        m += b;
        m *= k;
        m -= b;
        m /= 1.0 + k * k;
        m
    }
    outer(a, b, x, y, k) -> M { x * y.transpose() * k }
    dot(a, b, x, y, k) -> f64 { x.dot(y) * a.dot(b) }
    norm(a, b, x, y, k) -> f64 { x.norm() * a.magnitude() }
    norm_squared(a, b, x, y, k) -> f64 { x.norm_squared() * a.magnitude_squared() }
    normalize(a, b, x, y, k) -> V { x.normalize() * k }
    metric_distance(a, b, x, y, k) -> f64 { x.metric_distance(&(y * 2.0)) }
    transpose(a, b, x, y, k) -> M { a.transpose() * b }
    tr_mul(a, b, x, y, k) -> M { a.tr_mul(b) }
    tr_dot(a, b, x, y, k) -> f64 { a.tr_dot(b) }
    component_mul(a, b, x, y, k) -> M { a.component_mul(b) }
    component_div(a, b, x, y, k) -> M { a.component_div(b) }
    inf_sup(a, b, x, y, k) -> M { a.inf(b) + a.sup(b) * k }
    lerp(a, b, x, y, k) -> V { x.lerp(y, k) }
    scale(a, b, x, y, k) -> M { a.scale(k) + b.unscale(k) + a.add_scalar(k) }
    gemv(a, b, x, y, k) -> V {
        let mut v = x.clone();
        v.gemv(k, a, y, 0.5);
        v.gemv_tr(0.3, b, x, k);
        v
    }
    gemm(a, b, x, y, k) -> M {
        let mut m = a.clone();
        m.gemm(k, a, b, 0.5);
        m.gemm_tr(0.3, a, b, k);
        m
    }
    ger(a, b, x, y, k) -> M {
        let mut m = a.clone();
        m.ger(k, x, y, 0.5);
        m
    }
    axpy(a, b, x, y, k) -> V {
        let mut v = x.clone();
        v.axpy(k, y, k);
        v
    }
    map(a, b, x, y, k) -> M { a.map(|v| (k * v).sin()) }
    zip_map(a, b, x, y, k) -> M { a.zip_map(b, |v, w| v * w.exp()) }
    apply(a, b, x, y, k) -> M {
        let mut m = a.clone();
        m.apply(|v| *v = *v * *v * k);
        m.zip_apply(b, |v, w| *v *= w);
        m
    }
    fold(a, b, x, y, k) -> f64 { a.fold(k, |total, v| total + v * v) }
    sum(a, b, x, y, k) -> f64 { a.sum() * k }
    mean(a, b, x, y, k) -> f64 { a.mean() * k }
    variance(a, b, x, y, k) -> f64 { x.variance() * k }
    entries_product(a, b, x, y, k) -> f64 { x.product() * k }
    row_sum(a, b, x, y, k) -> V { a.row_sum().transpose() * k + b.row_sum_tr() }
    column_sum(a, b, x, y, k) -> V { a.column_sum() * k }
    row_mean(a, b, x, y, k) -> V { a.row_mean().transpose() * k }
    column_mean(a, b, x, y, k) -> V { a.column_mean() * k }
    trace(a, b, x, y, k) -> f64 { a.trace() * (a * b).trace() }
    determinant(a, b, x, y, k) -> f64 { a.determinant() }
    try_inverse(a, b, x, y, k) -> M { a.clone().try_inverse().unwrap() * k }
    lu_solve(a, b, x, y, k) -> V { a.clone().lu().solve(x).unwrap() }
    lu_solve_matrix(a, b, x, y, k) -> M { a.clone().lu().solve(b).unwrap() }
    qr_solve(a, b, x, y, k) -> V { a.clone().qr().solve(x).unwrap() }
    #[Positive]
    cholesky_solve(a, b, x, y, k) -> V { a.clone().cholesky().unwrap().solve(x) }
    #[Positive]
    cholesky_factor(a, b, x, y, k) -> M { a.clone().cholesky().unwrap().l() * b }
    #[Positive]
    cholesky_inverse(a, b, x, y, k) -> M { a.clone().cholesky().unwrap().inverse() * k }
    #[Positive]
    cholesky_determinant(a, b, x, y, k) -> f64 {
        let factors = a.clone().cholesky().unwrap();
        factors.ln_determinant() + factors.determinant() * k
    }
    #[Positive]
    symmetric_eigenvalues(a, b, x, y, k) -> f64 {
        let values = a.symmetric_eigenvalues();
        let mut total = 0.0;
        for i in 0..values.len() {
            total += (values[i] * 1.5).sin();
        }
        total * k
    }
    singular_values(a, b, x, y, k) -> f64 {
        let values = a.singular_values();
        let mut total = 0.0;
        for i in 0..values.len() {
            total += values[i].sqrt() * (i + 1) as f64;
        }
        total + a.clone().svd(false, false).singular_values.norm()
    }
    triangular(a, b, x, y, k) -> V {
        a.solve_lower_triangular(x).unwrap() + a.solve_upper_triangular(y).unwrap() * k
    }
    triangles(a, b, x, y, k) -> M { a.lower_triangle() * b.upper_triangle() }
    pow(a, b, x, y, k) -> M { a.pow(3) * k }
    abs(a, b, x, y, k) -> M { b.abs() * k }
    max_min(a, b, x, y, k) -> f64 { x.max() * y.min() }
    amax_amin(a, b, x, y, k) -> f64 { x.amax() * y.amin() }
    from_diagonal(a, b, x, y, k) -> M { M::from_diagonal(x) * a }
    diagonal(a, b, x, y, k) -> V { (a * b).diagonal() }
    row_and_column(a, b, x, y, k) -> V {
        let last = x.len() - 1;
        a.row(last).transpose() * k + b.column(last)
    }
    entries(a, b, x, y, k) -> f64 {
        let last = x.len() - 1;
        a[(0, last)] * x[last] + b[last] * k
    }
    iterated(a, b, x, y, k) -> f64 {
        let mut total = k;
        for v in a.iter() {
            total += v * v;
        }
        for row in b.row_iter() {
            total += row.norm();
        }
        for column in b.column_iter() {
            total *= 1.0 + column.sum() * 0.01;
        }
        total
    }
    set_entries(a, b, x, y, k) -> M {
        let last = x.len() - 1;
        let mut m = a.clone();
        m[(0, last)] = x[0] * k;
        m[(last, 0)] += y[0];
        m[0] *= k;
        m * b
    }
    set_row_and_column(a, b, x, y, k) -> M {
        let mut m = a.clone();
        m.set_column(0, x);
        m.set_row(0, &y.transpose());
        m * b
    }
    lent_column(a, b, x, y, k) -> M {
        let last = x.len() - 1;
        let mut m = a.clone();
        m.column_mut(0).copy_from(x);
        m.column_mut(last).axpy(k, y, 0.5);
        m.row_mut(last).fill(k);
        m * b
    }
    written_whole(a, b, x, y, k) -> M {
        let mut m = a.clone();
        let first = &m * b;
        m.copy_from(&first);
        m.set_diagonal(x);
        m.swap_rows(0, x.len() - 1);
        let second = &m * b;
        m.fill(k);
        m + second
    }
    lent_block(a, b, x, y, k) -> M {
        let n = x.len();
        let mut m = a.clone();
        m.rows_mut(0, 1).copy_from(&b.rows(n - 1, 1));
        m.view_mut((n - 1, 0), (1, n)).scale_mut(k);
        m.columns_mut(n - 1, 1).fill(k);
        m * b.view((0, 0), (n, n)).norm()
    }
}
