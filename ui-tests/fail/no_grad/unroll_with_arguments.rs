use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let mut y = x;
    #[unroll(4)]
    for _ in 0..8 {
        y *= x;
    }
    y
}

fn main() {}
