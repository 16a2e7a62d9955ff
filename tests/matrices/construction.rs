use autograd::differentiable;
use nalgebra::{DMatrix, DVector, Matrix2, Matrix3, Vector2, Vector3, Vector4};

#[differentiable]
fn vectors(x: f64, y: f64) -> Vector3<f64> {
    Vector3::new(x * y, x.sin(), y) * x
}
zoo! { vectors(value, value) -> other; at (0.5, 2.0) }

#[differentiable]
fn rotation(angle: f64, p: Vector2<f64>) -> Vector2<f64> {
    let (s, c) = angle.sin_cos();
    Matrix2::new(c, -s, s, c) * p
}
zoo! { rotation(value, value) -> other; at (0.5, Vector2::new(1.0, 2.0)) }

#[differentiable]
fn from_constants(k: f64) -> f64 {
    let a = Vector4::new(1.0, 2.0, k, 4.0);
    a.dot(&Vector4::new(k, 1.0, k, 1.0))
}
zoo! { from_constants(value) -> scalar; at (0.5,) }

#[differentiable]
fn identity_and_zeros(x: Vector3<f64>) -> Vector3<f64> {
    let m = Matrix3::identity() * 2.0;
    m * x + Vector3::zeros()
}
zoo! { identity_and_zeros(value) -> other; at (Vector3::new(1.0, 2.0, 3.0),) }

#[differentiable]
fn diagonal(d: &Vector3<f64>, x: &Vector3<f64>) -> Vector3<f64> {
    let m = Matrix3::from_diagonal(d);
    m * x + m.diagonal()
}
zoo! { diagonal(shared, shared) -> other; at (Vector3::new(1.0, 2.0, 3.0), Vector3::new(0.5, -1.0, 2.0)) }

#[differentiable]
fn slices(entries: &[f64], x: &Vector2<f64>) -> Vector2<f64> {
    Matrix2::from_row_slice(entries) * x - Matrix2::from_column_slice(entries) * x * 3.0
}
zoo! { slices(shared, shared) -> other; at (vec![1.0, 2.0, 3.0, 4.0], Vector2::new(0.5, -1.0)) }

#[differentiable]
fn many(points: &[Vector2<f64>], center: Vector2<f64>) -> f64 {
    let mut total = 0.0;
    for p in points {
        total += (p - center).norm_squared();
    }
    total
}
zoo! { many(shared, value) -> scalar; at (vec![Vector2::new(1.0, 2.0), Vector2::new(3.0, -1.0)], Vector2::new(0.5, 0.5)) }

#[differentiable]
fn of_parts(a: &Vector3<f64>, b: &Vector3<f64>) -> Matrix3<f64> {
    let columns = Matrix3::from_columns(&[*a, *b, a.cross(b)]);
    let rows = Matrix3::from_rows(&[a.transpose(), b.transpose(), a.transpose()]);
    columns * rows
}
zoo! { of_parts(shared, shared) -> other; at (Vector3::new(1.0, 2.0, 3.0), Vector3::new(0.5, -1.0, 2.0)) }

#[differentiable]
fn repeated(k: f64, x: Vector3<f64>) -> f64 {
    let m = Matrix3::from_element(k) + Matrix3::from_diagonal_element(k * k);
    let homogeneous = x.push(k);
    (m * x).norm() + Vector3::repeat(k).dot(&x) + homogeneous.norm()
}
zoo! { repeated(value, value) -> scalar; at (0.5, Vector3::new(1.0, 2.0, 3.0)) }

#[differentiable]
fn dynamic(entries: &[f64], k: f64) -> f64 {
    let m = DMatrix::from_row_slice(2, 3, entries);
    let n = DMatrix::from_column_slice(2, 3, entries) + DMatrix::from_element(2, 3, k);
    let x = DVector::from_column_slice(entries);
    (m.transpose() * n).norm()
        + x.norm()
        + DVector::from_element(6, k).dot(&x)
        + DVector::from_vec(entries.to_vec()).sum()
}
zoo! { dynamic(shared, value) -> scalar; at (vec![1.0, 2.0, 3.0, 4.0, -5.0, 0.5], 0.7) }

#[differentiable]
fn constants(k: f64, x: &Vector2<f64>) -> f64 {
    let turn = Matrix2::new(0.0, -1.0, 1.0, 0.0);
    let typed: Matrix2<f64> = turn * 2.0;
    let scaled = turn * k + turn.transpose() * (k * k);
    let mut total = Vector2::zeros();
    for _ in 0..2 {
        total += scaled * x;
        total -= typed * k * x;
    }
    (Matrix2::identity() * k * total).norm() + k * Vector2::new(1.0, 2.0).dot(x)
}
zoo! { constants(value, shared) -> scalar; at (0.7, Vector2::new(0.5, -1.0)) }
