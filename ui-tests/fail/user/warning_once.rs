#![deny(unused_variables)]
use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let unused = x * x;
    x + 1.0
}

fn main() {
    f_grad(1.0);
}
