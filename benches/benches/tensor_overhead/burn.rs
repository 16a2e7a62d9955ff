//! The programs in burn, on either of its backends for processors. The older one is deprecated, and faster on some.

use super::Program;
use super::data::{Array, Chain, Network, Product};
use burn_tensor::activation::relu;
use burn_tensor::{Device, Tensor, TensorData};

pub(crate) fn flex() -> Device {
    Device::flex().autodiff()
}

#[allow(deprecated, reason = "it is measured because it is still in use")]
pub(crate) fn ndarray() -> Device {
    Device::ndarray().autodiff()
}

fn tensor(array: &Array, device: &Device) -> Tensor<2> {
    Tensor::from_data(TensorData::new(array.values.clone(), array.shape), device)
}

fn leaf(array: &Array, device: &Device) -> Tensor<2> {
    tensor(array, device).require_grad()
}

/// The first element.
fn first(x: Tensor<2>) -> f32 {
    x.slice([0..1, 0..1]).into_scalar()
}

pub(crate) fn chain(device: Device, chain: &Chain) -> Program {
    // There are no tensors without dimensions.
    let n = chain.x.len();
    let x = Tensor::<1>::from_data(TensorData::new(chain.x.clone(), [n]), &device).require_grad();
    let c = Tensor::<1>::full([n], chain.c, &device);
    Box::new(move || {
        let mut y = x.clone();
        for i in 0..Chain::LENGTH {
            y = if i % 2 == 0 { y * c.clone() } else { y + x.clone() };
        }
        let loss = if n == 1 { y } else { y.sum() };
        let gradients = loss.backward();
        x.grad(&gradients).expect("a gradient").slice([0..1]).into_scalar()
    })
}

pub(crate) fn network(device: Device, network: &Network) -> Program {
    let (x, target, rate) = (tensor(&network.images, &device), tensor(&network.target, &device), network.rate);
    let [mut w1, mut w2] = network.weights.each_ref().map(|array| leaf(array, &device));
    let [mut b1, mut b2] = network.biases.each_ref().map(|array| leaf(array, &device));
    Box::new(move || {
        let h = relu(x.clone().matmul(w1.clone()) + b1.clone());
        let error = h.matmul(w2.clone()) + b2.clone() - target.clone();
        let loss = (error.clone() * error).mean();
        let gradients = loss.backward();
        let slope = first(w1.grad(&gradients).expect("a gradient"));
        for p in [&mut w1, &mut b1, &mut w2, &mut b2] {
            let d = p.grad(&gradients).expect("a gradient");
            *p = Tensor::from_inner(p.clone().inner() - d * rate).require_grad();
        }
        loss.into_scalar::<f32>() + slope
    })
}

pub(crate) fn product(device: Device, product: &Product) -> Program {
    let (a, b) = (leaf(&product.a, &device), leaf(&product.b, &device));
    Box::new(move || {
        let y = a.clone().matmul(b.clone());
        let gradients = (y.clone() * y).sum().backward();
        let slope = |p: &Tensor<2>| first(p.grad(&gradients).expect("a gradient"));
        slope(&a) + slope(&b)
    })
}
