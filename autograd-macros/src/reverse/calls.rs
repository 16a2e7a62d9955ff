//! The backward part of a call: the pullback that its forward part returned.

use proc_macro2::Span;

use crate::ir::{
    Arg, Call, Expr, Init, Opaque, Operand, Path, PlaceKind, Pull, Slot, Step, Stmt, StmtKind, Type, Value,
};

use super::Reverse;

/// A shadow that the pullback fills and that is handed on afterwards.
enum Scratch {
    /// To the adjoint of an argument passed by value.
    Operand(Operand, Path),
    /// To a second view of memory that the pullback holds already.
    Path(Path, Path),
}

impl<'a> Reverse<'a> {
    pub(super) fn reverse_call(&mut self, index: usize, stmt: &'a Stmt, call: &'a Call) {
        if !self.activity.call(call) {
            return;
        }
        let depth = self.levels.len() - 1;
        let pullback = self.fresh_value(&format!("{}_pullback", call.callee.name), Type::Inactive, stmt.span);
        self.define_forward(depth, pullback);
        let forward = StmtKind::Call(Call { pullback: Some(pullback), ..call.clone() });
        self.level().pieces[index].instead = Some(Stmt { span: stmt.span, kind: forward });
        let seed = self.seed_of(call, stmt.span);
        let mut scratches = Vec::new();
        let mut held = Vec::new();
        let slots: Vec<Slot> = self.slots(index, stmt, call, &mut held, &mut scratches);
        self.ensure(pullback);
        self.push(stmt.span, StmtKind::Pull(Pull { pullback, slots, seed }));
        for scratch in scratches {
            self.hand_on(scratch, stmt.span);
        }
    }

    /// The adjoint of the result. A result that nothing depends on still has one: its zero tangent.
    fn seed_of(&mut self, call: &Call, span: Span) -> Operand {
        if let Some(adjoint) = self.take_adjoint(call.result) {
            return adjoint;
        }
        let data = self.function.value_data(call.result).clone();
        match data.ty {
            Type::Float(_) | Type::Unit => self.zero_of(call.result),
            ty => {
                self.ensure(call.result);
                self.bind("seed", ty, Expr::ZeroOf(call.result.into()), span)
            }
        }
    }

    fn slots(
        &mut self,
        index: usize,
        stmt: &Stmt,
        call: &Call,
        held: &mut Vec<(Path, bool)>,
        scratches: &mut Vec<Scratch>,
    ) -> Vec<Slot> {
        // Mutable references claim their shadows first; see `claims`.
        for arg in &call.args {
            if let Arg::Ref { path, mutable: true } = arg {
                if self.activity.place(path.root) {
                    held.push((path.clone(), true));
                }
            }
        }
        let mut slots = Vec::new();
        for arg in &call.args {
            slots.push(match arg {
                Arg::Value(operand) => {
                    let shadow = self.operand_shadow(operand, stmt.span, scratches);
                    Slot { arg: arg.clone(), shadow }
                }
                Arg::RefValue(operand) => {
                    let operand = self.ensure_operand(operand);
                    let shadow = self.operand_shadow(&operand, stmt.span, scratches);
                    Slot { arg: Arg::RefValue(operand), shadow }
                }
                Arg::Ref { path, mutable } => self.reference_slot(index, stmt, path, *mutable, held, scratches),
                Arg::Opaque(code) => self.opaque_slot(index, stmt, code),
            });
        }
        slots
    }

    /// A zeroed shadow for an active operand.
    fn operand_shadow(&mut self, operand: &Operand, span: Span, scratches: &mut Vec<Scratch>) -> Option<Path> {
        let value = operand.as_value().filter(|value| self.activity.value(*value))?;
        let zero = self.zero_of(value);
        let data = self.function.value_data(value).clone();
        let shadow = Path::whole(self.scratch(&format!("d_{}", data.ident), data.ty, Init::Value(zero), span));
        scratches.push(Scratch::Operand(operand.clone(), shadow.clone()));
        Some(shadow)
    }

