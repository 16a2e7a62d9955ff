//! Elementwise functions, special functions, activations, and what masks do.

use super::check::{Domain, Entry};
use autograd_runtime::tensor::Tensor;

const ONE: &[&[&[usize]]] = &[&[&[]], &[&[1]], &[&[5]], &[&[0]], &[&[2, 3]], &[&[2, 1, 2]], &[&[2, 0, 3]]];
const TWO: &[&[&[usize]]] = &[
    &[&[], &[]],
    &[&[2, 3], &[2, 3]],
    &[&[2, 3], &[3]],
    &[&[3], &[2, 3]],
    &[&[2, 1], &[1, 3]],
    &[&[1], &[2, 1, 2]],
    &[&[2, 2], &[]],
    &[&[0], &[1]],
    &[&[1], &[2, 0]],
];
const THREE: &[&[&[usize]]] = &[
    &[&[2, 2], &[2, 2], &[2, 2]],
    &[&[2, 3], &[3], &[2, 1]],
    &[&[1], &[2, 1], &[1, 2]],
    &[&[], &[2], &[]],
    &[&[0], &[1], &[1]],
    &[&[1], &[2, 0], &[]],
];

const ANY: Domain = Domain(-2.0, 2.0, &[]);
const SPLIT: Domain = Domain(-2.0, 2.0, &[0.0]);
const POSITIVE: Domain = Domain(0.2, 3.0, &[]);
const UNIT: Domain = Domain(-0.9, 0.9, &[]);
const WIDE: Domain = Domain(-5.0, 5.0, &[-3.0, -2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 3.0]);

macro_rules! entries {
    ($($name:literal, [$($domain:expr),*], $shapes:expr, |$x:ident| $call:expr;)*) => {
        &[$(Entry { name: $name, domains: &[$($domain),*], shapes: $shapes, call: |$x| $call }),*]
    };
}
pub(super) use entries;

pub(crate) const UNARY: &[Entry] = entries! {
    "neg", [ANY], ONE, |x| x[0].neg();
    "exp", [ANY], ONE, |x| x[0].exp();
    "exp2", [ANY], ONE, |x| x[0].exp2();
    "expm1", [ANY], ONE, |x| x[0].expm1();
    "log", [POSITIVE], ONE, |x| x[0].log();
    "log2", [POSITIVE], ONE, |x| x[0].log2();
    "log10", [POSITIVE], ONE, |x| x[0].log10();
    "log1p", [POSITIVE], ONE, |x| x[0].log1p();
    "sqrt", [POSITIVE], ONE, |x| x[0].sqrt();
    "rsqrt", [POSITIVE], ONE, |x| x[0].rsqrt();
    "reciprocal", [POSITIVE], ONE, |x| x[0].reciprocal();
    "square", [ANY], ONE, |x| x[0].square();
    "sin", [ANY], ONE, |x| x[0].sin();
    "cos", [ANY], ONE, |x| x[0].cos();
    "tan", [UNIT], ONE, |x| x[0].tan();
    "asin", [UNIT], ONE, |x| x[0].asin();
    "acos", [UNIT], ONE, |x| x[0].acos();
    "atan", [ANY], ONE, |x| x[0].atan();
    "sinh", [ANY], ONE, |x| x[0].sinh();
    "cosh", [ANY], ONE, |x| x[0].cosh();
    "tanh", [ANY], ONE, |x| x[0].tanh();
    "asinh", [ANY], ONE, |x| x[0].asinh();
    "acosh", [Domain(1.3, 3.0, &[])], ONE, |x| x[0].acosh();
    "atanh", [UNIT], ONE, |x| x[0].atanh();
    "sigmoid", [WIDE], ONE, |x| x[0].sigmoid();
    "relu", [SPLIT], ONE, |x| x[0].relu();
    "abs", [SPLIT], ONE, |x| x[0].abs();
    "sign", [SPLIT], ONE, |x| x[0].sign();
    "floor", [Domain(-1.9, 1.9, &[-1.0, 0.0, 1.0])], ONE, |x| x[0].floor();
    "ceil", [Domain(-1.9, 1.9, &[-1.0, 0.0, 1.0])], ONE, |x| x[0].ceil();
    "round", [Domain(-1.4, 1.4, &[-0.5, 0.5])], ONE, |x| x[0].round();
    "trunc", [Domain(-1.9, 1.9, &[-1.0, 0.0, 1.0])], ONE, |x| x[0].trunc();
    "frac", [Domain(-1.9, 1.9, &[-1.0, 0.0, 1.0])], ONE, |x| x[0].frac();
    "powf", [POSITIVE], ONE, |x| x[0].powf(-1.7);
    "powi", [SPLIT], ONE, |x| x[0].powi(3);
    "scalar_pow", [ANY], ONE, |x| Tensor::scalar_pow(1.7, &x[0]);
    "rsub", [ANY], ONE, |x| 2.0 - &x[0];
    "rdiv", [POSITIVE], ONE, |x| 2.0 / &x[0];
    "erf", [ANY], ONE, |x| x[0].erf();
    "erfc", [ANY], ONE, |x| x[0].erfc();
    "erfinv", [UNIT], ONE, |x| x[0].erfinv();
    "lgamma", [Domain(-2.8, 4.0, &[-2.0, -1.0, 0.0])], ONE, |x| x[0].lgamma() * 0.001;
    "digamma", [POSITIVE], ONE, |x| x[0].digamma();
    "digamma below zero", [Domain(-0.8, -0.2, &[])], ONE, |x| x[0].digamma();
    "polygamma 1", [Domain(0.5, 4.0, &[])], ONE, |x| x[0].polygamma(1);
    "polygamma 2 below zero", [Domain(-0.7, -0.3, &[])], ONE, |x| x[0].polygamma(2);
    "polygamma 3", [Domain(0.7, 4.0, &[])], ONE, |x| x[0].polygamma(3);
    "sinc", [Domain(-3.0, 3.0, &[])], ONE, |x| x[0].sinc();
    "sinc at zero", [Domain(0.0, 0.0, &[])], ONE, |x| x[0].sinc();
    "logit", [Domain(0.1, 0.9, &[])], ONE, |x| x[0].logit();
    "logit with eps", [Domain(0.0, 1.0, &[0.2, 0.8])], ONE, |x| x[0].logit_eps(0.2);
    "clamp", [WIDE], ONE, |x| x[0].clamp(-0.5, 2.0);
    "clamp_min", [WIDE], ONE, |x| x[0].clamp_min(-0.5);
    "clamp_max", [WIDE], ONE, |x| x[0].clamp_max(0.5);
};

