use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let text = x.to_string();
    x * text.len() as f64
}

fn main() {}
