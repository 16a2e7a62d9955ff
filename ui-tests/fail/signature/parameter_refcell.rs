use autograd::differentiable;

use std::cell::RefCell;

#[differentiable]
fn f(x: &RefCell<Vec<f64>>) -> f64 {
    x.borrow()[0]
}

fn main() {}
