//! The state of a model by name, to bytes and back.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use half::{bf16, f16};
use safetensors::tensor::{TensorView, View};
use safetensors::{Dtype, SafeTensors};

use super::{Counter, Misfit, Module, Part, StateError, Visitor};
use crate::tensor::{Dtype as _, Element, Tensor};

/// What is saved under one name.
pub(super) enum Entry<'a, T: Element> {
    Tensor(&'a Tensor<T>),
    Counter(&'a Counter),
}

/// Everything a model saves, in the order in which the model shows it.
pub(super) fn entries<T: Element>(module: &dyn Module<T>) -> Result<Vec<(String, Entry<'_, T>)>, StateError> {
    let mut entries = Vec::new();
    module.visit(&mut Visitor::new(&mut |name, part| match part {
        Part::Parameter(tensor) | Part::Buffer(tensor) => entries.push((name.to_owned(), Entry::Tensor(tensor))),
        Part::Counter(counter) => entries.push((name.to_owned(), Entry::Counter(counter))),
        Part::Mode(_) => {}
    }));
    let mut seen = HashSet::new();
    match entries.iter().find(|(name, _)| !seen.insert(name)) {
        Some((name, _)) => {
            Err(StateError::Name { parameter: name.clone(), reason: "belongs to two parts of the model" })
        }
        None => Ok(entries),
    }
}

/// An entry of a file.
pub(super) struct Encoded {
    pub(super) dtype: Dtype,
    pub(super) shape: Vec<usize>,
    pub(super) bytes: Vec<u8>,
}

impl Encoded {
    /// Bytes that only this program understands.
    pub(super) fn opaque(bytes: Vec<u8>) -> Self {
        Self { dtype: Dtype::U8, shape: vec![bytes.len()], bytes }
    }
}

impl View for Encoded {
    fn dtype(&self) -> Dtype {
        self.dtype
    }
    fn shape(&self) -> &[usize] {
        &self.shape
    }
    fn data(&self) -> Cow<'_, [u8]> {
        Cow::Borrowed(&self.bytes)
    }
    fn data_len(&self) -> usize {
        self.bytes.len()
    }
}

/// Every entry in the form in which a file holds it: row-major, little-endian.
pub(super) fn encode<T: Element>(entries: &[(String, Entry<'_, T>)]) -> BTreeMap<String, Encoded> {
    let encode = |entry: &Entry<'_, T>| match entry {
        Entry::Tensor(tensor) => {
            let (dtype, bytes) = tensor.with_slice(float_bytes);
            Encoded { dtype, shape: tensor.shape().to_vec(), bytes }
        }
        Entry::Counter(counter) => {
            Encoded { dtype: Dtype::I64, shape: Vec::new(), bytes: counter.get().to_le_bytes().to_vec() }
        }
    };
    entries.iter().map(|(name, entry)| (name.clone(), encode(entry))).collect()
}

fn float_bytes<T: Element>(values: &[T]) -> (Dtype, Vec<u8>) {
    if T::NAME == f32::NAME {
        return (Dtype::F32, values.iter().flat_map(|x| (x.to_number() as f32).to_le_bytes()).collect());
    }
    (Dtype::F64, values.iter().flat_map(|x| x.to_number().to_le_bytes()).collect())
}

/// What loading a file will write. Making it checks everything; carrying it out cannot fail.
pub(super) struct Plan<'a, T: Element> {
    tensors: Vec<(&'a Tensor<T>, Vec<T>)>,
    counters: Vec<(&'a Counter, i64)>,
}

impl<'a, T: Element> Plan<'a, T> {
    /// Compares a file with a model. The names for which `ignored` is true are not the model's affair.
    pub(super) fn new(
        entries: &[(String, Entry<'a, T>)],
        file: &SafeTensors<'_>,
        ignored: impl Fn(&str) -> bool,
    ) -> (Self, Misfit) {
        let (mut plan, mut misfit) = (Self { tensors: Vec::new(), counters: Vec::new() }, Misfit::default());
        for (name, entry) in entries {
            let Ok(saved) = file.tensor(name) else {
                // Files from before PyTorch counted batches lack the counter, and PyTorch forgives them.
                if matches!(entry, Entry::Tensor(_)) {
                    misfit.missing.push(name.clone());
                }
                continue;
            };
            if let Err(mismatch) = plan.add(name, entry, &saved) {
                misfit.mismatched.push(mismatch);
            }
        }
        let known: HashSet<&str> = entries.iter().map(|(name, _)| name.as_str()).collect();
        let unexpected = |name: &&str| !known.contains(name) && !ignored(name);
        misfit.unexpected = file.names().into_iter().filter(unexpected).map(str::to_owned).collect();
        misfit.unexpected.sort_unstable();
        (plan, misfit)
    }

    fn add(&mut self, name: &str, entry: &Entry<'a, T>, saved: &TensorView<'_>) -> Result<(), String> {
        let expected = match entry {
            Entry::Tensor(tensor) => tensor.shape(),
            Entry::Counter(_) => &[],
        };
        if saved.shape() != expected {
            return Err(format!(
                "size mismatch for {name}: copying a param with shape torch.Size({:?}) from checkpoint, the shape in \
                 current model is torch.Size({expected:?}).",
                saved.shape()
            ));
        }
        let dtype = saved.dtype();
        match entry {
            Entry::Tensor(tensor) if tensor.overlaps() => {
                return Err(format!("memory mismatch for {name}: its elements overlap in memory"));
            }
            Entry::Tensor(tensor) => {
                let values = floats(saved).ok_or_else(|| {
                    format!("type mismatch for {name}: the file holds {dtype}, which is no {} in the model", T::NAME)
                })?;
                self.tensors.push((tensor, values));
            }
            Entry::Counter(counter) => match (dtype, saved.data().first_chunk()) {
                (Dtype::I64, Some(&bytes)) => self.counters.push((counter, i64::from_le_bytes(bytes))),
                _ => return Err(format!("type mismatch for {name}: the file holds {dtype}, the model int64")),
            },
        }
        Ok(())
    }

    /// Overwrites the model, without recording.
    pub(super) fn carry_out(self) {
        for (tensor, values) in self.tensors {
            tensor.overwrite(&Tensor::<T>::zeros([0]), |old, _| old.copy_from_slice(&values));
        }
        for (counter, value) in self.counters {
            counter.set(value);
        }
    }
}

/// The numbers of an entry, where it holds floats of any width.
fn floats<T: Element>(saved: &TensorView<'_>) -> Option<Vec<T>> {
    let bytes = saved.data();
    Some(match saved.dtype() {
        Dtype::F64 => chunks(bytes, |b| T::of(f64::from_le_bytes(b))),
        Dtype::F32 => chunks(bytes, |b| T::of(f32::from_le_bytes(b).into())),
        Dtype::F16 => chunks(bytes, |b| T::of(f16::from_le_bytes(b).to_f64())),
        Dtype::BF16 => chunks(bytes, |b| T::of(bf16::from_le_bytes(b).to_f64())),
        // The other types are of another crate, which may add to them; none is a float of ours.
        _ => return None,
    })
}

fn chunks<T, const N: usize>(bytes: &[u8], number: impl Fn([u8; N]) -> T) -> Vec<T> {
    let (chunks, _) = bytes.as_chunks();
    chunks.iter().map(|&chunk| number(chunk)).collect()
}
