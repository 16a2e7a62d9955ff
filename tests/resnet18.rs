//! ResNet-18 computes what torchvision's does, in f64: scores, loss, gradients, running statistics.

use std::{collections::BTreeMap, fs, path::Path};

use autograd::{
    nn::{Layer, Module, Part, Visitor},
    tensor::{Tensor, no_grad},
};
use serde_json::Value;

#[allow(dead_code, reason = "shared with an example")]
#[path = "../examples/support/resnet18.rs"]
mod resnet18;

use resnet18::ResNet18;

fn fixture() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/resnet18_check.json");
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// Names and shapes in the order of the state, and what is to be written there; a counter has no shape.
fn state(model: &ResNet18<f64>) -> Vec<(String, Option<&Tensor<f64>>)> {
    let mut state = Vec::new();
    model.visit(&mut Visitor::new(&mut |name, part| match part {
        Part::Parameter(tensor) | Part::Buffer(tensor) => state.push((name.to_owned(), Some(tensor))),
        Part::Counter(_) => state.push((name.to_owned(), None)),
        Part::Mode(_) => {}
    }));
    state
}

/// Fills the model by the formula that the fixture gives.
fn fill(model: &ResNet18<f64>) {
    for (k, (name, tensor)) in state(model).into_iter().enumerate() {
        let Some(tensor) = tensor else { continue };
        let shape = tensor.shape();
        let scale = (2.0 / (tensor.numel() as f64 / shape[0] as f64)).sqrt();
        let value = |i: usize| {
            let s = (0.37 * i as f64 + k as f64).sin();
            match name.rsplit_once('.').unwrap().1 {
                "running_var" => 1.0 + 0.1 * s,
                "running_mean" => 0.1 * s,
                "weight" if shape.len() == 1 => 1.0 + 0.1 * s,
                _ if shape.len() == 1 => 0.01 * s,
                _ => scale * s,
            }
        };
        let values = Tensor::from_vec((0..tensor.numel()).map(value).collect(), shape);
        no_grad(|| tensor.try_copy_(&values)).unwrap();
    }
}

fn norm(tensor: &Tensor<f64>) -> f64 {
    tensor.with_slice(|values| values.iter().map(|v| v * v).sum::<f64>().sqrt())
}

#[test]
fn names_and_shapes_are_torchvisions() {
    let model = ResNet18::<f64>::new(1000);
    let expected: Vec<(String, Vec<usize>)> = fixture()["state_dict"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| serde_json::from_value::<(String, Vec<usize>, String)>(entry.clone()).unwrap())
        .map(|(name, shape, _)| (name, shape))
        .collect();
    let shapes: Vec<(String, Vec<usize>)> =
        state(&model).into_iter().map(|(name, tensor)| (name, tensor.map_or(vec![], |t| t.shape().to_vec()))).collect();
    assert_eq!(shapes, expected);
}

#[test]
fn scores_loss_and_gradients_in_evaluation_are_torchvisions() {
    let case = &fixture()["cases"][0];
    assert_eq!(case["mode"], "eval");
    let (ours, expected) = (measure(case, 0), recorded(case));
    assert_eq!(ours.len(), expected.len());
    for (what, &expected) in &expected {
        let error = (ours[what] - expected).abs() / expected.abs();
        assert!(error <= 1e-8, "{what}: {} is not {expected}, the relative error is {error:e}", ours[what]);
    }
}

/// With the fixture's weights the channels are nearly alike, and normalizing them by the statistics of eight places is so
/// ill-conditioned that flipping the last bit of the images moves scores by 1e-7. So the tolerance is 1e-8, or ten times
/// what such flips do to our own numbers where that is more.
#[test]
fn scores_loss_and_gradients_in_training_are_torchvisions() {
    let case = &fixture()["cases"][1];
    assert_eq!(case["mode"], "train");
    let (ours, expected) = (measure(case, 0), recorded(case));
    let flipped: Vec<BTreeMap<String, f64>> = (1..=3).map(|flip| measure(case, flip)).collect();
    assert_eq!(ours.len(), expected.len());
    for (what, &expected) in &expected {
        let moved = flipped.iter().map(|flipped| (flipped[what] - ours[what]).abs()).fold(0.0, f64::max);
        assert!(moved <= 1e-4 * expected.abs(), "{what}: one bit moves {expected} by {moved}");
        let error = (ours[what] - expected).abs();
        let allowed = f64::max(1e-8 * expected.abs(), 10.0 * moved);
        assert!(error <= allowed, "{what}: {} is not {expected}, {error:e} away, {allowed:e} are allowed", ours[what]);
    }
}

/// Everything that the fixture records of a case, as the model computes it. A `flip` changes the last bit of some pixels,
/// different ones for each.
fn measure(case: &Value, flip: u64) -> BTreeMap<String, f64> {
    let model = ResNet18::<f64>::new(1000);
    fill(&model);
    match case["mode"].as_str().unwrap() {
        "eval" => model.eval(),
        "train" => model.train(),
        other => panic!("no mode {other}"),
    }
    let shape: Vec<usize> = serde_json::from_value(case["input_shape"].clone()).unwrap();
    let bit = |i: u64| u64::from(flip > 0 && (i * (2 * flip + 1) / 4) % 2 == 1);
    let pixel = |i: u64| f64::from_bits((0.11 * i as f64).cos().to_bits() ^ bit(i));
    let x = Tensor::from_vec((0..shape.iter().product::<usize>() as u64).map(pixel).collect(), &shape);
    let x = x.requires_grad_(true);
    let scores = model.forward(&x);
    let target: Vec<i64> = serde_json::from_value(case["target"].clone()).unwrap();
    let loss = scores.cross_entropy(&Tensor::from_vec(target, [shape[0]]));
    loss.backward();

    let mut measured = BTreeMap::new();
    for b in 0..shape[0] {
        let row = scores.select(0, b as isize).to_vec();
        measured.extend((0..8).map(|c| (format!("score {c} of image {b}"), row[c])));
    }
    measured.insert("sum of scores".into(), scores.detach().sum().item());
    measured.insert("norm of scores".into(), norm(&scores));
    measured.insert("loss".into(), loss.item());
    measured.insert("gradient of the input".into(), norm(&x.grad().unwrap()));
    for (name, parameter) in model.named_parameters() {
        measured.insert(format!("gradient of {name}"), norm(&parameter.grad().unwrap()));
    }
    let means = model.named_buffers().into_iter().filter(|(name, _)| name.ends_with("running_mean"));
    measured.extend(means.map(|(name, mean)| (format!("norm of {name}"), norm(&mean))));
    measured
}

/// The same from the fixture.
fn recorded(case: &Value) -> BTreeMap<String, f64> {
    let number = |value: &Value| value.as_f64().unwrap();
    let mut recorded = BTreeMap::new();
    for (b, row) in case["logits_first_8"].as_array().unwrap().iter().enumerate() {
        let row = row.as_array().unwrap();
        recorded.extend(row.iter().enumerate().map(|(c, score)| (format!("score {c} of image {b}"), number(score))));
    }
    recorded.insert("sum of scores".into(), number(&case["logits_sum"]));
    recorded.insert("norm of scores".into(), number(&case["logits_norm"]));
    recorded.insert("loss".into(), number(&case["cross_entropy"]));
    recorded.insert("gradient of the input".into(), number(&case["input_grad_norm"]));
    for (prefix, key) in [("gradient of", "param_grad_norms"), ("norm of", "running_mean_after")] {
        let norms = case[key].as_object().unwrap();
        recorded.extend(norms.iter().map(|(name, value)| (format!("{prefix} {name}"), number(value))));
    }
    recorded
}
