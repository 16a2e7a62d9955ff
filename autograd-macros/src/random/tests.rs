use super::program::Stmt;
use super::shrink::shrink;
use super::{check, program, Case, Failure, Passing, Verdict};
use crate::interpret::{Data, Forms, Program};
use crate::ir::{sample, verify};
use crate::reverse::{differentiate, Differentiated, Form};

mod files;
mod gradients;
mod reports;

/// One sample as a program whose function is called `f`.
fn sampled(joint: Differentiated, split: Differentiated) -> Program {
    verify::differentiated(&joint);
    verify::differentiated(&split);
    let mut program = Program::default();
    program.insert("f", Forms { primal: joint.function.clone(), joint: Some(joint), split: Some(split) });
    program
}

/// The sample's primal, differentiated by the compiler.
fn differentiated(sample: &Differentiated) -> Program {
    let form = |joint| differentiate(&sample.function, Form { joint, fuse: false });
    let mut program = sampled(form(true), form(false));
    let primal = sample.function.clone();
    program.insert("f", Forms { primal, joint: Some(form(true)), split: Some(form(false)) });
    program
}

fn judge(program: &Program, args: Vec<Data>, passing: Vec<Passing>) -> Result<Verdict, Failure> {
    check(&Case { program, name: "f", args, passing }, 1)
}

#[test]
fn samples_agree() {
    let floats = vec![Data::Float(0.7), Data::Float(-1.3)];
    let straight = differentiated(&sample::straight());
    assert_eq!(judge(&straight, floats, vec![Passing::Value; 2]), Ok(Verdict::Agrees));
    let list = vec![Data::floats(&[0.5, -1.5, 0.7]), Data::Float(-1.3)];
    let product = differentiated(&sample::product());
    assert_eq!(judge(&product, list, vec![Passing::Shared, Passing::Value]), Ok(Verdict::Agrees));
    let store = differentiated(&sample::store());
    for x in [0.5, -0.5] {
        let list = vec![Data::floats(&[0.5, -1.5]), Data::Float(x)];
        assert_eq!(judge(&store, list, vec![Passing::Exclusive, Passing::Value]), Ok(Verdict::Agrees));
    }
}

#[test]
fn a_jump_is_skipped() {
    let store = differentiated(&sample::store());
    let list = vec![Data::floats(&[0.5, -1.5]), Data::Float(0.0)];
    assert_eq!(judge(&store, list, vec![Passing::Exclusive, Passing::Value]), Ok(Verdict::Kink));
}

#[test]
fn a_wrong_gradient_is_found() {
    let (mut joint, mut split) = (sample::straight(), sample::straight());
    joint.backward.yields.reverse();
    split.backward.yields.reverse();
    split.joint = false;
    let wrong = sampled(joint, split);
    let failure = judge(&wrong, vec![Data::Float(0.7), Data::Float(-1.3)], vec![Passing::Value; 2]);
    let message = failure.expect_err("the gradients are exchanged").message;
    assert!(message.starts_with("not the differences: ") && message.ends_with("parameter 0, component 0"), "{message}");
}

#[test]
fn programs_shrink_to_what_fails() {
    let program = (0..).map(program).find(|program| program.source("").contains("while")).expect("there is one");
    let small = shrink(&program, &|program| program.source("").contains("while"));
    assert_eq!(small.functions.len(), 1);
    let source = small.source("");
    let kept = |stmts: &[Stmt]| stmts.iter().filter(|stmt| !matches!(stmt, Stmt::Kept(_))).count();
    // The loop, and the variable in its condition.
    assert_eq!(kept(&small.entry().body), 2, "{source}");
    assert!(source.contains("while"), "{source}");
}
