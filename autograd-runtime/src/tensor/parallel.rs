//! Work on all cores, above a size where starting them pays.
//!
//! The threads are scoped and started for one kernel. A pool would start them faster, but its workers take up other
//! jobs while they wait: one that writes to a tensor would wait for ever for the kernel that reads it below on the same
//! stack.

use std::sync::OnceLock;

/// From this many elements on a kernel runs on all cores: starting a thread takes as long as some 50,000 cheap ones.
pub(crate) const THRESHOLD: usize = 1 << 18;

/// How many cores there are; asked for once.
pub(crate) fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| std::thread::available_parallelism().map_or(1, std::num::NonZero::get))
}

/// What fills a part of a buffer that begins at a place.
pub(crate) type Fill<'f, U> = dyn Fn(usize, &mut [U]) + Sync + 'f;

/// Calls `f(start, part)` with parts of `out` that together are all of it, on several cores where `work`, counted in
/// elements read, is large. The length of every part is a multiple of `unit`, if that of `out` is.
pub(crate) fn fill<U: Send>(out: &mut [U], unit: usize, work: usize, f: &Fill<'_, U>) {
    if work < THRESHOLD {
        return f(0, out);
    }
    fill_on_all_cores(out, unit.max(1), f);
}

#[cold]
fn fill_on_all_cores<U: Send>(out: &mut [U], unit: usize, f: &Fill<'_, U>) {
    let workers = cores().min(out.len() / unit).max(1);
    if workers == 1 {
        return f(0, out);
    }
    let size = (out.len() / unit).div_ceil(workers) * unit;
    std::thread::scope(|scope| {
        let mut parts = out.chunks_mut(size).enumerate();
        let own = parts.next();
        for (i, part) in parts {
            scope.spawn(move || f(i * size, part));
        }
        if let Some((_, part)) = own {
            f(0, part);
        }
    });
}

/// Both results, on two cores where `work` is large.
pub(crate) fn join<R: Send>(work: usize, a: impl FnOnce() -> R + Send, b: impl FnOnce() -> R) -> (R, R) {
    if work < THRESHOLD || cores() == 1 {
        return (a(), b());
    }
    std::thread::scope(|scope| {
        let a = scope.spawn(a);
        let b = b();
        match a.join() {
            Ok(a) => (a, b),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}
