use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    if x { x } else { 1.0 }
}

fn main() {}
