//! The programs in PyTorch, where Python has it: `torch.py` measures one and prints its median time.

use std::process::Command;
use std::time::Duration;

/// The median time of a program; `None` where PyTorch is not to be had.
pub(crate) fn median(program: &str) -> Option<Duration> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/tensor_overhead/torch.py");
    let output = Command::new("python3").args([script, program]).output().ok()?;
    // A Python without PyTorch fails at the import.
    let text = String::from_utf8(output.stdout).ok().filter(|_| output.status.success())?;
    text.trim().parse().ok().map(Duration::from_secs_f64)
}
