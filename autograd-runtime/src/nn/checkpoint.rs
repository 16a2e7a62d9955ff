//! Checkpoints: everything a training run needs to go on as if it had never stopped.
//!
//! A checkpoint is a safetensors file. Beside the model's own entries, which PyTorch can read, it holds the states of
//! optimizer, schedules and random generator and the program's own progress, each as bytes under a name that no
//! parameter has, and checksums of the header and of every entry.

mod checksums;

use std::path::Path;

use safetensors::SafeTensors;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::state::{Encoded, Entry, Plan, encode, entries};
use super::weights::serialized;
use super::{Module, StateError, file};
use crate::optim::schedule::{PlateauSchedule, ScheduleState, Scheduler};
use crate::optim::{Algorithm, OptimError, Optimizer, OptimizerState, Scalar};
use crate::tensor::{Element, Generator};

/// What the names of entries that are not the model's begin with.
const RESERVED: &str = "::";
const CHECKSUMS: &str = "::checksums";

/// A training run, put together to be saved or resumed: model, optimizer, schedules.
///
/// The default random generator, from which dropout draws, is saved and resumed with them, and so is anything the program
/// wants to remember: the step, the order of the data, the best result so far.
///
/// ```
/// use autograd_runtime::nn::{Layer, Linear, Module, Training};
/// use autograd_runtime::optim::schedule::{Schedule, Scheduler, StepLr};
/// use autograd_runtime::optim::{Adam, Optimizer};
/// use autograd_runtime::tensor::Tensor;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("run.checkpoint");
/// let start = || -> Result<_, Box<dyn std::error::Error>> {
///     let model = Linear::<f64>::new(3, 1);
///     let mut adam = Optimizer::new(Adam::default(), model.named_parameters())?;
///     let schedule = Schedule::new(&mut adam, StepLr { step_size: 2, gamma: 0.5 })?;
///     Ok((model, adam, schedule))
/// };
/// let (model, mut adam, mut schedule) = start()?;
/// for step in 0..6_u64 {
///     if step == 3 {
///         Training::new(&model, &mut adam).schedule(&mut schedule).save(&path, &step)?;
///     }
///     adam.zero_grad();
///     model.forward(&Tensor::ones([1, 3])).powi(2).sum().backward();
///     adam.step()?;
///     schedule.step(&mut adam)?;
/// }
///
/// // Another process takes up the run after three steps.
/// let (resumed, mut adam, mut schedule) = start()?;
/// let step: u64 = Training::new(&resumed, &mut adam).schedule(&mut schedule).resume(&path)?;
/// for _ in step..6 {
///     adam.zero_grad();
///     resumed.forward(&Tensor::ones([1, 3])).powi(2).sum().backward();
///     adam.step()?;
///     schedule.step(&mut adam)?;
/// }
/// assert_eq!(resumed.weight.to_vec(), model.weight.to_vec());
/// # Ok(())
/// # }
/// ```
pub struct Training<'a, A: Algorithm<T>, T: Element + Scalar> {
    model: &'a dyn Module<T>,
    optimizer: &'a mut Optimizer<A, T>,
    schedules: Vec<Attached<'a>>,
}

enum Attached<'a> {
    Schedule(&'a mut dyn Scheduler),
    Plateau(&'a mut PlateauSchedule),
}

impl Attached<'_> {
    fn state(&self) -> ScheduleState {
        match self {
            Self::Schedule(schedule) => schedule.state(),
            Self::Plateau(schedule) => schedule.state(),
        }
    }

    fn load_state(&mut self, saved: &ScheduleState) -> Result<(), OptimError> {
        match self {
            Self::Schedule(schedule) => schedule.load_state(saved),
            Self::Plateau(schedule) => schedule.load_state(saved),
        }
    }
}

