//! The backward part of statements that change lengths or move contents: their inverses, on the memory and on its shadow.

use crate::ir::{Operand, Path, Rearrange, Stmt, StmtKind, Value};

use super::Reverse;

impl<'a> Reverse<'a> {
    /// `path.push(value)`: the shadow gives up its last element, which is the adjoint of the value.
    pub(super) fn reverse_append(&mut self, stmt: &'a Stmt, path: &Path, value: &Operand) {
        let span = stmt.span;
        // A shadow that is made here has the shape of the memory before this is undone.
        if self.activity.place(path.root) {
            let shadow = self.shadow_path(path);
            let (hint, ty) = (self.adjoint_hint(value), self.function.operand_type(value));
            let d = self.fresh_value(&hint, ty, span);
            let like = (self.function.may_be_absent(&shadow) && self.activity.operand(value))
                .then(|| self.ensure_operand(value));
            self.push(span, StmtKind::Remove { path: shadow, value: d, like });
            self.contribute_operand(value, d.into(), span);
        }
        if self.undoes(stmt, &[path]) {
            let path = self.ensure_path(path);
            let ty = self.function.operand_type(value);
            let dropped = self.fresh_value("dropped", ty, span);
            self.push(span, StmtKind::Remove { path, value: dropped, like: None });
        }
    }

    /// `let value = path.pop()`: the shadow gets the adjoint of the value as its last element.
    pub(super) fn reverse_remove(&mut self, stmt: &'a Stmt, path: &Path, value: Value) {
        let span = stmt.span;
        if self.activity.place(path.root) {
            let shadow = self.shadow_path(path);
            let d = self.adjoint_or_zero(value);
            self.push(span, StmtKind::Append { path: shadow, value: d });
        }
        if self.undoes(stmt, &[path]) {
            let path = self.ensure_path(path);
            self.ensure(value);
            self.push(span, StmtKind::Append { path, value: value.into() });
        }
    }

    pub(super) fn reverse_rearrange(&mut self, stmt: &'a Stmt, rearrange: &'a Rearrange) {
        let span = stmt.span;
        let paths = rearrange.paths();
        if paths.iter().any(|path| self.activity.place(path.root)) {
            let mut inverse = self.ensured(rearrange.inverse());
            for path in inverse.paths_mut() {
                *path = self.shadow_path(path);
            }
            self.push(span, StmtKind::Rearrange(inverse));
        }
        if self.undoes(stmt, &paths) {
            let inverse = self.ensured(rearrange.inverse());
            // Both sides of a swap are read.
            paths.iter().for_each(|path| self.ensure_place(path.root));
            self.push(span, StmtKind::Rearrange(inverse));
        }
    }

    fn ensured(&mut self, rearrange: Rearrange) -> Rearrange {
        for path in rearrange.paths() {
            self.ensure_path(path);
        }
        for position in rearrange.positions() {
            self.ensure_operand(position);
        }
        rearrange
    }

    /// Whether the backward part undoes the statement on the memory itself; notes that it does.
    fn undoes(&mut self, stmt: &'a Stmt, paths: &[&Path]) -> bool {
        let visible = paths.iter().any(|path| !self.is_hidden(path.root));
        if !(self.plan.restores(stmt) && visible) {
            return false;
        }
        for path in paths {
            self.notes.restored.insert(path.root);
            self.function.places[path.root.0 as usize].mutable = true;
        }
        true
    }
}
