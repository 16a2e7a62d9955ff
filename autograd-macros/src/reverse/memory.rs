//! The backward part of writes to memory, and the shadows of places.

use proc_macro2::Span;

use crate::ir::{Expr, Init, Operand, Path, Place, Step, Stmt, StmtKind, Type};

use super::level::Kind;
use super::statement::part;
use super::Reverse;

impl<'a> Reverse<'a> {
    pub(super) fn reverse_store(&mut self, index: usize, stmt: &'a Stmt, path: &Path, value: &Operand) {
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

    pub(super) fn reverse_accumulate(&mut self, index: usize, stmt: &'a Stmt, path: &Path, value: &Operand) {
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
    pub(super) fn reverse_declare(&mut self, place: Place, init: &Init, span: Span) {
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
