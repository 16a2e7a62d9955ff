use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let total = std::sync::Mutex::new(x);
    let y = *total.lock().unwrap();
    y
}

fn main() {}
