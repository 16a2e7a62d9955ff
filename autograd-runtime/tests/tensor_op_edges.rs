//! The edges of elementwise operations, losses and normalization: kinks, poles and infinite arguments as PyTorch treats
//! them (`fixtures/torch_semantics.json`, section `kinks`), twelve digits of the special functions, in-place forms, refusals.

#![cfg(feature = "tensor")]

use autograd_runtime::tensor::{BatchNorm, CrossEntropy, Generator, GradOptions, Reduction, Tensor, grad_with};
use serde_json::Value;

type T = Tensor<f64>;

const INF: f64 = f64::INFINITY;

/// The name of the recorded case, the inputs, the call. The cotangent is one everywhere.
type Kink = (&'static str, &'static [&'static [f64]], fn(&[T]) -> T);

const KINKS: &[Kink] = &[
    ("leaky_relu(0)", &[&[0.0, 1.0, -1.0]], |x| x[0].leaky_relu(0.01)),
    ("elu(0)", &[&[0.0]], |x| x[0].elu(1.0)),
    ("relu6 at 0,6", &[&[0.0, 6.0, 3.0]], |x| x[0].relu6()),
    ("hardtanh at -1,1", &[&[-1.0, 1.0, 0.5]], |x| x[0].hardtanh(-1.0, 1.0)),
    ("hardsigmoid at -3,3", &[&[-3.0, 3.0, 0.0]], |x| x[0].hardsigmoid()),
    ("hardswish at -3,3", &[&[-3.0, 3.0, 0.0]], |x| x[0].hardswish()),
    ("threshold(x,0,0) at 0", &[&[0.0]], |x| x[0].threshold(0.0, 0.0)),
    ("softshrink(.5) at +-.5", &[&[0.5, -0.5, 1.0]], |x| x[0].softshrink(0.5)),
    ("hardshrink(.5) at +-.5", &[&[0.5, -0.5, 1.0]], |x| x[0].hardshrink(0.5)),
    ("softsign(0)", &[&[0.0]], |x| x[0].softsign()),
    ("selu(0)", &[&[0.0]], |x| x[0].selu()),
    ("celu(0)", &[&[0.0]], |x| x[0].celu(1.0)),
    ("logsigmoid(0)", &[&[0.0, 800.0, -800.0]], |x| x[0].logsigmoid()),
    ("softplus extreme", &[&[0.0, 30.0, -800.0, 19.999, 20.001]], |x| x[0].softplus()),
    ("prelu(0)", &[&[0.0, -1.0], &[0.25]], |x| x[0].prelu(&x[1])),
    ("clamp at bounds", &[&[0.0, 1.0, -1.0, 2.0, 0.5]], |x| x[0].clamp(0.0, 1.0)),
    ("clamp(min)", &[&[0.0, -1.0]], |x| x[0].clamp_min(0.0)),
    ("clamp(max)", &[&[1.0, 2.0]], |x| x[0].clamp_max(1.0)),
    ("clamp min>max", &[&[0.0, 1.5, 3.0]], |x| x[0].clamp(2.0, 1.0)),
    ("clamp nan", &[&[f64::NAN]], |x| x[0].clamp(0.0, 1.0)),
    (
        "clamp tensor bounds tie",
        &[&[0.0, 1.0, 0.5, -1.0, 2.0], &[0.0, 0.0, 0.0, 0.0, 0.0], &[1.0, 1.0, 1.0, 1.0, 1.0]],
        |x| x[0].clamp_tensor(&x[1], &x[2]),
    ),
    ("l1_loss at equal", &[&[1.0, 2.0]], |x| x[0].l1_loss(&Tensor::from([1.0, 1.0]), Reduction::Sum)),
    ("smooth_l1 at |d|=beta", &[&[1.0, -1.0, 0.0]], |x| x[0].smooth_l1_loss(&T::zeros([3]), 1.0, Reduction::Sum)),
    ("huber at |d|=delta", &[&[1.0, -1.0, 0.0]], |x| x[0].huber_loss(&T::zeros([3]), 1.0, Reduction::Sum)),
    ("smooth_l1 beta=0", &[&[0.0, 1.0]], |x| x[0].smooth_l1_loss(&T::zeros([2]), 0.0, Reduction::Sum)),
    ("xlogy(0,0)", &[&[0.0, 0.0, 1.0], &[0.0, 2.0, 0.0]], |x| x[0].xlogy(&x[1])),
    ("atan2(0,0)", &[&[0.0], &[0.0]], |x| x[0].atan2(&x[1])),
    ("hypot(0,0)", &[&[0.0], &[0.0]], |x| x[0].hypot(&x[1])),
    ("copysign", &[&[1.0, -1.0, 0.0], &[-1.0, 1.0, 1.0]], |x| x[0].copysign(&x[1])),
    ("logaddexp", &[&[1.0, -INF], &[1.0, -INF]], |x| x[0].logaddexp(&x[1])),
    ("remainder", &[&[5.0, -5.0, 5.0], &[3.0, 3.0, -3.0]], |x| x[0].remainder(&x[1])),
    ("fmod", &[&[5.0, -5.0, 5.0], &[3.0, 3.0, -3.0]], |x| x[0].fmod(&x[1])),
    ("sinc(0)", &[&[0.0, 1.0]], |x| x[0].sinc()),
    ("logit at 0,1", &[&[0.0, 1.0]], |x| x[0].logit()),
    ("erfinv(1)", &[&[1.0, 0.0]], |x| x[0].erfinv()),
    ("bce at 0 and 1", &[&[0.0, 1.0, 1.0, 0.0]], |x| {
        x[0].binary_cross_entropy(&Tensor::from([1.0, 0.0, 1.0, 0.0]), None, Reduction::None)
    }),
    ("bce_logits extreme", &[&[-800.0, 800.0]], |x| {
        x[0].binary_cross_entropy_with_logits(&Tensor::from([1.0, 0.0]), None, None, Reduction::None)
    }),
    ("kl_div target 0", &[&[-1.0, -2.0]], |x| x[0].kl_div(&Tensor::from([0.0, 1.0]), false, Reduction::Sum)),
    ("F.normalize at 0", &[&[0.0, 0.0]], |x| x[0].normalize(2.0, 0, 1e-12)),
    ("cosine_similarity at 0", &[&[0.0, 0.0], &[1.0, 1.0]], |x| x[0].cosine_similarity(&x[1], 0, 1e-8)),
    ("layer_norm of constant", &[&[1.0, 1.0]], |x| x[0].layer_norm(&[2], None, None, 1e-5)),
    ("softmax all -inf", &[&[-INF, -INF]], |x| x[0].softmax(0)),
];

fn recorded(name: &str) -> Value {
    let file: Value = serde_json::from_str(include_str!("fixtures/torch_semantics.json")).expect("the fixture");
    file["kinks"].get(name).unwrap_or_else(|| panic!("no case {name}")).clone()
}

fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(values) => values.iter().flat_map(numbers).collect(),
        Value::String(text) => vec![text.parse().unwrap_or(f64::NAN)],
        other => vec![other.as_f64().unwrap_or(f64::NAN)],
    }
}

