//! What PyTorch's users know from its tutorials, one function each.
//!
//! Run it with `cargo run --example tensor_tutorials`.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]

use autograd::tensor::{Tensor, no_grad};

/// Gradients arrive at leaves and add up there until they are cleared.
pub(crate) fn leaves_and_accumulation() -> [f64; 3] {
    let x = Tensor::scalar(3.0).requires_grad_(true);
    let gradient = || x.grad().map_or(0.0, |d| d.item());
    (&x * &x).backward();
    let first = gradient();
    (&x * &x).backward();
    let second = gradient();
    x.zero_grad();
    (&x * &x).backward();
    [first, second, gradient()]
}

/// A parameter that requires no gradient stays out of the graph; the others are trained as before.
pub(crate) fn freezing() -> (bool, Vec<f64>, bool) {
    let backbone = Tensor::from([[1.0, 2.0], [3.0, 4.0]]).requires_grad_(true);
    let head = Tensor::from_slice(&[1.0, -1.0]).requires_grad_(true);
    let backbone = backbone.requires_grad_(false);
    let features = backbone.matmul(&Tensor::from_slice(&[1.0, 1.0]));
    (&features * &head).sum().backward();
    let trained = head.grad().map(|d| d.to_vec()).unwrap_or_default();
    (features.requires_grad(), trained, backbone.grad().is_none())
}

/// A result with several elements is differentiated in the direction of a vector: `vᵀ J`.
pub(crate) fn vector_jacobian_product() -> Vec<f64> {
    let x = Tensor::from_slice(&[1.0, 2.0, 3.0]).requires_grad_(true);
    let y = x.powi(2) * 2.0;
    y.backward_with(&Tensor::from_slice(&[0.1, 1.0, 10.0]));
    x.grad().map(|d| d.to_vec()).unwrap_or_default()
}

/// `y = 2 xᵀx` has the gradient `4 x`.
pub(crate) fn twice_the_square() -> (f64, Vec<f64>) {
    let x = Tensor::arange(0.0_f64, 4.0, 1.0).requires_grad_(true);
    let y = 2.0 * x.dot(&x);
    y.backward();
    (y.item(), x.grad().map(|d| d.to_vec()).unwrap_or_default())
}

/// A detached tensor counts as a constant: `z = u x` with `u = x²` has the gradient `u`, not `3 x²`.
pub(crate) fn detaching() -> (Vec<f64>, Vec<f64>) {
    let x = Tensor::arange(0.0, 4.0, 1.0).requires_grad_(true);
    let y = &x * &x;
    let u = y.detach();
    (&u * &x).sum().backward();
    let constant = x.grad().map(|d| d.to_vec()).unwrap_or_default();
    x.zero_grad();
    y.sum().backward();
    (constant, x.grad().map(|d| d.to_vec()).unwrap_or_default())
}

/// The graph is what ran: a loop whose length depends on the data. On each piece `f` is a straight line.
pub(crate) fn control_flow(a: &Tensor<f64>) -> Tensor<f64> {
    let mut b = a * 2.0;
    while b.norm().item() < 1000.0 {
        b = b * 2.0;
    }
    if b.sum().item() > 0.0 { b } else { 100.0 * b }
}

/// Forty epochs of gradient descent on the mean squared error of `w x`; returns `w` and the loss after each epoch.
pub(crate) fn training() -> (f64, Vec<f64>) {
    let x = Tensor::from_slice(&[1.0, 2.0, 3.0, 4.0]);
    let y = Tensor::from_slice(&[2.0, 4.0, 6.0, 8.0]);
    let w = Tensor::scalar(0.0).requires_grad_(true);
    let losses = (0..40).map(|_| {
        let error = &w * &x - &y;
        let loss = (&error * &error).mean();
        loss.backward();
        no_grad(|| w.sub_(w.grad().map_or_else(|| w.zeros_like(), |d| d * 0.01)));
        w.zero_grad();
        loss.item()
    });
    let losses = losses.collect();
    (w.item(), losses)
}

fn main() {
    println!("gradients of x² at 3, twice without and once after clearing: {:?}", leaves_and_accumulation());
    let (tracked, head, none) = freezing();
    println!("frozen features are tracked: {tracked}; the head gets {head:?}; the backbone gets none: {none}");
    println!("vᵀJ of 2x² at (1, 2, 3): {:?}", vector_jacobian_product());
    let (y, d_x) = twice_the_square();
    println!("2xᵀx at (0, 1, 2, 3) is {y}, with gradient {d_x:?}");
    let (constant, through) = detaching();
    println!("u·x with u = x² detached has gradient {constant:?}; x² itself has {through:?}");
    let a = Tensor::scalar(0.7).requires_grad_(true);
    let d = control_flow(&a);
    d.backward();
    println!("f({}) is {}, with slope {}", a.item(), d.item(), a.grad().map_or(0.0, |d| d.item()));
    let (w, losses) = training();
    println!("w x on (1, 2, 3, 4) -> (2, 4, 6, 8): w = {w:.4}, loss from {} to {:.2e}", losses[0], losses[39]);
}
