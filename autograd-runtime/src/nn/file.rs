//! Files that are whole or not there: written under another name first, and looked over before anything is used.

use std::fs;
use std::io::Write;
use std::path::Path;

use safetensors::SafeTensors;
use safetensors::tensor::{Metadata, SafeTensorError};

use super::StateError;

/// The length of the number that a safetensors file begins with: the length of its header.
const PREFIX: usize = size_of::<u64>();

/// Replaces the file at `path` by these bytes, or leaves it as it is.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), StateError> {
    let attempt = || {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".saving-");
        // A temporary file is its owner's alone unless it is said otherwise; this one becomes an ordinary file, so that
        // the process's mask decides.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(bytes)?;
        // The bytes are on the disk before the name points to them.
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    attempt().map_err(|error| StateError::Io { path: path.into(), error })
}

pub(super) fn read(path: &Path) -> Result<Vec<u8>, StateError> {
    fs::read(path).map_err(|error| StateError::Io { path: path.into(), error })
}

/// Looks over the header. `first` is the model's first parameter, to name when not even the header can be read.
pub(super) fn parse<'b>(path: &Path, bytes: &'b [u8], first: &str) -> Result<SafeTensors<'b>, StateError> {
    SafeTensors::deserialize(bytes).map_err(|error| {
        let (parameter, reason) = cut_off(bytes, &error).unwrap_or_else(|| (first.into(), header(bytes, &error)));
        StateError::Damaged { path: path.into(), parameter, reason }
    })
}

/// The first entry that a file with a sound header does not hold whole.
fn cut_off(bytes: &[u8], error: &SafeTensorError) -> Option<(String, String)> {
    if !matches!(error, SafeTensorError::MetadataIncompleteBuffer) {
        return None;
    }
    let header = header_length(bytes)?;
    let metadata: Metadata = serde_json::from_slice(bytes.get(PREFIX..)?.get(..header)?).ok()?;
    let present = bytes.len() - PREFIX - header;
    let tensors = metadata.tensors();
    let mut by_place: Vec<_> = tensors.iter().map(|(name, info)| (info.data_offsets, name)).collect();
    by_place.sort_unstable();
    let cut = by_place.iter().find(|((_, end), _)| *end > present);
    Some(match (cut, by_place.last()) {
        (Some(&((start, end), name)), _) => {
            let held = present.saturating_sub(start);
            (name.clone(), format!("the file is cut off, {held} of its {} bytes are there", end - start))
        }
        (None, Some(&((_, end), name))) => {
            (name.clone(), format!("{} bytes follow, which no entry accounts for", present - end))
        }
        (None, None) => return None,
    })
}

fn header(bytes: &[u8], error: &SafeTensorError) -> String {
    match header_length(bytes) {
        None => format!("the file ends after {} bytes, before its header", bytes.len()),
        Some(length) if length > bytes.len() - PREFIX => format!(
            "the file is cut off in its header, or is no safetensors file: it has {} bytes, its header should have {length}",
            bytes.len()
        ),
        Some(_) => format!("the header of the file cannot be read: {error}"),
    }
}

fn header_length(bytes: &[u8]) -> Option<usize> {
    let prefix = bytes.first_chunk::<PREFIX>()?;
    usize::try_from(u64::from_le_bytes(*prefix)).ok()
}
