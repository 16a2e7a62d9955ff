//! PyTorch's choices where operations that fold, order, index and join could have chosen otherwise: kinks, ties, NaN,
//! empty tensors, refusals, names of nodes, writes in place. What is recorded comes from
//! `fixtures/torch_semantics.json`.

use crate::torch::{T, close, leaf, numbers, recorded};
use autograd_runtime::tensor::{Index, Indexing, Pad, Tensor, TensorError, grad};

const NAN: f64 = f64::NAN;
const INF: f64 = f64::INFINITY;

/// The value and the gradient of its sum are those recorded.
#[track_caller]
fn kink(case: &str, x: &T, y: &T) {
    let record = recorded("kinks", case);
    assert!(close(&y.to_vec(), &numbers(&record["y"])), "{case}: {:?} instead of {}", y.to_vec(), record["y"]);
    let d = grad(&[&y.sum()], &[x]).expect("a gradient")[0].to_vec();
    let expected = numbers(&record["grads"][0]);
    assert!(close(&d, &expected), "{case}: gradient {d:?} instead of {expected:?}");
}

#[track_caller]
fn refused<R>(result: Result<R, TensorError>, phrases: &[&str]) {
    let text = result.err().expect("a refusal").to_string();
    for phrase in phrases {
        assert!(text.contains(phrase), "'{text}' lacks '{phrase}'");
    }
}

#[track_caller]
fn refused_as<R>(result: Result<R, TensorError>, case: &str) {
    let record = recorded("errors_shape", case);
    refused(result, &[record["text"].as_str().expect("a text").trim_end_matches('.')]);
}

#[test]
fn ties_of_extremes() {
    let x = leaf(&[3.0, 1.0, 3.0]);
    kink("max() ties", &x, &x.max());
    kink("amax ties", &x, &x.amax(0, false));
    kink("max(dim) ties", &x, &x.max_dim(0, false).0);
    assert_eq!(x.max_dim(0, false).1.item(), recorded("kinks", "max(dim) tie index").as_i64().unwrap());
    let x = leaf(&[1.0, 2.0, 1.0, 1.0]);
    kink("min() ties", &x, &x.min());
    kink("amin ties", &x, &x.amin(0, false));
    let x = Tensor::from([[3.0, 1.0], [3.0, 3.0]]).requires_grad_(true);
    kink("amax() all-reduce ties", &x, &x.amax([], false));
    assert_eq!(Tensor::from([1.0, 3.0, 3.0]).argmax().item(), recorded("kinks", "argmax ties first").as_i64().unwrap());
    let x = leaf(&[1.0, NAN, 2.0]);
    kink("max with nan", &x, &x.max());
    kink("amax with nan", &x, &x.amax(0, false));
    assert_eq!((x.argmax().item(), x.argmin().item()), (1, 1));
    assert_eq!(x.max_dim(0, true).1.to_vec(), [1]);
}

#[test]
fn ties_of_order() {
    let x = leaf(&[2.0, 2.0, 1.0]);
    kink("kthvalue tie", &x, &x.kthvalue(2, 0, false).0);
    kink("topk tie", &x, &x.topk(2, 0, true).0);
    kink("mode", &x, &x.mode_dim(0, false).0);
    let x = leaf(&[4.0, 3.0, 1.0, 2.0]);
    kink("median even", &x, &x.median());
    let x = leaf(&[2.0, 2.0, 1.0, 3.0, 2.0]);
    kink("median ties", &x, &x.median());
    let x = leaf(&[1.0, 3.0, 3.0, 2.0]);
    kink("cummax ties", &x, &x.cummax(0).0);
    assert_eq!(x.cummax(0).1.to_vec(), [0, 1, 2, 2]);
    // A NaN is larger than any number, equal elements keep their order.
    let x = Tensor::from([1.0, NAN, -1.0, 1.0]);
    assert_eq!(x.sort(0, false).1.to_vec(), [2, 0, 3, 1]);
    assert_eq!(x.sort(0, true).1.to_vec(), [1, 0, 3, 2]);
    assert_eq!(x.topk(2, 0, true).1.to_vec(), [1, 0]);
    assert_eq!(x.topk(3, 0, false).1.to_vec(), [2, 0, 3]);
    assert!(x.median().item().is_nan());
    assert_eq!(x.median_dim(0, false).1.item(), 1);
    assert!(x.cummin(0).0.to_vec()[1..].iter().all(|v| v.is_nan()));
    assert_eq!(Tensor::from([3_i64, 1, 2]).sort(0, true).0.to_vec(), [3, 2, 1]);
}

