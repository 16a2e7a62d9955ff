use autograd::differentiable;

#[differentiable]
fn f(x: &std::sync::Mutex<f64>) -> f64 {
    *x.lock().unwrap()
}

fn main() {}
