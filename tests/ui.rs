//! What compiles and what is refused, with the exact words: the cases are in `ui-tests`.
//!
//! `TRYBUILD=overwrite cargo test --test ui` writes the expected messages anew; read the difference before you commit it.

use std::path::{Path, PathBuf};

/// One run for all cases: they share one build of the dependencies.
#[test]
fn ui() {
    let (passing, refused) = (cases(Path::new("ui-tests/pass")), cases(Path::new("ui-tests/fail")));
    assert!(!passing.is_empty() && !refused.is_empty(), "the cases are in `ui-tests/pass` and `ui-tests/fail`");
    let run = trybuild::TestCases::new();
    passing.iter().for_each(|case| run.pass(case));
    refused.iter().for_each(|case| run.compile_fail(case));
}

/// All sources in the folder and the folders in it, in order of their names.
fn cases(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(cases(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}
