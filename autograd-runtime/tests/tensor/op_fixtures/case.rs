//! One recorded case: reading it, running it, comparing.

use autograd_runtime::tensor::{GradOptions, Tensor, grad_with};
use serde_json::Value;

pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) op: String,
    pub(crate) args: Value,
    raw: Value,
    inputs: Vec<Input>,
}

enum Input {
    Float(Tensor<f64>),
    Int(Tensor<i64>),
    Bool(Tensor<bool>),
}

/// A result of an operation.
pub(crate) enum Output {
    Float(Tensor<f64>),
    Int(Tensor<i64>),
}

impl From<Tensor<f64>> for Output {
    fn from(t: Tensor<f64>) -> Self {
        Self::Float(t)
    }
}

impl From<Tensor<i64>> for Output {
    fn from(t: Tensor<i64>) -> Self {
        Self::Int(t)
    }
}

/// The only result of an operation.
pub(crate) fn one(t: impl Into<Output>) -> Option<Vec<Output>> {
    Some(vec![t.into()])
}

pub(crate) fn load() -> Vec<Case> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/op_fixtures.json");
    let path = std::env::var("AUTOGRAD_OP_FIXTURES").unwrap_or_else(|_| own.into());
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let file: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
    file["cases"].as_array().expect("cases").iter().map(Case::read).collect()
}

fn numbers(v: &Value) -> Vec<f64> {
    let number = |v: &Value| match v.as_str() {
        Some(text) => text.parse().unwrap_or(f64::NAN),
        None => v.as_f64().unwrap_or(f64::NAN),
    };
    match v.as_array() {
        Some(values) => values.iter().flat_map(numbers).collect(),
        None => vec![number(v)],
    }
}

fn sizes(v: &Value) -> Vec<usize> {
    numbers(v).into_iter().map(|n| n as usize).collect()
}

impl Case {
    fn read(raw: &Value) -> Self {
        let inputs = raw["inputs"].as_array().expect("inputs").iter().map(|input| {
            let (data, shape) = (numbers(&input["data"]), sizes(&input["shape"]));
            match input["dtype"].as_str() {
                Some("i64") => Input::Int(Tensor::from_vec(data.iter().map(|&v| v as i64).collect(), shape)),
                Some("bool") => Input::Bool(Tensor::from_vec(data.iter().map(|&v| v != 0.0).collect(), shape)),
                _ => Input::Float(Tensor::from_vec(data, shape).requires_grad_(input["requires_grad"] == true)),
            }
        });
        Self {
            name: raw["name"].as_str().expect("name").into(),
            op: raw["op"].as_str().expect("op").into(),
            args: raw["args"].clone(),
            inputs: inputs.collect(),
            raw: raw.clone(),
        }
    }

    /// How many inputs there are.
    pub(crate) fn len(&self) -> usize {
        self.inputs.len()
    }

    /// A float input.
    pub(crate) fn f(&self, i: usize) -> &Tensor<f64> {
        match &self.inputs[i] {
            Input::Float(t) => t,
            _ => panic!("{}: input {i} is not of floats", self.name),
        }
    }

    /// An index input.
    pub(crate) fn i(&self, i: usize) -> &Tensor<i64> {
        match &self.inputs[i] {
            Input::Int(t) => t,
            _ => panic!("{}: input {i} is not of indices", self.name),
        }
    }

    /// A mask input.
    pub(crate) fn b(&self, i: usize) -> &Tensor<bool> {
        match &self.inputs[i] {
            Input::Bool(t) => t,
            _ => panic!("{}: input {i} is not a mask", self.name),
        }
    }

    /// A numeric argument.
    pub(crate) fn number(&self, name: &str) -> Option<f64> {
        self.args[name].as_f64()
    }

    /// A list of integers; a single one counts as a list.
    pub(crate) fn integers(&self, name: &str) -> Option<Vec<isize>> {
        (!self.args[name].is_null()).then(|| numbers(&self.args[name]).into_iter().map(|n| n as isize).collect())
    }

    /// An integer argument.
    pub(crate) fn integer(&self, name: &str) -> Option<isize> {
        self.args[name].as_i64().map(|n| n as isize)
    }

