//! A million operations in a row: no part of forward, backward or drop may recurse.

use autograd_runtime::tensor::{Tensor, no_grad};

// An interpreter that checks every access takes a small depth.
const DEPTH: usize = if cfg!(miri) { 400 } else { 1_000_000 };

fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(test).expect("a thread");
    assert!(thread.join().is_ok(), "the thread failed");
}

#[test]
fn a_million_operations_forward_backward_and_drop() {
    on_a_small_stack(|| {
        let x = Tensor::scalar(1.0_f64).requires_grad_(true);
        let mut y = &x * 1.0;
        for _ in 1..DEPTH {
            y = &y + 1e-6;
        }
        y.backward();
        assert_eq!(x.grad().expect("a gradient").item(), 1.0);
        assert!((y.item() - 2.0).abs() < 1e-5);
        drop(y);
    });
}

#[test]
fn a_million_operations_dropped_without_backward() {
    on_a_small_stack(|| {
        let x = Tensor::from_slice(&[1.0, 2.0]).requires_grad_(true);
        let mut y = &x * &x;
        for _ in 1..DEPTH {
            // The product keeps both operands: the chain hangs together by saved values too.
            y = &y * &x;
        }
        assert!(y.requires_grad());
        drop(y);
        assert!(x.grad().is_none());
    });
}

#[test]
fn a_million_writes_in_place() {
    on_a_small_stack(|| {
        let x = Tensor::scalar(1.0).requires_grad_(true);
        let y = &x * 2.0;
        for _ in 0..DEPTH / 4 {
            y.add_(1.0);
        }
        y.backward();
        assert_eq!(x.grad().expect("a gradient").item(), 2.0);
        no_grad(|| x.sub_(1.0));
        assert_eq!(x.item(), 0.0);
    });
}

#[test]
fn a_graph_built_here_and_walked_elsewhere() {
    let x = Tensor::from_slice(&[1.0, 2.0, 3.0]).requires_grad_(true);
    let y = (&x * &x).sum();
    std::thread::scope(|scope| {
        scope.spawn(|| y.backward());
    });
    assert_eq!(x.grad().expect("a gradient").to_vec(), [2.0, 4.0, 6.0]);
}

#[test]
fn two_threads_over_shared_parameters() {
    let w = Tensor::from_slice(&[2.0, 3.0]).requires_grad_(true);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..if cfg!(miri) { 10 } else { 1000 } {
                    (&w * &w).sum().backward();
                }
            });
        }
    });
    assert_eq!(w.grad().expect("a gradient").to_vec(), if cfg!(miri) { [80.0, 120.0] } else { [8000.0, 12000.0] });
}
