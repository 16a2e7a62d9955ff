//! Freeing a graph of any depth without recursion.
//!
//! Dropping the last handle to a node drops its edges, which may be the last handles to the nodes before it, and so
//! on to the beginning of the computation. So a last handle is not dropped where it stands but queued; the outermost
//! drop on the thread drains the queue.

use super::node::Node;
use std::cell::{Cell, RefCell};
use std::sync::Arc;

struct Queue {
    draining: Cell<bool>,
    waiting: RefCell<Vec<Arc<dyn Node>>>,
}

thread_local! {
    static QUEUE: Queue = const { Queue { draining: Cell::new(false), waiting: RefCell::new(Vec::new()) } };
}

/// Drops what may be the last handle to a node, now or when the outermost drop comes to it.
pub(crate) fn release(node: Arc<dyn Node>) {
    let mut node = Some(node);
    let queued = QUEUE.try_with(|queue| {
        let Some(node) = node.take() else { return };
        if queue.draining.get() {
            queue.waiting.borrow_mut().push(node);
            return;
        }
        queue.draining.set(true);
        let _done = Draining(queue);
        drop(node);
        loop {
            // The borrow ends before the node is dropped, because that may queue more.
            let next = queue.waiting.borrow_mut().pop();
            match next {
                Some(node) => drop(node),
                None => break,
            }
        }
    });
    // While the thread is being torn down there is no queue: the handle drops where it stands.
    let _ = queued;
}

/// Ends the draining, also when a destructor of the user's panics.
struct Draining<'a>(&'a Queue);

impl Drop for Draining<'_> {
    fn drop(&mut self) {
        self.0.draining.set(false);
    }
}
