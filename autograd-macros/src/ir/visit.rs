//! Walking the IR: what a statement defines, what it uses, which memory it touches, its regions.

use super::{
    Arg, Call, Expr, Init, Loop, LoopKind, Opaque, Operand, Path, Place, Pull, Region, Shape, Slot, Source, Step, Stmt,
    StmtKind, Value,
};

impl StmtKind {
    /// The values that the statement binds in its own region (not those of its inner regions).
    pub(crate) fn defines(&self) -> Vec<Value> {
        match self {
            StmtKind::Let { value, .. } | StmtKind::Take { value, .. } => vec![*value],
            StmtKind::If { results, .. } | StmtKind::Resume { results, .. } => results.clone(),
            StmtKind::Loop(inner) => inner.carried.iter().map(|carried| carried.result).collect(),
            StmtKind::Call(call) => call.pullback.into_iter().chain([call.result]).collect(),
            StmtKind::Pack { saved, .. } => vec![*saved],
            StmtKind::Pop { items, .. } => items.clone(),
            StmtKind::Declare { .. }
            | StmtKind::Store { .. }
            | StmtKind::Accumulate { .. }
            | StmtKind::Effect { .. }
            | StmtKind::Push { .. }
            | StmtKind::Pull(_) => Vec::new(),
        }
    }

    /// The inner regions, in the order in which they run, each with the values that are bound on entry to it.
    pub(crate) fn regions(&self) -> Vec<(Vec<Value>, &Region)> {
        match self {
            StmtKind::If { then, otherwise, .. } => vec![(Vec::new(), then), (Vec::new(), otherwise)],
            StmtKind::Resume { items, arms, .. } => {
                vec![(items[0].clone(), &arms[0]), (items[1].clone(), &arms[1])]
            }
            StmtKind::Loop(inner) => {
                let params = inner.params();
                match &inner.kind {
                    LoopKind::Range(_) => vec![(params, &inner.body)],
                    LoopKind::While { cond } => vec![(params.clone(), cond), (params, &inner.body)],
                }
            }
            StmtKind::Let { .. }
            | StmtKind::Declare { .. }
            | StmtKind::Store { .. }
            | StmtKind::Accumulate { .. }
            | StmtKind::Call(_)
            | StmtKind::Effect { .. }
            | StmtKind::Take { .. }
            | StmtKind::Pack { .. }
            | StmtKind::Push { .. }
            | StmtKind::Pop { .. }
            | StmtKind::Pull(_) => Vec::new(),
        }
    }

    pub(crate) fn regions_mut(&mut self) -> Vec<&mut Region> {
        match self {
            StmtKind::If { then, otherwise, .. } => vec![then, otherwise],
            StmtKind::Resume { arms, .. } => arms.iter_mut().collect(),
            StmtKind::Loop(inner) => match &mut inner.kind {
                LoopKind::Range(_) => vec![&mut inner.body],
                LoopKind::While { cond } => vec![cond, &mut inner.body],
            },
            StmtKind::Let { .. }
            | StmtKind::Declare { .. }
            | StmtKind::Store { .. }
            | StmtKind::Accumulate { .. }
            | StmtKind::Call(_)
            | StmtKind::Effect { .. }
            | StmtKind::Take { .. }
            | StmtKind::Pack { .. }
            | StmtKind::Push { .. }
            | StmtKind::Pop { .. }
            | StmtKind::Pull(_) => Vec::new(),
        }
    }

    /// Every operand that the statement itself reads (inner regions and opaque code excluded).
    pub(crate) fn operands_mut(&mut self) -> Vec<&mut Operand> {
        let mut found = Vec::new();
        match self {
            StmtKind::Let { expr, .. } => expr.operands_mut(&mut found),
            StmtKind::Declare { init, .. } => init.operands_mut(&mut found),
            StmtKind::Store { path, value } | StmtKind::Accumulate { path, value } => {
                path.operands_mut(&mut found);
                found.push(value);
            }
            StmtKind::If { cond, .. } => found.push(cond),
            StmtKind::Loop(inner) => {
                found.extend(inner.carried.iter_mut().map(|carried| &mut carried.init));
                match &mut inner.kind {
                    LoopKind::Range(range) => {
                        found.extend([&mut range.start, &mut range.end]);
                        found.extend(range.step.as_mut());
                    }
                    LoopKind::While { .. } => {}
                }
            }
            StmtKind::Call(call) => call.args.iter_mut().for_each(|arg| arg.operands_mut(&mut found)),
            StmtKind::Effect { .. } | StmtKind::Resume { .. } | StmtKind::Pop { .. } => {}
            StmtKind::Take { path, .. } => path.operands_mut(&mut found),
            StmtKind::Pack { items, .. } | StmtKind::Push { items, .. } => found.extend(items),
            StmtKind::Pull(pull) => {
                for slot in &mut pull.slots {
                    slot.arg.operands_mut(&mut found);
                    if let Some(shadow) = &mut slot.shadow {
                        shadow.operands_mut(&mut found);
                    }
                }
                found.push(&mut pull.seed);
            }
        }
        found
    }

