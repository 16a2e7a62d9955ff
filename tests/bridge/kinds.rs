//! Everything a tensor can stand for and everything a function may return, against the same in tensor operations and
//! against the function's own companions.

use autograd::{
    Real, differentiable, function,
    tensor::{Element, Tensor, no_grad},
};
use nalgebra::{DMatrix, DVector, Matrix2, Matrix2x3, Vector2, Vector3};

fn leaf(values: &[f64], shape: &[usize]) -> Tensor<f64> {
    Tensor::from_vec(values.to_vec(), shape).requires_grad_(true)
}

fn grad(x: &Tensor<f64>) -> Vec<f64> {
    x.grad().expect("a gradient").to_vec()
}

#[differentiable]
fn weighted(w: &[f64], b: f64, #[no_grad] x: &[f64], skip: usize) -> f64 {
    let mut total = b * b;
    for i in skip..w.len() {
        total += (w[i] * x[i]).sin();
    }
    total
}

#[test]
fn slices_and_scalars() {
    let (w, b) = (leaf(&[0.5, -1.0, 2.0], &[3]), leaf(&[1.5], &[]));
    let x = Tensor::from_slice(&[0.25, 3.0, -1.0]);
    let y = function!(weighted(&w, b, &x, 1));
    assert_eq!(y.item(), weighted(&[0.5, -1.0, 2.0], 1.5, &[0.25, 3.0, -1.0], 1));
    assert_eq!(y.grad_fn().unwrap().name(), "WeightedBackward");
    (y * 3.0).backward();
    let (d_w, d_b) = weighted_grad(&[0.5, -1.0, 2.0], 1.5, &[0.25, 3.0, -1.0], 1);
    assert_eq!(grad(&w), d_w.iter().map(|d| 3.0 * d).collect::<Vec<_>>());
    assert_eq!(grad(&b), [3.0 * d_b]);
    assert!(x.grad().is_none());
}

#[test]
fn constants() {
    let w = leaf(&[0.5, -1.0], &[2]);
    let (data, skip) = (vec![2.0, 3.0], 0_usize);
    let expected = [2.0 * 1.0_f64.cos(), 3.0 * 3.0_f64.cos()];
    // What is no tensor carries no gradient.
    function!(weighted(&w, 2.0, &data, skip)).backward();
    assert_eq!(grad(&w), expected);
    w.zero_grad();
    function!(weighted(&w, data[0], &data[..], 0)).backward();
    assert_eq!(grad(&w), expected);
    // A tensor may be told to carry none.
    let (b, x) = (leaf(&[2.0], &[1]), leaf(&data, &[2]));
    w.zero_grad();
    let y = function!(weighted(
        &w,
        #[no_grad]
        b,
        #[no_grad]
        &x,
        skip
    ));
    y.backward();
    assert_eq!(grad(&w), expected);
    assert!(b.grad().is_none() && x.grad().is_none());
}

#[differentiable]
fn picked(x: &[f64], places: &[i64]) -> f64 {
    let mut total = 0.0;
    for &i in places {
        total += x[i as usize] * x[i as usize];
    }
    total
}

#[test]
fn tensors_of_integers() {
    let (x, places) = (leaf(&[1.0, 2.0, 3.0], &[3]), Tensor::from_slice(&[2_i64, 0, 2]));
    function!(picked(&x, &places)).backward();
    assert_eq!(grad(&x), [2.0, 0.0, 12.0]);
}

#[differentiable]
fn flat(x: &[f64]) -> f64 {
    let mut total = 0.0;
    for (i, v) in x.iter().enumerate() {
        total += (i + 1) as f64 * v * v;
    }
    total
}

#[test]
fn layouts_are_read_in_row_major_order() {
    let base = leaf(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], &[2, 3]);
    let views: [fn(&Tensor<f64>) -> Tensor<f64>; 5] = [
        Tensor::clone,
        |x| x.t(),
        |x| x.narrow(0, 1, 1),
        |x| x.slice(1, None, None, 2),
        |x| x.select(0, 0).unsqueeze(0).expand([2, 3]),
    ];
    for view in views {
        let x = view(&base);
        function!(flat(&x)).backward();
        let compiled = grad(&base);
        base.zero_grad();
        let x = view(&base);
        let factors = Tensor::from_vec((1..=x.numel()).map(|i| i as f64).collect(), x.shape());
        (&x * &x * factors).sum().backward();
        assert_eq!(compiled, grad(&base));
        base.zero_grad();
    }
}

