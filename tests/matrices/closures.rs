use autograd::differentiable;
use nalgebra::{DMatrix, DVector, Matrix2x3, Matrix3, SMatrix, Vector3};

fn a() -> Matrix3<f64> {
    Matrix3::new(1.0, 2.0, 3.0, -4.0, 5.0, 6.0, 7.0, -8.0, 10.0)
}

fn x() -> Vector3<f64> {
    Vector3::new(0.3, -0.2, 0.7)
}

#[differentiable]
fn mapped(x: &Vector3<f64>, k: f64) -> f64 {
    let y = x.map(|v| (v * k).sin());
    y.norm_squared() + (y * 2.0).map(f64::exp).sum()
}
zoo! { mapped(shared, value) -> scalar; at (x(), 1.5) }

#[differentiable]
fn mapped_value(a: &DMatrix<f64>, x: &DVector<f64>) -> DVector<f64> {
    (a * x).map(|v| v.tanh())
}
zoo! { mapped_value(shared, shared) -> other; at (
    DMatrix::from_row_slice(2, 3, &[1.0, 2.0, -3.0, 4.0, 0.5, 0.25]),
    DVector::from_vec(vec![0.5, -1.5, 0.25])
) }

#[differentiable]
fn zipped(x: &Vector3<f64>, y: &Vector3<f64>) -> f64 {
    let z = x.zip_map(y, |a, b| a * b.sin());
    z.fold(0.0, |sum, v| sum + v * v)
}
zoo! { zipped(shared, shared) -> scalar; at (x(), Vector3::new(1.0, 2.0, 3.0)) }

#[differentiable]
fn applied(mut x: Vector3<f64>, y: &Vector3<f64>, k: f64) -> f64 {
    x.apply(|v| *v = v.sin() * k);
    x.zip_apply(y, |a, b| *a *= b);
    x.sum() + x.norm()
}
zoo! { applied(value, shared, value) -> scalar; at (x(), Vector3::new(1.0, 2.0, 3.0), 0.7) }

#[differentiable]
fn from_indices(k: f64) -> f64 {
    let m = Matrix3::from_fn(|i, j| k.powi(i as i32) * (i + 2 * j) as f64);
    let n = SMatrix::<f64, 2, 3>::from_fn(|i, j| if i == j { k } else { 1.0 });
    m.norm() + (n * m).sum()
}
zoo! { from_indices(value) -> scalar; at (0.7,) }

#[differentiable]
fn outer_by_indices(x: &DVector<f64>) -> DMatrix<f64> {
    let m = DMatrix::from_fn(x.len(), x.len(), |i, j| x[i] * x[j]);
    let v = DVector::from_fn(x.len(), |i, _| x[i].exp());
    m * v * x.transpose()
}
zoo! { outer_by_indices(shared) -> other; at (DVector::from_vec(vec![0.5, -1.5, 0.25]),) }

#[differentiable]
fn iterated(a: &Matrix2x3<f64>) -> f64 {
    let mut total = 0.0;
    for row in a.row_iter() {
        total += row.norm();
    }
    for (j, column) in a.column_iter().enumerate() {
        total += column.norm() * j as f64;
    }
    for v in a.iter() {
        total += v * v;
    }
    total + a.column_iter().map(|column| column.norm_squared()).sum::<f64>()
}
zoo! { iterated(shared) -> scalar; at (Matrix2x3::new(1.0, -2.0, 0.5, 0.25, 3.0, -1.0),) }

#[differentiable]
fn in_single_precision(x: Vector3<f32>) -> Vector3<f32> {
    x.map(|v| v * v) + x.abs()
}
zoo! { in_single_precision(value) -> other; at (Vector3::new(0.5_f32, -1.0, 2.0),) }

#[differentiable]
fn names_of_floats(p: Vector3<f64>, m: &Matrix3<f64>) -> f64 {
    p.x.abs() + p.y.abs().sqrt() + (m * p).abs().sum() + p.norm().max(p.x) + p.x.min(0.1) + m.max() * m.min()
}
zoo! { names_of_floats(value, shared) -> scalar; at (x(), a()) }

#[test]
fn two_shapes_are_refused_in_nalgebras_words() {
    let refused = std::panic::catch_unwind(|| differing_grad(&DVector::zeros(3), &DVector::zeros(2)));
    let message = *refused.expect_err("shapes differ").downcast::<&str>().expect("a message");
    assert_eq!(message, "Matrix simultaneous traversal error: dimension mismatch.");
}

#[differentiable]
fn differing(a: &DVector<f64>, b: &DVector<f64>) -> f64 {
    a.zip_map(b, |a, b| a * b).sum()
}
