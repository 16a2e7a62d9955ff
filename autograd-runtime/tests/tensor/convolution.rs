//! Convolution and pooling against their definitions, and gradients of both orders.

use autograd_runtime::tensor::{Conv, ConvTranspose, Generator, Pool, Tensor, TensorError, gradcheck, gradgradcheck};

type T = Tensor<f64>;

/// Numbers that are all different, so that no maximum ties.
fn numbers(shape: &[usize], seed: u64) -> T {
    T::randn_from(shape, &mut Generator::seeded(seed))
}

#[track_caller]
fn checked(f: impl Fn(&[T]) -> Vec<T>, inputs: Vec<T>) {
    let inputs: Vec<T> = inputs.into_iter().map(|x| x.requires_grad_(true)).collect();
    gradcheck(&f, &inputs).unwrap();
    gradgradcheck(&f, &inputs).unwrap();
}

/// y[n, o, i, j] = Σ x[n, c, i·s + a·d - p, j·s + b·d - p] · w[o, c, a, b], one term at a time.
fn definition(x: &T, w: &T, conv: Conv<2>) -> Vec<f64> {
    let (xs, ws) = (x.shape(), w.shape());
    let (values, weights) = (x.to_vec(), w.to_vec());
    let size =
        |d: usize| (xs[2 + d] + 2 * conv.padding[d] - conv.dilation[d] * (ws[2 + d] - 1) - 1) / conv.stride[d] + 1;
    let per_group = ws[0] / conv.groups;
    let mut y = Vec::new();
    for n in 0..xs[0] {
        for o in 0..ws[0] {
            for i in 0..size(0) {
                for j in 0..size(1) {
                    let mut sum = 0.0;
                    for c in 0..ws[1] {
                        let channel = o / per_group * ws[1] + c;
                        for a in 0..ws[2] {
                            for b in 0..ws[3] {
                                let row = (i * conv.stride[0] + a * conv.dilation[0]).wrapping_sub(conv.padding[0]);
                                let column = (j * conv.stride[1] + b * conv.dilation[1]).wrapping_sub(conv.padding[1]);
                                if row < xs[2] && column < xs[3] {
                                    sum += values[((n * xs[1] + channel) * xs[2] + row) * xs[3] + column]
                                        * weights[((o * ws[1] + c) * ws[2] + a) * ws[3] + b];
                                }
                            }
                        }
                    }
                    y.push(sum);
                }
            }
        }
    }
    y
}

#[track_caller]
fn close(a: &[f64], b: &[f64]) {
    assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(b) {
        assert!((a - b).abs() < 1e-12, "{a} instead of {b}");
    }
}

#[test]
fn convolution_is_its_definition() {
    let mut random = Generator::seeded(3);
    let mut checked = 0;
    for _ in 0..60 {
        let mut pick = |low: i64, high: i64| {
            Tensor::try_randint_from(low, high + 1, [], &mut random).expect("a range").item() as usize
        };
        let groups = pick(1, 2);
        let conv = Conv {
            stride: [pick(1, 3), pick(1, 3)],
            padding: [pick(0, 3), pick(0, 3)],
            dilation: [pick(1, 2), pick(1, 3)],
            groups,
        };
        let (batch, channels, out) = (pick(1, 2), pick(1, 2) * groups, pick(1, 3) * groups);
        let x = [batch, channels, pick(1, 7), pick(1, 7)];
        let w = [out, channels / groups, pick(1, 3), pick(1, 3)];
        let (x, w) = (numbers(&x, checked), numbers(&w, checked + 1000));
        if let Ok(y) = x.try_conv2d(&w, None, conv) {
            checked += 1;
            close(&y.to_vec(), &definition(&x, &w, conv));
            // The transposed convolution is the transpose: ⟨conv x, u⟩ = ⟨x, convᵀ u⟩.
            let u = numbers(y.shape(), checked + 2000);
            let rest = |d: usize| {
                let reach = conv.dilation[d] * (w.shape()[2 + d] - 1) + 1;
                (x.shape()[2 + d] + 2 * conv.padding[d] - reach) % conv.stride[d]
            };
            let back = ConvTranspose {
                stride: conv.stride,
                padding: conv.padding,
                output_padding: [rest(0), rest(1)],
                dilation: conv.dilation,
                groups,
            };
            let transposed = u.conv_transpose2d(&w, None, back);
            assert_eq!(transposed.shape(), x.shape());
            close(&[(&y * &u).sum().item()], &[(&x * &transposed).sum().item()]);
        }
    }
    assert!(checked > 20, "only {checked} geometries fit");
}

