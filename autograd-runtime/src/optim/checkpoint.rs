//! The saved state of an optimizer.

use super::{Algorithm, Group, OptimError, Scalar, Settings, State};

/// Everything an optimizer remembers: settings and per-parameter state, without the parameters' values.
///
/// Loading it into an optimizer over parameters of the same shapes continues the trajectory bit for bit. With the
/// feature `serde` it can be written in any format that keeps every bit of a float.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct OptimizerState<A, S> {
    /// PyTorch's name of the optimizer.
    pub optimizer: String,
    /// The groups, in order.
    pub groups: Vec<GroupState<A, S>>,
}

/// The saved state of one parameter group.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct GroupState<A, S> {
    /// The group's settings.
    pub group: Group<A>,
    /// The group's parameters, in order.
    pub parameters: Vec<ParameterState<S>>,
}

/// The saved state of one parameter.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ParameterState<S> {
    /// The parameter's name, or its place in the optimizer.
    pub name: String,
    /// The parameter's shape.
    pub shape: Vec<usize>,
    /// Its state; `None` when it never had a gradient.
    pub state: Option<S>,
}

impl<A: Settings, S> OptimizerState<A, S> {
    /// Refuses a state that does not fit `groups`, a list of each group's parameters by name and shape. `numel` is what
    /// a state shared by all parameters must fit instead of the first one's shape.
    pub(super) fn check<T: Scalar>(&self, groups: &[Vec<(String, Vec<usize>)>]) -> Result<(), OptimError>
    where
        A: Algorithm<T, State = S>,
        S: State<T>,
    {
        let mismatch = |message: String| Err(OptimError::StateMismatch(message));
        if self.optimizer != A::NAME {
            return mismatch(format!("the saved state is of {}, the optimizer is {}", self.optimizer, A::NAME));
        }
        if self.groups.len() != groups.len() {
            return mismatch(format!(
                "loaded state dict has a different number of parameter groups: {} saved, {} in the optimizer",
                self.groups.len(),
                groups.len()
            ));
        }
        let all_parameters: usize = groups.iter().flatten().map(|(_, shape)| shape.iter().product::<usize>()).sum();
        for (index, (saved, parameters)) in self.groups.iter().zip(groups).enumerate() {
            saved.group.settings.validate()?;
            if saved.parameters.len() != parameters.len() {
                return mismatch(format!(
                    "loaded state dict contains a parameter group that doesn't match the size of optimizer's group: \
                     group {index} has {} parameters saved, {} in the optimizer",
                    saved.parameters.len(),
                    parameters.len()
                ));
            }
            for (saved, (name, shape)) in saved.parameters.iter().zip(parameters) {
                let refuse = |reason| Err(OptimError::StateShape { parameter: name.clone(), reason });
                if saved.shape != *shape {
                    return refuse(format!("it is of shape {:?}, the parameter of shape {shape:?}", saved.shape));
                }
                // An algorithm that searches over all parameters keeps one state, with the first of them.
                let covered = if A::EVALUATES { vec![all_parameters] } else { shape.clone() };
                if let Some(Err(reason)) = saved.state.as_ref().map(|state| state.check(&covered)) {
                    return refuse(reason);
                }
            }
        }
        Ok(())
    }
}
