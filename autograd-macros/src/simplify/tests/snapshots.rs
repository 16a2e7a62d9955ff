use expect_test::expect;

use super::{
    draft::{add, at, copy, div, method, mul, neg, number, opaque, sub},
    *,
};

const FOLD: Passes = Passes { fold: true, ..Passes::NONE };
const CARRIED: Passes = Passes { carried: true, ..Passes::NONE };
const ALGEBRA: Passes = Passes { algebra: true, ..Passes::NONE };
const COMMON: Passes = Passes { common: true, ..Passes::NONE };
const DEAD: Passes = Passes { dead: true, ..Passes::NONE };

#[test]
fn constants_are_computed_as_at_run_time() {
    let mut draft = Draft::new();
    let single = || Type::Float(Float::F32);
    let float = |value, ty| Operand::float(value, ty);
    let sum = draft.bind("sum", add(number(0.1), number(0.2)));
    draft.bind_as("single", single(), add(float(0.1, Float::F32), float(0.2, Float::F32)));
    draft.bind_as("either", Type::Float(Float::Literal), add(float(0.1, Float::Literal), float(0.2, Float::Literal)));
    draft.bind("infinite", div(number(1.0), number(0.0)));
    draft.bind("root", method("sqrt", number(2.0)));
    draft.bind("sine", method("sin", number(2.0)));
    draft.bind("twice", mul(sum, number(2.0)));
    let less = draft.bind_as("less", Type::Bool, Expr::Binary(Binary::Lt, sum.into(), number(1.0)));
    let c = draft.value("c", Type::Bool);
    draft.bind_as("both", Type::Bool, Expr::Binary(Binary::And, less.into(), c.into()));
    let narrow = Expr::Cast(number(0.1), single(), quote!(f32));
    draft.bind_as("narrow", single(), narrow);
    expect![[r#"
        body {
            let sum: f64 = 0.30000000000000004
            let single: f32 = 0.30000001192092896_f32
            let either: float = 0.1 + 0.2
            let infinite: f64 = 1.0 / 0.0
            let root: f64 = 1.4142135623730951
            let sine: f64 = 2.0.sin()
            let twice: f64 = 0.6000000000000001
            let less: bool = true
            let both: bool = c
            let narrow: f32 = 0.10000000149011612_f32
        }
    "#]]
    .assert_eq(&draft.primal(FOLD));
}

#[test]
fn copies_see_through_but_literals_and_code_keep_their_names() {
    let mut draft = Draft::new();
    let (x, a) = (draft.x, draft.a);
    let z = draft.bind("z", copy(x));
    let half = draft.bind("half", copy(number(0.5)));
    let minus = draft.bind("minus", copy(number(-0.5)));
    let literal = Operand::float(0.25, Float::Literal);
    let free = draft.bind_as("free", Type::Float(Float::Literal), copy(literal.clone()));
    let typed = draft.bind("typed", copy(literal));
    let n = draft.bind_as("n", Type::Int, copy(Operand::int(3)));
    draft.bind("t", mul(z, half));
    draft.bind("of_free", add(z, free));
    draft.bind("of_typed", method("sin", typed));
    draft.bind("receiver", method("sin", half));
    draft.bind("negative", method("sin", minus));
    draft.bind_as("root", Type::Float(Float::Literal), method("sqrt", free));
    draft.bind("load", Expr::Load(at(a, n)));
    draft.bind_as("code", Type::Inactive, opaque(quote!(f(z)), &[z], false));
    let stopped = draft.bind("stopped", copy(x));
    draft.function.values[stopped.0 as usize].differentiable = false;
    draft.bind("of_stopped", mul(stopped, x));
    expect![[r#"
        body {
            let z: f64 = x
            let half: f64 = 0.5
            let minus: f64 = -0.5
            let free: float = 0.25
            let typed: f64 = 0.25
            let n: int = 3
            let t: f64 = x * 0.5
            let of_free: f64 = x + 0.25
            let of_typed: f64 = 0.25.sin()
            let receiver: f64 = 0.5.sin()
            let negative: f64 = minus.sin()
            let root: float = free.sqrt()
            let load: f64 = a[n]
            let code: inactive = costly `f(z)`
            let #[no_grad] stopped: f64 = x
            let of_stopped: f64 = stopped * x
        }
    "#]]
    .assert_eq(&draft.primal(FOLD));
}

#[test]
fn a_branch_with_a_known_condition_is_its_arm() {
    let mut draft = Draft::new();
    let (x, y) = (draft.x, draft.y);
    let flag = draft.bind_as("flag", Type::Bool, copy(Operand::bool(false)));
    let then = draft.scope(|draft| {
        let s = draft.bind("s", method("sin", x));
        draft.yields(&[s.into()]);
    });
    let otherwise = draft.scope(|draft| {
        let c = draft.bind("c", method("cos", y));
        draft.yields(&[c.into()]);
    });
    let r = draft.float("r");
    draft.push(StmtKind::If { cond: flag.into(), results: vec![r], then, otherwise });
    let z = draft.bind("z", mul(r, x));
    draft.yields(&[z.into()]);
    expect![[r#"
        body {
            let flag: bool = false
            let c: f64 = y.cos()
            let r: f64 = c
            let z: f64 = c * x
            yield z
        }
    "#]]
    .assert_eq(&draft.primal(FOLD));
}

#[test]
fn exact_identities_and_no_others() {
    let mut draft = Draft::new();
    let (x, y) = (draft.x, draft.y);
    draft.bind("one", mul(x, number(1.0)));
    draft.bind("one_too", mul(number(1.0), x));
    draft.bind("over_one", div(x, number(1.0)));
    draft.bind("minus_one", mul(x, number(-1.0)));
    let n = draft.bind("n", neg(y));
    draft.bind("twice", neg(n));
    draft.bind("sum", add(x, n));
    draft.bind("sum_too", add(n, x));
    draft.bind("difference", sub(x, n));
    let m = draft.bind("m", neg(x));
    draft.bind("product", mul(n, m));
    draft.bind("quotient", div(n, m));
    draft.bind("zero_sum", add(x, number(0.0)));
    draft.bind("zero_product", mul(x, number(0.0)));
    draft.bind("cancelled", sub(x, x));
    draft.bind("cancelled_too", div(x, x));
    let u = draft.bind_as("u", Type::Unknown(None), neg(x));
    draft.bind_as("unknown", Type::Unknown(None), mul(u, number(1.0)));
    expect![[r#"
        body {
            let one: f64 = x
            let one_too: f64 = x
            let over_one: f64 = x
            let minus_one: f64 = -x
            let n: f64 = -y
            let twice: f64 = y
            let sum: f64 = x - y
            let sum_too: f64 = x - y
            let difference: f64 = x + y
            let m: f64 = -x
            let product: f64 = y * x
            let quotient: f64 = y / x
            let zero_sum: f64 = x + 0.0
            let zero_product: f64 = x * 0.0
            let cancelled: f64 = x - x
            let cancelled_too: f64 = x / x
            let u: _ = -x
            let unknown: _ = u * 1.0
        }
    "#]]
    .assert_eq(&draft.primal(ALGEBRA));
}

#[test]
fn a_sign_travels_to_the_sum_that_absorbs_it() {
    let mut draft = Draft::new();
    let (x, y) = (draft.x, draft.y);
    let n = draft.bind("n", neg(x));
    let p = draft.bind("p", mul(n, y));
    let q = draft.bind("q", div(p, number(3.0)));
    let s = draft.bind("s", add(y, q));
    let m = draft.bind("m", neg(x));
    let r = draft.bind("r", mul(m, y));
    // Two uses: the negative stays.
    let t = draft.bind("t", add(r, r));
    draft.yields(&[s.into(), t.into()]);
    expect![[r#"
        body {
            let p: f64 = x * y
            let q: f64 = p / 3.0
            let s: f64 = y - q
            let m: f64 = -x
            let r: f64 = m * y
            let t: f64 = r + r
            yield s, t
        }
    "#]]
    .assert_eq(&draft.primal(Passes { fold: true, dead: true, ..ALGEBRA }));
}

#[test]
fn value_and_derivative_share_what_they_compute() {
    let mut draft = Draft::new();
    let (x, y, a) = (draft.x, draft.y, draft.a);
    let e = draft.bind("e", method("exp", x));
    let p = draft.bind("p", mul(x, y));
    let l = draft.bind("l", Expr::Load(at(a, Operand::int(0))));
    let stopped = draft.bind("stopped", Expr::Detach(p.into()));
    let z = draft.bind("z", mul(e, l));
    draft.yields(&[z.into(), stopped.into()]);
    let build = |draft: Draft, joint| {
        draft.differentiated(joint, COMMON, |draft| {
            let e_1 = draft.bind("e_1", method("exp", x));
            let p_1 = draft.bind("p_1", mul(y, x));
            let l_1 = draft.bind("l_1", Expr::Load(at(a, Operand::int(0))));
            let other = draft.bind("other", Expr::Load(at(a, Operand::int(1))));
            let stopped_1 = draft.bind("stopped_1", Expr::Detach(p.into()));
            let code = draft.bind("code", opaque(quote!(f(x)), &[x], true));
            let code_1 = draft.bind("code_1", opaque(quote!(f(x)), &[x], true));
            draft.yields(&[e_1, p_1, l_1, other, stopped_1, code, code_1].map(Operand::from));
        })
    };
    expect![[r#"
        forward {
            let e: f64 = x.exp()
            let p: f64 = x * y
            let l: f64 = a[0]
            let stopped: f64 = detach(p)
            let z: f64 = e * l
            yield z, stopped
        }
        backward {
            let e_1: f64 = e
            let p_1: f64 = p
            let l_1: f64 = l
            let other: f64 = a[1]
            let stopped_1: f64 = detach(p)
            let code: f64 = `f(x)`
            let code_1: f64 = `f(x)`
            yield e, p, l, other, stopped_1, code, code_1
        }
    "#]]
    .assert_eq(&build(draft, true));
}

#[test]
fn a_closure_reads_memory_again() {
    let mut draft = Draft::new();
    let (x, a) = (draft.x, draft.a);
    let e = draft.bind("e", method("exp", x));
    let l = draft.bind("l", Expr::Load(at(a, Operand::int(0))));
    draft.yields(&[e.into(), l.into()]);
    let text = draft.differentiated(false, COMMON, |draft| {
        let e_1 = draft.bind("e_1", method("exp", x));
        let l_1 = draft.bind("l_1", Expr::Load(at(a, Operand::int(0))));
        draft.yields(&[e_1.into(), l_1.into()]);
    });
    expect![[r#"
        forward {
            let e: f64 = x.exp()
            let l: f64 = a[0]
            yield e, l
        }
        backward {
            let e_1: f64 = e
            let l_1: f64 = a[0]
            yield e, l_1
        }
    "#]]
    .assert_eq(&text);
}

#[test]
fn loads_are_shared_until_something_writes() {
    let mut draft = Draft::new();
    let (x, a, out) = (draft.x, draft.a, draft.out);
    let load = |draft: &mut Draft, name: &str, place| draft.bind(name, Expr::Load(at(place, Operand::int(0))));
    load(&mut draft, "o_1", out);
    load(&mut draft, "o_2", out);
    load(&mut draft, "a_1", a);
    draft.push(StmtKind::Store { path: at(out, Operand::int(1)), value: x.into() });
    load(&mut draft, "o_3", out);
    load(&mut draft, "a_2", a);
    let (i, n) = (draft.int("i"), draft.int("n"));
    let body = draft.scope(|draft| {
        load(draft, "o_4", out);
        load(draft, "a_3", a);
        draft.push(StmtKind::Accumulate { path: at(out, i), value: x.into() });
        load(draft, "o_5", out);
    });
    draft.range(i, n.into(), Vec::new(), body);
    load(&mut draft, "o_6", out);
    let c = draft.value("c", Type::Bool);
    let then = draft.scope(|draft| {
        load(draft, "o_7", out);
        draft.push(StmtKind::Store { path: at(out, Operand::int(0)), value: x.into() });
    });
    draft.push(StmtKind::If { cond: c.into(), results: Vec::new(), then, otherwise: Region::default() });
    load(&mut draft, "o_8", out);
    load(&mut draft, "a_4", a);
    expect![[r#"
        body {
            let o_1: f64 = out[0]
            let o_2: f64 = o_1
            let a_1: f64 = a[0]
            store out[1] = x
            let o_3: f64 = out[0]
            let a_2: f64 = a_1
            loop i in 0..n {
                let o_4: f64 = out[0]
                let a_3: f64 = a_1
                out[i] += x
                let o_5: f64 = out[0]
            }
            let o_6: f64 = out[0]
            if c {
                let o_7: f64 = o_6
                store out[0] = x
            }
            let o_8: f64 = out[0]
            let a_4: f64 = a_1
        }
    "#]]
    .assert_eq(&draft.primal(COMMON));
}

#[test]
fn what_a_loop_or_branch_does_not_change_does_not_pass_through_it() {
    let mut draft = Draft::new();
    let (x, y) = (draft.x, draft.y);
    let (i, n, c) = (draft.int("i"), draft.int("n"), draft.value("c", Type::Bool));
    let [s, p, q] = ["s", "p", "q"].map(|name| draft.float(name));
    let body = draft.scope(|draft| {
        let t = draft.bind("t", mul(s, p));
        draft.yields(&[t.into(), p.into(), y.into()]);
    });
    let [s_1, p_1, q_1] = ["s_1", "p_1", "q_1"].map(|name| draft.float(name));
    let carried = [(s, x, s_1), (p, x, p_1), (q, y, q_1)].map(|(param, init, result)| Carried {
        param,
        init: init.into(),
        result,
    });
    draft.range(i, n.into(), carried.into(), body);
    let then = draft.scope(|draft| {
        let u = draft.bind("u", method("sin", x));
        draft.yields(&[u.into(), s_1.into(), number(0.0)]);
    });
    let otherwise = draft.scope(|draft| draft.yields(&[x.into(), s_1.into(), number(0.0)]));
    let results = ["r", "r_1", "r_2"].map(|name| draft.float(name));
    draft.push(StmtKind::If { cond: c.into(), results: results.into(), then, otherwise });
    draft.yields(&results.map(Operand::from));
    expect![[r#"
        body {
            let p: f64 = x
            let q: f64 = y
            loop i in 0..n carrying (s: f64 = x) {
                let t: f64 = s * p
                yield t
            } -> s_1: f64
            let p_1: f64 = x
            let q_1: f64 = y
            if c {
                let u: f64 = x.sin()
                yield u
            } else {
                yield x
            } -> r: f64
            let r_1: f64 = s_1
            let r_2: f64 = 0.0
            yield r, r_1, r_2
        }
    "#]]
    .assert_eq(&draft.primal(CARRIED));
}

#[test]
fn what_nobody_asks_for_is_gone_but_not_what_can_panic() {
    let mut draft = Draft::new();
    let (x, a, out) = (draft.x, draft.a, draft.out);
    draft.bind("unused", method("sin", x));
    draft.bind("checked", Expr::Load(at(a, Operand::int(7))));
    draft.bind_as("code", Type::Inactive, opaque(quote!(check(x)), &[x], false));
    let w = draft.function.place(draft::ident("w"), Type::Float(Float::F64), PlaceKind::Local);
    draft.push(StmtKind::Declare { place: w, init: Init::Value(x.into()) });
    draft.push(StmtKind::Store { path: Path::whole(w), value: x.into() });
    draft.push(StmtKind::Store { path: at(out, Operand::int(0)), value: x.into() });
    // Carried variables that only feed themselves.
    let (i, n) = (draft.int("i"), draft.int("n"));
    let [s, p, q] = ["s", "p", "q"].map(|name| draft.float(name));
    let body = draft.scope(|draft| {
        let next = ["s", "p", "q"].map(|name| draft.float(&format!("next_{name}")));
        draft.again(next[0], mul(s, x));
        draft.again(next[1], mul(q, x));
        draft.again(next[2], mul(p, x));
        draft.yields(&next.map(Operand::from));
    });
    let [s_1, p_1, q_1] = ["s_1", "p_1", "q_1"].map(|name| draft.float(name));
    let carried = [(s, s_1), (p, p_1), (q, q_1)].map(|(param, result)| Carried { param, init: x.into(), result });
    draft.range(i, n.into(), carried.into(), body);
    draft.yields(&[s_1.into()]);
    let d_a = draft.d_a;
    let text = draft.differentiated(true, DEAD, |draft| {
        draft.bind("b_unused", Expr::Load(at(a, Operand::int(7))));
        let b_used = draft.bind("b_used", Expr::Load(at(a, Operand::int(8))));
        draft.push(StmtKind::Accumulate { path: at(d_a, Operand::int(7)), value: b_used.into() });
    });
    expect![[r#"
        forward {
            let checked: f64 = a[7]
            let code: inactive = costly `check(x)`
            store out[0] = x
            loop i in 0..n carrying (s: f64 = x) {
                let next_s: f64 = s * x
                yield next_s
            } -> s_1: f64
            yield s_1
        }
        backward {
            let b_used: f64 = a[8]
            d_a[7] += b_used
        }
    "#]]
    .assert_eq(&text);
}

/// Two stacks, of one item and of three; a tuple in a tuple; a counter.
#[test]
fn both_ends_of_what_is_saved_go_together() {
    let mut draft = Draft::new();
    let (x, c) = (draft.x, draft.value("c", Type::Bool));
    let [idle, busy] = ["idle", "busy"].map(|name| draft.function.stack(draft::ident(name)));
    let (i, n) = (draft.int("i"), draft.int("n"));
    let [s, e, k] = ["s", "e", "k"].map(|name| draft.float(name));
    let saved = ["left", "right", "either"].map(|name| draft.value(name, Type::Inactive));
    let (count, count_1, count_2) = (draft.int("count"), draft.int("count_1"), draft.int("count_2"));
    let body = draft.scope(|draft| {
        draft.again(e, method("exp", s));
        let then = draft.scope(|draft| {
            draft.again(k, method("ln", e));
            draft.push(StmtKind::Pack { saved: saved[0], variant: Some(0), items: vec![k.into(), e.into()] });
            draft.yields(&[saved[0].into()]);
        });
        let otherwise = draft.scope(|draft| {
            draft.push(StmtKind::Pack { saved: saved[1], variant: Some(1), items: vec![e.into()] });
            draft.yields(&[saved[1].into()]);
        });
        draft.push(StmtKind::If { cond: c.into(), results: vec![saved[2]], then, otherwise });
        draft.push(StmtKind::Push { stack: idle, items: vec![e.into()] });
        draft.push(StmtKind::Push { stack: busy, items: vec![s.into(), saved[2].into(), e.into()] });
        draft.again(count_1, opaque(quote!(count + 1), &[count], true));
        draft.yields(&[e.into(), count_1.into()]);
    });
    let s_1 = draft.float("s_1");
    let zero = Operand::Const(crate::ir::Const::Int { value: 0, suffix: Some("usize".to_owned()) });
    let carried =
        vec![Carried { param: s, init: x.into(), result: s_1 }, Carried { param: count, init: zero, result: count_2 }];
    draft.range(i, n.into(), carried, body);
    draft.yields(&[s_1.into()]);
    let text = draft.differentiated(true, DEAD, |draft| {
        let [d, d_1, d_2, d_3, u, v] = ["d", "d_1", "d_2", "d_3", "u", "v"].map(|name| draft.float(name));
        let body = draft.scope(|draft| {
            draft.push(StmtKind::Pop { stack: busy, items: vec![s, saved[2], e] });
            let left = draft.scope(|draft| {
                draft.again(u, mul(d, e));
                draft.again(v, mul(d, k));
                draft.yields(&[u.into()]);
            });
            let right = draft.scope(|draft| draft.yields(&[d.into()]));
            let items = [vec![k, e], vec![e]];
            draft.push(StmtKind::Resume { saved: saved[2], results: vec![d_1], items, arms: [left, right] });
            draft.again(d_2, mul(d_1, s));
            draft.yields(&[d_2.into()]);
        });
        let carried = vec![Carried { param: d, init: number(1.0), result: d_3 }];
        draft.range(i, n.into(), carried, body);
        draft.yields(&[d_3.into()]);
    });
    expect![[r#"
        stack busy
        forward {
            loop i in 0..n carrying (s: f64 = x) {
                let e: f64 = s.exp()
                if c {
                    let left: inactive = pack left (e)
                    yield left
                } else {
                    let right: inactive = pack right ()
                    yield right
                } -> either: inactive
                push busy (s, either)
                yield e
            } -> s_1: f64
            yield s_1
        }
        backward {
            loop i in 0..n carrying (d: f64 = 1.0) {
                pop busy -> (s: f64, either: inactive)
                resume either {
                    left (e: f64) => {
                        let u: f64 = d * e
                        yield u
                    }
                    right () => {
                        yield d
                    }
                } -> d_1: f64
                let d_2: f64 = d_1 * s
                yield d_2
            } -> d_3: f64
            yield d_3
        }
    "#]]
    .assert_eq(&text);
}

/// `y = tanh(x) * exp(x)` with the seed 1, as `reverse` makes it: all passes together.
#[test]
fn all_passes_together() {
    let mut draft = Draft::new();
    let x = draft.x;
    let t = draft.bind("t", method("tanh", x));
    let e = draft.bind("e", method("exp", x));
    let z = draft.bind("z", mul(t, e));
    draft.yields(&[z.into()]);
    let text = draft.differentiated(true, Passes::ALL, |draft| {
        let seed = draft.bind("seed", copy(number(1.0)));
        let d_t = draft.bind("d_t", mul(seed, e));
        let d_e = draft.bind("d_e", mul(seed, t));
        let exp = draft.bind("exp", method("exp", x));
        let d_x = draft.bind("d_x", mul(d_e, exp));
        let square = draft.bind("square", mul(t, t));
        let slope = draft.bind("slope", sub(number(1.0), square));
        let part = draft.bind("part", mul(d_t, slope));
        let n = draft.bind("n", neg(part));
        let d_x_1 = draft.bind("d_x_1", sub(d_x, n));
        draft.bind("d_unused", neg(d_x));
        draft.yields(&[d_x_1.into()]);
    });
    expect![[r#"
        forward {
            let t: f64 = x.tanh()
            let e: f64 = x.exp()
            let z: f64 = t * e
            yield z
        }
        backward {
            let square: f64 = t * t
            let slope: f64 = 1.0 - square
            let part: f64 = e * slope
            let d_x_1: f64 = z + part
            yield d_x_1
        }
    "#]]
    .assert_eq(&text);
}
