//! What recording and walking cost, beside candle, burn and, where Python has it, PyTorch.
//!
//! Every engine runs the same programs in turn; their results are compared before anything is measured. Words on the
//! command line choose programs by their names.

mod autograd;
mod burn;
mod candle;
mod data;
mod torch;

use autograd_benches::{Contender, Report, measure};
use data::{Chain, Network, Product};

/// A program made ready by an engine. Each run returns a number that depends on the gradients.
type Program = Box<dyn FnMut() -> f32>;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|w| name.contains(w.as_str()));
    let mut above = 0;
    for subject in subjects() {
        if !is_wanted(subject.name) {
            continue;
        }
        let report = subject.run();
        println!("{}", report.text(subject.title));
        above += usize::from(!report.meets());
    }
    if above > 0 {
        println!("{above} above their bars");
        std::process::exit(1);
    }
}

/// A program, the engines that run it and the bar that ours should stay below.
struct Subject {
    name: &'static str,
    title: &'static str,
    /// Our time over that of the best of `against`.
    bar: f64,
    against: &'static [&'static str],
    /// How far results may differ, relative to their size.
    tolerance: f32,
    programs: fn() -> Vec<(&'static str, Program)>,
}

const PEERS: &[&str] = &["candle", "burn flex", "burn ndarray"];

fn subjects() -> Vec<Subject> {
    vec![
        Subject {
            name: "scalars",
            title: "1000 scalar operations in a row, forward and backward",
            bar: 0.25,
            against: &["candle"],
            tolerance: 1e-3,
            programs: || chains(&Chain::scalars()),
        },
        Subject {
            name: "vectors",
            title: "1000 operations in a row on 1024 f32, forward and backward",
            bar: 0.6,
            against: &["candle"],
            tolerance: 1e-3,
            programs: || chains(&Chain::vectors()),
        },
        Subject {
            name: "network",
            title: "a step of a network 784-128-10 on 64 images: forward, backward, update",
            bar: 1.0,
            against: PEERS,
            tolerance: 1e-3,
            programs: || {
                let network = Network::new();
                vec![
                    ("autograd", autograd::network(&network)),
                    ("candle", candle::network(&network)),
                    ("burn flex", burn::network(burn::flex(), &network)),
                    ("burn ndarray", burn::network(burn::ndarray(), &network)),
                ]
            },
        },
        Subject {
            name: "matmul",
            title: "the product of two 512 by 512 matrices, squared and summed, and both gradients",
            bar: 1.05,
            against: PEERS,
            tolerance: 1e-3,
            programs: || {
                let product = Product::new();
                vec![
                    ("autograd", autograd::product(&product)),
                    ("candle", candle::product(&product)),
                    ("burn flex", burn::product(burn::flex(), &product)),
                    ("burn ndarray", burn::product(burn::ndarray(), &product)),
                ]
            },
        },
    ]
}

fn chains(chain: &Chain) -> Vec<(&'static str, Program)> {
    vec![
        ("autograd", autograd::chain(chain)),
        ("candle", candle::chain(chain)),
        ("burn flex", burn::chain(burn::flex(), chain)),
        ("burn ndarray", burn::chain(burn::ndarray(), chain)),
    ]
}

impl Subject {
    fn run(&self) -> Report {
        let mut programs = (self.programs)();
        let results: Vec<f32> = programs.iter_mut().map(|(_, run)| run()).collect();
        for (result, (name, _)) in results.iter().zip(&programs) {
            let close = (result - results[0]).abs() <= self.tolerance * results[0].abs();
            assert!(close, "{}: {name} finds {result}, {} finds {}", self.name, programs[0].0, results[0]);
        }
        let mut contenders: Vec<Contender<'_>> =
            programs.iter_mut().map(|(name, run)| Contender::new(name, move || drop(run()))).collect();
        let mut times = measure(&mut contenders);
        // Python is a process of its own, so its times are not interleaved with ours.
        times.extend(torch::median(self.name).map(|time| ("PyTorch", time)));
        Report { times, bar: self.bar, against: self.against }
    }
}
