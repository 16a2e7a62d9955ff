//! From the user's syntax to the IR. `syn` expressions and statements exist only here.
//!
//! What carries a gradient is taken apart into statements of the IR. What does not stays in the user's tokens
//! ([`opaque`]). Mutable scalars become SSA values: [`env`] knows what each variable stands for, [`merge`] and [`loops`]
//! make the results and carried parameters where control meets. Jumps are structured away by [`jumps`].
//! Everything that is not understood is refused on its own token, and what depends on it stays silent.

mod assign;
mod calls;
mod choices;
mod closures;
mod conditions;
mod control;
mod doubts;
mod env;
mod exits;
mod expr;
mod facts;
mod hoist;
mod inline;
mod iterators;
mod jumps;
mod locals;
mod loops;
mod macros;
mod merge;
mod method_calls;
mod methods;
mod moves;
mod opaque;
mod operators;
mod params;
mod pattern;
mod place;
mod presumed;
mod refusals;
mod rename;
mod scan;
mod sequences;
mod stmt;
mod structs;
mod tree;
mod trial;
mod variables;
mod variants;
mod vectors;
mod views;
mod wrapped;
mod wrapper_methods;

#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, Span};

use crate::diagnostics::Diagnostics;
use crate::helpers::Helpers;
use crate::ir::build::Names;
use crate::ir::{Expr, Function, Operand, Place, Region, Shape, Type, Value, Wrapper};
use crate::signature::Signature;
use closures::Frame;
use env::Env;
use jumps::Target;
use presumed::Presumed;
use tree::{Tree, Wrapped};

/// The function in the IR. Where `cx` holds errors afterwards, the result means nothing.
///
/// Calls of `helpers` are lowered in place where that is possible.
pub(crate) fn lower(cx: &Diagnostics, signature: &Signature, block: &syn::Block, helpers: &Helpers) -> Function {
    refusals::refuse_outlaws(cx, block);
    let renames = locals::Renames::of(signature, block);
    let block = &renames.block(block);
    let (mut presumed, outlaws, mark) = (Presumed::default(), !cx.is_empty(), cx.mark());
    loop {
        let mut lower = Lower::new(cx, signature, block, helpers);
        (lower.presumed, lower.outlaws) = (presumed, outlaws);
        lower.parameters(&renames);
        lower.body(block);
        presumed = match lower.presumed.after(&lower.function) {
            Some(presumed) => presumed,
            None => return lower.function,
        };
        cx.rewind(mark);
    }
}

/// Whether control gets to the place that is being lowered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Reach {
    Live,
    /// It left by a jump.
    Left,
    /// It panicked.
    Aborted,
}

impl Reach {
    /// Where two arms meet.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Reach::Live, _) | (_, Reach::Live) => Reach::Live,
            (Reach::Left, _) | (_, Reach::Left) => Reach::Left,
            (Reach::Aborted, Reach::Aborted) => Reach::Aborted,
        }
    }
}

/// What follows a piece of control flow, to be lowered where control falls through.
#[derive(Clone, Copy)]
struct Rest<'r> {
    run: &'r dyn Fn(&mut Lower<'_>, Tree) -> Tree,
    /// It adds next to nothing, so it may be lowered in several arms.
    light: bool,
}

impl<'r> Rest<'r> {
    /// Statements that must be lowered once.
    fn once(run: &'r dyn Fn(&mut Lower<'_>, Tree) -> Tree) -> Self {
        Rest { run, light: false }
    }

    /// Nothing but a use of the value.
    fn light(run: &'r dyn Fn(&mut Lower<'_>, Tree) -> Tree) -> Self {
        Rest { run, light: true }
    }

    /// The same rest behind a wrapper that adds no statements.
    fn wrap(self, run: &'r dyn Fn(&mut Lower<'_>, Tree) -> Tree) -> Self {
        Rest { run, light: self.light }
    }
}

