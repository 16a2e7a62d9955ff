//! Making primal values and memory visible to the backward part: seen already, recomputed, or saved.

use crate::ir::{Binary, Expr, Function, Init, Operand, Path, Place, Stmt, StmtKind, Unary, Value};
use crate::rules::scalar;

use super::level::Kind;
use super::statement::constant;
use super::Reverse;

/// How long a chain of cheap statements may be before its result is saved instead.
const LONGEST_RECOMPUTATION: usize = 24;

impl Reverse<'_> {
    /// Makes a primal operand visible at the current point of the backward part.
    pub(super) fn ensure_operand(&mut self, operand: &Operand) -> Operand {
        if let Some(value) = operand.as_value() {
            self.ensure(value);
        }
        operand.clone()
    }

    /// Makes a primal value visible at the current point of the backward part.
    pub(super) fn ensure(&mut self, value: Value) {
        if self.is_visible(value) {
            return;
        }
        let depth = self.owner[&value];
        if self.needs_saving(value, LONGEST_RECOMPUTATION) {
            self.levels[depth].demanded.insert(value);
        }
        self.make_visible(value, LONGEST_RECOMPUTATION);
    }

    /// Makes the indices of a path visible.
    pub(super) fn ensure_path(&mut self, path: &Path) -> Path {
        path.uses().into_iter().for_each(|value| self.ensure(value));
        path.clone()
    }

    /// Makes a place visible with the contents that it had at the current statement of its level: for a reference that
    /// the backward part passes on.
    pub(super) fn ensure_place(&mut self, place: Place) {
        self.note_reload(place);
        if self.is_hidden(place) {
            self.notes.kept.insert(place);
        }
    }

    fn is_visible(&self, value: Value) -> bool {
        match self.owner.get(&value) {
            None => true,
            Some(depth) => {
                let level = &self.levels[*depth];
                // A closure that owns what it needs cannot hold a reference to it: that is taken again.
                let held = self.form.joint || !self.is_borrow(*depth, value);
                (level.kind == Kind::Joint && held) || level.visible.contains(&value)
            }
        }
    }

    fn is_borrow(&self, depth: usize, value: Value) -> bool {
        let level = &self.levels[depth];
        level.definitions.get(&value).is_some_and(|index| {
            matches!(&level.region.stmts[*index].kind, StmtKind::Let { expr: Expr::Borrow(_), .. })
        })
    }

    /// Whether making the value visible would save something new.
    fn needs_saving(&self, value: Value, fuel: usize) -> bool {
        if self.is_visible(value) {
            return false;
        }
        match self.recipe(value) {
            Some(expr) if fuel > 0 => expr.uses().into_iter().any(|used| self.needs_saving(used, fuel - 1)),
            Some(_) | None => true,
        }
    }

    fn make_visible(&mut self, value: Value, fuel: usize) {
        if self.is_visible(value) {
            return;
        }
        let depth = self.owner[&value];
        let direct = self.plan.is_direct(self.levels[depth].region) && self.needs_saving(value, fuel);
        match self.recipe(value) {
            // A reference cannot be saved, only taken again.
            Some(expr) if fuel > 0 && (!direct || matches!(expr, Expr::Borrow(_))) => {
                for used in expr.uses() {
                    self.make_visible(used, fuel - 1);
                }
                expr.touches().into_iter().for_each(|place| self.note_reload_at(place, depth, value));
                let span = self.function.value_data(value).ident.span();
                let level = &mut self.levels[depth];
                level.visible.insert(value);
                level.push(Stmt { span, kind: StmtKind::Let { value, expr } });
            }
            Some(_) | None => self.save(depth, value),
        }
    }

    /// Has the forward part of a split level save the value.
    pub(super) fn save(&mut self, depth: usize, value: Value) {
        let level = &mut self.levels[depth];
        if level.visible.insert(value) {
            level.saved.push(value);
        }
    }

    /// The expression that computes the value again, where that is cheaper than saving and gives the same result.
    fn recipe(&self, value: Value) -> Option<Expr> {
        let depth = self.owner[&value];
        let level = &self.levels[depth];
        let index = *level.definitions.get(&value)?;
        let stmt = &level.region.stmts[index];
        let StmtKind::Let { expr, .. } = &stmt.kind else { return None };
        let again = match expr {
            Expr::Load(path) => self.can_reload(depth, path.root, index),
            Expr::Opaque(code) => code.cheap && code.places.iter().all(|place| self.can_reload(depth, *place, index)),
            other => is_cheap(&self.function, other),
        };
        again.then(|| expr.clone())
    }

    /// Whether the place still (or again) holds, at the current point of the backward part, what it held at the statement.
    fn can_reload(&self, depth: usize, place: Place, index: usize) -> bool {
        if self.is_hidden(place) {
            return false;
        }
        let level = &self.levels[depth];
        if !self.memory.is_disturbed(place, &level.region.stmts[index]) {
            return true;
        }
        self.memory.is_replayable(place) && !self.memory.is_written_between(level.region, place, index, level.position)
    }

    /// Whether a split level declares the place and does not keep it.
    pub(super) fn is_hidden(&self, place: Place) -> bool {
        self.home
            .get(&place)
            .and_then(|depth| self.levels.get(*depth))
            .is_some_and(|level| level.kind == Kind::Split && !level.visible_places.contains(&place))
    }

    /// Saves a local place of a split level as a whole: moved out at the end of the forward part, declared again with these
    /// contents where the backward part starts.
    pub(super) fn keep_place(&mut self, depth: usize, place: Place) {
        let (ident, ty) = (self.function.place_data(place).ident.clone(), self.function.place_data(place).ty.clone());
        let kept = self.fresh_value(&format!("final_{ident}"), ty, ident.span());
        self.define_forward(depth, kept);
        let span = ident.span();
        let level = &mut self.levels[depth];
        let end = level.pieces.len() - 1;
        let take = StmtKind::Let { value: kept, expr: Expr::Move(place) };
        level.pieces[end].before.push(Stmt { span, kind: take });
        level.visible_places.insert(place);
        level.push(Stmt { span, kind: StmtKind::Declare { place, init: Init::Value(kept.into()) } });
        self.save(depth, kept);
    }

    /// The backward part reads the place with its contents at the current statement of the innermost level.
    fn note_reload(&mut self, place: Place) {
        let level = self.levels.last().expect("reverse: a level is open");
        if let Some(stmt) = level.region.stmts.get(level.position) {
            self.notes.reloads.insert((place, stmt));
        }
    }

    fn note_reload_at(&mut self, place: Place, depth: usize, value: Value) {
        let level = &self.levels[depth];
        if let Some(index) = level.definitions.get(&value) {
            self.notes.reloads.insert((place, &level.region.stmts[*index]));
        }
    }
}