#[test]
fn gradients_of_both_orders() {
    checked(
        |x| vec![x[0].conv1d(&x[1], Some(&x[2]), Conv { stride: [2], padding: [1], ..Conv::default() })],
        vec![numbers(&[2, 2, 5], 0), numbers(&[3, 2, 3], 1), numbers(&[3], 2)],
    );
    let strided = Conv { stride: [2, 1], padding: [1, 0], dilation: [1, 2], groups: 2 };
    checked(
        move |x| vec![x[0].conv2d(&x[1], Some(&x[2]), strided)],
        vec![numbers(&[1, 2, 4, 4], 0), numbers(&[2, 1, 2, 2], 1), numbers(&[2], 2)],
    );
    checked(
        |x| vec![x[0].conv2d(&x[1], None, Conv::default())],
        vec![numbers(&[1, 2, 2, 3], 0), numbers(&[3, 2, 1, 1], 1)],
    );
    checked(
        |x| vec![x[0].conv3d(&x[1], None, Conv { padding: [1, 0, 1], ..Conv::default() })],
        vec![numbers(&[1, 1, 2, 3, 2], 0), numbers(&[2, 1, 2, 2, 2], 1)],
    );
    checked(
        |x| {
            let options =
                ConvTranspose { stride: [2, 2], output_padding: [1, 0], groups: 2, ..ConvTranspose::default() };
            vec![x[0].conv_transpose2d(&x[1], Some(&x[2]), options)]
        },
        vec![numbers(&[1, 2, 2, 2], 0), numbers(&[2, 1, 2, 2], 1), numbers(&[2], 2)],
    );
    checked(
        |x| {
            let options = ConvTranspose { stride: [3], padding: [1], output_padding: [1], ..ConvTranspose::default() };
            vec![x[0].conv_transpose1d(&x[1], Some(&x[2]), options)]
        },
        vec![numbers(&[2, 2, 3], 0), numbers(&[2, 2, 3], 1), numbers(&[2], 2)],
    );
    checked(
        |x| vec![x[0].conv_transpose3d(&x[1], None, ConvTranspose { dilation: [1, 2, 1], ..ConvTranspose::default() })],
        vec![numbers(&[1, 1, 1, 2, 2], 0), numbers(&[1, 2, 2, 2, 1], 1)],
    );
    // One of everything.
    checked(
        |x| vec![x[0].conv2d(&x[1], Some(&x[2]), Conv::default())],
        vec![numbers(&[1, 1, 1, 1], 0), numbers(&[1, 1, 1, 1], 1), numbers(&[1], 2)],
    );
    // Neither contiguous nor batched.
    checked(
        |x| vec![x[0].transpose(1, 2).conv2d(&x[1].transpose(2, 3), None, Conv::default())],
        vec![numbers(&[2, 3, 4], 0), numbers(&[1, 2, 2, 3], 1)],
    );
    checked(
        |x| vec![x[0].conv2d(&x[1], None, Conv::default())],
        vec![numbers(&[0, 1, 3, 3], 0), numbers(&[2, 1, 2, 2], 1)],
    );
    let padded = Pool { padding: [1, 0], stride: [2, 1], ..Pool::new([2, 2]) };
    let ceil = Pool { ceil_mode: true, count_include_pad: false, padding: [1, 1], ..Pool::new([2, 3]) };
    let dilated = Pool { dilation: [2, 1], stride: [1, 1], ..Pool::new([2, 2]) };
    checked(
        move |x| {
            vec![
                x[0].max_pool2d(padded),
                x[0].max_pool2d(ceil),
                x[0].max_pool2d(dilated),
                x[0].avg_pool2d(padded),
                x[0].avg_pool2d(ceil),
                x[0].adaptive_avg_pool2d([2, 3]),
                x[0].adaptive_max_pool2d([3, 1]),
            ]
        },
        vec![numbers(&[1, 2, 5, 4], 5)],
    );
    checked(
        |x| {
            vec![
                x[0].max_pool1d(Pool::new([2])),
                x[0].avg_pool1d(Pool { stride: [1], ..Pool::new([3]) }),
                x[0].adaptive_avg_pool1d([2]),
                x[0].adaptive_max_pool1d([2]),
            ]
        },
        vec![numbers(&[2, 5], 6)],
    );
    checked(
        |x| vec![x[0].max_pool3d(Pool::new([2, 1, 2])), x[0].avg_pool3d(Pool::new([1, 2, 2]))],
        vec![numbers(&[1, 2, 2, 4], 7)],
    );
}

