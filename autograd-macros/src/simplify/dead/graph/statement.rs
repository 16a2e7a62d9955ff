//! The edges of one statement.

use quote::quote;

use super::{Graph, Node};
use crate::{
    ir::{
        Arg, Call, Const, Expr, Init, Loop, LoopKind, Opaque, Operand, Path, Place, PlaceKind, Pull, Region, Step,
        StmtKind, Value,
    },
    simplify::same,
};

impl Graph<'_> {
    pub(super) fn stmt(&mut self, kind: &StmtKind) {
        let stmt = self.positions.stmts;
        self.positions.stmts += 1;
        let node = Node::Stmt(stmt);
        if let Some(owner) = self.owner {
            self.edge(node, Node::Stmt(owner));
        }
        self.reads(node, kind);
        self.effects(node, kind);
        // Results are bound in the outer scope, but only after the inner regions.
        let outer = self.owner.replace(stmt);
        self.regions(node, kind);
        self.owner = outer;
    }

    /// A statement that lives needs what it reads, and the places that it names.
    fn reads(&mut self, node: Node, kind: &StmtKind) {
        let flows = matches!(kind, StmtKind::Pack { .. } | StmtKind::Push { .. });
        let carried = matches!(kind, StmtKind::Loop(_));
        let copies = matches!(kind, StmtKind::Let { expr: Expr::Copy(_), .. });
        let resumes = matches!(kind, StmtKind::Resume { .. });
        for value in kind.uses() {
            let Some(definition) = self.definition(value) else { continue };
            // The items of tuples, and the initial values of carried variables, live on their own; see below.
            if !flows && !carried {
                self.edge(node, Node::Definition(definition));
            }
            if !flows && !carried && !copies && !resumes {
                self.packs.escape(definition);
            }
        }
        for place in kind.touches() {
            self.edge(node, Node::Place(place));
        }
    }

    /// What asks for the statement itself.
    fn effects(&mut self, node: Node, kind: &StmtKind) {
        match kind {
            StmtKind::Let { expr, .. } => {
                if self.forward && self.can_panic(expr) {
                    self.roots.push(node);
                }
            }
            StmtKind::Declare { place, init } => {
                self.edge(Node::Place(*place), node);
                if self.forward && init_can_panic(init) {
                    self.roots.push(node);
                }
            }
            StmtKind::Store { path, .. } | StmtKind::Accumulate { path, .. } | StmtKind::Take { path, .. } => {
                self.writes(node, path.root);
                if self.forward && is_checked(path) && !self.is_shadow(path.root) {
                    self.roots.push(node);
                }
            }
            StmtKind::Append { path, .. } | StmtKind::Remove { path, .. } => {
                self.writes(node, path.root);
                if self.forward && is_checked(path) && !self.is_shadow(path.root) {
                    self.roots.push(node);
                }
            }
            StmtKind::Rearrange(rearrange) => {
                // What one place hands to another, and whether positions are in bounds, is decided by one statement.
                for path in rearrange.paths() {
                    self.writes(node, path.root);
                }
                let checked = !rearrange.positions().is_empty() || rearrange.paths().into_iter().any(is_checked);
                if self.forward && checked && rearrange.paths().iter().all(|path| !self.is_shadow(path.root)) {
                    self.roots.push(node);
                }
            }
            StmtKind::Effect { .. } => self.roots.push(node),
            StmtKind::Call(Call { args, .. }) => {
                args.iter().for_each(|arg| self.written_by_arg(node, arg));
                if self.forward {
                    self.roots.push(node);
                }
            }
            StmtKind::Pull(Pull { slots, .. }) => {
                for slot in slots {
                    self.written_by_arg(node, &slot.arg);
                    if let Some(shadow) = &slot.shadow {
                        self.writes(node, shadow.root);
                    }
                }
            }
            StmtKind::Push { stack, .. } | StmtKind::Pop { stack, .. } => {
                self.edge(Node::Stack(*stack), node);
                self.edge(node, Node::Stack(*stack));
            }
            StmtKind::If { .. } | StmtKind::Loop(_) | StmtKind::Pack { .. } | StmtKind::Resume { .. } => {}
        }
    }

    fn writes(&mut self, node: Node, place: Place) {
        self.edge(Node::Place(place), node);
    }

    fn written_by_arg(&mut self, node: Node, arg: &Arg) {
        match arg {
            Arg::Ref { path, mutable: true } => self.writes(node, path.root),
            // A reference to user data, which may be mutable.
            Arg::Opaque(code) => code.places.iter().for_each(|place| self.writes(node, *place)),
            Arg::Value(_) | Arg::Ref { mutable: false, .. } | Arg::RefValue(_) => {}
        }
    }

    /// Inner regions, and the definitions of the statement.
    fn regions(&mut self, node: Node, kind: &StmtKind) {
        match kind {
            StmtKind::Let { value, expr } => {
                let original = match expr {
                    Expr::Copy(operand) => self.definition_of(operand),
                    _ => None,
                };
                let definition = self.result(node, *value);
                if let Some(original) = original {
                    self.packs.unite(definition, original);
                }
            }
            StmtKind::Take { value, .. } | StmtKind::Remove { value, .. } => {
                self.result(node, *value);
            }
            StmtKind::Call(call) => {
                for value in kind.defines() {
                    let definition = self.positions.definitions;
                    // The pullback is an output of the call, not a reason for it.
                    self.define(value);
                    if Some(value) != call.pullback || !self.forward {
                        self.edge(Node::Definition(definition), node);
                    }
                }
            }
            StmtKind::Pack { saved, variant, items } => {
                let items = items.iter().map(|item| self.definition_of(item)).collect();
                let definition = self.result(node, *saved);
                self.packs.pack(definition, variant.unwrap_or(0), items);
            }
            StmtKind::Push { stack, items } => {
                for (position, item) in items.iter().enumerate() {
                    if let Some(definition) = self.definition_of(item) {
                        self.edge(Node::StackItem(*stack, position), Node::Definition(definition));
                        self.packs.unite_item(*stack, position, definition);
                    }
                }
            }
            StmtKind::Pop { stack, items } => {
                for (position, item) in items.iter().enumerate() {
                    let definition = self.result(node, *item);
                    self.edge(Node::Definition(definition), Node::StackItem(*stack, position));
                    self.packs.unite_item(*stack, position, definition);
                }
            }
            StmtKind::If { results, then, otherwise, .. } => {
                let arms = [then, otherwise].map(|arm| self.inner(&[], arm));
                self.merged(node, results, &arms);
            }
            StmtKind::Resume { saved, results, items, arms } => {
                let family = self.definition(*saved);
                let mut yields = Vec::new();
                for (variant, (items, arm)) in (0..).zip(items.iter().zip(arms)) {
                    let first = self.positions.definitions;
                    yields.push(self.inner(items, arm));
                    if let Some(family) = family {
                        self.packs.resume(family, variant, (first..first + items.len()).collect());
                    }
                }
                self.merged(node, results, &yields);
            }
            StmtKind::Loop(inner) => self.loop_stmt(node, inner),
            StmtKind::Declare { .. }
            | StmtKind::Store { .. }
            | StmtKind::Accumulate { .. }
            | StmtKind::Append { .. }
            | StmtKind::Rearrange(_)
            | StmtKind::Effect { .. }
            | StmtKind::Pull(_) => {}
        }
    }

    /// A value that the statement binds.
    fn result(&mut self, node: Node, value: Value) -> usize {
        let definition = self.define(value);
        self.edge(Node::Definition(definition), node);
        definition
    }

    /// Walks a region that binds `bound`; returns what its yields mean.
    fn inner(&mut self, bound: &[Value], region: &Region) -> Vec<Option<usize>> {
        let scope = self.scope.open();
        for value in bound {
            self.define(*value);
        }
        self.region(region);
        let yields = region.yields.iter().map(|operand| self.definition_of(operand)).collect();
        self.scope.close(scope);
        yields
    }

    /// A result lives on what the arms yield for it.
    fn merged(&mut self, node: Node, results: &[Value], arms: &[Vec<Option<usize>>]) {
        for (position, value) in results.iter().enumerate() {
            let definition = self.result(node, *value);
            for yielded in arms.iter().filter_map(|arm| arm.get(position).copied().flatten()) {
                self.edge(Node::Definition(definition), Node::Definition(yielded));
                self.packs.unite(definition, yielded);
            }
        }
    }

    /// A carried variable lives if its parameter or its result does, and then needs its first and its next value. The loop
    /// needs what decides on its iterations.
    fn loop_stmt(&mut self, node: Node, inner: &Loop) {
        self.note_counters(inner);
        let inits: Vec<Option<usize>> = inner.carried.iter().map(|carried| self.definition_of(&carried.init)).collect();
        let scope = self.scope.open();
        match &inner.kind {
            LoopKind::Range(range) => {
                self.needs(node, &range.start);
                self.needs(node, &range.end);
                range.step.iter().for_each(|step| self.needs(node, step));
                self.define(range.index);
            }
            LoopKind::While { .. } => {}
        }
        let params: Vec<usize> = inner.carried.iter().map(|carried| self.define(carried.param)).collect();
        if let LoopKind::While { cond } = &inner.kind {
            for decision in self.inner(&[], cond).into_iter().flatten() {
                self.edge(node, Node::Definition(decision));
            }
        }
        let yields = self.inner(&[], &inner.body);
        if inner.exits {
            if let Some(Some(again)) = yields.last() {
                self.edge(node, Node::Definition(*again));
            }
        }
        self.scope.close(scope);
        for (position, carried) in inner.carried.iter().enumerate() {
            let result = self.result(node, carried.result);
            let param = params[position];
            for source in [inits[position], yields[position]].into_iter().flatten() {
                for target in [param, result] {
                    self.edge(Node::Definition(target), Node::Definition(source));
                    self.packs.unite(target, source);
                }
            }
            self.packs.unite(param, result);
        }
    }

    /// Whether a forward part without the expression might run where the user's code would have panicked.
    fn can_panic(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Load(path) => is_checked(path) && !self.is_shadow(path.root),
            Expr::Opaque(code) => !self.is_counter(code) && !is_none(code),
            Expr::Function(name, operands) => {
                *name == "clamp" && !operands[1..].iter().all(|bound| matches!(bound, Operand::Const(_)))
            }
            Expr::Unary(_, a) => self.is_foreign(a),
            Expr::Binary(_, a, b) => self.is_foreign(a) || self.is_foreign(b),
            Expr::Copy(_)
            | Expr::Detach(_)
            | Expr::Borrow(_)
            | Expr::Cast(..)
            | Expr::Aggregate(..)
            | Expr::Project(..)
            | Expr::Move(_)
            | Expr::Helper(..)
            | Expr::ZeroOf(_) => false,
        }
    }

    /// Operators of types that the macro does not know are user code.
    fn is_foreign(&self, operand: &Operand) -> bool {
        let ty = self.function.operand_type(operand);
        !ty.is_float() && ty.is_differentiable()
    }

    fn is_shadow(&self, place: Place) -> bool {
        matches!(self.function.place_data(place).kind, PlaceKind::Shadow(_))
    }

    /// `count + 1`, as `reverse` counts iterations, starting from `0_usize`: no loop lives to see it overflow.
    fn is_counter(&self, code: &Opaque) -> bool {
        match code.uses.as_slice() {
            [counter] => {
                let ident = &self.function.value_data(*counter).ident;
                self.counters.contains(counter) && code.code.to_string() == format!("{ident} + 1")
            }
            _ => false,
        }
    }

    fn note_counters(&mut self, inner: &Loop) {
        let zero = Operand::Const(Const::Int { value: 0, suffix: Some("usize".to_owned()) });
        let counters = inner.carried.iter().filter(|carried| same(&carried.init, &zero));
        self.counters.extend(counters.map(|carried| carried.param));
    }
}

/// A `None` that says that there is no error: nothing can come of it, and unused it has no type.
fn is_none(code: &Opaque) -> bool {
    code.cheap && code.uses.is_empty() && code.code.to_string() == quote!(::core::option::Option::None).to_string()
}

/// Whether the path is checked against bounds.
fn is_checked(path: &Path) -> bool {
    path.steps.iter().any(|step| match step {
        Step::Index(_) | Step::Range { .. } | Step::Chunk { .. } | Step::Payload(_) => true,
        Step::Element(_) | Step::Field(_) => false,
    })
}

fn init_can_panic(init: &Init) -> bool {
    match init {
        Init::Repeat { value, len, .. } => !len.cheap || init_can_panic(value),
        Init::List { items, .. } => items.iter().any(init_can_panic),
        Init::Struct { fields, .. } => fields.iter().any(|(_, field)| init_can_panic(field)),
        Init::Value(_) => false,
        Init::CopyOf { path, .. } | Init::ZeroOf(path) => is_checked(path),
        Init::Opaque(_) => true,
    }
}
