//! Every operation against numbers recorded from PyTorch: values, gradients and second order.
//!
//! The cases come from `fixtures/op_fixtures.json`, or from the file that `AUTOGRAD_OP_FIXTURES` names. Each family of
//! operations has a file in `op_fixtures/` with a table from operation to call (`run`) and the list of what
//! it does not have yet (`NOT_YET`: names of operations, or of single cases). To add an operation, add it to `run`
//! and take it off the list.

mod activations;
mod case;
mod convolution;
mod elementwise;
mod indexing;
mod joining;
mod linalg;
mod losses;
mod normalization;
mod products;
mod programs;
mod reductions;
mod scans;
mod special;
mod views;

use case::{Case, Output};

/// A family: its name, its table, and what it lacks.
type Family = (&'static str, fn(&Case) -> Option<Vec<Output>>, &'static [&'static str]);

const FAMILIES: &[Family] = &[
    ("activations", activations::run, activations::NOT_YET),
    ("convolution", convolution::run, convolution::NOT_YET),
    ("elementwise", elementwise::run, elementwise::NOT_YET),
    ("indexing", indexing::run, indexing::NOT_YET),
    ("joining", joining::run, joining::NOT_YET),
    ("linalg", linalg::run, linalg::NOT_YET),
    ("losses", losses::run, losses::NOT_YET),
    ("normalization", normalization::run, normalization::NOT_YET),
    ("products", products::run, products::NOT_YET),
    ("programs", programs::run, programs::NOT_YET),
    ("reductions", reductions::run, reductions::NOT_YET),
    ("scans", scans::run, scans::NOT_YET),
    ("special", special::run, special::NOT_YET),
    ("views", views::run, views::NOT_YET),
];

#[test]
fn fixture_values_gradients_and_second_order() {
    let cases = case::load();
    let mut failures = Vec::new();
    let mut checked = 0;
    for case in &cases {
        let Some(&(family, run, _)) = FAMILIES.iter().find(|(_, run, _)| run(case).is_some()) else { continue };
        checked += 1;
        let outcome = std::panic::catch_unwind(|| case.check(run));
        match outcome {
            Ok(Ok(())) => {}
            Ok(Err(text)) => failures.push(format!("{family}: {}: {text}", case.name)),
            Err(_) => failures.push(format!("{family}: {}: panicked", case.name)),
        }
    }
    assert!(checked > 0, "no case was checked");
    assert!(failures.is_empty(), "{} of {checked} cases fail:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn fixture_operations_are_implemented_or_listed() {
    let cases = case::load();
    let listed = |case: &Case| {
        FAMILIES
            .iter()
            .any(|(_, _, not_yet)| not_yet.contains(&case.op.as_str()) || not_yet.contains(&case.name.as_str()))
    };
    let mut missing = Vec::new();
    let mut stale = Vec::new();
    for case in &cases {
        let implemented = FAMILIES.iter().any(|(_, run, _)| run(case).is_some());
        if !implemented && !listed(case) {
            missing.push(case.name.as_str());
        }
        if implemented && FAMILIES.iter().any(|(_, _, not_yet)| not_yet.contains(&case.op.as_str())) {
            stale.push(case.name.as_str());
        }
    }
    assert!(missing.is_empty(), "neither implemented nor listed: {missing:?}");
    assert!(stale.is_empty(), "implemented and still listed: {stale:?}");
}
