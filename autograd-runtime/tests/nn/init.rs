//! Initialisers: bounds, moments and structure of what they fill in.

use autograd_runtime::nn::init::{self, Fan, Nonlinearity};
use autograd_runtime::nn::{Conv2d, Embedding, Layer, Linear};
use autograd_runtime::tensor::{Conv, Generator, Tensor, TensorError};

/// Mean and standard deviation.
fn moments(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    (mean, (values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n).sqrt())
}

fn filled(shape: &[usize], fill: impl FnOnce(&Tensor<f64>) -> Result<(), TensorError>) -> Vec<f64> {
    let tensor = Tensor::full(shape, f64::NAN).requires_grad_(true);
    Generator::seeded(42).scope(|| fill(&tensor)).expect("the shape fits");
    assert!(tensor.is_leaf() && tensor.requires_grad());
    tensor.to_vec()
}

/// Evenly spread over `±bound`: within it, nearly reaching it, with deviation `bound / √3`.
fn check_uniform(values: &[f64], bound: f64) {
    let largest = values.iter().fold(0.0, |max: f64, v| max.max(v.abs()));
    assert!(largest <= bound && largest > 0.99 * bound, "{largest} of {bound}");
    let (mean, std) = moments(values);
    assert!(mean.abs() < 0.03 * bound && (std / (bound / 3.0_f64.sqrt()) - 1.0).abs() < 0.03, "{mean}, {std}");
}

fn check_normal(values: &[f64], std: f64) {
    let (mean, found) = moments(values);
    assert!(mean.abs() < 0.03 * std && (found / std - 1.0).abs() < 0.03, "{mean}, {found} for {std}");
    assert!(values.iter().any(|v| v.abs() > 2.5 * std), "the tails are there");
}

#[test]
fn gains_are_those_of_pytorch() {
    assert_eq!(init::gain(Nonlinearity::Linear), 1.0);
    assert_eq!(init::gain(Nonlinearity::Sigmoid), 1.0);
    assert_eq!(init::gain(Nonlinearity::Tanh), 5.0 / 3.0);
    assert_eq!(init::gain(Nonlinearity::Relu), 2.0_f64.sqrt());
    assert_eq!(init::gain(Nonlinearity::LeakyRelu(0.2)), (2.0_f64 / (1.0 + 0.2 * 0.2)).sqrt());
    assert_eq!(init::gain(Nonlinearity::Selu), 0.75);
}

#[test]
fn distributions_have_their_bounds_and_moments() {
    // fan_in is 40 · 9, fan_out 60 · 9.
    let shape = [60, 40, 3, 3];
    check_uniform(&filled(&shape, |t| init::xavier_uniform_(t, 2.0)), 2.0 * (6.0_f64 / 900.0).sqrt());
    check_normal(&filled(&shape, |t| init::xavier_normal_(t, 2.0)), 2.0 * (2.0_f64 / 900.0).sqrt());
    check_uniform(
        &filled(&shape, |t| init::kaiming_uniform_(t, Fan::In, Nonlinearity::Relu)),
        (6.0_f64 / 360.0).sqrt(),
    );
    check_uniform(
        &filled(&shape, |t| init::kaiming_uniform_(t, Fan::Out, Nonlinearity::Tanh)),
        5.0 / 540.0_f64.sqrt() / 3.0_f64.sqrt(),
    );
    check_normal(&filled(&shape, |t| init::kaiming_normal_(t, Fan::Out, Nonlinearity::Relu)), (2.0_f64 / 540.0).sqrt());
    check_normal(&filled(&shape, |t| init::normal_(t, 0.0, 0.3)), 0.3);
    let shifted: Vec<f64> = filled(&shape, |t| init::uniform_(t, 2.0, 4.0)).iter().map(|v| v - 3.0).collect();
    check_uniform(&shifted, 1.0);
    let truncated = filled(&shape, |t| init::trunc_normal_(t, 1.0, 2.0, 0.0, 3.0));
    assert!(truncated.iter().all(|v| (0.0..=3.0).contains(v)));
    assert!((moments(&truncated).0 - 1.404).abs() < 0.02, "the mean of the truncated distribution");
}

