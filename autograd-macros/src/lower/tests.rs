//! Snapshots of lowered functions, and the messages of refusals.

mod branches;
mod calls;
mod closures;
mod inactive;
mod iterators;
mod jumps;
mod loops;
mod memory;
mod modules;
mod refused;
mod scalars;

use expect_test::Expect;

use crate::diagnostics::Diagnostics;
use crate::helpers::Helpers;
use crate::ir::{print, verify, Function};
use crate::options::Options;
use crate::signature::Signature;

/// The function that a source lowers to is well formed and prints as expected.
#[track_caller]
fn check(source: &str, expected: Expect) {
    let function = match lowered(source) {
        Ok(function) => function,
        Err(messages) => panic!("refused: {messages:?}"),
    };
    verify::function(&function);
    expected.assert_eq(&print::function(&function));
}

/// The source is refused with exactly these messages.
#[track_caller]
fn check_refused(source: &str, expected: Expect) {
    match lowered(source) {
        Ok(function) => panic!("accepted:\n{}", print::function(&function)),
        Err(messages) => expected.assert_eq(&messages.join("\n")),
    }
}

fn lowered(source: &str) -> Result<Function, Vec<String>> {
    let function: syn::ItemFn = syn::parse_str(source).expect("the test's source parses");
    lowered_among(&function, &Helpers::default())
}

fn lowered_among(function: &syn::ItemFn, helpers: &Helpers) -> Result<Function, Vec<String>> {
    let cx = Diagnostics::new();
    let options = Options::read(&cx, proc_macro2::TokenStream::new());
    let signature = Signature::read(&cx, &options, None, &function.sig);
    let lowered = super::lower(&cx, &signature, &function.block, helpers);
    let messages = cx.messages();
    if messages.is_empty() {
        Ok(lowered)
    } else {
        Err(messages)
    }
}
