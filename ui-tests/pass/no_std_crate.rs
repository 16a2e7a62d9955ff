// A crate without `std` in scope.
#![no_std]
extern crate std;

use autograd::differentiable;

#[differentiable]
fn f(x: f64, a: &[f64], n: usize) -> f64 {
    let mut y = x;
    for i in 0..n {
        if y < 5.0 {
            y *= y + a[i];
        }
    }
    y
}

fn main() {
    std::assert_eq!(f_grad(1.0, &[1.0], 1), (3.0, std::vec![1.0]));
}