#[test]
fn pooling_gives_places_and_takes_the_first_of_equals() {
    let x = Tensor::from([[1.0, 3.0, 3.0], [3.0, 0.0, 2.0]]).reshape([1, 1, 2, 3]).requires_grad_(true);
    let (y, places) = x.max_pool2d_with_indices(Pool { stride: [1, 1], ..Pool::new([2, 2]) });
    assert_eq!((y.to_vec(), places.to_vec()), (vec![3.0, 3.0], vec![1, 1]));
    y.sum().backward();
    assert_eq!(x.grad().expect("a gradient").to_vec(), [0.0, 2.0, 0.0, 0.0, 0.0, 0.0]);
    let nan = Tensor::from([[1.0, f64::NAN], [3.0, 4.0]]).reshape([1, 1, 2, 2]);
    assert!(nan.max_pool2d(Pool::new([2, 2])).item().is_nan());
}

#[test]
fn refusals_name_the_sizes() {
    let text = |r: Result<T, TensorError>| r.expect_err("refused").to_string();
    let x = T::zeros([1, 3, 5, 5]);
    assert_eq!(
        text(x.try_conv2d(&T::zeros([2, 4, 3, 3]), None, Conv::default())),
        "Given groups=1, weight of size [2, 4, 3, 3], expected input[1, 3, 5, 5] to have 4 channels, but got 3 channels \
         instead"
    );
    let w = T::zeros([2, 3, 3, 3]);
    assert!(text(x.try_conv2d(&w, Some(&T::zeros([3])), Conv::default())).contains("bias of size [3]"));
    assert!(text(x.try_conv2d(&w, None, Conv { stride: [0, 1], ..Conv::default() })).contains("non-positive stride"));
    assert!(text(x.try_conv2d(&w, None, Conv { groups: 0, ..Conv::default() })).contains("groups"));
    assert!(text(x.try_conv2d(&T::zeros([2, 3, 7, 3]), None, Conv::default())).contains("Kernel size: (7 x 3)"));
    assert!(text(x.try_conv1d(&w, None, Conv::default())).contains("2D (unbatched) or 3D (batched) input to conv1d"));
    assert!(text(x.try_conv_transpose2d(&w, None, ConvTranspose::default())).contains("Given transposed=1"));
    assert!(text(x.try_max_pool2d(Pool::new([6, 2]))).contains("Output size is too small"));
    assert!(
        text(x.try_max_pool2d(Pool { padding: [2, 0], ..Pool::new([3, 3]) })).contains("pad should be at most half")
    );
    assert!(text(x.try_avg_pool2d(Pool { dilation: [2, 2], ..Pool::new([2, 2]) })).contains("no dilation"));
    assert!(text(x.try_adaptive_avg_pool2d([0, 1])).contains("greater than or equal to 1"));
    assert!(text(T::zeros([5]).try_max_pool1d(Pool::new([2]))).contains("but got input of size [5]"));
}
