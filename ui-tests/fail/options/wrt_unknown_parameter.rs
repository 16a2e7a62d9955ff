use autograd::differentiable;

#[differentiable(wrt(weight))]
fn f(w: f64, b: f64) -> f64 {
    w + b
}

fn main() {}
