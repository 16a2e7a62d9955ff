//! The first contribution to a part of fresh memory assigns it.
//!
//! A shadow that starts as zeros gains its first contribution by `d_a[0] = d` instead of `d_a[0] += d`, where it is certain
//! that nothing has been added to that part before: at the top level, at constant indices. rustc sees then that the zeros
//! are never read. (`0.0 + d` is `d`, except that it is `0.0` for `d = -0.0`.)

use std::collections::{HashMap, HashSet};

use crate::ir::{Const, Function, Init, Operand, Path, Place, PlaceKind, Step, Stmt, StmtKind};

/// The parts of a place that have been touched.
#[derive(Default)]
struct Touched {
    /// A part was touched that is not known here.
    unknown: bool,
    parts: HashSet<Vec<Part>>,
    /// What holds a touched part.
    wholes: HashSet<Vec<Part>>,
}

/// A step whose target is known.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Part {
    Index(i128),
    Element(u32),
    Field(String),
}

/// Turns first contributions into assignments. `fresh` are shadows that hold zeros before the first statement.
pub(super) fn assign_first<'s>(
    function: &Function,
    fresh: impl Iterator<Item = Place>,
    stmts: impl Iterator<Item = &'s mut Stmt>,
) {
    let mut touched: HashMap<Place, Touched> = fresh.map(|place| (place, Touched::default())).collect();
    for stmt in stmts {
        let kind = &mut stmt.kind;
        match kind {
            StmtKind::Declare { place, init } => {
                let is_shadow = matches!(function.place_data(*place).kind, PlaceKind::Shadow(_));
                if is_shadow && matches!(init, Init::ZeroOf(_)) {
                    touched.insert(*place, Touched::default());
                }
            }
            StmtKind::Accumulate { path, value } => {
                let Some(place) = touched.get_mut(&path.root) else { continue };
                let Some(parts) = parts(path) else {
                    place.unknown = true;
                    continue;
                };
                let scalar = function.operand_type(value).is_float();
                if scalar && place.is_untouched(&parts) {
                    *kind = StmtKind::Store { path: path.clone(), value: value.clone() };
                }
                place.touch(parts);
            }
            StmtKind::Let { .. }
            | StmtKind::Store { .. }
            | StmtKind::If { .. }
            | StmtKind::Loop(_)
            | StmtKind::Append { .. }
            | StmtKind::Remove { .. }
            | StmtKind::Rearrange(_)
            | StmtKind::Call(_)
            | StmtKind::Effect { .. }
            | StmtKind::Take { .. }
            | StmtKind::Pack { .. }
            | StmtKind::Resume { .. }
            | StmtKind::Push { .. }
            | StmtKind::Pop { .. }
            | StmtKind::Pull(_) => {
                let mut forget = |stmt: &Stmt| {
                    for place in stmt.kind.touches() {
                        if let Some(place) = touched.get_mut(&place) {
                            place.unknown = true;
                        }
                    }
                };
                forget(stmt);
                stmt.kind.regions().into_iter().for_each(|(_, region)| region.walk(&mut |stmt| forget(stmt)));
            }
        }
    }
}

impl Touched {
    fn is_untouched(&self, parts: &[Part]) -> bool {
        let above = (0..=parts.len()).any(|length| self.parts.contains(&parts[..length]));
        !self.unknown && !above && !self.wholes.contains(parts)
    }

    fn touch(&mut self, parts: Vec<Part>) {
        self.wholes.extend((0..parts.len()).map(|length| parts[..length].to_vec()));
        self.parts.insert(parts);
    }
}

/// The steps of a path, if all of them are known.
fn parts(path: &Path) -> Option<Vec<Part>> {
    let part = |step: &Step| match step {
        Step::Index(Operand::Const(Const::Int { value, .. })) => Some(Part::Index(*value)),
        Step::Index(_) | Step::Range { .. } | Step::Chunk { .. } | Step::Payload(_) => None,
        Step::Element(index) => Some(Part::Element(*index)),
        Step::Field(name) => Some(Part::Field(name.to_string())),
    };
    path.steps.iter().map(part).collect()
}
