//! What PyTorch refuses, refused with the same words.

use autograd_runtime::optim::schedule::{
    CosineAnnealingWarmRestarts, CyclicLr, LinearLr, OneCycleLr, ReduceLrOnPlateau, Schedule, Scheduler,
};
use autograd_runtime::optim::{
    Adam, Gradient, IntoParameter, Lbfgs, OptimError, Optimizer, Parameter, Sgd, SparseAdam, Variable,
};
use serde::Deserialize;

/// What PyTorch did.
#[derive(Deserialize, Debug)]
#[serde(untagged, deny_unknown_fields)]
pub(crate) enum Recorded {
    Refused { error: String, text: String },
    Accepted { ok: String },
}

/// Does what `name` describes and compares the outcome. Numbers are taken from the recorded text.
pub(crate) fn check(name: &str, recorded: &Recorded) {
    let text = match recorded {
        Recorded::Refused { text, .. } => text.as_str(),
        Recorded::Accepted { ok } => ok,
    };
    let number = last_number(text);
    let outcome = match name {
        "SGD lr<0" => sgd(Sgd { lr: number, ..Sgd::default() }),
        "SGD nesterov no momentum" => sgd(Sgd { nesterov: true, ..Sgd::default() }),
        "SGD required lr (has default)" => {
            assert_eq!(Sgd::default().lr, number, "{name}");
            sgd(Sgd::default())
        }
        "Adam beta 1.0" => over(Adam { betas: (number, 0.999), ..Adam::default() }),
        "Adam eps<0" => over(Adam { eps: number, ..Adam::default() }),
        "empty params" => Optimizer::new(Sgd::default(), Vec::<Variable<f64>>::new()).map(drop),
        "non-leaf param" => Optimizer::new(Sgd::default(), [Box::new(NonLeaf) as Box<dyn Parameter<f64>>]).map(drop),
        "duplicate param" => {
            let x = Variable::new(1.0);
            Optimizer::new(Sgd::default(), [&x]).and_then(|mut optimizer| optimizer.add_group(Sgd::default(), [&x]))
        }
        "LBFGS two groups" => Optimizer::new(Lbfgs::default(), [Variable::new(1.0)])
            .and_then(|mut optimizer| optimizer.add_group(Lbfgs::default(), [Variable::new(2.0)])),
        "LBFGS no closure" => {
            Optimizer::new(Lbfgs::default(), [Variable::new(1.0)]).and_then(|mut optimizer| optimizer.step())
        }
        "SparseAdam dense grad" => {
            let x = Variable::new([1.0, 2.0]);
            x.set_grad(&[1.0, 1.0]).expect("the shapes agree");
            Optimizer::new(SparseAdam::default(), [&x]).and_then(|mut optimizer| optimizer.step())
        }
        "Adam sparse grad" => {
            let x = Variable::new([1.0, 2.0]);
            x.add_sparse_grad(&[1], &[1.0]).expect("the row exists");
            Optimizer::new(Adam::default(), [&x]).and_then(|mut optimizer| optimizer.step())
        }
        // The type system refuses this one: what is not a parameter does not implement `IntoParameter`.
        "param not tensor" => return,
        "OneCycle step past total" => {
            let total = number as i64;
            let mut groups = optimizer(0.9);
            let rule = OneCycleLr { total_steps: Some(total), ..OneCycleLr::new(0.1) };
            Schedule::new(&mut groups, rule)
                .and_then(|mut schedule| (0..=total).try_for_each(|_| schedule.step(&mut groups)))
        }
        "OneCycle no total" => Schedule::new(&mut optimizer(0.9), OneCycleLr::new(0.1)).map(drop),
        "Plateau factor>=1" => {
            ReduceLrOnPlateau { factor: 1.0, ..ReduceLrOnPlateau::default() }.attach(&optimizer(0.9)).map(drop)
        }
        "WarmRestarts T_0=0" => {
            Schedule::new(&mut optimizer(0.9), CosineAnnealingWarmRestarts::new(number as i64)).map(drop)
        }
        "LinearLR start 0" => {
            Schedule::new(&mut optimizer(0.9), LinearLr { start_factor: 0.0, ..LinearLr::default() }).map(drop)
        }
        "CyclicLR cycle_momentum without momentum" => {
            Schedule::new(&mut optimizer(0.0), CyclicLr::new(0.01, 0.1)).map(drop)
        }
        other => panic!("unknown refusal `{other}`: {recorded:?}"),
    };
    match (recorded, outcome) {
        (Recorded::Accepted { .. }, Ok(())) => {}
        (Recorded::Refused { text, .. }, Err(found)) => {
            assert!(found.to_string().starts_with(text.as_str()), "{name}: `{found}`, not `{text}`");
        }
        (Recorded::Accepted { .. }, Err(found)) => panic!("{name} is accepted by PyTorch: {found}"),
        (Recorded::Refused { error, text }, Ok(())) => panic!("{name} is a {error} in PyTorch: {text}"),
    }
}

fn sgd(settings: Sgd) -> Result<(), OptimError> {
    over(settings)
}

fn over<A: autograd_runtime::optim::Algorithm<f64>>(settings: A) -> Result<(), OptimError> {
    Optimizer::new(settings, [Variable::new(1.0)]).map(drop)
}

fn optimizer(momentum: f64) -> Optimizer<Sgd, f64> {
    Optimizer::new(Sgd { momentum, ..Sgd::default() }, [Variable::new(1.0)]).expect("an optimizer")
}

/// The last number in a text, or 0.
fn last_number(text: &str) -> f64 {
    let words = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | 'e' | '+')));
    words.filter_map(|word| word.trim_end_matches('.').parse().ok()).next_back().unwrap_or(0.0)
}

/// A parameter that says of itself that it is the result of an operation, as tensors can.
struct NonLeaf;

impl Parameter<f64> for NonLeaf {
    fn id(&self) -> usize {
        1
    }
    fn shape(&self) -> Vec<usize> {
        Vec::new()
    }
    fn is_leaf(&self) -> bool {
        false
    }
    fn read(&self, visit: &mut dyn FnMut(&[f64], Gradient<'_, f64>)) {
        visit(&[0.0], Gradient::Missing);
    }
    fn update(&self, visit: &mut dyn FnMut(&mut [f64], Gradient<'_, f64>)) {
        visit(&mut [0.0], Gradient::Missing);
    }
    fn update_gradient(&self, _visit: &mut dyn FnMut(&mut [f64])) {}
    fn zero_grad(&self) {}
}

#[test]
fn schedule_refusals_need_a_parameter() {
    let parameter = (&Variable::named("w", 1.0)).into_parameter();
    assert_eq!((parameter.name().as_deref(), parameter.is_leaf()), (Some("w"), true));
}