/// No rest: the value itself.
const VALUE: Rest<'static> = Rest { run: &|_, value| value, light: true };

struct Lower<'c> {
    cx: &'c Diagnostics,
    signature: &'c Signature,
    function: Function,
    names: Names,
    env: Env,
    /// The region that statements are added to.
    region: Region,
    reach: Reach,
    /// Loops and labelled blocks around the place that is being lowered, innermost last.
    targets: Vec<Target>,
    frame: Frame,
    /// Closures that were kept as opaque values too.
    closure_values: Vec<Value>,
    /// The type that the user wrote for the value that is being lowered: what a `sum` or `collect` makes.
    expected: Option<Type>,
    /// Functions whose bodies may be lowered in place, and those that are being.
    helpers: &'c Helpers,
    inlining: Vec<String>,
    /// Variables whose `&mut` is taken somewhere, by name.
    borrowed: HashSet<String>,
    /// Variables that are indexed or borrowed somewhere, by name.
    indexed: HashSet<String>,
    /// Booleans that are the negation of another operand.
    negations: HashMap<Value, Operand>,
    /// Types of names inside code that is looked at but not lowered, see `facts`.
    inner: RefCell<Vec<(String, Type)>>,
    /// Something in the body was refused before lowering began.
    outlaws: bool,
    /// How many references have been chosen by branches.
    choices: usize,
    /// Empty vectors of which it is not known yet whether they will carry a gradient.
    undecided: HashSet<Place>,
    /// Whether this is lowered only to see what becomes of the variables.
    trying: bool,
    /// What calls of the user's functions and methods returned, wrapped or not.
    returned: HashSet<Value>,
    /// Variables of unknown types that carry a gradient or may turn out to.
    presumed: Presumed,
    /// The body that is lowered in place next yields what is iterated over.
    iterating: bool,
}

impl<'c> Lower<'c> {
    fn new(cx: &'c Diagnostics, signature: &'c Signature, block: &syn::Block, helpers: &'c Helpers) -> Self {
        let mentions = scan::Mentions::of_body(block);
        let mut env = Env::default();
        let frame = Frame::new(&mut env, signature.output.kind.clone(), false);
        Lower {
            cx,
            signature,
            function: Function::new(),
            names: Names::default(),
            env,
            region: Region::default(),
            reach: Reach::Live,
            targets: Vec::new(),
            frame,
            closure_values: Vec::new(),
            expected: None,
            helpers,
            inlining: Vec::new(),
            borrowed: mentions.borrowed,
            indexed: mentions.indexed,
            negations: HashMap::new(),
            inner: RefCell::new(Vec::new()),
            outlaws: false,
            returned: HashSet::new(),
            presumed: Presumed::default(),
            choices: 0,
            undecided: HashSet::new(),
            trying: false,
            iterating: false,
        }
    }

    /// The body returns its tail; the leaves of the result are its yields.
    fn body(&mut self, block: &syn::Block) {
        let _: Tree =
            self.block(block, None, Rest::light(&|lower, tail| lower.return_(tail, refusals::span_of(block))));
        let result = self.env.tree(self.frame.result).clone();
        let span = self.signature.ident.span();
        let kind = self.signature.output.kind.clone();
        if !matches!(kind, Type::Unit) && doubts::is_valueless(block) {
            self.cx.leave_to_rustc();
        }
        self.doubts_value(&result, &kind, doubts::tail_span(block).unwrap_or(span));
        let (shape, yields) = self.output(result, &kind, span);
        self.function.output = shape;
        self.region.yields = yields;
        self.drop_unused_closures();
        self.function.body = std::mem::take(&mut self.region);
    }