    fn reference_slot(
        &mut self,
        index: usize,
        stmt: &Stmt,
        path: &Path,
        mutable: bool,
        held: &mut Vec<(Path, bool)>,
        scratches: &mut Vec<Scratch>,
    ) -> Slot {
        let path = self.ensure_path(path);
        let arg = if !mutable && self.is_lost(path.root, stmt) {
            let code = Expr::Load(path.clone());
            Arg::RefValue(self.snapshot(index, stmt.span, code, self.path_type(&path)).into())
        } else {
            self.ensure_place(path.root);
            Arg::Ref { path: path.clone(), mutable }
        };
        if mutable {
            // The pullback hands it back as it was on entry.
            self.notes.restored.insert(path.root);
        }
        if !self.activity.place(path.root) {
            return Slot { arg, shadow: None };
        }
        let target = self.shadow_path(&path);
        if !mutable && !claims(held, &path) {
            let init = Init::ZeroOf(path.clone());
            let scratch = Path::whole(self.scratch("d_scratch", self.path_type(&path), init, stmt.span));
            scratches.push(Scratch::Path(target, scratch.clone()));
            return Slot { arg, shadow: Some(scratch) };
        }
        if !mutable {
            held.push((path, false));
        }
        Slot { arg, shadow: Some(target) }
    }

    fn opaque_slot(&mut self, index: usize, stmt: &Stmt, code: &Opaque) -> Slot {
        if code.places.iter().any(|place| self.is_lost(*place, stmt)) {
            let borrow = Expr::Opaque(Opaque { cheap: false, ..code.clone() });
            let borrowed = self.before_call(index, "borrowed", stmt.span, borrow, Type::Inactive);
            let owned = Expr::Helper("snapshot", vec![borrowed.into()]);
            let snapshot = self.snapshot(index, stmt.span, owned, Type::Inactive);
            return Slot { arg: Arg::RefValue(snapshot.into()), shadow: None };
        }
        code.uses.clone().into_iter().for_each(|value| self.ensure(value));
        code.places.clone().into_iter().for_each(|place| self.ensure_place(place));
        Slot { arg: Arg::Opaque(code.clone()), shadow: None }
    }

    /// Whether the place's contents at the call cannot be had again in the backward part.
    fn is_lost(&self, place: crate::ir::Place, stmt: &Stmt) -> bool {
        !self.memory.is_replayable(place) && self.memory.is_disturbed(place, stmt)
    }

    /// A copy of what the call sees, made before it.
    fn snapshot(&mut self, index: usize, span: Span, expr: Expr, ty: Type) -> Value {
        let copy = self.before_call(index, "snapshot", span, expr, ty);
        self.ensure(copy);
        copy
    }

    /// A value of the forward part, computed before the call.
    fn before_call(&mut self, index: usize, name: &str, span: Span, expr: Expr, ty: Type) -> Value {
        let depth = self.levels.len() - 1;
        let value = self.fresh_value(name, ty, span);
        self.define_forward(depth, value);
        self.level().pieces[index].before.push(Stmt { span, kind: StmtKind::Let { value, expr } });
        value
    }

    fn scratch(&mut self, hint: &str, ty: Type, init: Init, span: Span) -> crate::ir::Place {
        let ident = self.names.temporary(hint, span);
        let place = self.function.place(ident, ty, PlaceKind::Local);
        self.function.places[place.0 as usize].mutable = true;
        self.push(span, StmtKind::Declare { place, init });
        place
    }

    fn hand_on(&mut self, scratch: Scratch, span: Span) {
        match scratch {
            Scratch::Operand(operand, from) => {
                let (hint, ty) = (self.adjoint_hint(&operand), self.path_type(&from));
                let d = self.bind(&hint, ty, Expr::Load(from), span);
                self.contribute_operand(&operand, d, span);
            }
            Scratch::Path(target, from) => {
                let ty = self.path_type(&from);
                let d = self.bind("d", ty, Expr::Load(from), span);
                self.push(span, StmtKind::Accumulate { path: target, value: d });
            }
        }
    }
}

/// Whether a shared view can have its shadow itself beside the views that are held, exclusive or not: where it is certain
/// not to overlap with them. It does not overlap with an exclusive one, because the call would not be possible; whether it
/// does with another shared one, only fields can tell. Fields of one variant of an enum are reached by one reference.
fn claims(held: &[(Path, bool)], path: &Path) -> bool {
    held.iter().filter(|(other, _)| other.root == path.root).all(|(other, exclusive)| {
        let apart = other.steps.iter().zip(&path.steps).find(|(a, b)| a != b);
        match apart {
            Some((Step::Field(_), Step::Field(_)) | (Step::Element(_), Step::Element(_))) => true,
            Some((Step::Payload(_), _) | (_, Step::Payload(_))) | None => false,
            Some(_) => *exclusive,
        }
    })
}
