//! Large functions: a pass that looked at every pair of statements would not come back.

use super::{
    draft::{add, method, mul, neg},
    *,
};

#[test]
fn a_long_function_with_everything_in_common() {
    let mut draft = Draft::new();
    let (x, y) = (draft.x, draft.y);
    let mut sum = x;
    for index in 0..10_000 {
        let p = draft.bind(&format!("p{index}"), mul(x, y));
        let n = draft.bind(&format!("n{index}"), neg(p));
        draft.bind(&format!("s{index}"), method("sin", n));
        sum = draft.bind(&format!("t{index}"), add(sum, n));
    }
    draft.yields(&[sum.into()]);
    let mut function = draft.function;
    function.body = draft.region;
    primal(&mut function, Passes::ALL);
    // One product and 10,000 differences.
    assert_eq!(function.body.stmts.len(), 10_001);
}

#[test]
fn a_deep_chain_of_branches() {
    let mut draft = Draft::new();
    let (x, y) = (draft.x, draft.y);
    let c = draft.value("c", Type::Bool);
    let mut inner = draft.scope(|draft| draft.yields(&[y.into()]));
    for index in 0..300 {
        let result = draft.float(&format!("r{index}"));
        inner = draft.scope(|draft| {
            let then = draft.scope(|draft| {
                let t = draft.bind(&format!("t{index}"), mul(x, y));
                draft.yields(&[t.into()]);
            });
            draft.push(StmtKind::If { cond: c.into(), results: vec![result], then, otherwise: inner });
            draft.yields(&[result.into()]);
        });
    }
    draft.region = inner;
    let mut function = draft.function;
    function.body = draft.region;
    primal(&mut function, Passes::ALL);
    let mut branches = 0;
    function.body.walk(&mut |stmt| branches += usize::from(matches!(stmt.kind, StmtKind::If { .. })));
    assert_eq!(branches, 300);
}
