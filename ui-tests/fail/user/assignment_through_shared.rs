use autograd::differentiable;

#[differentiable]
fn f(x: f64, out: &[f64]) -> f64 {
    out[0] = x;
    out[0] * 2.0
}

fn main() {}
