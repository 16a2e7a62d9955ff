use autograd::differentiable;
use nalgebra::{DMatrix, Matrix2x3, Matrix3, Vector3, Vector4};

fn a() -> Matrix3<f64> {
    Matrix3::new(1.0, 2.0, 3.0, -4.0, 5.0, 6.0, 7.0, -8.0, 10.0)
}

#[differentiable]
fn extremes(x: &Vector3<f64>, y: &Vector3<f64>) -> f64 {
    x.abs().sum() * x.max() + y.min() * y.amax() + x.amin()
}
zoo! { extremes(shared, shared) -> scalar; at (Vector3::new(0.3, -0.2, 0.7), Vector3::new(1.0, -2.0, 3.0)) }

#[differentiable]
fn tied(x: Vector4<f64>) -> f64 {
    x.max() + 3.0 * x.amin() + 5.0 * x.abs().sum()
}
zoo! { tied(value) -> scalar; kink at (Vector4::new(2.0, 0.0, 2.0, 0.0),);
is |_: Vector4<f64>| Vector4::new(5.5, 0.0, 5.5, 0.0) }

#[differentiable]
fn sums_of_lines(a: &Matrix2x3<f64>) -> f64 {
    let means = a.row_mean().norm() + a.column_mean().norm() + a.row_sum_tr().norm();
    a.row_sum().norm() * a.column_sum().norm() + means + a.variance() + a.product()
}
zoo! { sums_of_lines(shared) -> scalar; at (Matrix2x3::new(1.0, -2.0, 0.5, 0.25, 3.0, -1.0),) }

#[differentiable]
fn product_with_a_zero(x: Vector4<f64>) -> f64 {
    x.product()
}
zoo! { product_with_a_zero(value) -> scalar; at (Vector4::new(2.0, 0.0, 3.0, 5.0),); is |_: Vector4<f64>| Vector4::new(0.0, 30.0, 0.0, 0.0) }

#[differentiable]
fn powers(a: &Matrix3<f64>) -> Matrix3<f64> {
    a.pow(3) + a.pow(1) + a.pow(0)
}
zoo! { powers(shared) -> other; at (a() * 0.1,) }

#[differentiable]
fn mixed_products(a: &Matrix3<f64>, b: &Matrix3<f64>, k: f64) -> f64 {
    let blend = a.column(0).lerp(&b.column(1), k);
    a.tr_dot(b) + a.component_div(b).sum() + a.inf(b).sum() + a.sup(b).norm() + blend.norm() + a.add_scalar(k).norm()
}
zoo! { mixed_products(shared, shared, value) -> scalar; at (a(), a().transpose() * 1.5, 0.3) }

#[differentiable]
fn triangles(a: &Matrix3<f64>, b: &Vector3<f64>) -> f64 {
    let lower = a.solve_lower_triangular(b).unwrap();
    let upper = a.solve_upper_triangular(b).unwrap();
    lower.dot(&upper) + a.lower_triangle().norm() + a.upper_triangle().sum()
}
zoo! { triangles(shared, shared) -> scalar; at (a(), Vector3::new(0.3, -0.2, 0.7)) }

fn symmetric() -> Matrix3<f64> {
    Matrix3::new(4.0, 1.0, 0.5, 1.0, 3.0, -0.25, 0.5, -0.25, 2.0)
}

#[differentiable]
fn spectrum(a: &Matrix3<f64>) -> f64 {
    let values = a.symmetric_eigenvalues();
    values[0] * values[1].sin() + values[2]
}
zoo! { spectrum(shared) -> scalar; at (symmetric(),) }

#[differentiable]
fn singular(a: &DMatrix<f64>) -> f64 {
    let by_name = a.singular_values();
    let by_field = a.clone().svd(false, false).singular_values;
    by_name[0] * by_field[1].sin()
}
zoo! { singular(shared) -> scalar; at (DMatrix::from_row_slice(2, 3, &[1.0, 2.0, -3.0, 4.0, 0.5, 0.25]),) }

#[differentiable]
fn larger_parts(a: &DMatrix<f64>, v: &Vector4<f64>) -> f64 {
    let views = a.view((0, 0), (2, 2)).norm() + a.rows(0, 1).norm() + a.columns(1, 2).norm();
    views + a.fixed_view::<2, 2>(0, 1).norm() + a.fixed_columns::<2>(1).norm() + v.xyz().norm() * v.w
}
zoo! { larger_parts(shared, shared) -> scalar; at (
    DMatrix::from_row_slice(2, 3, &[1.0, 2.0, -3.0, 4.0, 0.5, 0.25]),
    Vector4::new(1.0, 2.0, 3.0, 4.0)
) }
