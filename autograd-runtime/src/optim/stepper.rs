//! An optimizer for one plain value that the program keeps.

use super::algorithm::Objective;
use super::group::delegate_groups;
use super::optimizer::{advance, check_step};
use super::value::{assign, with_flat, with_flat_mut};
use super::{Algorithm, Gradient, Group, GroupState, OptimError, OptimizerState, ParameterState, Scalar, Value};

/// An algorithm and its state, for one plain Rust value that stays with the caller.
///
/// Value and gradient are passed to every step: what a `#[differentiable]` function returns goes in as it is. A model of
/// several values is one value too: a tuple, a `Vec`, a struct. Where groups with settings of their own or several
/// owners are needed, use [`Variable`](super::Variable) and [`Optimizer`](super::Optimizer).
///
/// ```
/// use autograd_runtime::optim::{Adam, Stepper};
///
/// let mut w = [1.0, -2.0, 0.5];
/// let mut adam = Stepper::new(Adam { lr: 0.05, ..Adam::default() })?;
/// for _ in 0..300 {
///     let d_w = w.map(|x| 2.0 * x); // the gradient of |w|²
///     adam.step(&mut w, &d_w)?;
/// }
/// assert!(w.iter().all(|x: &f64| x.abs() < 1e-3));
/// # Ok::<(), autograd_runtime::optim::OptimError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Stepper<A: Algorithm<T>, T: Scalar> {
    groups: [Group<A>; 1],
    shape: Option<Vec<usize>>,
    state: Option<A::State>,
}

impl<A: Algorithm<T>, T: Scalar> Stepper<A, T> {
    /// A stepper that has not seen its value yet.
    ///
    /// # Errors
    /// An option outside its range.
    pub fn new(settings: A) -> Result<Self, OptimError> {
        settings.validate()?;
        Ok(Self { groups: [Group::new(settings)], shape: None, state: None })
    }

    /// The settings.
    pub fn settings(&self) -> &A {
        &self.groups[0].settings
    }

    /// The settings, to be changed between steps.
    pub fn settings_mut(&mut self) -> &mut A {
        &mut self.groups[0].settings
    }

    /// One step from `value` along `gradient`.
    ///
    /// # Errors
    /// When the shapes of value, gradient and state differ (the value is unchanged then), and for LBFGS and SparseAdam,
    /// which a dense gradient alone is not enough for.
    pub fn step<V, G>(&mut self, value: &mut V, gradient: &G) -> Result<(), OptimError>
    where
        V: Value<Scalar = T> + ?Sized,
        G: Value<Scalar = T> + ?Sized,
    {
        if A::EVALUATES {
            return Err(OptimError::MissingClosure { optimizer: A::NAME });
        }
        let shape = self.check(value)?;
        let settings = &self.groups[0].settings;
        check_shape(&shape, gradient)?;
        with_flat(gradient, |entries| {
            let gradient = Gradient::Dense(entries);
            check_step(settings, self.state.as_ref(), gradient, &shape, &|| "value".into())?;
            with_flat_mut(value, |values| advance(settings, &mut self.state, values, gradient, &shape));
            Ok(())
        })?;
        self.shape = Some(shape);
        Ok(())
    }

    /// One step from `value` along the gradient of some rows (slices along the first axis); rows may repeat.
    ///
    /// # Errors
    /// As [`step`](Stepper::step), and when a row does not exist or `values` does not fill the rows.
    pub fn step_sparse<V>(&mut self, value: &mut V, rows: &[usize], values: &[T]) -> Result<(), OptimError>
    where
        V: Value<Scalar = T> + ?Sized,
    {
        if A::EVALUATES {
            return Err(OptimError::MissingClosure { optimizer: A::NAME });
        }
        let shape = self.check(value)?;
        let (settings, gradient) = (&self.groups[0].settings, Gradient::Sparse { rows, values });
        check_step(settings, self.state.as_ref(), gradient, &shape, &|| "value".into())?;
        with_flat_mut(value, |flat| advance(settings, &mut self.state, flat, gradient, &shape));
        self.shape = Some(shape);
        Ok(())
    }