#[test]
fn sums_of_exponentials_and_norms_at_their_kinks() {
    let ones = leaf(&[1.0, 1.0]);
    kink("logsumexp ties", &ones, &ones.logsumexp(0, false));
    let x = leaf(&[-INF, -INF]);
    kink("logsumexp of -inf all", &x, &x.logsumexp(0, false));
    let x = leaf(&[INF, 1.0]);
    kink("logsumexp +inf", &x, &x.logsumexp(0, false));
    let zeros = leaf(&[0.0, 0.0]);
    kink("norm2 at 0", &zeros, &zeros.norm());
    kink("norm p=3 at 0", &zeros, &zeros.norm_dim(3.0, [], false));
    let x = leaf(&[0.0, 1.0]);
    kink("norm1 at 0", &x, &x.norm_dim(1.0, [], false));
    kink("norm p=.5 at 0", &x, &x.norm_dim(0.5, [], false));
    let x = leaf(&[2.0, -2.0, 1.0]);
    kink("norm inf ties", &x, &x.norm_dim(INF, [], false));
    let x = leaf(&[1.0, -1.0, 2.0]);
    kink("norm -inf ties", &x, &x.norm_dim(-INF, [], false));
    let x = Tensor::from([[0.0, 0.0], [3.0, 4.0]]).requires_grad_(true);
    kink("norm dim at 0 row", &x, &x.norm_dim(2.0, 1, false));
    // The count of nonzero elements has no gradient, not even zero.
    let x = leaf(&[0.0, 2.0]);
    let y = x.norm_dim(0.0, [], false);
    y.backward();
    assert_eq!((y.item(), x.grad().is_none()), (1.0, true));
    // Large elements do not overflow, a masked start of a running sum does not poison its gradient.
    assert!(close(&[Tensor::from([1000.0, 1000.0]).logsumexp(0, false).item()], &[1000.0 + 2.0_f64.ln()]));
    let x = leaf(&[-INF, 0.0, 0.0]);
    let y = x.logcumsumexp(0);
    assert!(close(&y.to_vec(), &[-INF, 0.0, 2.0_f64.ln()]));
    assert!(close(&grad(&[&y.narrow(0, 1, 2).sum()], &[&x]).unwrap()[0].to_vec(), &[0.0, 1.5, 0.5]));
}

#[test]
fn spread_and_products_at_their_kinks() {
    let x = leaf(&[1.0, 1.0]);
    kink("std of constant", &x, &x.std(1));
    let x = leaf(&[1.0]);
    kink("std of 1 element", &x, &x.std(1));
    kink("var of 1 element", &x, &x.var(1));
    kink("var correction=0 of 1 element", &x, &x.var(0));
    let x = leaf(&[2.0, 3.0, 4.0]);
    kink("prod no zeros", &x, &x.prod());
    let x = leaf(&[2.0, 0.0, 4.0]);
    kink("prod one zero", &x, &x.prod());
    let x = leaf(&[0.0, 0.0, 4.0]);
    kink("prod two zeros", &x, &x.prod());
    let x = Tensor::from([[2.0, 0.0, 4.0], [1.0, 2.0, 3.0], [0.0, 0.0, 5.0]]).requires_grad_(true);
    kink("prod dim one zero", &x, &x.prod_dim(1, false));
}

