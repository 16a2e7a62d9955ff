//! Whatever syntax the attribute meets, it answers: with companions or with errors, in tokens that parse, and never by a panic.

use std::panic::{catch_unwind, AssertUnwindSafe};
use std::path::Path;

use proc_macro2::TokenStream;
use quote::quote;

use super::expand;
use crate::diagnostics::Diagnostics;
use crate::options::Options;
use crate::random;
use crate::signature::Signature;

mod mutated;
mod odd;

/// How many random programs are expanded.
const PROGRAMS: u64 = 300;
/// How many times each function is mutated.
const MUTATIONS: usize = 12;

/// What is wrong with the answer to `#[differentiable(options)] item`, if anything is.
fn flaw(options: &TokenStream, item: TokenStream) -> Option<String> {
    let answer = match catch_unwind(AssertUnwindSafe(|| expand(options.clone(), item.clone()))) {
        Ok(answer) => answer,
        Err(panic) => {
            let message = panic.downcast_ref::<String>().cloned();
            let message = message.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string));
            return Some(format!("panicked: {}", message.unwrap_or_default()));
        }
    };
    let text = answer.to_string();
    // rustc refuses it, whatever the macro says.
    let refused = syn::parse2::<syn::ItemFn>(item.clone()).is_ok_and(|function| repeats_a_name(&function.sig));
    // A function inside an `impl` parses there only, a statement in a body.
    let parses = syn::parse2::<syn::File>(answer.clone()).is_ok()
        || syn::parse2::<syn::File>(quote!(impl S { #answer })).is_ok()
        || syn::parse2::<syn::File>(quote!(fn f() { #answer })).is_ok();
    if !parses {
        return Some(format!("does not parse: {text}"));
    }
    let answered =
        ["compile_error", "_backward", "Rule for", "Rule <"].iter().any(|part| text.contains(part)) || refused;
    (!answered).then(|| format!("neither an error nor companions: {text}"))
}

fn repeats_a_name(sig: &syn::Signature) -> bool {
    let cx = Diagnostics::new();
    let repeats = Signature::read(&cx, &Options::default(), None, sig).repeats_a_name();
    drop(cx.finish());
    repeats
}

/// Expands all sources and reports those that are answered badly.
fn check(sources: impl IntoIterator<Item = String>) -> usize {
    let mut flaws = Vec::new();
    let mut count = 0;
    for source in sources {
        let item: TokenStream = match source.parse() {
            Ok(item) => item,
            Err(error) => panic!("{error}: {source}"),
        };
        count += 1;
        flaws.extend(flaw(&TokenStream::new(), item).map(|flaw| format!("{source}\n    {flaw}")));
    }
    assert!(flaws.is_empty(), "{} of {count}:\n{}", flaws.len(), flaws.join("\n"));
    count
}

#[test]
fn odd_expressions_in_every_position() {
    let sources = odd::POSITIONS
        .iter()
        .flat_map(|position| odd::EXPRESSIONS.iter().map(move |expression| position.replace('@', expression)));
    let sources = sources.filter(|source| syn::parse_str::<syn::ItemFn>(source).is_ok());
    let count = check(sources);
    assert!(count > 1000, "only {count} of them parse");
}

#[test]
fn odd_statements() {
    let sources = odd::STATEMENTS.iter().map(|statement| {
        format!("fn f(x: f64, n: usize, a: &[f64], b: &mut Vec<f64>, p: (f64, S)) -> f64 {{ {statement} ; x }}")
    });
    assert_eq!(check(sources), odd::STATEMENTS.len());
}

#[test]
fn odd_items() {
    assert_eq!(check(odd::ITEMS.iter().map(ToString::to_string)), odd::ITEMS.len());
}

/// What is no item: rustc refuses the attribute there, and calls the macro in some of these places.
#[test]
fn odd_places() {
    for source in odd::PLACES {
        let answer = expand(TokenStream::new(), source.parse().expect("tokens")).to_string();
        assert!(answer.contains("cannot stand here"), "{source}: {answer}");
        assert!(answer.ends_with(&source.parse::<TokenStream>().expect("tokens").to_string()), "{source}: {answer}");
    }
}

/// Syntax that rustc has refused, or that `syn` does not know: the message waits until rustc has found nothing.
#[test]
fn odd_syntax() {
    for source in odd::SYNTAX {
        let answer = expand(TokenStream::new(), source.parse().expect("tokens")).to_string();
        assert!(answer.contains("fn f_unread") && answer.contains("must_use"), "{source}: {answer}");
        assert!(!answer.contains("compile_error"), "{source}: {answer}");
    }
}

/// Nothing to differentiate, and nothing wrong.
#[test]
fn empty_blocks() {
    for source in ["impl S {}", "impl Neg for S { type Output = S; }", "impl !T for S {}", "mod m {}"] {
        let answer = expand(TokenStream::new(), source.parse().expect("tokens"));
        syn::parse2::<syn::File>(answer.clone()).unwrap_or_else(|error| panic!("{error}: {answer}"));
        assert!(!answer.to_string().contains("compile_error"), "{answer}");
    }
}

#[test]
fn odd_options() {
    let item = quote!(
        fn f(x: f64, y: f64, n: usize) -> f64 {
            x * y
        }
    );
    for source in odd::OPTIONS {
        let options: TokenStream = source.parse().expect("tokens");
        if let Some(flaw) = flaw(&options, item.clone()) {
            panic!("{source}: {flaw}");
        }
    }
}

#[test]
fn random_programs() {
    let functions = (1..=PROGRAMS).flat_map(|seed| {
        let source = random::program(seed).source("");
        let file: syn::File = syn::parse_str(&source).expect("a program parses");
        file.items.into_iter().map(|item| quote!(#item).to_string())
    });
    assert!(check(functions) >= 300);
}

/// Functions of the repository's own tests and examples, with and without what they stand in.
#[test]
fn functions_of_the_repository() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let mut functions = Vec::new();
    for folder in ["ui-tests", "tests", "examples"] {
        collect(&root.join(folder), &mut functions);
    }
    assert!(check(functions) > 300);
}

/// Functions that are nearly right: whatever is wrong with them, the answer is no panic.
#[test]
fn mutated_functions() {
    let mut functions: Vec<String> = (1..=100).map(|seed| random::program(seed).source("")).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    collect(&root.join("tests"), &mut functions);
    let mut rng = random::Rng::new(1);
    let (mut read, mut flaws) = (0, Vec::new());
    for source in &functions {
        for _ in 0..MUTATIONS {
            let item = mutated::mutated(source.parse().expect("tokens"), &mut rng);
            let parses = syn::parse2::<syn::Item>(item.clone()).is_ok();
            read += usize::from(parses);
            let flaw = if parses { flaw(&TokenStream::new(), item.clone()) } else { panic_of(item.clone()) };
            flaws.extend(flaw.map(|flaw| format!("{item}\n    {flaw}")));
        }
    }
    assert!(flaws.is_empty(), "{} flaws:\n{}", flaws.len(), flaws.join("\n"));
    assert!(read > 1000, "only {read} mutations parse");
}

fn panic_of(item: TokenStream) -> Option<String> {
    catch_unwind(AssertUnwindSafe(|| expand(TokenStream::new(), item))).err().map(|_| "panicked".to_owned())
}

fn collect(folder: &Path, functions: &mut Vec<String>) {
    for entry in folder.read_dir().into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, functions);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = std::fs::read_to_string(&path).expect("a readable source");
            let Ok(file) = syn::parse_str::<syn::File>(&source) else { continue };
            functions.extend(
                file.items.iter().filter(|item| matches!(item, syn::Item::Fn(_))).map(|item| quote!(#item).to_string()),
            );
        }
    }
}
