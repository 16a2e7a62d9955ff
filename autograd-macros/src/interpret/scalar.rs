//! Float methods of std evaluated by name, and the runtime's helpers of adjoint formulas.

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

/// A function of the runtime that adjoint formulas call.
pub(super) fn helper(name: &str, operands: &[Data]) -> Data {
    match name {
        "add_tangents" => sum(operands),
        "sum_tangents" => sum(operands[0].items()),
        "snapshot" => operands[0].clone(),
        _ => match name.split_once("Rule::") {
            Some((operator, adjoint)) => rule(operator, adjoint, operands),
            None => kink(name, operands),
        },
    }
}

fn sum(tangents: &[Data]) -> Data {
    let (first, rest) = tangents.split_first().expect("tangents are added where there are some");
    let mut sum = first.clone();
    rest.iter().for_each(|tangent| sum.add(tangent));
    sum
}

/// Integer arguments go as floats.
fn kink(name: &str, operands: &[Data]) -> Data {
    let number = |operand: &Data| match operand {
        Data::Int(value) => *value as f64,
        other => other.float(),
    };
    let arguments: Vec<f64> = operands.iter().map(number).collect();
    Data::Float(crate::rules::helper::eval(name, &arguments))
}

/// A rule trait's function for an operator on types that the macro did not see; here they are floats. Operands: the
/// operator's, then the adjoint of its result.
fn rule(operator: &str, adjoint: &str, operands: &[Data]) -> Data {
    let at = |position: usize| operands[position].float();
    let d = operands.last().map_or(f64::NAN, Data::float);
    Data::Float(match (operator, adjoint) {
        ("Neg", "d_x") => -d,
        ("Add", "d_a" | "d_b") | ("Sub" | "Rem", "d_a") => d,
        ("Sub", "d_b") => -d,
        ("Mul", "d_a") => d * at(1),
        ("Mul", "d_b") => d * at(0),
        ("Div", "d_a") => d / at(1),
        // y = a/b: d[b] = -(a/b²) d.
        ("Div", "d_b") => -(d / at(1)) * (at(0) / at(1)),
        // y = a - q b with q a constant integer.
        ("Rem", "d_b") => -(at(0) / at(1)).trunc() * d,
        _ => panic!("the rule `{operator}Rule::{adjoint}` is not interpreted"),
    })
}
