use autograd::differentiable;

#[differentiable]
fn f(xs: &[f64]) -> f64 {
    xs.iter().copied().reduce(f64::max).unwrap()
}

fn main() {
    f_grad(&[1.0]);
}
