use autograd::differentiable;

#[differentiable(recursive, recursive)]
fn f(x: f64) -> f64 {
    x * x
}

fn main() {}
