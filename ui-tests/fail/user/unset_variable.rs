use autograd::differentiable;

#[differentiable]
fn f(x: f64, n: usize) -> f64 {
    let y;
    if n > 0 {
        y = x;
    }
    y
}

fn main() {}
