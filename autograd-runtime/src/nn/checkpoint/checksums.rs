//! The checksums of a checkpoint: every byte of the file is covered, and a wrong one is blamed on the entry it lies in.
//!
//! The entry `::checksums` holds CRC-32 sums, little-endian: one of the bytes before the data, one of each other entry in
//! the order of their places, and one of the sums before it. CRC-32 finds every error of up to 32 neighbouring bits.

use std::ops::Range;
use std::path::Path;

use safetensors::SafeTensors;

use super::super::StateError;
use super::CHECKSUMS;

const WIDTH: usize = size_of::<u32>();

/// Zeros in place of the sums of so many entries.
pub(super) fn room_for(entries: usize) -> Vec<u8> {
    vec![0; (entries + 2) * WIDTH]
}

/// Where everything lies in a file.
struct Places {
    /// The length of the header and its own length.
    data: usize,
    /// Every entry but the checksums, in the order of their places.
    entries: Vec<(String, Range<usize>)>,
    checksums: Range<usize>,
}

impl Places {
    /// `None` where there are no checksums, or not as many as there should be.
    fn of(bytes: &[u8]) -> Option<Self> {
        let (header, metadata) = SafeTensors::read_metadata(bytes).ok()?;
        let data = header + size_of::<u64>();
        let place = |(start, end)| data + start..data + end;
        let mut entries: Vec<(String, Range<usize>)> =
            metadata.tensors().into_iter().map(|(name, info)| (name, place(info.data_offsets))).collect();
        // Entries without elements lie where the next one begins; their names decide.
        entries.sort_by(|a, b| (a.1.start, a.1.end, &a.0).cmp(&(b.1.start, b.1.end, &b.0)));
        let own = entries.iter().position(|(name, _)| name == CHECKSUMS)?;
        let (_, checksums) = entries.remove(own);
        (checksums.len() == room_for(entries.len()).len()).then_some(Self { data, entries, checksums })
    }

    /// The sums of the header, of the entries, and of these sums.
    fn sums(&self, bytes: &[u8]) -> Vec<u8> {
        let entries = self.entries.iter().map(|(_, place)| &bytes[place.clone()]);
        let mut sums: Vec<u8> = std::iter::once(&bytes[..self.data])
            .chain(entries)
            .flat_map(|part| crc32fast::hash(part).to_le_bytes())
            .collect();
        sums.extend(crc32fast::hash(&sums).to_le_bytes());
        sums
    }
}

/// Computes the sums of a file that has room for them.
pub(super) fn fill_in(bytes: &mut [u8]) {
    if let Some(places) = Places::of(bytes) {
        let sums = places.sums(bytes);
        bytes[places.checksums].copy_from_slice(&sums);
    }
}

/// Refuses a file of which any byte is not as it was written. `first` is blamed where no entry can be.
pub(super) fn verify(path: &Path, bytes: &[u8], first: &str) -> Result<(), StateError> {
    let damaged = |parameter: &str, reason: &str| {
        Err(StateError::Damaged { path: path.into(), parameter: parameter.into(), reason: reason.into() })
    };
    let Some(places) = Places::of(bytes) else {
        return damaged(first, "the file is no checkpoint: it has no checksums, or not of all its entries");
    };
    let written = &bytes[places.checksums.clone()];
    let found = places.sums(bytes);
    let differs = |index: usize| written[index * WIDTH..][..WIDTH] != found[index * WIDTH..][..WIDTH];
    if let Some((_, (name, _))) = places.entries.iter().enumerate().find(|&(index, _)| differs(index + 1)) {
        return damaged(name, "its checksum is not that of its contents");
    }
    if written != found {
        return damaged(first, "the checksum of the file's header is not that of its contents");
    }
    Ok(())
}
