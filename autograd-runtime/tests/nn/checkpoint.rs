//! Training runs interrupted after every step and resumed; checkpoints that are damaged or of another run.

use std::fs;
use std::path::Path;

use autograd_runtime::nn::{
    BatchNorm2d, Conv2d, Dropout, Flatten, Layer, Linear, Module, Part, Relu, Sequential, StateError, Training, Visitor,
};
use autograd_runtime::optim::schedule::{
    CosineAnnealingLr, OneCycleLr, PlateauSchedule, ReduceLrOnPlateau, Schedule, Scheduler, StepLr,
};
use autograd_runtime::optim::{Adam, Algorithm, Lbfgs, LineSearch, Optimizer, ParameterGroups, RmsProp, Scalar, Sgd};
use autograd_runtime::tensor::{Element, Generator, Tensor};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::tempdir;

const STEPS: u64 = 6;

/// Convolution, running statistics and dropout: everything that keeps state.
fn network<T: Element>(width: usize) -> Sequential<T> {
    Sequential::new()
        .named("conv", Conv2d::new(1, 2, [2, 2]))
        .named("bn", BatchNorm2d::new(2))
        .then(Relu)
        .then(Flatten::default())
        .then(Dropout::new(0.3))
        .named("fc", Linear::new(8, width))
}

/// A batch that depends on the step alone.
fn batch<T: Element>(step: u64) -> (Tensor<T>, Tensor<i64>) {
    let x = Tensor::randn_from([4, 1, 3, 3], &mut Generator::seeded(1000 + step));
    (x, Tensor::from_slice(&[0, 1, 2, (step % 3) as i64]))
}

fn loss<T: Element>(model: &dyn Layer<T>, step: u64) -> T {
    let (x, y) = batch(step);
    let loss = model.forward(&x).cross_entropy(&y);
    loss.backward();
    loss.item()
}

/// Everything a model saves, as bits.
fn bits<T: Element>(model: &dyn Module<T>) -> Vec<u64> {
    let mut bits = Vec::new();
    model.visit(&mut Visitor::new(&mut |_, part| match part {
        Part::Parameter(tensor) | Part::Buffer(tensor) => {
            bits.extend(tensor.to_vec().iter().map(|x| x.to_number().to_bits()))
        }
        Part::Counter(counter) => bits.push(counter.get() as u64),
        Part::Mode(_) => {}
    }));
    bits
}

/// Trains without interruption, saving before every step; then resumes from each checkpoint in fresh objects.
fn interrupt_everywhere<A, T>(settings: A, rule: impl Fn(&mut dyn ParameterGroups) -> Box<dyn Scheduler>)
where
    A: Algorithm<T> + Serialize + DeserializeOwned,
    A::State: Serialize + DeserializeOwned,
    T: Element + Scalar,
{
    let folder = tempdir().expect("a folder");
    let path = |step: u64| folder.path().join(step.to_string());
    let start = |seed| {
        let model = Generator::seeded(seed).scope(|| network::<T>(3));
        let mut optimizer = Optimizer::new(settings.clone(), model.named_parameters()).expect("an optimizer");
        let schedule = rule(&mut optimizer);
        (model, optimizer, schedule)
    };
    let advance = |model: &Sequential<T>, optimizer: &mut Optimizer<A, T>, schedule: &mut dyn Scheduler, step| {
        optimizer.step_with(|| loss(model, step)).expect("a step");
        schedule.step(optimizer).expect("the schedule goes on");
    };
    let whole = Generator::seeded(5).scope(|| {
        let (model, mut optimizer, mut schedule) = start(1);
        for step in 0..STEPS {
            Training::new(&model, &mut optimizer).schedule(&mut *schedule).save(path(step), &step).expect("saved");
            advance(&model, &mut optimizer, &mut *schedule, step);
        }
        (bits(&model), schedule.last_lr().to_vec(), Generator::current())
    });
    for stop in 0..STEPS {
        // Another seed for the weights, another state of the default generator: all of it comes from the file.
        let resumed = Generator::seeded(77).scope(|| {
            let (model, mut optimizer, mut schedule) = start(2);
            let from: u64 =
                Training::new(&model, &mut optimizer).schedule(&mut *schedule).resume(path(stop)).expect("resumed");
            assert_eq!(from, stop);
            (from..STEPS).for_each(|step| advance(&model, &mut optimizer, &mut *schedule, step));
            (bits(&model), schedule.last_lr().to_vec(), Generator::current())
        });
        assert!(resumed == whole, "{} resumed after {stop} steps", A::NAME);
    }
}

