//! Other layouts of the same elements.

use super::case::{Case, Output, one};

pub(crate) const NOT_YET: &[&str] = &[];

pub(crate) fn run(case: &Case) -> Option<Vec<Output>> {
    let integer = |name| case.integer(name).expect(name);
    let integers = |name| case.integers(name).expect(name);
    one(match case.op.as_str() {
        "transpose" => case.f(0).transpose(integer("dim0"), integer("dim1")),
        "permute" => case.f(0).permute(&integers("dims")),
        "reshape" if case.text("note").is_some() => case.f(0).t().reshape([case.f(0).numel() as isize]),
        "reshape" => case.f(0).reshape(integers("shape")),
        "flatten" => case.f(0).flatten(integer("start"), integer("end")),
        "expand" => case.f(0).expand(integers("shape")),
        "squeeze" => match case.integer("dim") {
            Some(dim) => case.f(0).squeeze_dim(dim),
            None => case.f(0).squeeze(),
        },
        "unsqueeze" => case.f(0).unsqueeze(integer("dim")),
        "narrow" => case.f(0).narrow(integer("dim"), integer("start"), integer("length") as usize),
        "unfold" => case.f(0).unfold(integer("dim"), integer("size") as usize, integer("step") as usize),
        "diagonal" => {
            let dims = [case.integer("dim1").unwrap_or(0), case.integer("dim2").unwrap_or(1)];
            case.f(0).diagonal(case.integer("offset").unwrap_or(0), dims[0], dims[1])
        }
        _ => return None,
    })
}
