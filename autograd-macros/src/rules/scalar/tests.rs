use super::*;
use crate::{ir::Float, rules::helper};

const INFINITY: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

#[test]
fn names_are_sorted_so_that_they_are_found() {
    assert!(RULES.windows(2).all(|pair| pair[0].name < pair[1].name));
    assert!(RULES.iter().all(|rule| find(rule.name).is_some_and(|found| found.name == rule.name)));
    assert!(find("to_bits").is_none());
}

/// A formula at a point.
fn eval(term: &Term, arguments: &[f64], result: f64, adjoint: f64) -> f64 {
    let eval = |term: &Term| eval(term, arguments, result, adjoint);
    match term {
        Term::Arg(index) => arguments[*index],
        Term::Result => result,
        Term::Adjoint => adjoint,
        Term::Const(value) => *value,
        Term::Int(value) => f64::from(*value),
        Term::Neg(inner) => -eval(inner),
        Term::Binary(operator, left, right) => apply(*operator, eval(left), eval(right)),
        Term::Function(name, items) => {
            let rule = find(name).unwrap_or_else(|| panic!("no rule for `{name}`"));
            assert_eq!(rule.adjoints.len(), items.len(), "{name}");
            (rule.eval)(&items.iter().map(eval).collect::<Vec<_>>())
        }
        Term::Helper(name, items) => helper::eval(name, &items.iter().map(eval).collect::<Vec<_>>()),
    }
}

fn apply(operator: Binary, a: f64, b: f64) -> f64 {
    match operator {
        Binary::Add => a + b,
        Binary::Sub => a - b,
        Binary::Mul => a * b,
        Binary::Div => a / b,
        Binary::Rem => a % b,
        Binary::Lt | Binary::Le | Binary::Gt | Binary::Ge | Binary::Eq | Binary::Ne | Binary::And | Binary::Or => {
            unreachable!("no formula compares")
        }
    }
}

/// The derivative of `function` for argument `index` by central differences, with the error of fourth order.
fn central(function: &dyn Fn(&[f64]) -> f64, point: &[f64], index: usize) -> f64 {
    let step = 1e-4 * point[index].abs().max(0.01);
    let at = |offset: f64| {
        let mut point = point.to_vec();
        point[index] += offset * step;
        function(&point)
    };
    (8.0 * (at(1.0) - at(-1.0)) - (at(2.0) - at(-2.0))) / (12.0 * step)
}

#[track_caller]
fn close(found: f64, expected: f64, what: &dyn std::fmt::Debug) {
    assert!((found - expected).abs() <= 2e-8 * (1.0 + expected.abs()), "{found} is not near {expected} at {what:?}");
}

/// Equality in which NaN equals itself and the zeros are equal.
#[track_caller]
fn same(found: f64, expected: f64) {
    assert!(found == expected || (found.is_nan() && expected.is_nan()), "{found} is not {expected}");
}

/// The gains of all arguments for a seed of 1, 0 where there is none.
fn gains(name: &str, arguments: &[f64]) -> Vec<f64> {
    let rule = find(name).unwrap_or_else(|| panic!("no rule for `{name}`"));
    let result = (rule.eval)(arguments);
    let none = vec![None; arguments.len()];
    let gain = |index| rule.adjoint(index, &none).map_or(0.0, |term| eval(&term, arguments, result, 1.0));
    (0..arguments.len()).map(gain).collect()
}