pub(crate) const ACTIVATIONS: &[Entry] = entries! {
    "logsigmoid", [WIDE], ONE, |x| x[0].logsigmoid();
    "softplus", [WIDE], ONE, |x| x[0].softplus();
    "softplus with", [WIDE], ONE, |x| x[0].softplus_with(2.0, 1.0);
    "relu6", [Domain(-3.0, 9.0, &[0.0, 6.0])], ONE, |x| x[0].relu6();
    "elu", [WIDE], ONE, |x| x[0].elu(1.3);
    "selu", [WIDE], ONE, |x| x[0].selu();
    "celu", [WIDE], ONE, |x| x[0].celu(0.7);
    "silu", [WIDE], ONE, |x| x[0].silu();
    "mish", [WIDE], ONE, |x| x[0].mish();
    "hardswish", [WIDE], ONE, |x| x[0].hardswish();
    "hardsigmoid", [WIDE], ONE, |x| x[0].hardsigmoid();
    "softsign", [WIDE], ONE, |x| x[0].softsign();
    "tanhshrink", [WIDE], ONE, |x| x[0].tanhshrink();
    "gelu", [WIDE], ONE, |x| x[0].gelu();
    "gelu tanh", [WIDE], ONE, |x| x[0].gelu_tanh();
    "leaky_relu", [WIDE], ONE, |x| x[0].leaky_relu(0.1);
    "hardtanh", [WIDE], ONE, |x| x[0].hardtanh(-0.5, 1.0);
    "threshold", [WIDE], ONE, |x| x[0].threshold(0.5, -1.0);
    "hardshrink", [WIDE], ONE, |x| x[0].hardshrink(0.5);
    "softshrink", [WIDE], ONE, |x| x[0].softshrink(0.5);
    "softmax", [ANY], ONE, |x| x[0].softmax(-1);
    "softmax along the first", [ANY], ONE, |x| x[0].softmax(0);
    "log_softmax", [ANY], ONE, |x| x[0].log_softmax(-1);
    "log_softmax along the first", [ANY], ONE, |x| x[0].log_softmax(0);
    "softmin", [ANY], ONE, |x| x[0].softmin(0);
    "glu", [ANY], &[&[&[4]], &[&[2, 2]], &[&[3, 0]]], |x| x[0].glu(-1);
    "prelu", [WIDE, POSITIVE], &[
        &[&[2, 3], &[3]], &[&[2, 2, 3], &[2]], &[&[4], &[1]], &[&[], &[]], &[&[0, 3], &[3]], &[&[2, 1], &[1]],
    ], |x| x[0].prelu(&x[1]);
};

