//! What each layer computes, from its definition, and what it refuses.

use autograd_runtime::nn::{
    AdaptiveAvgPool2d, AvgPool2d, BatchNorm2d, BatchNormOptions, Conv2d, Conv2dOptions, Dropout, Elu, Embedding,
    EmbeddingOptions, Flatten, Gelu, GeluTanh, Glu, Hardtanh, Identity, Layer, LayerNorm, LeakyRelu, Linear,
    LogSoftmax, MaxPool2d, Mish, Module, Prelu, Relu, Relu6, Selu, Sequential, Sigmoid, Silu, Softmax, Softplus, Tanh,
};
use autograd_runtime::tensor::{Conv, Generator, Pool, Tensor, gradcheck};

fn near(found: &Tensor<f64>, expected: &[f64]) {
    let found = found.to_vec();
    assert_eq!(found.len(), expected.len());
    let close = found.iter().zip(expected).all(|(f, e)| (f - e).abs() <= 1e-12 * e.abs().max(1.0));
    assert!(close, "{found:?} is not {expected:?}");
}

fn image(shape: [usize; 4]) -> Tensor<f64> {
    Tensor::from_vec((0..shape.iter().product()).map(|i: usize| (0.7 * i as f64 + 0.3).sin()).collect(), shape)
}

/// The gradients of a layer's parameters and input agree with central differences.
fn check_gradients(layer: &impl Layer<f64>, x: &Tensor<f64>) {
    let input = x.detach().requires_grad_(true);
    let mut leaves = vec![input.clone()];
    leaves.extend(layer.parameters());
    // The same leaves are perturbed in place, so the arguments are already where the layer reads them.
    gradcheck(|leaves| vec![layer.forward(&leaves[0])], &[input]).expect("the gradient of the input");
    let weights: Vec<Tensor<f64>> = layer.parameters();
    layer.zero_grad();
    layer.forward(x).powi(2).sum().backward();
    for weight in &weights {
        let gradient = weight.grad().expect("every parameter is used").to_vec();
        let values = weight.to_vec();
        let at = |i: usize, step: f64| {
            let mut moved = values.clone();
            moved[i] += step;
            autograd_runtime::tensor::no_grad(|| {
                weight.copy_(&Tensor::from_vec(moved, weight.shape()));
                layer.forward(x).powi(2).sum().item()
            })
        };
        for (i, d) in gradient.iter().enumerate() {
            let slope = (at(i, 1e-5) - at(i, -1e-5)) / 2e-5;
            assert!((slope - d).abs() <= 1e-6 * d.abs().max(1.0), "entry {i}: {d}, not {slope}");
        }
        autograd_runtime::tensor::no_grad(|| weight.copy_(&Tensor::from_vec(values, weight.shape())));
    }
}

