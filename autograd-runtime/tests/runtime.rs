//! Tests of what generated code relies on, one module per source file.

#[path = "runtime/gradcheck.rs"]
mod gradcheck;
#[path = "runtime/kinks.rs"]
mod kinks;
#[path = "runtime/mode.rs"]
mod mode;
#[path = "runtime/panics.rs"]
mod panics;
#[path = "runtime/real.rs"]
mod real;
#[path = "runtime/rules.rs"]
mod rules;
#[path = "runtime/step.rs"]
mod step;
#[path = "runtime/stepped.rs"]
mod stepped;
#[path = "runtime/tangent.rs"]
mod tangent;
#[path = "runtime/workspace.rs"]
mod workspace;
