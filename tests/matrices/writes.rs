use autograd::differentiable;
use nalgebra::{DMatrix, DVector, Matrix2, Matrix3, Matrix4, Vector2, Vector3, Vector4};

fn a() -> Matrix3<f64> {
    Matrix3::new(1.0, 2.0, 3.0, -4.0, 5.0, 6.0, 7.0, -8.0, 10.0)
}

fn x() -> Vector3<f64> {
    Vector3::new(0.3, -0.2, 0.7)
}

#[differentiable]
fn columns_and_rows(a: &Matrix3<f64>, x: Vector3<f64>) -> Matrix3<f64> {
    let mut m = Matrix3::zeros();
    m.set_column(0, &x);
    m.set_row(1, &x.transpose());
    m[(2, 2)] = x[0];
    let before = a * m;
    m.set_column(0, &(x * 2.0));
    before * m
}
zoo! { columns_and_rows(shared, value) -> other; at (a(), x()) }

#[differentiable]
fn lent_column(a: &Matrix3<f64>, x: Vector3<f64>) -> Matrix3<f64> {
    let mut m = *a;
    m.column_mut(1).copy_from(&x);
    m[(0, 1)] += x.y;
    m.row_mut(2).fill(x.z);
    m.column_mut(0).axpy(x.x, &x, 0.5);
    m * m
}
zoo! { lent_column(shared, value) -> other; at (a(), x()) }

#[differentiable]
fn coordinates(x: Vector3<f64>) -> f64 {
    let mut v = Vector3::zeros();
    v.x = x.y;
    v.y += x.z;
    v[2] = x[0] * x[1];
    v.z *= v.x;
    v.norm_squared()
}
zoo! { coordinates(value) -> scalar; at (x(),) }

#[differentiable]
fn updates(a: &Matrix3<f64>, x: &Vector3<f64>, k: f64) -> f64 {
    let mut y = *x;
    y.gemv(k, a, x, 0.5);
    y.gemv_tr(0.1, a, x, k);
    y.axpy(k, x, k * k);
    let mut m = *a;
    m.gemm(k, a, a, k);
    m.gemm_tr(0.01, a, a, k);
    m.ger(k, x, x, 2.0);
    y.norm_squared() + m.norm()
}
zoo! { updates(shared, shared, value) -> scalar; at (a(), x(), 0.7) }

#[differentiable]
fn dynamic_updates(a: &DMatrix<f64>, x: &DVector<f64>, k: f64) -> f64 {
    let mut y = DVector::zeros(a.nrows());
    y.gemv(k, a, x, 0.0);
    let mut m = DMatrix::zeros(a.nrows(), a.nrows());
    m.gemm(1.0, a, &a.transpose(), 0.0);
    m.ger(k, &y, &y, 1.0);
    y.norm_squared() + m.norm()
}
zoo! { dynamic_updates(shared, shared, value) -> scalar; at (
    DMatrix::from_row_slice(2, 3, &[1.0, 2.0, -3.0, 4.0, 0.5, 0.25]),
    DVector::from_vec(vec![0.5, -1.5, 2.5]),
    0.4
) }

#[differentiable]
fn entry_by_entry(a: &DMatrix<f64>) -> f64 {
    let mut m = DMatrix::zeros(a.ncols(), a.nrows());
    for i in 0..a.nrows() {
        for j in 0..a.ncols() {
            m[(j, i)] = a[(i, j)] * a[(i, j)];
        }
    }
    (a * m).norm()
}
zoo! { entry_by_entry(shared) -> scalar; at (DMatrix::from_row_slice(2, 3, &[1.0, 2.0, -3.0, 4.0, 0.5, 0.25]),) }

