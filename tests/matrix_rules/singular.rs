//! Where nalgebra has no answer there is no gradient of garbage: its own `None`, or its own panic.

use std::panic::catch_unwind;

use autograd::differentiable;
use nalgebra::{DMatrix, DVector, Matrix2, Matrix3, Vector2, Vector3};

fn singular() -> Matrix2<f64> {
    Matrix2::new(1.0, 2.0, 2.0, 4.0)
}

/// What a closure panics with.
fn message<R>(run: impl FnOnce() -> R + std::panic::UnwindSafe) -> String {
    let panic = catch_unwind(run).map(drop).expect_err("this panics");
    match panic.downcast::<String>() {
        Ok(text) => *text,
        Err(panic) => (*panic.downcast::<&str>().expect("a message")).to_owned(),
    }
}

macro_rules! factored {
    ($($name:ident, $by_match:ident, $factors:ident: $solve:ident;)*) => {$(
        #[differentiable]
        fn $name(a: &Matrix2<f64>, b: &Vector2<f64>) -> f64 {
            a.$factors().solve(b).expect("a regular matrix").norm()
        }

        #[test]
        fn $by_match() {
            let b = Vector2::new(1.0, 3.0);
            assert!(message(move || $name(&singular(), &b)).contains("a regular matrix"));
            assert!(message(move || paste_grad(&singular(), &b, $solve)).contains("a regular matrix"));
        }
    )*};
}

type Gradient = fn(&Matrix2<f64>, &Vector2<f64>) -> (Matrix2<f64>, Vector2<f64>);

fn paste_grad(a: &Matrix2<f64>, b: &Vector2<f64>, gradient: Gradient) -> (Matrix2<f64>, Vector2<f64>) {
    gradient(a, b)
}

factored! {
    by_lu, lu_of_a_singular_matrix, lu: by_lu_grad;
    by_qr, qr_of_a_singular_matrix, qr: by_qr_grad;
}

#[differentiable]
fn inverse(a: &Matrix2<f64>) -> f64 {
    a.try_inverse().expect("an inverse").norm()
}

#[test]
fn inverse_of_a_singular_matrix() {
    assert!(message(|| inverse_grad(&singular())).contains("an inverse"));
}

#[differentiable]
fn optional(a: &Matrix2<f64>) -> Option<Matrix2<f64>> {
    a.try_inverse()
}

#[test]
fn an_option_stays_none() {
    let mut d_a = Matrix2::zeros();
    assert_eq!(optional_backward(&singular(), &mut d_a, None), None);
    assert_eq!(d_a, Matrix2::zeros());
}

#[differentiable]
fn by_cholesky(a: &DMatrix<f64>, b: &DVector<f64>) -> f64 {
    a.clone().cholesky().expect("a positive definite matrix").solve(b).norm()
}

#[test]
fn cholesky_of_an_indefinite_matrix() {
    let a = DMatrix::from_row_slice(2, 2, &[1.0, 2.0, 2.0, 1.0]);
    let b = DVector::from_vec(vec![1.0, 1.0]);
    assert!(message(move || by_cholesky_grad(&a, &b)).contains("a positive definite matrix"));
}

#[differentiable]
fn product(a: &DMatrix<f64>, x: &DVector<f64>) -> f64 {
    (a * x).norm()
}

/// The words are nalgebra's own.
#[test]
fn shapes_that_do_not_fit() {
    let (a, x) = (DMatrix::zeros(2, 3), DVector::zeros(2));
    let (b, y) = (a.clone(), x.clone());
    let primal = message(move || product(&a, &x));
    assert_eq!(primal, message(move || product_grad(&b, &y)));
}

#[differentiable]
fn column_of_another_length(m: &DMatrix<f64>, x: &DVector<f64>) -> f64 {
    let mut m = m.clone();
    m.set_column(0, x);
    m.norm()
}

#[test]
fn columns_that_do_not_fit() {
    let (m, x) = (DMatrix::zeros(2, 3), DVector::zeros(3));
    let (n, y) = (m.clone(), x.clone());
    let primal = message(move || column_of_another_length(&m, &x));
    assert_eq!(primal, message(move || column_of_another_length_grad(&n, &y)));
}

#[differentiable]
fn determinant(a: &Matrix3<f64>) -> f64 {
    a.determinant()
}

/// The determinant of a singular matrix has a gradient: the cofactors.
#[test]
fn determinant_of_a_singular_matrix() {
    let a = Matrix3::from_columns(&[Vector3::x(), Vector3::y(), Vector3::zeros()]);
    assert_eq!(determinant_grad(&a), Matrix3::from_diagonal(&Vector3::z()));
}
