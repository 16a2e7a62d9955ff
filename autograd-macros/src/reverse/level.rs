//! One open region of the primal while its backward part is being made.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::ir::{Place, Region, Stmt, StmtKind, Value};

use super::scaled::Scaled;
use super::Reverse;

/// Whether the forward and the backward part of a region share a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// They do: every value of the forward part is visible in the backward part.
    Joint,
    /// They do not: what the backward part needs is recomputed or saved.
    Split,
}

pub(super) struct Level<'a> {
    pub(super) region: &'a Region,
    pub(super) kind: Kind,
    /// The region is a loop's body: its own earlier statements also run after it.
    pub(super) is_loop: bool,
    /// Contributions to memory outside are left out: another loop makes them ([`super::tangents`]).
    pub(super) scalars_only: bool,
    /// Contributions to values outside are left out: tangents make them.
    pub(super) memory_only: bool,
    /// The statement whose backward part is being made.
    pub(super) position: usize,
    /// Where the region's own statements define a value.
    pub(super) definitions: HashMap<Value, usize>,
    /// Where the region's own statements declare a place.
    pub(super) declarations: HashMap<Place, usize>,
    /// Values on entry: loop index and carried parameters.
    pub(super) params: Vec<Value>,
    /// What the backward part can name already (split levels).
    pub(super) visible: HashSet<Value>,
    pub(super) visible_places: HashSet<Place>,
    /// What the forward part must save, in this order.
    pub(super) saved: Vec<Value>,
    /// Values that adjoint formulas asked for and that were not free.
    pub(super) demanded: HashSet<Value>,
    /// The current adjoint of each value that has one.
    pub(super) adjoints: BTreeMap<Value, Scaled>,
    /// The backward part so far.
    pub(super) backward: Vec<Stmt>,
    /// Where the backward part so far binds a value.
    pub(super) backward_definitions: HashMap<Value, usize>,
    /// Adjoints that fused statements bind in the forward part: they are known only after these.
    pub(super) late: HashSet<Value>,
    /// Statements of the backward part (by index) that were moved before a statement of the forward part.
    pub(super) hoisted: BTreeMap<usize, usize>,
    /// Statements of the forward part (by index) that were moved before an earlier one.
    pub(super) pulled: BTreeMap<usize, usize>,
    /// What replaces or surrounds each statement in the forward part; one more, last, for the end of the region.
    pub(super) pieces: Vec<Piece>,
}

/// The forward part of one statement.
#[derive(Default)]
pub(super) struct Piece {
    pub(super) before: Vec<Stmt>,
    /// `None`: the statement as it is.
    pub(super) instead: Option<Stmt>,
    pub(super) after: Vec<Stmt>,
}

/// A level that is done.
#[derive(Default)]
pub(super) struct Done {
    pub(super) forward: Vec<Stmt>,
    pub(super) backward: Vec<Stmt>,
    pub(super) saved: Vec<Value>,
    pub(super) adjoints: BTreeMap<Value, Scaled>,
}

impl<'a> Level<'a> {
    pub(super) fn new(region: &'a Region, kind: Kind, params: Vec<Value>) -> Self {
        let (mut definitions, mut declarations) = (HashMap::new(), HashMap::new());
        for (index, stmt) in region.stmts.iter().enumerate() {
            if let StmtKind::Declare { place, .. } = &stmt.kind {
                declarations.insert(*place, index);
            }
            for value in stmt.kind.defines() {
                definitions.insert(value, index);
            }
        }
        Level {
            region,
            kind,
            is_loop: false,
            scalars_only: false,
            memory_only: false,
            position: region.stmts.len(),
            definitions,
            declarations,
            params,
            visible: HashSet::new(),
            visible_places: HashSet::new(),
            saved: Vec::new(),
            demanded: HashSet::new(),
            adjoints: BTreeMap::new(),
            backward: Vec::new(),
            backward_definitions: HashMap::new(),
            late: HashSet::new(),
            hoisted: BTreeMap::new(),
            pulled: BTreeMap::new(),
            pieces: (0..=region.stmts.len()).map(|_| Piece::default()).collect(),
        }
    }

    pub(super) fn push(&mut self, stmt: Stmt) {
        for value in stmt.kind.defines() {
            self.backward_definitions.insert(value, self.backward.len());
        }
        self.backward.push(stmt);
    }
}

impl<'a> Reverse<'a> {
    pub(super) fn open(&mut self, level: Level<'a>) {
        let depth = self.levels.len();
        for value in level.definitions.keys().chain(&level.params) {
            self.owner.insert(*value, depth);
        }
        for stmt in &level.region.stmts {
            if let StmtKind::Declare { place, .. } = &stmt.kind {
                self.home.insert(*place, depth);
            }
        }
        self.levels.push(level);
    }

    /// Closes the innermost level and puts its forward part together.
    pub(super) fn close(&mut self) -> Done {
        let level = self.levels.pop().expect("reverse: every close has an open");
        for stmt in &level.region.stmts {
            if let StmtKind::Declare { place, .. } = &stmt.kind {
                self.shadows.remove(place);
            }
        }
        let mut hoisted: BTreeMap<usize, Vec<Stmt>> = BTreeMap::new();
        let mut backward = Vec::with_capacity(level.backward.len());
        for (index, stmt) in level.backward.into_iter().enumerate() {
            match level.hoisted.get(&index) {
                Some(position) => hoisted.entry(*position).or_default().push(stmt),
                None => backward.push(stmt),
            }
        }
        let mut pulled: BTreeMap<usize, Vec<Stmt>> = BTreeMap::new();
        for (index, position) in &level.pulled {
            pulled.entry(*position).or_default().push(level.region.stmts[*index].clone());
        }
        let mut forward = Vec::with_capacity(level.region.stmts.len());
        for (index, piece) in level.pieces.into_iter().enumerate() {
            forward.extend(pulled.remove(&index).unwrap_or_default());
            forward.extend(hoisted.remove(&index).unwrap_or_default());
            forward.extend(piece.before);
            if !level.pulled.contains_key(&index) {
                forward.extend(piece.instead.or_else(|| level.region.stmts.get(index).cloned()));
            }
            forward.extend(piece.after);
        }
        if level.kind == Kind::Split {
            self.notes.record(level.region, &level.saved, level.demanded.len());
        }
        Done { forward, backward, saved: level.saved, adjoints: level.adjoints }
    }

    pub(super) fn level(&mut self) -> &mut Level<'a> {
        self.levels.last_mut().expect("reverse: a level is open")
    }

    /// Appends to the backward part of the innermost level.
    pub(super) fn push(&mut self, span: proc_macro2::Span, kind: StmtKind) {
        self.level().push(Stmt { span, kind });
    }

    /// Registers a value that `reverse` defines in the forward part of an open level. In a split level it can be reached
    /// only by saving it.
    pub(super) fn define_forward(&mut self, depth: usize, value: Value) {
        self.owner.insert(value, depth);
    }
}
