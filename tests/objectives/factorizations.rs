//! Cholesky and LU factorizations and triangular solves, in loops and in place (Golub and Van Loan, *Matrix Computations*).

use autograd::differentiable;

use crate::check;
use crate::random::Random;

objective! {
    /// The negative log density of `x` under a normal distribution, up to a constant: `½ xᵀ A⁻¹ x + ½ ln det A`, with the
    /// symmetric positive definite `a` of `n n`, of which the lower triangle is read.
    #[differentiable]
    pub(crate) fn normal(a: &[f64], x: &[f64]) -> f64 {
        let n = x.len();
        let mut l = a.to_vec();
        cholesky(&mut l, n);
        let mut z = x.to_vec();
        solve_lower(&l, &mut z);
        let mut half_log_determinant = 0.0;
        for i in 0..n {
            half_log_determinant += l[i * n + i].ln();
        }
        0.5 * z.iter().map(|z| z * z).sum::<f64>() + half_log_determinant
    }

    /// Replaces the lower triangle of `a` by its factor.
    #[differentiable]
    pub(crate) fn cholesky(a: &mut [f64], n: usize) {
        for j in 0..n {
            for k in 0..j {
                let factor = a[j * n + k];
                for i in j..n {
                    a[i * n + j] -= a[i * n + k] * factor;
                }
            }
            let pivot = a[j * n + j].sqrt();
            for i in j..n {
                a[i * n + j] /= pivot;
            }
        }
    }

    /// `x := L⁻¹ x`.
    #[differentiable]
    fn solve_lower(l: &[f64], x: &mut [f64]) {
        let n = x.len();
        for i in 0..n {
            let mut sum = x[i];
            for j in 0..i {
                sum -= l[i * n + j] * x[j];
            }
            x[i] = sum / l[i * n + i];
        }
    }

    /// `½ |x|² + ln |det A|` with `A x = b`.
    #[differentiable]
    pub(crate) fn solution(a: &[f64], b: &[f64]) -> f64 {
        let n = b.len();
        let mut lu = a.to_vec();
        let mut x = b.to_vec();
        let mut order = vec![0; n];
        factorize(&mut lu, &mut order);
        solve(&lu, &order, &mut x);
        let mut out = 0.0;
        for i in 0..n {
            out += 0.5 * x[i] * x[i] + lu[i * n + i].abs().ln();
        }
        out
    }

    /// LU with partial pivoting, in place; `order[k]` is the row that step `k` swaps with row `k`.
    #[differentiable]
    pub(crate) fn factorize(a: &mut [f64], order: &mut [usize]) {
        let n = order.len();
        for k in 0..n {
            let mut pivot = k;
            for i in k + 1..n {
                if a[i * n + k].abs() > a[pivot * n + k].abs() {
                    pivot = i;
                }
            }
            order[k] = pivot;
            if pivot != k {
                for j in 0..n {
                    a.swap(k * n + j, pivot * n + j);
                }
            }
            for i in k + 1..n {
                a[i * n + k] /= a[k * n + k];
                let factor = a[i * n + k];
                for j in k + 1..n {
                    a[i * n + j] -= factor * a[k * n + j];
                }
            }
        }
    }

    #[differentiable]
    fn solve(lu: &[f64], order: &[usize], x: &mut [f64]) {
        let n = x.len();
        for k in 0..n {
            x.swap(k, order[k]);
        }
        for i in 0..n {
            for j in 0..i {
                x[i] -= lu[i * n + j] * x[j];
            }
        }
        for i in (0..n).rev() {
            for j in i + 1..n {
                x[i] -= lu[i * n + j] * x[j];
            }
            x[i] /= lu[i * n + i];
        }
    }
}

/// `A = B Bᵀ + I`, `x`, and a matrix that needs pivoting.
pub(crate) fn instance(n: usize) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let mut random = Random::new(7);
    let b = random.list(n * n, -1.0, 1.0);
    let product = |i: usize, j: usize| (0..n).map(|k| b[i * n + k] * b[j * n + k]).sum::<f64>();
    let a = (0..n * n).map(|at| product(at / n, at % n) + f64::from(at / n == at % n)).collect();
    (a, random.list(n, -1.0, 1.0), random.list(n * n, -1.0, 1.0))
}

#[test]
fn cholesky_agrees_with_central_differences() {
    for n in [1, 2, 5] {
        let (a, x, _) = instance(n);
        let joined = joined::normal_grad(&a, &x);
        let separate = separate::normal_grad(&a, &x);
        check::equal("normal", &[&joined.0, &joined.1], &[&separate.0, &separate.1]);
        let value = |p: &[Vec<f64>]| joined::normal(&p[0], &p[1]);
        check::agrees("normal", &[&a, &x], &[&joined.0, &joined.1], value);
    }
}

#[test]
fn lu_agrees_with_central_differences() {
    for n in [1, 2, 5] {
        let (_, b, a) = instance(n);
        let joined = joined::solution_grad(&a, &b);
        let separate = separate::solution_grad(&a, &b);
        check::equal("solution", &[&joined.0, &joined.1], &[&separate.0, &separate.1]);
        let value = |p: &[Vec<f64>]| joined::solution(&p[0], &p[1]);
        check::agrees("solution", &[&a, &b], &[&joined.0, &joined.1], value);
    }
}

/// `d ln |det A| = A⁻ᵀ`: the gradient's part with `b = 0`.
#[test]
fn the_gradient_of_the_log_determinant_is_the_transposed_inverse() {
    let n = 4;
    let (_, _, a) = instance(n);
    let (d_a, _) = joined::solution_grad(&a, &[0.0; 4]);
    for i in 0..n {
        for j in 0..n {
            let product: f64 = (0..n).map(|k| d_a[k * n + i] * a[k * n + j]).sum();
            assert!((product - f64::from(i == j)).abs() < 1e-12, "{product} at {i}, {j}");
        }
    }
}
