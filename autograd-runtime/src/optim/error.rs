//! What an optimizer or a scheduler refuses.

use std::fmt;

/// Why an optimizer or a scheduler refused to be built, to step or to load a state.
///
/// Where PyTorch refuses the same thing, the message is PyTorch's, so that a search for it finds an explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum OptimError {
    /// An option is outside its range; the message names the option and the value.
    InvalidOption(String),
    /// There is nothing to optimize.
    EmptyParameterList,
    /// The same parameter was given twice.
    DuplicateParameter {
        /// The parameter's name.
        parameter: String,
    },
    /// A tensor that is the result of an operation; only leaves are optimized.
    NonLeaf {
        /// The parameter's name.
        parameter: String,
    },
    /// A tensor several of whose elements lie at one place in memory, as after `expand`.
    Overlapping {
        /// The parameter's name.
        parameter: String,
    },
    /// LBFGS has one group, because its curvature estimate couples all parameters.
    SingleGroupOnly,
    /// LBFGS evaluates the objective several times and so needs a closure: `step_with`.
    MissingClosure {
        /// PyTorch's name of the optimizer.
        optimizer: &'static str,
    },
    /// The optimizer cannot use a gradient of this layout; the message names the alternative.
    GradientLayout {
        /// PyTorch's message.
        message: String,
        /// The parameter's name.
        parameter: String,
    },
    /// A gradient has another shape than its parameter.
    GradientShape {
        /// The parameter's name.
        parameter: String,
        /// The parameter's shape.
        expected: Vec<usize>,
        /// The gradient's shape.
        found: Vec<usize>,
    },
    /// A sparse gradient names a row the parameter does not have, or its values do not fill its rows.
    SparseGradient {
        /// The parameter's name.
        parameter: String,
        /// What does not fit.
        reason: String,
    },
    /// A gradient norm is infinite or NaN and the caller asked to be told.
    NonFiniteNorm {
        /// The order of the norm.
        norm_type: String,
    },
    /// A saved state does not belong to this optimizer or scheduler; nothing was changed.
    StateMismatch(String),
    /// A saved state does not fit a parameter; nothing was changed.
    StateShape {
        /// The parameter's name.
        parameter: String,
        /// What does not fit.
        reason: String,
    },
    /// A scheduler was stepped beyond its last step or built on something it cannot drive.
    Schedule(String),
}

impl fmt::Display for OptimError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidOption(message) | Self::Schedule(message) | Self::StateMismatch(message) => {
                f.write_str(message)
            }
            Self::EmptyParameterList => f.write_str("optimizer got an empty parameter list"),
            Self::DuplicateParameter { parameter } => {
                write!(f, "some parameters appear in more than one parameter group: `{parameter}`")
            }
            Self::NonLeaf { parameter } => write!(f, "can't optimize a non-leaf Tensor: `{parameter}`"),
            Self::Overlapping { parameter } => write!(
                f,
                "unsupported operation: more than one element of `{parameter}` refers to a single memory location. \
                 Please clone() the tensor before optimizing it."
            ),
            Self::SingleGroupOnly => f.write_str("LBFGS doesn't support per-parameter options (parameter groups)"),
            Self::MissingClosure { optimizer } => {
                write!(f, "{optimizer}.step() missing 1 required positional argument: 'closure'; call `step_with`")
            }
            Self::GradientLayout { message, parameter } => write!(f, "{message} (parameter `{parameter}`)"),
            Self::GradientShape { parameter, expected, found } => {
                write!(f, "the gradient of `{parameter}` has shape {found:?}, the parameter has shape {expected:?}")
            }
            Self::SparseGradient { parameter, reason } => write!(f, "the sparse gradient of `{parameter}` {reason}"),
            Self::NonFiniteNorm { norm_type } => write!(
                f,
                "The total norm of order {norm_type} for gradients from `parameters` is non-finite, so it cannot be \
                 clipped. To disable this error and scale the gradients by the non-finite norm anyway, set \
                 `error_if_nonfinite=False`"
            ),
            Self::StateShape { parameter, reason } => write!(f, "the saved state does not fit `{parameter}`: {reason}"),
        }
    }
}

impl std::error::Error for OptimError {}

/// Refuses an option with PyTorch's wording unless it is in range; NaN is never in range.
pub(super) fn require(in_range: bool, message: impl FnOnce() -> String) -> Result<(), OptimError> {
    if in_range { Ok(()) } else { Err(OptimError::InvalidOption(message())) }
}

/// A float as Python prints it (`1.0`, not `1`), so that messages match PyTorch's to the letter.
pub(super) fn py(x: f64) -> String {
    let magnitude = x.abs();
    if x.is_nan() {
        "nan".into()
    } else if x.is_infinite() {
        if x > 0.0 { "inf".into() } else { "-inf".into() }
    } else if magnitude != 0.0 && !(1e-4..1e16).contains(&magnitude) {
        // Python writes at least two digits of exponent with its sign: 1e-08, 1e+16.
        let text = format!("{x:e}");
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let (sign, digits) = exponent.strip_prefix('-').map_or(('+', exponent), |digits| ('-', digits));
        format!("{mantissa}e{sign}{digits:0>2}")
    } else {
        format!("{x:?}")
    }
}
