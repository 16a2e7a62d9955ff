//! The optimizer: parameters in groups, their state, and the step that joins them with an algorithm.

use std::collections::HashSet;

use super::algorithm::{Layout, Objective};
use super::gradient::row_width;
use super::group::delegate_groups;
use super::parameter::{check_gradient, display_name};
use super::{
    Algorithm, Gradient, Group, GroupState, IntoParameter, OptimError, OptimizerState, Parameter, ParameterState,
    Scalar, SparseRows, clip,
};

/// An algorithm over parameters in groups, with PyTorch's interface.
///
/// `A` is the algorithm with its options ([`Sgd`](super::Sgd), [`Adam`](super::Adam), …), `T` the float type.
///
/// ```
/// use autograd_runtime::optim::{Adam, Optimizer, Variable};
///
/// let (a, b) = (Variable::named("a", 1.0), Variable::named("b", [2.0, 3.0]));
/// let mut optimizer = Optimizer::new(Adam::default(), [&a])?;
/// optimizer.add_group(Adam { lr: 0.1, ..Adam::default() }, [&b])?;
///
/// let loss = optimizer.step_with(|| {
///     let (x, [y, z]) = (a.get(), b.get());
///     a.set_grad(&(2.0 * x)).and_then(|()| b.set_grad(&[2.0 * y, 2.0 * z])).expect("the shapes agree");
///     x * x + y * y + z * z
/// })?;
/// assert_eq!(loss, 14.0);
/// assert!(a.get() < 1.0 && b.get()[0] < 2.0);
/// # Ok::<(), autograd_runtime::optim::OptimError>(())
/// ```
pub struct Optimizer<A: Algorithm<T>, T: Scalar> {
    groups: Vec<Group<A>>,
    members: Vec<Vec<Member<A, T>>>,
}

struct Member<A: Algorithm<T>, T: Scalar> {
    parameter: Box<dyn Parameter<T>>,
    state: Option<A::State>,
}

impl<A: Algorithm<T>, T: Scalar> Optimizer<A, T> {
    /// An optimizer with one group.
    ///
    /// # Errors
    /// An option outside its range, no parameters, the same parameter twice, a tensor that is not a leaf or whose elements
    /// overlap in memory.
    pub fn new<P>(settings: A, parameters: impl IntoIterator<Item = P>) -> Result<Self, OptimError>
    where
        P: IntoParameter<Scalar = T>,
    {
        let mut optimizer = Self { groups: Vec::new(), members: Vec::new() };
        optimizer.add_group(settings, parameters)?;
        Ok(optimizer)
    }

    /// Adds a group with settings of its own.
    ///
    /// # Errors
    /// As [`new`](Optimizer::new), and when the algorithm has only one group (LBFGS). The optimizer is unchanged then.
    pub fn add_group<P>(&mut self, settings: A, parameters: impl IntoIterator<Item = P>) -> Result<(), OptimError>
    where
        P: IntoParameter<Scalar = T>,
    {
        settings.validate()?;
        if A::EVALUATES && !self.groups.is_empty() {
            return Err(OptimError::SingleGroupOnly);
        }
        let members: Vec<Member<A, T>> =
            parameters.into_iter().map(|p| Member { parameter: p.into_parameter(), state: None }).collect();
        if members.is_empty() {
            return Err(OptimError::EmptyParameterList);
        }
        let mut seen: HashSet<usize> = self.parameters().map(Parameter::id).collect();
        for (index, Member { parameter, .. }) in members.iter().enumerate() {
            let name = || display_name(&**parameter, self.groups.len(), index);
            if !parameter.is_leaf() {
                return Err(OptimError::NonLeaf { parameter: name() });
            }
            if parameter.overlaps() {
                return Err(OptimError::Overlapping { parameter: name() });
            }
            if !seen.insert(parameter.id()) {
                return Err(OptimError::DuplicateParameter { parameter: name() });
            }
        }
        self.groups.push(Group::new(settings));
        self.members.push(members);
        Ok(())
    }

    /// The groups' settings.
    pub fn groups(&self) -> &[Group<A>] {
        &self.groups
    }

    /// The groups' settings, to be changed between steps.
    pub fn groups_mut(&mut self) -> &mut [Group<A>] {
        &mut self.groups
    }

