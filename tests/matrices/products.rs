use autograd::differentiable;
use nalgebra::{DMatrix, DVector, Matrix2x3, Matrix3, Matrix3x2, Vector2, Vector3};

fn a() -> Matrix3<f64> {
    Matrix3::new(1.0, 2.0, 3.0, -4.0, 5.0, 6.0, 7.0, -8.0, 10.0)
}

fn x() -> Vector3<f64> {
    Vector3::new(0.3, -0.2, 0.7)
}

#[differentiable]
fn quadratic(a: &Matrix3<f64>, x: &Vector3<f64>) -> f64 {
    let y = a * x;
    x.dot(&y) + y.norm()
}
zoo! { quadratic(shared, shared) -> scalar; at (a(), x()) }

#[differentiable]
fn dot_of_values(x: Vector3<f64>, y: Vector3<f64>) -> f64 {
    x.dot(&y) * x.dot(&x)
}
zoo! { dot_of_values(value, value) -> scalar; at (x(), Vector3::new(1.0, 2.0, 3.0)) }

#[differentiable]
fn cross_product(p: Vector3<f64>, q: &Vector3<f64>) -> Vector3<f64> {
    p.cross(q) + q.cross(&p.cross(q))
}
zoo! { cross_product(value, shared) -> other; at (x(), Vector3::new(1.0, 2.0, 3.0)) }

#[differentiable]
fn norms(x: Vector3<f64>) -> (f64, f64, f64, f64) {
    (x.norm(), x.norm_squared(), x.magnitude(), x.magnitude_squared())
}
zoo! { norms(value) -> other; at (x(),) }

#[differentiable]
fn norm_of_zero(x: Vector2<f64>) -> f64 {
    x.norm()
}
zoo! { norm_of_zero(value) -> scalar; kink at (Vector2::zeros(),); is |_: Vector2<f64>| Vector2::<f64>::zeros() }

#[differentiable]
fn normalized(x: Vector3<f64>) -> Vector3<f64> {
    x.normalize()
}
zoo! { normalized(value) -> other; at (x(),) }

#[differentiable]
fn distances(p: Vector3<f64>, q: Vector3<f64>) -> f64 {
    p.metric_distance(&q) + (p - q).norm()
}
zoo! { distances(value, value) -> scalar; at (x(), Vector3::new(1.0, 2.0, 3.0)) }

#[differentiable]
fn componentwise(p: Vector3<f64>, q: Vector3<f64>) -> Vector3<f64> {
    p.component_mul(&q).component_div(&(q + p))
}
zoo! { componentwise(value, value) -> other; at (x(), Vector3::new(1.0, 2.0, 3.0)) }

#[differentiable]
fn reductions(m: &DMatrix<f64>) -> f64 {
    m.sum() * m.mean() + m.transpose().norm()
}
zoo! { reductions(shared) -> scalar; at (DMatrix::from_row_slice(2, 3, &[1.0, 2.0, -3.0, 4.0, 0.5, 0.25]),) }

#[differentiable]
fn traces(m: &Matrix3<f64>) -> f64 {
    m.trace() * (m * m).trace()
}
zoo! { traces(shared) -> scalar; at (a(),) }

#[differentiable]
fn transposed_products(a: &Matrix2x3<f64>, b: &Matrix2x3<f64>, c: &Matrix3x2<f64>) -> Matrix3<f64> {
    a.tr_mul(b) + a.transpose() * c.transpose()
}
zoo! { transposed_products(shared, shared, shared) -> other; at (
    Matrix2x3::new(1.0, -2.0, 0.5, 0.25, 3.0, -1.0),
    Matrix2x3::new(0.1, 0.2, 0.3, -0.4, 0.5, 0.6),
    Matrix3x2::new(0.1, 0.2, 0.3, -0.4, 0.5, 0.6)
) }

#[differentiable]
fn mahalanobis(x: &DVector<f64>, mean: &DVector<f64>, precision: &DMatrix<f64>) -> f64 {
    let d = x - mean;
    (precision * &d).dot(&d)
}
zoo! { mahalanobis(shared, shared, shared) -> scalar; at (
    DVector::from_vec(vec![1.0, 2.0]),
    DVector::from_vec(vec![0.5, -1.0]),
    DMatrix::from_row_slice(2, 2, &[2.0, 0.5, 0.5, 1.0])
) }