#[test]
fn layers_start_as_in_pytorch() {
    Generator::seeded(7).scope(|| {
        let linear = Linear::<f64>::new(100, 300);
        check_uniform(&linear.weight.to_vec(), 0.1);
        assert!(linear.bias.expect("a bias").to_vec().iter().all(|b| b.abs() <= 0.1));
        // A bound of 1/√fan_in is Kaiming's for a leaky ReLU of slope √5.
        let kaiming = init::gain(Nonlinearity::LeakyRelu(5.0_f64.sqrt())) * (3.0_f64 / 100.0).sqrt();
        assert!((kaiming - 0.1).abs() < 1e-15);
        let options = autograd_runtime::nn::Conv2dOptions { conv: Conv { groups: 2, ..Conv::default() }, bias: true };
        let conv = Conv2d::<f64>::with(8, 400, [5, 5], options);
        check_uniform(&conv.weight.to_vec(), 0.1);
        assert!(conv.bias.expect("a bias").to_vec().iter().all(|b| b.abs() <= 0.1));
        check_normal(&Embedding::<f64>::new(200, 50).weight.to_vec(), 1.0);
    });
}

#[test]
fn structured_matrices() {
    assert_eq!(filled(&[2, 3], init::eye_), [1.0, 0.0, 0.0, 0.0, 1.0, 0.0]);
    assert_eq!(filled(&[3], |t| init::constant_(t, 2.5)), [2.5; 3]);
    for shape in [[3, 5], [5, 3], [4, 4]] {
        let q = Tensor::from_vec(filled(&shape, |t| init::orthogonal_(t, 2.0)), shape);
        let product = if shape[0] < shape[1] { q.matmul(&q.t()) } else { q.t().matmul(&q) };
        let k = shape[0].min(shape[1]);
        for (i, p) in product.to_vec().into_iter().enumerate() {
            let expected = if i / k == i % k { 4.0 } else { 0.0 };
            assert!((p - expected).abs() < 1e-12, "{p} at {i} of {shape:?}");
        }
    }
    let sparse = filled(&[10, 4], |t| init::sparse_(t, 0.25, 1.0));
    for column in 0..4 {
        assert_eq!((0..10).filter(|row| sparse[row * 4 + column] == 0.0).count(), 3);
    }
    // Dirac's convolution passes channels on.
    let conv = Conv2d::<f64> {
        weight: Tensor::from_vec(filled(&[4, 2, 3, 3], |t| init::dirac_(t, 2)), [4, 2, 3, 3]),
        bias: None,
        conv: Conv { padding: [1, 1], ..Conv::default() },
    };
    let x = Tensor::<f64>::randn_from([1, 2, 4, 4], &mut Generator::seeded(1));
    assert_eq!(conv.forward(&x).to_vec(), [x.to_vec(), x.to_vec()].concat());
}

#[test]
fn what_cannot_be_filled_is_refused() {
    let error = |result: Result<(), TensorError>| result.expect_err("it does not fit").to_string();
    let (vector, matrix) = (Tensor::<f64>::zeros([3]), Tensor::<f64>::zeros([2, 2]));
    assert_eq!(
        error(init::xavier_uniform_(&vector, 1.0)),
        "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions (the shape is [3])"
    );
    assert!(error(init::eye_(&vector)).starts_with("Only tensors with 2 dimensions"));
    assert!(error(init::orthogonal_(&vector, 1.0)).contains("2 or more dimensions"));
    assert!(error(init::dirac_(&matrix, 1)).contains("3, 4, or 5 dimensions"));
    assert!(error(init::uniform_(&matrix, 1.0, 0.0)).contains("from=1 > to=0"));
    assert!(error(init::uniform_(&matrix, 0.0, f64::NAN)).contains("to=NaN"));
    assert!(error(init::normal_(&matrix, 0.0, -1.0)).contains("std -1"));
    assert!(error(init::trunc_normal_(&matrix, 0.0, 1.0, 9.0, 10.0)).contains("[9, 10]"));
    assert!(error(init::sparse_(&matrix, 1.5, 1.0)).contains("1.5"));
    assert_eq!((vector.to_vec(), matrix.to_vec()), (vec![0.0; 3], vec![0.0; 4]), "nothing was written");
    init::kaiming_normal_(&Tensor::<f64>::zeros([0, 3]), Fan::In, Nonlinearity::Relu).expect("nothing to fill");
}
