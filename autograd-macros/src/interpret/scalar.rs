//! Float methods of std and the runtime's helpers of adjoint formulas, evaluated by name.

use super::Data;

/// A float method. Integer arguments (`powi`) are integers.
pub(super) fn method(name: &str, operands: &[Data]) -> Data {
    let float = |position: usize| operands[position].float();
    let x = float(0);
    Data::Float(match name {
        "abs" => x.abs(),
        #[allow(deprecated, reason = "a method of std like the others")]
        "abs_sub" => x.abs_sub(float(1)),
        "acos" => x.acos(),
        "acosh" => x.acosh(),
        "asin" => x.asin(),
        "asinh" => x.asinh(),
        "atan" => x.atan(),
        "atan2" => x.atan2(float(1)),
        "atanh" => x.atanh(),
        "cbrt" => x.cbrt(),
        "ceil" => x.ceil(),
        "clamp" => x.clamp(float(1), float(2)),
        "copysign" => x.copysign(float(1)),
        "cos" => x.cos(),
        "cosh" => x.cosh(),
        "div_euclid" => x.div_euclid(float(1)),
        "exp" => x.exp(),
        "exp2" => x.exp2(),
        "exp_m1" => x.exp_m1(),
        "floor" => x.floor(),
        "fract" => x.fract(),
        "hypot" => x.hypot(float(1)),
        "ln" => x.ln(),
        "ln_1p" => x.ln_1p(),
        "log" => x.log(float(1)),
        "log10" => x.log10(),
        "log2" => x.log2(),
        "max" => x.max(float(1)),
        "midpoint" => x.midpoint(float(1)),
        "min" => x.min(float(1)),
        "mul_add" => x.mul_add(float(1), float(2)),
        "next_down" => x.next_down(),
        "next_up" => x.next_up(),
        "powf" => x.powf(float(1)),
        "powi" => x.powi(i32::try_from(operands[1].int()).expect("an exponent of 32 bits")),
        "recip" => x.recip(),
        "rem_euclid" => x.rem_euclid(float(1)),
        "round" => x.round(),
        "round_ties_even" => x.round_ties_even(),
        "signum" => x.signum(),
        "sin" => x.sin(),
        "sinh" => x.sinh(),
        "sqrt" => x.sqrt(),
        "tan" => x.tan(),
        "tanh" => x.tanh(),
        "to_degrees" => x.to_degrees(),
        "to_radians" => x.to_radians(),
        "trunc" => x.trunc(),
        "is_nan" => return Data::Bool(x.is_nan()),
        "is_finite" => return Data::Bool(x.is_finite()),
        "is_infinite" => return Data::Bool(x.is_infinite()),
        "is_sign_negative" => return Data::Bool(x.is_sign_negative()),
        "is_sign_positive" => return Data::Bool(x.is_sign_positive()),
        "sin_cos" => return Data::Tuple(vec![Data::Float(x.sin()), Data::Float(x.cos())]),
        _ => panic!("the float method `{name}` is not interpreted"),
    })
}

/// A helper: the adjoint of an argument, from the arguments and the adjoint `d` of the result, which comes last.
pub(super) fn helper(name: &str, operands: &[Data]) -> Data {
    let at = |position: usize| operands[position].float();
    let d = operands.last().map_or(0.0, |last| last.float());
    // 1 where `a` is chosen, ½ at a tie; a NaN is never chosen.
    let chosen = |first: bool, tie: bool| if tie { 0.5 } else { f64::from(u8::from(first)) };
    Data::Float(match name {
        "abs_adjoint" if at(0) == 0.0 || at(0).is_nan() => 0.0,
        "abs_adjoint" => at(0).signum() * d,
        "abs_sub_adjoint" if at(0) > at(1) => d,
        "abs_sub_adjoint" => 0.0,
        // y = atan2(a, b): d[a] = b d / (a² + b²), d[b] = -a d / (a² + b²).
        "atan2_adjoint" => d / (at(0) * at(0) + at(1) * at(1)),
        "clamp_adjoint" => chosen(at(0) > at(1) && at(0) < at(2), false) * d,
        "clamp_low_adjoint" => chosen(at(0) <= at(1), false) * d,
        "clamp_high_adjoint" => chosen(at(0) >= at(2) && at(0) > at(1), false) * d,
        "copysign_adjoint" if at(0) == 0.0 || at(0).is_nan() => 0.0,
        "copysign_adjoint" => at(0).signum() * 1.0_f64.copysign(at(1)) * d,
        "max_adjoint" => chosen(at(0) > at(1) || at(1).is_nan(), at(0) == at(1)) * d,
        "min_adjoint" => chosen(at(0) < at(1) || at(1).is_nan(), at(0) == at(1)) * d,
        // y = aᵇ: d[a] = b aᵇ⁻¹ d, d[b] = ln(a) y d, and 0 where aᵇ does not depend on them.
        "powf_adjoint" if at(1) == 0.0 => 0.0,
        "powf_adjoint" => at(1) * at(0).powf(at(1) - 1.0) * d,
        "powf_exponent_adjoint" if at(0) == 0.0 && at(1) >= 0.0 => 0.0,
        "powf_exponent_adjoint" => at(0).ln() * at(2) * d,
        "powi_adjoint" => match i32::try_from(operands[1].int()).expect("an exponent of 32 bits") {
            0 => 0.0,
            exponent => f64::from(exponent) * at(0).powi(exponent - 1) * d,
        },
        _ => panic!("the helper `{name}` is not interpreted"),
    })
}
