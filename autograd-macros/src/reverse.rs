//! Differentiates a function in reverse mode.

use crate::ir::{Function, Place, Region, Stack, Value};

/// A function with its backward sweep.
pub(crate) struct Differentiated {
    /// Tables extended with adjoint values, shadow places, stacks; its body and yields are those of the primal.
    pub(crate) function: Function,
    /// Yields the output leaves.
    pub(crate) forward: Region,
    /// Yields the adjoints of the by-value parameter leaves that are values, in the order of `by_value`.
    pub(crate) backward: Region,
    /// One for each output leaf: bound on entry of `backward`, in joint form on entry of `forward`.
    pub(crate) seeds: Vec<Value>,
    /// The parameter values with an entry in the yields of `backward`.
    pub(crate) by_value: Vec<Value>,
    /// Parameter places, each with its shadow, which the caller binds.
    pub(crate) shadows: Vec<(Place, Place)>,
    /// Declared empty at the start of `forward`.
    pub(crate) stacks: Vec<Stack>,
    /// Forward and backward run in one scope.
    pub(crate) joint: bool,
}
