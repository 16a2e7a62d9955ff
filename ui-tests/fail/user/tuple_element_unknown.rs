use autograd::differentiable;

#[differentiable]
fn f(p: (f64, f64)) -> f64 {
    p.0 * p.2
}

fn main() {}
