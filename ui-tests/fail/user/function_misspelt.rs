use autograd::differentiable;

#[differentiable]
fn helper(x: f64) -> f64 {
    x * x
}

#[differentiable]
fn f(x: f64) -> f64 {
    helpr(x) * 2.0
}

fn main() {}
