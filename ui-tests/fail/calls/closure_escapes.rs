use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let g: Box<_> = Box::new(move |y: f64| x * y);
    g(2.0)
}

fn main() {}