#[test]
fn empty_tensors() {
    let none = Tensor::<f64>::zeros([0, 3]);
    assert_eq!(none.prod().item(), 1.0);
    assert_eq!(none.prod_dim(0, false).to_vec(), [1.0; 3]);
    assert!(none.var(1).item().is_nan() && none.median().item().is_nan());
    assert_eq!(none.logsumexp(0, false).to_vec(), [-INF; 3]);
    assert_eq!(none.norm().item(), 0.0);
    assert_eq!((none.all(), none.any(), none.count_nonzero()), (true, false, 0));
    assert_eq!(none.all_dim(0, true).to_vec(), [true; 3]);
    refused_as(Tensor::<f64>::zeros([0]).try_max(), "max of empty");
    refused_as(Tensor::<f64>::zeros([2, 0]).try_max_dim(1, false), "max over empty dim");
    refused(none.try_amax(0, false), &["amax(): Expected reduction dim 0 to have non-zero size", "[0, 3]"]);
    refused(none.try_argmin(), &["argmin(): Expected reduction dim to be specified"]);
    refused(none.try_norm_dim(INF, 0, false), &["cannot compute the inf norm on an empty tensor"]);
    refused(none.try_median_dim(0, false), &["median(): Expected reduction dim 0 to have non-zero size"]);
    assert_eq!(none.argmax_dim(1, false).shape(), [0]);
}

