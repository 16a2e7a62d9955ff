//! An interrupted run continues bit for bit; a state that does not fit changes nothing.

use std::fmt::Debug;

use autograd_runtime::optim::{
    Adadelta, Adafactor, Adagrad, Adam, AdamW, Adamax, Algorithm, Asgd, Lbfgs, LineSearch, NAdam, Optimizer,
    OptimizerState, RAdam, RmsProp, Rprop, Scalar, Sgd, SparseAdam, Stepper, Variable,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

const STEPS: usize = 12;

/// A matrix and a vector under a loss whose curvature changes.
struct Model<T: Scalar> {
    w: Variable<[[T; 3]; 2]>,
    b: Variable<Vec<T>>,
}

impl<T: Scalar> Model<T> {
    fn new(w: [[T; 3]; 2], b: Vec<T>) -> Self {
        Self { w: Variable::named("layer.weight", w), b: Variable::named("layer.bias", b) }
    }

    fn start() -> Self {
        let t = T::from_f64;
        Self::new([[0.3, -1.2, 0.7].map(t), [1.1, 0.4, -0.9].map(t)], vec![t(0.5), t(-0.25)])
    }

    fn copy(&self) -> Self {
        Self::new(self.w.get(), self.b.get())
    }

    /// `Σ x⁴/4 + (x - 1)²/2`, with gradients `x³ + x - 1`; the bias has none on every third step.
    fn backward(&self, step: usize) -> T {
        let d = |x: T| x * x * x + x - T::ONE;
        let loss = |x: T| (x * x * x * x / T::from_f64(4.0)) + (x - T::ONE) * (x - T::ONE) / T::from_f64(2.0);
        self.w.set_grad(&self.w.get().map(|row| row.map(d))).expect("the shapes agree");
        if step % 3 != 2 {
            self.b.set_grad(&self.b.with(|b| b.iter().map(|&x| d(x)).collect::<Vec<_>>())).expect("the shapes agree");
        }
        let entries = self.w.get().into_iter().flatten().chain(self.b.get());
        entries.fold(T::ZERO, |sum, x| sum + loss(x))
    }

    /// Rows of both, one of them twice.
    fn backward_sparse(&self, step: usize) -> T {
        let (row, one) = (step % 2, T::ONE);
        self.w.add_sparse_grad(&[row, row], &[one, -one, one, one, one, -one]).expect("the rows exist");
        self.b.add_sparse_grad(&[1 - row], &[one]).expect("the row exists");
        one
    }

    fn bits(&self) -> Vec<u64> {
        self.w.get().into_iter().flatten().chain(self.b.get()).map(|x| x.to_f64().to_bits()).collect()
    }
}

fn optimizer<A: Algorithm<T>, T: Scalar>(settings: &A, model: &Model<T>) -> Optimizer<A, T> {
    let mut optimizer = Optimizer::new(settings.clone(), [&model.w]).expect("the first group");
    if !A::EVALUATES {
        optimizer.add_group(settings.clone(), [&model.b]).expect("the second group");
    }
    optimizer
}

/// Interrupts a run after every step, saves to text, loads into new objects and compares every later step.
fn check<A, T>(settings: A, backward: fn(&Model<T>, usize) -> T)
where
    A: Algorithm<T, State: Serialize + DeserializeOwned + PartialEq + Debug> + Serialize + DeserializeOwned + Debug,
    A: PartialEq,
    T: Scalar,
{
    for stop in 0..STEPS {
        let model = Model::<T>::start();
        let mut whole = optimizer(&settings, &model);
        for step in 0..stop {
            whole.step_with(|| backward(&model, step)).expect("a step before the interruption");
        }
        // A change of settings is part of the state.
        whole.groups_mut()[0].settings.set_lr(settings.lr() * 0.5);
        let text = serde_json::to_string(&whole.state()).expect("the state as text");

        let copy = model.copy();
        let mut resumed = optimizer(&settings, &copy);
        let saved: OptimizerState<A, A::State> = serde_json::from_str(&text).expect("the text as state");
        assert_eq!(saved, whole.state(), "{}: text keeps every bit", A::NAME);
        resumed.load_state(saved).expect("the state fits");
        for step in stop..STEPS {
            let losses = (
                whole.step_with(|| backward(&model, step)).expect("a step without the interruption"),
                resumed.step_with(|| backward(&copy, step)).expect("a step after the interruption"),
            );
            assert_eq!(losses.0, losses.1, "{} resumed after {stop}, step {step}", A::NAME);
            assert_eq!(model.bits(), copy.bits(), "{} resumed after {stop}, step {step}", A::NAME);
        }
        assert_eq!(whole.state(), resumed.state());
    }
}

/// Both float types.
macro_rules! check_all {
    ($backward:ident: $($settings:expr),+ $(,)?) => {
        $(
            check::<_, f64>($settings, Model::$backward);
            check::<_, f32>($settings, Model::$backward);
        )+
    };
}

#[test]
fn resumed_trajectory_is_the_same_bit_for_bit() {
    let strong_wolfe = Some(LineSearch::StrongWolfe);
    check_all!(backward:
        Sgd { lr: 0.01, momentum: 0.9, nesterov: true, weight_decay: 0.1, ..Sgd::default() },
        Sgd { lr: 0.01, ..Sgd::default() },
        Adam { lr: 0.05, amsgrad: true, ..Adam::default() },
        AdamW { lr: 0.05, ..AdamW::default() },
        Adamax { lr: 0.05, ..Adamax::default() },
        NAdam { lr: 0.05, ..NAdam::default() },
        RAdam { lr: 0.05, ..RAdam::default() },
        Adagrad { lr: 0.1, lr_decay: 0.1, ..Adagrad::default() },
        Adadelta::default(),
        Asgd { t0: 3.0, lambd: 0.01, ..Asgd::default() },
        RmsProp { centered: true, momentum: 0.5, ..RmsProp::default() },
        Rprop::default(),
        Adafactor::default(),
        Lbfgs { max_iter: 2, history_size: 3, ..Lbfgs::default() },
        Lbfgs { max_iter: 2, line_search_fn: strong_wolfe, ..Lbfgs::default() },
    );
    check_all!(backward_sparse: SparseAdam::default(), Adagrad::default(), Sgd::default());
}

#[test]
fn resumed_trajectory_of_a_plain_value() {
    let gradient = |x: &[f64; 2]| x.map(|x| x * x * x - 1.0);
    let settings = || Adam { lr: 0.1, ..Adam::default() };
    let mut x = [2.0, -1.0];
    let mut whole = Stepper::new(settings()).expect("a stepper");
    for _ in 0..5 {
        whole.step_with(&mut x, |x| (0.0, gradient(x))).expect("a step");
    }
    let text = serde_json::to_string(&whole.state()).expect("the state as text");
    let (mut y, mut resumed) = (x, Stepper::new(settings()).expect("a stepper"));
    resumed.load_state(&y, serde_json::from_str(&text).expect("the text as state")).expect("the state fits");
    for _ in 0..5 {
        whole.step_with(&mut x, |x| (0.0, gradient(x))).expect("a step");
        resumed.step_with(&mut y, |y| (0.0, gradient(y))).expect("a step");
        assert_eq!(x.map(f64::to_bits), y.map(f64::to_bits));
    }

    let before = resumed.state();
    let error = resumed.load_state(&[0.0; 3], whole.state()).expect_err("another shape").to_string();
    assert_eq!(error, "the saved state does not fit `value`: it is of shape [2], the parameter of shape [3]");
    assert_eq!(resumed.state(), before);
}

/// The model with a bias of another length.
fn larger() -> Model<f64> {
    Model::new(Model::<f64>::start().w.get(), vec![0.0; 5])
}

fn stepped(model: &Model<f64>) -> Optimizer<Adam, f64> {
    let mut optimizer = optimizer(&Adam::default(), model);
    optimizer.step_with(|| model.backward(0)).expect("a step");
    optimizer
}

#[test]
fn state_of_another_shape_is_refused_by_name() {
    let (small, large) = (Model::<f64>::start(), larger());
    let saved = stepped(&small).state();
    let mut optimizer = stepped(&large);
    let before = optimizer.state();
    let error = optimizer.load_state(saved).expect_err("a state of another shape").to_string();
    assert_eq!(error, "the saved state does not fit `layer.bias`: it is of shape [2], the parameter of shape [5]");
    assert_eq!(optimizer.state(), before, "nothing is changed, not even the first group");
}

#[test]
fn damaged_state_is_refused_by_name() {
    let model = Model::<f64>::start();
    let mut optimizer = stepped(&model);
    let before = optimizer.state();
    let text = serde_json::to_string(&before).expect("the state as text");

    let mut saved = optimizer.state();
    saved.groups[1].parameters[0].state.as_mut().expect("a state").exp_avg.pop();
    let error = optimizer.load_state(saved).expect_err("a buffer cut short").to_string();
    assert_eq!(error, "the saved state does not fit `layer.bias`: its `exp_avg` has 1 entries, the parameter needs 2");

    let mut saved = optimizer.state();
    saved.groups.pop();
    let error = optimizer.load_state(saved).expect_err("a group missing").to_string();
    assert!(error.starts_with("loaded state dict has a different number of parameter groups"), "{error}");

    let mut saved = optimizer.state();
    saved.groups[0].parameters.clear();
    let error = optimizer.load_state(saved).expect_err("a parameter missing").to_string();
    assert!(error.starts_with("loaded state dict contains a parameter group that doesn't match the size"), "{error}");

    let mut saved = optimizer.state();
    saved.groups[1].group.settings.lr = f64::NAN;
    let error = optimizer.load_state(saved).expect_err("options out of range").to_string();
    assert_eq!(error, "Invalid learning rate: nan");

    let other: OptimizerState<Adam, _> = serde_json::from_str(&text.replacen("Adam", "SGD", 1)).expect("a state");
    let error = optimizer.load_state(other).expect_err("another optimizer").to_string();
    assert_eq!(error, "the saved state is of SGD, the optimizer is Adam");

    type Saved = OptimizerState<Adam, autograd_runtime::optim::AdamState<f64>>;
    for end in 0..text.len() {
        assert!(serde_json::from_str::<Saved>(&text[..end]).is_err(), "text cut at {end} is not a state");
    }
    assert_eq!(optimizer.state(), before);
}

#[test]
fn curvature_of_another_size_is_refused() {
    let (small, large) = (Model::<f64>::start(), larger());
    let both = |model: &Model<f64>| {
        let parameters = [
            autograd_runtime::optim::IntoParameter::into_parameter(&model.w),
            autograd_runtime::optim::IntoParameter::into_parameter(&model.b),
        ];
        let mut optimizer = Optimizer::new(Lbfgs::default(), parameters).expect("an optimizer");
        optimizer.step_with(|| model.backward(0)).expect("a step");
        optimizer
    };
    let mut optimizer = both(&small);
    let mut saved = optimizer.state();
    let last = saved.groups[0].parameters[0].state.as_mut().and_then(|state| state.last.as_mut()).expect("a direction");
    last.history.pairs[0].s.push(0.0);
    let error = optimizer.load_state(saved).expect_err("a pair too long").to_string();
    assert_eq!(
        error,
        "the saved state does not fit `layer.weight`: its `old_stps` has 9 entries, the parameter needs 8"
    );
    assert!(both(&large).load_state(optimizer.state()).is_err());
}
