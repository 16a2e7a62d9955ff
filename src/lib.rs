//! Gradients of ordinary Rust functions at compile time, on stable Rust.
