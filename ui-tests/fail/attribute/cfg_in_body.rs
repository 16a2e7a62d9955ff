use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let y = x * x;
    #[cfg(debug_assertions)]
    let y = y * 2.0;
    y
}

fn main() {}
