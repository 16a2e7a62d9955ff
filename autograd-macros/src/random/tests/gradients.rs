//! Thousands of programs through the compiler and the interpreter.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use super::reports::{Failures, Found};
use crate::random::{examine, program, Variant, Verdict};

/// The seeds to check; `RANDOM_SEEDS=17..18` in the environment checks others.
const SEEDS: Range<u64> = 1..20_001;
/// How many of a thousand may have a kink at their inputs, or be too large there.
const SKIPPED: u64 = 20;
/// Enough to see what is wrong.
const ENOUGH: usize = 200;

#[test]
fn gradients_of_random_programs_agree_with_central_differences() {
    let seeds = std::env::var("RANDOM_SEEDS").map_or(SEEDS, |text| range(&text));
    let next = AtomicU64::new(seeds.start);
    let skipped = AtomicU64::new(0);
    let work = || {
        let mut found = Vec::new();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= seeds.end || found.len() >= ENOUGH {
                return found;
            }
            // Some go without fusion and simplification, so that a mistake there cannot hide one in `reverse`.
            let variant = if seed.is_multiple_of(8) { Variant::PLAIN } else { Variant::USUAL };
            match examine(&program(seed), variant) {
                Ok(Verdict::Agrees) => {}
                Ok(Verdict::Kink | Verdict::Unbounded) => drop(skipped.fetch_add(1, Ordering::Relaxed)),
                Err(failure) => found.push(Found { seed, variant, failure }),
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let found: Vec<Found> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker does not panic")).collect()
    });
    assert!(found.is_empty(), "{}", Failures(found).report());
    let (skipped, all) = (skipped.into_inner(), seeds.end - seeds.start);
    assert!(skipped * 1000 <= all * SKIPPED, "{skipped} of {all} programs are not smooth at their inputs");
}

fn range(text: &str) -> Range<u64> {
    let bounds = text.split_once("..").and_then(|(start, end)| Some(start.parse().ok()?..end.parse().ok()?));
    bounds.unwrap_or_else(|| panic!("RANDOM_SEEDS is `{text}`, and not like `1..100`"))
}
