//! Every recorded sequence of PyTorch's learning-rate schedules, repeated, and every recorded refusal.
//!
//! `AUTOGRAD_LR_FIXTURES` points the tests at another file of the same layout. Unknown schedules, options and fields fail
//! loudly.

use std::collections::BTreeMap;

use autograd_runtime::optim::{
    Adam, AdamW, Algorithm, IntoParameter, NAdam, Optimizer, ParameterGroups, RmsProp, Sgd, Variable,
};
use autograd_runtime::tensor::Tensor;
use build::{Attached, attach};
use options::Options;
use serde::Deserialize;
use serde_json::{Map, Value};

mod build;
mod expression;
mod options;
mod refusals;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixture {
    #[serde(rename = "generator")]
    _generator: String,
    #[serde(rename = "torch")]
    _torch: String,
    cases: Vec<Case>,
    errors: BTreeMap<String, refusals::Recorded>,
}

/// A number for a single group, or a list of one for each.
#[derive(Deserialize, Clone)]
#[serde(untagged)]
enum Rates {
    One(f64),
    Each(Vec<f64>),
}

impl Rates {
    fn to_vec(&self) -> Vec<f64> {
        match self {
            Self::One(rate) => vec![*rate],
            Self::Each(rates) => rates.clone(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    scheduler: String,
    settings: Map<String, Value>,
    base_lr: Rates,
    optimizer: String,
    lr: Vec<Rates>,
    momentum_or_beta1: Option<Vec<Rates>>,
    metric: Option<Vec<f64>>,
}

impl Fixture {
    fn load() -> Self {
        let path = std::env::var("AUTOGRAD_LR_FIXTURES")
            .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/lr_schedules.json").into());
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read {path}: {error}"));
        let fixture: Self = serde_json::from_str(&text).unwrap_or_else(|error| panic!("cannot parse {path}: {error}"));
        assert!(!fixture.cases.is_empty(), "{path} holds no cases");
        fixture
    }
}

impl Case {
    /// A new optimizer over plain values with one group per learning rate, as the recording had it.
    fn groups(&self) -> Box<dyn ParameterGroups> {
        self.groups_of(|| Variable::new([0.0]))
    }

    /// The same over parameters of any kind.
    fn groups_of<P: IntoParameter<Scalar = f64>>(&self, parameter: fn() -> P) -> Box<dyn ParameterGroups> {
        let rates = self.base_lr.to_vec();
        match self.optimizer.as_str() {
            "SGD" => optimizer(&rates, parameter, |lr| Sgd { lr, momentum: 0.9, ..Sgd::default() }),
            "RMSprop" => optimizer(&rates, parameter, |lr| RmsProp { lr, momentum: 0.9, ..RmsProp::default() }),
            "Adam" => optimizer(&rates, parameter, |lr| Adam { lr, ..Adam::default() }),
            "AdamW" => optimizer(&rates, parameter, |lr| AdamW { lr, ..AdamW::default() }),
            "NAdam" => optimizer(&rates, parameter, |lr| NAdam { lr, ..NAdam::default() }),
            other => panic!("unknown optimizer `{other}`"),
        }
    }

    /// The schedule's options, without what describes the recording.
    fn options(&self) -> Options {
        let mut settings = self.settings.clone();
        settings.remove("note");
        if let Some(two) = settings.remove("two_groups") {
            assert_eq!(two.as_bool(), Some(self.base_lr.to_vec().len() == 2), "{}", self.describe());
        }
        Options::new(&self.scheduler, settings)
    }

    fn attach(&self, groups: &mut dyn ParameterGroups) -> Attached {
        attach(groups, self.options()).unwrap_or_else(|error| panic!("{}: {error}", self.describe()))
    }

    fn metric(&self, step: usize) -> Option<f64> {
        self.metric.as_ref().map(|metric| metric[step])
    }

    fn describe(&self) -> String {
        format!("{} {} over {}", self.scheduler, Value::Object(self.settings.clone()), self.optimizer)
    }

    /// The learning rates and momenta at `step` are the recorded ones to 1e-12.
    fn check(&self, groups: &dyn ParameterGroups, step: usize) {
        let momenta = |group| groups.momentum(group).unwrap_or_else(|| panic!("{}: no momentum", self.describe()));
        compare(&self.lr[step], |group| groups.lr(group), || format!("{}: lr at step {step}", self.describe()));
        if let Some(recorded) = &self.momentum_or_beta1 {
            compare(&recorded[step], momenta, || format!("{}: momentum at step {step}", self.describe()));
        }
    }
}

fn optimizer<A, P>(rates: &[f64], parameter: fn() -> P, settings: impl Fn(f64) -> A) -> Box<dyn ParameterGroups>
where
    A: Algorithm<f64> + 'static,
    P: IntoParameter<Scalar = f64>,
{
    let mut groups = rates.iter().map(|&lr| (settings(lr), [parameter()]));
    let (first, parameters) = groups.next().expect("at least one group");
    let mut optimizer = Optimizer::new(first, parameters).expect("the first group");
    for (settings, parameters) in groups {
        optimizer.add_group(settings, parameters).expect("another group");
    }
    Box::new(optimizer)
}

fn compare(recorded: &Rates, found: impl Fn(usize) -> f64, what: impl Fn() -> String) {
    for (group, expected) in recorded.to_vec().into_iter().enumerate() {
        let found = found(group);
        assert!(
            (found - expected).abs() <= 1e-12 * expected.abs(),
            "{} in group {group} is {found:e}, not {expected:e}",
            what()
        );
    }
}

#[test]
fn schedule_sequences() {
    sequences(Case::groups);
}

#[test]
fn schedule_sequences_over_tensors() {
    sequences(|case| case.groups_of(|| Tensor::from_slice(&[0.0]).requires_grad_(true)));
}

/// Repeats every recorded sequence on optimizers that `groups` makes.
fn sequences(groups: impl Fn(&Case) -> Box<dyn ParameterGroups>) {
    for case in &Fixture::load().cases {
        let mut groups = groups(case);
        let mut schedule = case.attach(&mut *groups);
        case.check(&*groups, 0);
        for step in 1..case.lr.len() {
            schedule.step(&mut *groups, case.metric(step - 1)).unwrap_or_else(|e| panic!("{}: {e}", case.describe()));
            case.check(&*groups, step);
            let now: Vec<f64> = (0..groups.group_count()).map(|group| groups.lr(group)).collect();
            assert_eq!(schedule.last_lr(), now, "{}", case.describe());
        }
    }
}

/// What an optimizer's saved state brings back into new groups.
fn restore(from: &dyn ParameterGroups, into: &mut dyn ParameterGroups) {
    for group in 0..from.group_count() {
        into.set_lr(group, from.lr(group));
        if let Some(lr) = from.initial_lr(group) {
            into.set_initial_lr(group, lr);
        }
        if let Some(momentum) = from.momentum(group) {
            into.set_momentum(group, momentum);
        }
    }
}

#[test]
fn schedule_resumed_after_any_step() {
    for case in &Fixture::load().cases {
        for stop in 0..case.lr.len() {
            let mut groups = case.groups();
            let mut schedule = case.attach(&mut *groups);
            for step in 0..stop {
                schedule.step(&mut *groups, case.metric(step)).expect("a step before the interruption");
            }
            let text = serde_json::to_string(&schedule.state()).expect("the state as text");

            let mut resumed_groups = case.groups();
            let mut resumed = case.attach(&mut *resumed_groups);
            restore(&*groups, &mut *resumed_groups);
            resumed.load_state(&serde_json::from_str(&text).expect("the text as state")).expect("the state fits");
            for step in stop..case.lr.len() - 1 {
                schedule.step(&mut *groups, case.metric(step)).expect("a step without the interruption");
                resumed.step(&mut *resumed_groups, case.metric(step)).expect("a step after the interruption");
                for group in 0..groups.group_count() {
                    let same = groups.lr(group).to_bits() == resumed_groups.lr(group).to_bits();
                    assert!(same, "{}: resumed after {stop} steps, different at {step}", case.describe());
                }
            }
        }
    }
}

#[test]
fn schedule_state_of_another_kind_is_refused() {
    let cases = Fixture::load().cases;
    for (a, b) in cases.iter().zip(cases.iter().cycle().skip(1)).filter(|(a, b)| a.scheduler != b.scheduler) {
        let (mut groups_a, mut groups_b) = (a.groups(), b.groups());
        let (mut schedule, other) = (a.attach(&mut *groups_a), b.attach(&mut *groups_b));
        let before = schedule.state();
        let error = schedule.load_state(&other.state()).expect_err("a state of another kind").to_string();
        assert_eq!(error, format!("the saved state is of {}, the scheduler is {}", b.scheduler, a.scheduler));
        assert_eq!(schedule.state(), before);
    }
}

#[test]
fn schedule_refusals() {
    for (name, recorded) in &Fixture::load().errors {
        refusals::check(name, recorded);
    }
}
