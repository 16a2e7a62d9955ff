use autograd::differentiable;

fn helper(x: f64) -> f64 {
    x * x
}

#[differentiable]
fn f(x: f64) -> f64 {
    let y = helper(x);
    y * 2.0
}

fn main() {}
