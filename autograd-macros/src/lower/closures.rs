//! Local closures, and how a body is lowered in place.
//!
//! A closure is not an object of the IR: each call lowers its body in the environment of its definition, with its
//! parameters bound to the arguments. So what it captures by reference is the variable itself, and what it assigns is
//! assigned.

use std::collections::BTreeSet;
use std::rc::Rc;

use proc_macro2::{Ident, Span};
use syn::{Expr, ExprPath, Pat, Stmt};

use super::env::VarId;
use super::scan::{self, Mentions};
use super::tree::Tree;
use super::{Lower, Reach, Rest};
use crate::ir::{Operand, Type, Value};

/// Something that is called by giving it trees.
#[derive(Clone, Debug)]
pub(super) enum Callable {
    Closure(Rc<Closure>),
    /// A function by its path: `.map(square)`, `f64::max`.
    Path(Rc<ExprPath>),
}

#[derive(Debug)]
pub(super) struct Closure {
    pub(super) syntax: syn::ExprClosure,
    /// The names that were visible where it was written.
    pub(super) scope: Vec<(String, VarId)>,
    /// The variables outside that a call assigns.
    pub(super) assigns: Vec<VarId>,
    /// A call changes something outside: it must run as often as in the user's program.
    pub(super) effects: bool,
    /// The closure as a value, where it carries no gradient and changes nothing: opaque code may call it.
    pub(super) code: Option<Value>,
}

/// The function or closure whose body is being lowered.
pub(super) struct Frame {
    /// Says that control is on its way out of the body.
    pub(super) returned: VarId,
    /// What the body yields.
    pub(super) result: VarId,
    pub(super) output: Type,
    /// The body is lowered in place: its result may be memory or a reference of the caller's.
    pub(super) inlined: bool,
    /// What it yields is iterated over: a chain of iterators stays one, whether it carries a gradient or not.
    pub(super) iterates: bool,
}

impl Frame {
    pub(super) fn new(env: &mut super::env::Env, output: Type, inlined: bool) -> Self {
        let returned = env.hidden("returned", Tree::bool(false));
        Frame { returned, result: env.hidden("result", Tree::Unset), output, inlined, iterates: false }
    }
}

impl Callable {
    /// The variables outside that a call assigns.
    pub(super) fn assigns(&self) -> &[VarId] {
        match self {
            Callable::Closure(closure) => &closure.assigns,
            Callable::Path(_) => &[],
        }
    }

    pub(super) fn has_effects(&self) -> bool {
        match self {
            Callable::Closure(closure) => closure.effects,
            Callable::Path(_) => false,
        }
    }

    /// The closure as a value, for opaque code.
    pub(super) fn code(&self) -> Option<Value> {
        match self {
            Callable::Closure(closure) => closure.code,
            Callable::Path(_) => None,
        }
    }

    pub(super) fn is_same(&self, other: &Callable) -> bool {
        match (self, other) {
            (Callable::Closure(a), Callable::Closure(b)) => Rc::ptr_eq(a, b),
            (Callable::Path(a), Callable::Path(b)) => a == b,
            (Callable::Closure(_), Callable::Path(_)) | (Callable::Path(_), Callable::Closure(_)) => false,
        }
    }
}

