use autograd::differentiable;

#[differentiable]
fn helper(x: f64) -> f64 {
    x * x
}

#[differentiable]
fn f(x: f64) -> f64 {
    helper("two") * x
}

fn main() {}
