use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    println!("{}", if x > 0.0 { return x } else { 1.0 });
    x
}

fn main() {}
