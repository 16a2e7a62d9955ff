//! Activation functions.

use super::case::{Case, Output, one};
use autograd_runtime::tensor::Tensor;

pub(crate) const NOT_YET: &[&str] = &[];

pub(crate) fn run(case: &Case) -> Option<Vec<Output>> {
    let number = |name| case.number(name).expect(name);
    let x = || case.f(0);
    let dim = || case.integer("dim").expect("dim");
    one(match case.op.as_str() {
        "logsigmoid" => x().logsigmoid(),
        "softplus" => x().softplus(),
        "relu6" => x().relu6(),
        "elu" => x().elu(case.number("alpha").unwrap_or(1.0)),
        "selu" => x().selu(),
        "celu" => x().celu(case.number("alpha").unwrap_or(1.0)),
        "silu" => x().silu(),
        "mish" => x().mish(),
        "hardswish" => x().hardswish(),
        "hardsigmoid" => x().hardsigmoid(),
        "softsign" => x().softsign(),
        "tanhshrink" => x().tanhshrink(),
        "gelu" => match case.text("approximate") {
            Some("tanh") => x().gelu_tanh(),
            _ => x().gelu(),
        },
        "leaky_relu" => x().leaky_relu(number("negative_slope")),
        "hardtanh" => x().hardtanh(number("min_val"), number("max_val")),
        "prelu" => Tensor::prelu(x(), case.f(1)),
        "softmax" => x().softmax(dim()),
        "log_softmax" => x().log_softmax(dim()),
        "softmin" => x().softmin(dim()),
        _ => return None,
    })
}
