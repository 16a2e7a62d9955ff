use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let scaled = |a: f64| a * x;
    apply(scaled, x)
}

fn apply(f: impl Fn(f64) -> f64, x: f64) -> f64 {
    f(x)
}

fn main() {
    f_grad(1.0);
}
