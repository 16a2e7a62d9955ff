//! In-place forms of elementwise functions: `x.exp_()` is `x = exp(x)` in the same elements, recorded like any other
//! in-place operation.

use super::super::element::Element;
use super::super::handle::Tensor;
use super::binary::Operand;

macro_rules! overwrite {
    ($($name:ident | $try_name:ident = $of:ident($($arg:ident : $ty:ty),*);)*) => {
        impl<T: Element> Tensor<T> {
            fallible! {$(
                #[doc = concat!("Overwrites the elements with [`", stringify!($of), "`](Self::", stringify!($of), ") of \
                    them; returns the same tensor.")]
                pub fn $name | $try_name(&self $(, $arg: $ty)*) -> Tensor<T> {
                    self.assign(|x| Ok(x.$of($($arg),*)))
                }
            )*}
        }
    };
}

overwrite! {
    neg_ | try_neg_ = neg();
    abs_ | try_abs_ = abs();
    exp_ | try_exp_ = exp();
    exp2_ | try_exp2_ = exp2();
    expm1_ | try_expm1_ = expm1();
    log_ | try_log_ = log();
    log2_ | try_log2_ = log2();
    log10_ | try_log10_ = log10();
    log1p_ | try_log1p_ = log1p();
    sqrt_ | try_sqrt_ = sqrt();
    rsqrt_ | try_rsqrt_ = rsqrt();
    square_ | try_square_ = square();
    reciprocal_ | try_reciprocal_ = reciprocal();
    sin_ | try_sin_ = sin();
    cos_ | try_cos_ = cos();
    tan_ | try_tan_ = tan();
    asin_ | try_asin_ = asin();
    acos_ | try_acos_ = acos();
    atan_ | try_atan_ = atan();
    sinh_ | try_sinh_ = sinh();
    cosh_ | try_cosh_ = cosh();
    tanh_ | try_tanh_ = tanh();
    asinh_ | try_asinh_ = asinh();
    acosh_ | try_acosh_ = acosh();
    atanh_ | try_atanh_ = atanh();
    sigmoid_ | try_sigmoid_ = sigmoid();
    floor_ | try_floor_ = floor();
    ceil_ | try_ceil_ = ceil();
    round_ | try_round_ = round();
    trunc_ | try_trunc_ = trunc();
    frac_ | try_frac_ = frac();
    sign_ | try_sign_ = sign();
    erf_ | try_erf_ = erf();
    erfc_ | try_erfc_ = erfc();
    erfinv_ | try_erfinv_ = erfinv();
    lgamma_ | try_lgamma_ = lgamma();
    digamma_ | try_digamma_ = digamma();
    sinc_ | try_sinc_ = sinc();
    logit_ | try_logit_ = logit();
    relu6_ | try_relu6_ = relu6();
    selu_ | try_selu_ = selu();
    silu_ | try_silu_ = silu();
    mish_ | try_mish_ = mish();
    hardswish_ | try_hardswish_ = hardswish();
    hardsigmoid_ | try_hardsigmoid_ = hardsigmoid();
    elu_ | try_elu_ = elu(alpha: T);
    celu_ | try_celu_ = celu(alpha: T);
    leaky_relu_ | try_leaky_relu_ = leaky_relu(negative_slope: T);
    hardtanh_ | try_hardtanh_ = hardtanh(min: T, max: T);
    threshold_ | try_threshold_ = threshold(threshold: T, value: T);
    clamp_ | try_clamp_ = clamp(min: T, max: T);
    clamp_min_ | try_clamp_min_ = clamp_min(min: T);
    clamp_max_ | try_clamp_max_ = clamp_max(max: T);
    powf_ | try_powf_ = powf(exponent: T);
    powi_ | try_powi_ = powi(exponent: i32);
}

macro_rules! overwrite_fallible {
    ($($name:ident | $try_name:ident = $of:ident | $try_of:ident($($arg:ident : $ty:ty),*);)*) => {
        impl<T: Element> Tensor<T> {
            fallible! {$(
                #[doc = concat!("Overwrites the elements with [`", stringify!($of), "`](Self::", stringify!($of), ") of \
                    them, which must have the same shape; returns the same tensor.")]
                pub fn $name | $try_name(&self $(, $arg: $ty)*) -> Tensor<T> {
                    self.assign(|x| x.$try_of($($arg),*))
                }
            )*}
        }
    };
}

overwrite_fallible! {
    pow_ | try_pow_ = pow | try_pow(exponent: &Tensor<T>);
    atan2_ | try_atan2_ = atan2 | try_atan2(other: impl Operand<T>);
    hypot_ | try_hypot_ = hypot | try_hypot(other: impl Operand<T>);
    fmod_ | try_fmod_ = fmod | try_fmod(other: impl Operand<T>);
    remainder_ | try_remainder_ = remainder | try_remainder(other: impl Operand<T>);
    xlogy_ | try_xlogy_ = xlogy | try_xlogy(other: impl Operand<T>);
    lerp_ | try_lerp_ = lerp | try_lerp(end: &Tensor<T>, weight: T);
    lerp_tensor_ | try_lerp_tensor_ = lerp_tensor | try_lerp_tensor(end: &Tensor<T>, weight: &Tensor<T>);
    addcmul_ | try_addcmul_ = addcmul | try_addcmul(tensor1: &Tensor<T>, tensor2: &Tensor<T>, value: T);
    addcdiv_ | try_addcdiv_ = addcdiv | try_addcdiv(tensor1: &Tensor<T>, tensor2: &Tensor<T>, value: T);
    masked_fill_ | try_masked_fill_ = masked_fill | try_masked_fill(mask: &Tensor<bool>, value: impl Operand<T>);
    masked_scatter_ | try_masked_scatter_
        = masked_scatter | try_masked_scatter(mask: &Tensor<bool>, source: &Tensor<T>);
    clamp_tensor_ | try_clamp_tensor_ = clamp_tensor | try_clamp_tensor(min: impl Operand<T>, max: impl Operand<T>);
    dropout_ | try_dropout_ = dropout | try_dropout(p: f64, training: bool);
}
