//! Measuring side by side: every contender runs in turn, round after round, so that a disturbance of the machine hits
//! all of them, and the median of many rounds is compared.

use std::fmt::Write;
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

/// How long rounds go on.
const BUDGET: Duration = Duration::from_secs(4);
const LEAST_ROUNDS: usize = 11;

/// The median times of the contenders, in their order.
pub fn measure(contenders: &mut [Contender<'_>]) -> Vec<(&'static str, Duration)> {
    for contender in &mut *contenders {
        (contender.run)();
    }
    let mut times: Vec<Vec<Duration>> = contenders.iter().map(|_| Vec::new()).collect();
    let start = Instant::now();
    while times[0].len() < LEAST_ROUNDS || start.elapsed() < BUDGET {
        // Alternating directions keep one contender from always running in another's warm cache.
        let forwards = times[0].len() % 2 == 0;
        for k in 0..contenders.len() {
            let k = if forwards { k } else { contenders.len() - 1 - k };
            let start = Instant::now();
            (contenders[k].run)();
            times[k].push(start.elapsed());
        }
    }
    let median = |mut times: Vec<Duration>| {
        times.sort_unstable();
        times[times.len() / 2]
    };
    contenders.iter().zip(times).map(|(contender, times)| (contender.name, median(times))).collect()
}

/// The times of a program, ours first, and the bar they are held against.
pub struct Report {
    /// Name and median time.
    pub times: Vec<(&'static str, Duration)>,
    /// Our time over the best of `against` should not be larger.
    pub bar: f64,
    /// The names of those that count.
    pub against: &'static [&'static str],
}

impl Report {
    /// Our time over the best of those that count.
    pub fn ratio(&self) -> f64 {
        let counts = |name: &str| self.against.contains(&name);
        let best = self.times[1..].iter().filter(|(name, _)| counts(name)).map(|(_, time)| *time).min();
        self.times[0].1.as_secs_f64() / best.unwrap_or(Duration::MAX).as_secs_f64()
    }

    /// Whether our time is below the bar.
    pub fn meets(&self) -> bool {
        self.ratio() <= self.bar
    }

    /// The times in microseconds, the ratio and the bar.
    pub fn text(&self, title: &str) -> String {
        let mut text = format!("{title}\n");
        for (name, time) in &self.times {
            // Writing to a string does not fail.
            let _ = writeln!(text, "  {name:<14} {:>10.1} us", time.as_secs_f64() * 1e6);
        }
        let verdict = if self.meets() { "met" } else { "ABOVE" };
        text + &format!("  {:.3} of {}, bar {}: {verdict}", self.ratio(), self.against.join(", "), self.bar)
    }
}
