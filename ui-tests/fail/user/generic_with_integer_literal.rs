use autograd::{Real, differentiable};

#[differentiable]
fn f<T: Real>(x: T) -> T {
    x * 2
}

fn main() {}
