//! Expansion stays linear: four times the statements cost at most four and a half times the work.
//!
//! Work is counted, never timed: allocations of one thread, their bytes, and tokens of the result. A pass that copies
//! what it knows for every statement, or writes what it knows again, shows in these; instructions are counted by
//! `benches/expansion.sh`, which runs the same tests under callgrind.

use std::fmt::Write;

use proc_macro2::TokenStream;

#[derive(Clone, Copy, Debug)]
struct Work {
    allocations: u64,
    bytes: u64,
    tokens: u64,
}

/// What the expansion of a function of `statements` statements costs.
fn expand(body: fn(usize) -> String, statements: usize) -> Work {
    let item: TokenStream = body(statements).parse().expect("the test's function is Rust");
    let mut expanded = String::new();
    let counted = allocation_counter::measure(|| {
        expanded = crate::item::expand(TokenStream::new(), item).to_string();
    });
    assert!(!expanded.contains("compile_error"), "{expanded}");
    Work {
        allocations: counted.count_total,
        bytes: counted.bytes_total,
        tokens: expanded.split_whitespace().count() as u64,
    }
}

#[track_caller]
fn is_linear(body: fn(usize) -> String) {
    let (small, large) = (expand(body, 500), expand(body, 2000));
    for (what, small, large) in [
        ("allocations", small.allocations, large.allocations),
        ("bytes", small.bytes, large.bytes),
        ("tokens", small.tokens, large.tokens),
    ] {
        let ratio = large as f64 / small as f64;
        assert!(ratio <= 4.5, "{what}: {small} for 500 statements, {large} for 2000: {ratio:.2} times");
    }
}

/// `let v7 = v6.sin() * y + v5;`
fn straight(statements: usize) -> String {
    let mut code = "fn f(x: f64, y: f64) -> f64 { let v0 = x; let v1 = y;".to_owned();
    for i in 2..statements {
        let (a, b) = (i - 1, i - 2);
        let _ = match i % 4 {
            0 => write!(code, "let v{i} = v{a}.sin() * y + v{b};"),
            1 => write!(code, "let v{i} = v{a} * v{b} - 0.5 * x;"),
            2 => write!(code, "let v{i} = v{a} / (1.0 + v{b} * v{b});"),
            _ => write!(code, "let v{i} = (v{a} + v{b}).tanh();"),
        };
    }
    let _ = write!(code, "v{} }}", statements - 1);
    code
}

/// One mutable variable, so that every statement makes a new version of it.
fn mutable(statements: usize) -> String {
    let mut code = "fn f(x: f64, y: f64) -> f64 { let mut v = x;".to_owned();
    for i in 0..statements {
        code += if i % 2 == 0 { "v = v * y + x;" } else { "v += (v * x).sin();" };
    }
    code + "v }"
}

/// Every third statement is an `if`.
fn branches(statements: usize) -> String {
    let mut code = "fn f(x: f64, y: f64) -> f64 { let mut v = x; let mut w = y;".to_owned();
    for _ in 0..statements / 3 {
        code += "if v > w { v = v.sin() * y; } else { w = w * v.cos(); }";
    }
    code + "v * w }"
}

/// Every fourth statement is a loop, which cannot be fused.
fn loops(statements: usize) -> String {
    let mut code = "fn f(x: f64, n: usize) -> f64 { let mut v = x;".to_owned();
    for _ in 0..statements / 4 {
        code += "for i in 0..n { let u = v.sin(); v = u * x + i as f64; }";
    }
    code + "v }"
}

/// Loops that only add, which are fused, and stores to memory.
fn sums(statements: usize) -> String {
    let mut code = "fn f(a: &[f64], out: &mut [f64]) -> f64 { let mut s = 0.0;".to_owned();
    for i in 0..statements / 4 {
        let _ = write!(code, "for i in 0..a.len() {{ s += a[i].sin() * a[i]; }} out[{i}] = s * a[{i}];");
    }
    code + "s }"
}

#[test]
fn straight_line_code() {
    is_linear(straight);
}

#[test]
fn versions_of_one_variable() {
    is_linear(mutable);
}

#[test]
fn many_branches() {
    is_linear(branches);
}

#[test]
fn many_loops() {
    is_linear(loops);
}

#[test]
fn many_sums_and_stores() {
    is_linear(sums);
}