    /// Every value that the statement itself reads, opaque code included, inner regions excluded.
    pub(crate) fn uses(&self) -> Vec<Value> {
        let mut uses = Uses::default();
        uses.stmt(self);
        uses.values
    }

    /// Every place that the statement itself reads or writes, inner regions excluded.
    pub(crate) fn touches(&self) -> Vec<Place> {
        let mut uses = Uses::default();
        uses.stmt(self);
        uses.places
    }
}

impl Region {
    /// Calls `visit` on every statement of the region and of its inner regions, outer first.
    pub(crate) fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Stmt)) {
        for stmt in &self.stmts {
            visit(stmt);
            for (_, region) in stmt.kind.regions() {
                region.walk(visit);
            }
        }
    }

    /// Every value used anywhere inside, whether defined inside or not.
    pub(crate) fn all_uses(&self) -> Vec<Value> {
        let mut found: Vec<Value> = Vec::new();
        collect_uses(self, &mut found);
        found
    }
}

fn collect_uses(region: &Region, found: &mut Vec<Value>) {
    for stmt in &region.stmts {
        found.extend(stmt.kind.uses());
        for (_, inner) in stmt.kind.regions() {
            collect_uses(inner, found);
        }
    }
    found.extend(region.yields.iter().filter_map(Operand::as_value));
}

impl Loop {
    /// The values bound on entry to an iteration.
    pub(crate) fn params(&self) -> Vec<Value> {
        let index = match &self.kind {
            LoopKind::Range(range) => Some(range.index),
            LoopKind::While { .. } => None,
        };
        index.into_iter().chain(self.carried.iter().map(|carried| carried.param)).collect()
    }
}

impl Expr {
    fn operands_mut<'a>(&'a mut self, found: &mut Vec<&'a mut Operand>) {
        match self {
            Expr::Copy(operand)
            | Expr::Detach(operand)
            | Expr::Borrow(operand)
            | Expr::Unary(_, operand)
            | Expr::Cast(operand, ..)
            | Expr::Project(operand, _) => found.push(operand),
            Expr::Binary(_, a, b) => found.extend([a, b]),
            Expr::Function(_, operands) | Expr::Helper(_, operands) | Expr::Aggregate(_, operands) => {
                found.extend(operands);
            }
            Expr::Load(path) | Expr::ZeroOf(Source::Path(path)) => path.operands_mut(found),
            Expr::ZeroOf(Source::Operand(operand)) => found.push(operand),
            Expr::Opaque(_) | Expr::Move(_) => {}
        }
    }

    /// The values that the expression reads.
    pub(crate) fn uses(&self) -> Vec<Value> {
        let mut uses = Uses::default();
        uses.expr(self);
        uses.values
    }

    /// The places that the expression reads.
    pub(crate) fn reads(&self) -> Vec<Place> {
        let mut uses = Uses::default();
        uses.expr(self);
        uses.places
    }
}

impl Path {
    /// The whole place.
    pub(crate) fn whole(root: Place) -> Self {
        Path { root, steps: Vec::new() }
    }

    pub(crate) fn operands_mut<'a>(&'a mut self, found: &mut Vec<&'a mut Operand>) {
        for step in &mut self.steps {
            match step {
                Step::Index(index) => found.push(index),
                Step::Range { start, end, .. } => {
                    found.extend(start);
                    found.extend(end);
                }
                Step::Element(_) | Step::Field(_) => {}
            }
        }
    }

    /// The values in the path's indices.
    pub(crate) fn uses(&self) -> Vec<Value> {
        let mut uses = Uses::default();
        uses.path(self);
        uses.values
    }

    /// Whether the other path names this memory or a part of it, as far as the steps tell.
    pub(crate) fn contains(&self, other: &Path) -> bool {
        self.root == other.root && other.steps.starts_with(&self.steps)
    }

    /// The path with further steps.
    pub(crate) fn join(&self, steps: &[Step]) -> Self {
        let mut path = self.clone();
        path.steps.extend_from_slice(steps);
        path
    }

    /// The same steps from another root.
    pub(crate) fn at(&self, root: Place) -> Self {
        Path { root, steps: self.steps.clone() }
    }
}

impl Init {
    fn operands_mut<'a>(&'a mut self, found: &mut Vec<&'a mut Operand>) {
        match self {
            Init::Repeat { value, .. } => value.operands_mut(found),
            Init::List { items, .. } => items.iter_mut().for_each(|item| item.operands_mut(found)),
            Init::Struct { fields, .. } => fields.iter_mut().for_each(|(_, field)| field.operands_mut(found)),
            Init::Value(operand) => found.push(operand),
            Init::CopyOf { path, .. } | Init::ZeroOf(path) => path.operands_mut(found),
            Init::Opaque(_) => {}
        }
    }
}

