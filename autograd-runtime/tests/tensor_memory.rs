//! What a backward pass does to memory: saved values are freed as the walk passes them, and in the end nothing is left.
//!
//! The file is a program of its own, because it counts every allocation.

#![cfg(feature = "tensor")]

use autograd_runtime::tensor::{GradOptions, Tensor, grad, grad_with};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::{Arc, Mutex};

/// Counts the bytes that live on the thread which allocated them.
struct Counting;

thread_local! {
    static LIVE: Cell<isize> = const { Cell::new(0) };
}

// SAFETY: every call goes to the system's allocator unchanged.
#[allow(unsafe_code, reason = "an allocator cannot be written otherwise")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let _ = LIVE.try_with(|live| live.set(live.get() + layout.size() as isize));
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        let _ = LIVE.try_with(|live| live.set(live.get() - layout.size() as isize));
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn live() -> isize {
    LIVE.get()
}

const CREATE: GradOptions =
    GradOptions { create_graph: true, retain_graph: false, allow_unused: false, materialize_grads: false };

const LAYERS: usize = 100;
const WIDTH: usize = 16;
const BATCH: usize = 256;

fn parameters() -> Vec<Tensor<f64>> {
    let value = |k: usize| (k as f64 * 0.7).sin() * 0.3;
    let weight = || Tensor::from_vec((0..WIDTH * WIDTH).map(value).collect(), [WIDTH, WIDTH]);
    (0..LAYERS).map(|_| weight().requires_grad_(true)).collect()
}

fn input() -> Tensor<f64> {
    Tensor::from_vec((0..BATCH * WIDTH).map(|k| (k as f64 * 0.3).cos()).collect(), [BATCH, WIDTH])
}

#[test]
fn memory_falls_as_the_walk_proceeds() {
    let (weights, x) = (parameters(), input());
    // The kernel of matrix products keeps its workspace from the first call on.
    let step = || x.matmul(&weights[0]).sum().backward();
    step();
    let before = live();
    let seen = Arc::new(Mutex::new(Vec::with_capacity(LAYERS)));
    let mut h = x.clone();
    for w in &weights {
        h = h.matmul(w).tanh();
        let seen = Arc::clone(&seen);
        h.register_hook(move |_| {
            seen.lock().expect("the list").push(live());
            None
        });
    }
    let loss = (&h * &h).mean();
    drop(h);
    let built = live();
    let activation = (BATCH * WIDTH * size_of::<f64>()) as isize;
    assert!(built - before > LAYERS as isize * activation, "every layer keeps its result");
    loss.backward();
    let seen = seen.lock().expect("the list").clone();
    assert_eq!(seen.len(), LAYERS);
    // From one layer to the next an activation goes and a weight's gradient, a sixteenth of its size, comes.
    for pair in seen.windows(2) {
        let fallen = pair[0] - pair[1];
        assert!(fallen > activation * 3 / 4, "fell by {fallen} bytes, an activation has {activation}");
    }
    assert!(seen[LAYERS - 1] - before < (built - before) / 5, "{seen:?}");
}

#[test]
fn memory_returns_to_what_it_was() {
    let (weights, x) = (parameters(), input());
    let step = || {
        let h = weights.iter().fold(x.clone(), |h, w| h.matmul(w).tanh());
        (&h * &h).mean().backward();
    };
    // The first step makes the gradients.
    step();
    let before = live();
    for _ in 0..3 {
        step();
    }
    let grown = live() - before;
    assert!(grown.abs() * 100 <= before, "{grown} bytes more than the {before} before");
}

#[test]
fn memory_returns_after_a_long_chain_and_after_an_error() {
    let x = Tensor::scalar(1.0).requires_grad_(true);
    let chain = || (0..100_000).fold(&x * 1.0, |y, _| &y * &x);
    chain().backward();
    let before = live();
    chain().backward();
    drop(chain());
    let y = chain();
    y.backward();
    assert!(y.try_backward().is_err(), "freed");
    drop(y);
    let h = &x * 1.0;
    let y = &h * &h;
    h.detach().add_(1.0);
    assert!(y.try_backward().is_err(), "modified");
    drop((h, y));
    let grown = live() - before;
    assert!(grown.abs() < 1000, "{grown} bytes remain");
}

/// What `program` leaves behind when all its tensors are gone.
fn leaves(program: impl Fn()) -> isize {
    // The first run makes what is kept for good: workspaces, the parameter's accumulator.
    program();
    let before = live();
    (0..10).for_each(|_| program());
    live() - before
}

#[test]
fn a_tensor_overwritten_with_what_was_computed_from_it_is_freed() {
    let w = Tensor::from_vec(vec![0.5; 1000], [1000]).requires_grad_(true);
    let result = leaves(|| {
        let b = &w * 2.0;
        let c = &b * &b;
        b.add_(&c);
        let other = b.clone();
        drop(b);
        assert_eq!(other.grad_fn().expect("a history").name(), "AddBackward0");
    });
    assert_eq!(result, 0, "the result of an operation");
    let constant = leaves(|| {
        let b = Tensor::ones([1000]);
        let c = &b * &w;
        b.add_(&c);
        b.mul_(b.sin());
    });
    assert_eq!(constant, 0, "a tensor that required no gradient before");
    let view = leaves(|| {
        let b = &w * 2.0;
        let part = b.narrow(0, 10, 500);
        let c = &part * &part;
        part.add_(&c);
        b.narrow(0, 0, 500).mul_(&part);
    });
    assert_eq!(view, 0, "a view and its base");
    let refused = leaves(|| {
        let b = &w * 2.0;
        b.add_(&b * &b);
        assert!(b.sum().try_backward().is_err(), "the factor was overwritten");
    });
    assert_eq!(refused, 0, "after a walk that fails");
    let differentiable = leaves(|| {
        let b = &w * 2.0;
        b.add_(1.0);
        let c = &b * &b;
        drop(b);
        let d = grad_with(&[&c.sum()], &[&w], &[], CREATE).expect("a gradient").remove(0).expect("used");
        // c = (2w + 1)², d = 4·(2w + 1) = 8, its slope 8.
        assert_eq!(d.to_vec()[0], 8.0);
        assert_eq!(grad(&[&d.sum()], &[&w]).expect("a gradient")[0].to_vec()[0], 8.0);
    });
    assert_eq!(differentiable, 0, "kept after the write, its history is needed");
}
