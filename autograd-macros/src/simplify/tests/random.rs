//! Random functions: every pass, and all of them, leave every bit of the result and of the gradient as it was.

use super::*;
use crate::{
    interpret::{Data, Forms, Interpreter, Program},
    ir::AggregateKind,
    reverse::{differentiate, Differentiated, Form},
};

/// Numbers from a seed (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }
}

/// Makes `fn(x, y, a: &[f64], out: &mut [f64]) -> f64` out of everything that the passes look at.
struct Generator {
    random: Random,
    function: Function,
    /// The visible floats.
    floats: Vec<Value>,
    readable: Vec<Place>,
    writable: Vec<Place>,
}

const SEEDS: u64 = 200;

const SPAN: fn() -> Span = Span::call_site;

impl Generator {
    fn function(seed: u64, size: usize) -> Function {
        let mut function = Function::new();
        let float = || Type::Float(Float::F64);
        let [x, y] = ["x", "y"].map(|name| function.value(Ident::new(name, SPAN()), float()));
        let slice = || Type::Slice(Box::new(float()));
        let a = function.place(Ident::new("a", SPAN()), slice(), PlaceKind::Shared);
        let out = function.place(Ident::new("out", SPAN()), slice(), PlaceKind::Exclusive);
        let w = function.place(Ident::new("w", SPAN()), Type::Array(Box::new(float()), quote!(3)), PlaceKind::Local);
        function.places[w.0 as usize].mutable = true;
        function.params = [Shape::Value(x), Shape::Value(y), Shape::Place(a), Shape::Place(out)]
            .into_iter()
            .map(|shape| Param { shape })
            .collect();
        let mut generator = Generator {
            random: Random(seed),
            function,
            floats: vec![x, y],
            readable: vec![a, out, w],
            writable: vec![out, w],
        };
        let mut body = Region::default();
        let items = vec![Init::Value(x.into()), Init::Value(generator.constant()), Init::Value(y.into())];
        body.push(SPAN(), StmtKind::Declare { place: w, init: Init::List { kind: AggregateKind::Array, items } });
        generator.stmts(&mut body, size, 3);
        let result = generator.fresh();
        let (first, second) = (generator.operand(), generator.operand());
        body.push_let(SPAN(), result, Expr::Binary(Binary::Add, first, second));
        body.yields.push(result.into());
        let mut function = generator.function;
        function.output = Shape::Value(result);
        function.body = body;
        function
    }

    fn stmts(&mut self, region: &mut Region, count: usize, depth: usize) {
        for _ in 0..count {
            self.stmt(region, depth);
        }
    }

    fn stmt(&mut self, region: &mut Region, depth: usize) {
        match self.random.below(if depth == 0 { 16 } else { 20 }) {
            0..13 => {
                let expr = self.expr();
                let value = self.fresh();
                region.push_let(SPAN(), value, expr);
                self.floats.push(value);
            }
            13 | 14 => {
                let path = self.path(self.writable.clone());
                let value = self.small(region);
                region.push(SPAN(), StmtKind::Store { path, value });
            }
            15 => {
                let path = self.path(self.writable.clone());
                let value = self.small(region);
                region.push(SPAN(), StmtKind::Accumulate { path, value });
            }
            16 | 17 => self.branch(region, depth),
            18 => self.range(region, depth),
            _ => self.repeat(region, depth),
        }
    }

    fn expr(&mut self) -> Expr {
        let a = self.operand();
        let b = if self.random.below(4) == 0 { self.constant() } else { self.operand() };
        match self.random.below(18) {
            0..2 => Expr::Binary(Binary::Add, a, b),
            2..4 => Expr::Binary(Binary::Sub, a, b),
            4..7 => Expr::Binary(Binary::Mul, a, b),
            7 => Expr::Binary(Binary::Div, a, b),
            8..10 => Expr::Unary(Unary::Neg, a),
            10 => Expr::Function("sin", vec![a]),
            11 => Expr::Function("tanh", vec![a]),
            12 => Expr::Function("max", vec![a, b]),
            13 => Expr::Copy(a),
            14 => Expr::Copy(self.constant()),
            15 => Expr::Load(self.path(self.readable.clone())),
            16 => Expr::Detach(a),
            _ => Expr::Function("powi", vec![a, Operand::int(2 + self.random.below(3) as i128)]),
        }
    }

    /// A value between -1 and 1, so that loops do not run away.
    fn small(&mut self, region: &mut Region) -> Operand {
        let (operand, value) = (self.operand(), self.fresh());
        region.push_let(SPAN(), value, Expr::Function("tanh", vec![operand]));
        self.floats.push(value);
        value.into()
    }

    /// Runs `make` in a scope of its own.
    fn scope(&mut self, make: impl FnOnce(&mut Self, &mut Region)) -> Region {
        let mut region = Region::default();
        let visible = self.floats.len();
        make(self, &mut region);
        self.floats.truncate(visible);
        region
    }

