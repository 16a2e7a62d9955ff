use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    #[unroll]
    let y = x * x;
    y
}

fn main() {}
