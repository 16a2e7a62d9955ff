//! A workspace that has seen a computation once serves it again without the allocator.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::Cell,
};

use autograd_runtime::Workspace;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

/// The system's allocator, counting what this thread asks for.
struct Counting;

// SAFETY: every call goes to the system's allocator unchanged; counting touches a thread-local without a destructor.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.set(ALLOCATIONS.get() + 1);
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ALLOCATIONS.set(ALLOCATIONS.get() + 1);
        // SAFETY: the caller's promise is passed on.
        unsafe { System.realloc(memory, layout, size) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise is passed on.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The shape of a gradient of nested loops: stacks of several types, of lengths known and unknown, all alive at once.
fn gradient(workspace: &mut Workspace, n: usize) -> f64 {
    let mut outer = workspace.take::<(f64, f64)>(n);
    let mut inner = workspace.take::<f64>(0);
    let mut calls = workspace.take(n);
    for i in 0..n {
        let x = i as f64;
        outer.push((x, x.sin()));
        inner.extend((0..i % 7).map(|j| x * j as f64));
        calls.push(move |seed: f64| seed * x);
    }
    let mut d = 0.0;
    while let (Some((x, y)), Some(call)) = (outer.pop(), calls.pop()) {
        d += call(x * y);
    }
    d += inner.iter().sum::<f64>();
    workspace.give(outer);
    workspace.give(inner);
    workspace.give(calls);
    d
}

#[test]
fn repeating_a_gradient_allocates_nothing() {
    let mut workspace = Workspace::new();
    assert_eq!(ALLOCATIONS.get(), {
        drop(Workspace::new());
        ALLOCATIONS.get()
    });
    // `inner` and `calls` share a size, so it takes a second round until each has found its buffer.
    let expected = gradient(&mut workspace, 1000);
    gradient(&mut workspace, 1000);
    let before = ALLOCATIONS.get();
    assert!(before > 0, "the first round has to allocate");
    for _ in 0..10 {
        assert_eq!(gradient(&mut workspace, 1000), expected);
    }
    gradient(&mut workspace, 10);
    assert_eq!(ALLOCATIONS.get(), before);
}
