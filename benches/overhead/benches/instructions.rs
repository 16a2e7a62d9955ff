//! Counts the instructions of every subject in its three forms: of the probes alone, with all that they call.

use gungraun::prelude::*;
use gungraun::{Callgrind, EntryPoint};
use overhead::subjects;

fn count() -> std::ops::Range<usize> {
    0..subjects::all().len()
}

#[library_benchmark]
#[benches::subject(iter = count())]
fn primal(index: usize) -> Vec<f64> {
    (subjects::all()[index].primal)()
}

#[library_benchmark]
#[benches::subject(iter = count())]
fn hand(index: usize) -> Vec<f64> {
    (subjects::all()[index].hand)()
}

#[library_benchmark]
#[benches::subject(iter = count())]
fn generated(index: usize) -> Vec<f64> {
    (subjects::all()[index].generated)()
}

library_benchmark_group!(name = gradients, benchmarks = [primal, hand, generated]);

main!(
    config = LibraryBenchmarkConfig::default()
        .tool(Callgrind::default().entry_point(EntryPoint::Custom("*::probe::*".to_owned()))),
    library_benchmark_groups = gradients
);
