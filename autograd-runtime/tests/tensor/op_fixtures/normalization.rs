//! Normalization.

use super::case::{Case, Output, one};
use autograd_runtime::tensor::{BatchNorm, Tensor};

pub(crate) const NOT_YET: &[&str] = &[];

pub(crate) fn run(case: &Case) -> Option<Vec<Output>> {
    let float = |i| (case.len() > i).then(|| case.f(i));
    let eps = || case.number("eps").expect("eps");
    let sizes =
        || case.integers("normalized_shape").expect("sizes").into_iter().map(|n| n as usize).collect::<Vec<_>>();
    one(match case.op.as_str() {
        "batch_norm" => return batch_norm(case),
        "layer_norm" => case.f(0).layer_norm(&sizes(), float(1), float(2), eps()),
        "rms_norm" => case.f(0).rms_norm(&sizes(), float(1), eps()),
        "group_norm" => {
            let groups = case.integer("num_groups").expect("num_groups") as usize;
            case.f(0).group_norm(groups, float(1), float(2), eps())
        }
        "instance_norm" => case.f(0).instance_norm(float(1), float(2), eps()),
        _ => return None,
    })
}

/// The running statistics are outputs where the case has them.
fn batch_norm(case: &Case) -> Option<Vec<Output>> {
    let float = |i: usize| (case.len() > i).then(|| case.f(i).clone());
    let copied = |i| float(i).map(|t: Tensor<f64>| t.copy());
    let options = BatchNorm {
        weight: float(1),
        bias: float(2),
        running_mean: copied(3),
        running_var: copied(4),
        training: case.flag("training"),
        momentum: case.number("momentum").unwrap_or(0.1),
        eps: case.number("eps").unwrap_or(1e-5),
    };
    let mut outputs = vec![case.f(0).batch_norm(&options).into()];
    if let (true, Some(mean), Some(var)) = (options.training, options.running_mean, options.running_var) {
        outputs.extend([mean.into(), var.into()]);
    }
    Some(outputs)
}