fn same(found: &[f64], expected: &[f64]) -> bool {
    let close = |a: f64, b: f64| a == b || (a.is_nan() && b.is_nan()) || (a - b).abs() <= 1e-10 * b.abs().max(1e-5);
    found.len() == expected.len() && found.iter().zip(expected).all(|(&a, &b)| close(a, b))
}

#[test]
fn kinks_have_pytorchs_values_and_gradients() {
    let mut failures = Vec::new();
    for &(name, inputs, call) in KINKS {
        let case = recorded(name);
        let inputs: Vec<T> = inputs.iter().map(|x| Tensor::from_slice(x).requires_grad_(true)).collect();
        let y = call(&inputs);
        if !same(&y.to_vec(), &numbers(&case["y"])) {
            failures.push(format!("{name}: {:?} instead of {}", y.to_vec(), case["y"]));
        }
        let wrt: Vec<&T> = inputs.iter().collect();
        let options = GradOptions { materialize_grads: true, ..GradOptions::default() };
        let grads = grad_with(&[&y], &wrt, &[Some(&y.ones_like())], options).expect("a walk");
        let found: Vec<f64> = grads.into_iter().flatten().flat_map(|g| g.to_vec()).collect();
        if !same(&found, &numbers(&case["grads"])) {
            failures.push(format!("{name}: gradients {found:?} instead of {}", case["grads"]));
        }
    }
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), KINKS.len(), failures.join("\n"));
}

#[test]
fn ignored_targets_count_for_nothing() {
    let x: T = Tensor::from([[1.0, 2.0], [3.0, 4.0]]).requires_grad_(true);
    let all = x.log_softmax(1).nll_loss(&Tensor::from([-100, -100]));
    assert!(all.item().is_nan());
    all.backward();
    assert_eq!(x.grad().expect("a gradient").to_vec(), numbers(&recorded("nll ignore_index all")["grads"]));
    x.zero_grad();
    let some = x.cross_entropy(&Tensor::from([0, -100]));
    let case = recorded("nll ignore_index some");
    assert!(same(&some.to_vec(), &numbers(&case["y"])));
    some.backward();
    assert!(same(&x.grad().expect("a gradient").to_vec(), &numbers(&case["grads"])));
}

