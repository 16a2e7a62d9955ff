//! Where memory is written: what decides whether a load can be repeated in the backward sweep.

use std::collections::{HashMap, HashSet};

use crate::ir::{Arg, Function, Path, Place, PlaceKind, Rearrange, Region, Stmt, StmtKind};

use super::active::Activity;

/// Identifies a statement of the primal by its address, which is stable while the primal is borrowed.
pub(crate) type StmtId = *const Stmt;
/// Identifies a region of the primal likewise.
pub(crate) type RegionId = *const Region;

/// Program order, enclosing loops and writes.
pub(crate) struct Memory {
    sites: HashMap<StmtId, Site>,
    writes: HashMap<Place, Writes>,
    /// How many loops are around each declaration.
    declared: HashMap<Place, usize>,
    by_region: HashMap<(RegionId, Place), Vec<usize>>,
    /// Of the own statements of a region that change the shape of a place, themselves or in an inner region, the last one.
    last_reshaped: HashMap<(RegionId, Place), usize>,
    reshaped: HashSet<Place>,
}

/// What a region does to places.
#[derive(Default)]
struct Changes {
    written: Vec<Place>,
    reshaped: Vec<Place>,
}

/// Where a statement stands.
#[derive(Clone)]
struct Site {
    /// Position in program order.
    order: usize,
    /// The loops around it, outermost first.
    loops: Vec<StmtId>,
}

/// Statements that read a place.
pub(crate) struct Readers {
    /// How many loops are around the place's declaration.
    around: usize,
    /// The position of the first of them.
    first: usize,
    /// The outermost loops around them that the declaration is not in: they run again.
    loops: HashSet<StmtId>,
}

/// All statements that write to a place.
struct Writes {
    /// The position of the last of them.
    last: usize,
    /// The outermost loops around them that the declaration is not in: they run again.
    loops: HashSet<StmtId>,
    /// The backward sweep can undo each: a store, an accumulation, or an active call, whose pullback restores what it wrote.
    undoable: bool,
}

impl Memory {
    pub(crate) fn of(function: &Function, activity: &Activity) -> Self {
        let mut memory = Memory {
            sites: HashMap::new(),
            writes: HashMap::new(),
            declared: HashMap::new(),
            by_region: HashMap::new(),
            last_reshaped: HashMap::new(),
            reshaped: HashSet::new(),
        };
        for (index, place) in function.places.iter().enumerate() {
            if place.kind != PlaceKind::Local {
                memory.declared.insert(Place(index as u32), 0);
            }
        }
        memory.region(activity, function, &function.body, &mut Vec::new());
        memory
    }

    /// Whether lengths or variants inside the place change after its declaration.
    pub(crate) fn is_reshaped(&self, place: Place) -> bool {
        self.reshaped.contains(&place)
    }

    /// The places whose shape changes.
    pub(crate) fn reshaped(&self) -> Vec<Place> {
        let mut places: Vec<Place> = self.reshaped.iter().copied().collect();
        places.sort_unstable();
        places
    }

    /// The last one of the region's own statements that changes lengths or variants inside the place, itself or in an inner
    /// region.
    pub(crate) fn last_reshaped(&self, region: RegionId, place: Place) -> Option<usize> {
        self.last_reshaped.get(&(region, place)).copied()
    }

    /// Whether anything is written to the place after its declaration.
    pub(crate) fn is_written(&self, place: Place) -> bool {
        self.writes.contains_key(&place)
    }

    /// Whether a write to the place can run after `at` in a forward sweep (later in program order, or in a loop around both).
    pub(crate) fn is_disturbed(&self, place: Place, at: StmtId) -> bool {
        let Some(writes) = self.writes.get(&place) else { return false };
        let Some(at) = self.sites.get(&at) else { return true };
        let again = at.loops.get(self.around(place)).is_some_and(|outermost| writes.loops.contains(outermost));
        writes.last > at.order || again
    }

    /// Whether the backward sweep can undo every write to the place.
    pub(crate) fn is_replayable(&self, place: Place) -> bool {
        self.writes.get(&place).is_none_or(|writes| writes.undoable)
    }

    /// Whether one of the region's own statements in `(from, to]` writes to the place, itself or in an inner region.
    pub(crate) fn is_written_between(&self, region: RegionId, place: Place, from: usize, to: usize) -> bool {
        self.by_region.get(&(region, place)).is_some_and(|indices| {
            let first = indices.partition_point(|index| *index <= from);
            indices.get(first).is_some_and(|index| *index <= to)
        })
    }

    /// Whether one of the region's own statements from `first` on writes to the place, itself or in an inner region.
    pub(crate) fn is_written_from(&self, region: RegionId, place: Place, first: usize) -> bool {
        let last = self.by_region.get(&(region, place)).and_then(|indices| indices.last());
        last.is_some_and(|last| *last >= first)
    }

    /// The statements, all of which read the place.
    pub(crate) fn readers(&self, place: Place, stmts: &[StmtId]) -> Readers {
        let around = self.around(place);
        let sites: Vec<&Site> = stmts.iter().filter_map(|stmt| self.sites.get(stmt)).collect();
        let first = sites.iter().map(|site| site.order).min().unwrap_or(usize::MAX);
        let loops = sites.iter().filter_map(|site| site.loops.get(around).copied()).collect();
        Readers { around, first, loops }
    }

    /// Whether `later` can run after one of the readers on the same instance of their place.
    pub(crate) fn may_follow_any(&self, later: StmtId, readers: &Readers) -> bool {
        let Some(later) = self.sites.get(&later) else { return true };
        let again = later.loops.get(readers.around).is_some_and(|outermost| readers.loops.contains(outermost));
        later.order > readers.first || again
    }

