use autograd::differentiable;

#[differentiable]
fn f(xs: &[f64]) -> f64 {
    xs.iter().by_ref().sum()
}

fn main() {
    f_grad(&[1.0]);
}