impl Arg {
    fn operands_mut<'a>(&'a mut self, found: &mut Vec<&'a mut Operand>) {
        match self {
            Arg::Value(operand) | Arg::RefValue(operand) => found.push(operand),
            Arg::Ref { path, .. } => path.operands_mut(found),
            Arg::Opaque(_) => {}
        }
    }
}

impl Shape {
    /// The leaves from left to right.
    pub(crate) fn leaves(&self) -> Vec<&Shape> {
        match self {
            Shape::Value(_) | Shape::Place(_) => vec![self],
            Shape::Tuple(items) => items.iter().flat_map(Shape::leaves).collect(),
        }
    }
}

#[derive(Default)]
struct Uses {
    values: Vec<Value>,
    places: Vec<Place>,
}

impl Uses {
    fn stmt(&mut self, kind: &StmtKind) {
        match kind {
            StmtKind::Let { expr, .. } => self.expr(expr),
            StmtKind::Declare { place, init } => {
                self.places.push(*place);
                self.init(init);
            }
            StmtKind::Store { path, value } | StmtKind::Accumulate { path, value } => {
                self.path(path);
                self.operand(value);
            }
            StmtKind::If { cond, .. } => self.operand(cond),
            StmtKind::Loop(inner) => self.loop_header(inner),
            StmtKind::Call(Call { args, .. }) => args.iter().for_each(|arg| self.arg(arg)),
            StmtKind::Effect { code, writes } => {
                self.opaque(code);
                self.places.extend(writes);
            }
            StmtKind::Take { path, .. } => self.path(path),
            StmtKind::Pack { items, .. } | StmtKind::Push { items, .. } => {
                items.iter().for_each(|item| self.operand(item));
            }
            StmtKind::Resume { saved, .. } => self.values.push(*saved),
            StmtKind::Pop { .. } => {}
            StmtKind::Pull(Pull { pullback, slots, seed }) => {
                self.values.push(*pullback);
                for Slot { arg, shadow } in slots {
                    self.arg(arg);
                    shadow.iter().for_each(|shadow| self.path(shadow));
                }
                self.operand(seed);
            }
        }
    }

    fn loop_header(&mut self, inner: &Loop) {
        inner.carried.iter().for_each(|carried| self.operand(&carried.init));
        match &inner.kind {
            LoopKind::Range(range) => {
                self.operand(&range.start);
                self.operand(&range.end);
                range.step.iter().for_each(|step| self.operand(step));
            }
            LoopKind::While { .. } => {}
        }
    }

    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Copy(operand)
            | Expr::Detach(operand)
            | Expr::Borrow(operand)
            | Expr::Unary(_, operand)
            | Expr::Cast(operand, ..)
            | Expr::Project(operand, _)
            | Expr::ZeroOf(Source::Operand(operand)) => self.operand(operand),
            Expr::Binary(_, a, b) => {
                self.operand(a);
                self.operand(b);
            }
            Expr::Function(_, operands) | Expr::Helper(_, operands) | Expr::Aggregate(_, operands) => {
                operands.iter().for_each(|operand| self.operand(operand));
            }
            Expr::Load(path) | Expr::ZeroOf(Source::Path(path)) => self.path(path),
            Expr::Opaque(opaque) => self.opaque(opaque),
            Expr::Move(place) => self.places.push(*place),
        }
    }

    fn init(&mut self, init: &Init) {
        match init {
            Init::Repeat { value, len, .. } => {
                self.init(value);
                self.opaque(len);
            }
            Init::List { items, .. } => items.iter().for_each(|item| self.init(item)),
            Init::Struct { fields, .. } => fields.iter().for_each(|(_, field)| self.init(field)),
            Init::Value(operand) => self.operand(operand),
            Init::CopyOf { path, .. } | Init::ZeroOf(path) => self.path(path),
            Init::Opaque(opaque) => self.opaque(opaque),
        }
    }

    fn arg(&mut self, arg: &Arg) {
        match arg {
            Arg::Value(operand) | Arg::RefValue(operand) => self.operand(operand),
            Arg::Ref { path, .. } => self.path(path),
            Arg::Opaque(opaque) => self.opaque(opaque),
        }
    }

    fn path(&mut self, path: &Path) {
        self.places.push(path.root);
        for step in &path.steps {
            match step {
                Step::Index(index) => self.operand(index),
                Step::Range { start, end, .. } => {
                    start.iter().for_each(|start| self.operand(start));
                    end.iter().for_each(|end| self.operand(end));
                }
                Step::Element(_) | Step::Field(_) => {}
            }
        }
    }

    fn operand(&mut self, operand: &Operand) {
        self.values.extend(operand.as_value());
    }

    fn opaque(&mut self, opaque: &Opaque) {
        self.values.extend(&opaque.uses);
        self.places.extend(&opaque.places);
    }
}