    /// How many loops are around the place's declaration.
    fn around(&self, place: Place) -> usize {
        self.declared.get(&place).copied().unwrap_or(0)
    }

    /// Enters a write by the statement that was numbered last.
    fn write(&mut self, place: Place, undoable: bool, loops: &[StmtId]) {
        let around = self.around(place);
        let writes =
            self.writes.entry(place).or_insert_with(|| Writes { last: 0, loops: HashSet::new(), undoable: true });
        writes.last = self.sites.len() - 1;
        writes.loops.extend(loops.get(around));
        writes.undoable &= undoable;
    }

    /// Returns what the region does to places.
    fn region(
        &mut self,
        activity: &Activity,
        function: &Function,
        region: &Region,
        loops: &mut Vec<StmtId>,
    ) -> Changes {
        let mut all = Changes::default();
        for (index, stmt) in region.stmts.iter().enumerate() {
            let id: StmtId = stmt;
            self.sites.insert(id, Site { order: self.sites.len(), loops: loops.clone() });
            let mut written: Vec<Place> = writes(activity, &stmt.kind)
                .into_iter()
                .map(|(place, undoable)| {
                    self.write(place, undoable, loops);
                    place
                })
                .collect();
            let mut reshaped = reshapes(function, &stmt.kind);
            if let StmtKind::Declare { place, .. } = &stmt.kind {
                self.declared.insert(*place, loops.len());
            }
            let is_loop = matches!(stmt.kind, StmtKind::Loop(_));
            if is_loop {
                loops.push(id);
            }
            for (_, inner) in stmt.kind.regions() {
                let changes = self.region(activity, function, inner, loops);
                written.extend(changes.written);
                reshaped.extend(changes.reshaped);
            }
            if is_loop {
                loops.pop();
            }
            for places in [&mut written, &mut reshaped] {
                places.sort_unstable();
                places.dedup();
            }
            for place in &written {
                self.by_region.entry((region as RegionId, *place)).or_default().push(index);
            }
            for place in &reshaped {
                self.last_reshaped.insert((region as RegionId, *place), index);
            }
            self.reshaped.extend(&reshaped);
            all.written.extend(written);
            all.reshaped.extend(reshaped);
        }
        for places in [&mut all.written, &mut all.reshaped] {
            places.sort_unstable();
            places.dedup();
        }
        all
    }
}

/// The places that the statement itself writes to, and whether the backward sweep can undo that.
pub(crate) fn writes(activity: &Activity, kind: &StmtKind) -> Vec<(Place, bool)> {
    match kind {
        StmtKind::Store { path, .. }
        | StmtKind::Accumulate { path, .. }
        | StmtKind::Append { path, .. }
        | StmtKind::Remove { path, .. } => vec![(path.root, true)],
        StmtKind::Rearrange(rearrange) => rearrange.paths().into_iter().map(|path| (path.root, true)).collect(),
        StmtKind::Effect { writes, .. } => writes.iter().map(|place| (*place, false)).collect(),
        StmtKind::Call(call) => {
            let undoable = activity.call(call);
            let root = |arg: &Arg| match arg {
                Arg::Ref { path, mutable: true } => Some((path.root, undoable)),
                Arg::Ref { mutable: false, .. } | Arg::Value(_) | Arg::RefValue(_) | Arg::Opaque(_) => None,
            };
            call.args.iter().filter_map(root).collect()
        }
        StmtKind::Let { .. }
        | StmtKind::Declare { .. }
        | StmtKind::If { .. }
        | StmtKind::Loop(_)
        | StmtKind::Take { .. }
        | StmtKind::Pack { .. }
        | StmtKind::Resume { .. }
        | StmtKind::Push { .. }
        | StmtKind::Pop { .. }
        | StmtKind::Pull(_) => Vec::new(),
    }
}

/// The places in which the statement itself may change lengths or variants, so that a tangent of what they held before does
/// not fit what they hold after.
fn reshapes(function: &Function, kind: &StmtKind) -> Vec<Place> {
    let elastic = |path: &&Path| function.path_type(path).is_elastic();
    let roots = |paths: Vec<&Path>| paths.into_iter().filter(elastic).map(|path| path.root).collect();
    match kind {
        StmtKind::Append { path, .. } | StmtKind::Remove { path, .. } => vec![path.root],
        StmtKind::Rearrange(Rearrange::Swap(a, b)) => roots(vec![a, b]),
        // Elements that change places may be vectors of different lengths.
        StmtKind::Rearrange(rearrange) => {
            let paths = rearrange.paths().into_iter().filter(|path| function.path_type(path).element().is_elastic());
            paths.map(|path| path.root).collect()
        }
        StmtKind::Store { path, .. } => roots(vec![path]),
        StmtKind::Call(call) => {
            let exclusive = |arg: &'_ Arg| match arg {
                Arg::Ref { path, mutable: true } if function.path_type(path).is_elastic() => Some(path.root),
                Arg::Ref { .. } | Arg::Value(_) | Arg::RefValue(_) | Arg::Opaque(_) => None,
            };
            call.args.iter().filter_map(exclusive).collect()
        }
        StmtKind::Effect { writes, .. } => {
            writes.iter().copied().filter(|place| function.place_data(*place).ty.is_elastic()).collect()
        }
        StmtKind::Let { .. }
        | StmtKind::Declare { .. }
        | StmtKind::Accumulate { .. }
        | StmtKind::If { .. }
        | StmtKind::Loop(_)
        | StmtKind::Take { .. }
        | StmtKind::Pack { .. }
        | StmtKind::Resume { .. }
        | StmtKind::Push { .. }
        | StmtKind::Pop { .. }
        | StmtKind::Pull(_) => Vec::new(),
    }
}
