//! The table in `docs/constructs.md`: every row names a test that exists, or the message that refuses the construct, as it
//! stands in the case that shows it.

use std::collections::HashSet;
use std::path::Path;

/// One row: what it is about, and what shows it.
struct Row<'t> {
    construct: &'t str,
    shown_by: &'t str,
}

fn rows(table: &str) -> Vec<Row<'_>> {
    let lines = table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| construct"));
    let cells = |line: &'_ str| -> Vec<(usize, usize)> {
        let inner = line.trim_matches('|');
        let offset = line.len() - line.trim_start_matches('|').len();
        let mut start = offset;
        inner
            .split(" | ")
            .map(|cell| {
                let place = (start, start + cell.len());
                start = place.1 + 3;
                place
            })
            .collect()
    };
    lines
        .map(|line| match cells(line)[..] {
            [(a, b), (c, d)] => Row { construct: line[a..b].trim(), shown_by: line[c..d].trim() },
            _ => panic!("a row has two cells: {line}"),
        })
        .collect()
}

/// Whether the file holds a test of this name: a function with `#[test]` before it, or an entry of the zoo.
fn holds_test(source: &str, name: &str) -> bool {
    let entry = format!("zoo! {{ {name}(");
    let function = format!("fn {name}(");
    let mut lines = source.lines().map(str::trim_start).peekable();
    while let Some(line) = lines.next() {
        let tested = line == "#[test]" && lines.peek().is_some_and(|next| next.starts_with(&function));
        if tested || line.starts_with(&entry) {
            return true;
        }
    }
    false
}

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What is wrong with a row, if anything is.
fn mistake(row: &Row<'_>) -> Option<String> {
    if let Some((message, case)) = row.shown_by.rsplit_once(" in `ui-tests/") {
        let case = format!("ui-tests/{}", case.trim_end_matches('`'));
        let found = read(&case).lines().any(|line| line.ends_with(&format!(": {message}")));
        return (!found).then(|| format!("{case} does not say: {message}"));
    }
    let named = row.shown_by.strip_prefix('`').and_then(|rest| rest.strip_suffix('`'));
    let Some((file, name)) = named.and_then(|named| named.split_once("::")) else {
        return Some("neither a test nor a message".to_owned());
    };
    // A test inside a module that a macro of the file makes is found by its last name.
    let name = name.rsplit("::").next().unwrap_or(name);
    (!holds_test(&read(file), name)).then(|| format!("{file} has no test `{name}`"))
}

#[test]
fn every_construct_is_tested_or_refused() {
    let table = read("docs/constructs.md");
    let rows = rows(&table);
    assert!(rows.len() > 200, "the table has lost its rows: {}", rows.len());
    let mut seen = HashSet::new();
    let mut mistakes = Vec::new();
    for row in &rows {
        if !seen.insert(row.construct) {
            mistakes.push(format!("{}: there are two rows", row.construct));
        }
        mistakes.extend(mistake(row).map(|mistake| format!("{}: {mistake}", row.construct)));
    }
    assert!(mistakes.is_empty(), "docs/constructs.md:\n{}", mistakes.join("\n"));
}

#[test]
fn a_row_that_shows_nothing_is_found() {
    let row = |shown_by| Row { construct: "a", shown_by };
    assert_eq!(mistake(&row("")).as_deref(), Some("neither a test nor a message"));
    assert_eq!(mistake(&row("`tests/zoo/arrays.rs::by_value`")), None);
    let missing = mistake(&row("`tests/zoo/arrays.rs::by_valu`"));
    assert_eq!(missing.as_deref(), Some("tests/zoo/arrays.rs has no test `by_valu`"));
    let refused = "threads cannot be differentiated in `ui-tests/fail/body/thread_spawn.stderr`";
    assert_eq!(mistake(&row(refused)), None);
    let other = mistake(&row("threads cannot be in `ui-tests/fail/body/thread_spawn.stderr`"));
    assert_eq!(other.as_deref(), Some("ui-tests/fail/body/thread_spawn.stderr does not say: threads cannot be"));
}
