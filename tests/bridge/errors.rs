//! What goes wrong is said with the names of the tensor and the function.

use autograd::{
    differentiable, function,
    tensor::{GradOptions, Tensor, grad_with, no_grad},
    try_function,
};
use nalgebra::{DMatrix, Matrix2x3};
use std::panic::{AssertUnwindSafe, catch_unwind};

#[differentiable]
fn cubes(x: &[f64]) -> f64 {
    let mut total = 0.0;
    for v in x {
        total += v * v * v;
    }
    total
}

#[differentiable]
fn matrix_sum(a: &Matrix2x3<f64>, b: &DMatrix<f64>, c: f64, p: &[[f64; 2]]) -> f64 {
    a.sum() + b.sum() + c + p[0][0]
}

fn leaf(shape: &[usize]) -> Tensor<f64> {
    Tensor::full(shape, 2.0).requires_grad_(true)
}

#[test]
fn shapes_that_do_not_fit() {
    let (a, b, c, p) = (leaf(&[2, 3]), leaf(&[4, 4]), leaf(&[1]), leaf(&[5, 2]));
    assert_eq!(function!(matrix_sum(&a, &b, c, &p)).item(), 12.0 + 32.0 + 2.0 + 2.0);
    let (wrong, row) = (leaf(&[3, 2]), leaf(&[2]));
    let message = |result: Result<Tensor<f64>, _>| match result {
        Ok(y) => panic!("{y} is no error"),
        Err::<_, autograd::tensor::TensorError>(error) => error.to_string(),
    };
    assert_eq!(
        message(try_function!(matrix_sum(&wrong, &b, c, &p))),
        "the tensor `wrong` of shape [3, 2] cannot stand for a matrix of 2 rows and 3 columns"
    );
    assert_eq!(
        message(try_function!(matrix_sum(&a, &c, c, &p))),
        "the tensor `c` of shape [1] cannot stand for a matrix of any number of rows and any number of columns"
    );
    assert_eq!(
        message(try_function!(matrix_sum(&a, &b, row, &p))),
        "the tensor `row` of shape [2] cannot stand for an argument of type `f64`"
    );
    assert_eq!(
        message(try_function!(matrix_sum(&a, &b, c, &a))),
        "the tensor `a` of shape [2, 3] cannot stand for a slice of `[f64; 2]`"
    );
    let panic = catch_unwind(AssertUnwindSafe(|| function!(matrix_sum(&a, &b, c, &a)))).unwrap_err();
    assert_eq!(
        panic.downcast_ref::<String>().unwrap(),
        "the tensor `a` of shape [2, 3] cannot stand for a slice of `[f64; 2]`"
    );
}

#[test]
fn a_second_pass_needs_the_graph() {
    let x = leaf(&[2]);
    let y = function!(cubes(&x));
    y.backward();
    let error = y.try_backward().unwrap_err().to_string();
    assert!(error.starts_with("Trying to backward through the graph a second time"), "{error}");

    x.zero_grad();
    let y = function!(cubes(&x));
    y.backward_retain_graph();
    y.backward();
    assert_eq!(x.grad().unwrap().to_vec(), [24.0, 24.0]);
}

#[test]
fn a_second_derivative_is_refused() {
    let x = leaf(&[2]);
    let y = function!(cubes(&x));
    let options = GradOptions { create_graph: true, ..GradOptions::default() };
    let d_x = grad_with(&[&y], &[&x], &[], options).unwrap().remove(0).unwrap();
    assert_eq!(d_x.to_vec(), [12.0, 12.0]);
    let error = d_x.sum().try_backward().unwrap_err().to_string();
    assert_eq!(
        error,
        "trying to differentiate twice the function `cubes`, which was compiled for one derivative: its gradient cannot be \
         differentiated. For second derivatives, write it with tensor operations"
    );
}

#[test]
fn writing_to_an_argument_is_found() {
    let x = leaf(&[2]);
    let inner = &x * 1.0;
    let y = function!(cubes(&inner));
    no_grad(|| inner.mul_(2.0));
    let error = y.try_backward().unwrap_err().to_string();
    assert!(error.contains("has been modified by an inplace operation"), "{error}");
}