    fn branch(&mut self, region: &mut Region, depth: usize) {
        let cond = self.function_value("c", Type::Bool);
        let (a, b) = (self.operand(), self.operand());
        region.push_let(SPAN(), cond, Expr::Binary(Binary::Gt, a, b));
        let cond = if self.random.below(8) == 0 { Operand::bool(true) } else { cond.into() };
        let count = self.random.below(3);
        let [then, otherwise] = [(); 2].map(|()| {
            self.scope(|this, region| {
                let size = this.random.below(5);
                this.stmts(region, size, depth - 1);
                region.yields = (0..count).map(|_| this.operand()).collect();
            })
        });
        let results: Vec<Value> = (0..count).map(|_| self.fresh()).collect();
        self.floats.extend(&results);
        region.push(SPAN(), StmtKind::If { cond, results, then, otherwise });
    }

    fn range(&mut self, region: &mut Region, depth: usize) {
        let index = self.function_value("i", Type::Int);
        let start = Operand::int(0);
        let end = Operand::int(self.random.below(4) as i128);
        let reversed = self.random.below(2) == 0;
        let kind = LoopKind::Range(Range { index, start, end, inclusive: false, step: None, reversed });
        let (carried, body) = self.body(depth, &mut Vec::new(), &mut Vec::new());
        region.push(SPAN(), StmtKind::Loop(Loop { kind, carried, body, exits: false, hints: Hints::default() }));
    }

    /// `while steps < 2.5 { …; steps += 1.0 }`
    fn repeat(&mut self, region: &mut Region, depth: usize) {
        let [param, next, result] = [(); 3].map(|()| self.fresh());
        let steps = Carried { param, init: Operand::float(0.0, Float::F64), result };
        let (mut carried, mut yields) = (vec![steps], vec![Operand::Value(next)]);
        let going = self.function_value("going", Type::Bool);
        let mut cond = Region::default();
        cond.push_let(SPAN(), going, Expr::Binary(Binary::Lt, param.into(), Operand::float(2.5, Float::F64)));
        cond.yields.push(going.into());
        let (rest, mut body) = self.body(depth, &mut carried, &mut yields);
        body.push_let(SPAN(), next, Expr::Binary(Binary::Add, param.into(), Operand::float(1.0, Float::F64)));
        let kind = LoopKind::While { cond };
        region.push(SPAN(), StmtKind::Loop(Loop { kind, carried: rest, body, exits: false, hints: Hints::default() }));
    }

    /// Carried variables, some of them invariant, some of them of no use, and a body.
    fn body(&mut self, depth: usize, carried: &mut Vec<Carried>, yields: &mut Vec<Operand>) -> (Vec<Carried>, Region) {
        for _ in 0..self.random.below(4) {
            let (param, init, result) = (self.fresh(), self.operand(), self.fresh());
            carried.push(Carried { param, init, result });
        }
        let first = yields.len();
        let body = self.scope(|this, region| {
            this.floats.extend(carried.iter().map(|carried| carried.param));
            let size = 1 + this.random.below(6);
            this.stmts(region, size, depth - 1);
            for carried in &carried[first..] {
                yields.push(match this.random.below(3) {
                    0 => carried.param.into(),
                    1 => carried.init.clone(),
                    _ => this.small(region),
                });
            }
            region.yields = yields.clone();
        });
        self.floats.extend(carried.iter().map(|carried| carried.result));
        (carried.clone(), body)
    }

    fn fresh(&mut self) -> Value {
        self.function_value("t", Type::Float(Float::F64))
    }

    fn function_value(&mut self, hint: &str, ty: Type) -> Value {
        let ident = Ident::new(&format!("{hint}{}", self.function.values.len()), SPAN());
        self.function.value(ident, ty)
    }

    fn operand(&mut self) -> Operand {
        if self.random.below(10) == 0 {
            return self.constant();
        }
        // Recent values more often, so that results depend on each other.
        let recent = self.floats.len().min(6);
        let from = if self.random.below(3) == 0 { self.floats.len() } else { recent };
        self.floats[self.floats.len() - 1 - self.random.below(from)].into()
    }

    fn constant(&mut self) -> Operand {
        let numbers = [1.0, -1.0, 0.0, -0.0, 0.5, 2.0, -0.3];
        Operand::float(numbers[self.random.below(numbers.len())], Float::F64)
    }

    fn path(&mut self, roots: Vec<Place>) -> Path {
        let root = roots[self.random.below(roots.len())];
        Path { root, steps: vec![Step::Index(Operand::int(self.random.below(3) as i128))] }
    }
}

