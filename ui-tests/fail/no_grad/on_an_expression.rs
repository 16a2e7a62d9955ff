use autograd::differentiable;

#[differentiable]
fn g(x: f64) -> f64 {
    x * x
}

#[differentiable]
fn f(x: f64) -> f64 {
    g(#[no_grad] x) + x
}

fn main() {}
