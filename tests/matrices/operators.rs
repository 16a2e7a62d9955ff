use autograd::differentiable;
use nalgebra::{DMatrix, DVector, Matrix2, Matrix2x3, Matrix3, Matrix3x2, RowVector3, Vector2, Vector3};

fn a() -> Matrix3<f64> {
    Matrix3::new(1.0, 2.0, 3.0, -4.0, 5.0, 6.0, 7.0, -8.0, 10.0)
}

fn x() -> Vector3<f64> {
    Vector3::new(0.3, -0.2, 0.7)
}

#[differentiable]
fn sums(a: Vector3<f64>, b: Vector3<f64>) -> Vector3<f64> {
    a + b - b * 2.0 + 3.0 * a - (-b) / 4.0
}
zoo! { sums(value, value) -> other; at (x(), Vector3::new(1.0, 2.0, 3.0)) }

#[differentiable]
fn by_reference(a: &Matrix3<f64>, x: &Vector3<f64>) -> Vector3<f64> {
    let y = a * x;
    &y - x + a * (&y + x)
}
zoo! { by_reference(shared, shared) -> other; at (a(), x()) }

#[differentiable]
fn scaled(a: &Matrix3<f64>, k: f64) -> Matrix3<f64> {
    a * k / (1.0 + k * k) + k * a
}
zoo! { scaled(shared, value) -> other; at (a(), 0.7) }

#[differentiable]
fn products(a: &Matrix2x3<f64>, b: &Matrix3x2<f64>) -> Matrix2<f64> {
    let square = a * b;
    square * square - square
}
zoo! { products(shared, shared) -> other; at (
    Matrix2x3::new(1.0, -2.0, 0.5, 0.25, 3.0, -1.0),
    Matrix3x2::new(0.1, 0.2, 0.3, -0.4, 0.5, 0.6)
) }

#[differentiable]
fn rows_and_columns(r: RowVector3<f64>, c: Vector3<f64>) -> f64 {
    let inner = r * c;
    let outer = c * r;
    inner[0] + (outer * c).norm()
}
zoo! { rows_and_columns(value, value) -> scalar; at (RowVector3::new(1.0, 2.0, -3.0), x()) }

#[differentiable]
fn dynamic(a: &DMatrix<f64>, x: &DVector<f64>, k: f64) -> f64 {
    let y = a * x * k - x;
    y.norm_squared() + y[0] * x[1]
}
zoo! { dynamic(shared, shared, value) -> scalar; at (
    DMatrix::from_row_slice(2, 2, &[1.0, 2.0, -3.0, 4.0]),
    DVector::from_vec(vec![0.5, -1.5]),
    0.4
) }

#[differentiable]
fn compound(mut a: Vector3<f64>, b: Vector3<f64>, k: f64) -> Vector3<f64> {
    a += b;
    a *= k;
    a -= b * k;
    a /= 1.0 + k;
    a
}
zoo! { compound(value, value, value) -> other; at (x(), Vector3::new(1.0, 2.0, 3.0), 0.7) }

#[differentiable]
fn in_a_loop(a: &Matrix2<f64>, x: Vector2<f64>, n: usize) -> Vector2<f64> {
    let mut y = x;
    for i in 0..n {
        y = a * y * (0.5 + i as f64) + x;
    }
    y
}
zoo! { in_a_loop(shared, value, fixed) -> other; at
    (Matrix2::new(0.1, 0.2, -0.3, 0.4), Vector2::new(1.0, 2.0), 3),
    (Matrix2::new(0.1, 0.2, -0.3, 0.4), Vector2::new(1.0, 2.0), 0)
}

#[differentiable]
fn in_branches(a: Vector2<f64>, b: Vector2<f64>) -> f64 {
    let c = if a.x > b.x { a * 2.0 } else { a - b };
    c.norm_squared()
}
zoo! { in_branches(value, value) -> scalar; at
    (Vector2::new(1.0, 2.0), Vector2::new(0.5, 3.0)),
    (Vector2::new(0.0, 2.0), Vector2::new(0.5, 3.0))
}

#[differentiable]
fn in_single_precision(a: Vector2<f32>, k: f32) -> Vector2<f32> {
    a * k + a / k
}
zoo! { in_single_precision(value, value) -> other; at (Vector2::new(1.0_f32, 2.0), 1.5_f32) }

#[differentiable]
fn written(m: &mut Matrix2<f64>, x: f64) {
    m[(0, 1)] = x * m[(1, 1)];
    m[(1, 0)] += x;
    m[0] *= 3.0;
}
zoo! { written(exclusive, value) -> unit; at (Matrix2::new(1.0, 2.0, 3.0, 4.0), 0.5) }

#[differentiable]
fn by_index(m: &DMatrix<f64>, x: &DVector<f64>) -> f64 {
    let mut total = 0.0;
    for i in 0..m.nrows() {
        let mut s = 0.0;
        for j in 0..m.ncols() {
            s += m[(i, j)] * x[j];
        }
        total += s * s;
    }
    total
}
zoo! { by_index(shared, shared) -> scalar; at (
    DMatrix::from_row_slice(2, 3, &[1.0, 2.0, -3.0, 4.0, 0.5, 0.25]),
    DVector::from_vec(vec![0.5, -1.5, 2.5])
) }

#[differentiable]
fn fields(p: Vector3<f64>, q: &Vector3<f64>) -> f64 {
    p.x * q.y - p.y.sin() * q.z + p.z.powi(2)
}
zoo! { fields(value, shared) -> scalar; at (x(), Vector3::new(1.0, 2.0, 3.0)) }
