use autograd::differentiable;
use nalgebra::Matrix2;

#[differentiable]
fn f(a: &Matrix2<f64>) -> f64 {
    a.kronecker(a).norm()
}

fn main() {
    f_grad(&Matrix2::identity());
}