#[test]
fn running_statistics_follow_the_batch() {
    let options =
        BatchNorm { running_mean: Some(T::zeros([1])), running_var: Some(T::ones([1])), ..BatchNorm::default() };
    // Mean 2, unbiased variance 2.
    let _ = Tensor::from([[1.0], [3.0]]).batch_norm(&options);
    let (mean, var) = (options.running_mean.expect("kept"), options.running_var.expect("kept"));
    assert!(same(&[mean.item(), var.item()], &numbers(&recorded("running stats update (momentum .1; unbiased var)"))));
}

#[test]
fn a_single_value_per_channel_has_no_variance() {
    let running = T::zeros([2]);
    let options = BatchNorm { running_mean: Some(running.clone()), ..BatchNorm::default() };
    let text = Tensor::from([[1.0, 2.0]]).try_batch_norm(&options).expect_err("refused").to_string();
    assert_eq!(text, recorded("batch_norm train single value per channel")["text"].as_str().expect("a text"));
    assert_eq!((running.to_vec(), running.version()), (vec![0.0, 0.0], 0), "nothing is written before the refusal");
}

#[test]
fn dropout_keeps_the_mean() {
    let x = T::ones([10_000]).requires_grad_(true);
    assert_eq!(x.dropout(1.0, true).to_vec(), T::zeros([10_000]).to_vec());
    assert_eq!(x.dropout(0.0, true).to_vec(), x.to_vec());
    assert_eq!(x.dropout(0.5, false).to_vec(), x.to_vec());
    let y = x.dropout_from(0.25, true, &mut Generator::seeded(11));
    assert_eq!(y.to_vec(), x.dropout_from(0.25, true, &mut Generator::seeded(11)).to_vec());
    // Five standard deviations of the mean of 10 000 draws: 5·√(p/(1 - p)/n) = 0.029.
    assert!((y.mean().item() - 1.0).abs() < 0.03, "{}", y.mean().item());
    y.sum().backward();
    assert_eq!(x.grad().expect("a gradient").to_vec(), y.to_vec());
    let text = x.try_dropout(1.5, true).expect_err("refused").to_string();
    assert_eq!(text, "dropout probability has to be between 0 and 1, but got 1.5");
}

#[test]
fn in_place_forms_write_and_record() {
    let x: T = Tensor::from([0.5, -1.0, 2.0]).requires_grad_(true);
    let y = x.copy();
    y.exp_().clamp_(0.5, 2.0).masked_fill_(&Tensor::from([false, true, false]), 7.0);
    assert!(same(&y.to_vec(), &[0.5_f64.exp(), 7.0, 2.0]));
    y.sum().backward();
    assert!(same(&x.grad().expect("a gradient").to_vec(), &[0.5_f64.exp(), 0.0, 0.0]));
    let before = x.to_vec();
    let text = x.try_exp_().expect_err("refused").to_string();
    assert_eq!(text, "a leaf Variable that requires grad is being used in an in-place operation.");
    let wide = T::zeros([1]).try_addcmul_(&T::ones([2]), &T::ones([2]), 1.0).expect_err("refused").to_string();
    assert!(wide.contains("output with shape [1] doesn't match the broadcast shape [2]"), "{wide}");
    assert_eq!(x.to_vec(), before);
}

#[test]
fn wrong_targets_are_refused_by_name() {
    let x = T::zeros([2, 3]);
    let refused = |target: &Tensor<i64>| x.try_cross_entropy(target).expect_err("refused").to_string();
    assert_eq!(refused(&Tensor::from([0, 3])), "Target 3 is out of bounds. (there are 3 classes)");
    assert_eq!(refused(&Tensor::from([0, -1])), "Target -1 is out of bounds. (there are 3 classes)");
    assert!(refused(&Tensor::from([0])).contains("Expected target size [2], got [1]"));
    let options = CrossEntropy { weight: Some(T::ones([4])), ..CrossEntropy::default() };
    let text = x.try_cross_entropy_with(&Tensor::from([0, 1]), &options).expect_err("refused").to_string();
    assert!(text.contains("all 3 classes or no classes but got weight tensor of shape: [4]"), "{text}");
    let text = x.try_binary_cross_entropy(&(&x + 2.0), None, Reduction::Mean).err();
    assert!(text.is_none(), "targets may be any number");
    let text = (&x - 1.0).try_binary_cross_entropy(&x, None, Reduction::Mean).expect_err("refused").to_string();
    assert_eq!(text, "all elements of input should be between 0 and 1");
}

