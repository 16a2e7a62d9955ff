use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let y: Box<dyn Fn(f64) -> f64> = Box::new(|v| v * 2.0);
    x * y(1.0)
}

fn main() {}
