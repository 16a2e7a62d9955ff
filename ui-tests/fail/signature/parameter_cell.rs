use autograd::differentiable;

#[differentiable]
fn f(x: &std::cell::Cell<f64>) -> f64 {
    x.get() * x.get()
}

fn main() {}
