//! The backward part of straight-line statements.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::ir::{
    AggregateKind, Binary, Const, Expr, Float, Init, Operand, Path, Place, Step, Stmt, StmtKind, Type, Unary, Value,
};
use crate::rules::scalar;
use crate::rules::term::Term;

use super::adjoint::Application;
use super::level::Kind;
use super::scaled::{Scaled, Target};
use super::Reverse;

impl<'a> Reverse<'a> {
    pub(super) fn reverse_stmt(&mut self, index: usize, stmt: &'a Stmt) {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::Let { value, expr } => {
                if let Some(adjoint) = self.take_scaled(*value) {
                    self.reverse_let(*value, expr, adjoint, span);
                }
            }
            StmtKind::Declare { place, init } => self.reverse_declare(*place, init, span),
            StmtKind::Store { path, value } => self.reverse_store(index, stmt, path, value),
            StmtKind::Accumulate { path, value } => self.reverse_accumulate(index, stmt, path, value),
            StmtKind::If { cond, results, then, otherwise } => {
                if !self.fuse_if(index, stmt) {
                    self.reverse_if(index, stmt, cond, results, [then, otherwise]);
                }
            }
            StmtKind::Loop(inner) => {
                if !self.fuse_loop(index, stmt, inner) && !self.carry_tangents(index, stmt, inner) {
                    self.reverse_loop(index, stmt, inner);
                }
            }
            StmtKind::Append { path, value } => self.reverse_append(stmt, path, value),
            StmtKind::Remove { path, value, .. } => self.reverse_remove(stmt, path, *value),
            StmtKind::Rearrange(rearrange) => self.reverse_rearrange(stmt, rearrange),
            StmtKind::Call(call) => self.reverse_call(index, stmt, call),
            StmtKind::Effect { .. } => {}
            StmtKind::Take { .. }
            | StmtKind::Pack { .. }
            | StmtKind::Resume { .. }
            | StmtKind::Push { .. }
            | StmtKind::Pop { .. }
            | StmtKind::Pull(_) => unreachable!("lower: a primal function holds no statement of `reverse`"),
        }
    }

    fn reverse_let(&mut self, value: Value, expr: &Expr, adjoint: Scaled, span: Span) {
        match expr {
            // A reference has the tangent of what it refers to.
            Expr::Copy(operand) | Expr::Borrow(operand) => {
                if let Some(operand) = operand.as_value() {
                    let symbolic = self.function.value_data(operand).ty.is_float();
                    let adjoint = if symbolic { adjoint } else { self.settle_for(value, adjoint).into() };
                    self.contribute_scaled(operand, adjoint, span);
                }
            }
            Expr::Detach(_) | Expr::Opaque(_) => {}
            Expr::Unary(Unary::Neg, x) => self.reverse_neg(value, x, adjoint, span),
            Expr::Unary(Unary::Not, _) => {}
            Expr::Binary(op, a, b) => self.reverse_binary(*op, value, a, b, adjoint, span),
            Expr::Function(name, args) => self.reverse_function(name, value, args, adjoint, span),
            Expr::Cast(operand, ..) => {
                let adjoint = self.settle_for(value, adjoint);
                self.reverse_cast(operand, adjoint, span);
            }
            Expr::Load(path) => {
                if self.activity.place(path.root) && !self.level().scalars_only {
                    let path = self.shadow_path(path);
                    let value = self.settle_for(value, adjoint);
                    self.push(span, StmtKind::Accumulate { path, value });
                }
            }
            Expr::Aggregate(kind, items) => self.reverse_aggregate(*kind, value, items, adjoint.operand, span),
            Expr::Project(..) => unreachable!("reverse: projections were given memory"),
            Expr::Move(_) | Expr::Helper(..) | Expr::ZeroOf(_) => {
                unreachable!("lower: a primal function holds no expression of `reverse`")
            }
        }
    }

    fn reverse_neg(&mut self, value: Value, x: &Operand, adjoint: Scaled, span: Span) {
        if !self.activity.operand(x) {
            return;
        }
        let (hint, ty) = (self.adjoint_hint(x), self.function.operand_type(x));
        let d_x = if ty.is_float() && self.function.value_data(value).ty.is_float() {
            adjoint.negated()
        } else {
            let (x, adjoint) = (self.ensure_operand(x), self.settle_for(value, adjoint));
            self.bind(&hint, ty, Expr::Helper("NegRule::d_x", vec![x, adjoint]), span).into()
        };
        if let Some(x) = x.as_value() {
            self.contribute_scaled(x, d_x, span);
        }
    }

    fn reverse_binary(&mut self, op: Binary, value: Value, a: &Operand, b: &Operand, adjoint: Scaled, span: Span) {
        let types = [self.function.operand_type(a), self.function.operand_type(b)];
        let symbolic = types.iter().all(Type::is_float);
        if symbolic {
            if op == Binary::Mul {
                self.reverse_product(value, a, b, adjoint, span);
                return;
            }
            let terms = scalar::binary(op, constant(a));
            self.apply(&terms, value, &[a.clone(), b.clone()], adjoint, span);
            return;
        }
        let adjoint = self.settle_for(value, adjoint);
        let Some(names) = rule_names(op) else { return };
        for ((operand, name), ty) in [a, b].into_iter().zip(names).zip(types) {
            if self.activity.operand(operand) {
                let args = vec![self.ensure_operand(a), self.ensure_operand(b), adjoint.clone()];
                let d = self.bind(&self.adjoint_hint(operand), ty, Expr::Helper(name, args), span);
                self.contribute_operand(operand, d, span);
            }
        }
    }

    fn reverse_function(&mut self, name: &str, value: Value, args: &[Operand], adjoint: Scaled, span: Span) {
        let rule = scalar::find(name).unwrap_or_else(|| unreachable!("lower: `{name}` is in no line of rules::scalar"));
        let constants: Vec<Option<Const>> = args.iter().map(constant).collect();
        let terms: Vec<Option<Term>> = (0..args.len()).map(|index| rule.adjoint(index, &constants)).collect();
        self.apply(&terms, value, args, adjoint, span);
    }

    /// Contributes to every active argument what its term says.
    fn apply(&mut self, terms: &[Option<Term>], value: Value, args: &[Operand], adjoint: Scaled, span: Span) {
        let float = self.float_of(value, args);
        let active = args.iter().zip(terms).filter(|(arg, term)| term.is_some() && self.wants_operand(arg)).count();
        let sums = terms.iter().flatten().all(Term::is_linear);
        let adjoint = if active > 1 && !sums { self.distributed(value, adjoint) } else { adjoint };
        let of = Application { args, result: value, adjoint, float, span };
        for (arg, term) in args.iter().zip(terms) {
            let Some(active) = arg.as_value().filter(|value| self.wants(*value)) else { continue };
            if let Some(term) = term {
                let hint = self.adjoint_hint(arg);
                let mut d_arg = self.evaluate(&of, term, &hint);
                if !self.function.operand_type(arg).is_float() {
                    let to = Target { hint: &hint, float: &of.float, span };
                    d_arg = self.settle(d_arg, &to).into();
                }
                self.contribute_scaled(active, d_arg, span);
            }
        }
    }

    /// The float type of an operation: the first one that is not a bare literal.
    pub(super) fn float_of(&self, value: Value, args: &[Operand]) -> Float {
        let types = std::iter::once(self.function.value_data(value).ty.clone())
            .chain(args.iter().map(|arg| self.function.operand_type(arg)));
        types.filter_map(|ty| ty.float().cloned()).find(|float| *float != Float::Literal).unwrap_or(Float::Literal)
    }

    fn reverse_cast(&mut self, operand: &Operand, adjoint: Operand, span: Span) {
        if !self.activity.operand(operand) {
            return;
        }
        let ty = self.function.operand_type(operand);
        let target: TokenStream = match ty.float() {
            Some(Float::F32) => quote!(f32),
            Some(Float::F64) => quote!(f64),
            Some(Float::Param(_) | Float::Literal) | None => quote!(_),
        };
        let hint = self.adjoint_hint(operand);
        if !ty.is_float() {
            // The operand may turn out to be an integer, which has no adjoint.
            let x = self.ensure_operand(operand);
            let d = self.bind(&hint, ty, Expr::Helper("cast_adjoint", vec![x, adjoint]), span);
            self.contribute_operand(operand, d, span);
            return;
        }
        let d = self.bind(&hint, ty.clone(), Expr::Cast(adjoint, ty, target), span);
        self.contribute_operand(operand, d, span);
    }

    /// `d_item += d_y[i]`: the adjoint gets memory, so that its parts can be read.
    fn reverse_aggregate(
        &mut self,
        kind: AggregateKind,
        value: Value,
        items: &[Operand],
        adjoint: Operand,
        span: Span,
    ) {
        let data = self.function.value_data(value).clone();
        let ident = self.names.temporary(&format!("d_{}", data.ident), span);
        let parts = self.function.place(ident, data.ty, crate::ir::PlaceKind::Local);
        self.push(span, StmtKind::Declare { place: parts, init: Init::Value(adjoint) });
        for (index, item) in items.iter().enumerate() {
            if self.activity.operand(item) {
                let path = Path { root: parts, steps: vec![part(kind, index)] };
                let (hint, ty) = (self.adjoint_hint(item), self.function.operand_type(item));
                let d = self.bind(&hint, ty, Expr::Load(path), span);
                self.contribute_operand(item, d, span);
            }
        }
    }

    fn reverse_store(&mut self, index: usize, stmt: &'a Stmt, path: &Path, value: &Operand) {
        if self.activity.place(path.root) {
            let shadow = self.shadow_path(path);
            let (hint, ty) = (self.adjoint_hint(value), self.function.operand_type(value));
            let d = self.fresh_value(&hint, ty, stmt.span);
            self.push(stmt.span, StmtKind::Take { value: d, path: shadow });
            self.restore(index, stmt, path);
            self.contribute_operand(value, d.into(), stmt.span);
        } else {
            self.restore(index, stmt, path);
        }
    }

    fn reverse_accumulate(&mut self, index: usize, stmt: &'a Stmt, path: &Path, value: &Operand) {
        self.restore(index, stmt, path);
        if self.activity.place(path.root) && self.activity.operand(value) {
            let shadow = self.shadow_path(path);
            let (hint, ty) = (self.adjoint_hint(value), self.function.operand_type(value));
            let d = self.bind(&hint, ty, Expr::Load(shadow), stmt.span);
            self.contribute_operand(value, d, stmt.span);
        }
    }

    /// Writes back what the statement overwrote, where the backward part reads it again.
    fn restore(&mut self, index: usize, stmt: &'a Stmt, path: &Path) {
        if !self.plan.restores(stmt) || self.is_hidden(path.root) {
            return;
        }
        let place = self.function.place_data(path.root);
        let ident = place.ident.clone();
        let ty = self.path_type(path);
        let old = self.fresh_value(&format!("old_{ident}"), ty, stmt.span);
        let depth = self.levels.len() - 1;
        self.define_forward(depth, old);
        let load = StmtKind::Let { value: old, expr: Expr::Load(path.clone()) };
        self.level().pieces[index].before.push(Stmt { span: stmt.span, kind: load });
        self.ensure(old);
        let path = self.ensure_path(path);
        self.notes.restored.insert(path.root);
        self.function.places[path.root.0 as usize].mutable = true;
        self.push(stmt.span, StmtKind::Store { path, value: old.into() });
    }

    /// Hands the adjoint of a local place's first contents to where they came from.
    fn reverse_declare(&mut self, place: Place, init: &Init, span: Span) {
        if let (true, Some(shadow)) = (self.activity.place(place), self.shadows.get(&place).copied()) {
            self.reverse_init(init, &Path::whole(shadow), span);
        }
    }

    fn reverse_init(&mut self, init: &Init, shadow: &Path, span: Span) {
        match init {
            Init::Value(operand) => {
                if self.activity.operand(operand) {
                    let (hint, ty) = (self.adjoint_hint(operand), self.function.operand_type(operand));
                    let d = self.bind(&hint, ty, Expr::Load(shadow.clone()), span);
                    self.contribute_operand(operand, d, span);
                }
            }
            Init::List { kind, items } => {
                for (index, item) in items.iter().enumerate() {
                    self.reverse_init(item, &shadow.join(&[part(*kind, index)]), span);
                }
            }
            Init::Struct { fields, .. } => {
                for (step, field) in fields {
                    self.reverse_init(field, &shadow.join(std::slice::from_ref(step)), span);
                }
            }
            Init::Repeat { value, .. } => self.reverse_repeat(value, shadow, span),
            Init::CopyOf { path, to_vec } => {
                if self.activity.place(path.root) {
                    let mut target = self.shadow_path(path);
                    let ty = self.path_type(shadow);
                    if *to_vec && !matches!(self.path_type(path), Type::Slice(_)) {
                        // The elements of an array get what a `Vec` hands back as a slice.
                        target = target.join(&[Step::Range { start: None, end: None, inclusive: false }]);
                    }
                    let d = self.bind("d", ty, Expr::Load(shadow.clone()), span);
                    self.push(span, StmtKind::Accumulate { path: target, value: d });
                }
            }
            Init::Opaque(_) | Init::ZeroOf(_) => {}
        }
    }

    /// The adjoint of the `value` in `[value; n]` is the sum over all copies.
    fn reverse_repeat(&mut self, value: &Init, shadow: &Path, span: Span) {
        match value {
            Init::Value(operand) => {
                if self.activity.operand(operand) {
                    let whole = self.path_type(shadow);
                    let copies = self.bind("d", whole, Expr::Load(shadow.clone()), span);
                    let (hint, ty) = (self.adjoint_hint(operand), self.function.operand_type(operand));
                    let d = self.bind(&hint, ty, Expr::Helper("sum_tangents", vec![copies]), span);
                    self.contribute_operand(operand, d, span);
                }
            }
            Init::Repeat { value: inner, .. } if is_active_init(self, inner) => {
                let whole = self.path_type(shadow);
                let ty = whole.element();
                let copies = self.bind("d", whole, Expr::Load(shadow.clone()), span);
                let row = self.bind("d", ty.clone(), Expr::Helper("sum_tangents", vec![copies]), span);
                self.reverse_copies(inner, row, ty, span);
            }
            Init::List { .. } | Init::Struct { .. } | Init::CopyOf { .. } if is_active_init(self, value) => {
                let whole = self.path_type(shadow);
                let ty = whole.element();
                let copies = self.bind("d", whole, Expr::Load(shadow.clone()), span);
                let row = self.bind("d", ty.clone(), Expr::Helper("sum_tangents", vec![copies]), span);
                self.reverse_copies(value, row, ty, span);
            }
            Init::Repeat { .. }
            | Init::List { .. }
            | Init::Struct { .. }
            | Init::CopyOf { .. }
            | Init::Opaque(_)
            | Init::ZeroOf(_) => {}
        }
    }

    /// Continues with the summed adjoint of one row, given memory.
    fn reverse_copies(&mut self, row: &Init, adjoint: Operand, ty: Type, span: Span) {
        let ident = self.names.temporary("d_row", span);
        let place = self.function.place(ident, ty, crate::ir::PlaceKind::Local);
        self.push(span, StmtKind::Declare { place, init: Init::Value(adjoint) });
        self.reverse_init(row, &Path::whole(place), span);
    }

    /// The mirrored path on the shadow; the shadow is declared where its primal is, on first use.
    pub(super) fn shadow_path(&mut self, path: &Path) -> Path {
        let path = self.ensure_path(path);
        path.at(self.shadow_of(path.root))
    }

    fn shadow_of(&mut self, place: Place) -> Place {
        if let Some(shadow) = self.shadows.get(&place) {
            return *shadow;
        }
        let depth = self.home[&place];
        let shadow = self.shadow_place(place);
        let init = self.zero_init(depth, place);
        let span = self.function.place_data(place).ident.span();
        let declare = Stmt { span, kind: StmtKind::Declare { place: shadow, init } };
        let joint = self.form.joint && self.levels[depth].kind == Kind::Joint;
        // A shadow has the shape that its place ends with.
        let reshaped = self.memory.last_reshaped(self.levels[depth].region, place);
        match reshaped.or_else(|| self.declaration(depth, place)) {
            // A fused statement may use the shadow in the forward part.
            Some(index) if joint => self.levels[depth].pieces[index].after.push(declare),
            Some(_) | None => self.levels[depth].push(declare),
        }
        shadow
    }

    /// The zero tangent of a local place: by its declaration where that tells its size, else by looking at the place.
    fn zero_init(&mut self, depth: usize, place: Place) -> Init {
        if !self.is_hidden(place) {
            return Init::ZeroOf(Path::whole(place));
        }
        if self.memory.is_reshaped(place) {
            self.notes.kept.insert(place);
            return Init::ZeroOf(Path::whole(place));
        }
        let init =
            self.declaration(depth, place).and_then(|index| match &self.levels[depth].region.stmts[index].kind {
                StmtKind::Declare { init, .. } => Some(init.clone()),
                _ => None,
            });
        match init.and_then(|init| self.zero_like(&init)) {
            Some(init) => init,
            None => {
                self.notes.kept.insert(place);
                Init::ZeroOf(Path::whole(place))
            }
        }
    }

    /// Where the level's region declares the place.
    fn declaration(&self, depth: usize, place: Place) -> Option<usize> {
        self.levels[depth].declarations.get(&place).copied()
    }

    fn zero_like(&mut self, init: &Init) -> Option<Init> {
        match init {
            Init::Value(operand) => match self.function.operand_type(operand) {
                Type::Float(float) => Some(Init::Value(Operand::float(0.0, float))),
                _ => None,
            },
            Init::Repeat { kind, value, len } => {
                let value = Box::new(self.zero_like(value)?);
                if !len.cheap || !len.places.is_empty() {
                    return None;
                }
                len.uses.clone().into_iter().for_each(|used| self.ensure(used));
                Some(Init::Repeat { kind: *kind, value, len: len.clone() })
            }
            Init::List { kind, items } => {
                let items = items.iter().map(|item| self.zero_like(item)).collect::<Option<Vec<_>>>()?;
                Some(Init::List { kind: *kind, items })
            }
            Init::CopyOf { path, .. } => {
                if self.is_hidden(path.root) {
                    return None;
                }
                Some(Init::ZeroOf(self.ensure_path(path)))
            }
            Init::Struct { .. } | Init::Opaque(_) | Init::ZeroOf(_) => None,
        }
    }

    /// The type of what a path names.
    pub(super) fn path_type(&self, path: &Path) -> Type {
        self.function.path_type(path)
    }
}