    fn output(&mut self, tree: Tree, ty: &Type, span: Span) -> (Shape, Vec<Operand>) {
        match (tree, ty) {
            (_, Type::Unit) => (Shape::Tuple(Vec::new()), Vec::new()),
            (Tree::Tuple(items), ty) => {
                let known = match ty {
                    Type::Tuple(types) if types.len() == items.len() => types.clone(),
                    _ => vec![Type::Unknown(None); items.len()],
                };
                let leaves = items.into_iter().zip(&known).map(|(item, ty)| self.output(item, ty, span));
                let (shapes, yields): (Vec<Shape>, Vec<Vec<Operand>>) = leaves.unzip();
                (Shape::Tuple(shapes), yields.concat())
            }
            (Tree::Wrapped(wrapped), ty) => self.wrapped_output(*wrapped, ty, span),
            (tree, ty) => {
                let operand = match tree {
                    Tree::Unset | Tree::Never => {
                        let mut region = std::mem::take(&mut self.region);
                        let operand = self.default_operand(&mut region, ty, true, span);
                        self.region = region;
                        operand
                    }
                    tree => self.operand(tree, span),
                };
                let operand = self.coerce_operand(operand, ty);
                let value = match operand {
                    Operand::Value(value) => value,
                    constant => {
                        let value = self.fresh(None, "result", span, ty.clone());
                        self.region.push_let(span, value, Expr::Copy(constant));
                        value
                    }
                };
                (Shape::Value(value), vec![value.into()])
            }
        }
    }

    /// An `Option` or a `Result` is returned in its parts.
    fn wrapped_output(&mut self, wrapped: Wrapped, ty: &Type, span: Span) -> (Shape, Vec<Operand>) {
        let declared = match ty {
            Type::Wrapped(_, ty) => (**ty).clone(),
            _ => Type::Unknown(None),
        };
        let (present, first) = self.output(Tree::Leaf(wrapped.present), &Type::Bool, span);
        let payload = match wrapped.payload {
            // It is never there.
            Tree::Never | Tree::Unset => {
                let mut region = std::mem::take(&mut self.region);
                let operand = self.default_operand(&mut region, &declared, false, span);
                self.region = region;
                Tree::Leaf(operand)
            }
            payload => payload,
        };
        let (payload, second) = self.output(payload, &declared, span);
        let (error, third) = match (wrapped.wrapper, &wrapped.fault) {
            (Wrapper::Option, _) => (None, Vec::new()),
            (Wrapper::Result, fault) => {
                let fault = self.fault_operand(fault, span);
                let (shape, yields) = self.output(Tree::Leaf(fault), &Type::Inactive, span);
                (Some(Box::new(shape)), yields)
            }
        };
        let shape = Shape::Wrapped { present: Box::new(present), payload: Box::new(payload), error };
        (shape, [first, second, third].concat())
    }

    /// A new value, called by the user's name for it or by one of the macro's own.
    fn fresh(&mut self, hint: Option<&Ident>, name: &str, span: Span, ty: Type) -> Value {
        let ident = match hint {
            Some(hint) => self.names.user(hint),
            None => self.names.temporary(name, span),
        };
        let value = self.function.value(ident, ty);
        self.function.values[value.0 as usize].named = hint.is_some();
        value
    }

    /// `let value = expr;`
    fn bind_value(&mut self, span: Span, hint: Option<&Ident>, name: &str, ty: Type, expr: Expr) -> Tree {
        let value = self.fresh(hint, name, span, ty);
        self.region.push_let(span, value, expr);
        Tree::Leaf(value.into())
    }

    /// `operand.index` of a tuple that the macro did not see.
    fn project(&mut self, operand: &Operand, index: u32, span: Span) -> Tree {
        let ty = match self.function.operand_type(operand) {
            Type::Tuple(items) => items.get(index as usize).cloned().unwrap_or(Type::Unknown(None)),
            _ => Type::Unknown(None),
        };
        let active = operand.as_value().is_some_and(|value| self.function.value_data(value).differentiable);
        let tree = self.bind_value(span, None, "item", ty, Expr::Project(operand.clone(), index));
        if let Tree::Leaf(Operand::Value(value)) = &tree {
            self.function.values[value.0 as usize].differentiable &= active;
        }
        tree
    }
}
