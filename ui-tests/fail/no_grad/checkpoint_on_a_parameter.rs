use autograd::differentiable;

#[differentiable]
fn f(#[checkpoint] x: f64) -> f64 {
    x * x
}

fn main() {}
