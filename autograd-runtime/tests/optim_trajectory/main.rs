//! Every recorded trajectory of PyTorch's optimizers, repeated.
//!
//! `AUTOGRAD_OPTIM_FIXTURES` points the tests at another file of the same layout. Unknown optimizers, options, problems and
//! fields fail loudly. With `--nocapture` the worst error of each optimizer is shown.

use std::collections::BTreeMap;

use autograd_runtime::optim::{
    Adadelta, Adafactor, Adagrad, Adam, AdamW, Adamax, Algorithm, Asgd, Lbfgs, NAdam, Optimizer, RAdam, RmsProp, Rprop,
    Sgd, SparseAdam, State, Stepper, Variable,
};
use autograd_runtime::tensor::Tensor;
use fixture::{Extra, Fixture, Run};
use kind::{Kind, Strided};
use problem::{Problem, ProblemGradient};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

mod fixture;
mod kind;
mod problem;

/// Options of PyTorch's that choose between implementations of the same formula.
const IMPLEMENTATION_SWITCHES: [&str; 4] = ["foreach", "fused", "capturable", "differentiable"];

/// The worst deviations from the record.
#[derive(Clone, Copy, Default)]
struct Worst {
    /// Relative to the parameter.
    relative: f64,
    /// As a part of what is allowed.
    of_allowed: f64,
}

impl Worst {
    fn merge(self, other: Self) -> Self {
        Self { relative: self.relative.max(other.relative), of_allowed: self.of_allowed.max(other.of_allowed) }
    }
}

/// Something done with the algorithm and the options that a run names.
trait Visit {
    fn visit<A>(&mut self, settings: A)
    where
        A: Algorithm<f64> + DeserializeOwned + Serialize;
}

/// Calls `visit` with the run's options as the type they belong to.
fn dispatch(run: &Run, visit: &mut impl Visit) {
    match run.optimizer.as_str() {
        "SGD" => visit.visit(options::<Sgd>(run)),
        "Adam" => visit.visit(options::<Adam>(run)),
        "AdamW" => visit.visit(options::<AdamW>(run)),
        "Adamax" => visit.visit(options::<Adamax>(run)),
        "NAdam" => visit.visit(options::<NAdam>(run)),
        "RAdam" => visit.visit(options::<RAdam>(run)),
        "Adagrad" => visit.visit(options::<Adagrad>(run)),
        "Adadelta" => visit.visit(options::<Adadelta>(run)),
        "ASGD" => visit.visit(options::<Asgd>(run)),
        "RMSprop" => visit.visit(options::<RmsProp>(run)),
        "Rprop" => visit.visit(options::<Rprop>(run)),
        "LBFGS" => visit.visit(options::<Lbfgs>(run)),
        "SparseAdam" => visit.visit(options::<SparseAdam>(run)),
        "Adafactor" => visit.visit(options::<Adafactor>(run)),
        other => panic!("unknown optimizer `{other}`"),
    }
}

fn options<A: DeserializeOwned>(run: &Run) -> A {
    let mut settings = run.settings.clone();
    settings.retain(|name, _| !IMPLEMENTATION_SWITCHES.contains(&name.as_str()));
    serde_json::from_value(Value::Object(settings))
        .unwrap_or_else(|error| panic!("{} with {:?}: {error}", run.optimizer, run.settings))
}

/// Repeats a run through an [`Optimizer`] over one kind of parameter.
struct Repeat<'a, K> {
    run: &'a Run,
    fixture: &'a Fixture,
    worst: Worst,
    kind: std::marker::PhantomData<K>,
}

