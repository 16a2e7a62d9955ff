use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    x * x.to_bits() as f64
}

#[differentiable]
fn g(x: f64) -> f64 {
    f(x) * x.next_up()
}

fn main() {}
