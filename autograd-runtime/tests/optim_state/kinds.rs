//! Plain values of every kind, and what does not fit them.

use autograd_runtime::optim::{
    Adafactor, Adam, Asgd, Gradient, IntoParameter, Lbfgs, Optimizer, Rprop, Sgd, SparseAdam, Stepper, Value, Variable,
};

/// The floats of a value, its shape, and that writing them back gives the value again.
fn look<V: Value<Scalar = f64> + Clone + PartialEq + std::fmt::Debug>(value: &V) -> (Vec<usize>, Vec<f64>) {
    let mut flat = Vec::new();
    value.visit(&mut |run| flat.extend_from_slice(run));
    assert_eq!(value.numel(), flat.len());
    assert_eq!(value.shape().iter().product::<usize>(), flat.len(), "{value:?}");
    let mut doubled = value.clone();
    doubled.visit_mut(&mut |run| run.iter_mut().for_each(|x| *x *= 2.0));
    let mut again = Vec::new();
    doubled.visit(&mut |run| again.extend_from_slice(run));
    assert_eq!(again, flat.iter().map(|x| x * 2.0).collect::<Vec<_>>(), "{value:?}");
    (value.shape(), flat)
}

#[test]
fn shapes_and_order_of_plain_values() {
    let six = vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
    assert_eq!(look(&1.5), (vec![], vec![1.5]));
    assert_eq!(look(&[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), (vec![2, 3], six.clone()));
    assert_eq!(look(&vec![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), (vec![2, 3], six.clone()));
    assert_eq!(look(&vec![vec![1.0, 2.0], vec![3.0, 4.0], vec![5.0, 6.0]]), (vec![3, 2], six.clone()));
    assert_eq!(look(&vec![vec![1.0, 2.0], vec![3.0, 4.0, 5.0, 6.0]]), (vec![6], six.clone()));
    assert_eq!(look(&(1.0, [2.0, 3.0], vec![(4.0, 5.0)], Some(6.0))), (vec![6], six));
    assert_eq!(look(&(Vec::<f64>::new(), None::<f64>)), (vec![0], vec![]));
}

#[cfg(feature = "nalgebra")]
#[test]
fn shapes_and_order_of_nalgebra_values() {
    use nalgebra::{DMatrix, DVector, Matrix2x3, RowVector3, Vector3};
    let columns = vec![1.0, 4.0, 2.0, 5.0, 3.0, 6.0];
    assert_eq!(look(&Vector3::new(1.0, 2.0, 3.0)), (vec![3], vec![1.0, 2.0, 3.0]));
    assert_eq!(look(&RowVector3::new(1.0, 2.0, 3.0)), (vec![3], vec![1.0, 2.0, 3.0]));
    assert_eq!(look(&DVector::from_vec(vec![1.0, 2.0])), (vec![2], vec![1.0, 2.0]));
    assert_eq!(look(&Matrix2x3::new(1.0, 2.0, 3.0, 4.0, 5.0, 6.0)), (vec![3, 2], columns.clone()));
    assert_eq!(look(&DMatrix::from_row_slice(2, 3, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0])), (vec![3, 2], columns));
    assert_eq!(look(&vec![Vector3::new(1.0, 2.0, 3.0); 2]).0, vec![2, 3]);

    // Adafactor keeps rows and columns apart; which is which makes no difference to the step.
    let (mut by_rows, mut by_columns) =
        ([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], Matrix2x3::new(1.0, 2.0, 3.0, 4.0, 5.0, 6.0));
    let mut steppers = [(); 2].map(|()| Stepper::new(Adafactor::default()).expect("a stepper"));
    for _ in 0..5 {
        let squares = by_rows.map(|row| row.map(|x| x * x));
        steppers[0].step(&mut by_rows, &squares).expect("a step");
        let squares = by_columns.map(|x| x * x);
        steppers[1].step(&mut by_columns, &squares).expect("a step");
    }
    for (i, j) in [(0, 0), (0, 2), (1, 1)] {
        let (a, b): (f64, f64) = (by_rows[i][j], by_columns[(i, j)]);
        assert!((a - b).abs() <= 1e-14 * a.abs(), "{a} and {b}");
    }
}

/// One step of Adafactor on a matrix, computed from the definition in another way.
#[test]
fn adafactor_on_matrices_follows_its_definition() {
    let (x, g) = ([[1.0, -2.0, 0.5], [0.25, 3.0, -1.0]], [[0.1, -0.4, 0.9], [2.0, 0.3, -0.7]]);
    let mut stepped = x;
    let settings = Adafactor { lr: 0.05, weight_decay: 0.1, d: 1.0, ..Adafactor::default() };
    Stepper::new(settings).and_then(|mut stepper| stepper.step(&mut stepped, &g)).expect("a step");

    // At the first step the new squares weigh all: v = (row mean) (column mean) / (mean of all).
    let row = |i: usize| g[i].iter().map(|g: &f64| g * g).sum::<f64>() / 3.0;
    let column = |j: usize| (0..2).map(|i| g[i][j] * g[i][j]).sum::<f64>() / 2.0;
    let mean = (row(0) + row(1)) / 2.0;
    let u = |i: usize, j: usize| g[i][j] / (row(i) * column(j) / mean).sqrt();
    let rms = |f: &dyn Fn(usize, usize) -> f64| ((0..6).map(|k| f(k / 3, k % 3).powi(2)).sum::<f64>() / 6.0).sqrt();
    let alpha = rms(&|i, j| x[i][j]) * 0.05 / rms(&u).max(1.0);
    for (i, j) in [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)] {
        let expected: f64 = x[i][j] * (1.0 - 0.05 * 0.1) - alpha * u(i, j);
        assert!((stepped[i][j] - expected).abs() <= 1e-14, "{} and {expected}", stepped[i][j]);
    }
}

