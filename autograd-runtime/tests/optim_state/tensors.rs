//! Tensor leaves as parameters: what a step does to storage, versions and gradients, and what is refused.

use autograd_runtime::optim::{
    Adam, IntoParameter, Optimizer, Parameter, Sgd, SparseAdam, clip_grad_norm, clip_grad_value,
};
use autograd_runtime::tensor::{BackwardOptions, Tensor, no_grad};

fn leaf(values: &[f64]) -> Tensor<f64> {
    Tensor::from_slice(values).requires_grad_(true)
}

fn sgd(lr: f64) -> Sgd {
    Sgd { lr, ..Sgd::default() }
}

#[test]
fn a_step_is_one_unrecorded_write_that_views_see() {
    let w = leaf(&[1.0, 2.0, 3.0]);
    let (sibling, view) = (w.detach(), no_grad(|| w.narrow(0, 1, 2)));
    let mut optimizer = Optimizer::new(sgd(0.5), [&w]).expect("an optimizer");
    (&w * &w).sum().backward();
    let before = w.version();
    optimizer.step().expect("a step");
    assert_eq!(w.to_vec(), [0.0, 0.0, 0.0]);
    assert_eq!((sibling.to_vec(), view.to_vec()), (vec![0.0; 3], vec![0.0; 2]));
    assert_eq!(w.version(), before + 1);
    assert!(w.is_leaf() && w.requires_grad());

    // A graph recorded before the step kept the old values, so that it cannot be walked any more.
    let loss = (&w * &w).sum();
    optimizer.step().expect("a step along the old gradient");
    let error = loss.try_backward().expect_err("the leaf was written to").to_string();
    assert!(error.contains("modified by an inplace operation"), "{error}");
}

#[test]
fn scalars_and_empty_tensors_take_steps() {
    let (x, none) = (Tensor::scalar(3.0).requires_grad_(true), leaf(&[]));
    let mut optimizer = Optimizer::new(sgd(0.5), [&x, &none]).expect("an optimizer");
    let loss = optimizer.step_with(|| {
        let loss = &x * &x + none.sum();
        loss.backward();
        loss.item()
    });
    assert_eq!((loss, x.item(), none.numel()), (Ok(9.0), 0.0, 0));
}

#[test]
fn a_gradient_that_is_the_parameter_itself_is_copied_first() {
    let x = leaf(&[1.0, -2.0]);
    x.set_grad(Some(x.detach())).expect("the shapes agree");
    let mut optimizer = Optimizer::new(Sgd { momentum: 0.9, ..sgd(0.25) }, [&x]).expect("an optimizer");
    optimizer.step().expect("a step");
    assert_eq!(x.to_vec(), [0.75, -1.5]);
    optimizer.clip_grad_value(0.5);
    assert_eq!(x.to_vec(), [0.75, -1.5], "clipping the gradient leaves the parameter alone");
    assert_eq!(x.grad().expect("a gradient").to_vec(), [0.5, -0.5]);
}

#[test]
fn results_and_overlapping_leaves_are_refused_by_name() {
    let x = leaf(&[1.0]);
    let result = &x * 2.0;
    let error = Optimizer::new(sgd(0.1), [("y", &result)]).err().map(|error| error.to_string());
    assert_eq!(error.as_deref(), Some("can't optimize a non-leaf Tensor: `y`"));

    let wide = x.detach().expand([3]).detach().requires_grad_(true);
    let error = Optimizer::new(sgd(0.1), [("x", &x), ("wide", &wide)]).err().map(|error| error.to_string());
    let expected = "unsupported operation: more than one element of `wide` refers to a single memory location. Please \
                    clone() the tensor before optimizing it.";
    assert_eq!(error.as_deref(), Some(expected));

    let error = Optimizer::new(sgd(0.1), [("x", &x), ("again", &x.clone())]).err().map(|error| error.to_string());
    assert_eq!(error.as_deref(), Some("some parameters appear in more than one parameter group: `again`"));
}

#[test]
fn a_frozen_tensor_stays_as_it_is() {
    let (w, frozen) = (leaf(&[1.0]), Tensor::from_slice(&[1.0]));
    let mut optimizer = Optimizer::new(Adam::default(), [&w, &frozen]).expect("an optimizer");
    (&w * &frozen).sum().backward();
    optimizer.step().expect("a step");
    assert!(w.to_vec()[0] < 1.0);
    assert_eq!(frozen.to_vec(), [1.0]);
    assert!(optimizer.state_of(0, 1).is_none());
}

