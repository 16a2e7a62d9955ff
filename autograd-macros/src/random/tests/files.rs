//! The committed test files of the root package are what the generator prints.

use expect_test::{expect_file, ExpectFile};

use crate::random::file::file;
use crate::random::{examine, program, Program, Variant, Verdict};

/// Programs in each file, from which seed on.
const EACH: usize = 26;
const FIRST: u64 = 1_000_000;
/// Room for seeds that are passed over because of a kink at their inputs.
const ROOM: u64 = 100;

#[track_caller]
fn check(number: u64, committed: ExpectFile) {
    let seeds = FIRST + number * ROOM..FIRST + (number + 1) * ROOM;
    let smooth = |program: &Program| match examine(program, Variant::USUAL) {
        Ok(verdict) => verdict == Verdict::Agrees,
        Err(failure) => panic!("seed {}: {failure:?}", program.seed),
    };
    let programs: Vec<Program> = seeds.map(program).filter(smooth).take(EACH).collect();
    assert_eq!(programs.len(), EACH);
    committed.assert_eq(&file(&programs));
}

#[test]
fn part_1() {
    check(1, expect_file!["../../../../tests/random_programs/part_1.rs"]);
}

#[test]
fn part_2() {
    check(2, expect_file!["../../../../tests/random_programs/part_2.rs"]);
}

#[test]
fn part_3() {
    check(3, expect_file!["../../../../tests/random_programs/part_3.rs"]);
}

#[test]
fn part_4() {
    check(4, expect_file!["../../../../tests/random_programs/part_4.rs"]);
}

#[test]
fn part_5() {
    check(5, expect_file!["../../../../tests/random_programs/part_5.rs"]);
}

#[test]
fn part_6() {
    check(6, expect_file!["../../../../tests/random_programs/part_6.rs"]);
}

#[test]
fn part_7() {
    check(7, expect_file!["../../../../tests/random_programs/part_7.rs"]);
}

#[test]
fn part_8() {
    check(8, expect_file!["../../../../tests/random_programs/part_8.rs"]);
}