#[test]
fn linear_is_the_affine_map() {
    let layer =
        Linear { weight: Tensor::from([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), bias: Some([0.5, 0.0, -0.5].into()) };
    near(&layer.forward(&Tensor::from([[1.0, -1.0]])), &[-0.5, -1.0, -1.5]);
    check_gradients(&Linear::new(3, 2), &Tensor::from([[0.3, -0.2, 0.9], [1.0, 0.1, -0.4]]));
    let plain = Linear::<f64>::without_bias(2, 1);
    assert_eq!(plain.parameters().len(), 1);
    let error = plain.try_forward(&Tensor::ones([4, 3])).expect_err("three inputs").to_string();
    assert!(error.contains("[4, 3]"), "{error}");
    assert_eq!(Linear::<f64>::new(0, 2).forward(&Tensor::ones([3, 0])).to_vec(), [0.0; 6]);
}

#[test]
fn conv2d_sums_windows() {
    let conv = Conv { stride: [2, 1], padding: [1, 0], ..Conv::default() };
    let layer = Conv2d::<f64>::with(2, 3, [3, 2], Conv2dOptions { conv, bias: true });
    let (x, weight) = (image([1, 2, 5, 4]), layer.weight.to_vec());
    let (y, bias) = (layer.forward(&x), layer.bias.as_ref().expect("a bias").to_vec());
    assert_eq!(y.shape(), [1, 3, 3, 3]);
    let (x, mut expected) = (x.to_vec(), Vec::new());
    for (o, bias) in bias.iter().enumerate() {
        for (row, column) in (0..9).map(|k| (k / 3, k % 3)) {
            let mut sum = *bias;
            for (c, i, j) in (0..12).map(|k| (k / 6, k / 2 % 3, k % 2)) {
                let (r, s) = ((2 * row + i) as isize - 1, column + j);
                if (0..5).contains(&r) {
                    sum += weight[o * 12 + c * 6 + i * 2 + j] * x[c * 20 + r as usize * 4 + s];
                }
            }
            expected.push(sum);
        }
    }
    near(&y, &expected);
    check_gradients(&layer, &image([1, 2, 5, 4]));

    let groups = Conv2dOptions { conv: Conv { groups: 2, ..Conv::default() }, bias: false };
    let error = Conv2d::<f64>::try_with(3, 4, [1, 1], groups).err().map(|error| error.to_string());
    assert_eq!(error.as_deref(), Some("in_channels must be divisible by groups (in_channels is 3, groups is 2)"));
    assert_eq!(Conv2d::<f64>::with(4, 6, [1, 1], groups).weight.shape(), [6, 2, 1, 1]);
}

#[test]
fn batch_norm_tracks_and_uses_statistics() {
    let layer = BatchNorm2d::<f64>::new(2);
    let x = image([3, 2, 2, 2]);
    let values = x.to_vec();
    let channel = |c: usize| (0..3).flat_map(|b| values[b * 8 + c * 4..][..4].to_vec()).collect::<Vec<f64>>();
    let moments = |v: &[f64]| {
        let mean = v.iter().sum::<f64>() / 12.0;
        (mean, v.iter().map(|x| (x - mean).powi(2)).sum::<f64>())
    };
    let [(mean_0, squares_0), (mean_1, squares_1)] = [0, 1].map(|c| moments(&channel(c)));
    let y = layer.forward(&x);
    near(
        &y.select(0, 0).select(0, 0).flatten(0, -1),
        &[0, 1, 2, 3].map(|i| (values[i] - mean_0) / (squares_0 / 12.0 + 1e-5).sqrt()),
    );
    let running = layer.running.as_ref().expect("statistics");
    near(&running.mean, &[0.1 * mean_0, 0.1 * mean_1]);
    near(&running.var, &[0.9 + 0.1 * squares_0 / 11.0, 0.9 + 0.1 * squares_1 / 11.0]);
    assert_eq!(running.num_batches_tracked.get(), 1);

    layer.eval();
    let (mean, var) = (running.mean.to_vec(), running.var.to_vec());
    let y = layer.forward(&x);
    near(
        &y.select(0, 0).select(0, 1).flatten(0, -1),
        &[4, 5, 6, 7].map(|i| (values[i] - mean[1]) / (var[1] + 1e-5).sqrt()),
    );
    assert_eq!((running.mean.to_vec(), running.num_batches_tracked.get()), (mean, 1), "evaluation records nothing");
    check_gradients(&layer, &x);
}

#[test]
fn batch_norm_options_and_refusals() {
    // Without a momentum all batches count alike.
    let average = BatchNorm2d::<f64>::with(1, BatchNormOptions { momentum: None, ..BatchNormOptions::default() });
    for value in [1.0, 2.0, 6.0] {
        average.forward(&Tensor::from_vec(vec![value, value], [1, 1, 1, 2]));
    }
    let running = average.running.as_ref().expect("statistics");
    near(&running.mean, &[3.0]);
    assert_eq!(running.num_batches_tracked.get(), 3);

    // Without statistics evaluation uses the batch too.
    let options = BatchNormOptions { affine: false, track_running_stats: false, ..BatchNormOptions::default() };
    let bare = BatchNorm2d::<f64>::with(1, options);
    bare.eval();
    assert!(bare.parameters().is_empty() && bare.named_buffers().is_empty());
    assert!(bare.forward(&Tensor::from_vec(vec![1.0, 3.0], [1, 1, 1, 2])).mean().item().abs() < 1e-12);

    let layer = BatchNorm2d::<f64>::new(2);
    let error = layer.try_forward(&Tensor::ones([3, 2])).expect_err("no image").to_string();
    assert_eq!(error, "expected 4D input (got 2D input of shape [3, 2])");
    let error = layer.try_forward(&Tensor::ones([1, 2, 1, 1])).expect_err("one value").to_string();
    assert!(error.starts_with("Expected more than 1 value per channel when training"), "{error}");
    let running = layer.running.as_ref().expect("statistics");
    assert_eq!(running.num_batches_tracked.get(), 0, "what was refused is not counted");
    assert!(layer.try_forward(&Tensor::ones([2, 3, 2, 2])).is_err(), "three channels");
}

#[test]
fn layer_norm_standardizes_the_last_dimensions() {
    let layer = LayerNorm::new([2, 2]);
    let x = image([1, 2, 2, 2]);
    let y = layer.forward(&x).to_vec();
    for half in y.chunks(4) {
        assert!(half.iter().sum::<f64>().abs() < 1e-12);
        assert!((half.iter().map(|y| y * y).sum::<f64>() - 4.0).abs() < 1e-3);
    }
    check_gradients(&layer, &x);
    assert!(layer.try_forward(&Tensor::ones([2, 3])).is_err());
}

#[test]
fn dropout_drops_while_training_only() {
    let (layer, x) = (Dropout::new(0.25), Tensor::<f64>::ones([4000]));
    let y = Generator::seeded(1).scope(|| layer.forward(&x)).to_vec();
    let dropped = y.iter().filter(|&&y| y == 0.0).count();
    assert!((900..1100).contains(&dropped), "{dropped} of 4000 are dropped");
    assert!(y.iter().all(|&y| y == 0.0 || y == 1.0 / 0.75));
    let again = Generator::seeded(1).scope(|| layer.forward(&x)).to_vec();
    assert_eq!(again, y, "the same seed drops the same");
    Module::<f64>::eval(&layer);
    assert_eq!(layer.forward(&x).to_vec(), x.to_vec());
    let error = Dropout::try_new(1.5).err().map(|error| error.to_string());
    assert_eq!(error.as_deref(), Some("dropout probability has to be between 0 and 1, but got 1.5"));
    assert!(Dropout::try_new(f64::NAN).is_err());
}

#[test]
fn embedding_looks_up_rows() {
    let layer = Embedding::<f64>::with(5, 3, EmbeddingOptions { padding_idx: Some(-1), sparse: false });
    assert_eq!(layer.weight.to_vec()[12..], [0.0; 3], "the padding starts as zero");
    let rows = layer.forward(&Tensor::from([[1_i64, 4], [1, 0]]));
    assert_eq!((rows.shape(), &rows.to_vec()[..3]), (&[2, 2, 3][..], &layer.weight.to_vec()[3..6]));
    rows.sum().backward();
    let gradient = layer.weight.grad().expect("a gradient").to_vec();
    assert_eq!(gradient, [[1.0; 3], [2.0; 3], [0.0; 3], [0.0; 3], [0.0; 3]].concat());
    let error = layer.try_forward(&Tensor::from_slice(&[5_i64])).expect_err("no such row").to_string();
    assert_eq!(error, "index out of range in self (row 5 of a table with 5)");

    let sparse = Embedding::<f64>::with(5, 3, EmbeddingOptions { padding_idx: None, sparse: true });
    sparse.forward(&Tensor::from_slice(&[2_i64])).sum().backward();
    assert_eq!(sparse.weight.sparse_grad().expect("a sparse gradient").rows(), [2]);
}

#[test]
fn activations_at_single_points() {
    let at = |layer: &dyn Layer<f64>, x: f64| layer.forward(&Tensor::from([[x, 1.0]])).to_vec()[0];
    let check = |layer: &dyn Layer<f64>, x: f64, expected: f64| {
        let found = at(layer, x);
        assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
    };
    let logistic = |x: f64| 1.0 / (1.0 + (-x).exp());
    check(&Relu, -2.0, 0.0);
    check(&Relu6, 7.0, 6.0);
    check(&LeakyRelu::default(), -2.0, -0.02);
    check(&LeakyRelu { negative_slope: 0.2 }, -2.0, -0.4);
    check(&Sigmoid, 0.3, logistic(0.3));
    check(&Tanh, 0.3, 0.3_f64.tanh());
    check(&Silu, 0.3, 0.3 * logistic(0.3));
    check(&Mish, 0.3, 0.3 * (1.0 + 0.3_f64.exp()).ln().tanh());
    check(&Elu { alpha: 2.0 }, -1.0, 2.0 * (-1.0_f64).exp_m1());
    check(&Selu, 1.0, 1.050_700_987_355_480_5);
    check(&Softplus::default(), 0.3, 0.3_f64.exp().ln_1p());
    check(&Softplus { beta: 1.0, threshold: 0.1 }, 0.3, 0.3);
    check(&Hardtanh::default(), -3.0, -1.0);
    check(&Gelu, 1.0, 0.841_344_746_068_542_9);
    assert!((at(&GeluTanh, 1.0) - 0.841_191_990_608_276_8).abs() < 1e-9);
    check(&Softmax::default(), 0.0, 1.0 / (1.0 + 1.0_f64.exp()));
    check(&LogSoftmax { dim: 1 }, 0.0, -(1.0 + 1.0_f64.exp()).ln());
    check(&Glu::default(), 2.0, 2.0 * logistic(1.0));
    check(&Prelu::new(1), -2.0, -0.5);
    check(&Identity, -2.0, -2.0);
    check_gradients(&Prelu::new(2), &image([2, 2, 1, 2]));
}

#[test]
fn pooling_and_flattening() {
    let x = Tensor::arange(0.0, 16.0, 1.0).reshape([1, 1, 4, 4]);
    near(&MaxPool2d(Pool::new([2, 2])).forward(&x).flatten(0, -1), &[5.0, 7.0, 13.0, 15.0]);
    near(&AvgPool2d(Pool::new([2, 2])).forward(&x).flatten(0, -1), &[2.5, 4.5, 10.5, 12.5]);
    near(&AdaptiveAvgPool2d([1, 2]).forward(&x).flatten(0, -1), &[6.5, 8.5]);
    assert_eq!(Flatten::default().forward(&image([2, 3, 4, 5])).shape(), [2, 60]);
}

#[test]
fn sequential_passes_through_all_layers() {
    let model = Sequential::new().then(Linear::new(3, 4)).then(Tanh).then(Dropout::new(0.5)).then(Linear::new(4, 2));
    model.eval();
    assert_eq!(model.len(), 4);
    check_gradients(&model, &Tensor::from([[0.3, -0.2, 0.9]]));
    assert_eq!(Sequential::<f64>::new().forward(&Tensor::ones([2])).to_vec(), [1.0, 1.0], "no layers change nothing");
    let error = model.try_forward(&Tensor::ones([1, 5])).expect_err("five inputs").to_string();
    assert!(error.contains("[1, 5]"), "{error}");
}
