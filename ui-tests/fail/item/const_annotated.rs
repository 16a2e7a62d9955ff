use autograd::differentiable;

#[differentiable]
const LIMIT: f64 = 1.0;

fn main() {}
