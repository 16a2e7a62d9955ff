use autograd::differentiable;
use nalgebra::{Matrix2, Matrix3, Vector2, Vector3, Vector4};

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