    /// All parameters, group after group.
    pub fn parameters(&self) -> impl Iterator<Item = &dyn Parameter<T>> {
        self.members.iter().flatten().map(|member| &*member.parameter)
    }

    /// The state of a parameter of a group; `None` before its first gradient.
    pub fn state_of(&self, group: usize, index: usize) -> Option<&A::State> {
        self.members[group][index].state.as_ref()
    }

    /// Forgets all gradients.
    pub fn zero_grad(&self) {
        self.parameters().for_each(Parameter::zero_grad);
    }

    /// Updates every parameter that has a gradient.
    ///
    /// # Errors
    /// When a gradient has a layout or size that cannot be used (no parameter is changed then), and for LBFGS, which
    /// needs [`step_with`](Optimizer::step_with).
    pub fn step(&mut self) -> Result<(), OptimError> {
        if A::EVALUATES {
            return Err(OptimError::MissingClosure { optimizer: A::NAME });
        }
        self.check_gradients()?;
        for (group, members) in self.groups.iter().zip(&mut self.members) {
            for Member { parameter, state } in members {
                let shape = parameter.shape();
                parameter.update(&mut |values, gradient| advance(&group.settings, state, values, gradient, &shape));
            }
        }
        Ok(())
    }

    /// Evaluates `closure`, which computes the loss and leaves the gradients in the parameters, and steps. Returns the
    /// loss before the step.
    ///
    /// The gradients are cleared before each evaluation, so the closure need not call `zero_grad`. LBFGS evaluates
    /// several times per step, the other algorithms once.
    ///
    /// # Errors
    /// As [`step`](Optimizer::step).
    pub fn step_with(&mut self, mut closure: impl FnMut() -> T) -> Result<T, OptimError> {
        if !A::EVALUATES {
            self.zero_grad();
            let loss = closure();
            self.step()?;
            return Ok(loss);
        }
        let settings = self.groups[0].settings.clone();
        let numel = self.parameters().map(numel).sum();
        let mut state = self.members[0][0].state.take().unwrap_or_else(|| settings.init(&[numel]));
        let loss = settings.search(&mut state, &mut Joined { optimizer: self, numel, closure: &mut closure });
        self.members[0][0].state = Some(state);
        Ok(loss)
    }

    /// Scales all gradients so that their joint norm is at most `max_norm`; returns the norm before.
    pub fn clip_grad_norm(&self, max_norm: f64, norm_type: f64) -> T {
        clip::scale_to_norm(&self.parameters().collect::<Vec<_>>(), max_norm, norm_type)
    }

    /// Limits every entry of every gradient to `[-clip_value, clip_value]`.
    pub fn clip_grad_value(&self, clip_value: f64) {
        self.parameters().for_each(|parameter| clip::limit_entries(parameter, clip_value));
    }

    /// A copy of settings and state, to be saved.
    pub fn state(&self) -> OptimizerState<A, A::State> {
        let described = self.describe();
        let groups = (self.groups.iter().zip(&self.members).zip(described))
            .map(|((group, members), described)| GroupState {
                group: group.clone(),
                parameters: (members.iter().zip(described))
                    .map(|(member, (name, shape))| ParameterState { name, shape, state: member.state.clone() })
                    .collect(),
            })
            .collect();
        OptimizerState { optimizer: A::NAME.into(), groups }
    }

    /// Restores settings and state. Parameters are matched by position.
    ///
    /// # Errors
    /// When the state is of another algorithm, or does not fit the groups or a parameter, which the error names. Nothing
    /// is changed then.
    pub fn load_state(&mut self, saved: OptimizerState<A, A::State>) -> Result<(), OptimError> {
        saved.check::<T>(&self.describe())?;
        for ((group, members), saved) in self.groups.iter_mut().zip(&mut self.members).zip(saved.groups) {
            *group = saved.group;
            for (member, saved) in members.iter_mut().zip(saved.parameters) {
                member.state = saved.state;
            }
        }
        Ok(())
    }

    /// Each group's parameters by name and shape.
    fn describe(&self) -> Vec<Vec<(String, Vec<usize>)>> {
        let describe_group = |(group, members): (usize, &Vec<Member<A, T>>)| {
            let describe = |(index, member): (usize, &Member<A, T>)| {
                (display_name(&*member.parameter, group, index), member.parameter.shape())
            };
            members.iter().enumerate().map(describe).collect()
        };
        self.members.iter().enumerate().map(describe_group).collect()
    }

