//! Generated functions, compiled by rustc: their companions against the functions themselves and central differences.
//!
//! The programs are printed by the generator in `autograd-macros/src/random`, whose tests check thousands more of them in an
//! interpreter, and that the files here are what it prints. All are smooth at their inputs.

#[rustfmt::skip]
#[allow(warnings, clippy::all, reason = "generated programs are in nobody's style")]
mod random_programs {
    pub(crate) mod part_1;
    pub(crate) mod part_2;
    pub(crate) mod part_3;
    pub(crate) mod part_4;
    pub(crate) mod part_5;
    pub(crate) mod part_6;
    pub(crate) mod part_7;
    pub(crate) mod part_8;
}

use random_programs::{part_1, part_2, part_3, part_4, part_5, part_6, part_7, part_8};

/// One program. Inputs, outputs, gradients and weights are flat lists; the outputs are the result's floats, then what is
/// left behind `&mut`, and the weights are the adjoints of the outputs.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    name: &'static str,
    point: &'static [f64],
    /// The outputs of the function.
    value: fn(&[f64]) -> Vec<f64>,
    /// Outputs and gradient by `f_backward`.
    backward: fn(&[f64], &[f64]) -> (Vec<f64>, Vec<f64>),
    /// Outputs and gradient by `f_vjp`.
    vjp: fn(&[f64], &[f64]) -> (Vec<f64>, Vec<f64>),
    /// The same by `f_grad` and `f_value_and_grad`, where they exist.
    grad: Option<fn(&[f64]) -> (Vec<f64>, Vec<f64>)>,
}

/// The floats of a value from left to right.
pub(crate) fn flat(value: &impl Flat) -> Vec<f64> {
    let mut found = Vec::new();
    value.collect(&mut found);
    found
}

pub(crate) trait Flat {
    fn collect(&self, found: &mut Vec<f64>);
}

impl Flat for f64 {
    fn collect(&self, found: &mut Vec<f64>) {
        found.push(*self);
    }
}

impl<T: Flat> Flat for Vec<T> {
    fn collect(&self, found: &mut Vec<f64>) {
        self.iter().for_each(|item| item.collect(found));
    }
}

impl<T: Flat, const N: usize> Flat for [T; N] {
    fn collect(&self, found: &mut Vec<f64>) {
        self.iter().for_each(|item| item.collect(found));
    }
}

impl<A: Flat, B: Flat> Flat for (A, B) {
    fn collect(&self, found: &mut Vec<f64>) {
        self.0.collect(found);
        self.1.collect(found);
    }
}

/// Richardson's combination of central differences with the steps `h` and `2h`, which has an error of order h⁴.
fn differences(case: &Case, weights: &[f64], component: usize) -> f64 {
    let weighed = |offset: f64| {
        let mut point = case.point.to_vec();
        point[component] += offset;
        (case.value)(&point).iter().zip(weights).map(|(output, weight)| output * weight).sum::<f64>()
    };
    let central = |h: f64| (weighed(h) - weighed(-h)) / (2.0 * h);
    // The smallest steps resolve kinks that are near.
    let steps = [1e-4, 1e-5, 1e-6];
    let estimates = steps.map(|h| ((4.0 * central(h) - central(2.0 * h)) / 3.0, (central(h) - central(2.0 * h)).abs()));
    estimates.into_iter().min_by(|a, b| a.1.total_cmp(&b.1)).map_or(f64::NAN, |(estimate, _)| estimate)
}

fn assert_close(case: &Case, what: &str, found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len(), "{}: {what}", case.name);
    for (component, (found, expected)) in found.iter().zip(expected).enumerate() {
        let scale = 1.0 + found.abs().max(expected.abs());
        assert!(
            (found - expected).abs() <= tolerance * scale,
            "{}: {what}, component {component}: {found:?}, expected {expected:?}",
            case.name
        );
    }
}

fn check(case: &Case) {
    let outputs = (case.value)(case.point);
    let weights: Vec<f64> = (0..outputs.len()).map(|at| 1.0 + 0.25 * (at % 3) as f64).collect();
    let (found, gradient) = (case.backward)(case.point, &weights);
    assert_eq!(found, outputs, "{}: what `f_backward` returns", case.name);
    let expected: Vec<f64> = (0..case.point.len()).map(|component| differences(case, &weights, component)).collect();
    assert_close(case, "the gradient of `f_backward`", &gradient, &expected, 1e-5);
    let (found, by_pullback) = (case.vjp)(case.point, &weights);
    assert_eq!(found, outputs, "{}: what `f_vjp` returns", case.name);
    assert_close(case, "the gradient of `f_vjp`", &by_pullback, &gradient, 1e-9);
    if let Some(grad) = case.grad {
        let (found, alone) = grad(case.point);
        assert_eq!(found, outputs, "{}: what `f_value_and_grad` returns", case.name);
        assert_close(case, "`f_grad`", &alone, &gradient, 1e-9);
    }
}

#[test]
fn generated_functions_agree_with_central_differences() {
    let parts = [
        &part_1::CASES,
        &part_2::CASES,
        &part_3::CASES,
        &part_4::CASES,
        &part_5::CASES,
        &part_6::CASES,
        &part_7::CASES,
        &part_8::CASES,
    ];
    let cases: Vec<&Case> = parts.into_iter().flatten().collect();
    assert!(cases.len() >= 200, "{} programs", cases.len());
    cases.into_iter().for_each(check);
}
