//! Losses and distances.

use super::case::{Case, Output, one};
use autograd_runtime::tensor::{CrossEntropy, Reduction, TripletMargin};

pub(crate) const NOT_YET: &[&str] = &[];

pub(crate) fn run(case: &Case) -> Option<Vec<Output>> {
    let reduction = match case.text("reduction") {
        Some("none") => Reduction::None,
        Some("sum") => Reduction::Sum,
        Some("batchmean") => Reduction::BatchMean,
        _ => Reduction::Mean,
    };
    let number = |name, default| case.number(name).unwrap_or(default);
    let float = |i| (case.len() > i).then(|| case.f(i));
    one(match case.op.as_str() {
        "mse_loss" => case.f(0).mse_loss(case.f(1), reduction),
        "l1_loss" => case.f(0).l1_loss(case.f(1), reduction),
        "huber_loss" => case.f(0).huber_loss(case.f(1), number("delta", 1.0), reduction),
        "smooth_l1_loss" => case.f(0).smooth_l1_loss(case.f(1), number("beta", 1.0), reduction),
        "bce" => case.f(0).binary_cross_entropy(case.f(1), float(2), reduction),
        "bce_with_logits" if case.name.contains("pos_weight") => {
            case.f(0).binary_cross_entropy_with_logits(case.f(1), None, float(2), reduction)
        }
        "bce_with_logits" => case.f(0).binary_cross_entropy_with_logits(case.f(1), float(2), None, reduction),
        "cross_entropy" | "nll_loss" => return classes(case, reduction),
        "kl_div" => case.f(0).kl_div(case.f(1), case.flag("log_target"), reduction),
        "gaussian_nll" => {
            case.f(0).gaussian_nll_loss(case.f(1), case.f(2), case.flag("full"), number("eps", 1e-6), reduction)
        }
        "poisson_nll" => {
            let log_input = case.args["log_input"] != false;
            case.f(0).poisson_nll_loss(case.f(1), log_input, case.flag("full"), number("eps", 1e-8), reduction)
        }
        "hinge_embedding" => case.f(0).hinge_embedding_loss(case.f(1), number("margin", 1.0), reduction),
        "cosine_similarity" => {
            case.f(0).cosine_similarity(case.f(1), case.integer("dim").unwrap_or(1), number("eps", 1e-8))
        }
        "normalize" => case.f(0).normalize(number("p", 2.0), case.integer("dim").unwrap_or(1), number("eps", 1e-12)),
        "triplet_margin" => {
            let options = TripletMargin {
                margin: number("margin", 1.0),
                p: number("p", 2.0),
                swap: case.flag("swap"),
                reduction,
                ..TripletMargin::default()
            };
            case.f(0).triplet_margin_loss(case.f(1), case.f(2), options)
        }
        "pairwise_distance" => {
            case.f(0).pairwise_distance(case.f(1), number("p", 2.0), number("eps", 1e-6), case.flag("keepdim"))
        }
        _ => return None,
    })
}

fn classes(case: &Case, reduction: Reduction) -> Option<Vec<Output>> {
    let options = CrossEntropy {
        weight: (case.len() > 2).then(|| case.f(2).clone()),
        ignore_index: case.integer("ignore_index").unwrap_or(-100) as i64,
        label_smoothing: case.number("label_smoothing").unwrap_or(0.0),
        reduction,
    };
    let x = case.f(0);
    one(match (case.op.as_str(), case.name.as_str()) {
        ("cross_entropy", name) if name.contains("soft_targets") => x.cross_entropy_with(case.f(1), &options),
        ("cross_entropy", _) => x.cross_entropy_with(case.i(1), &options),
        _ if case.text("note").is_some() => x.log_softmax(1).nll_loss_with(case.i(1), &options),
        _ => x.nll_loss_with(case.i(1), &options),
    })
}
