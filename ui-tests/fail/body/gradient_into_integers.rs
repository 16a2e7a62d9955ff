use autograd::differentiable;

const LIMIT: f64 = 1.0;

#[differentiable]
fn f(x: f64) -> f64 {
    let mut y = LIMIT;
    y += x;
    y
}

fn main() {}
