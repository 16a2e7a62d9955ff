use autograd::differentiable;
use nalgebra::{DMatrix, Matrix3, Vector3, Vector4};

fn a() -> Matrix3<f64> {
    Matrix3::new(1.0, 2.0, 3.0, -4.0, 5.0, 6.0, 7.0, -8.0, 10.0)
}

#[differentiable]
fn columns(a: &Matrix3<f64>) -> f64 {
    a.column(0).dot(&a.column(2)) + a.column(1).norm()
}
zoo! { columns(shared) -> scalar; at (a(),) }

#[differentiable]
fn rows(a: &DMatrix<f64>) -> f64 {
    let mut total = 0.0;
    for i in 0..a.nrows() {
        let row = a.row(i);
        total += row.norm_squared() * (i as f64 + 1.0);
    }
    total
}
zoo! { rows(shared) -> scalar; at (DMatrix::from_row_slice(2, 3, &[1.0, 2.0, -3.0, 4.0, 0.5, 0.25]),) }

#[differentiable]
fn fixed_parts(x: Vector4<f64>) -> f64 {
    let head = x.fixed_rows::<3>(0);
    head.norm() * x[3]
}
zoo! { fixed_parts(value) -> scalar; at (Vector4::new(1.0, 2.0, 3.0, 4.0),) }

#[differentiable]
fn entries(x: &Vector3<f64>) -> f64 {
    let sum: f64 = x.iter().map(|x| x * x).sum();
    sum.sqrt()
}
zoo! { entries(shared) -> scalar; at (Vector3::new(1.0, 2.0, 3.0),) }
