//! What failing programs are reported as.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::random::check::Stage;
use crate::random::program::Program;
use crate::random::shrink::shrink;
use crate::random::{compile, examine, program, Failure, Variant};

/// How many kinds of failure are shown with a program.
const SHOWN: usize = 3;

/// A seed whose program fails.
pub(super) struct Found {
    pub(super) seed: u64,
    pub(super) variant: Variant,
    pub(super) failure: Failure,
}

pub(super) struct Failures(pub(super) Vec<Found>);

impl Failures {
    /// The kinds of failure, with their seeds, and the smallest program of each of the most frequent kinds.
    pub(super) fn report(&self) -> String {
        let mut kinds: BTreeMap<String, Vec<&Found>> = BTreeMap::new();
        for found in &self.0 {
            kinds.entry(kind(&found.failure)).or_default().push(found);
        }
        let mut kinds: Vec<(String, Vec<&Found>)> = kinds.into_iter().collect();
        kinds.sort_by_key(|(_, found)| std::cmp::Reverse(found.len()));
        let mut text = format!("{} programs fail:\n", self.0.len());
        for (kind, found) in &kinds {
            let seeds: Vec<u64> = found.iter().take(4).map(|found| found.seed).collect();
            let _ = writeln!(text, "{:5}  {kind}  {seeds:?}", found.len());
        }
        for (_, found) in kinds.iter().take(SHOWN) {
            let smallest = found.iter().take(8).min_by_key(|found| program(found.seed).source("").len());
            smallest.iter().for_each(|found| text.push_str(&found.report()));
        }
        text
    }
}

/// Stage and message without what differs from program to program.
fn kind(failure: &Failure) -> String {
    let line = failure.message.lines().next().unwrap_or_default();
    let values =
        matches!(failure.stage, Stage::Joint | Stage::Split | Stage::Gradient) && !line.starts_with("panicked");
    let line = if values { line.split(':').next().unwrap_or_default() } else { line };
    let mut kind = format!("{:?}: ", failure.stage);
    for letter in line.chars().take(100) {
        let digit = letter.is_ascii_digit() || letter == '.' || letter == '-';
        match digit {
            true if kind.ends_with('#') => {}
            true => kind.push('#'),
            false => kind.push(letter),
        }
    }
    kind
}

impl Found {
    /// Seed, failure, source and a smaller program that fails at the same stage, with its IR.
    fn report(&self) -> String {
        let (program, variant, failure) = (program(self.seed), self.variant, &self.failure);
        let same = |candidate: &Program| match examine(candidate, variant) {
            Ok(_) => false,
            Err(found) => found.stage == failure.stage,
        };
        let small = shrink(&program, &same);
        let found = examine(&small, variant).expect_err("a shrunk program fails");
        let mut text = format!("\nseed {} with {variant:?}: {:?}: ", program.seed, failure.stage);
        let _ = writeln!(text, "{}\narguments: {:?}", failure.message, program.arguments);
        let _ = writeln!(text, "{}", program.source(""));
        let _ = writeln!(text, "smaller: {:?}: {}\n{}", found.stage, found.message, small.source(""));
        if let Ok(compiled) = compile(&small, variant) {
            text.push_str(&compiled.print());
        }
        text
    }
}