    /// One step by an objective that returns its value and gradient, as `f_value_and_grad` does. Returns the objective's
    /// value before the step. LBFGS evaluates several times, the others once.
    ///
    /// # Errors
    /// As [`step`](Stepper::step).
    ///
    /// # Panics
    /// When a later evaluation by LBFGS returns a gradient of another shape than the first.
    pub fn step_with<V, G>(&mut self, value: &mut V, mut objective: impl FnMut(&V) -> (T, G)) -> Result<T, OptimError>
    where
        V: Value<Scalar = T>,
        G: Value<Scalar = T>,
    {
        if !A::EVALUATES {
            let (loss, gradient) = objective(value);
            self.step(value, &gradient)?;
            return Ok(loss);
        }
        let shape = self.check(value)?;
        let numel = shape.iter().product();
        let (loss, gradient) = objective(value);
        check_shape(&shape, &gradient)?;
        let settings = &self.groups[0].settings;
        let state = self.state.get_or_insert_with(|| settings.init(&[numel]));
        let first = Some((loss, gradient));
        let loss = settings.search(state, &mut Single { value, numel, first, objective: &mut objective });
        self.shape = Some(shape);
        Ok(loss)
    }

    /// A copy of settings and state, to be saved.
    pub fn state(&self) -> OptimizerState<A, A::State> {
        let parameters = (self.shape.iter())
            .map(|shape| ParameterState { name: "value".into(), shape: shape.clone(), state: self.state.clone() })
            .collect();
        OptimizerState {
            optimizer: A::NAME.into(),
            groups: vec![GroupState { group: self.groups[0].clone(), parameters }],
        }
    }

    /// Restores settings and state for `value`.
    ///
    /// # Errors
    /// When the state is of another algorithm or does not fit `value`. Nothing is changed then.
    pub fn load_state<V>(&mut self, value: &V, saved: OptimizerState<A, A::State>) -> Result<(), OptimError>
    where
        V: Value<Scalar = T> + ?Sized,
    {
        let started = saved.groups.first().is_some_and(|group| !group.parameters.is_empty());
        let parameters = if started { vec![("value".to_string(), value.shape())] } else { Vec::new() };
        saved.check::<T>(&[parameters])?;
        for GroupState { group, parameters } in saved.groups {
            self.groups = [group];
            (self.shape, self.state) = (None, None);
            for ParameterState { shape, state, .. } in parameters {
                (self.shape, self.state) = (Some(shape), state);
            }
        }
        Ok(())
    }

    /// The value's shape, refused when it is not that of the steps before.
    fn check<V: Value<Scalar = T> + ?Sized>(&self, value: &V) -> Result<Vec<usize>, OptimError> {
        let shape = value.shape();
        match &self.shape {
            Some(expected) if *expected != shape => Err(OptimError::StateShape {
                parameter: "value".into(),
                reason: format!("it is of shape {expected:?}, the value of shape {shape:?}"),
            }),
            Some(_) | None => Ok(shape),
        }
    }
}

delegate_groups!(Stepper<A, T>);

fn check_shape<G: Value + ?Sized>(expected: &[usize], gradient: &G) -> Result<(), OptimError> {
    let found = gradient.shape();
    if expected == found {
        Ok(())
    } else {
        Err(OptimError::GradientShape { parameter: "value".into(), expected: expected.to_vec(), found })
    }
}

/// One plain value as the vector that a search moves.
struct Single<'a, V: Value, G> {
    value: &'a mut V,
    numel: usize,
    /// The evaluation at the starting point, made before the search so that its shape could be checked.
    first: Option<(V::Scalar, G)>,
    objective: &'a mut dyn FnMut(&V) -> (V::Scalar, G),
}

impl<V: Value, G: Value<Scalar = V::Scalar>> Objective<V::Scalar> for Single<'_, V, G> {
    fn numel(&self) -> usize {
        self.numel
    }

    fn read(&self, values: &mut [V::Scalar]) {
        with_flat(self.value, |flat| values.copy_from_slice(flat));
    }

    fn write(&mut self, values: &[V::Scalar]) {
        assign(self.value, values);
    }

    fn evaluate(&mut self, gradient: &mut [V::Scalar]) -> V::Scalar {
        let (loss, d_value) = self.first.take().unwrap_or_else(|| (self.objective)(self.value));
        let found = d_value.numel();
        assert!(found == self.numel, "the objective returned a gradient of {found} entries for {} values", self.numel);
        with_flat(&d_value, |flat| gradient.copy_from_slice(flat));
        loss
    }
}
