//! What was recorded of PyTorch's behaviour (`fixtures/torch_semantics.json`), and how to compare with it.

use autograd_runtime::tensor::{Tensor, TensorError};
use serde_json::Value;
use std::sync::LazyLock;

pub(crate) type T = Tensor<f64>;

static RECORD: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../fixtures/torch_semantics.json")).expect("the fixture"));

/// All of it, by section and case.
pub(crate) fn record() -> &'static Value {
    &RECORD
}

/// One case.
pub(crate) fn recorded(section: &str, case: &str) -> &'static Value {
    RECORD[section].get(case).unwrap_or_else(|| panic!("no case {section} / {case}"))
}

/// The numbers of a case, however nested.
pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(values) => values.iter().flat_map(numbers).collect(),
        Value::Object(fields) => fields.values().flat_map(numbers).collect(),
        Value::String(text) => text.parse().into_iter().collect(),
        Value::Bool(_) | Value::Null => Vec::new(),
        Value::Number(number) => number.as_f64().into_iter().collect(),
    }
}

/// Element by element; a NaN is like another.
pub(crate) fn close(found: &[f64], expected: &[f64]) -> bool {
    let same = |a: f64, b: f64| a == b || (a - b).abs() <= 1e-12 * b.abs().max(1.0) || (a.is_nan() && b.is_nan());
    found.len() == expected.len() && found.iter().zip(expected).all(|(&a, &b)| same(a, b))
}

/// The recorded error's text up to the part that names Python's API.
fn phrase(section: &str, case: &str) -> String {
    let value = recorded(section, case);
    let text = value["text"].as_str().unwrap_or_else(|| panic!("{section} / {case} is no error: {value}"));
    let text = text.split(", with torch.").next().unwrap_or(text);
    text.split(" If you are using").next().unwrap_or(text).trim_end_matches('.').to_owned()
}

/// The error carries the recorded text.
#[track_caller]
pub(crate) fn refused<R>(result: Result<R, TensorError>, section: &str, case: &str) {
    let text = result.err().unwrap_or_else(|| panic!("{section} / {case} was not refused")).to_string();
    let phrase = phrase(section, case);
    assert!(text.contains(&phrase), "{section} / {case}:\n  got      {text}\n  recorded {phrase}");
}

/// The results have the recorded numbers.
#[track_caller]
pub(crate) fn same(found: &[&T], section: &str, case: &str) {
    let found: Vec<f64> = found.iter().flat_map(|t| t.to_vec()).collect();
    let expected = numbers(recorded(section, case));
    assert!(close(&found, &expected), "{section} / {case}: {found:?} instead of {expected:?}");
}

/// A vector that requires a gradient.
pub(crate) fn leaf(values: &[f64]) -> T {
    Tensor::from_slice(values).requires_grad_(true)
}