#[test]
fn contiguous_elements_are_not_copied() {
    use autograd::__private::fused::{Given, TensorGiven};
    let base = leaf(&[1.0, 2.0, 3.0, 4.0], &[2, 2]);
    let place = base.with_slice(<[f64]>::as_ptr);
    assert_eq!(Given("base", &base).lodge().lend::<[f64]>().unwrap().as_ptr(), place);
    assert_eq!(Given("base", &base).lodge().lend::<[[f64; 2]; 2]>().unwrap().as_ptr(), place.cast());
    let row = base.select(0, 1);
    assert_eq!(Given("row", &row).lodge().lend::<[f64; 2]>().unwrap().as_ptr(), place.wrapping_add(2));
    let column = base.select(1, 1);
    assert_eq!(Given("column", &column).lodge().lend::<[f64]>().unwrap(), [2.0, 4.0]);
}

#[test]
fn empty_slices() {
    let x = leaf(&[], &[0, 3]);
    let y = function!(flat(&x));
    y.backward();
    assert_eq!((y.item(), x.grad().unwrap().shape()), (0.0, &[0_usize, 3][..]));
}

#[differentiable]
fn arrays(p: [f64; 2], q: &[[f64; 2]; 2], points: &[[f64; 2]], owned: Vec<f64>, one: &f64) -> [[f64; 2]; 2] {
    let mut m = [[p[0] * q[0][0], p[1] * q[0][1]], [q[1][0] * owned[0], q[1][1] * one]];
    for point in points {
        m[0][0] += point[0] * point[1];
    }
    m
}

#[test]
fn arrays_vectors_and_references_to_scalars() {
    let (p, q) = (leaf(&[1.0, 2.0], &[2]), leaf(&[3.0, 4.0, 5.0, 6.0], &[2, 2]));
    let points = leaf(&[1.0, -1.0, 0.5, 7.0, 2.0, 2.0], &[3, 2]);
    let (owned, one) = (leaf(&[8.0, 9.0], &[2]), leaf(&[-3.0], &[1]));
    let y = function!(arrays(p, &q, &points, owned, &one));
    assert_eq!(y.shape(), [2, 2]);
    assert_eq!(y.to_vec(), [3.0 + 6.5, 8.0, 40.0, -18.0]);
    y.backward_with(&Tensor::from([[1.0, 10.0], [100.0, 1000.0]]));
    assert_eq!(grad(&p), [3.0, 40.0]);
    assert_eq!(grad(&q), [1.0, 20.0, 800.0, -3000.0]);
    assert_eq!(grad(&points), [-1.0, 1.0, 7.0, 0.5, 2.0, 2.0]);
    assert_eq!(grad(&owned), [500.0, 0.0]);
    assert_eq!(grad(&one), [6000.0]);
}

#[differentiable]
fn affine(a: &DMatrix<f64>, x: &DVector<f64>, b: Vector2<f64>, c: Matrix2x3<f64>) -> Vector2<f64> {
    let y = a * x;
    c * Vector3::new(y[0], y[1], b[0] * b[1])
}

#[test]
fn matrices() {
    let a = leaf(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], &[2, 3]);
    let x = leaf(&[0.5, -1.0, 2.0], &[3]);
    let b = leaf(&[1.5, -2.0], &[2]);
    let c = leaf(&[1.0, -1.0, 0.25, 2.0, 0.5, -3.0], &[2, 3]);
    let y = function!(affine(&a, &x, b, c));
    let weights = Tensor::from_slice(&[1.0, 10.0]);
    (&y * &weights).sum().backward();
    let compiled: Vec<Vec<f64>> = [&a, &x, &b, &c].map(grad).to_vec();
    [&a, &x, &b, &c].into_iter().for_each(Tensor::zero_grad);

    let product = (b.select(0, 0) * b.select(0, 1)).unsqueeze(0);
    let z = c.matmul(&Tensor::cat(&[&a.matmul(&x), &product], 0));
    assert_eq!(y.to_vec(), z.to_vec());
    (&z * &weights).sum().backward();
    assert_eq!(compiled, [&a, &x, &b, &c].map(grad));
}

