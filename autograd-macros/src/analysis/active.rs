//! Activity: which values and places need an adjoint.
//!
//! A value is *varied* if it depends on an active parameter, *useful* if an output depends on it, and *active* if it is both.
//! Dependence is reachability in one graph of values and places; memory is one node per place, so a write to any part of
//! a place makes all of it varied. (Varied and useful as in Hascoët and Pascual, "The Tapenade automatic
//! differentiation tool", 2013, section 4.)

use crate::ir::{
    Arg, Call, Expr, Function, Init, Loop, Operand, Path, Place, PlaceKind, Rearrange, Region, Shape, StmtKind, Value,
};

/// Which values and places carry an adjoint.
pub(crate) struct Activity {
    values: Vec<bool>,
    places: Vec<bool>,
}

impl Activity {
    pub(crate) fn of(function: &Function) -> Self {
        let mut graph = Graph::new(function);
        graph.region(&function.body);
        let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
        for leaf in function.params.iter().flat_map(|param| param.shape.leaves()) {
            match leaf {
                Shape::Value(value) => inputs.push(graph.value(*value)),
                Shape::Place(place) => {
                    inputs.push(graph.place(*place));
                    if function.place_data(*place).kind == PlaceKind::Exclusive {
                        outputs.push(graph.place(*place));
                    }
                }
                Shape::Tuple(_) | Shape::Wrapped { .. } => unreachable!("ir::visit: leaves are single"),
            }
        }
        outputs.extend(function.body.yields.iter().filter_map(Operand::as_value).map(|value| graph.value(value)));
        let varied = graph.reach(&graph.forward, &inputs);
        let useful = graph.reach(&graph.backward, &outputs);
        let active: Vec<bool> = varied.iter().zip(&useful).map(|(varied, useful)| *varied && *useful).collect();
        let (values, places) = active.split_at(function.values.len());
        Activity { values: values.to_vec(), places: places.to_vec() }
    }

    /// Values made by later stages are adjoints: they have none of their own.
    pub(crate) fn value(&self, value: Value) -> bool {
        self.values.get(value.0 as usize).copied().unwrap_or(false)
    }

    pub(crate) fn place(&self, place: Place) -> bool {
        self.places.get(place.0 as usize).copied().unwrap_or(false)
    }

    pub(crate) fn operand(&self, operand: &Operand) -> bool {
        operand.as_value().is_some_and(|value| self.value(value))
    }

    /// Whether a call moves a gradient: something active goes in, and something active comes out.
    pub(crate) fn call(&self, call: &Call) -> bool {
        self.value(call.result)
            || call.args.iter().any(|arg| match arg {
                Arg::Ref { path, mutable: true } => self.place(path.root),
                Arg::Ref { mutable: false, .. } | Arg::Value(_) | Arg::RefValue(_) | Arg::Opaque(_) => false,
            })
    }
}

/// Values first, then places.
struct Graph<'a> {
    function: &'a Function,
    forward: Vec<Vec<usize>>,
    backward: Vec<Vec<usize>>,
}

impl<'a> Graph<'a> {
    fn new(function: &'a Function) -> Self {
        let nodes = function.values.len() + function.places.len();
        Graph { function, forward: vec![Vec::new(); nodes], backward: vec![Vec::new(); nodes] }
    }

    fn value(&self, value: Value) -> usize {
        value.0 as usize
    }

    fn place(&self, place: Place) -> usize {
        self.function.values.len() + place.0 as usize
    }

    fn differentiable(&self, node: usize) -> bool {
        let values = self.function.values.len();
        if node < values {
            self.function.values[node].differentiable
        } else {
            self.function.places[node - values].differentiable
        }
    }

    fn edge(&mut self, from: usize, to: usize) {
        if self.differentiable(from) && self.differentiable(to) {
            self.forward[from].push(to);
            self.backward[to].push(from);
        }
    }

    fn flow(&mut self, from: &Operand, to: usize) {
        if let Some(value) = from.as_value() {
            self.edge(self.value(value), to);
        }
    }

    fn region(&mut self, region: &Region) {
        for stmt in &region.stmts {
            self.stmt(&stmt.kind);
        }
    }

