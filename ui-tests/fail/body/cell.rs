use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let total = std::cell::Cell::new(0.0);
    total.set(total.get() + x);
    total.get()
}

fn main() {}
