//! What the first pass finds out, and what the second decides from it.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::analysis::active::Activity;
use crate::analysis::memory::{Memory, RegionId, StmtId, writes};
use crate::ir::{Function, Place, PlaceKind, Region, Value};

use super::Form;

/// What a pass observes.
#[derive(Default)]
pub(super) struct Notes {
    /// The backward part reads this place again, with the contents it had at this statement.
    pub(super) reloads: HashSet<(Place, StmtId)>,
    /// Places to which the backward part writes old contents.
    pub(super) restored: BTreeSet<Place>,
    /// Local places of split regions that the backward part reads as a whole.
    pub(super) kept: BTreeSet<Place>,
    /// Per region: what was saved, and how many values adjoint formulas asked for.
    saved: HashMap<RegionId, (usize, usize)>,
}

impl Notes {
    pub(super) fn record(&mut self, region: &Region, saved: &[Value], demanded: usize) {
        self.saved.insert(region, (saved.len(), demanded));
    }
}

/// Decisions for a pass.
#[derive(Clone)]
pub(super) struct Plan {
    /// Writes that the backward part undoes; `None`: all of them.
    restore: Option<HashSet<StmtId>>,
    /// Regions that save the values asked for, rather than the leaves from which these can be recomputed.
    direct: HashSet<RegionId>,
    /// Local places of split regions that are saved as a whole.
    kept: BTreeSet<Place>,
}

impl Plan {
    pub(super) fn trial() -> Self {
        Plan { restore: None, direct: HashSet::new(), kept: BTreeSet::new() }
    }

    /// A further trial, with what has to be kept.
    pub(super) fn keeping(kept: BTreeSet<Place>) -> Self {
        Plan { kept, ..Plan::trial() }
    }

    pub(super) fn from(notes: Notes, primal: &Function, activity: &Activity, memory: &Memory, form: Form) -> Self {
        let restore = restored(&notes, primal, activity, memory, form);
        let direct = notes.saved.iter().filter(|(_, (saved, demanded))| demanded < saved).map(|(region, _)| *region);
        Plan { direct: direct.collect(), restore: Some(restore), kept: notes.kept }
    }

    /// The plan with what a pass by it turned out to need besides; `None` where that is nothing. (What one region saves
    /// decides whether another reads memory again, so that the trial cannot foresee all of it.)
    pub(super) fn amended(
        &self,
        notes: &Notes,
        primal: &Function,
        activity: &Activity,
        memory: &Memory,
        form: Form,
    ) -> Option<Self> {
        let needed = restored(notes, primal, activity, memory, form);
        let planned = needed.iter().all(|stmt| self.restores(*stmt)) && notes.kept.is_subset(&self.kept);
        if planned {
            return None;
        }
        let mut plan = self.clone();
        plan.restore.iter_mut().for_each(|restore| restore.extend(&needed));
        plan.kept.extend(&notes.kept);
        Some(plan)
    }

    pub(super) fn restores(&self, stmt: StmtId) -> bool {
        self.restore.as_ref().is_none_or(|restore| restore.contains(&stmt))
    }

    pub(super) fn keeps(&self, place: Place) -> bool {
        self.kept.contains(&place)
    }

    pub(super) fn is_direct(&self, region: &Region) -> bool {
        self.direct.contains(&(region as RegionId))
    }
}

/// The writes that the backward part has to undo, because it reads what they overwrote, or because a pullback hands `&mut`
/// parameters back as they were on entry.
fn restored(notes: &Notes, primal: &Function, activity: &Activity, memory: &Memory, form: Form) -> HashSet<StmtId> {
    let mut by_place: HashMap<Place, Vec<StmtId>> = HashMap::new();
    for (place, stmt) in &notes.reloads {
        by_place.entry(*place).or_default().push(*stmt);
    }
    let mut restore = HashSet::new();
    primal.body.walk(&mut |stmt| {
        for (place, _) in writes(activity, &stmt.kind) {
            // A pullback hands `&mut` parameters back as they were on entry.
            let handed_back = !form.joint && primal.place_data(place).kind == PlaceKind::Exclusive;
            let read_again = || {
                let reloads = by_place.get(&place).map_or(&[][..], Vec::as_slice);
                reloads.iter().any(|reload| memory.may_follow(place, stmt, *reload))
            };
            if handed_back || read_again() {
                restore.insert(stmt as StmtId);
            }
        }
    });
    restore
}
