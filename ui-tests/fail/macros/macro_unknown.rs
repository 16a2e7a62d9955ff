use autograd::differentiable;

macro_rules! square {
    ($x:expr) => { $x * $x };
}

#[differentiable]
fn f(x: f64) -> f64 {
    square!(x) + 1.0
}

fn main() {}
