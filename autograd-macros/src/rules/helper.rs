//! The functions of the runtime's `kinks` that formulas call, by name, for the interpreter and for tests of the rules.

use autograd_runtime::__private as runtime;

/// Evaluates a helper function. Integer arguments come as floats.
pub(crate) fn eval(name: &str, v: &[f64]) -> f64 {
    match name {
        "abs_adjoint" => runtime::abs_adjoint(v[0], v[1]),
        "abs_sub_adjoint" => runtime::abs_sub_adjoint(v[0], v[1], v[2]),
        "atan2_adjoint" => runtime::atan2_adjoint(v[0], v[1], v[2]),
        "clamp_adjoint" => runtime::clamp_adjoint(v[0], v[1], v[2], v[3]),
        "clamp_low_adjoint" => runtime::clamp_low_adjoint(v[0], v[1], v[2]),
        "clamp_high_adjoint" => runtime::clamp_high_adjoint(v[0], v[1], v[2], v[3]),
        "copysign_adjoint" => runtime::copysign_adjoint(v[0], v[1], v[2]),
        "if_present" => runtime::if_present(v[0], v[1]),
        "max_adjoint" => runtime::max_adjoint(v[0], v[1], v[2]),
        "min_adjoint" => runtime::min_adjoint(v[0], v[1], v[2]),
        "powf_adjoint" => runtime::powf_adjoint(v[0], v[1], v[2], v[3]),
        "powf_exponent_adjoint" => runtime::powf_exponent_adjoint(v[0], v[1], v[2], v[3]),
        "powi_adjoint" => runtime::powi_adjoint(v[0], v[1] as i32, v[2]),
        _ => unreachable!("`{name}` is not a function of the runtime's kinks"),
    }
}
