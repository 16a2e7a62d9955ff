use autograd::differentiable;
use nalgebra::Matrix2;

#[differentiable]
fn f(mut a: Matrix2<f64>) -> f64 {
    let mut column = a.column_mut(0);
    column *= 2.0;
    a.norm()
}

fn main() {
    f_grad(Matrix2::identity());
}
