use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let y = f64::from_bits(x.to_bits() + 1);
    x * y
}

fn main() {}
