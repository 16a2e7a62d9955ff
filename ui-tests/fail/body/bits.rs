use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let key = x.to_bits();
    x * key as f64
}

fn main() {}
