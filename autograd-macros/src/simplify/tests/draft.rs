//! Functions written by hand, statement by statement.

use super::*;

/// A function with `x` and `y` as parameters, `a: &[f64]`, `d_a` its shadow, `out: &mut [f64]`, and the region that is open.
pub(super) struct Draft {
    pub(super) function: Function,
    pub(super) region: Region,
    pub(super) x: Value,
    pub(super) y: Value,
    pub(super) a: Place,
    pub(super) d_a: Place,
    pub(super) out: Place,
}

impl Draft {
    pub(super) fn new() -> Self {
        let mut function = Function::new();
        let [x, y] = ["x", "y"].map(|name| function.value(ident(name), Type::Float(Float::F64)));
        let slice = || Type::Slice(Box::new(Type::Float(Float::F64)));
        let a = function.place(ident("a"), slice(), PlaceKind::Shared);
        let d_a = function.place(ident("d_a"), slice(), PlaceKind::Shadow(a));
        let out = function.place(ident("out"), slice(), PlaceKind::Exclusive);
        function.params =
            [Shape::Value(x), Shape::Value(y), Shape::Place(a), Shape::Place(out)].map(|shape| Param { shape }).into();
        Draft { function, region: Region::default(), x, y, a, d_a, out }
    }

    pub(super) fn value(&mut self, name: &str, ty: Type) -> Value {
        self.function.value(ident(name), ty)
    }

    pub(super) fn float(&mut self, name: &str) -> Value {
        self.value(name, Type::Float(Float::F64))
    }

    pub(super) fn int(&mut self, name: &str) -> Value {
        self.value(name, Type::Int)
    }

    pub(super) fn push(&mut self, kind: StmtKind) {
        self.region.push(Span::call_site(), kind);
    }

    /// `let name = expr;` of type `f64`.
    pub(super) fn bind(&mut self, name: &str, expr: Expr) -> Value {
        self.bind_as(name, Type::Float(Float::F64), expr)
    }

    pub(super) fn bind_as(&mut self, name: &str, ty: Type, expr: Expr) -> Value {
        let value = self.value(name, ty);
        self.again(value, expr);
        value
    }

    /// Binds a value that another scope has bound.
    pub(super) fn again(&mut self, value: Value, expr: Expr) {
        self.push(StmtKind::Let { value, expr });
    }

    pub(super) fn yields(&mut self, operands: &[Operand]) {
        self.region.yields = operands.to_vec();
    }

    /// What `make` pushes, as a region of its own.
    pub(super) fn scope(&mut self, make: impl FnOnce(&mut Self)) -> Region {
        let outer = mem::take(&mut self.region);
        make(self);
        mem::replace(&mut self.region, outer)
    }

    /// `for i in 0..n` with carried variables.
    pub(super) fn range(&mut self, index: Value, end: Operand, carried: Vec<Carried>, body: Region) {
        let start = Operand::int(0);
        let kind = LoopKind::Range(Range { index, start, end, inclusive: false, step: None, reversed: false });
        self.push(StmtKind::Loop(Loop { kind, carried, body, exits: false, hints: Hints::default() }));
    }

    /// A function of this body, after `passes`, as text.
    pub(super) fn primal(self, passes: Passes) -> String {
        let mut function = self.function;
        function.body = self.region;
        function.output = Shape::Tuple(function.body.yields.iter().map(|_| Shape::Value(Value(0))).collect());
        primal(&mut function, passes);
        print::region(&function, "body", &function.body)
    }

    /// This as the forward part, `backward` as the backward part, after `passes`, as text.
    pub(super) fn differentiated(mut self, joint: bool, passes: Passes, backward: impl FnOnce(&mut Self)) -> String {
        let forward = mem::take(&mut self.region);
        backward(&mut self);
        let stacks = (0..self.function.stacks.len() as u32).map(Stack).collect();
        let mut form = Differentiated {
            function: self.function,
            forward,
            backward: self.region,
            seeds: Vec::new(),
            by_value: Vec::new(),
            shadows: vec![(self.a, self.d_a)],
            stacks,
            joint,
            reshaped: Vec::new(),
        };
        differentiated(&mut form, passes);
        let stacks: Vec<String> =
            form.stacks.iter().map(|stack| format!("stack {}\n", form.function.stack_data(*stack).ident)).collect();
        let forward = print::region(&form.function, "forward", &form.forward);
        stacks.concat() + &forward + &print::region(&form.function, "backward", &form.backward)
    }
}

pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

pub(super) fn number(value: f64) -> Operand {
    Operand::float(value, Float::F64)
}

pub(super) fn neg(x: impl Into<Operand>) -> Expr {
    Expr::Unary(Unary::Neg, x.into())
}

pub(super) fn add(a: impl Into<Operand>, b: impl Into<Operand>) -> Expr {
    Expr::Binary(Binary::Add, a.into(), b.into())
}

pub(super) fn sub(a: impl Into<Operand>, b: impl Into<Operand>) -> Expr {
    Expr::Binary(Binary::Sub, a.into(), b.into())
}

pub(super) fn mul(a: impl Into<Operand>, b: impl Into<Operand>) -> Expr {
    Expr::Binary(Binary::Mul, a.into(), b.into())
}

pub(super) fn div(a: impl Into<Operand>, b: impl Into<Operand>) -> Expr {
    Expr::Binary(Binary::Div, a.into(), b.into())
}

pub(super) fn method(name: &'static str, x: impl Into<Operand>) -> Expr {
    Expr::Function(name, vec![x.into()])
}

pub(super) fn copy(x: impl Into<Operand>) -> Expr {
    Expr::Copy(x.into())
}

pub(super) fn at(root: Place, index: impl Into<Operand>) -> Path {
    Path { root, steps: vec![Step::Index(index.into())] }
}

pub(super) fn opaque(code: TokenStream, uses: &[Value], cheap: bool) -> Expr {
    Expr::Opaque(Opaque { code, uses: uses.to_vec(), places: Vec::new(), cheap })
}