#[differentiable]
fn square(a: &DMatrix<f64>) -> DMatrix<f64> {
    a * a
}

#[differentiable]
fn twist(a: Matrix2<f64>) -> (f64, Matrix2<f64>, [f64; 2], Vec<f64>) {
    (a[(0, 0)] * a[(0, 1)], a.transpose() * 2.0, [a[(1, 0)], a[(1, 1)]], vec![a[(0, 0)]; 3])
}

#[test]
fn matrices_and_tuples_are_returned() {
    let a = leaf(&[1.0, 2.0, 3.0, 4.0], &[2, 2]);
    let y = function!(square(&a));
    assert_eq!((y.shape(), y.to_vec()), (&[2_usize, 2][..], vec![7.0, 10.0, 15.0, 22.0]));
    let seed = Tensor::from([[1.0, -1.0], [2.0, 0.5]]);
    y.backward_with(&seed);
    let compiled = grad(&a);
    a.zero_grad();
    a.matmul(&a).backward_with(&seed);
    assert_eq!(compiled, grad(&a));
    a.zero_grad();

    let (product, transposed, row, thrice) = function!(twist(a));
    assert_eq!(transposed.to_vec(), [2.0, 6.0, 4.0, 8.0]);
    assert_eq!(thrice.to_vec(), [1.0; 3]);
    // What nobody uses, `row`, has a cotangent of zero.
    assert_eq!(row.to_vec(), [3.0, 4.0]);
    (product * 10.0 + transposed.select(0, 0).sum() + thrice.sum() * 100.0).backward();
    assert_eq!(grad(&a), [20.0 + 2.0 + 300.0, 10.0, 2.0, 0.0]);
}

#[differentiable]
fn generic<T: Real>(w: &[T], x: T) -> T {
    let mut total = T::zero();
    for v in w {
        total += (*v * x).tanh();
    }
    total
}

fn mixed_in<T: Real + Element>(w: &Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
    function!(generic::<T>(&w, x))
}

#[test]
fn generic_functions() {
    let (w, x) = (leaf(&[0.5, -2.0], &[2]), leaf(&[0.75], &[]));
    mixed_in(&w, &x).backward();
    let (d_w, d_x) = generic_grad(&[0.5, -2.0], 0.75);
    assert_eq!((grad(&w), grad(&x)), (d_w, vec![d_x]));

    let (w, x) = (Tensor::from_slice(&[0.5_f32]).requires_grad_(true), Tensor::scalar(0.75_f32).requires_grad_(true));
    function!(generic::<f32>(&w, x)).backward();
    assert_eq!(w.grad().unwrap().to_vec(), generic_grad(&[0.5_f32], 0.75).0);
    assert_eq!(x.grad().unwrap().item(), generic_grad(&[0.5_f32], 0.75).1);
}

struct Spring {
    stiffness: f64,
}

#[differentiable]
impl Spring {
    fn energy(#[no_grad] &self, x: &[f64]) -> f64 {
        let mut total = 0.0;
        for i in 1..x.len() {
            total += 0.5 * self.stiffness * (x[i] - x[i - 1]) * (x[i] - x[i - 1]);
        }
        total
    }
}

impl Clone for Spring {
    fn clone(&self) -> Self {
        Self { stiffness: self.stiffness }
    }
}

#[test]
fn methods() {
    let (spring, x) = (Spring { stiffness: 4.0 }, leaf(&[0.0, 1.0, 3.0], &[3]));
    function!(Spring::energy(&spring, &x)).backward();
    assert_eq!(grad(&x), [-4.0, -4.0, 8.0]);
}

#[test]
fn nothing_is_recorded_where_nothing_requires_it() {
    let (w, b, x) = (leaf(&[1.0], &[1]), leaf(&[1.0], &[]), Tensor::from_slice(&[1.0]));
    let y = no_grad(|| function!(weighted(&w, b, &x, 0)));
    assert!(!y.requires_grad() && y.grad_fn().is_none());
    let y = function!(weighted(&w.detach(), b.detach(), &x, 0));
    assert!(!y.requires_grad());
    let y = function!(weighted(&w.detach(), b, &x, 0));
    y.backward();
    assert!(w.grad().is_none());
    assert_eq!(grad(&b), [2.0]);
}
