use autograd::differentiable;

macro_rules! square {
    ($x:expr) => { $x * $x };
}

#[differentiable]
fn f(x: f64) -> f64 {
    let key = x.to_bits() as f64;
    let y = square!(x);
    let z = std::cell::Cell::new(x);
    key * y * z.get()
}

fn main() {}