impl Lower<'_> {
    /// `|a, b| body`, bound to `hint`.
    pub(super) fn closure(&mut self, syntax: &syn::ExprClosure, hint: Option<&Ident>) -> Tree {
        if let Some(token) = &syntax.asyncness {
            self.cx.refuse(token, "an `async` closure cannot be differentiated", "write a plain closure");
            return Tree::Error;
        }
        let expr = Expr::Closure(syntax.clone());
        let mentions = Mentions::of_expr(&expr);
        let effects = !mentions.assigned.is_empty() || !mentions.written.is_empty();
        let plain = !effects && self.quiet(&expr) && self.verbatim(&expr);
        let mut scope = self.env.names();
        if syntax.capture.is_some() {
            self.capture(&mentions, &mut scope);
        }
        let find = |name: &Ident| {
            let name = name.to_string();
            scope.iter().rev().find(|(known, _)| *known == name).map(|(_, id)| *id)
        };
        let mut assigns: BTreeSet<VarId> = mentions.assigned.iter().filter_map(find).collect();
        for id in mentions.used.iter().filter_map(find) {
            assigns.extend(assigns_of(self.env.tree(id)));
        }
        let effects = effects || !assigns.is_empty();
        let code = plain.then(|| {
            let code = self.opaque(&expr);
            let tree = self.opaque_value(code, Type::Inactive, hint, "closure", syntax.or1_token.spans[0]);
            match tree {
                Tree::Leaf(Operand::Value(value)) => Some(value),
                _ => None,
            }
        });
        let code = code.flatten();
        self.closure_values.extend(code);
        let assigns = assigns.into_iter().collect();
        Tree::Closure(Callable::Closure(Rc::new(Closure { syntax: syntax.clone(), scope, assigns, effects, code })))
    }

    /// A `move` closure has variables of its own, with what the captured ones stand for now.
    fn capture(&mut self, mentions: &Mentions, scope: &mut [(String, VarId)]) {
        let mut seen = BTreeSet::new();
        for name in &mentions.used {
            let text = name.to_string();
            let Some(id) = self.env.lookup(&text) else { continue };
            if !seen.insert(id) {
                continue;
            }
            let no_grad = self.env.var(id).no_grad;
            let tree = match self.env.tree(id).clone() {
                Tree::Memory(path) => self.let_memory(name, true, path),
                other => other,
            };
            let copy = self.env.invisible(name, tree, no_grad);
            if let Some(slot) = scope.iter_mut().rev().find(|(known, _)| *known == text) {
                slot.1 = copy;
            }
        }
    }

    /// What an argument that is to be called stands for.
    pub(super) fn callable(&mut self, expr: &Expr) -> Option<Callable> {
        match expr {
            Expr::Paren(inner) => self.callable(&inner.expr),
            Expr::Group(inner) => self.callable(&inner.expr),
            Expr::Reference(reference) => self.callable(&reference.expr),
            Expr::Closure(syntax) => match self.closure(syntax, None) {
                Tree::Closure(callable) => Some(callable),
                _ => None,
            },
            Expr::Path(path) => {
                let local = scan::local_name(path).and_then(|name| self.env.lookup(&name.to_string()));
                match local.map(|id| self.env.tree(id).clone()) {
                    None => Some(Callable::Path(Rc::new(path.clone()))),
                    Some(tree) => match through_borrows(tree) {
                        Tree::Closure(callable) => Some(callable),
                        Tree::Error => None,
                        _ => {
                            self.refuse_callable(expr);
                            None
                        }
                    },
                }
            }
            other => {
                self.refuse_callable(other);
                None
            }
        }
    }

    fn refuse_callable(&mut self, expr: &Expr) {
        self.cx.refuse(
            expr,
            "what is called here is not known where the gradient is made",
            "write the closure in place, or bind it with a `let` in this function",
        );
    }

    /// Calls with arguments that were lowered already.
    pub(super) fn invoke(&mut self, callable: &Callable, args: Vec<Tree>, hint: Option<&Ident>, span: Span) -> Tree {
        match callable {
            Callable::Closure(closure) => self.invoke_closure(closure, &args, hint, span),
            Callable::Path(path) => {
                // The arguments get names that only this call sees.
                let depth = self.env.depth();
                let mut names = Vec::new();
                for (index, tree) in args.into_iter().enumerate() {
                    let name = Ident::new(&format!("argument_{index}"), Span::mixed_site().located_at(span));
                    self.env.declare(&name, tree, false);
                    names.push(name);
                }
                let call: Expr = syn::parse_quote_spanned!(span=> #path(#(#names),*));
                let value = self.expr(&call, hint);
                drop(self.env.leave(depth));
                value
            }
        }
    }

    fn invoke_closure(&mut self, closure: &Rc<Closure>, args: &[Tree], hint: Option<&Ident>, span: Span) -> Tree {
        let syntax = &closure.syntax;
        if syntax.inputs.len() != args.len() {
            self.cx.doubt_at(
                span,
                format!("the closure takes {} arguments and is given {}", syntax.inputs.len(), args.len()),
                "give it as many as it takes",
            );
            return Tree::Error;
        }
        let output = match &syntax.output {
            syn::ReturnType::Default => Type::Unknown(None),
            syn::ReturnType::Type(_, ty) => self.annotation(ty),
        };
        let body = [Stmt::Expr((*syntax.body).clone(), None)];
        self.in_place(closure.scope.clone(), output, &body, hint, span, &|lower| {
            for (pat, arg) in syntax.inputs.iter().zip(args) {
                lower.bind_argument(pat, arg.clone());
            }
        })
    }

    /// A parameter of a body that is lowered in place. What is written to gets memory of its own.
    pub(super) fn bind_argument(&mut self, pat: &Pat, arg: Tree) {
        self.bind_pattern(pat, arg, false);
    }

    /// Lowers a body in place: it sees only `scope` and what `bind` declares, and `return` ends it alone.
    pub(super) fn in_place(
        &mut self,
        scope: Vec<(String, VarId)>,
        output: Type,
        body: &[Stmt],
        hint: Option<&Ident>,
        span: Span,
        bind: &dyn Fn(&mut Self),
    ) -> Tree {
        let names = self.env.switch(scope);
        let mut frame = Frame::new(&mut self.env, output, true);
        frame.iterates = std::mem::take(&mut self.iterating);
        let outer = std::mem::replace(&mut self.frame, frame);
        let targets = std::mem::take(&mut self.targets);
        bind(self);
        let _: Tree = self.stmts(body, hint, Rest::light(&|lower, tail| lower.return_(tail, span)));
        self.targets = targets;
        let frame = std::mem::replace(&mut self.frame, outer);
        drop(self.env.switch(names));
        if self.reach == Reach::Aborted {
            return Tree::Never;
        }
        self.reach = Reach::Live;
        match self.env.tree(frame.result).clone() {
            Tree::Unset | Tree::Never => Tree::unit(),
            value => value,
        }
    }

    /// A use of a closure as a value.
    pub(super) fn refuse_escape(&self, span: Span) {
        self.cx.refuse_at(
            span,
            "a closure or an iterator that is kept as a value cannot be differentiated through",
            "call the closure here, or run the iterator to its end (`sum`, `fold`, `for`) here",
        );
    }

    /// Whether the syntax mentions a closure or an iterator that opaque code cannot use.
    pub(super) fn mentions_callables(&self, mentions: &Mentions) -> bool {
        mentions.used.iter().any(|name| {
            let tree = self.env.lookup(&name.to_string()).map(|id| self.env.tree(id));
            tree.is_some_and(is_hidden)
        })
    }

    /// The variables that a piece of syntax assigns, also through the closures that it calls.
    pub(super) fn assigned_by(&self, mentions: &Mentions) -> BTreeSet<VarId> {
        let lookup = |name: &Ident| self.env.lookup(&name.to_string());
        let mut ids: BTreeSet<VarId> = mentions.assigned.iter().filter_map(lookup).collect();
        for id in mentions.used.iter().filter_map(lookup) {
            ids.extend(assigns_of(self.env.tree(id)));
        }
        ids
    }

    /// A closure of opaque code that nothing uses would be a warning, or a type that cannot be inferred.
    pub(super) fn drop_unused_closures(&mut self) {
        let unused: BTreeSet<Value> = {
            let used: BTreeSet<Value> = self.region.all_uses().into_iter().collect();
            self.closure_values.iter().copied().filter(|value| !used.contains(value)).collect()
        };
        if !unused.is_empty() {
            remove_lets(&mut self.region, &unused);
        }
    }
}

