//! `docs/tensor_semantics.md` lists every recorded case, with tests that exist.

use crate::torch::record;
use std::collections::HashSet;
use std::path::Path;

#[test]
fn the_table_lists_every_case_with_a_test_or_a_reason() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("../docs/tensor_semantics.md")).expect("the page");
    let mut tests = HashSet::new();
    let folder = |path: &str| std::fs::read_dir(root.join(path)).expect("the tests");
    for file in folder("tests").chain(folder("tests/tensor")) {
        let path = file.expect("a file").path();
        let Some(name) = path.file_stem().and_then(|s| s.to_str()).filter(|_| path.is_file()) else { continue };
        let source = std::fs::read_to_string(&path).expect("a test file");
        for part in source.split("#[test]\nfn ").skip(1) {
            let test = part.split('(').next().expect("a name");
            tests.insert(format!("{name}::{test}"));
        }
    }
    let mut rows = HashSet::new();
    let mut section = String::new();
    for line in page.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            section = title.trim_matches('`').to_owned();
        }
        // `\|` is a bar inside a cell.
        let line = line.replace("\\|", "\u{1}");
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, case, verdict, test, _] = cells[..] else { continue };
        let Some(case) = case.strip_prefix('`').and_then(|case| case.strip_suffix('`')) else { continue };
        assert!(!verdict.is_empty(), "{section} / {case} has no verdict");
        for test in test.split(", ").filter(|test| *test != "—") {
            let test = test.trim_matches('`');
            assert!(tests.contains(test), "{section} / {case} names {test}, which does not exist");
        }
        assert!(test != "—" || verdict.starts_with("none: "), "{section} / {case} has neither test nor reason");
        rows.insert((section.clone(), case.replace('\u{1}', "|").trim().to_owned()));
    }
    let mut missing = Vec::new();
    for (section, cases) in record().as_object().expect("sections") {
        for case in cases.as_object().expect("cases").keys() {
            if !rows.contains(&(section.clone(), case.trim().to_owned())) {
                missing.push(format!("{section} / {case}"));
            }
        }
    }
    assert!(missing.is_empty(), "not in the table: {missing:#?}");
}
