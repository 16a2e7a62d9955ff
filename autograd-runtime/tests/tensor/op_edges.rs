//! The edges of elementwise operations, losses and normalization: kinks, poles and infinite arguments as PyTorch treats
//! them (`fixtures/torch_semantics.json`, section `kinks`), twelve digits of the special functions, in-place forms, refusals.

use crate::torch::{T, close, numbers, recorded};
use autograd_runtime::tensor::{BatchNorm, CrossEntropy, Generator, Reduction, Tensor};

#[test]
fn ignored_targets_count_for_nothing() {
    let x: T = Tensor::from([[1.0, 2.0], [3.0, 4.0]]).requires_grad_(true);
    let all = x.log_softmax(1).nll_loss(&Tensor::from([-100, -100]));
    assert!(all.item().is_nan());
    all.backward();
    assert_eq!(x.grad().expect("a gradient").to_vec(), numbers(&recorded("kinks", "nll ignore_index all")["grads"]));
    x.zero_grad();
    let some = x.cross_entropy(&Tensor::from([0, -100]));
    let case = recorded("kinks", "nll ignore_index some");
    assert!(close(&some.to_vec(), &numbers(&case["y"])));
    some.backward();
    assert!(close(&x.grad().expect("a gradient").to_vec(), &numbers(&case["grads"])));
}

#[test]
fn running_statistics_follow_the_batch() {
    let options =
        BatchNorm { running_mean: Some(T::zeros([1])), running_var: Some(T::ones([1])), ..BatchNorm::default() };
    // Mean 2, unbiased variance 2.
    let _ = Tensor::from([[1.0], [3.0]]).batch_norm(&options);
    let (mean, var) = (options.running_mean.expect("kept"), options.running_var.expect("kept"));
    assert!(close(
        &[mean.item(), var.item()],
        &numbers(recorded("kinks", "running stats update (momentum .1; unbiased var)"))
    ));
}

#[test]
fn a_single_value_per_channel_has_no_variance() {
    let running = T::zeros([2]);
    let options = BatchNorm { running_mean: Some(running.clone()), ..BatchNorm::default() };
    let text = Tensor::from([[1.0, 2.0]]).try_batch_norm(&options).expect_err("refused").to_string();
    assert_eq!(text, recorded("kinks", "batch_norm train single value per channel")["text"].as_str().expect("a text"));
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
    assert!(close(&y.to_vec(), &[0.5_f64.exp(), 7.0, 2.0]));
    y.sum().backward();
    assert!(close(&x.grad().expect("a gradient").to_vec(), &[0.5_f64.exp(), 0.0, 0.0]));
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
    assert!(refused(&Tensor::from([0])).contains("Expected input batch_size (2) to match target batch_size (1)"));
    assert!(refused(&Tensor::from([[0], [1]])).contains("Expected target size [2], got [2, 1]"));
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