/// Against values computed with 30 digits.
#[test]
fn special_functions_have_twelve_digits() {
    let exact: &[(&str, fn(&T) -> T, f64, f64)] = &[
        ("erf", T::erf, 1e-09, 1.1283791670955127e-09),
        ("erf", T::erf, 0.3, 0.3286267594591274),
        ("erf", T::erf, 1.7, 0.9837904585907745),
        ("erf", T::erf, -2.5, -0.999593047982555),
        ("erfc", T::erfc, -1.0, 1.8427007929497148),
        ("erfc", T::erfc, 0.4, 0.5716076449533315),
        ("erfc", T::erfc, 3.0, 2.209049699858544e-05),
        ("erfc", T::erfc, 9.0, 4.13703174651381e-37),
        ("erfc", T::erfc, 25.0, 8.300172571196523e-274),
        ("erfinv", T::erfinv, 1e-12, 8.86226925452758e-13),
        ("erfinv", T::erfinv, -0.1, -0.08885599049425769),
        ("erfinv", T::erfinv, 0.5, 0.4769362762044699),
        ("erfinv", T::erfinv, 0.9, 1.1630871536766743),
        ("erfinv", T::erfinv, -0.99, -1.8213863677184494),
        ("erfinv", T::erfinv, 0.999999, 3.458910737275499),
        ("erfinv", T::erfinv, 0.9999999999990905, 5.05125408524939),
        ("lgamma", T::lgamma, 1e-05, 11.512919692895826),
        ("lgamma", T::lgamma, 0.5, 0.5723649429247001),
        ("lgamma", T::lgamma, 1.5, -0.12078223763524522),
        ("lgamma", T::lgamma, 7.25, 7.0521854507385395),
        ("lgamma", T::lgamma, 150.0, 600.0094705553274),
        ("lgamma", T::lgamma, -0.5, 1.2655121234846454),
        ("lgamma", T::lgamma, -3.3, -0.8243558050174264),
        ("digamma", T::digamma, 0.0001, -10000.577051183514),
        ("digamma", T::digamma, 0.3, -3.502524222200133),
        ("digamma", T::digamma, 1.0, -0.5772156649015329),
        ("digamma", T::digamma, 2.5, 0.7031566406452432),
        ("digamma", T::digamma, 9.75, 2.225109535044576),
        ("digamma", T::digamma, 1000000.0, 13.815510057964191),
        ("digamma", T::digamma, -0.4, 0.9593807861068093),
        ("digamma", T::digamma, -7.7, -0.17774844371896933),
        ("polygamma 2", |x| x.polygamma(2), 0.01, -2000002.340398677),
        ("polygamma 2", |x| x.polygamma(2), 1.0, -2.4041138063191885),
        ("polygamma 2", |x| x.polygamma(2), 3.5, -0.1082040516417274),
        ("polygamma 2", |x| x.polygamma(2), 40.0, -0.0006408202718352986),
        ("polygamma 2", |x| x.polygamma(2), -0.3, 67.63908119988317),
        ("polygamma 2", |x| x.polygamma(2), -2.6, -22.377796580409246),
        ("polygamma 5", |x| x.polygamma(5), 0.2, 1875041.3896784172),
        ("polygamma 5", |x| x.polygamma(5), 1.0, 122.0811674381339),
        ("polygamma 5", |x| x.polygamma(5), 12.0, 0.00011820829051081491),
        ("polygamma 5", |x| x.polygamma(5), -1.7, 165659.80077263742),
        ("sinc", T::sinc, 1e-09, 1.0),
        ("sinc", T::sinc, 0.25, 0.9003163161571061),
        ("sinc", T::sinc, 1.5, -0.2122065907891938),
        ("sinc", T::sinc, -7.3, -0.03527645306852628),
        ("gelu", T::gelu, -6.0, -5.9195258702261885e-09),
        ("gelu", T::gelu, -1.0, -0.15865525393145705),
        ("gelu", T::gelu, 0.5, 0.34573123063700656),
        ("gelu", T::gelu, 3.0, 2.99595030590511),
    ];
    for &(name, function, x, expected) in exact {
        let found = function(&T::scalar(x)).item();
        assert!((found - expected).abs() <= 1e-12 * expected.abs(), "{name}({x}) is {found:e} instead of {expected:e}");
    }
    // The shared precision of all of them in `f32` is that of the type.
    let found = Tensor::<f32>::scalar(0.3).erfinv().item();
    assert!((f64::from(found) - 0.272_462_714_726_754_35).abs() < 1e-7);
}