#[test]
fn a_run_resumed_after_any_step_is_the_same_bit_for_bit() {
    interrupt_everywhere::<_, f64>(Adam { amsgrad: true, weight_decay: 0.01, ..Adam::default() }, |groups| {
        Box::new(Schedule::new(groups, StepLr { step_size: 2, gamma: 0.3 }).expect("a schedule"))
    });
    interrupt_everywhere::<_, f32>(Sgd { lr: 0.1, momentum: 0.9, nesterov: true, ..Sgd::default() }, |groups| {
        let rule = OneCycleLr { total_steps: Some(STEPS as i64 + 1), ..OneCycleLr::new(0.2) };
        Box::new(Schedule::new(groups, rule).expect("a schedule"))
    });
    interrupt_everywhere::<_, f64>(RmsProp { centered: true, momentum: 0.5, ..RmsProp::default() }, |groups| {
        Box::new(Schedule::new(groups, CosineAnnealingLr { t_max: 4, eta_min: 1e-5 }).expect("a schedule"))
    });
    let lbfgs = Lbfgs { max_iter: 3, line_search_fn: Some(LineSearch::StrongWolfe), ..Lbfgs::default() };
    interrupt_everywhere::<_, f64>(lbfgs, |groups| {
        Box::new(Schedule::new(groups, StepLr { step_size: 3, gamma: 0.5 }).expect("a schedule"))
    });
}

#[test]
fn several_schedules_and_any_progress_are_resumed() {
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("run");
    let start = || {
        let model = Linear::<f64>::new(2, 1);
        let mut sgd =
            Optimizer::new(Sgd { lr: 0.5, ..Sgd::default() }, model.named_parameters()).expect("an optimizer");
        let step = Schedule::new(&mut sgd, StepLr { step_size: 1, gamma: 0.5 }).expect("a schedule");
        let plateau =
            ReduceLrOnPlateau { patience: 0, ..ReduceLrOnPlateau::default() }.attach(&sgd).expect("a schedule");
        (model, sgd, step, plateau)
    };
    let (model, mut sgd, mut step, mut plateau) = start();
    step.step(&mut sgd).expect("a step");
    plateau.step(&mut sgd, f64::INFINITY).expect("a step");
    plateau.step(&mut sgd, 2.0).expect("a step");
    let progress = (3_usize, vec![f64::NEG_INFINITY, 0.1], Some("best".to_owned()));
    Training::new(&model, &mut sgd).schedule(&mut step).plateau(&mut plateau).save(&path, &progress).expect("saved");

    let (resumed, mut sgd, mut again, mut flat): (_, _, _, PlateauSchedule) = start();
    let read: (usize, Vec<f64>, Option<String>) =
        Training::new(&resumed, &mut sgd).schedule(&mut again).plateau(&mut flat).resume(&path).expect("resumed");
    assert_eq!(read, progress);
    assert_eq!((again.state(), flat.state()), (step.state(), plateau.state()));
    assert_eq!((flat.best(), bits(&resumed)), (plateau.best(), bits(&model)));
}

/// A run of a small model, and what it is made of.
struct Run {
    model: Sequential<f64>,
    adam: Optimizer<Adam, f64>,
    schedule: Schedule<StepLr>,
}

impl Run {
    fn new(width: usize) -> Self {
        let model = Sequential::new().named("body", Linear::new(2, 2)).named("head", Linear::new(2, width));
        let mut adam = Optimizer::new(Adam::default(), model.named_parameters()).expect("an optimizer");
        let schedule = Schedule::new(&mut adam, StepLr { step_size: 2, gamma: 0.5 }).expect("a schedule");
        Self { model, adam, schedule }
    }

    fn advance(&mut self) {
        self.adam.zero_grad();
        self.model.forward(&Tensor::ones([1, 2])).powi(2).sum().backward();
        self.adam.step().expect("a step");
        self.schedule.step(&mut self.adam).expect("a step");
    }

    fn save(&mut self, path: &Path) {
        Training::new(&self.model, &mut self.adam).schedule(&mut self.schedule).save(path, &()).expect("saved");
    }

    /// The refusal of a file, which must leave everything as it was.
    fn refuse(&mut self, path: &Path) -> StateError {
        Generator::seeded(9).scope(|| {
            let before = (bits(&self.model), self.adam.state(), self.schedule.state(), Generator::current());
            let result: Result<(), StateError> =
                Training::new(&self.model, &mut self.adam).schedule(&mut self.schedule).resume(path);
            let error = result.expect_err("the file does not fit");
            let after = (bits(&self.model), self.adam.state(), self.schedule.state(), Generator::current());
            assert!(before == after, "{error}");
            error
        })
    }
}

