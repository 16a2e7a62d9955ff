//! Sums, means and what else folds dimensions.

use super::case::{Case, Output, one};

pub(crate) const NOT_YET: &[&str] = &[];

pub(crate) fn run(case: &Case) -> Option<Vec<Output>> {
    let x = || case.f(0);
    let keepdim = case.flag("keepdim");
    let correction = || case.integer("correction").expect("correction") as usize;
    one(match (case.op.as_str(), case.integers("dim")) {
        ("sum", None) => x().sum(),
        ("sum", Some(dims)) => x().sum_dim(dims, keepdim),
        ("mean", None) => x().mean(),
        ("mean", Some(dims)) => x().mean_dim(dims, keepdim),
        ("prod", None) => x().prod(),
        ("prod", Some(dims)) => x().prod_dim(dims[0], keepdim),
        ("var", None) => x().var(correction()),
        ("var", Some(dims)) => x().var_dim(dims, correction(), keepdim),
        ("std", None) => x().std(correction()),
        ("std", Some(dims)) => x().std_dim(dims, correction(), keepdim),
        ("max", None) => x().max(),
        ("min", None) => x().min(),
        ("max", Some(dims)) => return both(x().max_dim(dims[0], keepdim)),
        ("min", Some(dims)) => return both(x().min_dim(dims[0], keepdim)),
        ("amax", dims) => x().amax(dims.unwrap_or_default(), keepdim),
        ("amin", dims) => x().amin(dims.unwrap_or_default(), keepdim),
        ("median", None) => x().median(),
        ("median", Some(dims)) => return both(x().median_dim(dims[0], keepdim)),
        ("argmax", None) => return one(x().argmax()),
        ("argmax", Some(dims)) => return one(x().argmax_dim(dims[0], keepdim)),
        ("argmin", None) => return one(x().argmin()),
        ("argmin", Some(dims)) => return one(x().argmin_dim(dims[0], keepdim)),
        ("logsumexp", dims) => x().logsumexp(dims.unwrap_or_default(), keepdim),
        ("norm", dims) => {
            let p = match case.text("ord") {
                Some("inf") => f64::INFINITY,
                Some("-inf") => f64::NEG_INFINITY,
                Some("fro") => 2.0,
                Some(other) => panic!("norm of order {other}"),
                None => case.number("ord").expect("ord"),
            };
            x().norm_dim(p, dims.unwrap_or_default(), keepdim)
        }
        _ => return None,
    })
}

/// The values and their places.
pub(crate) fn both<V: Into<Output>, P: Into<Output>>((values, places): (V, P)) -> Option<Vec<Output>> {
    Some(vec![values.into(), places.into()])
}