/// Generic points in every branch of the domain.
fn points(name: &str) -> Vec<Vec<f64>> {
    let unary = |points: &[f64]| points.iter().map(|x| vec![*x]).collect();
    let pairs = |points: &[(f64, f64)]| points.iter().map(|(a, b)| vec![*a, *b]).collect();
    match name {
        "acos" | "asin" | "atanh" => unary(&[-0.83, -0.3, 0.07, 0.6, 0.91]),
        "acosh" => unary(&[1.2, 2.7, 31.0]),
        "ln" | "log10" | "log2" | "sqrt" => unary(&[0.03, 0.4, 1.7, 23.0]),
        "ln_1p" => unary(&[-0.7, -0.1, 0.4, 11.0]),
        "log" => pairs(&[(0.3, 2.5), (4.1, 0.6), (7.0, 13.0)]),
        "powf" => pairs(&[(0.3, 2.5), (4.1, -0.6), (1.3, 0.0), (7.0, 1.0), (0.6, -3.0)]),
        "powi" => pairs(&[(0.3, 2.0), (-4.1, 3.0), (1.3, 0.0), (-7.0, 1.0), (0.6, -3.0), (-0.6, -2.0), (1.1, 9.0)]),
        "abs_sub" | "copysign" | "hypot" | "atan2" | "max" | "midpoint" | "min" | "div_euclid" | "rem_euclid" => {
            pairs(&[(0.3, 2.5), (-4.1, -0.6), (7.3, -2.2), (-7.3, 2.2), (2.0, 0.3)])
        }
        "clamp" => [-3.1, -1.4, 0.4, 2.2, 5.0].into_iter().map(|x| vec![x, -1.1, 2.9]).collect(),
        "mul_add" => vec![vec![0.3, 2.5, -1.2], vec![-4.1, -0.6, 3.3]],
        "abs" | "asinh" | "atan" | "cbrt" | "ceil" | "cos" | "cosh" | "exp" | "exp2" | "exp_m1" | "floor" | "fract"
        | "next_down" | "next_up" | "recip" | "round" | "round_ties_even" | "signum" | "sin" | "sinh" | "tan"
        | "tanh" | "to_degrees" | "to_radians" | "trunc" => unary(&[-2.8, -1.3, -0.2, 0.3, 1.1, 3.7]),
        _ => panic!("`{name}` has no points"),
    }
}

#[test]
fn every_rule_agrees_with_central_differences() {
    let seed = -1.75;
    for rule in RULES {
        for point in points(rule.name) {
            assert_eq!(point.len(), rule.adjoints.len(), "{}", rule.name);
            let none = vec![None; point.len()];
            let result = (rule.eval)(&point);
            for index in 0..point.len() {
                if rule.name == "powi" && index == 1 {
                    assert!(rule.adjoint(index, &none).is_none());
                    continue;
                }
                let gain = rule.adjoint(index, &none).map_or(0.0, |term| eval(&term, &point, result, seed));
                close(gain, seed * central(&|v| (rule.eval)(v), &point, index), &(rule.name, index, &point));
            }
        }
    }
}

#[test]
fn every_operator_agrees_with_central_differences() {
    for operator in [Binary::Add, Binary::Sub, Binary::Mul, Binary::Div, Binary::Rem] {
        for point in [[0.3, 2.5], [-4.1, -0.6], [7.3, -2.2], [-7.3, 2.2], [31.4, 0.7]] {
            let result = apply(operator, point[0], point[1]);
            for (index, term) in binary(operator, None).into_iter().enumerate() {
                let gain = term.map_or(0.0, |term| eval(&term, &point, result, 1.5));
                close(gain, 1.5 * central(&|v| apply(operator, v[0], v[1]), &point, index), &(operator, index, point));
            }
        }
    }
    assert!(binary(Binary::Lt, None).iter().chain(&binary(Binary::And, None)).all(Option::is_none));
}

#[test]
fn known_exponents_have_the_same_derivative_as_unknown_ones() {
    let powi = find("powi").unwrap();
    for exponent in (-6..=6).chain([i32::MIN, i32::MAX]) {
        for x in [-2.5, -0.5, 0.7, 1.0, 3.0] {
            let known = [None, Some(Const::Int { value: exponent.into(), suffix: None })];
            let (point, y) = ([x, f64::from(exponent)], x.powi(exponent));
            let gain = powi.adjoint(0, &known).map_or(0.0, |term| eval(&term, &point, y, 1.5));
            let general = eval(&powi.adjoint(0, &[None, None]).unwrap(), &point, y, 1.5);
            assert!(
                gain == general || (gain - general).abs() <= 1e-14 * general.abs(),
                "{x}^{exponent}: {gain} {general}"
            );
        }
    }
    let powf = find("powf").unwrap();
    for exponent in [-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0] {
        for x in [0.0, 0.2, 1.0, 3.7] {
            let known = [None, Some(Const::Float { value: exponent, ty: Float::F64 })];
            let (point, y) = ([x, exponent], x.powf(exponent));
            let gain = powf.adjoint(0, &known).map_or(0.0, |term| eval(&term, &point, y, 1.5));
            let general = eval(&powf.adjoint(0, &[None, None]).unwrap(), &point, y, 1.5);
            assert!(
                gain == general || (gain - general).abs() <= 1e-14 * general.abs(),
                "{x}^{exponent}: {gain} {general}"
            );
        }
    }
}

