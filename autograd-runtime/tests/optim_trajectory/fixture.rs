//! The file of recorded trajectories.

use serde::Deserialize;
use serde_json::{Map, Value};

/// Trajectories of PyTorch's optimizers on three small problems.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(non_snake_case, reason = "the field has the name it has in the file")]
pub(crate) struct Fixture {
    #[serde(rename = "generator")]
    pub(crate) _generator: String,
    #[serde(rename = "torch")]
    pub(crate) _torch: String,
    pub(crate) dtype: String,
    pub(crate) A: Vec<Vec<f64>>,
    pub(crate) b: Vec<f64>,
    pub(crate) sparse_targets: Vec<f64>,
    pub(crate) sparse_idx: Vec<Vec<usize>>,
    pub(crate) runs: Vec<Run>,
    #[serde(default)]
    pub(crate) extra: Vec<Extra>,
    /// Whether the file is another one than the repository's.
    #[serde(skip)]
    foreign: bool,
}

/// One optimizer with one set of options on one problem.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Run {
    pub(crate) optimizer: String,
    pub(crate) settings: Map<String, Value>,
    pub(crate) defaults_resolved: Map<String, Value>,
    pub(crate) problem: String,
    pub x0: Vec<f64>,
    pub(crate) steps: Vec<Step>,
    /// How far the parameters move when the start moves by 1e-14.
    #[serde(rename = "param_sensitivity_to_1e-14")]
    pub(crate) sensitivity: Vec<f64>,
    pub(crate) final_state: Map<String, Value>,
}

/// What was recorded around one step: loss and gradient before, parameters after.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    pub(crate) loss: f64,
    pub(crate) grad: Option<Vec<f64>>,
    pub(crate) grad_rows: Option<Vec<usize>>,
    pub(crate) grad_values: Option<Vec<f64>>,
    pub(crate) params: Vec<f64>,
    pub(crate) closure_calls: Option<usize>,
    #[serde(rename = "closure_losses")]
    pub(crate) _closure_losses: Option<Vec<f64>>,
}

/// A run described in words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Extra {
    pub(crate) name: String,
    pub(crate) params_after_each_step: Vec<Vec<f64>>,
}

impl Fixture {
    /// The file in the repository, or the one that `AUTOGRAD_OPTIM_FIXTURES` names.
    pub(crate) fn load() -> Self {
        let other = std::env::var("AUTOGRAD_OPTIM_FIXTURES").ok();
        let foreign = other.is_some();
        let own = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/optim_trajectories.json");
        let path = other.unwrap_or_else(|| own.into());
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read {path}: {error}"));
        let fixture: Self = serde_json::from_str(&text).unwrap_or_else(|error| panic!("cannot parse {path}: {error}"));
        let fixture = Self { foreign, ..fixture };
        assert_eq!(fixture.dtype, "float64", "{path}");
        assert!(!fixture.runs.is_empty(), "{path} holds no runs");
        fixture
    }

    /// The run described by a name that begins like this, with the numbers in its description. Another file than the
    /// repository's may do without it.
    pub(crate) fn extra(&self, beginning: &str) -> Option<(&Extra, Vec<f64>)> {
        let extra = self.extra.iter().find(|extra| extra.name.starts_with(beginning));
        assert!(extra.is_some() || self.foreign, "no extra run is called `{beginning}…`");
        extra.map(|extra| (extra, numbers(&extra.name)))
    }
}

/// Every number in a text, in order; `.01` counts.
fn numbers(text: &str) -> Vec<f64> {
    let number = |word: &str| word.trim_end_matches('.').parse().ok();
    text.split(|c: char| !(c.is_ascii_digit() || c == '.')).filter_map(number).collect()
}
