//! Measuring side by side: every contender runs in turn, round after round, so that a disturbance of the machine hits
//! all of them, and the median of many rounds is compared.

use std::time::{Duration, Instant};

/// One thing to measure.
pub struct Contender<'a> {
    /// Its name in the report.
    pub name: &'static str,
    /// One measured run.
    pub run: Box<dyn FnMut() + 'a>,
}

impl<'a> Contender<'a> {
    /// A contender.
    pub fn new(name: &'static str, run: impl FnMut() + 'a) -> Self {
        Self { name, run: Box::new(run) }
    }
}

/// The median times of the contenders, over as many interleaved rounds as fit into `budget`, at least 11.
pub fn medians(contenders: &mut [Contender<'_>], budget: Duration) -> Vec<Duration> {
    for contender in &mut *contenders {
        (contender.run)();
    }
    let mut times: Vec<Vec<Duration>> = contenders.iter().map(|_| Vec::new()).collect();
    let start = Instant::now();
    while times[0].len() < 11 || start.elapsed() < budget {
        // Alternating directions keep one contender from always running in another's warm cache.
        let forwards = times[0].len() % 2 == 0;
        for k in 0..contenders.len() {
            let k = if forwards { k } else { contenders.len() - 1 - k };
            let start = Instant::now();
            (contenders[k].run)();
            times[k].push(start.elapsed());
        }
    }
    times
        .into_iter()
        .map(|mut times| {
            times.sort_unstable();
            times[times.len() / 2]
        })
        .collect()
}

/// Prints the medians and the ratio of the first contender to the best of the others, with the bar it should stay
/// below.
pub fn report(title: &str, contenders: &mut [Contender<'_>], bar: f64) {
    let medians = medians(contenders, Duration::from_secs(3));
    let best = medians[1..].iter().min().copied().unwrap_or(Duration::MAX);
    let ratio = medians[0].as_secs_f64() / best.as_secs_f64();
    println!("{title}");
    for (contender, median) in contenders.iter().zip(&medians) {
        println!("  {:<12} {:>10.1} us", contender.name, median.as_secs_f64() * 1e6);
    }
    println!("  ratio {ratio:.3} (bar {bar}){}", if ratio <= bar { "" } else { "  ABOVE" });
}
