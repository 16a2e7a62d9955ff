use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let y = if x > 0.0 { x } else { 1 };
    y * 2.0
}

fn main() {}