#[differentiable]
fn blocks(x: &Vector2<f64>, m: &Matrix2<f64>) -> f64 {
    let mut a = Matrix4::zeros();
    a.fixed_view_mut::<2, 2>(0, 2).copy_from(m);
    a.fixed_rows_mut::<2>(2).fill(x.x);
    a.column_mut(0).axpy(2.0, &Vector4::new(1.0, 2.0, x.y, 3.0), 1.0);
    a.view_mut((2, 2), (1, 1)).fill(x.y);
    (a * a).norm_squared()
}
zoo! { blocks(shared, shared) -> scalar; at (Vector2::new(0.5, -1.0), Matrix2::new(1.0, 2.0, 3.0, 4.0)) }

#[differentiable]
fn whole(mut a: Matrix3<f64>, b: &Matrix3<f64>, k: f64) -> Matrix3<f64> {
    let first = a * b;
    a.copy_from(b);
    a *= k;
    a += b;
    a.fill_diagonal(k * k);
    a.swap_rows(0, 2);
    a.swap_columns(0, 1);
    let last = a * first;
    a.fill(k);
    last + a
}
zoo! { whole(value, shared, value) -> other; at (a(), a().transpose(), 0.7) }

#[differentiable]
fn of_the_caller(m: &mut Matrix3<f64>, x: &Vector3<f64>) {
    let y = *m * x;
    m.set_column(1, &y);
    m.scale_mut(x[0]);
    m.set_diagonal(x);
}
zoo! { of_the_caller(exclusive, shared) -> unit; at (a(), x()) }

#[differentiable]
fn in_a_loop(a: &DMatrix<f64>, x: &DVector<f64>, n: usize) -> f64 {
    let mut m = a.clone();
    let mut total = 0.0;
    for k in 0..n {
        m.column_mut(k % 2).axpy(0.5, x, 0.9);
        total += m.norm();
    }
    total
}
zoo! { in_a_loop(shared, shared, fixed) -> scalar; at (
    DMatrix::from_row_slice(2, 2, &[1.0, 2.0, -3.0, 4.0]),
    DVector::from_vec(vec![0.5, -1.5]),
    5
) }

#[differentiable]
fn parameter_by_value(mut a: Matrix3<f64>, k: f64) -> Matrix3<f64> {
    a.fill_diagonal(k * k);
    let square = a * a;
    a.swap_rows(0, 2);
    square * a
}
zoo! { parameter_by_value(value, value) -> other; at (a(), 0.7) }

#[differentiable]
fn copies(a: &Matrix3<f64>, b: &Matrix3<f64>, k: f64) -> Matrix3<f64> {
    let mut m = *a;
    m.fill_diagonal(k);
    let mut n = a * b;
    n.fill_diagonal(k);
    let mut c = m;
    c.swap_rows(0, 1);
    m * n * c
}
zoo! { copies(shared, shared, value) -> other; at (a(), a().transpose(), 0.7) }

#[derive(Clone, Copy, autograd::Differentiable)]
struct Pair {
    x: f64,
    y: f64,
}

impl Pair {
    #[differentiable]
    fn grow(&mut self, k: f64) {
        self.x *= k;
        self.y += k * self.x;
    }
}

#[differentiable]
fn methods_of_users(mut pair: Pair, k: f64) -> f64 {
    pair.grow(k);
    let mut copy = pair;
    copy.grow(pair.x);
    pair.x * copy.y + pair.y * copy.x
}

#[test]
fn methods_of_users_write_to_parameters() {
    let (d_pair, d_k) = methods_of_users_grad(Pair { x: 0.3, y: 0.7 }, 1.5);
    let at = |x: f64, y: f64, k: f64| methods_of_users(Pair { x, y }, k);
    let h = 1e-6;
    assert!((d_pair.x - (at(0.3 + h, 0.7, 1.5) - at(0.3 - h, 0.7, 1.5)) / (2.0 * h)).abs() < 1e-8);
    assert!((d_pair.y - (at(0.3, 0.7 + h, 1.5) - at(0.3, 0.7 - h, 1.5)) / (2.0 * h)).abs() < 1e-8);
    assert!((d_k - (at(0.3, 0.7, 1.5 + h) - at(0.3, 0.7, 1.5 - h)) / (2.0 * h)).abs() < 1e-8);
}
