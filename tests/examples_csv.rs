//! The examples' CSV reader says which file, line and value is wrong.

use std::{fs, path::PathBuf};

#[path = "../examples/support/table.rs"]
mod table;

/// A file with the given contents.
fn file(name: &str, contents: impl AsRef<[u8]>) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, contents).unwrap();
    path
}

/// The error of reading `t_c` and `t_u` from a file with these contents, without the path it begins with.
#[track_caller]
fn refused(name: &str, contents: impl AsRef<[u8]>) -> String {
    let path = file(name, contents);
    let error = table::read_columns(&path, ["t_c", "t_u"]).expect_err("this file should be refused");
    assert_eq!(error.to_string(), format!("{error:?}"));
    error.to_string().strip_prefix(&path.display().to_string()).expect("the error begins with the path").to_string()
}

#[test]
fn columns_come_in_the_order_asked_for() {
    let path = file("good.csv", "# a comment\nname, t_u ,t_c\n\"x, y\",35.7,0.5\n\n z ,1e2,-4\n");
    let [t_c, t_u] = table::read_columns(&path, ["t_c", "t_u"]).unwrap();
    assert_eq!((t_c, t_u), (vec![0.5, -4.0], vec![35.7, 100.0]));
}

#[test]
fn windows_files_are_read() {
    let path = file("windows.csv", "\u{feff}t_c,t_u\r\n1,2\r\n3,4");
    let [t_c, t_u] = table::read_columns(&path, ["t_c", "t_u"]).unwrap();
    assert_eq!((t_c, t_u), (vec![1.0, 3.0], vec![2.0, 4.0]));
}

#[test]
fn missing_file() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("no such file.csv");
    let error = table::read_columns(&path, ["t_c"]).unwrap_err().to_string();
    assert!(error.starts_with(&format!("{}: ", path.display())) && error.contains("os error 2"), "{error}");
}

#[test]
fn wrong_column() {
    assert_eq!(
        refused("column.csv", "t_c,T_U\n1,2\n"),
        ", line 1: there is no column `t_u`, the columns are `t_c`, `T_U`"
    );
    assert_eq!(
        refused("no header.csv", "# x\n1,2\n3,4\n"),
        ", line 2: there is no column `t_c`, the columns are `1`, `2`"
    );
    assert_eq!(refused("twice.csv", "t_c,t_u,t_c\n1,2,3\n"), ", line 1: there are two columns `t_c`");
}

#[test]
fn text_in_a_number() {
    assert_eq!(refused("text.csv", "t_c,t_u\n1,2\n3,4 F\n5,6\n"), ", line 3: column `t_u`: `4 F` is not a number");
    assert_eq!(refused("comma.csv", "t_c,t_u\n1,\"2,5\"\n"), ", line 2: column `t_u`: `2,5` is not a number");
    assert_eq!(refused("missing.csv", "t_c,t_u\n1,2\n\n,4\n"), ", line 4: column `t_c`: the value is missing");
}

#[test]
fn not_a_finite_number() {
    assert_eq!(refused("nan.csv", "t_c,t_u\nNaN,2\n"), ", line 2: column `t_c`: `NaN` is not a finite number");
    assert_eq!(refused("inf.csv", "t_c,t_u\n1,-inf\n"), ", line 2: column `t_u`: `-inf` is not a finite number");
    assert_eq!(
        refused("huge.csv", "t_c,t_u\n1,2\n1,1e999\n"),
        ", line 3: column `t_u`: `1e999` is not a finite number"
    );
}

#[test]
fn nothing_in_it() {
    assert_eq!(refused("empty.csv", ""), ": the file is empty");
    assert_eq!(refused("comments.csv", "# only\n# comments\n"), ": the file is empty");
    assert_eq!(refused("header.csv", "t_c,t_u\n"), ", line 1: there is no row below the names of the columns");
}

#[test]
fn lines_of_other_lengths_and_other_encodings() {
    let message = ", line 3: the line has 1 values, the first line names 2 columns";
    assert_eq!(refused("truncated.csv", "t_c,t_u\n1,2\n3"), message);
    assert_eq!(refused("latin1.csv", b"t_c,t_u\n1,2\n3,\xb0\n"), ", line 3: the text is not UTF-8");
}