impl<K: Kind> Visit for Repeat<'_, K> {
    fn visit<A>(&mut self, settings: A)
    where
        A: Algorithm<f64> + DeserializeOwned + Serialize,
    {
        let (run, problem) = (self.run, Problem::of(self.run, self.fixture));
        let x = K::new(&run.x0, &problem);
        let mut optimizer = Optimizer::new(settings, [x.parameter()]).unwrap_or_else(|error| panic!("{error}"));
        for (index, step) in run.steps.iter().enumerate() {
            let mut calls = 0;
            let evaluate = || {
                calls += 1;
                x.backward(&problem, index)
            };
            let loss = optimizer.step_with(evaluate).unwrap_or_else(|error| panic!("{error}"));
            check_loss(run, index, loss);
            self.worst = self.worst.merge(check_parameters(run, index, &x.values()));
            assert_eq!(calls, step.closure_calls.unwrap_or(1), "{}: evaluations in step {index}", describe(run));
        }
        if let Some(state) = optimizer.state_of(0, 0) {
            check_state(run, state);
        }
    }
}

/// Repeats a run through a [`Stepper`] over a plain array.
struct RepeatPlain<'a> {
    run: &'a Run,
    fixture: &'a Fixture,
}

impl Visit for RepeatPlain<'_> {
    fn visit<A>(&mut self, settings: A)
    where
        A: Algorithm<f64> + DeserializeOwned + Serialize,
    {
        let (run, problem) = (self.run, Problem::of(self.run, self.fixture));
        let mut x = run.x0.clone();
        let mut stepper = Stepper::new(settings).unwrap_or_else(|error| panic!("{error}"));
        for index in 0..run.steps.len() {
            let result = match problem.evaluate(&x, index) {
                (loss, ProblemGradient::Sparse { rows, values }) => {
                    stepper.step_sparse(&mut x, &rows, &values).map(|()| loss)
                }
                (_, ProblemGradient::Dense(_)) => stepper.step_with(&mut x, |x| match problem.evaluate(x, index) {
                    (loss, ProblemGradient::Dense(gradient)) => (loss, gradient),
                    (_, ProblemGradient::Sparse { .. }) => unreachable!("the layout is the problem's"),
                }),
            };
            check_loss(run, index, result.unwrap_or_else(|error| panic!("{error}")));
            check_parameters(run, index, &x);
        }
    }
}

/// 1e-12 relative, or ten times what a change of 1e-14 at the start does, where that is more.
fn check_parameters(run: &Run, index: usize, values: &[f64]) -> Worst {
    let (expected, sensitivity) = (&run.steps[index].params, run.sensitivity[index]);
    assert_eq!(values.len(), expected.len(), "{}", describe(run));
    let mut worst = Worst::default();
    for (&found, &expected) in values.iter().zip(expected) {
        let (error, allowed) = ((found - expected).abs(), (1e-12 * expected.abs()).max(10.0 * sensitivity));
        assert!(
            error <= allowed,
            "{}: after step {index} a parameter is {found:e}, not {expected:e}: off by {error:e}, allowed {allowed:e}",
            describe(run)
        );
        let relative = if error == 0.0 { 0.0 } else { error / expected.abs() };
        worst = worst.merge(Worst { relative, of_allowed: if error == 0.0 { 0.0 } else { error / allowed } });
    }
    worst
}

/// The loss is as exact as the parameters it is evaluated at, which the gradient carries over.
fn check_loss(run: &Run, index: usize, loss: f64) {
    let step = &run.steps[index];
    let before = if index == 0 { 0.0 } else { run.sensitivity[index - 1] };
    let gradient = step.grad.as_ref().or(step.grad_values.as_ref());
    let gradient = gradient.unwrap_or_else(|| panic!("{}: no gradient was recorded", describe(run)));
    assert!(step.grad.is_some() || step.grad_rows.is_some(), "{}", describe(run));
    let slope: f64 = 1.0 + gradient.iter().map(|g| g.abs()).sum::<f64>();
    let (error, allowed) = ((loss - step.loss).abs(), 1e-12 * step.loss.abs().max(1.0) * slope + 10.0 * before * slope);
    assert!(error <= allowed, "{}: the loss of step {index} is {loss:e}, not {:e}", describe(run), step.loss);
}

