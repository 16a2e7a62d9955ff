//! Where the elements live, and the version that counts the writes to them.
//!
//! A lone scalar lives inside its tensor. As soon as something must share it (a view, `detach`, a saved result, an
//! in-place write) it moves to a [`Buffer`] once and for all; so an inline value never changes and needs no lock, and
//! its version is always zero.

use parking_lot::{RwLock, RwLockReadGuard};
use std::ops::Deref;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};

/// Elements shared by a tensor, its views and its `detach`ed siblings.
pub(crate) struct Buffer<T> {
    version: AtomicU32,
    values: RwLock<Vec<T>>,
}

/// A scalar of its own, or a share of a buffer.
pub(crate) struct Storage<T> {
    inline: T,
    shared: OnceLock<Arc<Buffer<T>>>,
}

/// Elements that are being read.
pub(crate) enum Values<'a, T> {
    Inline(&'a T),
    Shared(RwLockReadGuard<'a, Vec<T>>),
}

impl<T> Deref for Values<'_, T> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        match self {
            Self::Inline(value) => std::slice::from_ref(*value),
            Self::Shared(values) => values,
        }
    }
}

impl<T: Copy + Default> Storage<T> {
    #[inline]
    pub(crate) fn scalar(value: T) -> Self {
        Self { inline: value, shared: OnceLock::new() }
    }

    #[inline]
    pub(crate) fn buffer(values: Vec<T>) -> Self {
        let buffer = Buffer { version: AtomicU32::new(0), values: RwLock::new(values) };
        Self { inline: T::default(), shared: OnceLock::from(Arc::new(buffer)) }
    }

    /// The buffer, into which an inline value moves at the first call.
    fn shared(&self) -> &Arc<Buffer<T>> {
        self.shared
            .get_or_init(|| Arc::new(Buffer { version: AtomicU32::new(0), values: RwLock::new(vec![self.inline]) }))
    }

    /// A second share of the same elements.
    pub(crate) fn share(&self) -> Self {
        Self { inline: T::default(), shared: OnceLock::from(Arc::clone(self.shared())) }
    }

    /// How many writes the elements have seen.
    #[inline]
    pub(crate) fn version(&self) -> u32 {
        self.shared.get().map_or(0, |buffer| buffer.version.load(Ordering::Acquire))
    }

    /// Counts a write.
    pub(crate) fn bump(&self) {
        self.shared().version.fetch_add(1, Ordering::AcqRel);
    }

    /// Whether both read and write the same elements.
    pub(crate) fn same(&self, other: &Self) -> bool {
        match (self.shared.get(), other.shared.get()) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            _ => std::ptr::eq(self, other),
        }
    }

    /// The elements, for reading. Reads nest, on one thread too: a waiting writer does not block them.
    #[inline]
    pub(crate) fn values(&self) -> Values<'_, T> {
        match self.shared.get() {
            None => Values::Inline(&self.inline),
            Some(buffer) => Values::Shared(buffer.values.read_recursive()),
        }
    }

    /// Writes these elements while reading `source`, which must not be the same. Waiting for the write lock never
    /// happens with the read lock held, so that two threads that update each other's operands cannot deadlock.
    pub(crate) fn write_reading<S: Copy + Default>(&self, source: &Storage<S>, f: &mut dyn FnMut(&mut [T], &[S])) {
        let Some(buffer) = source.shared.get() else {
            return f(&mut self.shared().values.write(), std::slice::from_ref(&source.inline));
        };
        loop {
            let values = buffer.values.read_recursive();
            if let Some(mut target) = self.shared().values.try_write() {
                return f(&mut target, &values);
            }
            drop(values);
            std::thread::yield_now();
        }
    }

    /// The elements for overwriting, when nobody else can see them.
    #[inline]
    pub(crate) fn unique(&mut self) -> Option<&mut [T]> {
        match self.shared.get_mut() {
            None => Some(std::slice::from_mut(&mut self.inline)),
            Some(buffer) => Arc::get_mut(buffer).map(|buffer| buffer.values.get_mut().as_mut_slice()),
        }
    }
}
