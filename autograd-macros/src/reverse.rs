//! Reverse mode: from a primal function to a forward and a backward part.
//!
//! Each region is differentiated by composition: a forward part that also saves, and a backward part that consumes what was
//! saved. The backward part is made by walking the statements from last to first; whatever primal value an adjoint
//! formula asks for is *ensured* (`save`): it is visible already, or it is recomputed on the spot, or its region saves
//! it. So exactly what is asked for is saved.
//!
//! Two forms are made of every function. In the joint form forward and backward part share one scope, so that top-level
//! values need no saving and loops and branches can be fused (`fuse`). In the split form the backward part is a closure.

mod absent;
mod adjoint;
mod calls;
mod control;
mod first;
mod fuse;
mod level;
mod memory;
mod plan;
mod powers;
mod rearrange;
mod region;
mod save;
mod scaled;
mod statement;
mod sums;
mod tail;
mod tangents;

use std::collections::{HashMap, HashSet};

use proc_macro2::Span;

use crate::analysis::active::Activity;
use crate::analysis::memory::{Memory, RegionId};
use crate::ir::build::Names;
use crate::ir::{Expr, Function, Operand, Path, Place, PlaceKind, Region, Shape, Stack, StmtKind, Type, Value};
use absent::Doubts;
use level::{Kind, Level};
use plan::{Notes, Plan};

/// A function with its derivative.
pub(crate) struct Differentiated {
    /// The primal's tables, extended with adjoint values, shadow places and stacks.
    pub(crate) function: Function,
    /// Yields the output leaves.
    pub(crate) forward: Region,
    /// Sees the top-level values of `forward`. Yields the adjoints of `by_value`, in that order.
    pub(crate) backward: Region,
    /// The adjoint of each output leaf, bound on entry.
    pub(crate) seeds: Vec<Value>,
    /// The active by-value parameters that are values.
    pub(crate) by_value: Vec<Value>,
    /// Every active parameter that is memory, with its shadow, which the caller binds.
    pub(crate) shadows: Vec<(Place, Place)>,
    /// Made empty before `forward`.
    pub(crate) stacks: Vec<Stack>,
    /// Forward and backward part share one scope.
    pub(crate) joint: bool,
    /// Places whose lengths or variants the forward part changes.
    pub(crate) reshaped: Vec<Place>,
}

/// How to differentiate.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    /// One scope for both parts; else the backward part is a closure.
    pub(crate) joint: bool,
    /// Run the backward part of loops and branches in the same iteration or arm where that is possible.
    pub(crate) fuse: bool,
}

/// Differentiates `primal`. Passes find out what the backward part reads and saves, until one finds nothing new.
pub(crate) fn differentiate(primal: &Function, form: Form) -> Differentiated {
    let primal = &relocated(addressable(primal));
    let activity = Activity::of(primal);
    let memory = Memory::of(primal, &activity);
    let mut plan = Plan::new(primal, &activity, &memory, form);
    loop {
        let (differentiated, notes, back) = Reverse::new(primal, &activity, &memory, form, plan).run();
        plan = back;
        if !plan.learn(notes, primal, &activity, &memory, form) {
            return differentiated;
        }
    }
}

struct Reverse<'a> {
    activity: &'a Activity,
    memory: &'a Memory,
    form: Form,
    plan: Plan,
    notes: Notes,
    /// The primal's tables, growing.
    function: Function,
    primal: &'a Function,
    names: Names,
    /// The names that the user gave.
    named: HashSet<String>,
    /// The open regions, outermost first.
    levels: Vec<Level<'a>>,
    /// Which open level defines a value.
    owner: HashMap<Value, usize>,
    /// Which open level declares a local place.
    home: HashMap<Place, usize>,
    /// Shadows of places that are parameters or were asked for.
    shadows: HashMap<Place, Place>,
    stacks: Vec<Stack>,
    /// How often the primal uses each value.
    uses: HashMap<Value, usize>,
    /// Products and their factors whose adjoint a product around them contributes ([`powers`]).
    settled_links: HashSet<(Value, Value)>,
    /// The adjoints that branches yield ([`tail`]).
    adjoint_results: HashSet<Value>,
    /// A loop's body whose contributions to outer values come from tangents ([`tangents`]).
    settled_outside: Option<RegionId>,
}