/// Names, sizes and values of what is remembered are PyTorch's. LBFGS's search amplifies rounding by orders of magnitude,
/// so of its state only the counters are compared.
fn check_state(run: &Run, state: &impl State<f64>) {
    let mut expected = run.final_state.clone();
    let mut compare = |name: &str, found: &[f64]| {
        let recorded = expected.remove(name);
        let recorded = recorded.unwrap_or_else(|| panic!("{}: PyTorch keeps no `{name}`", describe(run)));
        let recorded: Vec<f64> = match recorded {
            Value::Array(entries) => entries.iter().filter_map(Value::as_f64).collect(),
            number => number.as_f64().into_iter().collect(),
        };
        assert_eq!(found.len(), recorded.len(), "{}: the length of `{name}`", describe(run));
        let counter = matches!(name, "step" | "n_iter" | "func_evals");
        if run.optimizer == "LBFGS" && !counter {
            return;
        }
        let scale = recorded.iter().fold(0.0, |max: f64, x| max.max(x.abs()));
        for (found, recorded) in found.iter().zip(&recorded) {
            let allowed = if counter { 0.0 } else { 1e-10 * scale };
            assert!((found - recorded).abs() <= allowed, "{}: `{name}` is {found:e}, not {recorded:e}", describe(run));
        }
    };
    for (name, value) in state.scalars() {
        compare(name, &[value]);
    }
    for (name, buffer) in state.buffers() {
        compare(name, buffer);
    }
    assert!(expected.is_empty(), "{}: the state lacks {expected:?}", describe(run));
}

fn describe(run: &Run) -> String {
    format!("{} {} on {}", run.optimizer, Value::Object(run.settings.clone()), run.problem)
}

/// Repeats every run with one kind of parameter; returns the worst error of each optimizer.
fn repeat_all<K: Kind>() -> BTreeMap<String, Worst> {
    let fixture = Fixture::load();
    let mut worst = BTreeMap::<String, Worst>::new();
    for run in fixture.runs.iter().filter(|run| K::fits(run.x0.len())) {
        let mut repeat =
            Repeat::<K> { run, fixture: &fixture, worst: Worst::default(), kind: std::marker::PhantomData };
        dispatch(run, &mut repeat);
        let entry = worst.entry(run.optimizer.clone()).or_default();
        *entry = entry.merge(repeat.worst);
    }
    worst
}

#[test]
#[expect(clippy::print_stderr, reason = "the figures are shown on request, by `--nocapture`")]
fn trajectory_of_vectors() {
    let worst = repeat_all::<Variable<Vec<f64>>>();
    for (optimizer, Worst { relative, of_allowed }) in &worst {
        eprintln!("{optimizer:<12} worst relative error {relative:8.1e}, {of_allowed:.3} of what is allowed");
    }
    assert!(worst.values().all(|worst| worst.of_allowed <= 1.0));
}

#[test]
fn trajectory_of_arrays() {
    let worst = repeat_all::<Variable<[f64; 3]>>();
    assert!(worst.values().all(|worst| worst.of_allowed <= 1.0));
}

#[test]
fn trajectory_of_tuples() {
    let fixture = Fixture::load();
    // A tuple has no rows, so the sparse problem does not apply.
    type Tuple = Variable<(f64, [f64; 2])>;
    for run in fixture.runs.iter().filter(|run| run.problem != "sparse" && Tuple::fits(run.x0.len())) {
        let kind = std::marker::PhantomData::<Tuple>;
        let mut repeat = Repeat { run, fixture: &fixture, worst: Worst::default(), kind };
        dispatch(run, &mut repeat);
        assert!(repeat.worst.of_allowed <= 1.0, "{}", describe(run));
    }
}

#[cfg(feature = "nalgebra")]
#[test]
fn trajectory_of_nalgebra_vectors() {
    let fixed = repeat_all::<Variable<nalgebra::Vector3<f64>>>();
    let dynamic = repeat_all::<Variable<nalgebra::DVector<f64>>>();
    assert!(!dynamic.is_empty());
    for (optimizer, worst) in fixed {
        assert!(worst.relative <= dynamic[&optimizer].relative, "{optimizer}: static and dynamic differ");
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "the figures are shown on request, by `--nocapture`")]
fn trajectory_of_tensors() {
    let worst = repeat_all::<Tensor<f64>>();
    for (optimizer, Worst { relative, of_allowed }) in &worst {
        eprintln!("{optimizer:<12} worst relative error {relative:8.1e}, {of_allowed:.3} of what is allowed");
    }
    assert!(worst.values().all(|worst| worst.of_allowed <= 1.0));
}

