//! Derived structs and enums as parameters of optimizers, against the same numbers in a plain vector.

use autograd::{
    Differentiable,
    optim::{Adam, Lbfgs, LineSearch, Optimizer, Sgd, Stepper, Variable},
};

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct Layer {
    weights: Vec<[f64; 2]>,
    bias: Option<f64>,
    name: String,
    #[no_grad]
    scale: f64,
}

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct Model {
    layers: [Layer; 2],
    shift: f64,
}

fn model() -> Model {
    let layer =
        |a: f64, bias| Layer { weights: vec![[a, -0.5], [0.25, 2.0 * a]], bias, name: "layer".to_string(), scale: 7.0 };
    Model { layers: [layer(1.0, Some(0.5)), layer(-3.0, None)], shift: 4.0 }
}

/// The floats of a model that carry a gradient, in order.
fn flat(model: &Model) -> Vec<f64> {
    let mut floats = Vec::new();
    for layer in &model.layers {
        floats.extend(layer.weights.as_flattened());
        floats.extend(layer.bias);
    }
    floats.push(model.shift);
    floats
}

/// The gradient of `Σ ((i + 1) xᵢ² / 2)`, with the shapes of the model.
fn gradient(model: &Model) -> ModelTangent {
    let mut place = 0.0;
    let mut next = |x: f64| {
        place += 1.0;
        place * x
    };
    let mut layer = |layer: &Layer| LayerTangent {
        weights: layer.weights.iter().map(|row| row.map(&mut next)).collect(),
        bias: layer.bias.map(&mut next),
    };
    let layers = [layer(&model.layers[0]), layer(&model.layers[1])];
    ModelTangent { layers, shift: next(model.shift) }
}

fn flat_gradient(x: &[f64]) -> Vec<f64> {
    x.iter().enumerate().map(|(i, x)| (i + 1) as f64 * x).collect()
}

fn flat_loss(x: &[f64]) -> f64 {
    x.iter().enumerate().map(|(i, x)| (i + 1) as f64 * x * x / 2.0).sum()
}

#[test]
fn a_struct_moves_as_its_numbers_in_a_vector() {
    let (mut model, settings) = (model(), Adam { lr: 0.1, amsgrad: true, weight_decay: 0.01, ..Adam::default() });
    let mut plain = flat(&model);
    assert_eq!(plain.len(), 10);
    let (mut of_model, mut of_plain) = (Stepper::new(settings.clone()).unwrap(), Stepper::new(settings).unwrap());
    for _ in 0..50 {
        let d_model = gradient(&model);
        of_model.step(&mut model, &d_model).unwrap();
        let d_plain = flat_gradient(&plain);
        of_plain.step(&mut plain, &d_plain).unwrap();
        assert_eq!(flat(&model), plain);
    }
    assert!(flat_loss(&plain) < 0.5 * flat_loss(&flat(&self::model())));
    assert_eq!((model.layers[0].name.as_str(), model.layers[0].scale), ("layer", 7.0));
}

#[test]
fn lbfgs_and_variables_take_structs_too() {
    let settings = || Lbfgs { line_search_fn: Some(LineSearch::StrongWolfe), ..Lbfgs::default() };
    let mut model = model();
    let mut plain = flat(&model);
    let mut of_model = Stepper::new(settings()).unwrap();
    let mut of_plain = Stepper::new(settings()).unwrap();
    let loss = of_model.step_with(&mut model, |model| (flat_loss(&flat(model)), gradient(model))).unwrap();
    let plain_loss = of_plain.step_with(&mut plain, |plain| (flat_loss(plain), flat_gradient(plain))).unwrap();
    assert_eq!((loss, flat(&model)), (plain_loss, plain));

    let variable = Variable::named("model", self::model());
    let mut sgd = Optimizer::new(Sgd { lr: 0.01, momentum: 0.9, ..Sgd::default() }, [&variable]).unwrap();
    for _ in 0..3 {
        variable.set_grad(&gradient(&variable.get())).unwrap();
        sgd.step().unwrap();
    }
    assert!(flat_loss(&flat(&variable.get())) < flat_loss(&flat(&self::model())));
    let other = LayerTangent { weights: vec![], bias: None };
    assert!(variable.set_grad(&other).unwrap_err().to_string().contains("model"));
}

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct Pair<T> {
    a: T,
    b: [T; 2],
}

/// Both components halve at every step, which loses nothing in either precision.
#[test]
fn generic_structs_in_both_precisions() {
    let mut p = Pair { a: 5.0_f64, b: [1.0, -0.7] };
    let mut sgd = Stepper::new(Sgd { lr: 0.25, ..Sgd::default() }).unwrap();
    for _ in 0..10 {
        let d_p = PairTangent { a: 2.0 * p.a, b: p.b.map(|x| 2.0 * x) };
        sgd.step(&mut p, &d_p).unwrap();
    }
    assert_eq!(p, Pair { a: 5.0 / 1024.0, b: [1.0 / 1024.0, -0.7 / 1024.0] });

    let mut p = Pair { a: 5.0_f32, b: [1.0, -0.7] };
    let mut sgd = Stepper::<_, f32>::new(Sgd { lr: 0.25, ..Sgd::default() }).unwrap();
    for _ in 0..10 {
        let d_p = PairTangent { a: 2.0 * p.a, b: p.b.map(|x| 2.0 * x) };
        sgd.step(&mut p, &d_p).unwrap();
    }
    assert_eq!(p, Pair { a: 5.0 / 1024.0, b: [1.0 / 1024.0, -0.7 / 1024.0] });
}