/// Whether computing the expression again costs less than saving its result.
fn is_cheap(function: &Function, expr: &Expr) -> bool {
    match expr {
        Expr::Copy(_)
        | Expr::Detach(_)
        | Expr::Borrow(_)
        | Expr::Cast(..)
        | Expr::Unary(Unary::Neg | Unary::Not, _) => true,
        Expr::Binary(op, a, b) => {
            let known = |operand: &Operand| {
                let ty = function.operand_type(operand);
                ty.is_float() || !ty.is_differentiable()
            };
            match op {
                Binary::Div | Binary::Rem => false,
                Binary::Add
                | Binary::Sub
                | Binary::Mul
                | Binary::Lt
                | Binary::Le
                | Binary::Gt
                | Binary::Ge
                | Binary::Eq
                | Binary::Ne
                | Binary::And
                | Binary::Or => known(a) && known(b),
            }
        }
        Expr::Function(name, args) => {
            scalar::find(name).is_some_and(|rule| rule.is_cheap(&args.iter().map(constant).collect::<Vec<_>>()))
        }
        Expr::Load(_)
        | Expr::Opaque(_)
        | Expr::Aggregate(..)
        | Expr::Project(..)
        | Expr::Move(_)
        | Expr::Helper(..)
        | Expr::ZeroOf(_) => false,
    }
}
