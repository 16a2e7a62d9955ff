//! Products of vectors and matrices.

use super::case::{Case, Output, one};
use autograd_runtime::tensor::Tensor;

pub(crate) const NOT_YET: &[&str] = &[];

pub(crate) fn run(case: &Case) -> Option<Vec<Output>> {
    let number = |name| case.number(name).expect(name);
    let diagonal = case.integer("diagonal").unwrap_or(0);
    one(match case.op.as_str() {
        "matmul" if case.text("note").is_some_and(|note| note.contains(".t()")) => case.f(0).t().matmul(&case.f(1).t()),
        "matmul" => case.f(0).matmul(case.f(1)),
        "bmm" => case.f(0).bmm(case.f(1)),
        "dot" => case.f(0).dot(case.f(1)),
        "outer" => case.f(0).outer(case.f(1)),
        "addmm" => case.f(0).addmm(case.f(1), case.f(2), number("beta"), number("alpha")),
        "linear" => case.f(0).linear(case.f(1), (case.len() > 2).then(|| case.f(2))),
        "einsum" => {
            let operands: Vec<&Tensor<f64>> = (0..case.len()).map(|i| case.f(i)).collect();
            Tensor::einsum(case.text("equation").expect("equation"), &operands)
        }
        "kron" => case.f(0).kron(case.f(1)),
        "cross" => case.f(0).cross(case.f(1), case.integer("dim").unwrap_or(-1)),
        "trace" => case.f(0).trace(),
        "diag" => case.f(0).diag(diagonal),
        "tril" => case.f(0).tril(diagonal),
        "triu" => case.f(0).triu(diagonal),
        "matrix_power" => case.f(0).matrix_power(case.integer("n").expect("n") as usize),
        _ => return None,
    })
}