#[test]
fn known_exponents_have_short_formulas() {
    let formula = |value| {
        let known = [None, Some(Const::Int { value, suffix: None })];
        format!("{:?}", find("powi").unwrap().adjoint(0, &known))
    };
    let text = |term: Term| format!("{:?}", Some(term));
    assert_eq!(formula(0), "None");
    assert_eq!(formula(1), text(d()));
    assert_eq!(formula(2), text((2.0 * x()) * d()));
    assert_eq!(formula(3), text((3.0 * (x() * x())) * d()));
    assert_eq!(formula(5), text((5.0 * Term::Function("powi", vec![x(), Term::Int(4)])) * d()));
    assert!(find("powi").unwrap().is_cheap(&[None, Some(Const::Int { value: 2, suffix: None })]));
    assert!(!find("powi").unwrap().is_cheap(&[None, None]));
}

/// The recorded gradients of PyTorch at the points where mathematics has no derivative.
#[test]
fn kinks_and_poles_are_those_of_pytorch() {
    for (name, point, expected) in [
        ("abs", vec![0.0], vec![0.0]),
        ("abs", vec![-0.0], vec![0.0]),
        ("signum", vec![0.0], vec![0.0]),
        ("max", vec![1.0, 1.0], vec![0.5, 0.5]),
        ("min", vec![1.0, 1.0], vec![0.5, 0.5]),
        ("max", vec![NAN, 1.0], vec![0.0, 1.0]),
        ("max", vec![1.0, NAN], vec![1.0, 0.0]),
        ("clamp", vec![0.0, 0.0, 1.0], vec![0.0, 1.0, 0.0]),
        ("clamp", vec![1.0, 0.0, 1.0], vec![0.0, 0.0, 1.0]),
        ("clamp", vec![NAN, 0.0, 1.0], vec![0.0, 0.0, 0.0]),
        ("round_ties_even", vec![0.5], vec![0.0]),
        ("fract", vec![0.0], vec![1.0]),
        ("trunc", vec![1.0], vec![0.0]),
        ("sqrt", vec![0.0], vec![INFINITY]),
        ("sqrt", vec![4.0], vec![0.25]),
        ("sqrt", vec![-1.0], vec![NAN]),
        ("ln", vec![0.0], vec![INFINITY]),
        ("ln", vec![-1.0], vec![-1.0]),
        ("ln_1p", vec![-1.0], vec![INFINITY]),
        ("recip", vec![0.0], vec![-INFINITY]),
        ("asin", vec![1.0], vec![INFINITY]),
        ("asin", vec![-1.0], vec![INFINITY]),
        ("asin", vec![2.0], vec![NAN]),
        ("acos", vec![1.0], vec![-INFINITY]),
        ("atanh", vec![1.0], vec![INFINITY]),
        ("acosh", vec![1.0], vec![INFINITY]),
        ("atan2", vec![0.0, 0.0], vec![0.0, 0.0]),
        ("hypot", vec![0.0, 0.0], vec![NAN, NAN]),
        ("tanh", vec![800.0], vec![0.0]),
        ("exp", vec![800.0], vec![INFINITY]),
        ("cbrt", vec![0.0], vec![INFINITY]),
        ("powf", vec![0.0, 0.0], vec![0.0, 0.0]),
        ("powf", vec![0.0, 1.0], vec![1.0, 0.0]),
        ("powf", vec![0.0, -1.0], vec![-INFINITY, -INFINITY]),
        ("powf", vec![-2.0, 2.0], vec![-4.0, NAN]),
        ("powi", vec![-2.0, 3.0], vec![12.0, 0.0]),
        ("powi", vec![0.0, -1.0], vec![-INFINITY, 0.0]),
        ("rem_euclid", vec![6.0, 2.0], vec![1.0, -3.0]),
        ("rem_euclid", vec![-7.0, 2.0], vec![1.0, 4.0]),
    ] {
        let found = gains(name, &point);
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.into_iter().zip(expected) {
            same(found, expected);
        }
    }
    // x/0 and 0/0 for x = 1.
    let [a, b] = binary(Binary::Div, None).map(Option::unwrap);
    same(eval(&a, &[1.0, 0.0], INFINITY, 1.0), INFINITY);
    same(eval(&b, &[1.0, 0.0], INFINITY, 1.0), -INFINITY);
    same(eval(&b, &[0.0, 0.0], NAN, 1.0), NAN);
}
