use autograd::differentiable;

#[differentiable]
fn f(#[no_grad] x: f64) -> f64 {
    x * x
}

fn main() {}