/// The result, the memory and the gradient, as text that tells every bit but the signs of NaN.
fn run(primal: &Function, joint: &Differentiated, split: &Differentiated) -> String {
    let mut program = Program::default();
    let forms = Forms { primal: primal.clone(), joint: Some(copy(joint)), split: Some(copy(split)) };
    program.insert("f", forms);
    let interpreter = Interpreter::new(&program);
    let args =
        || [Data::Float(0.7), Data::Float(-1.3), Data::floats(&[0.4, -0.9, 1.6]), Data::floats(&[0.2, 1.1, -0.5])];
    let shadows = || [Data::Float(0.0), Data::Float(0.0), Data::floats(&[0.0; 3]), Data::floats(&[0.3, 0.0, -2.0])];
    let seed = Data::Float(1.5);
    let mut primal_args = args();
    let value = interpreter.primal("f", &mut primal_args);
    let (mut joint_args, mut joint_shadows) = (args(), shadows());
    let joint_value = interpreter.joint("f", &mut joint_args, &mut joint_shadows, &seed);
    let (mut split_args, mut split_shadows) = (args(), shadows());
    let (split_value, pullback) = interpreter.split("f", &mut split_args);
    interpreter.pull(&pullback, &mut split_args, &mut split_shadows, &seed);
    format!(
        "{value:?} {primal_args:?}\n{joint_value:?} {joint_args:?} {joint_shadows:?}\n\
         {split_value:?} {split_args:?} {split_shadows:?}"
    )
}

fn copy(form: &Differentiated) -> Differentiated {
    Differentiated {
        function: form.function.clone(),
        forward: form.forward.clone(),
        backward: form.backward.clone(),
        seeds: form.seeds.clone(),
        by_value: form.by_value.clone(),
        shadows: form.shadows.clone(),
        stacks: form.stacks.clone(),
        joint: form.joint,
        reshaped: Vec::new(),
    }
}

fn selections() -> Vec<Passes> {
    let one = Passes::NONE;
    vec![
        Passes { fold: true, ..one },
        Passes { carried: true, ..one },
        Passes { algebra: true, ..one },
        Passes { common: true, ..one },
        Passes { dead: true, ..one },
        Passes { dead: true, common: true, ..one },
        Passes::ALL,
    ]
}

#[test]
fn no_pass_changes_a_bit() {
    let mut checked = 0;
    for seed in 0..SEEDS {
        let original = Generator::function(seed, 3 + (seed % 12) as usize);
        verify::function(&original);
        for fuse in [true, false] {
            let joint = differentiate(&original, Form { joint: true, fuse });
            let split = differentiate(&original, Form { joint: false, fuse });
            // What `reverse` gets wrong is for its own tests.
            if [&joint, &split].into_iter().any(|form| verify::try_differentiated(form).is_err()) {
                continue;
            }
            checked += 1;
            let expected = run(&original, &joint, &split);
            for passes in selections() {
                let (mut joint, mut split) = (copy(&joint), copy(&split));
                differentiated(&mut joint, passes);
                differentiated(&mut split, passes);
                verify::differentiated(&joint);
                verify::differentiated(&split);
                let found = run(&original, &joint, &split);
                let shown = || format!("{}\n{}", show(&original, &joint), show(&original, &split));
                assert!(found == expected, "seed {seed}, {passes:?}:\n{expected}\n{found}\n{}", shown());
            }
        }
    }
    assert!(checked > SEEDS * 9 / 5, "only {checked} forms were checked");
}

#[test]
fn no_pass_changes_a_primal_or_its_gradient() {
    for seed in 0..SEEDS {
        let original = Generator::function(seed, 3 + (seed % 12) as usize);
        let expected = gradients(&original);
        for passes in selections() {
            let mut simplified = original.clone();
            primal(&mut simplified, passes);
            verify::function(&simplified);
            let found = gradients(&simplified);
            let shown = || format!("{}\n{}", print::function(&original), print::function(&simplified));
            assert!(near(&found, &expected), "seed {seed}, {passes:?}:\n{expected:?}\n{found:?}\n{}", shown());
        }
    }
}

/// The value, then the gradient: of a function that was simplified first, its sums may be added in another order.
fn gradients(function: &Function) -> Vec<f64> {
    let joint = differentiate(function, Form { joint: true, fuse: false });
    let split = differentiate(function, Form { joint: false, fuse: false });
    let text = run(function, &joint, &split);
    let numbers = text.split(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c)));
    numbers.filter_map(|number| number.parse().ok()).collect()
}

/// A gradient that is not finite may become finite: `0 * ∞` on a path that the primal does not take is not computed any more.
fn near(found: &[f64], expected: &[f64]) -> bool {
    let near = |(a, b): (&f64, &f64)| !b.is_finite() || (a - b).abs() <= 1e-9 * (1.0 + b.abs());
    found.len() == expected.len() && found.iter().zip(expected).all(near)
}

fn show(original: &Function, form: &Differentiated) -> String {
    format!(
        "{}\n{}\n{}",
        print::function(original),
        print::region(&form.function, "forward", &form.forward),
        print::region(&form.function, "backward", &form.backward)
    )
}
