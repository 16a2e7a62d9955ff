use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let y = std::thread::spawn(move || x * x);
    y.join().unwrap()
}

fn main() {}
