use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    std::thread::scope(|_| x * x)
}

fn main() {}