#[test]
fn gradients_with_a_history_or_overlapping_elements_are_clipped() {
    let x = leaf(&[3.0, 4.0]);
    let loss = (&x * &x).sum();
    loss.backward_options(None, BackwardOptions { create_graph: true, ..BackwardOptions::default() }).expect("a pass");
    assert_eq!(clip_grad_norm([&x], 1.0, 2.0, true), Ok(10.0));
    let clipped = x.grad().expect("a gradient").to_vec();
    assert!((clipped[0] - 0.6).abs() < 1e-6 && (clipped[1] - 0.8).abs() < 1e-6, "{clipped:?}");

    let y = leaf(&[1.0, 1.0, 1.0]);
    y.set_grad(Some(Tensor::from_slice(&[8.0]).expand([3]))).expect("the shapes agree");
    clip_grad_value([&y], 2.0);
    assert_eq!(y.grad().expect("a gradient").to_vec(), [2.0; 3]);
    let transposed = Tensor::from([[1.0, 2.0], [3.0, 4.0]]);
    let z = Tensor::<f64>::zeros([2, 2]).requires_grad_(true);
    z.set_grad(Some(transposed.t())).expect("the shapes agree");
    z.update_gradient(&mut |entries| assert_eq!(entries, [1.0, 3.0, 2.0, 4.0]));
    Optimizer::new(sgd(1.0), [&z]).and_then(|mut optimizer| optimizer.step()).expect("a step");
    assert_eq!(z.to_vec(), [-1.0, -3.0, -2.0, -4.0]);
}

#[test]
fn reading_a_norm_writes_nothing() {
    let x = leaf(&[3.0, 4.0]);
    (&x * &x).sum().backward();
    let grad = x.grad().expect("a gradient");
    let versions = (x.version(), grad.version());
    assert_eq!(clip_grad_norm([&x], f64::INFINITY, 2.0, true), Ok(10.0));
    (&x).into_parameter().read(&mut |values, _| assert_eq!(values, [3.0, 4.0]));
    assert_eq!(x.version(), versions.0);
}

#[test]
fn sparse_gradients_name_the_rows_used() {
    let table = Tensor::arange(0.0, 8.0, 1.0).reshape([4, 2]).detach().requires_grad_(true);
    let rows = Tensor::from_slice(&[3_i64, 0, 3]);
    table.embedding_sparse(&rows, None).sum().backward();
    let sparse = table.sparse_grad().expect("a sparse gradient");
    assert_eq!((sparse.rows(), sparse.shape()), (&[3, 0, 3][..], &[4, 2][..]));
    assert_eq!(sparse.values().to_vec(), [1.0; 6]);
    assert_eq!(table.grad().expect("a gradient").to_vec(), [1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 2.0, 2.0]);

    // A second pass adds rows, padding is left out.
    table.embedding_sparse(&Tensor::from_slice(&[1_i64, 0]), Some(0)).sum().backward();
    assert_eq!(table.sparse_grad().expect("a sparse gradient").rows(), [3, 0, 3, 1]);

    let mut optimizer =
        Optimizer::new(SparseAdam { lr: 0.5, ..SparseAdam::default() }, [&table]).expect("an optimizer");
    optimizer.step().expect("a step");
    let stepped = table.to_vec();
    assert_eq!(stepped[4..6], [4.0, 5.0], "the row that was not used stays");
    assert!([0, 1, 2, 3, 6, 7].iter().all(|&i| stepped[i] < i as f64), "{stepped:?}");

    // Together with a dense gradient the sum is dense.
    let dense = Tensor::<f64>::ones([4, 2]).requires_grad_(true);
    (dense.embedding_sparse(&rows, None).sum() + dense.embedding(&rows, None).sum()).backward();
    assert!(dense.sparse_grad().is_none());
    assert_eq!(dense.grad().expect("a gradient").to_vec(), [2.0, 2.0, 0.0, 0.0, 0.0, 0.0, 4.0, 4.0]);
    dense.embedding_sparse(&rows, None).sum().backward();
    assert_eq!(dense.grad().expect("a gradient").to_vec(), [3.0, 3.0, 0.0, 0.0, 0.0, 0.0, 6.0, 6.0]);
}

#[test]
fn sparse_and_dense_embeddings_have_one_gradient_of_every_order() {
    let rows = Tensor::from_slice(&[2_i64, 0, 2, 1]).reshape([2, 2]);
    let start = [0.5, -1.0, 2.0, 0.25, -0.75, 1.5];
    let second = |sparse: bool, padding: Option<isize>| {
        let table = Tensor::from_vec(start.to_vec(), [3, 2]).requires_grad_(true);
        let looked_up = if sparse { table.embedding_sparse(&rows, padding) } else { table.embedding(&rows, padding) };
        let loss = looked_up.powi(3).sum();
        loss.backward_options(None, BackwardOptions { create_graph: true, ..BackwardOptions::default() })
            .expect("a first pass");
        let first = table.grad().expect("a gradient");
        assert!(first.requires_grad());
        table.zero_grad();
        first.powi(2).sum().backward();
        (first.to_vec(), table.grad().expect("a second gradient").to_vec())
    };
    for padding in [None, Some(-1)] {
        assert_eq!(second(true, padding), second(false, padding));
    }
}

#[test]
fn a_hook_sees_a_sparse_gradient_written_out() {
    let table = Tensor::<f64>::ones([3, 1]).requires_grad_(true);
    table.register_hook(|d| {
        assert_eq!(d.to_vec(), [0.0, 1.0, 0.0]);
        Some(d * 2.0)
    });
    table.embedding_sparse(&Tensor::from_slice(&[1_i64]), None).sum().backward();
    assert_eq!(table.grad().expect("a gradient").to_vec(), [0.0, 2.0, 0.0]);
}
