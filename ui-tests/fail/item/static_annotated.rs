use autograd::differentiable;

#[differentiable]
static LIMIT: f64 = 1.0;

fn main() {}
