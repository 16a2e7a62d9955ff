//! Linear algebra beyond the recorded cases: what the factors must satisfy, gradients of both orders, refusals.

use autograd_runtime::tensor::{
    GradcheckOptions, Tensor, TensorError, TriangularOptions, gradcheck, gradgradcheck_with,
};

type T = Tensor<f64>;

/// Numbers that repeat for no size in these tests, none of them near zero.
fn numbers(shape: &[usize], seed: f64) -> T {
    let n = shape.iter().product();
    Tensor::from_vec((0..n).map(|k| (12.9898 * (k as f64 + seed)).sin() * 1.5 + 0.1).collect(), shape)
}

/// Well-conditioned square matrices: large diagonals.
fn regular(shape: &[usize], seed: f64) -> T {
    numbers(shape, seed) + T::eye(shape[shape.len() - 1]) * 4.0
}

#[track_caller]
fn close(a: &T, b: &T) {
    assert_eq!(a.shape(), b.shape());
    let error = (a - b).to_vec().into_iter().fold(0.0_f64, |m, v| m.max(v.abs()));
    assert!(error < 1e-11, "differs by {error:e}:\n{a}\n{b}");
}

#[track_caller]
fn checked(f: impl Fn(&[T]) -> Vec<T>, inputs: Vec<T>) {
    let inputs: Vec<T> = inputs.into_iter().map(|x| x.detach().requires_grad_(true)).collect();
    gradcheck(&f, &inputs).unwrap();
    let options = GradcheckOptions { atol: 1e-4, ..GradcheckOptions::default() };
    gradgradcheck_with(&f, &inputs, options).unwrap();
}

#[test]
fn factors_multiply_to_the_matrix() {
    for shape in
        [vec![5, 5], vec![7, 3], vec![3, 7], vec![2, 3, 4, 4], vec![1, 1], vec![6, 1], vec![1, 6], vec![2, 0, 0]]
    {
        let a = numbers(&shape, 0.3);
        let (q, r) = a.qr();
        close(&q.matmul(&r), &a);
        let k = q.size(-1);
        close(&q.transpose(-2, -1).matmul(&q), &T::eye(k).expand_as(&q.transpose(-2, -1).matmul(&q)));
        let (u, s, vt) = a.svd();
        close(&(&u * s.unsqueeze(-2)).matmul(&vt), &a);
        assert!(s.to_vec().chunks(k.max(1)).all(|s| s.is_sorted_by(|a, b| a >= b) && s.iter().all(|&s| s >= 0.0)));
        if shape[shape.len() - 1] == shape[shape.len() - 2] {
            let symmetric = &a + a.transpose(-2, -1);
            let (w, v) = symmetric.eigh();
            close(&(&v * w.unsqueeze(-2)).matmul(&v.transpose(-2, -1)), &symmetric);
            let spd = a.matmul(&a.transpose(-2, -1)) + T::eye(k);
            let l = spd.cholesky();
            close(&l.matmul(&l.transpose(-2, -1)), &spd);
            close(&spd.matmul(&l.cholesky_inverse()), &T::eye(k).expand_as(&spd));
        }
    }
}

#[test]
fn deficient_rank_is_found_and_decomposed() {
    let x = numbers(&[6, 2], 0.7);
    let a = x.matmul(&numbers(&[2, 5], 1.9));
    assert_eq!(a.matrix_rank().item(), 2);
    let (u, s, vt) = a.svd();
    close(&(&u * s.unsqueeze(-2)).matmul(&vt), &a);
    let p = a.pinv();
    close(&a.matmul(&p).matmul(&a), &a);
    close(&p.matmul(&a).matmul(&p), &p);
    assert_eq!(T::zeros([3, 4]).matrix_rank().item(), 0);
    assert_eq!(T::zeros([3, 4]).pinv().to_vec(), vec![0.0; 12]);
}

