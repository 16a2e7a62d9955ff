//! From the IR to tokens. `quote!` is used here and nowhere else.
//!
//! [`companions`] builds the functions that users and generated code call; [`Emitter`] turns regions into statements.

/// `quote!` whose own local names are the macro's: they clash with nothing of the user's.
macro_rules! quote {
    ($($tokens:tt)*) => { ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*) };
}

pub(crate) mod companions;
pub(crate) mod doubt;
pub(crate) mod operator;
pub(crate) mod rule;
pub(crate) mod stub;

mod backward;
mod call;
mod callable;
mod expr;
mod grad;
mod jacobian;
mod literals;
mod located;
mod loops;
mod memory;
mod path;
mod rearrange;
mod shape;
mod stmt;
mod tangent;
mod views;
mod vjp;

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, Span, TokenStream};

use crate::ir::{Expr, Float, Function, Operand, Place, Region, StmtKind, Value};
use crate::reverse::Differentiated;
use expr::Code;

/// Turns regions of one differentiated function into tokens.
struct Emitter<'a> {
    function: &'a Function,
    /// The path of the runtime's hidden module.
    private: TokenStream,
    /// How often each value is used.
    uses: HashMap<Value, usize>,
    /// Where the statement that is being emitted comes from.
    span: Span,
    /// The float type of the value that is being computed: what literals are that rustc could not tell by themselves.
    float: Option<Float>,
    /// How many loops are around the statement that is being emitted.
    depth: usize,
    /// Values that opaque code names.
    pinned: HashSet<Value>,
    /// Values that are another name of an emitted variable.
    alias: HashMap<Value, Ident>,
    /// Single-use values that are written where they are used.
    pending: HashMap<Value, Pending>,
    /// The mode parameter of shadows that are held as `M::Shadow<'_, T>`; others are `&mut T` or owned.
    modes: HashMap<Place, Ident>,
    /// Shadows of parameters that are held as `&mut`, because what they are handed to decides their type.
    plain: HashSet<Place>,
    /// The shadow that each pullback's slots get, to choose the modes of the call.
    slots: HashMap<Value, Vec<Option<Place>>>,
    /// How many views have been named.
    views: usize,
}

/// An expression that waits for its only use.
struct Pending {
    code: Code,
    /// It reads memory, so it must be emitted before anything is written.
    reads: bool,
    order: usize,
    tokens: TokenStream,
}

impl<'a> Emitter<'a> {
    fn new(differentiated: &'a Differentiated, private: TokenStream) -> Self {
        let mut emitter = Emitter {
            function: &differentiated.function,
            private,
            uses: HashMap::new(),
            span: Span::mixed_site(),
            float: None,
            depth: 0,
            pinned: HashSet::new(),
            alias: HashMap::new(),
            pending: HashMap::new(),
            modes: HashMap::new(),
            plain: HashSet::new(),
            slots: HashMap::new(),
            views: 0,
        };
        emitter.count(&differentiated.forward);
        emitter.count(&differentiated.backward);
        emitter
    }

    fn count(&mut self, region: &Region) {
        let mut found = Vec::new();
        region.walk(&mut |stmt| {
            found.extend(stmt.kind.uses());
            match &stmt.kind {
                StmtKind::Let { expr: Expr::Opaque(code), .. } | StmtKind::Effect { code, .. } => {
                    self.pinned.extend(&code.uses);
                }
                StmtKind::Declare { init, .. } => self.pin_init(init),
                StmtKind::Call(call) => call.args.iter().for_each(|arg| self.pin_arg(arg)),
                StmtKind::Pull(pull) => {
                    pull.slots.iter().for_each(|slot| self.pin_arg(&slot.arg));
                    let shadows = pull.slots.iter().map(|slot| slot.shadow.as_ref().map(|path| path.root)).collect();
                    self.slots.insert(pull.pullback, shadows);
                }
                _ => {}
            }
        });
        found.extend(yields(region));
        for value in found {
            *self.uses.entry(value).or_default() += 1;
        }
    }

    fn pin_init(&mut self, init: &crate::ir::Init) {
        match init {
            crate::ir::Init::Opaque(code) => self.pinned.extend(&code.uses),
            crate::ir::Init::Repeat { value, len, .. } => {
                self.pinned.extend(&len.uses);
                self.pin_init(value);
            }
            crate::ir::Init::List { items, .. } => items.iter().for_each(|item| self.pin_init(item)),
            crate::ir::Init::Struct { fields, .. } => fields.iter().for_each(|(_, field)| self.pin_init(field)),
            crate::ir::Init::Value(_) | crate::ir::Init::CopyOf { .. } | crate::ir::Init::ZeroOf(_) => {}
        }
    }

    fn pin_arg(&mut self, arg: &crate::ir::Arg) {
        if let crate::ir::Arg::Opaque(code) = arg {
            self.pinned.extend(&code.uses);
        }
    }

    fn ident(&self, value: Value) -> Ident {
        self.alias.get(&value).unwrap_or(&self.function.value_data(value).ident).clone()
    }

    fn use_count(&self, value: Value) -> usize {
        self.uses.get(&value).copied().unwrap_or(0)
    }
}

/// The values that a region and its inner regions yield.
fn yields(region: &Region) -> Vec<Value> {
    let mut found: Vec<Value> = region.yields.iter().filter_map(Operand::as_value).collect();
    for stmt in &region.stmts {
        for (_, inner) in stmt.kind.regions() {
            found.extend(yields(inner));
        }
    }
    found
}