    fn stmt(&mut self, kind: &StmtKind) {
        match kind {
            StmtKind::Let { value, expr } => self.expr(expr, self.value(*value)),
            StmtKind::Declare { place, init } => self.init(init, self.place(*place)),
            StmtKind::Store { path, value }
            | StmtKind::Accumulate { path, value }
            | StmtKind::Append { path, value } => {
                self.flow(value, self.place(path.root));
            }
            StmtKind::Remove { path, value, .. } => self.edge(self.place(path.root), self.value(*value)),
            StmtKind::Rearrange(rearrange) => {
                if let Rearrange::Swap(a, b) = rearrange {
                    let (a, b) = (self.place(a.root), self.place(b.root));
                    self.edge(a, b);
                    self.edge(b, a);
                }
            }
            StmtKind::If { results, then, otherwise, .. } => {
                self.region(then);
                self.region(otherwise);
                for (position, result) in results.iter().enumerate() {
                    self.flow(&then.yields[position], self.value(*result));
                    self.flow(&otherwise.yields[position], self.value(*result));
                }
            }
            StmtKind::Loop(inner) => self.looped(inner),
            StmtKind::Call(call) => self.call(call),
            StmtKind::Effect { .. } => {}
            StmtKind::Take { .. }
            | StmtKind::Pack { .. }
            | StmtKind::Resume { .. }
            | StmtKind::Push { .. }
            | StmtKind::Pop { .. }
            | StmtKind::Pull(_) => unreachable!("lower: a primal function holds no statement of `reverse`"),
        }
    }

    fn looped(&mut self, inner: &Loop) {
        self.region(&inner.body);
        for (position, carried) in inner.carried.iter().enumerate() {
            let param = self.value(carried.param);
            self.flow(&carried.init, param);
            self.flow(&inner.body.yields[position], param);
            self.edge(param, self.value(carried.result));
        }
    }

    fn call(&mut self, call: &Call) {
        let mut outputs = vec![self.value(call.result)];
        let mut inputs = Vec::new();
        for arg in &call.args {
            match arg {
                Arg::Value(operand) | Arg::RefValue(operand) => {
                    inputs.extend(operand.as_value().map(|value| self.value(value)));
                }
                Arg::Ref { path, mutable } => {
                    inputs.push(self.place(path.root));
                    if *mutable {
                        outputs.push(self.place(path.root));
                    }
                }
                Arg::Opaque(_) => {}
            }
        }
        for input in &inputs {
            for output in &outputs {
                self.edge(*input, *output);
            }
        }
    }

    fn expr(&mut self, expr: &Expr, to: usize) {
        match expr {
            Expr::Copy(operand)
            | Expr::Borrow(operand)
            | Expr::Unary(_, operand)
            | Expr::Cast(operand, ..)
            | Expr::Project(operand, _) => {
                self.flow(operand, to);
            }
            Expr::Detach(_) | Expr::Opaque(_) => {}
            Expr::Binary(_, a, b) => {
                self.flow(a, to);
                self.flow(b, to);
            }
            Expr::Function(_, operands) | Expr::Helper(_, operands) | Expr::Aggregate(_, operands) => {
                operands.iter().for_each(|operand| self.flow(operand, to));
            }
            Expr::Load(Path { root, .. }) => self.edge(self.place(*root), to),
            Expr::Move(root) => self.edge(self.place(*root), to),
            Expr::ZeroOf(_) => {}
        }
    }

    fn init(&mut self, init: &Init, to: usize) {
        match init {
            Init::Repeat { value, .. } => self.init(value, to),
            Init::List { items, .. } => items.iter().for_each(|item| self.init(item, to)),
            Init::Struct { fields, .. } => fields.iter().for_each(|(_, field)| self.init(field, to)),
            Init::Value(operand) => self.flow(operand, to),
            Init::CopyOf { path, .. } => self.edge(self.place(path.root), to),
            Init::Opaque(_) | Init::ZeroOf(_) => {}
        }
    }

    fn reach(&self, edges: &[Vec<usize>], roots: &[usize]) -> Vec<bool> {
        let mut reached = vec![false; edges.len()];
        let mut open: Vec<usize> = roots.iter().copied().filter(|root| self.differentiable(*root)).collect();
        while let Some(node) = open.pop() {
            if !std::mem::replace(&mut reached[node], true) {
                open.extend(&edges[node]);
            }
        }
        reached
    }
}
