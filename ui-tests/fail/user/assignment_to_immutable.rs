use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let y = 1.0;
    y += x;
    y
}

fn main() {}