#[test]
fn sparse_rows_equal_the_dense_gradient_where_nothing_decays() {
    let (sparse, dense) =
        (Variable::new([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), Variable::new([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]));
    for momentum in [0.0, 0.9] {
        let settings = Sgd { lr: 0.1, momentum, ..Sgd::default() };
        let mut of_sparse = Optimizer::new(settings.clone(), [&sparse]).expect("an optimizer");
        let mut of_dense = Optimizer::new(settings, [&dense]).expect("an optimizer");
        for _ in 0..3 {
            of_sparse.zero_grad();
            sparse.add_sparse_grad(&[2, 0], &[1.0, 1.0, -1.0, 0.5]).expect("the rows exist");
            sparse.add_sparse_grad(&[2], &[0.5, 0.5]).expect("the row exists");
            assert_eq!(sparse.grad(), Some([[-1.0, 0.5], [0.0, 0.0], [1.5, 1.5]]));
            dense.set_grad(&[[-1.0, 0.5], [0.0, 0.0], [1.5, 1.5]]).expect("the shapes agree");
            of_sparse.step().and_then(|()| of_dense.step()).expect("a step");
            assert_eq!(sparse.get(), dense.get());
        }
    }
}

#[test]
fn gradients_that_do_not_fit_are_refused_and_change_nothing() {
    let w = Variable::named("w", [[1.0, 2.0], [3.0, 4.0]]);
    w.set_grad(&[[1.0, 1.0], [1.0, 1.0]]).expect("the shapes agree");
    let error = w.set_grad(&[1.0, 2.0, 3.0, 4.0]).expect_err("another shape").to_string();
    assert_eq!(error, "the gradient of `w` has shape [4], the parameter has shape [2, 2]");
    let error = w.add_grad(&vec![[1.0, 2.0]]).expect_err("another shape").to_string();
    assert_eq!(error, "the gradient of `w` has shape [1, 2], the parameter has shape [2, 2]");
    assert!(w.add_sparse_grad(&[0], &[1.0, 1.0]).is_err(), "a dense gradient is there");
    assert_eq!(w.grad(), Some([[1.0, 1.0], [1.0, 1.0]]));

    w.zero_grad();
    let error = w.add_sparse_grad(&[2], &[1.0, 1.0]).expect_err("no such row").to_string();
    assert_eq!(error, "the sparse gradient of `w` names row 2 of 2");
    let error = w.add_sparse_grad(&[1], &[1.0]).expect_err("half a row").to_string();
    assert_eq!(error, "the sparse gradient of `w` has 1 values for 1 rows of 2 (parameter shape [2, 2])");
    assert_eq!(w.grad(), None);

    // The second parameter's gradient is refused before the first is touched.
    let (first, second) = (Variable::named("first", [1.0]), Variable::named("second", [1.0]));
    let parameters = [(&first).into_parameter(), (&second).into_parameter()];
    let mut optimizer = Optimizer::new(Adam::default(), parameters).expect("an optimizer");
    first.set_grad(&[1.0]).and_then(|()| second.add_sparse_grad(&[0], &[1.0])).expect("the gradients fit");
    let error = optimizer.step().expect_err("a sparse gradient").to_string();
    assert_eq!(
        error,
        "Adam does not support sparse gradients, please consider SparseAdam instead (parameter `second`)"
    );
    assert_eq!((first.get(), optimizer.state_of(0, 0).is_none()), ([1.0], true));
}

#[test]
fn a_parameter_that_changed_its_size_is_refused() {
    let w = Variable::named("w", vec![1.0, 2.0]);
    let mut optimizer = Optimizer::new(Adam::default(), [&w]).expect("an optimizer");
    w.set_grad(&[1.0, 1.0]).expect("the shapes agree");
    optimizer.step().expect("a step");
    w.set(vec![1.0, 2.0, 3.0]);
    w.set_grad(&[1.0, 1.0, 1.0]).expect("the shapes agree");
    let error = optimizer.step().expect_err("a state of the old size").to_string();
    assert_eq!(error, "the saved state does not fit `w`: its `exp_avg` has 2 entries, the parameter needs 3");
    assert_eq!(w.get(), [1.0, 2.0, 3.0]);

    let mut stepper = Stepper::new(Adam::default()).expect("a stepper");
    stepper.step(&mut vec![1.0, 2.0], &[1.0, 1.0]).expect("a step");
    let mut longer = vec![1.0, 2.0, 3.0];
    let error = stepper.step(&mut longer, &[1.0, 1.0, 1.0]).expect_err("a longer value").to_string();
    assert_eq!(error, "the saved state does not fit `value`: it is of shape [2], the value of shape [3]");
    assert_eq!(longer, [1.0, 2.0, 3.0]);
}

#[test]
fn empty_values_take_steps_that_do_nothing() {
    let empty = Variable::new(Vec::<f64>::new());
    empty.set_grad(&Vec::<f64>::new()).expect("the shapes agree");
    let mut adafactor = Optimizer::new(Adafactor::default(), [&empty]).expect("an optimizer");
    let mut adam = Optimizer::new(Adam::default(), [&empty]).expect("an optimizer");
    adafactor.step().and_then(|()| adam.step()).expect("a step");
    let mut lbfgs = Optimizer::new(Lbfgs::default(), [&empty]).expect("an optimizer");
    assert_eq!(lbfgs.step_with(|| 1.0), Ok(1.0));
    let mut stepper = Stepper::new(SparseAdam::default()).expect("a stepper");
    let mut table: Vec<[f64; 2]> = vec![[1.0, 2.0]];
    stepper.step_sparse(&mut table, &[], &[]).expect("no rows");
    assert_eq!((empty.get().len(), table), (0, vec![[1.0, 2.0]]));
}

#[test]
fn maximizing_ascends_by_every_route() {
    // The objective -x² has its maximum at 0.
    let mut x = 3.0;
    let settings = Lbfgs { maximize: true, ..Lbfgs::default() };
    let mut lbfgs = Stepper::new(settings).expect("a stepper");
    let first = lbfgs.step_with(&mut x, |&x: &f64| (-x * x, -2.0 * x)).expect("a step");
    assert_eq!(first, -9.0);
    assert!(x.abs() < 1e-6, "{x}");

    let mut x = 0.05;
    let mut rprop = Stepper::new(Rprop { maximize: true, ..Rprop::default() }).expect("a stepper");
    let d_x = -2.0 * x;
    rprop.step(&mut x, &d_x).expect("a step");
    assert!((x - 0.04_f64).abs() < 1e-15, "{x}");
}

#[test]
fn the_average_of_asgd_is_in_its_state() {
    let x = Variable::new([1.0, -1.0]);
    let mut optimizer = Optimizer::new(Asgd { lr: 0.1, t0: 0.0, ..Asgd::default() }, [&x]).expect("an optimizer");
    for _ in 0..3 {
        x.set_grad(&x.get()).expect("the shapes agree");
        optimizer.step().expect("a step");
    }
    let state = optimizer.state_of(0, 0).expect("a state");
    assert!(state.ax[0] > x.get()[0] && state.ax[0] < 1.0, "the average lags behind the iterates");
}

#[test]
fn variables_are_shared_between_threads() {
    let w = Variable::named("w", vec![0.0; 8]);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..100).for_each(|_| w.add_grad(&[1.0; 8]).expect("the shapes agree")));
        }
    });
    assert_eq!(w.grad(), Some(vec![400.0; 8]));
    let parameter = (&w).into_parameter();
    parameter.read(&mut |values, gradient| {
        assert_eq!(values, [0.0; 8]);
        assert!(matches!(gradient, Gradient::Dense(entries) if entries == [400.0; 8]));
    });
}
