//! Every operation that moves, chooses or folds elements, differentiated once and twice at many shapes: scalars, empty
//! tensors, dimensions of size one, and views that are not row-major.

mod indexing;
mod inputs;
mod joining;
mod products;
mod reductions;

use inputs::{Entry, Layout, Values};

/// Checks every entry of a table at all its shapes, as it is and through strided views.
fn check(table: &[Entry]) {
    let mut failures = Vec::new();
    let mut checked = 0;
    for entry in table {
        for shapes in entry.shapes {
            for layout in [Layout::RowMajor, Layout::Strided] {
                checked += 1;
                if let Err(text) = entry.check(shapes, layout) {
                    failures.push(format!("{} at {shapes:?}, {layout:?}: {text}", entry.name));
                }
            }
        }
    }
    assert!(checked >= 2 * table.len(), "an entry has no shape");
    assert!(failures.is_empty(), "{} of {checked} fail:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn reductions_and_scans_pass_gradcheck_twice() {
    check(reductions::TABLE);
}

#[test]
fn indexing_passes_gradcheck_twice() {
    check(indexing::TABLE);
}

#[test]
fn joining_and_views_pass_gradcheck_twice() {
    check(joining::TABLE);
}

#[test]
fn products_pass_gradcheck_twice() {
    check(products::TABLE);
}

#[test]
fn a_wrong_formula_is_found() {
    // The check itself: a value that depends on a detached factor has half the gradient it should have.
    let wrong =
        Entry { name: "half", shapes: &[&[&[2, 3]]], values: Values::Generic, run: |x| vec![&x[0] * x[0].detach()] };
    assert!(wrong.check(wrong.shapes[0], Layout::RowMajor).is_err());
    assert!(wrong.check(wrong.shapes[0], Layout::Strided).is_err());
}