impl<'a, A, T> Training<'a, A, T>
where
    A: Algorithm<T> + Serialize + DeserializeOwned,
    A::State: Serialize + DeserializeOwned,
    T: Element + Scalar,
{
    /// A run of this model and optimizer.
    pub fn new(model: &'a dyn Module<T>, optimizer: &'a mut Optimizer<A, T>) -> Self {
        Self { model, optimizer, schedules: Vec::new() }
    }

    /// Adds a learning-rate schedule.
    #[must_use]
    pub fn schedule(mut self, schedule: &'a mut dyn Scheduler) -> Self {
        self.schedules.push(Attached::Schedule(schedule));
        self
    }

    /// Adds a schedule that reacts to a metric.
    #[must_use]
    pub fn plateau(mut self, schedule: &'a mut PlateauSchedule) -> Self {
        self.schedules.push(Attached::Plateau(schedule));
        self
    }

    /// Saves the run, and `progress` with it. The file is written under another name and then renamed, so that an
    /// interruption leaves the old checkpoint or the new one.
    ///
    /// # Errors
    /// When two parts of the model have one name, or the file cannot be written.
    pub fn save(&self, path: impl AsRef<Path>, progress: &impl Serialize) -> Result<(), StateError> {
        let path = path.as_ref();
        let entries = self.entries()?;
        let mut encoded = encode(&entries);
        let schedules: Vec<ScheduleState> = self.schedules.iter().map(Attached::state).collect();
        let mut add = |part: &str, bytes: Result<Vec<u8>, rmp_serde::encode::Error>| match bytes {
            Ok(bytes) => {
                encoded.insert(reserved(part), Encoded::opaque(bytes));
                Ok(())
            }
            Err(error) => Err(StateError::Training { path: path.into(), part: part.into(), reason: error.to_string() }),
        };
        add("optimizer", rmp_serde::to_vec_named(&self.optimizer.state()))?;
        add("schedules", rmp_serde::to_vec_named(&schedules))?;
        add("generator", rmp_serde::to_vec_named(&Generator::current()))?;
        add("progress", rmp_serde::to_vec_named(progress))?;
        encoded.insert(CHECKSUMS.into(), Encoded::opaque(checksums::room_for(encoded.len())));
        let mut bytes = serialized(encoded, path)?;
        checksums::fill_in(&mut bytes);
        file::write(path, &bytes)
    }

    /// Brings the run to where it was when it was saved, and returns the progress that was saved with it.
    ///
    /// # Errors
    /// When the file cannot be read, is damaged anywhere, or is not of such a run. Model, optimizer, schedules and
    /// generator are unchanged then.
    pub fn resume<P: DeserializeOwned>(&mut self, path: impl AsRef<Path>) -> Result<P, StateError> {
        let path = path.as_ref();
        let entries = self.entries()?;
        let bytes = file::read(path)?;
        let first = entries.first().map_or("", |(name, _)| name);
        let saved = file::parse(path, &bytes, first)?;
        checksums::verify(path, &bytes, first)?;

        let (plan, misfit) = Plan::new(&entries, &saved, |name| name.starts_with(RESERVED));
        if !misfit.is_empty() {
            return Err(StateError::Misfit { path: path.into(), misfit });
        }
        let optimizer: OptimizerState<A, A::State> = read(path, &saved, "optimizer")?;
        let schedules: Vec<ScheduleState> = read(path, &saved, "schedules")?;
        let generator: Generator = read(path, &saved, "generator")?;
        let progress = read(path, &saved, "progress")?;

        self.check_names(path, &optimizer)?;
        let before = self.load_schedules(path, &schedules)?;
        if let Err(error) = self.optimizer.load_state(optimizer) {
            self.restore_schedules(&before);
            return Err(misfit_of(path, "optimizer", &error));
        }
        plan.carry_out();
        generator.set_current();
        Ok(progress)
    }

    /// The model's entries, none of which may be called like the run's own.
    fn entries(&self) -> Result<Vec<(String, Entry<'a, T>)>, StateError> {
        let entries = entries(self.model)?;
        match entries.iter().find(|(name, _)| name.starts_with(RESERVED)) {
            Some((name, _)) => Err(StateError::Name { parameter: name.clone(), reason: "is reserved for checkpoints" }),
            None => Ok(entries),
        }
    }

    /// The optimizer's parameters have to be called as they were, since states are matched by their places.
    fn check_names(&self, path: &Path, saved: &OptimizerState<A, A::State>) -> Result<(), StateError> {
        let now = self.optimizer.state();
        let names = |state: &OptimizerState<A, A::State>| -> Vec<String> {
            state.groups.iter().flat_map(|group| &group.parameters).map(|parameter| parameter.name.clone()).collect()
        };
        match names(saved).into_iter().zip(names(&now)).find(|(saved, now)| saved != now) {
            Some((saved, now)) => Err(StateError::Training {
                path: path.into(),
                part: "optimizer".into(),
                reason: format!("the saved state of `{saved}` is in the place of `{now}`"),
            }),
            None => Ok(()),
        }
    }

    /// Loads all schedules or none; returns what they were before.
    fn load_schedules(&mut self, path: &Path, saved: &[ScheduleState]) -> Result<Vec<ScheduleState>, StateError> {
        if saved.len() != self.schedules.len() {
            return Err(StateError::Training {
                path: path.into(),
                part: "number of schedules".into(),
                reason: format!("{} were saved, the run has {}", saved.len(), self.schedules.len()),
            });
        }
        let before: Vec<ScheduleState> = self.schedules.iter().map(Attached::state).collect();
        for (index, saved) in saved.iter().enumerate() {
            if let Err(error) = self.schedules[index].load_state(saved) {
                self.restore_schedules(&before);
                return Err(misfit_of(path, &format!("schedule {index}"), &error));
            }
        }
        Ok(before)
    }

    fn restore_schedules(&mut self, before: &[ScheduleState]) {
        for (schedule, before) in self.schedules.iter_mut().zip(before) {
            // A schedule's own state always fits it.
            let _ = schedule.load_state(before);
        }
    }
}

fn reserved(part: &str) -> String {
    format!("{RESERVED}{part}")
}

fn misfit_of(path: &Path, part: &str, error: &OptimError) -> StateError {
    StateError::Training { path: path.into(), part: part.into(), reason: error.to_string() }
}

/// One of the run's own entries.
fn read<S: DeserializeOwned>(path: &Path, saved: &SafeTensors<'_>, part: &str) -> Result<S, StateError> {
    let refuse = |reason: String| StateError::Training { path: path.into(), part: part.into(), reason };
    let entry = saved.tensor(&reserved(part)).map_err(|_| refuse("it was not saved".into()))?;
    rmp_serde::from_slice(entry.data()).map_err(|error| refuse(error.to_string()))
}
