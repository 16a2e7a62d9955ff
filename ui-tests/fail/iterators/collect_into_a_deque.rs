use std::collections::VecDeque;

use autograd::differentiable;

#[differentiable]
fn f(xs: &[f64]) -> f64 {
    xs.iter().map(|x| x * x).collect::<VecDeque<f64>>()[0]
}

fn main() {
    f_grad(&[1.0]);
}
