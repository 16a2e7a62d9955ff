//! Versions of memory: every write to a place gives it a version that no earlier load has seen.
//!
//! Two places never overlap, because Rust's references do not; a write anywhere in a place is taken to change all of it.

use std::collections::{HashMap, HashSet, VecDeque};

use super::super::Code;
use crate::ir::{Arg, Call, Expr, Place, Pull, Region, Slot, StmtKind};

#[derive(Default)]
pub(super) struct Memory {
    clock: u64,
    versions: HashMap<Place, u64>,
    /// The version of places that were not written since.
    floor: u64,
    /// Every write, in order.
    log: Vec<Place>,
}

impl Memory {
    pub(super) fn version(&self, place: Place) -> u64 {
        self.versions.get(&place).copied().unwrap_or(self.floor)
    }

    pub(super) fn write(&mut self, place: Place) {
        self.clock += 1;
        self.versions.insert(place, self.clock);
        self.log.push(place);
    }

    /// Everything may have been written.
    pub(super) fn forget(&mut self) {
        self.clock += 1;
        self.floor = self.clock;
        self.versions.clear();
    }

    pub(super) fn log_len(&self) -> usize {
        self.log.len()
    }

    /// Gives new versions to what was written since the log had the length `first`, and shortens the log to one entry each.
    pub(super) fn write_again(&mut self, first: usize) {
        let written: HashSet<Place> = self.log.drain(first..).collect();
        written.into_iter().for_each(|place| self.write(place));
    }
}

/// What each loop writes, in the order in which a walk meets the loops.
pub(super) struct Writes {
    loops: VecDeque<HashSet<Place>>,
}

impl Writes {
    pub(super) fn of(code: &mut Code) -> Self {
        let mut loops = Vec::new();
        for part in code.parts() {
            collect(part, &mut loops);
        }
        Writes { loops: loops.into() }
    }

    /// The places that the next loop writes.
    pub(super) fn next_loop(&mut self) -> HashSet<Place> {
        self.loops.pop_front().unwrap_or_default()
    }
}

/// The places that a region writes; enters those of its loops.
fn collect(region: &Region, loops: &mut Vec<HashSet<Place>>) -> HashSet<Place> {
    let mut all = HashSet::new();
    for stmt in &region.stmts {
        let slot = loops.len();
        let is_loop = matches!(stmt.kind, StmtKind::Loop(_));
        if is_loop {
            loops.push(HashSet::new());
        }
        let mut inner: HashSet<Place> = written_by(&stmt.kind).into_iter().collect();
        for (_, region) in stmt.kind.regions() {
            let found = collect(region, loops);
            // The smaller set goes into the larger, so that deep nesting stays cheap.
            let (large, small) = if found.len() > inner.len() { (found, inner) } else { (inner, found) };
            inner = large;
            inner.extend(small);
        }
        if is_loop {
            loops[slot].clone_from(&inner);
        }
        let (large, small) = if inner.len() > all.len() { (inner, all) } else { (all, inner) };
        all = large;
        all.extend(small);
    }
    all
}

/// The places that the statement itself writes.
pub(super) fn written_by(kind: &StmtKind) -> Vec<Place> {
    match kind {
        StmtKind::Let { expr, .. } => written_by_expr(expr),
        StmtKind::Declare { place, .. } => vec![*place],
        StmtKind::Store { path, .. }
        | StmtKind::Accumulate { path, .. }
        | StmtKind::Take { path, .. }
        | StmtKind::Append { path, .. }
        | StmtKind::Remove { path, .. } => vec![path.root],
        StmtKind::Rearrange(rearrange) => rearrange.paths().into_iter().map(|path| path.root).collect(),
        StmtKind::Effect { writes, .. } => writes.clone(),
        StmtKind::Call(Call { args, .. }) => args.iter().flat_map(written_by_arg).collect(),
        StmtKind::Pull(Pull { slots, .. }) => {
            let written = |slot: &Slot| {
                let shadow = slot.shadow.as_ref().map(|shadow| shadow.root);
                written_by_arg(&slot.arg).into_iter().chain(shadow).collect::<Vec<_>>()
            };
            slots.iter().flat_map(written).collect()
        }
        StmtKind::If { .. }
        | StmtKind::Loop(_)
        | StmtKind::Pack { .. }
        | StmtKind::Resume { .. }
        | StmtKind::Push { .. }
        | StmtKind::Pop { .. } => Vec::new(),
    }
}

/// User code that is more than names and arithmetic may write to what it names.
pub(super) fn written_by_expr(expr: &Expr) -> Vec<Place> {
    match expr {
        Expr::Opaque(code) if !code.cheap => code.places.clone(),
        Expr::Move(place) => vec![*place],
        Expr::Copy(_)
        | Expr::Detach(_)
        | Expr::Borrow(_)
        | Expr::Unary(..)
        | Expr::Binary(..)
        | Expr::Function(..)
        | Expr::Cast(..)
        | Expr::Load(_)
        | Expr::Aggregate(..)
        | Expr::Project(..)
        | Expr::Opaque(_)
        | Expr::Helper(..)
        | Expr::ZeroOf(_) => Vec::new(),
    }
}

fn written_by_arg(arg: &Arg) -> Vec<Place> {
    match arg {
        Arg::Ref { path, mutable: true } => vec![path.root],
        Arg::Opaque(code) => code.places.clone(),
        Arg::Value(_) | Arg::Ref { mutable: false, .. } | Arg::RefValue(_) => Vec::new(),
    }
}
