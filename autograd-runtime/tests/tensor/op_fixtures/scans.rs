//! Running reductions and order.

use super::case::{Case, Output, one};
use super::reductions::both;

pub(crate) const NOT_YET: &[&str] = &[];

pub(crate) fn run(case: &Case) -> Option<Vec<Output>> {
    let dim = || case.integer("dim").expect("dim");
    let k = || case.integer("k").expect("k") as usize;
    one(match case.op.as_str() {
        "cumsum" => case.f(0).cumsum(dim()),
        "cumprod" => case.f(0).cumprod(dim()),
        "logcumsumexp" => case.f(0).logcumsumexp(dim()),
        "sort" => return both(case.f(0).sort(dim(), case.flag("descending"))),
        "topk" => return both(case.f(0).topk(k(), dim(), case.flag("largest"))),
        "kthvalue" => return both(case.f(0).kthvalue(k(), dim(), case.flag("keepdim"))),
        _ => return None,
    })
}
