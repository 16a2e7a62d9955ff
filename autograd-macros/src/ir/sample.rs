//! Functions built and differentiated by hand, for the tests of the printer, the verifier and the interpreter.

use proc_macro2::{Ident, Span};
use quote::quote;

use super::{
    Arg, Binary, Call, Callee, Carried, Expr, Float, Function, Hints, Init, Loop, LoopKind, Opaque, Operand, Param,
    Path, Place, PlaceKind, Pull, Range, Region, Shape, Slot, Stack, Step, StmtKind, Type, Value,
};
use crate::reverse::Differentiated;

/// Makes ids by name.
struct Draft(Function);

impl Draft {
    fn new() -> Self {
        Draft(Function::new())
    }

    fn value(&mut self, name: &str, ty: Type) -> Value {
        self.0.value(ident(name), ty)
    }

    fn float(&mut self, name: &str) -> Value {
        self.value(name, float())
    }

    fn floats<const N: usize>(&mut self, names: [&str; N]) -> [Value; N] {
        names.map(|name| self.float(name))
    }

    fn place(&mut self, name: &str, ty: Type, kind: PlaceKind) -> Place {
        self.0.place(ident(name), ty, kind)
    }

    fn stack(&mut self, name: &str) -> Stack {
        self.0.stack(ident(name))
    }

