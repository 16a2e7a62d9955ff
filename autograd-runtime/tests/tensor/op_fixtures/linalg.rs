//! Linear algebra.

use super::case::{Case, Output, one};
use autograd_runtime::tensor::{Tensor, TriangularOptions};

pub(crate) const NOT_YET: &[&str] = &[];

pub(crate) fn run(case: &Case) -> Option<Vec<Output>> {
    let a = || case.f(0);
    one(match case.op.as_str() {
        "inv" => a().inv(),
        "det" => a().det(),
        "slogdet" => a().slogdet().1,
        "solve" => a().solve(case.f(1)),
        "solve_triangular" => a().solve_triangular(
            case.f(1),
            TriangularOptions { upper: case.flag("upper"), ..TriangularOptions::default() },
        ),
        "cholesky" if case.text("note").is_some_and(|note| note.contains("a^T")) => {
            let n = a().shape()[0];
            (a().matmul(&a().t()) + Tensor::eye(n) * 3.0).cholesky()
        }
        "cholesky" => a().cholesky(),
        "eigvalsh" => a().eigvalsh(),
        "svdvals" => a().svdvals(),
        "qr_R" => a().qr().1,
        "pinv" => a().pinv(),
        "matrix_exp" => a().matrix_exp(),
        _ => return None,
    })
}
