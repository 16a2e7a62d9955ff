use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let mut y = x;
    y = true;
    y
}

fn main() {}
