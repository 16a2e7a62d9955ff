use autograd::differentiable;

#[differentiable]
type Scalar = f64;

fn main() {}