pub(crate) const SEVERAL: &[Entry] = entries! {
    "add", [ANY, ANY], TWO, |x| &x[0] + &x[1];
    "sub", [ANY, ANY], TWO, |x| &x[0] - &x[1];
    "mul", [ANY, ANY], TWO, |x| &x[0] * &x[1];
    "div", [ANY, POSITIVE], TWO, |x| &x[0] / &x[1];
    "pow", [POSITIVE, ANY], TWO, |x| x[0].pow(&x[1]);
    "maximum", [ANY, ANY], TWO, |x| x[0].maximum(&x[1]);
    "minimum", [ANY, ANY], TWO, |x| x[0].minimum(&x[1]);
    "where", [ANY, ANY], TWO, |x| x[0].where_(&(x[0].detach() + x[1].detach()).gt(0.0), &x[1]);
    "atan2", [POSITIVE, SPLIT], TWO, |x| x[0].atan2(&x[1]);
    "hypot", [POSITIVE, ANY], TWO, |x| x[0].hypot(&x[1]);
    "fmod", [Domain(4.1, 4.9, &[]), Domain(2.6, 3.4, &[])], TWO, |x| x[0].fmod(&x[1]);
    "remainder", [Domain(-4.9, -4.1, &[]), Domain(2.6, 3.4, &[])], TWO, |x| x[0].remainder(&x[1]);
    "logaddexp", [WIDE, WIDE], TWO, |x| x[0].logaddexp(&x[1]);
    "logaddexp2", [WIDE, WIDE], TWO, |x| x[0].logaddexp2(&x[1]);
    "xlogy", [ANY, POSITIVE], TWO, |x| x[0].xlogy(&x[1]);
    "copysign", [SPLIT, SPLIT], TWO, |x| x[0].copysign(&x[1]);
    "lerp", [ANY, ANY], TWO, |x| x[0].lerp(&x[1], 0.3);
    "lerp beyond the middle", [ANY, ANY], TWO, |x| x[0].lerp(&x[1], 0.8);
    "lerp_tensor", [ANY, ANY, Domain(0.0, 1.0, &[0.5])], THREE, |x| x[0].lerp_tensor(&x[1], &x[2]);
    "addcmul", [ANY, ANY, ANY], THREE, |x| x[0].addcmul(&x[1], &x[2], 0.7);
    "addcdiv", [ANY, ANY, POSITIVE], THREE, |x| x[0].addcdiv(&x[1], &x[2], -0.7);
    "clamp_tensor", [WIDE, Domain(-1.0, -0.2, &[]), Domain(0.2, 1.0, &[])], THREE, |x| x[0].clamp_tensor(&x[1], &x[2]);
    "masked_fill", [ANY], ONE, |x| x[0].masked_fill(&every_second(&x[0]), -7.0);
    "masked_fill stretched", [ANY, ANY], &[&[&[3], &[]], &[&[1], &[]], &[&[2, 1], &[]], &[&[0], &[]]],
        |x| x[0].masked_fill(&Tensor::from_vec(vec![true, false], [2, 1]), &x[1]);
    "masked_select", [ANY], ONE, |x| x[0].masked_select(&every_second(&x[0]));
    "masked_select stretched", [ANY], &[&[&[3]], &[&[2, 1]], &[&[]]],
        |x| x[0].masked_select(&Tensor::from_vec(vec![true, false, true, true, false, true], [2, 3]));
    "masked_scatter", [ANY, ANY], &[&[&[2, 3], &[6]], &[&[4], &[2, 2]], &[&[0], &[0]], &[&[1], &[1]]],
        |x| x[0].masked_scatter(&every_second(&x[0]), &x[1]);
};

/// Whether the operation takes inputs of any shapes that broadcast together, as its table of shapes shows.
pub(crate) fn broadcasts(entry: &Entry) -> bool {
    [ONE, TWO, THREE].contains(&entry.shapes)
}

/// A mask that holds at the first, third, … element.
fn every_second(x: &Tensor<f64>) -> Tensor<bool> {
    Tensor::from_vec((0..x.numel()).map(|i| i % 2 == 0).collect(), x.shape())
}
