#![allow(unsafe_code, reason = "the pool keeps allocations without the type of their elements")]

use alloc::{alloc::dealloc, vec::Vec};
use core::{
    alloc::Layout,
    fmt,
    mem::{ManuallyDrop, size_of},
    ptr::NonNull,
};

/// A pool of emptied buffers, from which gradients take the stacks that hold their saved values and to which they give
/// them back. A gradient that is computed many times with one workspace allocates only the first time.
///
/// Elements may be of any type: the closures and tuples that gradients save have no name and may borrow. The pool
/// therefore keeps no element and no type, only the memory.
///
/// ```
/// use autograd_runtime::Workspace;
///
/// let mut workspace = Workspace::new();
/// let mut saved: Vec<(f64, f64)> = workspace.take(100);
/// saved.push((1.0, 2.0));
/// let place = saved.as_ptr() as usize;
/// workspace.give(saved);
///
/// let again: Vec<[u64; 2]> = workspace.take(100);
/// assert!(again.is_empty());
/// assert_eq!(again.as_ptr() as usize, place);
/// ```
#[derive(Default)]
pub struct Workspace {
    pools: Vec<Pool>,
}

/// Buffers for elements of one size and one alignment.
///
/// Invariant: every buffer is an allocation of the global allocator with the layout of `capacity` elements of this
/// `element` layout, neither size nor capacity is zero, and nobody else owns it.
struct Pool {
    element: Layout,
    buffers: Vec<Buffer>,
}

struct Buffer {
    memory: NonNull<u8>,
    capacity: usize,
}

impl Workspace {
    /// An empty workspace. Allocates nothing.
    pub const fn new() -> Self {
        Self { pools: Vec::new() }
    }

    /// An empty vector with room for at least `capacity` elements: a pooled buffer if one fits, else a new one.
    pub fn take<T>(&mut self, capacity: usize) -> Vec<T> {
        let Some(pool) = self.pools.iter_mut().find(|pool| pool.element == Layout::new::<T>()) else {
            return Vec::with_capacity(capacity);
        };
        // The buffer given back last is the warmest in the cache; look further only for a larger one.
        let Some(place) = pool.buffers.iter().rposition(|buffer| buffer.capacity >= capacity) else {
            // None is large enough: replace one instead of collecting buffers that never fit.
            if let Some(buffer) = pool.buffers.pop() {
                drop(buffer.into_vec::<T>(&pool.element));
            }
            return Vec::with_capacity(capacity);
        };
        pool.buffers.remove(place).into_vec(&pool.element)
    }

    /// Drops the elements of `vec` and keeps its memory for a later [`take`](Self::take).
    pub fn give<T>(&mut self, mut vec: Vec<T>) {
        vec.clear();
        if size_of::<T>() == 0 || vec.capacity() == 0 {
            return;
        }
        let element = Layout::new::<T>();
        let place = match self.pools.iter().position(|pool| pool.element == element) {
            Some(place) => place,
            None => {
                self.pools.push(Pool { element, buffers: Vec::new() });
                self.pools.len() - 1
            }
        };
        // Make room first: after that, nothing can panic between taking the vector apart and storing its memory.
        self.pools[place].buffers.reserve(1);
        let mut vec = ManuallyDrop::new(vec);
        let memory = NonNull::new(vec.as_mut_ptr().cast()).expect("the pointer of a vector is never null");
        self.pools[place].buffers.push(Buffer { memory, capacity: vec.capacity() });
    }

    /// How many bytes the pool holds.
    pub fn pooled_bytes(&self) -> usize {
        self.pools
            .iter()
            .map(|pool| pool.element.size() * pool.buffers.iter().map(|buffer| buffer.capacity).sum::<usize>())
            .sum()
    }

    /// Frees all pooled memory.
    pub fn clear(&mut self) {
        self.pools = Vec::new();
    }
}

impl Buffer {
    /// An empty vector over this memory. `element` is the layout of the pool that held the buffer, and of `T`.
    fn into_vec<T>(self, element: &Layout) -> Vec<T> {
        assert!(*element == Layout::new::<T>() && size_of::<T>() != 0);
        let buffer = ManuallyDrop::new(self);
        // SAFETY: by the invariant of `Pool`, the memory comes from the global allocator with the layout of `capacity`
        // elements of layout `element`, which is the layout of `capacity` elements of `T`. Length 0 claims no
        // initialised element. `self` was consumed, so the memory has one owner.
        unsafe { Vec::from_raw_parts(buffer.memory.as_ptr().cast(), 0, buffer.capacity) }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        for buffer in &self.buffers {
            // SAFETY: by the invariant this is the layout that the memory was allocated with; the size did not overflow
            // then and does not now. The buffers are dropped right after, so the memory is freed once.
            unsafe {
                let size = self.element.size() * buffer.capacity;
                let layout = Layout::from_size_align_unchecked(size, self.element.align());
                dealloc(buffer.memory.as_ptr(), layout);
            }
        }
    }
}

// SAFETY: a workspace owns its memory, which holds no elements and so nothing that is tied to a thread.
unsafe impl Send for Workspace {}

// SAFETY: a shared workspace gives out sizes only; there is no interior mutability.
unsafe impl Sync for Workspace {}

impl fmt::Debug for Workspace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Workspace")
            .field("buffers", &self.pools.iter().map(|pool| pool.buffers.len()).sum::<usize>())
            .field("pooled_bytes", &self.pooled_bytes())
            .finish()
    }
}