#[test]
fn gradients_of_both_orders() {
    let (square, batch) = (|| regular(&[3, 3], 0.2), || regular(&[2, 3, 3], 0.9));
    checked(|x| vec![x[0].inv()], vec![batch()]);
    checked(|x| vec![x[0].det()], vec![batch()]);
    checked(|x| vec![x[0].slogdet().1, x[0].logdet()], vec![square()]);
    checked(|x| vec![x[0].solve(&x[1])], vec![square(), numbers(&[2, 3, 2], 0.5)]);
    checked(|x| vec![x[0].solve(&x[1])], vec![batch(), numbers(&[3], 0.5)]);
    checked(|x| vec![x[0].solve(&x[1])], vec![batch(), numbers(&[2, 3], 0.5)]);
    for (upper, right, unitriangular) in
        [(false, false, false), (true, false, false), (false, true, false), (true, true, true), (false, false, true)]
    {
        let options = TriangularOptions { upper, right, unitriangular };
        checked(move |x| vec![x[0].solve_triangular(&x[1], options)], vec![square(), numbers(&[2, 3, 3], 0.4)]);
    }
    let symmetric = |x: &T| x + x.transpose(-2, -1);
    let positive = |x: &T| x.matmul(&x.transpose(-2, -1)) + T::eye(3);
    checked(move |x| vec![positive(&x[0]).cholesky()], vec![batch()]);
    checked(move |x| vec![x[1].cholesky_solve(&positive(&x[0]).cholesky())], vec![square(), numbers(&[3, 2], 0.1)]);
    checked(|x| vec![x[0].qr().0, x[0].qr().1], vec![square()]);
    checked(|x| vec![x[0].qr().0, x[0].qr().1], vec![numbers(&[4, 2], 0.6)]);
    checked(|x| vec![x[0].qr().0, x[0].qr().1], vec![numbers(&[2, 4], 0.6)]);
    checked(move |x| vec![symmetric(&x[0]).eigvalsh()], vec![square()]);
    // Projections do not depend on the signs of the eigenvectors.
    checked(
        move |x| {
            let (w, v) = symmetric(&x[0]).eigh();
            vec![(&v * (&w * &w + 1.0).unsqueeze(-2)).matmul(&v.narrow(-1, 0, 3).transpose(-2, -1)), v.abs()]
        },
        vec![square()],
    );
    for shape in [[3, 3], [4, 2], [2, 4]] {
        checked(
            |x| {
                let (u, s, vt) = x[0].svd();
                vec![s.copy(), (&u * s.unsqueeze(-2).sin()).matmul(&vt), u.abs(), vt.abs()]
            },
            vec![numbers(&shape, 0.8)],
        );
        checked(|x| vec![x[0].pinv()], vec![numbers(&shape, 0.8)]);
    }
    checked(|x| vec![x[0].lstsq(&x[1])], vec![numbers(&[4, 2], 0.8), numbers(&[4, 1], 0.3)]);
    checked(|x| vec![x[0].cond()], vec![square()]);
    checked(|x| vec![x[0].matrix_exp()], vec![numbers(&[2, 2, 2], 0.8)]);
    checked(|x| vec![x[0].transpose(-2, -1).inv(), x[0].transpose(0, 1).det()], vec![square()]);
}

#[test]
fn matrices_of_size_one_and_none_and_batches_of_none() {
    for shape in [&[1, 1][..], &[0, 0], &[2, 1, 1], &[0, 2, 2], &[2, 0, 0]] {
        let matrix = || regular(shape, 0.2);
        checked(|x| vec![x[0].inv(), x[0].pinv(), x[0].matrix_exp(), x[0].solve(&x[0])], vec![matrix()]);
        checked(|x| vec![x[0].det(), x[0].slogdet().1], vec![matrix()]);
        checked(|x| vec![x[0].matmul(&x[0].transpose(-2, -1)).cholesky()], vec![matrix()]);
        checked(|x| vec![x[0].qr().0, x[0].qr().1, x[0].eigvalsh(), x[0].svdvals()], vec![matrix()]);
        checked(|x| vec![x[0].solve_triangular(&x[0], TriangularOptions::default())], vec![matrix()]);
    }
    assert_eq!(T::zeros([0, 0]).det().item(), 1.0);
    assert_eq!(T::zeros([3, 0, 0]).det().to_vec(), [1.0; 3]);
    assert_eq!(T::zeros([0, 3]).svdvals().shape(), [0]);
}

#[test]
fn the_determinant_of_a_singular_matrix_has_its_cofactors_for_gradient() {
    checked(|x| vec![x[0].det()], vec![Tensor::from([[1.0, 2.0], [2.0, 4.0]])]);
    checked(|x| vec![x[0].det()], vec![Tensor::from([[1.0, 2.0, 3.0], [2.0, 4.0, 6.0], [1.0, 0.0, 1.0]])]);
    checked(|x| vec![x[0].det()], vec![T::zeros([3, 3])]);
}

#[test]
fn refusals_name_the_matrix() {
    let text = |r: Result<T, TensorError>| r.expect_err("refused").to_string();
    let batch = Tensor::from([[[1.0, 0.0], [0.0, 1.0]], [[1.0, 1.0], [1.0, 1.0]]]);
    assert_eq!(
        text(batch.try_inv()),
        "linalg.inv: (Batch element 1): The diagonal element 2 is zero, the inversion could not be completed because \
         the input matrix is singular."
    );
    assert!(text(T::zeros([3]).try_inv()).contains("must have at least 2 dimensions"));
    assert!(text(T::eye(2).try_solve(&T::zeros([3, 1]))).contains("Incompatible shapes of A and B"));
    let nan = Tensor::from([[f64::NAN, 1.0], [1.0, 2.0]]);
    assert!(text(nan.try_eigvalsh()).contains("non-finite"));
    assert!(text(nan.try_svdvals()).contains("non-finite"));
    assert!(text(nan.try_cholesky()).contains("not positive-definite"));
    let minor = Tensor::from([[1.0, 0.0, 0.0], [0.0, 1.0, 2.0], [0.0, 2.0, 1.0]]);
    assert!(text(minor.try_cholesky()).contains("the leading minor of order 3"));
    assert_eq!(T::zeros([0, 0]).det().item(), 1.0);
    assert_eq!(T::zeros([2, 0, 0]).inv().shape(), [2, 0, 0]);
    assert_eq!(T::zeros([0, 3, 3]).inv().shape(), [0, 3, 3]);
}
