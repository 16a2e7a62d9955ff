//! Methods that change the length of a `Vec`. All of them come down to adding an element at the end, taking the last one off,
//! and moving elements.

use proc_macro2::{Ident, Span};
use quote::quote;
use syn::{Expr, ExprMethodCall};

use super::tree::{Tree, Wrapped};
use super::{refusals, Lower};
use crate::ir::{
    AggregateKind, Float, Hints, Init, Loop, LoopKind, Opaque, Operand, Path, Range, Rearrange, Step, StmtKind, Type,
};

const CHANGERS: &[&str] = &[
    "push",
    "pop",
    "truncate",
    "clear",
    "extend",
    "extend_from_slice",
    "append",
    "insert",
    "remove",
    "swap_remove",
    "resize",
    "resize_with",
    "retain",
    "split_off",
    "drain",
    "reserve",
    "reserve_exact",
    "shrink_to_fit",
];

/// Whether a method of this name changes the length of a vector.
pub(super) fn is_changer(name: &str) -> bool {
    CHANGERS.contains(&name)
}

impl Lower<'_> {
    /// `receiver.name(args)` where the receiver is a `Vec`; `None` if it is something else.
    pub(super) fn vector_method(
        &mut self,
        call: &ExprMethodCall,
        name: &str,
        receiver: &Tree,
        hint: Option<&Ident>,
        span: Span,
    ) -> Option<Tree> {
        let vector = matches!(super::facts::through(self.tree_type(receiver)), Type::Vec(_) | Type::Unknown(None));
        if !is_changer(name) || !vector || !self.is_sequence(receiver, name) {
            return None;
        }
        let path = self.addressed(receiver.clone(), span)?;
        if self.doubts_write(&path, span) {
            return Some(Tree::Error);
        }
        self.function.places[path.root.0 as usize].mutable = true;
        let args: Vec<&Expr> = call.args.iter().collect();
        let done = match (name, &args[..]) {
            ("push", [value]) => self.push(&path, value),
            ("pop", []) => return Some(self.pop(&path, hint, span)),
            ("truncate", [len]) => {
                let len = self.position(len, "len")?;
                self.truncate(&path, &len, span)
            }
            ("clear", []) => self.truncate(&path, &Operand::int(0), span),
            ("extend" | "extend_from_slice", [source]) => self.extend(&path, source, span),
            ("append", [other]) => self.append_all(&path, other, span),
            ("insert", [at, value]) => self.insert(&path, at, value, span),
            ("remove", [at]) => return Some(self.remove(&path, at, false, hint, span)),
            ("swap_remove", [at]) => return Some(self.remove(&path, at, true, hint, span)),
            ("resize", [len, value]) => self.resize(&path, len, value, span),
            ("retain", [keep]) => self.retain(&path, keep, span),
            ("split_off", [at]) => return Some(self.split_off(&path, at, span)),
            ("drain", [range]) if is_full(range) => {
                let taken = self.taken(&path, span);
                return Some(taken);
            }
            // Room for elements is none of the contents.
            ("reserve" | "reserve_exact", [_]) | ("shrink_to_fit", []) => Some(()),
            _ => {
                self.cx.refuse(
                    &call.method,
                    format!("`{name}` of a `Vec` that carries a gradient is not differentiated yet"),
                    "write it with `push`, `pop`, `swap` and assignments to elements",
                );
                None
            }
        };
        Some(if done.is_some() { Tree::unit() } else { Tree::Error })
    }

    /// `v.pop().unwrap()`: the last element without an `Option` in between.
    pub(super) fn removal(&mut self, call: &ExprMethodCall, hint: Option<&Ident>, span: Span) -> Option<Tree> {
        let Expr::MethodCall(pop) = &*call.receiver else { return None };
        if !(call.method == "unwrap" || call.method == "expect") || pop.method != "pop" || !pop.args.is_empty() {
            return None;
        }
        let receiver = self.place(&pop.receiver);
        if !matches!(super::facts::through(self.tree_type(&receiver)), Type::Vec(_)) || !self.tree_active(&receiver) {
            return None;
        }
        let path = self.addressed(receiver, span)?;
        self.function.places[path.root.0 as usize].mutable = true;
        let mut code = self.opaque_receiver(&Tree::Ref { path: path.clone(), mutable: false });
        let receiver = &code.code;
        let text = call.args.first().map(|text| self.opaque(text));
        let asked = match &text {
            Some(text) => {
                let text = &text.code;
                quote!(::core::assert!(!#receiver.is_empty(), "{}", #text);)
            }
            None => quote!(::core::assert!(!#receiver.is_empty(), "called `Option::unwrap()` on a `None` value");),
        };
        code.code = asked;
        code.cheap = false;
        code.uses.extend(text.iter().flat_map(|text| text.uses.clone()));
        code.places.extend(text.iter().flat_map(|text| text.places.clone()));
        self.region.push(span, StmtKind::Effect { code, writes: Vec::new() });
        Some(Tree::Leaf(self.take_last(&path, hint, span)))
    }

    fn push(&mut self, path: &Path, value: &Expr) -> Option<()> {
        let span = refusals::span_of(value);
        let tree = self.expr(value, None);
        if matches!(tree, Tree::Error | Tree::Never) {
            return None;
        }
        self.append(path, tree, span);
        Some(())
    }

    /// Adds an element at the end.
    pub(super) fn append(&mut self, path: &Path, tree: Tree, span: Span) {
        let ty = self.path_type(path).element();
        let tree = match tree {
            // A vector of references holds them; here it holds what they refer to.
            Tree::Ref { path, .. } => Tree::Memory(path),
            Tree::Borrow(inner) => *inner,
            tree => tree,
        };
        let tree = self.coerce(tree, &ty);
        let value = self.operand(tree, span);
        self.decide(path, &value);
        if !self.function.place_data(path.root).differentiable {
            if self.tree_active(&Tree::Leaf(value.clone())) {
                self.presumed.note_lost(path.root);
                self.cx.refuse_at(
                    span,
                    "this vector is not known to hold floats, and gets a value that carries a gradient",
                    "annotate it: `let mut v: Vec<f64> = …`, or push `detach(…)`",
                );
                return;
            }
            let (target, value) = (
                self.opaque_receiver(&Tree::Ref { path: path.clone(), mutable: true }),
                self.opaque_tree(&Tree::Leaf(value)),
            );
            let (vector, element) = (&target.code, &value.code);
            let code = quote!(#vector.push(#element););
            let uses = [target.uses, value.uses].concat();
            let code = Opaque { code, uses, places: [target.places, value.places].concat(), cheap: false };
            self.region.push(span, StmtKind::Effect { code, writes: vec![path.root] });
            return;
        }
        self.region.push(span, StmtKind::Append { path: path.clone(), value });
    }

    /// The first element that an empty vector gets tells of which type its elements are.
    fn decide(&mut self, path: &Path, value: &Operand) {
        let ty = self.function.operand_type(value);
        let undecided = self.undecided.remove(&path.root);
        let active = value.as_value().is_some_and(|value| self.function.value_data(value).differentiable);
        let place = &mut self.function.places[path.root.0 as usize];
        if !path.steps.is_empty() {
            return;
        }
        let open = match &place.ty {
            Type::Vec(item) => {
                matches!((&**item, &ty), (Type::Unknown(None), _) | (Type::Float(Float::Literal), Type::Float(_)))
            }
            _ => false,
        };
        if open {
            place.ty = Type::Vec(Box::new(ty.clone()));
        }
        if undecided {
            place.differentiable = active || ty.is_differentiable() && !matches!(ty, Type::Unknown(None));
        }
    }

    /// `let x = v.pop();`
    fn pop(&mut self, path: &Path, hint: Option<&Ident>, span: Span) -> Tree {
        let present = self.is_filled(path, span);
        let ty = self.path_type(path).element();
        let packed = !self.has_default(&ty);
        let payload = self.branch(
            span,
            present.clone(),
            hint,
            &|lower| {
                let value = lower.take_last(path, None, span);
                if packed {
                    let some = Wrapped::present(crate::ir::Wrapper::Option, Tree::Leaf(value));
                    return Tree::Leaf(lower.packed(some, span));
                }
                Tree::Leaf(value)
            },
            &|lower| {
                if packed {
                    return Tree::Leaf(lower.packed(Wrapped::absent(), span));
                }
                Tree::Never
            },
        );
        if packed {
            return payload;
        }
        Wrapped { present, payload, ..Wrapped::absent() }.into_tree()
    }

    fn is_filled(&mut self, path: &Path, span: Span) -> Operand {
        let mut code = self.opaque_receiver(&Tree::Ref { path: path.clone(), mutable: false });
        let receiver = &code.code;
        code.code = quote!(!#receiver.is_empty());
        code.cheap = true;
        let tree = self.opaque_value(code, Type::Bool, None, "present", span);
        self.operand(tree, span)
    }

    /// Takes the last element off; there is one.
    fn take_last(&mut self, path: &Path, hint: Option<&Ident>, span: Span) -> Operand {
        let ty = self.path_type(path).element();
        let active = self.path_active(path) && ty.is_differentiable();
        let value = self.fresh(hint, "popped", span, ty);
        self.function.values[value.0 as usize].differentiable = active;
        self.region.push(span, StmtKind::Remove { path: path.clone(), value, like: None });
        value.into()
    }

    /// Takes elements off until there are at most `len`.
    fn truncate(&mut self, path: &Path, len: &Operand, span: Span) -> Option<()> {
        let now = self.length(path, span);
        self.counted(len, &now, span, &|lower, _| {
            let _: Operand = lower.take_last(path, None, span);
        });
        Some(())
    }

    /// `for index in start..end { … }`
    fn counted(&mut self, start: &Operand, end: &Operand, span: Span, inside: &dyn Fn(&mut Self, Operand)) {
        let index = self.fresh(None, "index", span, Type::Int);
        let outer = std::mem::take(&mut self.region);
        inside(self, index.into());
        let body = std::mem::replace(&mut self.region, outer);
        let (start, end) = (start.clone(), end.clone());
        let kind = LoopKind::Range(Range { index, start, end, inclusive: false, step: None, reversed: false });
        let inner = Loop { kind, carried: Vec::new(), body, exits: false, hints: Hints::default() };
        self.region.push(span, StmtKind::Loop(inner));
    }

    fn extend(&mut self, path: &Path, source: &Expr, span: Span) -> Option<()> {
        match self.iterable(source) {
            Some(Some(iter)) => {
                self.run_into(&iter, path, span);
                Some(())
            }
            Some(None) => None,
            None => {
                self.cx.refuse(
                    source,
                    "an iterator of this kind is not differentiated yet",
                    "use a slice, an array or a `Vec` whose type is written, or `iter()` of one",
                );
                None
            }
        }
    }

    /// `path.append(&mut other)`
    fn append_all(&mut self, path: &Path, other: &Expr, span: Span) -> Option<()> {
        let tree = self.expr(other, None);
        let other = self.addressed(tree, refusals::span_of(other))?;
        self.function.places[other.root.0 as usize].mutable = true;
        let len = self.length(&other, span);
        self.counted(&Operand::int(0), &len, span, &|lower, index| {
            let element = lower.read(Tree::Memory(other.join(&[Step::Index(index)])), span, None);
            lower.append(path, element, span);
        });
        self.truncate(&other, &Operand::int(0), span)
    }

    /// `insert(at, value)`: at the end, then moved to its place.
    fn insert(&mut self, path: &Path, at: &Expr, value: &Expr, span: Span) -> Option<()> {
        let at = self.position(at, "index")?;
        self.push(path, value)?;
        let tail = path.join(&[Step::Range { start: Some(at), end: None, inclusive: false }]);
        self.rearrange(Rearrange::RotateRight(tail, Operand::int(1)), span);
        Some(())
    }

    /// `remove(at)`, `swap_remove(at)`: moved to the end, then taken off.
    fn remove(&mut self, path: &Path, at: &Expr, swap: bool, hint: Option<&Ident>, span: Span) -> Tree {
        let Some(at) = self.position(at, "index") else { return Tree::Error };
        if swap {
            let len = self.length(path, span);
            let last = self.integer(&[&len], "last", span, |codes| {
                let len = &codes[0];
                quote!(#len - 1)
            });
            self.rearrange(Rearrange::Elements(path.clone(), at, last), span);
        } else {
            let tail = path.join(&[Step::Range { start: Some(at), end: None, inclusive: false }]);
            self.rearrange(Rearrange::RotateLeft(tail, Operand::int(1)), span);
        }
        Tree::Leaf(self.take_last(path, hint, span))
    }

    fn resize(&mut self, path: &Path, len: &Expr, value: &Expr, span: Span) -> Option<()> {
        let len = self.position(len, "len")?;
        let tree = self.expr(value, None);
        if matches!(tree, Tree::Error | Tree::Never) {
            return None;
        }
        let tree = self.settle(tree.deref(), refusals::span_of(value));
        self.truncate(path, &len, span)?;
        let now = self.length(path, span);
        self.counted(&now, &len, span, &|lower, _| lower.append(path, tree.clone(), span));
        Some(())
    }

    /// `retain(keep)`: the elements that are kept go back one by one.
    fn retain(&mut self, path: &Path, keep: &Expr, span: Span) -> Option<()> {
        let callable = self.callable(keep)?;
        let taken = self.taken(path, span);
        let old = self.addressed(taken, span)?;
        let len = self.length(&old, span);
        let index = self.fresh(None, "index", span, Type::Int);
        let range = Range { index, start: Operand::int(0), end: len, inclusive: false, step: None, reversed: false };
        let assigned = callable.assigns().iter().copied().collect();
        let head = super::loops::Head::Range(range);
        let _: Tree = self.loop_of(None, head, assigned, Hints::default(), span, &|lower| {
            let element = old.join(&[Step::Index(index.into())]);
            let item = Tree::Ref { path: element.clone(), mutable: false };
            let answer = lower.invoke(&callable, vec![item], None, span);
            let Some(cond) = lower.scalar(answer, span) else { return };
            let _: Tree = lower.branch(
                span,
                cond,
                None,
                &|lower| {
                    let value = lower.read(Tree::Memory(element.clone()), span, None);
                    lower.append(path, value, span);
                    Tree::unit()
                },
                &|_| Tree::unit(),
            );
        });
        Some(())
    }

    /// `split_off(at)`
    fn split_off(&mut self, path: &Path, at: &Expr, span: Span) -> Tree {
        let Some(at) = self.position(at, "index") else { return Tree::Error };
        let tail = path.join(&[Step::Range { start: Some(at.clone()), end: None, inclusive: false }]);
        let copy = self.copy(Tree::Ref { path: tail, mutable: false }, "to_vec", None, span);
        self.truncate(path, &at, span).map_or(Tree::Error, |()| copy)
    }

    /// The contents, moved out into a vector of their own.
    pub(super) fn taken(&mut self, path: &Path, span: Span) -> Tree {
        let ty = self.path_type(path);
        let init = Init::List { kind: AggregateKind::Vec, items: Vec::new() };
        let ident = self.names.temporary("taken", span);
        let other = self.declare_place(ident, ty, init, span);
        self.function.places[other.root.0 as usize].differentiable = self.path_active(path);
        self.rearrange(Rearrange::Swap(path.clone(), other.clone()), span);
        Tree::Memory(other)
    }

    /// `Vec::new()`, `Vec::with_capacity(n)`: `None` if the call is something else.
    pub(super) fn empty_vector(&mut self, call: &syn::ExprCall, hint: Option<&Ident>) -> Option<Tree> {
        let init = self.empty_init(call)?;
        let element = element_of(self, call);
        let span = refusals::span_of(call);
        Some(self.new_empty(init, element, hint, span))
    }

    fn empty_init(&mut self, call: &syn::ExprCall) -> Option<Init> {
        let Expr::Path(path) = &*call.func else { return None };
        if !is_empty_vector(path) {
            return None;
        }
        Some(match call.args.first() {
            None => Init::List { kind: AggregateKind::Vec, items: Vec::new() },
            Some(_) => Init::Opaque(self.opaque(&Expr::Call(call.clone()))),
        })
    }

    /// An empty vector. Without a type, the first element decides what it holds.
    pub(super) fn new_empty(&mut self, init: Init, element: Option<Type>, hint: Option<&Ident>, span: Span) -> Tree {
        let ident = match hint {
            Some(hint) => self.names.user(hint),
            None => self.names.temporary("vector", span),
        };
        let known = element.is_some();
        let ty = Type::Vec(Box::new(element.unwrap_or(Type::Unknown(None))));
        let path = self.declare_place(ident, ty, init, span);
        self.function.places[path.root.0 as usize].mutable = true;
        if !known {
            self.undecided.insert(path.root);
        }
        Tree::Memory(path)
    }

    /// `Vec::from([a, b])`, `Vec::from(slice)`: `None` if the call is something else.
    pub(super) fn vector_from(&mut self, call: &syn::ExprCall, hint: Option<&Ident>) -> Option<Tree> {
        let Expr::Path(path) = &*call.func else { return None };
        let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let [.., owner, name] = &names[..] else { return None };
        let [arg] = &call.args.iter().collect::<Vec<_>>()[..] else { return None };
        if owner != "Vec" || name != "from" {
            return None;
        }
        let span = refusals::span_of(call);
        let tree = self.expr(arg, None);
        Some(self.copy(tree, "to_vec", hint, span))
    }
}

/// `Vec::<f64>::new()`
fn element_of(lower: &Lower<'_>, call: &syn::ExprCall) -> Option<Type> {
    let Expr::Path(path) = &*call.func else { return None };
    let owner = path.path.segments.iter().rev().nth(1)?;
    let syn::PathArguments::AngleBracketed(arguments) = &owner.arguments else { return None };
    match arguments.args.first()? {
        syn::GenericArgument::Type(ty) => match lower.peek_open_type(ty) {
            Type::Unknown(None) => None,
            known => Some(known),
        },
        _ => None,
    }
}

/// `Vec::new`, `Vec::with_capacity`
pub(super) fn is_empty_vector(path: &syn::ExprPath) -> bool {
    let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    matches!(&names[..], [.., owner, name] if owner == "Vec" && (name == "new" || name == "with_capacity"))
}

/// An expression that makes an empty vector whose elements may carry a gradient.
pub(super) fn makes_empty(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => makes_empty(&inner.expr),
        Expr::Call(call) => matches!(&*call.func, Expr::Path(path) if is_empty_vector(path)),
        Expr::Macro(macro_) => super::macros::name(&macro_.mac) == "vec" && macro_.mac.tokens.is_empty(),
        _ => false,
    }
}

fn is_full(range: &Expr) -> bool {
    matches!(range, Expr::Range(range) if range.start.is_none() && range.end.is_none())
}
