use autograd::differentiable;
use nalgebra::{DMatrix, DVector, Matrix2, Matrix3, Matrix4, Vector3};

fn a() -> Matrix3<f64> {
    Matrix3::new(1.0, 2.0, 3.0, -4.0, 5.0, 6.0, 7.0, -8.0, 10.0)
}

fn positive() -> Matrix3<f64> {
    Matrix3::new(4.0, 1.0, 0.5, 1.0, 3.0, -0.25, 0.5, -0.25, 2.0)
}

fn b() -> Vector3<f64> {
    Vector3::new(0.3, -0.2, 0.7)
}

#[differentiable]
fn by_lu(a: &Matrix3<f64>, b: &Vector3<f64>) -> Vector3<f64> {
    a.lu().solve(b).unwrap()
}
zoo! { by_lu(shared, shared) -> other; at (a(), b()) }

#[differentiable]
fn by_qr(a: Matrix3<f64>, b: Vector3<f64>) -> f64 {
    let x = a.qr().solve(&b).expect("a regular matrix");
    x.norm()
}
zoo! { by_qr(value, value) -> scalar; at (a(), b()) }

#[differentiable]
fn by_dynamic_lu(a: &DMatrix<f64>, b: &DVector<f64>) -> f64 {
    let x = a.clone().lu().solve(b).unwrap();
    x.dot(b)
}
zoo! { by_dynamic_lu(shared, shared) -> scalar; at (
    DMatrix::from_row_slice(3, 3, a().transpose().as_slice()),
    DVector::from_column_slice(b().as_slice())
) }

#[differentiable]
fn by_cholesky(a: &Matrix3<f64>, b: &Vector3<f64>) -> f64 {
    let factors = a.cholesky().unwrap();
    let x = factors.solve(b);
    x.dot(b) + factors.ln_determinant()
}
zoo! { by_cholesky(shared, shared) -> scalar; at (positive(), b()) }

#[differentiable]
fn triangular_factor(a: &Matrix3<f64>) -> Matrix3<f64> {
    a.cholesky().unwrap().l()
}
zoo! { triangular_factor(shared) -> other; at (positive(),) }

#[differentiable]
fn inverse_by_cholesky(a: &Matrix3<f64>) -> f64 {
    let factors = a.cholesky().unwrap();
    factors.inverse().norm_squared() + factors.determinant()
}
zoo! { inverse_by_cholesky(shared) -> scalar; at (positive(),) }

#[differentiable]
fn inverse(a: &Matrix3<f64>) -> Matrix3<f64> {
    a.try_inverse().unwrap()
}
zoo! { inverse(shared) -> other; at (a(),) }

#[differentiable]
fn determinants(a: &Matrix2<f64>, b: &Matrix3<f64>, c: &Matrix4<f64>) -> f64 {
    a.determinant() * b.determinant() + c.determinant()
}
zoo! { determinants(shared, shared, shared) -> scalar; at
    (Matrix2::new(1.0, 2.0, 3.0, 4.0), a(), Matrix4::from_fn(|i, j| ((i * 4 + j) as f64).sin())),
    (Matrix2::new(1.0, 2.0, 2.0, 4.0), a() * 0.0, Matrix4::from_fn(|i, j| (i + j) as f64))
}
