use autograd::differentiable;

#[differentiable(crate = autograd, crate = autograd)]
fn f(x: f64) -> f64 {
    x * x
}

fn main() {}
