//! The walk over a region's statements, from last to first.

use crate::ir::{Place, StmtKind};

use super::level::{Kind, Level};
use super::Reverse;

impl<'a> Reverse<'a> {
    /// Makes the backward part of the innermost level. The adjoints of its yields have been contributed.
    pub(super) fn reverse_region(&mut self) {
        self.declare_kept_places();
        let region = self.level().region;
        for (index, stmt) in region.stmts.iter().enumerate().rev() {
            self.level().position = index;
            self.reverse_stmt(index, stmt);
        }
    }

    /// Local memory of a split level that the backward part reads as a whole is saved as a whole.
    fn declare_kept_places(&mut self) {
        let depth = self.levels.len() - 1;
        if self.levels[depth].kind == Kind::Joint {
            return;
        }
        let declared: Vec<Place> = declared(&self.levels[depth]);
        for place in declared {
            if self.plan.keeps(place) {
                self.keep_place(depth, place);
            }
        }
    }
}

fn declared(level: &Level<'_>) -> Vec<Place> {
    let place = |kind: &StmtKind| match kind {
        StmtKind::Declare { place, .. } => Some(*place),
        _ => None,
    };
    level.region.stmts.iter().filter_map(|stmt| place(&stmt.kind)).collect()
}