impl<'a> Reverse<'a> {
    fn new(primal: &'a Function, activity: &'a Activity, memory: &'a Memory, form: Form, plan: Plan) -> Self {
        let mut names = Names::default();
        let mut uses = HashMap::new();
        for value in primal.body.all_uses() {
            *uses.entry(value).or_default() += 1;
        }
        primal.values.iter().for_each(|value| names.reserve(&value.ident.to_string()));
        primal.places.iter().for_each(|place| names.reserve(&place.ident.to_string()));
        Reverse {
            activity,
            memory,
            form,
            plan,
            notes: Notes::default(),
            function: Function { body: Region::default(), ..primal.clone() },
            primal,
            names,
            named: named_by_user(primal),
            levels: Vec::new(),
            owner: HashMap::new(),
            home: HashMap::new(),
            shadows: HashMap::new(),
            stacks: Vec::new(),
            uses,
            settled_links: HashSet::new(),
            adjoint_results: HashSet::new(),
            settled_outside: None,
        }
    }

    fn run(mut self) -> (Differentiated, Notes, Plan) {
        let primal = self.primal;
        let leaves: Vec<&Shape> = primal.params.iter().flat_map(|param| param.shape.leaves()).collect();
        let (mut by_value, mut shadows) = (Vec::new(), Vec::new());
        for leaf in leaves {
            match leaf {
                Shape::Value(value) if self.activity.value(*value) => by_value.push(*value),
                // A parameter that the output does not depend on still has an entry, of zeros.
                Shape::Value(value) if primal.value_data(*value).differentiable => by_value.push(*value),
                Shape::Place(place) if primal.place_data(*place).differentiable => {
                    shadows.push((*place, self.shadow_place(*place)));
                }
                Shape::Value(_) | Shape::Place(_) => {}
                Shape::Tuple(_) | Shape::Wrapped { .. } => unreachable!("ir::visit: leaves are single"),
            }
        }
        self.open(Level::new(&primal.body, Kind::Joint, Vec::new()));
        let seeds = self.seed(&primal.body.yields);
        self.reverse_region();
        let adjoints: Vec<Operand> = by_value.iter().map(|value| self.adjoint_or_zero(*value)).collect();
        let mut done = self.close();
        self.keep_outputs(&mut done.forward, &mut done.backward);
        if self.form.joint {
            let owned = |place: &Place| primal.place_data(*place).kind == PlaceKind::Owned;
            let fresh = shadows.iter().filter(|(place, _)| owned(place)).map(|(_, shadow)| *shadow);
            let stmts = done.forward.iter_mut().chain(&mut done.backward);
            first::assign_first(&self.function, fresh, stmts);
        }
        let mut forward = Region { stmts: done.forward, yields: primal.body.yields.clone() };
        let mut backward = Region { stmts: done.backward, yields: adjoints };
        if self.form.joint && self.form.fuse {
            self.sink_tails(&mut forward, &mut backward);
        }
        let mut doubts = Doubts::default();
        self.guard_absent(&mut forward, &mut doubts);
        self.guard_absent(&mut backward, &mut doubts);
        let differentiated = Differentiated {
            forward,
            backward,
            function: self.function,
            seeds,
            by_value,
            shadows,
            stacks: self.stacks,
            joint: self.form.joint,
            reshaped: self.memory.reshaped(),
        };
        (differentiated, self.notes, self.plan)
    }

    /// Binds one seed for each output leaf and contributes it.
    fn seed(&mut self, yields: &[Operand]) -> Vec<Value> {
        let mut seeds = Vec::new();
        for (index, output) in yields.iter().enumerate() {
            let hint = if yields.len() == 1 { "seed".to_owned() } else { format!("seed_{index}") };
            let ty = self.function.operand_type(output);
            let seed = self.fresh_value(&hint, ty, Span::call_site());
            seeds.push(seed);
            if let Some(value) = output.as_value() {
                self.contribute(value, seed.into(), Span::call_site());
            }
        }
        seeds
    }

    /// In the joint form `&mut` parameters must end with what the primal leaves in them, although the backward part may
    /// have restored older contents: their final contents are kept and put back.
    fn keep_outputs(&mut self, forward: &mut Vec<crate::ir::Stmt>, backward: &mut Vec<crate::ir::Stmt>) {
        if !self.form.joint {
            return;
        }
        for place in self.notes.restored.clone() {
            if self.function.place_data(place).kind != PlaceKind::Exclusive {
                continue;
            }
            let (ident, ty) =
                (self.function.place_data(place).ident.clone(), self.function.place_data(place).ty.clone());
            let kept = self.fresh_value(&format!("final_{ident}"), ty, ident.span());
            let span = ident.span();
            let expr = Expr::Load(Path::whole(place));
            forward.push(crate::ir::Stmt { span, kind: StmtKind::Let { value: kept, expr } });
            backward
                .push(crate::ir::Stmt { span, kind: StmtKind::Store { path: Path::whole(place), value: kept.into() } });
        }
    }