#[test]
fn trajectory_of_strided_tensors() {
    let (strided, packed) = (repeat_all::<Strided>(), repeat_all::<Tensor<f64>>());
    assert!(strided.iter().all(|(optimizer, worst)| worst.of_allowed <= 1.0 && packed.contains_key(optimizer)));
}

#[test]
fn trajectory_of_plain_values() {
    let fixture = Fixture::load();
    for run in &fixture.runs {
        assert_eq!(run.sensitivity.len(), run.steps.len(), "{}", describe(run));
        dispatch(run, &mut RepeatPlain { run, fixture: &fixture });
    }
}

/// Compares the options after PyTorch's defaults with ours.
struct CompareDefaults<'a>(&'a Run);

impl Visit for CompareDefaults<'_> {
    fn visit<A>(&mut self, settings: A)
    where
        A: Algorithm<f64> + DeserializeOwned + Serialize,
    {
        let run = self.0;
        let mut expected = run.defaults_resolved.clone();
        expected.retain(|name, _| !IMPLEMENTATION_SWITCHES.contains(&name.as_str()));
        if run.optimizer == "AdamW" {
            // In PyTorch it is Adam with an option that is not the caller's to change.
            assert_eq!(expected.remove("decoupled_weight_decay"), Some(Value::Bool(true)));
        }
        let Ok(Value::Object(mut found)) = serde_json::to_value(settings) else {
            panic!("{}: options are written as a map", run.optimizer)
        };
        if found.get("max_eval") == Some(&Value::Null) {
            let max_iter = found["max_iter"].as_u64().unwrap_or_default();
            found.insert("max_eval".into(), (max_iter * 5 / 4).into());
        }
        assert_eq!(as_floats(found), as_floats(expected), "{}", describe(run));
    }
}

/// The same options with every number a float: PyTorch records `0` where it means `0.0`.
fn as_floats(options: Map<String, Value>) -> BTreeMap<String, Value> {
    fn float(value: Value) -> Value {
        match value {
            Value::Number(number) => number.as_f64().map_or(Value::Number(number), Value::from),
            Value::Array(entries) => entries.into_iter().map(float).collect(),
            other @ (Value::Null | Value::Bool(_) | Value::String(_) | Value::Object(_)) => other,
        }
    }
    options.into_iter().map(|(name, value)| (name, float(value))).collect()
}

#[test]
fn trajectory_options_have_the_names_and_defaults_of_pytorch() {
    let fixture = Fixture::load();
    for run in &fixture.runs {
        dispatch(run, &mut CompareDefaults(run));
    }
}

#[test]
fn trajectory_of_two_groups() {
    let fixture = Fixture::load();
    let Some((extra, numbers)) = fixture.extra("SGD two groups") else { return };
    let &[size_a, lr_a, momentum_a, lr_later, last_step, size_b, lr_b, momentum_b] = numbers.as_slice() else {
        panic!("`{}` names {} numbers", extra.name, numbers.len())
    };
    let x0 = &fixture.runs[0].x0;
    let problem = Problem::quadratic(&fixture);
    let (a, b) = (Variable::new(x0[..size_a as usize].to_vec()), Variable::new(x0[size_a as usize..].to_vec()));
    assert_eq!(b.with(Vec::len), size_b as usize);
    let group = |lr, momentum| Sgd { lr, momentum, ..Sgd::default() };
    let mut optimizer = Optimizer::new(group(lr_a, momentum_a), [&a]).expect("the first group");
    optimizer.add_group(group(lr_b, momentum_b), [&b]).expect("the second group");

    for (index, expected) in extra.params_after_each_step.iter().enumerate() {
        optimizer.zero_grad();
        let (_, ProblemGradient::Dense(gradient)) = problem.evaluate(&[a.get(), b.get()].concat(), index) else {
            unreachable!("the quadratic problem is dense")
        };
        let (d_a, d_b) = gradient.split_at(size_a as usize);
        a.set_grad(d_a).and_then(|()| b.set_grad(d_b)).expect("the shapes agree");
        optimizer.step().expect("the step");
        if index == last_step as usize {
            optimizer.groups_mut()[0].settings.lr = lr_later;
        }
        assert_near(&[a.get(), b.get()].concat(), expected, index);
    }
}