fn is_active_init(cx: &Reverse<'_>, init: &Init) -> bool {
    match init {
        Init::Value(operand) => cx.activity.operand(operand),
        Init::Repeat { value, .. } => is_active_init(cx, value),
        Init::List { items, .. } => items.iter().any(|item| is_active_init(cx, item)),
        Init::Struct { fields, .. } => fields.iter().any(|(_, field)| is_active_init(cx, field)),
        Init::CopyOf { path, .. } => cx.activity.place(path.root),
        Init::Opaque(_) | Init::ZeroOf(_) => false,
    }
}

/// The step to the `index`th part of an aggregate.
fn part(kind: AggregateKind, index: usize) -> Step {
    match kind {
        AggregateKind::Tuple => Step::Element(index as u32),
        AggregateKind::Array | AggregateKind::Vec => Step::Index(Operand::int(index as i128)),
    }
}

pub(super) fn constant(operand: &Operand) -> Option<Const> {
    match operand {
        Operand::Const(constant) => Some(constant.clone()),
        Operand::Value(_) => None,
    }
}

/// The rule trait's functions for an operator on types that the macro cannot see.
fn rule_names(op: Binary) -> Option<[&'static str; 2]> {
    match op {
        Binary::Add => Some(["AddRule::d_a", "AddRule::d_b"]),
        Binary::Sub => Some(["SubRule::d_a", "SubRule::d_b"]),
        Binary::Mul => Some(["MulRule::d_a", "MulRule::d_b"]),
        Binary::Div => Some(["DivRule::d_a", "DivRule::d_b"]),
        Binary::Rem => Some(["RemRule::d_a", "RemRule::d_b"]),
        Binary::Lt | Binary::Le | Binary::Gt | Binary::Ge | Binary::Eq | Binary::Ne | Binary::And | Binary::Or => None,
    }
}