    fn params(&mut self, shapes: Vec<Shape>) {
        self.0.params = shapes.into_iter().map(|shape| Param { shape }).collect();
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

fn float() -> Type {
    Type::Float(Float::F64)
}

fn slice() -> Type {
    Type::Slice(Box::new(float()))
}

fn mul(a: Value, b: Value) -> Expr {
    Expr::Binary(Binary::Mul, a.into(), b.into())
}

fn add(a: Value, b: Value) -> Expr {
    Expr::Binary(Binary::Add, a.into(), b.into())
}

fn lets<const N: usize>(region: &mut Region, lets: [(Value, Expr); N]) {
    for (value, expr) in lets {
        region.push_let(Span::call_site(), value, expr);
    }
}

impl Region {
    fn then(&mut self, kind: StmtKind) {
        self.push(Span::call_site(), kind);
    }

    fn yielding<const N: usize>(mut self, yields: [Value; N]) -> Region {
        self.yields = yields.map(Operand::from).to_vec();
        self
    }
}

/// `fn f(x: f64, y: f64) -> f64 { x * y + x.sin() }`, joint.
pub(crate) fn straight() -> Differentiated {
    let mut draft = Draft::new();
    let [x, y, t, s, z] = draft.floats(["x", "y", "t", "s", "z"]);
    let [d_z, c, d_x, d_x_1, d_x_2, d_y] = draft.floats(["d_z", "c", "d_x", "d_x_1", "d_x_2", "d_y"]);
    draft.params(vec![Shape::Value(x), Shape::Value(y)]);
    let mut function = draft.0;
    function.output = Shape::Value(z);
    let mut forward = Region::default();
    lets(&mut forward, [(t, mul(x, y)), (s, Expr::Function("sin", vec![x.into()])), (z, add(t, s))]);
    let forward = forward.yielding([z]);
    function.body = forward.clone();
    let mut backward = Region::default();
    let cos = Expr::Function("cos", vec![x.into()]);
    lets(&mut backward, [(c, cos), (d_x, mul(d_z, c)), (d_x_1, mul(d_z, y)), (d_x_2, add(d_x, d_x_1))]);
    lets(&mut backward, [(d_y, mul(d_z, x))]);
    let backward = backward.yielding([d_x_2, d_y]);
    let by_value = vec![x, y];
    Differentiated {
        function,
        forward,
        backward,
        seeds: vec![d_z],
        by_value,
        shadows: vec![],
        stacks: vec![],
        joint: true,
        reshaped: Vec::new(),
    }
}

/// `fn f(a: &[f64], x: f64) -> f64 { let mut s = x; for i in 0..a.len() { s = s * a[i]; } s }`, split.
pub(crate) fn product() -> Differentiated {
    let mut draft = Draft::new();
    let a = draft.place("a", slice(), PlaceKind::Shared);
    let d_a = draft.place("d_a", slice(), PlaceKind::Shadow(a));
    let [x, s, s_1, s_2, t] = draft.floats(["x", "s", "s_1", "s_2", "t"]);
    let [d_s_2, d_s, d_t, d_s_1, d_x] = draft.floats(["d_s_2", "d_s", "d_t", "d_s_1", "d_x"]);
    let (n, i) = (draft.value("n", Type::Int), draft.value("i", Type::Int));
    let saved = draft.stack("saved");
    draft.params(vec![Shape::Place(a), Shape::Value(x)]);
    let mut function = draft.0;
    function.output = Shape::Value(s_2);
    let at = |place| Path { root: place, steps: vec![Step::Index(i.into())] };
    let range = |reversed| {
        LoopKind::Range(Range {
            index: i,
            start: Operand::int(0),
            end: n.into(),
            inclusive: false,
            step: None,
            reversed,
        })
    };
    let around = |param, init: Value, result, reversed, body| {
        StmtKind::Loop(Loop {
            kind: range(reversed),
            carried: vec![Carried { param, init: init.into(), result }],
            body,
            exits: false,
            hints: Hints::default(),
        })
    };
    let forward = |push: bool| {
        let mut body = Region::default();
        if push {
            body.then(StmtKind::Push { stack: saved, items: vec![s.into()] });
        }
        lets(&mut body, [(t, Expr::Load(at(a))), (s_1, mul(s, t))]);
        let mut forward = Region::default();
        let len = Opaque { code: quote!(a.len()), uses: vec![], places: vec![a], cheap: true };
        lets(&mut forward, [(n, Expr::Opaque(len))]);
        forward.then(around(s, x, s_2, false, body.yielding([s_1])));
        forward.yielding([s_2])
    };
    function.body = forward(false);
    let mut body = Region::default();
    body.then(StmtKind::Pop { stack: saved, items: vec![s] });
    lets(&mut body, [(t, Expr::Load(at(a))), (d_t, mul(d_s, s))]);
    body.then(StmtKind::Accumulate { path: at(d_a), value: d_t.into() });
    lets(&mut body, [(d_s_1, mul(d_s, t))]);
    let mut backward = Region::default();
    backward.then(around(d_s, d_s_2, d_x, true, body.yielding([d_s_1])));
    Differentiated {
        function,
        forward: forward(true),
        backward: backward.yielding([d_x]),
        seeds: vec![d_s_2],
        by_value: vec![x],
        shadows: vec![(a, d_a)],
        stacks: vec![saved],
        joint: false,
        reshaped: Vec::new(),
    }
}

/// `fn f(out: &mut [f64], x: f64) { if x > 0.0 { out[0] = out[0] * out[0] } else { out[1] = x } }`, joint.
pub(crate) fn store() -> Differentiated {
    let mut draft = Draft::new();
    let out = draft.place("out", slice(), PlaceKind::Exclusive);
    let d_out = draft.place("d_out", slice(), PlaceKind::Shadow(out));
    let [x, old, square, two] = draft.floats(["x", "old", "square", "two"]);
    let [d_square, d_old, d_old_1, d_x, d_x_1, zero] =
        draft.floats(["d_square", "d_old", "d_old_1", "d_x", "d_x_1", "zero"]);
    let positive = draft.value("positive", Type::Bool);
    let (kept, kept_1, kept_2) = (
        draft.value("kept", Type::Inactive),
        draft.value("kept_1", Type::Inactive),
        draft.value("kept_2", Type::Inactive),
    );
    draft.params(vec![Shape::Place(out), Shape::Value(x)]);
    let function = draft.0;
    let at = |place, index| Path { root: place, steps: vec![Step::Index(Operand::int(index))] };
    let mut then = Region::default();
    lets(&mut then, [(old, Expr::Load(at(out, 0))), (square, mul(old, old))]);
    then.then(StmtKind::Store { path: at(out, 0), value: square.into() });
    let mut otherwise = Region::default();
    otherwise.then(StmtKind::Store { path: at(out, 1), value: x.into() });
    let branch = |results, then, otherwise| StmtKind::If { cond: positive.into(), results, then, otherwise };
    let test = Expr::Binary(Binary::Gt, x.into(), Operand::float(0.0, Float::F64));
    let mut body = Region::default();
    lets(&mut body, [(positive, test)]);
    let mut forward = body.clone();
    body.then(branch(vec![], then.clone(), otherwise.clone()));
    then.then(StmtKind::Pack { saved: kept, variant: Some(0), items: vec![old.into()] });
    otherwise.then(StmtKind::Pack { saved: kept_1, variant: Some(1), items: vec![] });
    forward.then(branch(vec![kept_2], then.yielding([kept]), otherwise.yielding([kept_1])));
    let mut left = Region::default();
    left.then(StmtKind::Take { value: d_square, path: at(d_out, 0) });
    lets(&mut left, [(two, add(old, old)), (d_old, mul(d_square, two)), (d_old_1, Expr::Copy(d_old.into()))]);
    left.then(StmtKind::Accumulate { path: at(d_out, 0), value: d_old_1.into() });
    lets(&mut left, [(zero, Expr::Copy(Operand::float(0.0, Float::F64)))]);
    let mut right = Region::default();
    right.then(StmtKind::Take { value: d_x, path: at(d_out, 1) });
    let mut backward = Region::default();
    backward.then(StmtKind::Resume {
        saved: kept_2,
        results: vec![d_x_1],
        items: [vec![old], vec![]],
        arms: [left.yielding([zero]), right.yielding([d_x])],
    });
    let mut function = function;
    function.places[out.0 as usize].mutable = true;
    function.body = body;
    Differentiated {
        function,
        forward,
        backward: backward.yielding([d_x_1]),
        seeds: vec![],
        by_value: vec![x],
        shadows: vec![(out, d_out)],
        stacks: vec![],
        joint: true,
        reshaped: Vec::new(),
    }
}

/// `fn f(a: &[f64], x: f64) -> f64 { let b = [x, x]; product(a, x) * product(&b, x) }`, joint; it calls [`product`].
pub(crate) fn caller() -> Differentiated {
    let mut draft = Draft::new();
    let a = draft.place("a", slice(), PlaceKind::Shared);
    let d_a = draft.place("d_a", slice(), PlaceKind::Shadow(a));
    let pair = Type::Array(Box::new(float()), quote!(2));
    let b = draft.place("b", pair.clone(), PlaceKind::Local);
    let d_b = draft.place("d_b", pair, PlaceKind::Shadow(b));
    let (d_p_x, d_q_x) =
        (draft.place("d_p_x", float(), PlaceKind::Shadow(b)), draft.place("d_q_x", float(), PlaceKind::Shadow(b)));
    let [x, y, d_y, d_p, d_q] = draft.floats(["x", "y", "d_y", "d_p", "d_q"]);
    let [d_0, d_1, d_2, d_3] = draft.floats(["d_0", "d_1", "d_2", "d_3"]);
    let [d_01, d_012, d_x] = draft.floats(["d_01", "d_012", "d_x"]);
    let [p, q] = ["p", "q"].map(|name| draft.value(name, Type::Unknown(None)));
    let [pull_p, pull_q] = ["pull_p", "pull_q"].map(|name| draft.value(name, Type::Inactive));
    draft.params(vec![Shape::Place(a), Shape::Value(x)]);
    let mut function = draft.0;
    function.output = Shape::Value(y);
    let call = |place, result, pullback| {
        let args = vec![Arg::Ref { path: Path::whole(place), mutable: false }, Arg::Value(x.into())];
        let callee =
            Callee { prefix: quote!(), name: ident("product"), generics: quote!(), recursive: false, method: false };
        StmtKind::Call(Call { callee, args, result, error: None, pullback })
    };
    let body = |keep: bool| {
        let mut body = Region::default();
        let items = vec![Init::Value(x.into()), Init::Value(x.into())];
        body.then(StmtKind::Declare { place: b, init: Init::List { kind: super::AggregateKind::Array, items } });
        body.then(call(a, p, keep.then_some(pull_p)));
        body.then(call(b, q, keep.then_some(pull_q)));
        lets(&mut body, [(y, mul(p, q))]);
        body.yielding([y])
    };
    function.body = body(false);
    let mut backward = Region::default();
    lets(&mut backward, [(d_p, mul(d_y, q)), (d_q, mul(d_y, p))]);
    backward.then(StmtKind::Declare { place: d_b, init: Init::ZeroOf(Path::whole(b)) });
    for (pullback, place, shadow, value, seed) in [(pull_q, b, d_b, d_q_x, d_q), (pull_p, a, d_a, d_p_x, d_p)] {
        let zero = Init::Value(Operand::float(0.0, Float::F64));
        backward.then(StmtKind::Declare { place: value, init: zero });
        let of_place =
            Slot { arg: Arg::Ref { path: Path::whole(place), mutable: false }, shadow: Some(Path::whole(shadow)) };
        let of_value = Slot { arg: Arg::Value(x.into()), shadow: Some(Path::whole(value)) };
        backward.then(StmtKind::Pull(Pull { pullback, slots: vec![of_place, of_value], seed: seed.into() }));
    }
    let at = |place, index| Path { root: place, steps: vec![Step::Index(Operand::int(index))] };
    backward.then(StmtKind::Take { value: d_0, path: at(d_b, 0) });
    backward.then(StmtKind::Take { value: d_1, path: at(d_b, 1) });
    backward.then(StmtKind::Take { value: d_2, path: Path::whole(d_q_x) });
    backward.then(StmtKind::Take { value: d_3, path: Path::whole(d_p_x) });
    lets(&mut backward, [(d_01, add(d_0, d_1)), (d_012, add(d_01, d_2)), (d_x, add(d_012, d_3))]);
    Differentiated {
        function,
        forward: body(true),
        backward: backward.yielding([d_x]),
        seeds: vec![d_y],
        by_value: vec![x],
        shadows: vec![(a, d_a)],
        stacks: vec![],
        joint: true,
        reshaped: Vec::new(),
    }
}
