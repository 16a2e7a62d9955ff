//! Elementwise functions of one or two tensors, numbers, comparison and choice.

use super::case::{Case, Output, one};
use autograd_runtime::tensor::Tensor;

pub(crate) const NOT_YET: &[&str] = &[];

pub(crate) fn run(case: &Case) -> Option<Vec<Output>> {
    let unary: fn(&Tensor<f64>) -> Tensor<f64> = match case.op.as_str() {
        "neg" => Tensor::neg,
        "exp" => Tensor::exp,
        "exp2" => Tensor::exp2,
        "expm1" => Tensor::expm1,
        "log" => Tensor::log,
        "log2" => Tensor::log2,
        "log10" => Tensor::log10,
        "log1p" => Tensor::log1p,
        "sqrt" => Tensor::sqrt,
        "rsqrt" => Tensor::rsqrt,
        "reciprocal" => Tensor::reciprocal,
        "square" => Tensor::square,
        "sin" => Tensor::sin,
        "cos" => Tensor::cos,
        "tan" => Tensor::tan,
        "asin" => Tensor::asin,
        "acos" => Tensor::acos,
        "atan" => Tensor::atan,
        "sinh" => Tensor::sinh,
        "cosh" => Tensor::cosh,
        "tanh" => Tensor::tanh,
        "asinh" => Tensor::asinh,
        "acosh" => Tensor::acosh,
        "atanh" => Tensor::atanh,
        "sigmoid" => Tensor::sigmoid,
        "relu" => Tensor::relu,
        "abs" => Tensor::abs,
        "sign" => Tensor::sign,
        "floor" => Tensor::floor,
        "ceil" => Tensor::ceil,
        "round" => Tensor::round,
        "trunc" => Tensor::trunc,
        "frac" => Tensor::frac,
        _ => return binary(case),
    };
    one(unary(case.f(0)))
}

fn binary(case: &Case) -> Option<Vec<Output>> {
    let number = |name| case.number(name).expect(name);
    one(match case.op.as_str() {
        "pow_scalar" => case.f(0).powf(number("exponent")),
        "scalar_pow" => Tensor::scalar_pow(number("base"), case.f(0)),
        "add_scalar" => case.f(0) + number("other"),
        "mul_scalar" => case.f(0) * number("other"),
        "rsub_scalar" => number("other") - case.f(0),
        "rdiv_scalar" => number("other") / case.f(0),
        "div_scalar" => case.f(0) / number("other"),
        "add" => case.f(0) + case.f(1),
        "sub" => case.f(0) - case.f(1),
        "mul" => case.f(0) * case.f(1),
        "div" => case.f(0) / case.f(1),
        "pow" => case.f(0).pow(case.f(1)),
        "maximum" => case.f(0).maximum(case.f(1)),
        "minimum" => case.f(0).minimum(case.f(1)),
        "clamp" => match (case.number("min"), case.number("max")) {
            (Some(min), Some(max)) => case.f(0).clamp(min, max),
            (Some(min), None) => case.f(0).clamp_min(min),
            (None, Some(max)) => case.f(0).clamp_max(max),
            (None, None) => case.f(0).clamp_tensor(case.f(1), case.f(2)),
        },
        "atan2" => case.f(0).atan2(case.f(1)),
        "hypot" => case.f(0).hypot(case.f(1)),
        "fmod" => case.f(0).fmod(case.f(1)),
        "remainder" => case.f(0).remainder(case.f(1)),
        "logaddexp" => case.f(0).logaddexp(case.f(1)),
        "xlogy" => case.f(0).xlogy(case.f(1)),
        "lerp" => match case.number("weight") {
            Some(weight) => case.f(0).lerp(case.f(1), weight),
            None => case.f(0).lerp_tensor(case.f(1), case.f(2)),
        },
        "addcmul" => case.f(0).addcmul(case.f(1), case.f(2), number("value")),
        "addcdiv" => case.f(0).addcdiv(case.f(1), case.f(2), number("value")),
        "masked_fill" => case.f(0).masked_fill(case.b(1), number("value")),
        "masked_select" => case.f(0).masked_select(case.b(1)),
        "where" => case.f(1).where_(case.b(0), case.f(2)),
        _ => return None,
    })
}
