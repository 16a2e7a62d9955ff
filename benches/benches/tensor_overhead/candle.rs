//! The programs in candle.

use super::Program;
use super::data::{Array, Chain, Network, Product};
use candle_core::{Device, IndexOp, Result, Tensor, Var};

fn tensor(array: &Array) -> Tensor {
    Tensor::from_slice(&array.values, &array.shape[..], &Device::Cpu).expect("a tensor")
}

fn leaf(array: &Array) -> Var {
    Var::from_tensor(&tensor(array)).expect("a variable")
}

/// A program whose operations may fail, which they do not.
fn program(mut run: impl FnMut() -> Result<f32> + 'static) -> Program {
    Box::new(move || run().expect("the program runs"))
}

pub(crate) fn chain(chain: &Chain) -> Program {
    let shape: &[usize] = if chain.scalar { &[] } else { &[chain.x.len()] };
    let x = Tensor::from_slice(&chain.x, shape, &Device::Cpu).and_then(|x| Var::from_tensor(&x)).expect("a variable");
    let c = Tensor::full(chain.c, shape, &Device::Cpu).expect("a tensor");
    program(move || {
        let mut y = x.as_tensor().clone();
        for i in 0..Chain::LENGTH {
            y = if i % 2 == 0 { (&y * &c)? } else { (&y + x.as_tensor())? };
        }
        let loss = if y.rank() == 0 { y } else { y.sum_all()? };
        let gradients = loss.backward()?;
        Ok(gradients.get(&x).expect("a gradient").flatten_all()?.to_vec1()?[0])
    })
}

pub(crate) fn network(network: &Network) -> Program {
    let (x, target, rate) = (tensor(&network.images), tensor(&network.target), f64::from(network.rate));
    let [w1, w2] = network.weights.each_ref().map(leaf);
    let [b1, b2] = network.biases.each_ref().map(leaf);
    program(move || {
        let h = x.matmul(w1.as_tensor())?.broadcast_add(b1.as_tensor())?.relu()?;
        let error = (h.matmul(w2.as_tensor())?.broadcast_add(b2.as_tensor())? - &target)?;
        let loss = (&error * &error)?.mean_all()?;
        let gradients = loss.backward()?;
        let slope: f32 = gradients.get(&w1).expect("a gradient").i((0, 0))?.to_scalar()?;
        for p in [&w1, &b1, &w2, &b2] {
            p.set(&(p.as_tensor() - (gradients.get(p).expect("a gradient") * rate)?)?)?;
        }
        Ok(loss.to_scalar::<f32>()? + slope)
    })
}

pub(crate) fn product(product: &Product) -> Program {
    let (a, b) = (leaf(&product.a), leaf(&product.b));
    program(move || {
        let y = a.matmul(b.as_tensor())?;
        let gradients = (&y * &y)?.sum_all()?.backward()?;
        let slope = |p: &Var| gradients.get(p).expect("a gradient").i((0, 0))?.to_scalar::<f32>();
        Ok(slope(&a)? + slope(&b)?)
    })
}
