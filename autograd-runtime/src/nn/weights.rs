//! Weights in safetensors files, as PyTorch writes and reads them.

use std::collections::HashMap;
use std::io;
use std::path::Path;

use super::state::{Encoded, Plan, encode, entries};
use super::{Misfit, Module, StateError, file};
use crate::tensor::Element;

/// How [`load_with`] treats names that only one side has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoadOptions {
    /// Whether the names have to be the same on both sides.
    pub strict: bool,
}

impl Default for LoadOptions {
    fn default() -> Self {
        Self { strict: true }
    }
}

/// The names that only one side had, where that was allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unmatched {
    /// Names that the model has and the file has not; these parts are as they were.
    pub missing: Vec<String>,
    /// Names that the file has and the model has not.
    pub unexpected: Vec<String>,
}

/// Saves parameters, buffers and counters of a model in a safetensors file, which `safetensors.torch.load_file` reads.
/// The file is written under another name and then renamed, so that an interruption leaves the old file or the new one.
///
/// ```
/// use autograd_runtime::nn::{self, Linear};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("model.safetensors");
/// let (trained, fresh) = (Linear::<f32>::new(3, 2), Linear::<f32>::new(3, 2));
/// nn::save(&trained, &path)?;
/// nn::load(&fresh, &path)?;
/// assert_eq!(fresh.weight.to_vec(), trained.weight.to_vec());
///
/// let error = nn::load(&Linear::<f32>::new(4, 2), &path).expect_err("another shape").to_string();
/// assert!(error.contains("size mismatch for weight: copying a param with shape torch.Size([2, 3]) from checkpoint"));
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// When two parts of the model have one name, or the file cannot be written.
pub fn save<T: Element, M: Module<T>>(model: &M, path: impl AsRef<Path>) -> Result<(), StateError> {
    let path = path.as_ref();
    file::write(path, &serialized(encode(&entries(model)?), path)?)
}

/// Loads a safetensors file into a model of the same names and shapes. Floats of any width are converted.
///
/// # Errors
/// When the file cannot be read, is damaged, or does not fit the model, which is unchanged then.
pub fn load<T: Element, M: Module<T>>(model: &M, path: impl AsRef<Path>) -> Result<(), StateError> {
    load_with(model, path, LoadOptions::default()).map(drop)
}

/// [`load`] with options. Returns the names that did not match.
///
/// # Errors
/// As [`load`]; shapes have to agree in any case.
pub fn load_with<T: Element, M: Module<T>>(
    model: &M,
    path: impl AsRef<Path>,
    options: LoadOptions,
) -> Result<Unmatched, StateError> {
    let path = path.as_ref();
    let entries = entries(model)?;
    let bytes = file::read(path)?;
    let first = entries.first().map_or("", |(name, _)| name);
    let (plan, misfit) = Plan::new(&entries, &file::parse(path, &bytes, first)?, |_| false);
    let unmatched = Unmatched { missing: misfit.missing.clone(), unexpected: misfit.unexpected.clone() };
    let fatal = if options.strict { misfit } else { Misfit { mismatched: misfit.mismatched, ..Misfit::default() } };
    if !fatal.is_empty() {
        return Err(StateError::Misfit { path: path.into(), misfit: fatal });
    }
    plan.carry_out();
    Ok(unmatched)
}

/// The bytes of a file with these entries.
pub(super) fn serialized(
    entries: impl IntoIterator<Item = (String, Encoded)>,
    path: &Path,
) -> Result<Vec<u8>, StateError> {
    let about = HashMap::from([("format".to_owned(), "pt".to_owned())]);
    safetensors::serialize(entries, Some(about))
        .map_err(|error| StateError::Io { path: path.into(), error: io::Error::other(error) })
}