#[test]
fn a_checkpoint_damaged_at_any_byte_is_refused_by_name() {
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("run");
    let mut run = Run::new(1);
    run.advance();
    run.save(&path);
    let whole = fs::read(&path).expect("a file");
    let names: Vec<String> = run.model.named_parameters().into_iter().map(|(name, _)| name).collect();
    let known = |name: &String| names.contains(name) || name.starts_with("::");
    let named = |error: &StateError| matches!(error, StateError::Damaged { parameter, .. } if known(parameter));
    let mut other = Run::new(1);
    // Every byte is covered by a checksum; every seventh is tried, with another bit each time.
    for length in (0..whole.len()).step_by(7) {
        fs::write(&path, &whole[..length]).expect("written");
        let error = other.refuse(&path);
        assert!(named(&error), "cut off after {length} bytes: {error}");
    }
    for at in (0..whole.len()).step_by(7) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        fs::write(&path, &bytes).expect("written");
        let error = other.refuse(&path);
        assert!(named(&error), "byte {at} flipped: {error}");
    }
    // The entry in which the damage lies is named.
    let tensors = safetensors::SafeTensors::deserialize(&whole).expect("a file that other programs can read");
    let weight = tensors.tensor("head.weight").expect("the model's own names");
    let at = weight.data().as_ptr().addr() - whole.as_ptr().addr();
    let mut bytes = whole.clone();
    bytes[at] ^= 1;
    fs::write(&path, &bytes).expect("written");
    let error = other.refuse(&path).to_string();
    assert!(error.ends_with("is damaged at `head.weight`: its checksum is not that of its contents"), "{error}");
    fs::write(&path, &whole).expect("written");
    Training::new(&other.model, &mut other.adam)
        .schedule(&mut other.schedule)
        .resume::<()>(&path)
        .expect("whole again");
    assert_eq!(bits(&other.model), bits(&run.model));
}

#[test]
fn a_checkpoint_of_another_run_is_refused_and_changes_nothing() {
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("run");
    let mut run = Run::new(1);
    run.advance();
    run.save(&path);

    let error = Run::new(3).refuse(&path).to_string();
    assert!(error.contains("size mismatch for head.weight"), "{error}");

    // Another optimizer over the same model.
    let model = Run::new(1).model;
    let mut sgd = Optimizer::new(Sgd::default(), model.named_parameters()).expect("an optimizer");
    let mut schedule = Schedule::new(&mut sgd, StepLr { step_size: 2, gamma: 0.5 }).expect("a schedule");
    let before = (bits(&model), schedule.state());
    let resumed = Training::new(&model, &mut sgd).schedule(&mut schedule).resume::<()>(&path);
    let error = resumed.expect_err("another optimizer").to_string();
    assert!(error.contains("the optimizer does not fit"), "{error}");
    assert_eq!((bits(&model), schedule.state()), before);

    // The same optimizer over the same parameters in another order, whose shapes hide it.
    let reversed = Linear::<f64>::new(2, 2);
    let both = Sequential::new().named("a", Linear::<f64>::without_bias(2, 2)).named("b", Linear::without_bias(2, 2));
    let mut adam = Optimizer::new(Adam::default(), both.named_parameters()).expect("an optimizer");
    Training::new(&both, &mut adam).save(&path, &()).expect("saved");
    let mut swapped = Optimizer::new(Adam::default(), both.named_parameters().into_iter().rev()).expect("an optimizer");
    let error = Training::new(&both, &mut swapped).resume::<()>(&path).expect_err("another order").to_string();
    assert!(error.ends_with("the saved state of `a.weight` is in the place of `b.weight`"), "{error}");
    assert_eq!(reversed.parameters().len(), 2);

    // Another number of schedules, another schedule, another progress.
    run.save(&path);
    let error = Training::new(&run.model, &mut run.adam).resume::<()>(&path).expect_err("no schedule").to_string();
    assert!(error.ends_with("the number of schedules does not fit: 1 were saved, the run has 0"), "{error}");
    let mut cosine = Schedule::new(&mut run.adam, CosineAnnealingLr { t_max: 4, eta_min: 0.0 }).expect("a schedule");
    let resumed = Training::new(&run.model, &mut run.adam).schedule(&mut cosine).resume::<()>(&path);
    let error = resumed.expect_err("another schedule").to_string();
    assert!(error.ends_with("the saved state is of StepLR, the scheduler is CosineAnnealingLR"), "{error}");
    let resumed = Training::new(&run.model, &mut run.adam).schedule(&mut run.schedule).resume::<(u64, String)>(&path);
    assert!(resumed.expect_err("another progress").to_string().contains("the progress does not fit"));

    // A file of weights is no checkpoint.
    autograd_runtime::nn::save(&run.model, &path).expect("saved");
    let error = run.refuse(&path).to_string();
    assert!(error.contains("the file is no checkpoint"), "{error}");
}

#[test]
fn names_of_the_runs_own_entries_are_reserved() {
    let model = Sequential::<f64>::new().named("::optimizer", Linear::new(1, 1));
    let mut adam = Optimizer::new(Adam::default(), model.named_parameters()).expect("an optimizer");
    let error = Training::new(&model, &mut adam).save("unused", &()).expect_err("a reserved name").to_string();
    assert_eq!(error, "the name `::optimizer.weight` is reserved for checkpoints");
    assert!(!Path::new("unused").exists());
}