#[test]
fn refusals_of_indexing() {
    let x = Tensor::from([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
    refused_as(x.try_gather(1, &Tensor::from([[3_i64], [0]])), "gather idx out of range");
    refused_as(x.try_index_select(0, &Tensor::from([2_i64])), "index_select out of range");
    refused(x.try_gather(0, &Tensor::from([0_i64])), &["same number of dimensions", "[1]", "[2, 3]"]);
    refused(x.try_gather(1, &Tensor::<i64>::zeros([3, 1])), &["Size does not match at dimension 0", "[3, 1]"]);
    refused(
        x.try_gather(1, &Tensor::from([[-1_i64], [0]])),
        &["index -1 is out of bounds for dimension 1 with size 3"],
    );
    refused(
        x.try_scatter_add(0, &Tensor::<i64>::zeros([2, 2]), &Tensor::zeros([1, 2])),
        &["no larger than src", "[1, 2]"],
    );
    refused(
        x.try_index_add(0, &Tensor::from([0_i64]), &Tensor::zeros([2, 3]), 1.0),
        &["Number of indices (1)", "[2, 3]"],
    );
    refused(x.try_index(&[(&Tensor::from([2_i64])).into()]), &["index 2 is out of bounds for dimension 0 with size 2"]);
    refused(x.try_index(&[(&Tensor::from([i64::MIN])).into()]), &["is out of bounds for dimension 0"]);
    refused(x.try_index(&[(&Tensor::from([true, false, true])).into()]), &["The shape of the mask [3] at index 0"]);
    let (two, three) = (Tensor::from([0_i64, 1]), Tensor::from([0_i64, 1, 0]));
    refused(
        x.try_index(&[(&two).into(), (&three).into()]),
        &["indexing tensors could not be broadcast together", "[2], [3]"],
    );
    refused(x.try_index(&[0.into(), (&two).into(), 0.into()]), &["too many indices for tensor of dimension 2"]);
    refused(x.try_index_put(&[(&two).into()], &Tensor::zeros([2]), true), &["value tensor of shape [2]", "[2, 3]"]);
    refused(x.try_take(&Tensor::from([6_i64])), &["tried to access index 6 on a tensor of 6 elements"]);
    refused(x.try_put(&two, &Tensor::zeros([3]), false), &["source.numel() = 3, index.numel() = 2"]);
    refused(x.try_embedding(&Tensor::from([2_i64]), None), &["index out of range in self"]);
    refused(x.try_embedding(&two, Some(2)), &["Padding_idx must be within num_embeddings"]);
    refused(Tensor::from([3_i64]).try_one_hot(Some(3)), &["Class values must be smaller than num_classes"]);
    refused(Tensor::from([-1_i64]).try_one_hot(None), &["Class values must be non-negative"]);
    refused(x.try_topk(4, 1, true), &["selected index k out of range", "4"]);
    refused(x.try_kthvalue(0, 1, true), &["selected number k out of range"]);
}

#[test]
fn refusals_of_joining_and_views() {
    let (a, b) = (Tensor::<f64>::zeros([2, 3]), Tensor::<f64>::zeros([2, 4]));
    refused_as(Tensor::try_cat(&[&a, &b], 0), "cat mismatch");
    refused_as(Tensor::try_stack(&[&a, &b], 0), "stack mismatch");
    refused_as(a.try_prod_dim(2, false), "dim out of range");
    refused(Tensor::<f64>::try_cat(&[], 0), &["expected a non-empty list"]);
    refused(Tensor::try_cat(&[&Tensor::scalar(1.0)], 0), &["zero-dimensional tensor (at position 0)"]);
    refused(a.try_split_with_sizes(&[1, 1], 1), &["sum exactly to 3", "[1, 1]"]);
    refused(a.try_split_with_sizes(&[usize::MAX, 4], 1), &["sum exactly to 3"]);
    refused(a.try_chunk(0, 0), &["greater than 0"]);
    refused(a.try_repeat(&[2]), &["Number of dimensions of repeat dims", "[2, 3]"]);
    refused(a.try_repeat(&[usize::MAX, usize::MAX]), &["overflow"]);
    refused(a.try_flip([0, 0]), &["dim 0 appears multiple times"]);
    refused(a.try_roll([1, 2], 0), &["shifts and dimensions must align. shifts: 2, dims:1"]);
    refused(a.try_pad(&[1], Pad::Reflect), &["Padding length must be divisible by 2"]);
    refused(a.try_pad(&[3, 0], Pad::Reflect), &["less than the corresponding input dimension", "(3, 0)", "[2, 3]"]);
    refused(a.try_pad(&[4, 0], Pad::Circular), &["wrapping around more than once"]);
    refused(a.try_pad(&[-4, 2], Pad::Constant(0.0)), &["negative output size"]);
    refused(a.try_pad(&[isize::MAX, 1], Pad::Constant(0.0)), &["invalid"]);
    refused(Tensor::<f64>::try_meshgrid(&[&a], Indexing::Ij), &["Expected 0D or 1D tensor"]);
    refused(a.try_unfold(1, 4, 1), &["maximum size for tensor at dimension 1 is 3 but size is 4"]);
    refused(a.try_unfold(1, 2, 0), &["step is 0"]);
    refused(a.try_diagonal(0, 1, -1), &["diagonal dimensions cannot be identical"]);
    refused(a.try_movedim([0, 0], [0, 1]), &["repeated dim"]);
    refused(a.try_broadcast_to(&[3, 3]), &["must match the existing size (2)"]);
    refused(a.try_linear(&Tensor::zeros([3, 2]), None), &["shapes cannot be multiplied", "[2, 3]", "[3, 2]"]);
    refused(a.try_cross(&b, -1), &["must match"]);
    refused(a.try_cross(&a, 0), &["must have length 3"]);
    refused(a.try_matrix_power(2), &["batches of square matrices, but they are 2 by 3"]);
    refused(a.try_tensordot(&b, 1, 1), &["contracted dimensions need to match"]);
    refused(Tensor::try_einsum("ij", &[&a, &b]), &["does not match the number of operands (2)"]);
    refused(Tensor::try_einsum("ijk", &[&a]), &["the number of subscripts (3) does not match", "operand 0"]);
    refused(Tensor::try_einsum("ij,ij", &[&a, &b]), &["subscript j has size 4", "3"]);
    refused(Tensor::try_einsum("ii", &[&a]), &["subscript i is repeated for operand 0"]);
    refused(Tensor::try_einsum("ij->k", &[&a]), &["output subscript k does not appear"]);
    refused(Tensor::try_einsum("ij->ii", &[&a]), &["output subscript i appears more than once"]);
    refused(Tensor::try_einsum("i1", &[&a]), &["does not match the number of dimensions"]);
    refused(Tensor::try_einsum("i1...", &[&a]), &["'1'"]);
}

#[test]
fn names_of_nodes() {
    let x = Tensor::from([[1.0, 2.0], [3.0, 4.0]]).requires_grad_(true);
    let v = leaf(&[1.0, 2.0]);
    let one = Tensor::from([[0_i64, 1], [1, 0]]);
    let row = Tensor::from([0_i64, 1]);
    let cases: Vec<(&str, T)> = vec![
        ("prod", x.prod()),
        ("prod(0)", x.prod_dim(0, false)),
        ("max", x.max()),
        ("max(0)", x.max_dim(0, false).0),
        ("amax", x.amax(0, false)),
        ("min", x.min()),
        ("median", x.median()),
        ("var", x.var(1)),
        ("std", x.std(1)),
        ("norm", x.norm()),
        ("logsumexp", x.logsumexp(0, false)),
        ("cumsum", x.cumsum(0)),
        ("cumprod", x.cumprod(0)),
        ("sort", x.sort(0, false).0),
        ("topk", x.topk(1, 0, true).0),
        ("kthvalue", x.kthvalue(1, 0, false).0),
        ("addmm", x.addmm(&x, &x, 1.0, 1.0)),
        ("F.linear", x.linear(&x, Some(&v))),
        ("F.linear nobias", x.linear(&x, None)),
        ("outer", v.outer(&v)),
        ("einsum", Tensor::einsum("ij,jk->ik", &[&x, &x])),
        ("trace", x.trace()),
        ("tril", x.tril(0)),
        ("repeat", x.repeat(&[2, 1])),
        ("x[idx]", x.index(&[(&row).into()])),
        ("x[mask]", x.index(&[(&x.gt(1.5)).into()])),
        ("index_select", x.index_select(0, &row)),
        ("gather", x.gather(0, &one)),
        ("scatter", x.scatter(0, &one, &x)),
        ("scatter_add", x.scatter_add(0, &one, &x)),
        ("index_add", x.index_add(0, &row, &x, 1.0)),
        ("take_along_dim", x.take_along_dim(&one, 0)),
        ("cat", Tensor::cat(&[&x, &x], 0)),
        ("stack", Tensor::stack(&[&x, &x], 0)),
        ("flip", x.flip(0)),
        ("roll", x.roll(1, 0)),
        ("pad", x.pad(&[1, 1], Pad::Constant(0.0))),
        ("unfold", x.unfold(0, 2, 1)),
        ("embedding", x.embedding(&row, None)),
    ];
    for (case, y) in cases {
        let expected = recorded("is_leaf_and_grad_fn", case);
        assert_eq!(y.grad_fn().expect(case).name(), expected.as_str().expect("a name"), "{case}");
    }
}

#[test]
fn indices_and_masks_of_every_kind() {
    let x = Tensor::from_vec((0..24).collect::<Vec<i64>>(), [2, 3, 4]);
    let pair = Tensor::from([1_i64, 0]);
    // Index tensors side by side stay in place; with a dimension between them they come first.
    assert_eq!(x.index(&[(..).into(), (&pair).into(), (&pair).into()]).to_vec(), [5, 0, 17, 12]);
    let apart = x.index(&[(&pair).into(), (..).into(), (&pair).into()]);
    assert_eq!((apart.shape(), apart.to_vec()), (&[2, 3][..], vec![13, 17, 21, 0, 4, 8]));
    // A selected place counts as a view, taken first.
    assert_eq!(x.index(&[(&pair).into(), 2.into(), (&pair).into()]).to_vec(), [21, 8]);
    let mask = Tensor::from([[true, false, false], [false, false, true]]);
    assert_eq!(x.index(&[(&mask).into(), (1..3).into()]).to_vec(), [1, 2, 21, 22]);
    assert_eq!(x.index(&[Index::Ellipsis, (&x.index(&[0.into(), 0.into()]).gt(1)).into()]).shape(), [2, 3, 2]);
    assert_eq!(mask.nonzero().to_vec(), [0, 0, 1, 2]);
    assert_eq!(Tensor::scalar(5.0).nonzero().shape(), [1, 0]);
    assert_eq!(x.any_dim([0, 1], false).to_vec(), [true; 4]);
    assert_eq!(x.all_dim([1, 2], true).shape(), [2, 1, 1]);
    assert_eq!(x.count_nonzero_dim(2).to_vec(), [3, 4, 4, 4, 4, 4]);
    assert_eq!(x.max_dim(0, false).0.to_vec(), (12..24).collect::<Vec<_>>());
    // Joining and rearranging work on indices and masks too.
    assert_eq!(Tensor::cat(&[&mask, &mask.flip(0)], 1).to_vec().iter().filter(|&&v| v).count(), 4);
    assert_eq!(pair.pad(&[1, 0], Pad::Constant(7)).repeat(&[2]).to_vec(), [7, 1, 0, 7, 1, 0]);
    assert_eq!(pair.one_hot(None).to_vec(), [0, 1, 1, 0]);
    assert_eq!(Tensor::from([2_i64, 1]).repeat_interleave_each(&Tensor::from([1_i64, 2]), 0).to_vec(), [2, 1, 1]);
}

#[test]
fn padding_rows_of_an_embedding_have_no_gradient() {
    let table = Tensor::from([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]).requires_grad_(true);
    table.embedding(&Tensor::from([[0_i64, 2], [2, 0]]), Some(-1)).sum().backward();
    assert_eq!(table.grad().unwrap().to_vec(), [2.0, 2.0, 0.0, 0.0, 0.0, 0.0]);
}

#[test]
fn of_repeated_places_the_last_value_has_the_gradient() {
    let (x, v) = (leaf(&[0.0, 0.0, 0.0]), leaf(&[1.0, 2.0, 3.0]));
    let y = x.index_put(&[(&Tensor::from([1_i64, 1, 0])).into()], &v, false);
    assert_eq!(y.to_vec(), [3.0, 2.0, 0.0]);
    let d = grad(&[&y.sum()], &[&x, &v]).unwrap();
    assert_eq!((d[0].to_vec(), d[1].to_vec()), (vec![0.0, 0.0, 1.0], vec![0.0, 1.0, 1.0]));
}

#[test]
fn writes_in_place() {
    let x = leaf(&[1.0, 2.0, 3.0]);
    let v = leaf(&[10.0, 20.0]);
    let at = Tensor::from([2_i64, 0]);
    let h = &x * 1.0;
    h.index_add_(0, &at, &v, 2.0).index_fill_(0, &Tensor::from([1_i64]), 5.0);
    assert_eq!(h.to_vec(), [41.0, 5.0, 23.0]);
    let d = grad(&[&(&h * Tensor::from([1.0, 10.0, 100.0])).sum()], &[&x, &v]).unwrap();
    assert_eq!((d[0].to_vec(), d[1].to_vec()), (vec![1.0, 0.0, 100.0], vec![200.0, 2.0]));
    // Without history the writes count too.
    let h = Tensor::<f64>::zeros([2, 2]);
    h.scatter_(1, &Tensor::from([[1_i64], [0]]), &Tensor::from([[1.0], [2.0]]));
    assert_eq!((h.to_vec(), h.version()), (vec![0.0, 1.0, 2.0, 0.0], 1));
    h.scatter_add_(0, &Tensor::from([[1_i64, 1]]), &Tensor::from([[1.0, 1.0]])).scatter_value_(
        0,
        &Tensor::from([[0_i64]]),
        9.0,
    );
    assert_eq!(h.to_vec(), [9.0, 1.0, 3.0, 1.0]);
    h.put_(&Tensor::from([-1_i64, -1]), &Tensor::from([4.0, 5.0]), true).tril_(0).index_copy_(
        1,
        &Tensor::from([0_i64]),
        &Tensor::from([[7.0], [8.0]]),
    );
    assert_eq!(h.to_vec(), [7.0, 0.0, 8.0, 10.0]);
    h.triu_(1).index_put_(&[0.into(), (&Tensor::from([0_i64])).into()], &Tensor::scalar(3.0), false);
    assert_eq!(h.to_vec(), [3.0, 0.0, 0.0, 0.0]);
    // A refused write leaves everything as it was.
    let version = h.version();
    refused(h.try_index_fill_(0, &Tensor::from([0_i64, 2]), 1.0), &["index out of range in self"]);
    assert_eq!((h.to_vec(), h.version()), (vec![3.0, 0.0, 0.0, 0.0], version));
    refused(
        x.try_index_fill_(0, &at, 0.0),
        &["a leaf Variable that requires grad is being used in an in-place operation"],
    );
    // A part made by itself is a view that may be written to; one of several made together is not.
    let base = &x * 1.0;
    base.narrow(0, 0, 2).mul_(3.0);
    refused(base.split(2, 0)[0].try_mul_(3.0), &["Output 0 of Split", "is being modified inplace"]);
    assert_eq!(base.to_vec(), [3.0, 6.0, 3.0]);
    assert_eq!(grad(&[&base.sum()], &[&x]).unwrap()[0].to_vec(), [3.0, 3.0, 1.0]);
}

#[test]
fn views_share_and_copies_do_not() {
    let x = Tensor::<f64>::zeros([3, 3]);
    assert!(x.diagonal(0, 0, 1).shares_storage(&x) && x.unfold(0, 2, 1).shares_storage(&x));
    assert!(x.movedim(0, 1).shares_storage(&x) && x.chunk(2, 0)[1].shares_storage(&x));
    assert!(!x.index(&[(&Tensor::from([0_i64])).into()]).shares_storage(&x) && !x.flip([]).shares_storage(&x));
    x.diagonal(0, 0, 1).fill_(2.0);
    assert_eq!(x.trace().item(), 6.0);
    refused(
        x.unfold(1, 2, 1).try_add_(1.0),
        &["more than one element of the written-to tensor refers to a single memory location"],
    );
}

#[test]
fn large_tensors_are_summed_alike_by_any_number_of_cores() {
    // Above the size from which kernels run on all cores, against plain loops.
    let n = 1 << 19;
    let values: Vec<f64> = (0..n).map(|k| ((k * 37) % 101) as f64 - 50.0).collect();
    let x = Tensor::from_vec(values.clone(), [n / 8, 8]);
    let total: f64 = values.iter().sum();
    assert_eq!(x.sum().item(), total);
    let rows: Vec<f64> = values.chunks_exact(8).map(|row| row.iter().sum()).collect();
    assert_eq!(x.sum_dim(1, false).to_vec(), rows);
    let mut columns = [0.0; 8];
    values.chunks_exact(8).for_each(|row| columns.iter_mut().zip(row).for_each(|(sum, v)| *sum += v));
    assert_eq!(x.sum_dim(0, false).to_vec(), columns);
    assert_eq!((&x + &x).to_vec(), values.iter().map(|v| v + v).collect::<Vec<_>>());
    assert_eq!((x.abs() * 2.0).to_vec(), values.iter().map(|v| v.abs() * 2.0).collect::<Vec<_>>());
    let h = x.copy();
    h.sub_(&x).add_(1.0);
    assert!(h.to_vec().iter().all(|&v| v == 1.0));
    // Summation has one order: the same bits on every run.
    let fractions = x.sin();
    assert_eq!(fractions.sum().item().to_bits(), fractions.sum().item().to_bits());
    let x = Tensor::from_vec(values, [n]).requires_grad_(true);
    (&x * &x).sum().backward();
    assert!(x.grad().unwrap().to_vec().iter().zip(x.to_vec()).all(|(d, x)| *d == 2.0 * x));
}

#[test]
fn einsum_agrees_with_loops() {
    let a = Tensor::from_vec((0..12).map(|k| f64::from(k).sin()).collect(), [2, 3, 2]);
    let b = Tensor::from_vec((0..12).map(|k| f64::from(k).cos()).collect(), [2, 2, 3]);
    let y = Tensor::einsum("bij, bjk -> kbi", &[&a, &b]);
    assert_eq!(y.shape(), [3, 2, 3]);
    let (x, z) = (a.to_vec(), b.to_vec());
    for k in 0..3 {
        for n in 0..2 {
            for i in 0..3 {
                let sum: f64 = (0..2).map(|j| x[n * 6 + i * 2 + j] * z[n * 6 + j * 3 + k]).sum();
                assert!((y.index(&[k, n, i].map(|p| Index::Select(p as isize))).item() - sum).abs() < 1e-14);
            }
        }
    }
    assert!(
        (Tensor::multi_dot(&[&a.select(0, 0), &b.select(0, 1), &a.select(0, 1)])
            - a.select(0, 0).mm(&b.select(0, 1)).mm(&a.select(0, 1)))
        .abs()
        .max()
        .item()
            < 1e-14
    );
    assert_eq!(Tensor::from([1.0, 2.0]).kron(&Tensor::from([1.0, 10.0])).to_vec(), [1.0, 10.0, 2.0, 20.0]);
    assert_eq!(Tensor::from([1.0, 0.0, 0.0]).cross(&Tensor::from([0.0, 1.0, 0.0]), 0).to_vec(), [0.0, 0.0, 1.0]);
}
