use autograd::differentiable;

#[differentiable]
fn f(xs: &[f64]) -> f64 {
    let mut squares = xs.iter().map(|x| x * x);
    squares.next().unwrap()
}

fn main() {
    f_grad(&[1.0]);
}
