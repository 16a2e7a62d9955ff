use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let n: usize = "three";
    x * n as f64
}

fn main() {}
