//! Prints how many instructions each function, its gradient written by hand and its generated gradient execute, and fails if
//! a generated gradient misses its bar.
//!
//! `cargo run --release` in this folder; it needs valgrind.

use std::collections::HashMap;
use std::process::{Command, ExitCode, Stdio};

use overhead::subjects;
use serde_json::Value;

fn main() -> ExitCode {
    match counts() {
        Ok(counts) => table(&counts),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The instructions of every benchmark of `benches/instructions.rs`, by form and number of the subject.
fn counts() -> Result<HashMap<(String, usize), u64>, String> {
    let output = Command::new(env!("CARGO"))
        .args(["bench", "--bench", "instructions", "--", "--output-format=json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cannot run `cargo bench`: {error}"))?;
    if !output.status.success() {
        return Err(format!("`cargo bench` ended with {}; is valgrind installed?", output.status));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().filter(|line| line.starts_with('{')).map(count).collect()
}

/// One line of gungraun's output.
fn count(line: &str) -> Result<((String, usize), u64), String> {
    let summary: Value = serde_json::from_str(line).map_err(|error| format!("not a summary: {error}: {line}"))?;
    let found = || {
        let form = summary["function_name"].as_str()?;
        let index = summary["id"].as_str()?.strip_prefix("subject_")?.parse().ok()?;
        let instructions = summary.pointer("/profiles/0/data/total/metrics/Ir/values/new")?.as_u64()?;
        Some(((form.to_owned(), index), instructions))
    };
    found().ok_or_else(|| format!("no count of instructions in {line}"))
}

fn table(counts: &HashMap<(String, usize), u64>) -> ExitCode {
    println!("{:<16} {:>8} {:>8} {:>10} {:>7} {:>6}", "instructions", "primal", "by hand", "generated", "ratio", "bar");
    let mut missed = Vec::new();
    for (index, subject) in subjects::all().into_iter().enumerate() {
        let of = |form: &str| counts.get(&(form.to_owned(), index)).copied();
        let (Some(primal), Some(hand), Some(generated)) = (of("primal"), of("hand"), of("generated")) else {
            eprintln!("error: {} was not measured", subject.name);
            return ExitCode::FAILURE;
        };
        let (ratio, bar) = (generated as f64 / hand as f64, subject.kind.bar());
        let mark = if ratio > bar { " missed" } else { "" };
        println!("{:<16} {primal:>8} {hand:>8} {generated:>10} {ratio:>7.3} {bar:>6.2}{mark}", subject.name);
        if ratio > bar {
            missed.push(subject.name);
        }
    }
    if missed.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!("over the bar: {}", missed.join(", "));
    ExitCode::FAILURE
}
