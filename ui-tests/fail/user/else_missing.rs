use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    if x > 0.0 { x * x }
}

fn main() {}
