//! The programs in this crate's tensor.

use super::Program;
use super::data::{Array, Chain, Network, Product};
use ::autograd::tensor::{Tensor, no_grad};

fn tensor(array: &Array) -> Tensor<f32> {
    Tensor::from_vec(array.values.clone(), array.shape)
}

fn leaf(array: &Array) -> Tensor<f32> {
    tensor(array).requires_grad_(true)
}

pub(crate) fn chain(chain: &Chain) -> Program {
    let shape: &[usize] = if chain.scalar { &[] } else { &[chain.x.len()] };
    let x = Tensor::from_vec(chain.x.clone(), shape).requires_grad_(true);
    let c = Tensor::full(shape, chain.c);
    Box::new(move || {
        let mut y = x.clone();
        for i in 0..Chain::LENGTH {
            y = if i % 2 == 0 { &y * &c } else { &y + &x };
        }
        let loss = if y.dim() == 0 { y } else { y.sum() };
        loss.backward();
        let d = x.grad().expect("a gradient");
        x.zero_grad();
        d.to_vec()[0]
    })
}

pub(crate) fn network(network: &Network) -> Program {
    let (x, target, rate) = (tensor(&network.images), tensor(&network.target), network.rate);
    let [w1, w2] = network.weights.each_ref().map(leaf);
    let [b1, b2] = network.biases.each_ref().map(leaf);
    Box::new(move || {
        let h = (x.matmul(&w1) + &b1).relu();
        let error = h.matmul(&w2) + &b2 - &target;
        let loss = (&error * &error).mean();
        loss.backward();
        let slope = w1.grad().expect("a gradient").to_vec()[0];
        no_grad(|| {
            for p in [&w1, &b1, &w2, &b2] {
                p.sub_(p.grad().expect("a gradient") * rate);
                p.zero_grad();
            }
        });
        loss.item() + slope
    })
}

pub(crate) fn product(product: &Product) -> Program {
    let (a, b) = (leaf(&product.a), leaf(&product.b));
    Box::new(move || {
        let y = a.matmul(&b);
        (&y * &y).sum().backward();
        let (d_a, d_b) = (a.grad().expect("a gradient"), b.grad().expect("a gradient"));
        a.zero_grad();
        b.zero_grad();
        d_a.select(0, 0).select(0, 0).item() + d_b.select(0, 0).select(0, 0).item()
    })
}
