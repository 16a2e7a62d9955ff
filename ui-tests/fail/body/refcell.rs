use autograd::differentiable;

use std::cell::RefCell;

#[differentiable]
fn f(x: f64) -> f64 {
    let total = RefCell::new(0.0);
    *total.borrow_mut() += x;
    total.into_inner()
}

fn main() {}
