//! What a pass finds out, and what the next one decides from it.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::analysis::active::Activity;
use crate::analysis::memory::{writes, Memory, RegionId, StmtId};
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
    /// Bodies of loops whose backward part saves something although it is for memory alone ([`super::tangents`]).
    pub(super) saving_recurrences: HashSet<RegionId>,
    /// Regions that saved more leaves than adjoint formulas asked for values.
    direct: HashSet<RegionId>,
}

impl Notes {
    pub(super) fn record(&mut self, region: &Region, saved: &[Value], demanded: usize) {
        if demanded < saved.len() {
            self.direct.insert(region);
        }
    }
}

/// Decisions for a pass. Each pass learns from the ones before it, until one finds nothing new: its result is right,
/// because everything that it took for granted was decided.
#[derive(Default)]
pub(super) struct Plan {
    reloads: HashSet<(Place, StmtId)>,
    /// Writes that the backward part undoes.
    restore: HashSet<StmtId>,
    /// Regions that save the values asked for, rather than the leaves from which these can be recomputed.
    direct: HashSet<RegionId>,
    /// Local places of split regions that are saved as a whole.
    kept: BTreeSet<Place>,
    /// Bodies of loops that gain nothing from tangents.
    saving_recurrences: HashSet<RegionId>,
}

impl Plan {
    pub(super) fn new(primal: &Function, activity: &Activity, memory: &Memory, form: Form) -> Self {
        let mut plan = Plan::default();
        plan.choose_restored(primal, activity, memory, form);
        plan
    }

    /// Whether the notes of a pass change the plan.
    pub(super) fn learn(
        &mut self,
        notes: Notes,
        primal: &Function,
        activity: &Activity,
        memory: &Memory,
        form: Form,
    ) -> bool {
        let before = self.size();
        self.reloads.extend(notes.reloads);
        self.direct.extend(notes.direct);
        self.kept.extend(notes.kept);
        self.saving_recurrences.extend(notes.saving_recurrences);
        self.choose_restored(primal, activity, memory, form);
        self.size() != before
    }

    fn size(&self) -> [usize; 4] {
        [self.restore.len(), self.direct.len(), self.kept.len(), self.saving_recurrences.len()]
    }

    /// A write is undone if the backward part reads again what was there before.
    fn choose_restored(&mut self, primal: &Function, activity: &Activity, memory: &Memory, form: Form) {
        let mut by_place: HashMap<Place, Vec<StmtId>> = HashMap::new();
        for (place, stmt) in &self.reloads {
            by_place.entry(*place).or_default().push(*stmt);
        }
        let readers: HashMap<Place, _> =
            by_place.into_iter().map(|(place, stmts)| (place, memory.readers(place, &stmts))).collect();
        primal.body.walk(&mut |stmt| {
            for (place, _) in writes(activity, &stmt.kind) {
                // A pullback hands `&mut` parameters back as they were on entry.
                let handed_back = !form.joint && primal.place_data(place).kind == PlaceKind::Exclusive;
                if handed_back || readers.get(&place).is_some_and(|readers| memory.may_follow_any(stmt, readers)) {
                    self.restore.insert(stmt);
                }
            }
        });
    }

    pub(super) fn restores(&self, stmt: StmtId) -> bool {
        self.restore.contains(&stmt)
    }

    pub(super) fn keeps(&self, place: Place) -> bool {
        self.kept.contains(&place)
    }

    /// Whether the loop with this body has to save although tangents run along with it.
    pub(super) fn saves_for(&self, body: &Region) -> bool {
        self.saving_recurrences.contains(&(body as RegionId))
    }

    pub(super) fn is_direct(&self, region: &Region) -> bool {
        self.direct.contains(&(region as RegionId))
    }
}
