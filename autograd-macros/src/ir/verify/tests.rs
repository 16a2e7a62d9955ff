use expect_test::{expect, Expect};

use super::{try_differentiated, try_function};
use crate::ir::{sample, Operand, PlaceKind, StmtKind, Type, Value};
use crate::reverse::Differentiated;

/// Breaks a sample and compares the first line of the complaint.
#[track_caller]
fn check(mut sample: Differentiated, break_it: impl FnOnce(&mut Differentiated), expected: Expect) {
    assert_eq!(try_differentiated(&sample), Ok(()));
    break_it(&mut sample);
    let complaint = try_differentiated(&sample).expect_err("the sample is broken");
    expected.assert_eq(complaint.lines().next().unwrap_or_default());
}

#[test]
fn samples_are_well_formed() {
    for sample in [sample::straight(), sample::product(), sample::store(), sample::caller()] {
        assert_eq!(try_function(&sample.function), Ok(()));
        assert_eq!(try_differentiated(&sample), Ok(()));
    }
}

#[test]
fn a_complaint_shows_the_statement_and_the_function() {
    let mut function = sample::straight().function;
    function.body.stmts.remove(0);
    let complaint = try_function(&function).expect_err("`t` is gone");
    expect![[r#"
        ill-formed IR: `t` is used where it is not visible
        in the statement
        let z: f64 = t + s

        of the function
        fn(x: f64, y: f64) -> (z: f64) {
            let s: f64 = x.sin()
            let z: f64 = t + s
            yield z
        }
    "#]]
    .assert_eq(&complaint);
}

#[test]
fn values() {
    check(
        sample::straight(),
        |sample| sample.forward.stmts.swap(0, 2),
        expect!["ill-formed IR: `t` is used where it is not visible"],
    );
    check(
        sample::straight(),
        |sample| sample.backward.stmts.insert(0, sample.forward.stmts[0].clone()),
        expect!["ill-formed IR: `t` is defined where it is visible"],
    );
    check(
        sample::straight(),
        |sample| sample.forward.yields.push(Operand::Value(Value(0))),
        expect!["ill-formed IR: the body yields 2 operands where 1 are expected"],
    );
    check(
        sample::straight(),
        |sample| sample.backward.yields.truncate(1),
        expect!["ill-formed IR: the backward part yields 1 operands where 2 are expected"],
    );
    check(
        sample::straight(),
        |sample| sample.seeds.clear(),
        expect!["ill-formed IR: 0 seeds for 1 leaves of the output"],
    );
    check(
        sample::straight(),
        |sample| sample.forward.yields[0] = Operand::Value(Value(99)),
        expect!["ill-formed IR: `%99` is used where it is not visible"],
    );
    check(
        sample::straight(),
        |sample| sample.function.values[1].ident = sample.function.values[0].ident.clone(),
        expect!["ill-formed IR: two values or places are called `x`"],
    );
}

#[test]
fn types() {
    check(
        sample::straight(),
        |sample| sample.function.values[0].ty = Type::Int,
        expect!["ill-formed IR: `x` of type int is marked differentiable"],
    );
    check(
        sample::straight(),
        |sample| {
            sample.function.values[0].ty = Type::Int;
            sample.function.values[0].differentiable = false;
        },
        expect!["ill-formed IR: arithmetic on a int"],
    );
    check(
        sample::store(),
        |sample| match &mut sample.forward.stmts[1].kind {
            StmtKind::If { cond, .. } => *cond = Operand::int(1),
            other => panic!("not the branch: {other:?}"),
        },
        expect!["ill-formed IR: a condition has the type int where bool is expected"],
    );
    check(
        sample::product(),
        |sample| sample.function.places[0].ty = Type::Bool,
        expect!["ill-formed IR: an index into a bool"],
    );
}

#[test]
fn regions() {
    check(
        sample::store(),
        |sample| match &mut sample.forward.stmts[1].kind {
            StmtKind::If { otherwise, .. } => otherwise.yields.clear(),
            other => panic!("not the branch: {other:?}"),
        },
        expect!["ill-formed IR: the `else` side yields 0 operands where 1 are expected"],
    );
    check(
        sample::product(),
        |sample| match &mut sample.forward.stmts[1].kind {
            StmtKind::Loop(inner) => inner.exits = true,
            other => panic!("not the loop: {other:?}"),
        },
        expect!["ill-formed IR: a loop's body yields 1 operands where 2 are expected"],
    );
    check(
        sample::product(),
        |sample| sample.forward.yields[0] = Operand::Value(Value(2)),
        expect!["ill-formed IR: `s_1` is used where it is not visible"],
    );
}

#[test]
fn places() {
    check(
        sample::store(),
        |sample| sample.function.places[0].mutable = false,
        expect!["ill-formed IR: `out` is written and not mutable"],
    );
    check(
        sample::caller(),
        |sample| drop(sample.forward.stmts.remove(0)),
        expect!["ill-formed IR: the place `b` is used where it is not visible"],
    );
    check(
        sample::product(),
        |sample| sample.function.places[1].kind = PlaceKind::Local,
        expect!["ill-formed IR: d_a is not the shadow of a"],
    );
    check(
        sample::product(),
        |sample| match &mut sample.forward.stmts[0].kind {
            StmtKind::Let { expr: crate::ir::Expr::Opaque(opaque), .. } => opaque.places.clear(),
            other => panic!("not the length: {other:?}"),
        },
        expect!["ill-formed IR: opaque code mentions the place `a` and does not list it"],
    );
}

#[test]
fn saved_values_and_pullbacks() {
    check(
        sample::product(),
        |sample| match &mut sample.backward.stmts[0].kind {
            StmtKind::Loop(inner) => match &mut inner.body.stmts[0].kind {
                StmtKind::Pop { items, .. } => items.push(Value(99)),
                other => panic!("not the pop: {other:?}"),
            },
            other => panic!("not the loop: {other:?}"),
        },
        expect!["ill-formed IR: `saved` is pushed with [1] items and popped with [2]"],
    );
    check(
        sample::product(),
        |sample| sample.forward = sample.function.body.clone(),
        expect!["ill-formed IR: `saved` is popped and never pushed"],
    );
    check(
        sample::caller(),
        |sample| sample.forward = sample.function.body.clone(),
        expect!["ill-formed IR: `pull_q` is used where it is not visible"],
    );
    check(
        sample::store(),
        |sample| match &mut sample.backward.stmts[0].kind {
            StmtKind::Resume { items, .. } => items[1].push(Value(0)),
            other => panic!("not the resumption: {other:?}"),
        },
        expect!["ill-formed IR: side 1 is resumed with 1 items and packed with 0"],
    );
    let mut sample = sample::store();
    sample.function.body = sample.forward.clone();
    let complaint = try_function(&sample.function).expect_err("a primal packs nothing");
    expect!["ill-formed IR: a statement of `reverse` stands in a primal"]
        .assert_eq(complaint.lines().next().unwrap_or_default());
}
