//! Special functions.

use super::case::{Case, Output, one};

pub(crate) const NOT_YET: &[&str] = &[];

pub(crate) fn run(case: &Case) -> Option<Vec<Output>> {
    let x = || case.f(0);
    one(match case.op.as_str() {
        "erf" => x().erf(),
        "erfc" => x().erfc(),
        "erfinv" => x().erfinv(),
        "lgamma" => x().lgamma(),
        "digamma" => x().digamma(),
        "polygamma" => x().polygamma(case.integer("n").expect("n") as u32),
        "sinc" => x().sinc(),
        "logit" => match case.number("eps") {
            Some(eps) => x().logit_eps(eps),
            None => x().logit(),
        },
        _ => return None,
    })
}