    /// Refuses gradients and states that do not fit, before anything is changed.
    fn check_gradients(&self) -> Result<(), OptimError> {
        for (group, (settings, members)) in self.groups.iter().zip(&self.members).enumerate() {
            for (index, Member { parameter, state }) in members.iter().enumerate() {
                let name = || display_name(&**parameter, group, index);
                let shape = parameter.shape();
                let mut result = Ok(());
                parameter.read(&mut |_, gradient| {
                    result = check_step(&settings.settings, state.as_ref(), gradient, &shape, &name);
                });
                result?;
            }
        }
        Ok(())
    }
}

delegate_groups!(Optimizer<A, T>);

/// Refuses a gradient that the algorithm cannot use or that fits neither the parameter nor its state.
pub(super) fn check_step<A: Algorithm<T>, T: Scalar>(
    settings: &A,
    state: Option<&A::State>,
    gradient: Gradient<'_, T>,
    shape: &[usize],
    name: &dyn Fn() -> String,
) -> Result<(), OptimError> {
    use super::State;
    let layout = match gradient {
        Gradient::Missing => return Ok(()),
        Gradient::Dense(_) => Layout::Dense,
        Gradient::Sparse { .. } => Layout::Sparse,
    };
    settings.accepts(layout).map_err(|message| OptimError::GradientLayout { message, parameter: name() })?;
    check_gradient(&gradient, shape, &name())?;
    // A parameter whose value was replaced by one of another size no longer fits its state.
    state
        .map_or(Ok(()), |state| state.check(shape))
        .map_err(|reason| OptimError::StateShape { parameter: name(), reason })
}

/// One step of one parameter, creating its state at its first gradient.
pub(super) fn advance<A: Algorithm<T>, T: Scalar>(
    settings: &A,
    state: &mut Option<A::State>,
    values: &mut [T],
    gradient: Gradient<'_, T>,
    shape: &[usize],
) {
    let init = || settings.init(shape);
    match gradient {
        Gradient::Missing => {}
        Gradient::Dense(entries) => settings.update(state.get_or_insert_with(init), values, entries, shape),
        Gradient::Sparse { rows, values: entries } => {
            let sum = SparseRows::coalesce(rows, entries, row_width(shape));
            settings.update_sparse(state.get_or_insert_with(init), values, &sum, shape);
        }
    }
}

/// All parameters of an optimizer as one vector.
struct Joined<'a, A: Algorithm<T>, T: Scalar> {
    optimizer: &'a Optimizer<A, T>,
    numel: usize,
    closure: &'a mut dyn FnMut() -> T,
}

impl<A: Algorithm<T>, T: Scalar> Objective<T> for Joined<'_, A, T> {
    fn numel(&self) -> usize {
        self.numel
    }

    fn read(&self, values: &mut [T]) {
        let mut rest = values;
        for parameter in self.optimizer.parameters() {
            parameter.read(&mut |run, _| {
                let (head, tail) = std::mem::take(&mut rest).split_at_mut(run.len());
                head.copy_from_slice(run);
                rest = tail;
            });
        }
    }

    fn write(&mut self, values: &[T]) {
        let mut rest = values;
        for parameter in self.optimizer.parameters() {
            parameter.update(&mut |run, _| {
                let (head, tail) = rest.split_at(run.len());
                run.copy_from_slice(head);
                rest = tail;
            });
        }
    }

    fn evaluate(&mut self, gradient: &mut [T]) -> T {
        self.optimizer.zero_grad();
        let loss = (self.closure)();
        let mut rest = gradient;
        for parameter in self.optimizer.parameters() {
            let shape = parameter.shape();
            parameter.read(&mut |run, stored| {
                let (head, tail) = std::mem::take(&mut rest).split_at_mut(run.len());
                match stored {
                    Gradient::Missing => head.fill(T::ZERO),
                    Gradient::Dense(entries) => head.copy_from_slice(entries),
                    Gradient::Sparse { rows, values } => head
                        .copy_from_slice(&SparseRows::coalesce(rows, values, row_width(&shape)).to_dense(head.len())),
                }
                rest = tail;
            });
        }
        loss
    }
}

fn numel<T: Scalar>(parameter: &dyn Parameter<T>) -> usize {
    parameter.shape().iter().product()
}