    /// The shadow of a place, made on first use. Parameters' shadows are bound by the caller.
    fn shadow_place(&mut self, place: Place) -> Place {
        if let Some(shadow) = self.shadows.get(&place) {
            return *shadow;
        }
        let (ident, ty) = (self.function.place_data(place).ident.clone(), self.function.place_data(place).ty.clone());
        let name = self.names.temporary(&format!("d_{ident}"), ident.span());
        let shadow = self.function.place(name, ty, PlaceKind::Shadow(place));
        self.function.places[shadow.0 as usize].mutable = true;
        self.shadows.insert(place, shadow);
        shadow
    }

    fn fresh_value(&mut self, hint: &str, ty: Type, span: Span) -> Value {
        let ident = self.names.temporary(hint, span);
        let value = self.function.value(ident, ty);
        // The adjoint of what the user named is worth a name too.
        let named = hint.strip_prefix("d_").is_some_and(|primal| self.named.contains(primal));
        self.function.values[value.0 as usize].named = named;
        value
    }
}

/// The values that the user named: those of named `let`s, and parameters.
fn named_by_user(primal: &Function) -> HashSet<String> {
    let params = primal.params.iter().flat_map(|param| param.shape.leaves()).filter_map(|leaf| match leaf {
        Shape::Value(value) => Some(primal.value_data(*value)),
        Shape::Place(_) | Shape::Tuple(_) | Shape::Wrapped { .. } => None,
    });
    let values = primal.values.iter().filter(|value| value.named);
    values.chain(params).map(|value| value.ident.to_string()).collect()
}

/// Gives memory to call results that are projected (`g(x).0`), so that their adjoint can be written part by part.
fn addressable(primal: &Function) -> Function {
    let mut function = primal.clone();
    let mut projected = Vec::new();
    function.body.walk(&mut |stmt| {
        if let StmtKind::Let { expr: Expr::Project(Operand::Value(value), _), .. } = &stmt.kind {
            projected.push(*value);
        }
    });
    projected.sort_unstable();
    projected.dedup();
    if projected.is_empty() {
        return function;
    }
    let mut homes = HashMap::new();
    for value in projected {
        let data = function.value_data(value).clone();
        let ident = quote::format_ident!("{}_parts", data.ident, span = data.ident.span());
        homes.insert(value, function.place(ident, data.ty, PlaceKind::Local));
    }
    let mut body = std::mem::take(&mut function.body);
    give_memory(&mut body, &homes);
    function.body = body;
    function
}

/// Moves by-value parameters whose shape changes into locals: the caller's shadow has the shape on entry.
fn relocated(mut function: Function) -> Function {
    let memory = Memory::of(&function, &Activity::of(&function));
    let owned: Vec<Place> = function
        .params
        .iter()
        .flat_map(|param| param.shape.leaves())
        .filter_map(|leaf| match leaf {
            Shape::Place(place) => Some(*place),
            Shape::Value(_) | Shape::Tuple(_) | Shape::Wrapped { .. } => None,
        })
        .filter(|place| function.place_data(*place).kind == PlaceKind::Owned && memory.is_reshaped(*place))
        .collect();
    let mut given = HashMap::new();
    let mut stmts = Vec::new();
    for place in owned {
        let data = function.place_data(place).clone();
        let ident = quote::format_ident!("given_{}", data.ident, span = Span::mixed_site());
        let param = function.place(ident, data.ty, PlaceKind::Owned);
        function.places[param.0 as usize].differentiable = data.differentiable;
        let local = &mut function.places[place.0 as usize];
        (local.kind, local.mutable) = (PlaceKind::Local, true);
        let init = crate::ir::Init::CopyOf { path: Path::whole(param), to_vec: false };
        stmts.push(crate::ir::Stmt { span: data.ident.span(), kind: StmtKind::Declare { place, init } });
        given.insert(place, param);
    }
    function.params.iter_mut().for_each(|param| param.shape.replace_places(&given));
    function.body.stmts.splice(0..0, stmts);
    function
}

fn give_memory(region: &mut Region, homes: &HashMap<Value, Place>) {
    let mut stmts = Vec::with_capacity(region.stmts.len());
    for mut stmt in std::mem::take(&mut region.stmts) {
        stmt.kind.regions_mut().into_iter().for_each(|inner| give_memory(inner, homes));
        if let StmtKind::Let { expr, .. } = &mut stmt.kind {
            if let Expr::Project(Operand::Value(value), index) = expr {
                if let Some(place) = homes.get(value) {
                    *expr = Expr::Load(Path { root: *place, steps: vec![crate::ir::Step::Element(*index)] });
                }
            }
        }
        let (span, defined) = (stmt.span, stmt.kind.defines());
        stmts.push(stmt);
        for value in defined {
            if let Some(place) = homes.get(&value) {
                let init = crate::ir::Init::Value(value.into());
                stmts.push(crate::ir::Stmt { span, kind: StmtKind::Declare { place: *place, init } });
            }
        }
    }
    region.stmts = stmts;
}