#[test]
fn trajectory_of_two_groups_of_tensors() {
    let fixture = Fixture::load();
    let Some((extra, numbers)) = fixture.extra("SGD two groups") else { return };
    let &[size_a, lr_a, momentum_a, lr_later, last_step, _, lr_b, momentum_b] = numbers.as_slice() else {
        panic!("`{}` names {} numbers", extra.name, numbers.len())
    };
    let (x0, problem) = (&fixture.runs[0].x0, Problem::quadratic(&fixture));
    let (a, b) = x0.split_at(size_a as usize);
    let [a, b] = [a, b].map(|x| Tensor::from_slice(x).requires_grad_(true));
    let group = |lr, momentum| Sgd { lr, momentum, ..Sgd::default() };
    let mut optimizer = Optimizer::new(group(lr_a, momentum_a), [("a", &a)]).expect("the first group");
    optimizer.add_group(group(lr_b, momentum_b), [("b", &b)]).expect("the second group");
    assert_eq!(optimizer.state().groups[1].parameters[0].name, "b");

    for (index, expected) in extra.params_after_each_step.iter().enumerate() {
        optimizer.zero_grad();
        problem.record(&Tensor::cat(&[&a, &b], 0), index).backward();
        optimizer.step().expect("the step");
        if index == last_step as usize {
            optimizer.groups_mut()[0].settings.lr = lr_later;
        }
        assert_near(&[a.to_vec(), b.to_vec()].concat(), expected, index);
    }
}

#[test]
fn trajectory_of_a_parameter_without_gradient() {
    let fixture = Fixture::load();
    let Some((extra, numbers)) = fixture.extra("Adam lr") else { return };
    let &[lr, weight_decay, start, ..] = numbers.as_slice() else { panic!("`{}` names too few numbers", extra.name) };
    // The steps on which the second parameter has no gradient are listed right after its value.
    let skipped: Vec<usize> = numbers[3..]
        .windows(2)
        .scan(true, |go, w| {
            let take = *go;
            *go = *go && w[1] > w[0];
            take.then_some(w[0] as usize)
        })
        .collect();
    let problem = Problem::quadratic(&fixture);
    without_gradient_on(
        &skipped,
        extra,
        [lr, weight_decay, start],
        &problem,
        Variable::new(fixture.runs[0].x0.clone()),
    );
    without_gradient_on(
        &skipped,
        extra,
        [lr, weight_decay, start],
        &problem,
        Tensor::new(&fixture.runs[0].x0, &problem),
    );
}

/// Repeats the run with `a` beside a second parameter, which has no gradient in the steps `skipped`.
fn without_gradient_on<K: Kind>(
    skipped: &[usize],
    extra: &Extra,
    [lr, weight_decay, start]: [f64; 3],
    problem: &Problem,
    a: K,
) {
    let b = Variable::new([start]);
    let settings = Adam { lr, weight_decay, ..Adam::default() };
    let parameters = [a.parameter(), autograd_runtime::optim::IntoParameter::into_parameter(&b)];
    let mut optimizer = Optimizer::new(settings, parameters).expect("the optimizer");

    for (index, expected) in extra.params_after_each_step.iter().enumerate() {
        optimizer.zero_grad();
        a.backward(problem, index);
        if !skipped.contains(&index) {
            b.set_grad(&b.get().map(|b| 2.0 * b)).expect("the shapes agree");
        }
        optimizer.step().expect("the step");
        assert_near(&[a.values(), b.get().to_vec()].concat(), expected, index);
    }
}

fn assert_near(found: &[f64], expected: &[f64], index: usize) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!(
            (found - expected).abs() <= 1e-12 * expected.abs().max(1e-2),
            "step {index}: {found:e}, not {expected:e}"
        );
    }
}
