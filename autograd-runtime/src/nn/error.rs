//! What can be wrong with a file of weights or a checkpoint.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a file was not written or not loaded. A model is never changed by a load that fails.
#[derive(Debug)]
#[non_exhaustive]
pub enum StateError {
    /// The file cannot be read or written.
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The file is cut off or its contents are not what was written.
    Damaged {
        /// The file.
        path: PathBuf,
        /// The parameter or other entry where it shows.
        parameter: String,
        /// What is wrong.
        reason: String,
    },
    /// The file is whole, but it is not of this model.
    Misfit {
        /// The file.
        path: PathBuf,
        /// What does not fit.
        misfit: Misfit,
    },
    /// The file is whole and of this model, but not of this optimizer, schedule or program.
    Training {
        /// The file.
        path: PathBuf,
        /// What does not fit: `optimizer`, `schedule 0`, `generator` or `progress`.
        part: String,
        /// Why.
        reason: String,
    },
    /// Two parts of the model have one name, or a part has a name that checkpoints use themselves.
    Name {
        /// The name.
        parameter: String,
        /// Why it cannot be used.
        reason: &'static str,
    },
}

/// The differences between a file and a model.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Misfit {
    /// Names that the model has and the file has not.
    pub missing: Vec<String>,
    /// Names that the file has and the model has not.
    pub unexpected: Vec<String>,
    /// Entries whose shape or type differ, each in a sentence that begins with what differs and the name.
    pub mismatched: Vec<String>,
}

impl Misfit {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        let Self { missing, unexpected, mismatched } = self;
        missing.is_empty() && unexpected.is_empty() && mismatched.is_empty()
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quoted = |names: &[String]| names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let mut parts = Vec::new();
        if !self.missing.is_empty() {
            parts.push(format!("Missing key(s) in state_dict: {}", quoted(&self.missing)));
        }
        if !self.unexpected.is_empty() {
            parts.push(format!("Unexpected key(s) in state_dict: {}", quoted(&self.unexpected)));
        }
        parts.extend(self.mismatched.iter().cloned());
        f.write_str(&parts.join("; "))
    }
}

impl fmt::Display for StateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, error } => write!(f, "{}: {error}", path.display()),
            Self::Damaged { path, parameter, reason } => {
                write!(f, "{} is damaged at `{parameter}`: {reason}", path.display())
            }
            Self::Misfit { path, misfit } => {
                write!(f, "{}: Error(s) in loading state_dict: {misfit}", path.display())
            }
            Self::Training { path, part, reason } => write!(f, "{}: the {part} does not fit: {reason}", path.display()),
            Self::Name { parameter, reason } => write!(f, "the name `{parameter}` {reason}"),
        }
    }
}

impl std::error::Error for StateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            Self::Damaged { .. } | Self::Misfit { .. } | Self::Training { .. } | Self::Name { .. } => None,
        }
    }
}