    /// A boolean argument.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.args[name] == true
    }

    /// A text argument.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.args[name].as_str()
    }

    /// Compares values, gradients and second order with the record.
    pub(crate) fn check(&self, run: fn(&Case) -> Option<Vec<Output>>) -> Result<(), String> {
        let outputs = run(self).ok_or("not implemented")?;
        let recorded = self.raw["outputs"].as_array().ok_or("no outputs")?;
        if outputs.len() != recorded.len() {
            return Err(format!("{} outputs instead of {}", outputs.len(), recorded.len()));
        }
        let (mut roots, mut seeds) = (Vec::new(), Vec::new());
        for (k, (output, expected)) in outputs.iter().zip(recorded).enumerate() {
            let (shape, values) = match output {
                Output::Float(t) => (t.shape(), t.to_vec()),
                Output::Int(t) => (t.shape(), t.to_vec().into_iter().map(|v| v as f64).collect()),
            };
            if *shape != *sizes(&expected["shape"]) {
                return Err(format!("output {k} has shape {shape:?} instead of {}", expected["shape"]));
            }
            close(&format!("output {k}"), &values, &numbers(&expected["data"]), 1e-12)?;
            if let (true, Output::Float(t)) = (expected["differentiable"] == true, output) {
                roots.push(t);
                let seed = Tensor::from_vec(numbers(&self.raw["grad_outputs"][k]), t.shape());
                seeds.push((k, seed.requires_grad_(true)));
            }
        }
        if self.raw["grads"].is_null() {
            return Ok(());
        }
        self.check_gradients(&roots, &seeds)
    }

    fn check_gradients(&self, roots: &[&Tensor<f64>], seeds: &[(usize, Tensor<f64>)]) -> Result<(), String> {
        let active: Vec<(usize, &Tensor<f64>)> = (0..self.len())
            .filter_map(|i| match &self.inputs[i] {
                Input::Float(t) if t.requires_grad() => Some((i, t)),
                Input::Float(_) | Input::Int(_) | Input::Bool(_) => None,
            })
            .collect();
        let second = !self.raw["grad_grads"].is_null();
        let wrt: Vec<&Tensor<f64>> = active.iter().map(|(_, t)| *t).collect();
        let seed_refs: Vec<Option<&Tensor<f64>>> = seeds.iter().map(|(_, s)| Some(s)).collect();
        let options = GradOptions { create_graph: second, materialize_grads: true, ..GradOptions::default() };
        let grads = grad_with(roots, &wrt, &seed_refs, options).map_err(|e| e.to_string())?;
        let grads: Vec<Tensor<f64>> = grads.into_iter().flatten().collect();
        for ((i, input), grad) in active.iter().zip(&grads) {
            if grad.shape() != input.shape() {
                return Err(format!("gradient {i} has shape {:?} instead of {:?}", grad.shape(), input.shape()));
            }
            close(&format!("gradient {i}"), &grad.to_vec(), &numbers(&self.raw["grads"][i]), 1e-10)?;
        }
        if !second {
            return Ok(());
        }
        // s = Σ vᵢ · gᵢ, differentiated by the inputs and by the cotangents of the outputs.
        let mut sum = Tensor::scalar(0.0);
        for ((i, _), grad) in active.iter().zip(&grads) {
            let v = Tensor::from_vec(numbers(&self.raw["v"][i]), grad.shape());
            sum = sum + (grad * v).sum();
        }
        let all: Vec<&Tensor<f64>> = wrt.iter().copied().chain(seeds.iter().map(|(_, s)| s)).collect();
        let found = if sum.requires_grad() {
            let options = GradOptions { materialize_grads: true, ..GradOptions::default() };
            grad_with(&[&sum], &all, &[], options).map_err(|e| e.to_string())?.into_iter().flatten().collect()
        } else {
            all.iter().map(|t| t.zeros_like()).collect::<Vec<_>>()
        };
        for ((i, _), found) in active.iter().zip(&found) {
            close(&format!("second gradient {i}"), &found.to_vec(), &numbers(&self.raw["grad_grads"][i]), 1e-10)?;
        }
        for ((k, _), found) in seeds.iter().zip(&found[active.len()..]) {
            close(
                &format!("gradient of cotangent {k}"),
                &found.to_vec(),
                &numbers(&self.raw["grad_grad_outputs"][k]),
                1e-10,
            )?;
        }
        Ok(())
    }
}

/// Element by element, relative to the recorded number.
///
/// Where terms cancel, both sides carry the rounding of the terms, which nothing in the result shows. The terms are of
/// the order of the tensor's largest number or of one; eight units in the last place of that is what either side may be
/// off by.
fn close(what: &str, found: &[f64], expected: &[f64], tolerance: f64) -> Result<(), String> {
    if found.len() != expected.len() {
        return Err(format!("{what}: {} numbers instead of {}", found.len(), expected.len()));
    }
    let scale = expected.iter().filter(|v| v.is_finite()).fold(1.0_f64, |m, v| m.max(v.abs()));
    let floor = 8.0 * f64::EPSILON * scale;
    for (i, (f, e)) in found.iter().zip(expected).enumerate() {
        let same = (f - e).abs() <= tolerance * e.abs() + floor || f == e || (f.is_nan() && e.is_nan());
        if !same {
            return Err(format!("{what}[{i}] is {f:e} instead of {e:e}"));
        }
    }
    Ok(())
}
