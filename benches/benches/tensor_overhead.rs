//! What recording and walking cost, beside candle in the same process.

use autograd_benches::{Contender, report};
use autograd_runtime::tensor::{Generator, Tensor, no_grad};
use candle_core::{D, DType, Device, Tensor as Candle, Var};

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let benches: [(&str, fn()); 4] =
        [("scalars", scalars), ("vectors", vectors), ("network", network), ("matmul", matmul)];
    for (name, bench) in benches {
        if wanted.is_empty() || wanted.iter().any(|w| name.contains(w.as_str())) {
            bench();
        }
    }
}

/// 1000 operations in a row, additions and products, forward and backward.
fn chain(x: &Tensor<f32>, c: &Tensor<f32>) -> f32 {
    let mut y = x.clone();
    for i in 0..1000 {
        y = if i % 2 == 0 { &y * c } else { &y + x };
    }
    let loss = if y.dim() == 0 { y } else { y.sum() };
    loss.backward();
    let d = x.grad().expect("a gradient").to_vec()[0];
    x.zero_grad();
    d
}

fn candle_chain(x: &Var, c: &Candle) -> f32 {
    let mut y = x.as_tensor().clone();
    for i in 0..1000 {
        y = if i % 2 == 0 { (&y * c).unwrap() } else { (&y + x.as_tensor()).unwrap() };
    }
    let loss = if y.rank() == 0 { y } else { y.sum_all().unwrap() };
    let gradients = loss.backward().unwrap();
    let d = gradients.get(x).unwrap();
    d.flatten_all().unwrap().to_vec1::<f32>().unwrap()[0]
}

fn chains(title: &str, values: Vec<f32>, shape: &[usize], bar: f64) {
    let x = Tensor::from_vec(values.clone(), shape).requires_grad_(true);
    let c = Tensor::full(shape, 0.999_f32);
    let theirs = Var::from_tensor(&Candle::from_vec(values, shape, &Device::Cpu).unwrap()).unwrap();
    let c_theirs = Candle::full(0.999_f32, shape, &Device::Cpu).unwrap();
    let (ours, other) = (chain(&x, &c), candle_chain(&theirs, &c_theirs));
    assert!((ours - other).abs() <= 1e-3 * other.abs(), "{ours} and {other}");
    report(
        title,
        &mut [
            Contender::new("autograd", || {
                chain(&x, &c);
            }),
            Contender::new("candle", || {
                candle_chain(&theirs, &c_theirs);
            }),
        ],
        bar,
    );
}

fn scalars() {
    chains("1000 scalar operations", vec![1.0], &[], 0.25);
}

fn vectors() {
    let values = (0..1024).map(|i| 1.0 + i as f32 * 1e-4).collect();
    chains("1000 operations on 1024 f32", values, &[1024], 0.6);
}

/// One step of a network 784-128-10 on 64 images: forward, mean squared error, backward, update.
fn network() {
    let mut random = Generator::seeded(1);
    let (x, target) =
        (Tensor::<f32>::rand_from([64, 784], &mut random), Tensor::<f32>::rand_from([64, 10], &mut random));
    let parameter = |random: &mut Generator, shape: &[usize]| Tensor::<f32>::randn_from(shape, random) * 0.05;
    let start = [&[784, 128][..], &[128], &[128, 10], &[10]].map(|shape| parameter(&mut random, shape));
    let ours = start.each_ref().map(|p| p.detach().requires_grad_(true));
    let to_candle = |t: &Tensor<f32>| Candle::from_vec(t.to_vec(), t.shape(), &Device::Cpu).unwrap();
    let theirs = start.each_ref().map(|p| Var::from_tensor(&to_candle(p)).unwrap());
    let (x_theirs, target_theirs) = (to_candle(&x), to_candle(&target));
    // The parameters move apart slowly enough for both to do the same work.
    let ours = ours.map(|p| no_grad(|| p.copy()).requires_grad_(true));
    let step = || {
        let h = (x.matmul(&ours[0]) + &ours[1]).relu();
        let error = h.matmul(&ours[2]) + &ours[3] - &target;
        let loss = error.square().mean();
        loss.backward();
        no_grad(|| {
            for p in &ours {
                p.sub_(p.grad().expect("a gradient") * 1e-4);
                p.zero_grad();
            }
        });
        loss.item()
    };
    let candle_step = || {
        let h = x_theirs.matmul(&theirs[0]).unwrap().broadcast_add(&theirs[1]).unwrap().relu().unwrap();
        let y = h.matmul(&theirs[2]).unwrap().broadcast_add(&theirs[3]).unwrap();
        let loss = (y - &target_theirs).unwrap().sqr().unwrap().mean_all().unwrap();
        let gradients = loss.backward().unwrap();
        for p in &theirs {
            p.set(&(p.as_tensor() - (gradients.get(p).unwrap() * 1e-4).unwrap()).unwrap()).unwrap();
        }
        loss.to_scalar::<f32>().unwrap()
    };
    let (a, b) = (step(), candle_step());
    assert!((a - b).abs() < 1e-4 * b.abs(), "{a} and {b}");
    report(
        "a step of a network 784-128-10 on 64 images",
        &mut [
            Contender::new("autograd", || {
                step();
            }),
            Contender::new("candle", || {
                candle_step();
            }),
        ],
        1.0,
    );
}

/// The product of two 512 by 512 matrices, its sum, and both gradients.
fn matmul() {
    let (a, b) = (Tensor::<f32>::randn([512, 512]), Tensor::<f32>::randn([512, 512]));
    let (a, b) = (a.requires_grad_(true), b.requires_grad_(true));
    let to_candle = |t: &Tensor<f32>| {
        Var::from_tensor(&Candle::from_vec(t.to_vec(), t.shape(), &Device::Cpu).unwrap().to_dtype(DType::F32).unwrap())
            .unwrap()
    };
    let (a_theirs, b_theirs) = (to_candle(&a), to_candle(&b));
    let step = || {
        let y = a.matmul(&b);
        y.square().sum().backward();
        let d = a.grad().expect("a gradient");
        a.zero_grad();
        b.zero_grad();
        d
    };
    let candle_step = || {
        let y = a_theirs.matmul(b_theirs.as_tensor()).unwrap();
        let gradients = y.sqr().unwrap().sum_all().unwrap().backward().unwrap();
        gradients.get(&a_theirs).unwrap().clone()
    };
    let (ours, theirs) = (step(), candle_step());
    let scale = theirs.abs().unwrap().max(D::Minus1).unwrap().max(0).unwrap().to_scalar::<f32>().unwrap();
    let difference = ours
        .to_vec()
        .iter()
        .zip(theirs.flatten_all().unwrap().to_vec1::<f32>().unwrap())
        .fold(0.0_f32, |m, (a, b)| m.max((a - b).abs()));
    assert!(difference < 1e-4 * scale, "{difference} of {scale}");
    report(
        "the product of two 512 by 512 matrices and its gradients",
        &mut [
            Contender::new("autograd", || {
                step();
            }),
            Contender::new("candle", || {
                candle_step();
            }),
        ],
        1.05,
    );
}
