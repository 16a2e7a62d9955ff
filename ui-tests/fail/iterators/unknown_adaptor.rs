use autograd::differentiable;

#[differentiable]
fn f(xs: &[f64]) -> f64 {
    xs.iter().try_fold(0.0, |sum, x| Some(sum + x)).unwrap()
}

fn main() {
    f_grad(&[1.0]);
}
