use autograd::differentiable;

macro_rules! log {
    ($x:expr) => { println!("{}", $x) };
}

#[differentiable]
fn f(x: f64) -> f64 {
    log!(x);
    x
}

fn main() {}
