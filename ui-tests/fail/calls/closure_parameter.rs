use autograd::differentiable;

fn call(g: impl Fn(f64) -> f64) -> f64 {
    g(1.0)
}

#[differentiable]
fn f(x: f64) -> f64 {
    call(|y: f64| y * x)
}

fn main() {}
