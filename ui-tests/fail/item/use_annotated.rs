use autograd::differentiable;

#[differentiable]
use std::f64::consts::PI;

fn main() {
    assert!(PI > 3.0);
}