fn remove_lets(region: &mut crate::ir::Region, unused: &BTreeSet<Value>) {
    region.stmts.retain(|stmt| !matches!(&stmt.kind, crate::ir::StmtKind::Let { value, .. } if unused.contains(value)));
    for stmt in &mut region.stmts {
        for inner in stmt.kind.regions_mut() {
            remove_lets(inner, unused);
        }
    }
}

pub(super) fn through_borrows(tree: Tree) -> Tree {
    match tree {
        Tree::Borrow(inner) => through_borrows(*inner),
        other => other,
    }
}

/// The variables that running what the tree stands for assigns.
fn assigns_of(tree: &Tree) -> Vec<VarId> {
    match tree {
        Tree::Closure(callable) => callable.assigns().to_vec(),
        Tree::Iter(iter) => iter.assigns(),
        Tree::Borrow(inner) => assigns_of(inner),
        Tree::Tuple(items) => items.iter().flat_map(assigns_of).collect(),
        Tree::Wrapped(wrapped) => assigns_of(&wrapped.payload),
        Tree::Leaf(_)
        | Tree::Memory(_)
        | Tree::Ref { .. }
        | Tree::Choice(_)
        | Tree::Unset
        | Tree::Never
        | Tree::Error => Vec::new(),
    }
}

fn is_hidden(tree: &Tree) -> bool {
    match tree {
        Tree::Closure(callable) => callable.code().is_none(),
        Tree::Iter(_) => true,
        Tree::Borrow(inner) => is_hidden(inner),
        Tree::Tuple(items) => items.iter().any(is_hidden),
        Tree::Wrapped(wrapped) => is_hidden(&wrapped.payload),
        Tree::Leaf(_)
        | Tree::Memory(_)
        | Tree::Ref { .. }
        | Tree::Choice(_)
        | Tree::Unset
        | Tree::Never
        | Tree::Error => false,
    }
}
