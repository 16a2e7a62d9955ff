//! Names, training mode and freezing of modules within modules.

use std::sync::Arc;

use autograd_runtime::nn::{BatchNorm2d, Conv2d, Dropout, Layer, Linear, Module, Part, Relu, Sequential, Visitor};
use autograd_runtime::optim::{Adam, Optimizer};
use autograd_runtime::tensor::{Generator, Tensor, TensorError, manual_seed};

struct Net {
    features: Sequential<f64>,
    shortcut: Option<Conv2d<f64>>,
    heads: Vec<Linear<f64>>,
    scale: Tensor<f64>,
}

impl Net {
    fn new(shortcut: bool) -> Self {
        Self {
            features: Sequential::new()
                .then(Conv2d::new(1, 2, [3, 3]))
                .named("norm", BatchNorm2d::new(2))
                .then(Relu)
                .then(Dropout::new(0.5)),
            shortcut: shortcut.then(|| Conv2d::new(1, 2, [3, 3])),
            heads: vec![Linear::new(8, 2), Linear::without_bias(8, 3)],
            scale: Tensor::scalar(2.0).requires_grad_(true),
        }
    }
}

impl Module<f64> for Net {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, f64>) {
        visitor.parameter("scale", &self.scale);
        visitor.module("features", &self.features).module("shortcut", &self.shortcut).module("heads", &self.heads);
    }
}

impl Layer<f64> for Net {
    fn try_forward(&self, x: &Tensor<f64>) -> Result<Tensor<f64>, TensorError> {
        let features = self.features.try_forward(x)?;
        let sum = match &self.shortcut {
            Some(shortcut) => features.try_add(shortcut.try_forward(x)?)?,
            None => features,
        };
        let flat = (sum * &self.scale).try_flatten(1, -1)?;
        let [a, b] = [0, 1].map(|i| self.heads[i].try_forward(&flat));
        Tensor::try_cat(&[&a?, &b?], 1)
    }
}

fn names(module: &dyn Module<f64>) -> Vec<String> {
    module.named_parameters().into_iter().map(|(name, _)| name).collect()
}

#[test]
fn names_follow_the_fields() {
    let net = Net::new(true);
    let expected = [
        "scale",
        "features.0.weight",
        "features.0.bias",
        "features.norm.weight",
        "features.norm.bias",
        "shortcut.weight",
        "shortcut.bias",
        "heads.0.weight",
        "heads.0.bias",
        "heads.1.weight",
    ];
    assert_eq!(names(&net), expected);
    assert_eq!(names(&Net::new(false)).len(), expected.len() - 2);
    let buffers: Vec<String> = net.named_buffers().into_iter().map(|(name, _)| name).collect();
    assert_eq!(buffers, ["features.norm.running_mean", "features.norm.running_var"]);

    let mut rest = Vec::new();
    net.visit(&mut Visitor::new(&mut |name, part| match part {
        Part::Counter(_) | Part::Mode(_) => rest.push(name.to_owned()),
        Part::Parameter(_) | Part::Buffer(_) => {}
    }));
    assert_eq!(rest, ["features.norm.num_batches_tracked", "features.norm.training", "features.3.training"]);
}

#[test]
fn a_shared_parameter_is_listed_once() {
    let shared = Arc::new(Linear::<f64>::new(2, 2));
    let model = Sequential::new().then(Arc::clone(&shared)).then(Relu).then(shared);
    assert_eq!(names(&model), ["0.weight", "0.bias"]);
    Optimizer::new(Adam::default(), model.parameters()).expect("no parameter is there twice");
}

#[test]
fn train_and_eval_reach_every_module() {
    let net = Net::new(true);
    let x = Tensor::<f64>::randn_from([2, 1, 4, 4], &mut Generator::seeded(3));
    let differs = |net: &Net| {
        let mut generator = Generator::seeded(5);
        generator.scope(|| net.forward(&x).to_vec() != net.forward(&x).to_vec())
    };
    assert!(differs(&net), "dropout and running statistics are on at first");
    net.eval();
    assert!(!differs(&net));
    net.train();
    assert!(differs(&net));
}

#[test]
fn frozen_parameters_get_no_gradient_and_no_update() {
    let net = Net::new(true);
    net.eval();
    net.features.freeze();
    let before = net.features.parameters().iter().map(Tensor::to_vec).collect::<Vec<_>>();
    let mut adam = Optimizer::new(Adam::default(), net.named_parameters()).expect("an optimizer");
    net.forward(&Tensor::ones([1, 1, 4, 4])).sum().backward();
    assert!(net.features.parameters().iter().all(|parameter| parameter.grad().is_none()));
    assert!(net.heads[1].weight.grad().is_some());
    let head = net.heads[1].weight.to_vec();
    adam.step().expect("a step");
    assert_eq!(net.features.parameters().iter().map(Tensor::to_vec).collect::<Vec<_>>(), before);
    assert_ne!(net.heads[1].weight.to_vec(), head);
    net.zero_grad();
    assert!(net.parameters().iter().all(|parameter| parameter.grad().is_none()));
    net.features.unfreeze();
    net.forward(&Tensor::ones([1, 1, 4, 4])).sum().backward();
    assert!(net.features.parameters()[0].grad().is_some());
}

#[test]
fn a_scope_repeats_a_model_and_leaves_the_default_generator_alone() {
    let mut outer = Generator::seeded(11);
    outer.scope(|| {
        let expected: Tensor<f64> = Tensor::randn_from([4], &mut Generator::seeded(11));
        let [a, b] = [0, 1].map(|_| Generator::seeded(2).scope(|| Linear::<f64>::new(3, 3).weight.to_vec()));
        assert_eq!(a, b);
        assert_eq!(Tensor::<f64>::randn([4]).to_vec(), expected.to_vec(), "the inner scopes drew from their own");
        let panicking = || Generator::seeded(1).scope(|| panic!("in the scope"));
        assert!(std::panic::catch_unwind(panicking).is_err());
        manual_seed(11);
        assert_eq!(Generator::current(), Generator::seeded(11), "the seed is that of the scope");
    });
    assert_eq!(outer, Generator::seeded(11));
}
