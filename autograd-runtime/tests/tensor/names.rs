//! The names of nodes, against PyTorch's. Where an operation is composed of others here and there differently, the
//! name that it has here stands in `DIFFERENT`, and the reason in `docs/tensor_semantics.md`.

use crate::torch::{T, leaf, recorded};
use autograd_runtime::tensor::{BatchNorm, Conv, Index, Pad, Pool, Reduction, Tensor};

/// What PyTorch calls otherwise.
const DIFFERENT: &[(&str, &str)] = &[
    ("remainder", "RemainderBackward1"),
    ("fmod", "FmodBackward1"),
    ("bmm", "BmmBackward0"),
    ("3d@2d", "ViewBackward0"),
    ("F.linear 1d", "ViewBackward0"),
    ("solve", "SqueezeBackward1"),
    ("diag", "DiagonalBackward0"),
    ("split", "SliceBackward0"),
    ("chunk", "SliceBackward0"),
    ("unbind", "SelectBackward0"),
    ("dropout", "NativeDropoutBackward0"),
];

#[test]
fn every_operation_has_pytorch_s_name_or_a_listed_one() {
    let x = leaf(&[0.3, 0.7]);
    let y = leaf(&[0.6, 0.2]);
    let m = Tensor::from([[2.0, 0.5], [0.5, 3.0]]).requires_grad_(true);
    let batch = T::ones([2, 2, 2]).requires_grad_(true);
    let image = T::ones([1, 1, 4, 4]).requires_grad_(true);
    let at = Tensor::from_slice(&[0, 1]);
    let at2 = Tensor::from([[0, 1], [1, 0]]);
    let mask = x.gt(0.5);
    let norm = BatchNorm { training: true, ..BatchNorm::default() };
    let cases: Vec<(&str, T)> = vec![
        ("x*x", &x * &x),
        ("erf", x.erf()),
        ("atan2", x.atan2(&y)),
        ("leaky_relu", x.leaky_relu(0.01)),
        ("elu", x.elu(1.0)),
        ("gelu", x.gelu()),
        ("silu", x.silu()),
        ("softplus", x.softplus()),
        ("hardtanh", x.hardtanh(-1.0, 1.0)),
        ("logsigmoid", x.logsigmoid()),
        ("clamp", x.clamp(0.0, 1.0)),
        ("clamp_min", x.clamp_min(0.0)),
        ("masked_fill", x.masked_fill(&mask, 0.0)),
        ("masked_select", x.masked_select(&mask)),
        ("lerp", x.lerp(&y, 0.5)),
        ("addcmul", x.addcmul(&y, &y, 1.0)),
        ("remainder", x.remainder(&y)),
        ("fmod", x.fmod(&y)),
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
        ("linalg.norm", x.norm_dim(2.0, [], false)),
        ("linalg.vector_norm(1)", x.norm_dim(1.0, [], false)),
        ("logsumexp", x.logsumexp(0, false)),
        ("cumsum", x.cumsum(0)),
        ("cumprod", x.cumprod(0)),
        ("sort", x.sort(0, false).0),
        ("topk", x.topk(1, 0, true).0),
        ("kthvalue", x.kthvalue(1, 0, false).0),
        ("bmm", batch.bmm(&batch)),
        ("3d@2d", batch.matmul(&m)),
        ("addmm", m.addmm(&m, &m, 1.0, 1.0)),
        ("F.linear", m.linear(&m, Some(&x))),
        ("F.linear nobias", m.linear(&m, None)),
        ("F.linear 1d", x.linear(&m, Some(&x))),
        ("outer", x.outer(&y)),
        ("einsum", Tensor::einsum("ij,jk->ik", &[&m, &m])),
        ("inv", m.inv()),
        ("det", m.det()),
        ("solve", m.solve(&x)),
        ("cholesky", m.cholesky()),
        ("trace", m.trace()),
        ("diag", m.diag(0)),
        ("tril", m.tril(0)),
        ("slogdet", m.slogdet().1),
        ("repeat", x.repeat(&[2])),
        ("x[idx]", x.index(&[Index::Tensor(at.clone())])),
        ("x[mask]", x.index(&[Index::Mask(mask.clone())])),
        ("x[None]", x.index(&[Index::NewAxis])),
        ("index_select", x.index_select(0, &at)),
        ("gather", m.gather(0, &at2)),
        ("scatter", m.scatter(0, &at2, &m)),
        ("scatter_add", m.scatter_add(0, &at2, &m)),
        ("index_add", x.index_add(0, &at, &y, 1.0)),
        ("take_along_dim", m.take_along_dim(&at2, 0)),
        ("cat", Tensor::cat(&[&x, &y], 0)),
        ("stack", Tensor::stack(&[&x, &y], 0)),
        ("split", x.split(1, 0).remove(0)),
        ("chunk", x.chunk(2, 0).remove(0)),
        ("unbind", x.unbind(0).remove(0)),
        ("flip", x.flip(0)),
        ("roll", x.roll(1, 0)),
        ("pad", x.pad(&[1, 1], Pad::Constant(0.0))),
        ("unfold", x.unfold(0, 2, 1)),
        ("softmax", x.softmax(0)),
        ("log_softmax", x.log_softmax(0)),
        ("cross_entropy", m.cross_entropy(&at)),
        ("nll_loss", m.nll_loss(&at)),
        ("mse_loss", x.mse_loss(&y, Reduction::Mean)),
        ("l1_loss", x.l1_loss(&y, Reduction::Mean)),
        ("smooth_l1", x.smooth_l1_loss(&y, 1.0, Reduction::Mean)),
        ("huber", x.huber_loss(&y, 1.0, Reduction::Mean)),
        ("bce", x.binary_cross_entropy(&y, None, Reduction::Mean)),
        ("bce_with_logits", x.binary_cross_entropy_with_logits(&y, None, None, Reduction::Mean)),
        ("kl_div", x.kl_div(&y, false, Reduction::Mean)),
        ("conv2d", image.conv2d(&T::ones([1, 1, 2, 2]), None, Conv::default())),
        ("max_pool2d", image.max_pool2d(Pool::new([2, 2]))),
        ("avg_pool2d", image.avg_pool2d(Pool::new([2, 2]))),
        ("batch_norm", m.batch_norm(&norm)),
        ("layer_norm", m.layer_norm(&[2], None, None, 1e-5)),
        ("embedding", m.embedding(&at, None)),
        ("dropout", x.dropout(0.5, true)),
        ("normalize", x.normalize(2.0, 0, 1e-12)),
        ("cosine_similarity", x.cosine_similarity(&y, 0, 1e-8)),
    ];
    let mut failures = Vec::new();
    for (case, y) in cases {
        let found = y.grad_fn().unwrap_or_else(|| panic!("{case} has no history")).name();
        let theirs = recorded("is_leaf_and_grad_fn", case);
        match DIFFERENT.iter().find(|(name, _)| *name == case) {
            Some((_, ours)) if found == *ours && theirs != *ours => {}
            Some((_, ours)) => failures.push(format!("{case}: listed as {ours}, found {found}, recorded {theirs}")),
            None if *theirs == *found => {}
            None => failures.push(format!("(\"{case}\", \"{found}\"), // {theirs}")),
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn leaves_and_results() {
    let x = leaf(&[1.0, 2.0]);
    let constant = Tensor::from_slice(&[1.0, 2.0]);
    let state = |t: &T| (t.is_leaf(), t.requires_grad(), t.grad_fn().is_some());
    assert_eq!(state(&x), (true, true, false));
    assert_eq!(state(&constant), (true, false, false));
    assert_eq!(state(&(&constant * &constant)), (true, false, false));
    assert_eq!(state(&(&x * 2.0).detach()), (true, false, false));
    assert_eq!(state(&(&x * 2.0).detach().requires_grad_(true)), (true, true, false));
    assert_eq!(state(&autograd_runtime::tensor::no_grad(|| &x * 2.0)), (true, false, false));
    assert!(x.to_dtype::<f64>().is_same(&x));
    assert!(!x.to_dtype::<f32>().is_leaf());
    let next = (&x * &constant).grad_fn().expect("a history").next_functions();
    assert_eq!(
        next[0].as_ref().map(|(node, output)| (node.name(), *output)),
        Some(("torch::autograd::AccumulateGrad".into(), 0))
    );
    assert!(next[1].is_none());
    assert_eq!(format!("{:?}", (&x * 2.0).grad_fn().expect("a history")), "<MulBackward0>");
    // Zero, not missing: the function does not depend on its argument, but it was applied.
    for y in [x.sign(), x.floor()] {
        x.zero_grad();
        y.sum().backward();
        assert_eq!(x.grad().expect("a gradient").to_vec(), [0.0, 0.0]);
    }
}
