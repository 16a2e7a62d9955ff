//! A program through the whole compiler up to `emit`, with the verifier after every stage.

use std::panic::{catch_unwind, AssertUnwindSafe};

use super::check::{Failure, Stage};
use super::program::Program;
use crate::diagnostics::Diagnostics;
use crate::interpret;
use crate::ir::{self, verify};
use crate::lower::lower;
use crate::options::Options;
use crate::reverse::{differentiate, Differentiated, Form};
use crate::signature::Signature;
use crate::simplify::{self, Passes};

/// Which of the compiler's choices to take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Variant {
    pub(crate) fuse: bool,
    pub(crate) passes: Passes,
}

impl Variant {
    /// What the macro does.
    pub(crate) const USUAL: Variant = Variant { fuse: true, passes: Passes::ALL };
    /// What reverse mode alone does.
    pub(crate) const PLAIN: Variant = Variant { fuse: false, passes: Passes::NONE };
}

/// Compiles every function of the program.
pub(crate) fn compile(program: &Program, variant: Variant) -> Result<interpret::Program, Failure> {
    let source = program.source("");
    let file: syn::File = match syn::parse_str(&source) {
        Ok(file) => file,
        Err(error) => return Err(Failure { stage: Stage::Parse, message: error.to_string() }),
    };
    let mut compiled = interpret::Program::default();
    for (item, function) in file.items.iter().zip(&program.functions) {
        let syn::Item::Fn(item) = item else { unreachable!("a program consists of functions") };
        compiled.insert(&function.name, forms(item, variant)?);
    }
    // What the runtime has for values of which the macro does not know that they are floats.
    let abs = syn::parse_quote! { fn abs(x: &f64) -> f64 { x.abs() } };
    compiled.insert("abs", forms(&abs, variant)?);
    Ok(compiled)
}

fn forms(item: &syn::ItemFn, variant: Variant) -> Result<interpret::Forms, Failure> {
    let primal = stage(Stage::Lower, || primal(item))??;
    let simple = stage(Stage::Simplify, || {
        let mut simple = primal.clone();
        simplify::primal(&mut simple, variant.passes);
        verify::try_function(&simple).map(|()| simple)
    })?;
    let simple = simple.map_err(|message| Failure { stage: Stage::Simplify, message })?;
    let joint = differentiated(&simple, Form { joint: true, fuse: variant.fuse }, variant)?;
    let split = differentiated(&simple, Form { joint: false, fuse: variant.fuse }, variant)?;
    Ok(interpret::Forms { primal, joint: Some(joint), split: Some(split) })
}

fn primal(item: &syn::ItemFn) -> Result<ir::Function, Failure> {
    let cx = Diagnostics::new();
    let signature = Signature::read(&cx, &Options::default(), None, &item.sig);
    let function = lower(&cx, &signature, &item.block, &crate::helpers::Helpers::default());
    let messages = cx.messages();
    if !messages.is_empty() {
        return Err(Failure { stage: Stage::Lower, message: format!("refused: {}", messages.join("\n")) });
    }
    verify::try_function(&function).map_err(|message| Failure { stage: Stage::Lower, message })?;
    Ok(function)
}

fn differentiated(primal: &ir::Function, form: Form, variant: Variant) -> Result<Differentiated, Failure> {
    let found = stage(Stage::Reverse, || {
        let found = differentiate(primal, form);
        verify::try_differentiated(&found).map(|()| found)
    })?;
    let mut found = found.map_err(|message| Failure { stage: Stage::Reverse, message })?;
    let checked = stage(Stage::Simplify, || {
        simplify::differentiated(&mut found, variant.passes);
        verify::try_differentiated(&found)
    })?;
    checked.map_err(|message| Failure { stage: Stage::Simplify, message })?;
    Ok(found)
}

/// Runs a stage; a panic in it is its failure, and prints nothing.
pub(super) fn stage<T>(stage: Stage, run: impl FnOnce() -> T) -> Result<T, Failure> {
    quiet::install();
    quiet::inside(|| catch_unwind(AssertUnwindSafe(run))).map_err(|panic| {
        let text = panic.downcast_ref::<String>().cloned();
        let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        Failure { stage, message: format!("panicked: {}", text.unwrap_or_default()) }
    })
}

/// Keeps panics that are caught from printing: thousands of candidates of the shrinker panic.
mod quiet {
    use std::cell::Cell;
    use std::panic;
    use std::sync::Once;

    thread_local!(static DEPTH: Cell<usize> = const { Cell::new(0) });

    pub(super) fn install() {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            let loud = panic::take_hook();
            panic::set_hook(Box::new(move |info| {
                if DEPTH.get() == 0 {
                    loud(info);
                }
            }));
        });
    }

    /// `run` must not panic.
    pub(super) fn inside<T>(run: impl FnOnce() -> T) -> T {
        DEPTH.set(DEPTH.get() + 1);
        let found = run();
        DEPTH.set(DEPTH.get() - 1);
        found
    }
}
