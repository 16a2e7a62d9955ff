use std::cell::RefCell;

use autograd::Differentiable;

#[derive(Differentiable)]
struct Network {
    weights: Vec<f64>,
    activation: fn(f64) -> f64,
    layers: Vec<Box<dyn Fn(f64) -> f64>>,
    cache: RefCell<Vec<f64>>,
    pointer: *const f64,
}

fn step(network: &Network) -> NetworkTangent {
    network.zero_tangent()
}

fn main() {}
