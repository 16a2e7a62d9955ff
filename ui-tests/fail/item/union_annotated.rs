use autograd::differentiable;

#[differentiable]
union Bits {
    x: f64,
    n: u64,
}

fn main() {}
